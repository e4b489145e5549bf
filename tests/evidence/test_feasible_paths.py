"""Ways into a method are told apart where it branches on what it was entered with, and only where that is certain."""

from __future__ import annotations

import pytest
from evidence.app import (
    CONTACTS,
    EMAILS,
    IMAGES,
    audit,
    main,
    method,
    query,
    static,
    static_method,
    steps,
    the_read,
    triggers,
)
from support.dexfile import ABSTRACT, PUBLIC, STATIC, Class, Field, Method

CLICK = "Landroid/view/View$OnClickListener;"
RUNNABLE = "Ljava/lang/Runnable;"
READ = "invoke-static {}, Lx/Reader;->read()V"
READER = Class("Lx/Reader;", [static_method("read", query(static(CONTACTS)))])
KIND = Field("kind", "I")
GET_KIND = "iget v0, p0, Lx/Task;->kind:I"
SET_KIND = "iput p1, p0, Lx/Task;->kind:I"
INIT = "invoke-direct {p0}, Ljava/lang/Object;-><init>()V"
BOTH, TAP = ["app-start", "tap"], ["tap"]


def app(start: str, tap: str, *classes: Class) -> list[Class]:
    """An app that does one thing at the start and another on a tap, and classes that both use."""
    listener = Class("Lx/Tap;", [method("<init>", INIT), method("onClick", tap, "(Landroid/view/View;)V")])
    listener = Class(listener.name, listener.methods, interfaces=[CLICK])
    listen = f"""
        new-instance v8, Lx/Tap;
        invoke-direct {{v8}}, Lx/Tap;-><init>()V
        const/4 v9, 0
        invoke-virtual {{v9, v8}}, Landroid/view/View;->setOnClickListener({CLICK})V
    """
    return [main(start + listen), listener, READER, *classes]


def make(kind: int | str) -> str:
    """Make a task of a kind: a number, or the instruction that leaves one in v7."""
    number = f"const/16 v7, {kind}" if isinstance(kind, int) else kind
    return f"""
        {number}
        new-instance v8, Lx/Task;
        invoke-direct {{v8, v7}}, Lx/Task;-><init>(I)V
    """


def task(run: str, *methods: Method, init: str = SET_KIND, kind: Field = KIND) -> Class:
    """A runnable whose objects hold the kind that they were made with."""
    constructor = method("<init>", f"{INIT}\n{init}", "(I)V")
    return Class("Lx/Task;", [constructor, method("run", run), *methods], [kind], interfaces=[RUNNABLE])


def guarded(test: str, *, kind: str = GET_KIND) -> str:
    """Read behind a test of the kind in v0; `:skip` leads past the read."""
    return f"{kind}\n{test}\n{READ}\n:skip"


@pytest.mark.parametrize(
    "test",
    [
        "const/4 v1, 2\nif-ne v0, v1, :skip",
        "if-eqz v0, :skip",
        "const/4 v1, 1\nif-eq v0, v1, :skip\nif-eqz v0, :skip",
        "const/4 v1, 1\nif-le v0, v1, :skip",
        "packed-switch v0, 0, :skip, :skip, :read\n:read",
        "packed-switch v0, 2, :read\ngoto :skip\n:read",
        "sparse-switch v0, 0 -> :skip, 900 -> :skip",
        "add-int/lit8 v0, v0, -2\nif-nez v0, :skip",
        "and-int/lit8 v0, v0, 2\nif-eqz v0, :skip",
        "move v2, v0\nconst/4 v1, 2\nif-ne v1, v2, :skip",
    ],
)
def test_an_object_is_known_by_the_number_that_it_was_made_with(test: str) -> None:
    read = the_read(*app(make(0), make(2), task(guarded(test))))

    assert triggers(read) == TAP
    assert steps(read.paths[0]) == ["Main.onCreate", "Tap.onClick", "Task.run", "Reader.read"]


def test_a_read_in_the_branch_of_the_start_is_none_of_the_tap() -> None:
    read = the_read(*app(make(0), make(2), task(guarded("if-nez v0, :skip"))))

    assert triggers(read) == ["app-start"]


def test_both_ways_stay_where_both_numbers_lead_to_the_read() -> None:
    read = the_read(*app(make(1), make(2), task(guarded("if-eqz v0, :skip"))))

    assert triggers(read) == BOTH


