"""Leaving the app because a permission was refused: what counts, and what only looks like it."""

from __future__ import annotations

import pytest
from evidence.app import LAUNCHED, audit, constructor, main, method, static_method, text
from support.dexfile import PUBLIC, STATIC, Class, Field, Method

from permaudit.evidence.gather import Evidence

RESULT = "(I[Ljava/lang/String;[I)V"
INIT = "invoke-direct {p0}, Ljava/lang/Object;-><init>()V"
FINISH = "invoke-virtual {p0}, Lx/Main;->finish()V"
EXIT = "const/4 v5, 0\ninvoke-static {v5}, Ljava/lang/System;->exit(I)V"
GO_ON = "invoke-virtual {p0}, Lx/Main;->goOn()V"
OPEN = "const/4 v5, 0\ninvoke-virtual {p0, v5}, Lx/Main;->startActivity(Landroid/content/Intent;)V"
FIRST = "const/4 v0, 0\naget v1, p3, v0"
NEXT = method("goOn", "")


def answered(body: str, *more: Method, classes: tuple[Class, ...] = (), create: str = "") -> Evidence:
    """The evidence in an app whose launcher hears the answer by `body`."""
    return audit(main(create, method("onRequestPermissionsResult", body, RESULT), NEXT, *more), *classes)


def quits(evidence: Evidence) -> list[str]:
    """Where the app quits after a refusal."""
    return [
        f"{each.at.method.class_name[1:-1].rpartition('/')[2]}.{each.at.method.name}"
        for each in evidence.calls
        if each.api == "quits-when-refused" and each.at.method is not None
    ]


def loop(refused: str, granted: str = "") -> str:
    """Look at every result in turn."""
    return f"""
        array-length v0, p3
        const/4 v1, 0
        :next
        if-ge v1, v0, :end
        aget v2, p3, v1
        if-eqz v2, :fine
        {refused}
        :fine
        {granted}
        add-int/lit8 v1, v1, 1
        goto :next
        :end
    """


ONLY_WHEN_REFUSED = {
    "another result than granted": f"{FIRST}\nif-eqz v1, :fine\n{FINISH}\n:fine",
    "denied by its number": f"{FIRST}\nconst/4 v2, -1\nif-ne v1, v2, :fine\n{FINISH}\n:fine",
    "else": f"{FIRST}\nif-nez v1, :no\n{GO_ON}\nreturn-void\n:no\n{FINISH}",
    "no results, or one that is refused": (
        f"array-length v0, p3\nif-lez v0, :no\n{FIRST}\nif-nez v1, :no\n{GO_ON}\nreturn-void\n:no\n{EXIT}"
    ),
    "any of a loop": loop(f"{FINISH}\nreturn-void") + GO_ON,
    "a flag": f"const/4 v4, 1\n{loop('const/4 v4, 0')}\nif-nez v4, :yes\n{FINISH}\nreturn-void\n:yes\n{GO_ON}",
    "a count": f"const/4 v4, 0\n{loop('add-int/lit8 v4, v4, 1')}\nif-lez v4, :yes\n{FINISH}\n:yes",
    "a list of what was refused": f"""
        new-instance v4, Ljava/util/ArrayList;
        invoke-direct {{v4}}, Ljava/util/ArrayList;-><init>()V
        {loop("invoke-virtual {v4, p2}, Ljava/util/ArrayList;->add(Ljava/lang/Object;)Z")}
        invoke-virtual {{v4}}, Ljava/util/ArrayList;->isEmpty()Z
        move-result v5
        if-nez v5, :yes
        {FINISH}
        :yes
    """,
    "beside the settings, but for good": f"{FIRST}\nif-eqz v1, :fine\n{OPEN}\n{EXIT}\n:fine",
}
NOT_ONLY = {
    "granted": f"{FIRST}\nif-nez v1, :no\n{FINISH}\n:no",
    "both ways": f"{FIRST}\nif-nez v1, :no\n{GO_ON}\n:no\n{FINISH}",
    "whatever was said": FINISH,
    "granted, then both": f"{FIRST}\nif-nez v1, :no\n{GO_ON}\ngoto :end\n:no\n{OPEN}\n:end\n{FINISH}",
    "the number of the question": f"if-eqz p1, :fine\n{FINISH}\n:fine",
    "no results at all": f"array-length v0, p3\nif-nez v0, :fine\n{FINISH}\n:fine",
    "on to another screen": f"{FIRST}\nif-eqz v1, :fine\n{OPEN}\n{FINISH}\n:fine",
    "the flag of another loop": f"const/4 v4, 1\n{loop('', 'const/4 v4, 0')}\nif-nez v4, :yes\n{FINISH}\n:yes",
    "a list with something in it": f"""
        new-instance v4, Ljava/util/ArrayList;
        invoke-direct {{v4}}, Ljava/util/ArrayList;-><init>()V
        invoke-virtual {{v4, p2}}, Ljava/util/ArrayList;->add(Ljava/lang/Object;)Z
        {loop("invoke-virtual {v4, p2}, Ljava/util/ArrayList;->add(Ljava/lang/Object;)Z")}
        invoke-virtual {{v4}}, Ljava/util/ArrayList;->isEmpty()Z
        move-result v5
        if-nez v5, :yes
        {FINISH}
        :yes
    """,
    "a list that somebody else may fill": f"""
        new-instance v4, Ljava/util/ArrayList;
        invoke-direct {{v4}}, Ljava/util/ArrayList;-><init>()V
        invoke-static {{v4}}, Lx/Other;->fill(Ljava/util/List;)V
        invoke-virtual {{v4}}, Ljava/util/ArrayList;->isEmpty()Z
        move-result v5
        if-nez v5, :yes
        {FINISH}
        :yes
    """,
}


