"""What `permaudit rules lint` checks: rules, cases, clauses, the catalogue, translations and the verdict's answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from permaudit.catalog.flows import load_flow_catalog
from permaudit.catalog.framework import FILE_NAME, load_framework
from permaudit.catalog.load import load_catalog
from permaudit.catalog.operations import load_operations
from permaudit.documents import read_document, rules_directory
from permaudit.errors import RuleError
from permaudit.judge.answers_file import FILE_NAME as ANSWERS
from permaudit.judge.answers_file import load_answers
from permaudit.judge.case_file import read_cases
from permaudit.judge.lint.cases import check_orphan
from permaudit.judge.lint.library import Surrounding, lint_files, lint_folder
from permaudit.judge.lint.texts import load_wording
from permaudit.judge.lint.translations import check_translations
from permaudit.judge.loader import CASES, clause_paths, load_rule_set, rule_paths
from permaudit.judge.rule_set import RuleSet
from permaudit.words.language import LANGUAGES

Check = Callable[[], object]


@dataclass(frozen=True, slots=True)
class LintResult:
    """How many files were checked, and their problems by file and line."""

    files: int
    problems: tuple[RuleError, ...]


def lint(paths: Sequence[Path]) -> LintResult:
    """Check files, and folders laid out as `rules/` is; the files of a catalogue are checked together."""
    files, problems = 0, []
    for path in paths:
        count, found = _lint_folder(path) if path.is_dir() else _lint_file(path)
        files += count
        problems += found
    return LintResult(files, tuple(problems))


def _lint_folder(folder: Path) -> tuple[int, list[RuleError]]:
    catalog, locales = folder / "catalog", folder / "locales"
    listed = [*rule_paths(folder), *sorted(folder.glob(f"*/*{CASES}")), *clause_paths(folder)]
    listed += sorted(catalog.glob("*.yaml"))
    problems = _try([partial(_load_catalog, folder)]) if catalog.is_dir() else []
    if not problems:
        problems += lint_folder(folder, _surrounding(folder))
    if (folder / ANSWERS).is_file():
        listed.append(folder / ANSWERS)
        problems += _try([partial(load_answers, folder / ANSWERS)])
    for path in sorted(locales.glob("*.yaml")):
        listed.append(path)
        problems += _lint_translations(path)
    if not listed:
        problems.append(RuleError("lint-no-rules", file=str(folder), line=1))
    return len([each for each in listed if not each.name.endswith(CASES)]), problems


def _lint_file(file: Path) -> tuple[int, list[RuleError]]:
    folder = file.resolve().parents[1]
    match file.resolve().parent.name:
        case _ if file.name.endswith(CASES):
            _, found = read_cases(file)
            return 1, found.found + check_orphan(file).found
        case "catalog":
            return 1, _try([partial(_load_catalog, folder)])
        case "locales":
            return 1, _lint_translations(file)
        case "clauses":
            return 1, lint_files([], [file], _surrounding(folder))
        case _ if file.name == ANSWERS:
            return 1, _try([partial(load_answers, file)])
        case _:
            return 1, lint_files([file], [], _surrounding(folder))


def _surrounding(folder: Path) -> Surrounding:
    """The shipped rules, with the catalogue of the folder; those of the folder itself if it is a whole one."""
    shipped = rules_directory()
    whole = (folder / "catalog").is_dir() and (folder / ANSWERS).is_file()
    base = folder if whole else shipped
    packs = [] if whole or not (folder / "catalog").is_dir() else [folder / "catalog"]
    rule_set = RuleSet((), (), load_answers(base / ANSWERS)) if whole else load_rule_set(shipped)
    return Surrounding(rule_set, load_catalog(base / "catalog", packs), load_wording(shipped))


def _load_catalog(folder: Path) -> None:
    """The whole catalogue, or what a pack adds to the shipped one."""
    catalog = folder / "catalog"
    if not (folder / ANSWERS).is_file():
        shipped = rules_directory() / "catalog"
        load_catalog(shipped, [catalog])
        load_operations(shipped, [catalog])
        load_flow_catalog(shipped, [catalog])
        return
    load_catalog(catalog)
    load_operations(catalog)
    load_flow_catalog(catalog)
    load_framework(catalog / FILE_NAME)


def _lint_translations(file: Path) -> list[RuleError]:
    language = next((each for each in LANGUAGES if each == file.stem), None)
    if language is None:
        return _try([partial(read_document, file)])
    try:
        return check_translations(language, file.resolve().parents[1])
    except RuleError as error:
        return [error]


def _try(checks: Iterable[Check]) -> list[RuleError]:
    found = []
    for check in checks:
        try:
            check()
        except RuleError as error:
            found.append(error)
    return found
