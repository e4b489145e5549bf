"""Which files of a package fit the path patterns of the catalogue, found without trying every pattern on every file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


class PathPatterns:
    """Paths in which `*` stands for any letters, also for none and for slashes.

    A pattern is tried only on files that have its name, or the ending of its name; only patterns without either (with a
    `*` after the last dot) are tried on all. A trial takes time in the length of the path, whatever the pattern.
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        self._by_name: dict[str, list[tuple[str, list[str]]]] = {}
        self._by_ending: dict[str, list[tuple[str, list[str]]]] = {}
        self._others: list[tuple[str, list[str]]] = []
        for pattern in dict.fromkeys(patterns):
            entry = (pattern, pattern.split("*"))
            name = pattern.rpartition("/")[2]
            ending = name.rpartition(".")[2]
            if "*" not in name:
                self._by_name.setdefault(name, []).append(entry)
            elif "*" not in ending and "." in name:
                self._by_ending.setdefault(ending, []).append(entry)
            else:
                self._others.append(entry)

    def find(self, paths: Iterable[str]) -> dict[str, str]:
        """The first path that fits each pattern; patterns come in the order in which they were met."""
        found: dict[str, str] = {}
        by_name, by_ending, others = self._by_name, self._by_ending, self._others
        for path in paths:
            name = path[path.rfind("/") + 1 :]
            tried = by_name.get(name)
            if tried:
                _try(tried, path, found)
            tried = by_ending.get(name[name.rfind(".") + 1 :])
            if tried:
                _try(tried, path, found)
            if others:
                _try(others, path, found)
        return found


def fits(pieces: Sequence[str], text: str) -> bool:
    """Whether a text is these pieces with any letters between them; each piece is taken where it first stands."""
    if len(pieces) == 1:
        return text == pieces[0]
    first, *inner, last = pieces
    end = len(text) - len(last)
    at = len(first)
    if at > end or not text.startswith(first) or not text.endswith(last):
        return False
    for piece in inner:
        at = text.find(piece, at, end)
        if at < 0:
            return False
        at += len(piece)
    return True


def _try(patterns: Iterable[tuple[str, list[str]]], path: str, found: dict[str, str]) -> None:
    for pattern, pieces in patterns:
        if pattern not in found and fits(pieces, path):
            found[pattern] = path
