"""Reading `rules/catalog/`: every file checked, names between files followed, and errors with file and line."""

from __future__ import annotations

from pathlib import Path
from types import GenericAlias
from typing import TypeVar

import msgspec

from permaudit.catalog.catalog import Catalog
from permaudit.catalog.entries import (
    ActionTrigger,
    CallbackGroup,
    ColumnGroup,
    LifecycleEntry,
    TableEntry,
    UriField,
)
from permaudit.catalog.libraries import Library
from permaudit.catalog.methods import (
    POSITIONS,
    Api,
    Callback,
    ComponentCatalog,
    ExactMethodEntry,
    Loader,
    MethodShape,
    Starter,
)
from permaudit.catalog.permissions import DoorShape, PlatformPermission, SplitPermission
from permaudit.catalog.pickers import PickerCatalog
from permaudit.catalog.reflection import ReflectionCatalog
from permaudit.catalog.signs import CallCatalog, FileEntry, PackerEntry, PublicKey, TextEntry
from permaudit.catalog.surfaces import Field, MimeRow, Surface, Table, UriMethod
from permaudit.documents import line_of, load_document
from permaudit.errors import RuleError

__all__ = ["Catalog", "load_catalog"]

V = TypeVar("V", bound=msgspec.Struct)
UNKNOWN_TABLE = "unknown"


def load_catalog(directory: Path) -> Catalog:
    """Load the catalogue from `directory` (`rules/catalog`); other files there are not looked at.

    Raises:
        RuleError: a file is missing or wrong, an entry stands twice, or names a table that does not exist.
    """
    tables = _load_tables(directory / "tables.yaml")
    return Catalog(
        uri_fields={each.field: each.uri for each in _load_list(directory / "uris.yaml", "uris", UriField, "field")},
        uri_methods={
            each.method: each for each in _load_list(directory / "uri-methods.yaml", "uri_methods", UriMethod, "method")
        },
        apis=_load_apis(directory / "apis.yaml"),
        surfaces=_load_surfaces(directory / "surfaces.yaml", tables),
        tables=tables,
        mime_rows={
            each.mime_type: each for each in _load_list(directory / "mime-rows.yaml", "mime_rows", MimeRow, "mime_type")
        },
        callbacks=_load_callbacks(directory / "callbacks.yaml"),
        components=_load_components(directory / "components.yaml"),
        starters=_load_list(directory / "starters.yaml", "starters", Starter, "method"),
        pickers=load_document(directory / "pickers.yaml", PickerCatalog),
        permissions={
            each.name: each
            for each in _load_list(directory / "permissions.yaml", "permissions", PlatformPermission, "name")
        },
        split_permissions=_load_list(
            directory / "split-permissions.yaml", "split_permissions", SplitPermission, "declared", "below_target_sdk"
        ),
        doors=_load_list(directory / "doors.yaml", "doors", DoorShape, "door"),
        libraries=_load_list(directory / "libraries.yaml", "libraries", Library, "prefix"),
        loaders=_load_list(directory / "loaders.yaml", "loaders", Loader, "method"),
        reflection=_load_reflection(directory / "reflection.yaml"),
        calls=_load_calls(directory / "calls.yaml"),
        texts=_load_list(directory / "strings.yaml", "strings", TextEntry, "id", "text"),
        files=_load_list(directory / "files.yaml", "files", FileEntry, "id", "name"),
        packers=_load_list(directory / "packers.yaml", "packers", PackerEntry, "id"),
        public_keys=_load_list(directory / "public-keys.yaml", "public_keys", PublicKey, "name"),
    )


def _load_list(path: Path, key: str, kind: type[V], *identity: str) -> tuple[V, ...]:
    """Load a file that holds one list; no two entries may agree in all attributes of `identity`."""
    file_type = msgspec.defstruct("CatalogFile", [(key, GenericAlias(tuple, (kind, ...)))], forbid_unknown_fields=True)
    entries: tuple[V, ...] = getattr(load_document(path, file_type), key)
    _refuse_twice(entries, identity, path, key)
    return entries


def _refuse_twice(entries: tuple[V, ...], identity: tuple[str, ...], path: Path, key: str) -> None:
    seen = set()
    for index, entry in enumerate(entries):
        name = tuple(getattr(entry, attribute) for attribute in identity)
        if name in seen:
            shown = ", ".join(str(part) for part in name if part is not None)
            raise _error(path, f".{key}[{index}]", f"'{shown}' stands twice")
        seen.add(name)


def _error(path: Path, place: str, problem: str) -> RuleError:
    return RuleError("rule-file", file=str(path), line=line_of(path, place), problem=problem)


def _load_apis(path: Path) -> tuple[Api, ...]:
    apis = _load_list(path, "apis", Api, "id")
    _refuse_twice(apis, ("method",), path, "apis")
    for index, api in enumerate(apis):
        if api.kind == "direct" and (api.surface is None or api.scope is None):
            raise _error(path, f".apis[{index}]", "a 'direct' API needs 'surface' and 'scope'")
        if api.result == "callback" and api.callback is None:
            raise _error(path, f".apis[{index}]", "the result comes in a callback, but 'callback' is missing")
        _refuse_positions(api, POSITIONS, path, f".apis[{index}]")
    return apis


