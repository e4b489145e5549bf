"""Symbols: types, names and methods of several files meet by descriptor; the first definition counts."""

from dex.programs import calls, defined, load, number_of, one_class, resolved, spell, static_method
from support.dexfile import Class, Method, assemble
from support.instructions import Code

from permaudit.dex.opcodes import Reference
from permaudit.dex.program import Program, load_program


def calling(target: str) -> Code:
    return Code(1, f"invoke-static {{}}, {target}\nreturn-void")


def test_files_meet_by_descriptor() -> None:
    first = assemble(one_class(static_method("a", calling("Lx/B;->b()V"))))
    second = assemble(one_class(static_method("b", calling("Lx/A;->a()V")), name="Lx/B;"))

    program = load(first, second)

    assert calls(program) == [("Lx/A;->a()V", "Lx/B;->b()V"), ("Lx/B;->b()V", "Lx/A;->a()V")]
    assert resolved(program, "Lx/B;->b()V") == "Lx/B;->b()V"


def test_the_ids_of_each_file_lead_to_the_same_numbers() -> None:
    first = assemble(one_class(static_method("a", calling("Lx/Z;->zebra(I[Ljava/lang/String;)J"))))
    second = assemble(one_class(static_method("b", calling("Lx/Z;->zebra(I[Ljava/lang/String;)J")), name="Lx/B;"))

    symbols = load(first, second).symbols

    shared = set(symbols.method_maps[0].tolist()) & set(symbols.method_maps[1].tolist())
    assert [symbols.signature_text(int(symbols.method_signatures[each])) for each in shared] == [
        b"zebra(I[Ljava/lang/String;)J"
    ]
    assert len(symbols.types) == len(set(symbols.types))
    assert len(symbols.names) == len(set(symbols.names))


def test_names_that_read_alike_but_are_spelled_in_other_bytes_stay_apart() -> None:
    data = assemble(one_class(static_method("a", calling("Lx/B;->m\U0001f600x()V"))))
    pair, four = b"\xed\xa0\xbd\xed\xb8\x80", "\U0001f600".encode()
    other = data.replace(pair + b"x\0", four + b"x\0\0\0")

    program = load(data, other)

    assert [each for each in program.symbols.names if each.startswith(b"m")] == [b"m" + pair + b"x", b"m" + four + b"x"]
    assert {callee for _, callee in calls(program)} == {"Lx/B;->m\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdx()V"}


def test_methods_are_numbered_by_type_and_signature() -> None:
    data = assemble([Class("Lx/B;", [static_method("b"), static_method("a")]), *one_class(static_method("z"))])

    symbols = load(data).symbols

    pairs = list(zip(symbols.method_types.tolist(), symbols.method_signatures.tolist(), strict=True))
    assert pairs == sorted(set(pairs))
    assert [symbols.method_number(*pair) for pair in pairs] == list(range(len(pairs)))


def test_overloads_are_told_apart_by_parameters_and_return() -> None:
    descriptors = ["()V", "()I", "(I)V", "(II)V", "(J)V", "(Ljava/lang/String;)V", "(Ljava/lang/String;I)V", "([I)V"]
    methods = [Method("m", each, 0x401) for each in descriptors]

    program = load(assemble([Class("Lx/A;", methods)]))

    assert sorted(defined(program)) == sorted(f"Lx/A;->m{each}" for each in descriptors)
    for each in descriptors:
        signature = program.symbols.find_signature(f"m{each}".encode())
        assert program.symbols.descriptor(signature) == each.encode()


def test_what_no_file_mentions_has_no_number() -> None:
    symbols = load(assemble(one_class(static_method("a")))).symbols

    assert symbols.type_number(b"Lx/Absent;") == -1
    assert symbols.name_number(b"absent") == -1
    assert symbols.find_signature(b"absent()V") == -1
    assert symbols.find_signature(b"a()I") == -1
    assert symbols.signatures_named(b"absent").tolist() == []
    assert symbols.method_number(0, 99) == -1


def test_a_class_in_two_files_counts_where_it_comes_first() -> None:
    first = assemble([Class("Lx/A;", [static_method("m", calling("Lx/First;->f()V"))], superclass="Lx/S;")])
    second = assemble([
        Class("Lx/A;", [static_method("m", calling("Lx/Second;->f()V")), static_method("n")], interfaces=["Lx/I;"])
    ])  # fmt: skip

    program = load(first, second)

    assert defined(program) == ["Lx/A;->m()V"]
    assert calls(program) == [("Lx/A;->m()V", "Lx/First;->f()V")]
    chain = program.hierarchy.superclasses(program.symbols.type_number(b"Lx/A;"))
    assert [program.symbols.types[each] for each in chain] == [b"Lx/S;"]
    assert program.symbols.type_number(b"Lx/I;") not in program.hierarchy.parents


def test_a_class_twice_in_one_file_counts_where_it_comes_first() -> None:
    twice = [
        Class("Lx/A;", [static_method("m", calling("Lx/First;->f()V"))]),
        Class("Lx/A;", [static_method("n", calling("Lx/Second;->f()V"))], interfaces=["Lx/I;"]),
    ]

    program = load(assemble(twice))

    assert defined(program) == ["Lx/A;->m()V"]
    assert calls(program) == [("Lx/A;->m()V", "Lx/First;->f()V")]
    assert len(program.hierarchy.parents) == 1


def test_a_class_after_a_damaged_file_comes_from_the_next() -> None:
    data = assemble(one_class(static_method("m")))

    program = load(data[:-40], data)

    assert [each.name for each in program.damaged] == ["classes.dex"]
    assert program.files[0].name == "classes2.dex"
    assert defined(program) == ["Lx/A;->m()V"]


def test_no_file_at_all_is_an_empty_program() -> None:
    program = load()

    assert (program.method_count, program.instruction_count, defined(program), calls(program)) == (0, 0, [], [])
    assert program.hierarchy.pairs[0].tolist() == []


def test_more_files_than_any_app_has_are_named() -> None:
    empty = assemble([])

    program = load_many(empty, 4098)

    assert len(program.files) == 4096
    assert [each.problem for each in program.damaged] == ["the app has more than 4096 DEX files"] * 2


def load_many(data: bytes, count: int) -> Program:
    return load_program(("base.apk", f"classes{number}.dex", data) for number in range(count))


def test_users_of_an_id_are_those_that_mention_it() -> None:
    program = load(
        assemble(one_class(static_method("a", calling("Lx/B;->b()V")), static_method("c", calling("Lx/B;->b()V"))))
    )
    wanted = program.symbols.method_maps[0].tolist().index(number_of(program, "Lx/B;->b()V"))

    column = program.users(Reference.METHOD, 0, wanted)

    _, methods = program.methods_of_items(0, column.items)
    assert sorted(spell(program, each) for each in methods.tolist()) == ["Lx/A;->a()V", "Lx/A;->c()V"]
    assert len(program.users(Reference.METHOD, 0, 60_000)) == 0
