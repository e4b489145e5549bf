"""Files of the app that somebody asks for by name, read piece by piece, also from archives inside the APK."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from permaudit.apk.archive import Archive, ArchiveError, EntryError, open_archive
from permaudit.apk.package import Part
from permaudit.apk.stretch import Reader, in_memory

BETWEEN_ARCHIVES = "!/"
"""Stands between the name of an archive and that of a file in it."""

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class NamedFile(Generic[V]):
    """One file, not read yet; `size` is what the directory states, `choice` what the caller chose it for.

    It can be read only while the iterator that gave it has not gone on.
    """

    part: str
    file: str
    size: int
    choice: V
    _archive: Archive
    _reader: Reader
    _name: str

    def pieces(self) -> Iterator[bytes]:
        """Read it piece by piece.

        Raises:
            EntryError: it is damaged, or its declared size is not its real one.
        """
        return self._archive.pieces_from(self._reader, self._name)

    def read(self, limit: int) -> bytes:
        """Read it whole.

        Raises:
            EntryError: as `pieces`; or it is larger than `limit` bytes.
        """
        return self._archive.read_from(self._reader, self._name, limit)

    def head(self, count: int) -> bytes:
        """Read its first bytes, fewer or none where it is damaged."""
        return self._archive.peek(self._reader, self._name, count)[:count]

    def open_archive(self, limit: int) -> Archive:
        """Open it as an archive of at most `limit` bytes.

        Raises:
            EntryError: it cannot be read, or is no archive (`damaged`).
        """
        try:
            return open_archive(in_memory(self.read(limit)))
        except ArchiveError:
            raise EntryError("damaged") from None


def find_named_files(parts: Iterable[Part], choose: Callable[[str], V | None]) -> Iterator[NamedFile[V]]:
    """Find the files that `choose` gives a value for, in the order of the parts and their directories."""
    for part in parts:
        yield from named_files_in(part.archive, part.name, "", choose)


def named_files_in(
    archive: Archive, part: str, inside: str, choose: Callable[[str], V | None]
) -> Iterator[NamedFile[V]]:
    """As `find_named_files`, for one archive; `inside` is the name of the archive where it is a file of the part."""
    with archive.stretch.opened() as reader:
        for name, entry in archive.entries.items():
            choice = choose(name)
            if choice is not None:
                yield NamedFile(part, inside + name, entry.size, choice, archive, reader, name)
