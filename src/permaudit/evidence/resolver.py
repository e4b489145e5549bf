"""Resolves what a register holds, backwards: through moves, fields, arrays, parameters, returns and operations."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from permaudit.catalog.operations import Operations
from permaudit.dex.body import ENTRY, MOVES, MethodBody
from permaudit.dex.descriptors import parameter_words
from permaudit.dex.opcodes import STATIC_INVOKES
from permaudit.evidence.arrayvalues import ArrayValues
from permaudit.evidence.budget import Budget
from permaudit.evidence.code import Code
from permaudit.evidence.fields import FieldValues
from permaudit.evidence.frames import Context, Frame, Resolved
from permaudit.evidence.handovers import Handovers
from permaudit.evidence.targets import chosen_by, targets_of
from permaudit.evidence.values import ClassName, Handed, Made, Number, Result, Site, Text, Unknown, Value

if TYPE_CHECKING:
    from permaudit.evidence.evaluation.evaluator import Evaluator

MOST_VALUES = 64
MOST_CALLERS = 48
MOST_DEPTH = 40
MOST_STEPS = 1000
"""Registers asked for on the way to one answer; what needs more is not resolved."""
MOST_OPEN_CALLERS = 6

Operation = Callable[["Resolver", Frame, int, Context, int], "list[Resolved] | None"]

_CONSTANTS = frozenset([0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19])
_STRINGS = (0x1A, 0x1B)
_CONST_CLASS, _NEW_INSTANCE, _NEW_ARRAY = 0x1C, 0x22, 0x23
_FILLED_NEW_ARRAY = (0x24, 0x25)
_MOVE_RESULTS = (0x0A, 0x0B, 0x0C)
_AGET_OBJECT = 0x46
_SGET = range(0x60, 0x67)
_IGET = range(0x52, 0x59)
_CONVERSIONS = range(0x7B, 0x90)
_VIRTUAL_INVOKES = (0x6E, 0x72, 0x74, 0x78)


class Resolver:
    """Answers `values` for any register, under one budget for the whole app.

    `cut` counts the answers that a bound ended: too many callers, too many steps, too deep.
    """

    def __init__(
        self, code: Code, budget: Budget, operation: Operation, uri_fields: dict[str, str], operations: Operations
    ) -> None:
        self.code = code
        self.budget = budget
        self._operation = operation
        self._fields = FieldValues(self, uri_fields, operations.carrying_fields)
        self.unchanged = frozenset(each.method for each in operations.operations if each.does == "same")
        self._handovers = Handovers(self, operations)
        self._arrays = ArrayValues(self)
        self.evaluator: Evaluator | None = None
        self.entering: Callable[[Frame, int, int], MethodBody | None] | None = None
        self._running: set[tuple[object, ...]] = set()
        self._allowance = MOST_STEPS
        self.cut = 0
        self._callers: dict[int, list[tuple[int, int]] | None] = {}

    def open_frame(self, method: int, label: str = "reader") -> Frame | None:
        """A frame for a method whose caller is not known yet."""
        body = self.code.body(method)
        return Frame(method, body, ((label, method, 0),)) if body is not None else None

    def values(self, frame: Frame, index: int, register: int, context: Context, depth: int = 0) -> list[Resolved]:
        """What `register` may hold just before instruction `index` runs; never empty."""
        if depth == 0:
            self._allowance = MOST_STEPS
        self._allowance -= 1
        if depth > MOST_DEPTH or self._allowance <= 0 or not self.budget.spend():
            self.cut += 1
            return [Resolved(Unknown("budget"), context)]
        found, steps = frame.body.definitions(index, register)
        self.budget.spend(steps // 4)
        results: list[Resolved] = []
        for definition in found:
            key = (id(frame.body), frame.key, definition, register)
            if key in self._running:
                continue
            self._running.add(key)
            try:
                results.extend(self.left_by(frame, definition, register, context, depth + 1))
            finally:
                self._running.discard(key)
        return _distinct(results) or [Resolved(Unknown("loop"), context)]

    def pay(self, steps: int) -> bool:
        """Take steps from what the answer under way may still cost; False if that is too much."""
        self._allowance -= steps
        return self._allowance > 0 and self.budget.spend(steps)

    def argument(self, frame: Frame, call: int, position: int, context: Context, depth: int = 0) -> list[Resolved]:
        """The values of declared parameter `position` (receiver not counted, wide ones count once) of a call."""
        register = self.argument_register(frame.body, call, position)
        if register < 0:
            return [Resolved(Unknown("argument"), context)]
        return self.values(frame, call, register, context, depth)

    def bounded(self, frame: Frame, call: int, position: int, steps: int) -> list[Value]:
        """The values of an argument, looked for in few steps only: for questions that are asked of many calls."""
        register = self.argument_register(frame.body, call, position)
        return self.bounded_register(frame, call, register, steps) if register >= 0 else []

    def bounded_register(self, frame: Frame, index: int, register: int, steps: int) -> list[Value]:
        """The values of a register, looked for in few steps only."""
        return [each.value for each in self.narrowly(frame, index, register, steps)]

    def narrowly(self, frame: Frame, index: int, register: int, steps: int) -> list[Resolved]:
        """`values`, looked for in few steps only."""
        self._allowance = steps
        return self.values(frame, index, register, Context(), 1)

    def receiver(self, frame: Frame, call: int, context: Context, depth: int = 0) -> list[Resolved]:
        """The values of the object a call is made on."""
        registers = frame.body.instructions[call].registers
        return self.values(frame, call, registers[0], context, depth) if registers else [Resolved(Unknown(), context)]

    def argument_register(self, body: MethodBody, call: int, position: int) -> int:
        """The register that holds declared parameter `position` of a call, or -1."""
        instruction = body.instructions[call]
        method = self.code.callee(body, call)
        if method < 0:
            return -1
        word = 0 if instruction.opcode in STATIC_INVOKES else 1
        words = parameter_words(self.code.method(method).descriptor)
        word += sum(words[:position])
        return instruction.registers[word] if word < len(instruction.registers) else -1

    def returns(self, frame: Frame, context: Context, depth: int) -> list[Resolved]:
        """What a method returns, in the call that `frame` was entered through."""
        results: list[Resolved] = []
        for index, each in enumerate(frame.body.instructions):
            if each.opcode in (0x0F, 0x10, 0x11):
                results.extend(self.values(frame, index, each.registers[0], context, depth))
        return _distinct(results)

    @property
    def scrambled(self) -> int:
        """How many texts on the way to answers were unscrambled by code that could not be evaluated."""
        return self.evaluator.scrambled if self.evaluator is not None else 0

    def field_writers(self, field: tuple[int, bytes, bytes], *, static: bool) -> list[tuple[int, int]]:
        """Where a field is written that a reference names: (method, instruction index); empty if in too many places."""
        return self._fields.writers((self._fields.owner(*field), field[1], field[2]), static=static)

    def written_at(self, field: tuple[int, bytes, bytes], *, static: bool = True) -> list[tuple[int, int]] | None:
        """Where a field is written, named by the class that declares it; None if in too many places."""
        return self._fields.all_writers(field, static=static)

    def field_owner(self, field: tuple[int, bytes, bytes]) -> int:
        """The class that declares a field which a reference names, perhaps through a subclass."""
        return self._fields.owner(*field)

    def callers(self, method: int) -> list[tuple[int, int]] | None:
        """Call sites that may reach a method: by its own name, or through a supertype the app declares.

        None if they are too many to mean anything; they are counted before any of them is decoded.
        """
        if method not in self._callers:
            self._callers[method] = self._find_callers(method)
        return self._callers[method]

    def _find_callers(self, method: int) -> list[tuple[int, int]] | None:
        code = self.code
        names = {int(name) for name in code.names_meaning(method)}
        signature = int(code.symbols.method_signatures[method])
        ancestors = code.hierarchy.ancestors(int(code.symbols.method_types[method]))
        above = code.symbols.method_numbers(ancestors, np.full(len(ancestors), signature))
        names.update(int(each) for each in above[(above >= 0) & (code.hierarchy.class_files[ancestors] >= 0)])
        if sum(code.call_count(name) for name in names) > MOST_CALLERS:
            return None
        return sorted({site for name in names for site in code.call_sites(name)})

    def left_by(self, frame: Frame, index: int, register: int, context: Context, depth: int) -> list[Resolved]:
        """What instruction `index` (or ENTRY) leaves in `register`; texts that code unscrambles are evaluated."""
        scrambled = self.scrambled
        found = self._defined(frame, index, register, context, depth)
        if self.evaluator is None or index < 0:
            return found
        improved = self.evaluator.improve(frame, index, register, context, depth, found)
        if improved is not found:
            self.evaluator.scrambled = scrambled  # what was kept back on the way is told after all
        return improved

    def _defined(self, frame: Frame, index: int, register: int, context: Context, depth: int) -> list[Resolved]:
        """The value that instruction `index` (or ENTRY) left in `register`."""
        if index == ENTRY:
            return self._parameter(frame, register, context, depth)
        each = frame.body.instructions[index]
        opcode = each.opcode
        if opcode in MOVES or opcode in _CONVERSIONS:
            return self.values(frame, index, each.registers[1], context, depth)
        if opcode in _CONSTANTS:
            return [Resolved(Number(each.literal), context)]
        if opcode in _STRINGS:
            return [Resolved(Text(self.code.text(frame.body, each.reference)), context)]
        if opcode in _MOVE_RESULTS:
            return self._result(frame, index - 1, context, depth)
        if opcode in _SGET:
            return self._fields.static(frame, index, context, depth)
        if opcode in _IGET:
            return self._fields.instance(frame, index, context, depth)
        if opcode == _AGET_OBJECT:
            return self._arrays.element(frame, index, context, depth)
        if opcode == _NEW_ARRAY:
            return self._arrays.made(frame, index, context, depth)
        return [Resolved(self._plain(frame, index), context)]

    def _plain(self, frame: Frame, index: int) -> Value:
        each = frame.body.instructions[index]
        if each.opcode in (_CONST_CLASS, _NEW_INSTANCE):
            number = self.code.type_at(frame.body, each.reference)
            name = self.code.type_name(number) if number >= 0 else ""
            return ClassName(name) if each.opcode == _CONST_CLASS else Made(name, Site(frame.method, index))
        return Unknown("arithmetic")

    def _parameter(self, frame: Frame, register: int, context: Context, depth: int) -> list[Resolved]:
        word = frame.body.parameter_of(register)
        if word < 0:
            return [Resolved(Unknown("undefined"), context)]
        known = frame.caller or context.caller_of(frame)
        if known is not None:
            caller, call = known
            return self._word(caller, call, word, context, depth)
        if word == 0 and not self.code.is_static(frame.method):
            return [Resolved(Handed(frame.method, 0), context)]
        return self._ascend(frame, word, context, depth)

    def callers_objects(self, frame: Frame, context: Context, depth: int) -> list[Resolved]:
        """The objects on which the callers of an open frame call it; nothing if the system calls it."""
        found = self._ascend(frame, 0, context, depth)
        return [] if any(isinstance(each.value, Handed) for each in found) else found

    def _ascend(self, frame: Frame, word: int, context: Context, depth: int) -> list[Resolved]:
        """Ask every caller of an open frame; a method without callers is called by the system."""
        sites = self.callers(frame.method)
        if sites is None or len(frame.key) > MOST_OPEN_CALLERS:
            self.cut += 1
            return [Resolved(Unknown("callers"), context)]
        if not sites:
            given = self._handovers.given(frame, word, context, depth)
            return given or [Resolved(Handed(frame.method, word), context)]
        results: list[Resolved] = []
        for method, index in sites:
            body = self.code.body(method)
            if body is None or any(step[1] == method and step[2] == index for step in frame.key):
                continue
            caller = Frame(method, body, (*frame.key, ("caller", method, index)))
            results.extend(self._word(caller, index, word, context.with_caller(frame, caller, index), depth))
        return results

    def _word(self, caller: Frame, call: int, word: int, context: Context, depth: int) -> list[Resolved]:
        registers = caller.body.instructions[call].registers
        if word >= len(registers):
            return [Resolved(Unknown("argument"), context)]
        return self.values(caller, call, registers[word], context, depth)

    def _result(self, frame: Frame, call: int, context: Context, depth: int) -> list[Resolved]:
        """What the call before a move-result gave."""
        if call < 0:
            return [Resolved(Unknown("result"), context)]
        each = frame.body.instructions[call]
        if each.opcode in _FILLED_NEW_ARRAY:
            return self._arrays.filled(frame, call, context, depth)
        explained = self._operation(self, frame, call, context, depth)
        if explained is not None:
            return explained
        callee = self.code.callee(frame.body, call)
        results: list[Resolved] = []
        for target in targets_of(self.code, callee, virtual=each.opcode in _VIRTUAL_INVOKES):
            body = self.code.body(target) if self.entering is None else self.entering(frame, call, target)
            if body is not None and not any(step[1] == target for step in frame.key):
                inner = Frame(target, body, (*frame.key, ("callee", target, call)), (frame, call))
                for chosen in chosen_by(self.code, callee, target, context):
                    results.extend(self.returns(inner, chosen, depth + 1))
        if results:
            return results
        name = str(self.code.method(callee)) if callee >= 0 else ""
        return [Resolved(Result(name, Site(frame.method, call)), context)]


def _distinct(results: list[Resolved]) -> list[Resolved]:
    found = list(dict.fromkeys(results))
    if len(found) <= MOST_VALUES:
        return found
    by_value: dict[Value, Resolved] = {}
    for each in found:
        by_value.setdefault(each.value, each)
    # what is cut off is said: a value that nobody sees must not look like a value that is not there
    return [*list(by_value.values())[:MOST_VALUES], Resolved(Unknown("many"), found[0].context)]
