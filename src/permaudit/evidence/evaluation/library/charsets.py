"""Character sets: texts from bytes and back; bytes that spell no text in theirs end the evaluation."""

from __future__ import annotations

from permaudit.evidence.evaluation.operands import Instance, Operand, UndecidedError, from_units, to_units

_CODECS = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "us-ascii": "ascii",
    "ascii": "ascii",
    "iso-8859-1": "latin-1",
    "iso8859-1": "latin-1",
    "latin1": "latin-1",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
    "gbk": "gbk",
    "gb2312": "gb2312",
}
CHARSET = "Ljava/nio/charset/Charset;"


def decoded(data: bytes, charset: Operand | None) -> str:
    """Bytes as text; without a character set UTF-8, the default of Android.

    Raises:
        UndecidedError: the character set is not known, or the bytes are no text in it: an answer would be a guess.
    """
    try:
        return to_units(data.decode(_codec(charset)))
    except UnicodeDecodeError as error:
        raise UndecidedError("no text") from error


def encoded(text: str, charset: Operand | None) -> bytes:
    """A text as bytes.

    Raises:
        UndecidedError: the character set is not known, or cannot hold the text.
    """
    try:
        return from_units(text).encode(_codec(charset))
    except UnicodeEncodeError as error:
        raise UndecidedError("no text") from error


def _codec(charset: Operand | None) -> str:
    if charset is None:
        return "utf-8"
    name = charset.content if isinstance(charset, Instance) else charset
    codec = _CODECS.get(name.lower()) if isinstance(name, str) else None
    if codec is None:
        raise UndecidedError("charset")
    return codec


def platform_constant(reference: str) -> Operand | None:
    """A constant of the platform by `class->name`: the character sets; None for any other."""
    owner, _, name = reference.partition("->")
    if owner in ("Ljava/nio/charset/StandardCharsets;", "Lkotlin/text/Charsets;"):
        return Instance(CHARSET, content=name.replace("_", "-").replace("ISO-8859-1", "iso-8859-1"))
    return None
