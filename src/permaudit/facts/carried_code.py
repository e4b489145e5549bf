"""DEX code that lies among the other files of a package: plain, disguised in a simple way, or in archives.

Android does not run it by itself; something in the app has to bring it in, or Android is asked to install it as another
app. Which of the two cannot be told from the files, so it is not asked. What can be read is searched: it is named with
a mention of people's data if it has one, and with what an app among the files asks for. It leaves the answer open
unless all code in the file is in the clear, has no means to come by such data (quiet_code), and no other app within
asks for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from permaudit.apk.contents import Contents, UnreadableError
from permaudit.apk.package import Package, dex_names
from permaudit.catalog.hidden_code import LibraryCode
from permaudit.catalog.paths import fits
from permaudit.facts.code_forms import UNREAD, Form, form_of
from permaudit.facts.definitions import DefinedClasses
from permaudit.facts.mentions import Mentions
from permaudit.facts.native_code import ELF_MAGIC
from permaudit.facts.quiet_code import MOST_BYTES as MOST_QUIET_BYTES
from permaudit.facts.quiet_code import Harmless, is_quiet
from permaudit.model.limitation import Hidden, Limitation, name_some
from permaudit.model.message import message

MOST_INFLATED_BYTES = 64 << 20
"""Compressed archives within one app are inflated up to this size together."""

MOST_INNER_FILES = 20_000
"""So many files within archives are looked at for one app."""

MOST_CHECKED = 500
"""Of so many files it is asked whether their code is quiet: that takes milliseconds of each, however short it is."""

DEEPEST = 2
"""An archive within an archive is opened, and none within that."""

MOST_NAMED = 20
"""So many files are named one by one; the rest is counted."""

_MANIFEST = "AndroidManifest.xml"
_DEX_NAME = re.compile(r"(?:.*/)?classes[0-9]*\.dex", re.DOTALL)
_SMALLEST_DEX_BYTES = 112  # its header alone


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for in code: texts that mention people's data, what is harmless, permissions to ask for."""

    mentions: Mentions
    harmless: Harmless
    permissions: Mentions


@dataclass(frozen=True, slots=True)
class _Found:
    """Code under the name of its file and those of the archives around it, and what is known of it."""

    file: str
    disguised: bool
    mentions: str | None = None
    quiet: bool = False
    asks: str | None = None


@dataclass(slots=True)
class _Search:
    """What is looked for, what may still be read, and what was passed over."""

    sought: Sought
    defined: DefinedClasses
    in_place: int
    inflated: int
    inner_files: int
    unchecked: int
    passed_over: list[str] = field(default_factory=list)
    unopened: int = 0
    unread: int = 0

    @property
    def unseen(self) -> int:
        """How many files could not be looked at so far."""
        return len(self.passed_over) + self.unopened + self.unread


def carried_code_limitations(
    package: Package,
    defined: DefinedClasses,
    libraries: Iterable[LibraryCode],
    sought: Sought,
    *,
    asks_for_people: bool,
) -> list[Limitation]:
    """Name each file of the package that is code or holds some.

    It hides code unless it has no means to come by people's data, or is known as a library's own and mentions none.
    Archives that were not looked into hide code only from someone who is asked for people's data.
    """
    present = [each for each in libraries if defined.first_below(each.prefix) is not None]
    unread: tuple[Hidden, ...] = ("code",) if asks_for_people else ()
    named: list[Limitation] = []
    rest: list[Limitation] = []
    inflated, inner_files, unchecked = MOST_INFLATED_BYTES, MOST_INNER_FILES, MOST_CHECKED
    for part in package.parts:
        search = _Search(sought, defined, part.archive.stretch.size, inflated, inner_files, unchecked)
        with package.contents(part.name) as contents:
            code = _look(contents, {*dex_names(part.archive)}, search)
        named += [_limitation(found, part.name, present) for found in code]
        inflated, inner_files, unchecked = search.inflated, search.inner_files, search.unchecked
        unsearched = [
            Limitation("budget", message("limitation-archive-unsearched", file=file, part=part.name), unread)
            for file in search.passed_over
        ]
        rest += name_some(unsearched, MOST_NAMED, "limitation-more-archives-unsearched", part=part.name)
        if search.unread:
            detail = message("limitation-files-unread", count=search.unread, part=part.name)
            rest.append(Limitation("unreadable-part", detail, unread))
        if search.unopened:
            detail = message("limitation-archives-unopened", count=search.unopened, part=part.name)
            rest.append(Limitation("damaged", detail))
    named.sort(key=lambda each: (not each.hides, each.detail))
    return [*name_some(named, MOST_NAMED, "limitation-more-carried-code"), *rest]


def _limitation(found: _Found, part: str, libraries: Sequence[LibraryCode]) -> Limitation:
    outer = found.file.partition("!")[0]
    library = next((each for each in libraries if fits(each.file.split("*"), outer)), None)
    if found.mentions is not None:
        detail = message("limitation-carried-code-mentions", file=found.file, part=part, text=found.mentions)
    elif library is not None:
        return Limitation(
            "dynamic-code", message("limitation-carried-library", file=found.file, part=part, name=library.name)
        )
    elif found.asks is not None:
        detail = message("limitation-carried-app-asks", file=outer, part=part, permission=found.asks)
    elif found.disguised:
        detail = message("limitation-carried-code-keyed", file=found.file, part=part)
    elif found.quiet:
        return Limitation("dynamic-code", message("limitation-carried-code-quiet", file=found.file, part=part))
    else:
        detail = message("limitation-carried-code", file=found.file, part=part)
    return Limitation("dynamic-code", detail, ("code",))


