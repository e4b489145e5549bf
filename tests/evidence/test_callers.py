"""What belongs to one query stays together: the URI, projection and selection of one caller or one object."""

from __future__ import annotations

from evidence.app import (
    CONTACTS,
    EMAILS,
    IMAGES,
    PHONES,
    audit,
    constructor,
    main,
    method,
    query,
    reads_of,
    static,
    static_method,
    strings,
    text,
    the_read,
)
from support.dexfile import Class, Field, Method

ROOT = "content://com.android.contacts"
ASK = "(Landroid/net/Uri;[Ljava/lang/String;Ljava/lang/String;)V"
HELPER = Class(
    "Lx/Rows;",
    [static_method("ask", query("move-object v1, p0", "move-object v2, p1", "move-object v3, p2"), ASK)],
)


def ask(uri: str, column: str, where: str | None) -> str:
    """Call the helper with a URI, one column and a selection (None: null)."""
    selection = text(where, "v9") if where is not None else "const/4 v9, 0"
    return f"""
        {strings("v11", column)}
        {static(uri)}
        {selection}
        invoke-static {{v1, v11, v9}}, Lx/Rows;->ask{ASK}
    """


def test_two_callers_of_a_helper_are_two_reads_with_their_own_columns_and_scope() -> None:
    reads = reads_of(main(ask(PHONES, "data1", None) + ask(CONTACTS, "display_name", "_id = 5")), HELPER)

    assert sorted((read.uri, read.fields, read.scope) for read in reads) == [
        (f"{ROOT}/contacts", ("name",), "lookup"),
        (f"{ROOT}/data/phones", ("phone",), "all"),
    ]


def test_a_caller_that_asks_another_provider_lends_its_columns_to_no_contact_read() -> None:
    read = the_read(main(ask(PHONES, "data1", None) + ask(IMAGES, "display_name", "_id = 5")), HELPER)

    assert (read.uri, read.fields, read.scope) == (f"{ROOT}/data/phones", ("phone",), "all")


def test_the_place_of_a_read_is_the_instruction_that_queries() -> None:
    read = the_read(main(ask(PHONES, "data1", None)), HELPER)

    assert read.at.method is not None
    assert (read.at.method.class_name, read.at.method.name) == ("Lx/Rows;", "ask")
    assert (read.at.part, read.at.dex) == ("base.apk", "classes1.dex")


def test_a_helper_of_a_helper_keeps_them_together_too() -> None:
    outer = Class("Lx/Outer;", [static_method("ask", f"invoke-static {{p0, p1, p2}}, Lx/Rows;->ask{ASK}", ASK)])
    body = ask(PHONES, "data1", None) + ask(EMAILS, "data1", "_id = 5")

    reads = reads_of(main(body.replace("Lx/Rows;", "Lx/Outer;")), outer, HELPER)

    assert sorted((read.uri, read.fields, read.scope) for read in reads) == [
        (f"{ROOT}/data/emails", ("email",), "lookup"),
        (f"{ROOT}/data/phones", ("phone",), "all"),
    ]


def test_a_helper_nobody_calls_gives_no_contact_read() -> None:
    evidence = audit(main(""), HELPER)

    assert evidence.reads == ()
    assert evidence.coverage.uri_calls.unresolved == 1


FIELDS = [Field("uri", "Landroid/net/Uri;"), Field("where", "Ljava/lang/String;")]
MAKE = "(Landroid/net/Uri;Ljava/lang/String;)V"


def asking_class(run: str = "run") -> Class:
    """A class that keeps what to ask in fields and asks in another method."""
    body = query(
        "iget-object v1, p0, Lx/Ask;->uri:Landroid/net/Uri;",
        selection="iget-object v3, p0, Lx/Ask;->where:Ljava/lang/String;",
    )
    keep = "iput-object p1, p0, Lx/Ask;->uri:Landroid/net/Uri;\niput-object p2, p0, Lx/Ask;->where:Ljava/lang/String;"
    return Class("Lx/Ask;", [constructor(keep, MAKE), method(run, body)], FIELDS)


