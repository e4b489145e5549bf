"""The cases of a rule: what was seen, or a whole app, and what the rule says to it."""

from __future__ import annotations

from pathlib import Path

import msgspec

from permaudit.documents import read_document
from permaudit.errors import RuleError
from permaudit.judge.conditions import Evaluator
from permaudit.judge.notation import observations_of
from permaudit.judge.problems import Problems, convert_fields
from permaudit.judge.rule_set import RuleSet
from permaudit.judge.written import WrittenObservations
from permaudit.model.app import Tristate
from permaudit.model.rule import Rule

_ENDING = ".cases.yaml"


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One case: `observations` in the notation, or the name or path of an `app`, and what is expected of the rule."""

    name: str
    expect: Tristate
    observations: WrittenObservations | None = None
    app: str | None = None


def cases_path(rule: Path) -> Path:
    """Where the cases of a rule file stand."""
    return rule.with_name(rule.stem + _ENDING)


def rule_path(cases: Path) -> Path:
    """The rule file that a file of cases belongs to."""
    return cases.with_name(cases.name.removesuffix(_ENDING) + ".yaml")


def read_cases(path: Path) -> tuple[list[Case], Problems]:
    """The cases of one file as far as they can be read, and what is wrong with the others."""
    problems = Problems(path)
    try:
        document = read_document(path)
    except RuleError as error:
        problems.include(error)
        return [], problems
    if not isinstance(document, list):
        problems.add("cases-form")
        return [], problems
    cases = []
    for number, written in enumerate(document):
        before = len(problems.found)
        fields = convert_fields(written, Case, problems, f"[{number}]")
        if len(problems.found) > before:
            continue
        if (fields.get("observations") is None) == (not fields.get("app")):
            problems.add("case-form", f"[{number}]", name=str(fields["name"]))
            continue
        cases.append(Case(**fields))
    return cases, problems


def answer_case(case: Case, rule: Rule, rule_set: RuleSet) -> Tristate:
    """What a rule says to the observations of a case."""
    assert case.observations is not None
    return Evaluator(observations_of(case.observations), rule_set.by_id).answer(rule).outcome
