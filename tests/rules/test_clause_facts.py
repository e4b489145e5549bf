"""The clauses say what their sources say: days, grades and limits are typed in by hand from those sources."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from permaudit.documents import rules_directory

PATHS = sorted((rules_directory() / "clauses").glob("*.yaml"))
CLAUSES: dict[str, dict[str, Any]] = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in PATHS}
"""By file name."""

ACCUSATIONS = ("illegal", "unlawful", "violat", "malware", "steal", "crime", "criminal", "fraud", "scam", "spyware")


def _of(beginning: str) -> list[dict[str, Any]]:
    found = [clause for name, clause in CLAUSES.items() if name.startswith(beginning)]
    assert found, f"no clause begins with {beginning}"
    return found


def _texts(clause: dict[str, Any]) -> str:
    return " ".join(str(clause.get(field, "")) for field in ("title", "clause", "applies_to", "says", "note")).lower()


def test_there_are_clauses_to_check() -> None:
    assert len(CLAUSES) >= 35


@pytest.mark.parametrize(
    ("beginning", "since"),
    [
        ("google-play.personal-loans.contacts", "2023-05-31"),
        ("cn.necessary-information.", "2021-05-01"),
        ("cn.pipl.", "2021-11-01"),
        ("cn.network-data-regulation.", "2025-01-01"),
        ("cn.civil-code.", "2021-01-01"),
        ("cn.gb-t-45251.", "2025-02-28"),
        ("in.rbi-digital-lending.", "2025-05-08"),
        ("ph.sec-mc-18.", "2019-09-07"),
        ("ng.deon-regulations.", "2025-07-21"),
        ("tz.bot-guidance-note.", "2024-08-27"),
        ("co.ley-2300.", "2023-10-10"),
        ("vn.circular-43-2016.", "2020-01-01"),
        ("th.debt-collection-act.", "2015-09-02"),
        ("us.regulation-f.", "2021-11-30"),
    ],
)
def test_a_clause_holds_since_the_day_its_source_names(beginning: str, since: str) -> None:
    assert {clause["since"] for clause in _of(beginning)} == {since}


def test_googles_contacts_policy_is_asked_only_of_apps_for_android_17_or_later() -> None:
    (policy,) = _of("google-play.contacts-permissions.")

    assert policy["target_sdk"] == {"at_least": 37}
    assert [name for name, clause in CLAUSES.items() if "target_sdk" in clause] == [policy["id"]]


def test_googles_contacts_policy_has_no_date_of_its_own_while_two_are_told() -> None:
    (policy,) = _of("google-play.contacts-permissions.")

    assert policy["status"] == "announced"
    assert "since" not in policy
    assert "28 October 2026" in policy["note"]
    assert "27 January 2027" in policy["note"]
    assert policy["review"] == "2027-01-27"


def test_the_day_on_which_the_list_of_all_apps_was_closed_to_lenders_is_not_claimed() -> None:
    (installed,) = _of("google-play.personal-loans.installed-apps")

    assert "since" not in installed


def test_mexicos_bill_is_not_shown_as_in_force() -> None:
    assert {clause["status"] for clause in CLAUSES.values() if clause["where"] == "MX"} == {"not-verified"}
    assert all("since" not in clause for clause in _of("mx."))


def test_what_nobody_saw_is_not_shown_as_in_force() -> None:
    unseen = [clause for clause in CLAUSES.values() if clause["seen"] == "unverified"]

    assert {clause["where"] for clause in unseen} == {"BR", "CN", "EU", "GB", "HK", "TW", "US"}
    assert {clause["status"] for clause in unseen} == {"not-verified"}


def test_the_places_known_from_memory_only_have_nothing_in_force() -> None:
    in_force = {clause["where"] for clause in CLAUSES.values() if clause["status"] == "in-force"}

    assert in_force & {"HK", "GB", "BR", "UG", "GH", "BD", "LK", "MX"} == set()


def test_what_is_only_recommended_in_china_is_shown_as_a_standard() -> None:
    standards = {name.split(".")[1] for name, clause in CLAUSES.items() if clause["status"] == "standard"}

    assert standards == {"gb-t-45251", "cba-collection-guideline", "tc260-necessary-information"}


@pytest.mark.parametrize(
    "beginning",
    [
        "cn.civil-code.private-peace",
        "cn.gb-t-45251.",
        "cn.cba-collection-guideline.",
        "tw.bank-collection.",
        "ph.sec-mc-18.",
        "co.ley-2300.",
        "vn.circular-43-2016.",
        "th.debt-collection-act.",
        "us.",
    ],
)
def test_a_clause_about_calling_other_people_is_of_type_use(beginning: str) -> None:
    assert {clause["type"] for clause in _of(beginning)} == {"use"}


def test_a_clause_of_type_use_speaks_of_other_people_and_never_of_a_permission() -> None:
    used = [clause for clause in CLAUSES.values() if clause["type"] == "use"]

    assert used
    assert [clause["id"] for clause in used if any(rule.startswith("asks-for-") for rule in clause["concerns"])] == []
    assert [clause["id"] for clause in used if "whole-book-read" not in clause["concerns"]] == []


@pytest.mark.parametrize(
    "name",
    [
        "google-play.personal-loans.contacts",
        "cn.necessary-information.contacts",
        "in.rbi-digital-lending.contacts",
        "id.ojk-camilan.contacts",
        "pk.secp-circular-15.contacts",
        "ke.dcp-regulations.contacts",
        "ng.deon-regulations.contacts",
        "tz.bot-guidance-note.contacts",
    ],
)
def test_a_clause_that_closes_the_address_book_concerns_asking_for_it_and_reading_it(name: str) -> None:
    clause = CLAUSES[name]

    assert clause["type"] == "access"
    assert {"asks-for-address-book", "whole-book-read"} <= {*clause["concerns"]}
    assert {"lets-you-pick", "picked-contact-sent"} & {*clause["concerns"]} == set()


def test_choosing_from_the_list_is_told_as_the_form_the_philippines_expect() -> None:
    (choosing,) = _of("ph.npc-loan-circular.choosing")

    assert choosing["concerns"] == ["lets-you-pick", "picked-contact-sent"]
    assert "expects" in choosing["note"]


def test_refusing_the_service_for_a_refused_answer_is_a_clause_of_its_own_in_china() -> None:
    (refusal,) = _of("cn.necessary-information.refusal")

    assert refusal["concerns"] == ["quits-when-refused"]
    assert refusal["clause"] == "Article 4"
    assert refusal["seen"] == "official"


def test_the_chinese_list_for_lenders_is_not_claimed_to_have_been_seen_officially() -> None:
    assert CLAUSES["cn.necessary-information.contacts"]["seen"] == "secondary"


def test_laws_that_do_not_exist_are_not_named() -> None:
    invented = ("数字信贷隐私保护条例", "消費者債務清理條例")

    assert [name for name, clause in CLAUSES.items() if any(law in str(clause) for law in invented)] == []


@pytest.mark.parametrize("name", CLAUSES)
def test_a_clause_gives_no_verdict(name: str) -> None:
    assert [word for word in ACCUSATIONS if word in _texts(CLAUSES[name])] == []
