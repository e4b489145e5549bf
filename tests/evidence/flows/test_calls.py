"""Data into the app's own methods and back: by parameter, by result, by exception, and each call by itself."""

from __future__ import annotations

import pytest
from evidence.app import MAIN, constructor, interface, method, static_method, text
from evidence.flows.ways import (
    LOG,
    OBJECT,
    READ,
    STRING,
    interface_call,
    is_sent,
    lines,
    make,
    reached,
    send,
    static_call,
    virtual_call,
)
from support.dexfile import Class, Field, Method

ONE_TEXT = f"({STRING})V"
SAME = f"({STRING}){STRING}"
BAD = "Lx/Bad;"


def helper(*methods: Method) -> Class:
    return Class("Lx/Helper;", methods)


def to_helper(name: str, registers: str = "v7", descriptor: str = ONE_TEXT, result: str | None = None) -> str:
    return static_call(registers, f"Lx/Helper;->{name}{descriptor}", result)


IDENTITY = static_method("same", "move-object v0, p0", SAME, end="return-object v0")
SENDER = static_method("out", send("p0"), ONE_TEXT)


def test_a_parameter_is_what_the_caller_gave() -> None:
    assert is_sent(to_helper("out"), helper(SENDER))


def test_another_parameter_is_not() -> None:
    second = static_method("out", send("p1"), f"({STRING}{STRING})V")

    assert not is_sent(lines(text("x", "v8"), to_helper("out", "v7, v8", f"({STRING}{STRING})V")), helper(second))
    assert is_sent(lines(text("x", "v8"), to_helper("out", "v8, v7", f"({STRING}{STRING})V")), helper(second))


def test_a_parameter_behind_a_long_is_the_right_one() -> None:
    wide = f"(J{STRING}{STRING})V"
    call = lines("const-wide/16 v8, 1", text("x", "v10"))

    assert is_sent(
        lines(call, to_helper("out", "v8, v9, v7, v10", wide)), helper(static_method("out", send("p2"), wide))
    )
    assert not is_sent(
        lines(call, to_helper("out", "v8, v9, v7, v10", wide)), helper(static_method("out", send("p3"), wide))
    )


def test_a_result_goes_back_to_the_call() -> None:
    assert is_sent(lines(to_helper("same", descriptor=SAME, result="v8"), send("v8")), helper(IDENTITY))


def test_a_result_does_not_go_back_to_another_call() -> None:
    both = lines(
        to_helper("same", descriptor=SAME, result="v8"),
        text("x", "v9"),
        to_helper("same", "v9", SAME, "v10"),
        send("v10"),
    )

    assert not is_sent(both, helper(IDENTITY))


def test_two_calls_deep_a_result_still_goes_back_to_its_own_call() -> None:
    outer = static_method("outer", to_helper("same", "p0", SAME, "v0"), SAME, end="return-object v0")
    one = lines(
        to_helper("outer", descriptor=SAME, result="v8"), text("x", "v9"), to_helper("outer", "v9", SAME, "v10")
    )

    assert is_sent(lines(one, send("v8")), helper(IDENTITY, outer))
    assert not is_sent(lines(one, send("v10")), helper(IDENTITY, outer))


def test_what_a_helper_puts_into_its_parameter_its_caller_has() -> None:
    add = "Ljava/util/ArrayList;->add(Ljava/lang/Object;)Z"
    fill = static_method("fill", virtual_call("p0, p1", add), f"(Ljava/util/ArrayList;{STRING})V")
    two_lists = lines(make("v8", "Ljava/util/ArrayList;"), make("v9", "Ljava/util/ArrayList;"))
    call = to_helper("fill", "v8, v7", f"(Ljava/util/ArrayList;{STRING})V")

    assert is_sent(lines(two_lists, call, send("v8")), helper(fill))
    assert not is_sent(lines(two_lists, call, send("v9")), helper(fill))


def test_what_a_helper_puts_into_its_parameter_only_the_caller_has_that_gave_the_data() -> None:
    add = "Ljava/util/ArrayList;->add(Ljava/lang/Object;)Z"
    fill = static_method("fill", virtual_call("p0, p1", add), f"(Ljava/util/ArrayList;{STRING})V")
    first = lines(make("v8", "Ljava/util/ArrayList;"), to_helper("fill", "v8, v7", f"(Ljava/util/ArrayList;{STRING})V"))
    second = lines(
        make("v9", "Ljava/util/ArrayList;"),
        text("x", "v10"),
        to_helper("fill", "v9, v10", f"(Ljava/util/ArrayList;{STRING})V"),
    )

    assert not is_sent(lines(first, second, send("v9")), helper(fill))


@pytest.mark.parametrize(("made", "expected"), [("Lx/Sends;", True), ("Lx/Keeps;", False)])
def test_an_interface_call_runs_the_method_of_the_object_that_was_made(made: str, expected: bool) -> None:  # noqa: FBT001
    sends = Class("Lx/Sends;", [constructor(), method("take", send("p1"), ONE_TEXT)], interfaces=["Lx/Taker;"])
    keeps = Class("Lx/Keeps;", [constructor(), method("take", "nop", ONE_TEXT)], interfaces=["Lx/Taker;"])
    both = lines(make("v9", "Lx/Sends;"), make("v10", "Lx/Keeps;"))
    call = lines(make("v8", made), interface_call("v8, v7", f"Lx/Taker;->take{ONE_TEXT}"))

    assert is_sent(lines(both, call), sends, keeps, interface("Lx/Taker;", f"take{ONE_TEXT}")) == expected


