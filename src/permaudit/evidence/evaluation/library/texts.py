"""String and Character: Java's own texts, in UTF-16 units."""

from __future__ import annotations

import re
from typing import TypeVar

from permaudit.dex.descriptors import parameters
from permaudit.evidence.evaluation.arithmetic import signed
from permaudit.evidence.evaluation.library.calls import Call, Function, byte_array, numbers
from permaudit.evidence.evaluation.library.charsets import decoded, encoded
from permaudit.evidence.evaluation.operands import UNSEEN, Array, Instance, Operand, UndecidedError

Letter = TypeVar("Letter", str, int)
_STRING, _CHARACTER = "Ljava/lang/String;", "Ljava/lang/Character;"
_SAFE_PATTERN = re.compile(r"[^\\.*+?(){}|^$\[\]]*|\[\^?[^\\\[\]&]+\]\+?|\\[.*+?(){}|^$\[\]\\#@!%&~-]")
"""Patterns that mean the same in Java and Python and cost no more than their text: letters, one class, one escape."""


def _made(call: Call) -> Operand:
    """`new String(…)`."""
    kinds = parameters(call.descriptor)
    match kinds[:1]:
        case []:
            return ""
        case ["[C"]:
            letters = [chr(each) for each in numbers(call.array(1))]
            call.pay(len(letters))
            return "".join(_part(call, letters, 2) if kinds[1:2] == ["I"] else letters)
        case ["[B"]:
            data = call.octets(1)
            if kinds[1:2] == ["I"]:
                data = bytes(_part(call, list(data), 2))
            return decoded(data, call.arguments[-1] if kinds[-1] in (_STRING, "Ljava/nio/charset/Charset;") else None)
        case ["[I"]:
            return "".join(map(chr, _part(call, numbers(call.array(1)), 2)))
        case _:
            return call.text(1)


def _part(call: Call, items: list[Letter], position: int) -> list[Letter]:
    start, count = call.number(position), call.number(position + 1)
    if start < 0 or count < 0 or start + count > len(items):
        raise UndecidedError("bounds")
    return items[start : start + count]


def _char_at(call: Call) -> Operand:
    text, place = call.text(0), call.number(1)
    if not 0 <= place < len(text):
        raise UndecidedError("bounds")
    return ord(text[place])


def _substring(call: Call) -> Operand:
    text = call.text(0)
    start = call.number(1)
    end = call.number(2) if len(call.arguments) > 2 else len(text)  # noqa: PLR2004
    if not 0 <= start <= end <= len(text):
        raise UndecidedError("bounds")
    return text[start:end]


def _piece(call: Call, position: int) -> str:
    """A text, or a single letter given as its number."""
    operand = call.arguments[position]
    return chr(operand & 0xFFFF) if isinstance(operand, int) else call.text(position)


def _index_of(call: Call) -> Operand:
    return call.text(0).find(_piece(call, 1), *([max(call.number(2), 0)] if len(call.arguments) > 2 else []))  # noqa: PLR2004


def _last_index_of(call: Call) -> Operand:
    if len(call.arguments) > 2:  # noqa: PLR2004
        raise UndecidedError("overload")
    return call.text(0).rfind(_piece(call, 1))


def _replace(call: Call) -> Operand:
    text, old, new = call.text(0), _piece(call, 1), _piece(call, 2)
    call.pay(len(text) * max(len(new), 1))
    return text.replace(old, new)


def _pattern(text: str) -> re.Pattern[str]:
    if not _SAFE_PATTERN.fullmatch(text):
        raise UndecidedError("pattern")
    return re.compile(text)


def _replace_all(call: Call) -> Operand:
    text, pattern, new = call.text(0), _pattern(call.text(1)), call.text(2)
    if "\\" in new or "$" in new:
        raise UndecidedError("pattern")
    call.pay(len(text) * max(len(new), 1))
    return pattern.sub(lambda _: new, text)


def _split(call: Call) -> Operand:
    text, pattern = call.text(0), _pattern(call.text(1))
    limit = call.number(2) if len(call.arguments) > 2 else 0  # noqa: PLR2004
    if not pattern.pattern or limit < 0:
        raise UndecidedError("pattern")
    call.pay(len(text))
    pieces = pattern.split(text, maxsplit=max(limit - 1, 0)) if limit != 1 else [text]
    while limit == 0 and len(pieces) > 1 and not pieces[-1]:
        pieces.pop()
    return Array("L", list(pieces))


