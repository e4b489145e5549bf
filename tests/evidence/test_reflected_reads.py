"""Reading APIs called by reflection: reads where what is called can be told, and said where it cannot."""

from __future__ import annotations

import pytest
from evidence.app import (
    CONTACTS,
    CURSOR,
    IMAGES,
    LAUNCHED,
    PHONES,
    STEP,
    TAKE,
    audit,
    main,
    method,
    static,
    static_method,
    strings,
    text,
    the_read,
)
from support.dexfile import PUBLIC, STATIC, Class, Field

from permaudit.evidence.gather import Evidence

CLASS, STRING, URI = "Ljava/lang/Class;", "Ljava/lang/String;", "Landroid/net/Uri;"
METHOD, METHODS = "Ljava/lang/reflect/Method;", "[Ljava/lang/reflect/Method;"
HANDLE, LOOKUP = "Ljava/lang/invoke/MethodHandle;", "Ljava/lang/invoke/MethodHandles$Lookup;"
RESOLVER = "Landroid/content/ContentResolver;"
SHAPE = (URI, "[Ljava/lang/String;", STRING, "[Ljava/lang/String;", STRING)
GET_METHOD = f"{CLASS}->getMethod({STRING}[{CLASS}){METHOD}"
INVOKE = f"{METHOD}->invoke(Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;"
UNSEEN = f"invoke-static {{}}, Ljava/lang/System;->lineSeparator(){STRING}\nmove-result-object"


def array(register: str, kind: str, *put: str) -> str:
    """A new array in a register; `put` are registers, of which an empty one leaves its place as it is; uses v8, v9."""
    lines = [f"const/16 v8, {len(put)}", f"new-array {register}, v8, [{kind}"]
    for number, each in enumerate(put):
        lines += [f"const/16 v9, {number}", f"aput-object {each}, {register}, v9"] if each else []
    return "\n".join(lines)


def shape(register: str, *types: str) -> str:
    """An array of class constants in a register; uses v8 to v10."""
    lines = [f"const/16 v8, {len(types)}", f"new-array {register}, v8, [{CLASS}"]
    for number, each in enumerate(types):
        lines += [f"const/16 v9, {number}", f"const-class v10, {each}", f"aput-object v10, {register}, v9"]
    return "\n".join(lines)


def found(
    owner: str = f"const-class v5, {RESOLVER}",
    name: str = text("query", "v7"),
    parameters: str = shape("v11", *SHAPE),
) -> str:
    """A Method in v5."""
    return f"""
        {owner}
        {name}
        {parameters}
        invoke-virtual {{v5, v7, v11}}, {GET_METHOD}
        move-result-object v5
    """


def called(use: str = STEP) -> str:
    """The Method in v5 called on the resolver in v0 with the array in v11; its cursor is used in v6."""
    return f"""
        invoke-virtual {{v5, v0, v11}}, {INVOKE}
        move-result-object v6
        check-cast v6, {CURSOR}
        {use}
    """


NULLS = "const/4 v0, 0\nconst/4 v2, 0\nconst/4 v3, 0\nconst/4 v4, 0"
PASSED = array("v11", "Ljava/lang/Object;", "v1", "v2", "v3", "v4", "v2")
QUERY = f"{NULLS}\n{static(CONTACTS)}\n{found()}\n{PASSED}\n{called()}"


def look(body: str, *others: Class, held: tuple[str, ...] = ("android.permission.READ_CONTACTS",)) -> Evidence:
    return audit(main(body), *others, components=(LAUNCHED,), held=held)


def limits(evidence: Evidence) -> list[tuple[str, tuple[str, ...]]]:
    return [(each.kind, each.hides) for each in evidence.limitations]


