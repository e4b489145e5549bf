"""Intents that hold data: to the app's own components, to another app, or to one that the person chooses."""

from __future__ import annotations

import pytest
from evidence.app import LAUNCHED, audit, component, constructor, main, method, static_method, text
from evidence.flows.ways import INTENT, READ, STRING, lines, make, send, static_call, virtual_call
from support.dexfile import Class

from permaudit.model.flow import Flow

CONTEXT, CLASS = "Landroid/content/Context;", "Ljava/lang/Class;"
EXTRA = f"{INTENT}->putExtra({STRING}{STRING}){INTENT}"
PUT = lines(text("name", "v10"), virtual_call("v8, v10, v7", EXTRA))
START = virtual_call("v12, v8", f"{CONTEXT}->startActivity({INTENT})V")
SHOW, HIDDEN = "Lx/Show;", "Lx/Hidden;"


def screen(name: str, key: str = "name") -> Class:
    """An activity that sends an extra of the intent it was started with."""
    body = lines(
        "const/4 v0, 0",
        virtual_call("p0", f"Landroid/app/Activity;->getIntent(){INTENT}", "v1"),
        text(key, "v2"),
        virtual_call("v1, v2", f"{INTENT}->getStringExtra({STRING}){STRING}", "v3"),
        send("v3"),
    )
    return Class(
        name, [constructor(), method("onCreate", body, "(Landroid/os/Bundle;)V")], superclass="Landroid/app/Activity;"
    )


def found(body: str, *classes: Class) -> list[Flow]:
    components = (
        LAUNCHED,
        component("activity", "x.Show"),
        component("activity", "x.Hidden"),
        component("service", "x.Sync"),
    )
    return list(audit(main(lines(READ, body)), *classes, components=components).flows)


def sinks(body: str, *classes: Class) -> list[str]:
    return [each.sink for each in found(body, *classes)]


def named(name: str) -> str:
    return lines(f"const-class v9, {name}", make("v8", INTENT, "v12, v9", f"({CONTEXT}{CLASS})V"))


def action(name: str) -> str:
    return lines(text(name, "v9"), make("v8", INTENT, "v9", f"({STRING})V"))


SEND = action("android.intent.action.SEND")


def test_a_component_of_the_app_gets_it_and_no_other_app() -> None:
    assert sinks(lines(named(SHOW), PUT, START), screen(SHOW)) == ["network"]


def test_another_component_does_not_get_it() -> None:
    both = lines(named(HIDDEN), START, named(SHOW), PUT, START)

    assert sinks(both, screen(SHOW, "other"), screen(HIDDEN)) == []


def test_another_extra_does_not_hold_it() -> None:
    assert sinks(lines(named(SHOW), PUT, START), screen(SHOW, "other")) == []


def test_a_component_that_does_not_ask_sends_nothing() -> None:
    quiet = Class(SHOW, [constructor()], superclass="Landroid/app/Activity;")

    assert sinks(lines(named(SHOW), PUT, START), quiet) == []


COMPONENT = "Landroid/content/ComponentName;"
BY_NAME = {
    "a text": lines(
        text("x.Show", "v9"), virtual_call("v8, v12, v9", f"{INTENT}->setClassName({CONTEXT}{STRING}){INTENT}")
    ),
    "a component of a text": lines(
        text("x.Show", "v9"),
        make("v10", COMPONENT, "v12, v9", f"({CONTEXT}{STRING})V"),
        virtual_call("v8, v10", f"{INTENT}->setComponent({COMPONENT}){INTENT}"),
    ),
    "a component of a class": lines(
        f"const-class v9, {SHOW}",
        make("v10", COMPONENT, "v12, v9", f"({CONTEXT}{CLASS})V"),
        virtual_call("v8, v10", f"{INTENT}->setComponent({COMPONENT}){INTENT}"),
    ),
    "a class": lines(
        f"const-class v9, {SHOW}", virtual_call("v8, v12, v9", f"{INTENT}->setClass({CONTEXT}{CLASS}){INTENT}")
    ),
}


@pytest.mark.parametrize("how", list(BY_NAME))
def test_a_component_gets_it_by_its_name_as(how: str) -> None:
    assert sinks(lines(make("v8", INTENT), BY_NAME[how], PUT, START), screen(SHOW)) == ["network"]


@pytest.mark.parametrize("how", ["a text", "a component of a text"])
def test_a_component_of_another_app_gets_it_by_its_name_as(how: str) -> None:
    other = BY_NAME[how].replace("x.Show", "com.other.Show")

    assert sinks(lines(make("v8", INTENT), other, PUT, START), screen(SHOW)) == ["other-app"]


def test_a_service_is_handed_it_as_a_parameter() -> None:
    handle = lines(
        "const/4 v0, 0",
        text("name", "v2"),
        virtual_call("p1, v2", f"{INTENT}->getStringExtra({STRING}){STRING}", "v3"),
        send("v3"),
    )
    sync = Class(
        "Lx/Sync;",
        [constructor(), method("onStartCommand", handle, f"({INTENT}II)I", end="const/4 v0, 1\nreturn v0")],
        superclass="Landroid/app/Service;",
    )
    start = virtual_call("v12, v8", f"{CONTEXT}->startService({INTENT})Landroid/content/ComponentName;")

    assert sinks(lines(named("Lx/Sync;"), PUT, start), sync) == ["network"]


