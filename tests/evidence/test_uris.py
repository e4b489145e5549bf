"""Which URI a query asks for, however the code puts it together (DESIGN.md section 3, Values)."""

from __future__ import annotations

import pytest
from evidence.app import (
    CALL_PARSE,
    CONTACTS,
    IMAGES,
    MAIN,
    PHONES,
    audit,
    main,
    parsed,
    query,
    reads_of,
    static,
    static_method,
    strings,
    text,
    the_read,
)
from support.dexfile import PUBLIC, STATIC, Class, Field, Method, static_field
from support.instructions import Code

ROOT = "content://com.android.contacts"
BUILDER = "Ljava/lang/StringBuilder;"
URI_BUILDER = "Landroid/net/Uri$Builder;"
APPENDED_PATH = "Landroid/net/Uri;->withAppendedPath(Landroid/net/Uri;Ljava/lang/String;)Landroid/net/Uri;"
APPENDED_ID = "Landroid/content/ContentUris;->withAppendedId(Landroid/net/Uri;J)Landroid/net/Uri;"
UNKNOWN_TEXT = """
    invoke-static {}, Ljava/lang/System;->lineSeparator()Ljava/lang/String;
    move-result-object v9
"""


def append(register: str, kind: str = "Ljava/lang/String;") -> str:
    """Append to the StringBuilder in v8, dropping the result."""
    return f"invoke-virtual {{v8, {register}}}, {BUILDER}->append({kind}){BUILDER}\n"


NEW_BUILDER = f"new-instance v8, {BUILDER}\ninvoke-direct {{v8}}, {BUILDER}-><init>()V\n"
BUILT = f"invoke-virtual {{v8}}, {BUILDER}->toString()Ljava/lang/String;\nmove-result-object v1\n{CALL_PARSE}"

NEW_URI_BUILDER = f"new-instance v8, {URI_BUILDER}\ninvoke-direct {{v8}}, {URI_BUILDER}-><init>()V\n"


def on_builder(name: str, argument: str, *, fluent: bool) -> str:
    result = "move-result-object v8\n" if fluent else ""
    call = f"invoke-virtual {{v8, v9}}, {URI_BUILDER}->{name}(Ljava/lang/String;){URI_BUILDER}\n"
    return f"{text(argument, 'v9')}\n{call}{result}"


def from_builder(*, fluent: bool) -> str:
    parts = [("scheme", "content"), ("authority", "com.android.contacts"), ("appendPath", "data")]
    parts.append(("appendEncodedPath", "phones"))
    steps = "".join(on_builder(name, argument, fluent=fluent) for name, argument in parts)
    build = f"invoke-virtual {{v8}}, {URI_BUILDER}->build()Landroid/net/Uri;\nmove-result-object v1"
    return NEW_URI_BUILDER + steps + build


BUILD_UPON = f"""
    {static(CONTACTS)}
    invoke-virtual {{v1}}, Landroid/net/Uri;->buildUpon(){URI_BUILDER}
    move-result-object v8
    {on_builder("appendPath", "strequent", fluent=True)}
    invoke-virtual {{v8}}, {URI_BUILDER}->build()Landroid/net/Uri;
    move-result-object v1
"""
FORMAT = "Ljava/lang/String;->format(Ljava/lang/String;[Ljava/lang/Object;)Ljava/lang/String;"
TO_URI = "move-result-object v1"

