"""Tables that lie: ids, strings, type lists, the map and class data of damaged files."""

import struct

import pytest
from dex.programs import calls, defined, graft, load, one_class, problems, static_method, word_at
from support.dexfile import Class, Damage, Field, Method, assemble
from support.encoding import encode_uleb128
from support.instructions import Code

CLASS_DATA, INTERFACES = 6, 3
TWO = [static_method("a", "invoke-static {}, Lx/A;->b()V\nreturn-void"), static_method("b")]
PLAIN = assemble(one_class(*TWO))
TYPE_COUNT = word_at(PLAIN, 64)


def numbers(*values: int) -> bytes:
    return b"".join(encode_uleb128(value) for value in values)


def patched(offset: int, patch: bytes) -> bytes:
    return assemble(one_class(*TWO), damage=Damage(patches={offset: patch}))


@pytest.mark.parametrize(
    ("table", "place"),
    [
        ("type", word_at(PLAIN, 68)),
        ("proto returns", word_at(PLAIN, 76) + 4),
        ("method class", word_at(PLAIN, 92)),
        ("method proto", word_at(PLAIN, 92) + 2),
        ("method name", word_at(PLAIN, 92) + 4),
        ("class", word_at(PLAIN, 100)),
    ],
)
def test_an_id_outside_its_table_is_named(table: str, place: int) -> None:
    wide = table in ("type", "proto returns", "method name", "class")

    assert problems(patched(place, b"\xff" * (4 if wide else 2))) == [("classes.dex", "an id points outside its table")]


@pytest.mark.parametrize("word", [0, 2, 4])
def test_a_field_that_points_outside_the_tables_is_named(word: int) -> None:
    classes = [Class("Lx/A;", TWO, [Field("n", "I")])]
    place = word_at(assemble(classes), 84) + word
    data = assemble(classes, damage=Damage(patches={place: b"\xff\xff\xff\xff"[: 4 if word == 4 else 2]}))

    assert problems(data) == [("classes.dex", "an id points outside its table")]


def test_a_superclass_outside_the_table_is_named() -> None:
    data = assemble(one_class(*TWO), damage=Damage(class_defs={"Lx/A;": {2: TYPE_COUNT}}))

    assert problems(data) == [("classes.dex", "a superclass points outside its table")]


def test_two_types_of_one_name_are_named() -> None:
    types = word_at(PLAIN, 68)

    assert problems(patched(types + 4, PLAIN[types : types + 4])) == [("classes.dex", "two types have one name")]


def test_a_string_outside_the_file_is_named() -> None:
    data = patched(word_at(PLAIN, 60), struct.pack("<I", len(PLAIN)))

    assert problems(data) == [("classes.dex", "a string lies outside the file")]


def test_a_string_that_is_never_closed_ends_with_the_file() -> None:
    data = graft(one_class(*TWO), b"\x7funclosed", {})
    strings = word_at(data, 60)
    data = data[:strings] + struct.pack("<I", len(data) - 9) + data[strings + 4 :]

    program = load(data)

    assert program.damaged == ()
    assert program.files[0].strings.raw(0) == b"unclosed"


@pytest.mark.parametrize("prefix", [b"\xff\xff\xff\xff\x0f", b"\xff\xff\xff\xff\xff", b"\x00"])
def test_the_length_of_a_string_may_lie(prefix: bytes) -> None:
    data = graft(one_class(*TWO), prefix + b"text\0", {})
    strings = word_at(data, 60)
    data = data[:strings] + struct.pack("<I", len(data) - len(prefix) - 5) + data[strings + 4 :]

    assert load(data).files[0].strings.raw(0) == b"text"


@pytest.mark.parametrize(
    ("extra", "problem"),
    [
        (struct.pack("<I", 0xFFFFFFFF), "the type lists are longer than the file"),
        (struct.pack("<IH", 9, 0), "a type list lies outside the file"),
        (struct.pack("<IHH", 2, 0, 999), "a type list points outside the type table"),
        (b"\0\0", "a type list lies outside the file"),
    ],
)
def test_a_broken_interface_list_is_named(extra: bytes, problem: str) -> None:
    data = graft(one_class(*TWO), extra, {"Lx/A;": INTERFACES})

    assert problems(data) == [("classes.dex", problem)]


def test_an_interface_list_at_an_odd_place_is_named() -> None:
    data = assemble(one_class(*TWO), damage=Damage(class_defs={"Lx/A;": {INTERFACES: 0x71}}))

    assert problems(data) == [("classes.dex", "a type list lies outside the file")]


def test_more_parameters_than_a_call_can_pass_are_named() -> None:
    allowed, too_many = (assemble([Class("Lx/A;", [static_method("a", descriptor=f"({'I' * count})V",
                         code=Code(300, "return-void"))])]) for count in (255, 256))  # fmt: skip

    assert defined(load(allowed)) == [f"Lx/A;->a({'I' * 255})V"]
    assert problems(too_many) == [("classes.dex", "a method takes more than 255 parameters")]