def make(uri: str, where: str | None) -> str:
    selection = text(where, "v9") if where is not None else "const/4 v9, 0"
    return f"""
        new-instance v8, Lx/Ask;
        {static(uri)}
        {selection}
        invoke-direct {{v8, v1, v9}}, Lx/Ask;-><init>{MAKE}
        invoke-virtual {{v8}}, Lx/Ask;->run()V
    """


def test_the_fields_of_one_object_stay_together() -> None:
    reads = reads_of(main(make(PHONES, "_id = 5") + make(CONTACTS, None)), asking_class())

    assert sorted((read.uri, read.scope) for read in reads) == [
        (f"{ROOT}/contacts", "all"),
        (f"{ROOT}/data/phones", "lookup"),
    ]


def test_an_object_made_for_pictures_does_not_lend_its_selection_to_one_made_for_contacts() -> None:
    read = the_read(main(make(IMAGES, "_id = 5") + make(CONTACTS, None)), asking_class())

    assert (read.uri, read.scope) == (f"{ROOT}/contacts", "all")


def written(uri: str, where: str | None) -> str:
    """Make an object and write its fields from outside, as data classes and inlined constructors do."""
    selection = text(where, "v9") if where is not None else "const/4 v9, 0"
    return f"""
        new-instance v8, Lx/Ask;
        {static(uri)}
        {selection}
        iput-object v1, v8, Lx/Ask;->uri:Landroid/net/Uri;
        iput-object v9, v8, Lx/Ask;->where:Ljava/lang/String;
        invoke-virtual {{v8}}, Lx/Ask;->run()V
    """


def test_fields_that_two_methods_write_stay_apart() -> None:
    second = Class("Lx/Second;", [static_method("go", written(PHONES, "_id = 5"))])
    body = written(CONTACTS, None) + "invoke-static {}, Lx/Second;->go()V"

    reads = reads_of(main(body), second, asking_class())

    assert sorted((read.uri, read.scope) for read in reads) == [
        (f"{ROOT}/contacts", "all"),
        (f"{ROOT}/data/phones", "lookup"),
    ]


def test_objects_made_in_two_methods_stay_apart() -> None:
    second = Class("Lx/Second;", [static_method("go", make(PHONES, "_id = 5"))])

    reads = reads_of(main(make(CONTACTS, None) + "invoke-static {}, Lx/Second;->go()V"), second, asking_class())

    assert sorted((read.uri, read.scope) for read in reads) == [
        (f"{ROOT}/contacts", "all"),
        (f"{ROOT}/data/phones", "lookup"),
    ]


def test_a_uri_set_by_a_setter_is_found() -> None:
    holder = Class(
        "Lx/Ask;",
        [
            constructor(),
            method("set", "iput-object p1, p0, Lx/Ask;->uri:Landroid/net/Uri;", "(Landroid/net/Uri;)V"),
            method("run", query("iget-object v1, p0, Lx/Ask;->uri:Landroid/net/Uri;")),
        ],
        FIELDS[:1],
    )
    body = f"""
        new-instance v8, Lx/Ask;
        invoke-direct {{v8}}, Lx/Ask;-><init>()V
        {static(CONTACTS)}
        invoke-virtual {{v8, v1}}, Lx/Ask;->set(Landroid/net/Uri;)V
        invoke-virtual {{v8}}, Lx/Ask;->run()V
    """

    assert the_read(main(body), holder).uri == f"{ROOT}/contacts"


def test_a_query_that_an_override_asks_for_is_found() -> None:
    base = Class(
        "Lx/Base;",
        [
            constructor(),
            Method("uri", "()Landroid/net/Uri;", 0x401),
            method("run", query("invoke-virtual {p0}, Lx/Base;->uri()Landroid/net/Uri;\nmove-result-object v1")),
        ],
        flags=0x401,
    )
    book = Class(
        "Lx/Book;",
        [constructor(), method("uri", static(CONTACTS), "()Landroid/net/Uri;", end="return-object v1")],
        superclass="Lx/Base;",
    )
    body = """
        new-instance v8, Lx/Book;
        invoke-direct {v8}, Lx/Book;-><init>()V
        invoke-virtual {v8}, Lx/Base;->run()V
    """

    assert [read.uri for read in reads_of(main(body), base, book)] == [f"{ROOT}/contacts"]
