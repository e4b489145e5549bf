"""How the answer of a report comes about, as data: `rules/verdict.yaml`."""

from __future__ import annotations

import msgspec

from permaudit.model.finding import Could, Does
from permaudit.model.rule import Condition


class CouldWhen(msgspec.Struct, frozen=True):
    """An answer to what the app could read, and the condition under which it is given; None: if no other is."""

    answer: Could
    when: Condition | None = None


class DoesWhen(msgspec.Struct, frozen=True):
    """An answer to what the code does, and the condition under which it is given; None: if no other is."""

    answer: Does
    when: Condition | None = None


class CannotTellWhen(msgspec.Struct, frozen=True):
    """When what was not seen could change the answer: with which answers, and under which condition."""

    could: tuple[Could, ...]
    does: tuple[Does, ...]
    when: Condition


class Answers(msgspec.Struct, frozen=True):
    """All answers, each list from the first to be tried to the one that is left."""

    could: tuple[CouldWhen, ...]
    does: tuple[DoesWhen, ...]
    cannot_tell: CannotTellWhen
