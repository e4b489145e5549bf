"""Under which names a script calls the methods that hand people to it."""

from __future__ import annotations

from collections.abc import Sequence

from evidence.app import audit, constructor, main, method, text
from evidence.flows.ways import READ, STRING, lines, make, virtual_call
from support.dexfile import PUBLIC, Class, Method

from permaudit.model.evidence import ScriptDoor

JAVASCRIPT = "Landroid/webkit/JavascriptInterface;"
REACT_METHOD = "Lcom/facebook/react/bridge/ReactMethod;"
PLUGIN_METHOD = "Lcom/getcapacitor/PluginMethod;"
PLUGIN_CALL = "Lcom/getcapacitor/PluginCall;"
OBJECT = "Lcom/getcapacitor/JSObject;"
UNI_METHOD = "Lio/dcloud/feature/uniapp/annotation/UniJSMethod;"
WEB_VIEW = "Landroid/webkit/WebView;"
BOOK = "Lx/BookPlugin;"
ADD = f"{WEB_VIEW}->addJavascriptInterface(Ljava/lang/Object;{STRING})V"


def marked(name: str, mark: str, body: str = READ) -> Method:
    made = method(name, body, f"(){STRING}", end="return-object v7")
    return Method(made.name, made.descriptor, PUBLIC, made.code, annotations=(mark,))


def doors(handing: Sequence[str], *methods: Method, classes: tuple[Class, ...] = ()) -> list[ScriptDoor]:
    """The doors of an app whose screen makes a book and does something with it."""
    book = Class(BOOK, [constructor(), *methods])
    return [*audit(main(lines(make("v1", BOOK), *handing)), book, *classes).doors]


def test_the_object_of_a_page_has_the_name_that_it_was_handed_over_by() -> None:
    handing = [make("v2", WEB_VIEW), text("Native", "v3"), virtual_call("v2, v1, v3", ADD)]

    (door,) = doors(handing, marked("people", JAVASCRIPT))

    assert (door.framework, door.method, door.objects) == ("WebView", "people", ("Native",))


def test_a_view_of_the_app_hands_objects_over_like_any_other() -> None:
    own = Class("Lx/View;", [constructor()], superclass=WEB_VIEW)
    add = virtual_call("v2, v1, v3", ADD.replace(WEB_VIEW, "Lx/View;"))
    handing = [make("v2", "Lx/View;"), text("Native", "v3"), add]

    (door,) = doors(handing, marked("people", JAVASCRIPT), classes=(own,))

    assert door.objects == ("Native",)


def test_an_object_without_a_known_name_has_no_door() -> None:
    assert doors([], marked("people", JAVASCRIPT)) == []


def test_a_module_of_react_native_has_the_name_that_it_returns() -> None:
    name = method("getName", text("Book", "v1"), f"(){STRING}", end="return-object v1")

    (door,) = doors([], marked("getEverybody", REACT_METHOD), name)

    assert (door.framework, door.method, door.objects) == ("React Native", "getEverybody", ("Book",))


def test_a_plug_in_of_capacitor_has_the_name_of_its_class() -> None:
    answer = virtual_call("v13, v8", f"{PLUGIN_CALL}->resolve({OBJECT})V")
    put = virtual_call("v8, v7, v7", f"{OBJECT}->put({STRING}{STRING}){OBJECT}")
    made = method("everybody", lines(READ, make("v8", OBJECT), put, answer), f"({PLUGIN_CALL})V")

    (door,) = doors([], Method(made.name, made.descriptor, PUBLIC, made.code, annotations=(PLUGIN_METHOD,)))

    assert (door.framework, door.objects) == ("Capacitor", ("Book", "BookPlugin"))


def test_a_module_of_uni_app_is_asked_for_by_whatever_name() -> None:
    (door,) = doors([], marked("everybody", UNI_METHOD))

    assert (door.objects, door.got_by) == ((), ("uni.requireNativePlugin", "weex.requireModule"))


def test_the_door_of_what_a_helper_reads_is_the_method_that_hands_it_over() -> None:
    name = method("getName", text("Book", "v1"), f"(){STRING}", end="return-object v1")
    read = method("read", READ, f"(){STRING}", end="return-object v7")
    ask = f"invoke-virtual {{v13}}, {BOOK}->read(){STRING}\nmove-result-object v7"
    count = f'{ask}\nconst-string v7, "1"'

    found = doors([], name, read, marked("count", REACT_METHOD, count), marked("people", REACT_METHOD, ask))

    assert [each.method for each in found] == ["people"]
