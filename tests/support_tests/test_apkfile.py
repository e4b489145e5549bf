"""The APK and binary XML writers against androguard and aapt."""

import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from androguard.core.apk import APK
from androguard.core.axml import AXMLPrinter
from support.apkfile import build_apk, build_manifest, component, launcher_activity
from support.axml import Element, Flags, Reference, encode_axml
from support_tests.oracles import needs_aapt

_ANDROID = "{http://schemas.android.com/apk/res/android}"
_MANIFEST = build_manifest(
    "com.example.loan",
    ["android.permission.READ_CONTACTS", {"android:name": "android.permission.READ_SMS", "android:maxSdkVersion": 28}],
    [
        launcher_activity("com.example.loan.Main", label=Reference(0x7F010001)),
        component("service", ".Upload", exported=False, process=":up"),
    ],
    extra=[Element("queries", {}, [Element("package", {"android:name": "com.example.other"})])],
    attributes={"split": "config.de"},
)


@pytest.mark.parametrize("blank_names", [False, True])
@pytest.mark.parametrize("utf8", [False, True])
def test_androguard_reads_the_manifest_back(*, blank_names: bool, utf8: bool) -> None:
    apk = APK(build_apk(manifest=encode_axml(_MANIFEST, blank_names=blank_names, utf8=utf8)), raw=True)

    permissions = {element.get(f"{_ANDROID}name"): element.get(f"{_ANDROID}maxSdkVersion") for element in
                   apk.get_android_manifest_xml().iter("uses-permission")}  # fmt: skip

    assert apk.get_package() == "com.example.loan"
    assert permissions == {"android.permission.READ_CONTACTS": None, "android.permission.READ_SMS": "28"}
    assert apk.get_main_activity() == "com.example.loan.Main"
    assert apk.get_services() == ["com.example.loan.Upload"]
    assert (apk.get_min_sdk_version(), apk.get_target_sdk_version()) == ("21", "34")
    assert apk.get_android_manifest_xml().get("split") == "config.de"


def test_values_keep_their_types() -> None:
    element = Element("x", {"android:exported": True, "android:enabled": False, "android:value": -1,
                            "android:label": Reference(0x7F0A0001), "android:protectionLevel": Flags(0x12),
                            "android:name": "Ä" * 40000, "plain": "p"}, text="said")  # fmt: skip

    root = AXMLPrinter(encode_axml(element)).get_xml_obj()

    assert root.get(f"{_ANDROID}exported") == "true"
    assert root.get(f"{_ANDROID}enabled") == "false"
    assert root.get(f"{_ANDROID}value") == "-1"
    assert root.get(f"{_ANDROID}label") == "@7F0A0001"
    assert root.get(f"{_ANDROID}protectionLevel") == "0x00000012"
    assert root.get(f"{_ANDROID}name") == "Ä" * 40000
    assert root.get("plain") == "p"


def test_blanked_names_are_gone_from_the_bytes() -> None:
    assert "versionCode".encode("utf-16-le") in encode_axml(_MANIFEST)
    assert "versionCode".encode("utf-16-le") not in encode_axml(_MANIFEST, blank_names=True)


@needs_aapt
def test_aapt_reads_attributes_with_their_resource_ids(tmp_path: Path) -> None:
    app = tmp_path / "app.apk"
    build_apk(app, manifest=_MANIFEST)

    tree = subprocess.run(
        ["aapt", "dump", "xmltree", app, "AndroidManifest.xml"], capture_output=True, check=True, text=True
    ).stdout

    assert "A: android:maxSdkVersion(0x01010271)=(type 0x10)0x1c" in tree
    assert 'A: android:process(0x01010011)=":up"' in tree
    assert "A: android:exported(0x01010010)=(type 0x12)0x0" in tree


def test_dex_files_are_named_as_the_platform_looks_for_them() -> None:
    raw = build_apk(dex=[b"1", b"2", b"3"], files={"assets/a": b"4"}, stored=("assets/a",))

    with ZipFile(BytesIO(raw)) as archive:
        sizes = {entry.filename: (entry.file_size, entry.compress_type) for entry in archive.infolist()}

    assert sizes == {"classes.dex": (1, 8), "classes2.dex": (1, 8), "classes3.dex": (1, 8), "assets/a": (1, 0)}


def test_the_same_app_is_the_same_bytes() -> None:
    assert build_apk(dex=[b"x"], manifest=_MANIFEST) == build_apk(dex=[b"x"], manifest=_MANIFEST)
