"""Bytes: Base64, copies of arrays, digests."""

from __future__ import annotations

import base64
import binascii
import hashlib
import string

from permaudit.dex.descriptors import parameters
from permaudit.evidence.evaluation.arithmetic import fitting
from permaudit.evidence.evaluation.arrays import make
from permaudit.evidence.evaluation.library.calls import Call, Function, byte_array, numbers
from permaudit.evidence.evaluation.operands import UNSEEN, Array, Instance, Operand, UndecidedError

_DIGEST = "Ljava/security/MessageDigest;"
_DIGESTS = {"md5": "md5", "sha-1": "sha1", "sha1": "sha1", "sha-256": "sha256", "sha-512": "sha512"}
_NO_PADDING, _NO_WRAP, _CRLF, _URL_SAFE = 1, 2, 4, 8
_LINE = 76
_SAME = b""
_LETTERS = (string.ascii_letters + string.digits + "=").encode()
_NO_BASE64 = bytes(each for each in range(256) if each not in _LETTERS + b"+/")
_NO_URL_BASE64 = bytes(each for each in range(256) if each not in _LETTERS + b"-_")


def _input(call: Call, position: int) -> bytes:
    operand = call.arguments[position]
    if isinstance(operand, str):
        call.pay(len(operand))
        if not operand.isascii():
            raise UndecidedError("base64")
        return operand.encode()
    return call.octets(position)


def _decode_base64(data: bytes, *, url_safe: bool, lenient: bool) -> bytes:
    """Decode as Android does: if `lenient`, what is no letter of the alphabet is passed over; padding may be missing.

    Source: AOSP frameworks/base/core/java/android/util/Base64.java, Decoder; libcore java/util/Base64.java, MIME.

    Raises:
        UndecidedError: what is no Base64.
    """
    if lenient:
        data = data.translate(None, _NO_URL_BASE64 if url_safe else _NO_BASE64)
    bare = data.rstrip(b"=")
    padding = len(data) - len(bare)
    if padding not in (0, -len(bare) % 4) or (url_safe and (b"+" in bare or b"/" in bare)):
        raise UndecidedError("base64")
    data = bare
    try:
        return base64.b64decode(data + b"=" * (-len(data) % 4), b"-_" if url_safe else None, validate=True)
    except (binascii.Error, ValueError) as error:
        raise UndecidedError("base64") from error


def _android_decode(call: Call) -> Operand:
    if len(call.arguments) != 2:  # noqa: PLR2004  a part of it
        raise UndecidedError("base64")
    flags = call.number(1)
    return byte_array(_decode_base64(_input(call, 0), url_safe=bool(flags & _URL_SAFE), lenient=True))


def _android_encode(call: Call) -> Operand:
    flags, data = call.number(len(call.arguments) - 1), call.octets(0)
    if len(call.arguments) > 2 or flags & _CRLF or not (flags & _NO_WRAP or len(data) * 4 <= _LINE * 3):  # noqa: PLR2004
        raise UndecidedError("base64")
    text = base64.b64encode(data, b"-_" if flags & _URL_SAFE else None)
    text = text.rstrip(b"=") if flags & _NO_PADDING else text
    text = text if flags & _NO_WRAP or not text else text + b"\n"
    return text.decode() if call.descriptor.endswith("Ljava/lang/String;") else byte_array(text)


def _java_decode(call: Call) -> Operand:
    if len(call.arguments) != 2:  # noqa: PLR2004  into an array
        raise UndecidedError("base64")
    kind = call.instance(0).content
    return byte_array(_decode_base64(_input(call, 1), url_safe=kind == "url", lenient=kind == "mime"))


def _java_encode(call: Call) -> Operand:
    if len(call.arguments) != 2:  # noqa: PLR2004
        raise UndecidedError("base64")
    data = base64.b64encode(call.octets(1), b"-_" if call.instance(0).content == "url" else None)
    return data.decode() if call.descriptor.endswith("Ljava/lang/String;") else byte_array(data)


def _coder(name: str, kind: str) -> Function:
    return lambda _: Instance(f"Ljava/util/Base64${name};", content=kind)


