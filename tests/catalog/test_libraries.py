"""The shipped list of libraries: how many, where each was read, and what must not be mixed up."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from permaudit.catalog.libraries import Library
from permaudit.catalog.load import load_catalog
from permaudit.documents import load_document, rules_directory
from permaudit.errors import RuleError

CATALOG = load_catalog(rules_directory() / "catalog")
ENTRY = {"prefix": "Lcom/vendor/", "name": "Vendor", "kind": "tools", "certainty": "known", "source": "its documents"}


def written(tmp_path: Path, **changes: str | None) -> Path:
    entry = {name: value for name, value in (ENTRY | changes).items() if value is not None}
    path = tmp_path / "library.yaml"
    path.write_text("".join(f'{name}: "{value}"\n' for name, value in entry.items()), encoding="utf-8")
    return path


def test_at_least_150_libraries_are_known_by_name() -> None:
    assert len({library.name for library in CATALOG.libraries}) >= 150


def test_every_library_says_where_it_was_read() -> None:
    for library in CATALOG.libraries:
        assert library.source.strip(), library.prefix


def test_what_nobody_checked_again_says_so() -> None:
    for library in CATALOG.libraries:
        assert (library.certainty == "known") == ("not checked again" in library.source), library.prefix


def test_no_prefix_repeats_a_shorter_one_of_the_same_library() -> None:
    for shorter, longer in pairwise(sorted(CATALOG.libraries, key=lambda each: (each.name, each.prefix))):
        assert shorter.name != longer.name or not longer.prefix.startswith(shorter.prefix), longer.prefix


def test_a_library_of_which_all_is_stated_loads(tmp_path: Path) -> None:
    library = load_document(written(tmp_path), Library)

    assert (library.name, library.source, library.reads_people) == ("Vendor", "its documents", False)


@pytest.mark.parametrize(
    ("attribute", "value"),
    [
        ("kind", "spying"),
        ("certainty", "guessed"),
        ("source", None),
        ("source", ""),
        ("source", "  "),
        ("prefix", "com/vendor"),
    ],
)
def test_an_entry_that_is_incomplete_or_of_no_known_kind_is_refused(
    tmp_path: Path, attribute: str, value: str | None
) -> None:
    path = written(tmp_path, **{attribute: value})

    with pytest.raises(RuleError):
        load_document(path, Library)


@pytest.mark.parametrize(
    ("class_name", "name"),
    [
        ("Lcom/credolab/sdk/CredoAppService;", "CredoLab"),
        ("Lcredoapp/CredoAppService;", "CredoLab (older)"),
        ("Lcn/fraudmetrix/octopus/aspirit/main/OctopusManager;", "Tongdun Octopus"),
        ("Lcn/fraudmetrix/android/FMAgent;", "Tongdun (older)"),
        ("Lcom/huawei/hms/push/HmsMessageService;", "Huawei Push"),
        ("Lcom/google/android/gms/ads/AdView;", "Google Mobile Ads"),
        ("Lcom/google/android/gms/common/api/Api;", "Google Play services"),
        ("Lcom/umeng/message/UmengService;", "Umeng Push"),
    ],
)
def test_the_part_of_a_library_that_is_named_itself_goes_first(class_name: str, name: str) -> None:
    library = CATALOG.owner_of(class_name)

    assert library is not None
    assert library.name == name


@pytest.mark.parametrize(
    "class_name", ["Lcom/credolabs/justcredo/Main;", "Lcredoapplication/A;", "Lcom/tencent/A;", "Lcom/react/A;"]
)
def test_a_school_app_of_a_similar_name_is_no_scoring_library(class_name: str) -> None:
    assert CATALOG.owner_of(class_name) is None


def test_those_that_sign_in_with_the_password_of_the_borrower_are_a_kind_of_their_own() -> None:
    assert {each.name for each in CATALOG.libraries if each.kind == "account-scraper"} == {"Tongdun Octopus", "Moxie"}


def test_only_libraries_shown_to_read_people_are_marked_so() -> None:
    marked = {each.name for each in CATALOG.libraries if each.reads_people}

    assert {"LenddoEFL Data SDK", "CredoLab", "react-native-contacts", "expo-contacts", "uni-app Contacts"} <= marked
    assert marked.isdisjoint({"Tongdun", "Moxie", "JuicyScore", "SEON", "SHIELD", "ADVANCE.AI", "Umeng", "JPush"})
