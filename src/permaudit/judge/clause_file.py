"""One clause file into a Clause: all its problems are found, not only the first."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from permaudit.documents import read_document
from permaudit.errors import RuleError
from permaudit.judge.problems import Problems, convert_fields
from permaudit.model.clause import Clause, ClauseStatus, ClauseType, Seen
from permaudit.model.rule import TargetSdkIs

SCHEMA = "permaudit/clause/1"
LONGEST_SAYS = 400
_DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_PLACE = re.compile(r"[A-Z]{2}|[a-z]+(-[a-z]+)*")


class _TargetSdk(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    at_least: int | None = None
    below: int | None = None


class ClauseFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The fields of a clause file, as written."""

    schema: str
    id: str
    where: str
    title: str
    authority: str
    type: ClauseType
    status: ClauseStatus
    applies_to: str
    says: str
    source: str
    seen: Seen
    review: str
    concerns: tuple[str, ...]
    original: str | None = None
    clause: str | None = None
    since: str | None = None
    target_sdk: _TargetSdk | None = None
    note: str | None = None


def read_clause(path: Path) -> tuple[Clause | None, Problems]:
    """One clause file as far as it can be read, and what keeps it from being used; no clause where anything does."""
    problems = Problems(path)
    try:
        document = read_document(path)
    except RuleError as error:
        problems.include(error)
        return None, problems
    fields = convert_fields(document, ClauseFile, problems)
    _check(fields, path, problems)
    if problems.found:
        return None, problems
    texts = {name: " ".join(each.split()) for name, each in fields.items() if isinstance(each, str)}
    bounds = fields.get("target_sdk")
    target = None if bounds is None else TargetSdkIs(bounds.at_least, bounds.below)
    values = {**fields, **texts, "target_sdk": target}
    del values["schema"]
    return Clause(**values), problems


def _check(fields: dict[str, object], path: Path, problems: Problems) -> None:
    if fields.get("schema", SCHEMA) != SCHEMA:
        problems.add("wrong-schema", "schema", name=str(fields["schema"]), known=SCHEMA)
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
    if fields.get("concerns") == ():
        problems.add("empty-list", "concerns", name="concerns")
    for name in ("title", "authority", "applies_to", "says", "source"):
        value = fields.get(name)
        if isinstance(value, str) and not value.strip():
            problems.add("missing-text", name, name=name)