def test_two_reads_of_one_class_each_have_their_own_way() -> None:
    run = f"""
        {GET_KIND}
        if-eqz v0, :emails
        {query(static(CONTACTS))}
        return-void
        :emails
        {query(static(EMAILS))}
    """
    reads = audit(*app(make(0), make(2), task(run))).reads

    assert {(read.uri or "").rpartition("/")[2]: triggers(read) for read in reads} == {
        "contacts": TAP,
        "emails": ["app-start"],
    }


def test_a_constructor_may_set_the_number_itself_or_leave_it_to_another() -> None:
    plain = method("<init>", f"{INIT}\nconst/4 v0, 0\niput v0, p0, Lx/Task;->kind:I")
    through = method("<init>", "const/4 v0, 2\ninvoke-direct {p0, v0}, Lx/Task;-><init>(I)V", "(J)V")
    start = "new-instance v8, Lx/Task;\ninvoke-direct {v8}, Lx/Task;-><init>()V\n"
    tap = """
        const-wide/16 v6, 1
        new-instance v8, Lx/Task;
        invoke-direct {v8, v6, v7}, Lx/Task;-><init>(J)V
    """
    read = the_read(*app(start, tap, task(guarded("if-eqz v0, :skip"), plain, through)))

    assert triggers(read) == TAP


def test_a_number_in_a_superclass_is_set_by_its_constructor() -> None:
    below = Class(
        "Lx/Below;",
        [method("<init>", "invoke-direct {p0, p1}, Lx/Task;-><init>(I)V", "(I)V")],
        superclass="Lx/Task;",
    )
    start, tap = (make(kind).replace("Lx/Task;", "Lx/Below;") for kind in (0, 2))
    read = the_read(*app(start, tap, task(guarded("if-eqz v0, :skip")), below))

    assert triggers(read) == TAP


@pytest.mark.parametrize(
    "other",
    [
        method("change", "const/4 v0, 2\niput v0, p0, Lx/Task;->kind:I"),
        static_method("change", "const/4 v0, 2\niput v0, p0, Lx/Task;->kind:I", "(Lx/Task;)V"),
        method("<init>", "const/4 v0, 2\niput v0, p1, Lx/Task;->kind:I", "(Lx/Task;)V"),
    ],
)
def test_a_number_that_is_written_elsewhere_tells_nothing(other: Method) -> None:
    read = the_read(*app(make(0), make(2), task(guarded("if-eqz v0, :skip"), other)))

    assert triggers(read) == BOTH


def test_a_number_that_another_class_writes_tells_nothing() -> None:
    other = Class("Lx/Other;", [static_method("change", "iput p1, p0, Lx/Task;->kind:I", "(Lx/Task;I)V")])
    read = the_read(*app(make(0), make(2), task(guarded("if-eqz v0, :skip")), other))

    assert triggers(read) == BOTH


def test_a_constructor_that_sets_one_of_two_numbers_tells_nothing() -> None:
    init = f"{SET_KIND}\nif-eqz p1, :done\nconst/4 v0, 2\niput v0, p0, Lx/Task;->kind:I\n:done"
    read = the_read(*app(make(0), make(2), task(guarded("if-eqz v0, :skip"), init=init)))

    assert triggers(read) == BOTH


@pytest.mark.parametrize(
    "unknown",
    [
        "invoke-static {}, Ljava/lang/System;->identityHashCode()I\nmove-result v7",
        "const/4 v7, 0\nif-eqz p0, :known\nconst/4 v7, 2\n:known",
        "sget v7, Lx/Other;->n:I",
    ],
)
def test_a_number_that_is_not_known_leads_anywhere(unknown: str) -> None:
    read = the_read(*app(make(unknown), make(2), task(guarded("if-eqz v0, :skip"))))

    assert triggers(read) == BOTH


def test_a_byte_is_not_compared_because_it_cuts_what_is_put_into_it() -> None:
    run = guarded("if-nez v0, :skip", kind="iget-byte v0, p0, Lx/Task;->kind:B")
    short = task(run, init="iput-byte p1, p0, Lx/Task;->kind:B", kind=Field("kind", "B"))

    assert triggers(the_read(*app(make(256), make(0), short))) == BOTH


