"""The verdict, line by line of the tables in DESIGN.md section 1."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from judge.answering import verdict_of

from permaudit.judge.notation import seen
from permaudit.model.app import Tristate
from permaudit.model.finding import Could, Does, Finding, Level
from permaudit.model.flow import Flow, Transform
from permaudit.model.observations import Observations
from permaudit.model.place import Owner, Place
from permaudit.model.rule import Severity

READ_CONTACTS = "android.permission.READ_CONTACTS"
HELD = [{"name": READ_CONTACTS}]
ENDED = [{"name": READ_CONTACTS, "max_sdk": 22, "held_now": False}]
PICK = {"action": "android.intent.action.PICK"}
CODE_HIDDEN = {"kind": "packed", "hides": ["code"]}


def finding(severity: Severity, outcome: Tristate = "yes", rule: str = "a-rule") -> Finding:
    return Finding(rule, "", severity, "high", outcome, "", "")


def flow(
    read: str, *, leaves_phone: bool = True, reachable: Tristate = "yes", transforms: tuple[Transform, ...] = ()
) -> Flow:
    place, owner = Place("base.apk"), Owner("app")
    return Flow("f1", read, (), "network", "content", leaves_phone, False, "", place, (), transforms, owner, reachable)


def with_flows(observations: Observations, *flows: Flow) -> Observations:
    return msgspec.structs.replace(observations, flows=flows)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ({"permissions": HELD}, "whole-book"),
        ({"permissions": [{"name": READ_CONTACTS, "source": "implied"}]}, "whole-book"),
        ({"permissions": [{"name": READ_CONTACTS, "source": "sdk-23"}]}, "whole-book"),
        ({"permissions": [{"name": READ_CONTACTS, "max_sdk": 22, "held_now": False}, *HELD]}, "whole-book"),
        ({"special_access": [{"door": "dialer-role", "grants": [READ_CONTACTS]}]}, "whole-book"),
        ({"permissions": HELD, "pickers": [PICK]}, "whole-book"),
        ({"permissions": ENDED}, "nothing"),
        ({"permissions": ENDED, "pickers": [PICK]}, "picked-only"),
        ({"permissions": [{"name": "android.permission.WRITE_CONTACTS"}]}, "nothing"),
        ({"permissions": [{"name": "android.permission.READ_CALL_LOG"}]}, "some"),
        ({"permissions": [{"name": "android.permission.READ_SMS"}]}, "some"),
        ({"permissions": [{"name": "android.permission.RECEIVE_SMS"}]}, "some"),
        ({"permissions": [{"name": "android.permission.GET_ACCOUNTS"}]}, "some"),
        ({"permissions": [{"name": "android.permission.READ_SMS", "max_sdk": 22, "held_now": False}]}, "nothing"),
        ({"permissions": [{"name": "android.permission.SEND_SMS"}]}, "nothing"),
        ({"special_access": [{"door": "accessibility"}]}, "some"),
        ({"special_access": [{"door": "notification-listener"}]}, "some"),
        ({"special_access": [{"door": "sms-role", "grants": ["android.permission.READ_SMS"]}]}, "some"),
        ({"special_access": [{"door": "dialer-role"}]}, "nothing"),
        ({"special_access": [{"door": "sync-adapter"}]}, "nothing"),
        ({"special_access": [{"door": "accessibility"}], "pickers": [PICK]}, "some"),
        ({"pickers": [PICK]}, "picked-only"),
        ({"pickers": [PICK | {"reachable": "unknown"}]}, "picked-only"),
        ({"pickers": [PICK | {"reachable": "no"}]}, "nothing"),
        ({"reads": [{"surface": "contacts"}]}, "nothing"),
        ({}, "nothing"),
    ],
)
def test_could_is_the_most_that_android_would_allow(written: dict[str, Any], expected: Could) -> None:
    assert verdict_of(seen(**written)).could == expected


@pytest.mark.parametrize(
    ("reads", "expected"),
    [
        ([{"surface": "contacts", "scope": "all"}], "reads-all"),
        ([{"surface": "legacy-contacts", "scope": "all"}], "reads-all"),
        ([{"surface": "sim", "scope": "all"}], "reads-all"),
        ([{"surface": "contacts", "scope": "all", "reachable": "unknown"}], "reads-all"),
        ([{"surface": "contacts", "scope": "filtered"}], "reads-some"),
        ([{"surface": "contacts", "scope": "lookup"}], "reads-some"),
        ([{"surface": "contacts", "scope": "unknown"}], "reads-some"),
        ([{"surface": "sim", "scope": "lookup"}], "reads-some"),
        ([{"surface": "contacts", "scope": "picked"}], "picks"),
        ([{"surface": "contacts", "scope": "picked"}, {"surface": "contacts", "scope": "lookup"}], "reads-some"),
        ([{"surface": "contacts", "scope": "picked"}, {"surface": "contacts", "scope": "all"}], "reads-all"),
        ([{"surface": "contacts", "scope": "lookup"}, {"surface": "sim", "scope": "all"}], "reads-all"),
        ([{"surface": "contacts", "scope": "all", "permitted": False}], "not-seen"),
        ([{"surface": "contacts", "scope": "all", "reachable": "no"}], "not-seen"),
        ([{"surface": "contacts", "scope": "all", "reveals": "nobody"}], "not-seen"),
        (
            [{"surface": "contacts", "scope": "all", "permitted": False}, {"surface": "contacts", "scope": "picked"}],
            "picks",
        ),
        ([{"surface": "contacts", "watches": True}], "not-seen"),
        *[
            ([{"surface": neighbour, "scope": "all"}], "not-seen")
            for neighbour in ("profile", "call-log", "sms", "accounts", "voicemail", "own-number", "calendar")
        ],
        ([], "not-seen"),
    ],
)
def test_does_is_the_widest_read_that_can_happen(reads: list[dict[str, Any]], expected: Does) -> None:
    assert verdict_of(seen(reads=reads)).does == expected


@pytest.mark.parametrize(
    ("bridge", "expected"),
    [
        ({"scope": "all"}, "reads-some"),
        ({"scope": "unknown", "seen_as": "strings"}, "reads-some"),
        ({"scope": "picked"}, "not-seen"),
        ({"scope": "all", "wired": "unknown"}, "not-seen"),
        ({"scope": "all", "wired": "no"}, "not-seen"),
        ({"scope": "all", "surface": "call-log"}, "not-seen"),
        ({"scope": "all", "surface": "sms"}, "not-seen"),
    ],
)
def test_a_script_that_gets_contacts_reads_an_unknown_part_of_them(bridge: dict[str, str], expected: str) -> None:
    assert verdict_of(seen(permissions=HELD, bridges=[bridge])).does == expected


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        ({"surface": "contacts", "scope": "all"}, "sends"),
        ({"surface": "contacts", "scope": "lookup"}, "sends"),
        ({"surface": "contacts", "scope": "unknown"}, "sends"),
        ({"surface": "sim", "scope": "all"}, "sends"),
        ({"surface": "contacts", "scope": "picked"}, "picks"),
        ({"surface": "contacts", "scope": "all", "permitted": False}, "not-seen"),
        ({"surface": "contacts", "scope": "all", "reachable": "no"}, "not-seen"),
        ({"surface": "sms", "scope": "all"}, "not-seen"),
    ],
)
def test_sending_what_was_read_and_not_picked_is_sends(read: dict[str, Any], expected: Does) -> None:
    assert verdict_of(with_flows(seen(reads=[read]), flow("r1"))).does == expected


def test_a_flow_that_stays_on_the_phone_is_not_sending() -> None:
    observations = seen(reads=[{"surface": "contacts", "scope": "all"}])

    assert verdict_of(with_flows(observations, flow("r1", leaves_phone=False))).does == "reads-all"


def test_a_flow_that_nothing_starts_is_not_sending() -> None:
    observations = seen(reads=[{"surface": "contacts", "scope": "all"}])

    assert verdict_of(with_flows(observations, flow("r1", reachable="no"))).does == "reads-all"
    assert verdict_of(with_flows(observations, flow("r1", reachable="unknown"))).does == "sends"


def test_a_digest_of_a_number_that_leaves_the_phone_is_sending() -> None:
    observations = seen(reads=[{"surface": "contacts", "scope": "all"}])

    assert verdict_of(with_flows(observations, flow("r1", transforms=("hashed",)))).does == "sends"


def test_a_flow_of_another_read_is_not_sending_this_one() -> None:
    observations = seen(reads=[{"surface": "contacts", "scope": "all"}, {"surface": "contacts", "scope": "picked"}])

    assert verdict_of(with_flows(observations, flow("r2"))).does == "reads-all"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ({"permissions": HELD, "limitations": [CODE_HIDDEN]}, True),
        ({"permissions": HELD, "limitations": [{"kind": "script-code", "hides": ["script"]}]}, True),
        ({"pickers": [PICK], "limitations": [CODE_HIDDEN]}, True),
        ({"permissions": [{"name": "android.permission.READ_SMS"}], "limitations": [CODE_HIDDEN]}, True),
        ({"permissions": HELD, "limitations": [{"kind": "damaged", "hides": ["assets"]}]}, False),
        ({"permissions": HELD, "limitations": [{"kind": "damaged", "hides": ["manifest"]}]}, False),
        ({"permissions": HELD, "limitations": [{"kind": "native-code", "hides": []}]}, False),
        ({"permissions": HELD}, False),
        ({"limitations": [CODE_HIDDEN]}, False),
        ({"permissions": ENDED, "limitations": [CODE_HIDDEN]}, False),
    ],
)
def test_cannot_tell_needs_something_to_hide_and_somewhere_to_hide_it(
    written: dict[str, Any],
    expected: bool,  # noqa: FBT001
) -> None:
    assert verdict_of(seen(**written), ()).cannot_tell is expected


@pytest.mark.parametrize(
    ("scope", "expected"),
    [("all", False), ("filtered", True), ("lookup", True), ("unknown", True), ("picked", True)],
)
def test_once_everyone_is_read_nothing_hidden_changes_the_answer(scope: str, expected: bool) -> None:  # noqa: FBT001
    observations = seen(permissions=HELD, reads=[{"surface": "contacts", "scope": scope}], limitations=[CODE_HIDDEN])

    assert verdict_of(observations, ()).cannot_tell is expected


def test_what_is_sent_is_told_although_code_is_hidden() -> None:
    observations = seen(
        permissions=HELD, reads=[{"surface": "contacts", "scope": "filtered"}], limitations=[CODE_HIDDEN]
    )

    verdict = verdict_of(with_flows(observations, flow("r1")), ())

    assert (verdict.does, verdict.cannot_tell) == ("sends", False)


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        ([finding("low"), finding("critical"), finding("high")], "critical"),
        ([finding("medium"), finding("low")], "medium"),
        ([finding("none")], "none"),
        ([], "none"),
        ([finding("critical", "unknown")], "none"),
        ([finding("high", "unknown"), finding("low")], "low"),
    ],
)
def test_the_level_is_the_highest_severity_among_findings_that_are_yes(
    findings: list[Finding], expected: Level
) -> None:
    assert verdict_of(seen(), findings).level == expected


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        ([], "unknown"),
        ([finding("high", "unknown")], "unknown"),
        ([finding("none")], "unknown"),
        ([finding("low")], "low"),
    ],
)
def test_the_level_is_unknown_where_nothing_was_found_and_something_is_hidden(
    findings: list[Finding], expected: Level
) -> None:
    assert verdict_of(seen(permissions=HELD, limitations=[CODE_HIDDEN]), findings).level == expected


def test_the_verdict_names_the_rules_its_level_rests_on_in_order() -> None:
    findings = [
        finding("high", rule="b"),
        finding("high", rule="a"),
        finding("medium", rule="c"),
        finding("high", "unknown", rule="d"),
    ]

    assert verdict_of(seen(), findings).because == ("a", "b")


def test_a_verdict_without_findings_rests_on_none() -> None:
    assert verdict_of(seen(permissions=HELD, limitations=[CODE_HIDDEN]), [finding("none")]).because == ()
