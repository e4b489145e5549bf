"""One question about one call: which call, in which frame and context, and how deep the question already is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from permaudit.dex.body import MethodBody
from permaudit.evidence.frames import Context, Frame, Resolved
from permaudit.evidence.values import Unknown

if TYPE_CHECKING:
    from permaudit.evidence.resolver import Resolver


class Asked(Struct, frozen=True):
    """What does the call at instruction `call` of `frame` give?"""

    resolver: Resolver
    frame: Frame
    call: int
    context: Context
    depth: int

    @property
    def body(self) -> MethodBody:
        """The body the call stands in."""
        return self.frame.body

    @property
    def registers(self) -> tuple[int, ...]:
        """The registers of the call: the receiver first, where there is one."""
        return self.body.instructions[self.call].registers

    def values(self, register: int, context: Context | None = None) -> list[Resolved]:
        """What a register holds before the call."""
        return self.resolver.values(self.frame, self.call, register, context or self.context, self.depth)

    def first(self) -> list[Resolved]:
        """The receiver, or the first argument of a static method."""
        return self.values(self.registers[0]) if self.registers else self.unknown("argument")

    def unknown(self, why: str) -> list[Resolved]:
        """The answer that nothing is known."""
        return [Resolved(Unknown(why), self.context)]
