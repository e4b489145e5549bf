"""What zlib and gzip compressed, undone piece by piece."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

ZLIB = zlib.MAX_WBITS
GZIP = zlib.MAX_WBITS | 16  # with its header and no other

_PIECE_BYTES = 256 << 10


class StreamError(Exception):
    """It is no such stream, is damaged, or ends too early."""


def inflate(pieces: Iterable[bytes], window_bits: int) -> Iterator[bytes]:
    """Decompress a stream of the kind ZLIB or GZIP, giving pieces of bounded size; what stands behind it is ignored.

    Raises:
        StreamError: behind the last piece that could be undone.
    """
    inflater = zlib.decompressobj(window_bits)
    try:
        for piece in pieces:
            left = piece
            while left and not inflater.eof:
                yield inflater.decompress(left, _PIECE_BYTES)
                left = inflater.unconsumed_tail
    except zlib.error:
        raise StreamError from None
    if not inflater.eof:
        raise StreamError
