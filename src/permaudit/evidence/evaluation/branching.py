"""Instructions that decide what runs next."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from permaudit.dex.instructions import Instruction
from permaudit.evidence.evaluation.activations import Activation
from permaudit.evidence.evaluation.arithmetic import holds
from permaudit.evidence.evaluation.arrays import Handler
from permaudit.evidence.evaluation.operands import UndecidedError

if TYPE_CHECKING:
    from permaudit.evidence.evaluation.machine import Machine

_IF_EQ, _IF_EQZ = 0x32, 0x38


def _branch(machine: Machine, activation: Activation, index: int, each: Instruction) -> int:
    is_zero_test = each.opcode >= _IF_EQZ
    left = activation.read(each.registers[0])
    right = 0 if is_zero_test else activation.read(each.registers[1])
    jump = activation.body.index_at(each.target)
    taken = holds(each.opcode - (_IF_EQZ if is_zero_test else _IF_EQ), left, right)
    if taken is None:
        return _on_unseen(machine, activation, index, (jump, index + 1))
    return jump if taken else index + 1


def _on_unseen(machine: Machine, activation: Activation, index: int, both: tuple[int, int]) -> int:
    """Where a branch on what is not known leads: towards what is asked for, if only one way does.

    If both do, where they join again; else both are tried, one after the other.
    """
    part = activation.part
    if part is None:
        raise UndecidedError("branch")
    ways = sorted({way for way in both if way in part.towards})
    if len(ways) == 1:
        return ways[0]
    join = part.join(ways, machine.spend) if ways else None
    if join is not None:
        machine.spend(len(join[1]))
        machine.pass_over(activation, join[1])
        return join[0]
    if machine.fork is None or not ways or activation.body.in_loop(index):
        raise UndecidedError("branch")
    return machine.fork(index, (ways[0], ways[1]))


def _goto(_: Machine, activation: Activation, __: int, each: Instruction) -> int:
    return activation.body.index_at(each.target)


def _switch(_: Machine, activation: Activation, index: int, each: Instruction) -> int:
    operand = activation.read(each.registers[0])
    if not isinstance(operand, int):
        raise UndecidedError("branch")
    cases = activation.body.cases(index)
    if not cases:
        raise UndecidedError("switch")
    return cases.get(operand, index + 1)


def _throw(*_: object) -> NoReturn:
    raise UndecidedError("exception")


HANDLERS: dict[int, Handler] = {
    **dict.fromkeys(range(_IF_EQ, 0x3E), _branch),
    **dict.fromkeys((0x28, 0x29, 0x2A), _goto),
    **dict.fromkeys((0x2B, 0x2C), _switch),
    0x27: _throw,
}
