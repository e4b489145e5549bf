"""Ciphers with keys that stand in the code; the ciphers themselves are those of the cryptography library.

It is loaded only where an app has such a cipher: loading it takes longer than reading many an app.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from permaudit.dex.descriptors import parameters
from permaudit.evidence.evaluation.library.calls import Call, Function, byte_array, part_of
from permaudit.evidence.evaluation.operands import UNSEEN, Instance, Operand, UndecidedError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers import CipherAlgorithm
    from cryptography.hazmat.primitives.ciphers.modes import Mode

_KEY, _VECTOR, _CIPHER = (
    "Ljavax/crypto/spec/SecretKeySpec;",
    "Ljavax/crypto/spec/IvParameterSpec;",
    "Ljavax/crypto/Cipher;",
)
_GCM = "Ljavax/crypto/spec/GCMParameterSpec;"
_TAG_BYTES = 16
_DES_BYTES = 8
_BLOCKS, _PADDED = ("ECB", "CBC"), ("PKCS5PADDING", "PKCS7PADDING")
_DECRYPT = 2


@dataclass(frozen=True, slots=True)
class _Set:
    """A cipher as far as it was set up."""

    algorithm: str
    mode: str
    padding: str
    decrypts: bool = False
    key: bytes = b""
    vector: bytes = b""


def _key(call: Call) -> Operand:
    if parameters(call.descriptor)[:2] == ["[B", "I"]:
        call.instance(0).content = bytes(part_of(list(call.octets(1)), call.number(2), call.number(3)))
    else:
        call.instance(0).content = call.octets(1)
    return UNSEEN


def _vector(call: Call) -> Operand:
    kinds = parameters(call.descriptor)
    if kinds not in (["[B"], ["I", "[B"]) or (len(kinds) > 1 and call.number(1) != 8 * _TAG_BYTES):
        raise UndecidedError("vector")
    call.instance(0).content = call.octets(len(kinds))
    return UNSEEN


def _get_instance(call: Call) -> Operand:
    if call.kinds != ["Ljava/lang/String;"] or call.text(0).count("/") not in (0, 2):
        raise UndecidedError("cipher")
    algorithm, mode, padding = (*call.text(0).upper().split("/"), "", "")[:3]
    return Instance(_CIPHER, content=_Set(algorithm, mode or "ECB", padding or "PKCS5PADDING"))


def _held(call: Call) -> _Set:
    content = call.instance(0).content
    if not isinstance(content, _Set):
        raise UndecidedError("cipher")
    return content


def _init(call: Call) -> Operand:
    kept = _held(call)
    key = call.instance(2).content
    if len(call.arguments) not in (3, 4):
        raise UndecidedError("overload")
    vector = call.instance(3).content if len(call.arguments) > 3 else b""  # noqa: PLR2004
    if not isinstance(key, bytes) or not isinstance(vector, bytes):
        raise UndecidedError("key")
    call.instance(0).content = replace(kept, decrypts=call.number(1) == _DECRYPT, key=key, vector=vector)
    return UNSEEN


def _do_final(call: Call) -> Operand:
    kept = _held(call)
    if parameters(call.descriptor) != ["[B"] or not kept.decrypts:
        raise UndecidedError("cipher")
    data = call.octets(1)
    call.machine.spend(len(data))
    return byte_array(_decrypt(kept, data))


def _decrypt(kept: _Set, data: bytes) -> bytes:
    """What a cipher decrypts.

    Raises:
        UndecidedError: it is none that is known, or the key or the data does not fit.
    """
    from cryptography.exceptions import InvalidTag, UnsupportedAlgorithm  # noqa: PLC0415
    from cryptography.hazmat.primitives.ciphers import Cipher  # noqa: PLC0415

    try:
        if kept.padding not in (*_PADDED, "NOPADDING") or (kept.padding in _PADDED and kept.mode not in _BLOCKS):
            raise UndecidedError("padding")
        algorithm, mode = _algorithm(kept), _mode(kept, data)
        if kept.mode == "GCM":
            data = data[:-_TAG_BYTES]
        cipher: Cipher[Any] = Cipher(algorithm, mode)
        decryptor = cipher.decryptor()
        plain = bytes(decryptor.update(data) + decryptor.finalize())
    except (ValueError, TypeError, InvalidTag, UnsupportedAlgorithm) as error:
        raise UndecidedError("cipher") from error
    return _unpadded(plain) if kept.padding in _PADDED else plain


def _algorithm(kept: _Set) -> CipherAlgorithm:
    from cryptography.hazmat.decrepit.ciphers.algorithms import TripleDES  # noqa: PLC0415
    from cryptography.hazmat.primitives.ciphers import algorithms  # noqa: PLC0415

    match kept.algorithm:
        case "AES" if len(kept.key) in (16, 24, 32):
            return algorithms.AES(kept.key)
        case "DESEDE" if len(kept.key) == _DES_BYTES * 3:
            return TripleDES(kept.key)
        case "DES" if len(kept.key) == _DES_BYTES:  # DES is triple DES with the same key three times
            return TripleDES(kept.key * 3)
        case _:
            raise UndecidedError("cipher")


def _mode(kept: _Set, data: bytes) -> Mode:
    from cryptography.hazmat.primitives.ciphers import modes  # noqa: PLC0415

    match kept.mode:
        case "ECB":
            return modes.ECB()  # noqa: S305  the app's choice
        case "CBC":
            return modes.CBC(kept.vector)
        case "CTR":
            return modes.CTR(kept.vector)
        case "GCM":
            return modes.GCM(kept.vector, data[-_TAG_BYTES:])
        case _:
            raise UndecidedError("cipher")


def _unpadded(plain: bytes) -> bytes:
    count = plain[-1] if plain else 0
    if not 0 < count <= len(plain) or plain[-count:] != bytes([count]) * count:
        raise UndecidedError("padding")
    return plain[:-count]


CIPHERS: dict[str, Function] = {
    f"{_KEY}-><init>": _key,
    f"{_KEY}->getEncoded": lambda call: _octets(call.instance(0)),
    f"{_VECTOR}-><init>": _vector,
    f"{_GCM}-><init>": _vector,
    f"{_CIPHER}->getInstance": _get_instance,
    f"{_CIPHER}->init": _init,
    f"{_CIPHER}->doFinal": _do_final,
}


def _octets(instance: Instance) -> Operand:
    return byte_array(instance.content) if isinstance(instance.content, bytes) else UNSEEN
