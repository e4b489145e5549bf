"""Texts that code fetches from its package: small files, and string resources by their id."""

from __future__ import annotations

from collections.abc import Sequence

from permaudit.apk.archive import Archive, EntryError
from permaudit.apk.resource_chunks import read_table
from permaudit.apk.resources import Resources

LARGEST_FILE_BYTES = 1 << 20
"""A table of texts is smaller; what is larger is not fetched for code that is evaluated."""


class TextSources:
    """The files and string resources of an app's parts; each table is read when the first text is asked for."""

    def __init__(self, archives: Sequence[Archive]) -> None:
        self._archives = archives
        self._tables: list[Resources] | None = None

    def file(self, name: str) -> bytes | None:
        """The bytes of a file, from the first part that has it; None if none has, or it is large or damaged."""
        for archive in self._archives:
            if name in archive.entries:
                try:
                    return archive.read(name, LARGEST_FILE_BYTES)
                except EntryError:
                    return None
        return None

    def strings(self, resource_id: int) -> tuple[str, ...] | None:
        """The text of a string resource, or those of an array; None if there are none, or others by configuration."""
        if self._tables is None:
            self._tables = [table for archive in self._archives if (table := _read_table(archive)) is not None]
        found = frozenset[tuple[str, ...]]().union(*(table.texts(resource_id) for table in self._tables))
        return next(iter(found)) or None if len(found) == 1 else None


def _read_table(archive: Archive) -> Resources | None:
    try:
        return Resources(read_table(archive))
    except EntryError:
        return None  # that it cannot be read is said where the manifest refers to it
