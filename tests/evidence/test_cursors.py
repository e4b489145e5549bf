"""What becomes of a cursor: rows taken or only counted, also through helpers, fields and returns; and loops over it."""

from __future__ import annotations

import pytest
from evidence.app import (
    CONTACTS,
    CURSOR,
    IMAGES,
    MAIN,
    PHONES,
    STEP,
    TAKE,
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
from support.dexfile import PUBLIC, STATIC, Class, Field

COUNT = f"invoke-interface {{v6}}, {CURSOR}->getCount()I\nmove-result v7\n"
CLOSE = f"invoke-interface {{v6}}, {CURSOR}->close()V\n"
TAKE_P0 = f"const/4 v7, 0\ninvoke-interface {{p0, v7}}, {CURSOR}->getString(I)Ljava/lang/String;\n"
COUNT_P0 = f"invoke-interface {{p0}}, {CURSOR}->getCount()I\n"
TO_HELPER = f"invoke-static {{v6}}, Lx/Rows;->use({CURSOR})V\n"


def helper(body: str) -> Class:
    return Class("Lx/Rows;", [static_method("use", body, f"({CURSOR})V")])


@pytest.mark.parametrize(
    ("use", "reveals"),
    [
        (TAKE, "everyone"),
        (STEP, "everyone"),
        (COUNT + TAKE, "everyone"),
        (COUNT, "nobody"),
        (COUNT + CLOSE, "nobody"),
        (CLOSE, "nobody"),
        ("", "nobody"),
        (f"invoke-interface {{v6}}, {CURSOR}->moveToFirst()Z\n{CLOSE}", "nobody"),
        (f"if-eqz v6, :none\n{COUNT}:none", "nobody"),
        (f"const/4 v7, 1\ninvoke-interface {{v6, v7}}, {CURSOR}->getLong(I)J", "everyone"),
        (f"const/4 v7, 1\ninvoke-interface {{v6, v7}}, {CURSOR}->getBlob(I)[B", "everyone"),
    ],
    ids=[
        "a value", "values of all rows", "count and a value", "count", "count and close", "close", "dropped",
        "is there one", "count if there", "a number", "bytes",
    ],
)  # fmt: skip
def test_a_read_reveals_nobody_if_only_the_rows_are_counted(use: str, reveals: str) -> None:
    assert the_read(main(query(static(CONTACTS), use=use))).reveals == reveals


def test_a_cursor_put_where_nobody_can_follow_it_is_not_only_counted() -> None:
    use = "sput-object v6, Lcom/outside/Rows;->rows:Ljava/lang/Object;"

    assert the_read(main(query(static(CONTACTS), use=use))).reveals == "everyone"


def test_a_cursor_handed_to_code_outside_the_package_is_not_only_counted() -> None:
    use = f"invoke-static {{v6}}, Lcom/outside/Rows;->keep({CURSOR})V"

    assert the_read(main(query(static(CONTACTS), use=use))).reveals == "everyone"


@pytest.mark.parametrize(
    ("body", "reveals"), [(TAKE_P0, "everyone"), (COUNT_P0, "nobody")], ids=["takes a value", "counts"]
)
def test_a_cursor_handed_to_a_helper_is_followed(body: str, reveals: str) -> None:
    assert the_read(main(query(static(CONTACTS), use=TO_HELPER)), helper(body)).reveals == reveals


@pytest.mark.parametrize(("use", "reveals"), [(TAKE, "everyone"), (COUNT, "nobody")], ids=["takes a value", "counts"])
def test_a_cursor_that_a_helper_returns_is_followed(use: str, reveals: str) -> None:
    asking = Class(
        "Lx/Rows;",
        [method("open", query(static(CONTACTS), use=""), f"(){CURSOR}", PUBLIC | STATIC, end="return-object v6")],
    )
    body = f"invoke-static {{}}, Lx/Rows;->open(){CURSOR}\nmove-result-object v6\n{use}"

    assert the_read(main(body), asking).reveals == reveals


@pytest.mark.parametrize(("use", "reveals"), [(TAKE, "everyone"), (COUNT, "nobody")], ids=["takes a value", "counts"])
def test_a_cursor_kept_in_a_field_is_followed(use: str, reveals: str) -> None:
    keep = f"iput-object v6, p0, {MAIN}->rows:{CURSOR}\ninvoke-virtual {{p0}}, {MAIN}->later()V"
    later = method("later", f"iget-object v6, p0, {MAIN}->rows:{CURSOR}\n{use}")

    read = the_read(main(query(static(CONTACTS), use=keep), later, fields=[Field("rows", CURSOR)]))

    assert read.reveals == reveals


def test_columns_asked_for_in_a_helper_belong_to_the_read() -> None:
    body = f"""
        {text("data1", "v8")}
        invoke-interface {{p0, v8}}, {CURSOR}->getColumnIndex(Ljava/lang/String;)I
        move-result v8
        invoke-interface {{p0, v8}}, {CURSOR}->getString(I)Ljava/lang/String;
    """

    assert the_read(main(query(static(PHONES), use=TO_HELPER)), helper(body)).fields == ("phone",)


def test_columns_asked_of_another_cursor_do_not_belong_to_it() -> None:
    other = f"""
        {text("data1", "v8")}
        invoke-interface {{v6, v8}}, {CURSOR}->getColumnIndex(Ljava/lang/String;)I
        move-result v8
        invoke-interface {{v6, v8}}, {CURSOR}->getString(I)Ljava/lang/String;
    """

    body = query(static(PHONES), strings("v2", "display_name")) + query(static(IMAGES), use=other)

    assert the_read(main(body)).fields == ("name",)


def test_a_cursor_wrapped_into_another_is_followed() -> None:
    use = f"""
        new-instance v8, Landroid/database/CursorWrapper;
        invoke-direct {{v8, v6}}, Landroid/database/CursorWrapper;-><init>({CURSOR})V
        const/4 v7, 0
        invoke-virtual {{v8, v7}}, Landroid/database/CursorWrapper;->getString(I)Ljava/lang/String;
    """

    assert the_read(main(query(static(CONTACTS), use=use))).reveals == "everyone"


def test_a_cursor_handed_round_in_a_cycle_ends() -> None:
    again = helper(f"{COUNT_P0}invoke-static {{p0}}, Lx/Rows;->use({CURSOR})V")

    assert the_read(main(query(static(CONTACTS), use=TO_HELPER)), again).reveals == "nobody"


def per_contact(first: str, *, loop: bool) -> str:
    """Numbers of one contact by an id out of a row of the cursor in v6; in a loop over the rows, or once."""
    inner = f"""
        const/4 v7, 0
        invoke-interface {{v6, v7}}, {CURSOR}->getString(I)Ljava/lang/String;
        move-result-object v9
        const/4 v8, 1
        new-array v11, v8, [Ljava/lang/String;
        const/4 v8, 0
        aput-object v9, v11, v8
        invoke-static {{v11}}, Lx/Phones;->of([Ljava/lang/String;)V
    """
    step = f"invoke-interface {{v6}}, {CURSOR}->moveToNext()Z\nmove-result v7\nif-eqz v7, :done"
    use = f":again\n{step}\n{inner}\ngoto :again\n:done" if loop else f"{step}\n{inner}\n:done"
    return query(first, strings("v2", "_id"), use=use)


PHONES_OF = Class(
    "Lx/Phones;",
    [
        static_method(
            "of",
            query(static(PHONES), strings("v2", "data1"), text("contact_id = ?", "v3"), "move-object v4, p0"),
            "([Ljava/lang/String;)V",
        )
    ],
)


def test_a_query_for_each_contact_in_a_loop_over_all_reads_everyone() -> None:
    reads = reads_of(main(per_contact(static(CONTACTS), loop=True)), PHONES_OF)

    assert {(read.uri, read.scope, read.reveals) for read in reads} == {
        ("content://com.android.contacts/contacts", "all", "everyone"),
        ("content://com.android.contacts/data/phones", "all", "everyone"),
    }


def test_a_query_for_one_row_without_a_loop_looks_one_person_up() -> None:
    reads = reads_of(main(per_contact(static(CONTACTS), loop=False)), PHONES_OF)

    assert {(read.uri, read.scope) for read in reads} == {
        ("content://com.android.contacts/contacts", "all"),
        ("content://com.android.contacts/data/phones", "lookup"),
    }


def test_a_query_for_each_of_some_rows_reads_not_everyone() -> None:
    typed = 'const-string v1, "content://com.android.contacts/contacts/filter/bob"\n'
    typed += "invoke-static {v1}, Landroid/net/Uri;->parse(Ljava/lang/String;)Landroid/net/Uri;\nmove-result-object v1"

    reads = reads_of(main(per_contact(typed, loop=True)), PHONES_OF)

    assert {read.scope for read in reads} == {"filtered", "lookup"}


def test_a_background_query_ends_in_its_callback() -> None:
    handler = Class(
        "Lx/Asker;",
        [
            constructor("", "(Landroid/content/ContentResolver;)V"),
            method(
                "onQueryComplete",
                f"const/4 v7, 0\ninvoke-interface {{p3, v7}}, {CURSOR}->getString(I)Ljava/lang/String;",
                f"(ILjava/lang/Object;{CURSOR})V",
                registers=12,
            ),
        ],
        superclass="Landroid/content/AsyncQueryHandler;",
    )
    start = (
        "Lx/Asker;->startQuery(ILjava/lang/Object;Landroid/net/Uri;[Ljava/lang/String;Ljava/lang/String;"
        "[Ljava/lang/String;Ljava/lang/String;)V"
    )
    body = f"""
        new-instance v0, Lx/Asker;
        const/4 v1, 0
        invoke-direct {{v0, v1}}, Lx/Asker;-><init>(Landroid/content/ContentResolver;)V
        const/4 v2, 0
        {static(CONTACTS, "v3")}
        const/4 v4, 0
        const/4 v5, 0
        const/4 v6, 0
        const/4 v7, 0
        invoke-virtual/range {{v0 .. v7}}, {start}
    """

    read = the_read(main(body), handler)

    assert (read.scope, read.reveals, read.all_fields) == ("all", "everyone", True)
