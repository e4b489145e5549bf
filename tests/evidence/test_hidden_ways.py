"""Ways to do things out of sight without a class loader of the app's own: each is named, and what is alike is not."""

from __future__ import annotations

import pytest
from evidence.app import (
    CALL_PARSE,
    LAUNCHED,
    MAIN,
    READ_CONTACTS,
    audit,
    component,
    main,
    query,
    static_method,
    text,
)
from evidence.loaded import the_one
from support.dexfile import NATIVE, PUBLIC, Class, Method
from support.instructions import Code

from permaudit.evidence.gather import Evidence
from permaudit.model.limitation import Limitation

STRING, CLASS, OBJECT = "Ljava/lang/String;", "Ljava/lang/Class;", "Ljava/lang/Object;"
METHOD = "Ljava/lang/reflect/Method;"
NUMBERS = "content://com.android.contacts/data/phones"
CONTEXT, RESOLVER = "Landroid/content/Context;", "Landroid/content/ContentResolver;"


def of_kind(evidence: Evidence, kind: str) -> list[Limitation]:
    return [each for each in evidence.limitations if each.kind == kind]


def looked_up(
    name: str, owner: str = f"invoke-virtual {{v3}}, {OBJECT}->getClass(){CLASS}\nmove-result-object v3"
) -> str:
    """Look up a method by its name in the class of something unknown, or in the class that `owner` puts into v3."""
    return f"""
        const/4 v3, 0
        {owner}
        {text(name, "v4")}
        const/4 v5, 0
        invoke-virtual {{v3, v4, v5}}, {CLASS}->getMethod({STRING}[{CLASS}){METHOD}
        move-result-object v6
    """


@pytest.mark.parametrize("name", ["addDexPath", "makeInMemoryDexElements", "makeDexElements"])
def test_a_hidden_method_that_brings_in_code_is_a_loader(name: str) -> None:
    found = of_kind(audit(main(looked_up(name))), "dynamic-code")

    assert the_one(found) == ("limitation-dynamic-code", {}, True)


def test_another_method_of_the_class_loader_is_none() -> None:
    assert of_kind(audit(main(looked_up("findLibrary"))), "dynamic-code") == []


@pytest.mark.parametrize("mark", ["multidex.version", "splitcompat"])
def test_a_library_that_puts_the_package_s_own_code_together_brings_in_nothing(mark: str) -> None:
    evidence = audit(main(looked_up("makeDexElements") + text(mark, "v7")))

    assert of_kind(evidence, "dynamic-code") == []


def run(program: str, told: str = "-Djava.class.path=") -> str:
    return f"""
        {text(told, "v3")}
        {text(program, "v1")}
        invoke-static {{}}, Ljava/lang/Runtime;->getRuntime()Ljava/lang/Runtime;
        move-result-object v2
        invoke-virtual {{v2, v1}}, Ljava/lang/Runtime;->exec({STRING})Ljava/lang/Process;
    """


def test_code_that_android_s_own_starter_runs_is_loaded_code() -> None:
    found = of_kind(audit(main(run("/system/bin/app_process"))), "dynamic-code")

    assert the_one(found) == ("limitation-dynamic-code", {}, True)


def test_another_program_and_a_look_for_the_starter_are_none() -> None:
    looking = Class("Lx/Root;", [static_method("look", text("/system/bin/app_process", "v1"))])

    assert of_kind(audit(main(run("/system/bin/app_process", "-version"))), "dynamic-code") == []

    evidence = audit(main(f"{run('/system/bin/su')}\ninvoke-static {{}}, Lx/Root;->look()V"), looking)

    assert of_kind(evidence, "dynamic-code") == []


def of_split(name: str) -> str:
    return f"""
        {text(name, "v1")}
        invoke-virtual {{p0, v1}}, {MAIN}->createContextForSplit({STRING}){CONTEXT}
    """


def test_the_code_of_a_split_that_is_not_there_is_named() -> None:
    found = of_kind(audit(main(of_split("checks"))), "dynamic-code")

    assert the_one(found) == ("limitation-loads-split", {"split": "checks"}, True)


