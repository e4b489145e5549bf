"""Code written to break the evaluation: it ends, with an answer or without one, and nothing escapes."""

from __future__ import annotations

import pytest
from evidence.app import constructor, static_method, text
from evidence.evaluation.randomcode import body
from evidence.evaluation.running import STRING, TURNS, App, give, helper, taken, turn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.dexfile import NATIVE, PUBLIC, STATIC, Class, Field, Method
from support.instructions import Code

from permaudit.evidence.evaluation.operands import (
    UNSEEN,
    Array,
    Copies,
    Instance,
    Operand,
    UndecidedError,
    copied,
    is_changed,
    lose,
)

TAKES = f"(I[C[B{STRING}){STRING}"
FIELDS = [
    Field("t", "[C", PUBLIC | STATIC),
    Field("s", STRING, PUBLIC | STATIC),
    Field("n", "I", PUBLIC | STATIC),
    Field("o", "Ljava/lang/Object;", PUBLIC | STATIC),
]


def random_helper(seed: int, initialiser: str = "return-void") -> Class:
    made = [
        Method("m", TAKES, PUBLIC | STATIC, Code(14, body(seed))),
        Method("unknown", "(Ljava/lang/Object;)I", PUBLIC | STATIC | NATIVE),
        Method("<clinit>", "()V", STATIC, Code(14, initialiser)),
        constructor(),
    ]
    return Class("Lx/H;", made, FIELDS)


@given(seed=st.integers(0, 1 << 32), in_initialiser=st.booleans())
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_but_an_open_end_comes_out_of_any_body(seed: int, *, in_initialiser: bool) -> None:
    initialiser = body(seed + 1, returns=False) if in_initialiser else "return-void"
    app = App(random_helper(seed, initialiser))
    arguments: list[Operand] = [5, Array("C", [97, 98, 99]), Array("B", [1, -2, 3]), "abc"]

    try:
        app.machine(20_000).call(app.number("Lx/H;", "m"), arguments)
    except UndecidedError:
        ended = True
    else:
        ended = True

    assert ended


@given(st.integers(0, 1 << 32))
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_resolver_has_an_answer_to_any_helper(seed: int) -> None:
    asking = f"""
        const/4 v0, 5
        new-array v1, v0, [C
        new-array v2, v0, [B
        {text("abc", "v3")}
        invoke-static {{v0, v1, v2, v3}}, Lx/H;->m{TAKES}
        move-result-object v4
        {give("v4")}
    """

    texts = taken(asking, random_helper(seed))

    assert texts


CONCAT = f"{STRING}->concat({STRING}){STRING}"
ENDLESS = {
    "a loop without an end": ":here\ngoto :here",
    "a text doubled for ever": (
        f"{text('abcdefgh', 'v0')}\n:here\ninvoke-virtual {{v0, v0}}, {CONCAT}\nmove-result-object v0\ngoto :here"
    ),
    "arrays of a billion": "const v0, 1000000000\nnew-array v0, v0, [C\nreturn-object v0",
    "arrays without an end": "const v0, 100000\n:here\nnew-array v1, v0, [C\ngoto :here",
    "a list without an end": (
        "new-instance v0, Ljava/util/ArrayList;\ninvoke-direct {v0}, Ljava/util/ArrayList;-><init>()V\n"
        ":here\ninvoke-virtual {v0, v0}, Ljava/util/ArrayList;->add(Ljava/lang/Object;)Z\ngoto :here"
    ),
    "a builder without an end": (
        "new-instance v0, Ljava/lang/StringBuilder;\ninvoke-direct {v0}, Ljava/lang/StringBuilder;-><init>()V\n"
        ":here\ninvoke-virtual {v0, v0}, Ljava/lang/StringBuilder;->append(Ljava/lang/CharSequence;)"
        "Ljava/lang/StringBuilder;\ngoto :here"
    ),
    "a copy of less than nothing": (
        "const/4 v0, 3\nnew-array v1, v0, [B\nconst v2, -2147483648\nconst/4 v3, 0\n"
        ":here\ninvoke-static {v1, v3, v1, v3, v2}, "
        "Ljava/lang/System;->arraycopy(Ljava/lang/Object;ILjava/lang/Object;II)V\ngoto :here"
    ),
    "a call of itself": f"invoke-static {{}}, Lx/H;->m(){STRING}\nmove-result-object v0\nreturn-object v0",
    "code that falls off its end": "nop",
    "a switch without a table": "const/4 v0, 1\nraw 0x002b, 0x7fff, 0\nreturn-object v0",
    "a jump into nowhere": "raw 0x7f28",
    "a call with too few registers": (
        f"const/4 v0, 1\ninvoke-virtual {{v0}}, {CONCAT}\nmove-result-object v0\nreturn-object v0"
    ),
    "a call of a name with other parameters": (
        "new-instance v0, Ljava/lang/StringBuilder;\ninvoke-direct {v0}, Ljava/lang/StringBuilder;-><init>()V\n"
        "invoke-virtual {v0}, Ljava/lang/StringBuilder;->append()Ljava/lang/StringBuilder;\nreturn-object v0"
    ),
    "a pattern that goes back for ever": (
        f"{text('a' * 60, 'v0')}\n{text('(a+)+b', 'v1')}\n"
        f"invoke-virtual {{v0, v1, v1}}, {STRING}->replaceAll({STRING}{STRING}){STRING}\n"
        "move-result-object v0\nreturn-object v0"
    ),
    "a pattern that is none": (
        f"{text('[z-a]', 'v0')}\ninvoke-virtual {{v0, v0}}, {STRING}->split({STRING})[{STRING}\n"
        "move-result-object v0\nreturn-object v0"
    ),
    "Base64 of ten million letters": (
        "const v0, 10000000\nnew-array v0, v0, [B\nconst/4 v1, 0\n"
        "invoke-static {v0, v1}, Landroid/util/Base64;->decode([BI)[B\nmove-result-object v0\nreturn-object v0"
    ),
}


