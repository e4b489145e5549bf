"""Calls, questions and texts that rules ask for by name: closed ids, positions, and no double work with reads."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from permaudit.catalog.framework import FILE_NAME, load_framework
from permaudit.catalog.load import load_catalog
from permaudit.catalog.signs import UriCall
from permaudit.documents import rules_directory
from permaudit.errors import RuleError

DIRECTORY = rules_directory() / "catalog"
CATALOG = load_catalog(DIRECTORY)
CALLS = CATALOG.calls
NAMES = (
    "Ljava/lang/String;",
    "[Ljava/lang/String;",
    "Ljava/util/List;",
    "Ljava/util/Collection;",
    "Ljava/lang/Object;",
)
PARAMETER = re.compile(r"\[*(?:[ZBSCIJFD]|L[^;]+;)")


def test_every_id_is_said_in_words_and_means_something() -> None:
    assert {each.api for each in CALLS.calls} | {each.api for each in CALLS.uris} == set(CALLS.apis)
    assert [said for said in CALLS.apis.values() if not re.fullmatch(r"it [^.]+", said)] == []


def test_what_rules_were_promised_is_there() -> None:
    promised = (
        "installed-apps location photos device-identifiers wifi-networks sound-recording clipboard-reading "
        "screen-capture icon-hiding apps-in-use running-apps messages-sent calls-placed quits-when-refused"
    )

    assert set(promised.split()) <= set(CALLS.apis)


def test_no_call_is_a_read_already() -> None:
    reads = {f"{api.class_name}->{api.name}" for api in CATALOG.apis}

    assert [each.method for each in CALLS.calls if f"{each.class_name}->{each.name}" in reads] == []


def test_classes_of_android_are_those_of_android() -> None:
    framework = load_framework(DIRECTORY / FILE_NAME)
    entries = [each.class_name for each in (*CALLS.calls, *CALLS.asks, *CALLS.answers)]
    platform = {each for each in entries if re.match(r"Landroid/(?!support/)|Ljava/", each)}

    assert len(platform) > 30
    assert sorted(each for each in platform if each.encode() not in framework) == []


def test_a_question_has_its_names_where_it_says() -> None:
    for each in CALLS.asks:
        if "(" in each.method:
            parameters = PARAMETER.findall(each.method.partition("(")[2].partition(")")[0])
            assert parameters[each.names] in NAMES, each.method


def test_an_answer_is_something_that_can_say_yes_or_no() -> None:
    for each in CALLS.answers:
        assert each.answer is None or each.parameters[each.answer] in ("[I", "Z", "Ljava/util/Map;"), each.method


def test_permissions_of_calls_are_permissions() -> None:
    named = {name for call in CALLS.calls for name in call.permissions}
    named |= {name for uri in CALLS.uris for name in uri.permissions}

    assert [each for each in sorted(named) if ".permission." not in each] == []


def test_no_uri_of_a_call_is_a_surface() -> None:
    assert [each.uri for each in CALLS.uris if CATALOG.match_uri(each.uri) is not None] == []


@pytest.mark.parametrize(
    ("uri", "begins"),
    [
        ("content://media/external/images", True),
        ("content://media/external/images/media/7?x=y", True),
        ("content://media/*/images/media", True),
        ("content://media/external/imagesque", False),
        ("content://media/external?images", False),
        ("content://media2/external/images", False),
    ],
)
def test_a_uri_begins_so_segment_by_segment(uri: str, begins: bool) -> None:  # noqa: FBT001
    assert UriCall("photos", "content://media/*/images").begins(uri) is begins


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        ("calls:\n  - {api: nobody-knows, method: 'La/B;->c'}\n", "'apis' does not say what 'nobody-knows' does"),
        ("calls: []\nuris:\n  - {api: nobody, uri: 'content://a'}\n", "'apis' does not say what 'nobody' does"),
        ("calls:\n" + 2 * "  - {api: one, method: 'La/B;->c'}\n", "'one, La/B;->c' stands twice"),
        ("calls: []\nasks:\n" + 2 * "  - {method: 'La/B;->c', names: 0}\n", "'La/B;->c' stands twice"),
        ("calls: []\nanswers:\n  - {method: 'La/B;->c(I)V', answer: 1}\n", "the method has no parameter 1"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, wrong: str, problem: str) -> None:
    copy = tmp_path / "catalog"
    shutil.copytree(DIRECTORY, copy)
    (copy / "calls.yaml").write_text(f"apis:\n  one: it does one thing\n{wrong}", encoding="utf-8")

    with pytest.raises(RuleError) as caught:
        load_catalog(copy)

    assert caught.value.arguments["problem"] == problem
