"""Calls of methods and URIs that rules ask for: which count, where they stand, and what starts them."""

from __future__ import annotations

import pytest
from evidence.app import (
    IMAGES,
    LAUNCHED,
    LAUNCHER,
    audit,
    component,
    constructor,
    main,
    method,
    parsed,
    query,
    static,
    static_method,
    text,
)
from support.dexfile import Class

from permaudit.evidence.gather import Evidence
from permaudit.model.behaviour import ApiCall
from permaudit.model.manifest import Component

LOCATION = "android.permission.ACCESS_COARSE_LOCATION"
LIST_APPS = """
    const/4 v0, 0
    const/4 v1, 0
    invoke-virtual {v0, v1}, Landroid/content/pm/PackageManager;->getInstalledPackages(I)Ljava/util/List;
"""
LAST_PLACE = """
    const/4 v0, 0
    const/4 v1, 0
    invoke-virtual {v0, v1}, Landroid/location/LocationManager;->getLastKnownLocation(Ljava/lang/String;)Lx/Location;
"""
_SETTINGS = "Landroid/provider/Settings$Secure;"
SECURE = f"{_SETTINGS}->getString(Landroid/content/ContentResolver;Ljava/lang/String;)Ljava/lang/String;"
PHOTOS_ON = """
    invoke-static {v1}, Landroid/provider/MediaStore$Images$Media;->getContentUri(Ljava/lang/String;)Landroid/net/Uri;
    move-result-object v1
"""
RUN_TIME = "invoke-static {}, Lx/Main;->volume()Ljava/lang/String;\nmove-result-object v1"


def seen(evidence: Evidence) -> list[tuple[str, str]]:
    return [(each.api, each.at.method.name) for each in evidence.calls if each.at.method is not None]


def the_call(evidence: Evidence) -> ApiCall:
    (call,) = evidence.calls
    return call


def starts(call: ApiCall) -> list[str]:
    return sorted(path.trigger for path in call.paths)


def test_a_call_of_any_overload_is_told_with_what_starts_it() -> None:
    call = the_call(audit(main(LIST_APPS)))

    assert (call.id, call.api, call.owner.kind, call.reachable) == ("c1", "installed-apps", "app", "yes")
    assert call.method == "Landroid/content/pm/PackageManager;->getInstalledPackages(I)Ljava/util/List;"
    assert starts(call) == ["app-start"]


def test_a_call_that_nothing_starts_is_not_reachable() -> None:
    call = the_call(audit(main("", method("unused", LIST_APPS))))

    assert (call.reachable, call.paths) == ("no", ())


def test_a_call_that_nothing_starts_may_be_started_by_code_that_is_hidden() -> None:
    call = the_call(audit(main("", method("unused", LIST_APPS)), hides_code=True))

    assert call.reachable == "unknown"


@pytest.mark.parametrize(("held", "permitted"), [((), False), ((LOCATION,), True)])
def test_a_call_is_permitted_by_any_of_its_permissions(held: tuple[str, ...], permitted: bool) -> None:  # noqa: FBT001
    call = the_call(audit(main(LAST_PLACE), held=held))

    assert call.permitted is permitted
    assert call.permission == (LOCATION if held else "android.permission.ACCESS_FINE_LOCATION")


def test_what_a_library_calls_is_told_as_its_own() -> None:
    tracker = Class("Lcom/amap/api/Tracker;", [static_method("track", LAST_PLACE)])

    used = the_call(audit(main("invoke-static {}, Lcom/amap/api/Tracker;->track()V"), tracker))
    unused = the_call(audit(main(""), tracker))

    assert (used.owner.kind, used.owner.name, used.reachable, starts(used)) == ("library", "AMap", "yes", ["app-start"])
    assert (unused.reachable, unused.paths) == ("no", ())


def test_of_repeated_calls_in_one_method_the_first_is_told() -> None:
    call = the_call(audit(main(LIST_APPS + LIST_APPS)))

    assert call.at.offset == 2


def test_a_subclass_of_a_service_may_stand_as_the_class_of_a_call() -> None:
    look = "invoke-virtual {p0}, Lx/Reader;->getRootInActiveWindow()Landroid/view/accessibility/AccessibilityNodeInfo;"
    reader = Class(
        "Lx/Reader;", [method("onInterrupt", look)], superclass="Landroid/accessibilityservice/AccessibilityService;"
    )

    evidence = audit(main(""), reader, components=[LAUNCHED, component("service", "x.Reader")])

    assert seen(evidence) == [("accessibility-actions", "onInterrupt")]