@pytest.mark.parametrize("body", ONLY_WHEN_REFUSED.values(), ids=ONLY_WHEN_REFUSED)
def test_leaving_on_the_refused_side_only_counts(body: str) -> None:
    assert quits(answered(body)) == ["Main.onRequestPermissionsResult"]


@pytest.mark.parametrize("body", NOT_ONLY.values(), ids=NOT_ONLY)
def test_leaving_that_may_have_another_reason_does_not_count(body: str) -> None:
    assert quits(answered(body)) == []


def test_a_quit_is_told_with_the_answer_as_what_starts_it() -> None:
    (call,) = answered(f"{FIRST}\nif-eqz v1, :fine\n{FINISH}\n:fine").calls

    assert (call.method, call.reachable) == ("Landroid/app/Activity;->finish()V", "yes")
    assert [path.trigger for path in call.paths] == ["permission-granted"]


def test_a_look_at_a_permission_is_no_refusal() -> None:
    check = f"""
        {text("android.permission.CAMERA", "v1")}
        invoke-virtual {{p0, v1}}, Lx/Main;->checkSelfPermission(Ljava/lang/String;)I
        move-result v2
        if-eqz v2, :fine
        {FINISH}
        :fine
    """

    assert quits(audit(main(check))) == []
    assert quits(answered(check)) == []


@pytest.mark.parametrize(("if_refused", "expected"), [(0, ["Main.onRequestPermissionsResult"]), (1, [])])
def test_a_helper_that_looks_at_all_results_is_followed(if_refused: int, expected: list[str]) -> None:
    """A helper that says yes whatever the results are tells nothing."""
    body = loop(f"const/4 v5, {if_refused}\nreturn v5").replace("p3", "p0")
    helper = static_method("allGranted", f"{body}\nconst/4 v5, 1", "([I)Z", end="return v5")
    call = "invoke-static {p3}, Lx/Main;->allGranted([I)Z\nmove-result v1"

    assert quits(answered(f"{call}\nif-nez v1, :yes\n{FINISH}\n:yes", helper)) == expected


def test_an_override_of_the_apps_own_that_leaves_counts() -> None:
    base = Class(
        "Lx/Base;",
        [constructor(), method("finish", "invoke-super {p0}, Landroid/app/Activity;->finish()V")],
        superclass="Landroid/app/Activity;",
    )
    screen = Class(
        "Lx/Main;",
        [method("onRequestPermissionsResult", f"{FIRST}\nif-eqz v1, :fine\n{FINISH}\n:fine", RESULT)],
        superclass="Lx/Base;",
    )

    assert quits(audit(screen, base)) == ["Main.onRequestPermissionsResult"]


