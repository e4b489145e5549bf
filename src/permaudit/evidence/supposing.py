"""What runs of a method, supposed the person granted all permissions or refused all: constants along its branches.

Code that runs in the second case and not in the first runs only because something was refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from operator import add, and_, eq, ge, gt, le, lt, ne, or_, sub, xor

from permaudit.dex.body import MOVES, MethodBody
from permaudit.dex.opcodes import DIRECT_INVOKES, INVOKES, NEW_INSTANCE, STATIC_INVOKES
from permaudit.evidence.budget import Budget
from permaudit.evidence.code import Code
from permaudit.evidence.permissionanswers import (
    COUNT,
    RESULTS,
    YES,
    Known,
    NewList,
    Supposed,
    given_by_library,
)
from permaudit.evidence.targets import targets_of

_MOST_INSTRUCTIONS = 4_000
_MOST_DEPTH = 3
_MOST_ROUNDS = 8
_RESULT = -1
"""In place of a register: what the call before gave."""
_CONSTANTS, _RESULTS, _RETURNS = range(0x12, 0x16), (0x0A, 0x0C), (0x0F, 0x11)
_ARRAY_LENGTH, _AGET, _SGET_OBJECT = 0x21, 0x44, 0x62
_STORES = frozenset((0x4D, 0x5B, 0x69, *_RETURNS))
_IF_TWO, _IF_ZERO, _SWITCH = range(0x32, 0x38), range(0x38, 0x3E), (0x2B, 0x2C)
_COMPARE = (eq, ne, lt, ge, gt, le)
_MIRRORED = (0, 1, 4, 5, 2, 3)
"""The comparison that holds of two operands the other way round."""
_WITH_LITERAL = {0xD0: add, 0xD8: add, 0xD5: and_, 0xDD: and_, 0xD6: or_, 0xDE: or_, 0xD7: xor, 0xDF: xor}
_WITH_REGISTER = {0x90: add, 0x91: sub, 0x95: and_, 0x96: or_, 0x97: xor}
_IN_PLACE = {0xB0: add, 0xB1: sub, 0xB5: and_, 0xB6: or_, 0xB7: xor}
_EMPTY_LISTS = frozenset({"isEmpty", "size", "iterator", "toArray", "clear", "contains", "hashCode"})

State = dict[int, Known]
Arguments = Mapping[int, Known]
"""What is known of argument words."""


@dataclass(frozen=True, slots=True)
class Run:
    """The instructions that can run, each with what is known of registers just before it."""

    states: dict[int, State]

    def arguments(self, body: MethodBody, call: int) -> dict[int, Known]:
        """What is known of the argument words of a call."""
        state = self.states[call]
        registers = body.instructions[call].registers
        return {word: state[register] for word, register in enumerate(registers) if register in state}


class Supposing:
    """Runs methods as if everything had been granted, or nothing."""

    def __init__(self, code: Code, budget: Budget, *, granted: bool) -> None:
        self._code, self._budget = code, budget
        self._supposed = Supposed(granted)
        self._returns: dict[tuple[int, tuple[tuple[int, Known], ...]], Known | None] = {}

    def run(self, body: MethodBody, given: Arguments, depth: int = 0) -> Run | None:
        """Run a method with what is known of its argument words; None if that is too much work."""
        if not body.instructions or len(body.instructions) > _MOST_INSTRUCTIONS:
            return None
        first = body.registers - body.ins
        entry = {first + word: self._supposed.plain(known) for word, known in given.items()}
        filled: set[int] = set()
        for _ in range(_MOST_ROUNDS):
            states = self._spread(body, entry, filled, depth)
            if states is None or body.truncated:
                return None
            more = {each.made for index, state in states.items() for each in _filled(self._code, body, index, state)}
            if more <= filled:
                return Run(states)
            filled |= more
        return None

    def _spread(self, body: MethodBody, entry: State, filled: set[int], depth: int) -> dict[int, State] | None:
        states = {0: entry}
        waiting = [0]
        while waiting:
            index = waiting.pop()
            before = states[index]
            if not self._budget.spend(1 + len(before) // 4):
                return None
            after = self._after(body, index, before, filled, depth)
            caught = body.handlers_of(index)
            way = _way(body, index, before)
            for following in body.successors(index) if way < 0 else [way]:
                arriving = before if following in caught else after
                known = states.get(following)
                merged = (
                    arriving
                    if known is None
                    else {register: value for register, value in known.items() if arriving.get(register) == value}
                )
                if known is None or len(merged) < len(known):
                    states[following] = merged
                    waiting.append(following)
        return states

    def _after(self, body: MethodBody, index: int, before: State, filled: set[int], depth: int) -> State:
        """What is known behind an instruction."""
        each = body.instructions[index]
        after = {register: value for register, value in before.items() if not body.writes(index, register)}
        after.pop(_RESULT, None)
        if each.opcode in INVOKES:
            written, value = _RESULT, self._given(body, index, before, filled, depth)
        elif each.registers and body.writes(index, each.registers[0]):
            written, value = each.registers[0], self._written(body, index, before)
        else:
            return after
        if value is not None:
            after[written] = value
        return after

    def _written(self, body: MethodBody, index: int, before: State) -> Known | None:
        """What an instruction that is no call leaves in its first register."""
        each = body.instructions[index]
        opcode, registers = each.opcode, each.registers
        operands = [before.get(register) for register in registers]
        if opcode in _RESULTS:
            return before.get(_RESULT)
        if opcode in _CONSTANTS:
            return each.literal
        if opcode in MOVES:
            return operands[1]
        if opcode == NEW_INSTANCE:
            return NewList(index) if self._is_collection(body, each.reference) else None
        if opcode == _ARRAY_LENGTH:
            return COUNT if operands[1] is RESULTS else None
        if opcode == _AGET:
            return self._supposed.element if operands[1] is RESULTS else None
        if opcode == _SGET_OBJECT:
            return self._constant(body, each.reference)
        return _calculated(opcode, operands, each.literal)

    def _is_collection(self, body: MethodBody, reference: int) -> bool:
        number = self._code.type_at(body, reference)
        ancestors = self._code.platform_ancestors(self._code.type_name(number)) if number >= 0 else frozenset[str]()
        return "Ljava/util/Collection;" in ancestors or "Ljava/util/Map;" in ancestors

    def _constant(self, body: MethodBody, reference: int) -> Known | None:
        """`Boolean.TRUE` and `Boolean.FALSE`."""
        field = self._code.field_at(body, reference)
        if field is None or self._code.type_name(field[0]) != "Ljava/lang/Boolean;":
            return None
        return {b"TRUE": 1, b"FALSE": 0}.get(field[1])

    def _given(self, body: MethodBody, index: int, before: State, filled: set[int], depth: int) -> Known | None:
        """What a call gives."""
        callee = self._code.callee(body, index)
        if callee < 0:
            return None
        registers = body.instructions[index].registers
        arguments = [before.get(register) for register in registers]
        method = self._code.method(callee)
        if arguments and isinstance(arguments[0], NewList):
            is_empty = arguments[0].made not in filled
            return {"isEmpty": 1, "size": 0}.get(method.name) if is_empty else None
        known = given_by_library(self._supposed, method, arguments)
        if known is not None or depth >= _MOST_DEPTH:
            return known
        target = only_target(self._code, body, index)
        given = tuple((word, value) for word, value in enumerate(arguments) if value is not None)
        return self._returned(target, given, depth + 1) if target >= 0 and given else None

    def _returned(self, method: int, given: tuple[tuple[int, Known], ...], depth: int) -> Known | None:
        """The one value that a method of the app returns; None if there may be others."""
        key = (method, given)
        if key not in self._returns:
            self._returns[key] = None  # what depends on itself is not known
            body = self._code.body(method)
            run = self.run(body, dict(given), depth) if body is not None else None
            if body is not None and run is not None:
                found = {
                    state.get(body.instructions[index].registers[0])
                    for index, state in run.states.items()
                    if body.instructions[index].opcode in _RETURNS
                }
                value = found.pop() if len(found) == 1 else None
                self._returns[key] = None if isinstance(value, NewList) else value
        return self._returns[key]


def only_target(code: Code, body: MethodBody, index: int) -> int:
    """The one method of the app that a call can run, or -1."""
    plain = body.instructions[index].opcode in DIRECT_INVOKES | STATIC_INVOKES
    targets = [
        each
        for each in targets_of(code, code.callee(body, index), virtual=not plain)
        if int(code.program.row_of[each]) >= 0 and code.body(each) is not None
    ]
    return targets[0] if len(targets) == 1 else -1


def _filled(code: Code, body: MethodBody, index: int, state: State) -> list[NewList]:
    """New collections into which an instruction puts something, or that it hands to where something may be put in."""
    each = body.instructions[index]
    held = {register: known for register in each.registers if isinstance(known := state.get(register), NewList)}
    if not held:
        return []
    if each.opcode in _STORES:
        return list(held.values())
    if each.opcode not in INVOKES:
        return []
    callee = code.callee(body, index)
    method = code.method(callee) if callee >= 0 else None
    harmless = method is not None and (
        method.name in _EMPTY_LISTS or (method.name == "<init>" and method.descriptor in ("()V", "(I)V"))
    )
    return [known for register, known in held.items() if not harmless or register != each.registers[0]]


def _calculated(opcode: int, operands: list[Known | None], literal: int) -> Known | None:
    numbers = [each if isinstance(each, int) else None for each in operands]
    if opcode in _WITH_LITERAL and numbers[1] is not None:
        return int(_WITH_LITERAL[opcode](numbers[1], literal))
    if opcode in _WITH_REGISTER and numbers[1] is not None and numbers[2] is not None:
        return int(_WITH_REGISTER[opcode](numbers[1], numbers[2]))
    if opcode in _IN_PLACE and numbers[0] is not None and numbers[1] is not None:
        return int(_IN_PLACE[opcode](numbers[0], numbers[1]))
    return None


def _way(body: MethodBody, index: int, state: State) -> int:
    """The instruction that a branch goes on with, or -1 if that is not known."""
    each = body.instructions[index]
    if each.opcode in _SWITCH:
        tested = state.get(each.registers[0])
        cases = body.cases(index)
        return cases.get(tested, index + 1) if isinstance(tested, int) and cases else -1
    if each.opcode in _IF_TWO:
        left, right = (state.get(register) for register in each.registers)
        taken = _compare(each.opcode - _IF_TWO[0], left, right)
    elif each.opcode in _IF_ZERO:
        taken = _compare(each.opcode - _IF_ZERO[0], state.get(each.registers[0]), 0)
    else:
        return -1
    return -1 if taken is None else body.index_at(each.target) if taken else index + 1


def _compare(relation: int, left: Known | None, right: Known | None) -> bool | None:
    """Whether a comparison holds; None if that is not known."""
    if right is COUNT:
        left, right, relation = right, left, _MIRRORED[relation]
    if not isinstance(right, int) or left is None:
        return None
    if isinstance(left, int):
        return bool(_COMPARE[relation](left, right))
    if left is COUNT:  # there are as many results as the code looks for, at least one
        return (right > 0, right <= 0, False, True, True, False)[relation]
    return {0: False, 1: True}.get(relation) if right == 0 and left is not YES else None
