"""What a WHERE clause leaves of the address book: most rows, some, or one person."""

from __future__ import annotations

import re

from permaudit.catalog.operations import Selections
from permaudit.evidence.values import UNKNOWN_PIECE, Number, Site, Text, Value
from permaudit.model.evidence import Scope

_QUOTED = re.compile(r"'(?![%*]+')(?:[^']|'')*'")
_TAUTOLOGY = re.compile(
    r"\s*(?:TRUE|'?(\w+(?:\.\w+)?)'?\s*==?\s*'?\1'?|[\w.]+\s+(?:LIKE|GLOB)\s+'[%*]+')\s*", re.IGNORECASE
)
_WORDS = re.compile(r"[()]|\b(?:AND|OR|BETWEEN)\b", re.IGNORECASE)
_NOT = re.compile(r"\s*NOT\b(?!\s*(?:NULL|LIKE|IN|BETWEEN|GLOB)\b)", re.IGNORECASE)
_ONE_MEMBER = re.compile(r"IN\s*\(\s*(?:\?|'[^',]*'|[0-9]+)\s*\)", re.IGNORECASE)
_MOST_DEPTH = 32
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
    return _scope_of_clause(_QUOTED.sub("'?'", text), selections, 0)


def _scope_of_clause(text: str, selections: Selections, depth: int) -> Scope:
    """OR leaves what the widest alternative does, AND what the narrowest does; parentheses bind first."""
    if depth > _MOST_DEPTH:
        return "unknown"
    for word, choose in (("or", max), ("and", min)):
        pieces = _split(text, word)
        if len(pieces) > 1:
            scopes = [_scope_of_clause(piece, selections, depth + 1) for piece in pieces]
            chosen = choose(scopes, key=_RANK.__getitem__)
            return "filtered" if word == "or" and chosen == "lookup" else chosen  # one or another is not one
    negated = _NOT.match(text)
    if negated is not None:
        inner = _scope_of_clause(text[negated.end() :], selections, depth + 1)
        return "all" if inner == "lookup" else inner  # everybody but one
    inside = _inside_parentheses(text)
    return _scope_of_clause(inside, selections, depth + 1) if inside else _scope_of_condition(text, selections)


def _split(text: str, word: str) -> list[str]:
    """Split at a word that stands outside all parentheses; the AND of a BETWEEN is no such word."""
    pieces: list[str] = []
    level = start = 0
    between = False
    for found in _WORDS.finditer(text):
        match found[0].lower():
            case "(":
                level += 1
            case ")":
                level -= 1
            case "between":
                between = level == 0 or between
            case "and" if between and level == 0:
                between = False
            case each if each == word and level == 0:
                pieces.append(text[start : found.start()])
                start = found.end()
            case _:
                pass
    return [*pieces, text[start:]]


def _inside_parentheses(text: str) -> str | None:
    """What a pair of parentheses around the whole text encloses."""
    stripped = text.strip()
    if not stripped.startswith("("):
        return None
    level = 0
    for place, letter in enumerate(stripped):
        level += (letter == "(") - (letter == ")")
        if level == 0:
            return stripped[1:place] if place == len(stripped) - 1 else None
    return stripped[1:]


def _scope_of_condition(condition: str, selections: Selections) -> Scope:
    if _TAUTOLOGY.fullmatch(condition):
        return "all"
    found = _CONDITION.match(condition)
    if found is None:
        return "unknown"
    column = found["column"].rpartition(".")[2].lower()
    operator = re.sub(r"\s+", " ", (found["operator"] or "").lower())
    if column in selections.keep_most:
        return "all"
    if operator in _WIDE_OPERATORS:
        return "all"
    if column in selections.name_one and operator == "in":
        return "lookup" if _ONE_MEMBER.search(condition) else "filtered"
    if column in selections.name_one and operator in ("=", "= =", "==", "is"):
        return "lookup"
    return "filtered" if operator else "unknown"


def narrower(first: Scope, second: Scope) -> Scope:
    """The narrower of the scopes of a URI path and of a selection."""
    return min(first, second, key=_RANK.__getitem__) if "picked" not in (first, second) else "picked"
