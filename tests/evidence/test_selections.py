"""What a selection leaves of the address book (DESIGN.md section 6, scope)."""

from __future__ import annotations

import pytest
from evidence.app import (
    CONTACTS,
    DATA,
    PHONES,
    main,
    operations,
    parsed,
    query,
    reads_of,
    static,
    strings,
    text,
    the_read,
)

from permaudit.evidence.selections import narrower, scope_of_selection
from permaudit.evidence.values import NULL, Number, Text, Unknown, Value
from permaudit.model.evidence import Scope

ROOT = "content://com.android.contacts"

SELECTIONS: list[tuple[str, Scope]] = [
    # keeps most: has a number
    ("has_phone_number = 1", "all"),
    ("has_phone_number='1'", "all"),
    ("has_phone_number=?", "all"),
    ("has_phone_number > 0", "all"),
    ("has_phone_number != 0", "all"),
    ("HAS_PHONE_NUMBER = 1", "all"),
    ("(has_phone_number = 1)", "all"),
    ("((has_phone_number)=1)", "all"),
    ("contacts.has_phone_number = 1", "all"),
    # a visible group, not deleted, a MIME type
    ("in_visible_group = '1'", "all"),
    ("in_visible_group = 1 AND has_phone_number = 1", "all"),
    ("in_visible_group=1 and has_phone_number=1", "all"),
    ("deleted = 0", "all"),
    ("deleted=0 AND account_type IS NOT NULL", "all"),
    ("mimetype = ?", "all"),
    ("mimetype='vnd.android.cursor.item/phone_v2'", "all"),
    ("mimetype = ? OR mimetype = ?", "all"),
    ("mimetype IN (?, ?, ?)", "all"),
    ("data1 IS NOT NULL", "all"),
    ("data1 NOT NULL", "all"),
    ("data1 NOTNULL", "all"),
    ("display_name IS NOT NULL", "all"),
    ("display_name NOTNULL AND has_phone_number=1 AND display_name != ''", "all"),
    ("data1 != ''", "all"),
    ("data1 <> ''", "all"),
    ("length(data1) > 0", "all"),
    # incremental sync and paging
    ("contact_last_updated_timestamp > ?", "all"),
    ("contact_last_updated_timestamp > 1500000000000", "all"),
    ("contact_last_updated_timestamp>=?", "all"),
    ("_id > ?", "all"),
    ("_id > 100 AND _id <= 200", "all"),
    ("raw_contact_id > 0", "all"),
    # always true
    ("", "all"),
    ("   ", "all"),
    ("1", "all"),
    ("1=1", "all"),
    ("1 = 1 AND has_phone_number = 1", "all"),
    # one person
    ("_id = ?", "lookup"),
    ("_id=5", "lookup"),
    ("_id = *", "lookup"),
    ("contact_id = ?", "lookup"),
    ("contact_id=?", "lookup"),
    ("contact_id = * AND mimetype = ?", "lookup"),
    ("contact_id = ? AND mimetype = ?", "lookup"),
    ("mimetype = ? AND contact_id = ?", "lookup"),
    ("raw_contact_id = ? AND mimetype='vnd.android.cursor.item/email_v2'", "lookup"),
    ("lookup = ?", "lookup"),
    ("number = ?", "lookup"),
    ("data1 = ?", "lookup"),
    ("data4 = '+12025550123'", "lookup"),
    ("data.contact_id = ?", "lookup"),
    ("_id IS ?", "lookup"),
    # cut by a value
    ("display_name LIKE ?", "filtered"),
    ("display_name LIKE 'A%'", "filtered"),
    ("display_name like '%' || ? || '%'", "filtered"),
    ("display_name = ?", "filtered"),
    ("starred = 1", "filtered"),
    ("starred=1 AND has_phone_number=1", "filtered"),
    ("data1 LIKE '%555%'", "filtered"),
    ("upper(display_name) GLOB 'A*'", "filtered"),
    ("has_phone_number = 1 AND display_name LIKE ?", "filtered"),
    ("account_name = ?", "filtered"),
    ("(display_name LIKE ? OR data1 LIKE ?) AND has_phone_number = 1", "filtered"),
    ("display_name = 'Tom AND Jerry'", "filtered"),
    ("display_name NOT LIKE '%test%'", "all"),
    # OR keeps what the widest part keeps
    ("starred = 1 OR has_phone_number = 1", "all"),
    ("starred = 1 OR display_name LIKE ?", "filtered"),
    ("_id = ? OR display_name LIKE ?", "filtered"),
    ("_id = ? OR _id = ?", "filtered"),
    # not known
    ("*", "unknown"),
]


