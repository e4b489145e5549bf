"""Work on something large costs steps by its size, whoever does it, so that a loop over such work ends soon."""

from __future__ import annotations

from contextlib import suppress

import pytest
from evidence.app import ACTIVITY, MAIN, ON_CREATE, constructor, method, static_method, text
from evidence.evaluation.running import (
    BUILDER,
    SINK,
    STRING,
    App,
    give,
    helper,
    taken,
)
from support.dexfile import PUBLIC, STATIC, Class, Field

from permaudit.dex.body import MethodBody
from permaudit.evidence.budget import Budget
from permaudit.evidence.evaluation.alterations import Alterations
from permaudit.evidence.evaluation.letterwork import LetterWork
from permaudit.evidence.evaluation.machine import Machine
from permaudit.evidence.evaluation.operands import UndecidedError

LARGE = 48_000
LIST = "Ljava/util/ArrayList;"
AS_LIST = "Ljava/util/Arrays;->asList([Ljava/lang/Object;)Ljava/util/List;"
ARRAY = f"const v0, {LARGE}\nnew-array v0, v0, "
TEXT = text("a" * LARGE, "v0")
SETUP = {
    "a text": TEXT,
    "two texts": f"{TEXT}\n{text('a' * (LARGE - 1) + 'b', 'v1')}",
    "numbers": f"{ARRAY}[I\nconst/4 v1, 0\nnew-array v2, v1, [I",
    "objects": f"{ARRAY}[Ljava/lang/Object;\ninvoke-static {{v0}}, {AS_LIST}\nmove-result-object v0\n{text('', 'v1')}",
    "nothing": "",
}
WORK = [
    ("nothing", TEXT),
    ("a text", f"invoke-virtual {{v0}}, {STRING}->toUpperCase(){STRING}"),
    ("two texts", f"invoke-virtual {{v0, v1}}, {STRING}->equals(Ljava/lang/Object;)Z"),
    ("numbers", f"new-instance v3, {STRING}\ninvoke-direct {{v3, v0, v1, v1}}, {STRING}-><init>([III)V"),
    ("numbers", "invoke-static {v2, v0}, Ljava/util/Arrays;->equals([I[I)Z"),
    ("objects", f"new-instance v2, {LIST}\ninvoke-direct {{v2, v0}}, {LIST}-><init>(Ljava/util/Collection;)V"),
    ("objects", f"invoke-static {{v1, v0}}, {STRING}->join(Ljava/lang/CharSequence;Ljava/lang/Iterable;){STRING}"),
    ("nothing", "sget-object v0, Lx/K;->table:[I"),
    ("nothing", "sget-object v0, Lx/K;->texts:[Ljava/lang/Object;"),
]
TABLES = Class(
    "Lx/K;",
    [
        static_method(
            "<clinit>",
            f"{ARRAY}[I\nsput-object v0, Lx/K;->table:[I\n"
            f"{ARRAY}[Ljava/lang/Object;\nsput-object v0, Lx/K;->texts:[Ljava/lang/Object;",
        )
    ],
    [Field("table", "[I", PUBLIC | STATIC), Field("texts", "[Ljava/lang/Object;", PUBLIC | STATIC)],
)


def cost(body: str, *classes: Class) -> int:
    """The steps that a helper takes, whether it ends with an answer or without one."""
    app = App(helper("m", f"{body}\nreturn-void", "()V"), TABLES, *classes)
    budget = Budget(10_000_000)
    app.machine().statics.read((app.code.symbols.type_number(b"Lx/K;"), b"table", b"[I"))  # fills both
    with suppress(UndecidedError):
        Machine(app.code, app.library, app.evaluator._statics, budget).call(app.number("Lx/H;", "m"), [])
    return budget.limit - budget.left


