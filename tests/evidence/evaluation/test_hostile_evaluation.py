"""Code written to break the evaluation: it ends, with an answer or without one, and nothing escapes."""

from __future__ import annotations

from evidence.app import constructor, text
from evidence.evaluation.randomcode import body
from evidence.evaluation.running import STRING, App, give, taken
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.dexfile import NATIVE, PUBLIC, STATIC, Class, Field, Method
from support.instructions import Code

from permaudit.evidence.evaluation.operands import (
    Array,
    Operand,
    UndecidedError,
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
