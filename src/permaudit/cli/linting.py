"""What `permaudit rules lint` checks: rules, the catalogue and translations, each for itself and together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from permaudit.catalog.framework import FILE_NAME, load_framework
from permaudit.catalog.load import load_catalog
from permaudit.catalog.operations import load_operations
from permaudit.documents import read_document
from permaudit.errors import RuleError
from permaudit.judge.loader import load_rule, load_rules, rule_paths
from permaudit.words.language import LANGUAGES
from permaudit.words.translations import load_translations

_CASES = ".cases.yaml"
Check = Callable[[], object]


@dataclass(frozen=True, slots=True)
class LintResult:
    """How many files were checked, and their problems in the order they were met."""

    files: int
    problems: tuple[RuleError, ...]


def lint(paths: Sequence[Path]) -> LintResult:
    """Check files, and folders laid out as `rules/` is; the files of a catalogue are checked together."""
    files, problems = 0, []
    for path in paths:
        checks = _checks_of_folder(path) if path.is_dir() else _checks_of_file(path)
        for count, check in checks:
            files += count
            problems += _try(check)
    return LintResult(files, tuple(problems))


def _try(check: Check) -> list[RuleError]:
    try:
        check()
    except RuleError as error:
        return [error]
    return []


def _checks_of_folder(folder: Path) -> Iterator[tuple[int, Check]]:
    files = rule_paths(folder)
    for file in files:
        yield 1, partial(load_rule, file)
    catalog, locales = folder / "catalog", folder / "locales"
    if catalog.is_dir():
        yield len(list(catalog.glob("*.yaml"))), partial(_load_whole_catalog, catalog)
    for file in sorted(locales.glob("*.yaml")):
        yield from _checks_of_file(file)
    if all(not _try(partial(load_rule, file)) for file in files):
        yield 0, partial(load_rules, folder)  # two rules of one id, or none at all


def _checks_of_file(file: Path) -> Iterator[tuple[int, Check]]:
    if file.name.endswith(_CASES):
        yield 1, partial(read_document, file)
    elif file.resolve().parent.name == "catalog":
        yield 1, partial(_load_whole_catalog, file.parent)
    elif file.resolve().parent.name == "locales":
        language = next((each for each in LANGUAGES if each == file.stem), None)
        if language is None:
            yield 1, partial(read_document, file)
        else:
            yield 1, partial(load_translations, language, file.resolve().parents[1])
    else:
        yield 1, partial(load_rule, file)


def _load_whole_catalog(folder: Path) -> None:
    load_catalog(folder)
    load_operations(folder)
    load_framework(folder / FILE_NAME)
