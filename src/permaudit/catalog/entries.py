"""Entries as the YAML files write them, where that differs from the value the stages use."""

from __future__ import annotations

import msgspec

from permaudit.catalog.methods import ComponentName
from permaudit.catalog.references import ContentUri, FieldReference, MethodReference, MethodSignature
from permaudit.catalog.surfaces import Field
from permaudit.model.evidence import Trigger


class UriField(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A static field of the framework that holds a content URI."""

    field: FieldReference
    uri: ContentUri


class ColumnGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Columns that several tables share; never a table itself."""

    name: str
    columns: dict[str, tuple[Field, ...]]


class TableEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table as written in YAML: its own columns, which win over those of the groups it includes."""

    name: str
    mime: bool = False
    includes: tuple[str, ...] = ()
    columns: dict[str, tuple[Field, ...]] = {}


class CallbackGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Callbacks of one trigger, as written in YAML."""

    trigger: Trigger
    methods: tuple[MethodReference, ...]


class LifecycleEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The methods Android calls on one kind of component, as written in YAML."""

    component: ComponentName
    methods: tuple[MethodSignature, ...]


class ActionTrigger(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What has happened when a component is started by this intent action."""

    action: str
    trigger: Trigger
