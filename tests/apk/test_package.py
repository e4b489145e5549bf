"""The bytes of a package come on demand, in class-path order, and what cannot be had is said."""

from pathlib import Path

import pytest
from apk.tables import Config, build_table
from apk.zips import DEFLATED, RawEntry, build_zip
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.apkfile import build_apk, build_manifest
from support.axml import ATTRIBUTE_IDS, AttributeValue, Element, Reference, encode_axml

from permaudit.apk import package as package_module
from permaudit.apk.opening import FailedInput, open_packages
from permaudit.apk.package import Package, PartSigners
from permaudit.errors import InputError
from permaudit.model.manifest import LayoutHandler, NetworkSecurity

MANIFEST = RawEntry("AndroidManifest.xml", encode_axml(build_manifest("com.x")))


def open_one(path: Path, data: bytes) -> Package:
    path.write_bytes(data)
    (opened,) = open_packages([path])
    assert isinstance(opened, Package), opened
    return opened


def test_dex_files_come_in_numeric_order_and_only_those_android_loads(tmp_path: Path) -> None:
    names = [
        "classes10.dex",
        "classes2.dex",
        "classes.dex",
        "classes1.dex",
        "classes02.dex",
        "Classes3.dex",
        "a/classes4.dex",
    ]
    package = open_one(tmp_path / "a.apk", build_zip([MANIFEST, *(RawEntry(name, name.encode()) for name in names)]))

    assert [dex.name for dex in package.dex_files()] == ["classes.dex", "classes2.dex", "classes10.dex"]


def test_a_dex_file_that_cannot_be_inflated_hides_code_and_not_the_others(tmp_path: Path) -> None:
    entries = [
        MANIFEST,
        RawEntry("classes.dex", b"one", DEFLATED),
        RawEntry("classes2.dex", b"two" * 99, DEFLATED, packed=b"\xff\xff"),
        RawEntry("classes3.dex", b"three", DEFLATED, declared_size=4),
        RawEntry("classes4.dex", b"four"),
    ]
    files = open_one(tmp_path / "a.apk", build_zip(entries)).dex_files()

    assert [dex.name for dex in files] == ["classes.dex", "classes4.dex"]
    assert [(each.kind, dict(each.detail.arguments)["file"], each.hides) for each in files.limitations] == [
        ("unreadable-part", "classes2.dex", ("code",)),
        ("unreadable-part", "classes3.dex", ("code",)),
    ]


def test_the_limitations_of_dex_files_can_be_had_alone(tmp_path: Path) -> None:
    package = open_one(tmp_path / "a.apk", build_zip([MANIFEST, RawEntry("classes.dex", b"x", declared_size=99_999)]))

    assert [dict(each.detail.arguments)["problem"] for each in package.dex_limitations()] == ["truncated"]


def test_more_dex_than_the_budget_is_not_inflated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_module, "MOST_DEX_BYTES", 8)
    entries = [MANIFEST, RawEntry("classes.dex", b"12345"), RawEntry("classes2.dex", b"6789")]
    files = open_one(tmp_path / "a.apk", build_zip(entries)).dex_files()

    assert [dex.name for dex in files] == ["classes.dex"]
    assert [(each.kind, each.hides) for each in files.limitations] == [("budget", ("code",))]


@pytest.mark.parametrize(
    ("name", "hides"), [("classes.dex", ("code",)), ("AndroidManifest.xml", ("manifest",)), ("resources.arsc", ())]
)
def test_a_file_that_stands_twice_is_said_to(tmp_path: Path, name: str, hides: tuple[str, ...]) -> None:
    entries = [MANIFEST, RawEntry("classes.dex", b"first"), RawEntry("resources.arsc", b""), RawEntry(name, b"second")]

    package = open_one(tmp_path / "a.apk", build_zip(entries))

    assert [(each.detail.id, each.hides) for each in package.limitations] == [("limitation-duplicate-entry", hides)]
    assert [dex.data for dex in package.dex_files()] == [b"first"]


def test_a_missing_resource_table_matters_only_to_those_who_refer_to_it(tmp_path: Path) -> None:
    plain = open_one(tmp_path / "a.apk", build_apk(manifest=build_manifest()))
    referring = open_one(
        tmp_path / "b.apk", build_apk(manifest=build_manifest(application={"android:label": Reference(0x7F010000)}))
    )

    assert plain.limitations == ()
    assert [(each.kind, each.detail.id, each.material) for each in referring.limitations] == [
        ("damaged", "limitation-no-resource-table", False)
    ]


NEEDS_SPLITS: dict[str, AttributeValue] = {
    "android:name": "com.android.vending.splits.required",
    "android:value": True,
}


@pytest.mark.parametrize(
    "manifest",
    [
        build_manifest(components=[Element("meta-data", NEEDS_SPLITS)]),
        build_manifest(attributes={"android:isSplitRequired": True}),
    ],
)
def test_a_base_without_the_splits_it_needs_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, manifest: Element
) -> None:
    monkeypatch.setitem(ATTRIBUTE_IDS, "isSplitRequired", 0x01010591)

    package = open_one(tmp_path / "base.apk", build_apk(manifest=manifest))

    assert [(each.kind, each.detail.id, each.hides) for each in package.limitations] == [
        ("unreadable-part", "limitation-splits-missing", ("assets", "resources"))
    ]


