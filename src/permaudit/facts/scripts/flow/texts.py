"""The text that is followed for a call: its module in a bundle, or all that a page runs."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from permaudit.facts.scripts.surroundings import module_bounds

WINDOW_BYTES = 256 << 10
"""So much before and behind a call is looked at where no bundler's module ends before."""

LARGEST_PAGE_BYTES = 2 << 20
"""What stands behind this in a page is not followed."""

_PAGES = (".html", ".htm", ".xhtml")
_SCRIPT = re.compile(rb"<script\b[^>]{0,300}>", re.IGNORECASE)
_SCRIPT_END = re.compile(rb"</script\b", re.IGNORECASE)
_HANDLER = re.compile(rb"\son[a-z]{3,20}\s?=\s?(?:\"([^\"]{1,2000})\"|'([^']{1,2000})')", re.IGNORECASE)
_MOST_PIECES = 500
_BEHIND_KEY = 100
_MOST_MODULES = 4  # with calls of one file
_KEY = re.compile(rb"[{,\s]*(?:/\*.{0,200}?\*/\s*)?(?:[\w$]+|\"[^\"\n]{1,200}\")\s*:")
_LISTED = re.compile(rb"\},\s*(?:/\*.{0,200}?\*/\s*)?(?=function)")


def is_page(name: str, head: bytes) -> bool:
    """Whether a file is a page whose scripts stand inside it."""
    return name.lower().endswith(_PAGES) or head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def page_script(page: bytes) -> bytes:
    """All that a page runs, one after the other: its scripts and what it does on events."""
    page = page[:LARGEST_PAGE_BYTES]
    pieces: list[bytes] = []
    at = 0
    while len(pieces) < _MOST_PIECES and (begin := _SCRIPT.search(page, at)) is not None:
        end = _SCRIPT_END.search(page, begin.end())
        pieces.append(page[begin.end() : end.start() if end else len(page)])
        at = end.end() if end else len(page)
    for number, each in enumerate(_HANDLER.finditer(page)):
        if number == _MOST_PIECES:
            break
        written = (each[1] or each[2]).decode("utf-8", "replace")
        pieces.append(html.unescape(written).encode("utf-8", "replace"))
    return b"\n;".join(pieces)


def modules_with(data: bytes, wanted: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """The modules of a script in which one of the texts stands, with its place, and not too many."""
    seen: list[tuple[int, int]] = []
    for text in wanted:
        at = data.find(text)
        while at >= 0 and len(seen) < _MOST_MODULES:
            inside = next((end for start, end in seen if start <= at < end), None)
            if inside is None:
                first = max(0, at - WINDOW_BYTES)
                start, end = module_bounds(data, at, first, min(len(data), at + WINDOW_BYTES))
                seen.append((start, end))
                yield at, as_script(data[start:end])
                inside = end
            at = data.find(text, max(inside, at + 1))


def as_script(text: bytes) -> bytes:
    """A module that is cut out of a list of modules, as a script of its own."""
    listed, keyed = _LISTED.match(text), _KEY.match(text)
    cut = listed.end() if listed else 0
    if keyed and not listed:
        behind = text[keyed.end() : keyed.end() + _BEHIND_KEY].lstrip(b" (")
        cut = keyed.end() if behind.startswith(b"function") or b"=>" in behind else 0
    return b"(" + text[cut:] if cut else text
