"""Questions for permissions: which names are asked for, where that is decided, and what starts the question."""

from __future__ import annotations

import pytest
from evidence.app import audit, constructor, main, method, static_method, strings, text
from support.dexfile import ABSTRACT, PUBLIC, STATIC, Class, Field, Method

from permaudit.evidence.gather import Evidence
from permaudit.model.behaviour import PermissionAsk

CONTACTS, SMS, CAMERA = (f"android.permission.{name}" for name in ("READ_CONTACTS", "READ_SMS", "CAMERA"))
LISTENER = "Landroid/view/View$OnClickListener;"
VIEW = "(Landroid/view/View;)V"
COMPAT = "requestPermissions(Landroid/app/Activity;[Ljava/lang/String;I)V"
LAUNCHER = "Landroidx/activity/result/ActivityResultLauncher;"
PUT_EXTRA = "Landroid/content/Intent;->putExtra(Ljava/lang/String;[Ljava/lang/String;)Landroid/content/Intent;"
INIT = "invoke-direct {p0}, Ljava/lang/Object;-><init>()V"


def ask(array: str = strings("v1", CONTACTS, SMS)) -> str:
    """Ask for the names in v1 by Android's own method."""
    return f"{array}\nconst/4 v2, 7\ninvoke-virtual {{p0, v1, v2}}, Lx/Main;->requestPermissions([Ljava/lang/String;I)V"


def the_ask(evidence: Evidence) -> PermissionAsk:
    (found,) = evidence.asks
    return found


def starts(found: PermissionAsk) -> list[str]:
    return sorted(path.trigger for path in found.paths)


def place(found: PermissionAsk) -> str:
    assert found.at.method is not None
    return f"{found.at.method.class_name}{found.at.method.name}"


def test_a_question_names_what_it_asks_for_and_what_starts_it() -> None:
    found = the_ask(audit(main(ask())))

    assert (found.id, found.permissions, found.complete) == ("a1", (CONTACTS, SMS), True)
    assert found.method == "Landroid/app/Activity;->requestPermissions([Ljava/lang/String;I)V"
    assert (found.reachable, starts(found)) == ("yes", ["app-start"])


def test_a_question_of_unknown_names_says_so() -> None:
    from_server = "invoke-static {}, Lx/Main;->wanted()[Ljava/lang/String;\nmove-result-object v1"
    native = Method("wanted", "()[Ljava/lang/String;", PUBLIC | STATIC | ABSTRACT)

    found = the_ask(audit(main(ask(from_server), native)))

    assert (found.permissions, found.complete) == ((), False)


ON_OLD_PHONES = """
    invoke-virtual {p0}, Lx/Main;->getIntent()Landroid/content/Intent;
    move-result-object v10
    invoke-virtual {v10}, Landroid/content/Intent;->getAction()Ljava/lang/String;
    move-result-object v10
"""


@pytest.mark.parametrize(
    ("old", "names", "complete"),
    [(text(SMS, "v10"), (CAMERA, SMS), True), (ON_OLD_PHONES, (CAMERA,), False)],
    ids=["both known", "one unknown"],
)
def test_a_name_that_differs_by_version_is_told_in_both_forms(
    old: str,
    names: tuple[str, ...],
    complete: bool,  # noqa: FBT001
) -> None:
    array = f"""
        const/4 v8, 1
        new-array v1, v8, [Ljava/lang/String;
        const/4 v9, 0
        sget v7, Landroid/os/Build$VERSION;->SDK_INT:I
        if-eqz v7, :old
        {text(CAMERA, "v10")}
        goto :put
        :old
        {old}
        :put
        aput-object v10, v1, v9
    """

    found = the_ask(audit(main(ask(array))))

    assert (found.permissions, found.complete) == (names, complete)


def test_names_of_a_constant_array_are_known() -> None:
    fill = static_method("<clinit>", f"{strings('v1', CONTACTS)}\nsput-object v1, Lx/Main;->ALL:[Ljava/lang/String;")
    field = Field("ALL", "[Ljava/lang/String;", PUBLIC | STATIC)

    found = the_ask(audit(main(ask("sget-object v1, Lx/Main;->ALL:[Ljava/lang/String;"), fill, fields=[field])))

    assert (found.permissions, found.complete) == ((CONTACTS,), True)


