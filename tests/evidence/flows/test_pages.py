"""What a script is handed has left the phone where the script comes from outside, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from evidence.app import audit, constructor, main, text
from evidence.flows.ways import READ, STRING, interface_call, lines, make, static_call, virtual_call
from support.dexfile import Class, Field

from permaudit.evidence.gather import Evidence
from permaudit.model.outside import OutsidePage

CORDOVA = virtual_call("v0, v7", f"Lorg/apache/cordova/CallbackContext;->success({STRING})V")
CAPACITOR = virtual_call("v0, v7", f"Lcom/getcapacitor/PluginCall;->reject({STRING})V")
UNI = static_call("v0, v0, v7", f"Lio/dcloud/common/util/JSUtil;->execCallback(Ljava/lang/Object;{STRING}{STRING})V")
REACT = interface_call("v0, v7", "Lcom/facebook/react/bridge/Promise;->resolve(Ljava/lang/Object;)V")
FLUTTER = interface_call("v0, v7", "Lio/flutter/plugin/common/MethodChannel$Result;->success(Ljava/lang/Object;)V")
VIEW = virtual_call("v0, v7, v0", f"Landroid/webkit/WebView;->evaluateJavascript({STRING}Ljava/lang/Object;)V")

OWN_SCREEN = "Lx/Screen;"
SCREEN = Class(OWN_SCREEN, [constructor()], superclass="Lorg/apache/cordova/CordovaActivity;")
BUNDLES = "Lcom/facebook/react/bridge/JSBundleLoader;"
LOADED = f"{BUNDLES}->createCachedBundleFromNetworkLoader({STRING}{STRING}){BUNDLES}"
BUILDER = "Lcom/getcapacitor/CapConfig$Builder;"


def in_web_view(address: str) -> str:
    return lines(text(address, "v8"), virtual_call("v0, v8", f"Landroid/webkit/WebView;->loadUrl({STRING})V"))


def by_cordova(address: str) -> str:
    return lines(
        make("v9", OWN_SCREEN), text(address, "v8"), virtual_call("v9, v8", f"{OWN_SCREEN}->loadUrl({STRING})V")
    )


def by_capacitor(address: str) -> str:
    return lines(text(address, "v8"), virtual_call("v0, v8", f"{BUILDER}->setServerUrl({STRING}){BUILDER}"))


def by_react(address: str) -> str:
    return lines(text(address, "v8"), text("/data/kept", "v9"), static_call("v8, v9", LOADED))


def evidence_of(*body: str, first_pages: Iterable[str] = ()) -> Evidence:
    return audit(main(lines(READ, *body)), SCREEN, first_pages=first_pages)


def has_left(*body: str, first_pages: Iterable[str] = ()) -> bool:
    (flow,) = evidence_of(*body, first_pages=first_pages).flows
    assert flow.sink == "script"
    return flow.leaves_phone


@pytest.mark.parametrize("framework", ["cordova", "capacitor", "uni-app"])
@pytest.mark.parametrize("hand_over", [CORDOVA, CAPACITOR, UNI, VIEW])
def test_the_first_page_of_the_settings_has_what_plug_ins_answer(framework: str, hand_over: str) -> None:
    assert has_left(hand_over, first_pages=[framework])


@pytest.mark.parametrize("hand_over", [CORDOVA, CAPACITOR, UNI, REACT, FLUTTER, VIEW])
def test_a_script_in_the_app_has_not_taken_it_away(hand_over: str) -> None:
    assert not has_left(hand_over)


@pytest.mark.parametrize("hand_over", [REACT, FLUTTER])
def test_a_page_does_not_get_what_is_answered_to_a_script_that_is_no_page(hand_over: str) -> None:
    assert not has_left(hand_over, in_web_view("https://www.example.com/help"), first_pages=["cordova"])


def test_an_address_that_code_gives_cordova_is_its_page() -> None:
    page = "https://app.example.com/loan"

    seen = evidence_of(CORDOVA, by_cordova(page))

    assert [each.leaves_phone for each in seen.flows] == [True]
    assert seen.pages == (OutsidePage("cordova", "CordovaActivity", ("app.example.com",)),)


def test_an_address_in_the_field_that_cordova_starts_with_is_its_page() -> None:
    kept = f"{OWN_SCREEN}->launchUrl:{STRING}"
    screen = Class(
        OWN_SCREEN,
        [constructor()],
        fields=[Field("launchUrl", STRING)],
        superclass="Lorg/apache/cordova/CordovaActivity;",
    )
    show = lines(
        make("v9", OWN_SCREEN),
        text("https://app.example.com/loan", "v8"),
        f"iput-object v8, v9, {kept}",
        f"iget-object v8, v9, {kept}",
        virtual_call("v9, v8", f"{OWN_SCREEN}->loadUrl({STRING})V"),
    )

    seen = audit(main(lines(READ, CORDOVA, show)), screen)

    assert [each.leaves_phone for each in seen.flows] == [True]


def test_an_address_that_code_gives_the_settings_of_capacitor_is_its_page() -> None:
    seen = evidence_of(CAPACITOR, by_capacitor("https://app.example.com/loan"))

    assert [each.leaves_phone for each in seen.flows] == [True]
    assert seen.pages == (OutsidePage("capacitor", "CapConfig", ("app.example.com",)),)


def test_a_bundle_of_react_native_from_a_server_has_what_modules_answer() -> None:
    seen = evidence_of(REACT, by_react("https://bundles.example.com/index.android.bundle"))

    assert [each.leaves_phone for each in seen.flows] == [True]
    assert seen.pages == (OutsidePage("react-native", "JSBundleLoader", ("bundles.example.com",)),)


def test_a_bundle_of_react_native_is_no_page_in_a_web_view() -> None:
    assert not has_left(VIEW, by_react("https://bundles.example.com/index.android.bundle"))


@pytest.mark.parametrize(
    "page",
    [
        "file:///android_asset/www/index.html",
        "http://localhost:8080/index.html",
        "http://127.0.0.1/",
        "http://[::1]:8080/",
        "https://appassets.androidplatform.net/assets/www/index.html",
    ],
)
@pytest.mark.parametrize("show", [in_web_view, by_cordova, by_capacitor])
def test_pages_that_the_app_serves_itself_are_not_from_outside(show: object, page: str) -> None:
    assert callable(show)
    seen = evidence_of(VIEW, show(page))

    assert ([each.leaves_phone for each in seen.flows], seen.pages) == ([False], ())