def test_the_label_comes_in_the_language_asked_for(tmp_path: Path) -> None:
    table = build_table({1: [(Config(), {0: "Loan"}), (Config(b"de"), {0: "Kredit"})]})
    manifest = build_manifest(application={"android:label": Reference(0x7F010000)})
    path = tmp_path / "a.apk"
    build_apk(path, manifest=manifest, files={"resources.arsc": table})

    labels = [
        opened.app.label
        for locale in (None, "de")
        for opened in open_packages([path], locale)
        if isinstance(opened, Package)
    ]

    assert labels == ["Loan", "Kredit"]


def test_entries_are_listed_and_read_by_part(tmp_path: Path) -> None:
    package = open_one(tmp_path / "a.apk", build_zip([MANIFEST, RawEntry("assets/x.js", b"script", DEFLATED)]))

    assert package.entry_names() == {"a.apk": ("AndroidManifest.xml", "assets/x.js")}
    assert package.read_entry("a.apk", "assets/x.js") == b"script"
    assert package.entry_size("a.apk", "assets/x.js") == 6
    with pytest.raises(InputError) as caught:
        package.read_entry("a.apk", "assets/y.js")
    assert caught.value.arguments == {"part": "a.apk", "file": "assets/y.js", "problem": "absent"}


def test_layouts_of_all_parts_are_looked_through_once(tmp_path: Path) -> None:
    layout = encode_axml(Element("com.x.View", {"android:onClick": "send"}))
    package = open_one(tmp_path / "a.apk", build_apk(manifest=build_manifest(), files={"res/a.xml": layout}))

    assert package.layout_handlers() == (LayoutHandler("a.apk", "res/a.xml", "send"),)
    (tmp_path / "a.apk").unlink()
    assert "com.x.View" in package.layout_classes()
    assert package.layout_limitations() == ()


WHOLE = build_apk(
    dex=[b"dex" * 50],
    manifest=build_manifest(application={"android:label": Reference(0x7F010000)}),
    files={
        "resources.arsc": build_table({1: [(Config(), {0: "Loan"})]}),
        "res/a.xml": encode_axml(Element("a.B", {"android:onClick": "send"})),
        "META-INF/A.RSA": b"\x30\x80",
    },
    stored=["AndroidManifest.xml", "resources.arsc"],
)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    changes=st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=4),
    size=st.integers(0, len(WHOLE)) | st.just(len(WHOLE)),
)
def test_a_damaged_app_opens_or_fails_in_words(tmp_path: Path, changes: list[tuple[int, int]], size: int) -> None:
    data = bytearray(WHOLE)
    for at, value in changes:
        data[at] = value
    path = tmp_path / "a.apk"
    path.write_bytes(data[:size])

    (opened,) = open_packages([path])

    if isinstance(opened, FailedInput):
        assert opened.error.message_id.startswith("input-")
    else:
        assert sum(len(dex.data) for dex in opened.dex_files()) <= len(b"dex" * 50)
        assert len(opened.layout_handlers()) <= 1


def test_a_list_of_plugins_that_cannot_be_read_hides_what_scripts_can_call(tmp_path: Path) -> None:
    damaged = RawEntry("assets/plugins.json", b'"com.x.Book"', DEFLATED, packed=b"\xff\xff")
    package = open_one(
        tmp_path / "a.apk", build_zip([MANIFEST, damaged, RawEntry("assets/more.json", b'"com.x.Other"')])
    )

    names, limitations = package.listed_classes(["assets/plugins.json", "assets/more.json"])

    assert names == {"assets/more.json": frozenset({"com.x.Other"})}
    assert [(each.kind, each.hides) for each in limitations] == [("damaged", ("code",))]


def test_the_network_security_configuration_is_read_from_the_base(tmp_path: Path) -> None:
    table = build_table({1: [(Config(), {0: "res/xml/net.xml"})]})
    base = Element("base-config", {"cleartextTrafficPermitted": True})
    manifest = build_manifest("com.x", application={"android:networkSecurityConfig": Reference(0x7F010000)})
    files = {"resources.arsc": table, "res/xml/net.xml": encode_axml(Element("network-security-config", {}, [base]))}

    package = open_one(tmp_path / "a.apk", build_apk(manifest=manifest, files=files))

    assert package.manifest.network_config == "res/xml/net.xml"
    assert package.network_security() == NetworkSecurity(cleartext=True)


def test_without_a_network_security_configuration_there_is_nothing_to_read(tmp_path: Path) -> None:
    assert open_one(tmp_path / "a.apk", build_zip([MANIFEST])).network_security() is None


def test_the_signers_of_every_part_are_told_in_the_order_of_the_parts(tmp_path: Path) -> None:
    split = build_manifest("com.x", attributes={"split": "config.de"})
    damaged = RawEntry("META-INF/CERT.RSA", b"no certificate")
    folder = tmp_path / "com.x"
    folder.mkdir()
    (folder / "base.apk").write_bytes(build_zip([MANIFEST]))
    (folder / "z.apk").write_bytes(build_zip([RawEntry("AndroidManifest.xml", encode_axml(split)), damaged]))

    (package,) = open_packages([folder])

    assert isinstance(package, Package)
    assert package.part_signers() == (PartSigners((), readable=True), PartSigners((), readable=False))
