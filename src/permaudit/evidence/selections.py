"""What a WHERE clause leaves of the address book: most rows, some, or one person."""

from __future__ import annotations

import re

from permaudit.catalog.operations import Selections
from permaudit.evidence.values import UNKNOWN_PIECE, Number, Site, Text, Value
from permaudit.model.evidence import Scope

_SPLIT = re.compile(r"\b(AND|OR)\b", re.IGNORECASE)
_CONDITION = re.compile(
    r"^[\s(]*(?:(?P<function>lower|upper|length|ifnull|trim)\s*\()?[\s(\"'`\[]*(?P<column>[A-Za-z0-9_.]+)[\s)\"'`\]]*"
    r"(?P<operator>IS\s+NOT\s+NULL|IS\s+NULL|NOT\s+NULL|NOTNULL|NOT\s+LIKE|LIKE|GLOB|NOT\s+IN|IN|MATCH|BETWEEN|=\s*=|=|!=|<>|>=|<=|>|<|IS\s+NOT|IS)?",
    re.IGNORECASE,
)
_WIDE_OPERATORS = frozenset(
    {"!=", "<>", ">", ">=", "<", "<=", "is not null", "not null", "notnull", "is not", "not in", "not like"}
)
_RANK: dict[Scope, int] = {"lookup": 0, "filtered": 1, "unknown": 2, "all": 3}


def scope_of_selection(selection: Value, selections: Selections) -> tuple[Scope, frozenset[Site]]:
    """The scope that a selection leaves, and the cursors whose rows went into its text.

    Conditions joined by AND leave what the narrowest leaves; by OR, what the widest does.
    """
    match selection:
        case Number(0):
            return "all", frozenset()
        case Text(text, rows) if not text.strip():
            return "all", rows
        case Text(text, rows):
            return _scope_of_text(text, selections), rows
        case _:
            return "unknown", frozenset()


def _scope_of_text(text: str, selections: Selections) -> Scope:
    if text.strip() == UNKNOWN_PIECE:
        return "unknown"
    pieces = _SPLIT.split(text)
    alternatives: list[list[Scope]] = [[]]
    for number, piece in enumerate(pieces):
        if number % 2:
            if piece.lower() == "or":
                alternatives.append([])
        else:
            alternatives[-1].append(_scope_of_condition(piece, selections))
    narrowed = [min(each, key=_RANK.__getitem__) for each in alternatives if each]
    return max(narrowed, key=_RANK.__getitem__, default="unknown")


def _scope_of_condition(condition: str, selections: Selections) -> Scope:
    found = _CONDITION.match(condition)
    if found is None:
        return "unknown"
    column = found["column"].rpartition(".")[2].lower()
    operator = re.sub(r"\s+", " ", (found["operator"] or "").lower())
    if column in selections.keep_most:
        return "all"
    if operator in _WIDE_OPERATORS:
        return "all"
    if column in selections.name_one and operator in ("=", "= =", "==", "in", "is"):
        return "lookup"
    return "filtered" if operator else "unknown"


def narrower(first: Scope, second: Scope) -> Scope:
    """The narrower of the scopes of a URI path and of a selection."""
    return min(first, second, key=_RANK.__getitem__) if "picked" not in (first, second) else "picked"
