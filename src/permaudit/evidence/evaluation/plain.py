"""Instructions on plain values: moves, constants, arithmetic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from permaudit.dex.instructions import Instruction
from permaudit.evidence.evaluation.activations import Activation
from permaudit.evidence.evaluation.arithmetic import DIVISIONS, XORS, calculate, compare, convert
from permaudit.evidence.evaluation.arrays import Handler
from permaudit.evidence.evaluation.operands import UNSEEN, Instance, to_units

if TYPE_CHECKING:
    from permaudit.evidence.evaluation.machine import Machine

_WITH_LITERAL = 0xD0


def _nothing(_: Machine, __: Activation, ___: int, ____: Instruction) -> None:
    """Locks and no-ops: there is one thread."""


def _move(_: Machine, activation: Activation, __: int, each: Instruction) -> None:
    activation.write(each.registers[0], activation.read(each.registers[1]))


def _move_result(_: Machine, activation: Activation, __: int, each: Instruction) -> None:
    activation.write(each.registers[0], activation.result)


def _number(_: Machine, activation: Activation, __: int, each: Instruction) -> None:
    activation.write(each.registers[0], each.literal)


def _text(machine: Machine, activation: Activation, _: int, each: Instruction) -> None:
    text = machine.code.text(activation.body, each.reference)
    machine.pay(len(text))
    activation.write(each.registers[0], to_units(text))


def _class(machine: Machine, activation: Activation, _: int, each: Instruction) -> None:
    number = machine.code.type_at(activation.body, each.reference)
    name = machine.code.type_name(number) if number >= 0 else ""
    activation.write(each.registers[0], Instance("Ljava/lang/Class;", content=name))


def _unary(_: Machine, activation: Activation, __: int, each: Instruction) -> None:
    activation.write(each.registers[0], convert(each.opcode, activation.read(each.registers[1])))


def _compare(_: Machine, activation: Activation, __: int, each: Instruction) -> None:
    first, left, right = each.registers
    activation.write(first, compare(each.opcode, activation.read(left), activation.read(right)))


def _binary(machine: Machine, activation: Activation, _: int, each: Instruction) -> None:
    registers = each.registers
    if each.opcode >= _WITH_LITERAL:
        result = calculate(each.opcode, activation.read(registers[1]), each.literal)
    else:
        result = calculate(each.opcode, activation.read(registers[-2]), activation.read(registers[-1]))
    if result is UNSEEN:
        if each.opcode in XORS:
            machine.is_scrambled = True
        elif each.opcode in DIVISIONS:
            machine.may_throw()
    activation.write(registers[0], result)


HANDLERS: dict[int, Handler] = {
    **dict.fromkeys((0x00, 0x1D, 0x1E), _nothing),
    **dict.fromkeys(range(0x01, 0x0A), _move),
    **dict.fromkeys(range(0x0A, 0x0D), _move_result),
    **dict.fromkeys(range(0x12, 0x1A), _number),
    **dict.fromkeys((0x1A, 0x1B), _text),
    0x1C: _class,
    **dict.fromkeys(range(0x2D, 0x32), _compare),
    **dict.fromkeys(range(0x7B, 0x90), _unary),
    **dict.fromkeys(range(0x90, 0xE3), _binary),
}
