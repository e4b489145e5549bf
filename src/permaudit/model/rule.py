"""A rule as data: what it means, how bad it is, and the condition under which it speaks."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

Severity = Literal["none", "low", "medium", "high", "critical"]
Confidence = Literal["low", "medium", "high"]
SEVERITIES: tuple[Severity, ...] = ("none", "low", "medium", "high", "critical")


class PermissionIs(msgspec.Struct, frozen=True, tag_field="kind", tag="permission", forbid_unknown_fields=True):
    """A permission is requested; every attribute that is stated must hold. Names may be several: any of them."""

    name: tuple[str, ...] = ()
    group: str | None = None
    source: tuple[str, ...] = ()
    held_now: bool | None = None
    install_time: bool | None = None
    used: tuple[str, ...] = ()
    silent: bool | None = None
    sdk_limited: bool | None = None


class ReadIs(msgspec.Struct, frozen=True, tag_field="kind", tag="read", forbid_unknown_fields=True):
    """The code reads something; every attribute that is stated must hold, lists mean any of them.

    A read that cannot happen (not permitted, not reachable, nobody revealed) does not match unless the condition
    states `permitted`, `reachable` or `reveals` itself.
    """

    surface: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    all_fields: bool | None = None
    reveals: tuple[str, ...] = ()
    trigger: tuple[str, ...] = ()
    entry: tuple[str, ...] = ()
    owner: tuple[str, ...] = ()
    permitted: bool | None = None
    reachable: tuple[str, ...] = ()
    watches: bool | None = None


class FlowIs(msgspec.Struct, frozen=True, tag_field="kind", tag="flow", forbid_unknown_fields=True):
    """What was read goes somewhere; every attribute that is stated must hold, lists mean any of them.

    `surface`, `scope` and `trigger` are those of the read. A flow that cannot happen (its read is not permitted or
    reveals nobody, or nothing starts it) does not match. `cleartext`, `address_known` and `host` hold of the network
    only; a `host` may have `*` for any letters, and `bare-ip` is every one that is an IP address.
    """

    surface: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    sink: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    leaves_phone: bool | None = None
    sent_by_script: bool | None = None
    user_confirmed: bool | None = None
    transforms: tuple[str, ...] = ()
    cleartext: bool | None = None
    address_known: bool | None = None
    host: tuple[str, ...] = ()
    owner: tuple[str, ...] = ()
    trigger: tuple[str, ...] = ()
    reachable: tuple[str, ...] = ()


class LimitationIs(msgspec.Struct, frozen=True, tag_field="kind", tag="limitation", forbid_unknown_fields=True):
    """Something could not be seen."""

    of: tuple[str, ...] = ()
    hides: tuple[str, ...] = ()


class AccessIs(msgspec.Struct, frozen=True, tag_field="kind", tag="access", forbid_unknown_fields=True):
    """The manifest asks for a special service or role."""

    door: tuple[str, ...] = ()
    grants: tuple[str, ...] = ()


class PickerIs(msgspec.Struct, frozen=True, tag_field="kind", tag="picker", forbid_unknown_fields=True):
    """The code asks Android's contact picker."""

    many: bool | None = None
    reachable: tuple[str, ...] = ()


class ApiIs(msgspec.Struct, frozen=True, tag_field="kind", tag="api", forbid_unknown_fields=True):
    """The code calls a method that the catalogue names; a call that cannot happen does not match, as for a read."""

    name: tuple[str, ...] = ()
    trigger: tuple[str, ...] = ()
    owner: tuple[str, ...] = ()
    permitted: bool | None = None
    reachable: tuple[str, ...] = ()


class RequestIs(msgspec.Struct, frozen=True, tag_field="kind", tag="request", forbid_unknown_fields=True):
    """The code has Android ask the person for a permission."""

    permission: tuple[str, ...] = ()
    trigger: tuple[str, ...] = ()
    owner: tuple[str, ...] = ()
    reachable: tuple[str, ...] = ()


class StringIs(msgspec.Struct, frozen=True, tag_field="kind", tag="string", forbid_unknown_fields=True):
    """The code holds a text that the catalogue names."""

    name: tuple[str, ...] = ()
    owner: tuple[str, ...] = ()


class AssetIs(msgspec.Struct, frozen=True, tag_field="kind", tag="asset", forbid_unknown_fields=True):
    """The package holds a file that the catalogue names."""

    name: tuple[str, ...] = ()


