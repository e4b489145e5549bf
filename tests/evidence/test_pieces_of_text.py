"""What simple methods make of texts that are known, and where they leave them unknown."""

from __future__ import annotations

import pytest

from permaudit.evidence.texts import form_decode, lower_case, lower_case_scheme, parse_intent, percent_decode
from permaudit.evidence.values import Row, Site, Text, Unknown, Uri, Value

ROW = Row(Site(1, 2))


@pytest.mark.parametrize(
    ("value", "made"),
    [
        (Text("CONTENT://Com.X"), Text("content://com.x")),
        (Text("A*B"), Text("a*b")),
        (Text("\u0130"), Unknown("case")),
        (ROW, ROW),
    ],
)
def test_a_text_in_small_letters(value: Value, made: Value) -> None:
    assert lower_case(value) == made


def test_the_scheme_of_a_uri_in_small_letters() -> None:
    assert lower_case_scheme(Uri("CONTENT://Com.X/A:B")) == Uri("content://Com.X/A:B")


@pytest.mark.parametrize(
    ("value", "made"),
    [
        (Text("%64ata%31"), Text("data1")),
        (Text("plain"), Text("plain")),
        (Text("%6*"), Unknown("decode")),
        (Uri("content://x/%41"), Text("content://x/A")),
        (ROW, ROW),
    ],
)
def test_a_text_that_was_written_for_an_address(value: Value, made: Value) -> None:
    assert percent_decode(value) == made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("intent://com.x/a#Intent;scheme=content;end", Uri("content://com.x/a")),
        ("intent://com.x/a#Intent;action=b;end", Unknown("intent")),
        ("content://com.x/a#Intent;action=b;end", Uri("content://com.x/a")),
        ("content://com.x/a", Uri("content://com.x/a")),
        ("#Intent;action=b;end", Unknown("intent")),
        ("android-app://com.x/http/y", Unknown("intent")),
    ],
)
def test_the_data_of_an_intent_that_is_written_as_text(text: str, made: Value) -> None:
    assert parse_intent(Text(text)) == made


def test_an_intent_out_of_a_row_is_not_known() -> None:
    assert parse_intent(Text("content://x", frozenset({Site(1, 2)}))) == Unknown("intent")
    assert parse_intent(ROW) == Unknown("intent")


@pytest.mark.parametrize(
    ("value", "made"),
    [
        (Text("a+b%2Fc"), Text("a b/c")),
        (Text("a+b"), Text("a b")),
        (Text("a%2Bb"), Text("a+b")),
        (Text("plain"), Text("plain")),
    ],
)
def test_a_plus_in_a_form_is_a_space(value: Text, made: Text) -> None:
    assert form_decode(value) == made
