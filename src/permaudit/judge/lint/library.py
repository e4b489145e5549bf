"""All checks of a folder of rules, or of single files of one, in the light of the shipped rules and catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from permaudit.catalog.catalog import Catalog
from permaudit.errors import RuleError
from permaudit.judge.clause_file import read_clause
from permaudit.judge.lint.cases import check_cases, check_orphan
from permaudit.judge.lint.likeness import check_likeness
from permaudit.judge.lint.logic import check_logic
from permaudit.judge.lint.strays import check_strays
from permaudit.judge.lint.texts import Wording, check_clause_texts, check_texts
from permaudit.judge.loader import CASES, clause_paths, rule_paths
from permaudit.judge.problems import Problems
from permaudit.judge.references import check_concerns, check_references, known_names
from permaudit.judge.rule_file import read_rule
from permaudit.judge.rule_set import RuleSet
from permaudit.model.clause import Clause
from permaudit.model.rule import Rule


@dataclass(frozen=True, slots=True)
class Surrounding:
    """What the files to be checked are added to: the shipped rules, the catalogue, and the words that accuse."""

    rule_set: RuleSet
    catalog: Catalog
    wording: Wording


def lint_folder(folder: Path, around: Surrounding) -> list[RuleError]:
    """The problems of rules, cases and clauses of a folder laid out as `rules/` is, and files that nothing reads."""
    orphans = [check_orphan(path) for path in sorted(folder.glob(f"*/*{CASES}"))]
    return lint_files(rule_paths(folder), clause_paths(folder), around) + _found([*orphans, *check_strays(folder)])


def lint_files(rule_files: Iterable[Path], clause_files: Iterable[Path], around: Surrounding) -> list[RuleError]:
    """The problems of some rule and clause files, which may refer to each other and to all that is shipped."""
    problems: list[Problems] = []
    rules: dict[str, tuple[Rule, Path]] = {}
    for path in rule_files:
        rule, found = read_rule(path)
        if rule is not None and rule.id in rules:
            found.add("id-twice", "id", name=rule.id, other=str(rules[rule.id][1]))
        elif rule is not None:
            rules[rule.id] = (rule, path)
        problems.append(found)
    clauses: dict[str, tuple[Clause, Path]] = {}
    for path in clause_files:
        clause, found = read_clause(path)
        if clause is not None:
            clauses[clause.id] = (clause, path)
        problems.append(found)
    all_rules = around.rule_set.by_id | {name: rule for name, (rule, _) in rules.items()}
    all_clauses = {each.id for each in around.rule_set.clauses} | {*clauses}
    for rule, path in rules.values():
        problems += _check_rule(rule, path, all_rules, all_clauses, around)
    problems += check_likeness(rules.values(), around.rule_set.rules)
    for clause, path in clauses.values():
        found = check_concerns(clause, all_rules, Problems(path))
        check_clause_texts(clause, around.wording, found)
        problems.append(found)
    return _found(problems)


def _check_rule(
    rule: Rule, path: Path, rules: Mapping[str, Rule], clauses: set[str], around: Surrounding
) -> list[Problems]:
    problems = check_references(rule, rules, clauses, known_names(around.catalog), Problems(path))
    check_texts(rule, around.wording, problems)
    check_logic(rule, around.catalog, problems)
    return [problems, check_cases(rule, path, rules)]


def _found(problems: Iterable[Problems]) -> list[RuleError]:
    """All problems by file and line, each once."""
    every = [error for each in problems for error in each.found]
    distinct = {(error.message_id, tuple(error.arguments.items())): error for error in every}
    return sorted(distinct.values(), key=lambda each: (str(each.arguments["file"]), each.arguments["line"]))
