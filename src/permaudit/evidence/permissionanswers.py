"""The answer to a question for permissions as code holds it, and what library methods make of it."""

from __future__ import annotations

import enum
from collections.abc import Sequence

from msgspec import Struct

from permaudit.model.place import Method


class Told(enum.Enum):
    """One form of the answer: granted or denied as numbers, yes or no, an object of either, or how many there are."""

    RESULTS = "int[]"
    YES = "Z"
    ANSWER = "Ljava/lang/Object;"
    COUNT = "I"


RESULTS, YES, ANSWER, COUNT = Told.RESULTS, Told.YES, Told.ANSWER, Told.COUNT


class NewList(Struct, frozen=True):
    """A collection that a method makes, by the instruction that does; nothing is in it yet."""

    made: int


Known = int | Told | NewList


class Supposed(Struct, frozen=True):
    """What the person is supposed to have said."""

    granted: bool

    @property
    def yes(self) -> int:
        """The answer as yes or no."""
        return int(self.granted)

    @property
    def element(self) -> int:
        """One result: PERMISSION_GRANTED or PERMISSION_DENIED."""
        return 0 if self.granted else -1

    def plain(self, known: Known) -> Known:
        """Yes or no as the number it is."""
        return self.yes if known is YES else known


_UNBOXED = frozenset({"booleanValue", "intValue"})
_BOXED = frozenset({"Ljava/lang/Boolean;->valueOf", "Ljava/lang/Integer;->valueOf"})
_EQUAL = frozenset(
    {
        "Ljava/lang/Object;->equals",
        "Ljava/lang/Boolean;->equals",
        "Ljava/util/Objects;->equals",
        "Lkotlin/jvm/internal/Intrinsics;->areEqual",
    }
)
_PARTS = frozenset({"get", "getOrDefault", "getValue", "values", "entrySet", "iterator", "next", "stream"})
_HOLDS = frozenset({"contains", "containsValue"})
_FIRST = frozenset({"first", "firstOrNull", "last", "lastOrNull", "getOrNull"})
_COLLECTIONS = ("Ljava/util/", "Ljava/lang/Iterable;", "Lkotlin/collections/")


def given_by_library(supposed: Supposed, method: Method, arguments: Sequence[Known | None]) -> Known | None:
    """What a library method gives of the answer, or of numbers that were drawn from it."""
    first, second = (*arguments, None, None)[:2]
    name = f"{method.class_name}->{method.name}"
    if name in _BOXED or (method.name in _UNBOXED and method.class_name.startswith("Ljava/lang/")):
        answer = supposed.yes if method.name == "booleanValue" else None
        return answer if first is ANSWER else first
    if name in _EQUAL:
        left, right = (supposed.yes if each is ANSWER else each for each in (first, second))
        return int(left == right) if isinstance(left, int) and isinstance(right, int) else None
    if not method.class_name.startswith(_COLLECTIONS):
        return None
    if first is RESULTS:
        return _of_results(supposed, method.name, second)
    return _of_collection(supposed, method.name, second) if first is ANSWER else None


def _of_results(supposed: Supposed, name: str, second: Known | None) -> Known | None:
    if name in _FIRST:
        return supposed.element
    return int(second == supposed.element) if name in _HOLDS and isinstance(second, int) else None


def _of_collection(supposed: Supposed, name: str, second: Known | None) -> Known | None:
    """Of a map or collection in which every answer is the same."""
    if name in _PARTS:
        return ANSWER
    if name in _HOLDS:
        return int(second == supposed.yes) if isinstance(second, int) else None
    return COUNT if name == "size" else 0 if name == "isEmpty" else None
