"""StringBuilder and StringBuffer: an object whose content is a list of pieces of text."""

from __future__ import annotations

from permaudit.dex.descriptors import parameters
from permaudit.evidence.evaluation.library.calls import Call, Function, is_builder, numbers
from permaudit.evidence.evaluation.library.characters import spelled_box
from permaudit.evidence.evaluation.operands import UNSEEN, Array, Instance, Operand, UndecidedError, has_halves


def _pieces(call: Call) -> list[Operand]:
    content = call.instance(0).content
    if not isinstance(content, list):
        raise UndecidedError("builder")
    return content


def _whole(call: Call) -> str:
    """All pieces as one text, which takes their place."""
    pieces = _pieces(call)
    if len(pieces) != 1:
        texts = [each for each in pieces if isinstance(each, str)]
        call.pay(sum(map(len, texts)))
        pieces[:] = ["".join(texts)]
    return str(pieces[0])


def _set(call: Call, text: str) -> Operand:
    call.pay(len(text))
    _pieces(call)[:] = [text]
    return call.arguments[0]


def _init(call: Call) -> Operand:
    kinds = parameters(call.descriptor)
    text = call.text(1) if kinds and kinds[0] != "I" else ""
    call.pay(call.number(1) if kinds[:1] == ["I"] else len(text))
    call.instance(0).content = [text] if text else []
    return UNSEEN


def spelled(call: Call, position: int, kind: str) -> str:
    """A value as `append` of that declared type writes it.

    Raises:
        UndecidedError: that depends on what is not known.
    """
    operand = call.arguments[position]
    match operand:
        case str():
            return operand
        case Instance() if box := spelled_box(operand):
            return box
        case Array(kind="C") if kind == "[C":
            call.pay(len(operand.items))
            return "".join(map(chr, numbers(operand)))
        case int() if kind == "C":
            return chr(operand & 0xFFFF)
        case int() if kind in ("I", "J", "B", "S"):
            return str(operand)
        case int() if kind == "Z":
            return "true" if operand else "false"
        case Instance() if is_builder(operand):
            return call.text(position)
        case _:
            raise UndecidedError("append")


def _append(call: Call) -> Operand:
    kinds = parameters(call.descriptor)
    text = spelled(call, 1, kinds[0])
    if len(kinds) == 3:  # noqa: PLR2004  a part of it
        first, second = call.number(2), call.number(3)
        end = first + second if kinds[0] == "[C" else second
        if not 0 <= first <= end <= len(text):
            raise UndecidedError("bounds")
        text = text[first:end]
    call.pay(len(text))
    if text:
        _pieces(call).append(text)
    return call.arguments[0]


def _insert(call: Call) -> Operand:
    text, place = _whole(call), call.number(1)
    if not 0 <= place <= len(text) or len(call.kinds) != 2:  # noqa: PLR2004  a part of it
        raise UndecidedError("bounds")
    return _set(call, text[:place] + spelled(call, 2, call.kinds[1]) + text[place:])


def _char_at(call: Call) -> Operand:
    text, place = _whole(call), call.number(1)
    if not 0 <= place < len(text):
        raise UndecidedError("bounds")
    return ord(text[place])


def _set_char_at(call: Call) -> Operand:
    text, place = _whole(call), call.number(1)
    if not 0 <= place < len(text):
        raise UndecidedError("bounds")
    return _set(call, text[:place] + chr(call.number(2) & 0xFFFF) + text[place + 1 :])


def _delete(call: Call) -> Operand:
    text, start = _whole(call), call.number(1)
    end = call.number(2) if len(call.arguments) > 2 else start + 1  # noqa: PLR2004
    if not 0 <= start <= min(end, len(text)) or (len(call.kinds) == 1 and start == len(text)):
        raise UndecidedError("bounds")
    return _set(call, text[:start] + text[end:])


def _reverse(call: Call) -> Operand:
    text = _whole(call)
    if has_halves(text):
        raise UndecidedError("half a pair")
    return _set(call, text[::-1])


def _index_of(call: Call) -> Operand:
    text = _whole(call)
    call.pay(len(text))
    return text.find(call.text(1), min(max(call.number(2), 0), len(text)) if len(call.kinds) > 1 else 0)


def _set_length(call: Call) -> Operand:
    text, length = _whole(call), call.number(1)
    if not 0 <= length <= len(text):
        raise UndecidedError("bounds")
    return _set(call, text[:length])


def _substring(call: Call) -> Operand:
    text, start = _whole(call), call.number(1)
    end = call.number(2) if len(call.arguments) > 2 else len(text)  # noqa: PLR2004
    if not 0 <= start <= end <= len(text):
        raise UndecidedError("bounds")
    call.pay(end - start)
    return text[start:end]


_FUNCTIONS: dict[str, Function] = {
    "<init>": _init,
    "append": _append,
    "insert": _insert,
    "reverse": _reverse,
    "toString": _whole,
    "length": lambda call: len(_whole(call)),
    "charAt": _char_at,
    "setCharAt": _set_char_at,
    "deleteCharAt": _delete,
    "delete": _delete,
    "setLength": _set_length,
    "substring": _substring,
    "indexOf": _index_of,
}
BUILDERS: dict[str, Function] = {
    f"Ljava/lang/{name};->{method}": function
    for name in ("StringBuilder", "StringBuffer")
    for method, function in _FUNCTIONS.items()
} | {"Ljava/lang/Appendable;->append": _append}
