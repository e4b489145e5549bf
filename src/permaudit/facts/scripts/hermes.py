"""Strings of Hermes bytecode, found through its tables, so that a string is told from a part of another.

Format: facebook/hermes, `BytecodeFileFormat.h`; checked with the compilers of versions 74, 76, 89, 96 and 99.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

MAGIC = bytes.fromhex("c61fbc03c103191f")
KNOWN_VERSIONS = range(56, 100)
"""Before 56 an entry of the string table had one bit more; after 99 nobody knows yet."""

HEADER_BYTES = 128
_COUNTS = struct.Struct(
    "<8I"
)  # file length, global code, functions, string kinds, identifiers, strings, overflow, storage
_FUNCTION_BYTES_UNTIL_96, _FUNCTION_BYTES_SINCE_97 = 16, 12
_LAST_WITH_LARGE_FUNCTIONS = 96
_IN_OVERFLOW_TABLE = 0xFF


class HermesError(Exception):
    """The tables do not fit the file, or the version is not known."""


@dataclass(frozen=True, slots=True)
class HermesStrings:
    """The strings of one file: `storage` begins at byte `start`; offsets count from there, lengths in bytes."""

    start: int
    storage: bytes
    offsets: npt.NDArray[np.int64]
    lengths: npt.NDArray[np.int64]

    def find(self, text: bytes) -> int | None:
        """Where in the file a whole string of this text begins; None if there is none."""
        left = self.offsets[self.lengths == len(text)]
        letters = np.frombuffer(self.storage, np.uint8)
        for place, letter in enumerate(text):
            left = left[letters[left + place] == letter]
        return self.start + int(left.min()) if left.size else None


def read_version(head: bytes | bytearray) -> int:
    """The version that a file states."""
    return int.from_bytes(head[8:12], "little")


def bytes_needed(head: bytes | bytearray) -> int:
    """How many bytes from the start hold all strings; may lie, as the header may."""
    _, _, functions, kinds, identifiers, strings, overflow, storage = _COUNTS.unpack_from(head, 32)
    sizes = _FUNCTION_BYTES_UNTIL_96 * functions + 4 * (kinds + identifiers + strings) + 8 * overflow + storage
    return HEADER_BYTES + int(sizes)


def read_strings(data: bytes) -> HermesStrings:
    """Read the string table of a file, or of as much of its beginning as `bytes_needed` says.

    Raises:
        HermesError: the version is not known, or the tables do not fit the file.
    """
    if len(data) < HEADER_BYTES or not data.startswith(MAGIC) or read_version(data) not in KNOWN_VERSIONS:
        raise HermesError
    sizes = [_FUNCTION_BYTES_UNTIL_96]
    if read_version(data) > _LAST_WITH_LARGE_FUNCTIONS:
        sizes = [_FUNCTION_BYTES_SINCE_97, _FUNCTION_BYTES_UNTIL_96]
    for size in sizes:
        strings = _read_tables(data, size)
        if strings is not None:
            return strings
    raise HermesError


def _read_tables(data: bytes, function_bytes: int) -> HermesStrings | None:
    """Read the tables as if a function header had so many bytes; None if that does not fit."""
    _, _, functions, kinds, identifiers, count, overflow_count, storage_size = _COUNTS.unpack_from(data, 32)
    table = HEADER_BYTES + function_bytes * functions + 4 * (kinds + identifiers)
    overflow_table = table + 4 * count
    start = overflow_table + 8 * overflow_count
    if start + storage_size > len(data) or not count:
        return None
    entries = np.frombuffer(data, "<u4", count, table)
    pairs = np.frombuffer(data, "<u4", 2 * overflow_count, overflow_table).astype(np.int64).reshape(-1, 2)
    offsets = ((entries >> 1) & 0x7FFFFF).astype(np.int64)
    lengths = (entries >> 24).astype(np.int64)
    overflowed = np.flatnonzero(lengths == _IN_OVERFLOW_TABLE)
    if overflowed.size:
        if int(offsets[overflowed].max()) >= overflow_count:
            return None
        offsets[overflowed], lengths[overflowed] = pairs[offsets[overflowed]].T
    lengths <<= (entries & 1).astype(np.int64)  # two bytes a character
    if int((offsets + lengths).max()) > storage_size:
        return None
    return HermesStrings(start, data[start : start + storage_size], offsets, lengths)
