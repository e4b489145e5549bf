"""Finds what a library method gives on known operands; what unknown methods get in hand is not known any more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from permaudit.dex.descriptors import parameters
from permaudit.evidence.code import Code
from permaudit.evidence.evaluation.arithmetic import BOXES, fitting
from permaudit.evidence.evaluation.operands import UNSEEN, Array, Instance, Operand, UndecidedError, is_known, lose
from permaudit.model.place import Method

if TYPE_CHECKING:
    from permaudit.evidence.evaluation.machine import Machine

LONGEST_TEXT = 1 << 16


@dataclass(frozen=True, slots=True)
class Call:
    """One call: `arguments` as the descriptor lists them, the receiver first where there is one."""

    machine: Machine
    descriptor: str
    arguments: list[Operand]

    def text(self, position: int) -> str:
        """The text at a place, also of what can be read like one.

        Raises:
            UndecidedError: there is none.
        """
        operand = self.arguments[position] if position < len(self.arguments) else UNSEEN
        if isinstance(operand, Instance) and isinstance(operand.content, list) and is_builder(operand):
            pieces = [each for each in operand.content if isinstance(each, str)]
            self.pay(sum(map(len, pieces)))
            return "".join(pieces)
        if not isinstance(operand, str):
            raise UndecidedError("not a text")
        return operand

    def number(self, position: int) -> int:
        """The number at a place.

        Raises:
            UndecidedError: there is none.
        """
        operand = self.arguments[position] if position < len(self.arguments) else UNSEEN
        if isinstance(operand, Instance) and operand.class_name in BOXES:
            operand = operand.content if isinstance(operand.content, int) else UNSEEN
        if not isinstance(operand, int):
            raise UndecidedError("not a number")
        return operand

    @property
    def kinds(self) -> list[str]:
        """The types of the declared parameters."""
        return parameters(self.descriptor)

    def instance(self, position: int = 0) -> Instance:
        """The object at a place.

        Raises:
            UndecidedError: there is none.
        """
        operand = self.arguments[position] if position < len(self.arguments) else UNSEEN
        if not isinstance(operand, Instance):
            raise UndecidedError("not an object")
        return operand

    def array(self, position: int) -> Array:
        """The array at a place.

        Raises:
            UndecidedError: there is none.
        """
        operand = self.arguments[position] if position < len(self.arguments) else UNSEEN
        if not isinstance(operand, Array):
            raise UndecidedError("not an array")
        return operand

    def octets(self, position: int) -> bytes:
        """The bytes of a byte array.

        Raises:
            UndecidedError: it is none, or one of them is not known.
        """
        array = self.array(position)
        self.pay(len(array.items))
        if array.kind != "B":
            raise UndecidedError("not bytes")
        return bytes(each & 0xFF for each in numbers(array))

    def pay(self, length: int) -> None:
        """Pay for work on so many letters or bytes; before it is done.

        Raises:
            UndecidedError: it cannot be paid for, or is longer than any text a helper makes.
        """
        if not 0 <= length <= LONGEST_TEXT:
            raise UndecidedError("length")
        self.machine.pay(length)


_PURE = (
    "Ljava/lang/String", "Ljava/lang/Character", "Ljava/lang/Integer", "Ljava/lang/Long", "Ljava/lang/Short",
    "Ljava/lang/Byte", "Ljava/lang/CharSequence", "Ljava/math/", "Ljava/util/zip/", "Ljava/util/Base64",
    "Ljava/util/regex/", "Ljava/util/StringTokenizer", "Ljava/nio/", "Ljava/io/ByteArray", "Ljava/io/StringReader",
    "Ljava/net/URLDecoder", "Ljava/net/URLEncoder", "Ljava/text/", "Landroid/util/Base64", "Landroid/text/Html",
    "Landroid/text/TextUtils",
)  # fmt: skip
"""How the names of classes begin that give the same on the same operands on every phone."""
_KEPT_BACK = {
    (reason,) for reason in (
        "bounds", "overload", "charset", "pattern", "code point", "half a pair", "case", "base64", "digest", "line",
        "radix", "number", "no text",
    )
}  # fmt: skip
"""Why a method is not decided although all that it is given is known."""

Function = Callable[[Call], Operand]
Element = TypeVar("Element")


class Library:
    """The functions by `class->name`; `unseen_receivers` may be called on an object of which nothing is known."""

    def __init__(
        self, code: Code, functions: Mapping[str, Function], unseen_receivers: Mapping[str, Function] | None = None
    ) -> None:
        self._code, self._functions = code, functions
        self._unseen_receivers = unseen_receivers or {}
        self._known: dict[tuple[str, str], Function | None] = {}
        self._context_free: dict[tuple[str, str], Function | None] = {}

    def call(self, machine: Machine, method: Method, arguments: list[Operand]) -> Operand:
        """What a call gives; UNSEEN where the method or an operand is not known.

        Raises:
            UndecidedError: on these operands it would throw.
        """
        if method.class_name == "Ljava/lang/Object;" and method.name == "<init>":
            return UNSEEN  # every constructor ends there, and it does nothing
        function = self._find(self._known, self._functions, method)
        if function is not None and all(map(is_known, arguments)):
            try:
                return _answer(function, Call(machine, method.descriptor, arguments))
            except UndecidedError as error:
                # all is known, and yet what comes of it is not: ordinary code does not go on from an exception
                machine.is_scrambled = machine.is_scrambled or error.args[:1] in _KEPT_BACK
                raise
        function = self._find(self._context_free, self._unseen_receivers, method)
        if function is not None and all(map(is_known, arguments[1:])):
            return _answer(function, Call(machine, method.descriptor, arguments))
        if is_pure(method.class_name) and all(map(_is_whole, arguments)):
            machine.is_scrambled = True  # a text made of nothing but what stands in the code, in a way not known here
        machine.may_throw()
        for each in arguments:
            lose(each)
        return UNSEEN

    def knows(self, method: Method) -> bool:
        """Whether a method is one that can be evaluated."""
        return (
            self._find(self._known, self._functions, method) is not None
            or self._find(self._context_free, self._unseen_receivers, method) is not None
        )

    def _find(
        self, known: dict[tuple[str, str], Function | None], functions: Mapping[str, Function], method: Method
    ) -> Function | None:
        key = (method.class_name, method.name)
        if key not in known:
            owners = [method.class_name]
            if method.name == "clone" and method.class_name.startswith("["):
                owners = ["[]"]
            elif method.name != "<init>":  # nobody inherits a constructor
                owners += sorted(self._code.platform_ancestors(method.class_name))
            found = (functions.get(f"{owner}->{method.name}") for owner in owners)
            known[key] = next((each for each in found if each is not None), None)
        return known[key]


def _answer(function: Function, call: Call) -> Operand:
    """What a function gives, in the width of the type that the method is declared to give.

    Raises:
        UndecidedError: see there; also for a descriptor under which no method of that name is known.
    """
    try:
        result = function(call)
    except (LookupError, TypeError, ValueError) as error:
        raise UndecidedError("overload") from error
    kind = call.descriptor[call.descriptor.rfind(")") + 1 :][:1]
    return fitting(kind, result) if isinstance(result, int) else result


def is_pure(class_name: str) -> bool:
    """Whether what the methods of a class give depends on nothing but what they are given."""
    return class_name.startswith(_PURE)


def _is_whole(operand: Operand) -> bool:
    """Whether an operand is known to the last element."""
    match operand:
        case Array():
            return not operand.is_lost and all(map(_is_whole, operand.items))
        case Instance():
            return not operand.is_lost and operand.content is not None
        case _:
            return is_known(operand)


def numbers(array: Array) -> list[int]:
    """The elements of an array of numbers.

    Raises:
        UndecidedError: one of them is not known.
    """
    found = [each for each in array.items if isinstance(each, int)]
    if len(found) != len(array.items):
        raise UndecidedError("array")
    return found


def byte_array(data: bytes) -> Array:
    """Bytes as Java holds them: signed."""
    return Array("B", [each - 256 if each > 127 else each for each in data])  # noqa: PLR2004


def part_of(items: list[Element], start: int, count: int) -> list[Element]:
    """A part of a list.

    Raises:
        UndecidedError: it is not wholly in it.
    """
    if start < 0 or count < 0 or start + count > len(items):
        raise UndecidedError("bounds")
    return items[start : start + count]


def is_builder(instance: Instance) -> bool:
    """Whether an object is one of the two builders of texts, whose content is a list of pieces."""
    return instance.class_name in ("Ljava/lang/StringBuilder;", "Ljava/lang/StringBuffer;")
