"""What the end of a report says, and what it must not leave out."""

from __future__ import annotations

import msgspec
from report.golden import golden_words
from report.sample_reports import call_log_read, hidden, lender, picker_only, whole_book_read, with_everything

from permaudit.model.evidence import CodeCoverage
from permaudit.model.report import Report
from permaudit.report.closing import advice, coverage, limits, reservations
from permaudit.report.requests import count_other_requests, requests_about_people

WORDS = golden_words("en")


def test_advice_of_findings_comes_once_and_advice_of_unknown_findings_does_not() -> None:
    report = lender()
    twice = msgspec.structs.replace(report, findings=(report.findings[0], *report.findings))

    assert advice(twice, WORDS) == ("Refuse the permission Contacts.",)


def test_without_findings_an_app_that_could_read_everyone_still_gets_advice() -> None:
    spoken = advice(hidden(), WORDS)

    assert spoken[0].startswith("Refuse the permission Contacts.")
    assert spoken[-1] == WORDS.say("advice-cannot-tell")


def test_where_there_is_nothing_to_do_that_is_said() -> None:
    assert advice(picker_only(), WORDS) == (WORDS.say("advice-nothing"),)


def test_a_material_limitation_says_what_it_hides() -> None:
    assert limits(hidden(), WORDS)[0].endswith("It may be loaded later. This hides program code.")


def test_every_read_that_does_not_count_is_said() -> None:
    unreachable = msgspec.structs.replace(whole_book_read(), reachable="no")
    counting = msgspec.structs.replace(whole_book_read(), reveals="nobody")
    report = lender()
    observations = msgspec.structs.replace(
        report.observations, reads=(call_log_read(), unreachable, unreachable, counting)
    )

    spoken = " ".join(reservations(msgspec.structs.replace(report, observations=observations), WORDS))

    assert "1 read stands in the code but cannot happen" in spoken
    assert "2 reads stand in code that nothing in the app starts" in spoken
    assert "1 read only counts how many people there are" in spoken
    assert "1 call reads from a place that could not be worked out" in spoken


def test_flows_are_said_not_to_be_followed_unless_some_were() -> None:
    assert WORDS.say("flows-not-followed") in reservations(lender(), WORDS)
    assert WORDS.say("flows-not-followed") not in reservations(with_everything(), WORDS)


def test_pickers_watches_and_scripts_are_counted() -> None:
    spoken = reservations(with_everything(), WORDS)

    assert WORDS.say("pickers-found", count=1) in spoken
    assert WORDS.say("watches-found", count=1) in spoken
    assert "1 script call asks for contacts: plus.contacts.getAddressBook." in spoken


def test_an_app_without_code_says_so() -> None:
    assert coverage(_covering(CodeCoverage()), WORDS) == "There is no program code in this package."


def test_permissions_about_people_are_told_in_the_order_of_their_groups() -> None:
    report = lender()

    assert [each.name for each in requests_about_people(report, WORDS)] == [
        "GET_ACCOUNTS",
        "READ_CONTACTS",
        "Notification access",
    ]
    assert count_other_requests(report) == 1


def test_two_services_behind_one_door_are_told_once() -> None:
    report = lender()
    seen = report.observations
    doors = (*seen.special_access, msgspec.structs.replace(seen.special_access[0], component="com.example.Other"))
    twice = msgspec.structs.replace(report, observations=msgspec.structs.replace(seen, special_access=doors))

    names = [each.name for each in requests_about_people(twice, WORDS)]
    assert names.count("Notification access") == 1


def test_a_permission_tells_when_it_holds() -> None:
    sentences = requests_about_people(hidden(), WORDS)[0].sentences

    assert sentences == (
        "Everyone in your address book.",
        "Only on phones up to Android 5.1.",
        "Given at installation, without a question.",
    )


def _covering(code: CodeCoverage) -> Report:
    report = lender()
    return msgspec.structs.replace(report, observations=msgspec.structs.replace(report.observations, coverage=code))
