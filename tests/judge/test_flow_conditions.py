"""The condition `flow`, attribute by attribute, and when it cannot be told (rules/README.md, Conditions)."""

from __future__ import annotations

from typing import Any

import pytest

from permaudit.judge.conditions import evaluate
from permaudit.judge.notation import seen
from permaudit.model.app import Tristate
from permaudit.model.rule import All, Condition, FlowIs, Not, ReadIs

SECURE, PLAIN = "https://api.example.com/v1", "http://api.example.com/v1"
CODE_HIDDEN = {"kind": "packed", "hides": ["code"]}
MANIFEST_HIDDEN = {"kind": "damaged", "hides": ["manifest"]}


def answer(
    condition: Condition,
    flow: dict[str, Any] | None = None,
    read: dict[str, Any] | None = None,
    **written: object,
) -> Tristate:
    flows = [] if flow is None else [flow]
    observations = seen(reads=[{"surface": "contacts", **(read or {})}], flows=flows, **written)
    return evaluate(condition, observations).outcome


@pytest.mark.parametrize(
    ("condition", "flow", "expected"),
    [
        (FlowIs(), {}, "yes"),
        (FlowIs(sink=("network", "sms")), {"sink": "sms"}, "yes"),
        (FlowIs(sink=("network", "sms")), {"sink": "file"}, "no"),
        (FlowIs(role=("recipient",)), {"sink": "sms", "role": "recipient"}, "yes"),
        (FlowIs(role=("recipient",)), {"sink": "sms"}, "no"),
        (FlowIs(leaves_phone=True), {"sink": "network"}, "yes"),
        (FlowIs(leaves_phone=True), {"sink": "file"}, "no"),
        (FlowIs(leaves_phone=False), {"sink": "file"}, "yes"),
        (FlowIs(user_confirmed=False), {"sink": "other-app", "user_confirmed": True}, "no"),
        (FlowIs(user_confirmed=True), {"sink": "other-app", "user_confirmed": True}, "yes"),
        (FlowIs(transforms=("hashed",)), {"transforms": ["json", "hashed"]}, "yes"),
        (FlowIs(transforms=("hashed", "encrypted")), {"transforms": ["encrypted"]}, "yes"),
        (FlowIs(transforms=("hashed",)), {"transforms": ["json"]}, "no"),
        (FlowIs(owner=("library",)), {"owner": "library"}, "yes"),
        (FlowIs(owner=("library",)), {"owner": "app"}, "no"),
        (FlowIs(owner=("library",)), {"owner": "unknown"}, "unknown"),
        (FlowIs(cleartext=True), {"address": [PLAIN]}, "yes"),
        (FlowIs(cleartext=True), {"address": [SECURE, PLAIN]}, "yes"),
        (FlowIs(cleartext=True), {"address": [SECURE]}, "no"),
        (FlowIs(cleartext=True), {}, "unknown"),
        (FlowIs(cleartext=True), {"address": [SECURE, ""]}, "unknown"),
        (FlowIs(cleartext=False), {"address": [SECURE]}, "yes"),
        (FlowIs(cleartext=False), {"address": [SECURE, PLAIN]}, "no"),
        (FlowIs(cleartext=False), {}, "unknown"),
        (FlowIs(cleartext=True), {"sink": "sms"}, "no"),
        (FlowIs(cleartext=False), {"sink": "file"}, "no"),
        (FlowIs(address_known=True), {"address": [SECURE]}, "yes"),
        (FlowIs(address_known=True), {}, "no"),
        (FlowIs(address_known=False), {}, "yes"),
        (FlowIs(address_known=False), {"address": ["https://"]}, "yes"),
        (FlowIs(address_known=False), {"address": [SECURE]}, "no"),
        (FlowIs(address_known=False), {"sink": "sms"}, "no"),
    ],
)
def test_a_flow_must_have_every_attribute_that_is_stated(
    condition: FlowIs, flow: dict[str, Any], expected: Tristate
) -> None:
    assert answer(condition, flow) == expected


