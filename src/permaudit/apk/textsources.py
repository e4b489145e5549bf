"""Texts that code fetches from its package: small files, and string resources by their id."""

from __future__ import annotations

from collections.abc import Sequence

from permaudit.apk.archive import Archive, EntryError
from permaudit.apk.resource_chunks import LARGEST_TABLE_BYTES, read_table
from permaudit.apk.resources import Resources

LARGEST_FILE_BYTES = 1 << 20
"""A table of texts is smaller; what is larger, or is packed into more, is not fetched for code that is evaluated."""

MOST_TABLE_BYTES = 2 * LARGEST_TABLE_BYTES
"""The resource tables of all parts are kept up to this size together; beyond it no string is known."""

MOST_LOOKED_AT = 2_000_000
"""So many configurations of strings are looked at for one app; large apps have some hundred of each string."""


class TextSources:
    """The files and string resources of an app's parts; each table is read when the first text is asked for."""

    def __init__(self, archives: Sequence[Archive]) -> None:
        self._archives = archives
        self._tables: list[Resources] | None = None
        self._known: dict[int, tuple[str, ...] | None] = {}
        self._left = MOST_LOOKED_AT

    def file(self, name: str) -> bytes | None:
        """The bytes of a file, from the first part that has it; None if none has, or it is large or damaged."""
        for archive in self._archives:
            entry = archive.entries.get(name)
            if entry is not None:
                try:
                    return archive.read(name, LARGEST_FILE_BYTES) if entry.packed_size <= LARGEST_FILE_BYTES else None
                except EntryError:
                    return None
        return None

    def strings(self, resource_id: int) -> tuple[str, ...] | None:
        """The text of a string resource, or those of an array; None if there are none, or others by configuration."""
        if resource_id not in self._known:
            self._known[resource_id] = self._find(resource_id)
        return self._known[resource_id]

    def _find(self, resource_id: int) -> tuple[str, ...] | None:
        if self._tables is None:
            self._tables = self._read_tables()
        self._left -= sum(table.count_configurations(resource_id) for table in self._tables)
        if self._left < 0:
            return None
        found = frozenset[tuple[str, ...]]().union(*(table.texts(resource_id) for table in self._tables))
        return next(iter(found)) or None if len(found) == 1 else None

    def _read_tables(self) -> list[Resources]:
        """The tables of all parts, or none at all if there is too much: what is not seen may say something else."""
        tables, left = [], MOST_TABLE_BYTES
        for archive in self._archives:
            try:
                table = read_table(archive)
            except EntryError:
                continue  # that it cannot be read is said where the manifest refers to it
            left -= len(table)
            if left < 0:
                return []
            tables.append(Resources(table))
        return tables
