"""One method while it is evaluated: its registers, and what it is called with."""

from __future__ import annotations

from collections.abc import Callable

from permaudit.dex.body import MethodBody
from permaudit.evidence.evaluation.operands import UNSEEN, Operand


class Activation:
    """The registers of a method; one that was not written yet is asked of `entering`, once."""

    __slots__ = ("_entering", "_registers", "body", "method", "result")

    def __init__(
        self,
        method: int,
        body: MethodBody,
        registers: dict[int, Operand] | None = None,
        entering: Callable[[int], Operand] | None = None,
    ) -> None:
        self.method, self.body = method, body
        self.result: Operand = UNSEEN
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

    def holds(self, register: int, operand: Operand) -> bool:
        """Whether a register was written and holds this very object."""
        return self._registers.get(register) is operand
