"""A budget of work, so that the same input always gives the same answer: steps and decoded methods, never seconds."""

from __future__ import annotations


class Budget:
    """Counts steps down; once spent, analyses give up and a Limitation says so."""

    __slots__ = ("left", "limit")

    def __init__(self, steps: int) -> None:
        self.limit = self.left = steps

    def spend(self, steps: int = 1) -> bool:
        """Take steps; False once there are none left."""
        self.left -= steps
        return self.left > 0

    @property
    def spent(self) -> bool:
        """Whether it ran out."""
        return self.left <= 0
