"""Mentions of people's data in bytes that are not read as code: content URIs, names of Android's classes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_OVERLAP_BYTES = 128  # longer than any text that is looked for


class Mentions:
    """Texts looked for at the speed of a plain search: what they begin with is found first, the rest checked there."""

    def __init__(self, texts: Iterable[str]) -> None:
        groups: dict[str, list[str]] = {}
        for text in texts:
            groups.setdefault(_beginning(text), []).append(text)
        self._searches = [(begin.encode(), _pattern(begin, rest)) for begin, rest in sorted(groups.items())]

    def find(self, data: bytes) -> str | None:
        """A text that stands in the data, the first of the first group; None if none does."""
        return self._find(data, goes_on=False)

    def find_in(self, pieces: Iterable[bytes]) -> str | None:
        """A text that stands in the joined pieces."""
        tail = b""
        for piece in pieces:
            window = tail + piece
            text = self._find(window, goes_on=True)
            if text is not None:
                return text
            tail = window[-_OVERLAP_BYTES:]
        return self.find(tail)

    def _find(self, data: bytes, *, goes_on: bool) -> str | None:
        """What stands at the very end of data that goes on may be the beginning of another name, and waits."""
        for begin, pattern in self._searches:
            at = data.find(begin)
            found = pattern.search(data, at) if at >= 0 else None
            if found and not (goes_on and found.end() == len(data)):
                return found[1].decode()
        return None


def _beginning(text: str) -> str:
    """What several texts begin with: a scheme, or the names before the last one."""
    scheme, mark, _ = text.partition("://")
    if mark:
        return scheme + mark
    last = max(text.rfind("/"), text.rfind("."))
    return text[: last + 1] if last > 0 else text


def _pattern(begin: str, texts: Sequence[str]) -> re.Pattern[bytes]:
    """The texts of one beginning, the longest first; one that goes on as a name does is another text."""
    is_uri = begin.endswith("://")
    rest = "|".join(re.escape(text[len(begin) :]) for text in sorted(texts, key=lambda each: (-len(each), each)))
    user = r"(?:\d{1,6}@)?" if is_uri else ""
    end = r"(?![\w.-])" if is_uri else r"(?!\w)"
    return re.compile(f"({re.escape(begin)}{user}(?:{rest})){end}".encode())
