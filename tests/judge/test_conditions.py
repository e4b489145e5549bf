"""Conditions, kind by kind and attribute by attribute, and the evidence they keep (rules/README.md, Conditions)."""

from __future__ import annotations

from typing import Any

import pytest

from permaudit.judge.conditions import evaluate
from permaudit.judge.notation import seen
from permaudit.model.app import Tristate
from permaudit.model.limitation import Hidden
from permaudit.model.observations import Observations
from permaudit.model.rule import (
    AccessIs,
    All,
    AnyOf,
    Condition,
    LimitationIs,
    Not,
    PermissionIs,
    PickerIs,
    ReadIs,
)

READ_CONTACTS = "android.permission.READ_CONTACTS"
CODE_HIDDEN = {"kind": "packed", "hides": ["code"]}
SCRIPT_HIDDEN = {"kind": "script-code", "hides": ["script"]}
MANIFEST_HIDDEN = {"kind": "damaged", "hides": ["manifest"]}
PICK = {"action": "android.intent.action.PICK"}


def answer(condition: Condition, **written: object) -> Tristate:
    return evaluate(condition, seen(**written)).outcome


def read(**attributes: object) -> dict[str, object]:
    return {"surface": "contacts", **attributes}


@pytest.mark.parametrize(
    ("condition", "attributes", "expected"),
    [
        (PermissionIs(), {}, "yes"),
        (PermissionIs(name=(READ_CONTACTS,)), {}, "yes"),
        (PermissionIs(name=("android.permission.CAMERA", READ_CONTACTS)), {}, "yes"),
        (PermissionIs(name=("android.permission.CAMERA",)), {}, "no"),
        (PermissionIs(group="contacts"), {"group": "contacts"}, "yes"),
        (PermissionIs(group="contacts"), {"group": "sms"}, "no"),
        (PermissionIs(group="contacts"), {"group": None}, "no"),
        (PermissionIs(source=("implied", "role")), {"source": "role"}, "yes"),
        (PermissionIs(source=("implied", "role")), {"source": "declared"}, "no"),
        (PermissionIs(held_now=True), {"held_now": False}, "no"),
        (PermissionIs(held_now=False), {"held_now": False}, "yes"),
        (PermissionIs(held_now=False), {"held_now": True}, "no"),
        (PermissionIs(install_time=True), {"install_time": True}, "yes"),
        (PermissionIs(install_time=True), {"install_time": False}, "no"),
        (PermissionIs(install_time=False), {"install_time": True}, "no"),
        (PermissionIs(silent=True), {"silent_with": ["android.permission.GET_ACCOUNTS"]}, "yes"),
        (PermissionIs(silent=True), {}, "no"),
        (PermissionIs(silent=False), {}, "yes"),
        (PermissionIs(used=("yes",)), {"used": "yes"}, "yes"),
        (PermissionIs(used=("yes",)), {"used": "no"}, "no"),
        (PermissionIs(used=("yes",)), {"used": "unknown"}, "unknown"),
        (PermissionIs(used=("no",)), {"used": "unknown"}, "unknown"),
        (PermissionIs(used=("unknown",)), {"used": "unknown"}, "yes"),
        (PermissionIs(used=("unknown",)), {"used": "no"}, "no"),
    ],
)
def test_a_permission_must_have_every_attribute_that_is_stated(
    condition: PermissionIs, attributes: dict[str, object], expected: Tristate
) -> None:
    assert answer(condition, permissions=[{"name": READ_CONTACTS, **attributes}]) == expected


