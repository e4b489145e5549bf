"""Streams and objects that undo compression: gzip and zlib."""

from __future__ import annotations

import zlib

from permaudit.evidence.evaluation.library.calls import LONGEST_TEXT, Call, Function, byte_array, part_of
from permaudit.evidence.evaluation.library.packagefiles import content_of
from permaudit.evidence.evaluation.operands import UNSEEN, Operand, UndecidedError, lose

_INFLATER = "Ljava/util/zip/Inflater;"
_GZIP = zlib.MAX_WBITS | 16


def _inflated(call: Call, packed: bytes, window_bits: int) -> bytes:
    """What a whole stream gives; no helper makes texts longer than the bound.

    Raises:
        UndecidedError: it is damaged, cut off or too long.
    """
    call.pay(min(len(packed), LONGEST_TEXT))
    stream = zlib.decompressobj(window_bits)
    try:
        data = stream.decompress(packed, LONGEST_TEXT)
    except zlib.error as error:
        raise UndecidedError("stream") from error
    if not stream.eof:
        raise UndecidedError("stream")
    call.pay(len(data))
    return data


def _wrap(window_bits: int) -> Function:
    """A stream that inflates another one takes all of its bytes."""

    def function(call: Call) -> Operand:
        if len(call.arguments) > 2 and not all(isinstance(each, int) for each in call.arguments[2:]):  # noqa: PLR2004
            raise UndecidedError("overload")  # with an inflater of its own
        inner = call.instance(1)
        call.instance(0).content = bytearray(_inflated(call, bytes(content_of(call, 1)), window_bits))
        inner.content = None
        lose(inner)
        return UNSEEN

    return function


def _made(call: Call) -> Operand:
    call.instance(0).content = ("raw" if call.arguments[1:] and call.number(1) else "zlib", None)
    return UNSEEN


def _set_input(call: Call) -> Operand:
    packed = call.octets(1)
    if len(call.arguments) > 2:  # noqa: PLR2004
        packed = bytes(part_of(list(packed), call.number(2), call.number(3)))
    match call.instance(0).content:
        case (str() as form, None):
            window_bits = -zlib.MAX_WBITS if form == "raw" else zlib.MAX_WBITS
            call.instance(0).content = (form, _inflated(call, packed, window_bits))
        case _:
            raise UndecidedError("stream")
    return UNSEEN


def _left(call: Call) -> tuple[str, bytes]:
    match call.instance(0).content:
        case (str() as form, bytes() as data):
            return form, data
        case _:
            raise UndecidedError("stream")


def _inflate(call: Call) -> Operand:
    form, data = _left(call)
    array = call.array(1)
    start, most = (call.number(2), call.number(3)) if len(call.arguments) > 2 else (0, len(array.items))  # noqa: PLR2004
    if array.kind != "B" or min(start, most) < 0 or start + most > len(array.items):
        raise UndecidedError("bounds")
    part = data[:most]
    call.pay(len(part))
    array.items[start : start + len(part)] = byte_array(part).items
    call.instance(0).content = (form, data[len(part) :])
    return len(part)


COMPRESSION: dict[str, Function] = {
    "Ljava/util/zip/GZIPInputStream;-><init>": _wrap(_GZIP),
    "Ljava/util/zip/InflaterInputStream;-><init>": _wrap(zlib.MAX_WBITS),
    f"{_INFLATER}-><init>": _made,
    f"{_INFLATER}->setInput": _set_input,
    f"{_INFLATER}->inflate": _inflate,
    f"{_INFLATER}->finished": lambda call: int(not _left(call)[1]),
    f"{_INFLATER}->needsInput": lambda call: int(not _left(call)[1]),
    f"{_INFLATER}->end": lambda _: UNSEEN,
}