class LibraryIs(msgspec.Struct, frozen=True, tag_field="kind", tag="library", forbid_unknown_fields=True):
    """The package holds classes of a library of the catalogue."""

    name: tuple[str, ...] = ()
    is_a: tuple[str, ...] = ()
    reads_people: bool | None = None


class PackerIs(msgspec.Struct, frozen=True, tag_field="kind", tag="packer", forbid_unknown_fields=True):
    """The package shows signs of a packer or protector of the catalogue."""

    name: tuple[str, ...] = ()
    hides_code: bool | None = None


class BridgeIs(msgspec.Struct, frozen=True, tag_field="kind", tag="bridge", forbid_unknown_fields=True):
    """The script side of the app calls for contacts, or for what `surface` states."""

    framework: tuple[str, ...] = ()
    surface: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    wired: tuple[str, ...] = ()
    seen_as: tuple[str, ...] = ()
    sends: tuple[str, ...] = ()


class ComponentIs(msgspec.Struct, frozen=True, tag_field="kind", tag="component", forbid_unknown_fields=True):
    """The manifest declares a component; `class_name` may have `*` for any letters."""

    is_a: tuple[str, ...] = ()
    action: tuple[str, ...] = ()
    permission: tuple[str, ...] = ()
    class_name: tuple[str, ...] = ()
    exported: bool | None = None
    enabled: bool | None = None


class ManifestIs(msgspec.Struct, frozen=True, tag_field="kind", tag="manifest", forbid_unknown_fields=True):
    """A setting of the manifest."""

    debuggable: bool | None = None
    test_only: bool | None = None
    cleartext: bool | None = None
    trusts_user_certificates: bool | None = None
    backup: bool | None = None
    has_icon: bool | None = None
    shared_user: bool | None = None


class SigningIs(msgspec.Struct, frozen=True, tag_field="kind", tag="signing", forbid_unknown_fields=True):
    """How the package is signed."""

    public_key: bool | None = None
    parts_differ: bool | None = None
    unsigned: bool | None = None
    only_v1: bool | None = None


class TargetSdkIs(msgspec.Struct, frozen=True, tag_field="kind", tag="target_sdk", forbid_unknown_fields=True):
    """The app says that it was made for an Android version of this range; `below` is left out of it."""

    at_least: int | None = None
    below: int | None = None


class RuleIs(msgspec.Struct, frozen=True, tag_field="kind", tag="rule", forbid_unknown_fields=True):
    """Another rule comes out yes."""

    id: str


class Count(msgspec.Struct, frozen=True, tag_field="kind", tag="count", forbid_unknown_fields=True):
    """How many things match the one condition in `of`, or how many of several hold; `below` is left out."""

    of: tuple[Condition, ...]
    at_least: int | None = None
    below: int | None = None


class All(msgspec.Struct, frozen=True, tag_field="kind", tag="all", forbid_unknown_fields=True):
    """Kleene's and: every part holds."""

    parts: tuple[Condition, ...]


class AnyOf(msgspec.Struct, frozen=True, tag_field="kind", tag="any", forbid_unknown_fields=True):
    """Kleene's or: at least one part holds."""

    parts: tuple[Condition, ...]


class Not(msgspec.Struct, frozen=True, tag_field="kind", tag="not", forbid_unknown_fields=True):
    """Kleene's not: unknown stays unknown."""

    part: Condition


Leaf = (
    PermissionIs
    | ReadIs
    | FlowIs
    | LimitationIs
    | AccessIs
    | PickerIs
    | ApiIs
    | RequestIs
    | StringIs
    | AssetIs
    | LibraryIs
    | PackerIs
    | BridgeIs
    | ComponentIs
    | ManifestIs
    | SigningIs
    | TargetSdkIs
)
"""Conditions that look at Observations themselves."""

LEAVES: tuple[type[Leaf], ...] = get_args(Leaf)

Condition = Leaf | All | AnyOf | Not | Count | RuleIs


class Rule(msgspec.Struct, frozen=True):
    """One rule file, schema `permaudit/rule/1`; texts are English, translated by `rules/locales/`."""

    id: str
    category: str
    title: str
    severity: Severity
    confidence: Confidence
    why: str
    advice: str
    when: Condition
    references: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    since: str = ""
