"""Where bytes lie: a stretch of a file on disk, or bytes in memory; opened for a while, never kept open."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

CHUNK_BYTES = 1 << 20
"""Long stretches are read in pieces of this size."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where an archive lies: `size` bytes of a file from `start`, or bytes in memory if `path` is None."""

    path: Path | None
    start: int
    size: int
    data: bytes = b""
    keeper: object = field(default=None, repr=False, compare=False)  # deletes the file when nobody holds it any more

    @contextmanager
    def opened(self) -> Iterator[Reader]:
        """Open for a while; nothing stays open between two uses."""
        with io.BytesIO(self.data) if self.path is None else self.path.open("rb") as file:
            yield Reader(file, self.start, self.size)


def whole_file(path: Path) -> Stretch:
    """Make the stretch that is all of a file."""
    return Stretch(path, 0, path.stat().st_size)


def in_memory(data: bytes) -> Stretch:
    """Make the stretch that is these bytes."""
    return Stretch(None, 0, len(data), data)


class Reader:
    """Random access to an open stretch; never reads outside it."""

    def __init__(self, file: BinaryIO, start: int, size: int) -> None:
        self._file = file
        self._start = start
        self.size = size

    def read_at(self, offset: int, length: int) -> bytes:
        """Read `length` bytes, fewer at the end of the stretch."""
        length = min(length, self.size - offset)
        if offset < 0 or length <= 0:
            return b""
        self._file.seek(self._start + offset)
        return self._file.read(length)

    def chunks(self, chunk_bytes: int = CHUNK_BYTES) -> Iterator[bytes]:
        """Read all of it piece by piece."""
        for offset in range(0, self.size, chunk_bytes):
            yield self.read_at(offset, chunk_bytes)
