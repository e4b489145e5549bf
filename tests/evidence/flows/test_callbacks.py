"""Functions given to others: they are called with data, or give it to whoever calls them."""

from __future__ import annotations

import pytest
from evidence.app import constructor, method, text
from evidence.flows.ways import (
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

CONSUMER, FUNCTION, CALLABLE = (
    "Ljava/util/function/Consumer;",
    "Ljava/util/function/Function;",
    "Ljava/util/concurrent/Callable;",
)
LIST = "Ljava/util/ArrayList;"
EXECUTOR = "Ljava/util/concurrent/ExecutorService;"
IN_LIST = lines(make("v8", LIST), virtual_call("v8, v7", f"{LIST}->add({OBJECT})Z"))
FOR_EACH = f"{LIST}->forEach({CONSUMER})V"
ONE = f"({OBJECT})V"
MAPPED = f"({OBJECT}){OBJECT}"
STREAM = "Ljava/util/stream/Stream;"


def function(name: str, interface: str, *methods: Method) -> Class:
    return Class(name, [constructor(), *methods], interfaces=[interface])


SENDS_ALL = function("Lx/Sends;", CONSUMER, method("accept", send("p1"), ONE))


def test_a_function_given_to_a_list_is_called_with_what_is_in_it() -> None:
    call = lines(make("v9", "Lx/Sends;"), virtual_call("v8, v9", FOR_EACH))

    assert is_sent(lines(IN_LIST, call), SENDS_ALL)


def test_a_function_given_to_another_list_is_not() -> None:
    call = lines(make("v10", LIST), make("v9", "Lx/Sends;"), virtual_call("v10, v9", FOR_EACH))

    assert not is_sent(lines(IN_LIST, call), SENDS_ALL)


def test_a_method_of_the_function_that_nobody_outside_may_call_is_not_called_with_it() -> None:
    helper = function("Lx/Sends;", CONSUMER, method("accept", "nop", ONE), method("other", send("p1"), ONE))
    call = lines(make("v9", "Lx/Sends;"), virtual_call("v8, v9", FOR_EACH))

    assert not is_sent(lines(IN_LIST, call), helper)


def test_a_function_that_holds_the_data_in_a_field_has_it_when_it_runs() -> None:
    task = Class(
        "Lx/Task;",
        [
            constructor(f"iput-object p1, p0, Lx/Task;->text:{STRING}", f"({STRING})V"),
            method("run", lines(f"iget-object v1, p0, Lx/Task;->text:{STRING}", send("v1"))),
        ],
        [Field("text", STRING)],
        interfaces=["Ljava/lang/Runnable;"],
    )
    start = lines(
        make("v8", "Lx/Task;", "v7", f"({STRING})V"),
        make("v9", "Ljava/lang/Thread;", "v8", "(Ljava/lang/Runnable;)V"),
        virtual_call("v9", "Ljava/lang/Thread;->start()V"),
    )

    assert is_sent(start, task)


def test_what_a_function_gives_comes_out_of_the_call_it_is_given_to() -> None:
    gives = Class(
        "Lx/Gives;",
        [
            constructor(f"iput-object p1, p0, Lx/Gives;->text:{STRING}", f"({STRING})V"),
            method("call", f"iget-object v1, p0, Lx/Gives;->text:{STRING}", f"(){OBJECT}", end="return-object v1"),
        ],
        [Field("text", STRING)],
        interfaces=[CALLABLE],
    )
    future = lines(
        make("v8", "Lx/Gives;", "v7", f"({STRING})V"),
        static_call("", f"Ljava/util/concurrent/Executors;->newCachedThreadPool(){EXECUTOR}", "v9"),
        interface_call("v9, v8", f"{EXECUTOR}->submit({CALLABLE})Ljava/util/concurrent/Future;", "v10"),
        interface_call("v10", f"Ljava/util/concurrent/Future;->get(){OBJECT}", "v11"),
    )

    assert is_sent(lines(future, send("v11")), gives)


def test_a_function_whose_result_says_nothing_of_the_data_takes_it_off_a_mapped_stream() -> None:
    def mapped(body: str, register: str) -> bool:
        to = function("Lx/To;", FUNCTION, method("apply", body, MAPPED, end=f"return-object {register}"))
        through = lines(
            virtual_call("v8", f"{LIST}->stream(){STREAM}", "v9"),
            make("v10", "Lx/To;"),
            interface_call("v9, v10", f"{STREAM}->map({FUNCTION}){STREAM}", "v11"),
        )
        return is_sent(lines(IN_LIST, through, send("v11")), to)

    assert mapped("nop", "p1")
    assert not mapped(text("x", "v1"), "v1")


def test_a_read_in_a_background_task_goes_to_what_shows_it() -> None:
    task = Class(
        "Lx/Task;",
        [
            constructor(),
            method("doInBackground", READ, f"([{OBJECT}){OBJECT}", end="return-object v7"),
            method("onPostExecute", send("p1"), ONE),
        ],
        superclass="Landroid/os/AsyncTask;",
    )
    start = lines(
        make("v8", "Lx/Task;"),
        "const/4 v9, 0",
        virtual_call("v8, v9", f"Landroid/os/AsyncTask;->execute([{OBJECT})Landroid/os/AsyncTask;"),
    )

    assert reached(start, task) == ["network"]


def test_a_view_that_is_told_a_text_is_not_called_back_with_it() -> None:
    label = Class(
        "Lx/Label;",
        [constructor(), method("onTextChanged", send("p1"), "(Ljava/lang/CharSequence;III)V")],
        superclass="Landroid/widget/TextView;",
    )
    tell = lines(make("v8", "Lx/Label;"), virtual_call("v8, v7", "Lx/Label;->setText(Ljava/lang/CharSequence;)V"))

    assert not is_sent(tell, label)


def test_a_view_keeps_nothing_for_others() -> None:
    tell = lines(
        make("v8", "Landroid/widget/TextView;"),
        virtual_call("v8, v7", "Landroid/widget/TextView;->setText(Ljava/lang/CharSequence;)V"),
        virtual_call("v8", "Landroid/widget/TextView;->getHint()Ljava/lang/CharSequence;", "v9"),
    )

    assert not is_sent(lines(tell, send("v9")))


BUS = "Lorg/greenrobot/eventbus/EventBus;"


@pytest.mark.parametrize(("event", "sent"), [("Lx/Event;", True), ("Lx/OtherEvent;", False)])
def test_an_event_goes_to_the_methods_that_subscribe_to_its_class(event: str, sent: bool) -> None:  # noqa: FBT001
    def carrying(name: str) -> Class:
        made = constructor(f"iput-object p1, p0, {name}->text:{STRING}", f"({STRING})V")
        return Class(name, [made], [Field("text", STRING)])

    heard = Method(
        "heard",
        "(Lx/Event;)V",
        code=method("heard", lines(f"iget-object v1, p1, Lx/Event;->text:{STRING}", send("v1")), "(Lx/Event;)V").code,
        annotations=("Lorg/greenrobot/eventbus/Subscribe;",),
    )
    post = lines(
        make("v8", event, "v7", f"({STRING})V"),
        static_call("", f"{BUS}->getDefault(){BUS}", "v9"),
        virtual_call("v9, p0", f"{BUS}->register({OBJECT})V"),
        virtual_call("v9, v8", f"{BUS}->post({OBJECT})V"),
    )

    assert is_sent(post, carrying("Lx/Event;"), carrying("Lx/OtherEvent;"), methods=[heard]) == sent


def test_a_cursor_given_to_an_adapter_is_read_where_it_is_bound() -> None:
    view, context, cursor = "Landroid/view/View;", "Landroid/content/Context;", "Landroid/database/Cursor;"
    bind = lines(
        "const/4 v1, 0", interface_call("p3, v1", f"{cursor}->getString(I){STRING}", "v2"), "const/4 v0, 0", send("v2")
    )
    adapter = Class(
        "Lx/Adapter;",
        [
            constructor(
                f"invoke-direct {{p0, p1, p2}}, Landroid/widget/CursorAdapter;-><init>({context}{cursor})V",
                f"({context}{cursor})V",
            ),
            method("bindView", bind, f"({view}{context}{cursor})V"),
        ],
        superclass="Landroid/widget/CursorAdapter;",
    )
    body = lines(READ, make("v8", "Lx/Adapter;", "p0, v6", f"({context}{cursor})V"))

    assert reached(body, adapter) == ["network"]