def test_a_method_of_the_apps_own_of_the_same_name_is_no_call() -> None:
    own = Class("Lx/Own;", [static_method("getInstalledPackages", "", "(I)V")])

    evidence = audit(main("const/4 v0, 0\ninvoke-static {v0}, Lx/Own;->getInstalledPackages(I)V"), own)

    assert evidence.calls == ()


@pytest.mark.parametrize(("name", "count"), [("android_id", 1), ("bluetooth_name", 0)])
def test_a_setting_counts_only_if_it_is_the_one_that_is_asked_for(name: str, count: int) -> None:
    evidence = audit(main(f"const/4 v0, 0\n{text(name, 'v1')}\ninvoke-static {{v0, v1}}, {SECURE}"))

    assert len(evidence.calls) == count


def test_a_setting_that_is_not_known_does_not_count() -> None:
    read = "invoke-virtual {p0}, Lx/Main;->getIntent()Landroid/content/Intent;\nmove-result-object v2\n"
    read += "invoke-virtual {v2}, Landroid/content/Intent;->getAction()Ljava/lang/String;\nmove-result-object v1\n"

    evidence = audit(main(f"{read}const/4 v0, 0\ninvoke-static {{v0, v1}}, {SECURE}"))

    assert evidence.calls == ()


def test_a_setting_read_through_a_helper_is_started_as_the_caller_is_that_names_it() -> None:
    helper = static_method("setting", f"const/4 v0, 0\ninvoke-static {{v0, p0}}, {SECURE}", "(Ljava/lang/String;)V")
    ask = "invoke-static {v1}, Lx/Main;->setting(Ljava/lang/String;)V"
    tapped = method("onClick", f"{text('android_id', 'v1')}\n{ask}", "(Landroid/view/View;)V")
    screen = main(
        f"{text('bluetooth_name', 'v1')}\n{ask}", helper, tapped, interfaces=["Landroid/view/View$OnClickListener;"]
    )

    call = the_call(audit(screen))

    assert starts(call) == ["tap"]


@pytest.mark.parametrize(
    "uri",
    [
        static(IMAGES),
        parsed("content://media/external/images/media"),
        text("external_primary", "v1") + PHOTOS_ON,
        RUN_TIME + PHOTOS_ON,
    ],
    ids=["field", "text", "method", "volume known when it runs"],
)
def test_a_query_for_photos_is_a_call(uri: str) -> None:
    native = static_method("volume", "const/4 v0, 0", "()Ljava/lang/String;", end="return-object v0")

    evidence = audit(main(query(uri), native), held=["android.permission.READ_EXTERNAL_STORAGE"])

    call = the_call(evidence)
    assert (call.api, call.permission, call.permitted) == ("photos", "android.permission.READ_EXTERNAL_STORAGE", True)
    assert call.method.startswith("Landroid/content/ContentResolver;->query(")
    assert evidence.reads == ()
    assert evidence.coverage.uri_calls.other == 1


@pytest.mark.parametrize(
    "body",
    [
        query(static("Landroid/provider/MediaStore$Audio$Media;->EXTERNAL_CONTENT_URI:Landroid/net/Uri;")),
        query(parsed("content://media/external/imagesque/media")),
        query(static(IMAGES), selection=text("_id=?", "v3")),
    ],
    ids=["sound", "another path", "one file by its number"],
)
def test_another_query_is_no_look_through_photos(body: str) -> None:
    assert audit(main(body)).calls == ()


def test_a_picked_photo_is_no_look_through_photos() -> None:
    take = "invoke-virtual {p3}, Landroid/content/Intent;->getData()Landroid/net/Uri;\nmove-result-object v1"
    screen = main("", method("onActivityResult", query(take), "(IILandroid/content/Intent;)V"))

    assert audit(screen).calls == ()