@pytest.mark.parametrize(
    ("condition", "attributes", "expected"),
    [
        (ReadIs(), {}, "yes"),
        (ReadIs(surface=("contacts", "sim")), {"surface": "sim"}, "yes"),
        (ReadIs(surface=("contacts", "sim")), {"surface": "sms"}, "no"),
        (ReadIs(scope=("all",)), {"scope": "all"}, "yes"),
        (ReadIs(scope=("all",)), {"scope": "lookup"}, "no"),
        (ReadIs(scope=("all",)), {"scope": "unknown"}, "unknown"),
        (ReadIs(scope=("all", "unknown")), {"scope": "unknown"}, "yes"),
        (ReadIs(scope=("unknown",)), {"scope": "all"}, "no"),
        (ReadIs(fields=("note",)), {"fields": ["name", "note"]}, "yes"),
        (ReadIs(fields=("note", "email")), {"fields": ["email"]}, "yes"),
        (ReadIs(fields=("note",)), {"fields": ["name"]}, "no"),
        (ReadIs(fields=("note",)), {"fields": ["name"], "all_fields": True, "carried": ["name", "note"]}, "yes"),
        (ReadIs(fields=("note",)), {"fields": ["name"], "all_fields": True, "carried": ["name", "phone"]}, "no"),
        (ReadIs(fields=("note",)), {"fields": ["note"], "all_fields": True}, "yes"),
        (ReadIs(all_fields=True), {"all_fields": True}, "yes"),
        (ReadIs(all_fields=True), {"all_fields": False}, "no"),
        (ReadIs(all_fields=False), {"all_fields": True}, "no"),
        (ReadIs(reveals=("everyone",)), {"reveals": "everyone"}, "yes"),
        (ReadIs(reveals=("everyone",)), {"reveals": "one"}, "no"),
        (ReadIs(reveals=("everyone",)), {"reveals": "unknown"}, "unknown"),
        (ReadIs(reveals=("unknown",)), {"reveals": "unknown"}, "yes"),
        (ReadIs(owner=("library",)), {"owner": "library"}, "yes"),
        (ReadIs(owner=("library",)), {"owner": "app"}, "no"),
        (ReadIs(owner=("library",)), {"owner": "unknown"}, "unknown"),
        (ReadIs(owner=("unknown",)), {"owner": "unknown"}, "yes"),
        (ReadIs(trigger=("boot",)), {"trigger": ["tap", "boot"]}, "yes"),
        (ReadIs(trigger=("boot",)), {"trigger": ["tap"]}, "no"),
        (ReadIs(trigger=("boot",)), {"trigger": [], "reachable": "unknown"}, "unknown"),
        (ReadIs(reachable=("yes",)), {"reachable": "yes"}, "yes"),
        (ReadIs(reachable=("yes",)), {"reachable": "no"}, "no"),
        (ReadIs(reachable=("yes",)), {"reachable": "unknown"}, "unknown"),
        (ReadIs(reachable=("no",)), {"reachable": "no"}, "yes"),
        (ReadIs(reachable=("no",)), {"reachable": "unknown"}, "unknown"),
        (ReadIs(reachable=("unknown",)), {"reachable": "unknown"}, "yes"),
    ],
)
def test_a_read_must_have_every_attribute_that_is_stated(
    condition: ReadIs, attributes: dict[str, object], expected: Tristate
) -> None:
    assert answer(condition, reads=[read(**attributes)]) == expected


@pytest.mark.parametrize(
    ("attributes", "stated"),
    [
        ({"permitted": False}, ReadIs(permitted=False)),
        ({"reachable": "no"}, ReadIs(reachable=("no",))),
        ({"reveals": "nobody"}, ReadIs(reveals=("nobody",))),
    ],
    ids=["not permitted", "not reachable", "nobody revealed"],
)
def test_a_read_that_cannot_happen_matches_only_where_that_is_asked_for(
    attributes: dict[str, object], stated: ReadIs
) -> None:
    assert answer(ReadIs(), reads=[read(**attributes)]) == "no"
    assert answer(stated, reads=[read(**attributes)]) == "yes"
    assert answer(stated, reads=[read()]) == "no"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"permitted": False}, {"reachable": "no"}),
        ({"reachable": "no"}, {"reveals": "nobody"}),
        ({"reveals": "nobody"}, {"permitted": False}),
    ],
)
def test_asking_for_one_reason_does_not_excuse_another(first: dict[str, Any], second: dict[str, Any]) -> None:
    stated: dict[str, Any] = {name: value if isinstance(value, bool) else (value,) for name, value in first.items()}

    assert answer(ReadIs(**stated), reads=[read(**first, **second)]) == "no"


def test_a_read_of_which_nobody_knows_whether_it_runs_is_unknown() -> None:
    assert answer(ReadIs(), reads=[read(reachable="unknown")]) == "unknown"


