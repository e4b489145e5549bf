"""Conditions that can never hold, or always do, are told from those that depend on the app."""

from __future__ import annotations

from pathlib import Path

import pytest

from permaudit.catalog.load import load_catalog
from permaudit.documents import rules_directory
from permaudit.judge.lint.logic import check_logic
from permaudit.judge.problems import Problems
from permaudit.model.rule import (
    All,
    AnyOf,
    Condition,
    Count,
    FlowIs,
    ManifestIs,
    Not,
    PermissionIs,
    PickerIs,
    ReadIs,
    Rule,
    RuleIs,
    TargetSdkIs,
)

CATALOG = load_catalog(rules_directory() / "catalog")
A, B, C = PickerIs(), RuleIs("b"), RuleIs("c")
NARROW, WIDE = ReadIs(surface=("sim",), scope=("all",)), ReadIs(surface=("sim", "contacts"))


def checks(condition: Condition) -> list[str]:
    problems = Problems(Path("rule.yaml"))
    check_logic(Rule("a", "group", "", "low", "high", "", "", condition), CATALOG, problems)
    return [each.message_id for each in problems.found]


@pytest.mark.parametrize(
    "condition",
    [
        All((A, Not(A))),
        All((A, B, Not(AnyOf((A, C))))),
        All((NARROW, Not(WIDE))),
        All((TargetSdkIs(below=23), TargetSdkIs(at_least=26))),
        All((ManifestIs(debuggable=True), ManifestIs(debuggable=False))),
        Count((A, B), at_least=3),
        Count((A, B, C), at_least=2, below=2),
        All((Count((A, B), at_least=2), Not(A))),
        TargetSdkIs(at_least=30, below=30),
        ReadIs(watches=True, reveals=("everyone",)),
        ReadIs(reachable=("no",), trigger=("tap",)),
        FlowIs(sink=("sms",), cleartext=True),
        FlowIs(sink=("log", "file"), leaves_phone=True),
        FlowIs(sink=("network",), leaves_phone=False),
        PermissionIs(name=("android.permission.READ_SMS",), group="contacts"),
    ],
)
def test_a_contradiction_is_noticed(condition: Condition) -> None:
    assert checks(condition) == ["lint-never-holds"]


@pytest.mark.parametrize(
    "condition",
    [
        AnyOf((A, Not(A))),
        Not(All((A, Not(A)))),
        AnyOf((WIDE, Not(NARROW))),
        AnyOf((TargetSdkIs(below=30), Not(TargetSdkIs(below=23)))),
        Count((A, B), below=3),
        AnyOf((Count((A, B), at_least=1), All((Not(A), Not(B))))),
    ],
)
def test_what_is_always_so_is_noticed(condition: Condition) -> None:
    assert checks(condition) == ["lint-always-holds"]


@pytest.mark.parametrize(
    "condition",
    [
        A,
        ReadIs(),
        All((WIDE, Not(NARROW))),
        All((ReadIs(scope=("all",)), ReadIs(scope=("lookup",)))),  # two reads of one app
        All((ReadIs(scope=("all",)), Not(ReadIs(scope=("all",), permitted=False)))),
        All((ReadIs(reachable=("no",)), Not(ReadIs()))),  # what cannot happen counts only where it is asked for
        All((TargetSdkIs(below=30), TargetSdkIs(at_least=23))),
        FlowIs(cleartext=True),
        FlowIs(sink=("network", "file"), leaves_phone=True),
        Count((A,), at_least=5),
        Count((A, B, C), at_least=2, below=3),
        PermissionIs(name=("android.permission.READ_SMS", "android.permission.READ_CONTACTS"), group="contacts"),
        PermissionIs(name=("com.example.OWN",), group="contacts"),
    ],
)
def test_what_depends_on_the_app_is_left_alone(condition: Condition) -> None:
    assert checks(condition) == []


def test_a_condition_with_very_many_parts_is_left_alone() -> None:
    assert checks(AnyOf(tuple(RuleIs(f"r{number}") for number in range(40)))) == []
