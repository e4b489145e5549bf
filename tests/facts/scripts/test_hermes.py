"""Strings of Hermes bytecode are found whole, by the tables of each version; no lie of a header is believed."""

import struct
from pathlib import Path

import pytest
from facts.scripts.hermesfile import hermes_file
from hypothesis import given
from hypothesis import strategies as st

from permaudit.facts.scripts.hermes import HermesError, bytes_needed, read_strings, read_version

APPS = Path(__file__).parents[2] / "apps"


@pytest.mark.parametrize("version", [56, 74, 89, 96, 97, 99])
def test_a_whole_string_is_found_where_it_stands(version: int) -> None:
    data = hermes_file("global", "getAll", "getAllWithoutPhotos", version=version)

    at = read_strings(data).find(b"getAllWithoutPhotos")

    assert at is not None
    assert data[at : at + 19] == b"getAllWithoutPhotos"


def test_a_part_of_a_longer_string_is_none() -> None:
    strings = read_strings(hermes_file("getAllContactsNow", "get"))

    assert strings.find(b"getAll") is None


def test_letters_of_two_strings_side_by_side_are_none() -> None:
    assert read_strings(hermes_file("get", "All")).find(b"getAll") is None


def test_a_string_that_shares_its_letters_with_a_longer_one_is_found() -> None:
    data = hermes_file(joined=b"getAllWithoutPhotos", entries=[0 << 1 | 19 << 24, 0 << 1 | 6 << 24])

    assert read_strings(data).find(b"getAll") is not None


def test_strings_too_long_for_the_small_table_are_found() -> None:
    assert read_strings(hermes_file("x", "y" * 300)).find(b"y" * 300) is not None


def test_letters_beyond_ascii_take_two_bytes_each() -> None:
    strings = read_strings(hermes_file("通訊錄", "getAll"))

    assert strings.find(b"getAll") is not None
    assert strings.find("通訊錄".encode("utf-16-le")) is not None


def test_what_the_compiler_made_holds_the_names_of_the_source() -> None:
    data = (APPS / "hermes-contacts" / "assets" / "index.android.bundle").read_bytes()
    newer = (APPS / "hermes-newer-contacts" / "assets" / "index.android.bundle").read_bytes()

    assert (read_version(data), read_version(newer)) == (96, 99)
    for each in (data, newer):
        strings = read_strings(each)
        assert strings.find(b"getAllWithoutPhotos") is not None
        assert strings.find(b"WithoutPhotos") is None


def test_the_beginning_that_holds_all_strings_is_enough() -> None:
    data = (APPS / "hermes-contacts" / "assets" / "index.android.bundle").read_bytes()
    needed = bytes_needed(data)

    assert needed < len(data)
    assert read_strings(data[:needed]).find(b"getAllWithoutPhotos") is not None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        bytes.fromhex("c61fbc03c103191f"),
        hermes_file("getAll")[:130],
        hermes_file("getAll", version=4000),
        hermes_file("getAll", version=1),
        hermes_file("getAll", counts={"strings": 0xFFFFFFFF}),
        hermes_file("getAll", counts={"functions": 0xFFFFFFFF}),
        hermes_file("getAll", counts={"storage": 0x7FFFFFFF}),
        hermes_file("getAll", counts={"overflow": 0x10000000}),
        hermes_file("getAll", counts={"strings": 0}),
        hermes_file(joined=b"getAll", entries=[5 << 1 | 6 << 24]),
        hermes_file(joined=b"getAll", entries=[9 << 1 | 255 << 24]),
        b"not bytecode at all".ljust(200),
    ],
    ids=lambda data: f"{len(data)} bytes",
)
def test_tables_that_do_not_fit_are_refused(data: bytes) -> None:
    with pytest.raises(HermesError):
        read_strings(data)


@given(st.binary(max_size=400), st.sampled_from([56, 96, 99]))
def test_any_bytes_are_read_or_refused(body: bytes, version: int) -> None:
    data = struct.pack("<QI", 0x1F1903C103BC1FC6, version) + body

    try:
        strings = read_strings(data)
    except HermesError:
        return

    assert int((strings.offsets + strings.lengths).max()) <= len(strings.storage)
