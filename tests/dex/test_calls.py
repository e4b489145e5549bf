"""Calls: every kind of invoke, shared code, and what is called through method handles."""

import pytest
from dex.programs import body_of, calls, load, one_class, static_method
from support.dexfile import Class, Damage, Method, assemble
from support.instructions import Code
from support.references import CallSite, MethodHandle
from support.smali import Instruction

from permaudit.dex.calls import collect_calls, lambda_bodies
from permaudit.dex.opcodes import Reference

BOOT = MethodHandle(
    "invoke-static",
    "Lx/A;->boot(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
    "Ljava/lang/invoke/MethodHandle;)Ljava/lang/invoke/CallSite;",
)
LAMBDA = MethodHandle("invoke-static", "Lx/A;->body()V")
SITE = CallSite(BOOT, "run", "()Ljava/lang/Runnable;", (LAMBDA,))


def in_method(line: str, **named: CallSite | MethodHandle) -> bytes:
    code = Code(300, f"{line}\nreturn-void", named=named)
    return assemble(one_class(static_method("aa"), static_method("m", code), static_method("body")), 39)


@pytest.mark.parametrize("kind", ["virtual", "super", "direct", "static", "interface"])
@pytest.mark.parametrize("form", ["", "/range"])
def test_every_kind_of_invoke_is_a_call(kind: str, form: str) -> None:
    registers = "{v0 .. v5}" if form else "{v0}"

    program = load(in_method(f"invoke-{kind}{form} {registers}, Lx/B;->b()V"))

    table = collect_calls(program)
    assert calls(program) == [("Lx/A;->m()V", "Lx/B;->b()V")]
    assert table.supers.tolist() == [kind == "super"]
    assert table.statics.tolist() == [kind == "static"]


@pytest.mark.parametrize("form", ["{v0, v1}", "/range {v0 .. v1}"])
def test_a_polymorphic_invoke_calls_the_method_it_names(form: str) -> None:
    suffix, _, registers = form.rpartition("{")
    line = (
        f"invoke-polymorphic{suffix.strip()} {{{registers}, "
        "Ljava/lang/invoke/MethodHandle;->invoke([Ljava/lang/Object;)Ljava/lang/Object;, (I)V"
    )

    program = load(in_method(line))

    assert [callee for _, callee in calls(program)] == [
        "Ljava/lang/invoke/MethodHandle;->invoke([Ljava/lang/Object;)Ljava/lang/Object;"
    ]


@pytest.mark.parametrize("line", ["invoke-custom {v0}, @site", "invoke-custom/range {v0 .. v3}, @site"])
def test_a_lambda_kept_as_invoke_custom_calls_its_body(line: str) -> None:
    program = load(in_method(line, site=SITE))

    assert calls(program) == [("Lx/A;->m()V", "Lx/A;->body()V")]
    ((body, interface, name),) = lambda_bodies(program)
    assert program.symbols.types[interface] == b"Ljava/lang/Runnable;"
    assert (name, program.symbols.method_keys[body] >= 0) == (b"run", True)


def test_a_call_site_used_twice_is_called_twice_and_is_one_lambda() -> None:
    program = load(in_method("invoke-custom {}, @site\ninvoke-custom {}, @site", site=SITE))

    assert calls(program) == [("Lx/A;->m()V", "Lx/A;->body()V")] * 2
    assert len(lambda_bodies(program)) == 1


@pytest.mark.parametrize("kind", ["invoke-static", "invoke-instance", "invoke-constructor", "invoke-direct"])
def test_a_method_handle_constant_calls_the_method_it_names(kind: str) -> None:
    program = load(in_method("const-method-handle v0, @handle", handle=MethodHandle(kind, "Lx/A;->body()V")))

    assert calls(program) == [("Lx/A;->m()V", "Lx/A;->body()V")]


@pytest.mark.parametrize("kind", ["static-put", "static-get", "instance-put", "instance-get"])
def test_a_handle_of_a_field_calls_nothing(kind: str) -> None:
    program = load(in_method("const-method-handle v0, @handle", handle=MethodHandle(kind, "Lx/A;->f:I")))

    assert len(program.code[0].columns[Reference.METHOD_HANDLE]) == 1
    assert calls(program) == []


def test_a_call_site_that_lies_outside_the_file_is_counted() -> None:
    data = in_method("invoke-custom {}, @site\ninvoke-custom {}, @site", site=SITE)
    sites = load(data).files[0].header.call_sites.offset
    code = Code(300, "invoke-custom {}, @site\ninvoke-custom {}, @site\nreturn-void", named={"site": SITE})
    classes = one_class(static_method("aa"), static_method("m", code), static_method("body"))

    program = load(assemble(classes, 39, Damage(patches={sites: b"\xff\xff\xff\x7f"})))

    assert program.code[0].dangling == 2
    assert (calls(program), lambda_bodies(program)) == ([], [])


def test_a_handle_to_a_method_outside_the_table_calls_nothing() -> None:
    code = Code(300, "const-method-handle v0, @handle\nreturn-void", named={"handle": LAMBDA})
    classes = one_class(static_method("m", code), static_method("body"))
    handles = load(assemble(classes, 39)).files[0].header.method_handles.offset

    program = load(assemble(classes, 39, Damage(patches={handles + 4: b"\xff\xff"})))

    assert calls(program) == []


def test_every_method_that_shares_code_makes_its_calls() -> None:
    methods = [
        static_method("a", "invoke-static {}, Lx/B;->b()V\nreturn-void"),
        Method("s", "()V", 0x9, same_code_as="Lx/A;->a()V"),
        Method("t", "()V", 0x9, same_code_as="Lx/A;->a()V"),
    ]

    program = load(assemble([Class("Lx/A;", methods)]))

    assert calls(program) == [(f"Lx/A;->{name}()V", "Lx/B;->b()V") for name in "ast"]
    assert program.instruction_count == 2
    assert [program.methods_of_items(0, program.code[0].items.item_of[:1])[1].tolist()] == [
        sorted(program.definitions.methods.tolist())
    ]


def test_code_of_a_class_that_does_not_count_makes_no_calls() -> None:
    first = assemble(one_class(static_method("m")))
    second = assemble(one_class(static_method("m", "invoke-static {}, Lx/B;->b()V\nreturn-void")))

    assert calls(load(first, second)) == []


def test_a_string_with_a_jumbo_id_is_found() -> None:
    many = tuple(f"a{number:05}" for number in range(66_000))
    classes = one_class(static_method("m", 'const-string/jumbo v0, "zebra"\nreturn-void'))

    program = load(assemble(classes, damage=Damage(extra_strings=many)))

    wanted = program.files[0].strings.find(b"zebra")
    assert wanted > 0xFFFF
    assert len(program.users(Reference.STRING, 0, wanted)) == 1


def test_a_method_of_60000_instructions_is_read_to_its_end() -> None:
    zero: Instruction = ("const/4", 0, 0)
    lines: list[Instruction] = [*[zero] * 59_998, ("invoke-static", [], "Lx/B;->b()V"), ("return-void",)]

    program = load(assemble(one_class(static_method("m", Code(1, lines)))))

    assert program.instruction_count == 60_000
    assert len(body_of(program, "Lx/A;->m()V").instructions) == 60_000
    assert calls(program) == [("Lx/A;->m()V", "Lx/B;->b()V")]


def test_a_range_call_may_take_255_registers() -> None:
    program = load(in_method("invoke-static/range {v1 .. v255}, Lx/B;->b()V"))

    (instruction, _) = body_of(program, "Lx/A;->m()V").instructions
    assert instruction.registers == tuple(range(1, 256))
