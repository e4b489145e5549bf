"""Headers: every version, containers of several logical files, and files that are no DEX file."""

import pytest
from dex.programs import RETURN, calls, defined, load, one_class, problems, static_method, word_at
from support.dexfile import Class, Damage, assemble, assemble_container

from permaudit.dex.damage import DexDamageError
from permaudit.dex.header import read_headers

CALLER = "invoke-static {}, Lx/B;->b()V\nreturn-void"
SMALL = assemble(one_class(static_method("a", CALLER)))


@pytest.mark.parametrize("version", [35, 36, 37, 38, 39, 40, 41])
def test_every_version_reads_alike(version: int) -> None:
    data = assemble([*one_class(static_method("a", CALLER)), Class("Lx/B;", [static_method("b")])], version)

    program = load(data)

    assert program.damaged == ()
    assert (program.files[0].header.version, program.files[0].name) == (version, "classes.dex")
    assert defined(program) == ["Lx/A;->a()V", "Lx/B;->b()V"]
    assert calls(program) == [("Lx/A;->a()V", "Lx/B;->b()V")]


def test_a_container_is_as_many_files_as_it_holds() -> None:
    data = assemble_container([one_class(static_method("a", CALLER)), one_class(static_method("b"), name="Lx/B;")])

    program = load(data)

    assert [each.name for each in program.files] == ["classes.dex!1", "classes.dex!2"]
    assert [each.header.start for each in program.files] == [0, word_at(data, 32)]
    assert calls(program) == [("Lx/A;->a()V", "Lx/B;->b()V")]


def test_files_of_a_container_may_share_their_strings() -> None:
    parts = [one_class(static_method("a")), one_class(static_method("a"))]
    apart = assemble_container(parts)
    second = word_at(apart, 32)
    first_strings = word_at(apart, 60)
    shared = assemble_container(parts, damages=[None, Damage(header={"string_ids_off": first_strings})])

    program = load(shared)

    assert word_at(shared, second + 60) == first_strings
    assert program.damaged == ()
    assert program.files[1].strings.text(0) == program.files[0].strings.text(0)


def test_a_good_file_before_a_damaged_one_of_its_container_is_kept() -> None:
    parts = [one_class(static_method("a")), one_class(static_method("b"), name="Lx/B;")]
    data = assemble_container(parts, damages=[None, Damage(header={"endian_tag": 0x78563412})])

    program = load(data)

    assert defined(program) == ["Lx/A;->a()V"]
    assert [(each.name, each.problem) for each in program.damaged] == [("classes.dex!2", "unknown byte order")]


def test_a_damaged_table_of_one_file_does_not_hide_the_next_of_its_container() -> None:
    parts = [one_class(static_method("a")), one_class(static_method("b"), name="Lx/B;")]
    data = assemble_container(parts, damages=[Damage(class_defs={"Lx/A;": {0: 999}})])

    program = load(data)

    assert defined(program) == ["Lx/B;->b()V"]
    assert [(each.name, each.problem) for each in program.damaged] == [
        ("classes.dex!1", "an id points outside its table")
    ]


def test_a_container_of_headers_alone_ends() -> None:
    header = assemble_container([[]])[:0x78]
    crowd = b"".join(
        assemble_container([[]], damages=[Damage(header={"file_size": 0x78, "header_offset": at * 0x78})])[:0x78]
        for at in range(300)
    )

    program = load(crowd)

    assert len(header) == 0x78
    assert [(each.name, each.problem) for each in program.damaged] == [
        ("classes.dex!257", "the container holds more than 256 DEX files")
    ]


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [
        ("magic", b"dey\n035\0", "not a DEX file"),
        ("magic", b"dex\n034\0", "unknown DEX version 034"),
        ("magic", b"dex\n\xff\0\x9b\0", r"unknown DEX version \xff" + "\0" + r"\x9b"),
        ("endian_tag", 0x78563412, "unknown byte order"),
        ("string_ids_off", 0xFFFFFFF0, "string_ids lies outside the file"),
        ("string_ids_size", 0xFFFFFFFF, "string_ids lies outside the file"),
        ("type_ids_size", 0x7FFFFFFF, "type_ids lies outside the file"),
        ("proto_ids_size", 0x15555556, "proto_ids lies outside the file"),
        ("field_ids_size", 0x20000001, "field_ids lies outside the file"),
        ("method_ids_off", len(SMALL) - 4, "method_ids lies outside the file"),
        ("class_defs_off", 4, "class_defs lies in the header"),
        ("class_defs_size", 0x8000001, "class_defs lies outside the file"),
        ("file_size", len(SMALL) + 1, f"the file is cut off: {len(SMALL)} of {len(SMALL) + 1} bytes are there"),
    ],
)
def test_a_lie_in_the_header_is_named(field: str, value: int | bytes, problem: str) -> None:
    members = [static_method("a", "sget v0, Lx/A;->f:I\n" + CALLER)]
    data = assemble(one_class(*members) if field == "field_ids_size" else one_class(static_method("a", CALLER)),
                    damage=Damage(header={field: value}))  # fmt: skip

    assert problems(data) == [("classes.dex", problem)]


@pytest.mark.parametrize("length", range(0x71))
def test_a_header_cut_at_any_byte_is_named(length: int) -> None:
    expected = "the file is empty" if not length else "the header is cut off"
    if length == 0x70:
        expected = f"the file is cut off: 112 of {len(SMALL)} bytes are there"

    assert problems(SMALL[:length]) == [("classes.dex", expected)]


@pytest.mark.parametrize("length", range(0x70, 0x78))
def test_a_container_header_cut_at_any_byte_is_named(length: int) -> None:
    data = assemble(one_class(static_method("a")), 41)

    assert problems(data[:length]) == [("classes.dex", "the container header is cut off")]


@pytest.mark.parametrize(
    ("header", "problem"),
    [
        ({"header_offset": 4}, "the container header lies about its place"),
        ({"file_size": 0}, "the container header lies about its place"),
        ({"container_size": 0x7FFFFFFF}, "the container is cut off"),
        ({"file_size": 0x7FFFFFFF}, "the container is cut off"),
    ],
)
def test_a_container_header_that_lies_is_named(header: dict[str, int], problem: str) -> None:
    data = assemble_container([one_class(static_method("a"))], damages=[Damage(header=dict(header))])

    ((name, told),) = problems(data)

    assert name == "classes.dex"
    assert told.startswith(problem)


def test_a_damaged_file_does_not_hide_the_next_one() -> None:
    good = assemble(one_class(static_method("b", RETURN), name="Lx/B;"))

    program = load(b"PK\x03\x04" + bytes(200), good, SMALL[:100])

    assert defined(program) == ["Lx/B;->b()V"]
    assert [(each.part, each.name, each.problem) for each in program.damaged] == [
        ("base.apk", "classes.dex", "not a DEX file"),
        ("base.apk", "classes3.dex", "the header is cut off"),
    ]


def test_the_reader_of_headers_raises_what_the_program_records() -> None:
    with pytest.raises(DexDamageError, match="not a DEX file"):
        read_headers(b"no dex file at all")
