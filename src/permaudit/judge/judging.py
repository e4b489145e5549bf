"""Judges one app by all rules: findings, worst first, the verdict, and the clauses that are concerned."""

from __future__ import annotations

from collections.abc import Collection

from permaudit.judge.concerns import Translate, find_concerns
from permaudit.judge.conditions import Evaluator
from permaudit.judge.rule_set import RuleSet
from permaudit.judge.verdict import judge_verdict
from permaudit.model.clause import Concern
from permaudit.model.finding import Finding, Verdict
from permaudit.model.observations import Observations
from permaudit.model.rule import SEVERITIES

_OUTCOME_ORDER = {"yes": 0, "unknown": 1, "no": 2}


def judge(
    rule_set: RuleSet, seen: Observations, translate: Translate, places: Collection[str] | None = None
) -> tuple[tuple[Finding, ...], Verdict, tuple[Concern, ...]]:
    """Findings that are yes or unknown (yes first, then by severity and id), the verdict, and clauses concerned.

    `translate(kind, id, field, english)` gives a text in the reader's language. `places` are those whose clauses
    matter to the reader; None for all.
    """
    evaluator = Evaluator(seen, rule_set.by_id)
    clauses = [each for each in rule_set.clauses if places is None or each.where in places]
    findings = []
    for rule in rule_set.rules:
        match = evaluator.answer(rule)
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
                category=rule.category,
                evidence=match.evidence,
                clauses=tuple(each.id for each in clauses if each.id in rule.clauses or rule.id in each.concerns),
                match=match,
            )
        )
    findings.sort(key=lambda each: (_OUTCOME_ORDER[each.outcome], -SEVERITIES.index(each.severity), each.rule))
    verdict = judge_verdict(rule_set.answers, evaluator, findings)
    return tuple(findings), verdict, find_concerns(clauses, findings, evaluator, translate)