STATED = {
    "platform field": (static(PHONES), f"{ROOT}/data/phones"),
    "parsed text": (parsed(f"{ROOT}/data/phones"), f"{ROOT}/data/phones"),
    "appended path": (
        f"{static(CONTACTS)}\n{text('strequent', 'v8')}\ninvoke-static {{v1, v8}}, {APPENDED_PATH}\n{TO_URI}",
        f"{ROOT}/contacts/strequent",
    ),
    "appended constant id": (
        f"{static(CONTACTS)}\nconst-wide/16 v8, 7\ninvoke-static {{v1, v8, v9}}, {APPENDED_ID}\nmove-result-object v1",
        f"{ROOT}/contacts/7",
    ),
    "builder, fluent": (from_builder(fluent=True), f"{ROOT}/data/phones"),
    "builder, not fluent": (from_builder(fluent=False), f"{ROOT}/data/phones"),
    "built upon a field": (BUILD_UPON, f"{ROOT}/contacts/strequent"),
    "concatenated": (
        (
            f"{text(ROOT, 'v1')}\n{text('/data/phones', 'v8')}\n"
            "invoke-virtual {v1, v8}, Ljava/lang/String;->concat(Ljava/lang/String;)Ljava/lang/String;\n"
            f"move-result-object v1\n{CALL_PARSE}"
        ),
        f"{ROOT}/data/phones",
    ),
    "string builder": (
        f"{NEW_BUILDER}{text(ROOT, 'v9')}\n{append('v9')}{text('/data/phones', 'v9')}\n{append('v9')}{BUILT}",
        f"{ROOT}/data/phones",
    ),
    "string builder begun with a text": (
        (
            f"new-instance v8, {BUILDER}\n{text(ROOT, 'v9')}\n"
            f"invoke-direct {{v8, v9}}, {BUILDER}-><init>(Ljava/lang/String;)V\n"
            f"{text('/data/phones', 'v9')}\n{append('v9')}{BUILT}"
        ),
        f"{ROOT}/data/phones",
    ),
    "string builder with a char": (
        (
            f"{NEW_BUILDER}{text(ROOT, 'v9')}\n{append('v9')}const/16 v9, 47\n{append('v9', 'C')}"
            f"{text('contacts', 'v9')}\n{append('v9')}{BUILT}"
        ),
        f"{ROOT}/contacts",
    ),
    "string builder with a number": (
        f"{NEW_BUILDER}{text(ROOT + '/contacts/', 'v9')}\n{append('v9')}const/16 v9, 47\n{append('v9', 'I')}{BUILT}",
        f"{ROOT}/contacts/47",
    ),
    "format": (
        (
            f"{strings('v11', 'com.android.contacts', 'contacts')}\n{text('content://%s/%s', 'v8')}\n"
            f"invoke-static {{v8, v11}}, {FORMAT}\n"
            f"move-result-object v1\n{CALL_PARSE}"
        ),
        f"{ROOT}/contacts",
    ),
    "replaced": (
        (
            f"{text('content://com.#.contacts/contacts', 'v1')}\n{text('#', 'v8')}\n{text('android', 'v9')}\n"
            "invoke-virtual {v1, v8, v9}, Ljava/lang/String;->replace(Ljava/lang/CharSequence;Ljava/lang/CharSequence;)"
            f"Ljava/lang/String;\nmove-result-object v1\n{CALL_PARSE}"
        ),
        f"{ROOT}/contacts",
    ),
    "out of an array": (
        (
            f"{strings('v11', 'content://media', ROOT + '/contacts', 'content://sms')}\nconst/4 v9, 1\n"
            f"aget-object v1, v11, v9\n{CALL_PARSE}"
        ),
        f"{ROOT}/contacts",
    ),
    "moved about": (f"{static(PHONES, 'v8')}\nmove-object v9, v8\nmove-object/16 v1, v9", f"{ROOT}/data/phones"),
    "checked cast": (f"{static(PHONES)}\ncheck-cast v1, Landroid/net/Uri;", f"{ROOT}/data/phones"),
    "user id in the authority": (parsed("content://10@com.android.contacts/contacts"), None),
}


@pytest.mark.parametrize("idiom", list(STATED))
def test_a_uri_is_read_however_it_is_put_together(idiom: str) -> None:
    setup, expected = STATED[idiom]

    read = the_read(main(query(setup)))

    assert (read.surface, read.exact) == ("contacts", True)
    assert expected is None or read.uri == expected


@pytest.mark.parametrize(
    ("setup", "shown"),
    [
        (
            (
                f"{static(CONTACTS)}\ninvoke-static {{}}, Ljava/lang/System;->nanoTime()J\nmove-result-wide v8\n"
                f"invoke-static {{v1, v8, v9}}, {APPENDED_ID}\nmove-result-object v1"
            ),
            f"{ROOT}/contacts",
        ),
        (
            f"{UNKNOWN_TEXT}{static(CONTACTS)}\ninvoke-static {{v1, v9}}, {APPENDED_PATH}\nmove-result-object v1",
            f"{ROOT}/contacts",
        ),
        (
            f"{NEW_BUILDER}{text(ROOT + '/contacts/', 'v9')}\n{append('v9')}{UNKNOWN_TEXT}{append('v9')}{BUILT}",
            f"{ROOT}/contacts",
        ),
    ],
    ids=["id", "path", "string builder"],
)
def test_a_piece_built_at_run_time_leaves_the_known_beginning(setup: str, shown: str) -> None:
    read = the_read(main(query(setup)))

    assert (read.surface, read.uri, read.exact) == ("contacts", shown, False)
    assert read.scope != "all"


