"""One APK opened far enough to know whose it is: directory, manifest, and what could not be read of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from permaudit.apk.archive import Archive, ArchiveError, EntryError, open_archive
from permaudit.apk.binary_xml import BinaryXmlError
from permaudit.apk.manifest import PartManifest, read_manifest
from permaudit.apk.package import dex_names
from permaudit.apk.resource_chunks import read_table
from permaudit.apk.resources import Resources
from permaudit.apk.stretch import Stretch
from permaudit.apk.values import Values
from permaudit.errors import InputError
from permaudit.model.app import PartFile
from permaudit.model.limitation import Limitation
from permaudit.model.message import message

MANIFEST = "AndroidManifest.xml"
LARGEST_MANIFEST_BYTES = 4 << 20
"""Larger manifests are refused: real ones are rarely above 1 MB, and reading this much takes about a second."""


@dataclass(frozen=True, slots=True)
class OpenedPart:
    """A part whose manifest was read."""

    name: str
    archive: Archive
    manifest: PartManifest
    limitations: tuple[Limitation, ...]

    def measure(self) -> PartFile:
        """Hash the part's bytes, as a stream."""
        return PartFile(self.name, self.archive.stretch.size, hash_stretch(self.archive.stretch))


def open_part(name: str, archive: Archive, locale: str | None, limit: int = LARGEST_MANIFEST_BYTES) -> OpenedPart:
    """Read the manifest of an archive that has one, if it is not larger than `limit` bytes.

    Raises:
        InputError: `input-encrypted`, `input-unreadable-manifest` or `input-damaged-manifest`, with the part's name.
    """
    try:
        data = archive.read(MANIFEST, limit)
    except EntryError as error:
        if error.problem == "encrypted":
            raise InputError("input-encrypted", part=name) from error
        raise InputError("input-unreadable-manifest", part=name, problem=error.problem) from error
    table = _LazyTable(archive, name)
    try:
        manifest = read_manifest(data, name, Values(table.load), locale)
    except BinaryXmlError as error:
        encrypted = archive.entries[MANIFEST].is_marked_encrypted
        raise InputError("input-encrypted" if encrypted else "input-damaged-manifest", part=name) from error
    return OpenedPart(name, archive, manifest, (*table.limitations, *_name_duplicates(archive, name)))


def open_directory(name: str, stretch: Stretch) -> Archive:
    """Open an archive.

    Raises:
        InputError: with the message id of the ArchiveError and the part's name.
    """
    try:
        return open_archive(stretch)
    except ArchiveError as error:
        raise InputError(error.problem, part=name) from error


def hash_stretch(stretch: Stretch) -> str:
    """SHA-256 of a stretch in hex, read piece by piece."""
    digest = hashlib.sha256()
    with stretch.opened() as reader:
        for chunk in reader.chunks():
            digest.update(chunk)
    return digest.hexdigest()


@dataclass(slots=True)
class _LazyTable:
    """The resource table, read when the first reference asks for it."""

    archive: Archive
    part: str
    limitations: list[Limitation] = field(default_factory=list)
    _loaded: bool = False
    _resources: Resources | None = None

    def load(self) -> Resources | None:
        if not self._loaded:
            self._loaded = True
            try:
                self._resources = Resources(read_table(self.archive))
            except EntryError as error:
                detail = message("limitation-no-resource-table", part=self.part, problem=error.problem)
                self.limitations.append(Limitation("damaged", detail))
        return self._resources


def _name_duplicates(archive: Archive, part: str) -> list[Limitation]:
    """Say which files stand twice: Android refuses such an archive today, old phones ran the first."""
    dex = set(dex_names(archive))
    return [
        Limitation(
            "damaged",
            message("limitation-duplicate-entry", part=part, file=name),
            ("code",) if name in dex else ("manifest",) if name == MANIFEST else (),
        )
        for name in archive.duplicates
        if name in dex or name in (MANIFEST, "resources.arsc")
    ]
