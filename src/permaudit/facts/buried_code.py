"""DEX code somewhere inside another file: behind a picture, in a library or a text, reversed, or in an archive there.

Only first bytes are looked at elsewhere; here all bytes are, those of the app's own code and those between the files
included, and layers around a whole file are undone. What is met has to be the header of a DEX file, or the beginning
of an archive's entry under the name of one, so that no other data is taken for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field

from permaudit.apk.contents import Contents, UnreadableError
from permaudit.apk.package import Package, dex_names
from permaudit.apk.stretch import CHUNK_BYTES
from permaudit.dex.program import Program
from permaudit.facts.buried_forms import hold_code, hold_common_code
from permaudit.facts.code_forms import DEX_HEAD_BYTES, OTHER, form_of
from permaudit.facts.wrapped_code import Room, RoomError, hold_wrapped_code, is_wrapped
from permaudit.model.limitation import Hidden, Limitation, LimitationKind, name_some
from permaudit.model.message import message

MOST_INFLATED_BYTES = 256 << 20
"""Compressed files of one app are inflated up to this size together, small ones first."""

MOST_UNDONE_BYTES = 128 << 20
"""As much again may come out of the layers around files."""

MOST_NAMED = 20
"""So many files are named one by one; the rest is counted."""

_CONTAINER_VERSION, _FILE_SIZE_AT = 41, 32
_SHORTEST_TEXT = 150  # letters that hold a header
_SMALLEST_BYTES = 64  # code of some kilobytes makes more than that, however it is compressed
_HIDES: tuple[Hidden, ...] = ("code",)


@dataclass(frozen=True, slots=True)
class _File:
    size: int
    part: str
    name: str
    inflated: bool
    wrapped: bool


@dataclass(slots=True)
class _Search:
    """What may still be read, what was found, and what was passed over."""

    inflated: int
    undone: Room
    in_place: dict[str, int]  # entries may lie on top of each other
    found: set[tuple[str, str, str]] = field(default_factory=set)
    passed_over: Counter[tuple[LimitationKind, str, str]] = field(default_factory=Counter)

    def note(self, how: str, part: str, name: str) -> None:
        """Keep that a file holds code."""
        self.found.add((part, name, how))


def buried_code_limitations(package: Package, program: Program) -> list[Limitation]:
    """Name the files that hold code among other data, and count those that could not be searched.

    All hide code; it is asked only of an app that asks for people's data.
    """
    in_place = {part.name: part.archive.stretch.size for part in package.parts}
    search = _Search(MOST_INFLATED_BYTES, Room(MOST_UNDONE_BYTES), in_place)
    for part, name in _code_in_code(program):
        search.note("buried", part, name)
    with ExitStack() as opened:
        contents = {part.name: opened.enter_context(package.contents(part.name)) for part in package.parts}
        for file in sorted(_files(package, contents), key=lambda each: (each.size, each.part, each.name)):
            _look_into(contents[file.part], file, search)
        between = [part for part, files in contents.items() if any(hold_code(gap, size) for size, gap in files.gaps())]
    found = [
        Limitation("dynamic-code", message(f"limitation-carried-code-{how}", file=name, part=part), _HIDES)
        for part, name, how in sorted(search.found)
    ]
    found += [
        Limitation("dynamic-code", message("limitation-code-between-files", part=each), _HIDES) for each in between
    ]
    rest = [
        Limitation(kind, message(f"limitation-files-{what}", part=part, count=count), _HIDES)
        for (kind, what, part), count in sorted(search.passed_over.items())
    ]
    return [*name_some(found, MOST_NAMED, "limitation-more-carried-code"), *rest]


def _files(package: Package, contents: Mapping[str, Contents]) -> Iterator[_File]:
    """Files that are neither code nor an archive by their first bytes: these are looked at elsewhere."""
    for part in package.parts:
        files, own_code = contents[part.name], {*dex_names(part.archive)}
        for name in files.names:
            size = files.size(name)
            if size <= _SMALLEST_BYTES or name in own_code or files.is_understated(name):
                continue
            head = files.head(name)
            if form_of(head, size) is OTHER:
                yield _File(size, part.name, name, files.is_inflated(name), is_wrapped(head))


def _look_into(contents: Contents, file: _File, search: _Search) -> None:
    """Search one file, as it is and without the layers that are around all of it."""
    if file.size > (search.inflated if file.inflated else search.in_place[file.part]):
        search.passed_over["budget", "unsearched", file.part] += 1
        return
    if file.inflated:
        search.inflated -= file.size
    else:
        search.in_place[file.part] -= file.size
    try:
        if hold_code(contents.pieces(file.name), file.size):
            search.note("buried", file.part, file.name)
        elif file.wrapped and hold_wrapped_code(lambda: contents.pieces(file.name), search.undone):
            search.note("keyed", file.part, file.name)
    except RoomError:
        search.passed_over["budget", "unsearched", file.part] += 1
    except UnreadableError:  # Android refuses some of these, and code that unpacks its own package need not
        search.passed_over["unreadable-part", "damaged", file.part] += 1


def _code_in_code(program: Program) -> Iterator[tuple[str, str]]:
    """Part and name of the package's own DEX files that hold another one, in a text, in an array or behind the end."""
    for tables in program.files:
        if tables.header.version >= _CONTAINER_VERSION:
            continue
        data, start = tables.data, tables.header.start + DEX_HEAD_BYTES
        size_at = tables.header.start + _FILE_SIZE_AT
        end = tables.header.start + int.from_bytes(data[size_at : size_at + 4], "little")
        texts = b"\0".join(tables.strings.raw_long(_SHORTEST_TEXT))
        if (
            hold_common_code(_pieces(data, start), len(data) - start)
            or hold_code([texts], len(texts))
            or hold_code(_pieces(data, end), len(data) - end)
        ):
            yield tables.part, tables.name


def _pieces(data: bytes, start: int) -> Iterator[bytes]:
    return (data[at : at + CHUNK_BYTES] for at in range(start, len(data), CHUNK_BYTES))