def test_names_collected_in_a_list_are_known() -> None:
    add = f"{text(CONTACTS, 'v4')}\ninvoke-virtual {{v3, v4}}, Ljava/util/ArrayList;->add(Ljava/lang/Object;)Z"
    array = f"""
        new-instance v3, Ljava/util/ArrayList;
        invoke-direct {{v3}}, Ljava/util/ArrayList;-><init>()V
        {add}
        const/4 v5, 0
        new-array v5, v5, [Ljava/lang/String;
        invoke-virtual {{v3, v5}}, Ljava/util/ArrayList;->toArray([Ljava/lang/Object;)[Ljava/lang/Object;
        move-result-object v1
        check-cast v1, [Ljava/lang/String;
    """

    assert the_ask(audit(main(ask(array)))).permissions == (CONTACTS,)


def compat(owner: str) -> Class:
    """The method of androidx by which older versions are asked, as it is compiled into apps."""
    inner = "invoke-virtual {p0, p1, p2}, Landroid/app/Activity;->requestPermissions([Ljava/lang/String;I)V"
    return Class(
        owner, [static_method(COMPAT.partition("(")[0], inner, "(Landroid/app/Activity;[Ljava/lang/String;I)V")]
    )


def by_compat(owner: str, *names: str) -> str:
    return f"{strings('v1', *names)}\nconst/4 v2, 7\ninvoke-static {{p0, v1, v2}}, {owner}->{COMPAT}"


@pytest.mark.parametrize("owner", ["Landroidx/core/app/ActivityCompat;", "La/b;"], ids=["named", "renamed"])
def test_each_caller_of_a_wrapper_asks_for_its_own_names(owner: str) -> None:
    tapped = method("onClick", by_compat(owner, SMS), VIEW)
    screen = main(by_compat(owner, CONTACTS), tapped, interfaces=[LISTENER])

    evidence = audit(screen, compat(owner))

    assert [(each.permissions, place(each), starts(each)) for each in evidence.asks] == [
        ((SMS,), "Lx/Main;onClick", ["tap"]),
        ((CONTACTS,), "Lx/Main;onCreate", ["app-start"]),
    ]
    assert {each.owner.kind for each in evidence.asks} == {"app"}
    assert {each.complete for each in evidence.asks} == {True}


def test_a_wrapper_of_a_library_that_nobody_calls_asks_for_nothing() -> None:
    assert audit(main(""), compat("Landroidx/core/app/ActivityCompat;")).asks == ()


def test_a_question_of_a_library_is_told_as_its_own() -> None:
    body = f"{strings('v1', CAMERA)}\nconst/4 v2, 7\ninvoke-virtual {{v0, v1, v2}}, "
    body += "Landroid/app/Activity;->requestPermissions([Ljava/lang/String;I)V"

    found = the_ask(audit(main(""), Class("Lcom/amap/api/Ask;", [static_method("ask", f"const/4 v0, 0\n{body}")])))

    assert (found.owner.name, found.permissions, found.reachable) == ("AMap", (CAMERA,), "no")


@pytest.mark.parametrize(
    ("given", "names"), [(text(CAMERA, "v1"), (CAMERA,)), (strings("v1", SMS, CAMERA), (CAMERA, SMS))]
)
def test_a_launcher_that_is_given_names_of_permissions_asks_for_them(given: str, names: tuple[str, ...]) -> None:
    launch = f"const/4 v0, 0\ninvoke-virtual {{v0, v1}}, {LAUNCHER}->launch(Ljava/lang/Object;)V"

    found = the_ask(audit(main(f"{given}\n{launch}")))

    assert (found.permissions, found.method) == (names, f"{LAUNCHER}->launch(Ljava/lang/Object;)V")


def test_a_launcher_that_is_given_something_else_asks_for_nothing() -> None:
    launch = f"const/4 v0, 0\ninvoke-virtual {{v0, v1}}, {LAUNCHER}->launch(Ljava/lang/Object;)V"

    assert audit(main(f"{text('image/*', 'v1')}\n{launch}")).asks == ()