def test_a_reflected_query_is_read_like_a_plain_one() -> None:
    columns = strings("v2", "display_name", "data1")
    body = f"""
        {NULLS}\n{static(PHONES)}\n{columns}\n{text("contact_id = 7", "v3")}
        {found()}\n{array("v11", "Ljava/lang/Object;", "v1", "v2", "v3", "v4", "v4")}\n{called()}
    """

    read = the_read(main(body))

    assert (read.surface, read.uri) == ("contacts", "content://com.android.contacts/data/phones")
    assert (read.scope, read.fields, read.all_fields, read.reveals) == ("lookup", ("name", "phone"), False, "one")
    assert read.api == f"{RESOLVER}->query({''.join(SHAPE)}){CURSOR}"


def test_nothing_is_hidden_where_the_query_was_followed() -> None:
    evidence = look(QUERY)

    assert [read.scope for read in evidence.reads] == ["all"]
    assert limits(evidence) == []


def test_a_reflected_query_of_another_provider_is_no_read_and_hides_nothing() -> None:
    evidence = look(QUERY.replace(CONTACTS, IMAGES))

    assert evidence.reads == ()
    assert limits(evidence) == []
    assert evidence.coverage.uri_calls.other == 1


def test_what_is_left_out_of_the_array_is_null() -> None:
    body = QUERY.replace(PASSED, array("v11", "Ljava/lang/Object;", "v1", "", "", "", ""))

    read = the_read(main(body))

    assert (read.scope, read.all_fields) == ("all", True)


FILLED = "filled-new-array {v1, v2, v3, v4, v2}, [Ljava/lang/Object;\nmove-result-object v11"


@pytest.mark.parametrize("passed", [PASSED, FILLED], ids=["element by element", "filled at once"])
def test_every_uri_that_an_element_may_be_is_read(passed: str) -> None:
    body = f"""
        {static(CONTACTS)}\ninvoke-static {{v1}}, Lx/Main;->ask({URI})V
        {static(PHONES)}\ninvoke-static {{v1}}, Lx/Main;->ask({URI})V
    """
    query = QUERY.replace(static(CONTACTS), "").replace(PASSED, passed)
    ask = static_method("ask", f"move-object v1, v13\n{query}", f"({URI})V")

    evidence = audit(main(body, ask))

    assert sorted(str(read.uri).rpartition("/")[2] for read in evidence.reads) == ["contacts", "phones"]


def test_an_array_of_every_caller_is_looked_into() -> None:
    passed = f"{PASSED}\ninvoke-static {{v11}}, Lx/Main;->ask([Ljava/lang/Object;)V"
    give = static_method("give", f"move-object v1, v13\n{NULLS}\n{passed}", f"({URI})V")
    body = f"""
        {static(CONTACTS)}\ninvoke-static {{v1}}, Lx/Main;->give({URI})V
        {static(PHONES)}\ninvoke-static {{v1}}, Lx/Main;->give({URI})V
    """
    ask = static_method("ask", f"{NULLS}\n{found()}\nmove-object v11, v13\n{called()}", "([Ljava/lang/Object;)V")

    evidence = audit(main(body, give, ask))

    assert sorted(str(read.uri).rpartition("/")[2] for read in evidence.reads) == ["contacts", "phones"]


OF_OBJECT = f"invoke-virtual {{v5}}, Ljava/lang/Object;->getClass(){CLASS}\nmove-result-object v5"
A_RESOLVER = {
    "a result": f"invoke-static {{}}, Lx/Elsewhere;->resolver(){RESOLVER}\nmove-result-object v5",
    "an argument": "move-object v5, v13",
    "a field": f"sget-object v5, Lx/Main;->resolver:{RESOLVER}",
    "a cast": f"sget-object v5, Lx/Main;->anything:Ljava/lang/Object;\ncheck-cast v5, {RESOLVER}",
}