DENIED = "invoke-direct {p0}, Lx/Main;->denied()V"
IF_REFUSED = f"{FIRST}\nif-eqz v1, :fine\n{DENIED}\n:fine"
MAYBE = f"sget v1, Lx/Main;->times:I\nif-eqz v1, :stay\n{FINISH}\n:stay"
TIMES = Field("times", "I", PUBLIC | STATIC)


def private(body: str) -> Method:
    return method("denied", body, flags=0x2)


def test_a_helper_that_is_called_only_after_a_refusal_counts() -> None:
    assert quits(answered(IF_REFUSED, private(MAYBE))) == ["Main.denied"]


@pytest.mark.parametrize(
    ("body", "expected"), [(MAYBE, []), (FINISH, ["Main.denied"])], ids=["may stay", "always leaves"]
)
def test_a_helper_with_other_callers_counts_only_if_it_always_leaves(body: str, expected: list[str]) -> None:
    assert quits(answered(IF_REFUSED, private(body), create=DENIED)) == expected


def test_a_helper_that_is_called_after_a_grant_too_does_not_count() -> None:
    body = f"{FIRST}\nif-eqz v1, :yes\n{DENIED}\nreturn-void\n:yes\n{GO_ON}\n{DENIED}"

    assert quits(answered(body, private(FINISH))) == []


CLICK = "(Landroid/content/DialogInterface;I)V"
ON_CLICK = ["Landroid/content/DialogInterface$OnClickListener;"]
SHOW = "new-instance v1, Lx/Leave;\ninvoke-direct {v1, p0}, Lx/Leave;-><init>(Lx/Main;)V"


def button(*methods: Method) -> Class:
    hold = constructor(f"{INIT}\niput-object p1, p0, Lx/Leave;->screen:Lx/Main;", "(Lx/Main;)V")
    return Class("Lx/Leave;", [hold, *methods], [Field("screen", "Lx/Main;")], interfaces=ON_CLICK)


TAKE_SCREEN = "iget-object v1, p0, Lx/Leave;->screen:Lx/Main;"
LEAVE = method("onClick", f"{TAKE_SCREEN}\ninvoke-virtual {{v1}}, Lx/Main;->finish()V", CLICK)


def test_the_button_of_a_dialog_shown_after_a_refusal_counts() -> None:
    assert quits(answered(f"{FIRST}\nif-eqz v1, :fine\n{SHOW}\n:fine", classes=(button(LEAVE),))) == ["Leave.onClick"]


def test_the_button_of_a_dialog_shown_anyway_does_not_count() -> None:
    assert quits(answered(SHOW, classes=(button(LEAVE),))) == []


def test_a_button_that_other_dialogs_have_too_does_not_count() -> None:
    body = f"{FIRST}\nif-eqz v1, :fine\n{SHOW}\n:fine"

    assert quits(answered(body, create=SHOW, classes=(button(LEAVE),))) == []


def test_a_lambda_in_a_dialog_that_a_helper_shows_counts() -> None:
    click = method("onClick", f"{TAKE_SCREEN}\ninvoke-static {{v1}}, Lx/Main;->lambda(Lx/Main;)V", CLICK)
    leave = static_method("lambda", FINISH, "(Lx/Main;)V")

    assert quits(answered(IF_REFUSED, private(SHOW), leave, classes=(button(click),))) == ["Main.lambda"]


def merged(kind: int) -> str:
    return f"const/4 v2, {kind}\nnew-instance v1, La/a;\ninvoke-direct {{v1, v2, p0}}, La/a;-><init>(ILx/Main;)V"


@pytest.mark.parametrize(("kind", "expected"), [(0, ["a.onClick"]), (1, [])])
def test_of_merged_buttons_only_that_of_the_dialog_counts(kind: int, expected: list[str]) -> None:
    hold = f"{INIT}\niput p1, p0, La/a;->id:I\niput-object p2, p0, La/a;->screen:Lx/Main;"
    click = """
        iget v0, p0, La/a;->id:I
        if-nez v0, :other
        iget-object v1, p0, La/a;->screen:Lx/Main;
        invoke-virtual {v1}, Lx/Main;->finish()V
        :other
    """
    both = Class(
        "La/a;",
        [constructor(hold, "(ILx/Main;)V"), method("onClick", click, CLICK)],
        [Field("id", "I"), Field("screen", "Lx/Main;")],
        interfaces=ON_CLICK,
    )

    evidence = answered(f"{FIRST}\nif-eqz v1, :fine\n{merged(kind)}\n:fine", create=merged(1 - kind), classes=(both,))

    assert quits(evidence) == expected


