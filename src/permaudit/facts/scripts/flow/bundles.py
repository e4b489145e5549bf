"""Modules of a bundle that belong together: those that one asks for, and those that ask for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from permaudit.facts.scripts.flow.module import Part
from permaudit.facts.scripts.flow.texts import WINDOW_BYTES, as_script
from permaudit.facts.scripts.surroundings import module_bounds

MOST_TOGETHER_BYTES = 96 << 10
"""So much text of modules is followed as one."""

_MOST_RELATED = 8
_MOST_SEEN = 40
_KEY = re.compile(rb"[{,\s]*(?:/\*.{0,200}?\*/\s*)?\"?([\w./@?=&!-]{1,200})\"?\s*:\s*\(?(?:function|\()")
_METRO_END = re.compile(rb"\},\s*(\d{1,9}),\s*\[([\d,\s]{0,2000})\]")
_ASKED_FOR = re.compile(rb"[\w$]\(\s*(?:\"([\w./@?=&!-]{1,200})\"|(\d{1,9}))\s*\)")


def together(data: bytes, at: int) -> tuple[bytes, list[Part]] | None:
    """The module that a place lies in with its nearest relatives, as one script; None if it has none."""
    span = _span(data, at)
    text = data[slice(*span)]
    if len(text) > MOST_TOGETHER_BYTES:
        return None
    relatives = _metro(data, text) if text.startswith(b"__d(") else _webpack(data, text)
    spans, left = [span], MOST_TOGETHER_BYTES - len(text)
    for place in relatives:
        other = _span(data, place)
        size = other[1] - other[0]
        if other not in spans and size <= left and len(spans) <= _MOST_RELATED:
            spans.append(other)
            left -= size
    if len(spans) == 1:
        return None
    script, parts = b"", []
    for start, end in spans:
        written = _closed(as_script(data[start:end]))
        key, asked = _names(data[start:end])
        parts.append(Part(len(script), len(script) + len(written), key, asked))
        script += written + b"\n;"
    return script, parts


def _names(text: bytes) -> tuple[str, tuple[str, ...]]:
    """The key of a module, and of Metro those that it asks for."""
    if not text.startswith(b"__d("):
        own = _KEY.match(text)
        return (own[1].decode() if own else "", ())
    ends = [*_METRO_END.finditer(text)]
    if not ends:
        return "", ()
    return ends[-1][1].decode(), tuple(each.strip().decode() for each in ends[-1][2].split(b","))


def _span(data: bytes, at: int) -> tuple[int, int]:
    return module_bounds(data, at, max(0, at - WINDOW_BYTES), min(len(data), at + WINDOW_BYTES))


def _closed(script: bytes) -> bytes:
    """A function that was cut out of a list or an object, as an expression."""
    return script.rstrip(b" \r\n\t,;") + b")" if script.startswith(b"(") else script


def _metro(data: bytes, text: bytes) -> Iterator[int]:
    """Where the relatives of a module of Metro end, which is where their numbers and what they ask for stand."""
    number, asked = _names(text)
    wanted, own = {each.encode() for each in asked}, number.encode()
    for each in _METRO_END.finditer(data):
        if own and (each[1] in wanted or own in {part.strip() for part in each[2].split(b",")}):
            yield each.start()


def _webpack(data: bytes, text: bytes) -> Iterator[int]:
    """Where the relatives of a module of webpack stand: who asks for its key, and the keys that it asks for."""
    own = _KEY.match(text)
    if own is None:
        return
    for asked in (b'("%s")' % own[1], b"(%s)" % own[1] if own[1].isdigit() else b""):
        yield from _places(data, asked, _MOST_SEEN)
    for number, each in enumerate(_ASKED_FOR.finditer(text)):
        if number == _MOST_SEEN:
            return
        written = b'"%s":' % each[1] if each[1] else b",%s:" % each[2]
        for place in _places(data, written, 1):
            yield data.find(b"{", place)  # inside it, because it begins with its key


def _places(data: bytes, wanted: bytes, most: int) -> Iterator[int]:
    at = data.find(wanted) if wanted else -1
    while at >= 0 and most:
        yield at
        at, most = data.find(wanted, at + 1), most - 1
