"""What arithmetic instructions give, in the widths and with the signs of Dalvik; floating point is not evaluated."""

from __future__ import annotations

from collections.abc import Callable

from permaudit.dex.opcodes import NAME
from permaudit.evidence.evaluation.operands import UNSEEN, Instance, Operand, UndecidedError

_BITS = {"int": 32, "long": 64, "byte": 8, "short": 16}


def signed(number: int, bits: int) -> int:
    """The number that the lowest bits mean in two's complement."""
    number &= (1 << bits) - 1
    return number - (1 << bits) if number >> (bits - 1) else number


_KINDS = {"B": 8, "S": 16, "I": 32, "J": 64, "F": 32, "D": 64}
_BOXES = "Integer Long Short Byte Boolean Character".split()
BOXES = frozenset(f"Ljava/lang/{each};" for each in _BOXES)
"""Classes whose objects are a number, or a letter: equal ones may be one object or two."""


def fitting(kind: str, number: int) -> int:
    """A number as a field or element of that kind (the first letter of its descriptor) holds it."""
    if kind == "C":
        return number & 0xFFFF
    if kind == "Z":
        return number & 1
    return signed(number, _KINDS[kind]) if kind in _KINDS else number


def _divide(left: int, right: int) -> int:
    if right == 0:
        raise UndecidedError("division by zero")
    return abs(left) // abs(right) * (1 if (left < 0) == (right < 0) else -1)


_OPERATIONS: dict[str, Callable[[int, int, int], int]] = {
    "add": lambda left, right, _: left + right,
    "sub": lambda left, right, _: left - right,
    "rsub": lambda left, right, _: right - left,
    "mul": lambda left, right, _: left * right,
    "div": lambda left, right, _: _divide(left, right),
    "rem": lambda left, right, _: left - right * _divide(left, right),
    "and": lambda left, right, _: left & right,
    "or": lambda left, right, _: left | right,
    "xor": lambda left, right, _: left ^ right,
    "shl": lambda left, right, bits: left << (right & (bits - 1)),
    "shr": lambda left, right, bits: left >> (right & (bits - 1)),
    "ushr": lambda left, right, bits: (left & ((1 << bits) - 1)) >> (right & (bits - 1)),
}


def _binary(name: str) -> tuple[Callable[[int, int, int], int], int] | None:
    operation, _, kind = name.partition("/")[0].partition("-")
    known = _OPERATIONS.get(operation)
    return (known, _BITS[kind]) if known is not None and kind in ("int", "long") else None


_BINARY = {opcode: found for opcode in range(0x90, 0xE3) if (found := _binary(NAME[opcode])) is not None}
DIVISIONS = frozenset(opcode for opcode in range(0x90, 0xE3) if NAME[opcode].startswith(("div-", "rem-")))
XORS = frozenset(opcode for opcode in range(0x90, 0xE3) if NAME[opcode].startswith("xor-"))


def _convert(name: str) -> Callable[[int], int] | None:
    change, _, kind = name.partition("-")
    if change in ("neg", "not") and kind in ("int", "long"):
        bits = _BITS[kind]
        return (lambda number: signed(-number, bits)) if change == "neg" else (lambda number: signed(~number, bits))
    source, _, target = name.partition("-to-")
    if source not in ("int", "long") or target not in ("int", "long", "byte", "char", "short"):
        return None
    if target == "char":
        return lambda number: number & 0xFFFF
    bits = _BITS[target]
    return lambda number: signed(number, bits)


_UNARY = {opcode: change for opcode in range(0x7B, 0x90) if (change := _convert(NAME[opcode])) is not None}
_COMPARE_LONG = 0x31
_TESTS: tuple[Callable[[int], bool], ...] = (
    lambda difference: difference == 0,
    lambda difference: difference != 0,
    lambda difference: difference < 0,
    lambda difference: difference >= 0,
    lambda difference: difference > 0,
    lambda difference: difference <= 0,
)
"""eq, ne, lt, ge, gt, le: the order of if-eq … if-le and of if-eqz … if-lez."""


def calculate(opcode: int, left: Operand, right: Operand) -> Operand:
    """The result of an instruction with two operands; not known if one of them is not, or for floating point."""
    known = _BINARY.get(opcode)
    if known is None or not isinstance(left, int) or not isinstance(right, int):
        return UNSEEN
    operation, bits = known
    return signed(operation(left, right, bits), bits)


def convert(opcode: int, operand: Operand) -> Operand:
    """The result of a negation or conversion."""
    known = _UNARY.get(opcode)
    return known(operand) if known is not None and isinstance(operand, int) else UNSEEN


def compare(opcode: int, left: Operand, right: Operand) -> Operand:
    """The result of cmp-long; not known for floating point."""
    if opcode != _COMPARE_LONG or not isinstance(left, int) or not isinstance(right, int):
        return UNSEEN
    return (left > right) - (left < right)


def holds(test: int, left: Operand, right: Operand) -> bool | None:
    """Whether test 0 to 5 (eq, ne, lt, ge, gt, le) holds; None where that is not known.

    Objects are compared by identity, which equal texts and boxed numbers need not share.
    """
    if isinstance(left, int) and isinstance(right, int):
        return _TESTS[test](left - right)
    if left is UNSEEN or right is UNSEEN or test > 1:
        return None
    if left is not right and _may_be_one(left, right):
        return None
    if isinstance(left, str) and isinstance(right, str):
        return None
    return (left is right) == (test == 0)


def _may_be_one(left: Operand, right: Operand) -> bool:
    """Whether two objects here may be one and the same in the app: what the library gives is made anew each time."""
    if not isinstance(left, Instance) or not isinstance(right, Instance) or left.class_name != right.class_name:
        return False
    return left.content is not None or right.content is not None or left.is_lost or right.is_lost
