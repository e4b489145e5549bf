"""Assemblies come out of their containers, and what cannot be decompressed, or takes too much, is said."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.gzipped import gzipped

from permaudit.facts.scripts.assemblies import (
    MOST_ASSEMBLIES,
    DamagedError,
    TooMuchError,
    inflate_lz4,
    split_assemblies,
)

DOS = b"MZ\x90\x00\x03\x00"
GZIP = b"\x1f\x8b\x08\x00"


def literals(data: bytes) -> bytes:
    """An LZ4 block that holds its bytes as they are."""
    rest, more = len(data) - 15, b""
    if rest < 0:
        return bytes([len(data) << 4]) + data
    while rest >= 255:
        more, rest = more + b"\xff", rest - 255
    return b"\xf0" + more + bytes([rest]) + data


def compressed(data: bytes, size: int | None = None) -> bytes:
    return b"XALZ" + struct.pack("<II", 0, len(data) if size is None else size) + literals(data)


def test_an_assembly_that_stands_alone_is_given_whole() -> None:
    assert list(split_assemblies(b"MZ" + b"code", 0)) == [(0, b"MZcode")]


def test_a_compressed_assembly_is_decompressed() -> None:
    assert list(split_assemblies(compressed(b"MZ" + b"x" * 700), 1000)) == [(0, b"MZ" + b"x" * 700)]


def test_a_match_may_reach_into_what_it_makes() -> None:
    block = b"\x34abc" + b"\x03\x00" + b"\x00"  # three letters, then eight more from three bytes back

    assert inflate_lz4(block, 0, 11) == (b"abcabcabcab", 6)


def test_each_assembly_of_a_store_stands_alone() -> None:
    store = b"XABA" + bytes(20) + compressed(b"MZ one") + DOS + b" two" + compressed(b"MZ three")

    assert [each for _, each in split_assemblies(store, 100)] == [b"MZ one", DOS + b" two", b"MZ three"]


def test_each_assembly_that_gzip_compressed_into_a_library_stands_alone() -> None:
    library = b"\x7fELF" + bytes(60) + gzipped(b"MZ one") + bytes(16) + gzipped(b"MZ two" * 9000) + b"\0end"

    assert list(split_assemblies(library, 60_000)) == [(64, b"MZ one"), (library.rindex(GZIP), b"MZ two" * 9000)]


@pytest.mark.parametrize("inside", [b"", GZIP, GZIP * 5000, gzipped(b"MZ one")[:-9]])
def test_a_library_in_which_gzip_compressed_nothing_is_given_whole(inside: bytes) -> None:
    library = b"\x7fELF" + bytes(60) + inside + b"code"

    assert list(split_assemblies(library, 1000)) == [(0, library)]


def test_a_library_does_not_give_more_than_may_be_decompressed() -> None:
    with pytest.raises(TooMuchError):
        list(split_assemblies(b"\x7fELF" + gzipped(bytes(1 << 20)) + gzipped(bytes(1 << 20)), 3 << 19))


def test_letters_that_only_look_like_a_beginning_do_not_cut_a_block() -> None:
    inner = b"MZ text with XALZ in it"

    assert list(split_assemblies(compressed(inner), 100)) == [(0, inner)]


def test_more_than_may_be_decompressed_is_not_begun() -> None:
    with pytest.raises(TooMuchError):
        list(split_assemblies(compressed(b"MZ" * 5000, size=2 << 20), 1 << 20))


def test_a_size_that_no_block_could_have_is_refused_unread() -> None:
    with pytest.raises(DamagedError):
        list(split_assemblies(compressed(b"MZ", size=500 << 20), 1 << 30))


@pytest.mark.parametrize(
    "block",
    [
        b"",
        b"\xf0",
        b"\xf0" + b"\xff" * 5000,
        b"\x50abc",
        b"\x10a\x00\x00",
        b"\x10a\x09\x00",
        b"\x1fa\x01\x00" + b"\xff" * 100,
        literals(b"x" * 40),
    ],
)
def test_a_block_that_is_damaged_or_of_another_size_is_refused(block: bytes) -> None:
    with pytest.raises(DamagedError):
        inflate_lz4(block, 0, 20)


@given(st.binary(max_size=300), st.integers(0, 2000))
def test_any_block_gives_its_size_or_is_refused(block: bytes, size: int) -> None:
    try:
        out, end = inflate_lz4(block, 0, size)
    except DamagedError:
        return

    assert len(out) == size
    assert end <= len(block)


@pytest.mark.parametrize("one", [DOS, compressed(b"")])
def test_more_assemblies_than_any_app_has_are_too_much(one: bytes) -> None:
    many = b"XABA" + one * MOST_ASSEMBLIES

    assert len(list(split_assemblies(many, 100))) == MOST_ASSEMBLIES
    with pytest.raises(TooMuchError):
        list(split_assemblies(many + one, 100))
