"""Which instructions of a method can run, given how it was entered: branches on what is known there go one way."""

from __future__ import annotations

from dataclasses import dataclass
from operator import eq, ge, gt, le, lt, ne

from permaudit.dex.body import MethodBody
from permaudit.evidence.code import Code
from permaudit.evidence.entries import NO_TRACE, Arguments, Entry, Trace
from permaudit.evidence.expressions import (
    Arithmetic,
    Constant,
    Either,
    Expression,
    FieldOf,
    IsInstance,
    Word,
)
from permaudit.evidence.subtypes import Known

_IF_TWO, _IF_ZERO, _SWITCH = range(0x32, 0x38), range(0x38, 0x3E), (0x2B, 0x2C)
_COMPARE = (eq, ne, lt, ge, gt, le)
_MOST_INSTRUCTIONS = 20_000
_ZERO = Constant(0)
_UNTOLD = frozenset((0x0A, 0x0B, 0x0D, *range(0x2D, 0x32), *range(0x44, 0x4B), *range(0x60, 0x67), 0x21))
"""What these write into a register is never known: results, exceptions, elements, static fields, lengths."""


@dataclass(frozen=True, slots=True)
class Test:
    """A branch on something that the entry decides: the instruction, and what it compares."""

    index: int
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Live:
    """The instructions that can run, the way that each decided branch goes, and what decided it."""

    instructions: frozenset[int]
    ways: dict[int, int]
    trace: Trace


class Branches:
    """Finds the tests of methods and decides them."""

    def __init__(self, code: Code, arguments: Arguments) -> None:
        self._code, self.arguments = code, arguments
        self._tests: dict[int, tuple[Test, ...]] = {}

    def tests(self, method: int) -> tuple[Test, ...]:
        """The branches of a method that depend on how it was entered, in order."""
        if method not in self._tests:
            body = self._code.body(method)
            found = self._find_tests(method, body) if body is not None else []
            self._tests[method] = tuple(found) if body is not None and not body.truncated else ()
        return self._tests[method]

    def live(self, entry: Entry) -> Live | None:
        """What can run of the entered method; None if nothing is known that would keep any of it from running."""
        body = self._code.body(entry.method)
        ways: dict[int, int] = {}
        trace = NO_TRACE
        for test in self.tests(entry.method):
            assert body is not None
            left, first = self.arguments.evaluate(entry, test.left)
            right, second = self.arguments.evaluate(entry, test.right)
            way = _way(body, test.index, left, right)
            if way >= 0:
                ways[test.index] = way
                trace |= first | second
        if not ways or body is None or not self.arguments.budget.spend(len(body.instructions)):
            return None
        return Live(frozenset(_reached(body, ways)), ways, trace)

    def _find_tests(self, method: int, body: MethodBody) -> list[Test]:
        instructions = body.instructions
        if len(instructions) > _MOST_INSTRUCTIONS:
            return []
        found = []
        for index, each in enumerate(instructions):
            opcode = each.opcode
            if opcode not in _IF_TWO and opcode not in _IF_ZERO and opcode not in _SWITCH:
                continue
            if any(self._is_plainly_unknown(body, index, register) for register in each.registers):
                continue
            left, *rest = [self.arguments.expressions.of(method, index, register) for register in each.registers]
            right = rest[0] if rest else _ZERO
            if _depends(left) or _depends(right):
                found.append(Test(index, left, right))
        return found

    def _is_plainly_unknown(self, body: MethodBody, index: int, register: int) -> bool:
        """Whether the instruction just before leaves something in the register that is never known: most tests."""
        before = index - 1
        if before < 0 or not body.writes(before, register):
            return False
        return body.instructions[before].opcode in _UNTOLD and body.predecessors(index) == [before]


def _depends(expression: Expression) -> bool:
    """Whether an expression says something about how the method was entered."""
    match expression:
        case Word() | IsInstance():
            return True
        case FieldOf(owner, _):
            return _depends(owner)
        case Arithmetic(_, operand, _):
            return _depends(operand)
        case Either(choices):
            return any(_depends(each) for each in choices)
        case _:
            return False


def _way(body: MethodBody, index: int, left: Known | None, right: Known | None) -> int:
    """The instruction that a branch goes on with, or -1 if that is not known."""
    each = body.instructions[index]
    if left is None or right is None:
        return -1
    if not isinstance(left, int):  # an object: known to be none only if compared with null
        if each.opcode not in (0x38, 0x39) or not left.present:
            return -1
        left = 1
    if not isinstance(right, int):
        return -1
    if each.opcode in _SWITCH:
        cases = body.cases(index)
        return cases.get(left, index + 1) if cases else -1
    first = _IF_TWO if each.opcode in _IF_TWO else _IF_ZERO
    taken = bool(_COMPARE[each.opcode - first[0]](left, right))
    return body.index_at(each.target) if taken else index + 1


def _reached(body: MethodBody, ways: dict[int, int]) -> set[int]:
    seen: set[int] = set()
    waiting = [0]
    while waiting:
        index = waiting.pop()
        if index in seen or index >= len(body.instructions):
            continue
        seen.add(index)
        waiting.extend([ways[index]] if index in ways else body.successors(index))
    return seen
