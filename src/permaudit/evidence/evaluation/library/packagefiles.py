"""Files and string resources of the package, and the streams by which helpers read them."""

from __future__ import annotations

from collections.abc import Callable

from permaudit.evidence.evaluation.library.calls import Call, Function, byte_array, part_of
from permaudit.evidence.evaluation.library.charsets import decoded, is_utf8
from permaudit.evidence.evaluation.operands import UNSEEN, Array, Instance, Operand, UndecidedError, lose, to_units

_STREAM, _READER, _SINK = "Ljava/io/InputStream;", "Ljava/io/Reader;", "Ljava/io/ByteArrayOutputStream;"
_WRAPPERS = ("BufferedInputStream", "DataInputStream", "InputStreamReader", "BufferedReader")
_COST_OF_A_FAILURE = 1000  # a damaged file may have been inflated up to its end
_CONTEXT, _RESOURCES = "Landroid/content/Context;", "Landroid/content/res/Resources;"


def content_of(call: Call, position: int = 0) -> bytearray:
    """What is left in a stream, reader or sink.

    Raises:
        UndecidedError: that is not known.
    """
    content = call.instance(position).content
    if not isinstance(content, bytearray):
        raise UndecidedError("stream")
    return content


def _wrap(call: Call) -> Operand:
    """A stream or reader around another takes its bytes; what is read through one is not read through the other."""
    inner = call.instance(1)
    call.instance(0).content = content_of(call, 1)
    if (
        call.instance(0).class_name == "Ljava/io/InputStreamReader;"
        and len(call.arguments) > 2  # noqa: PLR2004
        and not is_utf8(call.arguments[2])
    ):
        raise UndecidedError("charset")
    inner.content = None
    lose(inner)
    return UNSEEN


def _from_array(call: Call) -> Operand:
    data = call.octets(1)
    if len(call.kinds) > 1:
        data = bytes(part_of(list(data), call.number(2), min(call.number(3), len(data) - call.number(2))))
    call.instance(0).content = bytearray(data)
    return UNSEEN


def _read(call: Call) -> Operand:
    data = content_of(call)
    if len(call.arguments) == 1:
        first = data[0] if data else -1
        del data[:1]
        return first
    array = call.array(1)
    start = call.number(2) if len(call.arguments) > 2 else 0  # noqa: PLR2004
    most = call.number(3) if len(call.arguments) > 2 else len(array.items)  # noqa: PLR2004
    part = bytes(data[: max(most, 0)])
    if array.kind != "B" or min(start, most) < 0 or start + most > len(array.items):
        raise UndecidedError("bounds")
    call.pay(len(part))
    del data[: len(part)]
    array.items[start : start + len(part)] = byte_array(part).items
    return len(part) if part or not most else -1


def _read_fully(call: Call) -> Operand:
    wanted = call.number(3) if len(call.arguments) > 2 else len(call.array(1).items)  # noqa: PLR2004
    if len(content_of(call)) < wanted:
        raise UndecidedError("end of file")
    return _read(call)


def _read_line(call: Call) -> Operand:
    data = content_of(call)
    if not data:
        return 0
    end = data.find(b"\n")
    line = bytes(data[:end] if end >= 0 else data)
    call.pay(len(line))
    if b"\r" in line.removesuffix(b"\r"):
        raise UndecidedError("line")
    del data[: end + 1 if end >= 0 else len(data)]
    return decoded(line.removesuffix(b"\r"), None)


def _read_all(call: Call) -> Operand:
    data = bytes(content_of(call))
    call.pay(len(data))
    content_of(call).clear()
    return byte_array(data)


def _read_number(width: int) -> Function:
    def function(call: Call) -> Operand:
        data = content_of(call)
        if len(data) < width:
            raise UndecidedError("bounds")
        number = int.from_bytes(data[:width], "big", signed=True)
        del data[:width]
        return number

    return function


