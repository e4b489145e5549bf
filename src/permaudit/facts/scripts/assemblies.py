""".NET assemblies out of their containers: alone, compressed (XALZ), or many in one file.

Format of a compressed one: dotnet/android, `CompressedAssemblyHeader`: `XALZ`, its number, its size, an LZ4 block.
What Mono's mkbundle makes is a native library in which each assembly is compressed by gzip.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from itertools import islice

from permaudit.facts.streams import GZIP

MOST_ASSEMBLIES = 4096
"""So many assemblies in one file are looked at; large apps have some hundred."""

_STARTS = re.compile(rb"XALZ|MZ\x90\x00\x03\x00")
_ELF = b"\x7fELF"
_GZIP = re.compile(rb"\x1f\x8b\x08[\x00\x08]")  # with the name of the file, or without
_PIECE_BYTES = 64 << 10
_HEADER_BYTES = 12
_SHORTEST_MATCH = 4
_LARGEST_RATIO = 256  # a byte of LZ4 stands for at most so many
_LONG, _FULL = 15, 255  # a length that goes on, and a byte of it after which it still does


class TooMuchError(Exception):
    """More would have to be decompressed than may be."""


class DamagedError(Exception):
    """It is no LZ4 block of the size that is stated."""


def split_assemblies(data: bytes, limit: int) -> Iterator[tuple[int, bytes]]:
    """Give each assembly in a file with the byte where it begins; the whole file if no beginning is known.

    Raises:
        TooMuchError: together they have more than `limit` bytes, as they state, or they are too many.
        DamagedError: one cannot be decompressed.
    """
    starts = [match.start() for match in islice(_STARTS.finditer(data), MOST_ASSEMBLIES + 1)]
    if not starts and data.startswith(_ELF):
        yield from _split_bundle(data, limit)
        return
    if not starts or (starts[0] and not _is_container(data)):
        yield 0, data
        return
    is_any_whole, behind = False, 0
    for start, end in zip(starts[:MOST_ASSEMBLIES], [*starts[1:], len(data)], strict=False):
        if start < behind:
            continue  # letters in a block that only look like a beginning
        if data[start : start + 4] != b"XALZ":
            is_any_whole = True
            yield start, data[start:end]
            continue
        size = int.from_bytes(data[start + 8 : start + _HEADER_BYTES], "little")
        if size > _LARGEST_RATIO * (len(data) - start):
            continue
        limit -= size
        if limit < 0:
            raise TooMuchError
        try:
            whole, behind = inflate_lz4(data, start + _HEADER_BYTES, size)
        except DamagedError:
            continue
        is_any_whole = True
        yield start, whole
    if len(starts) > MOST_ASSEMBLIES:
        raise TooMuchError
    if not is_any_whole:
        raise DamagedError


def _split_bundle(data: bytes, limit: int) -> Iterator[tuple[int, bytes]]:
    """Give what is compressed by gzip in a native library; all of it if nothing is."""
    is_any, behind = False, 0
    for found in islice(_GZIP.finditer(data), MOST_ASSEMBLIES):
        if found.start() < behind:
            continue
        whole, end = _inflate_gzip(data, found.start(), limit)
        if not end:
            continue
        limit -= len(whole)
        is_any, behind = True, end
        yield found.start(), whole
    if not is_any:
        yield 0, data


def _inflate_gzip(data: bytes, at: int, limit: int) -> tuple[bytes, int]:
    """What is compressed there, and where it ends; 0 if it is no such thing."""
    inflater, out = zlib.decompressobj(GZIP), bytearray()
    try:
        while not inflater.eof and at < len(data):
            piece = data[at : at + _PIECE_BYTES]
            out += inflater.decompress(piece, limit + 1 - len(out))
            if len(out) > limit:
                raise TooMuchError
            at += len(piece)
    except zlib.error:
        return b"", 0
    return bytes(out), at - len(inflater.unused_data) if inflater.eof else 0


def is_assembly(head: bytes) -> bool:
    """Whether a file begins as an assembly, a compressed one, a store of them, or a library that carries one."""
    return head.startswith((b"MZ", b"XALZ", b"XABA", _ELF))


def inflate_lz4(data: bytes, at: int, size: int) -> tuple[bytes, int]:
    """Decompress one LZ4 block to exactly `size` bytes, and say where it ends; what stands behind it is left alone.

    Raises:
        DamagedError: it is no such block.
    """
    out, end = bytearray(), len(data)
    while len(out) < size:
        if at >= end:
            raise DamagedError
        token = data[at]
        at += 1
        literals = token >> 4
        if literals == _LONG:
            literals, at = _length(data, at, size)
        out += data[at : at + literals]
        at += literals
        if at > end or len(out) >= size:
            break
        distance = int.from_bytes(data[at : at + 2], "little")
        length = (token & _LONG) + _SHORTEST_MATCH
        at += 2
        if length == _LONG + _SHORTEST_MATCH:
            more, at = _length(data, at, size)
            length = more + _SHORTEST_MATCH
        start = len(out) - distance
        if not distance or start < 0:
            raise DamagedError
        out += out[start : start + length] if distance >= length else _repeated(out[start:], length)
    if at > end or len(out) != size:
        raise DamagedError
    return bytes(out), at


def _is_container(data: bytes) -> bool:
    return data.startswith((b"XABA", _ELF))


def _length(data: bytes, at: int, most: int) -> tuple[int, int]:
    """A length that goes on in further bytes, as long as they are full; and where it ends."""
    length = _LONG
    while at < len(data) and length <= most:
        more = data[at]
        length += more
        at += 1
        if more < _FULL:
            return min(length, most + 1), at
    raise DamagedError


def _repeated(pattern: bytearray, length: int) -> bytearray:
    """What a match gives that reaches into what it makes."""
    return (pattern * (length // len(pattern) + 1))[:length]
