"""One rule file into a Rule: all its problems are found, not only the first."""

from __future__ import annotations

from pathlib import Path

import msgspec

from permaudit.documents import read_document
from permaudit.errors import RuleError
from permaudit.judge.condition_file import read_condition
from permaudit.judge.problems import Problems, convert_fields
from permaudit.model.rule import Confidence, Rule, Severity

SCHEMA = "permaudit/rule/1"


class RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The fields of a rule file, as written; the category of a rule is the folder it stands in."""

    schema: str
    id: str
    title: str
    severity: Severity
    confidence: Confidence
    why: str
    advice: str
    when: object
    references: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    since: str = ""


def load_rule(path: Path) -> Rule:
    """One rule file.

    Raises:
        RuleError: it cannot be used as written; names the line.
    """
    rule, problems = read_rule(path)
    problems.refuse()
    assert rule is not None  # a rule without problems is one
    return rule


def read_rule(path: Path) -> tuple[Rule | None, Problems]:
    """One rule file as far as it can be read, and what keeps it from being used; no rule where there is anything."""
    problems = Problems(path)
    try:
        document = read_document(path)
    except RuleError as error:
        problems.include(error)
        return None, problems
    fields = convert_fields(document, RuleFile, problems)
    if fields.get("schema", SCHEMA) != SCHEMA:
        problems.add("wrong-schema", "schema", name=fields["schema"], known=SCHEMA)
    if fields.get("id", path.stem) != path.stem:
        problems.add("id-is-not-the-file-name", "id", name=fields["id"], file_name=path.stem)
    when = read_condition(fields["when"], problems, "when") if "when" in fields else None
    if problems.found or when is None:
        return None, problems
    written = RuleFile(**fields)
    rule = Rule(
        id=written.id,
        category=path.parent.name,
        title=written.title.strip(),
        severity=written.severity,
        confidence=written.confidence,
        why=" ".join(written.why.split()),
        advice=" ".join(written.advice.split()),
        when=when,
        references=written.references,
        clauses=written.clauses,
        since=written.since,
    )
    return rule, problems
