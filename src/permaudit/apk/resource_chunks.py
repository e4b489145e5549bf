"""The chunks of a resource table: where its packages, types and strings lie.

The layout is that of AOSP `libs/androidfw/include/androidfw/ResourceTypes.h`.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import cached_property
from itertools import islice

from permaudit.apk.archive import Archive

LARGEST_TABLE_BYTES = 64 << 20
"""Above this the resource table is left alone, and values that lie in it are unknown."""

POOL_TYPE, PACKAGE_TYPE = 0x0001, 0x0200
UTF8 = 0x100
"""Flag of a string pool; without it its strings are UTF-16."""
NO_ENTRY, NO_ENTRY_16 = 0xFFFFFFFF, 0xFFFF
SPARSE, OFFSETS_16 = 0x01, 0x02
"""Flags of a type chunk, which tell how it lists the offsets of its entries."""
COMPACT = 0x0008
"""Flag of an entry: its value stands where the size and the key would."""

_HEADER = struct.Struct("<HHI")
_TABLE_TYPE, _TYPE_TYPE = 0x0002, 0x0201
_PACKAGE_HEADER_BYTES, _TYPE_HEADER_BYTES = 12, 24  # what is read of them
_MOST_CHUNKS = 200_000  # of one kind in a table; large apps have some ten thousand
_MOST_PACKAGES = 16  # apps have one, and one for each shared library


def read_table(archive: Archive) -> bytes:
    """The bytes of an APK's resource table.

    They are not kept with the archive: most apps are asked for a value or two while they are opened, and a table takes
    as much room as a DEX file.

    Raises:
        EntryError: there is none, or it is damaged or too large.
    """
    return archive.read("resources.arsc", LARGEST_TABLE_BYTES)


class ResourceChunks:
    """A resource table kept as bytes; what lies outside its bounds is no chunk."""

    def __init__(self, table: bytes) -> None:
        self.table = table

    @cached_property
    def chunks(self) -> list[tuple[int, int, int, int]]:
        """The chunks right below the table: type, header size, start, end."""
        if len(self.table) < _HEADER.size:
            return []
        kind, header_size, size = _HEADER.unpack_from(self.table)
        return list(self._walk(header_size, min(size, len(self.table)))) if kind == _TABLE_TYPE else []

    def _walk(self, at: int, end: int) -> Iterator[tuple[int, int, int, int]]:
        for _ in range(_MOST_CHUNKS):
            if at + _HEADER.size > end:
                return
            kind, header_size, size = _HEADER.unpack_from(self.table, at)
            if not _HEADER.size <= header_size <= size <= end - at:
                return
            yield kind, header_size, at, at + size
            at += size

    @cached_property
    def packages(self) -> list[tuple[int, int, int]]:
        """Where the packages begin, where what is in them begins, and where they end; the first ones of too many."""
        found = [
            (start, start + header_size, end) for kind, header_size, start, end in self.chunks if kind == PACKAGE_TYPE
        ]
        return [each for each in found if each[1] - each[0] >= _PACKAGE_HEADER_BYTES][:_MOST_PACKAGES]

    @cached_property
    def types(self) -> dict[int, dict[int, list[tuple[int, int]]]]:
        """The type chunks (start, end) by package id and type id."""
        packages: dict[int, dict[int, list[tuple[int, int]]]] = {}
        left = _MOST_CHUNKS
        for start, inside, end in self.packages:
            types = packages.setdefault(struct.unpack_from("<I", self.table, start + 8)[0] & 0xFF, {})
            for inner, inner_header, inner_start, inner_end in islice(self._walk(inside, end), left):
                left -= 1
                if inner == _TYPE_TYPE and inner_header >= _TYPE_HEADER_BYTES:
                    types.setdefault(self.table[inner_start + 8], []).append((inner_start, inner_end))
        return packages

    @cached_property
    def pool(self) -> tuple[int, int]:
        """Start and end of the string pool that all values share."""
        return next(((start, end) for kind, _, start, end in self.chunks if kind == POOL_TYPE), (0, 0))
