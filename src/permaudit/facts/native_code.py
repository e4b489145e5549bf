"""Native libraries that mention where people's data lies: their machine code is not read, so what they do is unknown.

Any file that begins as ELF counts, wherever it lies; all of it is searched, because section headers may lie or be cut
off, for texts with one byte a letter and with two. Of a library that comes for several kinds of processor one is
searched: the first of arm64-v8a, armeabi-v7a, x86_64, x86. A library without a mention is not spoken of: nearly every
app has some.
"""

from __future__ import annotations

from dataclasses import dataclass

from permaudit.apk.contents import Contents, UnreadableError
from permaudit.apk.package import Package
from permaudit.facts.mentions import Mentions
from permaudit.model.limitation import Hidden, Limitation, name_some
from permaudit.model.message import message

MOST_INFLATED_BYTES = 256 << 20
"""Compressed libraries of one app are inflated up to this size together, small ones first."""

MOST_NAMED = 20
"""So many libraries are named one by one; the rest is counted."""

ELF_MAGIC = b"\x7fELF"
_ABIS = ("arm64-v8a", "armeabi-v7a", "x86_64", "x86")


@dataclass(frozen=True, slots=True)
class _Library:
    size: int
    file: str
    part: str


def native_code_limitations(package: Package, texts: Mentions, *, asks_for_people: bool) -> list[Limitation]:
    """Name the native libraries that hold one of the texts, and those that were not searched.

    The latter hide code only from someone who is asked for people's data: without that it could not be read anyway.
    """
    found: list[Limitation] = []
    unread: tuple[Hidden, ...] = ("code",) if asks_for_people else ()
    left = MOST_INFLATED_BYTES
    room = {part.name: part.archive.stretch.size for part in package.parts}  # entries may lie on top of each other
    for library in _choose(package):
        with package.contents(library.part) as contents:
            inflated = contents.is_inflated(library.file)
            if library.size > (left if inflated else room[library.part]):
                detail = message("limitation-native-unsearched", file=library.file, part=library.part)
                found.append(Limitation("budget", detail, unread))
                continue
            if inflated:
                left -= library.size
            else:
                room[library.part] -= library.size
            found += _search(contents, library, texts, unread)
    found.sort(key=lambda each: (each.kind != "native-code", each.detail))
    return name_some(found, MOST_NAMED, "limitation-more-native-code")


def _choose(package: Package) -> list[_Library]:
    """One file for each library name, small ones first; a library outside lib/<abi>/ stands for itself."""
    chosen: dict[str, tuple[int, _Library]] = {}
    for part in package.parts:
        with package.contents(part.name) as contents:
            for name in contents.names:
                if contents.head(name).startswith(ELF_MAGIC):
                    key, rank = _rank(name)
                    if key not in chosen or rank < chosen[key][0]:
                        chosen[key] = rank, _Library(contents.size(name), name, part.name)
    return sorted((library for _, library in chosen.values()), key=lambda each: (each.size, each.part, each.file))


def _rank(name: str) -> tuple[str, int]:
    folder, _, rest = name.removeprefix("lib/").partition("/")
    if name.startswith("lib/") and folder in _ABIS and "/" not in rest:
        return rest, _ABIS.index(folder)
    return f"/{name}", 0


def _search(contents: Contents, library: _Library, texts: Mentions, unread: tuple[Hidden, ...]) -> list[Limitation]:
    try:
        text = texts.find_in(contents.pieces(library.file))
    except UnreadableError as error:
        detail = message("limitation-native-unreadable", file=library.file, part=library.part, problem=error.problem)
        return [Limitation("unreadable-part", detail, unread)]
    if text is None:
        return []
    detail = message("limitation-native-code", file=library.file, part=library.part, text=text)
    return [Limitation("native-code", detail, ("code",))]
