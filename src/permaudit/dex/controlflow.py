"""Control flow within one method: which instruction may run after which, and which handlers catch what it throws."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from permaudit.dex.damage import DexDamageError
from permaudit.dex.instructions import Instruction, switch_targets
from permaudit.dex.tables import DexTables
from permaudit.dex.uleb import read_sleb, read_uleb

Handlers = list[tuple[int, int, list[int]]]
"""Protected ranges and where their handlers begin, in code units of the method."""

_GOTO = (0x28, 0x29, 0x2A)
_SWITCH = (0x2B, 0x2C)
_ENDS = (0x0E, 0x0F, 0x10, 0x11, 0x27, *_GOTO)
# fmt: off
_THROWS = frozenset((  # kThrow in art/libdexfile/dex/dex_instruction_list.h
    *range(0x1A, 0x28), *range(0x44, 0x73), *range(0x74, 0x79), 0x93, 0x94, 0x9E, 0x9F, 0xB3, 0xB4, 0xBE, 0xBF,
    0xD3, 0xD4, 0xDB, 0xDC, *range(0xFA, 0x100),
))
# fmt: on
_CATCHES_AT_LEAST = 4096  # in a method, however short it is
_EDGES_PER_INSTRUCTION, _EDGES_AT_LEAST = 16, 4096


@dataclass(frozen=True, slots=True)
class Flow:
    """Control flow between instruction indices: the usual ways, and where a throwing instruction may lead."""

    before: list[list[int]]
    after: list[list[int]]
    caught: list[tuple[int, ...]]
    throwers: dict[int, list[int]]


def index_at(offsets: Sequence[int], offset: int) -> int:
    """The index of the instruction at a code unit offset, or -1 if none begins there."""
    where = bisect_right(offsets, offset) - 1
    return where if where >= 0 and offsets[where] == offset else -1


def build_flow(
    instructions: Sequence[Instruction], offsets: Sequence[int], code: memoryview, handlers: Handlers
) -> tuple[Flow, bool]:
    """Link the instructions of a method; also whether branches or handlers were left out for being too many."""
    count = len(instructions)
    room = _EDGES_PER_INSTRUCTION * count + _EDGES_AT_LEAST
    flow = Flow([[] for _ in range(count)], [[] for _ in range(count)], [()] * count, {})
    for index, each in enumerate(instructions):
        targets = [index + 1] if each.opcode not in _ENDS and index + 1 < count else []
        if each.target < 0:  # most instructions jump nowhere
            flow.after[index] = targets
            if targets:
                flow.before[index + 1].append(index)
            continue
        jumps = _targets(each, code)
        room -= len(jumps)
        if room >= 0:
            targets += _indices(offsets, jumps)
        flow.after[index] = list(dict.fromkeys(targets))
        for where in flow.after[index]:
            flow.before[where].append(index)
    room = _link_handlers(flow, instructions, offsets, handlers, room)
    return flow, room < 0


def read_handlers(tables: DexTables, start: int, end: int, tries: int) -> Handlers:
    """Read the handlers of a code item, whose instructions lie between two code units; broken tables give none."""
    units, data = tables.units, tables.data
    first = end + ((end - start) & 1)
    if not tries or first + tries * 4 > len(units):
        return []
    base = (first + tries * 4) * 2
    most = end - start + _CATCHES_AT_LEAST
    lists: dict[int, list[int]] = {}
    result = []
    for at in range(first, first + tries * 4, 4):
        begin, length, place = int(units[at]) | int(units[at + 1]) << 16, int(units[at + 2]), int(units[at + 3])
        if place not in lists:
            lists[place] = _read_targets(data, base + place, most)
            most -= len(lists[place])
        if lists[place]:
            result.append((begin, begin + length, lists[place]))
    return result


def _link_handlers(
    flow: Flow, instructions: Sequence[Instruction], offsets: Sequence[int], handlers: Handlers, room: int
) -> int:
    for start, end, targets in handlers:
        first, last = bisect_left(offsets, start), bisect_left(offsets, end)
        entries = tuple(dict.fromkeys(_indices(offsets, targets)))
        throwing = [index for index in range(first, last) if instructions[index].opcode in _THROWS]
        room -= len(targets) + (last - first) + len(throwing) * len(entries)
        if room < 0:
            break
        for index in throwing:
            flow.caught[index] = flow.caught[index] + entries if flow.caught[index] else entries
        for where in entries:
            flow.throwers.setdefault(where, []).extend(throwing)
    return room


def _targets(each: Instruction, code: memoryview) -> list[int]:
    if each.opcode in _SWITCH:
        return switch_targets(code, each)
    return [each.target] if each.target >= 0 and each.opcode != 0x26 else []  # noqa: PLR2004  fill-array-data


def _indices(offsets: Sequence[int], targets: Iterable[int]) -> list[int]:
    """The instructions at these offsets; where none begins, there is none."""
    return [where for where in (index_at(offsets, target) for target in targets) if where >= 0]


def _read_targets(data: bytes, offset: int, most: int) -> list[int]:
    """The addresses in one encoded_catch_handler; none if it is broken, or holds more than `most`."""
    targets = []
    try:
        size, offset = read_sleb(data, offset)
        if abs(size) > most:
            return []
        for _ in range(abs(size)):
            _, offset = read_uleb(data, offset)
            address, offset = read_uleb(data, offset)
            targets.append(address)
        if size <= 0:
            address, offset = read_uleb(data, offset)
            targets.append(address)
    except DexDamageError:
        return []
    return targets
