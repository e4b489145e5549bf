"""Verdicts by the shipped answers, for tests."""

from __future__ import annotations

from collections.abc import Sequence

from permaudit.documents import rules_directory
from permaudit.judge.answers_file import FILE_NAME, load_answers
from permaudit.judge.conditions import Evaluator
from permaudit.judge.verdict import judge_verdict
from permaudit.model.finding import Finding, Verdict
from permaudit.model.observations import Observations

ANSWERS = load_answers(rules_directory() / FILE_NAME)


def verdict_of(observations: Observations, findings: Sequence[Finding] = ()) -> Verdict:
    """What the shipped answers make of an app."""
    return judge_verdict(ANSWERS, Evaluator(observations, {}), findings)
