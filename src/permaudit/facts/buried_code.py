"""DEX code somewhere inside another file: behind a picture, in a library or a text, reversed, or in an archive there.

Only first bytes are looked at elsewhere; here all bytes are. What is met has to be the header of a DEX file, or the
beginning of an archive's entry under the name of one, so that no other data is taken for it.
"""

from __future__ import annotations

import re
import struct
from base64 import b64decode
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass

from permaudit.apk.contents import Contents, UnreadableError
from permaudit.apk.package import Package, dex_names
from permaudit.dex.program import Program
from permaudit.facts.code_forms import DEX_HEAD_BYTES, OTHER, form_of, is_dex_header
from permaudit.model.limitation import Hidden, Limitation, name_some
from permaudit.model.message import message

MOST_INFLATED_BYTES = 128 << 20
"""Compressed files of one app are inflated up to this size together, small ones first."""

MOST_NAMED = 20
"""So many files are named one by one; the rest is counted."""

_CONTAINER_VERSION, _FILE_SIZE_AT = 41, 32
_OVERLAP_BYTES = 256  # longer than what is needed to know code
_MOST_DOUBTS = 1000  # what only begins as a header does is met once in a while; a file full of it is made for it
_BASE64_HEAD = 152  # letters that hold a header
_BEGIN = re.compile(rb"dex\n0[34][0-9]\x00.{28}[\x70\x78]\x00\x00\x00\x78\x56\x34\x12", re.DOTALL)
_REVERSED = re.compile(rb"\x12\x34\x56\x78\x00\x00\x00[\x70\x78].{28}\x00[0-9][34]0\nxed", re.DOTALL)
_BASE64 = re.compile(rb"ZGV4CjAz[A-Za-z0-9+/]{144}")
_ZIP_ENTRY = re.compile(
    rb"PK\x03\x04[\x0a-\x3f]\x00.[\x00-\x08][\x00\x08]\x00.{16}[\x0b-\x40]\x00..[^\x00]{0,40}classes[0-9]{0,3}\.dex",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class _File:
    size: int
    part: str
    name: str
    inflated: bool


def buried_code_limitations(package: Package, program: Program) -> list[Limitation]:
    """Name the files that hold code among other data, and count those that could not be searched.

    All hide code; it is asked only of an app that asks for people's data.
    """
    hides: tuple[Hidden, ...] = ("code",)
    places = set(_code_behind_code(program))
    unsearched: Counter[str] = Counter()
    damaged: Counter[str] = Counter()
    left = MOST_INFLATED_BYTES
    room = {part.name: part.archive.stretch.size for part in package.parts}  # entries may lie on top of each other
    with ExitStack() as opened:
        contents = {part.name: opened.enter_context(package.contents(part.name)) for part in package.parts}
        for file in sorted(_files(package, contents), key=lambda each: (each.size, each.part, each.name)):
            if file.size > (left if file.inflated else room[file.part]):
                unsearched[file.part] += 1
                continue
            if file.inflated:
                left -= file.size
            else:
                room[file.part] -= file.size
            try:
                holds_code = hold_code(contents[file.part].pieces(file.name), file.size)
            except UnreadableError:  # Android refuses it, and code that unpacks its own package need not
                damaged[file.part] += 1
                continue
            if holds_code:
                places.add((file.part, file.name))
    found = [
        Limitation("dynamic-code", message("limitation-carried-code-buried", file=name, part=part), hides)
        for part, name in sorted(places)
    ]
    rest = [
        Limitation("budget", message("limitation-files-unsearched", part=part, count=count), hides)
        for part, count in sorted(unsearched.items())
    ]
    rest += [
        Limitation("unreadable-part", message("limitation-files-damaged", part=part, count=count), hides)
        for part, count in sorted(damaged.items())
    ]
    return [*name_some(found, MOST_NAMED, "limitation-more-carried-code"), *rest]


def _files(package: Package, contents: Mapping[str, Contents]) -> Iterator[_File]:
    """Files that are neither code nor an archive by their first bytes: these are looked at elsewhere."""
    for part in package.parts:
        files, own_code = contents[part.name], {*dex_names(part.archive)}
        for name in files.names:
            size = files.size(name)
            if size > DEX_HEAD_BYTES and name not in own_code and form_of(files.head(name), size) is OTHER:
                yield _File(size, part.name, name, files.is_inflated(name))


def _code_behind_code(program: Program) -> Iterator[tuple[str, str]]:
    """Part and name of the package's own DEX files behind whose end there is another one."""
    for tables in program.files:
        (end,) = struct.unpack_from("<I", tables.data, tables.header.start + _FILE_SIZE_AT)
        rest = tables.data[end:] if tables.header.version < _CONTAINER_VERSION else b""
        if rest and hold_code([rest], len(rest)):
            yield tables.part, tables.name


def hold_code(pieces: Iterable[bytes], size: int) -> bool:
    """Whether code begins somewhere in the joined pieces, which are so many bytes together."""
    tail, left = b"", size
    for piece in pieces:
        window = tail + piece
        if _meets_code(window, left + len(tail)):
            return True
        left -= len(piece)
        tail = window[-_OVERLAP_BYTES:]
    return False


def _meets_code(window: bytes, left: int) -> bool:
    """Whether code begins in these bytes, after which so many are `left` in all, they included."""
    return (
        _meets_header(window, 0, left)
        or (window.find(b"0\nxed") >= 0 and _meets_reversed(window))
        or (window.find(b"ZGV4CjAz") >= 0 and _meets_base64(window, left))
        or (window.find(b".dex") >= 0 and _ZIP_ENTRY.search(window) is not None)
    )


def _meets_header(window: bytes, start: int, left: int) -> bool:
    at = window.find(b"dex\n0", start)
    return at >= 0 and _any_is_header(
        (window[each.start() : each.start() + DEX_HEAD_BYTES], left - each.start())
        for each in _BEGIN.finditer(window, at)
    )


def _meets_reversed(window: bytes) -> bool:
    return _any_is_header(
        (window[max(0, each.end() - DEX_HEAD_BYTES) : each.end()][::-1], 1 << 32) for each in _REVERSED.finditer(window)
    )


def _meets_base64(window: bytes, left: int) -> bool:
    return _any_is_header((b64decode(each[0][:_BASE64_HEAD]), left) for each in _BASE64.finditer(window))


def _any_is_header(heads: Iterable[tuple[bytes, int]]) -> bool:
    """Whether one of them is the header of a DEX file that fits; a thousand doubts are one too many."""
    for doubts, (head, most_bytes) in enumerate(heads):
        if doubts >= _MOST_DOUBTS or is_dex_header(head, most_bytes):
            return True
    return False
