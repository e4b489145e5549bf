"""Where an archive has bytes that belong to none of its files: headers, signatures, and whatever was put there."""

from __future__ import annotations

from collections.abc import Iterator

from permaudit.apk.archive import Archive
from permaudit.apk.stretch import CHUNK_BYTES, Reader


def find_gaps(archive: Archive, reader: Reader, least_bytes: int) -> Iterator[tuple[int, Iterator[bytes]]]:
    """Size and pieces of each stretch of at least so many bytes that no file takes up, from the beginning to the end.

    The extra fields of files count, and so do the directory and its comment; their headers and names do not.
    """
    located = (archive.locate_packed(reader, name) for name in archive.entries)
    at = 0
    for start, end in [*sorted(place for places in located if places for place in places), (reader.size, reader.size)]:
        if start - at >= least_bytes:
            yield start - at, _pieces(reader, at, start)
        at = max(at, end)


def _pieces(reader: Reader, start: int, end: int) -> Iterator[bytes]:
    for at in range(start, end, CHUNK_BYTES):
        yield reader.read_at(at, min(CHUNK_BYTES, end - at))
