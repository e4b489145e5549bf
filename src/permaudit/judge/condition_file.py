"""Conditions as rule files write them, into values; every mistake is noted with its place."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

import msgspec

from permaudit.judge.closed_lists import CLOSED_LISTS
from permaudit.judge.problems import Problems, with_remedy
from permaudit.model.rule import LEAVES, All, AnyOf, Condition, Count, Leaf, Not, RuleIs
from permaudit.model.wording import WRITTEN_AS

_MOST_DEPTH = 20
_MOST_VALUES = 5_000
_LEAVES: dict[str, type[Leaf]] = {str(each.__struct_config__.tag): each for each in LEAVES}
KINDS = (*_LEAVES, "rule", "all", "any", "not", "count")
"""The words by which a condition begins."""

SHORT_FORMS = {
    "permission": "name",
    "api": "name",
    "request": "permission",
    "string": "name",
    "asset": "name",
    "library": "name",
    "packer": "name",
    "bridge": "framework",
    "access": "door",
    "limitation": "of",
}
"""The attribute that is meant where a condition is only a text."""

_FIELDS = {written: field for field, written in WRITTEN_AS.items()}
_ONE_VALUE = {("permission", "group")}


def read_condition(written: object, problems: Problems, where: str, depth: int = 0) -> Condition | None:
    """The condition, or None if it has a problem."""
    if depth == 0 and _is_too_long(written):
        problems.add("too-long", where, most=_MOST_VALUES)
        return None
    if not isinstance(written, dict) or len(written) != 1:
        problems.add("condition-form", where, known=", ".join(KINDS))
        return None
    if depth > _MOST_DEPTH:
        problems.add("too-deep", where, most=_MOST_DEPTH)
        return None
    ((kind, body),) = written.items()
    inner = f"{where}.{kind}"
    match kind:
        case "all" | "any":
            parts = _read_parts(body, problems, inner, depth)
            return None if parts is None else All(parts) if kind == "all" else AnyOf(parts)
        case "not":
            part = read_condition(body, problems, inner, depth + 1)
            return None if part is None else Not(part)
        case "count":
            return _read_count(body, problems, inner, depth)
        case "rule":
            if isinstance(body, str):
                return RuleIs(body)
            problems.add("wrong-type", inner, name="rule", problem="Expected the id of a rule")
            return None
        case _ if kind in _LEAVES:
            return _read_leaf(_LEAVES[kind], body, problems, inner)
        case _:
            near = get_close_matches(str(kind), KINDS, 1)
            problems.add("unknown-condition", inner, name=str(kind), known=", ".join(near or KINDS))
            return None


def _is_too_long(written: object) -> bool:
    """Whether a condition holds too many values; those that YAML's `*name` repeats count each time, without end."""
    waiting, count = [written], 0
    while waiting:
        value = waiting.pop()
        count += 1
        if isinstance(value, dict | list):
            if count + len(waiting) + len(value) > _MOST_VALUES:
                return True
            waiting += value.values() if isinstance(value, dict) else value
    return False


def _read_parts(body: object, problems: Problems, where: str, depth: int) -> tuple[Condition, ...] | None:
    if not isinstance(body, list) or not body:
        problems.add("no-parts", where)
        return None
    parts = [read_condition(each, problems, f"{where}[{n}]", depth + 1) for n, each in enumerate(body)]
    known = tuple(each for each in parts if each is not None)
    return known if len(known) == len(parts) else None


def _read_count(body: object, problems: Problems, where: str, depth: int) -> Condition | None:
    if (
        not isinstance(body, dict)
        or not {"at_least", "below"} & set(body)
        or not {*body} <= {"of", "at_least", "below"}
    ):
        problems.add("count-form", where)
        return None
    of = body.get("of")
    if isinstance(of, list):
        parts = _read_parts(of, problems, f"{where}.of", depth)
    else:
        part = read_condition(of, problems, f"{where}.of", depth + 1)
        parts = None if part is None else (part,)
    bounds = {name: body[name] for name in ("at_least", "below") if name in body}
    for name, bound in bounds.items():
        if type(bound) is not int or bound < 1:
            problems.add("wrong-type", f"{where}.{name}", name=name, problem="Expected a whole number from 1")
            return None
    return None if parts is None else Count(parts, bounds.get("at_least"), bounds.get("below"))


def _read_leaf(kind: type[Leaf], body: object, problems: Problems, where: str) -> Leaf | None:
    tag = str(kind.__struct_config__.tag)
    if isinstance(body, str) and tag in SHORT_FORMS:
        body = {SHORT_FORMS[tag]: [body]}
    if not isinstance(body, dict):
        problems.add("attributes-form", where, condition=tag)
        return None
    known = [WRITTEN_AS.get(name, name) for name in kind.__struct_fields__]
    strange = [name for name in body if name not in known]
    for name in strange:
        near = get_close_matches(str(name), known, 1)
        problems.add(
            "unknown-attribute", f"{where}.{name}", condition=tag, name=str(name), known=", ".join(near or known)
        )
    if strange:
        return None
    attributes: dict[str, Any] = {"kind": tag}
    for name, value in body.items():
        one = isinstance(value, str) and (tag, name) not in _ONE_VALUE
        attributes[_FIELDS.get(name, name)] = [value] if one else value
        if value == []:
            problems.add("empty-list", f"{where}.{name}", name=name)
            return None
    try:
        leaf = msgspec.convert(attributes, kind)
    except msgspec.ValidationError as error:
        problem, _, place = str(error).partition(" - at `$.")
        name = WRITTEN_AS.get(place.rstrip("`").partition("[")[0], place.rstrip("`").partition("[")[0])
        problems.add("wrong-type", f"{where}.{name}" if name else where, name=name or tag, problem=with_remedy(problem))
        return None
    return leaf if _words_are_known(leaf, problems, where) else None


def _words_are_known(leaf: Leaf, problems: Problems, where: str) -> bool:
    before = len(problems.found)
    tag = str(leaf.__struct_config__.tag)
    for field in leaf.__struct_fields__:
        name = WRITTEN_AS.get(field, field)
        known = CLOSED_LISTS.get((tag, name))
        if known is None:
            continue
        for word in getattr(leaf, field):
            if word not in known:
                near = get_close_matches(word, sorted(known), 1)
                problems.add(
                    "unknown-word", f"{where}.{name}", name=name, word=word, known=", ".join(near or sorted(known))
                )
    return len(problems.found) == before
