"""One app from its bytes: what the package carries, how it is set, and what a packer hides."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from support.apkfile import build_apk, build_manifest, launcher_activity
from support.axml import AttributeValue
from support.dexfile import Class, assemble

from permaudit.apk.opening import open_packages
from permaudit.apk.package import Package
from permaudit.documents import rules_directory
from permaudit.model.limitation import Limitation
from permaudit.model.message import message
from permaudit.model.observations import Observations
from permaudit.model.place import Place
from permaudit.pipeline import observe
from permaudit.rulebook import RuleBook, load_rule_book

APPS = Path(__file__).parent / "apps"


@cache
def book() -> RuleBook:
    return load_rule_book(rules_directory())


def observe_file(path: Path) -> Observations:
    (package,) = open_packages([path])
    assert isinstance(package, Package), package
    return observe(package, book())


def observe_app(
    path: Path, classes: list[str], application: Mapping[str, AttributeValue], files: Mapping[str, bytes]
) -> Observations:
    manifest = build_manifest("com.loan", application=application, components=[launcher_activity("com.loan.Main")])
    build_apk(path, dex=[assemble([Class(name) for name in classes])], manifest=manifest, files=files)
    return observe_file(path)


def test_a_packed_app_says_that_its_code_is_hidden_beside_the_classes_that_are_missing(tmp_path: Path) -> None:
    seen = observe_app(
        tmp_path / "a.apk", ["Lcom/stub/StubApp;"], {"android:name": "com.stub.StubApp"}, {"assets/libjiagu.so": b"x"}
    )

    assert [(each.id, each.hides_code, each.at) for each in seen.packers] == [
        ("qihoo-jiagu", True, Place("a.apk", file="AndroidManifest.xml"))
    ]
    assert Limitation("packed", message("limitation-packed", name="Qihoo 360 Jiagu"), ("code",)) in seen.limitations
    assert [each.kind for each in seen.hides("code")] == ["missing-class", "packed"]


def test_what_the_package_carries_is_observed(tmp_path: Path) -> None:
    files = {"assets/index.android.bundle": b"x", "lib/x86/libpairipcore.so": b"x"}

    seen = observe_app(tmp_path / "a.apk", ["Lcom/loan/Main;", "Lokhttp3/Call;"], {"android:testOnly": True}, files)

    assert [each.name for each in seen.libraries] == ["OkHttp"]
    assert [each.id for each in seen.files] == ["react-native-bundle"]
    assert [(each.id, each.hides_code) for each in seen.packers] == [("pairip", False)]
    assert [each.class_name for each in seen.components] == ["com.loan.Main"]
    assert (seen.flags.test_only, seen.flags.has_icon, seen.signing.unsigned) == (True, True, True)
    assert seen.hides("code") == ()


def test_a_script_that_gets_contacts_leaves_open_whether_the_permission_is_used() -> None:
    with_call = observe_file(APPS / "uniapp-address-book" / "app.apk")
    without = observe_file(APPS / "uniapp-without-contacts" / "app.apk")

    used = [{each.name: each.used for each in seen.permissions} for seen in (with_call, without)]

    assert [each["android.permission.READ_CONTACTS"] for each in used] == ["unknown", "no"]
    assert [(each.call, each.hosts, each.requests) for each in with_call.bridges] == [
        ("plus.contacts.getAddressBook", ("api.example.com",), ("uni.request",))
    ]


def test_a_bundle_whose_parts_one_key_signed_is_signed_alike() -> None:
    seen = observe_file(APPS / "bundle-with-language-split" / "app.xapk")

    assert len(seen.source.parts) > 1
    assert not seen.signing.parts_differ


def test_a_key_that_everybody_has_is_known() -> None:
    seen = observe_file(APPS / "signed-by-android-test-key" / "app.apk")

    assert seen.signing.public_keys == ("AOSP testkey",)
