"""A rule as data: what it means, how bad it is, and the condition under which it speaks."""

from __future__ import annotations

from typing import Literal

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
    owner: tuple[str, ...] = ()
    permitted: bool | None = None
    reachable: tuple[str, ...] = ()
    watches: bool | None = None


class FlowIs(msgspec.Struct, frozen=True, tag_field="kind", tag="flow", forbid_unknown_fields=True):
    """What was read goes somewhere; every attribute that is stated must hold, lists mean any of them.

    `surface`, `scope` and `trigger` are those of the read. A flow that cannot happen (its read is not permitted or
    reveals nobody, or nothing starts it) does not match. `cleartext` and `address_known` hold of the network only.
    """

    surface: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    sink: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    leaves_phone: bool | None = None
    user_confirmed: bool | None = None
    transforms: tuple[str, ...] = ()
    cleartext: bool | None = None
    address_known: bool | None = None
    owner: tuple[str, ...] = ()
    trigger: tuple[str, ...] = ()


class LimitationIs(msgspec.Struct, frozen=True, tag_field="kind", tag="limitation", forbid_unknown_fields=True):
    """Something could not be seen."""

    of: tuple[str, ...] = ()
    hides: tuple[str, ...] = ()


class AccessIs(msgspec.Struct, frozen=True, tag_field="kind", tag="access", forbid_unknown_fields=True):
    """The manifest asks for a special service or role."""

    door: tuple[str, ...] = ()


class PickerIs(msgspec.Struct, frozen=True, tag_field="kind", tag="picker", forbid_unknown_fields=True):
    """The code asks Android's contact picker."""

    many: bool | None = None


class All(msgspec.Struct, frozen=True, tag_field="kind", tag="all", forbid_unknown_fields=True):
    """Kleene's and: every part holds."""

    parts: tuple[Condition, ...]


class AnyOf(msgspec.Struct, frozen=True, tag_field="kind", tag="any", forbid_unknown_fields=True):
    """Kleene's or: at least one part holds."""

    parts: tuple[Condition, ...]


class Not(msgspec.Struct, frozen=True, tag_field="kind", tag="not", forbid_unknown_fields=True):
    """Kleene's not: unknown stays unknown."""

    part: Condition


Condition = PermissionIs | ReadIs | FlowIs | LimitationIs | AccessIs | PickerIs | All | AnyOf | Not


class Rule(msgspec.Struct, frozen=True):
    """One rule file, schema `permaudit/rule/1`; texts are English, translated by `rules/locales/`."""

    id: str
    group: str
    title: str
    severity: Severity
    confidence: Confidence
    why: str
    advice: str
    when: Condition
    references: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    since: str = ""
