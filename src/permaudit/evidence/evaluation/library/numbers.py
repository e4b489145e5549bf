"""Boxed numbers and Math."""

from __future__ import annotations

import re
from collections.abc import Callable

from permaudit.evidence.evaluation.arithmetic import signed
from permaudit.evidence.evaluation.library.calls import Call, Function
from permaudit.evidence.evaluation.operands import Instance, Operand, UndecidedError

_BITS = {"Integer": 32, "Long": 64, "Short": 16, "Byte": 8}
_DIGITS = re.compile(r"[+-]?[0-9A-Za-z]+")
_MOST_DIGITS = 64
_MOST_RADIX = 36
_ALL_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_TEXT = "Ljava/lang/String;"


def _parsed(call: Call, bits: int) -> int:
    text, radix = call.text(0), call.number(1) if len(call.arguments) > 1 else 10
    if len(text) > _MOST_DIGITS or not _DIGITS.fullmatch(text) or not 2 <= radix <= _MOST_RADIX:  # noqa: PLR2004
        raise UndecidedError("number")
    digits = text.lstrip("+-").lower()
    if radix in (2, 8, 16) and digits[:1] == "0" and not digits.isdigit():  # Python would read a prefix
        digits = digits.lstrip("0") or "0"
        if digits[0] in "box":
            raise UndecidedError("number")
    try:
        number = int(digits, radix) * (-1 if text.startswith("-") else 1)
    except ValueError as error:
        raise UndecidedError("number") from error
    if signed(number, bits) != number:
        raise UndecidedError("number")
    return number


def _parse(bits: int) -> Function:
    return lambda call: _parsed(call, bits)


def _value_of(name: str, bits: int) -> Function:
    """A boxed number is kept apart from a plain one: it is no null, and an object of its own."""

    def function(call: Call) -> Operand:
        number = _parsed(call, bits) if call.kinds[:1] == [_TEXT] else signed(call.number(0), bits)
        return Instance(f"Ljava/lang/{name};", content=number)

    return function


def _truth(call: Call) -> Operand:
    if call.kinds == [_TEXT]:
        return Instance("Ljava/lang/Boolean;", content=int(call.text(0).lower() == "true"))
    return Instance("Ljava/lang/Boolean;", content=call.number(0))


def _equals(call: Call) -> Operand:
    other = call.arguments[1]
    same = isinstance(other, Instance) and other.class_name == call.instance().class_name
    return int(same and isinstance(other, Instance) and other.content == call.instance().content)


def _narrow(bits: int) -> Function:
    return lambda call: signed(call.number(0), bits)


def _spell(call: Call) -> Operand:
    if call.kinds in (["I", "I"], ["J", "I"]):
        return spelled_in(call.number(0), call.number(1))
    if call.kinds not in ([], ["I"], ["J"], ["S"], ["B"]):
        raise UndecidedError("radix")
    return str(call.number(0))


def spelled_in(number: int, radix: int) -> str:
    """A number as Java writes it in a radix.

    Raises:
        UndecidedError: it is no radix of letters and digits.
    """
    if not 2 <= radix <= _MOST_RADIX:  # noqa: PLR2004
        raise UndecidedError("radix")
    digits = ""
    rest = abs(number)
    while rest:
        rest, digit = divmod(rest, radix)
        digits = _ALL_DIGITS[digit] + digits
    return ("-" if number < 0 else "") + (digits or "0")


def _unsigned(bits: int, form: str) -> Function:
    return lambda call: format(call.number(0) & ((1 << bits) - 1), form)


def _rotate(bits: int, direction: int) -> Function:
    def function(call: Call) -> Operand:
        number, by = call.number(0) & ((1 << bits) - 1), direction * call.number(1) % bits
        return signed(number << by | number >> (bits - by), bits)

    return function


def _of_two(operation: Callable[[int, int], int]) -> Function:
    def function(call: Call) -> Operand:
        if any(kind in "FD" for kind in call.kinds):
            raise UndecidedError("floating point")
        return operation(call.number(0), call.number(1))

    return function


def _absolute(call: Call) -> Operand:
    if call.kinds not in (["I"], ["J"]):
        raise UndecidedError("floating point")
    return abs(call.number(0))


def _floor_mod(left: int, right: int) -> int:
    if right == 0:
        raise UndecidedError("division by zero")
    return left % right


NUMBERS: dict[str, Function] = {
    **{f"Ljava/lang/{name};->valueOf": _value_of(name, bits) for name, bits in _BITS.items()},
    **{f"Ljava/lang/{name};->toString": _spell for name in _BITS},
    **{f"Ljava/lang/{name};->equals": _equals for name in _BITS},
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
    "Ljava/lang/Boolean;->valueOf": _truth,
    "Ljava/lang/Boolean;->booleanValue": lambda call: call.number(0),
    "Ljava/lang/Math;->min": _of_two(min),
    "Ljava/lang/Math;->max": _of_two(max),
    "Ljava/lang/Math;->abs": _absolute,
    "Ljava/lang/Math;->floorMod": _of_two(_floor_mod),
}
