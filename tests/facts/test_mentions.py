"""Texts are found in any bytes, whole, also where two pieces meet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from permaudit.facts.mentions import Mentions

TEXTS = Mentions(
    [
        "content://com.android.contacts",
        "content://contacts",
        "content://sms",
        "android/provider/ContactsContract",
        "android/provider/ContactsContract$Data",
        "vnd.android.cursor.item/phone_v2",
    ]
)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\0content://com.android.contacts\0", "content://com.android.contacts"),
        (b"content://com.android.contacts/data/phones", "content://com.android.contacts"),
        (b"content://contacts/people", "content://contacts"),
        (b"content://0@sms/inbox", "content://0@sms"),
        (b"Landroid/provider/ContactsContract$Groups;", "android/provider/ContactsContract"),
        (b"android/provider/ContactsContract$Data", "android/provider/ContactsContract$Data"),
        (b"content://media content://sms", "content://sms"),
    ],
)
def test_a_text_counts_also_where_a_path_or_an_inner_class_follows(data: bytes, text: str) -> None:
    assert TEXTS.find(data) == text


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"content://contacts.example.com/tiles",
        b"content://contacts-of-shop",
        b"content://smsgateway",
        b"android/provider/ContactsContractor",
        b"android.permission.READ_CONTACTS",
        b"com.android.contacts",
        b"content://media",
    ],
)
def test_names_that_only_begin_alike_do_not_count(data: bytes) -> None:
    assert TEXTS.find(data) is None


@given(st.integers(0, 60), st.integers(1, 40))
def test_a_text_is_found_wherever_the_pieces_are_cut(before: int, size: int) -> None:
    data = b"x" * before + b" content://com.android.contacts "
    pieces = [data[at : at + size] for at in range(0, len(data), size)]

    assert TEXTS.find_in(pieces) == "content://com.android.contacts"


def test_a_text_cut_by_its_end_is_not_taken_for_a_shorter_one() -> None:
    assert TEXTS.find_in([b"content://contacts", b".example.com"]) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("content://com.android.contacts/data", "content://com.android.contacts"),
        ("content://10@contacts", "content://10@contacts"),
        ("android/provider/ContactsContract$Data", "android/provider/ContactsContract$Data"),
        ("content://contacts.example.com", None),
        ("content://media", None),
    ],
)
def test_texts_with_two_bytes_a_letter_are_found_where_it_is_asked(text: str, found: str | None) -> None:
    wide = Mentions(
        ["content://com.android.contacts", "content://contacts", "android/provider/ContactsContract$Data"], wide=True
    )
    data = b"x" + text.encode("utf-16-le") + b"\0\0"

    assert wide.find(data) == found
    assert wide.find_in(data[at : at + 7] for at in range(0, len(data), 7)) == found
    assert TEXTS.find(data) is None
