"""The case apps keep to the words of the design page, so that a slip of the pen is not taken for the truth."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

APPS = Path(__file__).parent
CASES = [file.parent for file in sorted(APPS.glob("*/case.yaml"))]
EXPECT_KEYS = {"verdict", "permissions", "reads", "pickers", "flows", "limitations"}
STATED_KEYS = {"calls", "asks", "libraries", "packers", "flags", "signing", "bridges"}
BRIDGE_KEYS = {"framework", "call", "scope", "wired", "seen_as"}
MORE_BRIDGE_KEYS = {"surface", "requests", "hosts", "sends", "sent_to"}
CALL_KEYS = {"api", "in", "or_in", "triggers", "reachable"}
READ_KEYS = set("surface uri scope fields all_fields reveals in permitted reachable owner triggers".split())
FLOW_KEYS = {"surface", "fields", "sink", "role"}
MORE_FLOW_KEYS = {"in", "or_in", "hosts", "cleartext", "transforms", "leaves_phone", "user_confirmed"}
WORDS = {
    "could": "whole-book some picked-only nothing",
    "does": "sends reads-all reads-some picks not-seen",
    "surface": "contacts legacy-contacts profile sim call-log sms accounts voicemail own-number calendar",
    "scope": "all filtered lookup picked unknown",
    "reveals": "everyone some one nobody unknown",
    "reachable": "yes no unknown",
    "fields": "name phone email address organization birthday event relation note nickname photo im website sip group "
    "account contact-id starred contact-frequency ringtone message-text call-time call-duration call-direction",
    "triggers": "app-start screen-open tap permission-granted boot schedule push sms-received contacts-changed script "
    "other-app background other",
    "sink": "network sms email other-app script file database preferences log clipboard notification",
    "kind": "packed missing-class unreadable-part dynamic-code native-code script-code reflection encrypted-strings "
    "budget damaged",
    "hides": "code script assets manifest resources",
    "role": "content recipient",
    "api": "installed-apps location photos device-identifiers wifi-networks sound-recording clipboard-reading "
    "screen-capture icon-hiding apps-in-use quits-when-refused",
    "wired": "yes no unknown",
    "seen_as": "source strings",
    "transforms": "json xml csv form gzip zip base64 encrypted hashed",
}


def read_yaml(file: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    return loaded


def used_words(value: object) -> Iterator[tuple[str, str]]:
    """Every (list name, word) pair of an expectation."""
    if isinstance(value, list):
        for item in value:
            yield from used_words(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key in WORDS:
                yield from ((key, word) for word in (item if isinstance(item, list) else [item]))
            yield from used_words(item)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_an_expectation_uses_only_words_of_the_closed_lists(case: Path) -> None:
    expected = read_yaml(case / "expect.yaml")

    assert EXPECT_KEYS <= set(expected) <= EXPECT_KEYS | STATED_KEYS | {"implied", "notes"}
    assert [pair for pair in used_words(expected) if pair[1] not in WORDS[pair[0]].split()] == []
    for read in expected["reads"]:
        assert READ_KEYS <= set(read) <= READ_KEYS | {"exact", "or_in"}
        assert read["fields"] == sorted(read["fields"])
        assert read["triggers"] == sorted(read["triggers"])
        assert bool(read["triggers"]) == (read["reachable"] != "no")
    for flow in expected["flows"]:
        assert FLOW_KEYS <= set(flow) <= FLOW_KEYS | MORE_FLOW_KEYS
        assert flow["fields"] == sorted(flow["fields"])
        assert flow["surface"] in {read["surface"] for read in expected["reads"]}
    for call in expected.get("calls", []):
        assert {"api", "in"} <= set(call) <= CALL_KEYS
    for bridge in expected.get("bridges", []):
        assert BRIDGE_KEYS <= set(bridge) <= BRIDGE_KEYS | MORE_BRIDGE_KEYS
    for limitation in expected["limitations"]:
        assert {"kind", "hides"} <= set(limitation) <= {"kind", "hides", "names"}
    for ask in expected.get("asks", []):
        assert set(ask) == {"permissions", "triggers"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_has_its_builds_its_twin_and_its_sources(case: Path) -> None:
    about = read_yaml(case / "case.yaml")
    container = about.get("container", "apk")
    apps = {"d8": f"app.{container}", "r8": f"app-r8.{container}"}

    assert [build for build in about["builds"] if not (case / apps[build]).exists()] == []
    assert (case / "app-r8.mapping.txt").exists() == ("r8" in about["builds"])
    assert about["pair"] is None or (APPS / about["pair"] / "case.yaml").exists()
    expected = read_yaml(case / "expect.yaml")
    stated = (*expected["reads"], *expected["flows"], *expected.get("calls", []))
    for place in [each["in"] for each in stated if "in" in each]:
        assert source_declares(place, case), f"{place} is in no source of the case"


def source_declares(place: str, case: Path) -> bool:
    class_name, method = place.split("#")
    class_file = class_name.rpartition(".")[2].split("$")[0]
    simple_name = class_file.removesuffix("Kt")
    sources = [*case.rglob(f"{simple_name}.java"), *case.rglob(f"{simple_name}.kt"), *case.rglob(f"{class_file}.java")]
    sources += (APPS / "shared").rglob(f"{simple_name}.java")
    name = method.split("$")[1] if method.startswith("lambda$") else method.split("$lambda$")[0]  # Java, Kotlin
    return any(f"{name}(" in source.read_text("utf-8") for source in sources)


def test_a_third_of_the_cases_must_come_out_clean() -> None:
    clean = [case for case in CASES if does(case) in ("not-seen", "picks") or keeps_what_its_twin_sends(case)]

    assert len(CASES) <= 3 * len(clean)


def keeps_what_its_twin_sends(case: Path) -> bool:
    """Reads people too, but must come out clean of the flow."""
    twin = read_yaml(case / "case.yaml")["pair"]
    return twin is not None and does(APPS / twin) == "sends" and does(case) != "sends"


def does(case: Path) -> str:
    return str(read_yaml(case / "expect.yaml")["verdict"]["does"])
