"""What a content URI addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from permaudit.catalog.load import load_catalog
from permaudit.catalog.surfaces import UriMatch
from permaudit.documents import rules_directory

CATALOG = load_catalog(rules_directory() / "catalog")


def match(uri: str) -> UriMatch:
    found = CATALOG.match_uri(uri)
    assert found is not None, uri
    return found


@pytest.mark.parametrize(
    ("uri", "surface", "table", "scope"),
    [
        ("content://com.android.contacts/contacts", "contacts", "contacts", "all"),
        ("content://com.android.contacts/contacts/17", "contacts", "contacts", "lookup"),
        ("content://com.android.contacts/contacts/17/photo", "contacts", "photo", "lookup"),
        ("content://com.android.contacts/contacts/lookup/0r1-3A/17", "contacts", "contacts", "lookup"),
        ("content://com.android.contacts/contacts/filter/ann", "contacts", "contacts", "filtered"),
        ("content://com.android.contacts/contacts/as_multi_vcard/a%3Ab", "contacts", "vcard", "all"),
        ("content://com.android.contacts/data", "contacts", "data", "all"),
        ("content://com.android.contacts/data/phones", "contacts", "phones", "all"),
        ("content://com.android.contacts/data/phones/filter/5", "contacts", "phones", "filtered"),
        ("content://com.android.contacts/phone_lookup/123", "contacts", "phone-lookup", "lookup"),
        ("content://com.android.contacts/profile", "profile", "contacts", "all"),
        ("content://contacts/people", "legacy-contacts", "legacy-people", "all"),
        ("content://icc/adn", "sim", "sim-records", "all"),
        ("content://icc/adn/subId/2", "sim", "sim-records", "all"),
        ("content://sim/adn", "sim", "sim-records", "all"),
        ("content://icc2/adn", "sim", "sim-records", "all"),
        ("content://com.android.simphonebook/subid/1/adn", "sim", "sim-records", "all"),
        ("content://call_log/calls", "call-log", "calls", "all"),
        ("content://sms", "sms", "sms", "all"),
        ("content://sms/inbox", "sms", "sms", "all"),
        ("content://mms/inbox", "sms", "mms", "all"),
        ("content://mms/5/addr", "sms", "mms-addresses", "lookup"),
        ("content://mms-sms/", "sms", "nothing", "all"),
        ("content://com.android.voicemail/voicemail", "voicemail", "voicemails", "all"),
        ("content://com.android.calendar/attendees", "calendar", "attendees", "all"),
    ],
)
def test_a_uri_leads_to_its_surface_table_and_scope(uri: str, surface: str, table: str, scope: str) -> None:
    found = match(uri)

    assert (found.surface, found.table, found.scope) == (surface, table, scope)


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("content://com.android.contacts/contacts/*", "contacts/#"),
        ("content://com.android.contacts/contacts/*/entities", "contacts/#/entities"),
        ("content://com.android.contacts/contacts/lookup/*/*", "contacts/lookup/*/#"),
        ("content://com.android.contacts/contacts/1*", "contacts/#"),
        ("content://com.android.contacts/contacts/filter/*", "contacts/filter/*"),
        ("content://com.android.contacts/contacts/filter/ab*", "contacts/filter/*"),
        ("content://com.android.simphonebook/subid/*/*", "subid/#/*"),
        ("content://*@com.android.contacts/data", "data"),
    ],
)
def test_a_piece_built_at_run_time_stands_for_a_number_or_a_name(uri: str, path: str) -> None:
    found = match(uri)

    assert found.path == path


def test_a_piece_built_at_run_time_is_never_taken_for_a_literal_path() -> None:
    found = match("content://com.android.contacts/*")

    assert (found.surface, found.table, found.scope) == ("contacts", "unknown", "unknown")


@pytest.mark.parametrize(
    "path", ["/nonsense", "/contacts/abc", "/contacts/1/2/3/4", "/data/phones/x/y", "\\data/phones"]
)
def test_an_unknown_path_of_a_known_authority_keeps_the_surface(path: str) -> None:
    found = match(f"content://com.android.contacts{path}")

    assert (found.surface, found.table, found.scope, found.people) == ("contacts", "unknown", "unknown", True)
    assert found.permission == "android.permission.READ_CONTACTS"


def test_an_unknown_path_below_profile_is_about_the_owner_of_the_phone() -> None:
    found = match("content://com.android.contacts/profile/something/new")

    assert (found.surface, found.own, found.table) == ("profile", True, "unknown")


@pytest.mark.parametrize(
    "uri",
    [
        "",
        "*",
        "content://",
        "content:///contacts",
        "content://*/contacts",
        "content://media/external/images/media",
        "content://com.android.contacts.evil/contacts",
        "content://com.android.contactsx/contacts",
        "content://evil@com.android.contacts/contacts",
        "content://downloads/com.android.contacts/contacts",
        "file:///com.android.contacts/contacts",
        "CONTENT://com.android.contacts/contacts",
        "content://COM.android.contacts/contacts",
        "tel:123",
    ],
)
def test_other_uris_are_no_surface(uri: str) -> None:
    assert CATALOG.match_uri(uri) is None


def test_paths_are_case_sensitive_as_on_a_phone() -> None:
    found = match("content://com.android.contacts/CONTACTS")

    assert found.table == "unknown"


@pytest.mark.parametrize(
    "uri",
    [
        "content://10@com.android.contacts/data/phones",
        "content://com.android.%63ontacts/data/phones",
        "content://com.android.contacts/data/%70hones",
        "content://com.android.contacts//data///phones/",
        "content://com.android.contacts/data/phones#top",
        "content://com.android.contacts/data/phones?limit=5",
    ],
)
def test_other_spellings_that_a_phone_understands_match_too(uri: str) -> None:
    found = match(uri)

    assert (found.surface, found.table, found.path) == ("contacts", "phones", "data/phones")


def test_the_double_slash_that_old_sources_write_is_the_same_path() -> None:
    assert match("content://mms-sms//conversations").path == match("content://mms-sms/conversations").path


def test_the_query_string_is_handed_back() -> None:
    found = match("content://call_log/calls?allow_voicemails=true&limit=*")

    assert (found.table, found.query) == ("calls", "allow_voicemails=true&limit=*")


@pytest.mark.parametrize(
    "path",
    [
        "settings",
        "syncstate",
        "provider_status",
        "directories",
        "photo_dimensions",
        "deleted_contacts",
        "profile/syncstate",
        "",
    ],
)
def test_housekeeping_paths_reveal_nobody(path: str) -> None:
    found = match(f"content://com.android.contacts/{path}")

    assert found.people is False


def test_a_card_opened_as_a_file_shows_the_whole_person() -> None:
    found = match("content://com.android.contacts/contacts/as_vcard/*")

    assert found.opens
    assert {"name", "phone", "email", "address", "note", "photo", "birthday"} <= set(found.stream_fields)


def test_a_table_of_rows_is_not_a_file() -> None:
    found = match("content://com.android.contacts/data/phones")

    assert (found.opens, found.stream_fields) == (False, ())


def test_a_hostile_uri_with_many_segments_is_still_matched() -> None:
    found = match("content://com.android.contacts/" + "a/" * 100_000)

    assert found.table == "unknown"


@given(st.text(alphabet="/*#?%@\\:.aA0" + "contactsdata", max_size=60))
def test_no_text_after_the_scheme_breaks_the_matching(rest: str) -> None:
    found = CATALOG.match_uri(f"content://{rest}")

    assert found is None or found.surface


@given(st.text(alphabet="/*#?%@\\ab01", max_size=40))
def test_whatever_stands_below_the_provider_is_still_its_surface(rest: str) -> None:
    found = match(f"content://com.android.contacts/{rest}")

    assert found.surface in {"contacts", "profile"}
