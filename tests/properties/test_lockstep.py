"""Lock-step decoding gives the boundaries that a plain sweep over each method gives."""

import struct

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from support.opcodes import FORMAT_UNITS, OPCODES

from permaudit.dex.lockstep import find_boundaries

LENGTHS = {row.value: FORMAT_UNITS[row.format] for row in OPCODES.values()}


def sweep(code: list[int]) -> tuple[list[int], bool]:
    """The offsets of all instructions and payloads of one method, and whether the last one ends within it."""
    offsets: list[int] = []
    place = 0
    while place < len(code):
        head = code[place]
        rest = [*code[place + 1 : place + 4], 0, 0, 0]
        left = len(code) - place
        if head == 0x0100:
            length = 4 + 2 * rest[0]
        elif head == 0x0200:
            length = 2 + 4 * rest[0]
        elif head == 0x0300:
            length = 4 + (rest[0] * (rest[1] + 65536 * rest[2]) + 1) // 2
        else:
            length = LENGTHS.get(head & 0xFF, 1)
        if length > left:
            return offsets, False
        offsets.append(place)
        place += length
    return offsets, True


@st.composite
def methods(draw: st.DrawFn) -> list[int]:
    """Code units of one method: whole instructions, small payloads, and now and then any units at all."""
    code: list[int] = []
    for kind in draw(st.lists(st.integers(0, 9), max_size=12)):
        if kind == 0:
            size = draw(st.integers(0, 3))
            code += [0x0100, size, *[7] * (2 + 2 * size)]
        elif kind == 1:
            size = draw(st.integers(0, 3))
            code += [0x0200, size, *[0x0300] * (4 * size)]
        elif kind == 2:
            width, size = draw(st.sampled_from([1, 2, 4, 8])), draw(st.integers(0, 5))
            code += [0x0300, width, size, 0, *[0x0100] * ((width * size + 1) // 2)]
        elif kind == 3:
            code += draw(st.lists(st.sampled_from([0, 0x0100, 0x0200, 0x0300, 0xFFFF, 1]), max_size=4))
        else:
            opcode = draw(st.sampled_from(sorted(LENGTHS)))
            high = draw(st.integers(4, 255))
            code += [high << 8 | opcode, *[draw(st.integers(0, 0xFFFF))] * (LENGTHS[opcode] - 1)]
    return code


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.lists(methods(), max_size=8), st.sampled_from([1, 60]))
def test_boundaries_are_those_of_a_plain_sweep(codes: list[list[int]], copies: int) -> None:
    codes = codes * copies  # more than 250 methods are decoded on arrays, fewer one by one
    lengths = np.array([len(code) for code in codes], np.int64)
    ends = np.cumsum(lengths) + np.arange(len(codes)) + 3 if len(codes) else np.empty(0, np.int64)
    starts = ends - lengths
    units = [0xFFFF] * 3
    for code in codes:
        units += [*code, 0xFFFF]  # what lies between two methods belongs to neither
    expected, cut_off = [], 0
    for lane, code in enumerate(codes):
        offsets, whole = sweep(code)
        cut_off += not whole
        expected += [(lane, int(starts[lane]) + offset) for offset in offsets]

    found = find_boundaries(np.frombuffer(struct.pack(f"<{len(units)}H", *units), "<u2"), starts, ends)

    assert sorted(zip(found.items.tolist(), found.positions.tolist(), strict=True)) == expected
    assert found.cut_off == cut_off