def test_an_intent_for_anybody_goes_to_another_app() -> None:
    (flow,) = found(lines(action("com.other.TAKE"), PUT, START))

    assert (flow.sink, flow.user_confirmed, flow.leaves_phone) == ("other-app", False, True)


def test_an_intent_whose_screen_shows_it_first_is_confirmed_by_the_person() -> None:
    (flow,) = found(lines(SEND, PUT, START))

    assert (flow.sink, flow.user_confirmed, flow.leaves_phone) == ("other-app", True, False)


def test_an_intent_in_a_chooser_is_confirmed_by_the_person() -> None:
    chooser = lines(
        text("Choose", "v9"),
        static_call("v8, v9", f"{INTENT}->createChooser({INTENT}Ljava/lang/CharSequence;){INTENT}", "v8"),
    )

    (flow,) = found(lines(action("com.other.TAKE"), PUT, chooser, START))

    assert (flow.user_confirmed, flow.leaves_phone) == (True, False)


def test_an_intent_without_the_data_takes_nothing_along() -> None:
    assert sinks(lines(SEND, START)) == []


def test_what_is_put_into_it_after_it_was_sent_does_not_go_along() -> None:
    assert sinks(lines(SEND, START, PUT)) == []


def test_an_intent_that_a_helper_made_is_the_same() -> None:
    maker = Class(
        "Lx/Maker;",
        [static_method("of", named(SHOW).replace("v12", "p0"), f"({CONTEXT}){INTENT}", end="return-object v8")],
    )
    made = static_call("v12", f"Lx/Maker;->of({CONTEXT}){INTENT}", "v8")

    assert sinks(lines(made, PUT, START), screen(SHOW), maker) == ["network"]


BROADCAST = virtual_call("v12, v8", f"{CONTEXT}->sendBroadcast({INTENT})V")


@pytest.mark.parametrize(
    ("package", "expected"),
    [(text("x", "v9"), []), (text("com.other", "v9"), ["other-app"])],
    ids=["own package", "another package"],
)
def test_a_broadcast_to_the_apps_own_package_stays_inside(package: str, expected: list[str]) -> None:
    to = lines(package, virtual_call("v8, v9", f"{INTENT}->setPackage({STRING}){INTENT}"))

    assert sinks(lines(action("x.DONE"), PUT, to, BROADCAST)) == expected


def test_a_broadcast_to_the_package_the_app_asks_for_stays_inside() -> None:
    own = lines(
        virtual_call("v12", f"{CONTEXT}->getPackageName(){STRING}", "v9"),
        virtual_call("v8, v9", f"{INTENT}->setPackage({STRING}){INTENT}"),
    )

    assert sinks(lines(action("x.DONE"), PUT, own, BROADCAST)) == []


def test_a_broadcast_goes_to_whoever_listens() -> None:
    (flow,) = found(lines(action("x.DONE"), PUT, BROADCAST))

    assert (flow.sink, flow.leaves_phone) == ("other-app", True)


MANAGER = "Landroidx/localbroadcastmanager/content/LocalBroadcastManager;"


@pytest.mark.parametrize(("heard", "expected"), [("x.DONE", ["network"]), ("x.OTHER", [])])
def test_a_local_broadcast_goes_to_the_receivers_of_its_action_and_no_other_app(
    heard: str, expected: list[str]
) -> None:
    take = lines(
        "const/4 v0, 0",
        text("name", "v2"),
        virtual_call("p2, v2", f"{INTENT}->getStringExtra({STRING}){STRING}", "v3"),
        send("v3"),
    )
    receiver = Class(
        "Lx/Heard;",
        [constructor(), method("onReceive", take, f"({CONTEXT}{INTENT})V")],
        superclass="Landroid/content/BroadcastReceiver;",
    )
    register = lines(
        make("v8", "Lx/Heard;"),
        text(heard, "v9"),
        make("v10", "Landroid/content/IntentFilter;", "v9", f"({STRING})V"),
        virtual_call(
            "p0, v8, v10",
            f"{MANAGER}->registerReceiver(Landroid/content/BroadcastReceiver;Landroid/content/IntentFilter;)V",
        ),
    )
    listens = Class(
        "Lx/Listens;",
        [static_method("on", register, "(Landroidx/localbroadcastmanager/content/LocalBroadcastManager;)V")],
    )
    start = lines("const/4 v11, 0", static_call("v11", f"Lx/Listens;->on({MANAGER})V"))
    tell = virtual_call("v11, v8", f"{MANAGER}->sendBroadcast({INTENT})Z")

    assert sinks(lines(start, action("x.DONE"), PUT, tell), receiver, listens) == expected


def test_the_result_of_a_screen_goes_to_whoever_started_it() -> None:
    result = lines("const/4 v9, -1", virtual_call("v12, v9, v8", f"Landroid/app/Activity;->setResult(I{INTENT})V"))

    assert sinks(lines(make("v8", INTENT), PUT, result)) == ["other-app"]
