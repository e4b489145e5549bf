"""What takes data away: which parameters of which calls, in which role, and whether it leaves the phone."""

from __future__ import annotations

import pytest
from evidence.app import audit, component, constructor, main, method, text
from evidence.flows.ways import (
    LOG,
    OBJECT,
    READ,
    STRING,
    flows_of,
    interface_call,
    is_sent,
    lines,
    make,
    reached,
    send,
    static_call,
    take,
    the_flow,
    virtual_call,
)
from support.dexfile import ABSTRACT, INTERFACE, PUBLIC, Class, Method

from permaudit.model.flow import Flow

INTENT_SENT = "Landroid/app/PendingIntent;"
SMS = f"Landroid/telephony/SmsManager;->sendTextMessage({STRING}{STRING}{STRING}{INTENT_SENT}{INTENT_SENT})V"
REQUEST = "Lokhttp3/Request;"
NEW_CALL = f"Lokhttp3/OkHttpClient;->newCall({REQUEST})Lokhttp3/Call;"
TAG = text("tag", "v8")


def sms(to: str, content: str) -> str:
    return lines(
        f"move-object v1, {to}",
        "const/4 v2, 0",
        f"move-object v3, {content}",
        "const/4 v4, 0",
        "const/4 v5, 0",
        f"invoke-virtual/range {{v0 .. v5}}, {SMS}",
    )


def test_the_text_of_a_message_is_content_and_has_left() -> None:
    flow = the_flow(lines(READ, text("911", "v8"), sms("v8", "v7")))

    assert (flow.sink, flow.role, flow.fields, flow.leaves_phone) == ("sms", "content", ("name",), True)


def test_the_number_of_a_message_is_its_recipient() -> None:
    flow = the_flow(lines(READ, take(1, "v7"), text("hello", "v8"), sms("v7", "v8")))

    assert (flow.sink, flow.role, flow.fields, flow.leaves_phone) == ("sms", "recipient", ("phone",), True)


def test_a_message_to_a_contact_that_names_another_is_both() -> None:
    flows = flows_of(lines(READ, take(1, "v9"), sms("v9", "v7")))

    assert [(each.role, each.fields) for each in flows] == [("content", ("name",)), ("recipient", ("phone",))]


def test_a_parameter_that_no_sink_takes_is_none() -> None:
    assert reached(lines(READ, TAG, static_call("v8, v7", LOG))) == ["log"]
    assert reached(lines(READ, TAG, static_call("v7, v8", LOG))) == []


