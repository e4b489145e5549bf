"""One method's control flow: definitions, uses, handlers and loops."""

import pytest
from dex.programs import body
from support.instructions import Code
from support.smali import Instruction, Try

from permaudit.dex.body import ENTRY


def text(lines: str, registers: int = 8) -> Code:
    return Code(registers, lines)


STRAIGHT = text("""
    const/4 v0, 1
    const/4 v1, 2
    add-int v0, v0, v1
    return v0
""")
DIAMOND = text("""
    const/4 v0, 1
    if-eqz v1, :other
    const/4 v0, 2
    goto :join
    :other
    nop
    :join
    return v0
""")
LOOP = text("""
    const/4 v0, 0
    :again
    if-ge v0, v1, :end
    add-int/lit8 v0, v0, 1
    goto :again
    :end
    return v0
""")
GUARDED = text("""
    const/4 v0, 1
    :from
    sget v0, Lx/A;->f:I
    invoke-static {}, Lx/A;->g()I
    move-result v0
    :to
    return v0
    :handler
    move-exception v1
    return v0
    .catch Ljava/lang/Exception; {:from .. :to} :handler
""")


def test_the_last_write_before_an_instruction_is_its_definition() -> None:
    method = body(STRAIGHT)

    assert method.definitions(3, 0)[0] == [2]
    assert method.definitions(2, 0)[0] == [0]
    assert method.definitions(2, 1)[0] == [1]


def test_where_two_ways_meet_both_definitions_hold() -> None:
    method = body(DIAMOND)

    assert method.definitions(5, 0)[0] == [0, 2]


def test_a_value_that_no_instruction_wrote_came_in_with_the_call() -> None:
    method = body(DIAMOND)

    assert method.definitions(1, 1)[0] == [ENTRY]
    assert method.definitions(0, 0)[0] == [ENTRY]
    assert method.definitions(5, 7)[0] == [ENTRY]


def test_a_loop_brings_its_own_write_back() -> None:
    method = body(LOOP)

    assert method.definitions(1, 0)[0] == [0, 2]
    assert method.definitions(4, 0)[0] == [0, 2]
    assert [method.in_loop(index) for index in range(5)] == [False, True, True, True, False]


def test_a_loop_back_to_the_first_instruction_still_has_the_parameter() -> None:
    method = body(text(":top\nadd-int/lit8 v0, v0, 1\ngoto :top"))

    assert method.definitions(0, 0)[0] == [ENTRY, 0]


def test_uses_end_where_the_register_is_written_again() -> None:
    method = body(text("const/4 v0, 1\nmove v1, v0\nconst/4 v0, 2\nmove v2, v0\nreturn-void"))

    assert method.uses(0, 0)[0] == [1]
    assert method.uses(2, 0)[0] == [3]
    assert method.uses(1, 1)[0] == []


def test_uses_of_a_parameter_begin_at_the_first_instruction() -> None:
    method = body(LOOP)

    assert method.uses(ENTRY, 1)[0] == [1]
    assert method.uses(ENTRY, 0)[0] == []


def test_an_empty_method_has_no_uses() -> None:
    assert body(Code(1, [])).uses(ENTRY, 0)[0] == []


@pytest.mark.parametrize(
    ("line", "register", "written"),
    [
        ("const-wide/16 v2, 5", 3, True),
        ("const-wide/16 v2, 5", 4, False),
        ("const/16 v2, 5", 3, False),
        ("move-wide v2, v4", 3, True),
        ("move-result-wide v2", 3, True),
        ("aget-wide v2, v4, v5", 3, True),
        ("aget-object v2, v4, v5", 3, False),
        ("iget-wide v2, v4, Lx/A;->f:J", 3, True),
        ("sget-wide v2, Lx/A;->f:J", 3, True),
        ("add-long v2, v4, v6", 3, True),
        ("add-double/2addr v2, v4", 3, True),
        ("int-to-long v2, v4", 3, True),
        ("double-to-long v2, v4", 3, True),
        ("double-to-int v2, v4", 3, False),
        ("xor-long/2addr v2, v4", 3, True),
        ("xor-int/2addr v2, v4", 3, False),
        ("long-to-int v2, v4", 3, False),
        ("double-to-float v2, v4", 3, False),
        ("cmp-long v2, v4, v6", 3, False),
        ("iput v2, v4, Lx/A;->f:I", 2, False),
        ("aput v2, v4, v5", 2, False),
        ("check-cast v2, Lx/A;", 2, False),
        ("instance-of v2, v4, Lx/A;", 2, True),
        ("const-method-type v2, ()V", 2, True),
    ],
)
def test_what_an_instruction_writes(line: str, register: int, *, written: bool) -> None:
    method = body(text(f"nop\n{line}\nreturn-void"))

    assert method.definitions(2, register)[0] == ([1] if written else [ENTRY])


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("move v1, v2", [2]),
        ("add-int/2addr v1, v2", [1, 2]),
        ("neg-int v1, v2", [2]),
        ("add-int v1, v2, v3", [2, 3]),
        ("iget v1, v2, Lx/A;->f:I", [2]),
        ("iput v1, v2, Lx/A;->f:I", [1, 2]),
        ("sput v1, Lx/A;->f:I", [1]),
        ("sget v1, Lx/A;->f:I", []),
        ("aput v1, v2, v3", [1, 2, 3]),
        ("invoke-static {v1, v3}, Lx/A;->f(II)V", [1, 3]),
        ("invoke-static/range {v1 .. v3}, Lx/A;->f(III)V", [1, 2, 3]),
        ("if-eq v1, v2, :end", [1, 2]),
        ("new-array v1, v2, [I", [2]),
        ("array-length v1, v2", [2]),
        ("add-int/lit8 v1, v2, 3", [2]),
        ("check-cast v1, Lx/A;", [1]),
        ("throw v1", [1]),
        ("const/4 v1, 0", []),
    ],
)
def test_what_an_instruction_reads(line: str, read: list[int]) -> None:
    method = body(text(f"nop\n{line}\n:end\nreturn-void"))

    assert [register for register in range(8) if 1 in method.uses(ENTRY, register)[0]] == read


