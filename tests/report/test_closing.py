"""What the end of a report says, and what it must not leave out."""

from __future__ import annotations

import msgspec
import pytest
from report.golden import golden_words
from report.sample_reports import (
    call_log_read,
    hidden,
    lender,
    network_flow,
    picker_only,
    stored_flow,
    whole_book_read,
    with_everything,
)

from permaudit.model.evidence import BridgeSurface, CodeCoverage
from permaudit.model.flow import Flow
from permaudit.model.message import message
from permaudit.model.report import Report
from permaudit.report.closing import advice, coverage, limits, reservations
from permaudit.report.requests import count_other_requests, requests_about_people
from permaudit.words.language import LANGUAGES, Language

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


def test_that_no_way_out_was_found_is_said_to_be_no_proof() -> None:
    note = (
        "No way out of the phone was found for this data in the code that could be followed. "
        "That is no proof that it stays on the phone."
    )

    assert note in reservations(lender(), WORDS)
    assert note in reservations(_with_flows(stored_flow()), WORDS)
    assert note not in reservations(_with_flows(stored_flow(), network_flow()), WORDS)


def test_an_app_without_reads_has_nothing_that_could_leave() -> None:
    assert WORDS.say("flows-none-found") not in reservations(picker_only(), WORDS)


def test_a_way_out_that_nothing_starts_is_counted_and_is_no_way_out() -> None:
    dead = msgspec.structs.replace(network_flow(), reachable="no")
    spoken = reservations(_with_flows(dead), WORDS)

    assert "1 way out of the phone stands in code that nothing in the app starts." in spoken
    assert WORDS.say("flows-none-found") in spoken


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [1, 12])
def test_data_that_could_not_be_followed_to_the_end_is_said_in_every_language(language: Language, count: int) -> None:
    detail = message("limitation-budget-flows", count=count, method="com.example.Reader.read")

    spoken = golden_words(language).speak(detail)

    assert str(count) in spoken
    assert "com.example.Reader.read" in spoken


def test_pickers_watches_and_scripts_are_counted() -> None:
    spoken = reservations(with_everything(), WORDS)

    assert WORDS.say("pickers-found", count=1) in spoken
    assert WORDS.say("watches-found", count=1) in spoken
    assert "1 script call asks for contacts: plus.contacts.getAddressBook." in spoken


def test_requests_and_servers_near_a_call_of_a_script_are_named() -> None:
    report = with_everything()
    (bridge,) = report.observations.bridges
    sending = msgspec.structs.replace(bridge, requests=("fetch(", "uni.request"), hosts=("a.example", "b.example"))
    changed = msgspec.structs.replace(report.observations, bridges=(sending,))

    spoken = reservations(msgspec.structs.replace(report, observations=changed), WORDS)

    assert WORDS.say("bridges-requests", requests="fetch and uni.request") in spoken
    assert "Servers are named near such a call: a.example and b.example." in spoken
    assert not any("servers" in sentence.lower() for sentence in reservations(report, WORDS))


def test_names_of_calls_in_compiled_scripts_are_said_to_be_no_more_than_that() -> None:
    report = with_everything()
    (bridge,) = report.observations.bridges
    compiled = msgspec.structs.replace(bridge, seen_as="strings")
    changed = msgspec.structs.replace(report.observations, bridges=(compiled,))

    spoken = reservations(msgspec.structs.replace(report, observations=changed), WORDS)

    sentence = WORDS.say("bridges-compiled", calls="plus.contacts.getAddressBook")
    assert sentence in spoken
    assert not any("asks for contacts" in each for each in spoken)
    assert sentence not in reservations(report, WORDS)


@pytest.mark.parametrize(
    ("surface", "sentence"),
    [
        ("call-log", "1 script call asks for the call log: plus.contacts.getAddressBook."),
        ("sms", "1 script call asks for messages: plus.contacts.getAddressBook."),
    ],
)
def test_calls_for_others_than_contacts_are_told_apart(surface: BridgeSurface, sentence: str) -> None:
    report = with_everything()
    (bridge,) = report.observations.bridges
    other = msgspec.structs.replace(bridge, surface=surface)
    changed = msgspec.structs.replace(report.observations, bridges=(other,))

    spoken = reservations(msgspec.structs.replace(report, observations=changed), WORDS)

    assert sentence in spoken
    assert WORDS.say("bridges-found", count=1, calls="plus.contacts.getAddressBook") not in spoken


def test_an_app_without_code_says_so() -> None:
    assert coverage(_covering(CodeCoverage()), WORDS) == "There is no program code in this package."


def test_parts_that_android_would_start_without_code_are_counted() -> None:
    code = CodeCoverage(dex_files=1, methods=20, methods_decoded=4, components=6, missing_components=2)

    assert coverage(_covering(code), WORDS).endswith(
        "The app names 6 parts for Android to start; without code here: 2."
    )


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


def _with_flows(*flows: Flow) -> Report:
    report = lender()
    return msgspec.structs.replace(report, observations=msgspec.structs.replace(report.observations, flows=flows))


def _covering(code: CodeCoverage) -> Report:
    report = lender()
    return msgspec.structs.replace(report, observations=msgspec.structs.replace(report.observations, coverage=code))


def test_a_blocked_read_may_happen_where_another_app_lends_its_permission() -> None:
    report = lender()
    flags = msgspec.structs.replace(report.observations.flags, shared_user=True)
    shared = msgspec.structs.replace(report, observations=msgspec.structs.replace(report.observations, flags=flags))

    told = " ".join(reservations(shared, WORDS))

    assert "can happen only if an app that shares its identity has that" in told
    assert "cannot happen" not in told
    assert "cannot happen" in " ".join(reservations(report, WORDS))
