"""The files of one archive while it is open: first bytes, bytes in bounded pieces, and archives within it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from permaudit.apk.archive import Archive, ArchiveError, EntryError, open_archive
from permaudit.apk.gaps import find_gaps
from permaudit.apk.nested import find_nested
from permaudit.apk.stretch import Reader, in_memory

HEAD_BYTES = 112
"""So many first bytes of a file are enough to know its form, also where a long key has changed them."""

_DEFLATE_OVERHEAD = 64  # of a compressor that makes nothing smaller; generous, as is an eighth of the size


class UnreadableError(Exception):
    """A file cannot be read whole; `problem` is that of the EntryError or ArchiveError."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


class Contents:
    """The files of an open archive, by their exact names."""

    def __init__(self, archive: Archive, reader: Reader, heads: dict[str, bytes] | None = None) -> None:
        self._archive, self._reader, self._heads = archive, reader, heads

    @property
    def names(self) -> tuple[str, ...]:
        """All names, in the order of the archive's directory."""
        return tuple(self._archive.entries)

    @property
    def has_duplicates(self) -> bool:
        """Whether a name stands in the directory more than once; of these files only one is seen."""
        return bool(self._archive.duplicates)

    @property
    def is_in_memory(self) -> bool:
        """Whether this archive is a copy in memory and no stretch of a file."""
        return self._archive.stretch.path is None

    def size(self, name: str) -> int:
        """The declared size in bytes; it may lie, but no more than it is ever read."""
        return self._archive.entries[name].size

    def is_inflated(self, name: str) -> bool:
        """Whether reading it takes inflating it."""
        return self._archive.is_deflated(name)

    def is_understated(self, name: str) -> bool:
        """Whether more bytes are packed than a file of its declared size can need: there is more than it says."""
        entry = self._archive.entries[name]
        return self.is_inflated(name) and entry.packed_size > entry.size + (entry.size >> 3) + _DEFLATE_OVERHEAD

    def gaps(self) -> Iterator[tuple[int, Iterator[bytes]]]:
        """Size and pieces of each stretch of the archive that belongs to no file and could hold one."""
        return find_gaps(self._archive, self._reader, HEAD_BYTES)

    def packed_share(self, name: str) -> float:
        """The packed size by the real one: near 1 where the bytes could not be compressed, or were not."""
        entry = self._archive.entries[name]
        return entry.packed_size / entry.size if entry.size and self.is_inflated(name) else 1.0

    def head(self, name: str, count: int = HEAD_BYTES) -> bytes:
        """The first bytes; fewer or none where the file is short or damaged."""
        if self._heads is not None and name in self._heads and count <= HEAD_BYTES:
            return self._heads[name][:count]
        return self._archive.peek(self._reader, name, count)[:count]

    def pieces(self, name: str) -> Iterator[bytes]:
        """Read one file piece by piece, up to its declared size.

        Raises:
            UnreadableError: it is damaged, or its declared size is not its real one; what came before was right.
        """
        try:
            yield from self._archive.pieces_from(self._reader, name)
        except EntryError as error:
            raise UnreadableError(error.problem) from error

    @contextmanager
    def opened(self, name: str, most_in_place: int, most_inflated: int, table: bytes = b"") -> Iterator[Contents]:
        """Open an archive within this one, of at most so many bytes; `too-large` is the problem of one above that.

        With a table, every byte is replaced by it, so that a copy is made as if the archive were compressed.

        Raises:
            UnreadableError: it is damaged, no archive, or too large.
        """
        if table and self.size(name) > most_inflated:
            raise UnreadableError("too-large")
        try:
            archive = open_archive(
                in_memory(b"".join(self.pieces(name)).translate(table))
                if table
                else find_nested(self._archive, self._reader, name, most_in_place, most_inflated)
            )
        except (EntryError, ArchiveError) as error:
            raise UnreadableError(error.problem) from error
        with archive.stretch.opened() as reader:
            yield Contents(archive, reader)


def read_heads(archive: Archive) -> dict[str, bytes]:
    """The first bytes of every file; what is short or damaged has fewer or none."""
    with archive.stretch.opened() as reader:
        return {name: archive.peek(reader, name, HEAD_BYTES) for name in archive.entries}
