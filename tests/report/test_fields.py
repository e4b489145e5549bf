"""The table of fields: what is read, what is only possible, of whom, when, and whose code."""

from __future__ import annotations

import msgspec
import pytest
from report.golden import golden_words
from report.sample_reports import READER, START, call_log_read, lender, whole_book_read

from permaudit.model.evidence import CallPath, Entry, Read, Step
from permaudit.model.place import Owner
from permaudit.model.report import Report
from permaudit.report.fields import ALWAYS_SHOWN, Row, field_rows, neighbour_rows

WORDS = golden_words("en")


def report_of(*reads: Read, cannot_tell: bool = False) -> Report:
    report = lender()
    observations = msgspec.structs.replace(report.observations, reads=reads)
    verdict = msgspec.structs.replace(report.verdict, cannot_tell=cannot_tell)
    return msgspec.structs.replace(report, observations=observations, verdict=verdict)


def row_of(report: Report, subject: str) -> Row:
    return next(row for row in field_rows(report, WORDS) if row.subject == subject)


def path(trigger: str) -> CallPath:
    return CallPath(trigger, Entry(START), (Step(READER, 0, "call"),))  # type: ignore[arg-type]


def test_a_named_field_is_read() -> None:
    row = row_of(report_of(whole_book_read()), "Name")

    assert row == Row("Name", "read", "read", "everyone", "when the app starts", "the app itself")


def test_a_field_that_is_not_named_is_not_seen() -> None:
    row = row_of(report_of(whole_book_read()), "Photo")

    assert row == Row("Photo", "not-seen", "not seen", "", "", "")


def test_not_seen_becomes_cannot_tell_where_code_is_hidden() -> None:
    report = report_of(whole_book_read(), cannot_tell=True)

    assert row_of(report, "Photo").seen == "cannot tell"
    assert row_of(report, "Name").seen == "read"


@pytest.mark.parametrize(
    "change", [{"permitted": False}, {"reachable": "no"}, {"reveals": "nobody"}, {"surface": "call-log"}]
)
def test_a_read_that_does_not_count_fills_no_row(change: dict[str, object]) -> None:
    report = report_of(msgspec.structs.replace(whole_book_read(), **change))

    assert row_of(report, "Name").state == "not-seen"


def test_a_read_whose_start_was_not_found_is_possible() -> None:
    report = report_of(msgspec.structs.replace(whole_book_read(), reachable="unknown", paths=()))

    row = row_of(report, "Name")
    assert (row.state, row.when) == ("possible", "not known")


def test_rows_of_every_kind_fetched_whole_make_other_fields_possible() -> None:
    read = msgspec.structs.replace(whole_book_read(), all_fields=True, carried=("name", "note", "phone"))

    assert row_of(report_of(read), "Notes you wrote").state == "possible"
    assert row_of(report_of(read), "Name").state == "read"


def test_phone_rows_fetched_whole_hold_no_notes() -> None:
    read = msgspec.structs.replace(whole_book_read(), all_fields=True)

    assert row_of(report_of(read), "Notes you wrote").state == "not-seen"


def test_a_card_holds_everything() -> None:
    uri = "content://com.android.contacts/contacts/as_vcard/*"
    read = msgspec.structs.replace(whole_book_read(), uri=uri, all_fields=True, fields=(), carried=ALWAYS_SHOWN)

    assert {row.state for row in field_rows(report_of(read), WORDS)} == {"read"}


def test_a_rare_field_has_a_row_only_where_it_was_seen() -> None:
    read = msgspec.structs.replace(whole_book_read(), fields=("nickname",))

    assert row_of(report_of(read), "Nickname").state == "read"
    assert "Nickname" not in [row.subject for row in field_rows(report_of(whole_book_read()), WORDS)]


def test_a_row_tells_of_the_widest_read_only() -> None:
    picked = msgspec.structs.replace(
        whole_book_read(), id="r9", scope="picked", owner=Owner("unknown"), paths=(path("tap"),)
    )

    row = row_of(report_of(picked, whole_book_read()), "Name")
    assert (row.whom, row.when, row.owner) == ("everyone", "when the app starts", "the app itself")


def test_triggers_and_owners_of_all_reads_are_joined_in_a_fixed_order() -> None:
    library = msgspec.structs.replace(
        whole_book_read(), id="r9", owner=Owner("library", "Example Scoring"), paths=(path("boot"), path("tap"))
    )

    row = row_of(report_of(library, whole_book_read()), "Name")
    assert row.when == "when the app starts, when you tap something and when the phone starts"
    assert row.owner == "Example Scoring (a library) and the app itself"


def test_a_neighbour_that_was_seen_has_a_row() -> None:
    calls = msgspec.structs.replace(call_log_read(), permitted=True)

    assert [row.subject for row in neighbour_rows(report_of(calls), WORDS)] == ["Call list"]
    assert neighbour_rows(report_of(call_log_read()), WORDS) == ()


def test_what_is_about_the_owner_of_the_phone_is_not_said_to_be_of_everyone() -> None:
    card = msgspec.structs.replace(call_log_read(), surface="profile", permitted=True)

    assert [(row.subject, row.whom) for row in neighbour_rows(report_of(card), WORDS)] == [
        ("Your own contact card", "you")
    ]
