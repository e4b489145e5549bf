"""A compressed stream is undone in pieces, and what is none of its kind is told apart."""

import zlib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.gzipped import gzipped

from permaudit.facts.streams import GZIP, ZLIB, StreamError, inflate

TEXT = b"people " * 1000


def pieces(data: bytes, size: int) -> Iterator[bytes]:
    return (data[at : at + size] for at in range(0, len(data), size))


@pytest.mark.parametrize("size", [1, 7, 4096])
def test_a_stream_is_undone_however_it_is_cut(size: int) -> None:
    assert b"".join(inflate(pieces(gzipped(TEXT), size), GZIP)) == TEXT
    assert b"".join(inflate(pieces(zlib.compress(TEXT), size), ZLIB)) == TEXT


def test_what_stands_behind_a_stream_is_ignored() -> None:
    assert b"".join(inflate([gzipped(TEXT) + b"more"], GZIP)) == TEXT


def test_no_piece_is_large_however_much_comes_out() -> None:
    assert max(map(len, inflate([zlib.compress(bytes(5_000_000))], ZLIB))) <= 256 << 10


def test_of_a_stream_that_is_cut_off_the_beginning_is_given_first() -> None:
    begun: list[bytes] = []

    with pytest.raises(StreamError):
        begun.extend(inflate([zlib.compress(TEXT, 0)[:-4]], ZLIB))

    assert b"".join(begun) == TEXT


@given(st.binary(max_size=60))
def test_whatever_the_bytes_are_it_ends(data: bytes) -> None:
    try:
        list(inflate([data], GZIP))
    except StreamError:
        return
    assert data[:2] == b"\x1f\x8b"