def test_the_code_of_a_split_that_is_there_is_nothing_to_tell() -> None:
    evidence = audit(main(of_split("checks")), splits=["checks"])

    assert of_kind(evidence, "dynamic-code") == []


INTERPRETER = "Lbsh/Interpreter;"
EVALUATE = f"invoke-virtual {{v2, v1}}, {INTERPRETER}->eval({STRING}){OBJECT}"


def interpreted(given: str) -> list[Limitation]:
    """What is told of a text in v1 that an interpreter runs, which calls itself as such do."""
    inside = Class(INTERPRETER, [static_method("self", f"const/4 v2, 0\nconst/4 v1, 0\n{EVALUATE}")])
    return of_kind(audit(main(f"const/4 v2, 0\n{given}\n{EVALUATE}"), inside), "dynamic-code")


def test_a_text_that_is_not_known_and_interpreted_is_code() -> None:
    asked = f"invoke-static {{}}, Ljava/lang/System;->lineSeparator(){STRING}\nmove-result-object v1"

    assert the_one(interpreted(asked)) == ("limitation-loads-memory", {}, True)


def test_a_text_that_names_android_and_is_interpreted_is_code() -> None:
    assert the_one(interpreted(text("screen.getContentResolver().query(u)", "v1")))[2]


def test_a_sum_that_is_interpreted_is_nothing_to_tell() -> None:
    assert interpreted(text("12 / 100.0", "v1")) == []


def moved(name: str, *classes: str) -> list[Limitation]:
    """What is told of an app whose screen has a native method of this name."""
    screen = Class(
        "Lx/Loan;", [Method(name, "(Landroid/os/Bundle;)V", PUBLIC | NATIVE)], superclass="Landroid/app/Activity;"
    )
    declared = [LAUNCHED, *(component("activity", each) for each in classes)]
    return of_kind(audit(main(""), screen, components=declared, held=[READ_CONTACTS]), "native-code")


def test_a_screen_whose_work_is_machine_code_hides_code() -> None:
    assert the_one(moved("onCreate", "x.Loan")) == (
        "limitation-native-components",
        {"count": 1, "name": "x.Loan"},
        True,
    )


def test_other_machine_code_and_what_is_no_screen_hide_nothing() -> None:
    assert moved("nativeInit", "x.Loan") == []
    assert moved("onNativeResume", "x.Loan") == []  # as SDL names them
    assert moved("onCreate") == []


def test_an_app_that_asks_for_nobody_may_do_so() -> None:
    screen = Class(
        "Lx/Main;", [Method("onCreate", "(Landroid/os/Bundle;)V", PUBLIC | NATIVE)], superclass="Landroid/app/Activity;"
    )

    assert of_kind(audit(screen, held=["android.permission.INTERNET"]), "native-code") == []


def test_a_hidden_door_of_the_resolver_hides_code() -> None:
    found = of_kind(audit(main(looked_up("acquireProvider", f"const-class v3, {RESOLVER}"))), "reflection")

    assert [(each.detail.id, each.material) for each in found] == [("limitation-reflected-readers", True)]


def test_a_method_of_that_name_elsewhere_is_none() -> None:
    found = of_kind(audit(main(looked_up("acquireProvider", "const-class v3, Lx/Pool;"))), "reflection")

    assert [each for each in found if each.material] == []


JAVASCRIPT = "Landroid/webkit/JavascriptInterface;"
NAMED = f"invoke-static {{p1}}, {CLASS}->forName({STRING}){CLASS}"


def doors(page: str, *, marked: bool = True) -> list[tuple[str, tuple[str, ...]]]:
    """What is told of scripts in an app that shows a page and has a method which looks up the class it is told."""
    marks = (JAVASCRIPT,) if marked else ()
    door = Class(
        "Lx/Door;", [Method("call", f"({STRING})V", PUBLIC, Code(6, f"{NAMED}\nreturn-void"), annotations=marks)]
    )
    show = f"""
        const/4 v2, 0
        {text(page, "v1")}
        invoke-virtual {{v2, v1}}, Landroid/webkit/WebView;->loadUrl({STRING})V
        new-instance v3, Lx/Door;
    """
    return [(each.detail.id, each.hides) for each in of_kind(audit(main(show), door), "script-code")]


