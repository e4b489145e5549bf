"""All that an app is judged by: rules, clauses, and how the answer comes about."""

from __future__ import annotations

from functools import cached_property

import msgspec

from permaudit.model.answers import Answers
from permaudit.model.clause import Clause
from permaudit.model.rule import Rule


class RuleSet(msgspec.Struct, frozen=True, dict=True):
    """Rules and clauses in order of id."""

    rules: tuple[Rule, ...]
    clauses: tuple[Clause, ...]
    answers: Answers

    @cached_property
    def by_id(self) -> dict[str, Rule]:
        """The rules by their ids."""
        return {each.id: each for each in self.rules}
