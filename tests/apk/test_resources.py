"""Values come out of a resource table without parsing it whole, in every form the table can have."""

import struct

import pytest
from androguard.core import axml
from apk.tables import Config, Entries, build_table

from permaudit.apk.resource_names import ResourceNames
from permaudit.apk.resources import Resources

LABEL, FLAG, ALIAS, LOOP = 0x7F010000, 0x7F020000, 0x7F010001, 0x7F010002

GERMAN, AUSTRIAN, NEW = Config(b"de"), Config(b"de", b"AT"), Config(sdk=26)


@pytest.mark.parametrize("utf8", [True, False])
@pytest.mark.parametrize("form", ["plain", "sparse", "narrow", "compact"])
def test_a_string_is_found_in_every_form_of_table(form: str, *, utf8: bool) -> None:
    table = build_table({1: [(Config(), {0: "Schnellkrédit 贷款", 3: "other"})]}, form=form, utf8=utf8)

    assert Resources(table).string(LABEL) == "Schnellkrédit 贷款"
    assert Resources(table).string(LABEL + 3) == "other"
    assert Resources(table).string(LABEL + 2) is None


def test_the_language_asked_for_wins_then_its_parent_then_the_default() -> None:
    table = build_table({1: [(GERMAN, {0: "Kredit"}), (Config(), {0: "Loan"}), (AUSTRIAN, {0: "Kredit AT"})]})
    resources = Resources(table)

    assert resources.string(LABEL) == "Loan"
    assert resources.string(LABEL, "de-AT") == "Kredit AT"
    assert resources.string(LABEL, "de-CH") == "Kredit"
    assert resources.string(LABEL, "fr") == "Loan"


def test_chinese_is_chosen_by_script_also_where_only_the_region_tells_it() -> None:
    taiwan, hant, plain = Config(b"zh", b"TW"), Config(b"zh", script=b"Hant"), Config(b"zh")
    by_region = Resources(build_table({1: [(Config(), {0: "Loan"}), (plain, {0: "贷款"}), (taiwan, {0: "貸款"})]}))
    by_script = Resources(build_table({1: [(Config(), {0: "Loan"}), (plain, {0: "贷款"}), (hant, {0: "貸款"})]}))

    for resources in (by_region, by_script):
        assert resources.string(LABEL, "zh-Hant") == "貸款"
        assert resources.string(LABEL, "zh-Hans") == "贷款"
        assert resources.string(LABEL, "zh") == "贷款"


def test_old_language_codes_are_known_by_their_new_names() -> None:
    table = build_table({1: [(Config(), {0: "Loan"}), (Config(b"in"), {0: "Pinjaman"})]})

    assert Resources(table).string(LABEL, "id") == "Pinjaman"


def test_an_app_without_a_default_language_still_has_a_name() -> None:
    assert Resources(build_table({1: [(GERMAN, {0: "Kredit"})]})).string(LABEL) == "Kredit"


def test_a_language_of_three_letters_is_unpacked() -> None:
    packed = 0x8000 | ord("l") - ord("a") << 10 | ord("i") - ord("a") << 5 | ord("f") - ord("a")
    table = build_table({1: [(Config(), {0: "Loan"}), (Config(packed.to_bytes(2, "big")), {0: "Utang"})]})

    assert Resources(table).string(LABEL, "fil") == "Utang"


def test_a_value_for_newer_phones_wins_over_the_one_for_all() -> None:
    value = Resources(build_table({2: [(Config(), {0: False}), (NEW, {0: True})]})).resolve(FLAG)

    assert value is not None
    assert value.data != 0


def test_a_reference_is_followed_and_a_circle_ends() -> None:
    table = build_table({1: [(Config(), {0: "Loan", 1: LABEL, 2: LOOP})]})

    assert Resources(table).string(ALIAS) == "Loan"
    assert Resources(table).string(LOOP) is None


def test_an_id_that_is_not_in_the_table_gives_nothing() -> None:
    table = build_table({1: [(Config(), {0: "Loan"})]})

    assert Resources(table).string(0x7F110A13) is None
    assert Resources(table).string(0x01040000) is None


@pytest.mark.parametrize("utf8", [True, False])
@pytest.mark.parametrize("form", ["plain", "sparse", "narrow"])
def test_androguard_reads_the_same_from_the_same_table(form: str, *, utf8: bool) -> None:
    strings: dict[int, str | bool | int] = {0: "Loan", 1: "Kredit 贷", 5: LABEL}
    table = build_table({1: [(Config(), strings)], 2: [(Config(), {0: True})]}, form=form, utf8=utf8)
    oracle = axml.ARSCParser(table)

    for number in range(7):
        texts = [text for _, text in oracle.get_resolved_res_configs(LABEL + number)]

        assert Resources(table).string(LABEL + number) == next(iter(texts), None)


def test_every_truncation_of_a_table_gives_the_string_or_nothing() -> None:
    table = build_table({1: [(Config(), {0: "Loan"})]})

    found = {Resources(table[:size]).string(LABEL) for size in range(len(table))}

    assert found == {None}


def test_a_damaged_byte_never_raises() -> None:
    table = build_table({1: [(Config(), {0: "Loan"})]}, utf8=False)

    for at in range(len(table)):
        for value in (0x00, 0x7F, 0xFF):
            result = Resources(table[:at] + bytes([value]) + table[at + 1 :]).string(LABEL)

            assert result is None or isinstance(result, str)


def test_a_count_of_four_thousand_million_entries_costs_nothing() -> None:
    table = bytearray(build_table({1: [(Config(), {0: "Loan"})]}))
    at = table.index(struct.pack("<HH", 0x0201, 20 + 36)) + 12
    table[at : at + 4] = b"\xff\xff\xff\xff"

    assert Resources(bytes(table)).string(LABEL + 9) is None


@pytest.mark.parametrize("utf8", [True, False])
@pytest.mark.parametrize("form", ["plain", "sparse", "narrow", "compact"])
def test_a_resource_is_found_by_its_name_in_every_form_of_table(form: str, *, utf8: bool) -> None:
    names = ["key", "name", "keyname", "long_name"]
    strings: list[tuple[Config, Entries]] = [(GERMAN, {2: "Zwei"}), (Config(), {0: "null", 2: "two", 3: "three"})]
    types: dict[int, list[tuple[Config, Entries]]] = {1: strings, 2: [(Config(), {1: True})]}
    resources = ResourceNames(build_table(types, form=form, utf8=utf8, kinds=["string", "bool"], names=names))

    assert resources.find_id("string", "keyname") == LABEL + 2
    assert resources.find_id("string", "long_name") == LABEL + 3
    assert resources.find_id("bool", "name") == FLAG + 1


@pytest.mark.parametrize(("kind", "name"), [("string", "bc"), ("string", "b"), ("xml", "abc"), ("strin", "abc")])
def test_a_name_that_no_entry_of_the_type_has_is_not_found(kind: str, name: str) -> None:
    table = build_table({1: [(Config(), {0: "A"})]}, kinds=["string", "bool"], names=["abc", "b"])

    assert ResourceNames(table).find_id(kind, name) is None
    assert ResourceNames(table).find_id("string", "abc") == LABEL


@pytest.mark.parametrize("at", range(12, 700, 7))
def test_a_damaged_table_has_no_names_and_raises_nothing(at: int) -> None:
    table = bytearray(build_table({1: [(Config(), {0: "A"})]}, kinds=["string"], names=["abc"]))
    table[at : at + 4] = b"\xff\xff\xff\x7f"[: max(0, len(table) - at)]

    assert ResourceNames(bytes(table)).find_id("string", "abc") in (None, LABEL)