@pytest.mark.parametrize("name", list(ENDLESS))
def test_what_does_not_end_is_ended(name: str) -> None:
    app = App(helper("m", ENDLESS[name], f"(){STRING}"))

    with pytest.raises(UndecidedError):
        app.run("Lx/H;", "m")


@pytest.mark.parametrize("name", list(ENDLESS))
def test_what_does_not_end_gives_the_resolver_no_text(name: str) -> None:
    asking = f"invoke-static {{}}, Lx/H;->m(){STRING}\nmove-result-object v0\n{give('v0')}"

    assert taken(asking, helper("m", ENDLESS[name], f"(){STRING}")) != ["abc"]


def test_files_outside_the_package_are_not_opened() -> None:
    asked: list[str] = []
    opening = (
        f"{text('../../etc/passwd', 'v0')}\n"
        f"invoke-virtual {{p0, v0}}, Landroid/content/res/AssetManager;->open({STRING})Ljava/io/InputStream;\n"
        "move-result-object v0\nreturn-object v0"
    )
    app = App(helper("m", opening, "(Landroid/content/res/AssetManager;)Ljava/io/InputStream;"), files=asked.append)

    found = app.run("Lx/H;", "m", UNSEEN)

    assert found is UNSEEN
    assert asked == ["assets/../../etc/passwd"]


def nested(depth: int) -> Operand:
    inner: Operand = Array("C", [1])
    for number in range(depth):
        inner = Array("[", [inner]) if number % 2 else Instance("Lx/O;", {(1, b"f", b"[C"): inner}, [inner])
    return inner


def test_thousands_of_arrays_in_each_other_are_copied_and_lost() -> None:
    original = nested(5000)
    copies: Copies = {}

    copy = copied(original, copies)
    changed_before = is_changed(copies)
    lose(copy)

    assert not changed_before
    assert is_changed(copies)
    assert isinstance(original, Array | Instance)
    assert not original.is_lost


def test_an_array_that_holds_itself_is_copied_and_lost() -> None:
    array = Array("L", [])
    array.items.append(array)

    copy = copied(array, {})
    lose(array)

    assert isinstance(copy, Array)
    assert copy.items == [copy]
    assert array.is_lost


def test_helpers_that_hand_their_text_down_a_hundred_times_end() -> None:
    def wrapper(number: int) -> Method:
        call = f"invoke-static {{p0}}, Lx/W;->m{number + 1}({STRING}){STRING}\nmove-result-object v0"
        return static_method(f"m{number}", call, f"({STRING}){STRING}", end="return-object v0")

    last = static_method("m100", "const/4 v0, 0\nxor-int v1, v0, v0", f"({STRING}){STRING}", end="return-object p0")
    chain = Class("Lx/W;", [*(wrapper(number) for number in range(100)), last])
    asking = (
        f"{text('abc', 'v0')}\ninvoke-static {{v0}}, Lx/W;->m0({STRING}){STRING}\nmove-result-object v0\n{give('v0')}"
    )

    assert taken(asking, chain) in (["abc"], [None])


@pytest.mark.parametrize("count", [3000])
def test_thousands_of_branches_on_what_is_not_known_end(count: int) -> None:
    branches = "".join(
        (
            f"invoke-static {{}}, Landroid/os/Gone;->m()I\nmove-result v1\nif-eqz v1, :l{number}\n"
            f"const/4 v2, 1\n:l{number}\n"
        )
        for number in range(count)
    )
    asking = f"{text('cba', 'v0')}\n:again\n{branches}\n{turn('v0', 'v3')}\n{give('v3')}\ngoto/32 :again"

    assert taken(asking, TURNS) in (["abc"], [None])


def test_thousands_of_instructions_that_may_throw_to_one_handler_end() -> None:
    calls = "invoke-static {}, Landroid/os/Gone;->m()I\n" * 4000
    guarded = (
        f":from\n{calls}:to\n{text('cba', 'v0')}\n{turn('v0')}\n{give('v0')}\nreturn-void\n:handler\n"
        f"move-exception v1\ngoto/32 :from\n.catchall {{:from .. :to}} :handler"
    )

    assert taken(guarded, TURNS) in (["abc"], [None])


def test_an_array_of_arrays_of_the_same_array_is_compared_in_bounded_time() -> None:
    asking = f"""
        const/16 v0, 2000
        new-array v1, v0, [Ljava/lang/Object;
        new-array v2, v0, [Ljava/lang/Object;
        new-array v3, v0, [Ljava/lang/Object;
        invoke-static {{v1, v2}}, Ljava/util/Arrays;->fill([Ljava/lang/Object;Ljava/lang/Object;)V
        invoke-static {{v2, v3}}, Ljava/util/Arrays;->fill([Ljava/lang/Object;Ljava/lang/Object;)V
        :again
        const/4 v4, 0
        aget-object v5, v1, v4
        {text("cba", "v6")}
        aput-object v6, v3, v4
        check-cast v6, {STRING}
        {turn("v6")}
        {give("v6")}
        invoke-static {{}}, Landroid/os/Gone;->m()I
        move-result v4
        if-eqz v4, :again
    """

    assert taken(asking, TURNS) in (["abc"], [None])