def test_an_object_that_is_still_being_made_has_no_number_yet() -> None:
    base = Class(
        "Lx/Base;",
        [method("<init>", f"{INIT}\ninvoke-virtual {{p0}}, Lx/Base;->load()V"), method("load", "")],
    )
    load = method("load", guarded("if-nez v0, :skip"))
    init = method("<init>", f"invoke-direct {{p0}}, Lx/Base;-><init>()V\n{SET_KIND}", "(I)V")
    early = Class("Lx/Task;", [init, load], [KIND], superclass="Lx/Base;")

    assert triggers(the_read(*app(make(2), make(0), early, base))) == BOTH


def test_a_read_that_no_known_number_leads_to_keeps_the_way_that_was_found() -> None:
    read = the_read(*app(make(0), "", task(guarded("if-eqz v0, :skip"))))

    assert (read.reachable, triggers(read)) == ("yes", ["app-start"])


def pass_on(number: int, name: str = "load") -> str:
    return f"const/4 v7, {number}\ninvoke-static {{v7}}, Lx/Desk;->{name}(I)V\n"


def desk(load: str, *methods: Method) -> Class:
    return Class("Lx/Desk;", [static_method("load", load, "(I)V"), *methods])


def test_a_number_that_is_passed_says_what_is_read() -> None:
    read = the_read(*app(pass_on(0), pass_on(2), desk(f"if-eqz p0, :skip\n{READ}\n:skip")))

    assert triggers(read) == TAP


def test_a_number_may_be_passed_along() -> None:
    along = static_method("take", "invoke-static {p0}, Lx/Desk;->load(I)V", "(I)V")
    classes = app(pass_on(0, "take"), pass_on(2, "take"), desk(f"if-eqz p0, :skip\n{READ}\n:skip", along))

    assert triggers(the_read(*classes)) == TAP


def test_a_number_may_be_kept_by_an_object_and_passed_by_it() -> None:
    run = f"{GET_KIND}\ninvoke-static {{v0}}, Lx/Desk;->load(I)V"
    classes = app(make(0), make(2), task(run), desk(f"if-eqz p0, :skip\n{READ}\n:skip"))

    assert triggers(the_read(*classes)) == TAP


def test_a_parameter_that_is_overwritten_tells_nothing() -> None:
    read = the_read(*app(pass_on(0), pass_on(2), desk(f"const/4 p0, 1\nif-eqz p0, :skip\n{READ}\n:skip")))

    assert triggers(read) == BOTH


def test_a_parameter_that_is_overwritten_on_one_way_tells_nothing() -> None:
    load = f"sget v0, Lx/Other;->n:I\nif-eqz v0, :test\nconst/4 p0, 2\n:test\nif-eqz p0, :skip\n{READ}\n:skip"

    assert triggers(the_read(*app(pass_on(0), pass_on(2), desk(load)))) == BOTH


def test_a_read_in_a_handler_of_the_other_branch_stays() -> None:
    load = f"""
        if-nez p0, :skip
        :from
        invoke-static {{}}, Ljava/lang/System;->gc()V
        :to
        :skip
        return-void
        :caught
        {READ}
        .catchall {{:from .. :to}} :caught
    """

    assert triggers(the_read(*app(pass_on(0), pass_on(2), desk(load)))) == ["app-start"]


SOURCES = (
    Class("Lx/Source;", [method("<init>", INIT)]),
    Class("Lx/People;", [method("<init>", "invoke-direct {p0}, Lx/Source;-><init>()V")], superclass="Lx/Source;"),
    Class("Lx/Album;", [method("<init>", "invoke-direct {p0}, Lx/Source;-><init>()V")], superclass="Lx/Source;"),
)
LOAD = "(Lx/Source;)V"


def load_of(name: str) -> str:
    return f"""
        new-instance v7, {name}
        invoke-direct {{v7}}, {name}-><init>()V
        invoke-static {{v7}}, Lx/Loader;->load{LOAD}
    """


def loader(body: str, descriptor: str = LOAD) -> Class:
    return Class("Lx/Loader;", [static_method("load", body, descriptor)])


@pytest.mark.parametrize("uri", [IMAGES, EMAILS])
def test_the_class_of_an_argument_says_which_table_is_read(uri: str) -> None:
    choose = f"""
        instance-of v0, p0, Lx/People;
        if-eqz v0, :other
        {static(CONTACTS)}
        goto :ask
        :other
        {static(uri)}
        :ask
    """
    reads = audit(*app(load_of("Lx/Album;"), load_of("Lx/People;"), *SOURCES, loader(query(choose)))).reads

    (people,) = [read for read in reads if read.paths and (read.uri or "").endswith("/contacts")]
    assert triggers(people) == TAP


