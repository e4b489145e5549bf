"""One run of a part of a method: what a register holds each time the part's end is reached."""

from __future__ import annotations

from collections.abc import Callable

from permaudit.evidence.budget import Budget
from permaudit.evidence.code import Code
from permaudit.evidence.evaluation.activations import Activation
from permaudit.evidence.evaluation.library import Library
from permaudit.evidence.evaluation.machine import Machine
from permaudit.evidence.evaluation.operands import UNSEEN, Array, Instance, LeftError, Operand, UndecidedError
from permaudit.evidence.evaluation.slices import Part
from permaudit.evidence.evaluation.statics import Statics

_MOST_ROUNDS = 64
_MOST_DEPTH_OF_STATE = 4
_MOST_IN_SNAPSHOT = 20_000
_State = tuple[object, ...]


class Run:
    """A machine with all that it is asked about one part; `went_round` tells that a loop leads there."""

    def __init__(
        self, code: Code, library: Library, statics: Statics, budget: Budget, outer: Machine | None = None
    ) -> None:
        self.machine = Machine(code, library, statics, budget, outer)
        self.went_round = False

    def held(self, method: int, part: Part, register: int, entering: Callable[[int], Operand]) -> list[Operand]:
        """What a register holds at the end of a part: once, or at each time that a loop leads there; UNSEEN if unknown.

        Code that leaves fields behind by which it gives something else the next time is not known: how often it ran
        before is not.
        """
        try:
            operands = self._rounds(method, part, register, entering)
            if not self.machine.statics.holds_still():
                return [UNSEEN]
            if self.machine.statics.is_changed():
                self.machine.again()
                if not _are_same(operands, self._rounds(method, part, register, entering)):
                    return [UNSEEN]
        except UndecidedError:
            return [UNSEEN]
        except RecursionError:  # a bound like the others, met where objects hold objects without end
            self.machine.is_scrambled = True
            return [UNSEEN]
        return operands

    def _rounds(self, method: int, part: Part, register: int, entering: Callable[[int], Operand]) -> list[Operand]:
        activation = Activation(method, part.body, {}, entering, part)
        self.machine.run_part(activation)
        operands = [activation.read(register)]
        if part.stop >= len(part.body.instructions) or not part.body.in_loop(part.stop):
            return operands
        self.went_round = True
        states: list[_State] = []
        for _ in range(_MOST_ROUNDS):
            snapshot = _Snapshot()
            states.append(tuple(snapshot.of(activation.written(each)) for each in part.registers))
            self.machine.pay(snapshot.looked_at)
            if states[-1] in states[:-1]:
                return _distinct(operands)
            try:
                self.machine.run_part(activation, on=True)
            except LeftError:
                return _distinct(operands)
            operands.append(activation.read(register))
        raise UndecidedError("rounds")


class _Snapshot:
    """What registers hold, to compare: two things that are not known are alike, what is too large is like nothing."""

    def __init__(self) -> None:
        self._left = _MOST_IN_SNAPSHOT

    @property
    def looked_at(self) -> int:
        """How many things were compared so far."""
        return _MOST_IN_SNAPSHOT - max(self._left, 0)

    def of(self, operand: Operand | None, depth: int = _MOST_DEPTH_OF_STATE) -> object:
        """Something that is equal for equal things."""
        if not isinstance(operand, Array | Instance):
            return operand
        if operand.is_lost:
            return "lost"
        held = operand.items if isinstance(operand, Array) else operand.content
        self._left -= 1 + (len(held) if isinstance(held, list | dict | bytearray) else 0)
        if not depth or self._left < 0:
            return object()
        if isinstance(operand, Array):
            return (operand.kind, *(self.of(each, depth - 1) for each in operand.items))
        fields = tuple((name, self.of(each, depth - 1)) for name, each in sorted(operand.fields.items()))
        return (operand.class_name, fields, self._content(held, depth - 1))

    def _content(self, held: object, depth: int) -> object:
        match held:
            case list():
                return tuple(self.of(each, depth) for each in held)
            case dict():
                return tuple((key, self.of(each, depth)) for key, each in held.items())
            case bytearray():
                return bytes(held)
            case Array():
                return self.of(held, depth)
            case _:
                return held


def _distinct(operands: list[Operand]) -> list[Operand]:
    found: dict[object, Operand] = {}
    for each in operands:
        found.setdefault(_Snapshot().of(each), each)
    return list(found.values())


def _are_same(left: list[Operand], right: list[Operand]) -> bool:
    first, second = _Snapshot(), _Snapshot()
    return [first.of(each) for each in left] == [second.of(each) for each in right]
