"""What the manifests of all parts declare, merged, each fact naming its part."""

from __future__ import annotations

from typing import Literal

import msgspec

ComponentKind = Literal[
    "application", "activity", "activity-alias", "service", "receiver", "provider", "instrumentation"
]


class PermissionRequest(msgspec.Struct, frozen=True):
    """One `uses-permission` or `uses-permission-sdk-23` element; SDK bounds are None where not stated."""

    name: str
    part: str
    sdk_23: bool = False
    min_sdk: int | None = None
    max_sdk: int | None = None


class PermissionDefinition(msgspec.Struct, frozen=True):
    """A `permission` element: one the app defines itself; `protection` is the raw protectionLevel number."""

    name: str
    part: str
    protection: int | None = None
    group: str | None = None


class IntentFilter(msgspec.Struct, frozen=True):
    """Actions, categories, schemes and MIME types of one intent filter."""

    actions: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    schemes: tuple[str, ...] = ()
    mime_types: tuple[str, ...] = ()


class MetaData(msgspec.Struct, frozen=True):
    """One `meta-data` element of a component or the application; `value` is its text, or None for a resource."""

    name: str
    value: str | None = None
    resource: int | None = None


class Component(msgspec.Struct, frozen=True):
    """A declared component.

    `class_name` is dotted and complete (`com.x.Main`), with the package put before a leading dot. For an
    activity-alias it is that of `target_activity`'s class. `exported` follows Android's default where not stated:
    exported exactly if there is an intent filter.
    """

    kind: ComponentKind
    class_name: str
    part: str
    name: str = ""
    exported: bool = False
    enabled: bool = True
    permission: str | None = None
    process: str | None = None
    authorities: tuple[str, ...] = ()
    filters: tuple[IntentFilter, ...] = ()
    meta_data: tuple[MetaData, ...] = ()

    @property
    def actions(self) -> frozenset[str]:
        """All actions of all its filters."""
        return frozenset(action for each in self.filters for action in each.actions)

    @property
    def is_launcher(self) -> bool:
        """Whether a home screen shows it: MAIN with LAUNCHER or LEANBACK_LAUNCHER in one filter."""
        launcher = {"android.intent.category.LAUNCHER", "android.intent.category.LEANBACK_LAUNCHER"}
        return any(
            "android.intent.action.MAIN" in each.actions and launcher & set(each.categories) for each in self.filters
        )


class LayoutHandler(msgspec.Struct, frozen=True):
    """A method name in an `android:onClick` attribute of a layout file."""

    part: str
    file: str
    method_name: str


class NetworkSecurity(msgspec.Struct, frozen=True):
    """What a network security configuration allows; None where it leaves that to Android's default.

    `cleartext` and `trusts_user` are said for all addresses, those of `domains` for some, `debug_trusts_user` for
    debuggable apps only. To trust the user is to trust certificates that were added to the phone.
    """

    cleartext: bool | None = None
    trusts_user: bool | None = None
    domains_cleartext: bool = False
    domains_trust_user: bool = False
    debug_trusts_user: bool = False


class Manifest(msgspec.Struct, frozen=True):
    """All parts' manifests merged: base first, then splits by name.

    `network_config` is the file with the network security configuration; empty if one is named and not found.
    """

    package: str
    components: tuple[Component, ...] = ()
    permission_requests: tuple[PermissionRequest, ...] = ()
    permission_definitions: tuple[PermissionDefinition, ...] = ()
    meta_data: tuple[MetaData, ...] = ()
    component_factory: str | None = None
    backup_agent: str | None = None
    shared_user_id: str | None = None
    debuggable: bool = False
    test_only: bool = False
    allow_backup: bool | None = None
    uses_cleartext: bool | None = None
    network_config: str | None = None
