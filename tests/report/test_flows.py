"""Where the data goes, as a borrower reads it: one sentence a flow, in every language."""
# ruff: noqa: RUF001  Chinese has its own punctuation

from __future__ import annotations

import msgspec
import pytest
from report.golden import golden_words
from report.sample_reports import (
    call_log_read,
    lender,
    network_flow,
    recipient_flow,
    stored_flow,
    whole_book_read,
)

from permaudit.model.evidence import Read
from permaudit.model.flow import Address, Flow
from permaudit.model.place import Owner
from permaudit.model.report import Report
from permaudit.report.answer import say_does
from permaudit.report.fields import field_rows, neighbour_rows
from permaudit.report.flows import FlowLine, flow_lines
from permaudit.words.language import LANGUAGES, Language

WORDS = golden_words("en")
SECURE = Address("https://api.example.com/v1", "api.example.com")
PLAIN = Address("http://api.example.com/v1", "api.example.com", cleartext=True)


def sent(**changes: object) -> Flow:
    plain = msgspec.structs.replace(network_flow(), addresses=(SECURE,), transforms=())
    return msgspec.structs.replace(plain, **changes)


def read(**changes: object) -> Read:
    return msgspec.structs.replace(whole_book_read(), **changes)


def report_of(*flows: Flow, reads: tuple[Read, ...] = ()) -> Report:
    report = lender()
    observations = msgspec.structs.replace(report.observations, reads=reads or (whole_book_read(),), flows=flows)
    verdict = msgspec.structs.replace(report.verdict, does="sends")
    return msgspec.structs.replace(report, observations=observations, verdict=verdict)


def line(flow: Flow, of: Read | None = None, language: Language = "en") -> FlowLine:
    (only,) = flow_lines(report_of(flow, reads=(of or whole_book_read(),)), golden_words(language))
    return only


def test_a_flow_says_whose_data_what_is_done_to_it_where_it_goes_and_when() -> None:
    assert line(sent(transforms=("json", "gzip"))).sentence == (
        "The names and phone numbers of everyone in your address book are turned into JSON, compressed and sent over "
        "the internet to api.example.com, when the app starts."
    )


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "zh-Hans",
            "应用启动时，通讯录里所有人的姓名和电话号码会被转成 JSON、压缩，再通过网络发送到 api.example.com。",
        ),
        (
            "zh-Hant",
            "應用程式啟動時，通訊錄裡所有人的姓名和電話號碼會被轉成 JSON、壓縮，再透過網路傳送到 api.example.com。",
        ),
    ],
)
def test_a_flow_is_said_in_chinese(language: Language, sentence: str) -> None:
    assert line(sent(transforms=("json", "gzip")), language=language).sentence == sentence


@pytest.mark.parametrize(
    ("addresses", "end"),
    [
        ((), "sent over the internet to an address that is not visible in the app"),
        ((PLAIN,), "sent over the internet without encryption (HTTP) to api.example.com"),
        ((SECURE, PLAIN), "sent over the internet to api.example.com, some of it without encryption (HTTP)"),
        (
            (Address("http://", "", exact=False, cleartext=True),),
            "sent over the internet without encryption (HTTP) to an address that is not visible in the app",
        ),
    ],
)
def test_a_missing_or_unencrypted_address_is_said(addresses: tuple[Address, ...], end: str) -> None:
    assert line(sent(addresses=addresses)).sentence.endswith(f"are {end}, when the app starts.")


def test_of_many_servers_the_first_few_are_named() -> None:
    many = tuple(Address(f"https://s{n}.example.com/", f"s{n}.example.com") for n in range(9))

    assert "s0.example.com, s1.example.com, s2.example.com, s3.example.com and 5 other addresses" in (
        line(sent(addresses=many)).sentence
    )


@pytest.mark.parametrize(
    ("changes", "start"),
    [
        ({"scope": "filtered"}, "The names and phone numbers of some people in your address book are "),
        ({"scope": "lookup"}, "The names and phone numbers of people it looks up in your address book are "),
        ({"scope": "picked"}, "The names and phone numbers of the people you tick are "),
        ({"scope": "unknown"}, "The names and phone numbers of people in your address book are "),
        ({"surface": "legacy-contacts"}, "The names and phone numbers of everyone in your address book are "),
        ({"surface": "sim"}, "The names and phone numbers of the people on your SIM card are "),
        ({"surface": "call-log"}, "The names and phone numbers from your call list are "),
        ({"surface": "sms"}, "The names and phone numbers from your text messages are "),
        ({"surface": "accounts"}, "The names and phone numbers of the accounts on your phone are "),
    ],
)
def test_a_flow_says_whose_data_it_is(changes: dict[str, object], start: str) -> None:
    assert line(sent(), read(**changes)).sentence.startswith(start)


