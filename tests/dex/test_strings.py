"""The string table: Dalvik's modified UTF-8, and finding a string by bisection."""

import pytest
from dex.programs import load
from support.dexfile import Damage, assemble
from support.encoding import encode_mutf8

from permaudit.dex.strings import StringTable, decode_mutf8


def table_of(*texts: str) -> StringTable:
    return load(assemble([], damage=Damage(extra_strings=texts))).files[0].strings


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"plain", "plain"),
        (b"a\xc0\x80b", "a\0b"),
        ("é€".encode(), "é€"),
        (b"\xed\xa0\xbd\xed\xb8\x80", "\U0001f600"),
        (b"\xf0\x9f\x98\x80", "\U0001f600"),
        (b"\xed\xa0\xbd\xc0\x80", "\ufffd\0"),
        (b"\xff\xfe", "\ufffd\ufffd"),
        (b"", ""),
    ],
)
def test_modified_utf8_becomes_text_and_broken_bytes_a_replacement(raw: bytes, text: str) -> None:
    assert decode_mutf8(raw) == text


def test_strings_are_in_the_order_of_their_ids() -> None:
    strings = table_of("b", "a", "conté", "\U0001f600", "")

    assert [strings.text(number) for number in range(len(strings))] == ["", "a", "b", "conté", "\U0001f600"]
    assert strings.raw_many([3, 0, 3]) == ["conté".encode(), b"", "conté".encode()]
    assert strings.raw_many([]) == []


@pytest.mark.parametrize("text", ["", "a", "\0", "\0b", "a\0", "é", "\uffff", "\U00010000", "x" * 200])
def test_every_string_is_found_also_beside_those_with_a_nul(text: str) -> None:
    texts = ("", "a", "\0", "\0b", "a\0", "a\x01", "é", "\uffff", "\U00010000", "x" * 200)
    strings = table_of(*texts)

    found = strings.find(encode_mutf8(text))

    assert strings.text(found) == text


@pytest.mark.parametrize("text", ["absent", "\0\0", "zzz", "\uffff\uffff"])
def test_a_string_that_is_not_there_is_not_found(text: str) -> None:
    assert table_of("", "\0", "b", "\uffff").find(encode_mutf8(text)) == -1
    assert table_of().find(encode_mutf8(text)) == -1


@pytest.mark.parametrize(
    ("start", "found"),
    [("ab", ["ab", "ab\0", "abc"]), ("", ["", "ab", "ab\0", "abc", "b"]), ("abd", []), ("c", []), ("ab\0", ["ab\0"])],
)
def test_strings_that_begin_alike_stand_together(start: str, found: list[str]) -> None:
    strings = table_of("b", "abc", "ab", "", "ab\0")

    assert [strings.text(number) for number in strings.find_beginning(encode_mutf8(start))] == found


def test_strings_that_hold_a_part_are_found_without_those_beside_them() -> None:
    strings = table_of("one two", "two", "twotwo", "tw", "o two three", "thr")

    assert [strings.text(each) for each in strings.find_holding(b"two", 100)] == [
        "o two three",
        "one two",
        "two",
        "twotwo",
    ]
    assert strings.find_holding(b"four", 100) == []
    assert strings.find_holding(b"", 100) == []
    assert strings.find_holding(b"\0", 100) == []
    assert len(strings.find_holding(b"two", 2)) == 2
    assert len(table_of("twotwo", "ztwo").find_holding(b"two", 2)) == 2
    assert table_of().find_holding(b"two", 2) == []