def test_an_interface_call_on_an_object_that_is_not_known_may_run_every_live_class() -> None:
    sends = Class("Lx/Sends;", [constructor(), method("take", send("p1"), ONE_TEXT)], interfaces=["Lx/Taker;"])
    keeps = Class("Lx/Keeps;", [constructor(), method("take", "nop", ONE_TEXT)], interfaces=["Lx/Taker;"])
    field = Field("taker", "Lx/Taker;")
    call = lines(
        make("v9", "Lx/Sends;"),
        make("v10", "Lx/Keeps;"),
        f"iget-object v8, p0, {MAIN}->taker:Lx/Taker;",
        interface_call("v8, v7", f"Lx/Taker;->take{ONE_TEXT}"),
    )

    assert is_sent(call, sends, keeps, interface("Lx/Taker;", f"take{ONE_TEXT}"), fields=[field])


def test_an_inherited_method_is_entered() -> None:
    parent = Class("Lx/Parent;", [constructor(), method("take", send("p1"), ONE_TEXT)])
    child = Class("Lx/Child;", [constructor()], superclass="Lx/Parent;")

    assert is_sent(lines(make("v8", "Lx/Child;"), virtual_call("v8, v7", f"Lx/Child;->take{ONE_TEXT}")), parent, child)


def throwing(name: str = "fail") -> Method:
    made = lines(make("v0", BAD, "p0", ONE_TEXT), "throw v0")
    return static_method(name, made, ONE_TEXT, end="nop")


BAD_CLASS = Class(
    BAD,
    [constructor(f"invoke-direct {{p0, p1}}, Ljava/lang/Exception;-><init>{ONE_TEXT}", ONE_TEXT)],
    superclass="Ljava/lang/Exception;",
)
MESSAGE = virtual_call("v8", f"{BAD}->getMessage(){STRING}", "v9")


def guarded(call: str) -> str:
    """Call, and send the message of what is thrown."""
    return lines(
        ":from", call, ":to", "return-void", ":caught", "move-exception v8", MESSAGE, send("v9"),
        f".catch {BAD} {{:from .. :to}} :caught",
    )  # fmt: skip


def test_an_exception_carries_data_to_the_caller_that_catches_it() -> None:
    assert is_sent(guarded(to_helper("fail")), BAD_CLASS, helper(throwing()))


def test_an_exception_carries_data_past_a_caller_that_does_not_catch_it() -> None:
    between = static_method("between", to_helper("fail", "p0"), ONE_TEXT)

    assert is_sent(guarded(to_helper("between")), BAD_CLASS, helper(throwing(), between))


def test_an_exception_made_of_something_else_carries_nothing() -> None:
    assert not is_sent(lines(text("x", "v9"), guarded(to_helper("fail", "v9"))), BAD_CLASS, helper(throwing()))


def test_an_exception_that_is_caught_where_it_is_thrown_is_followed_there() -> None:
    body = guarded(lines(make("v10", BAD, "v7", ONE_TEXT), "throw v10"))

    assert is_sent(body, BAD_CLASS)


def test_a_recursive_method_ends_and_gives_what_it_has() -> None:
    again = static_method(
        "again",
        lines("if-eqz p0, :end", to_helper("again", "p0"), ":end", send("p0")),
        ONE_TEXT,
    )

    assert is_sent(to_helper("again"), helper(again))


def test_two_methods_that_call_each_other_end() -> None:
    first = static_method("first", to_helper("second", "p0", SAME, "v0"), SAME, end="return-object v0")
    second = static_method(
        "second",
        lines("if-eqz p0, :end", to_helper("first", "p0", SAME, "v0"), ":end", "move-object v1, p0"),
        SAME,
        end="return-object v1",
    )

    assert is_sent(lines(to_helper("first", descriptor=SAME, result="v8"), send("v8")), helper(first, second))


def test_a_native_method_of_the_app_is_not_taken_for_one_that_passes_data_on() -> None:
    native = Method("keep", SAME, 0x109)

    assert not is_sent(lines(to_helper("keep", descriptor=SAME, result="v8"), send("v8")), helper(native))


def test_a_method_called_by_reflection_with_constant_names_is_entered() -> None:
    class_name = text("x.Helper", "v8")
    found = lines(
        class_name,
        static_call("v8", f"Ljava/lang/Class;->forName({STRING})Ljava/lang/Class;", "v8"),
        text("out", "v9"),
        "const/4 v10, 0",
        virtual_call(
            "v8, v9, v10", f"Ljava/lang/Class;->getMethod({STRING}[Ljava/lang/Class;)Ljava/lang/reflect/Method;", "v8"
        ),
        f"filled-new-array {{v7}}, [{OBJECT}",
        "move-result-object v9",
        virtual_call("v8, v10, v9", f"Ljava/lang/reflect/Method;->invoke({OBJECT}[{OBJECT}){OBJECT}"),
    )

    assert is_sent(found, helper(SENDER))


def test_every_sink_on_the_way_is_told() -> None:
    both = static_method("out", lines(text("tag", "v1"), static_call("v1, p0", LOG), send("p0")), ONE_TEXT)

    assert sorted(reached(lines(READ, to_helper("out")), helper(both))) == ["log", "network"]
