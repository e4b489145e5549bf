"""A hostile file of a few kilobytes cannot make the reader hold far more than its own size."""

import struct

import numpy as np
import pytest
from dex.programs import calls, defined, graft, load, one_class, peak_bytes, problems, static_method, word_at
from support.dexfile import Class, Damage, Method, assemble, assemble_container
from support.encoding import encode_uleb128
from support.instructions import Code
from support.references import CallSite, MethodHandle

CLASS_DATA, INTERFACES = 6, 3
FACTOR = 150  # bytes held for one byte read, generously: honest code takes 10 to 50
FLOOR = 2_000_000

BOOT = "Lx/A;->boot()Ljava/lang/invoke/CallSite;"


def assert_bounded(*files: bytes) -> None:
    assert peak_bytes(*files) < FLOOR + FACTOR * sum(map(len, files))


def many(count: int) -> list[Class]:
    return [Class(f"Lx/C{number};") for number in range(count)]


def numbers(*values: int) -> bytes:
    return b"".join(encode_uleb128(value) for value in values)


def test_classes_that_share_one_class_data_are_read_once_too_often_or_not_at_all() -> None:
    classes = many(2000)
    shared = numbers(0, 0, 3000, 0) + numbers(0, 9, 0) * 3000
    data = graft([*classes, *one_class(static_method("a"))], shared, {each.name: CLASS_DATA for each in classes})

    assert problems(data) == [("classes.dex", "class data is longer than the file")]
    assert_bounded(data)


def test_65000_classes_may_share_an_empty_class_data() -> None:
    classes = many(65_000)
    data = graft(classes, numbers(0, 0, 0, 0), {each.name: CLASS_DATA for each in classes})

    assert problems(data) == []
    assert_bounded(data)


def test_type_lists_shared_by_many_classes_are_bounded() -> None:
    classes = many(3000)
    shared = struct.pack("<I", 20_000) + bytes(40_000)
    data = graft(classes, shared, {each.name: INTERFACES for each in classes})

    assert problems(data) == [("classes.dex", "the type lists are longer than the file")]
    assert_bounded(data)


def overlapping_strings(step: int) -> bytes:
    """Every string begins `step` bytes behind the last, and only the end of the file ends them."""
    classes = many(3000)
    data = graft(classes, b"\x7f" + b"A" * 400_000, {})
    count, table = word_at(data, 56), word_at(data, 60)
    offsets = np.arange(count, dtype="<u4") * step + len(data) - 400_001
    return data[:table] + offsets.astype("<u4").tobytes() + data[table + 4 * count :]


@pytest.mark.parametrize("step", [0, 1, 7])
def test_strings_that_take_their_bytes_from_one_another_are_refused(step: int) -> None:
    data = overlapping_strings(step)

    assert problems(data) == [("classes.dex", "the strings overlap")]
    assert_bounded(data)


def test_strings_that_share_their_ends_are_read() -> None:
    data = assemble(one_class(static_method("a")), damage=Damage(extra_strings=("zz", "zzyx", "zzyxw")))
    table, count = word_at(data, 60), word_at(data, 56)
    last = word_at(data, table + 4 * (count - 1))
    data = data[: table + 4 * (count - 2)] + struct.pack("<I", last + 2) + data[table + 4 * (count - 1) :]

    program = load(data)

    assert program.damaged == ()
    assert program.files[0].strings.raw_many([count - 2, count - 1]) == [b"yxw", b"zzyxw"]


def test_code_that_many_methods_share_is_bounded() -> None:
    long = Code(1, [("invoke-static", [], "Lx/A;->m0()V")] * 3000 + [("return-void",)])
    sharing = [Method(f"m{number}", "()V", 0x9, same_code_as="Lx/A;->long()V") for number in range(3000)]
    data = assemble(one_class(static_method("long", long), static_method("a"), *sharing))

    program = load(data)

    assert program.code[0].items.damaged == 1
    assert len(defined(program)) == 3002
    assert program.method_count == 1
    assert_bounded(data)