def _join(call: Call) -> Operand:
    items = call.arguments[1]
    held = items.items if isinstance(items, Array) else call.instance(1).content
    if not isinstance(held, list) or not all(isinstance(each, str) for each in held):
        raise UndecidedError("not texts")
    joined = call.text(0).join(held)
    call.pay(len(joined))
    return joined


def _get_bytes(call: Call) -> Operand:
    text = call.text(0)
    call.pay(len(text))
    return byte_array(encoded(text, call.arguments[1] if len(call.arguments) > 1 else None))


def _value_of(call: Call) -> Operand:
    kind = parameters(call.descriptor)[0]
    operand = call.arguments[0]
    match kind:
        case "C":
            return chr(call.number(0))
        case "Z":
            return "true" if operand else "false"
        case "I" | "J":
            return str(call.number(0))
        case "[C":
            letters = [chr(each) for each in numbers(call.array(0))]
            call.pay(len(letters))
            return "".join(_part(call, letters, 1) if len(call.arguments) > 1 else letters)
        case _:
            return call.text(0)


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
    other = call.arguments[1]
    return int(isinstance(other, str) and call.text(0) == other)


def _ascii_case(change: str) -> Function:
    """Upper or lower case of plain letters; of others, Java and Python need not agree."""

    def function(call: Call) -> Operand:
        text = call.text(0)
        if not text.isascii():
            raise UndecidedError("case")
        return text.upper() if change == "upper" else text.lower()

    return function


def _digit(call: Call) -> Operand:
    letter, radix = chr(call.number(0) & 0xFFFF), call.number(1)
    if not letter.isascii():
        raise UndecidedError("digit")
    found = "0123456789abcdefghijklmnopqrstuvwxyz".find(letter.lower())
    return found if 0 <= found < radix else -1


def _for_digit(call: Call) -> Operand:
    digit, radix = call.number(0), call.number(1)
    return ord("0123456789abcdefghijklmnopqrstuvwxyz"[digit]) if 0 <= digit < min(radix, 36) else 0


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


def _same_text(call: Call) -> Operand:
    return call.text(0)


def _boxed(call: Call) -> Operand:
    """A boxed character is kept apart from a boxed number: appended, it is a letter."""
    return Instance(_CHARACTER, content=call.number(0))


def _unboxed(call: Call) -> Operand:
    content = call.instance(0).content
    return content if isinstance(content, int) else UNSEEN


def _to_string(call: Call) -> Operand:
    operand = call.arguments[0]
    if isinstance(operand, Instance) and operand.class_name == _CHARACTER and isinstance(operand.content, int):
        return chr(operand.content)
    return chr(operand & 0xFFFF) if isinstance(operand, int) else call.text(0)


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
            "concat": lambda call: call.text(0) + call.text(1),
            "contains": lambda call: int(call.text(1) in call.text(0)),
            "startsWith": lambda call: int(call.text(0).startswith(call.text(1))),
            "endsWith": lambda call: int(call.text(0).endswith(call.text(1))),
            "equals": _equals,
            "hashCode": _hash_code,
            "trim": lambda call: call.text(0).strip("".join(map(chr, range(33)))),
            "toUpperCase": _ascii_case("upper"),
            "toLowerCase": _ascii_case("lower"),
            "toCharArray": _to_char_array,
            "getBytes": _get_bytes,
            "valueOf": _value_of,
            "copyValueOf": _value_of,
            "codePointAt": _char_at,
            "intern": _same_text,
            "toString": _same_text,
        }.items()
    },
    "Ljava/lang/CharSequence;->charAt": _char_at,
    "Ljava/lang/CharSequence;->length": lambda call: len(call.text(0)),
    "Ljava/lang/CharSequence;->toString": _same_text,
    "Ljava/lang/Object;->toString": _same_text,
    "Ljava/lang/Object;->equals": _equals,
    f"{_CHARACTER}->valueOf": _boxed,
    f"{_CHARACTER}->charValue": _unboxed,
    f"{_CHARACTER}->toString": _to_string,
    f"{_CHARACTER}->digit": _digit,
    f"{_CHARACTER}->getNumericValue": lambda call: _digit(Call(call.machine, "", [call.arguments[0], 36])),
    f"{_CHARACTER}->forDigit": _for_digit,
    f"{_CHARACTER}->isDigit": _is_kind("isdigit"),
    f"{_CHARACTER}->isLetter": _is_kind("isalpha"),
    f"{_CHARACTER}->isUpperCase": _is_kind("isupper"),
    f"{_CHARACTER}->isLowerCase": _is_kind("islower"),
    f"{_CHARACTER}->toUpperCase": _case_of("upper"),
    f"{_CHARACTER}->toLowerCase": _case_of("lower"),
}
