"""Every shipped rule says what its cases say, of observations and of whole apps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from permaudit.apk.opening import open_packages
from permaudit.apk.package import Package
from permaudit.cli.linting import lint
from permaudit.documents import rules_directory
from permaudit.judge.case_file import Case, answer_case, cases_path, read_cases
from permaudit.judge.conditions import Evaluator
from permaudit.judge.loader import load_rules, rule_paths
from permaudit.judge.rule_file import load_rule
from permaudit.model.observations import Observations
from permaudit.pipeline import observe
from permaudit.rulebook import RuleBook, load_rule_book

RULES = rules_directory()
APPS = RULES.parent / "tests" / "apps"
PATHS = rule_paths(RULES)
_REFUSED = re.compile(r"\b[Rr]efuse the permissions? ((?:for )?\w+)")


def _all_cases() -> Iterator[tuple[Path, Case]]:
    for path in PATHS:
        yield from ((path, case) for case in read_cases(cases_path(path))[0])


def _name(each: object) -> str | None:
    return each.stem if isinstance(each, Path) else each.name if isinstance(each, Case) else None


OBSERVED = [(path, case) for path, case in _all_cases() if case.observations is not None]
OF_APPS = [(path, case) for path, case in _all_cases() if case.app is not None]


@cache
def _book() -> RuleBook:
    return load_rule_book(RULES)


@cache
def _seen(app: str) -> Observations:
    path = APPS / app
    if path.is_dir():
        path = next(path / f"app.{ending}" for ending in ("apk", "apks", "xapk") if (path / f"app.{ending}").is_file())
    (package,) = open_packages([path])
    assert isinstance(package, Package)
    return observe(package, _book())


def test_there_are_rules_to_check() -> None:
    assert len(PATHS) >= 70


def test_all_shipped_rules_clauses_catalogue_files_and_translations_pass_lint() -> None:
    result = lint([RULES])

    assert [str(problem) for problem in result.problems] == []
    assert result.files > 180


@pytest.mark.parametrize(("path", "case"), OBSERVED, ids=_name)
def test_a_rule_says_of_observations_what_its_case_says(path: Path, case: Case) -> None:
    assert answer_case(case, load_rule(path), _book().rule_set) == case.expect


@pytest.mark.parametrize(("path", "case"), OF_APPS, ids=_name)
def test_a_rule_says_of_an_app_what_its_case_says(path: Path, case: Case) -> None:
    assert case.app is not None

    match = Evaluator(_seen(case.app), _book().rule_set.by_id).answer(load_rule(path))

    assert match.outcome == case.expect


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_rule_speaks_of_one_app_at_least_and_is_silent_about_another(path: Path) -> None:
    shown = {case.expect for case in read_cases(cases_path(path))[0] if case.app is not None}

    assert shown >= {"yes", "no"}


def test_every_folder_of_rules_is_explained_in_the_readme() -> None:
    readme = (RULES / "README.md").read_text(encoding="utf-8")

    assert [path.parent.name for path in PATHS if f"`{path.parent.name}/`" not in readme] == []


def test_what_to_do_about_one_permission_is_said_in_one_way() -> None:
    """Findings of one report share their advice only where it is the same, word for word."""
    advice = {rule.advice.strip() for rule in load_rules(RULES)}
    named = [(match[1], each) for each in sorted(advice) for match in _REFUSED.finditer(each)]

    ways = {permission: [each for name, each in named if name == permission] for permission, _ in named}

    assert {"Calendar", "Contacts", "Location", "Microphone", "Phone", "SMS"} <= set(ways)
    assert {permission: texts for permission, texts in ways.items() if len(texts) > 1} == {}
