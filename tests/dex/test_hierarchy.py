"""The class hierarchy: ancestors, circles, and which definition a reference means."""

import pytest
from dex.programs import load, one_class, resolved, static_method
from support.dexfile import Class, Method, assemble

from permaudit.dex.program import Program

INTERFACE, ABSTRACT_INTERFACE = 0x201, 0x601
CODE = static_method("m").code
DEFAULT = Method("m", "()V", 0x1, CODE)
ABSTRACT = Method("m", "()V", 0x401)


def ancestors(program: Program, descriptor: str) -> list[str]:
    number = program.symbols.type_number(descriptor.encode())
    return sorted(program.symbols.types[each].decode() for each in program.hierarchy.ancestors(number).tolist())


def calling(target: str) -> list[Class]:
    return one_class(static_method("caller", f"invoke-virtual {{v0}}, {target}\nreturn-void"), name="Lx/Caller;")


def test_ancestors_are_superclasses_and_all_their_interfaces() -> None:
    program = load(
        assemble(
            [
                Class("Lx/I;", interfaces=["Lx/Top;"], flags=ABSTRACT_INTERFACE),
                Class("Lx/A;", superclass="Lx/B;"),
                Class("Lx/B;", interfaces=["Lx/I;"]),
            ]
        )
    )

    assert ancestors(program, "Lx/A;") == ["Ljava/lang/Object;", "Lx/B;", "Lx/I;", "Lx/Top;"]
    assert ancestors(program, "Lx/Top;") == []
    assert not program.hierarchy.truncated


def test_supertypes_meet_across_files() -> None:
    program = load(assemble([Class("Lx/A;", superclass="Lx/B;")]), assemble([Class("Lx/B;", interfaces=["Lx/I;"])]))

    assert ancestors(program, "Lx/A;") == ["Ljava/lang/Object;", "Lx/B;", "Lx/I;"]


@pytest.mark.parametrize(
    "classes",
    [
        [Class("Lx/A;", superclass="Lx/A;")],
        [Class("Lx/A;", superclass="Lx/B;"), Class("Lx/B;", superclass="Lx/A;")],
        [Class("Lx/A;", superclass="Lx/B;"), Class("Lx/B;", superclass="Lx/C;"), Class("Lx/C;", superclass="Lx/B;")],
        [Class("Lx/A;", interfaces=["Lx/B;"]), Class("Lx/B;", interfaces=["Lx/A;"], flags=ABSTRACT_INTERFACE)],
        [Class("Lx/A;", interfaces=["Lx/A;"], flags=ABSTRACT_INTERFACE)],
    ],
)
def test_circles_end_and_no_type_is_its_own_ancestor(classes: list[Class]) -> None:
    program = load(assemble([*classes, *calling("Lx/A;->m()V")]))

    assert "Lx/A;" not in ancestors(program, "Lx/A;")
    assert len(program.hierarchy.superclasses(program.symbols.type_number(b"Lx/A;"))) < 3
    assert resolved(program, "Lx/A;->m()V") == "none"
    assert not program.hierarchy.truncated


def test_a_method_of_a_class_in_a_circle_is_still_found_near_it() -> None:
    classes = [Class("Lx/A;", superclass="Lx/B;"), Class("Lx/B;", [DEFAULT], superclass="Lx/A;")]

    program = load(assemble([*classes, *calling("Lx/A;->m()V")]))

    assert resolved(program, "Lx/A;->m()V") == "Lx/B;->m()V"


def test_a_reference_means_the_nearest_superclass_that_defines_it() -> None:
    classes = [
        Class("Lx/A;", superclass="Lx/B;"),
        Class("Lx/B;", superclass="Lx/C;"),
        Class("Lx/C;", [DEFAULT], superclass="Lx/D;"),
        Class("Lx/D;", [DEFAULT]),
    ]

    program = load(assemble([*classes, *calling("Lx/A;->m()V")]))

    assert resolved(program, "Lx/A;->m()V") == "Lx/C;->m()V"


@pytest.mark.parametrize("depth", [63, 64, 65, 200, 700])
def test_a_definition_is_found_however_deep_the_chain(depth: int) -> None:
    chain = [Class(f"Lx/C{number};", superclass=f"Lx/C{number + 1};") for number in range(depth)]

    program = load(assemble([*chain, Class(f"Lx/C{depth};", [DEFAULT]), *calling("Lx/C0;->m()V")]))

    assert resolved(program, "Lx/C0;->m()V") == f"Lx/C{depth};->m()V"


def test_a_superclass_goes_before_an_interface() -> None:
    classes = [
        Class("Li/I;", [DEFAULT], flags=INTERFACE),
        Class("Lx/A;", superclass="Lx/B;", interfaces=["Li/I;"]),
        Class("Lx/B;", [DEFAULT]),
    ]

    program = load(assemble([*classes, *calling("Lx/A;->m()V")]))

    assert resolved(program, "Lx/A;->m()V") == "Lx/B;->m()V"


def test_a_default_method_is_inherited_through_a_superclass() -> None:
    classes = [
        Class("Li/I;", [DEFAULT], flags=INTERFACE),
        Class("Lx/A;", superclass="Lx/B;"),
        Class("Lx/B;", interfaces=["Li/I;"]),
    ]

    program = load(assemble([*classes, *calling("Lx/A;->m()V")]))

    assert resolved(program, "Lx/A;->m()V") == "Li/I;->m()V"


@pytest.mark.parametrize(("parent", "child"), [("Li/A;", "Li/B;"), ("Li/B;", "Li/A;")])
def test_the_default_method_of_a_sub_interface_goes_before_that_of_its_parent(parent: str, child: str) -> None:
    classes = [
        Class(parent, [ABSTRACT], flags=ABSTRACT_INTERFACE),
        Class(child, [DEFAULT], interfaces=[parent], flags=INTERFACE),
        Class("Lx/X;", interfaces=[child, parent]),
    ]

    program = load(assemble([*classes, *calling("Lx/X;->m()V")]))

    assert resolved(program, "Lx/X;->m()V") == f"{child}->m()V"


@pytest.mark.parametrize(("abstract", "default"), [("Li/A;", "Li/B;"), ("Li/B;", "Li/A;")])
def test_a_default_method_goes_before_an_abstract_one_of_another_interface(abstract: str, default: str) -> None:
    classes = [
        Class("Li/Top;", flags=ABSTRACT_INTERFACE),
        Class(abstract, [ABSTRACT], interfaces=["Li/Top;"], flags=ABSTRACT_INTERFACE),
        Class(default, [DEFAULT], flags=INTERFACE),
        Class("Lx/X;", interfaces=[abstract, default]),
    ]

    program = load(assemble([*classes, *calling("Lx/X;->m()V")]))

    assert resolved(program, "Lx/X;->m()V") == f"{default}->m()V"


@pytest.mark.parametrize("flags", [0x2, 0x9])
def test_private_and_static_methods_of_an_interface_are_not_inherited(flags: int) -> None:
    classes = [
        Class("Li/I;", [Method("m", "()V", flags, CODE)], flags=INTERFACE),
        Class("Lx/X;", interfaces=["Li/I;"]),
    ]

    program = load(assemble([*classes, *calling("Lx/X;->m()V")]))

    assert resolved(program, "Lx/X;->m()V") == "none"


def test_a_method_of_the_platform_means_no_definition() -> None:
    program = load(assemble([Class("Lx/A;", superclass="Landroid/app/Activity;"), *calling("Lx/A;->finish()V")]))

    assert resolved(program, "Lx/A;->finish()V") == "none"
