"""`permaudit explain`: what the names in a report mean, for somebody who meets them for the first time."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.command import run


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        (
            "notes-read",
            ("It reads the notes you wrote about people", "Refuse the permission", "It speaks if this holds"),
        ),
        ("READ_CONTACTS", ("android.permission.READ_CONTACTS", "everyone you have saved", "asks the person")),
        ("android.permission.READ_SMS", ("text message", "group sms")),
        ("read_sms", ("android.permission.READ_SMS",)),
        ("dialer-role", ("phone app", "android.permission.READ_CALL_LOG")),
        ("in.rbi-digital-lending.contacts", ("India, Reserve Bank of India", "contact list", "in force", "2025-05-08")),
    ],
)
def test_a_name_is_explained(name: str, parts: tuple[str, ...]) -> None:
    ran = run("explain", name)

    assert (ran.exit_code, ran.error) == (0, "")
    text = " ".join(ran.out.split())
    assert [part for part in parts if part not in text] == []


def test_a_name_is_explained_in_the_language_of_the_reader() -> None:
    ran = run("explain", "READ_CONTACTS", "--lang", "zh-Hant")

    assert "您" in ran.out
    assert "everyone" not in ran.out


def test_a_name_that_means_nothing_is_told_with_those_near_it() -> None:
    ran = run("explain", "READ_CONTACT")

    assert (ran.exit_code, ran.out) == (2, "")
    assert "READ_CONTACTS" in ran.error


def test_rules_of_ones_own_are_explained_too(tmp_path: Path) -> None:
    run("rules", "new", "my-own", "--in", tmp_path)

    ran = run("explain", "my-own", "--rules", tmp_path)

    assert "It does what my-own is about" in ran.out