CONTRACT = "Landroidx/activity/result/contract/ActivityResultContracts$Request"
ANSWER = "(Ljava/lang/Object;)V"
REGISTER = "Lx/Main;->registerForActivityResult(Landroidx/a/Contract;Landroidx/a/Callback;)V"
LAMBDA = "Lx/Main;->said(Lx/Main;Z)V"


def registered(contract: str, *methods: Method) -> Evidence:
    """A launcher that registers a callback with a contract of androidx."""
    register = f"""
        new-instance v1, {contract}
        invoke-direct {{v1}}, {contract}-><init>()V
        new-instance v2, Lx/Said;
        invoke-direct {{v2, p0}}, Lx/Said;-><init>(Lx/Main;)V
        invoke-virtual {{p0, v1, v2}}, Lx/Main;->registerForActivityResult(Landroidx/a/Contract;Landroidx/a/Callback;)V
    """
    hold = constructor(f"{INIT}\niput-object p1, p0, Lx/Said;->screen:Lx/Main;", "(Lx/Main;)V")
    said = static_method("said", f"if-nez p1, :yes\n{FINISH}\n:yes", "(Lx/Main;Z)V")
    callback = Class("Lx/Said;", [hold, *methods], [Field("screen", "Lx/Main;")], interfaces=["Landroidx/a/Callback;"])
    return audit(main(register, said), callback, components=[LAUNCHED])


HAND_ON = f"iget-object v0, p0, Lx/Said;->screen:Lx/Main;\ninvoke-static {{v0, v1}}, {LAMBDA}"
UNBOX = "check-cast v1, Ljava/lang/Boolean;\ninvoke-virtual {v1}, Ljava/lang/Boolean;->booleanValue()Z\nmove-result v1"
GET = """
    check-cast p1, Ljava/util/Map;
    const/4 v2, 0
    invoke-interface {p1, v2}, Ljava/util/Map;->get(Ljava/lang/Object;)Ljava/lang/Object;
    move-result-object v1
"""
HOLDS_NO = """
    check-cast p1, Ljava/util/Map;
    const/4 v2, 0
    invoke-static {v2}, Ljava/lang/Boolean;->valueOf(Z)Ljava/lang/Boolean;
    move-result-object v2
    invoke-interface {p1, v2}, Ljava/util/Map;->containsValue(Ljava/lang/Object;)Z
    move-result v1
    xor-int/lit8 v1, v1, 1
"""
IS_TRUE = f"""
    {GET}
    sget-object v2, Ljava/lang/Boolean;->TRUE:Ljava/lang/Boolean;
    invoke-static {{v1, v2}}, Lkotlin/jvm/internal/Intrinsics;->areEqual(Ljava/lang/Object;Ljava/lang/Object;)Z
    move-result v1
"""


@pytest.mark.parametrize(
    ("contract", "body"),
    [
        ("Permission;", f"move-object v1, p1\n{UNBOX}\n{HAND_ON}"),
        ("MultiplePermissions;", f"{GET}\n{UNBOX}\n{HAND_ON}"),
        ("MultiplePermissions;", f"{HOLDS_NO}\n{HAND_ON}"),
        ("MultiplePermissions;", f"{IS_TRUE}\n{HAND_ON}"),
    ],
    ids=["yes or no", "one of a map", "a map that holds no", "equal to yes"],
)
def test_a_callback_that_hears_no_and_leaves_counts(contract: str, body: str) -> None:
    assert quits(registered(CONTRACT + contract, method("onActivityResult", body, ANSWER))) == ["Main.said"]