@pytest.mark.parametrize(("setup", "work"), WORK)
def test_work_on_what_is_large_costs_more_steps_than_it_takes_instructions(setup: str, work: str) -> None:
    before, after = cost(SETUP[setup]), cost(f"{SETUP[setup]}\n{work}")

    assert after - before >= LARGE // 32


def test_a_part_of_a_text_is_appended_at_the_cost_of_the_part() -> None:
    made = f"new-instance v1, {BUILDER}\ninvoke-direct {{v1}}, {BUILDER}-><init>()V\nconst/4 v2, 1\nconst/4 v3, 3"
    append = f"invoke-virtual {{v1, v0, v2, v3}}, {BUILDER}->append(Ljava/lang/CharSequence;II){BUILDER}"
    whole = f"invoke-virtual {{v1}}, {BUILDER}->toString(){STRING}\nmove-result-object v0\nreturn-object v0"
    app = App(helper("m", f"{text('abcdef', 'v0')}\n{made}\n{append}\n{whole}", f"(){STRING}"))

    assert app.run("Lx/H;", "m") == "bc"


@pytest.mark.parametrize("places", ["const/4 v2, 3\nconst/4 v3, 1", "const/4 v2, 0\nconst/4 v3, 7"])
def test_a_part_that_is_not_in_the_text_is_not_appended(places: str) -> None:
    made = f"new-instance v1, {BUILDER}\ninvoke-direct {{v1}}, {BUILDER}-><init>()V\n{places}"
    append = f"invoke-virtual {{v1, v0, v2, v3}}, {BUILDER}->append(Ljava/lang/CharSequence;II){BUILDER}"
    app = App(helper("m", f"{text('abcdef', 'v0')}\n{made}\n{append}\nreturn-object v0", f"(){STRING}"))

    with pytest.raises(UndecidedError):
        app.run("Lx/H;", "m")


def test_a_call_on_an_object_of_a_class_far_down_costs_its_depth() -> None:
    chain = [
        Class(f"Lx/C{number}x;", [constructor()], (), f"Lx/C{number - 1}x;" if number else "Ljava/lang/Object;")
        for number in range(500)
    ]
    chain[0] = Class("Lx/C0x;", [constructor(), method("g", "")])
    made, call = "new-instance v0, Lx/C499x;", "invoke-virtual {v0}, Lx/C499x;->g()V"

    assert cost(f"{made}\n{call}", *chain) - cost(made, *chain) >= 500


EVEN = """
    invoke-static {{}}, Landroid/os/Gone;->m()I
    move-result v1
    if-eqz v1, :one{0}
    const/4 v2, 1
    goto :both{0}
    :one{0}
    const/4 v2, 2
    nop
    :both{0}
"""
"""A branch on what is not known, both ways of which are of the same length."""


def test_ways_that_part_and_meet_again_many_times_are_looked_at_once() -> None:
    asking = f"""
        const/4 v5, 3
        new-array v5, v5, [C
        {"".join(EVEN.format(number) for number in range(60))}
        const/4 v6, 0
        const/16 v7, 97
        :again
        aput-char v7, v5, v6
        add-int/lit8 v6, v6, 1
        const/4 v8, 3
        if-lt v6, v8, :again
        new-instance v8, {STRING}
        invoke-direct {{v8, v5}}, {STRING}-><init>([C)V
        {give("v8")}
    """

    assert taken(asking, registers=10) == ["aaa"]


