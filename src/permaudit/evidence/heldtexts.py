"""Texts of the catalogue that the code holds as constants."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from permaudit.catalog.signs import TextEntry
from permaudit.dex.opcodes import CONST_STRING, CONST_STRING_JUMBO, Reference
from permaudit.dex.strings import StringTable
from permaudit.evidence.code import Code
from permaudit.evidence.texts import MOST_TEXT
from permaudit.evidence.values import UNKNOWN_PIECE, Site
from permaudit.model.behaviour import TextSeen
from permaudit.model.place import Owner

_MOST_TEXTS = 64
"""Texts that are told of one entry: enough to show it, and too few to fill a report with."""
_MOST_OCCURRENCES = 4096
_MOST_METHODS = 64


def find_texts(code: Code, entries: Iterable[TextEntry], owner_of: Callable[[int], Owner]) -> list[TextSeen]:
    """Each text that an entry means and that some code loads, at the first place in the app's own code or in any."""
    seen: dict[str, dict[str, Site]] = {}
    for entry in entries:
        told = seen.setdefault(entry.id, {})
        for file, tables in enumerate(code.program.files):
            for string in matching_strings(tables.strings, entry.text):
                text = tables.strings.text(string)[:MOST_TEXT]
                site = _first_use(code, file, string, owner_of) if len(told) < _MOST_TEXTS or text in told else None
                if site is not None:
                    told[text] = _first(told.get(text), site, owner_of)
    return [
        TextSeen(name, text, code.place(site.method, site.index), owner_of(site.method))
        for name in sorted(seen)
        for text, site in sorted(seen[name].items())
    ]


def matching_strings(strings: StringTable, pattern: str) -> Iterable[int]:
    """The ids of strings that a text of the catalogue means; `*` at an end stands for any letters there."""
    part = pattern.strip(UNKNOWN_PIECE).encode()
    any_before, any_behind = pattern.startswith(UNKNOWN_PIECE), pattern.endswith(UNKNOWN_PIECE)
    if not any_before and not any_behind:
        found = strings.find(part)
        return [found] if found >= 0 else []
    if not any_before:
        return strings.find_beginning(part)[:_MOST_OCCURRENCES]
    holding = strings.find_holding(part, _MOST_OCCURRENCES)
    return holding if any_behind else [each for each in holding if strings.raw(each).endswith(part)]


def _first_use(code: Code, file: int, string: int, owner_of: Callable[[int], Owner]) -> Site | None:
    """The first instruction that loads a string of a DEX file, in a method of the app's own if there is one."""
    users = code.program.users(Reference.STRING, file, string)
    loads = np.flatnonzero(np.isin(users.opcodes, np.array((CONST_STRING, CONST_STRING_JUMBO), np.uint8)))
    which, methods = code.program.methods_of_items(file, users.items[loads])
    order = np.lexsort((users.positions[loads][which], methods))
    found: Site | None = None
    for row in order[:_MOST_METHODS].tolist():
        place = loads[which[row]]
        for method, index in code.at_position(file, int(users.items[place]), int(users.positions[place])):
            if method == int(methods[row]):
                found = _first(found, Site(method, index), owner_of)
        if found is not None and owner_of(found.method).kind == "app":
            break
    return found


def _first(known: Site | None, site: Site, owner_of: Callable[[int], Owner]) -> Site:
    return site if known is None else min(known, site, key=lambda each: (owner_of(each.method).kind != "app", each))
