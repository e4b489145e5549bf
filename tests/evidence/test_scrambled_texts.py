"""What is said where a text is unscrambled in a way that cannot be followed; and what is none of that."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from evidence.app import (
    CALL_PARSE,
    CONTACTS,
    CURSOR,
    PHONES,
    READ_CONTACTS,
    STEP,
    audit,
    catalog,
    main,
    method,
    parsed,
    query,
    static,
    static_method,
    strings,
    text,
)
from evidence.evaluation.running import App
from support.dexfile import NATIVE, PUBLIC, STATIC, Class, Method

from permaudit.evidence.gather import Evidence
from permaudit.evidence.reads import Found
from permaudit.evidence.scrambledtexts import scrambled_address_limitations, scrambled_text_limitations
from permaudit.model.limitation import Limitation

STRING = "Ljava/lang/String;"
IN_NATIVE_CODE = Class("Lx/Store;", [Method("get", f"(I){STRING}", PUBLIC | STATIC | NATIVE)])
ASK_NATIVE = f"""
    const/4 v8, 5
    invoke-static {{v8}}, Lx/Store;->get(I){STRING}
    move-result-object v1
"""
PREFERENCES = "Landroid/content/SharedPreferences;"
ASK_PREFERENCES = f"""
    const/4 v8, 0
    {text("place", "v9")}
    invoke-interface {{v8, v9, v8}}, {PREFERENCES}->getString({STRING}{STRING}){STRING}
    move-result-object v1
