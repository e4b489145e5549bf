"""Which fields of people a read takes: columns, all columns, and MIME types (DESIGN.md section 6, fields)."""

from __future__ import annotations

import pytest
from evidence.app import (
    CONTACTS,
    CURSOR,
    DATA,
    EMAILS,
    PHONES,
    TAKE,
    main,
    query,
    static,
    static_method,
    strings,
    text,
    the_read,
)
from support.dexfile import Class, static_field

PHONE_ROW = "vnd.android.cursor.item/phone_v2"
EMAIL_ROW = "vnd.android.cursor.item/email_v2"
NOTE_ROW = "vnd.android.cursor.item/note"


def ask_column(name: str, by: str = "getColumnIndex") -> str:
    """Take the value of a named column out of the cursor in v6."""
    return f"""
        {text(name, "v8")}
        invoke-interface {{v6, v8}}, {CURSOR}->{by}(Ljava/lang/String;)I
        move-result v8
        invoke-interface {{v6, v8}}, {CURSOR}->getString(I)Ljava/lang/String;
        move-result-object v8
    """


@pytest.mark.parametrize(
    ("uri", "columns", "fields"),
    [
        (CONTACTS, ("display_name",), ("name",)),
        (CONTACTS, ("_id",), ("contact-id",)),
        (CONTACTS, ("_id", "lookup", "display_name"), ("contact-id", "name")),
        (CONTACTS, ("has_phone_number",), ()),
        (CONTACTS, ("photo_uri", "starred"), ("photo", "starred")),
        (PHONES, ("data1",), ("phone",)),
        (PHONES, ("display_name", "data1"), ("name", "phone")),
        (PHONES, ("contact_id", "data4"), ("contact-id", "phone")),
        (EMAILS, ("data1",), ("email",)),
        (PHONES, ("data2", "data3"), ()),
        (CONTACTS, ("no_such_column",), ()),
    ],
)
def test_the_columns_asked_for_are_fields_of_people(
    uri: str, columns: tuple[str, ...], fields: tuple[str, ...]
) -> None:
    read = the_read(main(query(static(uri), strings("v2", *columns))))

    assert (read.fields, read.all_fields) == (fields, False)


def test_without_a_projection_every_column_is_fetched() -> None:
    read = the_read(main(query(static(PHONES))))

    assert read.all_fields


def test_columns_asked_of_the_cursor_are_named_although_all_are_fetched() -> None:
    use = ask_column("data1") + ask_column("display_name", "getColumnIndexOrThrow")

    read = the_read(main(query(static(PHONES), use=use)))

    assert (read.fields, read.all_fields) == (("name", "phone"), True)


def test_columns_in_a_static_array_of_the_app_are_found() -> None:
    keys = Class(
        "Lx/Keys;",
        [
            static_method(
                "<clinit>",
                f"{strings('v2', 'display_name', 'data1')}\nsput-object v2, Lx/Keys;->ALL:[Ljava/lang/String;",
            )
        ],
        [static_field("ALL", "[Ljava/lang/String;", None, 0x9)],
    )

    read = the_read(main(query(static(PHONES), "sget-object v2, Lx/Keys;->ALL:[Ljava/lang/String;")), keys)

    assert read.fields == ("name", "phone")


def test_columns_in_a_filled_array_are_found() -> None:
    projection = f"""
        {text("display_name", "v8")}
        {text("data1", "v9")}
        filled-new-array {{v8, v9}}, [Ljava/lang/String;
        move-result-object v2
    """

    assert the_read(main(query(static(PHONES), projection))).fields == ("name", "phone")


def test_an_array_of_columns_built_at_run_time_names_those_that_are_known() -> None:
    outside = "invoke-static {}, Ljava/lang/System;->lineSeparator()Ljava/lang/String;\nmove-result-object v10"
    projection = strings("v2", "data1", "x").replace(text("x", "v10"), outside)

    read = the_read(main(query(static(PHONES), projection)))

    assert (read.fields, read.all_fields) == (("phone",), False)


def test_columns_used_only_to_select_are_not_fields() -> None:
    read = the_read(main(query(static(CONTACTS), strings("v2", "_id"), selection=text("display_name LIKE 'A%'", "v3"))))

    assert read.fields == ("contact-id",)


def test_data_columns_mean_what_the_mime_type_in_the_selection_says() -> None:
    where = text(f"mimetype = '{NOTE_ROW}'", "v3")

    assert the_read(main(query(static(DATA), strings("v2", "data1"), where))).fields == ("note",)


def test_data_columns_mean_what_the_mime_type_among_the_arguments_says() -> None:
    read = the_read(
        main(
            query(
                static(DATA),
                strings("v2", "contact_id", "data1"),
                text("mimetype = ?", "v3"),
                strings("v4", EMAIL_ROW),
            )
        )
    )

    assert read.fields == ("contact-id", "email")


def test_two_mime_types_are_both_kinds_of_data() -> None:
    read = the_read(
        main(
            query(
                static(DATA),
                strings("v2", "data1"),
                text("mimetype = ? OR mimetype = ?", "v3"),
                strings("v4", PHONE_ROW, EMAIL_ROW),
            )
        )
    )

    assert (read.fields, read.scope) == (("email", "phone"), "all")


def test_mime_types_compared_with_the_rows_are_the_kinds_of_data() -> None:
    compare = f"""
        {ask_column("mimetype")}
        {text(EMAIL_ROW, "v9")}
        invoke-virtual {{v9, v8}}, Ljava/lang/String;->equals(Ljava/lang/Object;)Z
        {ask_column("data1")}
    """

    assert "email" in the_read(main(query(static(DATA), strings("v2", "mimetype", "data1"), use=compare))).fields


def test_data_of_no_known_kind_names_no_field() -> None:
    assert the_read(main(query(static(DATA), strings("v2", "data1"), use=TAKE))).fields == ()
