"""Rules over Observations: loading, evaluating, findings, and the verdict."""
