"""The answer: what the app could read, what its code does (`rules/verdict.yaml`), and how bad the findings are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from permaudit.judge.conditions import Evaluator
from permaudit.model.answers import Answers, CouldWhen, DoesWhen
from permaudit.model.finding import Finding, Level, Verdict
from permaudit.model.rule import SEVERITIES

A = TypeVar("A", CouldWhen, DoesWhen)


def judge_verdict(answers: Answers, evaluator: Evaluator, findings: Sequence[Finding]) -> Verdict:
    """Sum up: the level is the highest severity among findings that are yes; hidden code makes it unknown."""
    could = _first(answers.could, evaluator).answer
    does = _first(answers.does, evaluator).answer
    blind = answers.cannot_tell
    cannot_tell = could in blind.could and does in blind.does and evaluator.evaluate(blind.when).outcome == "yes"
    certain = [each for each in findings if each.outcome == "yes" and each.severity != "none"]
    highest = max((SEVERITIES.index(each.severity) for each in certain), default=0)
    level: Level = SEVERITIES[highest] if highest else ("unknown" if cannot_tell else "none")
    because = tuple(sorted(each.rule for each in certain if SEVERITIES.index(each.severity) == highest))
    return Verdict(could, does, level, cannot_tell, because)


def _first(answers: Sequence[A], evaluator: Evaluator) -> A:
    """The first answer that holds; the loader has seen to it that the last one always does."""
    return next(each for each in answers if each.when is None or evaluator.evaluate(each.when).outcome == "yes")
