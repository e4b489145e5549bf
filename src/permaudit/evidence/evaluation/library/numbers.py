"""Boxed numbers and Math; a boxed number is the number itself."""

from __future__ import annotations

from collections.abc import Callable

from permaudit.evidence.evaluation.arithmetic import signed
from permaudit.evidence.evaluation.library.calls import Call, Function
from permaudit.evidence.evaluation.operands import Operand, UndecidedError

_BITS = {"Integer": 32, "Long": 64, "Short": 16, "Byte": 8}
_MOST_RADIX = 36


def _parse(bits: int) -> Function:
    def function(call: Call) -> Operand:
        if isinstance(call.arguments[0], int):  # valueOf of a number: boxing
            return call.number(0)
        text, radix = call.text(0), call.number(1) if len(call.arguments) > 1 else 10
        if not text.isascii() or "_" in text or text.strip() != text or not 2 <= radix <= _MOST_RADIX:  # noqa: PLR2004
            raise UndecidedError("number")
        try:
            number = int(text, radix)
        except ValueError as error:
            raise UndecidedError("number") from error
        if signed(number, bits) != number:
            raise UndecidedError("number")
        return number

    return function


def _narrow(bits: int) -> Function:
    return lambda call: signed(call.number(0), bits)


def _spell(call: Call) -> Operand:
    if len(call.arguments) > 1:
        raise UndecidedError("radix")
    return str(call.number(0))


def _unsigned(bits: int, form: str) -> Function:
    return lambda call: format(call.number(0) & ((1 << bits) - 1), form)


def _rotate(bits: int, direction: int) -> Function:
    def function(call: Call) -> Operand:
        number, by = call.number(0) & ((1 << bits) - 1), direction * call.number(1) % bits
        return signed(number << by | number >> (bits - by), bits)

    return function


def _of_two(operation: Callable[[int, int], int]) -> Function:
    return lambda call: operation(call.number(0), call.number(1))


def _floor_mod(left: int, right: int) -> int:
    if right == 0:
        raise UndecidedError("division by zero")
    return left % right


NUMBERS: dict[str, Function] = {
    **{f"Ljava/lang/{name};->valueOf": _parse(bits) for name, bits in _BITS.items()},
    **{f"Ljava/lang/{name};->toString": _spell for name in _BITS},
    "Ljava/lang/Integer;->parseInt": _parse(32),
    "Ljava/lang/Long;->parseLong": _parse(64),
    "Ljava/lang/Byte;->parseByte": _parse(8),
    "Ljava/lang/Short;->parseShort": _parse(16),
    **{
        f"Ljava/lang/{name};->{method}": _narrow(bits)
        for name in (*_BITS, "Number")
        for method, bits in {"intValue": 32, "longValue": 64, "byteValue": 8, "shortValue": 16}.items()
    },
    "Ljava/lang/Integer;->toHexString": _unsigned(32, "x"),
    "Ljava/lang/Long;->toHexString": _unsigned(64, "x"),
    "Ljava/lang/Integer;->toBinaryString": _unsigned(32, "b"),
    "Ljava/lang/Integer;->rotateLeft": _rotate(32, 1),
    "Ljava/lang/Integer;->rotateRight": _rotate(32, -1),
    "Ljava/lang/Long;->rotateLeft": _rotate(64, 1),
    "Ljava/lang/Long;->rotateRight": _rotate(64, -1),
    "Ljava/lang/Boolean;->valueOf": lambda call: call.number(0),
    "Ljava/lang/Boolean;->booleanValue": lambda call: call.number(0),
    "Ljava/lang/Math;->min": _of_two(min),
    "Ljava/lang/Math;->max": _of_two(max),
    "Ljava/lang/Math;->abs": lambda call: abs(call.number(0)),
    "Ljava/lang/Math;->floorMod": _of_two(_floor_mod),
}
