"""Instructions on objects: made, asked for their class, their fields and static fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from permaudit.dex.instructions import Instruction
from permaudit.evidence.evaluation.activations import Activation
from permaudit.evidence.evaluation.arithmetic import fitting
from permaudit.evidence.evaluation.arrays import Handler
from permaudit.evidence.evaluation.operands import UNSEEN, Array, Instance, Operand, UndecidedError, lose

if TYPE_CHECKING:
    from permaudit.evidence.evaluation.machine import Machine

_OBJECT = "Ljava/lang/Object;"


def _type(machine: Machine, activation: Activation, each: Instruction) -> str:
    number = machine.code.type_at(activation.body, each.reference)
    if number < 0:
        raise UndecidedError("type")
    return machine.code.type_name(number)


def _new(machine: Machine, activation: Activation, _: int, each: Instruction) -> None:
    machine.spend(4)
    activation.write(each.registers[0], Instance(_type(machine, activation, each)))


def _is_of(machine: Machine, operand: Operand, name: str) -> bool | None:
    """Whether something that is not null is of a type; None if that is not known."""
    match operand:
        case str():
            return name in machine.code.platform_ancestors("Ljava/lang/String;")
        case Instance():
            return name in machine.code.platform_ancestors(operand.class_name)
        case Array():
            if name in (f"[{operand.kind}", _OBJECT):
                return True
            return None if name.startswith("[") and operand.kind in "L[" else False
        case _:
            return None


def _instance_of(machine: Machine, activation: Activation, _: int, each: Instruction) -> None:
    operand = activation.read(each.registers[1])
    found = _is_of(machine, operand, _type(machine, activation, each)) if operand != 0 else False
    activation.write(each.registers[0], UNSEEN if found is None else int(found))


def _check_cast(machine: Machine, activation: Activation, _: int, each: Instruction) -> None:
    operand = activation.read(each.registers[0])
    if operand == 0:
        return
    found = _is_of(machine, operand, _type(machine, activation, each))
    if found is False:
        raise UndecidedError("cast")
    if found is None:
        machine.may_throw()


def _get(machine: Machine, activation: Activation, index: int, each: Instruction) -> None:
    owner = activation.read(each.registers[1])
    field = machine.code.field_at(activation.body, each.reference)
    found: Operand = UNSEEN
    if owner == 0:
        raise UndecidedError("null")
    if isinstance(owner, Instance) and field is not None and not owner.is_lost:
        found = owner.fields.get(machine.statics.owner_of(field), 0)
    elif owner is UNSEEN and activation.part is not None and machine.field_of_unseen is not None:
        found = machine.field_of_unseen(index)
    if found is UNSEEN and not isinstance(owner, Instance):
        machine.may_throw()
    activation.write(each.registers[0], found)


def _put(machine: Machine, activation: Activation, _: int, each: Instruction) -> None:
    owner, operand = activation.read(each.registers[1]), activation.read(each.registers[0])
    field = machine.code.field_at(activation.body, each.reference)
    if owner == 0:
        raise UndecidedError("null")
    if isinstance(owner, Instance) and field is not None and not owner.is_lost:
        if isinstance(operand, int):
            operand = fitting(field[2][:1].decode("ascii", "replace"), operand)
        owner.fields[machine.statics.owner_of(field)] = operand
        return
    lose(operand)
    if not isinstance(owner, Instance):
        machine.may_throw()


def _get_static(machine: Machine, activation: Activation, _: int, each: Instruction) -> None:
    field = machine.code.field_at(activation.body, each.reference)
    activation.write(each.registers[0], machine.statics.read(field) if field is not None else UNSEEN)


def _put_static(machine: Machine, activation: Activation, _: int, each: Instruction) -> None:
    field = machine.code.field_at(activation.body, each.reference)
    if field is not None:
        machine.statics.write(field, activation.read(each.registers[0]))


HANDLERS: dict[int, Handler] = {
    0x1F: _check_cast,
    0x20: _instance_of,
    0x22: _new,
    **dict.fromkeys(range(0x52, 0x59), _get),
    **dict.fromkeys(range(0x59, 0x60), _put),
    **dict.fromkeys(range(0x60, 0x67), _get_static),
    **dict.fromkeys(range(0x67, 0x6E), _put_static),
}
