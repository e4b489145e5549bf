"""The two lines that carry the answer, and what stands beside them."""

from __future__ import annotations

import msgspec
import pytest
from report.golden import golden_words
from report.sample_reports import hidden, lender, whole_book_read

from permaudit.model.evidence import Bridge, Read, SeenAs
from permaudit.model.finding import Could, Does
from permaudit.model.permission import Permission, SpecialAccess
from permaudit.model.place import Place
from permaudit.model.report import Report
from permaudit.report.answer import say_beside, say_could, say_does
from permaudit.report.fields import ALWAYS_SHOWN
from permaudit.words.language import Language

WORDS = golden_words("en")


def report_with(
    could: Could = "nothing",
    does: Does = "not-seen",
    *,
    reads: tuple[Read, ...] = (),
    permissions: tuple[Permission, ...] = (),
    doors: tuple[SpecialAccess, ...] = (),
) -> Report:
    report = lender()
    observations = msgspec.structs.replace(
        report.observations, reads=reads, permissions=permissions, special_access=doors
    )
    verdict = msgspec.structs.replace(report.verdict, could=could, does=does)
    return msgspec.structs.replace(report, observations=observations, verdict=verdict)


def permission(name: str, **changes: object) -> Permission:
    plain = Permission(f"android.permission.{name}", "base.apk", "declared")
    return msgspec.structs.replace(plain, **changes)


def test_what_shows_some_people_is_named() -> None:
    report = report_with(
        "some",
        permissions=(permission("READ_SMS", group="sms"), permission("READ_CALL_LOG", group="call-log")),
        doors=(SpecialAccess("accessibility", "base.apk"),),
    )

    assert say_could(report, WORDS) == (
        "Not your address book itself, but your call list, your text messages and what stands on your screen, "
        "where many of the same people appear."
    )


def test_a_permission_that_is_not_held_shows_nobody() -> None:
    ended = (
        permission("READ_SMS", group="sms", held_now=False),
        permission("GET_ACCOUNTS", group="contacts", held_now=False),
    )
    report = report_with("some", permissions=ended)

    assert say_could(report, WORDS) == WORDS.say("could-some-unnamed")


@pytest.mark.parametrize("could", ["whole-book", "picked-only", "nothing"])
def test_every_other_could_is_a_sentence_of_its_own(could: Could) -> None:
    assert say_could(report_with(could), WORDS) == WORDS.say(f"could-{could}")


def sharing(report: Report) -> Report:
    flags = msgspec.structs.replace(report.observations.flags, shared_user=True)
    observations = msgspec.structs.replace(report.observations, flags=flags)
    return msgspec.structs.replace(report, observations=observations)


def test_an_app_that_shares_its_identity_is_not_said_to_see_nobody() -> None:
    assert say_could(sharing(report_with("nothing")), WORDS) == (
        "Nothing this app asks for lets it see the people in your address book. "
        "But it shares its identity with other apps of the same maker, and gets whatever they are allowed."
    )


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant"])
@pytest.mark.parametrize("could", ["some", "picked-only", "nothing"])
def test_a_shared_identity_is_told_beside_each_lesser_answer_in_every_language(
    could: Could, language: Language
) -> None:
    words = golden_words(language)
    alone = say_could(report_with(could), words)

    shared = say_could(sharing(report_with(could)), words)

    assert shared.startswith(alone)
    assert len(shared) > len(alone)
    assert "But it shares" not in shared


def test_who_can_read_everyone_anyway_gains_nothing_from_a_shared_identity() -> None:
    assert say_could(sharing(report_with("whole-book")), WORDS) == WORDS.say("could-whole-book")


def test_fields_of_whole_book_reads_are_named_and_those_of_others_are_not() -> None:
    look_up = msgspec.structs.replace(whole_book_read(), id="r2", scope="lookup", fields=("photo",))
    report = report_with("whole-book", "reads-all", reads=(whole_book_read(), look_up))

    assert say_does(report, WORDS) == "Its code reads everyone in your address book: names and phone numbers."


def test_a_whole_book_without_named_fields_is_still_said() -> None:
    read = msgspec.structs.replace(whole_book_read(), fields=("contact-id",))
    report = report_with("whole-book", "reads-all", reads=(read,))

    assert say_does(report, WORDS) == "Its code reads everyone in your address book."


