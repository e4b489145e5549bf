"""Values of the resolver as evaluated operands, and back: only what a person could read is taken for a text."""

from __future__ import annotations

from permaudit.evidence.evaluation.operands import UNSEEN, Array, Instance, Operand, from_units, to_units
from permaudit.evidence.values import UNKNOWN_PIECE, ClassName, Items, Made, Number, Result, Text, Unknown, Value

_SPELLED_OUT = ("Ljava/lang/String", "Ljava/io/", "Ljava/math/", "Ljava/nio/")
"""How the names of classes begin whose objects stand for the texts that they spell."""


def is_open(value: Value) -> bool:
    """Whether the resolver left a value open that may be a text."""
    match value:
        case Unknown() | Result():
            return True
        case Made(descriptor):
            return descriptor.startswith(_SPELLED_OUT)
        case Text(text, rows):
            return UNKNOWN_PIECE in text and not rows
        case Items(items):
            return any(is_open(each) for each in items)
        case _:
            return False


def as_value(operand: Operand) -> Value | None:
    """A text, or an array of texts, as the resolver's value; None for what is none, or spells nothing readable."""
    match operand:
        case str():
            text = from_units(operand)
            return Text(text) if is_readable(text) else None
        case Array(kind="L", items=items) if items and not operand.is_lost:
            texts = [as_value(each) if isinstance(each, str) else None for each in items]
            found = tuple(each if each is not None else Unknown("element") for each in texts)
            return Items(found) if any(isinstance(each, Text) for each in found) else None
        case _:
            return None


def as_operand(value: Value) -> Operand:
    """What the resolver told of a register, to go on with."""
    match value:
        case Text(text) if UNKNOWN_PIECE not in text:
            return to_units(text)
        case Number(number):
            return number
        case ClassName(descriptor):
            return Instance("Ljava/lang/Class;", content=descriptor)
        case Items(items) if items and all(isinstance(each, Text) for each in items):
            texts = [each.text for each in items if isinstance(each, Text)]
            return Array("L", [to_units(each) for each in texts]) if UNKNOWN_PIECE not in "".join(texts) else UNSEEN
        case _:
            return UNSEEN


def is_readable(text: str) -> bool:
    """Whether a text is one that a person could have written, and not what a wrong key makes of it."""
    return all(letter.isprintable() or letter in "\n\r\t" for letter in text) and "\ufffd" not in text
