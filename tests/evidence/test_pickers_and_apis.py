"""Picked people, observers, and reads that are no query of an address book."""

from __future__ import annotations

import pytest
from evidence.app import (
    CONTACTS,
    IMAGES,
    audit,
    constructor,
    main,
    method,
    parsed,
    query,
    static,
    static_method,
    strings,
    text,
)
from support.dexfile import Class, Method

from permaudit.evidence.gather import Evidence

ROOT = "content://com.android.contacts"
INTENT = "Landroid/content/Intent;"
RESULT = f"(II{INTENT})V"
PICK = "android.intent.action.PICK"
GET_CONTENT = "android.intent.action.GET_CONTENT"
WATCH = (
    "Landroid/content/ContentResolver;->registerContentObserver(Landroid/net/Uri;ZLandroid/database/ContentObserver;)V"
)


def ask(action: str = PICK, uri: str | None = static(CONTACTS), mime_type: str | None = None, extra: str = "") -> str:
    """Open a picker, as `startActivityForResult(new Intent(action, uri), 1)`."""
    new = f"new-instance v8, {INTENT}\n{text(action, 'v9')}\n"
    if uri is not None:
        new += f"{uri}\ninvoke-direct {{v8, v9, v1}}, {INTENT}-><init>(Ljava/lang/String;Landroid/net/Uri;)V\n"
    else:
        new += f"invoke-direct {{v8, v9}}, {INTENT}-><init>(Ljava/lang/String;)V\n"
    if mime_type is not None:
        new += f"{text(mime_type, 'v9')}\ninvoke-virtual {{v8, v9}}, {INTENT}->setType(Ljava/lang/String;){INTENT}\n"
    launch = f"invoke-virtual {{p0, v8, v9}}, Lx/Main;->startActivityForResult({INTENT}I)V"
    return f"{new}{extra}\nconst/4 v9, 1\n{launch}"


GET_DATA = f"invoke-virtual {{p3}}, {INTENT}->getData()Landroid/net/Uri;\nmove-result-object v1"


def result(body: str) -> Method:
    """onActivityResult; the intent that comes back is in p3."""
    return method("onActivityResult", body, RESULT)


def picking(opening: str, reading: str, held: tuple[str, ...] = ()) -> Evidence:
    return audit(main(opening, result(reading)), held=held)


def test_a_picked_person_is_a_read_of_one_that_needs_no_permission() -> None:
    evidence = picking(ask(), query(GET_DATA, strings("v2", "display_name")))

    (read,) = evidence.reads
    assert (read.surface, read.scope, read.reveals, read.fields) == ("contacts", "picked", "one", ("name",))
    assert (read.permitted, read.reachable) == (True, "yes")
    assert [path.trigger for path in read.paths] == ["tap"]
    (picker,) = evidence.pickers
    assert (picker.action, picker.many, picker.reachable) == (PICK, False, "yes")


@pytest.mark.parametrize(
    ("opening", "fields"),
    [
        (ask(uri=None, mime_type="vnd.android.cursor.dir/phone_v2"), ("phone",)),
        (ask(uri=None, mime_type="vnd.android.cursor.dir/email_v2"), ("email",)),
        (
            ask(action=GET_CONTENT, uri=None, mime_type="vnd.android.cursor.item/phone_v2"),
            ("phone",),
        ),
    ],
)
def test_what_is_picked_decides_what_a_column_means(opening: str, fields: tuple[str, ...]) -> None:
    (read,) = picking(opening, query(GET_DATA, strings("v2", "data1"))).reads

    assert (read.scope, read.fields) == ("picked", fields)


@pytest.mark.parametrize(
    "opening",
    [
        ask(uri=static(IMAGES)),
        ask(uri=None, mime_type="image/*"),
        ask(action=GET_CONTENT, uri=None, mime_type="*/*"),
        ask(action="android.intent.action.VIEW"),
        "",
    ],
    ids=["pictures", "type of pictures", "any file", "shown, not picked", "nothing asked"],
)
def test_another_picker_hands_back_no_contact(opening: str) -> None:
    evidence = picking(opening, query(GET_DATA))

    assert (evidence.pickers, evidence.reads) == ((), ())
    assert evidence.coverage.uri_calls.unresolved == 1


def test_a_picker_that_lets_several_be_ticked_says_so() -> None:
    extra = f"""
        {text("android.intent.extra.ALLOW_MULTIPLE", "v9")}
        const/4 v10, 1
        invoke-virtual {{v8, v9, v10}}, {INTENT}->putExtra(Ljava/lang/String;Z){INTENT}
    """

    assert audit(main(ask(extra=extra))).pickers[0].many


def test_a_picker_in_code_that_nobody_calls_is_not_reached() -> None:
    dead = Class("Lx/Dead;", [static_method("ask", ask().replace("p0", "v11"), "()V")])

    assert [picker.reachable for picker in audit(main(""), dead).pickers] == ["no"]
    assert [picker.reachable for picker in audit(main(""), dead, hides_code=True).pickers] == ["unknown"]


def test_the_whole_book_read_beside_a_picker_is_not_picked() -> None:
    evidence = picking(ask(), query(GET_DATA) + query(static(CONTACTS)), ("android.permission.READ_CONTACTS",))

    assert sorted(read.scope for read in evidence.reads) == ["all", "picked"]


def test_only_counting_what_was_picked_reveals_nobody() -> None:
    use = "invoke-interface {v6}, Landroid/database/Cursor;->getCount()I"

    assert [read.reveals for read in picking(ask(), query(GET_DATA, use=use)).reads] == ["nobody"]


