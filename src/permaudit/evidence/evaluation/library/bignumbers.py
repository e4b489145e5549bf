"""BigInteger: numbers of any length, by which bytes are sometimes written."""

from __future__ import annotations

from collections.abc import Callable

from permaudit.evidence.evaluation.library.calls import Call, Function, byte_array
from permaudit.evidence.evaluation.library.numbers import spelled_in
from permaudit.evidence.evaluation.operands import UNSEEN, Instance, Operand, UndecidedError

_BIG = "Ljava/math/BigInteger;"
_MOST_DIGITS = 8000
_MOST_RADIX = 36


def _held(call: Call, position: int = 0) -> int:
    content = call.instance(position).content
    if call.instance(position).class_name != _BIG or not isinstance(content, int):
        raise UndecidedError("number")
    return content


def _big(number: int) -> Operand:
    return Instance(_BIG, content=number)


def _made(call: Call) -> Operand:
    """`new BigInteger(…)` of digits or of bytes."""
    match call.kinds:
        case ["Ljava/lang/String;"] | ["Ljava/lang/String;", "I"]:
            digits, radix = call.text(1), call.number(2) if len(call.kinds) > 1 else 10
            bare = digits.removeprefix("-")
            if not 0 < len(digits) <= _MOST_DIGITS or not bare.isascii() or not bare.isalnum():
                raise UndecidedError("number")
            if not 2 <= radix <= _MOST_RADIX:  # noqa: PLR2004
                raise UndecidedError("radix")
            call.pay(len(digits) * (1 + len(digits) // 64))
            number = 0
            for digit in bare:
                value = int(digit, _MOST_RADIX)
                if value >= radix:
                    raise UndecidedError("number")
                number = number * radix + value
            number = -number if digits.startswith("-") else number
        case ["[B"]:
            number = int.from_bytes(call.octets(1), "big", signed=True)
        case ["I", "[B"]:
            number = call.number(1) * int.from_bytes(call.octets(2), "big")
        case _:
            raise UndecidedError("overload")
    call.instance(0).content = number
    return UNSEEN


def _octets(call: Call) -> Operand:
    number = _held(call)
    length = (number if number >= 0 else ~number).bit_length() // 8 + 1
    call.pay(length)
    return byte_array(number.to_bytes(length, "big", signed=True))


def _spelled(call: Call) -> Operand:
    number = _held(call)
    length = abs(number).bit_length()
    if length > _MOST_DIGITS:
        raise UndecidedError("length")
    call.pay(1 + length * length // 64)
    return spelled_in(number, call.number(1) if len(call.arguments) > 1 else 10)


def _of_two(operation: Callable[[int, int], int]) -> Function:
    def function(call: Call) -> Operand:
        first, second = _held(call), _held(call, 1)
        call.pay((abs(first).bit_length() + abs(second).bit_length()) // 8)
        return _big(operation(first, second))

    return function


def _shifted(direction: int) -> Function:
    def function(call: Call) -> Operand:
        number, by = _held(call), direction * call.number(1)
        call.pay(max(by, 0) // 8)
        return _big(number << by if by >= 0 else number >> -by)

    return function


BIG_NUMBERS: dict[str, Function] = {
    f"{_BIG}-><init>": _made,
    f"{_BIG}->valueOf": lambda call: _big(call.number(0)),
    f"{_BIG}->toByteArray": _octets,
    f"{_BIG}->toString": _spelled,
    f"{_BIG}->intValue": _held,
    f"{_BIG}->longValue": _held,
    f"{_BIG}->add": _of_two(lambda first, second: first + second),
    f"{_BIG}->subtract": _of_two(lambda first, second: first - second),
    f"{_BIG}->multiply": _of_two(lambda first, second: first * second),
    f"{_BIG}->xor": _of_two(lambda first, second: first ^ second),
    f"{_BIG}->shiftLeft": _shifted(1),
    f"{_BIG}->shiftRight": _shifted(-1),
}
