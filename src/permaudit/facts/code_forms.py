"""What a file holds by its first bytes: DEX code or an archive, plain or with every byte changed in a simple way.

Simple ways are those that a few lines of code undo: one byte added to each or a key of one byte, bits turned around, a
key of up to sixteen bytes used over and over, the first bytes wiped out. The key is found from what every DEX file has
in the same place.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np

DEX_HEAD_BYTES = 0x70
"""The header of a DEX file, which is checked whole where the first bytes alone prove nothing."""

LONGEST_KEY = 16

Holds = Literal["code", "archive", "other"]

_LEAST_HEAD_BYTES = 10
_DEX_MAGIC = re.compile(rb"dex\n0[0-9]{2}\x00")
# a local file header up to the method, which is none or deflate: four bytes alone are met by chance under some key
_ZIP_HEADER = re.compile(rb"PK\x03\x04[\x0a-\x3f]\x00.[\x00-\x08][\x00\x08]\x00", re.DOTALL)
_DEX_BEGIN, _ZIP_BEGIN = b"dex\n0", b"PK\3\4"
_MAGIC = b"dex\n035\0"
_BASE64_DEX = b"ZGV4CjA"  # dex\n0
_VERSIONS = frozenset((b"035", b"036", b"037", b"038", b"039", b"040", b"041"))
_HEADER_SIZES = (0x70, 0x78)
_ENDIAN_TAG = 0x12345678
_HEADER = struct.Struct("<4s3sx24x20I")
_ROW_BYTES = (4, 4, 12, 8, 8, 32)  # of the string, type, proto, field, method and class tables
# What every DEX file has in the same place: its magic, the size of its header, the byte order, no link section, and
# the string table behind the header. A file for which that does not hold is not recognised under a long key.
_FIXED = dict(enumerate(b"dex\n0")) | {7: 0}
_FIXED |= dict(zip(range(36, 52), b"\x70\0\0\0\x78\x56\x34\x12\0\0\0\0\0\0\0\0", strict=True))
_FIXED |= dict(zip(range(60, 64), b"\x70\0\0\0", strict=True))
_FIXED_BYTES = 64
_FIXED_NUMBER = int.from_bytes(bytes(_FIXED.get(at, 0) for at in range(_FIXED_BYTES)))


@dataclass(frozen=True, slots=True)
class Form:
    """What a file holds, and how to undo what was done to its bytes: `table` for each byte, or `key` over and over."""

    holds: Holds
    table: bytes = b""
    key: bytes = b""
    disguised: bool = False

    def undo(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """The bytes as they were, piece by piece."""
        at = 0
        for piece in pieces:
            if self.key:
                yield _unlock(piece, self.key, at)
            else:
                yield piece.translate(self.table) if self.table else piece
            at += len(piece)


OTHER, UNREAD = Form("other"), Form("other", disguised=True)
"""Nothing that is known; and a file whose first bytes cannot be had."""


def form_of(head: bytes, size: int) -> Form:
    """What a file of a size with these first bytes holds, if need be under what changed them."""
    if head.startswith(_ZIP_BEGIN):
        return Form("archive")
    if head.startswith(_BASE64_DEX):
        return Form("code", disguised=True)
    if len(head) < _LEAST_HEAD_BYTES:
        return OTHER if head else UNREAD
    if _DEX_MAGIC.match(head):
        return Form("code")
    table = _tables().get(head[: len(_DEX_BEGIN)])
    if table and _DEX_MAGIC.match(head.translate(table)):
        return Form("code", table, disguised=True)
    table = _tables().get(head[: len(_ZIP_BEGIN)])
    if table and _ZIP_HEADER.match(head.translate(table)):
        return Form("archive", table, disguised=True)
    if is_dex_header(with_magic(head), size):
        return Form("code", disguised=True)
    key = _long_key(head, size)
    return Form("code", key=key, disguised=True) if key else OTHER


def with_magic(head: bytes) -> bytes:
    """These first bytes with those in place by which Android knows DEX code: some apps wipe them out until it runs."""
    return _MAGIC + head[len(_MAGIC) :]


def is_dex_header(head: bytes, most_bytes: int) -> bool:
    """Whether these bytes are the header of a DEX file of at most so many bytes, with its tables within it."""
    if len(head) < DEX_HEAD_BYTES:
        return False
    magic, version, *words = _HEADER.unpack_from(head)
    size, header_size, endian_tag, _, _, _, *tables = words
    if magic != b"dex\n" or version not in _VERSIONS or header_size not in _HEADER_SIZES or endian_tag != _ENDIAN_TAG:
        return False
    sections = zip(tables[:12:2], tables[1:12:2], _ROW_BYTES, strict=True)
    return DEX_HEAD_BYTES <= size <= most_bytes and all(at + count * row <= most_bytes for count, at, row in sections)


def _long_key(head: bytes, size: int) -> bytes:
    """The shortest key of two to sixteen bytes under which this is the header of a DEX file; empty if there is none."""
    if len(head) < DEX_HEAD_BYTES:
        return b""
    key_bytes = (int.from_bytes(head[:_FIXED_BYTES]) ^ _FIXED_NUMBER).to_bytes(_FIXED_BYTES)  # right where it is fixed
    for length, one, other, pairs in _same_key_bytes():
        if key_bytes[one] != key_bytes[other] or any(key_bytes[this] != key_bytes[that] for this, that in pairs):
            continue
        places = {at % length: at for at in _FIXED}
        key = bytes(key_bytes[places[at]] for at in range(length))
        if is_dex_header(_unlock(head, key, 0), size):
            return key
    return b""


@cache
def _same_key_bytes() -> tuple[tuple[int, int, int, tuple[tuple[int, int], ...]], ...]:
    """For each length of a key, the pairs of fixed places that meet the same byte of it; the first pair apart."""
    found = []
    for length in range(2, LONGEST_KEY + 1):
        pairs = [(one, other) for one in _FIXED for other in _FIXED if one < other and (other - one) % length == 0]
        found.append((length, *pairs[0], tuple(pairs[1:])))
    return tuple(found)


@cache
def _tables() -> dict[bytes, bytes]:
    """What undoes a change of single bytes, by how DEX files and archives begin after it."""
    every = np.arange(256, dtype=np.uint8)
    changes = [every ^ np.uint8(key) for key in range(1, 256)]
    changes += [every + np.uint8(key) for key in range(1, 256)]
    changes += [every << np.uint8(bits) | every >> np.uint8(8 - bits) for bits in range(1, 8)]
    begins = [np.frombuffer(begin, np.uint8) for begin in (_DEX_BEGIN, _ZIP_BEGIN)]
    found: dict[bytes, bytes] = {}
    undo = np.empty(256, np.uint8)
    for change in changes:
        undo[change] = every
        for begin in begins:
            found.setdefault(change[begin].tobytes(), undo.tobytes())
    return found


def _unlock(data: bytes, key: bytes, at: int) -> bytes:
    """Undo a key used over and over, for bytes that stand `at` bytes from the start."""
    turn = at % len(key)
    turned = key[turn:] + key[:turn]
    pad = np.frombuffer(turned * (len(data) // len(key) + 1), np.uint8)[: len(data)]
    return (np.frombuffer(data, np.uint8) ^ pad).tobytes()
