"""Whether the cases of a rule show when it says yes, no and unknown."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from permaudit.judge.case_file import Case, cases_path, read_cases, rule_path
from permaudit.judge.problems import Problems
from permaudit.judge.references import leaves
from permaudit.model.rule import LimitationIs, Rule, RuleIs


def check_cases(rule: Rule, path: Path, rules: Mapping[str, Rule]) -> Problems:
    """What is wrong with the cases beside a rule file, and what they do not show."""
    place = cases_path(path)
    if not place.is_file():
        problems = Problems(path)
        problems.add("no-cases", file_name=place.name)
        return problems
    cases, problems = read_cases(place)
    if problems.found:
        return problems
    shown = {case.expect for case in cases if case.observations is not None}
    wanted = ["yes", "no", *(["unknown"] if can_be_unknown(rule, rules) else [])]
    for outcome in wanted:
        if outcome not in shown:
            problems.add("outcome-not-shown", outcome=outcome)
    _check_names(cases, problems)
    return problems


def check_orphan(path: Path) -> Problems:
    """Cases without a rule."""
    problems = Problems(path)
    if not rule_path(path).is_file():
        problems.add("cases-of-nothing", file_name=rule_path(path).name)
    return problems


def can_be_unknown(rule: Rule, rules: Mapping[str, Rule], depth: int = 0) -> bool:
    """Whether anything that could be hidden would leave a rule open; limitations themselves are always known."""
    for _, leaf in leaves(rule.when):
        if isinstance(leaf, RuleIs):
            other = rules.get(leaf.id)
            if other is None or depth > len(rules) or can_be_unknown(other, rules, depth + 1):
                return True
        elif not isinstance(leaf, LimitationIs):
            return True
    return False


def _check_names(cases: list[Case], problems: Problems) -> None:
    seen: set[str] = set()
    for number, case in enumerate(cases):
        if case.name in seen:
            problems.add("case-twice", f"[{number}].name", name=case.name)
        seen.add(case.name)
