"""Conditions on calls, questions, texts and the package itself, attribute by attribute (rules/README.md)."""

from __future__ import annotations

from typing import Any

import pytest

from permaudit.judge.conditions import evaluate
from permaudit.judge.notation import seen
from permaudit.model.app import Tristate
from permaudit.model.limitation import Hidden
from permaudit.model.rule import (
    AccessIs,
    ApiIs,
    AssetIs,
    BridgeIs,
    ComponentIs,
    Condition,
    LibraryIs,
    ManifestIs,
    PackerIs,
    PermissionIs,
    ReadIs,
    RequestIs,
    SigningIs,
    StringIs,
    TargetSdkIs,
)

LOCATION = {"api": "location", "trigger": ["tap"]}
CONTACTS = "android.permission.READ_CONTACTS"
KEYBOARD = {
    "kind": "service",
    "class": "com.example.loan.Keyboard",
    "actions": ["android.view.InputMethod"],
    "permission": "android.permission.BIND_INPUT_METHOD",
    "exported": True,
}


def answer(condition: Condition, **written: Any) -> Tristate:  # noqa: ANN401  as cases write it
    return evaluate(condition, seen(**written)).outcome


@pytest.mark.parametrize(
    ("condition", "call", "expected"),
    [
        (ApiIs(), {}, "yes"),
        (ApiIs(name=("location", "photos")), {}, "yes"),
        (ApiIs(name=("photos",)), {}, "no"),
        (ApiIs(trigger=("tap",)), {}, "yes"),
        (ApiIs(trigger=("boot",)), {}, "no"),
        (ApiIs(trigger=("boot",)), {"reachable": "unknown"}, "unknown"),
        (ApiIs(owner=("app",)), {"owner": "library"}, "no"),
        (ApiIs(owner=("app",)), {"owner": "unknown"}, "unknown"),
        (ApiIs(), {"permitted": False}, "no"),
        (ApiIs(permitted=False), {"permitted": False}, "yes"),
        (ApiIs(), {"reachable": "no"}, "no"),
        (ApiIs(), {"reachable": "unknown"}, "unknown"),
        (ApiIs(reachable=("yes", "unknown")), {"reachable": "unknown"}, "yes"),
    ],
)
def test_a_call_matches_by_what_is_stated_and_if_it_can_happen(
    condition: ApiIs, call: dict[str, Any], expected: Tristate
) -> None:
    assert answer(condition, calls=[{**LOCATION, **call}]) == expected


@pytest.mark.parametrize(
    ("condition", "request_", "expected"),
    [
        (RequestIs(), {}, "yes"),
        (RequestIs(permission=(CONTACTS,)), {}, "yes"),
        (RequestIs(permission=("android.permission.CAMERA",)), {}, "no"),
        (RequestIs(permission=("android.permission.CAMERA",)), {"complete": False}, "unknown"),
        (RequestIs(permission=(CONTACTS,)), {"complete": False}, "yes"),
        (RequestIs(trigger=("app-start",)), {"trigger": ["app-start"]}, "yes"),
        (RequestIs(trigger=("app-start",)), {"trigger": ["tap"]}, "no"),
        (RequestIs(owner=("library",)), {}, "no"),
        (RequestIs(), {"reachable": "no"}, "no"),
    ],
)
def test_a_question_matches_by_what_is_asked_and_when(
    condition: RequestIs, request_: dict[str, Any], expected: Tristate
) -> None:
    assert answer(condition, requests=[{"permissions": [CONTACTS], **request_}]) == expected


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (ComponentIs(is_a=("service",)), "yes"),
        (ComponentIs(is_a=("receiver",)), "no"),
        (ComponentIs(action=("android.view.InputMethod",)), "yes"),
        (ComponentIs(permission=("android.permission.BIND_INPUT_METHOD",)), "yes"),
        (ComponentIs(permission=("android.permission.BIND_DEVICE_ADMIN",)), "no"),
        (ComponentIs(class_name=("com.example.*",)), "yes"),
        (ComponentIs(class_name=("*.Keyboard", "x")), "yes"),
        (ComponentIs(class_name=("Keyboard",)), "no"),
        (ComponentIs(exported=True, enabled=True), "yes"),
        (ComponentIs(exported=False), "no"),
        (ComponentIs(is_a=("service",), action=("android.intent.action.MAIN",)), "no"),
    ],
)
def test_one_component_has_to_have_all_that_is_stated(condition: ComponentIs, expected: Tristate) -> None:
    other = {"kind": "activity", "actions": ["android.intent.action.MAIN"], "exported": True}

    assert answer(condition, components=[KEYBOARD, other]) == expected


