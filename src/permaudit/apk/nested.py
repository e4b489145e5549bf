"""APKs inside a bundle: stored ones are read in place, compressed ones in memory or, if large, from a copy on disk."""

from __future__ import annotations

import os
import tempfile
import weakref
from pathlib import Path

from permaudit.apk.archive import Archive, EntryError, inflate_in_chunks
from permaudit.apk.stretch import Reader, Stretch, in_memory

LARGEST_IN_MEMORY_BYTES = 8 << 20
"""Compressed APKs up to this size are kept in memory."""


class _Copy:
    """A file of ours, deleted with the last stretch that reads it, or when the program ends."""

    def __init__(self) -> None:
        handle, name = tempfile.mkstemp(prefix="permaudit-", suffix=".apk")
        os.close(handle)
        self.path = Path(name)
        weakref.finalize(self, self.path.unlink, missing_ok=True)


def find_nested(bundle: Archive, reader: Reader, name: str, most_in_place: int, most_inflated: int) -> Stretch:
    """Find or make a stretch with the bytes of one entry, of at most so many bytes in place or inflated.

    Raises:
        EntryError: the entry is damaged, truncated or too large.
    """
    entry = bundle.entries[name]
    stored = bundle.locate_stored(reader, name)
    if entry.size > (most_inflated if stored is None else most_in_place):
        raise EntryError("too-large")
    if stored is not None:
        return stored
    if entry.size <= LARGEST_IN_MEMORY_BYTES:
        return in_memory(bundle.read_from(reader, name))
    copy = _Copy()
    with copy.path.open("wb") as file:
        for data in inflate_in_chunks(reader, entry):
            file.write(data)
    return Stretch(copy.path, 0, entry.size, keeper=copy)