ON_THE_PHONE = {
    "log": lines(TAG, static_call("v8, v7", LOG)),
    "clipboard": virtual_call("v0, v7", "Landroid/content/ClipboardManager;->setText(Ljava/lang/CharSequence;)V"),
    "preferences": lines(
        TAG,
        interface_call(
            "v0, v8, v7",
            f"Landroid/content/SharedPreferences$Editor;->putString({STRING}{STRING})"
            "Landroid/content/SharedPreferences$Editor;",
        ),
    ),
    "notification": lines(
        "const/4 v8, 1",
        make("v9", "Landroid/app/Notification$Builder;"),
        virtual_call(
            "v9, v7",
            "Landroid/app/Notification$Builder;->setContentText(Ljava/lang/CharSequence;)"
            "Landroid/app/Notification$Builder;",
        ),
        virtual_call("v9", "Landroid/app/Notification$Builder;->build()Landroid/app/Notification;", "v10"),
        virtual_call("v0, v8, v10", "Landroid/app/NotificationManager;->notify(ILandroid/app/Notification;)V"),
    ),
    "database": lines(
        TAG,
        make("v9", "Landroid/content/ContentValues;"),
        virtual_call("v9, v8, v7", f"Landroid/content/ContentValues;->put({STRING}{STRING})V"),
        "const/4 v10, 0",
        virtual_call(
            "v0, v8, v10, v9",
            f"Landroid/database/sqlite/SQLiteDatabase;->insert({STRING}{STRING}Landroid/content/ContentValues;)J",
        ),
    ),
    "file": lines(
        TAG, make("v9", "Ljava/io/FileWriter;", "v8", f"({STRING})V"),
        virtual_call("v9, v7", f"Ljava/io/FileWriter;->write({STRING})V"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("sink", list(ON_THE_PHONE))
def test_what_is_laid_down_on_the_phone_has_not_left_it(sink: str) -> None:
    flow = the_flow(lines(READ, ON_THE_PHONE[sink]))

    assert (flow.sink, flow.role, flow.fields, flow.leaves_phone) == (sink, "content", ("name",), False)


def test_an_e_mail_has_left() -> None:
    flow = the_flow(lines(READ, static_call("v7", "Ljavax/mail/Transport;->send(Ljavax/mail/Message;)V")))

    assert (flow.sink, flow.leaves_phone) == ("email", True)


def test_the_address_that_is_opened_is_sent() -> None:
    url = lines(make("v8", "Ljava/net/URL;", "v7", f"({STRING})V"))

    assert is_sent(lines(url, virtual_call("v8", "Ljava/net/URL;->openConnection()Ljava/net/URLConnection;")))


def test_a_url_that_is_never_opened_is_not() -> None:
    assert not is_sent(make("v8", "Ljava/net/URL;", "v7", f"({STRING})V"))


def test_a_request_whose_body_a_function_gives_is_sent() -> None:
    body = Class(
        "Lx/Body;",
        [
            constructor(),
            method(
                "writeTo",
                lines(READ, static_call("v7, p1", f"Lx/Io;->put({STRING}Lokio/BufferedSink;)V")),
                "(Lokio/BufferedSink;)V",
            ),
        ],
        superclass="Lokhttp3/RequestBody;",
    )
    put = method(
        "put",
        interface_call("p1, p0", f"Lokio/BufferedSink;->writeUtf8({STRING})Lokio/BufferedSink;"),
        f"({STRING}Lokio/BufferedSink;)V",
        flags=9,
    )
    builder = "Lokhttp3/Request$Builder;"
    build = lines(
        make("v8", "Lx/Body;"),
        make("v9", builder),
        virtual_call("v9, v8", f"{builder}->post(Lokhttp3/RequestBody;){builder}", "v9"),
        virtual_call("v9", f"{builder}->build(){REQUEST}", "v10"),
        "const/4 v0, 0",
    )

    assert reached(lines(build, virtual_call("v0, v10", NEW_CALL)), body, Class("Lx/Io;", [put])) == ["network"]
    assert (
        reached(lines(build, virtual_call("v0, v10", f"Lokhttp3/X;->look({REQUEST})V")), body, Class("Lx/Io;", [put]))
        == []
    )


def test_a_library_method_through_a_subclass_of_the_app_is_the_same_sink() -> None:
    child = Class("Lx/Client;", [constructor()], superclass="Lokhttp3/OkHttpClient;")
    request = lines(
        make("v9", "Lokhttp3/Request$Builder;"),
        virtual_call("v9, v7", f"Lokhttp3/Request$Builder;->url({STRING})Lokhttp3/Request$Builder;", "v9"),
        virtual_call("v9", f"Lokhttp3/Request$Builder;->build(){REQUEST}", "v10"),
        make("v8", "Lx/Client;"),
    )

    assert is_sent(
        lines(request, virtual_call("v8, v10", NEW_CALL.replace("Lokhttp3/OkHttpClient;", "Lx/Client;"))), child
    )


def test_a_method_of_the_app_with_the_name_of_a_sink_is_none() -> None:
    mine = Class("Lx/Log;", [method("i", "nop", f"({STRING}{STRING})I", flags=9, end="const/4 v0, 0\nreturn v0")])

    assert reached(lines(READ, TAG, static_call("v8, v7", f"Lx/Log;->i({STRING}{STRING})I")), mine) == []


def test_one_method_that_hands_over_twice_is_one_flow_with_the_fields_of_both() -> None:
    flow = the_flow(lines(READ, send("v7"), take(1, "v9"), send("v9")))

    assert flow.fields == ("name", "phone")


def test_two_methods_that_hand_over_are_two_flows() -> None:
    other = method("onPause", lines(READ, send()))

    assert reached(lines(READ, send()), methods=[other]) == ["network", "network"]


PROVIDER = "Landroid/content/ContentProvider;"
QUERY_PROVIDER = f"(Landroid/net/Uri;[{STRING}{STRING}[{STRING}{STRING})Landroid/database/Cursor;"


def flows_with_provider(*, superclass: str) -> list[Flow]:
    cursor = "Landroid/database/MatrixCursor;"
    gives = lines(
        READ,
        f"filled-new-array {{v7}}, [{OBJECT}",
        "move-result-object v8",
        make("v9", cursor),
        virtual_call("v9, v8", f"{cursor}->addRow([{OBJECT})V"),
    )
    query = method("query", gives, QUERY_PROVIDER, end="return-object v9", registers=20)
    provider = Class("Lx/Provider;", [constructor(), query], superclass=superclass)
    declared = component("provider", "x.Provider", exported=True)
    return list(audit(main(""), provider, components=(declared,)).flows)


def test_what_a_provider_answers_goes_to_other_apps() -> None:
    (flow,) = flows_with_provider(superclass=PROVIDER)

    assert (flow.sink, flow.leaves_phone, flow.fields) == ("other-app", True, ("name",))


def test_what_a_class_that_is_no_provider_returns_goes_nowhere() -> None:
    assert flows_with_provider(superclass=OBJECT) == []


def with_bridge(annotation: str, page: str, *, shown_by: str = "Landroid/webkit/WebView;") -> list[Flow]:
    name = Method(
        "name", f"(){STRING}", code=method("name", READ, f"(){STRING}", end="return-object v7").code,
        annotations=(annotation,),
    )  # fmt: skip
    view = "Landroid/webkit/WebView;"
    show = lines(
        make("v8", "Lx/Bridge;"),
        make("v9", shown_by),
        text("bridge", "v10"),
        virtual_call("v9, v8, v10", f"{shown_by}->addJavascriptInterface({OBJECT}{STRING})V"),
        text(page, "v10"),
        virtual_call("v9, v10", f"{shown_by}->loadUrl({STRING})V"),
    )
    base = Class("Lx/BaseView;", [constructor()], superclass=view)
    own = Class("Lx/OwnView;", [constructor()], superclass="Lx/BaseView;")
    other = Class("Lx/Other;", [constructor()])
    return flows_of(show, Class("Lx/Bridge;", [constructor(), name]), base, own, other)


def test_what_a_bridge_gives_a_page_from_outside_has_left() -> None:
    (flow,) = with_bridge("Landroid/webkit/JavascriptInterface;", "https://loan.example/app")

    assert (flow.sink, flow.leaves_phone) == ("script", True)


def test_what_a_bridge_gives_a_page_from_outside_in_a_view_of_the_app_has_left() -> None:
    (flow,) = with_bridge("Landroid/webkit/JavascriptInterface;", "https://loan.example/app", shown_by="Lx/OwnView;")

    assert (flow.sink, flow.leaves_phone) == ("script", True)


def test_an_address_that_is_given_to_no_view_is_no_page() -> None:
    (flow,) = with_bridge("Landroid/webkit/JavascriptInterface;", "https://loan.example/app", shown_by="Lx/Other;")

    assert (flow.sink, flow.leaves_phone) == ("script", False)


def test_what_a_bridge_gives_the_apps_own_page_has_not_left() -> None:
    (flow,) = with_bridge("Landroid/webkit/JavascriptInterface;", "file:///android_asset/index.html")

    assert (flow.sink, flow.leaves_phone) == ("script", False)


def test_a_method_without_the_mark_of_a_bridge_gives_a_page_nothing() -> None:
    assert with_bridge("Lx/Other;", "https://loan.example/app") == []


def api_class(*marks: str, descriptor: str = f"({STRING})Lretrofit2/Call;") -> Class:
    send_it = Method("sendIt", descriptor, PUBLIC | ABSTRACT, annotations=marks)
    return Class("Lx/Api;", [send_it], flags=PUBLIC | INTERFACE | ABSTRACT)


MADE = lines(
    "const-class v8, Lx/Api;",
    virtual_call("v0, v8", f"Lretrofit2/Retrofit;->create(Ljava/lang/Class;){OBJECT}", "v9"),
    "check-cast v9, Lx/Api;",
)
CALL_API = interface_call("v9, v7", f"Lx/Api;->sendIt({STRING})Lretrofit2/Call;")


@pytest.mark.parametrize("mark", ["Lretrofit2/http/POST;", "Lretrofit2/http/GET;", "La/b/c;"])
def test_an_annotated_method_that_nobody_implements_is_sent_by_a_library(mark: str) -> None:
    assert is_sent(lines(MADE, CALL_API), api_class(mark))


def test_a_method_without_annotation_that_nobody_implements_sends_nothing() -> None:
    assert not is_sent(lines(MADE, CALL_API), api_class())


def test_a_method_with_any_annotation_that_the_app_implements_is_the_apps() -> None:
    own = Class(
        "Lx/Own;",
        [constructor(), method("sendIt", "const/4 v0, 0", f"({STRING})Lretrofit2/Call;", end="return-object v0")],
        interfaces=["Lx/Api;"],
    )

    assert not is_sent(lines(make("v9", "Lx/Own;"), CALL_API), api_class("La/b/c;"), own)


def test_a_form_of_such_an_interface_is_a_form() -> None:
    flow = the_flow(lines(READ, MADE, CALL_API), api_class("Lretrofit2/http/POST;", "Lretrofit2/http/FormUrlEncoded;"))

    assert (flow.sink, flow.transforms) == ("network", ("form",))


def renamed_library(*texts: str) -> list[Class]:
    """What a shrinker left of a library: classes of another package, one of which holds its texts."""
    loads = lines(*(text(each, "v0") for each in texts))
    build = method("d", loads, f"({STRING}{STRING})La/b;", end="return-object p0")
    return [Class("La/b;", [constructor(), build]), Class("La/c;", [constructor(), method("e", "nop", f"({STRING})V")])]


def test_a_renamed_library_is_known_by_the_texts_of_the_method_that_sends() -> None:
    hand_over = lines(
        make("v8", "La/b;"), TAG.replace("v8", "v9"), virtual_call("v8, v9, v7", f"La/b;->d({STRING}{STRING})La/b;")
    )

    flow = the_flow(lines(READ, hand_over), *renamed_library("method ", " must have a request body."))

    assert (flow.sink, flow.api) == ("network", "okhttp3.Request$Builder.method")


def test_the_same_method_without_the_texts_sends_nothing() -> None:
    hand_over = lines(
        make("v8", "La/b;"), TAG.replace("v8", "v9"), virtual_call("v8, v9, v7", f"La/b;->d({STRING}{STRING})La/b;")
    )

    assert reached(lines(READ, hand_over), *renamed_library("method ", "something")) == []


def test_what_is_handed_to_any_class_of_a_renamed_library_that_sends_is_told() -> None:
    hand_over = lines(make("v8", "La/c;"), virtual_call("v8, v7", f"La/c;->e({STRING})V"))

    flow = the_flow(lines(READ, hand_over), *renamed_library("OkHttp ConnectionPool"))

    assert (flow.sink, flow.api) == ("network", f"OkHttp (La/c;->e({STRING})V)")


def test_the_apps_own_package_is_no_renamed_library_for_a_text_in_it() -> None:
    own = Class("Lx/Own;", [constructor(), method("e", text("OkHttp ConnectionPool", "v0"), f"({STRING})V")])

    assert not is_sent(lines(make("v8", "Lx/Own;"), virtual_call("v8, v7", f"Lx/Own;->e({STRING})V")), own)
