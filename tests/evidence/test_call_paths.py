"""How reads are reached: calls, overrides, allocations, initialisers, and what triggers them (DESIGN.md section 3)."""

from __future__ import annotations

import pytest
from evidence.app import (
    ACTIVITY,
    CONTACTS,
    LAUNCHED,
    MAIN,
    ON_CREATE,
    audit,
    component,
    constructor,
    interface,
    main,
    method,
    query,
    static,
    static_method,
    steps,
    the_read,
    triggers,
)
from support.dexfile import ABSTRACT, PRIVATE, PUBLIC, STATIC, Class, Field, Method

from permaudit.model.evidence import Read
from permaudit.model.manifest import Component

READING = query(static(CONTACTS))
READER = Class("Lx/Reader;", [static_method("read", READING)])
CALL_READER = "invoke-static {}, Lx/Reader;->read()V"
RUNNABLE = "Ljava/lang/Runnable;"
CLICK = "Landroid/view/View$OnClickListener;"
SET_LISTENER = f"Landroid/view/View;->setOnClickListener({CLICK})V"
VIEW = "(Landroid/view/View;)V"
SECOND = component("activity", "x.Second")


def allocate(name: str) -> str:
    """Make an object and hand it to nobody in particular."""
    return f"new-instance v8, {name}\ninvoke-direct {{v8}}, {name}-><init>()V\n"


def listen(name: str) -> str:
    """Make a listener and set it on a view."""
    return (
        f"{allocate(name)}const/4 v9, 0\ninvoke-virtual {{v9, v8}}, Landroid/view/View;->setOnClickListener({CLICK})V\n"
    )


def runnable(name: str, body: str = READING) -> Class:
    return Class(name, [constructor(), method("run", body)], interfaces=[RUNNABLE])


def listener(name: str, body: str = READING) -> Class:
    return Class(name, [constructor(), method("onClick", body, VIEW)], interfaces=[CLICK])


def activity(name: str, body: str) -> Class:
    return Class(name, [method("onCreate", body, ON_CREATE)], superclass=ACTIVITY)


def one_read(*classes: Class, components: tuple[Component, ...] = (LAUNCHED,), hides_code: bool = False) -> Read:
    (read,) = audit(*classes, components=components, hides_code=hides_code).reads
    return read


def test_a_read_in_the_launcher_happens_at_the_start() -> None:
    read = the_read(main(READING))

    (path,) = read.paths
    assert (read.reachable, path.trigger, steps(path)) == ("yes", "app-start", ["Main.onCreate"])
    assert (path.entry.method.name, path.entry.component) == ("onCreate", "x.Main")


def test_a_read_in_another_activity_happens_when_its_screen_opens() -> None:
    read = one_read(main(""), activity("Lx/Second;", READING), components=(LAUNCHED, SECOND))

    assert triggers(read) == ["screen-open"]
    assert read.paths[0].entry.component == "x.Second"


@pytest.mark.parametrize(
    ("kind", "superclass", "callback"),
    [
        ("application", "Landroid/app/Application;", ("onCreate", "()V")),
        ("provider", "Landroid/content/ContentProvider;", ("onCreate", "()Z")),
    ],
)
def test_the_application_and_providers_run_at_the_start(kind: str, superclass: str, callback: tuple[str, str]) -> None:
    name, descriptor = callback
    end = "return-void" if descriptor == "()V" else "const/4 v0, 1\nreturn v0"
    app = Class("Lx/App;", [method(name, READING, descriptor, end=end)], superclass=superclass)

    read = one_read(app, components=(component(kind, "x.App"),))  # type: ignore[arg-type]

    assert triggers(read) == ["app-start"]


def test_a_component_that_the_manifest_does_not_name_is_never_started() -> None:
    read = one_read(main(""), activity("Lx/Second;", READING))

    assert (read.reachable, read.paths) == ("no", ())


