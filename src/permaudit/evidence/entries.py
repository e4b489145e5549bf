"""How a method was entered along one path, and what is known there of its arguments and their fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from permaudit.dex.descriptors import parameter_words
from permaudit.dex.opcodes import DIRECT_INVOKES, INVOKES, NEW_INSTANCE, STATIC_INVOKES
from permaudit.dex.strings import decode_mutf8
from permaudit.evidence.budget import Budget
from permaudit.evidence.code import Code
from permaudit.evidence.expressions import (
    Arithmetic,
    Constant,
    Declared,
    Either,
    Expression,
    Expressions,
    FieldName,
    FieldOf,
    IsInstance,
    Made,
    Word,
)
from permaudit.evidence.fixedfields import IPUTS, FixedFields
from permaudit.evidence.subtypes import Known, Subtypes, Typed

_STEPS = 2_000_000
"""Instructions looked at to tell ways apart: a second or two at the very worst; routes that are left then stay."""
_MOST_DEPTH = 16
_MOST_CONSTRUCTORS = 4
_SIGN = 1 << 31

Subject = tuple[int, FieldName | None]
"""An argument word of a method, or a field of it."""
Trace = frozenset[tuple[int, Subject]]
"""The subjects, each of a method, from which an answer was drawn."""
NO_TRACE: Trace = frozenset()


Answer = tuple[Known | None, Trace]
UNKNOWN: Answer = (None, NO_TRACE)


@dataclass(slots=True, eq=False)
class Entry:
    """A method entered by the instruction `index` of `source`, a call or the making of its object; or by anybody.

    `given` is known beforehand.
    """

    method: int
    source: Entry | None = None
    index: int = -1
    given: Mapping[Subject, Known] = field(default_factory=dict)
    answers: dict[Subject, Answer] = field(default_factory=dict)


class Arguments:
    """Answers what is known of the arguments that a method was entered with; nothing once the budget is spent."""

    def __init__(self, code: Code) -> None:
        self._code = code
        self.budget = Budget(_STEPS)
        self.expressions = Expressions(code, self.budget)
        self._fields = FixedFields(code, self.expressions)
        self._subtypes = Subtypes(code)

    def subject(self, entry: Entry, subject: Subject, depth: int = 0) -> Answer:
        """What a word of the entered method holds, or a field of the object in it."""
        word, named = subject = self.declared(subject)
        if subject in entry.given:
            return entry.given[subject], frozenset({(entry.method, subject)})
        if subject not in entry.answers:
            entry.answers[subject] = UNKNOWN
            known, trace = self._ask(entry, subject, depth) if depth <= _MOST_DEPTH else UNKNOWN
            if known is not None:
                entry.answers[subject] = known, trace | {(entry.method, subject)}
            elif named is None:
                entry.answers[subject] = self._declared_word(entry.method, word), NO_TRACE
        return entry.answers[subject]

    def declared(self, subject: Subject) -> Subject:
        """A subject whose field is named by the class that declares it."""
        word, named = subject
        return (word, self._fields.declared(named)) if named is not None else subject

    def evaluate(self, entry: Entry, expression: Expression, depth: int = 0) -> Answer:
        """What an expression of the entered method comes to."""
        match expression:
            case Constant(number):
                return number, NO_TRACE
            case Word(word):
                return self.subject(entry, (word, None), depth + 1)
            case Made(_, type_number):
                return Typed(type_number, exact=True, present=True), NO_TRACE
            case Declared(type_number):
                return Typed(type_number), NO_TRACE
            case FieldOf(owner, named):
                return self._field(entry, owner, self._fields.declared(named), depth + 1)
            case IsInstance(operand, type_number):
                known, trace = self.evaluate(entry, operand, depth + 1)
                return self._subtypes.is_instance(known, type_number), trace
            case Arithmetic(operation, operand, literal):
                known, trace = self.evaluate(entry, operand, depth + 1)
                return (_calculate(operation, known, literal), trace) if isinstance(known, int) else UNKNOWN
            case Either(choices):
                return _agreed([self.evaluate(entry, each, depth + 1) for each in choices])
            case _:
                return UNKNOWN

    def _ask(self, entry: Entry, subject: Subject, depth: int) -> Answer:
        """Look where the entered method was entered from."""
        word, named = subject
        body = self._code.body(entry.source.method) if entry.source is not None else None
        if entry.source is None or body is None:
            return UNKNOWN
        each = body.instructions[entry.index]
        if named is not None and word == 0 and self._code.method(entry.method).name == "<init>":
            return UNKNOWN  # the object is still being made
        if each.opcode == NEW_INSTANCE and word == 0:
            made = Made(entry.index, self._code.type_at(body, each.reference))
            if named is None:
                return self.evaluate(entry.source, made, depth)
            return self._field(entry.source, made, named, depth)
        if each.opcode not in INVOKES or word >= len(each.registers) or not self._fits(entry):
            return UNKNOWN
        held = self.expressions.of(entry.source.method, entry.index, each.registers[word])
        if named is None:
            return self.evaluate(entry.source, held, depth)
        return self._field(entry.source, held, named, depth)

    def _fits(self, entry: Entry) -> bool:
        """Whether a call hands over exactly the arguments that the entered method takes."""
        assert entry.source is not None
        body = self._code.body(entry.source.method)
        callee = self._code.callee(body, entry.index) if body is not None else -1
        if callee < 0:
            return False
        static = body is not None and body.instructions[entry.index].opcode in STATIC_INVOKES
        signatures = self._code.symbols.method_signatures
        same = self._code.symbols.descriptor(int(signatures[callee])) == self._code.symbols.descriptor(
            int(signatures[entry.method])
        )
        return same and static == self._code.is_static(entry.method)

    def _field(self, entry: Entry, owner: Expression, named: FieldName, depth: int) -> Answer:
        if not self._fields.is_fixed(named) or depth > _MOST_DEPTH:
            return UNKNOWN
        match owner:
            case Word(word):
                return self.subject(entry, (word, named), depth + 1)
            case Made(index, _):
                return self._constructed(entry, index, named, depth)
            case Either(choices):
                return _agreed([self._field(entry, each, named, depth + 1) for each in choices])
            case _:
                return UNKNOWN

    def _constructed(self, entry: Entry, index: int, named: FieldName, depth: int) -> Answer:
        """A field of the object made at `index`, as its one constructor call sets it."""
        body = self._code.body(entry.method)
        if body is None or self.budget.spent:
            return UNKNOWN
        register = body.instructions[index].registers[0]
        used, steps = body.uses(index, register)
        self.budget.spend(steps)
        uses = [
            use
            for use in used
            if body.instructions[use].opcode in DIRECT_INVOKES
            and body.instructions[use].registers[0] == register
            and (callee := self._code.callee(body, use)) >= 0
            and self._code.method(callee).name == "<init>"
        ]
        if len(uses) != 1:
            return UNKNOWN
        return self._set_by(entry, uses[0], named, depth + 1, _MOST_CONSTRUCTORS) or UNKNOWN

    def _set_by(self, entry: Entry, call: int, named: FieldName, depth: int, left: int) -> Answer | None:
        """A field as a constructor call leaves it: what it writes, or constructors that it calls on `this`; if any."""
        body = self._code.body(entry.method)
        callee = self._code.callee(body, call) if body is not None else -1
        constructor = int(self._code.program.definition_of[callee]) if callee >= 0 else -1
        inner = self._code.body(constructor) if constructor >= 0 else None
        if inner is None or not left or not self.budget.spend(len(inner.instructions)):
            return UNKNOWN
        entered = Entry(constructor, entry, call)
        answers: list[Answer | None] = []
        for index, each in enumerate(inner.instructions):
            if each.opcode in IPUTS:
                target = self._code.field_at(inner, each.reference)
                if target is not None and self._fields.declared(target) == named:
                    value = self.expressions.of(constructor, index, each.registers[0])
                    answers.append(self.evaluate(entered, value, depth + 1))
            elif each.opcode in DIRECT_INVOKES and self._hands_on(constructor, index, each.registers):
                answers.append(self._set_by(entered, index, named, depth + 1, left - 1))
        written = [each for each in answers if each is not None]
        return _agreed(written) if written else None

    def _hands_on(self, constructor: int, index: int, registers: tuple[int, ...]) -> bool:
        """Whether a constructor calls another one of the app for the same object."""
        body = self._code.body(constructor)
        callee = self._code.callee(body, index) if body is not None else -1
        if callee < 0 or self._code.method(callee).name != "<init>" or self._code.program.definition_of[callee] < 0:
            return False
        return self.expressions.of(constructor, index, registers[0]) == Word(0)

    def _declared_word(self, method: int, word: int) -> Known | None:
        """The object that a parameter is declared to be."""
        symbols = self._code.symbols
        signature = int(symbols.method_signatures[method])
        receiver = 0 if self._code.is_static(method) else 1
        if word < receiver:
            return Typed(int(symbols.method_types[method]), present=True)
        place = receiver
        descriptor = decode_mutf8(symbols.descriptor(signature))
        for number, words in zip(symbols.parameter_types(signature).tolist(), parameter_words(descriptor), strict=True):
            if place == word:
                is_object = symbols.types[number][:1] in (b"L", b"[")
                return Typed(number) if is_object else None
            place += words
        return None


def _agreed(answers: list[Answer]) -> Answer:
    """What all answers say, if they say the same."""
    values = {known for known, _ in answers}
    if len(values) != 1 or None in values:
        return UNKNOWN
    return answers[0][0], frozenset[tuple[int, Subject]]().union(*(trace for _, trace in answers))


def _calculate(operation: str, number: int, literal: int) -> int:
    match operation:
        case "add":
            result = number + literal
        case "rsub":
            result = literal - number
        case "and":
            result = number & literal
        case "or":
            result = number | literal
        case _:
            result = number ^ literal
    return (result + _SIGN) % (2 * _SIGN) - _SIGN
