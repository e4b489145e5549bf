"""What is stored under a name and read again under it: preferences, files, tables."""

from __future__ import annotations

import pytest
from evidence.app import method, text
from evidence.flows.ways import (
    OBJECT,
    READ,
    STRING,
    flows_of,
    interface_call,
    lines,
    make,
    send,
    static_call,
    virtual_call,
)
from support.dexfile import Method

PREFERENCES, EDITOR = "Landroid/content/SharedPreferences;", "Landroid/content/SharedPreferences$Editor;"
BASE = "Landroid/database/sqlite/SQLiteDatabase;"
CURSOR, VALUES = "Landroid/database/Cursor;", "Landroid/content/ContentValues;"
FILE = "Ljava/io/File;"


def sinks(store: str, again: Method) -> list[str]:
    """The sinks reached where onCreate stores a name and another method reads it again."""
    return sorted(each.sink for each in flows_of(lines(READ, store), methods=[again]))


def later(body: str) -> Method:
    return method("onPause", lines("const/4 v0, 0", body))


def put_string(key: str) -> str:
    return lines(text(key, "v8"), interface_call("v0, v8, v7", f"{EDITOR}->putString({STRING}{STRING}){EDITOR}"))


def get_string(key: str) -> Method:
    get = interface_call("v0, v8, v8", f"{PREFERENCES}->getString({STRING}{STRING}){STRING}", "v7")
    return later(lines(text(key, "v8"), get, send()))


def test_preferences_give_it_back_under_its_key() -> None:
    assert sinks(put_string("names"), get_string("names")) == ["network", "preferences"]


def test_preferences_do_not_give_it_back_under_another_key() -> None:
    assert sinks(put_string("names"), get_string("other")) == ["preferences"]


def test_preferences_do_not_give_it_back_under_a_key_that_only_ends_alike() -> None:
    assert sinks(put_string("borrower/name"), get_string("lender/name")) == ["preferences"]


def test_preferences_do_not_give_back_what_was_not_stored() -> None:
    stored = lines(text("x", "v7"), put_string("names"))

    assert sinks(stored, get_string("names")) == []


def test_a_key_that_is_not_known_joins_nothing() -> None:
    unknown = lines(
        "sget-object v8, Landroid/os/Build;->MODEL:Ljava/lang/String;",
        interface_call("v0, v8, v7", f"{EDITOR}->putString({STRING}{STRING}){EDITOR}"),
    )

    assert sinks(unknown, get_string("names")) == ["preferences"]


def named_file(name: str, register: str) -> str:
    return lines(text(name, "v11"), make(register, FILE, "v11", f"({STRING})V"))


def write_file(opened: str) -> str:
    return lines(opened, virtual_call("v9, v7", f"Ljava/io/FileWriter;->write({STRING})V"))


BY_TEXT = lines(text("/sdcard/names.txt", "v8"), make("v9", "Ljava/io/FileWriter;", "v8", f"({STRING})V"))
BY_FILE = lines(named_file("names.txt", "v8"), make("v9", "Ljava/io/FileWriter;", "v8", f"({FILE})V"))
IN_FOLDER = lines(
    "const/4 v10, 0", text("names.txt", "v11"), make("v8", FILE, "v10, v11", f"({FILE}{STRING})V"),
    make("v9", "Ljava/io/FileWriter;", "v8", f"({FILE})V"),
)  # fmt: skip


def read_file(name: str) -> Method:
    reader, buffered = "Ljava/io/FileReader;", "Ljava/io/BufferedReader;"
    body = lines(
        named_file(name, "v8"),
        make("v9", reader, "v8", f"({FILE})V"),
        make("v10", buffered, "v9", "(Ljava/io/Reader;)V"),
        virtual_call("v10", f"{buffered}->readLine(){STRING}", "v7"),
        send(),
    )
    return later(body)


@pytest.mark.parametrize("opened", [BY_TEXT, BY_FILE, IN_FOLDER], ids=["by text", "by file", "in a folder"])
def test_a_file_gives_back_what_was_written_into_one_of_its_name(opened: str) -> None:
    assert sinks(write_file(opened), read_file("names.txt")) == ["file", "network"]


def test_a_file_of_another_name_gives_nothing() -> None:
    assert sinks(write_file(BY_FILE), read_file("other.txt")) == ["file"]