def test_every_step_names_the_instruction_that_leads_on() -> None:
    body = f"nop\nnop\nnop\n{CALL_READER}"

    read = the_read(main(body), READER)

    (path,) = read.paths
    assert steps(path) == ["Main.onCreate", "Reader.read"]
    assert path.steps[0].via == "call"
    assert path.steps[0].offset == 3
    assert path.steps[-1].offset == read.at.offset


def test_the_place_of_a_read_counts_code_units() -> None:
    # sget (2 units), five const/4 (1 each), then the query
    assert the_read(main(READING)).at.offset == 7


def test_the_shortest_of_several_ways_is_shown() -> None:
    long_way = Class(
        "Lx/Long;", [static_method("a", "invoke-static {}, Lx/Long;->b()V"), static_method("b", CALL_READER)]
    )

    read = the_read(main(f"invoke-static {{}}, Lx/Long;->a()V\n{CALL_READER}"), long_way, READER)

    assert [steps(path) for path in read.paths] == [["Main.onCreate", "Reader.read"]]


def test_each_trigger_has_a_path() -> None:
    read = the_read(main(f"{CALL_READER}\n{listen('Lx/Tap;')}"), listener("Lx/Tap;", CALL_READER), READER)

    assert triggers(read) == ["app-start", "tap"]
    assert {path.trigger: steps(path)[-2] for path in read.paths} == {
        "app-start": "Main.onCreate",
        "tap": "Tap.onClick",
    }


def test_code_that_nobody_calls_is_not_reached() -> None:
    read = the_read(main(""), READER)

    assert (read.reachable, read.paths) == ("no", ())


def test_code_that_only_dead_code_calls_is_not_reached() -> None:
    assert the_read(main(""), Class("Lx/Dead;", [static_method("a", CALL_READER)]), READER).reachable == "no"


def test_where_code_is_hidden_nobody_knows_that_it_is_not_reached() -> None:
    assert one_read(main(""), READER, hides_code=True).reachable == "unknown"


def test_where_code_is_hidden_what_is_reached_stays_reached() -> None:
    assert one_read(main(READING), hides_code=True).reachable == "yes"


def test_calls_in_a_circle_end() -> None:
    circle = Class(
        "Lx/C;",
        [
            static_method("a", "invoke-static {}, Lx/C;->b()V"),
            static_method("b", f"invoke-static {{}}, Lx/C;->a()V\n{READING}"),
        ],
    )

    assert steps(the_read(main("invoke-static {}, Lx/C;->a()V"), circle).paths[0]) == ["Main.onCreate", "C.a", "C.b"]


BASE = Class("Lx/Base;", [constructor(), method("work", "")])


def derived(name: str, body: str = READING, superclass: str = "Lx/Base;") -> Class:
    return Class(name, [constructor(), method("work", body)], superclass=superclass)


def test_a_call_on_the_superclass_runs_the_override() -> None:
    body = f"{allocate('Lx/Derived;')}invoke-virtual {{v8}}, Lx/Base;->work()V"

    read = the_read(main(body), BASE, derived("Lx/Derived;"))

    (path,) = read.paths
    assert (steps(path), path.steps[0].via) == (["Main.onCreate", "Derived.work"], "virtual")


def test_an_override_in_a_class_of_which_there_is_no_object_does_not_run() -> None:
    body = f"{allocate('Lx/Base;')}invoke-virtual {{v8}}, Lx/Base;->work()V"

    assert the_read(main(body), BASE, derived("Lx/Derived;")).reachable == "no"


def test_an_object_of_a_subclass_runs_the_method_it_inherits() -> None:
    lower = Class("Lx/Lower;", [constructor()], superclass="Lx/Derived;")
    body = f"{allocate('Lx/Lower;')}invoke-virtual {{v8}}, Lx/Base;->work()V"

    assert the_read(main(body), BASE, derived("Lx/Derived;"), lower).reachable == "yes"


def test_a_call_on_the_subclass_runs_the_inherited_method() -> None:
    lower = Class("Lx/Lower;", [constructor()], superclass="Lx/Derived;")
    body = f"{allocate('Lx/Lower;')}invoke-virtual {{v8}}, Lx/Lower;->work()V"

    assert the_read(main(body), BASE, derived("Lx/Derived;"), lower).reachable == "yes"


