"""Array instructions: made, filled, read and written, each element paid for."""

from __future__ import annotations

from collections.abc import Callable

from permaudit.dex.instructions import Instruction
from permaudit.evidence.code import Code
from permaudit.evidence.evaluation.activations import Activation
from permaudit.evidence.evaluation.arithmetic import signed
from permaudit.evidence.evaluation.operands import UNSEEN, Array, Operand, UndecidedError, lose

_Handler = Callable[[Activation, int, Instruction], "int | None"]
_BITS = {"B": 8, "S": 16, "I": 32, "J": 64, "F": 32, "D": 64}
_ELEMENTS_A_STEP = 16


class Arrays:
    """Handlers of the instructions about arrays; `spend` pays for their length."""

    def __init__(self, code: Code, spend: Callable[[int], None]) -> None:
        self._code, self._spend = code, spend

    def handlers(self) -> dict[int, _Handler]:
        """A handler for each opcode."""
        return {
            0x21: _length,
            0x23: self._new,
            **dict.fromkeys((0x24, 0x25), self._filled),
            0x26: self._fill,
            **dict.fromkeys(range(0x44, 0x4B), _get),
            **dict.fromkeys(range(0x4B, 0x52), _put),
        }

    def make(self, kind: str, count: int) -> Array:
        """An array of nulls or zeros.

        Raises:
            UndecidedError: its length is negative or beyond the budget.
        """
        if count < 0:
            raise UndecidedError("array size")
        self._spend(1 + count // _ELEMENTS_A_STEP)
        return Array(kind, [0] * count)

    def _kind(self, activation: Activation, each: Instruction) -> str:
        number = self._code.type_at(activation.body, each.reference)
        name = self._code.type_name(number) if number >= 0 else ""
        if not name.startswith("[") or len(name) == 1:
            raise UndecidedError("array type")
        return name[1]

    def _new(self, activation: Activation, _: int, each: Instruction) -> None:
        count = activation.read(each.registers[1])
        if not isinstance(count, int):
            raise UndecidedError("array size")
        activation.write(each.registers[0], self.make(self._kind(activation, each), count))

    def _filled(self, activation: Activation, _: int, each: Instruction) -> None:
        items = [activation.read(register) for register in each.registers]
        activation.result = Array(self._kind(activation, each), items)

    def _fill(self, activation: Activation, index: int, each: Instruction) -> None:
        array = activation.read(each.registers[0])
        width, data = activation.body.array_data(index)
        if not isinstance(array, Array) or array.is_lost or width == 0:
            lose(array)
            return
        count = len(data) // width
        self._spend(count // _ELEMENTS_A_STEP)
        if count > len(array.items):
            raise UndecidedError("array size")
        for place in range(count):
            number = int.from_bytes(data[place * width : (place + 1) * width], "little")
            array.items[place] = fitting(array.kind, number)


def fitting(kind: str, number: int) -> int:
    """A number as an element of an array of that kind holds it."""
    if kind == "C":
        return number & 0xFFFF
    if kind == "Z":
        return number & 1
    return signed(number, _BITS[kind]) if kind in _BITS else number


def _length(activation: Activation, _: int, each: Instruction) -> None:
    array = activation.read(each.registers[1])
    known = isinstance(array, Array) and not array.is_lost
    activation.write(each.registers[0], len(array.items) if known and isinstance(array, Array) else UNSEEN)


def _get(activation: Activation, _: int, each: Instruction) -> None:
    target, array, place = (each.registers[0], activation.read(each.registers[1]), activation.read(each.registers[2]))
    found: Operand = UNSEEN
    if isinstance(array, Array) and isinstance(place, int) and not array.is_lost:
        if not 0 <= place < len(array.items):
            raise UndecidedError("array index")
        found = array.items[place]
    activation.write(target, found)


def _put(activation: Activation, _: int, each: Instruction) -> None:
    operand, array = activation.read(each.registers[0]), activation.read(each.registers[1])
    place = activation.read(each.registers[2])
    if not isinstance(array, Array) or array.is_lost:
        lose(operand)
    elif not isinstance(place, int):
        lose(array)
        lose(operand)
    elif not 0 <= place < len(array.items):
        raise UndecidedError("array index")
    else:
        array.items[place] = fitting(array.kind, operand) if isinstance(operand, int) else operand