NORMALIZE = f"Ljava/text/Normalizer;->normalize(Ljava/lang/CharSequence;Ljava/text/Normalizer$Form;){STRING}"


def kept(asking: str, *classes: Class) -> list[tuple[str, tuple[str, ...]]]:
    """What is told of scrambled texts in an app that queries what `asking` puts into v1."""
    found = of_kind(audit(main(query(asking + CALL_PARSE)), *classes), "encrypted-strings")
    return [(each.detail.id, each.hides) for each in found]


def test_a_text_made_of_constants_in_a_way_not_known_is_scrambled() -> None:
    asking = f"""
        {text("content", "v1")}
        sget-object v2, Ljava/text/Normalizer$Form;->NFKC:Ljava/text/Normalizer$Form;
        const/4 v2, 0
        invoke-static {{v1, v2}}, {NORMALIZE}
        move-result-object v1
    """

    assert kept(asking) == [("limitation-scrambled-uris", ("code",))]


def test_a_text_that_comes_from_the_phone_is_not() -> None:
    asking = f"""
        invoke-static {{}}, Ljava/lang/System;->lineSeparator(){STRING}
        move-result-object v1
        const/4 v2, 0
        invoke-static {{v1, v2}}, {NORMALIZE}
        move-result-object v1
    """

    assert kept(asking) == []


def test_a_uri_that_is_a_setting_of_the_manifest_is_read() -> None:
    info, bundle = "Landroid/content/pm/ApplicationInfo;", "Landroid/os/Bundle;"
    asking = f"""
        invoke-virtual {{p0}}, {MAIN}->getApplicationInfo(){info}
        move-result-object v3
        iget-object v3, v3, {info}->metaData:{bundle}
        {text("source", "v4")}
        invoke-virtual {{v3, v4}}, {bundle}->getString({STRING}){STRING}
        move-result-object v1
    """
    app = main(query(asking + CALL_PARSE))

    assert [each.uri for each in audit(app, meta_data={"source": NUMBERS}).reads] == [NUMBERS]
    assert audit(app, meta_data={"other": NUMBERS}).reads == ()


def test_the_data_of_an_intent_that_is_parsed_is_its_uri() -> None:
    intent = "Landroid/content/Intent;"
    asking = f"""
        {text("intent://com.android.contacts/data/phones#Intent;scheme=content;end", "v1")}
        const/4 v2, 0
        invoke-static {{v1, v2}}, {intent}->parseUri({STRING}I){intent}
        move-result-object v1
        invoke-virtual {{v1}}, {intent}->getData()Landroid/net/Uri;
        move-result-object v1
    """

    assert [each.uri for each in audit(main(query(asking))).reads] == [NUMBERS]


def test_a_page_from_outside_may_name_what_is_called() -> None:
    assert doors("https://app.example.net/") == [("limitation-page-names-calls", ("script",))]


def test_a_page_in_the_package_and_a_method_for_no_script_are_nothing_to_tell() -> None:
    assert doors("file:///android_asset/start.html") == []
    assert doors("https://app.example.net/", marked=False) == []


UNKNOWN = f"invoke-static {{}}, Ljava/lang/System;->lineSeparator(){STRING}\nmove-result-object v1"


def test_a_query_that_is_not_known_beside_the_address_of_people_may_ask_for_it() -> None:
    beside = f"{text('[content://com.android.contacts/data]', 'v9')}\n{UNKNOWN}"

    assert kept(beside) == [("limitation-uris-beside-people", ("code",))]


def test_a_query_that_is_not_known_beside_another_address_is_just_not_known() -> None:
    assert kept(f"{text('content://media/external', 'v9')}\n{text('com.android.contacts', 'v9')}\n{UNKNOWN}") == []


def test_an_address_of_people_in_another_class_says_nothing_of_a_query() -> None:
    other = Class("Lx/Other;", [static_method("say", text("content://com.android.contacts/data", "v1"))])

    assert kept(UNKNOWN, other) == []