def test_a_private_file_is_read_again_by_its_name() -> None:
    out, stream = "Ljava/io/FileOutputStream;", "Ljava/io/FileInputStream;"
    write = lines(
        text("names", "v8"),
        "const/4 v9, 0",
        virtual_call("v12, v8, v9", f"Landroid/content/Context;->openFileOutput({STRING}I){out}", "v10"),
        virtual_call("v7", f"{STRING}->getBytes()[B", "v11"),
        virtual_call("v10, v11", f"{out}->write([B)V"),
    )
    read = lines(
        text("names", "v8"),
        virtual_call("p0, v8", f"Landroid/content/Context;->openFileInput({STRING}){stream}", "v9"),
        "const/16 v10, 100",
        "new-array v10, v10, [B",
        virtual_call("v9, v10", f"{stream}->read([B)I"),
        make("v7", STRING, "v10", "([B)V"),
        send(),
    )

    assert sinks(write, later(read)) == ["file", "network"]


def insert(table: str) -> str:
    return lines(
        make("v9", VALUES),
        text("name", "v8"),
        virtual_call("v9, v8, v7", f"{VALUES}->put({STRING}{STRING})V"),
        text(table, "v8"),
        "const/4 v10, 0",
        virtual_call("v0, v8, v10, v9", f"{BASE}->insert({STRING}{STRING}{VALUES})J"),
    )


def select(statement: str) -> Method:
    body = lines(
        text(statement, "v8"),
        "const/4 v9, 0",
        virtual_call("v0, v8, v9", f"{BASE}->rawQuery({STRING}[{STRING}){CURSOR}", "v6"),
        interface_call("v6, v9", f"{CURSOR}->getString(I){STRING}", "v7"),
        send(),
    )
    return later(body)


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM people",
        "select name from people where id=?",
        "SELECT name FROM `people`",
        "SELECT * FROM [people];",
        "Select * From PEOPLE",
    ],
)
def test_a_table_gives_back_what_was_put_into_it(statement: str) -> None:
    assert sinks(insert("people"), select(statement)) == ["database", "network"]


def test_a_table_whose_name_is_not_known_joins_nothing() -> None:
    assert sinks(insert("*"), select("SELECT * FROM *")) == ["database"]


@pytest.mark.parametrize("statement", ["SELECT * FROM loans", "SELECT * FROM people_seen", "SELECT 1", "", "''"])
def test_another_table_gives_nothing(statement: str) -> None:
    assert sinks(insert("people"), select(statement)) == ["database"]


@pytest.mark.parametrize(
    ("again", "expected"),
    [
        ("SELECT * FROM people", ["database", "network"]),
        ("SELECT * FROM loans", ["database"]),
        ("people", ["database", "network"]),
        ("loans", ["database"]),
    ],
)
def test_a_statement_that_stores_names_its_table(again: str, expected: list[str]) -> None:
    array = lines("const/4 v9, 1", f"new-array v10, v9, [{OBJECT}", "const/4 v9, 0", "aput-object v7, v10, v9")
    store = lines(
        array,
        text("INSERT INTO people (name) VALUES (?)", "v8"),
        virtual_call("v0, v8, v10", f"{BASE}->execSQL({STRING}[{OBJECT})V"),
    )

    assert sinks(store, select(again)) == expected


def test_a_library_store_gives_it_back_under_its_key() -> None:
    box = "Lcom/tencent/mmkv/MMKV;"
    put = lines(text("names", "v8"), virtual_call("v0, v8, v7", f"{box}->encode({STRING}{STRING})Z"))
    get = lines(text("names", "v8"), virtual_call("v0, v8", f"{box}->decodeString({STRING}){STRING}", "v7"), send())

    assert sinks(put, later(get)) == ["network", "preferences"]


def test_one_kind_of_store_does_not_give_what_another_holds_under_the_same_name() -> None:
    assert sinks(put_string("names.txt"), read_file("names.txt")) == ["preferences"]


def test_a_chain_of_stores_is_followed() -> None:
    again = later(
        lines(
            text("names", "v8"),
            interface_call("v0, v8, v8", f"{PREFERENCES}->getString({STRING}{STRING}){STRING}", "v7"),
            static_call("v7", "Lx/Main;->keep(Ljava/lang/String;)V"),
        )
    )
    keep = method("keep", lines("const/4 v0, 0", "move-object v7, p0", write_file(BY_FILE)), f"({STRING})V", flags=9)

    flows = flows_of(
        lines(READ, put_string("names")),
        methods=[again, keep, Method("onStop", "()V", code=read_file("names.txt").code)],
    )

    assert sorted(each.sink for each in flows) == ["file", "network", "preferences"]
    (sent,) = [each for each in flows if each.sink == "network"]
    assert [each.what for each in sent.steps if each.via == "store"][::2] == ["names", "names.txt"]
