"""String: Java's own texts, in UTF-16 units."""

from __future__ import annotations

import re
from typing import TypeVar

from permaudit.evidence.evaluation.arithmetic import signed
from permaudit.evidence.evaluation.library.calls import Call, Function, byte_array, numbers, part_of
from permaudit.evidence.evaluation.library.characters import CHARACTER, spelled_box
from permaudit.evidence.evaluation.library.charsets import decoded, encoded
from permaudit.evidence.evaluation.operands import Array, Operand, UndecidedError, has_halves, to_units

Letter = TypeVar("Letter", str, int)
_LAST_UNIT, _LAST_POINT = 0xFFFF, 0x10FFFF
_HALVES = range(0xD800, 0xE000)
_STRING = "Ljava/lang/String;"
_SAFE_PATTERN = re.compile(r"[^\\.*+?(){}|^$\[\]]*|\[\^?[^\\\[\]&]+\]\+?|\\[.*+?(){}|^$\[\]\\#@!%&~-]")
_ODD_CLASS = re.compile(r"--|\|\||~~|\[\^?\[")
_LONGEST_PATTERN = 200
"""Patterns that mean the same in Java and Python and cost no more than their text: letters, one class, one escape."""


def _made(call: Call) -> Operand:
    """`new String(…)`."""
    match call.kinds:
        case []:
            return ""
        case ["[C"] | ["[C", "I", "I"]:
            letters = _letters(call, 1)
            return "".join(_part(call, letters, 2) if len(call.kinds) > 1 else letters)
        case ["[B"] | ["[B", "Ljava/lang/String;" | "Ljava/nio/charset/Charset;"]:
            return decoded(call.octets(1), call.arguments[2] if len(call.kinds) > 1 else None)
        case ["[B", "I", "I"] | ["[B", "I", "I", "Ljava/lang/String;" | "Ljava/nio/charset/Charset;"]:
            part = bytes(_part(call, list(call.octets(1)), 2))
            return decoded(part, call.arguments[4] if len(call.kinds) > 3 else None)  # noqa: PLR2004
        case ["[B", "I"] | ["[B", "I", "I", "I"]:  # deprecated: each byte is the lower half of a letter
            high = (call.number(2) & 0xFF) << 8
            halves = list(call.octets(1))
            halves = _part(call, halves, 3) if len(call.kinds) > 2 else halves  # noqa: PLR2004
            return "".join(chr(high | each) for each in halves)
        case ["[I", "I", "I"]:
            call.pay(len(call.array(1).items))
            points = _part(call, numbers(call.array(1)), 2)
            if not all(0 <= each <= _LAST_POINT for each in points):
                raise UndecidedError("code point")
            return to_units("".join(map(chr, points)))
        case ["Ljava/lang/String;" | "Ljava/lang/StringBuilder;" | "Ljava/lang/StringBuffer;"]:
            return call.text(1)
        case _:
            raise UndecidedError("overload")


def _letters(call: Call, position: int) -> list[str]:
    array = call.array(position)
    call.pay(len(array.items))
    if array.kind != "C":
        raise UndecidedError("not letters")
    return [chr(each & 0xFFFF) for each in numbers(array)]


def _part(call: Call, items: list[Letter], position: int) -> list[Letter]:
    return part_of(items, call.number(position), call.number(position + 1))


def _char_at(call: Call) -> Operand:
    text, place = call.text(0), call.number(1)
    if not 0 <= place < len(text):
        raise UndecidedError("bounds")
    return ord(text[place])


def _code_point_at(call: Call) -> Operand:
    found = _char_at(call)
    if isinstance(found, int) and found in _HALVES:
        raise UndecidedError("half a pair")
    return found


def _substring(call: Call) -> Operand:
    text = call.text(0)
    start = call.number(1)
    end = call.number(2) if len(call.arguments) > 2 else len(text)  # noqa: PLR2004
    if not 0 <= start <= end <= len(text):
        raise UndecidedError("bounds")
    call.pay(end - start)
    return text[start:end]


def _piece(call: Call, position: int) -> str:
    """A text, or a single letter given as its number."""
    if call.kinds[position - 1] not in ("C", "I"):
        return call.text(position)
    number = call.number(position)
    if not 0 <= number <= _LAST_UNIT:
        raise UndecidedError("code point")
    return chr(number)


def _index_of(call: Call) -> Operand:
    text, piece = call.text(0), _piece(call, 1)
    call.pay(len(text))
    start = min(max(call.number(2), 0), len(text)) if len(call.arguments) > 2 else 0  # noqa: PLR2004
    return text.find(piece, start)


def _last_index_of(call: Call) -> Operand:
    if len(call.arguments) > 2:  # noqa: PLR2004
        raise UndecidedError("overload")
    call.pay(len(call.text(0)))
    return call.text(0).rfind(_piece(call, 1))


def _starts_with(call: Call) -> Operand:
    text, start = call.text(0), call.number(2) if len(call.arguments) > 2 else 0  # noqa: PLR2004
    call.pay(len(text))
    return int(0 <= start <= len(text) and text.startswith(call.text(1), start))


def _ends_with(call: Call) -> Operand:
    call.pay(len(call.text(1)))
    return int(call.text(0).endswith(call.text(1)))


def _contains(call: Call) -> Operand:
    call.pay(len(call.text(0)))
    return int(call.text(1) in call.text(0))


def _concat(call: Call) -> Operand:
    call.pay(len(call.text(0)) + len(call.text(1)))
    return call.text(0) + call.text(1)


def _trim(call: Call) -> Operand:
    call.pay(len(call.text(0)))
    return call.text(0).strip("".join(map(chr, range(33))))


