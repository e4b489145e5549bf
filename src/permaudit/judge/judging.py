"""Judges one app by all rules: findings, worst first, and the verdict."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from permaudit.judge.conditions import evaluate
from permaudit.judge.verdict import judge_verdict
from permaudit.model.finding import Finding, Verdict
from permaudit.model.observations import Observations
from permaudit.model.rule import SEVERITIES, Rule

Translate = Callable[[str, str, str, str], str]
_OUTCOME_ORDER = {"yes": 0, "unknown": 1, "no": 2}


def judge(rules: Sequence[Rule], seen: Observations, translate: Translate) -> tuple[tuple[Finding, ...], Verdict]:
    """Findings that are yes or unknown (yes first, then by severity and id), and the verdict.

    `translate(kind, id, field, english)` gives a rule's text in the reader's language.
    """
    findings = []
    for rule in rules:
        match = evaluate(rule.when, seen)
        if match.outcome == "no":
            continue
        findings.append(
            Finding(
                rule=rule.id,
                title=translate("rule", rule.id, "title", rule.title),
                severity=rule.severity,
                confidence=rule.confidence,
                outcome=match.outcome,
                why=translate("rule", rule.id, "why", rule.why),
                advice=translate("rule", rule.id, "advice", rule.advice),
                evidence=match.evidence,
                clauses=rule.clauses,
                match=match,
            )
        )
    findings.sort(key=lambda each: (_OUTCOME_ORDER[each.outcome], -SEVERITIES.index(each.severity), each.rule))
    return tuple(findings), judge_verdict(seen, findings)
