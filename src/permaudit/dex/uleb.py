"""ULEB128 numbers: many at once on arrays, or one after another."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from permaudit.dex.damage import DexDamageError

_MOST_BYTES = 5  # a uleb128 holds at most 32 bits
Int64s = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.uint8]


def decode_between(octets: Bytes, starts: Int64s, ends: Int64s) -> Int64s:
    """Decode one number from each `starts[i]` to its last byte `ends[i]` (the one below 0x80).

    Raises:
        DexDamageError: a number is longer than five bytes.
    """
    lengths = ends - starts + 1
    if lengths.size and int(lengths.max()) > _MOST_BYTES:
        raise DexDamageError("a number is longer than five bytes")
    values = octets[starts].astype(np.int64) & 0x7F
    longer = np.flatnonzero(lengths > 1)
    for index in range(1, _MOST_BYTES):
        if not longer.size:
            break
        values[longer] |= (octets[starts[longer] + index].astype(np.int64) & 0x7F) << (7 * index)
        longer = longer[lengths[longer] > index + 1]
    return values & 0xFFFFFFFF


def read_uleb(data: bytes, offset: int) -> tuple[int, int]:
    """Read one number; returns it and the offset behind it.

    Raises:
        DexDamageError: it runs over five bytes or the end of the file.
    """
    value = 0
    for index in range(_MOST_BYTES):
        if offset >= len(data):
            break
        octet = data[offset]
        offset += 1
        value |= (octet & 0x7F) << (7 * index)
        if octet < 0x80:  # noqa: PLR2004  the continuation bit
            return value & 0xFFFFFFFF, offset
    raise DexDamageError("a number runs over its end")


def read_sleb(data: bytes, offset: int) -> tuple[int, int]:
    """Read one signed number; returns it and the offset behind it.

    Raises:
        DexDamageError: as `read_uleb`.
    """
    value, after = read_uleb(data, offset)
    bits = min(7 * (after - offset), 32)
    return value - (1 << bits) if value >> (bits - 1) & 1 else value, after
