"""What the manifest asks for no permission of is refused, however much of the code was not seen."""

from pathlib import Path

import pytest

from permaudit.catalog.load import load_catalog
from permaudit.documents import rules_directory
from permaudit.facts.refusals import find_refusals
from permaudit.model.limitation import Limitation
from permaudit.model.message import message
from permaudit.model.package_facts import ManifestFlags, Refusals
from permaudit.model.permission import Permission

CATALOG = load_catalog(Path(rules_directory()) / "catalog")
PLAIN = ManifestFlags()
MANIFEST_HIDDEN = Limitation("damaged", message("limitation-missing-class", name="x"), ("manifest",))


def refused(*names: str, held_now: bool = True) -> Refusals:
    permissions = [
        Permission(f"android.permission.{name}", "base.apk", "declared", held_now=held_now) for name in names
    ]
    return find_refusals(permissions, PLAIN, (), CATALOG)


def test_without_a_permission_all_guarded_surfaces_are_refused() -> None:
    assert {"contacts", "legacy-contacts", "call-log", "sms", "calendar"} <= refused().surfaces
    assert "location" in refused().apis


@pytest.mark.parametrize(
    ("permission", "opened"),
    [
        ("READ_CONTACTS", "contacts"),
        ("READ_CALL_LOG", "call-log"),
        ("READ_SMS", "sms"),
        ("RECEIVE_SMS", "sms"),
        ("READ_CALENDAR", "calendar"),
        ("READ_PHONE_STATE", "own-number"),
        ("READ_PHONE_NUMBERS", "own-number"),
    ],
)
def test_any_permission_that_opens_a_surface_is_enough(permission: str, opened: str) -> None:
    assert opened in refused().surfaces
    assert opened not in refused(permission).surfaces


def test_a_permission_that_ended_on_old_phones_opens_nothing_now() -> None:
    assert "contacts" in refused("READ_CONTACTS", held_now=False).surfaces


def test_calls_that_want_no_permission_are_never_refused() -> None:
    free = {each.api for each in CATALOG.calls.calls if not each.permissions}

    assert free
    assert not free & refused().apis


def test_nothing_is_sure_while_permissions_may_come_from_elsewhere() -> None:
    assert find_refusals((), ManifestFlags(shared_user=True), (), CATALOG) == Refusals()
    assert find_refusals((), PLAIN, (MANIFEST_HIDDEN,), CATALOG) == Refusals()
