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


class LeftError(UndecidedError):
    """The part of a method that is evaluated was left for good."""


@dataclass(slots=True, eq=False)
class Array:
    """An array: `kind` is the first letter of its elements' descriptor; once `is_lost`, no element is known."""

    kind: str
    items: list[Operand]
    is_lost: bool = False


@dataclass(slots=True, eq=False)
class Instance:
    """An object: its fields by declaring class, name and type, or for a library's class what it holds.

    Once `is_lost`, nothing of it is known any more.
    """

    class_name: str
    fields: dict[tuple[int, bytes, bytes], Operand] = field(default_factory=dict)
    content: object = None
    is_lost: bool = False


Operand = Unseen | int | str | Array | Instance
"""Texts are held in UTF-16 units as Java counts them; 0 also stands for null; a boxed number is an object."""


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


_CHANGEABLE = frozenset((Array, Instance))

Copies = dict[int, tuple["Array | Instance", "Array | Instance"]]
"""Copies by the identity of their originals, which are kept: an identity is one object's only while it lives."""


def copied(operand: Operand, copies: Copies) -> Operand:
    """A copy that an evaluation may change; `copies` keeps what belongs together together, by identity."""
    waiting: list[Array | Instance] = []

    def copy_of(each: Operand) -> Operand:
        if not isinstance(each, Array | Instance):
            return each
        known = copies.get(id(each))
        if known is not None:
            return known[1]
        fresh: Array | Instance
        if isinstance(each, Array):
            fresh = Array(each.kind, [], each.is_lost)
        else:
            fresh = Instance(each.class_name, {}, None, each.is_lost)
        copies[id(each)] = (each, fresh)
        waiting.append(each)
        return fresh

    result = copy_of(operand)
    while waiting:
        original = waiting.pop()
        copy = copies[id(original)][1]
        if isinstance(original, Array) and isinstance(copy, Array):
            holds = _holds_objects(original)
            copy.items = [copy_of(each) for each in original.items] if holds else list(original.items)
        elif isinstance(original, Instance) and isinstance(copy, Instance):
            copy.fields = {name: copy_of(each) for name, each in original.fields.items()}
            match original.content:
                case list() as items:
                    copy.content = [copy_of(each) for each in items]
                case dict() as items:
                    copy.content = {key: copy_of(each) for key, each in items.items()}
                case bytearray() as data:
                    copy.content = bytearray(data)
                case Array() as array:
                    copy.content = copy_of(array)
                case _:
                    copy.content = original.content
    return result


def count_held(operand: Operand) -> int:
    """How many elements, fields and items a copy takes; what is held twice counts once."""
    seen: set[int] = set()
    waiting, count = [operand], 0
    while waiting:
        current = waiting.pop()
        if not isinstance(current, Array | Instance) or id(current) in seen:
            continue
        seen.add(id(current))
        held = current.items if isinstance(current, Array) else [*current.fields.values(), *_held(current.content)]
        count += 1 + len(held)
        if not isinstance(current, Array) or _holds_objects(current):
            waiting.extend(held)
    return count


def is_changed(copies: Copies) -> bool:
    """Whether a copy no longer holds what its original holds."""
    return any(not _is_same(original, copy, copies) for original, copy in copies.values())


def _is_same(original: Array | Instance, copy: Array | Instance, copies: Copies) -> bool:
    def same(left: Operand, right: Operand) -> bool:
        known = copies.get(id(left))
        return right is known[1] if known is not None else left is right or left == right

    if original.is_lost != copy.is_lost:
        return False
    if isinstance(original, Array) and isinstance(copy, Array):
        if not _holds_objects(original):
            return original.items == copy.items
        return len(original.items) == len(copy.items) and all(map(same, original.items, copy.items))
    if not isinstance(original, Instance) or not isinstance(copy, Instance):
        return False
    if original.fields.keys() != copy.fields.keys():
        return False
    if not all(same(each, copy.fields[name]) for name, each in original.fields.items()):
        return False
    if isinstance(original.content, list | dict | Array):
        left, right = _held(original.content), _held(copy.content)
        return len(left) == len(right) and all(map(same, left, right))
    return original.content == copy.content


def _holds_objects(array: Array) -> bool:
    """Whether any element may be changed: tables of texts hold none, and are copied and compared as a whole."""
    return array.kind in "L[" and not _CHANGEABLE.isdisjoint(map(type, array.items))


def _held(content: object) -> list[Operand]:
    match content:
        case list():
            return content
        case dict():
            return list(content.values())
        case Array():
            return [content]
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


def has_halves(units: str) -> bool:
    """Whether a text holds halves of pairs: what counts characters in it counts others than units."""
    return not units.isascii() and any("\ud800" <= each <= "\udfff" for each in units)
