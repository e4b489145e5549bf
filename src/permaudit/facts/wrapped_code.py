"""DEX code in a file that is compressed or written as text: the layers are undone from the first bytes on.

What a line of code undoes is undone here: gzip, zlib, XZ, LZMA and bzip2, Base64 and hexadecimal digits, one within
another to a depth. What comes out is looked at as any other file is.
"""

from __future__ import annotations

import bz2
import lzma
import re
from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from permaudit.facts.buried_forms import hold_code
from permaudit.facts.code_forms import DEX_HEAD_BYTES, form_of
from permaudit.facts.streams import GZIP, ZLIB, StreamError, inflate

DEEPEST = 3
"""So many layers are undone, one within another."""

_MOST_MEMORY_BYTES = 96 << 20  # what an XZ stream may ask for to be undone; its strongest usual setting takes 65 MB
_PIECE_BYTES = 1 << 20
_ANY_SIZE = 1 << 32  # how much is to come is not known; no DEX file is larger
_ZLIB_BEGIN, _ZLIB_CHECK = 0x78, 31
_LZMA_BEGIN = re.compile(rb"\x5d\x00\x00..(?:\xff{8}|.{5}\x00{3})", re.DOTALL)
_BASE64_TEXT = re.compile(rb"[A-Za-z0-9+/_-]{40,}[A-Za-z0-9+/_\-\r\n]*=*\s*")
_HEX_TEXT = re.compile(rb"(?:[0-9A-Fa-f]{2})+\s*")
_NO_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")
_NO_HEX = re.compile(rb"[^0-9A-Fa-f]")
_STANDARD_ALPHABET = bytes.maketrans(b"-_", b"+/")

_Layer = Callable[[Iterator[bytes]], Iterator[bytes]]


class _Inflater(Protocol):
    """What the decompressors of the standard library for XZ and bzip2 have in common."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    def decompress(self, data: bytes, max_length: int = -1) -> bytes: ...


class RoomError(Exception):
    """There is no room left to undo more."""


@dataclass(slots=True)
class Room:
    """How many bytes may still be made."""

    left: int

    def take(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        """The pieces, each of which takes up room.

        Raises:
            RoomError: there is none left.
        """
        for piece in pieces:
            self.left -= len(piece)
            if self.left < 0:
                raise RoomError
            yield piece


def is_wrapped(head: bytes) -> bool:
    """Whether a file with these first bytes has a layer that can be undone."""
    return _layer_of(head) is not None


def hold_wrapped_code(pieces: Callable[[], Iterator[bytes]], room: Room) -> bool:
    """Whether code comes out of the layers around what these pieces hold; without layers there is none.

    The pieces are asked for anew for every layer, since what only looks like one more is searched as it is as well.

    Raises:
        RoomError: there is no room left to undo the layers.
    """
    layer = _layer_of(_head_of(pieces()))
    for _ in range(DEEPEST):
        if layer is None:
            return False
        pieces = _undone(layer, pieces, room)
        head = _head_of(pieces())
        form = form_of(head, _ANY_SIZE)
        if form.holds == "code" or hold_code(form.undo(pieces()), _ANY_SIZE):
            return True
        layer = _layer_of(head)
    return False


def _undone(layer: _Layer, pieces: Callable[[], Iterator[bytes]], room: Room) -> Callable[[], Iterator[bytes]]:
    return lambda: room.take(layer(pieces()))


def _head_of(pieces: Iterator[bytes]) -> bytes:
    head = b""
    for piece in pieces:
        head += piece
        if len(head) >= DEX_HEAD_BYTES:
            break
    return head[:DEX_HEAD_BYTES]


def _layer_of(head: bytes) -> _Layer | None:
    """What undoes the layer that begins with these bytes."""
    if head.startswith(b"\x1f\x8b\x08"):
        return lambda pieces: _inflate(pieces, GZIP)
    if len(head) > 1 and head[0] == _ZLIB_BEGIN and int.from_bytes(head[:2]) % _ZLIB_CHECK == 0:
        return lambda pieces: _inflate(pieces, ZLIB)
    if head.startswith(b"\xfd7zXZ\x00"):
        return lambda pieces: _decompress(pieces, lzma.LZMADecompressor(lzma.FORMAT_XZ, _MOST_MEMORY_BYTES))
    if _LZMA_BEGIN.match(head):
        return lambda pieces: _decompress(pieces, lzma.LZMADecompressor(lzma.FORMAT_ALONE, _MOST_MEMORY_BYTES))
    if head.startswith(b"BZh"):
        return lambda pieces: _decompress(pieces, bz2.BZ2Decompressor())
    if _HEX_TEXT.fullmatch(head):
        return lambda pieces: _read_letters(pieces, _NO_HEX, 2, lambda digits: bytes.fromhex(digits.decode()))
    if _BASE64_TEXT.fullmatch(head):
        return lambda pieces: _read_letters(pieces, _NO_BASE64, 4, b64decode)
    return None


def _inflate(pieces: Iterator[bytes], window_bits: int) -> Iterator[bytes]:
    """Undo gzip or zlib; a damaged stream ends where it is damaged."""
    with suppress(StreamError):
        yield from inflate(pieces, window_bits)


def _decompress(pieces: Iterator[bytes], stream: _Inflater) -> Iterator[bytes]:
    """Undo XZ, LZMA or bzip2; a stream that is damaged or wants more memory than is sane ends there."""
    for piece in pieces:
        packed = piece
        while not stream.eof:
            try:
                data = stream.decompress(packed, _PIECE_BYTES)
            except (lzma.LZMAError, OSError):
                return
            yield data
            if stream.needs_input:
                break
            packed = b""


def _read_letters(
    pieces: Iterator[bytes], others: re.Pattern[bytes], together: int, read: Callable[[bytes], bytes]
) -> Iterator[bytes]:
    """Read letters as bytes, so many of which belong together; what is no letter is passed over."""
    kept = b""
    for piece in pieces:
        letters = kept + others.sub(b"", piece.translate(_STANDARD_ALPHABET))
        whole = len(letters) - len(letters) % together
        kept = letters[whole:]
        yield read(letters[:whole])
    if together > 2 and len(kept) > 1:  # noqa: PLR2004 - hexadecimal digits come in pairs; of Base64 two letters hold a byte
        yield read(kept + b"=" * (together - len(kept)))
