"""Files of the app that somebody asks for by name, read piece by piece, also from archives inside the APK."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from permaudit.apk.archive import Archive, ArchiveError, EntryError, inflate_in_chunks, open_archive
from permaudit.apk.package import Part
from permaudit.apk.stretch import CHUNK_BYTES, Reader, in_memory

_DEFLATED = 8
BETWEEN_ARCHIVES = "!/"
"""Stands between the name of an archive and that of a file in it."""

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Content(Generic[V]):
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
        entry = self._archive.entries[self._name]
        if entry.method == _DEFLATED:
            yield from inflate_in_chunks(self._reader, entry)
            return
        stored = self._archive.read_from(self._reader, self._name, CHUNK_BYTES) if entry.size <= CHUNK_BYTES else None
        if stored is not None:
            yield stored
            return
        yield from self._stored_pieces()

    def _stored_pieces(self) -> Iterator[bytes]:
        stretch = self._archive.locate_stored(self._reader, self._name)
        if stretch is None:
            yield self._archive.read_from(self._reader, self._name, self.size)
            return
        with stretch.opened() as reader:
            yield from reader.chunks()

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


def find_contents(parts: Iterable[Part], choose: Callable[[str], V | None]) -> Iterator[Content[V]]:
    """Find the files that `choose` gives a value for, in the order of the parts and their directories."""
    for part in parts:
        yield from contents_of(part.archive, part.name, "", choose)


def contents_of(archive: Archive, part: str, inside: str, choose: Callable[[str], V | None]) -> Iterator[Content[V]]:
    """As `find_contents`, for one archive; `inside` is the name of the archive where it is a file of the part."""
    with archive.stretch.opened() as reader:
        for name, entry in archive.entries.items():
            choice = choose(name)
            if choice is not None:
                yield Content(part, inside + name, entry.size, choice, archive, reader, name)
