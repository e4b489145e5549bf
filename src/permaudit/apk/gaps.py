"""Where an archive has bytes that belong to none of its files: headers, signatures, and whatever was put there."""

from __future__ import annotations

from collections.abc import Iterator

from permaudit.apk.archive import Archive
from permaudit.apk.stretch import CHUNK_BYTES, Reader


def find_gaps(archive: Archive, reader: Reader, least_bytes: int) -> Iterator[tuple[int, Iterator[bytes]]]:
    """Size and pieces of each stretch of at least so many bytes that no file takes up, from the beginning to the end.

    Extra fields of headers count, since anything may stand in them, and so do the directory and its comment.
    """
    located = (archive.locate_packed(reader, name) for name in archive.entries)
    places = sorted(place for both in located if both for place in both)
    at = 0
    for start, end in [*places, (reader.size, reader.size)]:
        if start - at >= least_bytes:
            yield start - at, _pieces(reader, at, start)
        at = max(at, end)


def _pieces(reader: Reader, start: int, end: int) -> Iterator[bytes]:
    for at in range(start, end, CHUNK_BYTES):
        yield reader.read_at(at, min(CHUNK_BYTES, end - at))