@pytest.mark.parametrize(
    "uri",
    [
        static(IMAGES),
        parsed("content://media/external/images/media"),
        parsed("content://com.example.contacts/contacts"),
        parsed("content://com.android.contacts.example/contacts"),
        parsed("http://com.android.contacts/contacts"),
        parsed("CONTENT://com.android.contacts/contacts"),
    ],
)
def test_another_provider_is_no_contact_read(uri: str) -> None:
    evidence = audit(main(query(uri)))

    assert evidence.reads == ()
    assert (evidence.coverage.uri_calls.other, evidence.coverage.uri_calls.unresolved) == (1, 0)


def test_a_uri_that_nobody_can_know_is_counted_and_not_called_contacts() -> None:
    evidence = audit(main(query(f"{UNKNOWN_TEXT}move-object v1, v9\n{CALL_PARSE}")))

    calls = evidence.coverage.uri_calls
    assert evidence.reads == ()
    assert (calls.surfaces, calls.other, calls.unresolved) == (0, 0, 1)


def test_a_decoy_string_beside_another_query_is_no_read() -> None:
    assert reads_of(main(f"{text(ROOT + '/contacts', 'v11')}\n{query(static(IMAGES))}")) == []


def test_a_constant_of_the_apps_own_is_read() -> None:
    keys = Class("Lx/Keys;", fields=[static_field("BOOK", "Ljava/lang/String;", f"{ROOT}/contacts")])

    read = the_read(main(query(f"sget-object v1, Lx/Keys;->BOOK:Ljava/lang/String;\n{CALL_PARSE}")), keys)

    assert read.uri == f"{ROOT}/contacts"


def test_a_static_initialiser_gives_a_field_its_uri() -> None:
    field = "Lx/Keys;->BOOK:Landroid/net/Uri;"
    keys = Class(
        "Lx/Keys;",
        [static_method("<clinit>", f"{parsed(ROOT + '/contacts')}\nsput-object v1, {field}")],
        [Field("BOOK", "Landroid/net/Uri;", PUBLIC | STATIC)],
    )

    assert the_read(main(query(static(field))), keys).uri == f"{ROOT}/contacts"


def test_one_of_two_uris_is_two_reads() -> None:
    setup = f"""
        invoke-static {{}}, Ljava/lang/System;->nanoTime()J
        move-result-wide v8
        long-to-int v8, v8
        if-eqz v8, :other
        {static(CONTACTS)}
        goto :chosen
        :other
        {parsed("content://sms/inbox")}
        :chosen
    """

    reads = reads_of(main(query(setup)))

    assert sorted((read.surface, read.uri) for read in reads) == [
        ("contacts", f"{ROOT}/contacts"),
        ("sms", "content://sms/inbox"),
    ]


def test_one_of_two_uris_where_the_other_is_no_surface_is_one_read() -> None:
    setup = f"if-eqz p1, :other\n{static(CONTACTS)}\ngoto :chosen\n:other\n{static(IMAGES)}\n:chosen"

    assert [read.uri for read in reads_of(main(query(setup)))] == [f"{ROOT}/contacts"]


def test_a_helper_gives_the_uri() -> None:
    helper = Class("Lx/Uris;", [static_method("book", static(CONTACTS), "()Landroid/net/Uri;", end="return-object v1")])

    read = the_read(main(query("invoke-static {}, Lx/Uris;->book()Landroid/net/Uri;\nmove-result-object v1")), helper)

    assert read.uri == f"{ROOT}/contacts"


def test_a_helper_that_chooses_gives_both() -> None:
    body = f"if-eqz p0, :other\n{static(CONTACTS)}\nreturn-object v1\n:other\n{static(PHONES)}"
    helper = Class("Lx/Uris;", [static_method("book", body, "(I)Landroid/net/Uri;", end="return-object v1")])
    call = "const/4 v8, 1\ninvoke-static {v8}, Lx/Uris;->book(I)Landroid/net/Uri;\nmove-result-object v1"

    reads = reads_of(main(query(call)), helper)

    assert sorted(str(read.uri) for read in reads) == [f"{ROOT}/contacts", f"{ROOT}/data/phones"]


def test_a_helper_gives_each_caller_what_it_asked_for() -> None:
    helper = Class(
        "Lx/Uris;", [static_method("at", f"move-object v1, p0\n{CALL_PARSE}", _TEXT_TO_URI, end="return-object v1")]
    )

    def call(path: str) -> str:
        return f"{text(path, 'v8')}\ninvoke-static {{v8}}, Lx/Uris;->at{_TEXT_TO_URI}\nmove-result-object v1"

    first = main(
        query(call(f"{ROOT}/contacts")) + "invoke-virtual {p0}, Lx/Main;->b()V", _more(query(call("content://media/x")))
    )

    assert [read.uri for read in reads_of(first, helper)] == [f"{ROOT}/contacts"]