def _replace(call: Call) -> Operand:
    text, old, new = call.text(0), _piece(call, 1), _piece(call, 2)
    call.pay((len(text) + 1) * max(len(new), 1))
    return text.replace(old, new)


def _pattern(call: Call) -> re.Pattern[str]:
    text = call.text(1)
    if len(text) > _LONGEST_PATTERN or not _SAFE_PATTERN.fullmatch(text) or _ODD_CLASS.search(text):
        raise UndecidedError("pattern")
    call.machine.spend(len(text))
    try:
        return re.compile(text)
    except (re.error, OverflowError) as error:
        raise UndecidedError("pattern") from error


def _replace_all(call: Call) -> Operand:
    text, pattern, new = call.text(0), _pattern(call), call.text(2)
    call.pay((len(text) + 1) * max(len(new), 1))
    if "\\" in new or "$" in new or has_halves(text):
        raise UndecidedError("pattern")
    return pattern.sub(lambda _: new, text)


def _split(call: Call) -> Operand:
    text, pattern = call.text(0), _pattern(call)
    limit = call.number(2) if len(call.arguments) > 2 else 0  # noqa: PLR2004
    call.pay(len(text))
    if not pattern.pattern or limit < 0 or has_halves(text):
        raise UndecidedError("pattern")
    pieces = pattern.split(text, maxsplit=max(limit - 1, 0)) if limit != 1 else [text]
    while limit == 0 and pieces and not pieces[-1] and text:
        pieces.pop()
    return Array("L", list(pieces))


def _join(call: Call) -> Operand:
    items = call.arguments[1]
    content = items if isinstance(items, Array) else call.instance(1).content
    held = content.items if isinstance(content, Array) and not content.is_lost else content
    if not isinstance(held, list):
        raise UndecidedError("not texts")
    call.machine.pay(len(held))
    if not all(isinstance(each, str) for each in held):
        raise UndecidedError("not texts")
    pieces = [each for each in held if isinstance(each, str)]
    call.pay(sum(map(len, pieces)) + len(call.text(0)) * len(pieces))
    return call.text(0).join(pieces)


def _get_bytes(call: Call) -> Operand:
    text = call.text(0)
    call.pay(len(text))
    return byte_array(encoded(text, call.arguments[1] if len(call.arguments) > 1 else None))


def _value_of(call: Call) -> Operand:
    operand = call.arguments[0]
    match call.kinds[0]:
        case "C":
            return chr(call.number(0))
        case "Z":
            return "true" if call.number(0) else "false"
        case "I" | "J":
            return str(call.number(0))
        case "[C":
            letters = _letters(call, 0)
            return "".join(_part(call, letters, 1) if len(call.arguments) > 1 else letters)
        case _:
            return spelled_box(operand) or call.text(0)


def _hash_code(call: Call) -> Operand:
    text = call.text(0)
    call.pay(len(text))
    number = 0
    for letter in text:
        number = (31 * number + ord(letter)) & 0xFFFFFFFF
    return signed(number, 32)


def _to_char_array(call: Call) -> Operand:
    text = call.text(0)
    call.pay(len(text))
    return Array("C", [ord(letter) for letter in text])


def _equals(call: Call) -> Operand:
    text, other = call.text(0), call.arguments[1]
    if not isinstance(other, str) or len(text) != len(other):
        return 0
    call.pay(len(text))
    return int(text == other)


def _ascii_case(change: str) -> Function:
    """Upper or lower case of plain letters; of others, Java and Python need not agree."""

    def function(call: Call) -> Operand:
        text = call.text(0)
        call.pay(len(text))
        if not text.isascii():
            raise UndecidedError("case")
        return text.upper() if change == "upper" else text.lower()

    return function


def _same_text(call: Call) -> Operand:
    return call.text(0)


def _to_string(call: Call) -> Operand:
    operand = call.arguments[0]
    if call.kinds in (["C"], ["I"]):
        return _piece(Call(call.machine, f"({call.kinds[0]}{call.kinds[0]})", [0, operand]), 1)
    return spelled_box(operand) or call.text(0)


TEXTS: dict[str, Function] = {
    **{
        f"{_STRING}->{name}": function
        for name, function in {
            "<init>": _made,
            "charAt": _char_at,
            "length": lambda call: len(call.text(0)),
            "isEmpty": lambda call: int(not call.text(0)),
            "substring": _substring,
            "subSequence": _substring,
            "indexOf": _index_of,
            "lastIndexOf": _last_index_of,
            "replace": _replace,
            "replaceAll": _replace_all,
            "split": _split,
            "join": _join,
            "concat": _concat,
            "contains": _contains,
            "startsWith": _starts_with,
            "endsWith": _ends_with,
            "equals": _equals,
            "hashCode": _hash_code,
            "trim": _trim,
            "toUpperCase": _ascii_case("upper"),
            "toLowerCase": _ascii_case("lower"),
            "toCharArray": _to_char_array,
            "getBytes": _get_bytes,
            "valueOf": _value_of,
            "copyValueOf": _value_of,
            "codePointAt": _code_point_at,
            "intern": _same_text,
            "toString": _same_text,
        }.items()
    },
    "Ljava/lang/CharSequence;->charAt": _char_at,
    "Ljava/lang/CharSequence;->length": lambda call: len(call.text(0)),
    "Ljava/lang/CharSequence;->toString": _same_text,
    "Ljava/lang/Object;->toString": _to_string,
    "Ljava/lang/Object;->equals": _equals,
    f"{CHARACTER}->toString": _to_string,
    "Landroid/text/TextUtils;->join": _join,
}