@pytest.mark.parametrize(
    ("changes", "start"),
    [
        ({}, "Data from your address book are "),
        ({"scope": "picked"}, "Data of the people you tick are "),
        ({"surface": "sim"}, "Data from your SIM card are "),
        ({"surface": "call-log"}, "Data from your call list are "),
        ({"surface": "sms"}, "Data from your text messages are "),
    ],
)
def test_fields_that_could_not_be_told_are_data(changes: dict[str, object], start: str) -> None:
    assert line(sent(fields=()), read(**changes)).sentence.startswith(start)


def test_the_internal_number_is_named_only_where_it_is_all_there_is() -> None:
    assert line(sent(fields=("contact-id", "name"))).sentence.startswith("The names of everyone")
    assert line(sent(fields=("contact-id",))).sentence.startswith("The internal numbers of everyone")


def test_recipients_of_messages_are_not_their_content() -> None:
    content = msgspec.structs.replace(recipient_flow(), role="content")

    assert "are used as recipients of text messages that the app sends" in line(recipient_flow()).sentence
    assert "are sent in text messages" in line(content).sentence


@pytest.mark.parametrize(
    ("changes", "phrase"),
    [
        ({"sink": "email"}, "sent by email"),
        ({"sink": "other-app"}, "handed to another app"),
        ({"sink": "script"}, "handed to the script of a web page that comes from outside the app"),
        ({"sink": "script", "leaves_phone": False}, "handed to a script inside the app"),
        ({"sink": "file", "leaves_phone": False}, "stored on the phone in a file"),
        ({"sink": "database", "leaves_phone": False}, "stored on the phone in a database"),
        ({"sink": "preferences", "leaves_phone": False}, "stored on the phone in the app's settings"),
        ({"sink": "log", "leaves_phone": False}, "written to the phone's log"),
        ({"sink": "clipboard", "leaves_phone": False}, "put on the clipboard"),
        ({"sink": "notification", "leaves_phone": False}, "shown in a notification"),
    ],
)
def test_every_sink_is_said_in_its_own_words(changes: dict[str, object], phrase: str) -> None:
    assert line(sent(addresses=(), **changes)).sentence.endswith(f"are {phrase}, when the app starts.")


def test_what_the_person_must_confirm_is_said() -> None:
    flow = sent(sink="other-app", addresses=(), user_confirmed=True, leaves_phone=False)

    assert line(flow).sentence.endswith("to another app, when the app starts, but only if you confirm it.")
    assert line(flow, read(paths=())).sentence.endswith("are handed to another app, but only if you confirm it.")


def test_a_digest_is_said_to_be_one_and_what_it_is_good_for() -> None:
    said = line(sent(fields=("phone",), transforms=("hashed",)))

    assert "are taken as a fingerprint (digest) and sent over the internet" in said.sentence
    assert said.remarks == (WORDS.say("flow-of-digest"),)


def test_an_address_that_only_stands_next_to_what_sends_is_told_as_such() -> None:
    beside = msgspec.structs.replace(SECURE, told=False)

    assert line(sent(addresses=(beside,))).remarks == (
        "The address stands in the code next to this; the code that joins the two could not be followed.",
    )
    assert line(sent(addresses=(SECURE, beside))).remarks == ()


def test_code_of_a_library_and_what_is_not_sure_are_added() -> None:
    said = line(stored_flow())

    assert said.remarks == (
        "The code that does this belongs to Example Scoring, a library.",
        "Whether the app ever gets to this could not be seen.",
    )
    assert line(sent(owner=Owner("library"))).remarks == (WORDS.say("flow-by-library-unnamed"),)


def test_what_leaves_the_phone_comes_first_and_nothing_is_said_twice() -> None:
    shown = sent(id="f7", sink="script", leaves_phone=False)
    shared = sent(id="f8", sink="other-app")
    found = flow_lines(report_of(stored_flow(), shown, shared, sent(), sent(id="f9")), WORDS)

    assert [(each.leaves_phone, each.sentence.split(" are ")[1][:12]) for each in found] == [
        (True, "sent over th"),
        (True, "handed to an"),
        (False, "handed to a "),
        (False, "stored on th"),
    ]


