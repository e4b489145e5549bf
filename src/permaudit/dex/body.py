"""One decoded method with its control flow: which instruction gave a register its value, and who uses it next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection
from copy import copy
from dataclasses import dataclass
from typing import Self

from permaudit.dex.codeitems import CodeItems
from permaudit.dex.damage import DexDamageError
from permaudit.dex.instructions import Instruction, array_data, decode_instructions, switch_keys, switch_targets
from permaudit.dex.opcodes import FORMAT
from permaudit.dex.tables import DexTables
from permaudit.dex.uleb import read_sleb, read_uleb

_Handlers = list[tuple[int, int, list[int]]]

ENTRY = -1
"""In place of an instruction index: the value came in with the call (a parameter)."""

_GOTO = (0x28, 0x29, 0x2A)
_SWITCH = (0x2B, 0x2C)
_ENDS = (0x0E, 0x0F, 0x10, 0x11, 0x27, *_GOTO)
# fmt: off
_WRITES = frozenset((
    *range(0x01, 0x0E), *range(0x12, 0x1D), *range(0x20, 0x24), *range(0x2D, 0x32), *range(0x44, 0x4B),
    *range(0x52, 0x59), *range(0x60, 0x67), *range(0x7B, 0xE3), 0xFE, 0xFF,
))
_WRITES_PAIR = frozenset((
    0x04, 0x05, 0x06, 0x0B, 0x16, 0x17, 0x18, 0x19, 0x45, 0x53, 0x61, 0x7D, 0x7E, 0x80, 0x81, 0x83, 0x86, 0x88, 0x89,
    0x8B, *range(0x9B, 0xA6), *range(0xAB, 0xB0), *range(0xBB, 0xC6), *range(0xCB, 0xD0),
))
_THROWS = frozenset((  # kThrow in art/libdexfile/dex/dex_instruction_list.h
    *range(0x1A, 0x28), *range(0x44, 0x73), *range(0x74, 0x79), 0x93, 0x94, 0x9E, 0x9F, 0xB3, 0xB4, 0xBE, 0xBF,
    0xD3, 0xD4, 0xDB, 0xDC, *range(0xFA, 0x100),
))
# fmt: on
_CATCHES_AT_LEAST = 4096  # in a method, however short it is
_EDGES_PER_INSTRUCTION, _EDGES_AT_LEAST = 16, 4096
_MOST_KEPT = 64  # instructions in an answer that is kept: the same few questions come back by the thousand
_RESULT = (0x0A, 0x0B, 0x0C)
MOVES = frozenset(range(0x01, 0x0A))
WIDE_MOVES = frozenset((0x04, 0x05, 0x06))
MOVE_EXCEPTION = 0x0D
_RETURN_OBJECT = 0x11


@dataclass(frozen=True, slots=True)
class _Flow:
    """Control flow between instruction indices: the usual ways, and where a throwing instruction may lead."""

    before: list[list[int]]
    after: list[list[int]]
    caught: list[tuple[int, ...]]
    throwers: dict[int, list[int]]


class Walks:
    """Counts the instructions walked over in the methods that share it, so that the work can be paid for."""

    __slots__ = ("steps",)

    def __init__(self) -> None:
        self.steps = 0


class MethodBody:
    """The instructions of one code item, addressed by their index in `instructions`.

    An exception leaves from before the instruction that throws it, so what that instruction writes is not seen in the
    handler. `truncated` says that branches or handlers were left out, because there are more than in any real method.
    """

    def __init__(self, tables: DexTables, items: CodeItems, item: int, file: int, walks: Walks | None = None) -> None:
        start, end = int(items.starts[item]), int(items.ends[item])
        self.tables, self.file, self.item = tables, file, item
        self.registers, self.ins = int(items.registers[item]), int(items.ins[item])
        self._code = memoryview(tables.units[start:end].tobytes()).cast("H")
        self.instructions: list[Instruction] = decode_instructions(self._code)
        self.offsets = [each.offset for each in self.instructions]
        self.handlers = _read_handlers(tables, start, end, int(items.tries[item]))
        self.truncated = False
        self._walks = walks or Walks()
        self._returns: list[int] | None = None
        self._flow: _Flow | None = None
        self._definitions: dict[tuple[int, int], tuple[list[int], int]] = {}
        self._uses: dict[tuple[int, int], tuple[list[int], int]] = {}

    def index_at(self, offset: int) -> int:
        """The index of the instruction at a code unit offset, or -1 if none begins there."""
        where = bisect_right(self.offsets, offset) - 1
        return where if where >= 0 and self.offsets[where] == offset else -1

    def parameter_of(self, register: int) -> int:
        """Which incoming argument word a register holds on entry (0 is `this` of instance methods), or -1."""
        first = self.registers - self.ins
        return register - first if first <= register < self.registers else -1

    def predecessors(self, index: int) -> list[int]:
        """Indices of the instructions that may run just before; a handler follows all that may throw to it."""
        flow = self._link()
        return list(dict.fromkeys((*flow.before[index], *flow.throwers.get(index, ()))))

    def successors(self, index: int) -> list[int]:
        """Indices of the instructions that may run next, handlers last."""
        flow = self._link()
        return list(dict.fromkeys((*flow.after[index], *flow.caught[index])))

    def handlers_of(self, index: int) -> list[int]:
        """Indices where the handlers begin that may catch what an instruction throws."""
        return list(self._link().caught[index])

    def cases(self, index: int) -> dict[int, int]:
        """Where a switch jumps: the index of an instruction by the value that leads there."""
        each = self.instructions[index]
        keys = switch_keys(self._code, each)
        return dict(zip(keys, map(self.index_at, switch_targets(self._code, each)), strict=True))

    def array_data(self, index: int) -> tuple[int, bytes]:
        """The width of an element in bytes and the elements that a fill-array-data puts in; 0 and none if broken."""
        return array_data(self._code, self.instructions[index])

    def along(self, ways: dict[int, int], live: Collection[int]) -> Self:
        """The method as far as it runs where some branches go one way: `live` runs, `ways` is what follows them."""
        flow = self._link()
        narrow = copy(self)
        before = [
            [each for each in leading if each in live and ways.get(each, index) == index]
            for index, leading in enumerate(flow.before)
        ]
        throwers = {index: [each for each in leading if each in live] for index, leading in flow.throwers.items()}
        after = [[ways[index]] if index in ways else following for index, following in enumerate(flow.after)]
        narrow._flow = _Flow(before, after, flow.caught, throwers)  # noqa: SLF001  its own class
        narrow._definitions, narrow._uses = {}, {}  # noqa: SLF001  what was found in the whole method is not so here
        return narrow

    def definitions(self, index: int, register: int) -> tuple[list[int], int]:
        """Where the value of `register`, as seen by instruction `index`, was written: indices, or ENTRY.

        Returns them in order, with the number of steps walked (for budgets). The answer is kept and not to be changed.
        """
        known = self._definitions.get((index, register))
        if known is None:
            known = self._find_definitions(index, register)
            if len(known[0]) <= _MOST_KEPT:
                self._definitions[index, register] = known
        return known

    def _find_definitions(self, index: int, register: int) -> tuple[list[int], int]:
        flow = self._link()
        found: set[int] = set()
        entered, left = {index}, set[int]()  # instructions whose register is asked for before, and behind them
        waiting = [index]
        while waiting:
            current = waiting.pop()
            if current == 0:
                found.add(ENTRY)
            reached = [each for each in flow.throwers.get(current, ()) if each not in entered]
            for before in flow.before[current]:
                if before in left:
                    continue
                left.add(before)
                if self.writes(before, register):
                    found.add(before)
                elif before not in entered:
                    reached.append(before)
            entered.update(reached)
            waiting.extend(reached)
        steps = len(entered | left)
        self._walks.steps += steps
        return sorted(found), steps

    def writes(self, index: int, register: int) -> bool:
        """Whether an instruction overwrites a register."""
        each = self.instructions[index]
        if each.opcode not in _WRITES:
            return False
        first = each.registers[0]
        return first == register or (first + 1 == register and each.opcode in _WRITES_PAIR)

    def result_of(self, index: int) -> int:
        """The index of the move-result that takes what the invoke at `index` returns, or -1."""
        after = index + 1
        if after < len(self.instructions) and self.instructions[after].opcode in _RESULT:
            return after
        return -1

    def uses(self, index: int, register: int) -> tuple[list[int], int]:
        """Instructions that may read the value which instruction `index` (or ENTRY) leaves in `register`; and steps.

        As with `definitions`, the answer is kept.
        """
        known = self._uses.get((index, register))
        if known is None:
            known = self._find_uses(index, register)
            if len(known[0]) <= _MOST_KEPT:
                self._uses[index, register] = known
        return known

    def _find_uses(self, index: int, register: int) -> tuple[list[int], int]:
        flow = self._link()
        found: set[int] = set()
        seen: set[int] = set()
        waiting = [0] if index < 0 and self.instructions else []
        if index >= 0:
            waiting.extend(flow.after[index])
            if not self.writes(index, register):
                waiting.extend(flow.caught[index])
        while waiting:
            current = waiting.pop()
            if current in seen:
                continue
            seen.add(current)
            if reads(self.instructions[current], register):
                found.add(current)
            waiting.extend(flow.caught[current])
            if not self.writes(current, register):
                waiting.extend(flow.after[current])
        self._walks.steps += len(seen) + 1
        return sorted(found), len(seen) + 1

    def object_returns(self) -> list[int]:
        """The instructions that return an object; looked for once."""
        if self._returns is None:
            self._returns = [index for index, each in enumerate(self.instructions) if each.opcode == _RETURN_OBJECT]
        return self._returns

    def in_loop(self, index: int) -> bool:
        """Whether the instruction can run again after it has run."""
        seen: set[int] = set()
        waiting = self.successors(index)
        while waiting:
            current = waiting.pop()
            if current == index:
                return True
            if current not in seen:
                seen.add(current)
                waiting.extend(self.successors(current))
        return False

    def _link(self) -> _Flow:
        if self._flow is None:
            self._flow = self._build_flow()
        return self._flow

    def _build_flow(self) -> _Flow:
        count = len(self.instructions)
        room = _EDGES_PER_INSTRUCTION * count + _EDGES_AT_LEAST
        flow = _Flow([[] for _ in range(count)], [[] for _ in range(count)], [()] * count, {})
        for index, each in enumerate(self.instructions):
            targets = [index + 1] if each.opcode not in _ENDS and index + 1 < count else []
            if each.target < 0:  # most instructions jump nowhere
                flow.after[index] = targets
                if targets:
                    flow.before[index + 1].append(index)
                continue
            jumps = self._targets(each)
            room -= len(jumps)
            if room >= 0:
                targets += [where for where in map(self.index_at, jumps) if where >= 0]
            flow.after[index] = list(dict.fromkeys(targets))
            for where in flow.after[index]:
                flow.before[where].append(index)
        room = self._link_handlers(flow, room)
        self.truncated = room < 0
        return flow

    def _link_handlers(self, flow: _Flow, room: int) -> int:
        for start, end, targets in self.handlers:
            first, last = bisect_left(self.offsets, start), bisect_left(self.offsets, end)
            entries = tuple(where for where in dict.fromkeys(map(self.index_at, targets)) if where >= 0)
            throwing = [index for index in range(first, last) if self.instructions[index].opcode in _THROWS]
            room -= len(targets) + (last - first) + len(throwing) * len(entries)
            if room < 0:
                break
            for index in throwing:
                flow.caught[index] = flow.caught[index] + entries if flow.caught[index] else entries
            for where in entries:
                flow.throwers.setdefault(where, []).extend(throwing)
        return room

    def _targets(self, each: Instruction) -> list[int]:
        if each.opcode in _SWITCH:
            return switch_targets(self._code, each)
        return [each.target] if each.target >= 0 and each.opcode != 0x26 else []  # noqa: PLR2004  fill-array-data


def reads(each: Instruction, register: int) -> bool:
    """Whether an instruction takes a register as input."""
    if register not in each.registers:
        return False
    if each.opcode in _WRITES and FORMAT[each.opcode] != "12x":
        return register in each.registers[1:]
    if each.opcode in _WRITES:  # 12x: moves and unary operations read B; two-address arithmetic reads both
        return register == each.registers[1] or each.opcode >= 0xB0  # noqa: PLR2004
    return True


def _read_handlers(tables: DexTables, start: int, end: int, tries: int) -> _Handlers:
    """Protected ranges and where their handlers begin, in code units of the method; broken tables give none."""
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