def _look(contents: Contents, own_code: set[str], search: _Search) -> list[_Found]:
    """The files of one part that are code or hold some, each with the first place of code in it."""
    found = []
    for name in contents.names:
        is_understated = contents.is_understated(name)
        if name in own_code or (contents.size(name) < _SMALLEST_DEX_BYTES and not is_understated):
            continue
        form = form_of(contents.head(name), contents.size(name))
        search.unread += form is UNREAD or (is_understated and form.holds == "other")
        if form.holds == "code":
            found.append(_read(contents, (name,), form, search))
        elif form.holds == "archive" and (inner := _look_inside(contents, (name,), form, search)) is not None:
            found.append(inner)
    return found


def _look_inside(outer: Contents, path: tuple[str, ...], form: Form, search: _Search) -> _Found | None:
    """The first code in an archive; `path` are the names of the archives from the outermost in, the last in `outer`."""
    name = path[-1]
    if len(path) > DEEPEST or search.inner_files <= 0:
        search.passed_over.append("!".join(path))
        return None
    size = outer.size(name)
    copied = form.disguised or outer.is_inflated(name) or outer.is_in_memory
    if size > (search.inflated if copied else search.in_place):
        search.passed_over.append("!".join(path))
        return None
    if copied:  # charged before it is opened: what cannot be has cost as much
        search.inflated -= size
    else:
        search.in_place -= size
    unseen = search.unseen
    try:
        with outer.opened(name, size, size, form.table) as contents:
            found = _look_at_names(contents, path, search)
    except UnreadableError:
        search.unopened += not form.disguised
        return None
    if found is None:
        return None
    return replace(found, disguised=found.disguised or form.disguised, quiet=found.quiet and search.unseen == unseen)


def _look_at_names(contents: Contents, path: tuple[str, ...], search: _Search) -> _Found | None:
    """All code under the names of code first; what else there is matters only while nothing has been seen of it."""
    found = None
    for name in contents.names:
        if not _DEX_NAME.fullmatch(name) or contents.size(name) < _SMALLEST_DEX_BYTES:
            continue
        if search.inner_files <= 0:
            search.passed_over.append("!".join(path))
            return replace(found, quiet=False) if found else None
        search.inner_files -= 1
        form = form_of(contents.head(name), contents.size(name))
        search.unread += form is UNREAD
        if form is not UNREAD and _is_open(found):
            found = _join(found, _read(contents, (*path, name), form, search))
    if found is None or (found.quiet and _is_open(found)):
        found = _look_at_heads(contents, path, search, found)
    if found is not None and _MANIFEST in contents.names:
        asked, seen = _search(contents, _MANIFEST, search.sought.permissions, search)
        found = replace(found, asks=found.asks or asked, quiet=found.quiet and seen)
    return replace(found, quiet=False) if found and contents.has_duplicates else found


def _look_at_heads(contents: Contents, path: tuple[str, ...], search: _Search, found: _Found | None) -> _Found | None:
    """The files that are code by their first bytes, then the archives; machine code beside code is not quiet."""
    archives = []
    machine_code = False
    for name in contents.names:
        if contents.size(name) < _SMALLEST_DEX_BYTES or _DEX_NAME.fullmatch(name):
            continue
        if search.inner_files <= 0:
            search.passed_over.append("!".join(path))
            return found
        search.inner_files -= 1
        head = contents.head(name)
        form = form_of(head, contents.size(name))
        search.unread += form is UNREAD
        machine_code = machine_code or head.startswith(ELF_MAGIC)
        if form.holds == "code" and _is_open(found):
            found = _join(found, _read(contents, (*path, name), form, search))
        elif form.holds == "archive":
            archives.append((name, form))
    for name, form in archives:
        if found is None or found.quiet:
            found = _join(found, _look_inside(contents, (*path, name), form, search))
    return replace(found, quiet=False) if found and machine_code else found


def _is_open(found: _Found | None) -> bool:
    """Whether more code in the same file could still say more."""
    return found is None or found.mentions is None


def _join(first: _Found | None, other: _Found | None) -> _Found | None:
    """What is known of two pieces of code in one file, under the name of the one that tells more."""
    if first is None or other is None:
        return first or other
    told = other if other.mentions and not first.mentions else first
    return replace(
        told,
        disguised=first.disguised or other.disguised,
        quiet=first.quiet and other.quiet,
        asks=first.asks or other.asks,
    )


def _read(contents: Contents, path: tuple[str, ...], form: Form, search: _Search) -> _Found:
    """Code that was met; it is searched as far as the allowance goes."""
    name, file = path[-1], "!".join(path)
    text, _ = _search(contents, name, search.sought.mentions, search, form)
    is_plain = form.holds == "code" and not form.disguised
    is_short = contents.size(name) <= min(search.inflated, MOST_QUIET_BYTES)
    if text is not None or not is_plain or not is_short or not search.unchecked:
        return _Found(file, form.disguised, text)
    search.unchecked -= 1
    search.inflated -= contents.size(name)
    quiet = False
    with suppress(UnreadableError):
        quiet = is_quiet(b"".join(contents.pieces(name)), search.sought.harmless, search.defined)
    return _Found(file, disguised=False, quiet=quiet)


def _search(
    contents: Contents, name: str, texts: Mentions, search: _Search, form: Form | None = None
) -> tuple[str | None, bool]:
    """A text that stands in a file, and whether the file was searched: it is damaged, or too large, if not."""
    if contents.size(name) > search.inflated:
        return None, False
    search.inflated -= contents.size(name)
    with suppress(UnreadableError):
        pieces = contents.pieces(name)
        return texts.find_in(form.undo(pieces) if form else pieces), True
    return None, False
