"""One opened app: its identity, its merged manifest, and its bytes on demand."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from permaudit.apk.archive import Archive, EntryError
from permaudit.apk.contents import Contents, read_heads
from permaudit.apk.layouts import LayoutFacts, scan_layouts
from permaudit.apk.network_security import read_network_security
from permaudit.apk.pluginlists import find_listed_classes
from permaudit.apk.signers import read_signers
from permaudit.apk.stretch import Reader
from permaudit.apk.textsources import TextSources
from permaudit.errors import InputError
from permaudit.model.app import App, InputFile, Signer
from permaudit.model.limitation import Limitation, sort_key
from permaudit.model.manifest import LayoutHandler, Manifest, NetworkSecurity
from permaudit.model.message import message

MOST_DEX_BYTES = 512 << 20
"""No more DEX than this is inflated for one app; the largest apps have about 200 MB."""

_DEX_NAME = re.compile(r"classes([2-9]|[1-9][0-9]+)?\.dex")  # the names ART loads: classes.dex, classes2.dex, …


@dataclass(frozen=True, slots=True)
class DexFile:
    """One DEX file, inflated; `name` is its entry in the part."""

    part: str
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Part:
    """One APK of the app; `split` is what its manifest calls it, None for the base."""

    name: str
    archive: Archive
    split: str | None = None


class DexFiles(Iterator[DexFile]):
    """The DEX files of all parts in class-path order, inflated one at a time.

    What could not be read so far stands in `limitations`; it is complete when the iterator is exhausted.
    """

    def __init__(self, parts: tuple[Part, ...]) -> None:
        self._found = self._read(parts)
        self._limitations: list[Limitation] = []
        self._left = MOST_DEX_BYTES

    def __next__(self) -> DexFile:
        return next(self._found)

    @property
    def limitations(self) -> tuple[Limitation, ...]:
        """One for each DEX file that could not be read, hiding code."""
        return tuple(self._limitations)

    def _read(self, parts: tuple[Part, ...]) -> Iterator[DexFile]:
        for part in parts:
            with part.archive.stretch.opened() as reader:
                for name in dex_names(part.archive):
                    data = self._read_one(part, reader, name)
                    if data is not None:
                        yield DexFile(part.name, name, data)

    def _read_one(self, part: Part, reader: Reader, name: str) -> bytes | None:
        if part.archive.entries[name].size > self._left:
            detail = message("limitation-too-much-dex", part=part.name, file=name)
            self._limitations.append(Limitation("budget", detail, ("code",)))
            return None
        try:
            data = part.archive.read_from(reader, name)
        except EntryError as error:
            detail = message("limitation-unreadable-dex", part=part.name, file=name, problem=error.problem)
            self._limitations.append(Limitation("unreadable-part", detail, ("code",)))
            return None
        self._left -= len(data)
        return data


@dataclass(frozen=True, slots=True)
class PartSigners:
    """The certificates that one part carries; `readable` unless one of them could not be read."""

    signers: tuple[Signer, ...]
    readable: bool


@dataclass(frozen=True, slots=True)
class Package:
    """One app with all its parts, base first, then splits by name; holds no open file.

    `limitations` are those met while opening; those of DEX files and layouts come with them.
    """

    source: InputFile
    app: App
    manifest: Manifest
    limitations: tuple[Limitation, ...]
    parts: tuple[Part, ...]
    _layouts: dict[str, LayoutFacts] = field(default_factory=dict, init=False, repr=False, compare=False)
    _heads: dict[str, dict[str, bytes]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def dex_files(self) -> DexFiles:
        """Inflate the DEX files one at a time; read `limitations` of what is returned when done."""
        return DexFiles(self.parts)

    def dex_limitations(self) -> tuple[Limitation, ...]:
        """Inflate all DEX files to see which cannot be read; who calls `dex_files` has the same from it for nothing."""
        files = self.dex_files()
        for _ in files:
            pass
        return files.limitations

    def layout_handlers(self) -> tuple[LayoutHandler, ...]:
        """Methods named by `android:onClick`, in the order of parts and files."""
        return tuple(handler for facts in self._scan() for handler in facts.handlers)

    def layout_classes(self) -> tuple[str, ...]:
        """Dotted names in binary XML that may be classes (views, fragments, preferences), sorted."""
        return tuple(sorted(frozenset[str]().union(*(facts.classes for facts in self._scan()))))

    def layout_limitations(self) -> tuple[Limitation, ...]:
        """Name the parts with binary XML that could not be read; informational, because handlers are a trifle."""
        return tuple(
            Limitation("damaged", message("limitation-unread-layouts", part=part.name, count=facts.unread))
            for part, facts in zip(self.parts, self._scan(), strict=True)
            if facts.unread
        )

    def listed_classes(self, files: Collection[str]) -> tuple[dict[str, frozenset[str]], tuple[Limitation, ...]]:
        """Dotted names in those of `files` that the app has, by file, and the parts whose lists cannot be read."""
        found: dict[str, frozenset[str]] = {}
        limitations = []
        for part in self.parts:
            names, unread = find_listed_classes(part.archive, files)
            for file, each in names.items():
                found[file] = found.get(file, frozenset()).union(each)
            if unread:
                detail = message("limitation-unread-plugin-lists", part=part.name, count=unread)
                limitations.append(Limitation("damaged", detail, ("code",)))
        return found, tuple(limitations)

    def part_signers(self) -> tuple[PartSigners, ...]:
        """Read the certificates of every part, in the order of the parts."""
        found = []
        for part in self.parts:
            with part.archive.stretch.opened() as reader:
                signers, some_unreadable = read_signers(part.archive, reader)
            found.append(PartSigners(signers, not some_unreadable))
        return tuple(found)

    def network_security(self) -> NetworkSecurity | None:
        """Read the network security configuration that the manifest names; None if it names none or it is damaged."""
        file = self.manifest.network_config
        return read_network_security(self.parts[0].archive, file) if file else None

    def text_sources(self) -> TextSources:
        """The files and string resources that code may fetch texts from."""
        return TextSources([part.archive for part in self.parts])

    @contextmanager
    def contents(self, part: str) -> Iterator[Contents]:
        """Open the files of one part for a while."""
        archive = self._archive(part)
        with archive.stretch.opened() as reader:
            yield Contents(archive, reader, self._read_heads(part))

    def entry_names(self) -> dict[str, tuple[str, ...]]:
        """Names of all entries, by part, in the order of the archive's directory."""
        return {part.name: tuple(part.archive.entries) for part in self.parts}

    def entry_size(self, part: str, name: str) -> int:
        """The declared size of an entry in bytes; it may lie."""
        return self._archive(part).entries[name].size

    def read_entry(self, part: str, name: str) -> bytes:
        """Inflate one entry.

        Raises:
            InputError: `entry-unreadable`; it is absent, damaged, or larger than `archive.LARGEST_ENTRY_BYTES`.
        """
        try:
            return self._archive(part).read(name)
        except EntryError as error:
            raise InputError("entry-unreadable", part=part, file=name, problem=error.problem) from error

    def _archive(self, part: str) -> Archive:
        return next(each.archive for each in self.parts if each.name == part)

    def _read_heads(self, part: str) -> dict[str, bytes]:
        if part not in self._heads:
            self._heads[part] = read_heads(self._archive(part))
        return self._heads[part]

    def _scan(self) -> list[LayoutFacts]:
        for part in self.parts:
            if part.name not in self._layouts:
                self._layouts[part.name] = scan_layouts(part.archive, part.name, self._read_heads(part.name))
        return [self._layouts[part.name] for part in self.parts]


def dex_names(archive: Archive) -> list[str]:
    """List the DEX files Android loads, in numeric order: classes10.dex comes after classes9.dex."""
    found = [match for match in map(_DEX_NAME.fullmatch, archive.entries) if match]
    return [match.string for match in sorted(found, key=lambda each: int(each[1] or 1))]


def sorted_limitations(limitations: list[Limitation]) -> tuple[Limitation, ...]:
    """Put limitations in their lasting order, each once."""
    return tuple(sorted(set(limitations), key=sort_key))
