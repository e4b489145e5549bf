"""How the flows of an audit are compared with the truth of a case, tried on audits written by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
from cases.flows import Comparison, ExpectedFlow, compare_flows
from cases.mapping import Mapping
from cases.score import Score, as_markdown, as_text

from permaudit.judge.notation import seen
from permaudit.model.observations import Observations
from permaudit.model.place import Method, Place

SENDER = "com.example.loan.Sender#send"
TRUTH = {"surface": "contacts", "fields": ["name", "phone"], "sink": "network", "role": "content", "in": SENDER}
OLD_TRUTH = {name: value for name, value in TRUTH.items() if name != "in"}
URL = "https://api.example.com/up"
NO_MAPPING = Mapping(Path("no-such-file"))


def found(*flows: dict[str, Any], reads: list[dict[str, Any]] | None = None, method: str = "send") -> Observations:
    """An audit of an app whose flows all end in one method."""
    written = [{"fields": ["name", "phone"], **each} for each in flows]
    observations = seen(reads=reads or [{"surface": "contacts"}], flows=written)
    place = Place("base.apk", "classes.dex", Method("Lcom/example/loan/Sender;", method, "()V"), offset=1)
    moved = tuple(msgspec.structs.replace(each, at=place) for each in observations.flows)
    return msgspec.structs.replace(observations, flows=moved)


def compared(observations: Observations, *truths: dict[str, Any], mapping: Mapping = NO_MAPPING) -> Comparison:
    return compare_flows([msgspec.convert(each, ExpectedFlow) for each in truths], observations, mapping)


def differences(observations: Observations, *truths: dict[str, Any]) -> list[str]:
    return list(compared(observations, *truths).differences())


def test_a_flow_that_is_as_the_truth_says_has_no_difference() -> None:
    result = compared(found({}), TRUTH)

    assert list(result.differences()) == []
    assert len(result.right) == 1


def test_a_missing_and_a_made_up_flow_are_told() -> None:
    assert differences(found(), TRUTH) == ["flow missing: contacts (name, phone) to network in " + SENDER]
    assert differences(found({"sink": "log"})) == [f"flow not expected: contacts (name, phone) to log in {SENDER}"]


@pytest.mark.parametrize(
    ("changed", "word"),
    [({"sink": "file"}, "sink"), ({"role": "recipient"}, "role"), ({"in": "com.example.loan.Other#send"}, "place")],
)
def test_another_sink_role_or_place_is_another_flow(changed: dict[str, str], word: str) -> None:
    result = compared(found({}), TRUTH | changed)

    assert (len(result.missed), len(result.made_up)) == (1, 1), word


def test_data_of_another_surface_is_another_flow() -> None:
    result = compared(found({}, reads=[{"surface": "sms"}]), TRUTH)

    assert (len(result.missed), len(result.made_up)) == (1, 1)


@pytest.mark.parametrize(
    ("flow", "truth", "detail"),
    [
        ({"fields": ["name"]}, {}, "fields [name] instead of [name, phone]"),
        ({"address": [URL]}, {}, "hosts [api.example.com] instead of []"),
        ({}, {"hosts": ["api.example.com"]}, "hosts [] instead of [api.example.com]"),
        ({"address": ["http://"]}, {}, "cleartext true instead of false"),
        ({}, {"cleartext": True}, "cleartext false instead of true"),
        ({"transforms": ["json"]}, {}, "transforms [json] instead of []"),
        ({"transforms": ["gzip", "json"]}, {"transforms": ["json", "gzip"]}, "[gzip, json] instead of [json, gzip]"),
        ({"leaves_phone": False}, {}, "leaves_phone false instead of true"),
        ({}, {"leaves_phone": False}, "leaves_phone true instead of false"),
        ({"user_confirmed": True, "leaves_phone": True}, {}, "user_confirmed true instead of false"),
    ],
)
def test_a_wrong_detail_is_told_and_the_flow_is_still_found(
    flow: dict[str, Any], truth: dict[str, Any], detail: str
) -> None:
    result = compared(found(flow), TRUTH | truth)

    (told,) = result.differences()
    assert told.endswith(detail)
    assert len(result.right) == 1


@pytest.mark.parametrize(
    ("sink", "truth", "leaves"),
    [
        ("network", {}, True),
        ("sms", {}, True),
        ("email", {}, True),
        ("other-app", {}, True),
        ("other-app", {"user_confirmed": True}, False),
        ("script", {}, False),
        ("script", {"leaves_phone": True}, True),
        ("file", {}, False),
        ("log", {}, False),
    ],
)
def test_what_is_left_out_is_what_the_sink_does(sink: str, truth: dict[str, Any], leaves: bool) -> None:  # noqa: FBT001
    flow = {"sink": sink, "leaves_phone": leaves, "user_confirmed": truth.get("user_confirmed", False)}

    assert differences(found(flow), TRUTH | {"sink": sink} | truth) == []
    assert len(differences(found(flow | {"leaves_phone": not leaves}), TRUTH | {"sink": sink} | truth)) == 1


def test_hosts_are_compared_in_any_order() -> None:
    flow = {"address": ["https://b.example.com/", "https://a.example.com/"]}

    assert differences(found(flow), TRUTH | {"hosts": ["b.example.com", "a.example.com"]}) == []


def test_an_older_case_says_nothing_about_place_hosts_and_transforms() -> None:
    flow = {"address": ["http://api.example.com/"], "transforms": ["json"]}

    assert differences(found(flow), OLD_TRUTH) == []
    assert len(differences(found({"fields": ["name"]}), OLD_TRUTH)) == 1
    assert len(differences(found(flow), OLD_TRUTH | {"transforms": ["xml"]})) == 1


def test_an_entry_of_an_older_case_stands_for_every_place_and_for_its_like() -> None:
    here, there = found({}).flows[0], found({}, method="flush").flows[0]
    both = msgspec.structs.replace(found({}), flows=(here, there))

    assert differences(both, OLD_TRUTH, OLD_TRUTH) == []
    assert differences(found({}), OLD_TRUTH, OLD_TRUTH) == []
    assert len(differences(both, TRUTH)) == 1


def test_flows_that_agree_count_as_one() -> None:
    two_reads: list[dict[str, Any]] = [{"surface": "contacts"}, {"surface": "contacts", "scope": "lookup"}]

    assert differences(found({}, {"read": "r2"}, reads=two_reads), TRUTH) == []
    assert len(differences(found({}, {"read": "r2", "transforms": ["json"]}, reads=two_reads), TRUTH)) == 1


def test_names_of_one_read_and_numbers_of_another_are_one_way() -> None:
    two_reads: list[dict[str, Any]] = [{"surface": "contacts"}, {"surface": "contacts"}]
    parts: list[dict[str, Any]] = [{"fields": ["name"]}, {"read": "r2", "fields": ["phone"]}]

    assert differences(found(*parts, reads=two_reads), TRUTH) == []
    assert len(differences(found(*parts[:1], reads=two_reads), TRUTH)) == 1
    assert (
        differences(found(*parts, reads=two_reads), TRUTH | {"fields": ["name"]}, TRUTH | {"fields": ["phone"]}) == []
    )


def test_an_exact_flow_is_not_taken_by_an_inexact_entry() -> None:
    flows = found({"transforms": ["json"]}, {"transforms": ["xml"]})

    told = differences(flows, TRUTH | {"transforms": ["csv"]}, TRUTH | {"transforms": ["json"]})

    assert told == [f"flow contacts (name, phone) to network in {SENDER}: transforms [xml] instead of [csv]"]


@pytest.mark.parametrize(("flow", "read"), [({"reachable": "no"}, {}), ({}, {"reachable": "no"})], ids=["flow", "read"])
def test_what_nothing_starts_is_no_flow(flow: dict[str, Any], read: dict[str, Any]) -> None:
    observations = found(flow, reads=[{"surface": "contacts", **read}])

    assert differences(observations) == []
    assert len(differences(observations, TRUTH)) == 1


def test_a_second_place_may_be_right_too() -> None:
    assert differences(found({}), TRUTH | {"in": "com.example.Other#x", "or_in": SENDER}) == []


def test_an_obfuscated_place_is_found_through_its_mapping(tmp_path: Path) -> None:
    path = tmp_path / "app-r8.mapping.txt"
    path.write_text(
        "com.example.Real -> com.example.loan.Sender:\n"
        "    1:1:void upload():10:10 -> send\n"
        "    1:1:void com.example.Inlined.into():12 -> send\n"
    )

    for original in ("com.example.Real#upload", "com.example.Inlined#into"):
        assert list(compared(found({}), TRUTH | {"in": original}, mapping=Mapping(path)).differences()) == []


def test_a_truth_with_a_word_that_does_not_exist_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(TRUTH | {"host": ["api.example.com"]}, ExpectedFlow)
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(TRUTH | {"sink": "pigeon"}, ExpectedFlow)


def test_the_score_counts_what_was_found_missed_and_made_up() -> None:
    score = Score()
    score.add("one/app.apk", compared(found({}), TRUTH))
    score.add("two/app.apk", compared(found({"fields": ["name"]}), TRUTH))
    score.add("three/app.apk", compared(found({"sink": "log"}, {"sink": "file"}), TRUTH))
    score.add("four/app.apk", compared(found()))

    assert (score.builds, score.right, score.missed, score.made_up, score.with_wrong_details) == (4, 2, 1, 2, 1)
    flow = f"contacts (name, phone) to network in {SENDER}"
    assert as_text(score).splitlines() == [
        f"missed     three/app.apk  {flow}",
        "made up    three/app.apk  contacts (name, phone) to file in com.example.loan.Sender#send",
        "made up    three/app.apk  contacts (name, phone) to log in com.example.loan.Sender#send",
        f"detail     two/app.apk  {flow}: fields [name] instead of [name, phone]",
        "",
        "4 builds, 3 flows in the truth: 2 found, 1 missed, 2 made up; 1 of those found has a wrong detail",
        "precision 50.0 %, recall 66.7 %",
    ]
    assert as_markdown(score).splitlines() == [
        "| builds | flows in the truth | found | missed | made up | precision | recall | found with every detail |",
        "|---|---|---|---|---|---|---|---|",
        "| 4 | 3 | 2 | 1 | 2 | 50.0 % | 66.7 % | 1 |",
    ]


def test_a_suite_without_flows_has_neither_precision_nor_recall() -> None:
    score = Score()
    score.add("none/app.apk", compared(found()))

    assert "precision -, recall -" in as_text(score)
