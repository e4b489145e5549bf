"""How calls, questions and what a package carries are compared with a truth, tried on audits written by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
from cases.behaviour import (
    ExpectedAsk,
    ExpectedCall,
    ask_differences,
    call_differences,
    library_differences,
    member_differences,
    packer_differences,
)
from cases.mapping import Mapping

from permaudit.judge.notation import seen
from permaudit.model.behaviour import ApiCall, PermissionAsk
from permaudit.model.evidence import CallPath, Entry, Trigger
from permaudit.model.observations import Observations
from permaudit.model.package_facts import LibrarySeen, ManifestFlags, PackerSeen, Signing
from permaudit.model.place import Method, Owner, Place

WHERE = "com.example.loan.Main#find"
TRUTH = {"api": "location", "in": WHERE, "triggers": ["app-start"]}
CONTACTS, CAMERA = "android.permission.READ_CONTACTS", "android.permission.CAMERA"
AT = Place("base.apk", "classes.dex", Method("Lcom/example/loan/Main;", "find", "()V"), offset=1)
NO_MAPPING = Mapping(Path("no-such-file"))


def paths(*triggers: Trigger) -> tuple[CallPath, ...]:
    return tuple(
        CallPath(trigger, Entry(Method("Lcom/example/loan/Main;", "onCreate", "()V")), ()) for trigger in triggers
    )


def call(
    api: str = "location", *, at: Place = AT, owner: str = "app", starts: tuple[Trigger, ...] = ("app-start",)
) -> ApiCall:
    return ApiCall("c1", api, "Lx/Y;->z", at, Owner(owner), reachable="yes", paths=paths(*starts))


def ask(*names: str, starts: tuple[Trigger, ...] = ("tap",), owner: str = "app") -> PermissionAsk:
    return PermissionAsk("q1", names, bool(names), "Lx/Y;->z", AT, Owner(owner), "yes", paths(*starts))


def audit(**members: object) -> Observations:
    return msgspec.structs.replace(seen(), **members)


def calls_compared(truths: list[dict[str, Any]], *found: ApiCall) -> list[str]:
    expected = [msgspec.convert(each, ExpectedCall) for each in truths]
    return list(call_differences(expected, audit(calls=found), NO_MAPPING))


def asks_compared(truths: list[ExpectedAsk], *found: PermissionAsk) -> list[str]:
    return list(ask_differences(truths, audit(asks=found)))


def test_calls_of_one_kind_in_one_method_are_one() -> None:
    assert calls_compared([TRUTH], call(), call()) == []


def test_a_missing_and_a_made_up_call_are_told() -> None:
    assert calls_compared([TRUTH]) == [f"call missing: location in {WHERE}"]
    assert calls_compared([], call("photos")) == [f"call not expected: photos in {AT.method}"]


def test_a_call_elsewhere_is_another_call() -> None:
    elsewhere = msgspec.structs.replace(AT, method=Method("Lcom/example/loan/Main;", "other", "()V"))

    assert len(calls_compared([TRUTH], call(at=elsewhere))) == 2
    assert calls_compared([TRUTH | {"or_in": "com.example.loan.Main#other"}], call(at=elsewhere)) == []


def test_calls_of_libraries_are_not_the_apps_own() -> None:
    assert calls_compared([], call(owner="library")) == []


def test_what_starts_a_call_counts_where_it_is_stated() -> None:
    assert calls_compared([TRUTH], call(starts=("tap",))) == [
        f"call location in {WHERE}: triggers ['tap'] instead of ['app-start']"
    ]
    assert calls_compared([{"api": "location", "in": WHERE}], call(starts=("tap",))) == []


def test_a_question_is_known_by_what_it_asks_for() -> None:
    truth = ExpectedAsk([CONTACTS, CAMERA], ["tap"])

    assert asks_compared([truth], ask(CAMERA, CONTACTS)) == []
    assert asks_compared([truth], ask(CONTACTS)) == [
        f"question missing: {CAMERA}, {CONTACTS}",
        f"question not expected: {CONTACTS}",
    ]


def test_a_library_that_hands_a_question_on_is_not_a_second_one() -> None:
    assert asks_compared([ExpectedAsk([CONTACTS], ["tap"])], ask(CONTACTS), ask(owner="library")) == []
    assert asks_compared([], ask(owner="library")) == ["question not expected: names not resolved"]


def test_what_starts_a_question_counts() -> None:
    assert asks_compared([ExpectedAsk([CONTACTS], ["app-start"])], ask(CONTACTS)) == [
        f"question for {CONTACTS}: triggers ['tap'] instead of ['app-start']"
    ]


def test_libraries_must_be_there_and_packers_must_be_all() -> None:
    found = audit(
        libraries=(LibrarySeen("Umeng", "analytics", "Lcom/umeng/"), LibrarySeen("Gson", "data", "Lcom/google/gson/")),
        packers=(PackerSeen("qihoo-jiagu", "Qihoo 360 Jiagu", AT, "lib"),),
    )

    assert list(library_differences(["Umeng"], found)) == []
    assert list(library_differences(["Moxie"], found)) == ["libraries missing: ['Moxie']"]
    assert list(packer_differences(["qihoo-jiagu"], found)) == []
    assert list(packer_differences([], found)) == ["packers: ['qihoo-jiagu'] instead of []"]


@pytest.mark.parametrize(
    ("expected", "differences"),
    [
        ({"debuggable": True, "cleartext": "yes"}, []),
        ({"debuggable": False}, ["flags: debuggable True instead of False"]),
        ({}, []),
    ],
)
def test_only_members_that_are_stated_count(expected: dict[str, object], differences: list[str]) -> None:
    assert list(member_differences("flags", expected, ManifestFlags(debuggable=True, cleartext="yes"))) == differences


def test_lists_of_members_may_stand_in_any_order() -> None:
    signing = Signing(public_keys=("b", "a"))

    assert list(member_differences("signing", {"public_keys": ["a", "b"]}, signing)) == []
    assert len(list(member_differences("signing", {"public_keys": []}, signing))) == 1
