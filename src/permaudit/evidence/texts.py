"""Texts and URIs joined, taken apart and filled in, as far as their pieces are known; nothing here looks at code."""

from __future__ import annotations

import re
from urllib.parse import unquote

from permaudit.catalog.operations import Does
from permaudit.evidence.values import (
    UNKNOWN_PIECE,
    Handed,
    Items,
    Row,
    Text,
    Unknown,
    Uri,
    Value,
    as_text,
)

INTENT_WORD = -1
"""Stands in Handed for the intent or arguments that a component itself was started with."""

MUTATORS = frozenset({"append-segment", "append-query", "append-text", "set-scheme", "set-authority", "set-path"})
"""Operations that add to the builder they are called on."""

MOST_TEXT = 4096
_PLACEHOLDER = re.compile(r"%(?:(\d+)\$)?[-#+ 0,(]*\d*(?:\.\d+)?([a-zA-Z%])")


def add_piece(does: Does | None, value: Value, argument: Value) -> Value:
    """One step of a StringBuilder or Uri.Builder."""
    piece = as_text(argument)
    so_far = as_text(value)
    rows = so_far.rows | piece.rows
    match does:
        case "append-text":
            return Text((so_far.text + piece.text)[:MOST_TEXT], rows)
        case "set-scheme":
            return Uri(piece.text + "://", rows)
        case "set-authority":
            scheme = so_far.text if so_far.text.endswith("://") else UNKNOWN_PIECE
            return Uri(scheme + piece.text, rows)
        case "set-path":
            head = "/".join(so_far.text.split("/")[:3])
            return Uri(f"{head}/{piece.text.lstrip('/')}"[:MOST_TEXT], rows)
        case "append-segment":
            return append_segment(value, argument)
        case "append-query":
            return Uri(so_far.text if "?" in so_far.text else so_far.text + "?", so_far.rows)
        case _:
            return Unknown("builder")


def append_segment(left: Value, right: Value) -> Value:
    """A path segment put behind a URI, before its query."""
    base, piece = as_text(left), as_text(right)
    if not isinstance(left, Uri | Text):
        return Unknown("uri")
    path, _, query = base.text.partition("?")
    joined = f"{path.rstrip('/')}/{piece.text.lstrip('/')}" + (f"?{query}" if query else "")
    return Uri(joined[:MOST_TEXT], base.rows | piece.rows)


def concat(left: Value, right: Value) -> Value:
    """Two texts, one behind the other."""
    first, second = as_text(left), as_text(right)
    return Text((first.text + second.text)[:MOST_TEXT], first.rows | second.rows)


def replace_text(pieces: list[Value]) -> Value:
    """`text.replace(old, new)`, if all three are known."""
    match pieces:
        case [Text(text, rows), Text(old), Text(new)] if UNKNOWN_PIECE not in old + new and old:
            return Text(text.replace(old, new)[:MOST_TEXT], rows)
        case _:
            return Unknown("replace")


def fill(pattern: Text, arguments: Value) -> Text:
    """`String.format`, its placeholders filled in order or by their number."""
    pieces = [as_text(item) for item in arguments.items] if isinstance(arguments, Items) else []
    rows = pattern.rows.union(*(piece.rows for piece in pieces))
    remaining = iter(pieces)

    def put_in(found: re.Match[str]) -> str:
        if found[2] in "%n":
            return "%" if found[2] == "%" else "\n"
        if found[1] is not None:
            place = int(found[1]) - 1
            return pieces[place].text if 0 <= place < len(pieces) else UNKNOWN_PIECE
        return next(remaining, Text(UNKNOWN_PIECE)).text

    return Text(_PLACEHOLDER.sub(put_in, pattern.text)[:MOST_TEXT], rows)


def lower_case(value: Value) -> Value:
    """`text.toLowerCase()`; of other letters than plain ones the language of the phone decides."""
    match value:
        case Text(text, rows) | Uri(text, rows) if text.replace(UNKNOWN_PIECE, "").isascii():
            return type(value)(text.lower(), rows)
        case Text() | Uri():
            return Unknown("case")
        case _:
            return value


def lower_case_scheme(value: Value) -> Value:
    """`Uri.normalizeScheme`."""
    if not isinstance(value, Uri):
        return value
    scheme, colon, rest = value.text.partition(":")
    return Uri(scheme.lower() + colon + rest, value.rows)


def percent_decode(value: Value) -> Value:
    """`Uri.decode`, where nothing unknown stands among the digits."""
    match value:
        case Text(text, rows) | Uri(text, rows) if "%" in text:
            return Unknown("decode") if UNKNOWN_PIECE in text else Text(unquote(text)[:MOST_TEXT], rows)
        case _:
            return value


def form_decode(value: Value) -> Value:
    """`URLDecoder.decode`, for which a plus is a space, too."""
    match value:
        case Text(text, rows) | Uri(text, rows) if "+" in text:
            return percent_decode(Text(text.replace("+", " "), rows))
        case _:
            return percent_decode(value)


def parse_intent(value: Value) -> Value:
    """`Intent.parseUri`: the URI that the intent has for its data stands for it."""
    if not isinstance(value, Text | Uri) or value.rows:
        return Unknown("intent")
    data, mark, extras = value.text.partition("#Intent;")
    fields = dict(each.partition("=")[::2] for each in extras.split(";")) if mark else {}
    if data.startswith("intent:"):
        scheme = fields.get("scheme", "")
        return Uri(f"{scheme}:{data.removeprefix('intent:')}") if scheme else Unknown("intent")
    return Uri(data) if data and not data.startswith("android-app:") else Unknown("intent")


def parse_uri(value: Value) -> Value:
    """`Uri.parse`."""
    match value:
        case Text(text, rows) | Uri(text, rows):
            return Uri(text, rows)
        case Row(source):
            return Uri(UNKNOWN_PIECE, frozenset({source}))
        case _:
            return value if isinstance(value, Handed) else Unknown("uri")


def take_out(value: Value) -> Value:
    """What a picker may have put into an intent that a callback is handed."""
    if isinstance(value, Handed) and value.word not in (0, INTENT_WORD):
        return Handed(value.method, value.word, picked=True)
    return Unknown("intent")