@pytest.mark.parametrize(("selection", "expected"), SELECTIONS)
def test_a_selection_leaves_most_some_or_one(selection: str, expected: Scope) -> None:
    scope, rows = scope_of_selection(Text(selection), operations().selections)

    assert scope == expected
    assert rows == frozenset()


GROUPED: list[tuple[str, Scope]] = [
    # a parenthesis binds tighter than AND: what stands outside it narrows both alternatives
    ("contact_id = ? AND (mimetype = ? OR mimetype = ?)", "lookup"),
    ("(mimetype = ? OR mimetype = ?) AND contact_id = ?", "lookup"),
    ("display_name LIKE ? AND (mimetype = ? OR mimetype = ?)", "filtered"),
    ("((contact_id = ?) AND (mimetype = ? OR mimetype = ? OR mimetype = ?))", "lookup"),
]


@pytest.mark.parametrize(("selection", "expected"), GROUPED)
def test_parentheses_bind_tighter_than_and(selection: str, expected: Scope) -> None:
    assert scope_of_selection(Text(selection), operations().selections)[0] == expected


MISREAD: list[tuple[str, Scope, str]] = [
    ("_id IN (?, ?, ?)", "filtered", "several ids pass for one"),
    ("display_name = 'this OR that'", "filtered", "AND and OR inside a quoted text split it"),
    ("NOT deleted", "all", "NOT before a column is not read"),
    ("NOT (deleted = 1)", "all", "NOT before a condition is not read"),
]


@pytest.mark.parametrize(
    ("selection", "expected"),
    [(text, scope) for text, scope, _ in MISREAD],
)
def test_rarer_forms_of_selections(selection: str, expected: Scope) -> None:
    assert scope_of_selection(Text(selection), operations().selections)[0] == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(NULL, "all"), (Unknown("caller"), "unknown"), (Number(7), "unknown")],
)
def test_no_selection_leaves_all_and_an_unseen_one_nobody_knows(value: Value, expected: Scope) -> None:
    assert scope_of_selection(value, operations().selections)[0] == expected


@pytest.mark.parametrize(
    ("path", "selection", "expected"),
    [
        ("all", "all", "all"),
        ("all", "lookup", "lookup"),
        ("filtered", "all", "filtered"),
        ("lookup", "all", "lookup"),
        ("lookup", "unknown", "lookup"),
        ("filtered", "unknown", "filtered"),
        ("all", "unknown", "unknown"),
        ("picked", "all", "picked"),
    ],
)
def test_path_and_selection_together_leave_what_the_narrower_does(
    path: Scope, selection: Scope, expected: Scope
) -> None:
    assert narrower(path, selection) == expected


REVEALED: list[tuple[str, str, str, Scope, str]] = [
    ("nothing", static(CONTACTS), "const/4 v3, 0", "all", "everyone"),
    ("has a number", static(CONTACTS), text("has_phone_number = 1", "v3"), "all", "everyone"),
    ("a typed name", static(CONTACTS), text("display_name LIKE ?", "v3"), "filtered", "some"),
    ("one id", static(PHONES), text("contact_id = ?", "v3"), "lookup", "one"),
    ("a MIME type", static(DATA), text("mimetype = ?", "v3"), "all", "everyone"),
    ("a path with an id", parsed(f"{ROOT}/contacts/17"), "const/4 v3, 0", "lookup", "one"),
    ("a search in the path", parsed(f"{ROOT}/data/phones/filter/bob"), "const/4 v3, 0", "filtered", "some"),
    ("one in many", parsed(f"{ROOT}/contacts/17"), text("has_phone_number = 1", "v3"), "lookup", "one"),
]


@pytest.mark.parametrize(
    ("uri", "selection", "scope", "reveals"), [each[1:] for each in REVEALED], ids=[e[0] for e in REVEALED]
)
def test_the_scope_of_a_read_is_that_of_its_path_and_selection(
    uri: str, selection: str, scope: Scope, reveals: str
) -> None:
    read = the_read(main(query(uri, selection=selection, arguments=strings("v4", "x"))))

    assert (read.scope, read.reveals) == (scope, reveals)


def test_a_selection_from_outside_is_unknown() -> None:
    outside = "invoke-static {}, Ljava/lang/System;->lineSeparator()Ljava/lang/String;\nmove-result-object v3"

    read = the_read(main(query(static(CONTACTS), selection=outside)))

    assert (read.scope, read.reveals) == ("unknown", "unknown")


def test_a_selection_that_is_there_only_sometimes_is_two_reads() -> None:
    selection = f"if-eqz p1, :none\n{text('_id = 5', 'v3')}\ngoto :known\n:none\nconst/4 v3, 0\n:known"

    main_class = main(query(static(CONTACTS), selection=selection))

    assert sorted(read.scope for read in reads_of(main_class)) == ["all", "lookup"]