DIRECT = [
    ("Landroid/accounts/AccountManager;->getAccounts()[Landroid/accounts/Account;", "accounts", "all", "everyone"),
    ("Landroid/telephony/TelephonyManager;->getLine1Number()Ljava/lang/String;", "own-number", "all", "one"),
]


@pytest.mark.parametrize(("api", "surface", "scope", "reveals"), DIRECT)
def test_a_plain_method_says_by_itself_what_it_reads(api: str, surface: str, scope: str, reveals: str) -> None:
    (read,) = audit(main(f"const/4 v8, 0\ninvoke-virtual {{v8}}, {api}\nmove-result-object v8")).reads

    assert (read.surface, read.scope, read.reveals, read.uri, read.api) == (surface, scope, reveals, None, api)


@pytest.mark.parametrize(
    ("uri", "surface", "permission"),
    [
        ("content://sms/inbox", "sms", "android.permission.READ_SMS"),
        ("content://call_log/calls", "call-log", "android.permission.READ_CALL_LOG"),
        ("content://contacts/people", "legacy-contacts", "android.permission.READ_CONTACTS"),
        ("content://icc/adn", "sim", "android.permission.READ_CONTACTS"),
        ("content://com.android.calendar/events", "calendar", "android.permission.READ_CALENDAR"),
    ],
)
def test_neighbours_are_reads_of_their_own(uri: str, surface: str, permission: str) -> None:
    (read,) = audit(main(query(parsed(uri)))).reads

    assert (read.surface, read.scope, read.permission) == (surface, "all", permission)


def test_the_owners_card_reveals_one() -> None:
    (read,) = audit(main(query(parsed(f"{ROOT}/profile")))).reads

    assert (read.surface, read.reveals) == ("profile", "one")


def test_an_observer_is_told_and_reads_nobody() -> None:
    arguments = "const/4 v0, 0\nconst/4 v2, 1\nconst/4 v3, 0"
    body = f"{static(CONTACTS)}\n{arguments}\ninvoke-virtual {{v0, v1, v2, v3}}, {WATCH}"

    evidence = audit(main(body))

    assert evidence.reads == ()
    (watch,) = evidence.watches
    assert (watch.id, watch.surface, watch.watches, watch.reveals) == ("w1", "contacts", True, "nobody")


def test_all_cards_in_one_file_are_all_columns_of_everyone() -> None:
    uri = parsed(f"{ROOT}/contacts/as_multi_vcard/a%3Ab")
    api = "Landroid/content/ContentResolver;->openInputStream(Landroid/net/Uri;)Ljava/io/InputStream;"

    (read,) = audit(main(f"{uri}\nconst/4 v0, 0\ninvoke-virtual {{v0, v1}}, {api}")).reads

    assert (read.surface, read.all_fields) == ("contacts", True)


def test_writing_a_contact_is_no_read() -> None:
    api = "Landroid/content/ContentResolver;->insert(Landroid/net/Uri;Landroid/content/ContentValues;)Landroid/net/Uri;"
    evidence = audit(main(f"{static(CONTACTS)}\nconst/4 v0, 0\nconst/4 v2, 0\ninvoke-virtual {{v0, v1, v2}}, {api}"))

    assert (evidence.reads, evidence.watches) == ((), ())


CONTRACT = "Landroidx/activity/result/contract/ActivityResultContracts$PickContact;"


def contract() -> Class:
    """The contract of androidx that makes the intent for picking one person."""
    opening = f"new-instance v8, {INTENT}\n{text(PICK, 'v9')}\ninvoke-direct {{v8, v9}}, {INTENT}-><init>"
    kind = f"{text('vnd.android.cursor.dir/contact', 'v9')}\ninvoke-virtual {{v8, v9}}, {INTENT}->setType"
    body = f"{opening}(Ljava/lang/String;)V\n{kind}(Ljava/lang/String;){INTENT}"
    return Class(CONTRACT, [constructor(), method("createIntent", body)])


def test_a_contract_that_comes_with_its_library_and_is_never_made_picks_nobody() -> None:
    assert audit(main(""), contract()).pickers == ()


def test_a_contract_that_is_made_picks_somebody() -> None:
    making = f"new-instance v8, {CONTRACT}\ninvoke-direct {{v8}}, {CONTRACT}-><init>()V"

    evidence = audit(main(making), contract())

    assert CONTRACT in [picker.action for picker in evidence.pickers]


LOADER = (
    "Ldalvik/system/DexClassLoader;-><init>(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;"
    "Ljava/lang/ClassLoader;)V"
)
LOAD = f"""
    const/4 v8, 0
    const/4 v9, 0
    new-instance v10, Ldalvik/system/DexClassLoader;
    invoke-direct {{v10, v9, v8, v8, v8}}, {LOADER}
"""


def test_a_class_loader_of_the_apps_own_hides_code() -> None:
    evidence = audit(main(LOAD), Class("Lx/Reader;", [static_method("read", query(static(CONTACTS)))]))

    assert [(each.kind, each.hides) for each in evidence.limitations] == [("dynamic-code", ("code",))]
    assert [read.reachable for read in evidence.reads] == ["unknown"]


def test_a_class_loader_inside_a_library_is_only_said() -> None:
    library = Class("Lcom/squareup/picasso/Loads;", [static_method("load", LOAD)])

    assert [(each.kind, each.hides) for each in audit(main(""), library).limitations] == [("dynamic-code", ())]
