"""A folder of rules, and packs that add to it: rules, clauses and answers, put together and compared."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from permaudit.errors import RuleError
from permaudit.judge.answers_file import FILE_NAME, load_answers
from permaudit.judge.clause_file import read_clause
from permaudit.judge.problems import Problems
from permaudit.judge.references import Known, check_concerns, check_references
from permaudit.judge.rule_file import read_rule
from permaudit.judge.rule_set import RuleSet
from permaudit.model.clause import Clause
from permaudit.model.rule import Rule

NOT_RULES = ("catalog", "clauses", "locales", "compiled")
CASES = ".cases.yaml"


def rule_paths(directory: Path) -> list[Path]:
    """All rule files below a rules directory, in order: `<category>/<id>.yaml`, cases and other data left out."""
    return sorted(
        path
        for path in directory.glob("*/*.yaml")
        if path.parent.name not in NOT_RULES and not path.name.endswith(CASES)
    )


def clause_paths(directory: Path) -> list[Path]:
    """All clause files below a rules directory, in order."""
    return sorted((directory / "clauses").glob("*.yaml"))


def load_rule_set(directory: Path, known: Known | None = None) -> RuleSet:
    """The rules, clauses and answers of a whole rules directory.

    `known` is what the catalogue names; without it, names of the catalogue are not checked.

    Raises:
        RuleError: a file cannot be used as written, two rules share an id, or a name means nothing.
    """
    nothing = RuleSet((), (), load_answers(directory / FILE_NAME))
    return add_pack(nothing, directory, known)


def add_pack(base: RuleSet, directory: Path, known: Known | None = None) -> RuleSet:
    """A rule set with the rules and clauses of a folder, which are added, or replace one of the same id.

    Raises:
        RuleError: as load_rule_set.
    """
    rules, clauses = _read_rules(directory), _read_clauses(directory)
    all_rules = base.by_id | {name: rule for name, (rule, _) in rules.items()}
    all_clauses = {each.id: each for each in base.clauses} | {name: clause for name, (clause, _) in clauses.items()}
    for rule, path in rules.values():
        check_references(rule, all_rules, all_clauses, known, Problems(path)).refuse()
    for clause, path in clauses.values():
        check_concerns(clause, all_rules, Problems(path)).refuse()
    return RuleSet(
        tuple(all_rules[name] for name in sorted(all_rules)),
        tuple(all_clauses[name] for name in sorted(all_clauses)),
        base.answers,
    )


def load_rules(directory: Path) -> tuple[Rule, ...]:
    """All rules of one directory, by id, each for itself: what they refer to is not looked for.

    Raises:
        RuleError: a file cannot be used as written, or two rules share an id.
    """
    rules = _read_rules(directory)
    return tuple(rules[name][0] for name in sorted(rules))


def rules_hash(directory: Path) -> str:
    """SHA-256 over the names and bytes of every file that can change an answer, in order of name."""
    digest = hashlib.sha256()
    for name, path in sorted(_files(directory)):
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123  hundreds of files at every start
            digest.update(name.encode() + b"\0" + hashlib.sha256(file.read()).digest())
    return digest.hexdigest()


def _files(directory: Path) -> Iterator[tuple[str, str]]:
    """The files below a rules directory that hold data, each by its name from there and its path."""
    for entry in os.scandir(directory):
        if entry.is_dir():
            for inner in os.scandir(entry.path):
                if inner.name.endswith((".yaml", ".zz")) and not inner.name.endswith(CASES):
                    yield f"{entry.name}/{inner.name}", inner.path
        elif entry.name.endswith(".yaml"):
            yield entry.name, entry.path


def _read_rules(directory: Path) -> dict[str, tuple[Rule, Path]]:
    rules: dict[str, tuple[Rule, Path]] = {}
    for path in rule_paths(directory):
        rule, problems = read_rule(path)
        if rule is not None and rule.id in rules:
            problems.add("id-twice", "id", name=rule.id, other=str(rules[rule.id][1]))
        problems.refuse()
        assert rule is not None  # a rule without problems is one
        rules[rule.id] = (rule, path)
    if not rules and not any(clause_paths(directory)) and not (directory / "catalog").is_dir():
        raise RuleError("lint-no-rules", file=str(directory), line=1)
    return rules


def _read_clauses(directory: Path) -> dict[str, tuple[Clause, Path]]:
    clauses = {}
    for path in clause_paths(directory):
        clause, problems = read_clause(path)
        problems.refuse()
        assert clause is not None  # a clause without problems is one
        clauses[clause.id] = (clause, path)
    return clauses
