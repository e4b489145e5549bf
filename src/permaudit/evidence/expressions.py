"""What a register holds, in terms of what its method was entered with: words, their fields, constants, tests."""

from __future__ import annotations

from msgspec import Struct

from permaudit.dex.body import ENTRY, MOVES, WIDE_MOVES, MethodBody
from permaudit.dex.opcodes import INVOKES, NEW_INSTANCE
from permaudit.evidence.budget import Budget
from permaudit.evidence.code import Code

_MOST_DEPTH, _MOST_CHOICES = 10, 8
_CONSTANTS = range(0x12, 0x16)
_MOVE_RESULT_OBJECT, _INSTANCE_OF = 0x0C, 0x20
_IGET_NUMBERS = (0x52, 0x55)  # int and boolean: shorter ones cut what is put into them
_GET_OBJECT = (0x54, 0x62)
_LITERAL_OPERATIONS = {
    **dict.fromkeys((0xD0, 0xD8), "add"),
    **dict.fromkeys((0xD1, 0xD9), "rsub"),
    **dict.fromkeys((0xD5, 0xDD), "and"),
    **dict.fromkeys((0xD6, 0xDE), "or"),
    **dict.fromkeys((0xD7, 0xDF), "xor"),
}

FieldName = tuple[int, bytes, bytes]
"""Type number of the class named, name, type descriptor."""


class Constant(Struct, frozen=True):
    """A number; 0 also stands for null."""

    number: int


class Word(Struct, frozen=True):
    """An incoming argument word of the method; 0 is `this` of instance methods."""

    word: int


class Made(Struct, frozen=True):
    """The object that the instruction at `index` of the same method makes."""

    index: int
    type_number: int


class Declared(Struct, frozen=True):
    """Null or an object of a declared type: what a field or a call gives."""

    type_number: int


class FieldOf(Struct, frozen=True):
    """A number in a field of an object."""

    owner: Expression
    field: FieldName


class IsInstance(Struct, frozen=True):
    """1 if an object is of a type, else 0."""

    operand: Expression
    type_number: int


class Arithmetic(Struct, frozen=True):
    """A number joined with a literal."""

    operation: str
    operand: Expression
    literal: int


class Either(Struct, frozen=True):
    """One of several, by the way that was taken."""

    choices: tuple[Expression, ...]


class Anything(Struct, frozen=True):
    """Nothing is known."""


Expression = Constant | Word | Made | Declared | FieldOf | IsInstance | Arithmetic | Either | Anything
ANYTHING = Anything()


class Expressions:
    """Builds expressions of registers, each definition once, within a budget of work; what is beyond it is anything."""

    def __init__(self, code: Code, budget: Budget) -> None:
        self._code, self._budget = code, budget
        self._known: dict[tuple[int, int, int], Expression] = {}

    def of(self, method: int, index: int, register: int, depth: int = 0) -> Expression:
        """What `register` holds just before instruction `index` of a method."""
        body = self._code.body(method)
        if body is None or depth > _MOST_DEPTH or self._budget.spent:
            return ANYTHING
        definitions, steps = body.definitions(index, register)
        self._budget.spend(steps)
        if body.truncated or len(definitions) > _MOST_CHOICES:
            return ANYTHING
        found = [self._defined(method, body, each, register, depth) for each in definitions]
        distinct = tuple(dict.fromkeys(found))
        if len(distinct) == 1:
            return distinct[0]
        return Either(distinct) if distinct and ANYTHING not in distinct else ANYTHING

    def _defined(self, method: int, body: MethodBody, index: int, register: int, depth: int) -> Expression:
        if index == ENTRY:
            word = body.parameter_of(register)
            return Word(word) if word >= 0 else ANYTHING
        key = (method, index, register)
        if key not in self._known:
            self._known[key] = ANYTHING  # what depends on itself is not known
            self._known[key] = self._written(method, body, index, depth)
        return self._known[key]

    def _written(self, method: int, body: MethodBody, index: int, depth: int) -> Expression:
        each = body.instructions[index]
        opcode = each.opcode
        if opcode in MOVES - WIDE_MOVES:
            return self.of(method, index, each.registers[1], depth + 1)
        if opcode in _CONSTANTS:
            return Constant(each.literal)
        if opcode == NEW_INSTANCE:
            return Made(index, self._code.type_at(body, each.reference))
        if opcode == _INSTANCE_OF:
            tested = self._code.type_at(body, each.reference)
            return IsInstance(self.of(method, index, each.registers[1], depth + 1), tested)
        if opcode in _LITERAL_OPERATIONS:
            operand = self.of(method, index, each.registers[1], depth + 1)
            return Arithmetic(_LITERAL_OPERATIONS[opcode], operand, each.literal)
        if opcode in _IGET_NUMBERS:
            field = self._code.field_at(body, each.reference)
            return FieldOf(self.of(method, index, each.registers[1], depth + 1), field) if field else ANYTHING
        return Declared(number) if (number := self._declared(body, index)) >= 0 else ANYTHING

    def _declared(self, body: MethodBody, index: int) -> int:
        """The type that a field or the call before is declared to give, or -1."""
        each = body.instructions[index]
        if each.opcode in _GET_OBJECT:
            field = self._code.field_at(body, each.reference)
            return self._code.symbols.type_number(field[2]) if field else -1
        if each.opcode == _MOVE_RESULT_OBJECT and index and body.instructions[index - 1].opcode in INVOKES:
            callee = self._code.callee(body, index - 1)
            if callee >= 0:
                given = self._code.method(callee).descriptor.partition(")")[2]
                return self._code.symbols.type_number(given.encode())
        return -1
