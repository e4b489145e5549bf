"""One decoded method with its control flow: which instruction gave a register its value, and who uses it next."""

from __future__ import annotations

from bisect import bisect_right

from permaudit.dex.codeitems import CodeItems
from permaudit.dex.damage import DexDamageError
from permaudit.dex.instructions import Instruction, decode_instructions, switch_targets
from permaudit.dex.opcodes import FORMAT
from permaudit.dex.tables import DexTables
from permaudit.dex.uleb import read_uleb

ENTRY = -1
"""In place of an instruction index: the value came in with the call (a parameter)."""

_GOTO = (0x28, 0x29, 0x2A)
_SWITCH = (0x2B, 0x2C)
_ENDS = (0x0E, 0x0F, 0x10, 0x11, 0x27, *_GOTO)
_WRITES = frozenset(
    [*range(0x01, 0x0E), *range(0x12, 0x1D), *range(0x20, 0x24), *range(0x2D, 0x32), *range(0x44, 0x4B)]
    + [*range(0x52, 0x59), *range(0x60, 0x67), *range(0x7B, 0xE3), 0xFE, 0xFF]
)
_WRITES_PAIR = frozenset(
    [0x04, 0x05, 0x06, 0x0B, 0x16, 0x17, 0x18, 0x19, 0x45, 0x53, 0x61, 0x7D, 0x7E, 0x80, 0x81, 0x83, 0x86, 0x88, 0x89]
    + [0x8B, *range(0x9B, 0xA6), *range(0xAB, 0xB0), *range(0xBB, 0xC6), *range(0xCB, 0xD0)]
)
_RESULT = (0x0A, 0x0B, 0x0C)
MOVES = frozenset(range(0x01, 0x0A))
MOVE_EXCEPTION = 0x0D


class MethodBody:
    """The instructions of one code item, addressed by their index in `instructions`."""

    def __init__(self, tables: DexTables, items: CodeItems, item: int, file: int) -> None:
        start, end = int(items.starts[item]), int(items.ends[item])
        self.tables, self.file, self.item = tables, file, item
        self.registers, self.ins = int(items.registers[item]), int(items.ins[item])
        self._code = memoryview(tables.units[start:end].tobytes()).cast("H")
        self.instructions: list[Instruction] = decode_instructions(self._code)
        self.offsets = [each.offset for each in self.instructions]
        self.handlers = _read_handlers(tables, start, end, int(items.tries[item]))
        self._predecessors: list[list[int]] | None = None
        self._successors: list[list[int]] = []

    def index_at(self, offset: int) -> int:
        """The index of the instruction at a code unit offset, or -1 if none begins there."""
        where = bisect_right(self.offsets, offset) - 1
        return where if where >= 0 and self.offsets[where] == offset else -1

    def parameter_of(self, register: int) -> int:
        """Which incoming argument word a register holds on entry (0 is `this` of instance methods), or -1."""
        first = self.registers - self.ins
        return register - first if first <= register < self.registers else -1

    def predecessors(self, index: int) -> list[int]:
        """Indices of the instructions that may run just before; a handler follows all that it protects."""
        if self._predecessors is None:
            self._link()
        assert self._predecessors is not None
        return self._predecessors[index]

    def successors(self, index: int) -> list[int]:
        """Indices of the instructions that may run next."""
        if self._predecessors is None:
            self._link()
        return self._successors[index]

    def definitions(self, index: int, register: int) -> tuple[list[int], int]:
        """Where the value of `register`, as seen by instruction `index`, was written: indices, or ENTRY.

        Returns them in order, with the number of steps walked (for budgets).
        """
        found: set[int] = set()
        seen: set[int] = set()
        waiting = [index]
        if index == 0:
            found.add(ENTRY)
        while waiting:
            current = waiting.pop()
            for before in self.predecessors(current):
                if before in seen:
                    continue
                seen.add(before)
                if self.writes(before, register):
                    found.add(before)
                    continue
                if before == 0:
                    found.add(ENTRY)
                waiting.append(before)
        return sorted(found), len(seen) + 1

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
        """Instructions that may read the value which instruction `index` (or ENTRY) leaves in `register`; and steps."""
        found: set[int] = set()
        seen: set[int] = set()
        waiting = self.successors(index) if index >= 0 else ([0] if self.instructions else [])
        waiting = list(waiting)
        while waiting:
            current = waiting.pop()
            if current in seen:
                continue
            seen.add(current)
            if reads(self.instructions[current], register):
                found.add(current)
            if not self.writes(current, register):
                waiting.extend(self.successors(current))
        return sorted(found), len(seen) + 1

    def in_loop(self, index: int) -> bool:
        """Whether the instruction can run again after it has run."""
        seen: set[int] = set()
        waiting = list(self.successors(index))
        while waiting:
            current = waiting.pop()
            if current == index:
                return True
            if current not in seen:
                seen.add(current)
                waiting.extend(self.successors(current))
        return False

    def _link(self) -> None:
        count = len(self.instructions)
        successors: list[list[int]] = [[] for _ in range(count)]
        for index, each in enumerate(self.instructions):
            if each.opcode not in _ENDS and index + 1 < count:
                successors[index].append(index + 1)
            for target in self._targets(each):
                where = self.index_at(target)
                if where >= 0 and where not in successors[index]:
                    successors[index].append(where)
        for start, end, targets in self.handlers:
            first = bisect_right(self.offsets, start - 1)
            last = bisect_right(self.offsets, end - 1)
            for target in targets:
                where = self.index_at(target)
                if where >= 0:
                    for index in range(first, last):
                        successors[index].append(where)
        predecessors: list[list[int]] = [[] for _ in range(count)]
        for index, following in enumerate(successors):
            for after in following:
                predecessors[after].append(index)
        self._successors, self._predecessors = successors, predecessors

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


def _read_handlers(tables: DexTables, start: int, end: int, tries: int) -> list[tuple[int, int, list[int]]]:
    """Protected ranges and where their handlers begin, in code units of the method; broken tables give none."""
    if not tries:
        return []
    units, data = tables.units, tables.data
    first = end + ((end - start) & 1)
    if first + tries * 4 > len(units):
        return []
    base = (first + tries * 4) * 2
    result = []
    for number in range(tries):
        at = first + number * 4
        begin = int(units[at]) | int(units[at + 1]) << 16
        try:
            targets = _read_targets(data, base + int(units[at + 3]))
        except DexDamageError:
            continue
        result.append((begin, begin + int(units[at + 2]), targets))
    return result


def _read_targets(data: bytes, offset: int) -> list[int]:
    size, offset = read_uleb(data, offset)
    signed = size - 128 if size & 0x40 and size < 0x80 else size  # noqa: PLR2004  a one-byte sleb128
    count = min(abs(signed), len(data) - offset)
    targets = []
    for _ in range(count):
        _, offset = read_uleb(data, offset)
        address, offset = read_uleb(data, offset)
        targets.append(address)
    if signed <= 0:
        address, offset = read_uleb(data, offset)
        targets.append(address)
    return targets
