"""What static fields hold before any code runs, and which fields a class declares."""

import pytest
from dex.programs import graft, load
from support.dexfile import PUBLIC, STATIC, Class, Damage, Field, assemble, static_field
from support.encoding import encode_uleb128
from support.references import TypeValue

from permaudit.dex.damage import DexDamageError
from permaudit.dex.encoded import Encoded, declared_fields, static_field_values, static_fields

CLASS_DATA, STATIC_VALUES = 6, 7
FIELDS = [
    static_field("a", "Ljava/lang/String;", "content://x"),
    static_field("b", "I", -70_000),
    static_field("c", "J", 1 << 40),
    static_field("d", "C", 0xFFFF),
    static_field("e", "Z", value=True),
    static_field("f", "Ljava/lang/Class;", TypeValue("Lx/B;")),
    static_field("g", "D", 2.5),
    static_field("h", "Ljava/lang/Object;", None),
    Field("i", "I", PUBLIC | STATIC),
    Field("j", "I"),
]
THREE = [Class("Lx/A;", fields=[static_field(name, "I", 7) for name in "abc"])]


def values(data: bytes) -> list[Encoded]:
    return list(static_field_values(load(data).files[0], 0).values())


def test_each_static_field_has_its_value_and_those_not_stated_are_null() -> None:
    tables = load(assemble([Class("Lx/A;", fields=FIELDS)])).files[0]

    found = list(static_field_values(tables, 0).values())

    assert tables.strings.text(found[0].value) == "content://x"
    assert tables.strings.text(int(tables.type_names[found[5].value])) == "Lx/B;"
    assert [each.kind for each in found] == [
        "string", "integer", "integer", "integer", "boolean", "type", "other", "null", "null",
    ]  # fmt: skip
    assert [each.value for each in found[1:5]] == [-70_000, 1 << 40, 0xFFFF, 1]


def test_static_fields_are_those_declared_first() -> None:
    tables = load(assemble([Class("Lx/A;", fields=FIELDS), Class("Lx/B;")])).files[0]

    assert static_fields(tables, 0) == list(range(9))
    assert declared_fields(tables, 0) == list(range(10))
    assert declared_fields(tables, 1) == []
    assert static_field_values(tables, 1) == {}


@pytest.mark.parametrize(
    ("array", "expected"),
    [
        (b"\x03\x04\x05", [Encoded("integer", 5), Encoded("other"), Encoded("other")]),
        (b"\x03\x04\x05\x1c\x00\x04\x06", [Encoded("integer", 5), Encoded("other"), Encoded("other")]),
        (b"\x03\x04\x05\x1d\x00\x00", [Encoded("integer", 5), Encoded("other"), Encoded("other")]),
        (b"\x02\x77\xff\xff\xff\xff\x78\xff\xff\xff\xff", [Encoded("other"), Encoded("other"), Encoded("null")]),
        (b"\x03\xe4\x05", [Encoded("other")] * 3),
        (b"\xff\xff\xff\xff\x0f\x04\x01\x04\x02\x04\x03\x04\x04", [Encoded("integer", n) for n in (1, 2, 3)]),
        (b"\x00", [Encoded("null")] * 3),
        (b"\x80\x80\x80\x80\x80\x80", [Encoded("other")] * 3),
        (b"\x01\x3f", [Encoded("boolean", 1), Encoded("null"), Encoded("null")]),
    ],
)  # fmt: skip
def test_values_before_a_break_are_kept_and_those_behind_it_are_unknown(array: bytes, expected: list[Encoded]) -> None:
    assert values(graft(THREE, array, {"Lx/A;": STATIC_VALUES})) == expected


@pytest.mark.parametrize("place", [0xFFFFFFFF, 0x7FFFFFFF])
def test_values_outside_the_file_are_unknown(place: int) -> None:
    data = assemble(THREE, damage=Damage(class_defs={"Lx/A;": {STATIC_VALUES: place}}))

    assert values(data) == [Encoded("other")] * 3


def test_values_nested_a_thousand_deep_are_refused() -> None:
    nested = b"\x01" + b"\x1c\x01" * 100_000 + b"\x1e"

    assert values(graft(THREE, nested, {"Lx/A;": STATIC_VALUES})) == [Encoded("other")] * 3


def test_a_field_outside_the_table_is_damage_where_fields_are_asked_for() -> None:
    numbers = b"".join(encode_uleb128(each) for each in (2, 0, 0, 0, 1, 9, 9, 9))
    tables = load(graft(THREE, numbers, {"Lx/A;": CLASS_DATA})).files[0]

    with pytest.raises(DexDamageError, match="outside the field table"):
        static_fields(tables, 0)
    assert declared_fields(tables, 0) == []
    assert static_field_values(tables, 0) == {}


def test_the_values_of_one_class_are_not_those_of_another() -> None:
    classes = [Class("Lx/A;", fields=[static_field("a", "I", 1)]), Class("Lx/B;", fields=[static_field("a", "I", 2)])]
    tables = load(assemble(classes)).files[0]

    assert [static_field_values(tables, row)[row] for row in (0, 1)] == [Encoded("integer", 1), Encoded("integer", 2)]
