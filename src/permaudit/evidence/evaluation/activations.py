"""One method while it is evaluated: its registers, and what it is called with."""

from __future__ import annotations

from collections.abc import Callable

from permaudit.dex.body import MethodBody
from permaudit.evidence.evaluation.operands import UNSEEN, Operand
from permaudit.evidence.evaluation.slices import Part


class Activation:
    """The registers of a method; one that was not written yet is asked of `entering`, once.

    `at` is the instruction that runs. Where only a `part` of the method runs, `trace` tells which instructions did.
    """

    __slots__ = ("_entering", "_registers", "at", "body", "method", "part", "result", "trace")

    def __init__(
        self,
        method: int,
        body: MethodBody,
        registers: dict[int, Operand] | None = None,
        entering: Callable[[int], Operand] | None = None,
        part: Part | None = None,
    ) -> None:
        self.method, self.body, self.part = method, body, part
        self.result: Operand = UNSEEN
        self.at = 0
        self.trace: set[int] = set()
        self._registers = registers if registers is not None else {}
        self._entering = entering

    def read(self, register: int) -> Operand:
        """What a register holds; wide values stand in the first of their two."""
        known = self._registers.get(register)
        if known is None:
            known = self._entering(register) if self._entering is not None else UNSEEN
            self._registers[register] = known
        return known

    def write(self, register: int, operand: Operand) -> None:
        """Put a value into a register."""
        self._registers[register] = operand

    def written(self, register: int) -> Operand | None:
        """What a register holds that was read or written; None if it was not."""
        return self._registers.get(register)
