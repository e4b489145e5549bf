"""What starts services, receivers, layout handlers and script bridges, and the triggers that gives."""

from __future__ import annotations

import msgspec
import pytest
from evidence.app import (
    CONTACTS,
    LAUNCHED,
    audit,
    component,
    constructor,
    main,
    method,
    query,
    static,
    steps,
    triggers,
)
from evidence.test_call_paths import allocate, listen, listener
from support.dexfile import ABSTRACT, PUBLIC, Class, Method
from support.instructions import Code

from permaudit.model.evidence import Read
from permaudit.model.manifest import Component, ComponentKind

READING = query(static(CONTACTS))
SERVICE = Class("Lx/Sync;", [constructor(), method("onCreate", READING)], superclass="Landroid/app/Service;")
RECEIVE = "(Landroid/content/Context;Landroid/content/Intent;)V"
RECEIVER = Class(
    "Lx/Wake;", [constructor(), method("onReceive", READING, RECEIVE)], superclass="Landroid/content/BroadcastReceiver;"
)
VIEW = "(Landroid/view/View;)V"
BOOT = "android.intent.action.BOOT_COMPLETED"


def intent(name: str) -> str:
    """An explicit intent for a class, in v8; uses v9 and v10."""
    return f"""
        new-instance v8, Landroid/content/Intent;
        const-class v9, {name}
        const/4 v10, 0
        invoke-direct {{v8, v10, v9}}, Landroid/content/Intent;-><init>(Landroid/content/Context;Ljava/lang/Class;)V
    """


def start(name: str, how: str = "startService") -> str:
    result = "Landroid/content/ComponentName;" if how == "startService" else "V"
    method_name = f"Landroid/content/Context;->{how}(Landroid/content/Intent;){result}"
    return f"{intent(name)}invoke-virtual {{v10, v8}}, {method_name}\n"


PENDING = "Landroid/app/PendingIntent;"
GET_BROADCAST = f"{PENDING}->getBroadcast(Landroid/content/Context;ILandroid/content/Intent;I){PENDING}"
ALARM = f"""
    {intent("Lx/Wake;")}
    const/4 v11, 0
    invoke-static {{v10, v11, v8, v11}}, {GET_BROADCAST}
    move-result-object v4
    const/4 v0, 0
    const/4 v1, 0
    const-wide/16 v2, 1000
    invoke-virtual/range {{v0 .. v4}}, Landroid/app/AlarmManager;->set(IJ{PENDING})V
"""


def one_read(*classes: Class, components: tuple[Component, ...], handlers: tuple[str, ...] = ()) -> Read:
    (read,) = audit(*classes, components=(LAUNCHED, *components), handlers=handlers).reads
    return read


@pytest.mark.parametrize(
    ("kind", "action", "trigger"),
    [
        ("receiver", BOOT, "boot"),
        ("receiver", "android.provider.Telephony.SMS_RECEIVED", "sms-received"),
        ("receiver", "com.google.android.c2dm.intent.RECEIVE", "push"),
        ("receiver", "com.example.partner.ASK", "other-app"),
        ("receiver", "android.intent.action.USER_PRESENT", "background"),
    ],
)
def test_a_receiver_has_the_trigger_of_what_it_waits_for(kind: ComponentKind, action: str, trigger: str) -> None:
    read = one_read(main(""), RECEIVER, components=(component(kind, "x.Wake", action),))

    assert triggers(read) == [trigger]
    assert read.paths[0].entry.component == "x.Wake"


def test_a_service_open_to_other_apps_is_started_by_them() -> None:
    assert triggers(one_read(main(""), SERVICE, components=(component("service", "x.Sync", exported=True),))) == [
        "other-app"
    ]


def test_a_service_started_on_a_tap_has_the_tap_as_its_trigger() -> None:
    tap = listener("Lx/Tap;", start("Lx/Sync;"))

    read = one_read(main(listen("Lx/Tap;")), tap, SERVICE, components=(component("service", "x.Sync"),))

    assert triggers(read) == ["tap"]
    assert steps(read.paths[0]) == ["Main.onCreate", "Tap.onClick", "Sync.onCreate"]
    assert read.paths[0].steps[1].via == "intent"


def test_a_service_started_by_the_launcher_runs_at_the_start() -> None:
    read = one_read(main(start("Lx/Sync;")), SERVICE, components=(component("service", "x.Sync"),))

    assert triggers(read) == ["app-start"]


def test_a_service_started_at_boot_has_the_boot_as_its_trigger() -> None:
    boot = Class(
        "Lx/Wake;",
        [constructor(), method("onReceive", start("Lx/Sync;"), RECEIVE)],
        superclass="Landroid/content/BroadcastReceiver;",
    )
    components = (component("receiver", "x.Wake", BOOT), component("service", "x.Sync"))

    assert triggers(one_read(main(""), boot, SERVICE, components=components)) == ["boot"]


def test_a_receiver_told_by_the_app_itself_has_the_trigger_of_whoever_tells_it() -> None:
    tap = listener("Lx/Tap;", start("Lx/Wake;", "sendBroadcast"))

    read = one_read(main(listen("Lx/Tap;")), tap, RECEIVER, components=(component("receiver", "x.Wake"),))

    assert triggers(read) == ["tap"]


def test_a_class_that_is_only_named_is_not_started() -> None:
    read = one_read(main("const-class v8, Lx/Sync;"), SERVICE, components=(component("service", "x.Sync"),))

    assert triggers(read) != ["app-start"]


