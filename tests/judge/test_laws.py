"""Laws of judging: hiding part of an app may leave an answer open, and opening it never overturns one."""

from __future__ import annotations

from typing import Any, get_args

from hypothesis import given, settings
from hypothesis import strategies as st
from judge.answering import verdict_of

from permaudit.judge.conditions import evaluate
from permaudit.judge.notation import PLAIN_REVEALS, seen
from permaudit.model.evidence import Scope, Surface, Trigger
from permaudit.model.rule import AccessIs, All, AnyOf, Condition, FlowIs, Not, PermissionIs, PickerIs, ReadIs

READ_CONTACTS = "android.permission.READ_CONTACTS"
SURFACES = get_args(Surface)[:4]
KNOWN_SCOPES = ("all", "filtered", "lookup", "picked")
TRIGGERS = get_args(Trigger)[:4]
SINKS = ("network", "sms", "file")
ADDRESSES = ("http://api.example.com/", "https://api.example.com/")
FIELDS = ("name", "phone", "note")
DOORS = ("accessibility", "dialer-role", "sms-role")
CODE_HIDDEN = [{"kind": "packed", "hides": ["code", "script"]}]
HIDDEN = [{"kind": "packed", "hides": ["code", "script", "manifest"]}]


def some(values: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


maybe = st.sampled_from([None, True, False])
read_conditions = st.builds(
    ReadIs,
    surface=some(SURFACES),
    scope=some(KNOWN_SCOPES),
    fields=some(FIELDS),
    all_fields=st.sampled_from([None, True]),
    reveals=some(("everyone", "some", "one", "nobody")),
    trigger=some(TRIGGERS),
    owner=some(("app", "library")),
    permitted=maybe,
    reachable=some(("yes", "no")),
    watches=maybe,
)
flow_conditions = st.builds(
    FlowIs,
    surface=some(SURFACES),
    scope=some(KNOWN_SCOPES),
    fields=some(FIELDS),
    sink=some(SINKS),
    leaves_phone=maybe,
    transforms=some(("json", "hashed")),
    cleartext=maybe,
    address_known=maybe,
    owner=some(("app", "library")),
    trigger=some(TRIGGERS),
)
leaves: st.SearchStrategy[Condition] = st.one_of(
    read_conditions,
    flow_conditions,
    st.builds(PermissionIs, name=some((READ_CONTACTS, "android.permission.READ_SMS")), held_now=maybe),
    st.builds(PickerIs, many=maybe),
    st.builds(AccessIs, door=some(DOORS)),
)


def joined(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(parts, min_size=1, max_size=3).map(tuple)
    return st.one_of(st.builds(All, several), st.builds(AnyOf, several))


positive_conditions = st.recursive(leaves, joined, max_leaves=6)
conditions = st.recursive(leaves, lambda parts: st.one_of(joined(parts), st.builds(Not, parts)), max_leaves=6)


@st.composite
def reads(draw: st.DrawFn) -> dict[str, Any]:
    scope: Scope = draw(st.sampled_from(get_args(Scope)))
    reachable = draw(st.sampled_from(["yes", "no"]))
    return {
        "surface": draw(st.sampled_from(SURFACES)),
        "scope": scope,
        "fields": draw(some(FIELDS)),
        "all_fields": draw(st.booleans()),
        "reveals": draw(st.sampled_from([PLAIN_REVEALS[scope], "nobody"])),
        "trigger": draw(some(TRIGGERS)) if reachable == "yes" else (),
        "owner": draw(st.sampled_from(["app", "library", "unknown"])),
        "permitted": draw(st.booleans()),
        "reachable": reachable,
        "watches": draw(st.booleans()),
    }


flows = st.fixed_dictionaries(
    {
        "read": st.sampled_from(["r1", "r2", "r3"]),
        "sink": st.sampled_from(SINKS),
        "fields": some(FIELDS),
        "leaves_phone": st.booleans(),
        "transforms": some(("json", "hashed")),
        "address": some(ADDRESSES),
        "owner": st.sampled_from(["app", "library", "unknown"]),
        "reachable": st.sampled_from(["yes", "no"]),
    }
)
apps = st.fixed_dictionaries(
    {
        "reads": st.lists(reads(), max_size=3),
        "flows": st.lists(flows, max_size=3),
        "permissions": st.lists(
            st.fixed_dictionaries(
                {"name": st.sampled_from([READ_CONTACTS, "android.permission.READ_SMS"]), "held_now": st.booleans()}
            ),
            max_size=2,
        ),
        "pickers": st.lists(
            st.fixed_dictionaries({"action": st.just("android.intent.action.PICK"), "many": st.booleans()}), max_size=2
        ),
        "special_access": st.lists(st.fixed_dictionaries({"door": st.sampled_from(DOORS)}), max_size=2),
    }
)


def seen_through_a_packer(app: dict[str, list[Any]], kept: list[bool]) -> dict[str, list[Any]]:
    """Less of the same app: some of it is not there, and nobody knows what does not run or is not asked for."""
    keep = iter([*kept, *[True] * 20])
    seen_reads = [number for number, _ in enumerate(app["reads"], 1) if next(keep)]
    new_ids = {f"r{number}": f"r{place}" for place, number in enumerate(seen_reads, 1)}
    less = {kind: [each for each in values if next(keep)] for kind, values in app.items() if kind != "reads"}
    less["reads"] = [_perhaps_started(app["reads"][number - 1]) for number in seen_reads]
    less["flows"] = [
        _perhaps_started(each) | {"read": new_ids[each["read"]]} for each in less["flows"] if each["read"] in new_ids
    ]
    return less


def _perhaps_started(each: dict[str, Any]) -> dict[str, Any]:
    return each | ({} if each["reachable"] == "yes" else {"reachable": "unknown"})


@given(conditions, apps)
@settings(max_examples=300)
def test_hiding_something_leaves_an_answer_as_it_was_or_unknown(condition: Condition, app: dict[str, Any]) -> None:
    before = evaluate(condition, seen(**app)).outcome

    assert evaluate(condition, seen(**app, limitations=HIDDEN)).outcome in (before, "unknown")


@given(positive_conditions, apps)
@settings(max_examples=300)
def test_hiding_code_never_takes_a_yes_away(condition: Condition, app: dict[str, Any]) -> None:
    before = evaluate(condition, seen(**app)).outcome
    after = evaluate(condition, seen(**app, limitations=CODE_HIDDEN)).outcome

    assert after == "yes" or before != "yes"


@given(conditions, apps, st.lists(st.booleans(), max_size=10))
@settings(max_examples=500)
def test_unpacking_never_overturns_an_answer(condition: Condition, app: dict[str, Any], kept: list[bool]) -> None:
    packed = seen(**seen_through_a_packer(app, kept), limitations=HIDDEN)
    answer_of_packed = evaluate(condition, packed).outcome
    answer_of_whole = evaluate(condition, seen(**app)).outcome

    assert answer_of_packed in (answer_of_whole, "unknown") or answer_of_whole == "unknown"


@given(conditions, apps)
def test_not_twice_is_the_condition_itself(condition: Condition, app: dict[str, Any]) -> None:
    assert evaluate(Not(Not(condition)), seen(**app)).outcome == evaluate(condition, seen(**app)).outcome


@given(st.lists(conditions, min_size=1, max_size=3), apps)
def test_de_morgan_holds_for_conditions(parts: list[Condition], app: dict[str, Any]) -> None:
    observations = seen(**app, limitations=HIDDEN)
    neither = evaluate(Not(AnyOf(tuple(parts))), observations).outcome

    assert evaluate(All(tuple(Not(part) for part in parts)), observations).outcome == neither


@given(apps)
def test_hiding_code_changes_only_the_doubt_in_the_verdict(app: dict[str, Any]) -> None:
    before = verdict_of(seen(**app), ())
    after = verdict_of(seen(**app, limitations=CODE_HIDDEN), ())

    assert (after.could, after.does) == (before.could, before.does)
    assert not before.cannot_tell