def test_a_call_on_super_runs_the_method_of_the_superclass() -> None:
    base = Class("Lx/Base;", [method("onCreate", READING, ON_CREATE)], superclass=ACTIVITY)
    own = Class(
        MAIN,
        [method("onCreate", f"invoke-super {{p0, p1}}, Lx/Base;->onCreate{ON_CREATE}", ON_CREATE)],
        superclass="Lx/Base;",
    )

    assert triggers(the_read(own, base)) == ["app-start"]


def test_a_call_on_super_does_not_run_a_sibling() -> None:
    caller = derived("Lx/Caller;", "invoke-super {p0}, Lx/Base;->work()V")
    body = f"{allocate('Lx/Sibling;')}{allocate('Lx/Caller;')}invoke-virtual {{v8}}, Lx/Caller;->work()V"

    assert the_read(main(body), BASE, caller, derived("Lx/Sibling;")).reachable == "no"


def test_a_method_that_is_overridden_does_not_run_for_the_subclass() -> None:
    base = Class("Lx/Base;", [method("onCreate", READING, ON_CREATE)], superclass=ACTIVITY)
    own = Class(MAIN, [method("onCreate", "", ON_CREATE)], superclass="Lx/Base;")

    assert the_read(own, base).reachable == "no"


def test_a_call_on_an_interface_runs_its_implementer() -> None:
    task = interface("Lx/Task;", "work()V")
    mine = Class("Lx/Mine;", [constructor(), method("work", READING)], interfaces=["Lx/Task;"])
    body = f"{allocate('Lx/Mine;')}invoke-interface {{v8}}, Lx/Task;->work()V"

    read = the_read(main(body), task, mine)

    assert (steps(read.paths[0]), read.paths[0].steps[0].via) == (["Main.onCreate", "Mine.work"], "virtual")


def test_a_method_that_a_subclass_lends_to_an_interface_runs() -> None:
    task = interface("Lx/Task;", "work()V")
    both = Class("Lx/Both;", [constructor()], superclass="Lx/Derived;", interfaces=["Lx/Task;"])
    body = f"{allocate('Lx/Both;')}invoke-interface {{v8}}, Lx/Task;->work()V"

    assert the_read(main(body), task, BASE, derived("Lx/Derived;"), both).reachable == "yes"


def test_a_private_method_is_reached_by_its_own_class() -> None:
    secret = Method("secret", "()V", PRIVATE, method("x", READING).code)

    assert the_read(main(f"invoke-direct {{p0}}, {MAIN}->secret()V", secret)).reachable == "yes"


@pytest.mark.parametrize(
    "worker",
    [
        runnable("Lx/Work;"),
        Class("Lx/Work;", [constructor(), method("run", READING)], superclass="Ljava/lang/Thread;"),
        Class("Lx/Work;", [constructor(), method("run", READING)], superclass="Ljava/util/TimerTask;"),
        Class(
            "Lx/Work;",
            [constructor(), method("call", READING, "()Ljava/lang/Object;", end="const/4 v0, 0\nreturn-object v0")],
            interfaces=["Ljava/util/concurrent/Callable;"],
        ),
        Class(
            "Lx/Work;",
            [
                constructor(),
                method(
                    "doInBackground",
                    READING,
                    "([Ljava/lang/Object;)Ljava/lang/Object;",
                    end="const/4 v0, 0\nreturn-object v0",
                ),
            ],
            superclass="Landroid/os/AsyncTask;",
        ),
        Class(
            "Lx/Work;",
            [constructor(), method("handleMessage", READING, "(Landroid/os/Message;)V")],
            superclass="Landroid/os/Handler;",
        ),
    ],
    ids=["Runnable", "Thread", "TimerTask", "Callable", "AsyncTask", "Handler"],
)
def test_work_on_another_thread_is_reached_from_where_it_is_made_and_is_no_trigger(worker: Class) -> None:
    read = the_read(main(allocate("Lx/Work;")), worker)

    (path,) = read.paths
    assert (path.trigger, path.steps[0].via) == ("app-start", "allocation")
    assert steps(path)[0] == "Main.onCreate"
    assert path.steps[0].offset == 0


