"""Vague signs weigh only where an app asks for people's data; clear ones always."""

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from support.apkfile import build_apk, build_manifest
from support.axml import AttributeValue
from support.dexfile import Class, Method, assemble
from support.instructions import Code

from permaudit.apk.opening import open_packages
from permaudit.apk.package import Package
from permaudit.catalog.load import load_catalog
from permaudit.dex.program import load_program
from permaudit.documents import rules_directory
from permaudit.facts.definitions import defined_classes
from permaudit.facts.hidden_code import asks_for_people, hidden_code_limitations
from permaudit.facts.permissions import find_permissions
from permaudit.facts.special_access import find_special_access
from permaudit.model.manifest import Manifest

CATALOG = load_catalog(rules_directory() / "catalog")
LOAD = Code(2, "invoke-static {v0}, Ljava/lang/System;->loadLibrary(Ljava/lang/String;)V\nreturn-void")
SHELL = Class("Lcom/x/Shell;", [Method("attachBaseContext", "()V", 0x1, LOAD)], superclass="Landroid/app/Application;")
FILES = {
    "assets/a0": hashlib.shake_128(b"noise").digest(600 << 10),
    "lib/x86/libx.so": b"\x7fELF content://com.android.contacts",
}


def open_app(path: Path, *permissions: str | Mapping[str, AttributeValue]) -> Package:
    manifest = build_manifest("com.x", permissions, application={"android:name": "com.x.Shell"})
    build_apk(path, manifest=manifest, dex=[assemble([SHELL])], files=FILES)
    (package,) = open_packages([path])
    assert isinstance(package, Package)
    return package


def asks(package: Package) -> bool:
    permissions = find_permissions(package.manifest, package.app, CATALOG)
    access = find_special_access(package.manifest, permissions, CATALOG)
    return asks_for_people(package.manifest, permissions, access, CATALOG)


@pytest.mark.parametrize(
    ("permission", "expected"),
    [
        ("android.permission.READ_CONTACTS", True),
        ("android.permission.READ_CALL_LOG", True),
        ("android.permission.READ_SMS", True),
        ("android.permission.RECEIVE_SMS", True),
        ("android.permission.PROCESS_OUTGOING_CALLS", True),
        ("android.permission.GET_ACCOUNTS", True),
        ("android.permission.READ_CALENDAR", False),
        ("android.permission.WRITE_CONTACTS", False),
        ("android.permission.CAMERA", False),
    ],
)
def test_permissions_to_read_contacts_calls_and_messages_ask_for_people(
    tmp_path: Path, permission: str, *, expected: bool
) -> None:
    assert asks(open_app(tmp_path / "a.apk", permission)) == expected


def test_a_permission_that_ends_before_current_phones_asks_for_nobody(tmp_path: Path) -> None:
    old: dict[str, AttributeValue] = {"android:name": "android.permission.READ_CONTACTS", "android:maxSdkVersion": 22}

    assert not asks(open_app(tmp_path / "a.apk", old))


def test_permissions_may_come_from_an_app_with_the_same_user_id() -> None:
    assert asks_for_people(Manifest("com.x", shared_user_id="com.x.all"), (), (), CATALOG)
    assert not asks_for_people(Manifest("com.x"), (), (), CATALOG)


def test_every_permission_that_opens_a_searched_surface_is_one_that_shows_people() -> None:
    hidden = CATALOG.hidden_code
    guards = {each.permission for each in CATALOG.surfaces if each.id in hidden.native_surfaces}

    assert guards <= set(hidden.people_permissions)


def test_whatever_opens_people_to_an_app_by_the_verdict_shows_people() -> None:
    texts = re.findall(r"android\.permission\.[A-Z_]+", (rules_directory() / "verdict.yaml").read_text("utf-8"))

    assert texts
    assert set(texts) <= set(CATALOG.hidden_code.people_permissions)


@pytest.mark.parametrize(("asked", "kinds"), [(True, ["native-code", "packed"]), (False, ["native-code"])])
def test_a_shell_is_said_of_apps_that_ask_for_people_only(tmp_path: Path, asked: bool, kinds: list[str]) -> None:  # noqa: FBT001 - a case of this test
    package = open_app(tmp_path / "a.apk")
    program = load_program((each.part, each.name, each.data) for each in package.dex_files())

    found = hidden_code_limitations(package, program, defined_classes(program), CATALOG, asks_for_people=asked)

    assert [each.kind for each in found] == kinds