def test_calls_without_end_are_told_within_bounds_and_the_apps_own_first() -> None:
    library = Class("Lcom/amap/api/A;", [static_method(f"m{number}", LIST_APPS) for number in range(50)])
    own = Class("Lz/Z;", [static_method(f"m{number}", LIST_APPS) for number in range(40)])

    evidence = audit(main(""), library, own)

    assert len(evidence.calls) == 32
    assert {each.owner.kind for each in evidence.calls} == {"app"}
    assert [each.id for each in evidence.calls] == [f"c{number}" for number in range(1, 33)]


def test_a_class_of_a_helper_object_is_told_where_it_is_made() -> None:
    helper = Class(
        "Lx/Apps;",
        [constructor("invoke-direct {p0}, Ljava/lang/Object;-><init>()V"), method("run", LIST_APPS)],
        interfaces=["Ljava/lang/Runnable;"],
    )

    call = the_call(audit(main("new-instance v0, Lx/Apps;\ninvoke-direct {v0}, Lx/Apps;-><init>()V"), helper))

    assert starts(call) == ["app-start"]


LAUNCHER_ALIAS = Component("activity-alias", "x.Main", "base.apk", "x.Icon", exported=True, filters=(LAUNCHER,))
SWITCH = "setComponentEnabledSetting(Landroid/content/ComponentName;II)V"
MADE = "new-instance v1, Landroid/content/ComponentName;\nconst/4 v4, 0\ninvoke-direct {v1, v4, v3}, "
BY_CLASS = (
    f"const-class v3, Lx/Main;\n{MADE}Landroid/content/ComponentName;-><init>(Landroid/content/Context;Lx/Class;)V"
)
BY_NAME = f"{MADE}Landroid/content/ComponentName;-><init>(Landroid/content/Context;Ljava/lang/String;)V"
ITSELF = "invoke-virtual {p0}, Lx/Main;->getComponentName()Landroid/content/ComponentName;\nmove-result-object v1"


def switch(part: str, state: int) -> str:
    """Set a part of the app, left in v1, to a state."""
    return f"""
        {part}
        const/4 v2, {state}
        const/4 v4, 1
        const/4 v0, 0
        invoke-virtual {{v0, v1, v2, v4}}, Landroid/content/pm/PackageManager;->{SWITCH}
    """


@pytest.mark.parametrize(
    "part",
    [BY_CLASS, f"{text('x.Icon', 'v3')}\n{BY_NAME}", f"{text('.Icon', 'v3')}\n{BY_NAME}", ITSELF],
    ids=["its class", "its alias", "its alias in short", "itself"],
)
def test_an_app_that_switches_off_what_the_home_screen_shows_hides_its_icon(part: str) -> None:
    evidence = audit(main(switch(part, 2)), components=[LAUNCHED, LAUNCHER_ALIAS])

    assert seen(evidence) == [("icon-hiding", "onCreate")]


@pytest.mark.parametrize(
    "body",
    [switch(BY_CLASS, 1), switch(f"{text('x.Worker', 'v3')}\n{BY_NAME}", 2), switch("const/4 v1, 0", 2)],
    ids=["switched on", "another part", "nothing known"],
)
def test_an_app_that_switches_anything_else_hides_no_icon(body: str) -> None:
    assert audit(main(body), components=[LAUNCHED, LAUNCHER_ALIAS]).calls == ()


def test_a_helper_that_switches_parts_hides_the_icon_where_it_is_told_to() -> None:
    off = f"const/4 v2, 0\nconst/4 v4, 1\nconst/4 v0, 0\nmove-object v3, p0\n{BY_NAME}\n"
    off += f"invoke-virtual {{v0, v1, p1, v4}}, Landroid/content/pm/PackageManager;->{SWITCH}"
    helper = static_method("set", off, "(Ljava/lang/String;I)V")

    def told(name: str, state: int) -> str:
        return f"{text(name, 'v1')}\nconst/4 v2, {state}\ninvoke-static {{v1, v2}}, Lx/Main;->set(Ljava/lang/String;I)V"

    tapped = method("onClick", told("x.Icon", 2), "(Landroid/view/View;)V")
    screen = main(
        f"{told('x.Icon', 1)}\n{told('x.Worker', 2)}",
        helper,
        tapped,
        interfaces=["Landroid/view/View$OnClickListener;"],
    )

    assert starts(the_call(audit(screen, components=[LAUNCHED, LAUNCHER_ALIAS]))) == ["tap"]
