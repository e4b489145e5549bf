"""What Android refuses for want of a permission cannot happen in code that was not seen either."""

from typing import Any

import pytest

from permaudit.judge.conditions import evaluate
from permaudit.judge.notation import seen
from permaudit.model.rule import ApiIs, FlowIs, Leaf, ReadIs

CODE_HIDDEN: dict[str, Any] = {"limitations": [{"kind": "packed", "hides": ["code"]}]}


def answer(condition: Leaf, **written: object) -> str:
    return evaluate(condition, seen(**written)).outcome


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (ReadIs(surface=("call-log",)), "no"),
        (ReadIs(surface=("call-log",), watches=True), "no"),
        (ReadIs(surface=("call-log", "sms")), "unknown"),
        (ReadIs(surface=("sms",)), "unknown"),
        (ReadIs(), "unknown"),
        (ReadIs(surface=("call-log",), permitted=False), "unknown"),
        (FlowIs(surface=("call-log",), sink=("network",)), "no"),
        (FlowIs(surface=("sms",)), "unknown"),
        (FlowIs(), "unknown"),
        (ApiIs(("place",)), "no"),
        (ApiIs(("place", "installed-apps")), "unknown"),
        (ApiIs(("place",), permitted=False), "unknown"),
    ],
)
def test_hidden_code_cannot_do_what_is_refused(condition: Leaf, expected: str) -> None:
    refused = {"surfaces": ["call-log"], "apis": ["place"]}

    assert answer(condition, refused=refused, **CODE_HIDDEN) == expected


@pytest.mark.parametrize(
    ("scope", "expected"), [((), "unknown"), (("picked",), "unknown"), (("all", "picked"), "unknown"), (("all",), "no")]
)
def test_hidden_code_may_still_let_the_person_pick_a_contact(scope: tuple[str, ...], expected: str) -> None:
    refused = {"surfaces": ["contacts"]}

    assert answer(ReadIs(surface=("contacts",), scope=scope), refused=refused, **CODE_HIDDEN) == expected
    assert answer(FlowIs(surface=("contacts",), scope=scope), refused=refused, **CODE_HIDDEN) == expected


def test_a_refused_call_that_was_not_looked_for_stays_unknown() -> None:
    assert answer(ApiIs(("place",)), refused={"apis": ["place"]}, looked_for={"apis": []}) == "unknown"
