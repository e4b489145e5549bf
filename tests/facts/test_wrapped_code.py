"""Code is found under compression and in text, one within another, and nothing is undone beyond its bounds."""

import bz2
import lzma
import zlib
from base64 import b64encode, encodebytes, urlsafe_b64encode
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.dexfile import Class, assemble
from support.gzipped import gzipped

from permaudit.facts.wrapped_code import Room, RoomError, hold_wrapped_code, is_wrapped

DEX = assemble([Class("Lcom/x/A;"), Class("Lcom/x/B;")])
WAYS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzipped,
    "zlib": zlib.compress,
    "zlib fast": lambda data: zlib.compress(data, 1),
    "xz": lzma.compress,
    "lzma": lambda data: lzma.compress(data, lzma.FORMAT_ALONE),
    "bzip2": bz2.compress,
    "base64": b64encode,
    "base64 in lines": encodebytes,
    "base64 of addresses": urlsafe_b64encode,
    "hex": lambda data: data.hex().encode(),
    "capital hex": lambda data: data.hex().upper().encode() + b"\n",
}


def pieces(data: bytes, size: int = 1000) -> list[bytes]:
    return [data[at : at + size] for at in range(0, len(data), size)]


def holds(data: bytes, room: int = 1 << 20, size: int = 1000) -> bool:
    return hold_wrapped_code(lambda: iter(pieces(data, size)), Room(room))


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_code_is_met_under_a_layer(way: Callable[[bytes], bytes]) -> None:
    assert holds(way(DEX))
    assert holds(way(b"x" * 500 + DEX + b"y" * 500))
    assert not holds(way(b"x" * 5000))


@pytest.mark.parametrize("inner", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("outer", WAYS.values(), ids=WAYS)
def test_code_is_met_under_two_layers(inner: Callable[[bytes], bytes], outer: Callable[[bytes], bytes]) -> None:
    assert holds(outer(inner(DEX)))


def test_code_under_a_key_is_met_under_a_layer() -> None:
    assert holds(gzipped(bytes(byte ^ 0x5A for byte in DEX)))


def test_layers_are_undone_to_a_depth_only() -> None:
    assert holds(gzipped(gzipped(gzipped(DEX))))
    assert not holds(gzipped(gzipped(gzipped(gzipped(DEX)))))


def test_no_more_is_undone_than_there_is_room_for() -> None:
    bomb = gzipped(bytes(50_000_000))
    room = Room(3_000_000)

    with pytest.raises(RoomError):
        hold_wrapped_code(lambda: iter([bomb]), room)

    assert -(1 << 20) <= room.left < 0


def test_a_stream_that_asks_for_too_much_memory_is_left_alone() -> None:
    greedy = lzma.compress(DEX, filters=[{"id": lzma.FILTER_LZMA2, "dict_size": 512 << 20, "mode": lzma.MODE_FAST}])

    assert not holds(greedy)


def test_what_is_plain_is_not_asked() -> None:
    assert not is_wrapped(DEX)
    assert not holds(DEX)


@given(st.sampled_from(sorted(WAYS)), st.integers(1, 200), st.integers(0, 300))
def test_a_layer_is_undone_wherever_the_pieces_are_cut(way: str, size: int, before: int) -> None:
    assert holds(WAYS[way](b"\x93" * before + DEX), size=size)


@given(st.sampled_from(sorted(WAYS)), st.data())
def test_a_damaged_stream_ends_quietly(way: str, data: st.DataObject) -> None:
    whole = bytearray(WAYS[way](b"some text that is no code " * 20))
    at = data.draw(st.integers(0, len(whole) - 1))
    whole[at] ^= data.draw(st.integers(1, 255))

    assert not holds(bytes(whole))
    assert not holds(bytes(whole[:at]))