def test_a_helper_may_choose_the_table_by_the_class_of_its_argument() -> None:
    choose = static_method(
        "choose",
        f"""
        instance-of v0, p0, Lx/People;
        {static(IMAGES)}
        if-eqz v0, :done
        {static(CONTACTS)}
        :done
        """,
        "(Lx/Source;)Landroid/net/Uri;",
        end="return-object v1",
    )
    ask = "invoke-static {p0}, Lx/Chooser;->choose(Lx/Source;)Landroid/net/Uri;\nmove-result-object v1"
    classes = [*SOURCES, loader(query(ask)), Class("Lx/Chooser;", [choose])]
    (read,) = [each for each in audit(*app(load_of("Lx/Album;"), load_of("Lx/People;"), *classes)).reads if each.paths]

    assert triggers(read) == TAP


def test_an_object_whose_class_is_only_declared_may_be_any_below() -> None:
    pass_any = f"sget-object v7, Lx/Box;->held:Lx/Source;\ninvoke-static {{v7}}, Lx/Loader;->load{LOAD}\n"
    box = Class("Lx/Box;", [], [Field("held", "Lx/Source;", PUBLIC | STATIC)])
    load = f"instance-of v0, p0, Lx/People;\nif-eqz v0, :skip\n{READ}\n:skip"

    assert triggers(the_read(*app(pass_any, load_of("Lx/People;"), *SOURCES, loader(load), box))) == BOTH


def test_an_object_declared_as_a_class_without_subclasses_is_no_other() -> None:
    pass_album = f"sget-object v7, Lx/Box;->held:Lx/Album;\ninvoke-static {{v7}}, Lx/Loader;->load{LOAD}\n"
    box = Class("Lx/Box;", [], [Field("held", "Lx/Album;", PUBLIC | STATIC)])
    load = f"instance-of v0, p0, Lx/People;\nif-eqz v0, :skip\n{READ}\n:skip"

    assert triggers(the_read(*app(pass_album, load_of("Lx/People;"), *SOURCES, loader(load), box))) == TAP


def template(work: str) -> list[Class]:
    """A base class that runs work of which only one of two subclasses reads."""
    call = "invoke-virtual {p0}, Lx/Base;->work()V"
    base = Class(
        "Lx/Base;",
        [method("<init>", INIT), method("go", call), Method("work", "()V", PUBLIC | ABSTRACT)],
        flags=PUBLIC | ABSTRACT,
    )
    init = method("<init>", "invoke-direct {p0}, Lx/Base;-><init>()V")
    return [
        base,
        Class("Lx/Reads;", [init, method("work", work)], superclass="Lx/Base;"),
        Class("Lx/Idle;", [init, method("work", "")], superclass="Lx/Base;"),
    ]


def go(name: str) -> str:
    return f"""
        new-instance v7, {name}
        invoke-direct {{v7}}, {name}-><init>()V
        invoke-virtual {{v7}}, Lx/Base;->go()V
    """


def test_a_base_class_runs_the_work_of_the_object_that_was_made() -> None:
    read = the_read(*app(go("Lx/Idle;"), go("Lx/Reads;"), *template(READ)))

    assert triggers(read) == TAP


def test_a_call_on_a_new_object_runs_no_other_class() -> None:
    idle = go("Lx/Idle;").replace("go()V", "work()V")

    assert triggers(the_read(*app(idle, go("Lx/Reads;"), *template(READ)))) == TAP


def test_a_call_that_names_the_superclass_by_super_runs_its_version() -> None:
    base = Class("Lx/Base;", [method("<init>", INIT), method("work", READ)])
    init = method("<init>", "invoke-direct {p0}, Lx/Base;-><init>()V")
    below = Class("Lx/Below;", [init, method("work", "invoke-super {p0}, Lx/Base;->work()V")], superclass="Lx/Base;")
    start, tap = (go(name).replace("go()V", "work()V") for name in ("Lx/Below;", "Lx/Base;"))

    assert triggers(the_read(*app(start, tap, base, below))) == BOTH


def test_objects_of_very_many_kinds_are_not_told_apart() -> None:
    many = "".join(make(number) for number in range(100, 600))
    read = the_read(*app(make(0) + many, make(2), task(guarded("if-eqz v0, :skip"))))

    assert triggers(read) == BOTH