def test_work_that_nobody_makes_does_not_run() -> None:
    assert the_read(main(""), runnable("Lx/Work;")).reachable == "no"


def test_work_made_on_a_tap_has_the_tap_as_its_trigger() -> None:
    read = the_read(main(listen("Lx/Tap;")), listener("Lx/Tap;", allocate("Lx/Work;")), runnable("Lx/Work;"))

    assert triggers(read) == ["tap"]
    assert steps(read.paths[0]) == ["Main.onCreate", "Tap.onClick", "Work.run"]


def test_a_subclass_that_is_made_runs_the_work_it_inherits() -> None:
    lower = Class("Lx/Lower;", [constructor()], superclass="Lx/Work;")

    assert the_read(main(allocate("Lx/Lower;")), runnable("Lx/Work;"), lower).reachable == "yes"


def test_a_listener_reads_on_a_tap_and_not_at_the_start() -> None:
    assert triggers(the_read(main(listen("Lx/Tap;")), listener("Lx/Tap;"))) == ["tap"]


def test_the_trigger_nearest_the_read_counts() -> None:
    answered = method("onRequestPermissionsResult", READING, "(I[Ljava/lang/String;[I)V")

    assert triggers(the_read(main("", answered))) == ["permission-granted"]


def test_an_activity_that_listens_itself_reads_on_a_tap() -> None:
    own = main("", method("onClick", READING, VIEW), interfaces=[CLICK])

    assert triggers(the_read(own)) == ["tap"]


def test_a_menu_a_result_and_a_back_button_are_taps() -> None:
    menu = method("onOptionsItemSelected", CALL_READER, "(Landroid/view/MenuItem;)Z", end="const/4 v0, 1\nreturn v0")
    back = method("onBackPressed", CALL_READER)

    assert triggers(the_read(main("", menu, back), READER)) == ["tap"]


HUB = interface("Lx/Function;", "apply()V")


def implementer(number: int, body: str = "") -> Class:
    return Class(f"Lx/F{number};", [constructor(), method("apply", body)], interfaces=["Lx/Function;"])


def test_a_call_on_one_of_forty_functions_means_the_one_that_is_made_there() -> None:
    others = [implementer(number) for number in range(40)]
    make_others = "".join(allocate(f"Lx/F{number};") for number in range(40))
    call = f"{make_others}invoke-interface {{v8}}, Lx/Function;->apply()V"
    tap = listener("Lx/Tap;", f"{allocate('Lx/F40;')}invoke-interface {{v8}}, Lx/Function;->apply()V")

    read = the_read(main(f"{call}\n{listen('Lx/Tap;')}"), HUB, *others, implementer(40, READING), tap)

    assert triggers(read) == ["tap"]
    assert read.paths[0].steps[-2].via == "allocation"


def test_a_function_of_forty_that_nobody_makes_does_not_run() -> None:
    others = [implementer(number) for number in range(40)]
    make_others = "".join(allocate(f"Lx/F{number};") for number in range(40))
    call = f"{make_others}invoke-interface {{v8}}, Lx/Function;->apply()V"

    assert the_read(main(call), HUB, *others, implementer(40, READING)).reachable == "no"


def test_one_of_two_functions_is_reached_through_the_call() -> None:
    call = f"{allocate('Lx/F0;')}{allocate('Lx/F1;')}invoke-interface {{v8}}, Lx/Function;->apply()V"

    assert the_read(main(call), HUB, implementer(0), implementer(1, READING)).reachable == "yes"


def test_a_static_initialiser_runs_when_its_class_is_used() -> None:
    once = Class("Lx/Once;", [static_method("<clinit>", READING)], [Field("n", "I", PUBLIC | STATIC)])

    read = the_read(main("sget v8, Lx/Once;->n:I"), once)

    assert (triggers(read), read.paths[0].steps[0].via) == (["app-start"], "static-init")