def test_an_alarm_is_a_schedule_and_not_the_tap_that_set_it() -> None:
    tap = listener("Lx/Tap;", ALARM)

    read = one_read(main(listen("Lx/Tap;")), tap, RECEIVER, components=(component("receiver", "x.Wake"),))

    assert triggers(read) == ["schedule"]


def test_a_job_is_a_schedule() -> None:
    descriptor = "(Landroid/app/job/JobParameters;)Z"
    job = Class(
        "Lx/Sync;",
        [constructor(), method("onStartJob", READING, descriptor, end="const/4 v0, 1\nreturn v0")],
        superclass="Landroid/app/job/JobService;",
    )

    bound = msgspec.structs.replace(component("service", "x.Sync"), permission="android.permission.BIND_JOB_SERVICE")

    assert triggers(one_read(main(""), job, components=(bound,))) == ["schedule"]


@pytest.mark.parametrize("builder", ["OneTimeWorkRequest", "PeriodicWorkRequest"])
def test_a_worker_that_is_asked_for_runs_on_a_schedule(builder: str) -> None:
    made = f"""
        new-instance v8, Landroidx/work/{builder}$Builder;
        const-class v9, Lx/Nightly;
        invoke-direct {{v8, v9}}, Landroidx/work/{builder}$Builder;-><init>(Ljava/lang/Class;)V
    """
    outcome = "Landroidx/work/ListenableWorker$Result;"
    worker = Class(
        "Lx/Nightly;",
        [constructor(), method("doWork", READING, f"(){outcome}", end="const/4 v0, 0\nreturn-object v0")],
        superclass="Landroidx/work/Worker;",
    )

    assert triggers(one_read(main(made), worker, components=())) == ["schedule"]
    assert one_read(main(""), worker, components=()).reachable == "no"


def test_a_method_that_a_layout_names_is_a_tap() -> None:
    read = one_read(main("", method("pay", READING, VIEW)), components=(), handlers=("pay",))

    assert triggers(read) == ["tap"]
    assert read.paths[0].entry.component == "x.Main"


@pytest.mark.parametrize(
    ("name", "descriptor", "handlers"),
    [
        ("pay", VIEW, ()),
        ("pay", VIEW, ("pray",)),
        ("pay", "()V", ("pay",)),
        ("pay", "(Landroid/view/View;I)V", ("pay",)),
    ],
    ids=["no layout", "another name", "no view", "another parameter"],
)
def test_a_method_that_no_layout_can_call_is_not_reached(name: str, descriptor: str, handlers: tuple[str, ...]) -> None:
    read = one_read(main("", method(name, READING, descriptor)), components=(), handlers=handlers)

    assert read.reachable == "no"


def test_a_method_of_that_name_outside_the_activities_is_not_reached() -> None:
    other = Class("Lx/Other;", [constructor(), method("pay", READING, VIEW)])

    assert one_read(main(allocate("Lx/Other;")), other, components=(), handlers=("pay",)).reachable == "no"


def bridge(*annotations: str) -> Class:
    code = Code(14, f"{READING}\nreturn-void")
    return Class("Lx/Bridge;", [constructor(), Method("people", "()V", PUBLIC, code, annotations=annotations)])


ADD_INTERFACE = "Landroid/webkit/WebView;->addJavascriptInterface(Ljava/lang/Object;Ljava/lang/String;)V"
ADD_BRIDGE = f"""
    {allocate("Lx/Bridge;")}
    const/4 v9, 0
    const-string v10, "app"
    invoke-virtual {{v9, v8, v10}}, {ADD_INTERFACE}
"""


def test_a_method_open_to_a_page_is_started_by_script() -> None:
    read = one_read(main(ADD_BRIDGE), bridge("Landroid/webkit/JavascriptInterface;"), components=())

    assert (read.reachable, triggers(read)) == ("yes", ["script"])


def test_a_method_with_another_annotation_is_not_open_to_a_page() -> None:
    assert one_read(main(ADD_BRIDGE), bridge("Ljava/lang/Deprecated;"), components=()).reachable == "no"


def test_a_bridge_that_nobody_makes_is_not_open() -> None:
    assert one_read(main(""), bridge("Landroid/webkit/JavascriptInterface;"), components=()).reachable == "no"


def test_a_push_message_is_its_trigger() -> None:
    descriptor = "(Lcom/google/firebase/messaging/RemoteMessage;)V"
    push = Class(
        "Lx/Push;",
        [constructor(), method("onMessageReceived", READING, descriptor)],
        superclass="Lcom/google/firebase/messaging/FirebaseMessagingService;",
    )
    waiting = component("service", "x.Push", "com.google.firebase.MESSAGING_EVENT")

    assert triggers(one_read(main(""), push, components=(waiting,))) == ["push"]


def worker(name: str, superclass: str, work: str) -> Class:
    return Class(name, [constructor(), method("a", work)], superclass=superclass)


@pytest.mark.parametrize(
    ("library", "trigger"), [("Landroidx/work/Worker;", "schedule"), ("La/b;", "app-start")], ids=["work", "any other"]
)
def test_work_handed_over_by_its_class_is_scheduled_also_where_its_method_was_renamed(
    library: str, trigger: str
) -> None:
    base = Class(library, [constructor(), Method("a", "()V", PUBLIC | ABSTRACT)], flags=PUBLIC | ABSTRACT)
    enqueue = "const-class v0, Lx/Copy;\ninvoke-static {v0}, La/c;->a(Ljava/lang/Class;)V"

    read = one_read(main(enqueue), base, worker("Lx/Copy;", library, READING), components=())

    assert triggers(read) == [trigger]
