"""Character sets: texts from bytes and back; bytes that spell no text in theirs end the evaluation."""

from __future__ import annotations

from permaudit.evidence.evaluation.library.calls import Call, Function
from permaudit.evidence.evaluation.operands import Instance, Operand, UndecidedError, from_units, has_halves, to_units

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
        spelled = from_units(text)
        if has_halves(text) and "\ufffd" in spelled:
            raise UndecidedError("half a pair")
        return spelled.encode(_codec(charset))
    except UnicodeEncodeError as error:
        raise UndecidedError("no text") from error


def is_utf8(charset: Operand | None) -> bool:
    """Whether a character set is UTF-8, or a part of it."""
    return _codec(charset) in ("utf-8", "ascii")


def _codec(charset: Operand | None) -> str:
    if charset is None:
        return "utf-8"
    name = charset.content if isinstance(charset, Instance) else charset
    codec = _CODECS.get(name.lower()) if isinstance(name, str) else None
    if codec is None:
        raise UndecidedError("charset")
    return codec


def charset_of(call: Call) -> Operand:
    """`Charset.forName` and `Charset.defaultCharset`; one that is not known here ends what decodes with it."""
    return Instance(CHARSET, content=call.text(0) if call.arguments else "UTF-8")


CHARSETS: dict[str, Function] = {
    f"{CHARSET}->forName": charset_of,
    f"{CHARSET}->defaultCharset": charset_of,
    f"{CHARSET}->name": lambda call: str(call.instance().content),
}


def platform_constant(reference: str) -> Operand | None:
    """A constant of the platform by `class->name`: the character sets; None for any other."""
    owner, _, name = reference.partition("->")
    if owner == "Ljava/util/Locale;" and name in ("ROOT", "US", "ENGLISH", "UK", "CHINA", "CHINESE"):
        return Instance(owner, content=name)  # which change the case of plain letters alike
    if owner in ("Ljava/nio/charset/StandardCharsets;", "Lkotlin/text/Charsets;"):
        return Instance(CHARSET, content=name.replace("_", "-").replace("ISO-8859-1", "iso-8859-1"))
    return None