def test_one_read_must_have_all_attributes_together() -> None:
    reads = [read(surface="sms", scope="all"), read(surface="contacts", scope="lookup")]

    assert answer(ReadIs(surface=("contacts",), scope=("all",)), reads=reads) == "no"


def test_a_certain_read_outweighs_an_uncertain_one() -> None:
    assert answer(ReadIs(scope=("all",)), reads=[read(scope="unknown"), read(scope="all")]) == "yes"


def test_an_observer_is_no_read_and_a_read_is_no_observer() -> None:
    watching, reading = read(watches=True), read()

    assert answer(ReadIs(), reads=[watching]) == "no"
    assert answer(ReadIs(watches=True), reads=[watching]) == "yes"
    assert answer(ReadIs(watches=True), reads=[reading]) == "no"
    assert answer(ReadIs(watches=False), reads=[reading]) == "yes"


def test_an_observer_that_cannot_run_does_not_count() -> None:
    assert answer(ReadIs(watches=True), reads=[read(watches=True, reachable="no")]) == "no"
    assert answer(ReadIs(watches=True), reads=[read(watches=True, permitted=False)]) == "no"


@pytest.mark.parametrize(
    ("condition", "attributes", "expected"),
    [
        (PickerIs(), {}, "yes"),
        (PickerIs(many=True), {"many": True}, "yes"),
        (PickerIs(many=True), {"many": False}, "no"),
        (PickerIs(many=False), {"many": True}, "no"),
        (PickerIs(), {"reachable": "no"}, "no"),
        (PickerIs(), {"reachable": "unknown"}, "unknown"),
    ],
)
def test_a_picker_counts_if_something_opens_it(
    condition: PickerIs, attributes: dict[str, object], expected: Tristate
) -> None:
    assert answer(condition, pickers=[PICK | attributes]) == expected


def test_a_door_is_one_of_those_asked_for() -> None:
    access = [{"door": "accessibility"}]

    assert answer(AccessIs(), special_access=access) == "yes"
    assert answer(AccessIs(door=("sms-role", "accessibility")), special_access=access) == "yes"
    assert answer(AccessIs(door=("sms-role",)), special_access=access) == "no"


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (LimitationIs(), "yes"),
        (LimitationIs(of=("packed", "damaged")), "yes"),
        (LimitationIs(of=("damaged",)), "no"),
        (LimitationIs(hides=("code", "assets")), "yes"),
        (LimitationIs(hides=("manifest",)), "no"),
        (LimitationIs(of=("packed",), hides=("code",)), "yes"),
        (LimitationIs(of=("packed",), hides=("script",)), "no"),
    ],
)
def test_a_limitation_is_always_yes_or_no(condition: LimitationIs, expected: Tristate) -> None:
    assert answer(condition, limitations=[CODE_HIDDEN]) == expected


def test_an_informational_limitation_hides_nothing() -> None:
    assert answer(LimitationIs(hides=("code",)), limitations=[{"kind": "native-code", "hides": []}]) == "no"
    assert answer(ReadIs(), limitations=[{"kind": "native-code", "hides": []}]) == "no"


@pytest.mark.parametrize(
    ("condition", "kinds"),
    [
        (PermissionIs(), {"manifest"}),
        (AccessIs(), {"manifest"}),
        (ReadIs(), {"code", "script"}),
        (ReadIs(watches=True), {"code", "script"}),
        (PickerIs(), {"code", "script"}),
    ],
)
@pytest.mark.parametrize("hidden", ["code", "script", "assets", "manifest", "resources"])
def test_what_was_not_seen_is_unknown_only_where_it_could_have_been_hidden(
    condition: Condition, kinds: set[Hidden], hidden: Hidden
) -> None:
    expected = "unknown" if hidden in kinds else "no"

    assert answer(condition, limitations=[{"kind": "damaged", "hides": [hidden]}]) == expected


def test_a_refused_read_is_unknown_while_part_of_the_manifest_is_hidden() -> None:
    refused = [read(permitted=False)]

    assert answer(ReadIs(), reads=refused, limitations=[MANIFEST_HIDDEN]) == "unknown"
    assert answer(ReadIs(permitted=False), reads=refused, limitations=[MANIFEST_HIDDEN]) == "unknown"