@pytest.mark.parametrize("given", A_RESOLVER.values(), ids=A_RESOLVER)
def test_the_class_may_be_that_of_an_object(given: str) -> None:
    fields = [Field("resolver", RESOLVER, PUBLIC | STATIC), Field("anything", "Ljava/lang/Object;", PUBLIC | STATIC)]
    query = QUERY.replace(CONTACTS, IMAGES)
    ask = method("ask", query.replace(found(), found(f"{given}\n{OF_OBJECT}")), f"({RESOLVER})V")

    # a query of a class that is not known would not be counted
    evidence = audit(main("", ask, fields=fields))

    assert evidence.coverage.uri_calls.other == 1


def test_a_method_kept_in_a_field_is_followed() -> None:
    kept = f"Lx/Main;->kept:{METHOD}"
    body = QUERY.replace(found(), f"{found()}\nsput-object v5, {kept}\nsget-object v5, {kept}")
    field = Field("kept", METHOD, PUBLIC | STATIC)

    assert the_read(main(body, fields=[field])).surface == "contacts"


def test_overloads_are_told_apart_by_the_number_of_arguments() -> None:
    unknown = f"invoke-static {{}}, Lx/Shapes;->shape()[{CLASS}\nmove-result-object v11"
    body = QUERY.replace(found(), found(parameters=unknown)).replace(
        "const/4 v3, 0", text("display_name LIKE 'a%'", "v3")
    )

    assert the_read(main(body)).scope == "filtered"


def test_the_scope_is_unknown_where_several_overloads_may_be_meant() -> None:
    unknown = f"invoke-static {{}}, Lx/Shapes;->shape()[{CLASS}\nmove-result-object v11"
    passed = f"""
        {UNSEEN} v9
        invoke-virtual {{v9}}, {STRING}->length()I
        move-result v9
        new-array v11, v9, [Ljava/lang/Object;
        const/4 v9, 0
        aput-object v1, v11, v9
    """

    read = the_read(main(QUERY.replace(found(), found(parameters=unknown)).replace(PASSED, passed)))

    assert (read.surface, read.scope) == ("contacts", "unknown")


def loose_array() -> str:
    """An array in v11 whose URI is put at a place that is not known."""
    return f"""
        invoke-virtual {{v9}}, {STRING}->length()I
        move-result v9
        const/16 v8, 5
        new-array v11, v8, [Ljava/lang/Object;
        aput-object v1, v11, v9
    """


def test_a_uri_at_an_unknown_place_of_the_array_is_a_read_of_unknown_scope() -> None:
    read = the_read(main(QUERY.replace(PASSED, f"{UNSEEN} v9\n{loose_array()}")))

    assert (read.surface, read.scope) == ("contacts", "unknown")


def test_arguments_that_are_not_seen_are_counted_as_unresolved() -> None:
    given = "invoke-static {}, Lx/Shapes;->given()[Ljava/lang/Object;\nmove-result-object v11"

    evidence = look(QUERY.replace(PASSED, given))

    assert evidence.reads == ()
    assert evidence.coverage.uri_calls.unresolved == 1


UNKNOWN_OWNER = "invoke-static {}, Lx/Shapes;->owner()Ljava/lang/Class;\nmove-result-object v5"


def test_a_query_of_a_class_that_is_not_known_is_a_read_if_it_is_given_contacts() -> None:
    assert the_read(main(QUERY.replace(found(), found(UNKNOWN_OWNER)))).surface == "contacts"


def test_a_query_of_a_class_that_is_not_known_is_not_counted_without_contacts() -> None:
    evidence = look(QUERY.replace(found(), found(UNKNOWN_OWNER)).replace(CONTACTS, IMAGES))

    assert evidence.reads == ()
    assert evidence.coverage.uri_calls.other == evidence.coverage.uri_calls.unresolved == 0


def test_a_method_of_the_apps_own_that_has_the_same_name_is_no_api() -> None:
    own = Class("Lx/Own;", [static_method("query", "", f"({''.join(SHAPE)})V")])

    evidence = look(QUERY.replace(found(), found("const-class v5, Lx/Own;")), own)

    assert evidence.reads == ()
    assert limits(evidence) == []


