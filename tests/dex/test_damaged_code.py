"""Code that lies: code items out of place, payloads and branches that lead nowhere, opcodes that do not exist."""

import struct

import pytest
from dex.programs import RETURN, body, body_of, calls, defined, load, one_class, static_method
from support.dexfile import Class, Damage, Method, assemble
from support.instructions import Code
from support.smali import Instruction

from permaudit.dex.opcodes import Reference

CALL = "invoke-static {}, Lx/A;->b()V\nreturn-void"
GOOD = static_method("good", CALL)


def with_code_item(**told: int) -> bytes:
    bad = static_method("bad", CALL)
    return assemble(one_class(bad, GOOD), damage=Damage(code_items={"Lx/A;->bad()V": told}))


@pytest.mark.parametrize("place", [0x71, 0xFFFFFFFE, 0xFFFFFFFF, 1])
def test_code_out_of_place_is_counted_and_the_rest_is_read(place: int) -> None:
    program = load(assemble(one_class(Method("bad", "()V", 0x9, code_off=place), GOOD)))

    assert program.code[0].items.damaged == 1
    assert calls(program) == [("Lx/A;->good()V", "Lx/A;->b()V")]


def test_code_at_an_odd_offset_is_counted() -> None:
    data = assemble(one_class(GOOD, Method("zz", "()V", 0x9, code_off=1)))
    moved = load(data).files[0].class_data.code_offsets.max()

    program = load(assemble(one_class(GOOD, Method("zz", "()V", 0x9, code_off=int(moved) | 1))))

    assert program.code[0].items.damaged == 1
    assert calls(program) == [("Lx/A;->good()V", "Lx/A;->b()V")]


