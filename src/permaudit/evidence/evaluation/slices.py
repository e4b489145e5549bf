"""The part of a method that a value depends on: where it begins, and which instructions lead to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from permaudit.dex.body import MethodBody
from permaudit.dex.opcodes import INVOKES
from permaudit.evidence.evaluation.dominators import Dominators

_MOST_NEEDED = 400
_MOST_INSTRUCTIONS = 20_000
_MOST_JOINS = 12
_MOST_TO_JOIN = 500  # instructions looked at in search of where two ways meet
_TWO_ADDRESS = range(0xB0, 0xD0)  # their first register is read and written
_CONSTANTS = range(0x12, 0x1D)
_MOVE_RESULTS = (0x0A, 0x0B, 0x0C)
_MOVE_EXCEPTION = 0x0D
_MADE = (0x22, 0x23)  # new-instance, new-array
_CHANGING = frozenset((*INVOKES, 0x26, *range(0x4B, 0x52), *range(0x59, 0x60)))


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """From `start`, which every way to `stop` leads through, until `stop` would run.

    `towards` can reach `stop`; `relevant` instructions decide what `registers` hold, as far as they are looked at.
    """

    body: MethodBody
    start: int
    stop: int
    towards: frozenset[int]
    relevant: frozenset[int]
    registers: tuple[int, ...]
    _joins: dict[tuple[int, ...], tuple[int, frozenset[int]] | None] = field(default_factory=dict)

    def join(self, ways: Sequence[int], pay: Callable[[int], None]) -> tuple[int, frozenset[int]] | None:
        """Where both ways come together again before anything relevant, and the instructions between; or None."""
        key = tuple(ways)
        if key not in self._joins:
            self._joins[key] = self._find_join(ways, pay)
        return self._joins[key]

    def _find_join(self, ways: Sequence[int], pay: Callable[[int], None]) -> tuple[int, frozenset[int]] | None:
        first, second = (self._reached([way], -1, _MOST_TO_JOIN) for way in ways)
        pay((len(first) + len(second)) // 4)
        decisive = self.relevant | {self.stop}
        for where in [each for each in first if each in second][:_MOST_JOINS]:
            between = self._reached(ways, where)
            pay(len(between))
            if decisive.isdisjoint(between):
                return where, frozenset(between)
        return None

    def _reached(self, ways: Iterable[int], without: int, most: int = _MOST_INSTRUCTIONS) -> dict[int, None]:
        """What can run on the way to `stop` up to what is relevant, nearest first; of more than `most` the nearest."""
        seen: dict[int, None] = {}
        level = {way: None for way in ways if way in self.towards and way != without}
        while level and len(seen) < most:
            seen.update(level)
            level = {
                after: None
                for each in level
                if each != self.stop and each not in self.relevant
                for after in self.body.successors(each)
                if after in self.towards and after not in seen and after != without
            }
        return seen


def part_before(
    body: MethodBody,
    begin: int,
    stop: int,
    needed: tuple[int, ...],
    changeable: frozenset[int] = frozenset(),
    dominators: Dominators | None = None,
    pay: Callable[[int], bool] = lambda _: True,
) -> Part | None:
    """The part up to `stop` that decides what registers hold before `begin`.

    Plain constants before it are found by themselves. `changeable` are registers of parameters that hold arrays or
    objects, which the method may change before. None if too much is needed, an exception, or more than can be
    paid for: `pay` is told how many instructions were walked over.
    """
    if len(body.instructions) > _MOST_INSTRUCTIONS:
        return None
    needs = _Needs(body, leading_to(body, stop if stop == begin else stop - 1) | {stop}, changeable)
    needs.relevant.add(begin)
    needs.wanted.add(begin)
    needs.waiting += [(begin, register) for register in needed]
    if not needs.follow(pay):
        return None
    start = (dominators or Dominators()).nearest(body, needs.wanted, pay)
    if start is None:
        return None
    registers = tuple(sorted({register for _, register in needs.seen}))
    return Part(body, start, stop, needs.towards, frozenset(needs.relevant), registers)


@dataclass(slots=True)
class _Needs:
    """What decides what registers hold: instructions that are `relevant`, and those before which a part must begin.

    `waiting` are registers at the instructions that read them, `walked` the instructions that are not paid for yet.
    """

    body: MethodBody
    towards: frozenset[int]
    changeable: frozenset[int]
    seen: set[tuple[int, int]] = field(default_factory=set)
    waiting: list[tuple[int, int]] = field(default_factory=list)
    relevant: set[int] = field(default_factory=set)
    wanted: set[int] = field(default_factory=set)
    walked: int = 0

    def follow(self, pay: Callable[[int], bool]) -> bool:
        """Look behind all that waits; False if that is too much, or an exception."""
        while self.waiting:
            asked = self.waiting.pop()
            if asked in self.seen:
                continue
            self.seen.add(asked)
            definitions, steps = self.body.definitions(*asked)
            if len(self.seen) > _MOST_NEEDED or not pay(steps + self.walked):
                return False
            self.walked = 0
            if not all(self._look_behind(definition, asked[1]) for definition in definitions):
                return False
        return True

    def _look_behind(self, definition: int, register: int) -> bool:
        if definition < 0:
            if register in self.changeable:
                self.wanted.update(use for use, _ in self._add_changes(definition, register))
            return True
        each = self.body.instructions[definition]
        if each.opcode == _MOVE_EXCEPTION:
            return False
        self.relevant.add(definition)
        if each.opcode in _CONSTANTS:
            return True
        giving = definition - 1 if each.opcode in _MOVE_RESULTS and definition else definition
        self.wanted.add(giving)
        self.relevant.add(giving)
        registers = self.body.instructions[giving].registers
        own_too = giving != definition or each.opcode in _TWO_ADDRESS
        self.waiting.extend((giving, read) for read in (registers if own_too else registers[1:]))
        self._add_changes(definition, each.registers[0])
        return True

    def _add_changes(self, definition: int, register: int) -> list[tuple[int, int]]:
        changes, steps = _changes(self.body, definition, register, self.towards)
        self.walked += steps
        self.relevant.update(use for use, _ in changes)
        self.waiting.extend(changes)
        return changes


def _changes(
    body: MethodBody, definition: int, register: int, towards: frozenset[int]
) -> tuple[list[tuple[int, int]], int]:
    """What may be put into an array or object between its making and its use: all registers of those instructions.

    What is only handed to a call is looked at where the method made it: a text that a call gave does not change. Also
    how many instructions were walked over.
    """
    made = definition < 0 or body.instructions[definition].opcode in _MADE
    found: list[tuple[int, int]] = []
    uses, steps = body.uses(definition, register)
    for use in uses:
        each = body.instructions[use]
        if each.opcode not in _CHANGING or (each.opcode in INVOKES and not made):
            continue
        if each.opcode not in INVOKES and register != each.registers[0 if each.opcode == 0x26 else 1]:  # noqa: PLR2004
            continue
        if use not in towards:
            continue
        found.extend((use, taken) for taken in each.registers)
    return found, steps


def leading_to(body: MethodBody, index: int) -> frozenset[int]:
    """The instructions from which `index` can be reached, itself included."""
    found = {index}
    waiting = [index]
    while waiting:
        for before in body.predecessors(waiting.pop()):
            if before not in found:
                found.add(before)
                waiting.append(before)
    return frozenset(found)
