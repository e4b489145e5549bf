"""Lock-step decoding: every instruction boundary of a DEX file, found one instruction of every method at a time."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from permaudit.dex.instructions import payload_length
from permaudit.dex.opcodes import (
    LENGTH_OF_UNIT,
    PACKED_SWITCH_PAYLOAD,
    SPARSE_SWITCH_PAYLOAD,
    VARIABLE,
)
from permaudit.dex.uleb import Int64s

_TAIL = 250  # below this many methods a vector step costs more than walking them one by one
Units = npt.NDArray[np.uint16]
Int32s = npt.NDArray[np.int32]


class Boundaries(Struct, frozen=True):
    """Position (in code units of the file) and code item of every instruction, payloads included.

    `cut_off` counts code items whose last instruction runs over their end; that instruction is left out.
    """

    positions: Int32s
    items: Int32s
    cut_off: int


def find_boundaries(units: Units, starts: Int64s, ends: Int64s) -> Boundaries:
    """Decode all code items `starts[i]:ends[i]`; work and memory are linear in their length."""
    positions: list[Int32s] = []
    items: list[Int32s] = []
    cut_off = 0
    lanes = np.flatnonzero(starts < ends).astype(np.int32)
    at, stop = starts[lanes], ends[lanes]
    while len(lanes) > _TAIL:
        lengths = LENGTH_OF_UNIT[units[at]].astype(np.int64)
        odd = np.flatnonzero(lengths == VARIABLE)
        if odd.size:
            lengths[odd] = _payload_lengths(units, at[odd])
        following = at + lengths
        if bool(np.any(following > stop)):
            whole = following <= stop
            cut_off += int(len(whole) - np.count_nonzero(whole))
            lanes, at, stop, following = lanes[whole], at[whole], stop[whole], following[whole]
        positions.append(at.astype(np.int32))
        items.append(lanes)
        running = following < stop
        lanes, at, stop = lanes[running], following[running], stop[running]
    for lane, first, last in zip(lanes.tolist(), at.tolist(), stop.tolist(), strict=True):
        walked, whole_method = _walk(units, first, last)
        positions.append(np.array(walked, np.int32) + np.int32(first))
        items.append(np.full(len(walked), lane, np.int32))
        cut_off += not whole_method
    if not positions:
        return Boundaries(np.empty(0, np.int32), np.empty(0, np.int32), cut_off)
    return Boundaries(np.concatenate(positions), np.concatenate(items), cut_off)


def _payload_lengths(units: Units, at: Int64s) -> Int64s:
    last = len(units) - 1
    kind = units[at]
    second = units[np.minimum(at + 1, last)].astype(np.int64)
    third = units[np.minimum(at + 2, last)].astype(np.int64)
    fourth = units[np.minimum(at + 3, last)].astype(np.int64)
    array_bytes = second * (third | (fourth << 16))
    lengths: Int64s = np.select(
        [kind == PACKED_SWITCH_PAYLOAD, kind == SPARSE_SWITCH_PAYLOAD],
        [second * 2 + 4, second * 4 + 2],
        (array_bytes + 1) // 2 + 4,
    )
    return lengths


def _walk(units: Units, at: int, stop: int) -> tuple[list[int], bool]:
    """Step through one method, from its start; the flag says whether its last instruction ends within it."""
    code = memoryview(units[at:stop].tobytes()).cast("H")
    lengths, size = LENGTH_OF_UNIT[units[at:stop]].tobytes(), stop - at
    walked: list[int] = []
    append = walked.append
    place = 0
    while place < size:
        append(place)
        place += lengths[place] or payload_length(code, place)
    if place > size:
        walked.pop()
    return walked, place <= size