def _refuse_positions(entry: ExactMethodEntry, names: tuple[str, ...], path: Path, place: str) -> None:
    count = len(entry.parameters)
    for name in names:
        position = getattr(entry, name)
        if position is not None and not 0 <= position < count:
            raise _error(path, f"{place}.{name}", f"the method has no parameter {position}")


def _load_reflection(path: Path) -> ReflectionCatalog:
    file = load_document(path, ReflectionCatalog)
    _refuse_twice(file.names, ("method",), path, "names")
    _refuse_twice(file.calls, ("method",), path, "calls")
    for index, each in enumerate(file.names):
        _refuse_positions(each, ("named_by", "of"), path, f".names[{index}]")
    for index, call in enumerate(file.calls):
        _refuse_positions(call, ("receiver", "arguments"), path, f".calls[{index}]")
    return file


def _load_calls(path: Path) -> CallCatalog:
    file = load_document(path, CallCatalog)
    _refuse_twice(file.calls, ("api", "method", "text"), path, "calls")
    _refuse_twice(file.uris, ("api", "uri"), path, "uris")
    _refuse_twice(file.asks, ("method", "text"), path, "asks")
    _refuse_twice(file.answers, ("method",), path, "answers")
    named = [(f".calls[{index}]", each.api) for index, each in enumerate(file.calls)]
    named += [(f".uris[{index}]", each.api) for index, each in enumerate(file.uris)]
    for place, api in named:
        if api not in file.apis:
            raise _error(path, f"{place}.api", f"'apis' above does not say what '{api}' does")
    for index, answer in enumerate(file.answers):
        _refuse_positions(answer, ("answer",), path, f".answers[{index}]")
    return file


class _TableFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    groups: tuple[ColumnGroup, ...]
    tables: tuple[TableEntry, ...]


def _load_tables(path: Path) -> dict[str, Table]:
    file = load_document(path, _TableFile)
    _refuse_twice(file.groups, ("name",), path, "groups")
    _refuse_twice(file.tables, ("name",), path, "tables")
    groups = {group.name: group.columns for group in file.groups}
    tables = {}
    for index, entry in enumerate(file.tables):
        columns: dict[str, tuple[Field, ...]] = {}
        for position, name in enumerate(entry.includes):
            if name not in groups:
                raise _error(path, f".tables[{index}].includes[{position}]", f"no column group is called '{name}'")
            columns |= groups[name]
        tables[entry.name] = Table(name=entry.name, columns=columns | entry.columns, mime=entry.mime)
    return tables


def _load_surfaces(path: Path, tables: dict[str, Table]) -> tuple[Surface, ...]:
    surfaces = _load_list(path, "surfaces", Surface, "id")
    for index, surface in enumerate(surfaces):
        seen = set()
        for position, uri_path in enumerate(surface.paths):
            place = f".surfaces[{index}].paths[{position}]"
            if uri_path.table not in tables and uri_path.table != UNKNOWN_TABLE:
                raise _error(path, f"{place}.table", f"no table is called '{uri_path.table}'")
            if uri_path.authority not in {None, *surface.authorities}:
                raise _error(path, f"{place}.authority", f"'{uri_path.authority}' is not an authority of the surface")
            if (uri_path.path, uri_path.authority) in seen:
                raise _error(path, place, f"'{uri_path.path}' stands twice")
            seen.add((uri_path.path, uri_path.authority))
    return surfaces


def _load_callbacks(path: Path) -> tuple[Callback, ...]:
    callbacks = []
    seen = set()
    for index, group in enumerate(_load_list(path, "callbacks", CallbackGroup, "trigger")):
        for position, method in enumerate(group.methods):
            if method in seen:
                raise _error(path, f".callbacks[{index}].methods[{position}]", f"'{method}' stands twice")
            seen.add(method)
            class_name, _, signature = method.partition("->")
            name, bracket, rest = signature.partition("(")
            callbacks.append(Callback(class_name, name, bracket + rest, group.trigger))
    return tuple(callbacks)


class _ComponentFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    lifecycle: tuple[LifecycleEntry, ...]
    action_triggers: tuple[ActionTrigger, ...]


def _load_components(path: Path) -> ComponentCatalog:
    file = load_document(path, _ComponentFile)
    _refuse_twice(file.lifecycle, ("component",), path, "lifecycle")
    _refuse_twice(file.action_triggers, ("action",), path, "action_triggers")
    return ComponentCatalog(
        lifecycle={entry.component: tuple(map(_shape, entry.methods)) for entry in file.lifecycle},
        action_triggers={entry.action: entry.trigger for entry in file.action_triggers},
    )


def _shape(signature: str) -> MethodShape:
    name, bracket, rest = signature.partition("(")
    return MethodShape(name, bracket + rest)