def _read_utf(call: Call) -> Operand:
    data = content_of(call)
    count = int.from_bytes(data[:2], "big")
    if len(data) < 2 + count:
        raise UndecidedError("bounds")
    text = bytes(data[2 : 2 + count])
    call.machine.pay(count)
    del data[: 2 + count]
    return decoded(text, None)


def _new_sink(call: Call) -> Operand:
    call.instance(0).content = bytearray()
    return UNSEEN


def _write(call: Call) -> Operand:
    data = content_of(call)
    if isinstance(call.arguments[1], int):
        data.append(call.number(1) & 0xFF)
        return UNSEEN
    part = call.octets(1)
    if len(call.arguments) > 2:  # noqa: PLR2004
        start, count = call.number(2), call.number(3)
        part = bytes(part_of(list(part), start, count))
    call.pay(len(data) + len(part))
    data.extend(part)
    return UNSEEN


def _to_bytes(call: Call) -> Operand:
    call.pay(len(content_of(call)))
    return byte_array(bytes(content_of(call)))


def _to_text(call: Call) -> Operand:
    call.pay(len(content_of(call)))
    return decoded(bytes(content_of(call)), call.arguments[1] if len(call.arguments) > 1 else None)


STREAMS: dict[str, Function] = {
    **{f"Ljava/io/{name};-><init>": _wrap for name in _WRAPPERS},
    "Ljava/io/ByteArrayInputStream;-><init>": _from_array,
    f"{_STREAM}->read": _read,
    f"{_STREAM}->readAllBytes": _read_all,
    f"{_STREAM}->available": lambda call: len(content_of(call)),
    f"{_STREAM}->close": lambda _: UNSEEN,
    f"{_READER}->close": lambda _: UNSEEN,
    "Ljava/io/BufferedReader;->readLine": _read_line,
    "Ljava/io/BufferedReader;->close": lambda _: UNSEEN,
    "Ljava/io/DataInputStream;->readInt": _read_number(4),
    "Ljava/io/DataInputStream;->readShort": _read_number(2),
    "Ljava/io/DataInputStream;->readByte": _read_number(1),
    "Ljava/io/DataInputStream;->readLong": _read_number(8),
    "Ljava/io/DataInputStream;->readUTF": _read_utf,
    "Ljava/io/DataInputStream;->readFully": _read_fully,
    f"{_SINK}-><init>": _new_sink,
    f"{_SINK}->write": _write,
    f"{_SINK}->toByteArray": _to_bytes,
    f"{_SINK}->toString": _to_text,
    f"{_SINK}->size": lambda call: len(content_of(call)),
    f"{_SINK}->close": lambda _: UNSEEN,
}


def from_package(
    read_file: Callable[[str], bytes | None], read_strings: Callable[[int], tuple[str, ...] | None]
) -> dict[str, Function]:
    """Methods that read the package, on objects of which nothing need be known: any Context of the app is as good.

    `read_file` gives the bytes of a file by its name in the package; `read_strings` the text of a string resource,
    or those of an array.
    """

    def opened(call: Call) -> Operand:
        data = read_file(f"assets/{call.text(1)}")
        if data is None:
            call.machine.is_scrambled = True  # too large, damaged, or in a part that was not given
            call.machine.spend(_COST_OF_A_FAILURE)
            return UNSEEN
        call.machine.spend(1 + len(data) // 64)
        return Instance(_STREAM, content=bytearray(data))

    def string(call: Call) -> Operand:
        texts = read_strings(call.number(1) & 0xFFFFFFFF) if len(call.arguments) == 2 else None  # noqa: PLR2004
        return to_units(texts[0]) if texts is not None and len(texts) == 1 else UNSEEN

    def strings(call: Call) -> Operand:
        texts = read_strings(call.number(1) & 0xFFFFFFFF)
        return Array("L", [to_units(each) for each in texts]) if texts is not None else UNSEEN

    return {
        "Landroid/content/res/AssetManager;->open": opened,
        f"{_CONTEXT}->getString": string,
        f"{_RESOURCES}->getString": string,
        f"{_RESOURCES}->getText": string,
        f"{_RESOURCES}->getStringArray": strings,
    }
