"""Laws and store policies in the report: briefly for everybody, whole for those who ask, never as a verdict."""

from __future__ import annotations

import msgspec
import pytest
from report.golden import compare, golden_words
from report.sample_reports import lender, regulated

from permaudit.model.clause import ClauseStatus
from permaudit.model.report import Report
from permaudit.report.terminal import render_text
from permaudit.words.language import Language


def told(report: Report, verbosity: int = 0) -> str:
    return render_text(report, golden_words("en"), verbosity=verbosity)


@pytest.mark.parametrize(
    ("name", "places", "verbosity"),
    [
        ("regulated.en.txt", None, 0),
        ("regulated.en.places.txt", ("IN", "google-play"), 0),
        ("regulated.en.v1.txt", None, 1),
    ],
)
def test_clauses_read_as_the_golden_file_shows(name: str, places: tuple[str, ...] | None, verbosity: int) -> None:
    compare(name, told(regulated(places), verbosity))


def test_a_report_without_clauses_has_no_section_of_them() -> None:
    assert "Laws" not in told(lender())


def test_who_asked_for_a_place_is_told_that_nothing_speaks_of_it() -> None:
    assert "None of those asked for" in told(regulated(("CO",)))


def test_what_was_not_verified_or_is_open_is_not_among_the_titles() -> None:
    briefly = told(regulated())

    assert "Loan Policy (2023-05-31)" in briefly
    assert "Lending Bill" not in briefly
    assert "Lending Directions" not in briefly
    assert "3 more" in briefly


def test_a_whole_clause_says_why_it_is_shown_and_how_well_it_was_seen() -> None:
    whole = " ".join(told(regulated(("google-play",))).split())

    assert "Loan Policy, Personal loans" in whole
    assert "Concerned by: It reads everyone in the address book." in whole
    assert "in force, since 2023-05-31" in whole
    assert "Source: https://store.example.com/policy (store.contacts). Seen of it: other people's reports" in whole
    assert "The list was seen in reports only." in whole


def test_duties_that_no_package_can_show_say_so() -> None:
    assert "No package can show whether this is kept." in told(regulated(), 1)


def test_a_clause_that_was_not_verified_says_so_beside_its_name() -> None:
    assert "Lending Bill (not verified; do not rely on it)" in told(regulated(("IN",)))


def standing(status: ClauseStatus, since: str | None) -> Report:
    report = regulated()
    (store,) = [each for each in report.concerns if each.clause.id == "store.contacts"]
    clause = msgspec.structs.replace(store.clause, status=status, since=since)
    return msgspec.structs.replace(report, concerns=(msgspec.structs.replace(store, clause=clause),))


@pytest.mark.parametrize(
    ("status", "since", "title"),
    [
        ("in-force", None, "Loan Policy\n"),
        ("in-force", "2019-06-01", "Loan Policy (2019-06-01)\n"),
        ("standard", None, "Loan Policy (recommended, not binding)\n"),
        ("standard", "2019-06-01", "Loan Policy (recommended, not binding, 2019-06-01)\n"),
        ("announced", None, "Loan Policy (announced)\n"),
        ("announced", "2027-06-01", "Loan Policy (announced for 2027-06-01)\n"),
    ],
)
def test_a_title_alone_says_whether_the_text_binds(status: ClauseStatus, since: str | None, title: str) -> None:
    assert title in told(standing(status, since))


@pytest.mark.parametrize(("language", "word"), [("zh-Hans", "无约束力"), ("zh-Hant", "無約束力")])
def test_a_title_alone_says_so_in_every_language(language: Language, word: str) -> None:
    assert word in render_text(standing("standard", None), golden_words(language), verbosity=0)
    assert word not in render_text(standing("in-force", None), golden_words(language), verbosity=0)