def _array_copy(call: Call) -> Operand:
    source, target = call.array(0), call.array(2)
    start, place, count = call.number(1), call.number(3), call.number(4)
    if source.kind != target.kind:
        raise UndecidedError("array")
    call.machine.pay(max(count, 0))
    if min(start, place, count) < 0 or start + count > len(source.items) or place + count > len(target.items):
        raise UndecidedError("bounds")
    target.items[place : place + count] = source.items[start : start + count]
    return UNSEEN


def _copy_of(call: Call) -> Operand:
    source = call.array(0)
    start = call.number(1) if len(call.arguments) > 2 else 0  # noqa: PLR2004
    end = call.number(len(call.arguments) - 1)
    if not 0 <= start <= len(source.items) or end < start:
        raise UndecidedError("bounds")
    array = make(call.machine, source.kind, end - start)
    part = source.items[start:end]
    array.items[: len(part)] = part
    return array


def _clone(call: Call) -> Operand:
    source = call.array(0)
    call.machine.pay(len(source.items))
    return Array(source.kind, list(source.items))


def _fill(call: Call) -> Operand:
    array, operand = call.array(0), call.arguments[-1]
    if isinstance(operand, int) == (array.kind in "L[") and operand != 0:
        raise UndecidedError("array")
    low, high = (call.number(1), call.number(2)) if len(call.arguments) > 2 else (0, len(array.items))  # noqa: PLR2004
    if not 0 <= low <= high <= len(array.items):
        raise UndecidedError("bounds")
    call.machine.pay(high - low)
    array.items[low:high] = [fitting(array.kind, operand) if isinstance(operand, int) else operand] * (high - low)
    return UNSEEN


def _digest_of(call: Call) -> Operand:
    name = _DIGESTS.get(call.text(0).lower())
    if name is None:
        raise UndecidedError("digest")
    return Instance(_DIGEST, content=(name, _SAME))


def _held(call: Call) -> tuple[str, bytes]:
    match call.instance(0).content:
        case (str() as name, bytes() as data):
            return name, data
        case _:
            raise UndecidedError("digest")


def _update(call: Call) -> Operand:
    name, data = _held(call)
    if parameters(call.descriptor) != ["[B"]:
        raise UndecidedError("digest")
    more = call.octets(1)
    call.pay(len(data) + len(more))
    call.instance(0).content = (name, data + more)
    return UNSEEN


def _digest(call: Call) -> Operand:
    name, data = _held(call)
    if len(call.arguments) > 1:
        if call.kinds != ["[B"]:
            raise UndecidedError("digest")
        data += call.octets(1)
    call.pay(len(data))
    call.instance(0).content = (name, b"")
    return byte_array(hashlib.new(name, data, usedforsecurity=False).digest())


def _array_equals(call: Call) -> Operand:
    first, second = call.array(0), call.array(1)
    call.machine.pay(len(first.items) + len(second.items))
    return int(first.kind == second.kind and numbers(first) == numbers(second))


OCTETS: dict[str, Function] = {
    "Landroid/util/Base64;->decode": _android_decode,
    "Landroid/util/Base64;->encodeToString": _android_encode,
    "Landroid/util/Base64;->encode": _android_encode,
    "Ljava/util/Base64;->getDecoder": _coder("Decoder", "basic"),
    "Ljava/util/Base64;->getUrlDecoder": _coder("Decoder", "url"),
    "Ljava/util/Base64;->getMimeDecoder": _coder("Decoder", "mime"),
    "Ljava/util/Base64;->getEncoder": _coder("Encoder", "basic"),
    "Ljava/util/Base64;->getUrlEncoder": _coder("Encoder", "url"),
    "Ljava/util/Base64$Decoder;->decode": _java_decode,
    "Ljava/util/Base64$Encoder;->encodeToString": _java_encode,
    "Ljava/util/Base64$Encoder;->encode": _java_encode,
    "Ljava/lang/System;->arraycopy": _array_copy,
    "Ljava/util/Arrays;->copyOf": _copy_of,
    "Ljava/util/Arrays;->copyOfRange": _copy_of,
    "Ljava/util/Arrays;->fill": _fill,
    "Ljava/util/Arrays;->equals": _array_equals,
    "[]->clone": _clone,
    f"{_DIGEST}->getInstance": _digest_of,
    f"{_DIGEST}->update": _update,
    f"{_DIGEST}->digest": _digest,
}
