"""Rule files into Rules: every problem of a file names its line."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any, NoReturn

import msgspec

from permaudit.documents import convert_document, line_of, read_document
from permaudit.errors import RuleError
from permaudit.judge.closed_lists import CLOSED_LISTS
from permaudit.model.rule import (
    AccessIs,
    All,
    AnyOf,
    Condition,
    Confidence,
    FlowIs,
    LimitationIs,
    Not,
    PermissionIs,
    PickerIs,
    ReadIs,
    Rule,
    Severity,
)

SCHEMA = "permaudit/rule/1"
NOT_RULES = ("catalog", "clauses", "locales")
_MOST_DEPTH = 20
Leaf = PermissionIs | ReadIs | FlowIs | LimitationIs | AccessIs | PickerIs
_LEAVES: dict[str, type[Leaf]] = {
    "permission": PermissionIs,
    "read": ReadIs,
    "flow": FlowIs,
    "limitation": LimitationIs,
    "access": AccessIs,
    "picker": PickerIs,
}


class RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The fields of a rule file, as written."""

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


def rule_paths(directory: Path) -> list[Path]:
    """All rule files below a rules directory, in order: `<group>/<id>.yaml`, cases and other data left out."""
    return sorted(
        path
        for path in directory.glob("*/*.yaml")
        if path.parent.name not in NOT_RULES and not path.name.endswith(".cases.yaml")
    )


def load_rules(directory: Path) -> tuple[Rule, ...]:
    """All rules of a directory, by id.

    Raises:
        RuleError: a file cannot be used as written, or two rules share an id.
    """
    rules: dict[str, tuple[Rule, Path]] = {}
    for path in rule_paths(directory):
        rule = load_rule(path)
        if rule.id in rules:
            _fail(path, "id", f"the rule '{rule.id}' is also in {rules[rule.id][1]}")
        rules[rule.id] = (rule, path)
    if not rules:
        raise RuleError("rule-file", file=str(directory), line=1, problem="no rule files are here")
    return tuple(rules[name][0] for name in sorted(rules))


def load_rule(path: Path) -> Rule:
    """One rule file.

    Raises:
        RuleError: it cannot be used as written; names the line.
    """
    written = convert_document(read_document(path), RuleFile, path)
    if written.schema != SCHEMA:
        _fail(path, "schema", f"the schema is '{written.schema}', this version reads '{SCHEMA}'")
    if written.id != path.stem:
        _fail(path, "id", f"the id '{written.id}' is not the file name '{path.stem}'")
    return Rule(
        id=written.id,
        group=path.parent.name,
        title=written.title.strip(),
        severity=written.severity,
        confidence=written.confidence,
        why=" ".join(written.why.split()),
        advice=" ".join(written.advice.split()),
        when=_condition(written.when, path, "when", 0),
        references=written.references,
        clauses=written.clauses,
        since=written.since,
    )


def rules_hash(directory: Path) -> str:
    """SHA-256 over the names and bytes of every file that can change an answer, in order of name."""
    digest = hashlib.sha256()
    for path in sorted((*directory.glob("*/*.yaml"), *directory.glob("*/*.zz"))):
        if not path.name.endswith(".cases.yaml"):
            digest.update(path.relative_to(directory).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _condition(written: object, path: Path, where: str, depth: int) -> Condition:
    if not isinstance(written, dict) or len(written) != 1 or depth > _MOST_DEPTH:
        _fail(path, where, "a condition is one of: permission, read, flow, limitation, access, picker, all, any, not")
    ((kind, body),) = written.items()
    inner = f"{where}.{kind}"
    if kind in ("all", "any"):
        if not isinstance(body, list) or not body:
            _fail(path, inner, f"'{kind}' takes a list of conditions")
        parts = tuple(_condition(each, path, f"{inner}[{n}]", depth + 1) for n, each in enumerate(body))
        return All(parts) if kind == "all" else AnyOf(parts)
    if kind == "not":
        return Not(_condition(body, path, inner, depth + 1))
    if kind not in _LEAVES:
        _fail(path, inner, f"there is no condition '{kind}'")
    return _leaf(_LEAVES[kind], body, path, inner)


def _leaf(kind: type[Leaf], body: object, path: Path, where: str) -> Leaf:
    if kind is PermissionIs and isinstance(body, str):
        body = {"name": [body]}
    if not isinstance(body, dict):
        _fail(path, where, "a mapping of attributes is needed here")
    for name in body:
        if name not in kind.__struct_fields__:
            _fail(path, f"{where}.{name}", f"there is no attribute '{name}'")
    attributes: dict[str, Any] = {
        name: [value] if isinstance(value, str) and name != "group" else value for name, value in body.items()
    }
    try:
        leaf = msgspec.convert({"kind": kind.__struct_config__.tag, **attributes}, kind)
    except msgspec.ValidationError as error:
        problem, _, place = str(error).partition(" - at `$")
        _fail(path, where + place.rstrip("`"), problem)
    _check_words(leaf, path, where)
    return leaf


def _check_words(leaf: Leaf, path: Path, where: str) -> None:
    for name in leaf.__struct_fields__:
        known = CLOSED_LISTS.get((str(leaf.__struct_config__.tag), name))
        strange = [word for word in getattr(leaf, name) if word not in known] if known is not None else []
        if strange:
            _fail(path, f"{where}.{name}", f"there is no {name} '{strange[0]}'")


def _fail(path: Path, where: str, problem: str) -> NoReturn:
    raise RuleError("rule-file", file=str(path), line=line_of(path, f"$.{where}"), problem=problem)