@pytest.mark.parametrize(
    ("extra", "problem"),
    [
        (numbers(0, 0, 1, 0) + b"\x80" * 5 + b"\0\0\0", "a number is longer than five bytes"),
        (b"\xff" * 9 + bytes(9), "a number is longer than five bytes"),
        (numbers(0, 0, 0xFFFFFFFF, 0), "class data is longer than the file"),
        (numbers(0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF), "class data is longer than the file"),
        (numbers(0, 0, 2, 0, 0, 9, 0), "class data is longer than the file"),
        (numbers(0, 0), "class data is longer than the file"),
        (numbers(0, 0, 1, 0, 2, 9, 0), "class data points outside the method table"),
        (numbers(0, 0, 2, 0, 0, 9, 0, 0xFFFFFFFF, 9, 0), "class data points outside the method table"),
        (b"\x80", "class data is longer than the file"),
    ],
)
def test_class_data_that_lies_is_named(extra: bytes, problem: str) -> None:
    data = graft(one_class(*TWO), extra, {"Lx/A;": CLASS_DATA})

    assert problems(data) == [("classes.dex", problem)]


def test_class_data_outside_the_file_is_named() -> None:
    data = assemble(one_class(*TWO), damage=Damage(class_defs={"Lx/A;": {CLASS_DATA: 0xFFFFFFFF}}))

    assert problems(data) == [("classes.dex", "class data lies outside the file")]


def test_numbers_of_class_data_may_be_longer_than_they_need() -> None:
    long_zero = b"\x80\x80\x80\x80\0"
    data = graft(one_class(*TWO), numbers(0, 0, 1) + long_zero * 2 + numbers(9, 0), {"Lx/A;": CLASS_DATA})

    assert defined(load(data)) == ["Lx/A;->a()V"]


def test_class_data_that_two_classes_share_gives_each_class_its_own_methods() -> None:
    classes = [Class("Lx/A;", [static_method("a")]), Class("Lx/B;", [static_method("b")])]
    extra = numbers(0, 0, 2, 0, 0, 9, 0, 1, 9, 0)
    data = graft(classes, extra, {"Lx/A;": CLASS_DATA, "Lx/B;": CLASS_DATA})

    program = load(data)

    assert program.damaged == ()
    assert defined(program) == ["Lx/A;->a()V", "Lx/B;->b()V"]


def test_a_method_of_another_class_in_class_data_is_not_a_definition() -> None:
    classes = [Class("Lx/A;", [static_method("a", "invoke-static {}, Lx/C;->c()V\nreturn-void")])]
    other = 1  # Lx/C;->c()V
    data = graft(classes, numbers(0, 0, 1, 0, other, 9, 0), {"Lx/A;": CLASS_DATA})

    assert defined(load(data)) == []


def test_a_method_that_stands_twice_in_its_class_counts_once() -> None:
    code_offset = len(PLAIN)
    data = graft(one_class(*TWO), numbers(0, 0, 2, 0, 0, 9, 0, 0, 9, code_offset), {"Lx/A;": CLASS_DATA})

    assert defined(load(data)) == ["Lx/A;->a()V"]


@pytest.mark.parametrize("kind", [0x0000, 0x1000, 0x2000, 0x2001, 0x2002, 0x1001, 0x0006])
@pytest.mark.parametrize("told", [(0, 0), (0xFFFFFFFF, 0), (1, 0xFFFFFFFF), (7, 0x70)])
def test_a_map_that_lies_does_not_hide_code(kind: int, told: tuple[int, int]) -> None:
    program = load(assemble(one_class(*TWO), damage=Damage(map_items={kind: told})))

    assert program.damaged == ()
    assert calls(program) == [("Lx/A;->a()V", "Lx/A;->b()V")]


def test_a_map_that_ends_class_data_too_early_does_not_hide_code() -> None:
    class_data = word_at(PLAIN, word_at(PLAIN, 100) + 24)

    program = load(assemble(one_class(*TWO), damage=Damage(map_items={0x1000: (1, class_data + 1)})))

    assert calls(program) == [("Lx/A;->a()V", "Lx/A;->b()V")]


@pytest.mark.parametrize("place", [0, 1, len(PLAIN) - 2, 0xFFFFFFFF])
def test_a_map_that_is_not_there_does_not_hide_code(place: int) -> None:
    program = load(assemble(one_class(*TWO), damage=Damage(header={"map_off": place})))

    assert calls(program) == [("Lx/A;->a()V", "Lx/A;->b()V")]


@pytest.mark.parametrize(("kind", "problem"), [(7, "call_site_ids"), (8, "method_handles")])
def test_tables_that_only_the_map_names_must_lie_in_the_file(kind: int, problem: str) -> None:
    # the entry of the class definitions (kind 6) is renamed: its place becomes that of a table far too long
    place = word_at(PLAIN, 52) + 4
    while struct.unpack_from("<H", PLAIN, place)[0] != 6:
        place += 12
    data = patched(place, struct.pack("<HHII", kind, 0, 0x7FFFFFFF, 0x70))

    assert problems(data) == [("classes.dex", f"{problem} lies outside the file")]


def test_a_class_without_class_data_has_no_methods() -> None:
    data = assemble([Class("Lx/A;"), Class("Lx/B;", [Method("b", "()V", 0x401)], flags=0x601)])

    program = load(data)

    assert defined(program) == ["Lx/B;->b()V"]
    assert program.method_count == 0


def test_a_file_without_any_class_is_no_damage() -> None:
    program = load(assemble([]), assemble([Class("Lx/A;")]))

    assert (program.damaged, len(program.files), defined(program)) == ((), 2, [])
