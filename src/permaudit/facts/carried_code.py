"""DEX code that lies among the other files of a package: plain, under a one-byte key, as Base64, or in archives.

Android does not run it by itself; something in the app has to bring it in. It is named and not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Literal

from permaudit.apk.contents import Contents, UnreadableError, key_table
from permaudit.apk.package import Package, dex_names
from permaudit.catalog.hidden_code import LibraryCode
from permaudit.catalog.paths import fits
from permaudit.facts.definitions import DefinedClasses
from permaudit.facts.mentions import Mentions
from permaudit.model.limitation import Hidden, Limitation
from permaudit.model.message import message

MOST_INFLATED_BYTES = 64 << 20
"""Compressed archives within one app are inflated up to this size together."""

MOST_INNER_FILES = 20_000
"""So many files within archives are looked at for one app."""

DEEPEST = 2
"""An archive within an archive is opened, and none within that."""

MOST_NAMED = 20
"""So many files are named one by one."""

_LEAST_HEAD_BYTES = 10
_MAGICS: tuple[tuple[int, Literal["code", "archive"], re.Pattern[bytes]], ...] = (
    (ord("d"), "code", re.compile(rb"dex\n0[0-9]{2}\x00")),
    # a local file header up to the method, which is none or deflate: four bytes alone are met by chance under some key
    (ord("P"), "archive", re.compile(rb"PK\x03\x04[\x0a-\x3f]\x00.[\x00-\x08][\x00\x08]\x00", re.DOTALL)),
)
_ZIP_MAGIC = b"PK\3\4"
_BASE64_DEX_MAGIC = b"ZGV4CjA"  # dex\n0
_DEX_NAME = re.compile(r"(?:.*/)?classes[0-9]*\.dex", re.DOTALL)
_SMALLEST_DEX_BYTES = 112  # its header alone


@dataclass(frozen=True, slots=True)
class _Found:
    """Code under the name of its file and those of the archives around it; `mentions` is a text that it holds."""

    file: str
    disguised: bool
    mentions: str | None


@dataclass(frozen=True, slots=True)
class _Form:
    """What a file holds, and the byte that changed all of its bytes if any did."""

    holds: Literal["code", "archive", "other"]
    key: int = 0
    disguised: bool = False


_OTHER, _UNREAD = _Form("other"), _Form("other", disguised=True)


@dataclass(slots=True)
class _Search:
    """What is looked for, what may still be read, and what was passed over."""

    texts: Mentions
    in_place: int
    inflated: int
    inner_files: int = MOST_INNER_FILES
    passed_over: list[str] = field(default_factory=list)
    unopened: int = 0
    unread: int = 0


def carried_code_limitations(
    package: Package,
    defined: DefinedClasses,
    libraries: Iterable[LibraryCode],
    texts: Mentions,
    *,
    asks_for_people: bool,
) -> list[Limitation]:
    """Name each file of the package that is code or holds some.

    It hides code unless it is known as a library's own and mentions none of the texts. Archives that were not looked
    into hide code only from someone who is asked for people's data.
    """
    present = [each for each in libraries if defined.first_below(each.prefix) is not None]
    unread: tuple[Hidden, ...] = ("code",) if asks_for_people else ()
    named: list[Limitation] = []
    rest: list[Limitation] = []
    inflated, inner_files = MOST_INFLATED_BYTES, MOST_INNER_FILES
    for part in package.parts:
        search = _Search(texts, part.archive.stretch.size, inflated, inner_files)
        with package.contents(part.name) as contents:
            code = _look(contents, {*dex_names(part.archive)}, search)
        named += [_limitation(found, part.name, present) for found in code]
        inflated, inner_files = search.inflated, search.inner_files
        rest += [
            Limitation("budget", message("limitation-archive-unsearched", file=file, part=part.name), unread)
            for file in search.passed_over[:MOST_NAMED]
        ]
        if search.unread:
            detail = message("limitation-files-unread", count=search.unread, part=part.name)
            rest.append(Limitation("unreadable-part", detail, unread))
        if search.unopened:
            detail = message("limitation-archives-unopened", count=search.unopened, part=part.name)
            rest.append(Limitation("damaged", detail))
    named.sort(key=lambda each: (not each.hides, each.detail))
    return [*named[:MOST_NAMED], *rest]


def _limitation(found: _Found, part: str, libraries: Sequence[LibraryCode]) -> Limitation:
    outer = found.file.partition("!")[0]
    library = next((each for each in libraries if fits(each.file.split("*"), outer)), None)
    if found.mentions is not None:
        detail = message("limitation-carried-code-mentions", file=found.file, part=part, text=found.mentions)
    elif library is not None:
        return Limitation(
            "dynamic-code", message("limitation-carried-library", file=found.file, part=part, name=library.name)
        )
    elif found.disguised:
        detail = message("limitation-carried-code-keyed", file=found.file, part=part)
    else:
        detail = message("limitation-carried-code", file=found.file, part=part)
    return Limitation("dynamic-code", detail, ("code",))


def _look(contents: Contents, own_code: set[str], search: _Search) -> list[_Found]:
    """The files of one part that are code or hold some, each with the first place of code in it."""
    found = []
    for name in contents.names:
        if name in own_code or contents.size(name) < _SMALLEST_DEX_BYTES:
            continue
        form = _form(contents.head(name))
        search.unread += form is _UNREAD
        if form.holds == "code":
            found.append(_found(contents, (name,), form, search))
        elif form.holds == "archive" and (inner := _look_inside(contents, (name,), form, search)) is not None:
            found.append(inner)
    return found


def _look_inside(outer: Contents, path: tuple[str, ...], form: _Form, search: _Search) -> _Found | None:
    """The first code in an archive; `path` are the names of the archives from the outermost in, the last in `outer`."""
    name = path[-1]
    if len(path) > DEEPEST or search.inner_files <= 0:
        search.passed_over.append("!".join(path))
        return None
    try:
        with outer.opened(name, search.in_place, search.inflated, form.key) as contents:
            if outer.is_inflated(name) or contents.is_in_memory:
                search.inflated -= outer.size(name)
            else:
                search.in_place -= outer.size(name)
            found = _look_at_names(contents, path, search) or _look_at_heads(contents, path, search)
    except UnreadableError as error:
        if error.problem == "too-large":
            search.passed_over.append("!".join(path))
        elif not form.key:
            search.unopened += 1
        return None
    return replace(found, disguised=True) if found and form.key else found


def _look_at_names(contents: Contents, path: tuple[str, ...], search: _Search) -> _Found | None:
    name = next((name for name in contents.names if _DEX_NAME.fullmatch(name)), None)
    return None if name is None else _found(contents, (*path, name), _form(contents.head(name)), search)


def _look_at_heads(contents: Contents, path: tuple[str, ...], search: _Search) -> _Found | None:
    inner_archives = []
    for name in contents.names:
        if contents.size(name) < _SMALLEST_DEX_BYTES:
            continue
        if search.inner_files <= 0:
            search.passed_over.append("!".join(path))
            return None
        search.inner_files -= 1
        form = _form(contents.head(name))
        search.unread += form is _UNREAD
        if form.holds == "code":
            return _found(contents, (*path, name), form, search)
        if form.holds == "archive":
            inner_archives.append((name, form))
    found = (_look_inside(contents, (*path, name), form, search) for name, form in inner_archives)
    return next((each for each in found if each is not None), None)


def _found(contents: Contents, path: tuple[str, ...], form: _Form, search: _Search) -> _Found:
    """Code that was met; it is searched for the texts as far as the allowance goes."""
    name, text = path[-1], None
    if contents.size(name) <= search.inflated:
        search.inflated -= contents.size(name)
        table = key_table(form.key)
        with suppress(UnreadableError):
            text = search.texts.find_in(piece.translate(table) for piece in contents.pieces(name))
    return _Found("!".join(path), form.disguised, text)


def _form(head: bytes) -> _Form:
    """What a file with these first bytes holds, also if every byte of it was changed by one key."""
    if head.startswith(_ZIP_MAGIC):
        return _Form("archive")
    if head.startswith(_BASE64_DEX_MAGIC):
        return _Form("code", disguised=True)
    if len(head) < _LEAST_HEAD_BYTES:
        return _UNREAD if not head else _OTHER
    for first, holds, magic in _MAGICS:
        key = head[0] ^ first
        if magic.match(head.translate(key_table(key)) if key else head):
            return _Form(holds, key, disguised=key != 0)
    return _OTHER