@pytest.mark.parametrize("over", [1, 2, 100])
def test_code_that_runs_a_little_over_the_end_of_the_file_is_counted(over: int) -> None:
    data = with_code_item()
    start = int(load(data).code[0].items.starts[0])

    program = load(with_code_item(insns_size=len(data) // 2 - start + over))

    assert program.code[0].items.damaged == 1
    assert calls(program) == [("Lx/A;->good()V", "Lx/A;->b()V")]


@pytest.mark.parametrize("from_end", range(2, 17, 2))
def test_code_whose_head_reaches_over_the_end_of_the_file_is_counted(from_end: int) -> None:
    size = len(assemble(one_class(Method("bad", "()V", 0x9, code_off=0x10000), GOOD)))
    place = size - from_end
    data = assemble(one_class(Method("bad", "()V", 0x9, code_off=place | 0x10000), GOOD))
    padded = data + bytes(0x10000)

    program = load(padded)

    assert (place | 0x10000) <= len(padded)
    assert program.code[0].items.damaged in (0, 1)
    assert calls(program) == [("Lx/A;->good()V", "Lx/A;->b()V")]


@pytest.mark.parametrize("told", [{"insns_size": 0xFFFFFFFF}, {"insns_size": 0x7FFFFFFF}, {"ins_size": 9}])
def test_a_code_item_that_lies_is_counted_and_the_rest_is_read(told: dict[str, int]) -> None:
    program = load(with_code_item(**told))

    assert program.code[0].items.damaged == 1
    assert defined(program) == ["Lx/A;->bad()V", "Lx/A;->good()V"]
    assert calls(program) == [("Lx/A;->good()V", "Lx/A;->b()V")]


def test_an_instruction_cut_off_by_the_end_of_its_code_is_counted_and_left_out() -> None:
    program = load(with_code_item(insns_size=2))

    assert (program.code[0].cut_off, program.instruction_count) == (1, 2)
    assert body_of(program, "Lx/A;->bad()V").instructions == []
    assert calls(program) == [("Lx/A;->good()V", "Lx/A;->b()V")]


def test_a_code_item_of_no_instructions_has_none() -> None:
    program = load(with_code_item(insns_size=0))

    assert (program.code[0].cut_off, program.instruction_count) == (0, 2)


@pytest.mark.parametrize(
    ("payload", "kept"),
    [
        ("raw 0x0100", 1),
        ("raw 0x0200, 1", 1),
        ("raw 0x0300", 1),
        ("raw 0x0300, 1, 0xffff", 1),
        ("raw 0x0100, 0xffff, 0, 0", 1),
        ("raw 0x0200, 0xffff", 1),
        ("raw 0x0300, 0xffff, 0xffff, 0xffff", 1),
        ("raw 0x0100, 0, 0, 0", 2),
        ("raw 0x0200, 0", 2),
        ("raw 0x0300, 1, 3, 0, 0, 0", 2),
    ],
)
@pytest.mark.parametrize("copies", [1, 300])
def test_a_payload_that_lies_ends_its_method_alone(payload: str, kept: int, copies: int) -> None:
    # with more than 250 methods the boundaries are found on arrays, else one by one
    liars = [static_method(f"m{number}", f"const/4 v0, 0\n{payload}\nnop") for number in range(copies)]
    whole = kept == 2

    program = load(assemble(one_class(GOOD, *liars)))

    assert program.instruction_count == 2 + copies * kept
    assert program.code[0].cut_off == (0 if whole else copies)
    assert [each.opcode for each in body_of(program, "Lx/A;->m0()V").instructions] == [0x12, 0x00][:kept]
    assert calls(program) == [("Lx/A;->good()V", "Lx/A;->b()V")]


def test_opcodes_that_the_format_does_not_define_are_counted() -> None:
    quickened = "raw 0x00e3, 0x00f9, 0x0073, 0x003e\nreturn-void"

    program = load(assemble(one_class(GOOD, static_method("bad", quickened))))

    assert program.code[0].undefined == 4
    assert calls(program) == [("Lx/A;->good()V", "Lx/A;->b()V")]


@pytest.mark.parametrize(
    "line",
    [
        "const-string v0, 60000",
        "const-string/jumbo v0, 60000",
        "const-string/jumbo v0, 4294967295",
        "const-class v0, 60000",
        "sget v0, 60000",
        "invoke-static {}, 60000",
        "invoke-custom {}, 0",
        "const-method-handle v0, 0",
        "const-method-type v0, 60000",
    ],
)
def test_an_operand_outside_its_table_is_counted_and_in_no_column(line: str) -> None:
    program = load(assemble(one_class(GOOD, static_method("bad", line + "\nreturn-void"))))

    assert program.code[0].dangling == 1
    assert {kind: len(column) for kind, column in program.code[0].columns.items() if len(column)} == {
        Reference.METHOD: 1
    }
    assert calls(program) == [("Lx/A;->good()V", "Lx/A;->b()V")]


@pytest.mark.parametrize("target", [0x7FFFFFFF, -0x80000000, -1, 1, 2, 4])
@pytest.mark.parametrize("switch", [0x2B, 0x2C])
def test_a_switch_without_its_payload_goes_on_to_the_next_instruction(switch: int, target: int) -> None:
    low, high = target & 0xFFFF, target >> 16 & 0xFFFF

    method = body(Code(1, [("raw", switch, low, high), ("nop",), ("return-void",)]))

    assert method.successors(0) == [1]


@pytest.mark.parametrize(
    ("switch", "payload"),
    [
        (0x2B, (0x0200, 1, 0, 0, 5, 0)),
        (0x2C, (0x0100, 1, 0, 0, 5, 0)),
        (0x2B, (0x0300, 1, 2, 0, 5, 0)),
        (0x2B, (0x0100, 9, 0, 0, 5, 0)),
        (0x2C, (0x0200, 0xFFFF, 0, 0, 5, 0)),
    ],
)
def test_a_switch_to_a_payload_of_another_kind_or_size_leads_nowhere(switch: int, payload: tuple[int, ...]) -> None:
    method = body(Code(1, [("raw", switch, 6, 0), ("nop",), ("nop",), ("return-void",), ("raw", *payload)]))

    assert method.successors(0) == [1]


def test_targets_outside_the_method_or_inside_an_instruction_are_no_way() -> None:
    payload = (0x0100, 4, 0, 0, 5, 0, 4, 0, 0xFFFF, 0x7FFF, 0xFFFF, 0xFFFF)
    code = Code(1, [("raw", 0x2B, 6, 0), ("const/16", 0, 1), ("return-void",), ("raw", *payload)])

    method = body(code)

    assert [each.offset for each in method.instructions] == [0, 3, 5]
    assert method.successors(0) == [1, 2]


@pytest.mark.parametrize("line", ["goto 100", "goto/16 -300", "goto/32 70000", "goto -1", "if-eqz v0, 30000"])
def test_a_branch_out_of_the_method_leads_nowhere(line: str) -> None:
    method = body(Code(1, f"{line}\nreturn-void"))

    assert method.successors(0) == ([1] if line.startswith("if") else [])


def test_many_switches_on_one_payload_are_bounded_and_said_so() -> None:
    cases, switches = 2000, 2000
    payload_at = 3 * switches + 1 + (3 * switches + 1) % 2
    body_units: list[tuple[str | int, ...]] = []
    for number in range(switches):
        distance = payload_at - 3 * number
        body_units.append(("raw", 0x2B, distance & 0xFFFF, distance >> 16))
    padding = [("nop",)] * (payload_at - 3 * switches - 1)
    targets = [unit for number in range(cases) for unit in (3 * number, 0)]

    method = body(Code(1, [*body_units, ("return-void",), *padding, ("raw", 0x0100, cases, 0, 0, *targets)]))

    assert len(method.successors(0)) == cases
    assert method.truncated
    assert sum(len(method.successors(index)) for index in range(switches)) < 40 * switches


def tries(handlers: bytes, *rows: tuple[int, int, int]) -> bytes:
    return b"".join(struct.pack("<IHH", *row) for row in rows) + handlers


def with_handlers(table: bytes, count: int) -> bytes:
    """A method of four units (the call and two returns), whose table of handlers stands as raw units behind it."""
    table += bytes(len(table) % 2)
    units = [int.from_bytes(table[at : at + 2], "little") for at in range(0, len(table), 2)]
    code = Code(1, [("invoke-static", [], "Lx/A;->b()V"), ("return-void",), ("raw", *units)])
    told = {"insns_size": 4, "tries_size": count}
    return assemble(one_class(static_method("m", code)), damage=Damage(code_items={"Lx/A;->m()V": told}))


def handlers_of(data: bytes) -> list[tuple[int, int, list[int]]]:
    return body_of(load(data), "Lx/A;->m()V").handlers


def test_a_whole_table_of_handlers_is_read() -> None:
    table = tries(b"\x01\x01\x00\x03", (0, 3, 1))

    assert handlers_of(with_handlers(table, 1)) == [(0, 3, [3])]


@pytest.mark.parametrize(
    "table",
    [
        tries(b"\x01\x01\x00\x03", (0, 3, 0xFFFF)),
        tries(b"\x01" + b"\x80" * 6, (0, 3, 1)),
        tries(b"\x01\xff\xff\xff\xff\x07", (0, 3, 1)),
        tries(b"\x01\x80\x80\x80\x80\x78", (0, 3, 1)),
    ],
)
def test_a_broken_handler_protects_nothing(table: bytes) -> None:
    assert handlers_of(with_handlers(table, 1)) == []


def test_a_broken_handler_does_not_hide_the_others() -> None:
    table = tries(b"\x01\x01\x00\x03", (0, 1, 0xFFFF), (1, 3, 1))

    assert handlers_of(with_handlers(table, 2)) == [(1, 4, [3])]


def test_more_handlers_than_the_file_has_room_for_are_none() -> None:
    assert handlers_of(with_handlers(b"", 0xFFFF)) == []


def test_handlers_that_all_protect_everything_are_bounded_and_said_so() -> None:
    call: Instruction = ("invoke-static", [], "Lx/A;->b()V")
    lines: list[Instruction] = [*[call] * 500, ("return-void",)]
    handler = (
        b"\x01" + b"\xf8\x7c" + b"".join(b"\x00" + bytes((3 * at & 0x7F | 0x80, 3 * at >> 7)) for at in range(392))
    )
    table = tries(handler, *[(0, 1501, 1)] * 300)
    table += bytes(len(table) % 2)
    units = [int.from_bytes(table[at : at + 2], "little") for at in range(0, len(table), 2)]
    code = Code(1, [*lines, ("raw", 0), ("raw", *units)])
    told = {"insns_size": 1501, "tries_size": 300}
    data = assemble(one_class(static_method("m", code)), damage=Damage(code_items={"Lx/A;->m()V": told}))

    method = body_of(load(data), "Lx/A;->m()V")

    assert len(method.handlers) == 300
    assert sum(len(method.successors(index)) for index in range(501)) < 40 * 501
    assert method.truncated


def test_abstract_and_native_methods_have_no_code() -> None:
    methods = [Method("n", "()V", 0x101), Method("a", "()V", 0x401), Method("m", "()V", 0x1, RETURN)]

    program = load(assemble([Class("Lx/A;", methods)]))

    assert program.method_count == 1
    assert program.definitions.items.tolist() == [-1, 0, -1]
