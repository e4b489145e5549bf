"""Runs the small helpers by which apps unscramble their texts, on constants only and under a strict budget of work."""