def test_helpers_that_hand_an_array_on_and_on_are_each_looked_into_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[tuple[int, int, int, int]] = []
    find = Alterations._find_changes

    def counted(self: Alterations, *where: int) -> list[int]:
        looked.append((where[0], where[1], where[2], where[3]))
        return find(self, *where)

    monkeypatch.setattr(Alterations, "_find_changes", counted)
    calls = {name: f"invoke-static {{p0}}, Lx/W;->{name}([B)V\n" * 50 for name in ("b", "c", "d")}
    gone = "invoke-static {p0}, Landroid/os/Gone;->m([B)V"
    bodies = {"a": calls["b"], "b": calls["c"], "c": calls["d"], "d": gone}
    hands_on = [static_method(name, body, "([B)V") for name, body in bodies.items()]
    begin = static_method("e", "sget-object v0, Lx/W;->t:[B\ninvoke-static {v0}, Lx/W;->a([B)V\n" * 50)
    decode = (
        "sget-object v0, Lx/W;->t:[B\nconst/4 v1, 0\naget-byte v1, v0, v1\nxor-int/lit8 v1, v1, 3\n"
        f"new-instance v2, {STRING}\ninvoke-direct {{v2, v0}}, {STRING}-><init>([B)V"
    )
    asked = static_method("f", decode, f"(){STRING}", end="return-object v2")
    asking = f"invoke-static {{}}, Lx/W;->f(){STRING}\nmove-result-object v0\n{give('v0')}"

    taken(asking, Class("Lx/W;", [*hands_on, begin, asked], [Field("t", "[B", PUBLIC | STATIC)]))

    assert looked
    assert len(looked) == len(set(looked)) < 120


def test_what_a_method_calls_is_looked_up_once_for_all_who_call_it(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []
    find = LetterWork._find_next

    def counted(self: LetterWork, method: int) -> list[int]:
        looked.append(method)
        return find(self, method)

    monkeypatch.setattr(LetterWork, "_find_next", counted)
    shared = static_method("shared", "invoke-static {}, Lx/W;->end()V")
    made = [
        static_method(
            f"m{number}",
            f"invoke-static {{}}, Lx/W;->shared()V\ninvoke-static {{}}, Landroid/os/Gone;->m(){STRING}\n"
            "move-result-object v0",
            f"(){STRING}",
            end="return-object v0",
        )
        for number in range(20)
    ]
    asking = "".join(
        f"invoke-static {{}}, Lx/W;->m{number}(){STRING}\nmove-result-object v0\n{give('v0')}\n" for number in range(20)
    )
    activity = Class(MAIN, [method("onCreate", asking, ON_CREATE)], (), ACTIVITY)

    App(activity, SINK, Class("Lx/W;", [shared, static_method("end", ""), *made])).taken()

    assert len(looked) >= 20
    assert len(looked) == len(set(looked))


def test_the_cases_of_a_switch_are_put_together_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []
    index_at = MethodBody.index_at

    def counted(self: MethodBody, offset: int) -> int:
        made.append(offset)
        return index_at(self, offset)

    monkeypatch.setattr(MethodBody, "index_at", counted)
    rows = 200
    table = ", ".join(str(each) for key in range(rows) for each in (key, 0))
    targets = ", ".join("3, 0" for _ in range(rows))
    looping = f"const/4 v0, 1\nraw 0x002c, 5, 0\nraw 0xfd28\nnop\nraw 0x0200, {rows}, {table}, {targets}"
    app = App(helper("m", looping, "()V"))

    with pytest.raises(UndecidedError):
        app.machine(2000).call(app.number("Lx/H;", "m"), [])

    assert len(made) < 2000 + 2 * rows


def test_what_is_compared_between_the_rounds_of_a_loop_is_paid_for() -> None:
    asking = f"""
        const/16 v0, 15000
        new-array v1, v0, [C
        const/4 v4, 0
        :again
        aput-char v0, v1, v4
        add-int/lit8 v4, v4, 1
        new-instance v6, {STRING}
        invoke-direct {{v6, v1}}, {STRING}-><init>([C)V
        {give("v6")}
        const/16 v5, 40
        if-lt v4, v5, :again
    """
    app = App(Class(MAIN, [method("onCreate", asking, ON_CREATE)], (), ACTIVITY), SINK)
    app.taken()

    made, compared = 15_000 // 16, 40 * 15_000 // 16

    assert app.evaluator._budget.limit - app.evaluator._budget.left > compared + 40 * made
