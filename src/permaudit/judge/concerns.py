"""Which clauses of laws and store policies the findings of an app concern."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from permaudit.judge.conditions import Evaluator
from permaudit.judge.truth import all_of, any_of
from permaudit.model.app import Tristate
from permaudit.model.clause import Clause, ClauseAnswer, Concern
from permaudit.model.finding import Finding

Translate = Callable[[str, str, str, str], str]
_TEXTS = ("title", "applies_to", "says", "note")
_ORDER: dict[ClauseAnswer, int] = {"concerned": 0, "unknown": 1, "context": 2, "not-concerned": 3}


def find_concerns(
    clauses: Sequence[Clause], findings: Sequence[Finding], evaluator: Evaluator, translate: Translate
) -> tuple[Concern, ...]:
    """Clauses with a finding that is yes or unknown, by place; within one, those concerned first, unverified ones last.

    A clause that applies only to apps made for a certain Android version is left out for others.
    """
    concerns = []
    for clause in clauses:
        about = [each for each in findings if clause.id in each.clauses]
        applies: Tristate = "yes" if clause.target_sdk is None else evaluator.evaluate(clause.target_sdk).outcome
        outcome = all_of([applies, any_of([each.outcome for each in about])])
        if outcome != "no":
            answer = _answer(clause, outcome)
            seen = [each for each in about if each.outcome == "yes"] or about  # what is open does not speak beside it
            rules = tuple(sorted(each.rule for each in seen))
            concerns.append(Concern(_translated(clause, translate), answer, rules))
    return tuple(sorted(concerns, key=_order))


def _order(concern: Concern) -> tuple[str, bool, int, str]:
    clause = concern.clause
    return clause.where, clause.status == "not-verified", _ORDER[concern.answer], clause.id


def _answer(clause: Clause, outcome: Tristate) -> ClauseAnswer:
    """Only what forbids or limits reading can be answered from a package."""
    if clause.type != "access":
        return "context"
    return "concerned" if outcome == "yes" else "unknown"


def _translated(clause: Clause, translate: Translate) -> Clause:
    texts = {name: getattr(clause, name) for name in _TEXTS}
    spoken = {name: translate("clause", clause.id, name, text) for name, text in texts.items() if text is not None}
    return msgspec.structs.replace(clause, **spoken)
