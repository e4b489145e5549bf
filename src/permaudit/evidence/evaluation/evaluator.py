"""Unscrambles texts: what a register holds by running the code that makes it, where the resolver alone cannot tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from permaudit.catalog.operations import Operations
from permaudit.dex.descriptors import parameter_words, parameters
from permaudit.dex.opcodes import INVOKES
from permaudit.evidence.budget import Budget
from permaudit.evidence.code import Code
from permaudit.evidence.evaluation.attempts import Attempt, Choice, Key
from permaudit.evidence.evaluation.candidates import TEXT_TYPES, Candidates
from permaudit.evidence.evaluation.conversion import as_operand, as_value, is_open
from permaudit.evidence.evaluation.dominators import Dominators
from permaudit.evidence.evaluation.library import Library
from permaudit.evidence.evaluation.operands import UNSEEN, Instance, Operand, copied, is_known, to_units
from permaudit.evidence.evaluation.runs import Run
from permaudit.evidence.evaluation.slices import part_before
from permaudit.evidence.evaluation.statics import Statics
from permaudit.evidence.frames import Context, Frame, Resolved
from permaudit.evidence.values import Made, Value

if TYPE_CHECKING:
    from permaudit.evidence.resolver import Resolver

ALL_STEPS = 1_200_000
"""Instructions evaluated for one resolver: some seconds at the very worst, none in an app that scrambles nothing."""
_COST_OF_A_RUN = 4  # in registers asked for: what is asked narrowly is not evaluated at length either
_MOST_TRIES = 24
_MOST_FAILURES = 4
_MOST_NESTED = 4
_MOST_CALLERS = 24
_MOST_FIELDS = 64
_MOVE_RESULT_OBJECT, _NEW_INSTANCE = 0x0C, 0x22


class Evaluator:
    """Evaluates what the resolver leaves open; `scrambled` counts the texts that helpers kept to themselves."""

    def __init__(self, resolver: Resolver, library: Library, statics: Statics, operations: Operations) -> None:
        self._resolver, self._library, self._statics = resolver, library, statics
        self._code: Code = resolver.code
        self._budget = Budget(ALL_STEPS)
        self._known: dict[tuple[int, int, int], tuple[list[Value], bool]] = {}
        self._failures: dict[tuple[int, int], tuple[int, bool]] = {}
        self._candidates = Candidates(resolver.code, library, statics.alterations, operations)
        self._dominators = Dominators()
        self._runs: list[Run] = []
        self._last_scrambled = False
        self.scrambled = 0

    def improve(
        self, frame: Frame, index: int, register: int, context: Context, depth: int, found: list[Resolved]
    ) -> list[Resolved]:
        """What instruction `index` leaves in `register`: `found`, or texts in its place if it can be evaluated."""
        if not any(is_open(each.value) for each in found) or len(self._runs) > _MOST_NESTED:
            return found
        if not self._candidates.may_be_text(frame.body, frame.method, index):
            return found
        key = (frame.method, index, register)
        known = self._known.get(key)
        if known is not None and frame.body is self._code.body(frame.method):
            values, scrambled = known
            self.scrambled += scrambled
            return [Resolved(value, context) for value in values] or found
        failures, scrambled = self._failures.get((frame.method, index), (0, False))
        if failures >= _MOST_FAILURES:
            self.scrambled += scrambled
            return found
        return self._tried(frame, index, register, context, depth) or found

    def _tried(self, frame: Frame, index: int, register: int, context: Context, depth: int) -> list[Resolved]:
        """The texts that evaluating gives, one for each choice; nothing if one of them cannot be told."""
        waiting = [Attempt(context)]
        results: list[Resolved] = []
        is_whole = frame.body is self._code.body(frame.method)
        for _ in range(_MOST_TRIES):
            if not waiting:
                return results
            attempt = waiting.pop()
            self._last_scrambled = False
            try:
                operands = self._evaluate(frame, index, register, attempt, depth)
            except Choice as choice:
                waiting.extend(attempt.branched(choice))
                continue
            values = [value for each in operands if (value := as_value(each)) is not None]
            scrambled = self._last_scrambled or any(isinstance(each, str) for each in operands)
            failed = not values or len(values) < len(operands)
            if not attempt.depends and is_whole:
                self._known[frame.method, index, register] = ([], scrambled) if failed else (values, False)
            if failed:
                count, before = self._failures.get((frame.method, index), (0, False))
                self._failures[frame.method, index] = (count + 1, before or scrambled)
                self.scrambled += scrambled
                return []
            results.extend(Resolved(value, attempt.context) for value in values)
        if waiting:
            self._resolver.cut += 1
        return [] if waiting else results

    def _evaluate(self, frame: Frame, index: int, register: int, attempt: Attempt, depth: int) -> list[Operand]:
        """Run up to and with instruction `index`, or with the constructor call of the text it makes."""
        if frame.body.instructions[index].opcode == _NEW_INSTANCE:
            index = self._constructor_call(frame, index, register)
        if index < 0:
            return [UNSEEN]
        begin = index - 1 if frame.body.instructions[index].opcode == _MOVE_RESULT_OBJECT else index
        needed = frame.body.instructions[begin].registers
        if begin == index and frame.body.instructions[index].opcode not in INVOKES:
            needed = needed[1:]
        return self._run(frame, begin, index + 1, needed, register, attempt, depth)

    def _run(
        self, frame: Frame, begin: int, stop: int, needed: tuple[int, ...], register: int, attempt: Attempt, depth: int
    ) -> list[Operand]:
        """Run the code that `needed` depends on before `begin`, up to `stop`, and give what `register` then holds."""
        if not self._resolver.pay(_COST_OF_A_RUN):
            self._resolver.cut += 1
            return [UNSEEN]
        pay = self._resolver.budget.spend
        part = part_before(
            frame.body, begin, stop, needed, self._changeable(frame), self._dominators, lambda steps: pay(steps // 4)
        )
        if part is None or not pay(len(frame.body.instructions) // 4):
            return [UNSEEN]

        def entering(asked: int) -> Operand:
            return self._held_before(frame, part.start, asked, attempt, depth)

        def forked(at: int, ways: tuple[int, int]) -> int:
            key = ("way", frame.key, frame.method, at)
            way = attempt.choice(key)
            if isinstance(way, int):
                return way
            raise Choice(key, [(each, attempt.context) for each in ways])

        run = Run(
            self._code, self._library, self._statics, self._budget, outer=self._runs[-1].machine if self._runs else None
        )
        run.machine.fork = forked
        run.machine.field_of_unseen = lambda at: self._field(frame, at, attempt, depth)
        self._runs.append(run)
        try:
            operands = run.held(frame.method, part, register, entering)
        finally:
            self._runs.pop()
        if not all(map(is_known, operands)):
            in_loop = run.went_round and self._candidates.is_call_of_decoder(frame.body, begin)
            self._last_scrambled = self._last_scrambled or run.machine.is_scrambled or in_loop
        return operands

    def _one(self, key: Key, operands: list[Operand], attempt: Attempt) -> Operand:
        """The one thing that a register holds; if it may be several, each is tried."""
        if len(operands) == 1:
            return operands[0]
        if not all(map(is_known, operands)):
            return UNSEEN
        raise Choice(key, [(copied(each, {}), attempt.context) for each in operands])

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

    def _held_before(self, frame: Frame, start: int, register: int, attempt: Attempt, depth: int) -> Operand:
        """What a register holds before the part of the method that is run."""
        if frame.body.definitions(start, register)[0] == [-1]:
            return self._parameter(frame, register, attempt, depth)
        return self._operand(frame, start, register, attempt, depth)

    def _parameter(self, frame: Frame, register: int, attempt: Attempt, depth: int) -> Operand:
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
        if sites is None or len(sites) > _MOST_CALLERS:
            self._resolver.cut += 1
        if not sites or len(sites) > _MOST_CALLERS:
            return UNSEEN
        options: list[tuple[Operand | None, Context]] = []
        for method, index in sites:
            body = self._code.body(method)
            if body is None or any(step[1] == method for step in frame.key):
                return UNSEEN
            caller = Frame(method, body, (*frame.key, ("caller", method, index)))
            options.append((None, attempt.context.with_caller(frame, caller, index)))
        raise Choice((), options)

    def _operand(self, frame: Frame, index: int, register: int, attempt: Attempt, depth: int) -> Operand:
        """What a register holds before an instruction: a constant, what the resolver tells, or what running tells."""
        constant = self._constant(frame, index, register)
        if constant is not None:
            return constant
        key = (frame.key, frame.method, index, register)
        chosen = attempt.choice(key)
        if chosen is not None:
            return chosen
        attempt.depends = True
        values = self._resolver.values(frame, index, register, attempt.context, depth + 1)
        operands = [self._from_value(frame, each, depth) for each in values]
        if all(is_known(each) for each in operands):
            if len(values) == 1:
                attempt.context = values[0].context
                return operands[0]
            raise Choice(key, [(each, value.context) for each, value in zip(operands, values, strict=True)])
        return self._made_before(frame, index, register, attempt, depth)

    def _made_before(self, frame: Frame, index: int, register: int, attempt: Attempt, depth: int) -> Operand:
        """An array or object that the method makes and fills before an instruction."""
        definitions = frame.body.definitions(index, register)[0]
        if not definitions or len(self._runs) > _MOST_NESTED:
            return UNSEEN
        if definitions == [-1]:
            return self._parameter(frame, register, attempt, depth)
        operands = self._run(frame, index, index, (register,), register, attempt, depth)
        return self._one((frame.key, frame.method, index, register), operands, attempt)

    def _constant(self, frame: Frame, index: int, register: int) -> Operand | None:
        definitions = frame.body.definitions(index, register)[0]
        if len(definitions) != 1 or definitions[0] < 0:
            return None
        each = frame.body.instructions[definitions[0]]
        if each.opcode in (0x1A, 0x1B):
            return to_units(self._code.text(frame.body, each.reference))
        return each.literal if 0x12 <= each.opcode <= 0x19 else None  # noqa: PLR2004  const/4 to const-wide/high16

    def _field(self, frame: Frame, index: int, attempt: Attempt, depth: int) -> Operand:
        """What a field of an object holds that is not known itself, as the app's own code writes it."""
        register = frame.body.instructions[index].registers[0]
        attempt.depends = True
        values = self._resolver.left_by(frame, index, register, attempt.context, depth + 1)
        operand = self._from_value(frame, values[0], depth) if len(values) == 1 else UNSEEN
        if operand is not UNSEEN:
            attempt.context = values[0].context
        return operand

    def _from_value(self, frame: Frame, resolved: Resolved, depth: int) -> Operand:
        made = resolved.value
        if isinstance(made, Made):
            # what the method itself made, it may have changed since: that is run
            is_here = made.site.method == frame.method
            return UNSEEN if is_here else self._constructed(made, resolved.context, depth)
        return as_operand(made)

    def _constructed(self, made: Made, context: Context, depth: int) -> Operand:
        """An object as its constructor leaves it, at the place where it is made."""
        number = self._code.symbols.type_number(made.descriptor.encode("utf-8", "surrogatepass"))
        if not self._code.hierarchy.is_defined(number) or len(self._runs) > _MOST_NESTED:
            return UNSEEN
        maker = self._resolver.open_frame(made.site.method, "made")
        if maker is None:
            return UNSEEN
        register = maker.body.instructions[made.site.index].registers[0]
        call = self._constructor_call(maker, made.site.index, register)
        if call < 0:
            return UNSEEN
        needed = maker.body.instructions[call].registers
        operands = self._run(maker, call, call + 1, needed, register, Attempt(context), depth)
        instance = operands[0] if len(operands) == 1 else UNSEEN
        return self._unchanged(number, instance) if isinstance(instance, Instance) else UNSEEN

    def _unchanged(self, number: int, instance: Instance) -> Instance:
        """An object without the fields that are written elsewhere than in constructors."""
        chain = [number, *self._code.hierarchy.superclasses(number)]
        fields = [(owner, *each) for owner in chain for each in sorted(self._code.own_fields(owner))]
        for field in fields[:_MOST_FIELDS]:
            writers = self._statics.instance_sites(field)
            if writers is None or any(self._code.method(method).name != "<init>" for method, _ in writers):
                instance.fields[field] = UNSEEN
        instance.is_lost = instance.is_lost or len(fields) > _MOST_FIELDS
        return instance
