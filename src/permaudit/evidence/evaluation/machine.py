"""Evaluates Dalvik code on known operands, by instruction; what is not known spreads, and ends it at a branch."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NoReturn

from permaudit.dex.descriptors import parameter_words
from permaudit.dex.opcodes import INVOKES
from permaudit.evidence.budget import Budget
from permaudit.evidence.code import Code
from permaudit.evidence.evaluation import arrays, branching, calling, plain, things
from permaudit.evidence.evaluation.activations import Activation
from permaudit.evidence.evaluation.library import Library
from permaudit.evidence.evaluation.operands import UNSEEN, LeftError, Operand, UndecidedError, lose
from permaudit.evidence.evaluation.statics import EvaluatedStatics, FieldName, Statics

STEPS = 400_000
"""Instructions in one evaluation: enough for a few thousand letters under a slow cipher."""
_ITEMS_A_STEP = 16
_MOST_DEPTH = 24
_MOST_DEPTH_IN_ALL = 48
_HANDLERS: list[arrays.Handler | None] = [None] * 256
for _opcode, _handler in {
    **plain.HANDLERS, **arrays.HANDLERS, **things.HANDLERS, **calling.HANDLERS, **branching.HANDLERS
}.items():  # fmt: skip
    _HANDLERS[_opcode] = _handler
_RETURNS = range(0x0E, 0x12)
_ABSTRACT = 0x400
_SPUT = range(0x67, 0x6E)


class Machine:
    """One evaluation: its own static fields, its share of the budget, and whether it met signs of a scrambled text.

    `outer` is the evaluation that waits for this one. `fork` decides a branch on what is not known, where both ways
    lead to what is asked for; `field_of_unseen` tells what the field of an object holds that is not known itself.
    """

    def __init__(
        self, code: Code, library: Library, statics: Statics, budget: Budget, outer: Machine | None = None
    ) -> None:
        self.code, self.library = code, library
        self.statics = EvaluatedStatics(statics, self)
        self._shared, self._budget, self._left = statics, budget, STEPS
        self._below = outer.depth if outer is not None else 0
        self._visited: set[int] = set()
        self._parts: list[Activation] = []
        self._resuming: dict[tuple[int, int], bool] = {}
        self.stack: list[Activation] = []
        self.is_scrambled = False
        self.field_of_unseen: Callable[[int], Operand] | None = None
        self.fork: Callable[[int, tuple[int, int]], int] | None = None

    def for_initialiser(self, owner: int, stated: dict[FieldName, Operand]) -> Machine:
        """A machine that runs a class initialiser, whoever asks for it first."""
        inner = Machine(self.code, self.library, self._shared, self._budget, self)
        inner.statics = EvaluatedStatics(self._shared, inner, owner, stated)
        return inner

    @property
    def depth(self) -> int:
        """How many methods are being evaluated, those of waiting evaluations included."""
        return self._below + len(self.stack)

    def again(self) -> None:
        """Begin once more, with the fields as they were left."""
        self._left = STEPS

    def spend(self, steps: int) -> None:
        """Pay for work.

        Raises:
            UndecidedError: this evaluation, or the app, has used up what it may.
        """
        steps = max(steps, 0)
        self._left -= steps
        if self._left <= 0 or not self._budget.spend(steps):
            self.is_scrambled = True  # ordinary helpers end long before
            raise UndecidedError("budget")

    def pay(self, count: int) -> None:
        """Pay for a look at so many letters, bytes or elements, before it is taken.

        Raises:
            UndecidedError: as `spend`.
        """
        self.spend(count // _ITEMS_A_STEP)

    def throw(self, reason: str) -> NoReturn:
        """End where the running instruction throws an exception for certain.

        Code that catches one and goes on keeps to itself what it does then: ordinary code does not throw on constants.

        Raises:
            UndecidedError: always.
        """
        self.is_scrambled = self.is_scrambled or any(self._catches(each) for each in self.stack)
        raise UndecidedError(reason)

    def may_throw(self) -> None:
        """Note that an exception may leave the running instruction.

        Raises:
            UndecidedError: the code would catch it and go on, so what it does next is not known.
        """
        if any(self._catches(each) for each in self.stack):
            raise UndecidedError("exception")

    def _catches(self, activation: Activation) -> bool:
        """Whether a method would go on if its running instruction threw an exception."""
        if not activation.body.handlers:
            return False
        handlers = activation.body.handlers_of(activation.at)
        if activation.part is not None:
            return any(each in activation.part.towards for each in handlers)
        return any(self._returns(activation, each) for each in handlers)

    def _returns(self, activation: Activation, handler: int) -> bool:
        """Whether the method can return after a handler has begun."""
        key = (id(activation.body), handler)
        if key not in self._resuming:
            seen: set[int] = set()
            waiting = [handler]
            while waiting:
                current = waiting.pop()
                if current not in seen:
                    seen.add(current)
                    waiting.extend(activation.body.successors(current))
            self.spend(len(seen) // 4)
            self._resuming[key] = any(activation.body.instructions[each].opcode in _RETURNS for each in seen)
        return self._resuming[key]

    def has_run(self, method: int, index: int) -> bool:
        """Whether a method was called here, or this instruction of a part of it has run."""
        return method in self._visited or any(each.method == method and index in each.trace for each in self._parts)

    def is_running(self, method: int) -> bool:
        """Whether a method runs here, or has run."""
        return method in self._visited or any(each.method == method for each in self.stack)

    def run(self, activation: Activation) -> Operand:
        """Run a method to its end; gives what it returns.

        Raises:
            UndecidedError: see there.
        """
        self._enter(activation)
        self._visited.add(activation.method)
        try:
            instructions = activation.body.instructions
            index = 0
            while True:
                self.spend(1)
                if not 0 <= index < len(instructions):
                    raise UndecidedError("end")
                each = instructions[index]
                if each.opcode in _RETURNS:
                    return activation.read(each.registers[0]) if each.registers else UNSEEN
                index = self._step(activation, index)
        finally:
            self.stack.pop()

    def run_part(self, activation: Activation, *, on: bool = False) -> None:
        """Run the part of a method until its end would run next; or `on` from there until it would run again.

        Raises:
            LeftError: it is not reached any more.
            UndecidedError: see there.
        """
        part = activation.part
        assert part is not None
        self._enter(activation)
        self._parts.append(activation)
        index = part.stop if on else part.start
        try:
            while index != part.stop or on:
                on = False
                self.spend(1)
                if index not in part.towards or not 0 <= index < len(activation.body.instructions):
                    raise LeftError("left")
                activation.trace.add(index)
                index = self._step(activation, index)
        finally:
            self.stack.pop()

    def _enter(self, activation: Activation) -> None:
        if len(self.stack) >= _MOST_DEPTH or self.depth >= _MOST_DEPTH_IN_ALL:
            self.is_scrambled = True  # as beyond the budget
            raise UndecidedError("depth")
        self.stack.append(activation)

    def _step(self, activation: Activation, index: int) -> int:
        activation.at = index
        each = activation.body.instructions[index]
        handler = _HANDLERS[each.opcode]
        if handler is None:
            if each.registers:
                activation.write(each.registers[0], UNSEEN)  # floating point, method handles, a caught exception
            return index + 1
        following = handler(self, activation, index, each)
        return index + 1 if following is None else following

    def call(self, method: int, arguments: list[Operand]) -> Operand:
        """Call a method of the app; `arguments` are one for each parameter, `this` first."""
        body = self.code.body(method)
        if body is None:
            row = int(self.code.program.row_of[method])
            is_abstract = int(self.code.program.definitions.flags[row]) & _ABSTRACT
            if not is_abstract and not _reads_by_handle(self.code.method(method).descriptor):
                self.is_scrambled = True  # native: the text is in a library
            self.may_throw()
            for each in arguments:
                lose(each)
            return UNSEEN
        registers: dict[int, Operand] = {}
        register = body.registers - body.ins
        words = ([] if self.code.is_static(method) else [1]) + parameter_words(self.code.method(method).descriptor)
        for count, argument in zip(words, arguments, strict=False):
            registers[register] = argument
            register += count
        return self.run(Activation(method, body, registers))

    def pass_over(self, activation: Activation, between: Collection[int]) -> None:
        """Take for unknown what instructions that may run or not may change."""
        instructions = activation.body.instructions
        for index in sorted(between):
            each = instructions[index]
            for register in each.registers:
                if activation.body.writes(index, register):
                    activation.write(register, UNSEEN)
            if each.opcode in _SPUT:
                field = self.code.field_at(activation.body, each.reference)
                if field is not None:
                    self.statics.forget(field)
            if each.opcode in INVOKES or each.opcode in arrays.CHANGING or each.opcode in _SPUT:
                for register in each.registers:
                    known = activation.written(register)
                    if known is not None:
                        lose(known)


def _reads_by_handle(descriptor: str) -> bool:
    """Whether a native method is given the address of an object of its own and what it wants of it.

    So do databases and stores such as Realm, MMKV and SQLCipher: what they answer is data.
    """
    return descriptor.startswith("(J") and not descriptor.startswith("(J)")
