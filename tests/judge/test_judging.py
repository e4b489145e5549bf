"""Findings: which rules speak, in which order, and in whose language."""

from __future__ import annotations

from rules.notation import seen

from permaudit.judge.judging import judge
from permaudit.model.rule import Condition, LimitationIs, ReadIs, Rule, Severity

SPEAKS, SILENT = LimitationIs(of=("packed",)), LimitationIs(of=("damaged",))
OPEN = ReadIs()
HIDDEN = seen(limitations=[{"kind": "packed", "hides": ["code"]}])


def rule(name: str, severity: Severity = "low", when: Condition = SPEAKS, clauses: tuple[str, ...] = ()) -> Rule:
    return Rule(name, "group", f"title of {name}", severity, "high", "why", "advice", when, clauses=clauses)


def as_written(kind: str, name: str, field: str, english: str) -> str:  # noqa: ARG001
    return english


def test_findings_stand_certain_first_then_worst_first_then_by_name() -> None:
    rules = [
        rule("z-open", "critical", OPEN),
        rule("b", "low"),
        rule("a", "low"),
        rule("c", "none"),
        rule("d", "high"),
        rule("a-open", "low", OPEN),
    ]

    findings, _ = judge(rules, HIDDEN, as_written)

    assert [each.rule for each in findings] == ["d", "a", "b", "c", "z-open", "a-open"]


def test_the_order_of_the_rules_does_not_matter() -> None:
    rules = [rule("b"), rule("a", "high"), rule("c", "high", OPEN)]

    assert judge(rules, HIDDEN, as_written) == judge(rules[::-1], HIDDEN, as_written)


def test_a_rule_that_does_not_hold_is_not_a_finding() -> None:
    assert judge([rule("a", when=SILENT)], HIDDEN, as_written)[0] == ()


def test_an_open_finding_says_so() -> None:
    (finding,), verdict = judge([rule("a", "high", OPEN)], HIDDEN, as_written)

    assert finding.outcome == "unknown"
    assert verdict.level == "none"


def test_a_finding_carries_its_evidence_clauses_and_match() -> None:
    (finding,), _ = judge([rule("a", clauses=("play.contacts",))], HIDDEN, as_written)

    assert finding.evidence == ("packed",)
    assert finding.clauses == ("play.contacts",)
    assert finding.match is not None
    assert finding.match.condition == "limitation"


def test_texts_are_in_the_language_of_the_reader() -> None:
    asked: list[tuple[str, str, str, str]] = []

    def translate(kind: str, name: str, field: str, english: str) -> str:
        asked.append((kind, name, field, english))
        return f"<{field}>"

    (finding,), _ = judge([rule("a")], HIDDEN, translate)

    assert (finding.title, finding.why, finding.advice) == ("<title>", "<why>", "<advice>")
    assert sorted(asked) == [
        ("rule", "a", "advice", "advice"),
        ("rule", "a", "title", "title of a"),
        ("rule", "a", "why", "why"),
    ]


def test_the_verdict_rests_on_the_findings() -> None:
    _, verdict = judge([rule("a", "medium"), rule("b", "high", OPEN)], HIDDEN, as_written)

    assert (verdict.level, verdict.because) == ("medium", ("a",))
