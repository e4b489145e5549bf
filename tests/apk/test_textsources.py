"""Texts that code fetches from its package: files by name, strings by id, and only what is the same for all."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from apk.tables import Config, build_table
from apk.zips import DEFLATED, RawEntry, build_zip
from hypothesis import given
from hypothesis import strategies as st
from support.apkfile import build_manifest
from support.axml import encode_axml

from permaudit.apk import textsources
from permaudit.apk.archive import Archive
from permaudit.apk.opening import open_packages
from permaudit.apk.package import Package
from permaudit.apk.resources import Resources
from permaudit.apk.textsources import LARGEST_FILE_BYTES, TextSources

MANIFEST = RawEntry("AndroidManifest.xml", encode_axml(build_manifest("com.x")))
WORDS, OTHER, LIST = 0x7F010000, 0x7F010001, 0x7F020000
GERMAN = Config(b"de")


def sources(path: Path, *parts: list[RawEntry]) -> TextSources:
    """The texts of an app whose parts hold these files."""
    archives: list[Archive] = []
    for number, entries in enumerate(parts):
        file = path / f"{number}.apk"
        file.write_bytes(build_zip([MANIFEST, *entries]))
        (package,) = open_packages([file])
        assert isinstance(package, Package)
        archives += [part.archive for part in package.parts]
    return TextSources(archives)


def table(*configs: tuple[Config, dict[int, str | bool | int | tuple[str, ...]]]) -> RawEntry:
    return RawEntry("resources.arsc", build_table({1: list(configs), 2: [(Config(), {0: ("a", "b", "")})]}))


def test_a_file_is_read_by_its_whole_name(tmp_path: Path) -> None:
    found = sources(tmp_path, [RawEntry("assets/words.bin", b"abc")])

    assert found.file("assets/words.bin") == b"abc"
    assert found.file("assets/../assets/words.bin") is None
    assert found.file("words.bin") is None
    assert found.file("../x") is None


def test_a_file_that_is_too_large_for_a_table_of_texts_is_left_alone(tmp_path: Path) -> None:
    found = sources(tmp_path, [RawEntry("assets/big", bytes(LARGEST_FILE_BYTES + 1), DEFLATED)])

    assert found.file("assets/big") is None


def test_a_file_that_is_packed_into_more_than_it_holds_is_left_alone(tmp_path: Path) -> None:
    packed = zlib.compress(b"abc", 0, -zlib.MAX_WBITS)
    short = RawEntry("assets/a", b"", DEFLATED, declared_size=3, packed=packed)
    long = RawEntry("assets/b", b"", DEFLATED, declared_size=3, packed=packed + bytes(LARGEST_FILE_BYTES))
    found = sources(tmp_path, [short, long])

    assert found.file("assets/a") == b"abc"
    assert found.file("assets/b") is None


def test_strings_of_an_app_with_more_tables_than_are_kept_are_not_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = table((Config(), {0: "one"}))
    monkeypatch.setattr(textsources, "MOST_TABLE_BYTES", len(entry.data))

    one, two = sources(tmp_path, [entry]), sources(tmp_path, [entry], [entry])

    assert one.strings(WORDS) == ("one",)
    assert two.strings(WORDS) is None


def test_no_more_configurations_are_looked_at_than_may_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(textsources, "MOST_LOOKED_AT", 5)
    found = sources(tmp_path, [table((Config(), {0: "a", 1: "b", 2: "c"}), (GERMAN, {0: "a", 1: "b", 2: "c"}))])

    again = [found.strings(WORDS) for _ in range(10)]
    others = [found.strings(WORDS + number) for number in (1, 2)]

    assert again == [("a",)] * 10
    assert others == [("b",), None]


def test_a_string_and_an_array_of_strings_are_found_by_their_id(tmp_path: Path) -> None:
    found = sources(tmp_path, [table((Config(), {0: "scrambled"}))])

    assert found.strings(WORDS) == ("scrambled",)
    assert found.strings(LIST) == ("a", "b", "")
    assert found.strings(0x7F050000) is None


def test_a_string_that_another_language_spells_differently_is_not_known(tmp_path: Path) -> None:
    found = sources(tmp_path, [table((Config(), {0: "one", 1: "same"}), (GERMAN, {0: "other", 1: "same"}))])

    assert found.strings(WORDS) is None
    assert found.strings(OTHER) == ("same",)


def test_a_string_that_another_part_spells_differently_is_not_known(tmp_path: Path) -> None:
    found = sources(tmp_path, [table((Config(), {0: "one", 1: "same"}))], [table((GERMAN, {0: "other", 1: "same"}))])

    assert found.strings(WORDS) is None
    assert found.strings(OTHER) == ("same",)


def test_a_string_that_some_configuration_takes_from_elsewhere_is_not_known(tmp_path: Path) -> None:
    found = sources(tmp_path, [table((Config(), {0: "one"}), (GERMAN, {0: OTHER}))])

    assert found.strings(WORDS) is None


@pytest.mark.parametrize("form", ["plain", "sparse", "narrow", "compact"])
def test_texts_are_found_in_every_form_of_table(form: str) -> None:
    made = build_table({1: [(Config(), {0: "first", 3: "last"})]}, form=form)

    assert Resources(made).texts(WORDS) == {("first",)}
    assert Resources(made).texts(WORDS + 3) == {("last",)}
    assert Resources(made).texts(WORDS + 2) == frozenset()


def test_a_damaged_table_is_none(tmp_path: Path) -> None:
    assert sources(tmp_path, [RawEntry("resources.arsc", b"no table")]).strings(WORDS) is None


@given(st.binary(min_size=1, max_size=4), st.floats(0, 1, exclude_max=True))
def test_no_changed_bytes_of_a_table_break_it(patch: bytes, where: float) -> None:
    made = bytearray(table((Config(), {0: "one"}), (GERMAN, {0: "other"})).data)
    at = int(where * (len(made) - len(patch)))
    made[at : at + len(patch)] = patch

    found = [Resources(bytes(made)).texts(each) for each in (WORDS, LIST)]

    assert all(isinstance(text, str) for texts in found for each in texts for text in each)
