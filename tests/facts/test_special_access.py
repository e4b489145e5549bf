"""Doors are found by the shape of components, and a role grants only what is declared."""

import msgspec
from facts.catalogs import make_catalog

from permaudit.catalog.permissions import DoorComponent, DoorShape
from permaudit.facts.special_access import find_special_access
from permaudit.model.manifest import Component, ComponentKind, IntentFilter, Manifest, MetaData
from permaudit.model.permission import Permission, SpecialAccess

BIND, DIAL, COMPANION = "p.BIND_ACCESSIBILITY", "a.DIAL", "p.COMPANION"
READ, CALLS = "p.READ_CONTACTS", "p.READ_CALL_LOG"

CATALOG = make_catalog(
    doors=[
        DoorShape("accessibility", "s", components=(DoorComponent("service", BIND, ("a.Accessibility",)),)),
        DoorShape(
            "dialer-role",
            "s",
            role="r.DIALER",
            components=(DoorComponent("activity", None, (DIAL,)),),
            grants=(READ, CALLS),
        ),
        DoorShape("sync-adapter", "s", components=(DoorComponent("service", None, ("a.Sync",), ("m.CONTACTS",)),)),
        DoorShape("companion-device", "s", permissions=(COMPANION,), grants=(READ,)),
    ]
)


def component(kind: ComponentKind, name: str, action: str, permission: str | None = None) -> Component:
    return Component(kind, name, "base.apk", name, permission=permission, filters=(IntentFilter((action,)),))


def find(*components: Component, permissions: tuple[Permission, ...] = ()) -> tuple[SpecialAccess, ...]:
    return find_special_access(Manifest("com.x", components), permissions, CATALOG)


def held(name: str, *, now: bool = True) -> Permission:
    return Permission(name, "base.apk", "declared", held_now=now)


def test_a_guarded_service_with_the_action_is_a_door() -> None:
    found = find(component("service", "com.x.Screen", "a.Accessibility", BIND))

    assert found == (SpecialAccess("accessibility", "base.apk", "com.x.Screen", ()),)


def test_without_the_guard_the_action_or_the_kind_it_is_none() -> None:
    assert find(component("service", "com.x.A", "a.Accessibility")) == ()
    assert find(component("service", "com.x.B", "a.Other", BIND)) == ()
    assert find(component("receiver", "com.x.C", "a.Accessibility", BIND)) == ()


def test_two_services_are_two_doors_and_a_role_is_one() -> None:
    services = [component("service", f"com.x.{name}", "a.Accessibility", BIND) for name in "AB"]
    dialers = [component("activity", f"com.x.{name}", DIAL) for name in "CD"]

    found = find(*services, *dialers)

    assert [(each.door, each.component) for each in found] == [
        ("accessibility", "com.x.A"),
        ("accessibility", "com.x.B"),
        ("dialer-role", "com.x.C"),
    ]


def test_a_role_grants_only_what_is_declared_and_held() -> None:
    dialer = component("activity", "com.x.Dial", DIAL)

    assert find(dialer)[0].grants == ()
    assert find(dialer, permissions=(held(CALLS), held(READ, now=False)))[0].grants == (CALLS,)


def test_a_door_may_need_one_of_several_meta_data() -> None:
    plain = component("service", "com.x.Sync", "a.Sync")
    contacts = msgspec.structs.replace(plain, meta_data=(MetaData("m.OTHER"), MetaData("m.CONTACTS")))

    assert find(plain) == ()
    assert find(contacts)[0].door == "sync-adapter"


def test_an_alias_is_an_activity() -> None:
    assert find(component("activity-alias", "com.x.Dial", DIAL))[0].door == "dialer-role"


def test_a_disabled_component_still_is_a_door() -> None:
    disabled = Component("activity", "com.x.D", "base.apk", enabled=False, filters=(IntentFilter((DIAL,)),))

    assert find(disabled)[0].door == "dialer-role"


def test_a_permission_can_be_the_door() -> None:
    assert find(permissions=(held(COMPANION), held(READ))) == (
        SpecialAccess("companion-device", "base.apk", None, (READ,)),
    )
    assert find(permissions=(held(COMPANION, now=False),)) == ()
