"""Array instructions: made, filled, read and written, each element paid for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from permaudit.dex.instructions import Instruction
from permaudit.evidence.evaluation.activations import Activation
from permaudit.evidence.evaluation.arithmetic import fitting
from permaudit.evidence.evaluation.operands import UNSEEN, Array, Operand, UndecidedError, lose

if TYPE_CHECKING:
    from permaudit.evidence.evaluation.machine import Machine

Handler = Callable[["Machine", Activation, int, Instruction], "int | None"]
CHANGING = frozenset((0x26, *range(0x4B, 0x52), *range(0x59, 0x60)))
"""Instructions that put something into an array or object."""


def make(machine: Machine, kind: str, count: int) -> Array:
    """An array of nulls or zeros.

    Raises:
        UndecidedError: its length is negative or beyond the budget.
    """
    if count < 0:
        raise UndecidedError("array size")
    machine.pay(count)
    return Array(kind, [0] * count)


def _kind(machine: Machine, activation: Activation, each: Instruction) -> str:
    number = machine.code.type_at(activation.body, each.reference)
    name = machine.code.type_name(number) if number >= 0 else ""
    if not name.startswith("[") or len(name) == 1:
        raise UndecidedError("array type")
    return name[1]


def _new(machine: Machine, activation: Activation, _: int, each: Instruction) -> None:
    count = activation.read(each.registers[1])
    if not isinstance(count, int):
        raise UndecidedError("array size")
    activation.write(each.registers[0], make(machine, _kind(machine, activation, each), count))


def _filled(machine: Machine, activation: Activation, _: int, each: Instruction) -> None:
    kind = _kind(machine, activation, each)
    items = [_element(kind, activation.read(register)) for register in each.registers]
    activation.result = Array(kind, items)


def _fill(machine: Machine, activation: Activation, index: int, each: Instruction) -> None:
    array = activation.read(each.registers[0])
    width, data = activation.body.array_data(index)
    if array == 0:
        raise UndecidedError("null")
    if not isinstance(array, Array) or array.is_lost or width == 0:
        lose(array)
        return
    count = len(data) // width
    machine.pay(count)
    if count > len(array.items):
        raise UndecidedError("array size")
    for place in range(count):
        number = int.from_bytes(data[place * width : (place + 1) * width], "little")
        array.items[place] = fitting(array.kind, number)


def _element(kind: str, operand: Operand) -> Operand:
    """What an element holds that a value is put into; a number is no reference."""
    if isinstance(operand, int):
        return fitting(kind, operand) if kind not in "L[" or operand == 0 else UNSEEN
    return operand if kind in "L[" else UNSEEN


def _length(machine: Machine, activation: Activation, _: int, each: Instruction) -> None:
    array = _array(machine, activation, each)
    activation.write(each.registers[0], len(array.items) if array is not None else UNSEEN)


def _get(machine: Machine, activation: Activation, _: int, each: Instruction) -> None:
    array, place = _array(machine, activation, each), activation.read(each.registers[2])
    found: Operand = UNSEEN
    if array is not None:
        if isinstance(place, int):
            if not 0 <= place < len(array.items):
                machine.throw("array index")
            found = array.items[place]
        else:
            machine.may_throw()
    activation.write(each.registers[0], found)


def _put(machine: Machine, activation: Activation, _: int, each: Instruction) -> None:
    operand, array = activation.read(each.registers[0]), _array(machine, activation, each)
    place = activation.read(each.registers[2])
    if array is None:
        lose(operand)
    elif not isinstance(place, int):
        machine.may_throw()
        lose(array)
        lose(operand)
    elif not 0 <= place < len(array.items):
        machine.throw("array index")
    else:
        array.items[place] = _element(array.kind, operand)


def _array(machine: Machine, activation: Activation, each: Instruction) -> Array | None:
    """The array that an instruction is about, if it is known."""
    operand = activation.read(each.registers[1])
    if operand == 0:
        raise UndecidedError("null")
    if isinstance(operand, Array) and not operand.is_lost:
        return operand
    machine.may_throw()
    return None


HANDLERS: dict[int, Handler] = {
    0x21: _length,
    0x23: _new,
    **dict.fromkeys((0x24, 0x25), _filled),
    0x26: _fill,
    **dict.fromkeys(range(0x44, 0x4B), _get),
    **dict.fromkeys(range(0x4B, 0x52), _put),
}
"""A handler for each opcode."""
