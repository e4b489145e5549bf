"""Harmful characters are shown, harmless ones kept."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from permaudit.report.escaping import escape_json, escape_terminal, fit_encoding, shorten


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Quick Cash", "Quick Cash"),
        ("快钱 👍 é", "快钱 👍 é"),
        ("a\x1b[2Jb", r"a\x1b[2Jb"),
        ("a\nb\tc", r"a\x0ab\x09c"),
        ("\x9b31m", r"\x9b31m"),
        ("\u202egnp.exe", r"\u202egnp.exe"),
        ("a\u200b\u2060\ufeffb", r"a\u200b\u2060\ufeffb"),
        ("\u2028\u2029", r"\u2028\u2029"),
        ("\ue000", r"\ue000"),
        ("\u3164\u2800", r"\u3164\u2800"),
        ("\U000e0041", r"\U000e0041"),
        ("\udcff", r"\udcff"),
    ],
)
def test_harmful_characters_are_shown_as_escapes(text: str, shown: str) -> None:
    assert escape_terminal(text) == shown


@given(st.text(alphabet=st.characters()))
def test_whatever_comes_in_only_printable_characters_go_out(text: str) -> None:
    shown = escape_terminal(text)

    assert all(unicodedata.category(each)[0] != "C" for each in shown)
    assert "\n" not in shown


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_json_means_the_same_after_escaping(text: str) -> None:
    document = json.dumps({"label": text}, ensure_ascii=False)

    assert json.loads(escape_json(document)) == {"label": text}


def test_a_lone_surrogate_becomes_visible_in_json() -> None:
    document = escape_json(json.dumps("a\ud800b", ensure_ascii=False))

    assert json.loads(document) == r"a\ud800b"


@given(st.text(), st.sampled_from(["ascii", "gbk", "cp1252", "utf-8", "no-such-encoding"]))
def test_fitted_text_can_be_written(text: str, encoding: str) -> None:
    fitted = fit_encoding(escape_terminal(text), encoding)

    fitted.encode("ascii" if encoding == "no-such-encoding" else encoding)


def test_typography_becomes_plain_before_it_becomes_a_question_mark() -> None:
    assert fit_encoding("a…b → c “d” 快", "ascii") == 'a...b -> c "d" ?'


def test_a_long_text_ends_visibly() -> None:
    assert shorten("abcdef", 4) == "abc…"
    assert shorten("abcd", 4) == "abcd"
