"""What the code does: values, reads, call paths and triggers, found backwards from the calls that matter."""