def test_a_renamed_contract_is_asked_by_whoever_launches_it() -> None:
    create = f"""
        new-instance v0, Landroid/content/Intent;
        {text("androidx.activity.result.contract.action.REQUEST_PERMISSIONS", "v1")}
        invoke-direct {{v0, v1}}, Landroid/content/Intent;-><init>(Ljava/lang/String;)V
        check-cast p1, Ljava/lang/String;
        const/4 v2, 1
        new-array v3, v2, [Ljava/lang/String;
        const/4 v2, 0
        aput-object p1, v3, v2
        {text("androidx.activity.result.contract.extra.PERMISSIONS", "v1")}
        invoke-virtual {{v0, v1, v3}}, {PUT_EXTRA}
        move-result-object v0
    """
    contract = Class(
        "La/c;",
        [
            constructor(INIT),
            method("a", create, "(Ljava/lang/Object;)Landroid/content/Intent;", end="return-object v0"),
        ],
    )
    launcher = Class(
        "La/l;",
        [
            static_method(
                "b",
                "new-instance v0, La/c;\ninvoke-direct {v0}, La/c;-><init>()V\n"
                "invoke-virtual {v0, p0}, La/c;->a(Ljava/lang/Object;)Landroid/content/Intent;",
                "(Ljava/lang/Object;)V",
            )
        ],
    )
    dispatch = f"""
        {text("androidx.activity.result.contract.action.REQUEST_PERMISSIONS", "v0")}
        {text("androidx.activity.result.contract.extra.PERMISSIONS", "v1")}
        invoke-virtual {{p1, v1}}, Landroid/content/Intent;->getStringArrayExtra(Ljava/lang/String;)[Ljava/lang/String;
        move-result-object v1
        const/4 v2, 1
        invoke-virtual {{p0, v1, v2}}, Lx/Main;->requestPermissions([Ljava/lang/String;I)V
    """
    launch = "invoke-static {v1}, La/l;->b(Ljava/lang/Object;)V"
    tapped = method("onClick", f"{text(CAMERA, 'v1')}\n{launch}", VIEW)
    screen = main(
        f"{text('image/*', 'v1')}\n{launch}",
        tapped,
        method("d", dispatch, "(Landroid/content/Intent;)V"),
        interfaces=[LISTENER],
    )

    found = the_ask(audit(screen, contract, launcher))

    assert (found.permissions, place(found), starts(found)) == ((CAMERA,), "Lx/Main;onClick", ["tap"])


@pytest.mark.parametrize(
    "called",
    [
        "Lcom/hjq/permissions/XXPermissions;->permission([Ljava/lang/String;)Lcom/hjq/permissions/XXPermissions;",
        "Lcom/permissionx/guolindev/PermissionMediator;->permissions([Ljava/lang/String;)Lcom/permissionx/guolindev/P;",
        "Lcom/tbruyelle/rxpermissions2/RxPermissions;->request([Ljava/lang/String;)Lio/reactivex/Observable;",
        "Lcom/gun0912/tedpermission/TedPermission$Builder;->setPermissions([Ljava/lang/String;)Ljava/lang/Object;",
    ],
)
def test_libraries_that_ask_are_known(called: str) -> None:
    owner = called.partition(";")[0] + ";"
    parent = "Lcom/gun0912/tedpermission/PermissionBuilder;"
    builder = Class(owner, [constructor()], superclass=parent)
    inner = method("setPermissions", "const/4 v0, 0", "([Ljava/lang/String;)Ljava/lang/Object;", end="return-object v0")
    classes = [builder, Class(parent, [inner])] if "$Builder" in owner else []

    found = the_ask(audit(main(f"{strings('v1', SMS)}\nconst/4 v0, 0\ninvoke-virtual {{v0, v1}}, {called}"), *classes))

    assert (found.permissions, found.complete, found.owner.kind) == ((SMS,), True, "app")


def test_questions_without_end_are_told_within_bounds() -> None:
    asking = Class("Lx/Many;", [static_method(f"m{number}", by_compat("La/b;", SMS)) for number in range(100)])

    assert len(audit(main(""), asking, Class("La/b;", [])).asks) <= 64
    assert len(audit(main("", *[method(f"m{number}", ask()) for number in range(100)])).asks) == 64


def test_where_the_work_allowed_is_used_up_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    before = audit(main(ask()))
    monkeypatch.setattr("permaudit.evidence.gather.BEHAVIOUR_STEPS", 1)

    after = audit(main(ask()))

    assert [each.detail.id for each in before.limitations] == []
    assert [(each.detail.id, each.hides) for each in after.limitations] == [("limitation-budget-values", ("code",))]
