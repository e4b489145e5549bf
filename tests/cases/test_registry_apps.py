"""Real apps from the package registries: every contacts read is in its place, and nothing else is called one."""

from __future__ import annotations

from typing import NamedTuple

import pytest
import registry

from permaudit.apk.opening import open_packages
from permaudit.apk.package import Package
from permaudit.dex.opcodes import Reference
from permaudit.dex.program import load_program
from permaudit.documents import rules_directory
from permaudit.model.observations import Observations
from permaudit.model.place import dotted
from permaudit.pipeline import observe
from permaudit.rulebook import load_rule_book

DEMOS = "io.appium.android.apis."
CONTACT = ("contact-id", "name")
SUMMARY = ("contact-id", "im", "name", "photo")


class Expected(NamedTuple):
    """A read as the app's published sources have it."""

    where: str
    uri: str
    scope: str
    fields: tuple[str, ...]


API_DEMOS_READS = {
    Expected("app.AlertDialogSamples.onCreateDialog", "contacts", "all", CONTACT),
    Expected("app.LoaderCursor$CursorLoaderListFragment.onCreateLoader", "contacts", "all", SUMMARY),
    Expected("app.LoaderCursor$CursorLoaderListFragment.onCreateLoader", "contacts/filter", "filtered", SUMMARY),
    Expected("app.LoaderRetained$CursorLoaderListFragment.onCreateLoader", "contacts", "all", SUMMARY),
    Expected("app.LoaderRetained$CursorLoaderListFragment.onCreateLoader", "contacts/filter", "filtered", SUMMARY),
    Expected(
        "app.QuickContactsDemo.onCreate",
        "contacts",
        "all",
        ("contact-frequency", "contact-id", "im", "name", "photo", "starred"),
    ),
    Expected("os.SmsMessageReceiver.onReceive", "phone_lookup", "lookup", ("name",)),
    Expected("view.AutoComplete4.onCreate", "contacts", "all", CONTACT),
    Expected(
        "view.AutoComplete4$ContactListAdapter.runQueryOnBackgroundThread", "contacts/filter", "filtered", CONTACT
    ),
    Expected("view.AutoComplete5.onCreate", "contacts", "all", CONTACT),
    Expected("view.ExpandableList2.onCreate", "contacts", "all", CONTACT),
    Expected("view.ExpandableList2$MyExpandableListAdapter.getChildrenCursor", "contacts", "lookup", ("phone",)),
    Expected("view.Gallery2.onCreate", "contacts", "all", CONTACT),
    Expected("view.List2.onCreate", "contacts", "all", CONTACT),
    Expected("view.List3.onCreate", "data/phones", "all", ("phone",)),
    Expected("view.List7.onCreate", "data/phones", "all", ("name", "phone")),
}


def audit(apk: registry.RegistryApk) -> tuple[Package, Observations]:
    (package,) = open_packages([registry.fetch(apk)])
    assert isinstance(package, Package)
    return package, observe(package, load_rule_book(rules_directory()))


def test_every_contacts_read_of_the_api_demos_has_its_method_scope_and_fields() -> None:
    _, seen = audit(registry.API_DEMOS)

    found = {
        Expected(
            f"{dotted(read.at.method.class_name)}.{read.at.method.name}".removeprefix(DEMOS),
            (read.uri or "").removeprefix("content://com.android.contacts/"),
            read.scope,
            read.fields,
        )
        for read in seen.reads
        if read.surface == "contacts" and read.scope != "picked" and read.at.method is not None
    }

    assert found == API_DEMOS_READS


def test_every_contacts_uri_field_in_the_api_demos_is_accounted_for() -> None:
    package, seen = audit(registry.API_DEMOS)
    program = load_program((each.part, each.name, each.data) for each in package.dex_files())
    (tables,) = program.files
    mentions: dict[str, int] = {}
    for field, owner in enumerate(tables.field_classes.tolist()):
        name = tables.strings.text(int(tables.type_names[owner]))
        if name.startswith("Landroid/provider/ContactsContract"):
            users = program.users(Reference.FIELD, 0, field)
            _, methods = program.methods_of_items(0, users.items)
            for method in methods.tolist():
                type_name = program.symbols.types[int(program.symbols.method_types[method])].decode()
                mentions[type_name] = mentions.get(type_name, 0) + 1

    assert sum(mentions.values()) == 16
    assert mentions.keys() == {
        read.at.method.class_name
        for read in seen.reads
        if read.surface == "contacts" and read.scope != "picked" and read.at.method is not None
    }


def test_a_picked_contact_of_the_api_demos_is_not_a_whole_book() -> None:
    _, seen = audit(registry.API_DEMOS)

    (picked,) = [read for read in seen.reads if read.scope == "picked"]

    assert picked.at.method is not None
    assert picked.at.method.class_name == "Lio/appium/android/apis/content/PickContact;"


def test_an_image_loader_without_the_permission_is_reported_as_what_it_is() -> None:
    _, seen = audit(registry.XPOSED_INSTALLER)

    contacts = [read for read in seen.reads if read.surface == "contacts"]

    assert {(read.owner.name, read.permitted, read.scope) for read in contacts} == {("Picasso", False, "lookup")}
    assert {read.fields for read in contacts} == {("photo",), ("contact-id",)}


@pytest.mark.parametrize("apk", [registry.UIAUTOMATOR_SERVER, registry.APPIUM_SETTINGS], ids=lambda apk: apk.package)
def test_an_app_without_contacts_code_has_no_contact_read(apk: registry.RegistryApk) -> None:
    _, seen = audit(apk)

    assert [read for read in seen.reads if read.surface in ("contacts", "legacy-contacts", "sim")] == []


def test_what_a_remote_shell_takes_and_sends_is_what_its_published_sources_have() -> None:
    _, seen = audit(registry.REMOTE_SHELL)

    reads = {read.id: read for read in seen.reads}
    assert {(read.surface, read.scope) for read in seen.reads} == {
        ("call-log", "all"),
        ("own-number", "all"),
        ("sms", "all"),
    }
    assert {reads[flow.read].surface for flow in seen.flows if flow.sink == "network"} == {
        "call-log",
        "own-number",
        "sms",
    }
    assert [each.kind for each in seen.limitations if each.hides] == []
