"""Findings: which rules speak, in which order, and in whose language."""

from __future__ import annotations

from collections.abc import Sequence

from judge.answering import ANSWERS

from permaudit.judge.concerns import Translate
from permaudit.judge.judging import judge as judge_by
from permaudit.judge.notation import seen
from permaudit.judge.rule_set import RuleSet
from permaudit.model.clause import Clause, ClauseType, Concern
from permaudit.model.finding import Finding, Verdict
from permaudit.model.observations import Observations
from permaudit.model.rule import Condition, LimitationIs, Not, ReadIs, Rule, RuleIs, Severity, TargetSdkIs

SPEAKS, SILENT = LimitationIs(of=("packed",)), LimitationIs(of=("damaged",))
OPEN = ReadIs()
HIDDEN = seen(limitations=[{"kind": "packed", "hides": ["code"]}])


def rule(name: str, severity: Severity = "low", when: Condition = SPEAKS, clauses: tuple[str, ...] = ()) -> Rule:
    return Rule(name, "group", f"title of {name}", severity, "high", "why", "advice", when, clauses=clauses)


def clause(
    name: str,
    where: str = "IN",
    concerns: tuple[str, ...] = (),
    target_sdk: TargetSdkIs | None = None,
    type: ClauseType = "access",  # noqa: A002  as in the files
) -> Clause:
    return Clause(
        id=name,
        where=where,
        title=f"title of {name}",
        authority="",
        type=type,
        status="in-force",
        applies_to="",
        says="says",
        source="",
        seen="official",
        review="2027-01-01",
        concerns=concerns,
        target_sdk=target_sdk,
    )


def judge(
    rules: Sequence[Rule],
    observations: Observations,
    translate: Translate,
    clauses: tuple[Clause, ...] = (),
    places: tuple[str, ...] | None = None,
) -> tuple[tuple[Finding, ...], Verdict, tuple[Concern, ...]]:
    return judge_by(RuleSet(tuple(rules), clauses, ANSWERS), observations, translate, places)


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

    findings, _, _ = judge(rules, HIDDEN, as_written)

    assert [each.rule for each in findings] == ["d", "a", "b", "c", "z-open", "a-open"]


def test_the_order_of_the_rules_does_not_matter() -> None:
    rules = [rule("b"), rule("a", "high"), rule("c", "high", OPEN)]

    assert judge(rules, HIDDEN, as_written) == judge(rules[::-1], HIDDEN, as_written)


def test_a_rule_that_does_not_hold_is_not_a_finding() -> None:
    assert judge([rule("a", when=SILENT)], HIDDEN, as_written)[0] == ()


def test_an_open_finding_says_so() -> None:
    (finding,), verdict, _ = judge([rule("a", "high", OPEN)], HIDDEN, as_written)

    assert finding.outcome == "unknown"
    assert verdict.level == "none"


def test_a_finding_carries_its_evidence_clauses_and_match() -> None:
    clauses = (clause("play.contacts"),)

    (finding,), _, _ = judge([rule("a", clauses=("play.contacts",))], HIDDEN, as_written, clauses)

    assert finding.evidence == ("packed",)
    assert finding.clauses == ("play.contacts",)
    assert finding.match is not None
    assert finding.match.condition == "limitation"


def test_texts_are_in_the_language_of_the_reader() -> None:
    asked: list[tuple[str, str, str, str]] = []

    def translate(kind: str, name: str, field: str, english: str) -> str:
        asked.append((kind, name, field, english))
        return f"<{field}>"

    (finding,), _, _ = judge([rule("a")], HIDDEN, translate)

    assert (finding.title, finding.why, finding.advice) == ("<title>", "<why>", "<advice>")
    assert sorted(asked) == [
        ("rule", "a", "advice", "advice"),
        ("rule", "a", "title", "title of a"),
        ("rule", "a", "why", "why"),
    ]


def test_the_verdict_rests_on_the_findings() -> None:
    _, verdict, _ = judge([rule("a", "medium"), rule("b", "high", OPEN)], HIDDEN, as_written)

    assert (verdict.level, verdict.because) == ("medium", ("a",))


def test_a_clause_is_concerned_by_a_finding_that_it_names_or_that_names_it() -> None:
    clauses = (clause("named", concerns=("a",)), clause("naming"), clause("neither", concerns=("b",)))

    (finding,), _, concerns = judge([rule("a", clauses=("naming",))], HIDDEN, as_written, clauses)

    assert finding.clauses == ("named", "naming")
    assert [(each.clause.id, each.answer, each.rules) for each in concerns] == [
        ("named", "concerned", ("a",)),
        ("naming", "concerned", ("a",)),
    ]


def test_a_clause_stays_open_while_its_findings_are() -> None:
    _, _, (concern,) = judge([rule("a", when=OPEN)], HIDDEN, as_written, (clause("c", concerns=("a",)),))

    assert concern.answer == "unknown"


def test_a_clause_that_is_concerned_names_only_what_was_seen() -> None:
    rules = [rule("seen"), rule("open", when=OPEN), rule("other", when=SILENT)]

    _, _, (concern,) = judge(rules, HIDDEN, as_written, (clause("c", concerns=("open", "other", "seen")),))

    assert concern.answer == "concerned"
    assert concern.rules == ("seen",)


def test_what_no_package_can_show_is_context() -> None:
    clauses = (clause("use", concerns=("a",), type="use"), clause("duty", concerns=("a",), type="minimisation"))

    _, _, concerns = judge([rule("a")], HIDDEN, as_written, clauses)

    assert [each.answer for each in concerns] == ["context", "context"]


def test_a_clause_for_newer_apps_says_nothing_of_an_older_one() -> None:
    newer = clause("newer", concerns=("a",), target_sdk=TargetSdkIs(at_least=37))
    packed = {"limitations": [{"kind": "packed", "hides": ["code"]}]}

    _, _, of_old = judge([rule("a")], seen(target_sdk=34, **packed), as_written, (newer,))
    _, _, of_new = judge([rule("a")], seen(target_sdk=37, **packed), as_written, (newer,))

    assert of_old == ()
    assert [each.answer for each in of_new] == ["concerned"]


def test_only_clauses_of_the_places_asked_for_are_told() -> None:
    clauses = (clause("c", "CN", ("a",)), clause("i", "IN", ("a",)))

    (finding,), _, concerns = judge([rule("a")], HIDDEN, as_written, clauses, ("IN",))

    assert finding.clauses == ("i",)
    assert [each.clause.id for each in concerns] == ["i"]


def test_clauses_stand_by_place_and_those_concerned_first() -> None:
    rules = [rule("a"), rule("open", when=OPEN)]
    clauses = (
        clause("a-context", "PH", ("a",), type="use"),
        clause("b-open", "PH", ("open",)),
        clause("c-concerned", "PH", ("a",)),
        clause("z", "CN", ("a",)),
    )

    _, _, concerns = judge(rules, HIDDEN, as_written, clauses)

    assert [each.clause.id for each in concerns] == ["z", "c-concerned", "b-open", "a-context"]


def test_a_rule_that_refers_to_another_comes_out_as_it_does() -> None:
    rules = [rule("a"), rule("b", when=Not(RuleIs("a"))), rule("c", when=RuleIs("a"))]

    findings, _, _ = judge(rules, HIDDEN, as_written)

    assert [(each.rule, each.evidence) for each in findings] == [("a", ("packed",)), ("c", ("packed",))]
