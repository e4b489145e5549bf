"""Character, boxed and plain; beyond plain letters Java and Python need not agree, and nothing is said."""

from __future__ import annotations

from permaudit.evidence.evaluation.arithmetic import BOXES
from permaudit.evidence.evaluation.library.calls import Call, Function
from permaudit.evidence.evaluation.operands import Instance, Operand, UndecidedError

CHARACTER = "Ljava/lang/Character;"
_MOST_RADIX = 36
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def spelled_box(operand: Operand) -> str:
    """What a boxed letter, number or truth spells; nothing for anything else."""
    match operand:
        case Instance(class_name="Ljava/lang/Character;", content=int(letter)):
            return chr(letter)
        case Instance(class_name="Ljava/lang/Boolean;", content=int(truth)):
            return "true" if truth else "false"
        case Instance(content=int(number)) if operand.class_name in BOXES:
            return str(number)
        case _:
            return ""


def _digit(call: Call) -> Operand:
    letter, radix = chr(call.number(0) & 0xFFFF), call.number(1)
    if not letter.isascii():
        raise UndecidedError("digit")
    if not 2 <= radix <= _MOST_RADIX:  # noqa: PLR2004
        return -1
    found = _DIGITS.find(letter.lower())
    return found if 0 <= found < radix else -1


def _for_digit(call: Call) -> Operand:
    digit, radix = call.number(0), call.number(1)
    if not 2 <= radix <= _MOST_RADIX or not 0 <= digit < radix:  # noqa: PLR2004
        return 0
    return ord(_DIGITS[digit])


def _is_kind(test: str) -> Function:
    def function(call: Call) -> Operand:
        letter = chr(call.number(0) & 0xFFFF)
        if not letter.isascii():
            raise UndecidedError("letter")
        return int(bool(getattr(letter, test)()))

    return function


def _case_of(change: str) -> Function:
    def function(call: Call) -> Operand:
        letter = chr(call.number(0) & 0xFFFF)
        if not letter.isascii():
            raise UndecidedError("letter")
        return ord(letter.upper() if change == "upper" else letter.lower())

    return function


def _boxed(call: Call) -> Operand:
    """A boxed character is kept apart from a boxed number: appended, it is a letter."""
    return Instance(CHARACTER, content=call.number(0))


CHARACTERS: dict[str, Function] = {
    f"{CHARACTER}->valueOf": _boxed,
    f"{CHARACTER}->charValue": lambda call: call.number(0),
    f"{CHARACTER}->digit": _digit,
    f"{CHARACTER}->getNumericValue": lambda call: _digit(Call(call.machine, "", [call.arguments[0], 36])),
    f"{CHARACTER}->forDigit": _for_digit,
    f"{CHARACTER}->isDigit": _is_kind("isdigit"),
    f"{CHARACTER}->isLetter": _is_kind("isalpha"),
    f"{CHARACTER}->isUpperCase": _is_kind("isupper"),
    f"{CHARACTER}->isLowerCase": _is_kind("islower"),
    f"{CHARACTER}->toUpperCase": _case_of("upper"),
    f"{CHARACTER}->toLowerCase": _case_of("lower"),
}
