"""One clause file into a Clause: all its problems are found, not only the first."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from permaudit.documents import read_document
from permaudit.errors import RuleError
from permaudit.judge.problems import Problems, convert_fields
from permaudit.model.clause import Clause

SCHEMA = "permaudit/clause/1"
LONGEST_SAYS = 400
_DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_PLACE = re.compile(r"[A-Z]{2}|[a-z]+(-[a-z]+)*")


def read_clause(path: Path) -> tuple[Clause | None, Problems]:
    """One clause file as far as it can be read, and what keeps it from being used; no clause where anything does."""
    problems = Problems(path)
    try:
        document = read_document(path)
    except RuleError as error:
        problems.include(error)
        return None, problems
    schema, fields = _read_fields(document, problems)
    _check(fields, schema, path, problems)
    if problems.found:
        return None, problems
    values: dict[str, Any] = {
        name: " ".join(each.split()) if isinstance(each, str) else each for name, each in fields.items()
    }
    return Clause(**values), problems


def _read_fields(document: object, problems: Problems) -> tuple[object, dict[str, Any]]:
    """The schema, which is not kept, and the fields of the clause."""
    if not isinstance(document, dict):
        return SCHEMA, convert_fields(document, Clause, problems)
    if "schema" not in document:
        problems.add("missing-field", name="schema")
    fields = {name: each for name, each in document.items() if name != "schema"}
    return document.get("schema", SCHEMA), convert_fields(fields, Clause, problems)


def _check(fields: dict[str, Any], schema: object, path: Path, problems: Problems) -> None:
    if schema != SCHEMA:
        problems.add("wrong-schema", "schema", name=str(schema), known=SCHEMA)
    if fields.get("id", path.stem) != path.stem:
        problems.add("id-is-not-the-file-name", "id", name=str(fields["id"]), file_name=path.stem)
    for name in ("since", "review"):
        value = fields.get(name)
        if isinstance(value, str) and not _DATE.fullmatch(value):
            problems.add("not-a-date", name, name=name, value=value)
    where = fields.get("where")
    if isinstance(where, str) and not _PLACE.fullmatch(where):
        problems.add("not-a-place", "where", value=where)
    says = fields.get("says")
    if isinstance(says, str) and len(says) > LONGEST_SAYS:
        problems.add("text-too-long", "says", name="says", most=LONGEST_SAYS)
    if fields.get("seen") == "unverified" and fields.get("status", "not-verified") != "not-verified":
        problems.add("law-nobody-saw", "status", value=str(fields["status"]))
    if fields.get("concerns") == ():
        problems.add("empty-list", "concerns", name="concerns")
    for name in ("title", "authority", "applies_to", "says", "source"):
        value = fields.get(name)
        if isinstance(value, str) and not value.strip():
            problems.add("missing-text", name, name=name)
