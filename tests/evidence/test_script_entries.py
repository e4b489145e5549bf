"""What scripts call by name: marked methods, methods of plug-ins, functions made for them, classes named in files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest
from evidence.app import CONTACTS, audit, constructor, interface, main, method, query, static, the_read, triggers
from evidence.flows.ways import READ
from support.dexfile import ABSTRACT, PRIVATE, PUBLIC, STATIC, Class, Method

from permaudit.model.evidence import Read
from permaudit.model.flow import Flow

READING = query(static(CONTACTS))
REACT_METHOD = "Lcom/facebook/react/bridge/ReactMethod;"
JAVASCRIPT = "Landroid/webkit/JavascriptInterface;"
PROMISE = "Lcom/facebook/react/bridge/Promise;"
NATIVE_MODULE = "Lcom/facebook/react/bridge/NativeModule;"
CAPACITOR_CALL = "Lcom/getcapacitor/PluginCall;"
PERMISSION_CALLBACK = "Lcom/getcapacitor/annotation/PermissionCallback;"
PLUGIN_LIST = "assets/capacitor.plugins.json"
FEATURE = "Lio/dcloud/common/DHInterface/StandardFeature;"
WEB = "Lio/dcloud/common/DHInterface/IWebview;"
EXPO_MODULE = "Lexpo/modules/kotlin/modules/Module;"
DEFINITION = "()Lexpo/modules/kotlin/modules/ModuleDefinitionData;"
FUNCTION = interface("Lk/Function;", "invoke()Ljava/lang/Object;")
FLUTTER = "Lio/flutter/embedding/engine/FlutterJNI;"
MODULE = "Lx/Module;"


def allocate(name: str) -> str:
    return f"new-instance v8, {name}\ninvoke-direct {{v8}}, {name}-><init>()V\n"


def marked(name: str, mark: str, descriptor: str = "()V", flags: int = PUBLIC) -> Method:
    made = method(name, READING, descriptor, flags)
    return Method(made.name, made.descriptor, made.flags, made.code, annotations=(mark,))


def asked_for(name: str, mark: str) -> Method:
    """An abstract method with a mark."""
    return Method(name, "()V", PUBLIC | ABSTRACT, annotations=(mark,))


def module(*methods: Method, superclass: str = "Ljava/lang/Object;", interfaces: Sequence[str] = ()) -> Class:
    return Class(MODULE, [constructor(), *methods], superclass=superclass, interfaces=interfaces)


def read_in(*classes: Class, makes: str = MODULE) -> Read:
    return the_read(main(allocate(makes)), *classes)


def how(read: Read) -> tuple[str, list[str]]:
    return read.reachable, triggers(read)


def read_when_listed(names: Iterable[str], *classes: Class) -> Read:
    (read,) = audit(main(""), *classes, listed_classes={PLUGIN_LIST: frozenset(names)}).reads
    return read


def flows_to_script(*classes: Class, makes: str = MODULE) -> list[Flow]:
    return [each for each in audit(main(allocate(makes)), *classes).flows if each.sink == "script"]


@pytest.mark.parametrize(
    "mark",
    [
        REACT_METHOD,
        JAVASCRIPT,
        "Lcom/getcapacitor/PluginMethod;",
        "Lio/dcloud/feature/uniapp/annotation/UniJSMethod;",
        "Lcom/taobao/weex/annotation/JSMethod;",
    ],
)
def test_a_script_starts_a_marked_method(mark: str) -> None:
    assert how(read_in(module(marked("everybody", mark)))) == ("yes", ["script"])


def test_a_marked_method_of_a_class_that_nobody_makes_is_not_started() -> None:
    read = the_read(main(""), module(marked("everybody", REACT_METHOD)))

    assert how(read) == ("no", [])


def test_a_method_that_overrides_a_marked_one_of_react_native_is_started() -> None:
    spec = Class("Lx/Spec;", [constructor(), asked_for("everybody", REACT_METHOD)], flags=PUBLIC | ABSTRACT)

    read = read_in(spec, module(method("everybody", READING), superclass="Lx/Spec;"))

    assert how(read) == ("yes", ["script"])


def test_very_many_modules_of_one_kind_hide_none_of_them() -> None:
    spec = Class("Lx/Spec;", [constructor(), asked_for("everybody", REACT_METHOD)], flags=PUBLIC | ABSTRACT)
    others = [Class(f"Lx/Other{number};", [constructor()], superclass="Lx/Spec;") for number in range(100)]

    read = read_in(spec, *others, module(method("everybody", READING), superclass="Lx/Spec;"))

    assert how(read) == ("yes", ["script"])


def test_a_page_needs_the_mark_on_the_method_itself() -> None:
    base = Class("Lx/Base;", [constructor(), asked_for("everybody", JAVASCRIPT)], flags=PUBLIC | ABSTRACT)

    read = read_in(base, module(method("everybody", READING), superclass="Lx/Base;"))

    assert how(read) == ("no", [])


def test_without_marks_what_a_module_can_be_asked_is_known_by_its_parameters() -> None:
    known = interface(NATIVE_MODULE)

    read = read_in(known, module(method("everybody", READING, f"({PROMISE})V"), interfaces=[NATIVE_MODULE]))

    assert how(read) == ("yes", ["script"])


@pytest.mark.parametrize(
    "other",
    [
        method("everybody", READING, f"({PROMISE})V", PRIVATE),
        method("everybody", READING, f"({PROMISE})V", 0),
        method("everybody", READING, f"({PROMISE})V", PUBLIC | STATIC),
        method("everybody", READING, "(Ljava/lang/String;)V"),
    ],
    ids=["private", "of the package", "static", "no promise"],
)
def test_other_methods_of_a_module_without_marks_are_not_started(other: Method) -> None:
    read = read_in(interface(NATIVE_MODULE), module(other, interfaces=[NATIVE_MODULE]))

    assert how(read) == ("no", [])


def test_where_some_methods_of_a_module_are_marked_the_others_are_not_started() -> None:
    other = Method("count", "()V", PUBLIC, method("count", "").code, annotations=(REACT_METHOD,))
    everybody = method("everybody", READING, f"({PROMISE})V")

    read = read_in(interface(NATIVE_MODULE), module(other, everybody, interfaces=[NATIVE_MODULE]))

    assert how(read) == ("no", [])


def test_what_hears_the_answer_to_a_question_is_not_started_by_the_script() -> None:
    read = read_in(module(marked("answered", PERMISSION_CALLBACK, f"({CAPACITOR_CALL})V", PRIVATE)))

    assert how(read) == ("yes", ["permission-granted"])


def test_a_plugin_that_a_list_of_the_package_names_is_made() -> None:
    plugin = module(marked("everybody", "Lcom/getcapacitor/PluginMethod;"))

    assert how(read_when_listed(["x.Module"], plugin)) == ("yes", ["script"])
    assert how(read_when_listed(["x.Other"], plugin)) == ("no", [])


def test_a_renamed_mark_is_enough_in_a_listed_plugin() -> None:
    assert how(read_when_listed(["x.Module"], module(marked("everybody", "La/b;")))) == ("yes", ["script"])
    assert how(read_in(module(marked("everybody", "La/b;")))) == ("no", [])


def test_functions_that_a_module_of_expo_defines_are_started() -> None:
    function = Class(
        "Lx/Function;",
        [constructor(), method("invoke", READING, "()Ljava/lang/Object;", end="return-object v7")],
        interfaces=["Lk/Function;"],
    )
    defines = method("definition", allocate("Lx/Function;") + "const/4 v8, 0", DEFINITION, end="return-object v8")
    base = Class(
        EXPO_MODULE, [constructor(), Method("definition", DEFINITION, PUBLIC | ABSTRACT)], flags=PUBLIC | ABSTRACT
    )
    classes = (FUNCTION, base, function, module(defines, superclass=EXPO_MODULE))

    assert how(read_in(*classes)) == ("yes", ["script"])
    assert [each.at.method.name for each in flows_to_script(*classes) if each.at.method] == ["invoke"]


def test_functions_that_something_else_makes_are_none_of_the_script() -> None:
    function = Class(
        "Lx/Function;",
        [constructor(), method("invoke", READING, "()Ljava/lang/Object;", end="return-object v7")],
        interfaces=["Lk/Function;"],
    )

    assert how(read_in(FUNCTION, function, makes="Lx/Function;")) == ("no", [])


def test_what_dart_sends_enters_through_the_native_side_of_flutter() -> None:
    engine = Class(
        FLUTTER,
        [constructor(), method("handlePlatformMessage", READING, "(Ljava/lang/String;Ljava/nio/ByteBuffer;IJ)V")],
    )

    assert how(read_in(engine, makes=FLUTTER)) == ("yes", ["script"])


UTS = "Luts/sdk/modules/loanPeople/IndexKt;"


@pytest.mark.parametrize(
    ("name", "function", "flags", "expected"),
    [
        (UTS, "peopleByJs", PUBLIC | STATIC, ("yes", ["script"])),
        ("Luts/sdk/modules/loanPeople/Book;", "peopleByJs", PUBLIC, ("yes", ["script"])),
        (UTS, "people", PUBLIC | STATIC, ("no", [])),
        (UTS, "peopleByJs", PRIVATE | STATIC, ("no", [])),
        ("Luts/sdk/modulesOfOthers/IndexKt;", "peopleByJs", PUBLIC | STATIC, ("no", [])),
        ("Lx/IndexKt;", "peopleByJs", PUBLIC | STATIC, ("no", [])),
    ],
)
def test_functions_of_a_uts_plugin_that_are_made_for_scripts_are_started(
    name: str, function: str, flags: int, expected: tuple[str, list[str]]
) -> None:
    plugin = Class(name, [constructor(), method(function, READING, "()V", flags)])
    others = [Class(f"Luts/sdk/{each}/A;", [constructor()]) for each in ("a", "modules/b", "z")]

    (read,) = audit(main(""), plugin, *others).reads

    assert how(read) == expected


def test_what_a_feature_returns_goes_to_the_script() -> None:
    everybody = method("everybody", READ, f"({WEB}Lorg/json/JSONArray;)Ljava/lang/String;", end="return-object v7")

    (flow,) = flows_to_script(Class(FEATURE, [constructor()]), module(everybody, superclass=FEATURE))

    assert (flow.fields, flow.leaves_phone) == (("name",), False)
