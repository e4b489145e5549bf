"""The shipped ways by which scripts come later: each is said by its own sign, and not without it."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping

import pytest
from facts.defined import defining
from support.apkfile import build_apk

from permaudit.apk.archive import open_archive
from permaudit.apk.package import Part
from permaudit.apk.stretch import in_memory
from permaudit.catalog.load import load_catalog
from permaudit.documents import rules_directory
from permaudit.facts.scripts.frameworks import NativeSide, read_scripts

FRAMEWORKS = {each.id: each for each in load_catalog(rules_directory() / "catalog").frameworks}
METADATA = "assets/bin/Data/Managed/Metadata/global-metadata.dat"
CATALOGS = "assets/aa/settings.json"
MAGIC = bytes.fromhex("af1bb1fa")

MADE_WITH: dict[str, tuple[Collection[str], Mapping[str, bytes]]] = {
    "capacitor": (
        ["com.getcapacitor.Plugin", "getcapacitor.community.contacts.ContactsPlugin"],
        {"assets/public/index.js": b"start()"},
    ),
    "react-native": (
        ["com.facebook.react.ReactActivity", "com.rt2zz.reactnativecontacts.ContactsManager"],
        {"assets/index.android.bundle": b"start()"},
    ),
    "nativescript": (["com.tns.NativeScriptApplication"], {"assets/app/bundle.js": b"start()"}),
    "titanium": (["org.appcelerator.titanium.TiApplication"], {"assets/Resources/app.js": b"start()"}),
    "unity": (["com.unity3d.player.UnityPlayer"], {METADATA: MAGIC + b"\0Start\0"}),
}
"""What an app of each framework has of it: an answer to a call for everyone, and a script that asks nothing."""


def tools(framework: str, classes: Collection[str] = (), files: Mapping[str, bytes] | None = None) -> dict[str, str]:
    """What fetches scripts in an app of the framework with more classes and files: its name, and from where."""
    own_classes, own_files = MADE_WITH[framework]
    held = {**own_files, **(files or {})}
    part = Part("base.apk", open_archive(in_memory(build_apk(files=held))))
    native = NativeSide(
        defining((*own_classes, *classes)),
        lambda _: False,
        permits=frozenset({"contacts"}),
        asks_for_people=True,
        hides_code=False,
    )
    seen = read_scripts([part], {"base.apk": list(held)}, native, [FRAMEWORKS[framework]])
    told = [dict(each.detail.arguments) for each in seen.limitations]
    return {str(each["tool"]): str(each.get("hosts", "")) for each in told}


@pytest.mark.parametrize("framework", MADE_WITH)
def test_an_app_without_any_of_them_has_the_scripts_that_it_has(framework: str) -> None:
    assert tools(framework) == {}


@pytest.mark.parametrize(
    ("framework", "class_name", "tool"),
    [
        ("capacitor", "com.microsoft.capacitor.CodePush", "CodePush"),
        ("react-native", "com.stallion.networkmanager.StallionSyncHandler", "Stallion"),
        ("react-native", "com.margelo.nitro.nitroota.NitroOta", "NitroOta"),
        ("react-native", "com.hotupdater.HotUpdater", "Hot Updater"),
        ("react-native", "com.otahotupdate.OtaHotUpdate", "react-native-ota-hot-update"),
        ("nativescript", "com.tns.TNSAppSync", "AppSync"),
        ("nativescript", "com.tns.TNSCodePush", "AppSync"),
    ],
)
def test_a_tool_is_known_by_its_classes(framework: str, class_name: str, tool: str) -> None:
    assert tools(framework, [class_name]) == {tool: ""}


def test_the_build_of_stallion_that_does_nothing_is_not_said() -> None:
    assert tools("react-native", ["com.stallion.Stallion", "com.stallion.StallionModule"]) == {}


@pytest.mark.parametrize(
    ("library", "tool"),
    [("libxlua.so", "xLua"), ("libtolua.so", "ToLua"), ("libslua.so", "slua"), ("libpuerts.so", "PuerTS")],
)
def test_what_runs_other_scripts_in_unity_is_known_by_its_library(library: str, tool: str) -> None:
    assert tools("unity", files={f"lib/arm64-v8a/{library}": b"\x7fELF"}) == {tool: ""}


@pytest.mark.parametrize(
    ("names", "tool"),
    [
        (b"HybridCLR\0RuntimeApi\0LoadMetadataForAOTAssembly\0", "HybridCLR"),
        (b"ILRuntime.Runtime.Enviorment\0AppDomain\0", "ILRuntime"),
    ],
)
def test_what_runs_other_code_in_unity_is_known_by_names_in_its_metadata(names: bytes, tool: str) -> None:
    assert tools("unity", files={METADATA: MAGIC + b"\0" + names}) == {tool: ""}


def addressables(address: str) -> dict[str, bytes]:
    locations = [{"m_Keys": ["AddressablesMainContentCatalogRemoteHash"], "m_InternalId": address}]
    return {CATALOGS: json.dumps({"m_CatalogLocations": locations}).encode()}


@pytest.mark.parametrize(
    ("address", "hosts"),
    [
        ("https://cdn.example.com/Android/catalog.hash", "cdn.example.com"),
        ("{UnityEngine.AddressableAssets.Addressables.RuntimePath}/catalog.hash", ""),
        ("{App.Server}/catalog.hash", ""),
    ],
)
def test_a_catalog_of_assets_says_where_code_for_unity_comes_from(address: str, hosts: str) -> None:
    files = {"lib/arm64-v8a/libxlua.so": b"\x7fELF", **addressables(address)}

    assert tools("unity", files=files) == {"xLua": hosts}


def test_a_catalog_of_assets_alone_is_not_said() -> None:
    assert tools("unity", files=addressables("https://cdn.example.com/Android/catalog.hash")) == {}


@pytest.mark.parametrize(
    ("script", "is_said"),
    [
        (b"Ti.Network.Socket.createTCP({}); console.log('[LiveView]', 'Reloading App')", True),
        (b"global.__liveView=new Client({host:h,workspace:'/work'})", True),
        (b"console.log('[LiveView]')", False),
        (b"Ti.Network.createHTTPClient({})", False),
    ],
)
def test_live_view_is_known_by_its_script(script: bytes, *, is_said: bool) -> None:
    assert tools("titanium", files={"assets/Resources/app.js": script}) == ({"LiveView": ""} if is_said else {})


@pytest.mark.parametrize(("classes", "count"), [(["hyperloop.HyperloopModule"], 1), ([], 0)])
def test_hyperloop_hands_scripts_of_titanium_the_classes_of_android(classes: list[str], count: int) -> None:
    script = b"var Contacts = require('android.provider.ContactsContract.Contacts')"
    files = {"assets/Resources/app.js": script}
    part = Part("base.apk", open_archive(in_memory(build_apk(files=files))))
    native = NativeSide(
        defining(("org.appcelerator.titanium.TiApplication", *classes)),
        lambda _: False,
        permits=frozenset({"contacts"}),
        asks_for_people=True,
        hides_code=False,
    )

    seen = read_scripts([part], {"base.apk": list(files)}, native, [FRAMEWORKS["titanium"]])

    assert [each.call for each in seen.bridges] == ["Hyperloop ContactsContract"] * count