def test_a_handler_sees_what_was_there_before_the_instruction_that_throws() -> None:
    method = body(GUARDED)
    handler = method.index_at(method.instructions[-2].offset)

    assert [each.opcode for each in method.instructions] == [0x12, 0x60, 0x71, 0x0A, 0x0F, 0x0D, 0x0F]
    assert method.definitions(handler + 1, 0)[0] == [0, 1]
    assert method.uses(0, 0)[0] == [6]
    assert method.uses(3, 0)[0] == [4]


def test_only_instructions_that_can_throw_lead_to_the_handler() -> None:
    method = body(GUARDED)

    assert [method.successors(index) for index in range(4)] == [[1], [2, 5], [3, 5], [4]]
    assert method.predecessors(5) == [1, 2]


def test_a_value_written_before_the_range_reaches_its_handler_from_the_first_instruction() -> None:
    method = body(
        text("""
        :from
        sget v0, Lx/A;->f:I
        :to
        return-void
        :handler
        move-exception v1
        return v0
        .catchall {:from .. :to} :handler
    """)
    )

    assert method.definitions(3, 0)[0] == [ENTRY]


def test_typed_handlers_and_the_one_for_all_are_read() -> None:
    method = body(
        text("""
        :from
        invoke-static {}, Lx/A;->g()V
        :to
        return-void
        :one
        nop
        :all
        return-void
        .catch Ljava/io/IOException; {:from .. :to} :one
        .catchall {:from .. :to} :all
    """)
    )

    assert method.handlers == [(0, 3, [4, 5])]
    assert method.successors(0) == [1, 2, 3]


@pytest.mark.parametrize("catches", [1, 63, 64, 65, 127, 128, 200])
@pytest.mark.parametrize("catch_all", [None, ":end"])
def test_lists_of_any_number_of_catches_are_read(catches: int, catch_all: str | None) -> None:
    guarded = Try(":from", ":to", tuple((f"Lx/E{number};", ":handler") for number in range(catches)), catch_all)
    lines: list[Instruction] = [
        ":from", ("invoke-static", [], "Lx/A;->g()V"), ":to", ("return-void",), ":handler", ("return-void",), ":end",
        ("return-void",),
    ]  # fmt: skip

    method = body(Code(1, lines, (guarded,)))

    assert method.handlers == [(0, 3, [4] * catches + ([5] if catch_all else []))]


@pytest.mark.parametrize(
    "switch", ["packed-switch v0, 5, :one, :two, :one", "sparse-switch v0, -7 -> :one, 900 -> :two"]
)
def test_a_switch_leads_to_each_case_once_and_on(switch: str) -> None:
    method = body(text(f"{switch}\nreturn-void\n:one\nnop\n:two\nreturn-void"))

    assert method.successors(0) == [1, 2, 3]
    assert method.predecessors(3) == [0, 2]
    assert not method.truncated


@pytest.mark.parametrize(
    ("switch", "keys"),
    [
        ("packed-switch v0, -1, :one, :two", [-1, 0]),
        ("sparse-switch v0, -7 -> :one, 90000 -> :two", [-7, 90000]),
    ],
)
def test_a_switch_says_at_which_values_it_jumps(switch: str, keys: list[int]) -> None:
    code = body(text(f"{switch}\nreturn v0\n:one\nreturn v1\n:two\nreturn v2"))

    assert code.cases(0) == dict(zip(keys, [2, 3], strict=True))


def test_a_method_narrowed_to_one_way_forgets_what_the_other_writes() -> None:
    code = body(DIAMOND)

    narrow = code.along({1: 2}, {0, 1, 2, 3, 5})

    assert (narrow.definitions(5, 0)[0], code.definitions(5, 0)[0]) == ([2], [0, 2])


def test_a_switch_of_5000_cases_is_followed_whole() -> None:
    cases = 5000
    labels: list[int | str] = [f":c{number}" for number in range(cases)]
    lines: list[Instruction] = [("packed-switch", 0, 0, labels), ("return-void",)]
    for label in labels:
        lines += [str(label), ("nop",)]

    method = body(Code(1, [*lines, ("return-void",)]))

    assert len(method.successors(0)) == cases + 1
    assert not method.truncated


def test_nothing_follows_a_return_a_throw_or_a_goto_but_its_target() -> None:
    method = body(text("goto :end\nthrow v0\nreturn-void\n:end\nreturn v0"))

    assert [method.successors(index) for index in range(4)] == [[3], [], [], []]


def test_the_result_of_a_call_is_taken_by_the_next_instruction() -> None:
    method = body(
        text("invoke-static {}, Lx/A;->g()J\nmove-result-wide v0\ninvoke-static {}, Lx/A;->g()J\nreturn-void")
    )

    assert [method.result_of(index) for index in (0, 2, 3)] == [1, -1, -1]


def test_parameters_are_in_the_last_registers() -> None:
    method = body(Code(6, "return-void"), "(IJ)V")

    assert [method.parameter_of(register) for register in range(7)] == [-1, -1, -1, 0, 1, 2, -1]


def test_an_offset_inside_an_instruction_is_no_instruction() -> None:
    method = body(STRAIGHT)

    assert [method.index_at(offset) for offset in (-1, 0, 1, 2, 3, 4, 5, 99)] == [-1, 0, 1, 2, -1, 3, -1, -1]