def test_an_overload_that_only_reflection_reaches_reads_what_the_public_one_does() -> None:
    owner = "const-class v5, Landroid/telephony/TelephonyManager;"
    kind = "sget-object v10, Ljava/lang/Integer;->TYPE:Ljava/lang/Class;"
    parameters = f"{kind}\n{array('v11', CLASS, 'v10')}"
    body = f"""
        {NULLS}
        {found(owner, text("getLine1Number", "v7"), parameters)}
        {array("v11", "Ljava/lang/Object;", "v2")}
        invoke-virtual {{v5, v0, v11}}, {INVOKE}
    """

    assert [(read.surface, read.fields) for read in look(body).reads] == [("own-number", ("phone",))]


def test_a_helper_that_calls_by_name_is_reached_only_from_where_the_name_is_given() -> None:
    owner = "const-class v5, Landroid/telephony/TelephonyManager;"
    body = f"""
        {NULLS}
        {found(owner, "move-object v7, v13", "const/4 v11, 0")}
        invoke-virtual {{v5, v0, v11}}, {INVOKE}
    """
    ask = static_method("ask", body, f"({STRING})V")
    call = f"invoke-static {{v1}}, Lx/Main;->ask({STRING})V"
    never = static_method("never", f"{text('getLine1Number', 'v1')}\n{call}")

    read = the_read(main(f"{text('getDeviceId', 'v1')}\n{call}", ask, never))

    assert (read.surface, read.reachable) == ("own-number", "no")


def test_a_library_that_calls_the_query_by_reflection_reads_too() -> None:
    library = Class("Lokhttp3/Reader;", [static_method("read", QUERY)])

    (read,) = look("invoke-static {}, Lokhttp3/Reader;->read()V", library).reads

    assert read.owner.kind == "library"


def test_a_loader_made_by_reflection_reads() -> None:
    constructor = "Ljava/lang/reflect/Constructor;"
    body = f"""
        {NULLS}\n{static(CONTACTS)}
        const-class v5, Landroid/content/CursorLoader;
        const/4 v11, 0
        invoke-virtual {{v5, v11}}, {CLASS}->getConstructor([{CLASS}){constructor}
        move-result-object v5
        {array("v11", "Ljava/lang/Object;", "v12", "v1", "v2", "v3", "v4", "v2")}
        invoke-virtual {{v5, v11}}, {constructor}->newInstance([Ljava/lang/Object;)Ljava/lang/Object;
        move-result-object v6
    """
    parameters = shape("v11", "Landroid/content/Context;", *SHAPE)

    read = the_read(main(body.replace("const/4 v11, 0", parameters)))

    assert (read.surface, read.scope) == ("contacts", "all")


@pytest.mark.parametrize(("taken", "reveals"), [(STEP, "everyone"), ("", "nobody")])
def test_rows_that_arrive_in_a_callback_are_followed(taken: str, reveals: str) -> None:
    handler = "Landroid/content/AsyncQueryHandler;"
    callback = method("onQueryComplete", f"move-object v6, v13\n{taken}", f"(ILjava/lang/Object;{CURSOR})V")
    parameters = shape("v11", "Ljava/lang/Integer;", "Ljava/lang/Object;", *SHAPE).replace(
        "const-class v10, Ljava/lang/Integer;", "sget-object v10, Ljava/lang/Integer;->TYPE:Ljava/lang/Class;"
    )
    body = f"""
        {NULLS}\n{static(CONTACTS)}
        {found(f"const-class v5, {handler}", text("startQuery", "v7"), parameters)}
        {array("v11", "Ljava/lang/Object;", "v2", "v2", "v1", "v2", "v3", "v4", "v2")}
        invoke-static {{}}, Lx/Shapes;->handler(){handler}
        move-result-object v0
        invoke-virtual {{v5, v0, v11}}, {INVOKE}
    """

    (read,) = look(body, Class("Lx/Own;", [callback], superclass=handler)).reads

    assert read.reveals == reveals