@pytest.mark.parametrize(
    ("condition", "read", "expected"),
    [
        (FlowIs(surface=("contacts", "sim")), {"surface": "sim"}, "yes"),
        (FlowIs(surface=("contacts", "sim")), {"surface": "sms"}, "no"),
        (FlowIs(scope=("all",)), {"scope": "all"}, "yes"),
        (FlowIs(scope=("all",)), {"scope": "picked"}, "no"),
        (FlowIs(scope=("all",)), {"scope": "unknown"}, "unknown"),
        (FlowIs(scope=("all", "unknown")), {"scope": "unknown"}, "yes"),
        (FlowIs(trigger=("boot",)), {"trigger": ["tap", "boot"]}, "yes"),
        (FlowIs(trigger=("boot",)), {"trigger": ["tap"]}, "no"),
        (FlowIs(trigger=("boot",)), {"trigger": [], "reachable": "unknown"}, "unknown"),
    ],
)
def test_surface_scope_and_trigger_are_those_of_the_read(
    condition: FlowIs, read: dict[str, Any], expected: Tristate
) -> None:
    assert answer(condition, {}, read) == expected


@pytest.mark.parametrize(
    ("flow", "read", "expected"),
    [
        ({"fields": ["name", "phone"]}, {}, "yes"),
        ({"fields": ["name"]}, {"fields": ["name", "phone"]}, "no"),
        ({"fields": []}, {"fields": ["name", "phone"]}, "unknown"),
        ({"fields": []}, {"fields": ["name"], "all_fields": True, "carried": ["phone"]}, "unknown"),
        ({"fields": []}, {"fields": ["name"]}, "no"),
    ],
)
def test_fields_that_could_not_be_told_are_unknown_unless_they_were_never_read(
    flow: dict[str, Any], read: dict[str, Any], expected: Tristate
) -> None:
    assert answer(FlowIs(fields=("phone",)), flow, read) == expected


@pytest.mark.parametrize(
    ("flow", "read", "expected"),
    [
        ({"reachable": "no"}, {}, "no"),
        ({"reachable": "unknown"}, {}, "unknown"),
        ({}, {"reachable": "no"}, "no"),
        ({}, {"reachable": "unknown"}, "unknown"),
        ({}, {"permitted": False}, "no"),
        ({}, {"reveals": "nobody"}, "no"),
    ],
)
def test_a_flow_counts_if_it_and_its_read_can_happen(
    flow: dict[str, Any], read: dict[str, Any], expected: Tristate
) -> None:
    assert answer(FlowIs(), flow, read) == expected


def test_a_flow_of_a_refused_read_is_unknown_while_part_of_the_manifest_is_hidden() -> None:
    assert answer(FlowIs(), {}, {"permitted": False}, limitations=[MANIFEST_HIDDEN]) == "unknown"


@pytest.mark.parametrize("hidden", ["code", "script", "assets", "manifest", "resources"])
def test_a_flow_that_was_not_seen_is_unknown_only_where_code_could_hide_it(hidden: str) -> None:
    expected = "unknown" if hidden in {"code", "script"} else "no"

    assert answer(FlowIs(), limitations=[{"kind": "damaged", "hides": [hidden]}]) == expected
    assert answer(FlowIs(), {}, limitations=[{"kind": "damaged", "hides": [hidden]}]) == "yes"


def test_one_flow_must_have_all_attributes_together() -> None:
    reads = [{"surface": "contacts", "scope": "picked"}, {"surface": "contacts", "scope": "all"}]
    flows = [{"read": "r1", "sink": "network"}, {"read": "r2", "sink": "file"}]

    match = evaluate(FlowIs(scope=("all",), sink=("network",)), seen(reads=reads, flows=flows))

    assert (match.outcome, match.evidence) == ("no", ())


def test_a_match_names_the_reads_and_the_flows_it_rests_on_once() -> None:
    reads = [{"surface": "contacts"}, {"surface": "sms"}]
    flows = [{"read": "r1"}, {"read": "r2"}, {"read": "r1", "sink": "sms"}]

    match = evaluate(FlowIs(surface=("contacts",)), seen(reads=reads, flows=flows))

    assert (match.condition, match.outcome, match.evidence) == ("flow", "yes", ("r1", "f1", "f3"))


def test_a_flow_without_its_read_is_none() -> None:
    assert answer(FlowIs(), {"read": "r9"}) == "no"


def test_what_is_read_and_not_sent_can_be_asked_for() -> None:
    condition = All((ReadIs(), Not(FlowIs(leaves_phone=True))))

    assert answer(condition, {"sink": "file"}) == "yes"
    assert answer(condition, {"sink": "network"}) == "no"
    assert answer(condition, limitations=[CODE_HIDDEN]) == "unknown"