def test_an_alias_is_an_activity() -> None:
    assert answer(ComponentIs(is_a=("activity",)), components=[{"kind": "activity-alias"}]) == "yes"


@pytest.mark.parametrize(
    ("condition", "manifest", "expected"),
    [
        (ManifestIs(debuggable=True), {"debuggable": True}, "yes"),
        (ManifestIs(debuggable=True), {}, "no"),
        (ManifestIs(cleartext=True), {"cleartext": "yes"}, "yes"),
        (ManifestIs(cleartext=True), {"cleartext": "no"}, "no"),
        (ManifestIs(cleartext=True), {"cleartext": "unknown"}, "unknown"),
        (ManifestIs(cleartext=False), {"cleartext": "no"}, "yes"),
        (ManifestIs(trusts_user_certificates=True), {"trusts_user_certificates": "yes"}, "yes"),
        (ManifestIs(has_icon=False, backup=True), {"has_icon": False}, "yes"),
        (ManifestIs(shared_user=True, test_only=True), {"shared_user": True}, "no"),
    ],
)
def test_settings_of_the_manifest(condition: ManifestIs, manifest: dict[str, Any], expected: Tristate) -> None:
    assert answer(condition, manifest=manifest) == expected


@pytest.mark.parametrize(
    ("condition", "signing", "expected"),
    [
        (SigningIs(public_key=True), {"public_keys": ["a"]}, "yes"),
        (SigningIs(public_key=True), {}, "no"),
        (SigningIs(public_key=True), {"readable": False}, "unknown"),
        (SigningIs(public_key=True), {"public_keys": ["a"], "readable": False}, "yes"),
        (SigningIs(parts_differ=True), {"parts_differ": True}, "yes"),
        (SigningIs(unsigned=True), {"unsigned": True}, "yes"),
        (SigningIs(only_v1=True, unsigned=False), {"only_v1": True}, "yes"),
        (SigningIs(only_v1=True), {}, "no"),
    ],
)
def test_how_a_package_is_signed(condition: SigningIs, signing: dict[str, Any], expected: Tristate) -> None:
    assert answer(condition, signing=signing) == expected


@pytest.mark.parametrize(
    ("condition", "target", "expected"),
    [
        (TargetSdkIs(below=23), 22, "yes"),
        (TargetSdkIs(below=23), 23, "no"),
        (TargetSdkIs(at_least=37), 37, "yes"),
        (TargetSdkIs(at_least=37), 36, "no"),
        (TargetSdkIs(at_least=23, below=30), 29, "yes"),
        (TargetSdkIs(below=4), None, "yes"),  # Android reads a manifest that says nothing as target 1
    ],
)
def test_the_android_an_app_was_made_for(condition: TargetSdkIs, target: int | None, expected: Tristate) -> None:
    assert answer(condition, target_sdk=target) == expected


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (LibraryIs(), "yes"),
        (LibraryIs(name=("Example Scoring",)), "yes"),
        (LibraryIs(is_a=("scoring",), reads_people=True), "yes"),
        (LibraryIs(is_a=("push",)), "no"),
        (LibraryIs(is_a=("tools",), reads_people=True), "no"),
        (PackerIs(), "yes"),
        (PackerIs(name=("example",), hides_code=True), "yes"),
        (PackerIs(hides_code=False), "no"),
        (StringIs(name=("card-file",)), "yes"),
        (StringIs(name=("other",)), "no"),
        (StringIs(owner=("library",)), "no"),
        (AssetIs(name=("uni-app-code",)), "yes"),
        (AssetIs(name=("other",)), "no"),
        (BridgeIs(framework=("uni-app",)), "yes"),
        (BridgeIs(framework=("cordova",)), "no"),
        (AccessIs(grants=(CONTACTS,)), "yes"),
        (AccessIs(door=("sms-role",), grants=("android.permission.READ_SMS",)), "no"),
        (PermissionIs(sdk_limited=True), "yes"),
        (PermissionIs(sdk_limited=False), "no"),
    ],
)
def test_what_the_package_carries(condition: Condition, expected: Tristate) -> None:
    written = {
        "libraries": [
            {"name": "Example Scoring", "kind": "scoring", "reads_people": True},
            {"name": "Tools", "kind": "tools"},
        ],
        "packers": [{"id": "example", "hides_code": True}],
        "strings": [{"id": "card-file"}],
        "assets": ["uni-app-code"],
        "bridges": [{"framework": "uni-app"}],
        "special_access": [{"door": "sms-role", "grants": [CONTACTS]}],
        "permissions": [{"name": CONTACTS, "max_sdk": 22}],
    }

    assert answer(condition, **written) == expected


