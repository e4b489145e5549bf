"""A text that may be several is told as all of them, or not at all: one of several would hide the others."""

from __future__ import annotations

from evidence.app import main, static_method, strings, text
from evidence.evaluation.running import SINK, STRING, TURNS, App, give, taken, turn
from support.dexfile import PUBLIC, STATIC, Class, Field

UNKNOWN = "invoke-static {}, Landroid/os/SystemClock;->uptimeMillis()J\nmove-result-wide v14\nlong-to-int v14, v14"
TIMES = "Landroid/os/Process;->myPid()I"


def both(first: str, second: str) -> str:
    """One of two pieces of code, by what is not known."""
    return f"{UNKNOWN}\nif-eqz v14, :other\n{first}\ngoto :join\n:other\n{second}\n:join"


def test_the_text_of_each_of_two_branches_is_told() -> None:
    found = taken(both(text("cba", "v0"), text("zyx", "v0")) + f"\n{turn('v0')}\n{give('v0')}", TURNS)

    assert found == ["abc", "xyz"]


def test_a_branch_that_gives_a_constant_is_not_forgotten_beside_one_that_calls() -> None:
    other = f"{text('fed', 'v0')}\n{turn('v0')}"

    found = taken(both(text("cba", "v0"), other) + f"\n{turn('v0')}\n{give('v0')}", TURNS)

    assert found == ["abc", "fed"]


def test_a_branch_that_changes_nothing_of_the_text_is_passed_over() -> None:
    log = f"{text('tag', 'v5')}\ninvoke-static {{v5, v5}}, Landroid/util/Log;->d({STRING}{STRING})I"

    found = taken(
        f"{text('cba', 'v0')}\n{turn('v0', 'v1')}\n{both(log, 'nop')}\n{turn('v1')}\n{turn('v1')}\n{give('v1')}", TURNS
    )

    assert found == ["abc"]


def test_what_a_branch_passed_over_decides_later_is_not_taken_for_known() -> None:
    later = f"{text('cba', 'v0')}\nif-eqz v3, :short\n{text('zyx', 'v0')}\n:short"

    found = taken(f"const/4 v3, 0\n{both('const/4 v3, 1', 'nop')}\n{later}\n{turn('v0')}\n{give('v0')}", TURNS)

    assert found == ["abc", "xyz"]


def test_every_text_of_a_table_that_a_loop_goes_through_is_told() -> None:
    loop = f"""
        {strings("v0", "cba", "fed", "ihg")}
        const/4 v1, 0
        :next
        array-length v2, v0
        if-ge v1, v2, :done
        aget-object v3, v0, v1
        {turn("v3")}
        {give("v3")}
        add-int/lit8 v1, v1, 1
        goto :next
        :done
    """

    assert taken(loop, TURNS) == ["abc", "def", "ghi"]


def test_a_loop_that_goes_on_for_as_long_as_nobody_knows_is_not_told_by_its_first_round() -> None:
    loop = f"""
        {text("cba", "v0")}
        :next
        {turn("v0")}
        {give("v0")}
        const-string v1, "x"
        invoke-virtual {{v0, v1}}, {STRING}->concat({STRING}){STRING}
        move-result-object v0
        {UNKNOWN}
        if-eqz v14, :next
    """

    assert None in taken(loop, TURNS)


def test_a_loop_over_rows_asks_for_the_same_text_each_time() -> None:
    loop = f"""
        const/4 v4, 0
        :next
        {UNKNOWN}
        if-eqz v14, :done
        add-int/lit8 v4, v4, 1
        {text("cba", "v0")}
        {turn("v0")}
        {give("v0")}
        goto :next
        :done
    """

    assert taken(loop, TURNS) == ["abc"]


def test_what_unknown_code_in_a_loop_may_change_is_not_known_in_the_next_round() -> None:
    array = "[C"
    loop = f"""
        {text("cba", "v0")}
        invoke-virtual {{v0}}, {STRING}->toCharArray(){array}
        move-result-object v1
        :next
        invoke-static {{v1}}, {STRING}->valueOf({array}){STRING}
        move-result-object v2
        {turn("v2")}
        {give("v2")}
        invoke-static {{v1}}, Landroid/os/Unknown;->change({array})V
        {UNKNOWN}
        if-eqz v14, :next
    """

    assert None in taken(loop, TURNS)


def test_every_caller_has_its_own_text() -> None:
    ask = static_method("ask", f"{turn('p0')}\n{give('p0')}", f"({STRING})V")
    call = f"invoke-static {{v0}}, Lx/Ask;->ask({STRING})V"
    body = f"{text('cba', 'v0')}\n{call}\n{text('fed', 'v0')}\n{call}"

    (found,) = App(main(body), SINK, TURNS, Class("Lx/Ask;", [ask])).taken()

    assert found == ["abc", "def"]


def test_more_callers_than_are_tried_leave_it_open() -> None:
    ask = static_method("ask", f"{turn('p0')}\n{give('p0')}", f"({STRING})V")
    calls = "\n".join(
        f"{text(f'{number}-a', 'v0')}\ninvoke-static {{v0}}, Lx/Ask;->ask({STRING})V" for number in range(40)
    )
    app = App(main(calls), SINK, TURNS, Class("Lx/Ask;", [ask]))

    (found,) = app.taken()

    assert None in found or len(found) == 40


def test_the_same_helper_called_at_two_places_of_one_method_is_not_mixed_up() -> None:
    field = Field("f", STRING, PUBLIC | STATIC)
    body = f"""
        {text("cba", "v0")}
        {turn("v0")}
        {text("fed", "v1")}
        {turn("v1")}
        invoke-virtual {{v0, v1}}, {STRING}->concat({STRING}){STRING}
        move-result-object v0
        {turn("v0")}
        {give("v0")}
    """

    assert taken(body, TURNS, fields=[field]) == ["fedcba"]


def test_half_a_letter_is_no_text_that_a_person_could_read() -> None:
    made = f"""
        const/4 v0, 1
        new-array v0, v0, [C
        const/4 v1, 0
        const v2, 0xd800
        aput-char v2, v0, v1
        new-instance v3, {STRING}
        invoke-direct {{v3, v0}}, {STRING}-><init>([C)V
        {give("v3")}
    """

    assert taken(made) == [None]