"""
DECRYPT = """
    invoke-virtual {p0}, Ljava/lang/String;->toCharArray()[C
    move-result-object v0
    invoke-static {}, Landroid/os/SystemClock;->uptimeMillis()J
    move-result-wide v4
    long-to-int v4, v4
    const/4 v1, 0
    :again
    array-length v2, v0
    if-ge v1, v2, :done
    aget-char v3, v0, v1
    xor-int/2addr v3, v4
    int-to-char v3, v3
    aput-char v3, v0, v1
    add-int/lit8 v1, v1, 1
    goto :again
    :done
    invoke-static {v0}, Ljava/lang/String;->valueOf([C)Ljava/lang/String;
    move-result-object v0
    return-object v0
"""
BY_THE_CLOCK = Class("Lx/Clock;", [static_method("clear", DECRYPT, f"({STRING}){STRING}", end="")])
ASK_CLOCK = f"""
    {text("pbagnpgf", "v1")}
    invoke-static {{v1}}, Lx/Clock;->clear({STRING}){STRING}
    move-result-object v1
"""


def said(evidence: Evidence) -> list[tuple[str, tuple[str, ...]]]:
    """The messages about scrambled texts, and what each hides."""
    return [(each.detail.id, each.hides) for each in evidence.limitations if each.kind == "encrypted-strings"]


@pytest.mark.parametrize(("asking", "helper"), [(ASK_NATIVE, IN_NATIVE_CODE), (ASK_CLOCK, BY_THE_CLOCK)])
def test_a_uri_that_a_helper_keeps_to_itself_hides_code(asking: str, helper: Class) -> None:
    evidence = audit(main(query(asking + CALL_PARSE)), helper)

    assert said(evidence) == [("limitation-scrambled-uris", ("code",))]
    assert evidence.reads == ()


def test_a_uri_out_of_the_settings_is_not_known_but_not_scrambled() -> None:
    evidence = audit(main(query(ASK_PREFERENCES + CALL_PARSE)))

    assert said(evidence) == []
    assert evidence.coverage.uri_calls.unresolved == 1


def test_a_uri_out_of_a_database_in_native_code_is_not_known_but_not_scrambled() -> None:
    store = Class("Lx/Rows;", [Method("get", f"(J{STRING}){STRING}", PUBLIC | STATIC | NATIVE)])
    asking = f"""
        const-wide/16 v8, 5
        {text("place", "v10")}
        invoke-static {{v8, v9, v10}}, Lx/Rows;->get(J{STRING}){STRING}
        move-result-object v1
    """

    evidence = audit(main(query(f"{asking}{CALL_PARSE}")), store)

    assert said(evidence) == []


def test_what_a_named_library_scrambles_is_said_but_hides_nothing() -> None:
    reading = Class("Lcom/umeng/analytics/Reader;", [static_method("read", query(ASK_NATIVE + CALL_PARSE))])

    evidence = audit(main("invoke-static {}, Lcom/umeng/analytics/Reader;->read()V"), reading, IN_NATIVE_CODE)

    assert said(evidence) == [("limitation-scrambled-uris-of-libraries", ())]


def test_columns_that_a_helper_keeps_to_itself_are_said_beside_the_read() -> None:
    columns = f"""
        {ASK_NATIVE.replace("v1", "v10")}
        const/4 v8, 1
        new-array v2, v8, [Ljava/lang/String;
        const/4 v9, 0
        aput-object v10, v2, v9
    """

    evidence = audit(main(query(static(CONTACTS), columns)), IN_NATIVE_CODE)

    assert said(evidence) == [("limitation-scrambled-columns", ())]
    assert [(each.surface, each.scope) for each in evidence.reads] == [("contacts", "all")]


def test_a_column_asked_of_the_cursor_by_a_scrambled_name_is_said_too() -> None:
    use = f"""
        {ASK_NATIVE.replace("v1", "v7")}
        invoke-interface {{v6, v7}}, {CURSOR}->getColumnIndex({STRING})I
        move-result v8
        invoke-interface {{v6, v8}}, {CURSOR}->getString(I){STRING}
        move-result-object v7
        {STEP}
    """

    evidence = audit(main(query(static(CONTACTS), strings("v2", "_id"), use=use)), IN_NATIVE_CODE)

    assert said(evidence) == [("limitation-scrambled-columns", ())]


def test_a_scrambled_label_matters_nothing() -> None:
    body = f"{ASK_NATIVE}\n{query(static(CONTACTS), strings('v2', '_id'))}"

    assert said(audit(main(body), IN_NATIVE_CODE)) == []


def test_a_class_named_by_a_helper_that_keeps_the_name_to_itself_hides_code() -> None:
    body = f"""
        {ASK_NATIVE}
        invoke-static {{v1}}, Ljava/lang/Class;->forName({STRING})Ljava/lang/Class;
        move-result-object v1
    """

    assert said(audit(main(body), IN_NATIVE_CODE)) == [("limitation-scrambled-names", ("code",))]


def test_a_server_that_a_helper_keeps_to_itself_is_said_beside_the_flow() -> None:
    body = f"""
        {query(static(PHONES), strings("v2", "display_name"))}
        {ASK_NATIVE.replace("v1", "v9")}
        new-instance v10, Ljava/net/URL;
        invoke-direct {{v10, v9}}, Ljava/net/URL;-><init>({STRING})V
        invoke-virtual {{v10}}, Ljava/net/URL;->openConnection()Ljava/net/URLConnection;
        move-result-object v10
        invoke-virtual {{v10}}, Ljava/net/URLConnection;->getOutputStream()Ljava/io/OutputStream;
        move-result-object v10
        invoke-virtual {{v7}}, {STRING}->getBytes()[B
        move-result-object v7
        invoke-virtual {{v10, v7}}, Ljava/io/OutputStream;->write([B)V
    """

    evidence = audit(main(body), IN_NATIVE_CODE)

    assert [(each.sink, each.addresses) for each in evidence.flows] == [("network", ())]
    assert said(evidence) == [("limitation-scrambled-addresses", ())]


def test_a_uri_without_a_scheme_is_no_other_provider() -> None:
    evidence = audit(main(query(parsed("Q29udGVudA"))), held=[READ_CONTACTS])

    assert evidence.coverage.uri_calls.unresolved == 1
    assert evidence.coverage.uri_calls.other == 0


def test_a_uri_whose_authority_is_built_at_run_time_is_no_other_provider() -> None:
    from_settings = f"""
        {text("content://", "v8")}
        {ASK_PREFERENCES.replace("v8", "v10").replace("v1", "v9").replace("v90", "v10")}
        invoke-virtual {{v8, v9}}, {STRING}->concat({STRING}){STRING}
        move-result-object v1
        {CALL_PARSE}
    """

    evidence = audit(main(query(from_settings)))

    assert evidence.coverage.uri_calls.unresolved == 1


def test_a_helper_that_answers_by_branches_on_what_is_not_known_still_gives_its_constants() -> None:
    choosing = Class(
        "Lx/Choose;",
        [
            method(
                "get",
                f"""
                invoke-static {{}}, Landroid/os/Process;->is64Bit()Z
                move-result v0
                if-eqz v0, :other
                const-string v0, "stcatnoc.diordna.moc//:tnetnoc"
                goto :turn
                :other
                const-string v0, "stcatnoc//:tnetnoc"
                :turn
                new-instance v1, Ljava/lang/StringBuilder;
                invoke-direct {{v1, v0}}, Ljava/lang/StringBuilder;-><init>({STRING})V
                invoke-virtual {{v1}}, Ljava/lang/StringBuilder;->reverse()Ljava/lang/StringBuilder;
                move-result-object v1
                invoke-virtual {{v1}}, Ljava/lang/StringBuilder;->toString(){STRING}
                move-result-object v0
                """,
                f"(){STRING}",
                PUBLIC | STATIC,
                end="return-object v0",
            )
        ],
    )
    asking = f"invoke-static {{}}, Lx/Choose;->get(){STRING}\nmove-result-object v1\n{CALL_PARSE}"

    evidence = audit(main(query(asking)), choosing)

    assert said(evidence) == []
    assert evidence.coverage.uri_calls.surfaces + evidence.coverage.uri_calls.other == 1


def test_a_permission_asked_for_under_a_scrambled_name_is_known() -> None:
    body = f"""
        {text("STCATNOC_DAER.noissimrep.diordna", "v8")}
        new-instance v9, Ljava/lang/StringBuilder;
        invoke-direct {{v9, v8}}, Ljava/lang/StringBuilder;-><init>({STRING})V
        invoke-virtual {{v9}}, Ljava/lang/StringBuilder;->reverse()Ljava/lang/StringBuilder;
        move-result-object v9
        invoke-virtual {{v9}}, Ljava/lang/StringBuilder;->toString(){STRING}
        move-result-object v10
        const/4 v8, 1
        new-array v2, v8, [{STRING}
        const/4 v8, 0
        aput-object v10, v2, v8
        invoke-virtual {{p0, v2, v8}}, Landroid/app/Activity;->requestPermissions([{STRING}I)V
    """

    assert [each.permissions for each in audit(main(body)).asks] == [(READ_CONTACTS,)]


def test_a_uri_out_of_a_file_that_cannot_be_fetched_hides_code() -> None:
    reading = f"""
        invoke-virtual {{p0}}, Landroid/content/Context;->getAssets()Landroid/content/res/AssetManager;
        move-result-object v8
        {text("texts.bin", "v9")}
        invoke-virtual {{v8, v9}}, Landroid/content/res/AssetManager;->open({STRING})Ljava/io/InputStream;
        move-result-object v8
        new-instance v9, Ljava/io/InputStreamReader;
        invoke-direct {{v9, v8}}, Ljava/io/InputStreamReader;-><init>(Ljava/io/InputStream;)V
        new-instance v10, Ljava/io/BufferedReader;
        invoke-direct {{v10, v9}}, Ljava/io/BufferedReader;-><init>(Ljava/io/Reader;)V
        invoke-virtual {{v10}}, Ljava/io/BufferedReader;->readLine(){STRING}
        move-result-object v1
        {CALL_PARSE}
    """

    assert said(audit(main(query(reading)))) == [("limitation-scrambled-uris", ("code",))]


TWO_READERS = Class("Lx/Reader;", [static_method("first", ""), static_method("second", "")])
LIBRARY_READER = Class("Lcom/umeng/analytics/Reader;", [static_method("third", "")])


def told(
    uris: Sequence[str] = (), names: Sequence[str] = (), columns: Sequence[str] = ()
) -> list[tuple[str, int, str, tuple[str, ...]]]:
    """What is said of methods with scrambled texts of each kind: message, number, the first, what it hides."""
    app = App(TWO_READERS, LIBRARY_READER)
    owners = {"first": "Lx/Reader;", "second": "Lx/Reader;", "third": "Lcom/umeng/analytics/Reader;"}

    def numbers(group: Sequence[str]) -> set[int]:
        return {app.number(owners[each], each) for each in group}

    seen = Found(scrambled=numbers(uris), scrambled_columns=numbers(columns))
    said = scrambled_text_limitations(app.code, catalog(), "x", seen, numbers(names))
    return [_parts(each) for each in said]


def _parts(limitation: Limitation) -> tuple[str, int, str, tuple[str, ...]]:
    arguments = dict(limitation.detail.arguments)
    return (
        limitation.detail.id.removeprefix("limitation-scrambled-"),
        int(arguments["count"]),
        str(arguments["method"]),
        limitation.hides,
    )


def test_where_nothing_is_scrambled_nothing_is_said() -> None:
    assert told() == []


def test_methods_of_the_app_are_counted_and_the_first_is_named() -> None:
    assert told(uris=["second", "first"]) == [("uris", 2, "x.Reader.first", ("code",))]


def test_methods_of_the_app_and_of_libraries_are_told_apart() -> None:
    assert told(uris=["first", "third"]) == [
        ("uris", 1, "x.Reader.first", ("code",)),
        ("uris-of-libraries", 1, "com.umeng.analytics.Reader.third", ()),
    ]


def test_names_of_code_hide_code_and_names_of_columns_hide_nothing() -> None:
    assert told(names=["second"], columns=["first"]) == [
        ("names", 1, "x.Reader.second", ("code",)),
        ("columns", 1, "x.Reader.first", ()),
    ]


def test_servers_are_said_and_hide_nothing() -> None:
    app = App(TWO_READERS)
    methods = {app.number("Lx/Reader;", each) for each in ("first", "second")}

    (said,) = scrambled_address_limitations(app.code, methods)

    assert _parts(said) == ("addresses", 2, "x.Reader.first", ())
    assert scrambled_address_limitations(app.code, set()) == []