@pytest.mark.parametrize("hidden", ["code", "script", "assets", "manifest", "resources"])
@pytest.mark.parametrize(
    ("condition", "kinds"),
    [
        (ApiIs(), {"code", "script"}),
        (RequestIs(), {"code", "script"}),
        (StringIs(), {"code"}),
        (LibraryIs(), {"code"}),
        (PackerIs(), {"code", "assets"}),
        (AssetIs(), {"assets"}),
        (BridgeIs(), {"script"}),
        (ComponentIs(), {"manifest"}),
        (ManifestIs(debuggable=True), {"manifest"}),
        (TargetSdkIs(below=5), {"manifest"}),
        (SigningIs(unsigned=True), set[Hidden]()),
    ],
)
def test_silence_is_no_proof_where_the_thing_may_be_hidden(
    condition: Condition, kinds: set[Hidden], hidden: Hidden
) -> None:
    expected = "unknown" if hidden in kinds else "no"

    assert answer(condition, limitations=[{"kind": "damaged", "hides": [hidden]}]) == expected


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (ApiIs(name=("location",)), "no"),
        (ApiIs(name=("location", "mind")), "unknown"),
        (ApiIs(), "no"),
        (StringIs(name=("mind",)), "unknown"),
        (AssetIs(name=("mind",)), "unknown"),
        (PackerIs(name=("mind",)), "unknown"),
        (BridgeIs(), "unknown"),
        (ReadIs(), "no"),
    ],
)
def test_what_no_audit_looked_for_is_not_absent(condition: Condition, expected: Tristate) -> None:
    assert answer(condition, looked_for={"apis": ["location"]}) == expected


@pytest.mark.parametrize(
    ("condition", "bridge", "expected"),
    [
        (BridgeIs(), {}, "yes"),
        (BridgeIs(), {"wired": "no"}, "no"),
        (BridgeIs(), {"wired": "unknown"}, "unknown"),
        (BridgeIs(wired=("no",)), {"wired": "no"}, "yes"),
        (BridgeIs(wired=("yes", "unknown")), {"wired": "unknown"}, "yes"),
        (BridgeIs(scope=("all",)), {"scope": "all"}, "yes"),
        (BridgeIs(scope=("all",)), {"scope": "picked"}, "no"),
        (BridgeIs(scope=("all",)), {"scope": "unknown"}, "unknown"),
        (BridgeIs(seen_as=("source",)), {"seen_as": "strings"}, "no"),
        (BridgeIs(framework=("cordova",)), {"framework": "uni-app"}, "no"),
        (BridgeIs(), {"surface": "call-log"}, "no"),
        (BridgeIs(surface=("call-log", "sms")), {"surface": "call-log"}, "yes"),
        (BridgeIs(surface=("call-log", "sms")), {}, "no"),
    ],
)
def test_a_script_gets_contacts_only_where_something_answers_it(
    condition: Condition, bridge: dict[str, str], expected: Tristate
) -> None:
    assert answer(condition, bridges=[bridge]) == expected


def test_a_read_is_told_by_the_component_through_which_the_app_is_entered() -> None:
    early = {"surface": "contacts", "trigger": ["app-start"], "entry": "provider"}
    later = {"surface": "contacts", "trigger": ["tap"], "entry": "activity"}

    assert answer(ReadIs(entry=("provider", "application")), reads=[early]) == "yes"
    assert answer(ReadIs(entry=("provider", "application")), reads=[later]) == "no"
    assert answer(ReadIs(entry=("activity",), trigger=("app-start",)), reads=[later]) == "no"
    assert answer(ReadIs(entry=("activity",)), reads=[{**later, "reachable": "unknown"}]) == "unknown"
