"""What `permaudit rules test` does: each case of each rule is judged, and whole apps are audited for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from permaudit.apk.opening import FailedInput, open_packages
from permaudit.cli.demo import demo_app
from permaudit.documents import rules_directory
from permaudit.errors import RuleError
from permaudit.judge.case_file import Case, answer_case, cases_path, read_cases, rule_path
from permaudit.judge.conditions import Evaluator
from permaudit.judge.loader import CASES, rule_paths
from permaudit.judge.problems import Problems
from permaudit.judge.references import check_references
from permaudit.judge.rule_file import load_rule
from permaudit.model.app import Tristate
from permaudit.model.observations import Observations
from permaudit.model.rule import Rule
from permaudit.pipeline import observe
from permaudit.rulebook import RuleBook, load_rule_book

_APPS = ("tests", "apps")
_ENDINGS = ("apk", "apks", "xapk")


@dataclass(slots=True)
class Tried:
    """How many cases were tried, what is wrong with some, and apps that are left out because there are no case apps."""

    cases: int = 0
    failures: list[RuleError] = field(default_factory=list)
    apps_not_here: list[str] = field(default_factory=list)


def try_cases(paths: Sequence[Path]) -> Tried:
    """Try the cases of rule files, and of folders laid out as `rules/` is.

    Raises:
        RuleError: a rule cannot be used as written.
    """
    shipped = rules_directory()
    files = [file for path in paths for file in (rule_paths(path) if path.is_dir() else [_rule_file(path)])]
    packs = [path for path in paths if path.is_dir() and path.resolve() != shipped.resolve()]
    book = load_rule_book(shipped, packs)
    clauses = {each.id for each in book.rule_set.clauses}
    apps = _Apps(book)
    tried = Tried()
    for file in files:
        rule = load_rule(file)
        # a file tried by itself may refer to others of its pack, which are not here
        check_references(rule, book.rule_set.by_id, clauses, None, Problems(file)).refuse()
        place = cases_path(file)
        if not place.is_file():
            problems = Problems(file)
            problems.add("no-cases", file_name=place.name)
            tried.failures += problems.found
            continue
        cases, problems = read_cases(place)
        for number, case in enumerate(cases):
            _try(case, f"[{number}]", rule, problems, apps, tried)
        tried.failures += problems.found
    tried.apps_not_here = sorted(set(tried.apps_not_here))
    return tried


def _rule_file(path: Path) -> Path:
    return rule_path(path) if path.name.endswith(CASES) else path


def _try(case: Case, where: str, rule: Rule, problems: Problems, apps: _Apps, tried: Tried) -> None:
    if case.app is None:
        tried.cases += 1
        outcome: Tristate = answer_case(case, rule, apps.book.rule_set)
    else:
        path = apps.find(case.app, problems.path.parent)
        if path is None and not _case_apps().is_dir():  # an installed permaudit has none
            tried.apps_not_here.append(case.app)
            return
        tried.cases += 1
        if path is None:
            near = ", ".join(apps.near(case.app, problems.path.parent)) or "-"
            problems.add("case-app-not-there", f"{where}.app", name=case.app, near=near)
            return
        seen = apps.seen(path)
        if seen is None:
            problems.add("case-app-unreadable", f"{where}.app", name=case.app, path=str(path))
            return
        outcome = Evaluator(seen, apps.book.rule_set.by_id).answer(rule).outcome
    if outcome != case.expect:
        problems.add("case-fails", f"{where}.expect", name=case.name, expected=case.expect, outcome=outcome)


class _Apps:
    """Whole apps, each audited once: a path beside the cases, or the name of a case app of the checkout."""

    def __init__(self, book: RuleBook) -> None:
        self.book = book
        self._seen: dict[Path, Observations | None] = {}

    def find(self, name: str, folder: Path) -> Path | None:
        """The file that a case means, if it is here."""
        return next((each for each in _places(name, folder) if each.is_file()), None)

    def near(self, name: str, folder: Path) -> list[str]:
        """Names that may have been meant: case apps, and apps beside the cases."""
        known = {each.name for each in _case_apps().iterdir() if each.is_dir()}
        known |= {each.name for each in folder.iterdir() if each.name.endswith(_ENDINGS)}
        return get_close_matches(name, sorted(known), 3)

    def seen(self, path: Path) -> Observations | None:
        """What was seen in an app; None if it cannot be opened."""
        if path not in self._seen:
            (package, *_) = open_packages([path])
            self._seen[path] = None if isinstance(package, FailedInput) else observe(package, self.book)
        return self._seen[path]


def _case_apps() -> Path:
    return rules_directory().parent.joinpath(*_APPS)


def _places(name: str, folder: Path) -> Iterator[Path]:
    yield folder / name
    case_apps = _case_apps()
    yield case_apps / name
    yield from (case_apps / name / f"app.{ending}" for ending in _ENDINGS)
    if name == demo_app().parent.name:
        yield demo_app()
