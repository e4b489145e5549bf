"""Mentions of people's data in bytes that are not read as code: content URIs, names of Android's classes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_OVERLAP_BYTES = 256  # longer than any text that is looked for, with two bytes a letter
_LETTER_BYTES = 2


class Mentions:
    """Texts looked for at the speed of a plain search: what they begin with is found first, the rest checked there.

    They are looked for with one byte a letter, and, if `wide`, with two (UTF-16, low byte first) as well.
    """

    def __init__(self, texts: Iterable[str], *, wide: bool = False) -> None:
        groups: dict[str, list[str]] = {}
        for text in texts:
            groups.setdefault(_beginning(text), []).append(text)
        self._is_wide = wide
        self._searches = [
            (begin.encode(), begin.encode(encoding), _pattern(begin, rest, encoding), encoding)
            for encoding in (("utf-8", "utf-16-le") if wide else ("utf-8",))
            for begin, rest in sorted(groups.items())
        ]

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
        close = data.translate(None, b"\0") if self._is_wide else b""  # quickly searched for what may have two bytes
        for text, begin, pattern, encoding in self._searches:
            if encoding != "utf-8" and close.find(text) < 0:
                continue
            at = data.find(begin)
            found = pattern.search(data, at) if at >= 0 else None
            if found and not (goes_on and len(data) - found.end() < _LETTER_BYTES):
                return found[1].decode(encoding)
        return None


def _beginning(text: str) -> str:
    """What several texts begin with: a scheme, or the names before the last one."""
    scheme, mark, _ = text.partition("://")
    if mark:
        return scheme + mark
    last = max(text.rfind("/"), text.rfind("."))
    return text[: last + 1] if last > 0 else text


def _pattern(begin: str, texts: Sequence[str], encoding: str) -> re.Pattern[bytes]:
    """The texts of one beginning, the longest first; one that goes on as a name does is another text."""
    is_uri = begin.endswith("://")
    pad = b"" if encoding == "utf-8" else b"\\x00"  # behind every letter

    def escaped(text: str) -> bytes:
        return re.escape(text.encode(encoding))

    rest = b"|".join(escaped(text[len(begin) :]) for text in sorted(texts, key=lambda each: (-len(each), each)))
    user = b"(?:(?:[0-9]" + pad + b"){1,6}@" + pad + b")?" if is_uri else b""
    end = (rb"(?![\w.-]" if is_uri else rb"(?!\w") + pad + b")"
    return re.compile(b"(" + escaped(begin) + user + b"(?:" + rest + b"))" + end)
