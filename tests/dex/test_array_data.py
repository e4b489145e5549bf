"""The elements that a fill-array-data puts in, and none where its table is broken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from permaudit.dex.instructions import array_data, decode_instructions

FILL = 0x26


def code(width: int, count: int, *units: int, offset: int = 4) -> memoryview:
    """A fill-array-data of v0, a return, and its table."""
    head = [FILL, offset, 0, 0x000E, 0x0300, width, count & 0xFFFF, count >> 16]
    return memoryview(b"".join(each.to_bytes(2, "little") for each in [*head, *units])).cast("H")


def of(units: memoryview) -> tuple[int, bytes]:
    return array_data(units, decode_instructions(units)[0])


@pytest.mark.parametrize(
    ("width", "count", "units", "data"),
    [
        (1, 3, (0x0201, 0x0003), b"\1\2\3"),
        (2, 2, (0x0201, 0x0403), b"\1\2\3\4"),
        (4, 1, (0x0201, 0x0403), b"\1\2\3\4"),
        (8, 1, (1, 2, 3, 4), b"\1\0\2\0\3\0\4\0"),
        (2, 0, (), b""),
    ],
)
def test_elements_are_read_in_their_width(width: int, count: int, units: tuple[int, ...], data: bytes) -> None:
    assert of(code(width, count, *units)) == (width, data)


@pytest.mark.parametrize(
    "broken",
    [
        code(3, 1, 1, 2),
        code(0, 5, 1, 2),
        code(1, 5, 1, 2),
        code(8, 0x20000000, 1, 2),
        code(1, 2, 1, offset=3),
        code(1, 2, 1, offset=0x7FFF),
        code(1, 2, 1, offset=0),
    ],
)
def test_a_broken_table_gives_no_elements(broken: memoryview) -> None:
    assert of(broken) == (0, b"")


@given(st.lists(st.integers(0, 0xFFFF), min_size=1, max_size=12))
def test_any_units_give_whole_elements(units: list[int]) -> None:
    made = code(*units[:1], *[0] * (1 - len(units[1:2])), *units[1:])

    width, data = of(made)

    assert width == 0 or len(data) % width == 0