def handle(kind: str = "findVirtual") -> str:
    """A MethodHandle in v5."""
    return f"""
        invoke-static {{}}, Ljava/lang/invoke/MethodHandles;->lookup(){LOOKUP}
        move-result-object v5
        const-class v7, {RESOLVER}
        {text("query", "v8")}
        const/4 v9, 0
        invoke-virtual {{v5, v7, v8, v9}}, {LOOKUP}->{kind}({CLASS}{STRING}Ljava/lang/invoke/MethodType;){HANDLE}
        move-result-object v5
    """


def test_a_method_handle_called_with_an_array_reads() -> None:
    body = f"""
        {NULLS}\n{static(CONTACTS)}\n{handle()}
        {array("v11", "Ljava/lang/Object;", "v0", "v1", "v2", "v3", "v4", "v2")}
        invoke-virtual {{v5, v11}}, {HANDLE}->invokeWithArguments([Ljava/lang/Object;)Ljava/lang/Object;
        move-result-object v6
        {TAKE}
    """

    read = the_read(main(body))

    assert (read.surface, read.scope, read.all_fields) == ("contacts", "all", True)


def test_a_method_handle_of_a_method_found_by_reflection_reads() -> None:
    unreflect = f"""
        invoke-static {{}}, Ljava/lang/invoke/MethodHandles;->lookup(){LOOKUP}
        move-result-object v7
        invoke-virtual {{v7, v5}}, {LOOKUP}->unreflect({METHOD}){HANDLE}
        move-result-object v5
    """
    body = f"""
        {NULLS}\n{static(CONTACTS)}\n{found()}\n{unreflect}
        {array("v11", "Ljava/lang/Object;", "v0", "v1", "v2", "v3", "v4", "v2")}
        invoke-virtual {{v5, v11}}, {HANDLE}->invokeWithArguments([Ljava/lang/Object;)Ljava/lang/Object;
        move-result-object v6
        {TAKE}
    """

    assert the_read(main(body)).surface == "contacts"


HIDES_CODE = [("reflection", ("code",))]


@pytest.mark.parametrize(
    "body",
    [
        found(name=f"{UNSEEN} v7"),
        f"const-class v5, {RESOLVER}\ninvoke-virtual {{v5}}, {CLASS}->getMethods(){METHODS}",
        f"const-class v5, {RESOLVER}\ninvoke-virtual {{v5}}, {CLASS}->getDeclaredMethods(){METHODS}",
        handle().replace(text("query", "v8"), f"{UNSEEN} v8"),
    ],
    ids=["by a name that is not known", "among all", "among all declared", "through a handle of unknown name"],
)
def test_some_method_of_a_reading_class_may_hide_a_read(body: str) -> None:
    assert limits(look(body)) == HIDES_CODE


@pytest.mark.parametrize("body", [found(), handle()], ids=["method", "handle"])
def test_a_query_that_is_looked_up_but_not_seen_to_be_called_may_hide_a_read(body: str) -> None:
    assert limits(look(body)) == HIDES_CODE


def test_a_query_that_was_followed_does_not_speak_for_another_look_up_of_it() -> None:
    other = Class("Lx/Other;", [method("keep", found())])

    assert limits(look(QUERY.replace(CONTACTS, IMAGES), other)) == HIDES_CODE


@pytest.mark.parametrize("owner", ["Lx/Main;", "Landroid/app/Activity;"])
def test_an_unknown_method_of_any_other_class_is_said_and_hides_nothing(owner: str) -> None:
    evidence = look(found(f"const-class v5, {owner}", f"{UNSEEN} v7"))

    assert limits(evidence) == [("reflection", ())]


def test_all_methods_of_any_other_class_are_no_limitation() -> None:
    assert limits(look(f"const-class v5, Lx/Main;\ninvoke-virtual {{v5}}, {CLASS}->getMethods(){METHODS}")) == []