def test_cards_of_everyone_are_everything() -> None:
    uri = "content://com.android.contacts/contacts/as_multi_vcard/*"
    read = msgspec.structs.replace(whole_book_read(), uri=uri, all_fields=True, fields=(), carried=ALWAYS_SHOWN)
    report = report_with("whole-book", "reads-all", reads=(read,))

    assert say_does(report, WORDS).endswith("with everything you noted about them.")


def test_reads_of_unknown_extent_are_not_called_a_selection() -> None:
    unknown = msgspec.structs.replace(whole_book_read(), scope="unknown")
    look_up = msgspec.structs.replace(whole_book_read(), scope="lookup")
    picked = msgspec.structs.replace(whole_book_read(), scope="picked")

    assert "could not be worked out" in say_does(report_with(does="reads-some", reads=(unknown, picked)), WORDS)
    assert "could not be worked out" in say_does(report_with(does="reads-some", reads=(unknown, look_up)), WORDS)
    assert "some people" in say_does(report_with(does="reads-some", reads=(look_up,)), WORDS)


def test_an_old_target_and_a_silent_grant_stand_beside_the_answer() -> None:
    assert say_beside(lender(), WORDS) == (WORDS.say("beside-silent"),)
    assert say_beside(hidden(), WORDS) == (WORDS.say("beside-install-time"),)


@pytest.mark.parametrize(
    ("max_sdk", "start"),
    [
        (22, "On phones up to Android 5.1 it gets the address book when it is installed"),
        (28, "On phones up to Android 9 it can read the address book after you tap Allow"),
        (99, "On phones up to Android API level 99"),
    ],
)
def test_a_permission_for_old_phones_names_the_version_of_android(max_sdk: int, start: str) -> None:
    report = report_with(permissions=(permission("READ_CONTACTS", held_now=False, max_sdk=max_sdk),))

    assert say_beside(report, WORDS)[0].startswith(start)


@pytest.mark.parametrize(("seen_as", "sentence"), [("source", "does-script-asks"), ("strings", "does-script-names")])
def test_where_only_a_script_was_seen_asking_that_is_said(seen_as: SeenAs, sentence: str) -> None:
    report = report_with("whole-book", "reads-some")
    bridge = Bridge("uni-app", "call", Place("base.apk", file="a.js"), "all", "yes", seen_as)
    observations = msgspec.structs.replace(report.observations, bridges=(bridge,))

    assert say_does(msgspec.structs.replace(report, observations=observations), WORDS) == WORDS.say(sentence)


@pytest.mark.parametrize(
    ("sent_to", "start"),
    [((), "A script in the app asks for your address book. What would"), (("x.example",), "A script in the app asks")],
)
def test_a_script_that_asks_for_what_is_out_of_sight_is_spoken_of(sent_to: tuple[str, ...], start: str) -> None:
    report = report_with("whole-book", "not-seen")
    bridge = Bridge("uni-app", "call", Place("base.apk", file="a.js"), "all", "unknown", sends="yes", sent_to=sent_to)
    observations = msgspec.structs.replace(report.observations, bridges=(bridge,))

    said = say_does(msgspec.structs.replace(report, observations=observations), WORDS)

    assert said.startswith(start)
    assert all(each in said for each in sent_to)


@pytest.mark.parametrize(
    "bridge",
    [
        Bridge("uni-app", "call", Place("base.apk", file="a.js"), "picked", "unknown"),
        Bridge("uni-app", "call", Place("base.apk", file="a.js"), "all", "no"),
        Bridge("uni-app", "call", Place("base.apk", file="a.js"), "all", "unknown", "strings"),
        Bridge("uni-app", "call", Place("base.apk", file="a.js"), "all", "unknown", surface="sms"),
    ],
)
def test_a_script_that_asks_for_less_or_in_vain_changes_nothing(bridge: Bridge) -> None:
    report = report_with("whole-book", "not-seen")
    observations = msgspec.structs.replace(report.observations, bridges=(bridge,))

    assert say_does(msgspec.structs.replace(report, observations=observations), WORDS) == WORDS.say("does-not-seen")
