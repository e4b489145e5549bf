"""Ways of evaluating: a register may hold several things, a branch may go both ways; each is tried by itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from permaudit.evidence.evaluation.operands import Operand, copied
from permaudit.evidence.frames import Context

Key = tuple[object, ...]


class Choice(Exception):  # noqa: N818  no error: several ways to go on
    """Something that may be one of several, each in a context of its own; None for a choice the context holds."""

    def __init__(self, key: Key, options: list[tuple[Operand | None, Context]]) -> None:
        super().__init__()
        self.key, self.options = key, options


@dataclass(slots=True)
class Attempt:
    """One way of evaluating: the choices made, and the context they are made in.

    `depends` tells that the answer is one for this caller only.
    """

    context: Context
    chosen: dict[Key, Operand] = field(default_factory=dict)
    depends: bool = False

    def choice(self, key: Key) -> Operand | None:
        """What was chosen, as a copy: one run may change what the next is to find."""
        found = self.chosen.get(key)
        return copied(found, {}) if found is not None else None

    def branched(self, choice: Choice) -> list[Attempt]:
        """This attempt with each of the options."""
        return [
            Attempt(context, self.chosen if operand is None else {**self.chosen, choice.key: operand}, depends=True)
            for operand, context in reversed(choice.options)
        ]
