"""One decoded method with its control flow: which instruction gave a register its value, and who uses it next."""

from __future__ import annotations

from collections.abc import Collection
from copy import copy
from typing import Self

from permaudit.dex.codeitems import CodeItems
from permaudit.dex.controlflow import Flow, build_flow, index_at, read_handlers
from permaudit.dex.instructions import Instruction, array_data, decode_instructions, switch_keys, switch_targets
from permaudit.dex.opcodes import FORMAT
from permaudit.dex.tables import DexTables

ENTRY = -1
"""In place of an instruction index: the value came in with the call (a parameter)."""

# fmt: off
_WRITES = frozenset((
    *range(0x01, 0x0E), *range(0x12, 0x1D), *range(0x20, 0x24), *range(0x2D, 0x32), *range(0x44, 0x4B),
    *range(0x52, 0x59), *range(0x60, 0x67), *range(0x7B, 0xE3), 0xFE, 0xFF,
))
_WRITES_PAIR = frozenset((
    0x04, 0x05, 0x06, 0x0B, 0x16, 0x17, 0x18, 0x19, 0x45, 0x53, 0x61, 0x7D, 0x7E, 0x80, 0x81, 0x83, 0x86, 0x88, 0x89,
    0x8B, *range(0x9B, 0xA6), *range(0xAB, 0xB0), *range(0xBB, 0xC6), *range(0xCB, 0xD0),
))
# fmt: on
_MOST_KEPT = 64  # instructions in an answer that is kept: the same few questions come back by the thousand
_RESULT = (0x0A, 0x0B, 0x0C)
MOVES = frozenset(range(0x01, 0x0A))
WIDE_MOVES = frozenset((0x04, 0x05, 0x06))
MOVE_EXCEPTION = 0x0D
_RETURN_OBJECT = 0x11


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
        self.handlers = read_handlers(tables, start, end, int(items.tries[item]))
        self.truncated = False
        self._walks = walks or Walks()
        self._returns: list[int] | None = None
        self._flow: Flow | None = None
        self._cases: dict[int, dict[int, int]] = {}
        self._definitions: dict[tuple[int, int], tuple[list[int], int]] = {}
        self._uses: dict[tuple[int, int], tuple[list[int], int]] = {}

    def index_at(self, offset: int) -> int:
        """The index of the instruction at a code unit offset, or -1 if none begins there."""
        return index_at(self.offsets, offset)

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
        """Where a switch jumps: the index of an instruction by the value that leads there; kept, not to be changed."""
        if index not in self._cases:
            each = self.instructions[index]
            keys = switch_keys(self._code, each)
            self._cases[index] = dict(zip(keys, map(self.index_at, switch_targets(self._code, each)), strict=True))
        return self._cases[index]

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
        narrow._flow = Flow(before, after, flow.caught, throwers)  # noqa: SLF001  its own class
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

    def _link(self) -> Flow:
        if self._flow is None:
            self._flow, self.truncated = build_flow(self.instructions, self.offsets, self._code, self.handlers)
        return self._flow


def reads(each: Instruction, register: int) -> bool:
    """Whether an instruction takes a register as input."""
    if register not in each.registers:
        return False
    if each.opcode in _WRITES and FORMAT[each.opcode] != "12x":
        return register in each.registers[1:]
    if each.opcode in _WRITES:  # 12x: moves and unary operations read B; two-address arithmetic reads both
        return register == each.registers[1] or each.opcode >= 0xB0  # noqa: PLR2004
    return True