@pytest.mark.parametrize(
    ("flow", "of"),
    [
        (sent(reachable="no"), whole_book_read()),
        (sent(), read(permitted=False)),
        (sent(), read(reachable="no")),
        (sent(), read(reveals="nobody")),
    ],
    ids=["never started", "not permitted", "read never started", "only counted"],
)
def test_a_flow_that_cannot_happen_is_not_told(flow: Flow, of: Read) -> None:
    assert flow_lines(report_of(flow, reads=(of,)), WORDS) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_is_missing_for_any_surface_and_no_field_of_it(language: Language) -> None:
    for surface in ("profile", "voicemail", "own-number", "calendar", "accounts"):
        assert line(sent(), read(surface=surface), language).sentence
        assert line(sent(fields=()), read(surface=surface), language).sentence


@pytest.mark.parametrize(
    ("flows", "reads", "sentence"),
    [
        (
            (sent(),),
            (read(),),
            "Its code sends names and phone numbers of everyone in your address book to api.example.com.",
        ),
        (
            (sent(addresses=()),),
            (read(),),
            "Its code sends names and phone numbers of everyone in your address book out of the phone.",
        ),
        (
            (sent(fields=()),),
            (read(),),
            "Its code reads everyone in your address book, and sends what it read to api.example.com.",
        ),
        (
            (sent(fields=(), addresses=()),),
            (read(),),
            "Its code reads everyone in your address book, and what it read leaves the phone.",
        ),
        (
            (sent(),),
            (read(scope="lookup"),),
            "Its code sends names and phone numbers of people in your address book to api.example.com.",
        ),
        (
            (sent(fields=()),),
            (read(scope="unknown"),),
            "Its code reads your address book, and sends what it read to api.example.com.",
        ),
        ((recipient_flow(),), (read(),), "Its code sends messages to people in your address book."),
        (
            (sent(sink="other-app", addresses=()),),
            (read(),),
            "Its code reads your address book, and hands what it read to other apps.",
        ),
        (
            (sent(), sent(id="f2", read="r2", fields=("photo",))),
            (read(), read(id="r2", scope="lookup")),
            "Its code sends names and phone numbers of everyone in your address book to api.example.com.",
        ),
        (
            (sent(fields=("phone",)), sent(id="f2", read="r2", fields=("photo",))),
            (read(scope="filtered"), read(id="r2", scope="picked")),
            "Its code sends phone numbers of people in your address book to api.example.com.",
        ),
    ],
)
def test_the_answer_names_what_is_sent_and_where(
    flows: tuple[Flow, ...], reads: tuple[Read, ...], sentence: str
) -> None:
    assert say_does(report_of(*flows, reads=reads), WORDS) == sentence


def test_a_field_that_leaves_is_marked_and_one_that_stays_is_not() -> None:
    rows = {row.subject: row for row in field_rows(report_of(sent(fields=("phone",)), stored_flow()), WORDS)}

    assert (rows["Phone number"].seen, rows["Phone number"].whom) == ("read and sent", "everyone")
    assert rows["Name"].seen == "read"
    assert rows["Photo"].seen == "not seen"


@pytest.mark.parametrize("changes", [{"reachable": "no"}, {"reachable": "unknown"}, {"leaves_phone": False}])
def test_a_field_is_not_marked_as_sent_by_what_may_not_happen(changes: dict[str, object]) -> None:
    rows = {row.subject: row for row in field_rows(report_of(sent(**changes)), WORDS)}

    assert rows["Name"].seen == "read"


def test_a_picked_person_who_is_sent_does_not_make_everyone_sent() -> None:
    reads = (read(), read(id="r2", scope="picked"))
    rows = {row.subject: row for row in field_rows(report_of(sent(read="r2"), reads=reads), WORDS)}

    assert (rows["Name"].seen, rows["Name"].whom) == ("read", "everyone")


def test_a_neighbour_that_is_sent_is_marked() -> None:
    calls = msgspec.structs.replace(call_log_read(), permitted=True)

    (row,) = neighbour_rows(report_of(sent(read="r2"), reads=(calls,)), WORDS)

    assert (row.subject, row.seen) == ("Call list", "read and sent")