_TEXT_TO_URI = "(Ljava/lang/String;)Landroid/net/Uri;"


def _more(body: str) -> Method:
    return Method("b", "()V", PUBLIC, Code(14, f"{body}\nreturn-void"))


@pytest.mark.parametrize("name", ["getField", "getDeclaredField"])
def test_reflection_with_constant_names_is_followed(name: str) -> None:
    setup = f"""
        {text("android.provider.ContactsContract$Contacts", "v8")}
        invoke-static {{v8}}, Ljava/lang/Class;->forName(Ljava/lang/String;)Ljava/lang/Class;
        move-result-object v8
        {text("CONTENT_URI", "v9")}
        invoke-virtual {{v8, v9}}, Ljava/lang/Class;->{name}(Ljava/lang/String;)Ljava/lang/reflect/Field;
        move-result-object v8
        const/4 v9, 0
        invoke-virtual {{v8, v9}}, Ljava/lang/reflect/Field;->get(Ljava/lang/Object;)Ljava/lang/Object;
        move-result-object v1
        check-cast v1, Landroid/net/Uri;
    """

    assert the_read(main(query(setup))).uri == f"{ROOT}/contacts"


def test_a_method_that_calls_itself_for_the_uri_ends() -> None:
    itself = f"{MAIN}->uri(I)Landroid/net/Uri;"
    body = (
        f"if-eqz p1, :done\ninvoke-virtual {{p0, p1}}, {itself}\n{TO_URI}\nreturn-object v1\n:done\n{static(CONTACTS)}"
    )
    helper = Method("uri", "(I)Landroid/net/Uri;", PUBLIC, Code(14, f"{body}\nreturn-object v1"))
    call = f"const/4 v8, 3\ninvoke-virtual {{p0, v8}}, {itself}\nmove-result-object v1"

    assert f"{ROOT}/contacts" in [read.uri for read in reads_of(main(query(call), helper))]


def test_two_methods_that_call_each_other_for_the_uri_end() -> None:
    def half(name: str, other: str, leaf: str) -> Method:
        onward = f"invoke-static {{p0}}, Lx/H;->{other}(I)Landroid/net/Uri;\n{TO_URI}\nreturn-object v1"
        body = f"if-eqz p0, :done\n{onward}\n:done\n{leaf}"
        return static_method(name, body, "(I)Landroid/net/Uri;", end="return-object v1")

    helper = Class("Lx/H;", [half("a", "b", static(CONTACTS)), half("b", "a", static(PHONES))])
    call = "const/4 v8, 3\ninvoke-static {v8}, Lx/H;->a(I)Landroid/net/Uri;\nmove-result-object v1"

    assert {read.uri for read in reads_of(main(query(call)), helper)} == {f"{ROOT}/contacts", f"{ROOT}/data/phones"}


def test_two_methods_that_only_call_each_other_are_unresolved() -> None:
    def half(name: str, other: str) -> Method:
        body = f"invoke-static {{}}, Lx/H;->{other}()Landroid/net/Uri;\nmove-result-object v1"
        return static_method(name, body, "()Landroid/net/Uri;", end="return-object v1")

    helper = Class("Lx/H;", [half("a", "b"), half("b", "a")])
    evidence = audit(main(query("invoke-static {}, Lx/H;->a()Landroid/net/Uri;\nmove-result-object v1")), helper)

    assert evidence.reads == ()
    assert evidence.coverage.uri_calls.unresolved == 1


def test_a_uri_lengthened_in_a_loop_ends_and_is_not_exact() -> None:
    setup = f"""
        {static(CONTACTS)}
        const/4 v11, 3
        :again
        {UNKNOWN_TEXT}
        invoke-static {{v1, v9}}, {APPENDED_PATH}
        move-result-object v1
        add-int/lit8 v11, v11, -1
        if-nez v11, :again
    """

    reads = reads_of(main(query(setup)))

    assert {read.surface for read in reads} == {"contacts"}
    assert not any(read.exact for read in reads)


def test_a_parameter_passed_round_in_a_cycle_ends() -> None:
    turn = static_method(
        "turn",
        f"{query('move-object v1, p0')}\ninvoke-static {{p0}}, Lx/H;->turn(Landroid/net/Uri;)V",
        "(Landroid/net/Uri;)V",
    )
    call = f"{static(CONTACTS)}\ninvoke-static {{v1}}, Lx/H;->turn(Landroid/net/Uri;)V"

    assert [read.uri for read in reads_of(main(call), Class("Lx/H;", [turn]))] == [f"{ROOT}/contacts"]
