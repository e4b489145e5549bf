"""Every shipped rule says what its cases say, and uses only words that exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from permaudit.judge.notation import Case, load_cases, observations_of

from permaudit.catalog.catalog import Catalog
from permaudit.catalog.load import load_catalog
from permaudit.catalog.surfaces import Field
from permaudit.documents import rules_directory
from permaudit.judge.conditions import evaluate
from permaudit.judge.loader import load_rule, load_rules, rule_paths
from permaudit.model.app import Tristate
from permaudit.model.evidence import Reveals, Scope, Surface, Trigger
from permaudit.model.flow import Role, Sink, Transform
from permaudit.model.limitation import Hidden, LimitationKind
from permaudit.model.permission import Door, PermissionSource
from permaudit.model.rule import (
    AccessIs,
    All,
    AnyOf,
    Condition,
    FlowIs,
    LimitationIs,
    Not,
    PermissionIs,
    PickerIs,
    ReadIs,
)

RULES = rules_directory()
PATHS = rule_paths(RULES)
ACCUSATIONS = (
    "illegal",
    "malware",
    "steal",
    "stole",
    "crime",
    "criminal",
    "fraud",
    "scam",
    "spyware",
    "thief",
    "theft",
)
OWNERS = {"app", "library", "unknown"}


def _cases_path(rule: Path) -> Path:
    return rule.with_name(rule.stem + ".cases.yaml")


def _all_cases() -> Iterator[tuple[Path, Case]]:
    for path in PATHS:
        if _cases_path(path).is_file():
            yield from ((path, case) for case in load_cases(_cases_path(path)))


@cache
def _catalog() -> Catalog:
    return load_catalog(RULES / "catalog")


def _leaves(condition: Condition) -> Iterator[PermissionIs | ReadIs | FlowIs | LimitationIs | AccessIs | PickerIs]:
    match condition:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from _leaves(part)
        case Not(part):
            yield from _leaves(part)
        case _:
            yield condition


def test_there_are_rules_to_check() -> None:
    assert len(PATHS) > 30


@pytest.mark.parametrize(
    ("path", "case"), list(_all_cases()), ids=lambda each: getattr(each, "stem", None) or each.name
)
def test_a_rule_says_what_its_case_says(path: Path, case: Case) -> None:
    rule = load_rule(path)

    match = evaluate(rule.when, observations_of(case.observations))

    assert match.outcome == case.expect


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_rule_shows_when_it_says_yes_no_and_unknown(path: Path) -> None:
    rule = load_rule(path)
    wanted = {"yes", "no"}
    if not all(isinstance(leaf, LimitationIs) for leaf in _leaves(rule.when)):
        wanted.add("unknown")

    assert _cases_path(path).is_file()
    assert {case.expect for case in load_cases(_cases_path(path))} == wanted


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_the_cases_of_a_rule_have_names_of_their_own(path: Path) -> None:
    names = [case.name for case in load_cases(_cases_path(path))]

    assert sorted(set(names)) == sorted(names)


def test_no_cases_stand_without_a_rule() -> None:
    orphans = [
        path for path in RULES.glob("*/*.cases.yaml") if path.with_name(path.name.replace(".cases", "")) not in PATHS
    ]

    assert orphans == []


def test_all_rules_load_together_and_are_named_as_their_files() -> None:
    assert [rule.id for rule in load_rules(RULES)] == sorted(path.stem for path in PATHS)


def test_every_folder_of_rules_is_explained_in_the_readme() -> None:
    readme = (RULES / "README.md").read_text(encoding="utf-8")

    assert [path.parent.name for path in PATHS if f"`{path.parent.name}/`" not in readme] == []


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_no_rule_accuses_anybody(path: Path) -> None:
    rule = load_rule(path)
    text = f"{rule.id} {rule.title} {rule.why} {rule.advice}".lower()

    assert [word for word in ACCUSATIONS if word in text] == []


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_the_texts_of_a_rule_have_the_form_the_readme_asks_for(path: Path) -> None:
    rule = load_rule(path)

    assert rule.title
    assert not rule.title.endswith(".")
    assert "\n" not in rule.title
    assert rule.why.endswith(".")
    assert rule.advice.endswith(".")
    assert re.fullmatch(r"\d+\.\d+\.\d+", rule.since)
    assert all(each.startswith("https://") for each in rule.references)


def test_only_data_seen_to_leave_the_phone_and_not_picked_is_critical() -> None:
    critical = [rule for rule in load_rules(RULES) if rule.severity == "critical"]

    assert critical
    assert [rule.id for rule in critical if not _needs_what_leaves(rule.when)] == []


def _needs_what_leaves(condition: Condition) -> bool:
    match condition:
        case FlowIs():
            leaves = condition.leaves_phone or (condition.sink and {*condition.sink} <= {"network", "sms", "email"})
            return bool(leaves and condition.scope and "picked" not in condition.scope)
        case All(parts):
            return any(_needs_what_leaves(part) for part in parts)
        case AnyOf(parts):
            return all(_needs_what_leaves(part) for part in parts)
        case _:
            return False


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_every_name_in_a_condition_exists(path: Path) -> None:
    strange = [name for leaf in _leaves(load_rule(path).when) for name in _strange_names(leaf)]

    assert strange == []


def _strange_names(leaf: PermissionIs | ReadIs | FlowIs | LimitationIs | AccessIs | PickerIs) -> set[str]:
    match leaf:
        case PermissionIs():
            known = set(_catalog().permissions)
            groups = {each.group for each in _catalog().permissions.values()}
            strange = {*leaf.name} - known | {*leaf.source} - {*get_args(PermissionSource)}
            strange |= {*leaf.used} - {*get_args(Tristate)}
            return strange | ({leaf.group} - groups if leaf.group is not None else set())
        case ReadIs():
            return (
                {*leaf.surface} - {*get_args(Surface)}
                | {*leaf.scope} - {*get_args(Scope)}
                | {*leaf.fields} - {*get_args(Field)}
                | {*leaf.reveals} - {*get_args(Reveals)}
                | {*leaf.trigger} - {*get_args(Trigger)}
                | {*leaf.owner} - OWNERS
                | {*leaf.reachable} - {*get_args(Tristate)}
            )
        case FlowIs():
            return (
                {*leaf.surface} - {*get_args(Surface)}
                | {*leaf.scope} - {*get_args(Scope)}
                | {*leaf.fields} - {*get_args(Field)}
                | {*leaf.sink} - {*get_args(Sink)}
                | {*leaf.role} - {*get_args(Role)}
                | {*leaf.transforms} - {*get_args(Transform)}
                | {*leaf.owner} - OWNERS
                | {*leaf.trigger} - {*get_args(Trigger)}
            )
        case LimitationIs():
            return {*leaf.of} - {*get_args(LimitationKind)} | {*leaf.hides} - {*get_args(Hidden)}
        case AccessIs():
            return {*leaf.door} - {*get_args(Door)}
        case PickerIs():
            return set()
