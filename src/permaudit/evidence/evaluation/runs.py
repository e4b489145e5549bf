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
_State = tuple[object, ...]


class Run:
    """A machine with all that it is asked about one part."""

    def __init__(
        self, code: Code, library: Library, statics: Statics, budget: Budget, outer: Machine | None = None
    ) -> None:
        self.machine = Machine(code, library, statics, budget, outer)

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
        except (UndecidedError, RecursionError):
            return [UNSEEN]
        return operands

    def _rounds(self, method: int, part: Part, register: int, entering: Callable[[int], Operand]) -> list[Operand]:
        activation = Activation(method, part.body, {}, entering, part)
        self.machine.run_part(activation)
        operands = [activation.read(register)]
        if part.stop >= len(part.body.instructions) or not part.body.in_loop(part.stop):
            return operands
        states: list[_State] = []
        for _ in range(_MOST_ROUNDS):
            states.append(tuple(_state(activation.written(each), _MOST_DEPTH_OF_STATE) for each in part.registers))
            if states[-1] in states[:-1]:
                return _distinct(operands)
            try:
                self.machine.run_part(activation, on=True)
            except LeftError:
                return _distinct(operands)
            operands.append(activation.read(register))
        raise UndecidedError("rounds")


def _state(operand: Operand | None, depth: int) -> object:
    """What a register holds, to compare; two that are not known are alike."""
    match operand:
        case Array(is_lost=False) if depth:
            return (operand.kind, *(_state(each, depth - 1) for each in operand.items))
        case Instance(is_lost=False) if depth:
            fields = tuple((name, _state(each, depth - 1)) for name, each in sorted(operand.fields.items()))
            held = operand.content
            content = tuple(_state(each, depth - 1) for each in held) if isinstance(held, list) else repr(held)
            return (operand.class_name, fields, content)
        case Array() | Instance():
            return "lost" if operand.is_lost else id(operand)
        case _:
            return operand


def _distinct(operands: list[Operand]) -> list[Operand]:
    found: list[Operand] = []
    for each in operands:
        if not any(_are_same([each], [other]) for other in found):
            found.append(each)
    return found


def _are_same(left: list[Operand], right: list[Operand]) -> bool:
    return [_state(each, _MOST_DEPTH_OF_STATE) for each in left] == [
        _state(each, _MOST_DEPTH_OF_STATE) for each in right
    ]
