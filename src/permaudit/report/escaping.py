"""Makes text from an app harmless: what would move a cursor, hide or turn around letters is shown as an escape."""

from __future__ import annotations

import json
import re
import unicodedata

_HARMFUL_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_INVISIBLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
"""Letters and marks that show nothing although their category does not say so (default ignorables and blanks)."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_JSON_HARMFUL = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_PLAINER = {
    "\u2026": "...",
    "\u2192": "->",
    "\u2013": "-",
    "\u2014": "-",
    "\u2018": "'",
    "\u2019": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u00b7": "-",
}


def escape_terminal(text: str) -> str:
    r"""Show every harmful character as `\xNN`, `\uNNNN` or `\UNNNNNNNN`; other text stays as it is.

    Harmful are control and format characters (terminal escapes, line breaks, bidi and zero-width marks), lone
    surrogates, private and unassigned code points, separators, and blanks that look like nothing.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_show(each) if _is_harmful(each) else each for each in text)


def shorten(text: str, most: int) -> str:
    """Keep at most so many characters of a text an app may have made endless, and end it visibly."""
    return text if len(text) <= most else text[: most - 1] + "…"


def escape_json(document: str) -> str:
    r"""Escape what is invisible or moves text inside an encoded JSON document; its meaning stays the same.

    A lone surrogate, which JSON readers refuse, becomes the visible six characters `\udNNN` instead.
    """
    document = _SURROGATE.sub(lambda found: f"\\\\u{ord(found[0]):04x}", document)
    return _JSON_HARMFUL.sub(lambda found: json.dumps(found[0])[1:-1], document)


def fit_encoding(text: str, encoding: str) -> str:
    """Replace what an encoding cannot write: typography and accented letters by their plain form, else by a `?`."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_fit_character(each, encoding) for each in text)
    except LookupError:
        return fit_encoding(text, "ascii")
    return text


def _fit_character(character: str, encoding: str) -> str:
    without_accent = unicodedata.normalize("NFKD", character)[:1]
    for attempt in (character, _PLAINER.get(character, character), without_accent):
        try:
            attempt.encode(encoding)
        except UnicodeEncodeError:
            continue
        return attempt
    return "?"


def _is_harmful(character: str) -> bool:
    return unicodedata.category(character) in _HARMFUL_CATEGORIES or _INVISIBLE.match(character) is not None


def _show(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"  # noqa: PLR2004
