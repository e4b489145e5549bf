"""Unscrambles texts: what a register holds by running the code that makes it, where the resolver alone cannot tell."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from permaudit.dex.descriptors import parameter_words, parameters
from permaudit.dex.opcodes import INVOKES
from permaudit.evidence.budget import Budget
from permaudit.evidence.code import Code
from permaudit.evidence.evaluation.activations import Activation
from permaudit.evidence.evaluation.candidates import TEXT_TYPES, Candidates
from permaudit.evidence.evaluation.conversion import as_value, is_open
from permaudit.evidence.evaluation.library import Library
from permaudit.evidence.evaluation.loops import gives_the_same
from permaudit.evidence.evaluation.machine import Machine
from permaudit.evidence.evaluation.operands import (
    UNSEEN,
    Array,
    Instance,
    Operand,
    UndecidedError,
    is_known,
    to_units,
)
from permaudit.evidence.evaluation.slices import first_needed, leading_to
from permaudit.evidence.evaluation.statics import Statics
from permaudit.evidence.frames import Context, Frame, Resolved
from permaudit.evidence.values import UNKNOWN_PIECE, ClassName, Items, Made, Number, Text, Value

if TYPE_CHECKING:
    from permaudit.evidence.resolver import Resolver

ALL_STEPS = 1_200_000
"""Instructions evaluated in one app: a second or two at the very worst, none in an app that scrambles nothing."""
_COST_OF_A_RUN = 4  # in registers asked for: what is asked narrowly is not evaluated at length either
_MOST_TRIES = 24
_MOST_FAILURES = 4
_MOST_NESTED = 4
_MOST_CALLERS = 24
_MOVE_RESULT_OBJECT, _AGET_OBJECT, _SGET_OBJECT, _NEW_INSTANCE = 0x0C, 0x46, 0x62, 0x22


class _Choice(Exception):  # noqa: N818  no error: several ways to go on
    """A register that may hold several things, each in a context of its own; each is tried."""

    def __init__(self, key: tuple[int, int], options: list[tuple[Operand | None, Context]]) -> None:
        super().__init__()
        self.key, self.options = key, options


@dataclass(slots=True)
class _Attempt:
    """One way of evaluating: the choices made, and the context they are made in."""

    context: Context
    chosen: dict[tuple[int, int], Operand] = field(default_factory=dict)
    depends: bool = False


class Evaluator:
    """Evaluates what the resolver leaves open; `scrambled` counts the texts that helpers kept to themselves."""

    def __init__(self, resolver: Resolver, library: Library, statics: Statics) -> None:
        self._resolver, self._library, self._statics = resolver, library, statics
        self._code: Code = resolver.code
        self._budget = Budget(ALL_STEPS)
        self._known: dict[tuple[int, int, int], tuple[Value | None, bool]] = {}
        self._failures: dict[tuple[int, int], int] = {}
        self._candidates = Candidates(resolver.code, library, statics.fillers)
        self._nested = 0
        self.scrambled = 0

    def improve(
        self, frame: Frame, index: int, register: int, context: Context, depth: int, found: list[Resolved]
    ) -> list[Resolved]:
        """What instruction `index` leaves in `register`: `found`, or texts in its place if it can be evaluated."""
        if not any(is_open(each.value) for each in found) or self._nested > _MOST_NESTED:
            return found
        if not self._candidates.may_be_text(frame.body, frame.method, index):
            return found
        key = (frame.method, index, register)
        known = self._known.get(key)
        if known is not None:
            value, scrambled = known
            self.scrambled += scrambled
            return [Resolved(value, context)] if value is not None else found
        if self._failures.get((frame.method, index), 0) >= _MOST_FAILURES:
            return found
        return self._tried(frame, index, register, context, depth) or found

    def _tried(self, frame: Frame, index: int, register: int, context: Context, depth: int) -> list[Resolved]:
        """The texts that evaluating gives, one for each choice; nothing if one of them cannot be told."""
        waiting = [_Attempt(context)]
        results: list[Resolved] = []
        for _ in range(_MOST_TRIES):
            if not waiting:
                break
            attempt = waiting.pop()
            try:
                operand = self._evaluate(frame, index, register, attempt, depth)
            except _Choice as choice:
                waiting.extend(_branched(attempt, choice))
                continue
            value = as_value(operand)
            if value is None:
                self._failures[frame.method, index] = self._failures.get((frame.method, index), 0) + 1
                if not attempt.depends:
                    self._known[frame.method, index, register] = (None, self._last_scrambled)
                self.scrambled += self._last_scrambled
                return []
            if not attempt.depends:
                self._known[frame.method, index, register] = (value, False)
            results.append(Resolved(value, attempt.context))
        return [] if waiting else results

    _last_scrambled = False

    def _evaluate(self, frame: Frame, index: int, register: int, attempt: _Attempt, depth: int) -> Operand:
        """Run up to and with instruction `index`, or with the constructor call of the text it makes."""
        self._last_scrambled = False
        if frame.body.instructions[index].opcode == _NEW_INSTANCE:
            index = self._constructor_call(frame, index, register)
        if index < 0:
            return UNSEEN
        begin = index - 1 if frame.body.instructions[index].opcode == _MOVE_RESULT_OBJECT else index
        if not gives_the_same(frame.body, begin, lambda call: self._candidates.gives_text(frame.body, call)):
            self._last_scrambled = self._candidates.is_call_of_decoder(frame.body, begin)
            return UNSEEN
        needed = frame.body.instructions[begin].registers
        if begin == index and frame.body.instructions[index].opcode not in INVOKES:
            needed = needed[1:]
        return self._run(frame, begin, index + 1, needed, register, attempt, depth)

    def _run(
        self,
        frame: Frame,
        begin: int,
        stop: int,
        needed: tuple[int, ...],
        register: int,
        attempt: _Attempt,
        depth: int,
    ) -> Operand:
        """Run the code that `needed` depends on before `begin`, up to `stop`, and give what `register` then holds."""
        if not self._resolver.pay(_COST_OF_A_RUN):
            return UNSEEN
        pay = self._resolver.budget.spend
        start = first_needed(frame.body, begin, needed, self._changeable(frame), lambda steps: pay(steps // 4))
        if start is None or not pay(len(frame.body.instructions) // 4):
            return UNSEEN
        machine = Machine(self._code, self._library, self._statics, self._budget)

        def entering(asked: int) -> Operand:
            return self._held_before(frame, start, asked, attempt, depth)

        activation = Activation(frame.method, frame.body, {}, entering)
        machine.field_of_unseen = lambda at: self._field(frame, at, attempt, depth)
        self._nested += 1
        try:
            machine.run(activation, start, stop, leading_to(frame.body, stop - 1))
            operand = activation.read(register)
        except UndecidedError:
            operand = UNSEEN
        finally:
            self._nested -= 1
        if not is_known(operand):
            self._last_scrambled = self._last_scrambled or machine.is_scrambled
        return operand

    def _changeable(self, frame: Frame) -> frozenset[int]:
        """The registers of parameters that are neither numbers nor texts."""
        register = frame.body.registers - frame.body.ins + (0 if self._code.is_static(frame.method) else 1)
        descriptor = self._code.method(frame.method).descriptor
        found = []
        for kind, count in zip(parameters(descriptor), parameter_words(descriptor), strict=False):
            if kind.startswith("[") or (kind.startswith("L") and kind not in TEXT_TYPES):
                found.append(register)
            register += count
        return frozenset(found)

    def _constructor_call(self, frame: Frame, made: int, register: int) -> int:
        """The call of the constructor of an object made by instruction `made`, or -1."""
        body = frame.body
        for use in body.uses(made, register)[0]:
            each = body.instructions[use]
            if each.opcode not in (0x70, 0x76) or each.registers[:1] != (register,):
                continue
            callee = self._code.callee(body, use)
            if callee >= 0 and self._code.method(callee).name == "<init>":
                return use
        return -1

    def _held_before(self, frame: Frame, start: int, register: int, attempt: _Attempt, depth: int) -> Operand:
        """What a register holds before the part of the method that is run."""
        key = (start, register)
        if key in attempt.chosen:
            return attempt.chosen[key]
        definitions = frame.body.definitions(start, register)[0]
        if definitions == [-1]:
            return self._parameter(frame, start, register, attempt, depth)
        return self._operand(frame, start, register, attempt, depth)

    def _parameter(self, frame: Frame, start: int, register: int, attempt: _Attempt, depth: int) -> Operand:
        attempt.depends = True
        word = frame.body.parameter_of(register)
        known = frame.caller or attempt.context.caller_of(frame)
        if known is not None:
            caller, call = known
            registers = caller.body.instructions[call].registers
            return self._operand(caller, call, registers[word], attempt, depth) if word < len(registers) else UNSEEN
        if word < 0 or (word == 0 and not self._code.is_static(frame.method)):
            return UNSEEN
        sites = self._resolver.callers(frame.method)
        if not sites or len(sites) > _MOST_CALLERS:
            return UNSEEN
        options: list[tuple[Operand | None, Context]] = []
        for method, index in sites:
            body = self._code.body(method)
            if body is None or any(step[1] == method for step in frame.key):
                return UNSEEN
            caller = Frame(method, body, (*frame.key, ("caller", method, index)))
            options.append((None, attempt.context.with_caller(frame, caller, index)))
        raise _Choice((start, register), options)

    def _operand(self, frame: Frame, index: int, register: int, attempt: _Attempt, depth: int) -> Operand:
        """What a register holds before an instruction: a constant, what the resolver tells, or what running tells."""
        constant = self._constant(frame, index, register)
        if constant is not None:
            return constant
        key = (id(frame.body) ^ index, register)
        if key in attempt.chosen:
            return attempt.chosen[key]
        attempt.depends = True
        values = self._resolver.values(frame, index, register, attempt.context, depth + 1)
        operands = [self._from_value(frame, each, depth) for each in values]
        if all(is_known(each) for each in operands):
            if len(values) == 1:
                attempt.context = values[0].context
                return operands[0]
            raise _Choice(key, [(each, value.context) for each, value in zip(operands, values, strict=True)])
        return self._made_before(frame, index, register, attempt, depth)

    def _made_before(self, frame: Frame, index: int, register: int, attempt: _Attempt, depth: int) -> Operand:
        """An array or object that the method makes and fills before an instruction."""
        if self._nested > _MOST_NESTED:
            return UNSEEN
        definitions = frame.body.definitions(index, register)[0]
        if not definitions:
            return UNSEEN
        if definitions == [-1]:
            return self._parameter(frame, index, register, attempt, depth)
        return self._run(frame, index, index, (register,), register, attempt, depth)

    def _constant(self, frame: Frame, index: int, register: int) -> Operand | None:
        definitions = frame.body.definitions(index, register)[0]
        if len(definitions) != 1 or definitions[0] < 0:
            return None
        each = frame.body.instructions[definitions[0]]
        if each.opcode in (0x1A, 0x1B):
            return to_units(self._code.text(frame.body, each.reference))
        return each.literal if 0x12 <= each.opcode <= 0x19 else None  # noqa: PLR2004  const/4 to const-wide/high16

    def _field(self, frame: Frame, index: int, attempt: _Attempt, depth: int) -> Operand:
        """What a field of an object holds that is not known itself, as the app's own code writes it."""
        register = frame.body.instructions[index].registers[0]
        attempt.depends = True
        values = self._resolver.left_by(frame, index, register, attempt.context, depth + 1)
        operand = self._from_value(frame, values[0], depth) if len(values) == 1 else UNSEEN
        if operand is not UNSEEN:
            attempt.context = values[0].context
        return operand

    def _from_value(self, frame: Frame, resolved: Resolved, depth: int) -> Operand:
        match resolved.value:
            case Text(text) if UNKNOWN_PIECE not in text:
                return to_units(text)
            case Number(number):
                return number
            case ClassName(descriptor):
                return Instance("Ljava/lang/Class;", content=descriptor)
            case Items(items) if items and all(isinstance(each, Text) for each in items):
                texts = [each.text for each in items if isinstance(each, Text)]
                return Array("L", [to_units(each) for each in texts]) if UNKNOWN_PIECE not in "".join(texts) else UNSEEN
            case Made() as made:
                return self._constructed(frame, made, resolved.context, depth)
            case _:
                return UNSEEN

    def _constructed(self, frame: Frame, made: Made, context: Context, depth: int) -> Operand:
        """An object as its constructor leaves it, at the place where it is made."""
        number = self._code.symbols.type_number(made.descriptor.encode())
        if not self._code.hierarchy.is_defined(number) or self._nested > _MOST_NESTED:
            return UNSEEN
        maker = frame if made.site.method == frame.method else self._resolver.open_frame(made.site.method, "made")
        if maker is None:
            return UNSEEN
        register = maker.body.instructions[made.site.index].registers[0]
        call = self._constructor_call(maker, made.site.index, register)
        if call < 0:
            return UNSEEN
        needed = maker.body.instructions[call].registers
        return self._run(maker, call, call + 1, needed, register, _Attempt(context), depth)


def _branched(attempt: _Attempt, choice: _Choice) -> list[_Attempt]:
    return [
        _Attempt(context, attempt.chosen if operand is None else {**attempt.chosen, choice.key: operand}, depends=True)
        for operand, context in reversed(choice.options)
    ]