def test_a_callback_that_hears_of_something_picked_does_not_count() -> None:
    body = f"move-object v1, p1\n{UNBOX}\n{HAND_ON}"
    pick = "Landroidx/activity/result/contract/ActivityResultContracts$TakePicture;"

    assert quits(registered(pick, method("onActivityResult", body, ANSWER))) == []


def listener(interface: str, name: str, descriptor: str, body: str) -> Evidence:
    known = Class("Lx/Said;", [constructor(INIT), method(name, body, descriptor)], interfaces=[interface])
    return audit(main("new-instance v1, Lx/Said;\ninvoke-direct {v1}, Lx/Said;-><init>()V"), known)


def test_a_listener_of_a_library_that_hears_only_of_refusals_counts() -> None:
    heard = "(Ljava/util/List;Z)V"
    owner = "Lcom/hjq/permissions/OnPermissionCallback;"

    assert quits(listener(owner, "onDenied", heard, EXIT)) == ["Said.onDenied"]
    assert quits(listener(owner, "onGranted", heard, EXIT)) == []


def test_a_listener_of_a_library_that_hears_yes_or_no_is_looked_at() -> None:
    owner = "Lcom/permissionx/guolindev/callback/RequestCallback;"
    heard = "(ZLjava/util/List;Ljava/util/List;)V"

    assert quits(listener(owner, "onResult", heard, f"if-nez p1, :yes\n{EXIT}\n:yes")) == ["Said.onResult"]
    assert quits(listener(owner, "onResult", heard, f"if-eqz p1, :no\n{EXIT}\n:no")) == []


def test_code_made_to_go_round_for_ever_comes_to_an_end() -> None:
    here, there = (
        static_method(name, f"invoke-static {{p0}}, Lx/Main;->{other}([I)Z\nmove-result v0", "([I)Z", end="return v0")
        for name, other in (("a", "b"), ("b", "a"))
    )
    body = f"invoke-static {{p3}}, Lx/Main;->a([I)Z\nmove-result v1\nif-nez v1, :yes\n{FINISH}\n:yes"

    assert quits(answered(body, here, there)) == []


def test_a_method_too_long_to_be_anybodys_is_not_looked_at() -> None:
    body = f"{FIRST}\nif-eqz v1, :fine\n{FINISH}\n:fine\n" + "nop\n" * 5000

    assert quits(answered(body)) == []


def test_a_method_of_that_name_that_android_does_not_call_hears_nothing() -> None:
    helper = Class(
        "Lx/Helper;", [method("onRequestPermissionsResult", f"{FIRST}\nif-eqz v1, :fine\n{EXIT}\n:fine", RESULT)]
    )

    assert quits(audit(main(""), helper)) == []


def merged_callbacks(kind_that_leaves: int) -> Evidence:
    """Two callbacks made one class: kind 0 hears about a permission, kind 1 about a picture."""

    def register(contract: str, kind: int) -> str:
        return f"""
            new-instance v1, {contract}
            invoke-direct {{v1}}, {contract}-><init>()V
            const/4 v3, {kind}
            new-instance v2, Lx/Said;
            invoke-direct {{v2, v3}}, Lx/Said;-><init>(I)V
            invoke-virtual {{p0, v1, v2}}, {REGISTER}
        """

    hear = f"""
        iget v0, p0, Lx/Said;->id:I
        {"if-nez" if kind_that_leaves == 0 else "if-eqz"} v0, :other
        move-object v1, p1
        {UNBOX}
        if-nez v1, :other
        {EXIT}
        :other
    """
    callback = Class(
        "Lx/Said;",
        [constructor(f"{INIT}\niput p1, p0, Lx/Said;->id:I", "(I)V"), method("onActivityResult", hear, ANSWER)],
        [Field("id", "I")],
        interfaces=["Landroidx/a/Callback;"],
    )
    asked = register(f"{CONTRACT}Permission;", 0)
    return audit(main(asked + register(f"{CONTRACT.removesuffix('$Request')}$TakePicture;", 1)), callback)


@pytest.mark.parametrize(("kind", "expected"), [(0, ["Said.onActivityResult"]), (1, [])])
def test_of_merged_callbacks_only_the_one_that_hears_about_a_permission_counts(kind: int, expected: list[str]) -> None:
    assert quits(merged_callbacks(kind)) == expected
