"""What registers hold while code is evaluated: numbers, texts, arrays, objects, and what is not known."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class Unseen(Enum):
    """A value that depends on something outside the code: the phone, the user, a server, a library not modelled."""

    UNSEEN = "unseen"


UNSEEN = Unseen.UNSEEN


class UndecidedError(Exception):
    """The evaluation cannot go on: a branch on what is not known, an exception thrown, the budget spent."""


@dataclass(slots=True, eq=False)
class Array:
    """An array: `kind` is the first letter of its elements' descriptor; once `is_lost`, no element is known."""

    kind: str
    items: list[Operand]
    is_lost: bool = False


@dataclass(slots=True, eq=False)
class Instance:
    """An object: its fields by name and type, or for a library's class what it holds.

    Once `is_lost`, nothing of it is known any more.
    """

    class_name: str
    fields: dict[tuple[bytes, bytes], Operand] = field(default_factory=dict)
    content: object = None
    is_lost: bool = False


Operand = Unseen | int | str | Array | Instance
"""Texts are held in UTF-16 units as Java counts them; 0 also stands for null, and boxed numbers are numbers."""


def is_known(operand: Operand) -> bool:
    """Whether anything is known of it."""
    match operand:
        case Unseen():
            return False
        case Array() | Instance():
            return not operand.is_lost
        case _:
            return True


def lose(operand: Operand) -> None:
    """Forget what an array or object holds, and all that can be reached from it: unknown code had it in hand."""
    waiting = [operand]
    while waiting:
        current = waiting.pop()
        match current:
            case Array() if not current.is_lost:
                current.is_lost = True
                waiting.extend(current.items if current.kind in "L[" else ())
                current.items = []
            case Instance() if not current.is_lost:
                current.is_lost = True
                waiting.extend(current.fields.values())
                waiting.extend(_held(current.content))
                current.fields, current.content = {}, None
            case _:
                pass


def copied(operand: Operand, copies: dict[int, Array | Instance]) -> Operand:
    """A copy that an evaluation may change; `copies` keeps what belongs together together, by identity."""
    if not isinstance(operand, Array | Instance):
        return operand
    known = copies.get(id(operand))
    if known is not None:
        return known
    if isinstance(operand, Array):
        array = Array(operand.kind, [], operand.is_lost)
        copies[id(operand)] = array
        plain = operand.kind not in "L["
        array.items = list(operand.items) if plain else [copied(each, copies) for each in operand.items]
        return array
    instance = Instance(operand.class_name, {}, None, operand.is_lost)
    copies[id(operand)] = instance
    instance.fields = {name: copied(each, copies) for name, each in operand.fields.items()}
    instance.content = _copied_content(operand.content, copies)
    return instance


def _copied_content(content: object, copies: dict[int, Array | Instance]) -> object:
    match content:
        case list():
            return [copied(each, copies) for each in content]
        case dict():
            return {key: copied(each, copies) for key, each in content.items()}
        case bytearray():
            return bytearray(content)
        case _:
            return content


def _held(content: object) -> list[Operand]:
    match content:
        case list():
            return content
        case dict():
            return list(content.values())
        case _:
            return []


def to_units(text: str) -> str:
    """A text with each character beyond the basic plane as its two UTF-16 units."""
    if text.isascii() or max(text) <= "\uffff":
        return text
    raw = text.encode("utf-16-le", "surrogatepass")
    return "".join(chr(raw[at] | raw[at + 1] << 8) for at in range(0, len(raw), 2))


def from_units(units: str) -> str:
    """The text that UTF-16 units spell; a lone half of a pair becomes a replacement character."""
    if units.isascii():
        return units
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