def test_what_was_seen_stays_seen_when_something_is_hidden() -> None:
    hidden = [CODE_HIDDEN, SCRIPT_HIDDEN, MANIFEST_HIDDEN]

    assert answer(ReadIs(), reads=[read()], limitations=hidden) == "yes"
    assert answer(PickerIs(), pickers=[PICK], limitations=hidden) == "yes"
    assert answer(PermissionIs(), permissions=[{"name": READ_CONTACTS}], limitations=hidden) == "yes"
    assert answer(AccessIs(), special_access=[{"door": "accessibility"}], limitations=hidden) == "yes"


YES, NO, UNKNOWN = LimitationIs(of=("packed",)), LimitationIs(of=("damaged",)), ReadIs()


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (All((YES, YES)), "yes"),
        (All((YES, UNKNOWN)), "unknown"),
        (All((NO, UNKNOWN)), "no"),
        (AnyOf((YES, UNKNOWN)), "yes"),
        (AnyOf((NO, UNKNOWN)), "unknown"),
        (AnyOf((NO, NO)), "no"),
        (Not(YES), "no"),
        (Not(NO), "yes"),
        (Not(UNKNOWN), "unknown"),
    ],
)
def test_all_any_and_not_join_their_parts(condition: Condition, expected: Tristate) -> None:
    assert answer(condition, limitations=[CODE_HIDDEN]) == expected


def test_a_match_names_every_piece_of_evidence_and_no_other() -> None:
    reads = [read(scope="all"), read(scope="lookup"), read(scope="all")]

    match = evaluate(ReadIs(scope=("all",)), seen(reads=reads))

    assert (match.outcome, match.evidence) == ("yes", ("r1", "r3"))


def test_an_unknown_match_names_what_made_it_unknown() -> None:
    match = evaluate(ReadIs(scope=("all",)), seen(reads=[read(scope="lookup"), read(scope="unknown")]))

    assert (match.outcome, match.evidence) == ("unknown", ("r2",))


def test_a_no_has_no_evidence() -> None:
    match = evaluate(ReadIs(scope=("all",)), seen(reads=[read(scope="lookup")]))

    assert (match.outcome, match.evidence) == ("no", ())


@pytest.mark.parametrize(
    ("condition", "evidence"),
    [
        (ReadIs(), ("r1",)),
        (ReadIs(watches=True), ("w2",)),
        (PermissionIs(), (READ_CONTACTS,)),
        (PickerIs(), ("android.intent.action.PICK",)),
        (AccessIs(), ("accessibility",)),
        (LimitationIs(), ("packed",)),
    ],
)
def test_each_kind_of_condition_names_its_evidence(condition: Condition, evidence: tuple[str, ...]) -> None:
    assert evaluate(condition, _one_of_each()).evidence == evidence


def test_a_joined_match_keeps_its_parts_and_their_evidence_once() -> None:
    inner = AnyOf((ReadIs(surface=("contacts",)), ReadIs(surface=("sms",))))

    match = evaluate(All((inner, ReadIs(), PermissionIs())), _one_of_each())

    assert match.evidence == ("r1", READ_CONTACTS)
    assert [part.condition for part in match.parts] == ["any", "read", "permission"]
    assert [part.outcome for part in match.parts[0].parts] == ["yes", "unknown"]


def test_a_joined_match_rests_only_on_the_parts_that_decided_it() -> None:
    doubtful = ReadIs(surface=("contacts",), scope=("all",))
    certain = ReadIs(surface=("sim",))

    match = evaluate(
        AnyOf((doubtful, certain)), seen(reads=[read(scope="unknown"), read(surface="sim", scope="lookup")])
    )

    assert (match.outcome, match.evidence) == ("yes", ("r2",))
    assert [part.evidence for part in match.parts] == [("r1",), ("r2",)]


def test_a_negated_match_shows_what_was_negated() -> None:
    match = evaluate(Not(ReadIs()), seen(reads=[read()]))

    assert (match.condition, match.outcome) == ("not", "no")
    assert match.parts[0].evidence == ("r1",)


def _one_of_each() -> Observations:
    return seen(
        reads=[read(), read(watches=True)],
        permissions=[{"name": READ_CONTACTS}],
        pickers=[PICK],
        special_access=[{"door": "accessibility"}],
        limitations=[CODE_HIDDEN],
    )
