"""Finds a resource by its type and name, without making objects of the others."""

from __future__ import annotations

import struct

import numpy as np
import numpy.typing as npt

from permaudit.apk.resource_chunks import (
    COMPACT,
    NO_ENTRY,
    NO_ENTRY_16,
    OFFSETS_16,
    POOL_TYPE,
    SPARSE,
    UTF8,
    ResourceChunks,
)

_PACKAGE_NAMES = struct.Struct("<268x I 4x I")  # where the pools with the names of its types and entries begin
_POOL = struct.Struct("<2HI I 4x 2I")  # type, header size, size, strings, flags, where they begin
_MOST_SAME_LETTERS = 64  # places with the letters of a name that may be part of a longer one


class ResourceNames(ResourceChunks):
    """The names of a resource table; damaged places give None, never an error."""

    def find_id(self, kind: str, name: str) -> int | None:
        """Find a resource by its type and its name, both of plain letters; None if there is none of that name."""
        for start, _, _ in self.packages:
            try:
                type_pool, key_pool = _PACKAGE_NAMES.unpack_from(self.table, start)
                package = int(struct.unpack_from("<I", self.table, start + 8)[0]) & 0xFF
                type_index, key = (
                    self._find_name(start + pool, wanted) for pool, wanted in ((type_pool, kind), (key_pool, name))
                )
                if type_index is None or key is None:
                    continue
                for type_start, type_end in self.types.get(package, {}).get(type_index + 1, ()):
                    entry = self._find_key(type_start, type_end, key)
                    if entry is not None:
                        return package << 24 | (type_index + 1) << 16 | entry
            except (struct.error, ValueError, IndexError):
                continue
        return None

    def _find_name(self, start: int, name: str) -> int | None:
        """Find the number of a string in one pool, by its bytes, without decoding the others."""
        kind, header_size, size, count, flags, strings_start = _POOL.unpack_from(self.table, start)
        if kind != POOL_TYPE:
            return None
        letters = name.encode("ascii")
        wanted = struct.pack("<H", len(name)) + name.encode("utf-16-le") + b"\0\0"
        if flags & UTF8:
            wanted = bytes((len(name), len(name))) + letters + b"\0"
        offsets = np.frombuffer(self.table, "<u4", count, start + header_size)
        at = first = start + strings_start
        places: list[int] = []
        while len(places) < _MOST_SAME_LETTERS and (at := self.table.find(wanted, at, start + size)) >= 0:
            places.append(at - first)
            at += 1
        numbers = np.flatnonzero(np.isin(offsets, np.array(places, np.int64)))
        return int(numbers[0]) if numbers.size else None

    def _find_key(self, start: int, end: int, key: int) -> int | None:
        """Find the first entry of one type chunk whose name has this number."""
        header_size, flags = struct.unpack_from("<2x H 4x x B", self.table, start)
        count, entries_start = struct.unpack_from("<2I", self.table, start + 12)
        if header_size + count * (2 if flags & OFFSETS_16 else 4) > end - start:
            return None
        if flags & SPARSE:
            pairs = np.frombuffer(self.table, "<u2", 2 * count, start + header_size).astype(np.int64).reshape(-1, 2)
            numbers, offsets = pairs[:, 0], 4 * pairs[:, 1]
        elif flags & OFFSETS_16:
            offsets = np.frombuffer(self.table, "<u2", count, start + header_size).astype(np.int64)
            numbers = np.flatnonzero(offsets != NO_ENTRY_16)
            offsets = 4 * offsets[numbers]
        else:
            offsets = np.frombuffer(self.table, "<u4", count, start + header_size).astype(np.int64)
            numbers = np.flatnonzero(offsets != NO_ENTRY)
            offsets = offsets[numbers]
        at = start + entries_start + offsets
        fits = at + 8 <= end
        numbers, at = numbers[fits], at[fits]
        is_compact = self._numbers_at(at + 2, 2) & COMPACT != 0
        keys = np.where(is_compact, self._numbers_at(at, 2), self._numbers_at(at + 4, 4))
        found = numbers[keys == key]
        return int(found[0]) if found.size else None

    def _numbers_at(self, places: npt.NDArray[np.int64], count: int) -> npt.NDArray[np.int64]:
        """Read a number of `count` bytes at each place."""
        letters = np.frombuffer(self.table, np.uint8)
        return sum(
            (letters[places + each].astype(np.int64) << 8 * each for each in range(count)), np.zeros_like(places)
        )
