"""Whatever the bytes of a DEX file are, reading them gives a program or a named damage, and nothing else."""

import struct

from dex.programs import one_class, static_method
from hypothesis import given, settings
from hypothesis import strategies as st
from support.dexfile import Class, Damage, Field, Method, assemble, assemble_container, static_field
from support.instructions import Code
from support.references import CallSite, MethodHandle

from permaudit.dex.body import ENTRY, MethodBody
from permaudit.dex.calls import collect_calls, lambda_bodies
from permaudit.dex.encoded import declared_fields, static_field_values
from permaudit.dex.program import Program, load_program

BOOT = MethodHandle("invoke-static", "Lx/A;->boot()Ljava/lang/invoke/CallSite;")
LAMBDA = MethodHandle("invoke-static", "Lx/A;->body()V")
CODE = Code(
    8,
    """
    :from
    const-string v0, "content://contacts"
    sget-object v1, Lx/A;->f:Ljava/lang/String;
    invoke-virtual {v0, v1}, Lx/B;->b(Ljava/lang/String;)V
    packed-switch v2, 0, :from, :to
    sparse-switch v2, 1 -> :from, 9 -> :to
    fill-array-data v3, 4, 1, 2, 3
    invoke-custom {}, @site
    const-method-handle v0, @handle
    :to
    return-void
    :handler
    move-exception v0
    throw v0
    .catch Ljava/io/IOException; {:from .. :to} :handler
    .catchall {:from .. :to} :handler
    """,
    named={"site": CallSite(BOOT, "run", "()Ljava/lang/Runnable;", (LAMBDA,)), "handle": LAMBDA},
)
FIELDS = [static_field("f", "Ljava/lang/String;", "x"), static_field("n", "I", 7), Field("i", "J")]
CLASSES = [
    Class("Lx/A;", [static_method("m", CODE), static_method("body")], FIELDS, "Lx/B;", ["Li/I;"]),
    Class("Lx/B;", [Method("b", "(Ljava/lang/String;)V", 0x1, Code(4, "return-void"))]),
    Class("Li/I;", [Method("b", "(Ljava/lang/String;)V", 0x401)], flags=0x601),
]
VALID = assemble(CLASSES, 39)
CONTAINER = assemble_container([CLASSES, one_class(static_method("z"), name="Lz/Z;")])


def read_all(data: bytes) -> Program:
    """Read a file and everything in it that the later stages may ask for."""
    good = assemble(one_class(static_method("g"), name="Lg/G;"))
    program = load_program([("a.apk", "classes.dex", data), ("a.apk", "classes2.dex", good)])
    collect_calls(program)
    lambda_bodies(program)
    for tables in program.files:
        for row in range(len(tables.classes)):
            static_field_values(tables, row)
            declared_fields(tables, row)
    for file, code in enumerate(program.code):
        for item in range(len(code.items.starts)):
            walk(MethodBody(program.files[file], code.items, item, file))
    return program


def walk(body: MethodBody) -> None:
    for index in range(min(len(body.instructions), 40)):
        body.predecessors(index)
        body.in_loop(index)
        body.definitions(index, 0)
        body.uses(index, 0)
    body.uses(ENTRY, 0)


def assert_read_or_named(program: Program) -> None:
    names = [each.name for each in program.files] + [each.name for each in program.damaged]
    assert any(name.startswith("classes.dex") for name in names)
    assert "classes2.dex" in {each.name for each in program.files}
    assert all(each.problem for each in program.damaged)
    assert program.symbols.type_number(b"Lg/G;") >= 0


def test_the_valid_files_are_read_whole() -> None:
    assert read_all(VALID).damaged == read_all(CONTAINER).damaged == ()


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.binary(max_size=400), st.sampled_from([b"", b"dex\n035\0", b"dex\n041\0", VALID[:0x70], CONTAINER[:0x78]]))
def test_any_bytes_are_read_or_named(tail: bytes, head: bytes) -> None:
    assert_read_or_named(read_all(head + tail))


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.sampled_from([VALID, CONTAINER]), st.data())
def test_a_file_with_any_bytes_changed_is_read_or_named(whole: bytes, data: st.DataObject) -> None:
    changed = bytearray(whole)
    changes = st.tuples(st.integers(32, len(whole) - 1), st.integers(0, 255))
    for place, octet in data.draw(st.lists(changes, min_size=1, max_size=8)):
        changed[place] = octet

    assert_read_or_named(read_all(bytes(changed)))


EDGES = [0, 1, 2, 3, 0x6F, 0x70, 0x7FFF, 0xFFFF, 0x10000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFF0, 0xFFFFFFFE, 0xFFFFFFFF]


@settings(max_examples=400, deadline=None, derandomize=True)
@given(
    st.sampled_from([VALID, CONTAINER]),
    st.lists(
        st.tuples(st.integers(8, len(VALID) // 4 - 1), st.one_of(st.sampled_from(EDGES), st.integers(0, len(VALID)))),
        min_size=1,
        max_size=4,
    ),
)
def test_a_file_with_any_words_changed_is_read_or_named(whole: bytes, words: list[tuple[int, int]]) -> None:
    changed = bytearray(whole)
    for place, word in words:
        struct.pack_into("<I", changed, 4 * place, word)

    assert_read_or_named(read_all(bytes(changed)))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.sampled_from([VALID, CONTAINER]), st.integers(0, len(VALID)), st.binary(max_size=20))
def test_a_file_cut_anywhere_or_longer_than_it_says_is_read_or_named(whole: bytes, length: int, more: bytes) -> None:
    cut, longer = read_all(whole[:length]), read_all(whole + more)

    assert_read_or_named(cut)
    assert cut.damaged or length >= len(whole)
    assert_read_or_named(longer)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(st.integers(0, 0xFFFF), min_size=1, max_size=60), st.integers(0, 3))
def test_any_code_units_are_read(units: list[int], tries: int) -> None:
    code = Code(16, [("raw", *units)])
    data = assemble(one_class(static_method("m", code)), 39, Damage(code_items={"Lx/A;->m()V": {"tries_size": tries}}))

    program = read_all(data)

    assert program.damaged == ()
    assert len(program.code[0].items.starts) == 1