@pytest.mark.parametrize(
    "use",
    ["invoke-static {}, Lx/Once;->touch()V", "new-instance v8, Lx/Once;", "const/4 v8, 0\nsput v8, Lx/Once;->n:I"],
    ids=["a static call", "an object", "a written field"],
)
def test_a_static_initialiser_runs_at_every_kind_of_use(use: str) -> None:
    methods = [static_method("<clinit>", READING), static_method("touch", "")]

    assert the_read(main(use), Class("Lx/Once;", methods, [Field("n", "I", PUBLIC | STATIC)])).reachable == "yes"


def test_a_static_initialiser_of_a_class_nobody_uses_does_not_run() -> None:
    assert the_read(main(""), Class("Lx/Once;", [static_method("<clinit>", READING)])).reachable == "no"


def test_a_listener_that_its_own_class_keeps_as_its_only_object_is_reached() -> None:
    field = f"Lx/Only;->INSTANCE:{CLICK}"
    only = Class(
        "Lx/Only;",
        [
            static_method("<clinit>", f"{allocate('Lx/Only;')}sput-object v8, {field}"),
            constructor(),
            method("onClick", READING, VIEW),
        ],
        [Field("INSTANCE", CLICK, PUBLIC | STATIC)],
        interfaces=[CLICK],
    )

    assert triggers(the_read(main(f"sget-object v8, {field}"), only)) == ["tap"]
    assert the_read(main(""), only).reachable == "no"


def test_a_class_that_extends_itself_through_another_ends() -> None:
    cycle = [
        Class("Lx/A;", [constructor(), method("run", READING)], superclass="Lx/B;", interfaces=[RUNNABLE]),
        Class("Lx/B;", [constructor()], superclass="Lx/A;"),
    ]

    assert the_read(main(allocate("Lx/A;")), *cycle).reachable == "yes"


def test_interfaces_that_extend_each_other_end() -> None:
    cycle = [
        Class("Lx/I;", [Method("go", "()V", PUBLIC | ABSTRACT)], interfaces=["Lx/J;"], flags=0x601),
        Class("Lx/J;", interfaces=["Lx/I;"], flags=0x601),
        Class("Lx/K;", [constructor(), method("go", READING)], interfaces=["Lx/J;"]),
    ]

    assert the_read(main(f"{allocate('Lx/K;')}invoke-interface {{v8}}, Lx/I;->go()V"), *cycle).reachable == "yes"


def test_a_class_that_is_its_own_superclass_ends() -> None:
    itself = Class("Lx/A;", [constructor(), method("go", READING)], superclass="Lx/A;")

    assert the_read(main(f"{allocate('Lx/A;')}invoke-virtual {{v8}}, Lx/A;->go()V"), itself).reachable == "yes"


def test_code_of_a_library_is_named_as_its_own() -> None:
    library = Class("Lcom/squareup/picasso/Handler;", [static_method("load", READING)])

    read = the_read(main("invoke-static {}, Lcom/squareup/picasso/Handler;->load()V"), library)

    assert read.owner.kind == "library"
    assert "picasso" in str(read.owner.name).lower()


@pytest.mark.parametrize(("held", "permitted"), [(["android.permission.READ_CONTACTS"], True), ([], False)])
def test_a_read_needs_its_permission(held: list[str], permitted: bool) -> None:  # noqa: FBT001
    (read,) = audit(main(READING), held=held).reads

    assert (read.permission, read.permitted) == ("android.permission.READ_CONTACTS", permitted)


def test_the_same_app_gives_the_same_evidence() -> None:
    app = [main(f"{CALL_READER}\n{listen('Lx/Tap;')}"), listener("Lx/Tap;", CALL_READER), READER]

    assert audit(*app) == audit(*app)


def test_the_order_of_the_classes_changes_nothing_that_is_reported() -> None:
    app = [main(f"{CALL_READER}\n{listen('Lx/Tap;')}"), listener("Lx/Tap;", CALL_READER), READER]

    assert audit(*app).reads == audit(*app[::-1]).reads
