"""Counting: what is known, what may be, and when neither is enough for an answer."""

from __future__ import annotations

from typing import Any

import pytest

from permaudit.judge.conditions import Evaluator, evaluate
from permaudit.judge.notation import seen
from permaudit.model.app import Tristate
from permaudit.model.rule import Condition, Count, LimitationIs, Not, PermissionIs, PickerIs, ReadIs, Rule, RuleIs

YES, NO, OPEN = LimitationIs(of=("packed",)), LimitationIs(of=("damaged",)), PickerIs()
HIDDEN = [{"kind": "packed", "hides": ["code"]}]
KNOWN, MAYBE, ANOTHER = {"scope": "all"}, {"scope": "unknown"}, {"scope": "lookup"}


def reads(*each: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"surface": "contacts", **read} for read in each]


@pytest.mark.parametrize(
    ("found", "hidden", "at_least", "below", "expected"),
    [
        ([KNOWN, KNOWN], False, 2, None, "yes"),
        ([KNOWN, KNOWN], True, 2, None, "yes"),
        ([KNOWN], False, 2, None, "no"),
        ([KNOWN], True, 2, None, "unknown"),
        ([KNOWN, MAYBE], False, 2, None, "unknown"),
        ([KNOWN, ANOTHER], False, 2, None, "no"),
        ([], False, 1, None, "no"),
        ([KNOWN], False, None, 2, "yes"),
        ([KNOWN], True, None, 2, "unknown"),
        ([KNOWN, MAYBE], False, None, 2, "unknown"),
        ([KNOWN, KNOWN], True, None, 2, "no"),
        ([KNOWN, KNOWN], False, 1, 3, "yes"),
        ([KNOWN, KNOWN, KNOWN], False, 1, 3, "no"),
    ],
)
def test_things_are_counted_as_far_as_they_are_known(
    found: list[dict[str, Any]],
    hidden: bool,
    at_least: int | None,
    below: int | None,
    expected: Tristate,  # noqa: FBT001
) -> None:
    condition = Count((ReadIs(scope=("all",)),), at_least, below)

    assert evaluate(condition, seen(reads=reads(*found), limitations=HIDDEN if hidden else [])).outcome == expected


@pytest.mark.parametrize(
    ("parts", "at_least", "expected"),
    [
        ((YES, YES, NO), 2, "yes"),
        ((YES, NO, NO), 2, "no"),
        ((YES, OPEN, NO), 2, "unknown"),
        ((YES, OPEN, OPEN), 2, "unknown"),
        ((NO, OPEN, NO), 2, "no"),
        ((YES, Not(NO)), 2, "yes"),
    ],
)
def test_conditions_that_hold_are_counted(parts: tuple[Condition, ...], at_least: int, expected: Tristate) -> None:
    assert evaluate(Count(parts, at_least), seen(limitations=HIDDEN)).outcome == expected


def test_a_count_names_what_it_counted_and_shows_its_parts() -> None:
    condition = Count((ReadIs(scope=("all",)), PermissionIs()), at_least=1)

    match = evaluate(condition, seen(reads=reads(KNOWN, ANOTHER), permissions=[{"name": "a.permission"}]))

    assert (match.evidence, match.asks) == (("r1", "a.permission"), "{at_least: 1}")
    assert [part.asks for part in match.parts] == ["{scope: all}", ""]


def test_one_permission_asked_for_twice_is_one() -> None:
    twice = [{"name": "a.permission", "part": "base.apk"}, {"name": "a.permission", "part": "split.apk"}]

    assert evaluate(Count((PermissionIs(),), at_least=2), seen(permissions=twice)).outcome == "no"


def test_a_rule_that_many_refer_to_is_answered_once() -> None:
    asked: list[str] = []

    class Counting(Evaluator):
        def evaluate(self, condition: Condition) -> Any:  # noqa: ANN401  as the one above
            asked.append(type(condition).__name__)
            return super().evaluate(condition)

    rule = Rule("a", "", "", "low", "high", "", "", ReadIs())
    evaluator = Counting(seen(), {"a": rule})

    outcomes = [evaluator.evaluate(RuleIs("a")).outcome for _ in range(3)]

    assert outcomes == ["no"] * 3
    assert asked.count("ReadIs") == 1