def test_code_items_that_overlap_are_bounded_and_the_smallest_kept() -> None:
    filler = Code(1, [("nop",)] * 60_000 + [("return-void",)])
    plain = [static_method("big", filler), static_method("small", "invoke-static {}, Lx/A;->big()V\nreturn-void")]
    lying = [Method(f"o{number}", "()V", 0x9, code_off=1) for number in range(300)]
    probe = assemble(one_class(*plain, *lying))
    begin = probe.index(struct.pack("<4HII", 1, 0, 0, 0, 0, 60_001)) + 16
    # every head is eight nops of the big method, with a size written into it
    heads = {begin + 64 * number + 12: struct.pack("<I", 50_000) for number in range(300)}
    lying = [Method(f"o{number}", "()V", 0x9, code_off=begin + 64 * number) for number in range(300)]
    data = assemble(one_class(*plain, *lying), damage=Damage(patches=heads))

    program = load(data)

    assert 200 < program.code[0].items.damaged < 300
    assert ("Lx/A;->small()V", "Lx/A;->big()V") in calls(program)
    assert_bounded(data)


def test_logical_files_that_all_claim_the_whole_container_are_bounded() -> None:
    classes = one_class(static_method("a", Code(1, [("nop",)] * 30_000 + [("return-void",)])))
    body = assemble(classes, 41)
    table_fields = {
        name: word_at(body, 32 + 4 * position)
        for position, name in enumerate(
            "map_off string_ids_size string_ids_off type_ids_size type_ids_off proto_ids_size proto_ids_off "
            "field_ids_size field_ids_off method_ids_size method_ids_off class_defs_size class_defs_off".split(),
            5,
        )
    }
    first = len(body)
    copies = b"".join(
        assemble_container(
            [[]],
            damages=[Damage(header={**table_fields, "file_size": 0x78, "header_offset": first + 0x78 * number,
                                    "container_size": 0x78})],
        )[:0x78]
        for number in range(200)
    )  # fmt: skip

    program = load(body + copies)

    assert len(program.files) < 10
    assert {each.problem for each in program.damaged} == {"the DEX files of the container overlap"}
    assert_bounded(body + copies)


def test_a_deep_chain_of_classes_is_cut_off_and_said_so() -> None:
    classes = [Class(f"Lx/C{number};", superclass=f"Lx/C{number + 1};") for number in range(3000)]
    data = assemble(classes)

    program = load(data)

    assert program.hierarchy.truncated
    assert_bounded(data)


def test_many_references_to_a_class_of_many_interfaces_are_bounded() -> None:
    interfaces = [Class(f"Li/I{number};", flags=0x601) for number in range(400)]
    wide = Class("Lx/W;", interfaces=[each.name for each in interfaces])
    lines = "\n".join(f"invoke-static {{}}, Lx/W;->m{number}()V" for number in range(2000))
    data = assemble([*interfaces, wide, *one_class(static_method("a", lines + "\nreturn-void"))])

    program = load(data)

    assert program.hierarchy.truncated
    assert_bounded(data)


def test_call_sites_full_of_handles_are_bounded() -> None:
    handles = tuple(MethodHandle("invoke-static", f"Lx/A;->l{number}()V") for number in range(100))
    site = CallSite(MethodHandle("invoke-static", BOOT), "run", "()Ljava/lang/Runnable;", handles)
    code = Code(1, [("invoke-custom", [], site)] * 2000 + [("return-void",)])
    data = assemble(one_class(static_method("a", code)), 38)

    assert {callee for _, callee in calls(load(data))} >= {"Lx/A;->l0()V"}
    assert peak_bytes(data) < FLOOR + 3 * FACTOR * len(data)


def test_an_honest_file_stays_far_below_the_bound() -> None:
    code = 'const-string v0, "x"\ninvoke-static {v0}, Lx/A;->m0(Ljava/lang/String;)V\nreturn-void'
    methods = [static_method(f"m{number}", code, "(Ljava/lang/String;)V") for number in range(3000)]
    data = assemble(one_class(*methods))

    assert peak_bytes(data) < FLOOR + 50 * len(data)
