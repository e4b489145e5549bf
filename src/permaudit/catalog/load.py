"""Reading `rules/catalog/`: every file checked, names between files followed, and errors with file and line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from permaudit.catalog.bridges import KINDS, ScriptEntry
from permaudit.catalog.catalog import Catalog
from permaudit.catalog.code_replacers import CodeReplacer
from permaudit.catalog.code_sources import CodeSources
from permaudit.catalog.entries import (
    ActionTrigger,
    CallbackGroup,
    ColumnGroup,
    LifecycleEntry,
    TableEntry,
    UriField,
)
from permaudit.catalog.files import CatalogFiles, error_at, refuse_twice
from permaudit.catalog.hidden_code import HiddenCodeCatalog
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
from permaudit.catalog.script_values import ScriptValues
from permaudit.catalog.scripts import ScriptFramework
from permaudit.catalog.signs import CallCatalog, FileEntry, PackerEntry, PlaceFile, PublicKey, TextEntry
from permaudit.catalog.surfaces import Field, MimeRow, Surface, Table, UriMethod
from permaudit.documents import load_document
from permaudit.errors import RuleError
from permaudit.model.evidence import Trigger

__all__ = ["Catalog", "load_catalog"]

UNKNOWN_TABLE = "unknown"
_SHIPPED_ONLY = ("places", "wording")
"""The files that a pack cannot add to: what is an answer of this project, and what lint holds texts against."""


def load_catalog(directory: Path, packs: Sequence[Path] = ()) -> Catalog:
    """Load the catalogue from `directory` (`rules/catalog`), and what the catalogues of packs add to its lists.

    Raises:
        RuleError: a file is missing or wrong, an entry stands twice, or names a table that does not exist; or a pack
            has a file that adds to none of the catalogue.
    """
    _refuse_other_files(directory, packs)
    files = CatalogFiles(directory, packs)
    tables = _load_tables(files)
    scripts = _load_script_entries(files)
    return Catalog(
        uri_fields={each.field: each.uri for each in files.entries("uris.yaml", "uris", UriField, "field")},
        uri_methods={
            each.method: each for each in files.entries("uri-methods.yaml", "uri_methods", UriMethod, "method")
        },
        apis=_load_apis(files),
        surfaces=_load_surfaces(files, tables),
        tables=tables,
        mime_rows={each.mime_type: each for each in files.entries("mime-rows.yaml", "mime_rows", MimeRow, "mime_type")},
        callbacks=_load_callbacks(files, scripts),
        script_entries=scripts,
        components=_load_components(files),
        starters=files.entries("starters.yaml", "starters", Starter, "method"),
        pickers=files.parts("pickers.yaml", PickerCatalog).joined(),
        permissions={
            each.name: each for each in files.entries("permissions.yaml", "permissions", PlatformPermission, "name")
        },
        split_permissions=files.entries(
            "split-permissions.yaml", "split_permissions", SplitPermission, "declared", "below_target_sdk"
        ),
        doors=files.entries("doors.yaml", "doors", DoorShape, "door"),
        libraries=files.entries("libraries.yaml", "libraries", Library, "prefix"),
        loaders=_load_loaders(files),
        code_replacers=files.entries("code-replacers.yaml", "code_replacers", CodeReplacer, "id"),
        code_sources=_load_code_sources(files),
        reflection=_load_reflection(files),
        calls=_load_calls(files),
        texts=files.entries("strings.yaml", "strings", TextEntry, "id", "text"),
        files=files.entries("files.yaml", "files", FileEntry, "id", "name"),
        frameworks=files.entries("frameworks.yaml", "frameworks", ScriptFramework, "id"),
        script_values=load_document(directory / "script-values.yaml", ScriptValues),
        packers=files.entries("packers.yaml", "packers", PackerEntry, "id"),
        public_keys=files.entries("public-keys.yaml", "public_keys", PublicKey, "name"),
        hidden_code=files.parts("hidden-code.yaml", HiddenCodeCatalog).joined(),
        places=load_document(directory / "places.yaml", PlaceFile).members,
    )


def _refuse_other_files(directory: Path, packs: Iterable[Path]) -> None:
    names = sorted({path.stem for path in directory.glob("*.yaml")} - {*_SHIPPED_ONLY})
    for pack in packs:
        for path in sorted(pack.iterdir()):
            if path.suffix != ".yaml" or path.stem not in names:
                problem = f"a pack may add to {', '.join(f'{name}.yaml' for name in names)}, and to nothing else"
                raise RuleError("rule-file", file=str(path), line=1, problem=problem)


def _load_apis(files: CatalogFiles) -> tuple[Api, ...]:
    placed = files.placed("apis.yaml", "apis", Api, "id")
    refuse_twice(placed, ("method",))
    for path, place, api in placed:
        if api.kind == "direct" and (api.surface is None or api.scope is None):
            raise error_at(path, place, "a 'direct' API needs 'surface' and 'scope'")
        if api.result == "callback" and api.callback is None:
            raise error_at(path, place, "the result comes in a callback, but 'callback' is missing")
        _refuse_positions(api, POSITIONS, path, place)
    return tuple(api for _, _, api in placed)


def _refuse_positions(entry: ExactMethodEntry, names: tuple[str, ...], path: Path, place: str) -> None:
    count = len(entry.parameters)
    for name in names:
        position = getattr(entry, name)
        if position is not None and not 0 <= position < count:
            raise error_at(path, f"{place}.{name}", f"the method has no parameter {position}")


def _load_reflection(files: CatalogFiles) -> ReflectionCatalog:
    parts = files.parts("reflection.yaml", ReflectionCatalog)
    names, calls = parts.placed("names"), parts.placed("calls")
    refuse_twice(names, ("method",))
    refuse_twice(calls, ("method",))
    for path, place, each in names:
        _refuse_positions(each, ("named_by", "of"), path, place)
    for path, place, call in calls:
        _refuse_positions(call, ("receiver", "arguments"), path, place)
    return parts.joined()


def _load_loaders(files: CatalogFiles) -> tuple[Loader, ...]:
    placed = files.placed("loaders.yaml", "loaders", Loader, "method")
    for path, place, each in placed:
        _refuse_positions(each, ("file", "content", "package", "flags"), path, place)
    return tuple(each for *_, each in placed)


def _load_code_sources(files: CatalogFiles) -> CodeSources:
    parts = files.parts("code-sources.yaml", CodeSources)
    refuse_twice(parts.placed("folders"), ("method",))
    refuse_twice(parts.placed("writes"), ("method",))
    for path, place, each in parts.placed("writes"):
        _refuse_positions(each, ("file", "content"), path, place)
    return parts.joined()


def _load_calls(files: CatalogFiles) -> CallCatalog:
    parts = files.parts("calls.yaml", CallCatalog)
    calls, uris, answers = parts.placed("calls"), parts.placed("uris"), parts.placed("answers")
    refuse_twice(calls, ("api", "method", "text"))
    refuse_twice(uris, ("api", "uri"))
    refuse_twice(parts.placed("asks"), ("method", "text"))
    refuse_twice(answers, ("method",))
    catalog = parts.joined()
    for path, place, call in (*calls, *uris):
        if call.api not in catalog.apis:
            raise error_at(path, f"{place}.api", f"'apis' does not say what '{call.api}' does")
    for path, place, answer in answers:
        _refuse_positions(answer, ("answer",), path, place)
    return catalog


class _TableFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    groups: tuple[ColumnGroup, ...]
    tables: tuple[TableEntry, ...]


def _load_tables(files: CatalogFiles) -> dict[str, Table]:
    parts = files.parts("tables.yaml", _TableFile)
    refuse_twice(parts.placed("groups"), ("name",))
    refuse_twice(parts.placed("tables"), ("name",))
    groups: dict[str, dict[str, tuple[Field, ...]]] = {
        group.name: group.columns for *_, group in parts.placed("groups")
    }
    tables = {}
    for path, place, entry in parts.placed("tables"):
        columns: dict[str, tuple[Field, ...]] = {}
        for position, name in enumerate(entry.includes):
            if name not in groups:
                raise error_at(path, f"{place}.includes[{position}]", f"no column group is called '{name}'")
            columns |= groups[name]
        tables[entry.name] = Table(name=entry.name, columns=columns | entry.columns, mime=entry.mime)
    return tables


def _load_surfaces(files: CatalogFiles, tables: dict[str, Table]) -> tuple[Surface, ...]:
    placed = files.placed("surfaces.yaml", "surfaces", Surface, "id")
    for path, entry, surface in placed:
        seen = set()
        for position, uri_path in enumerate(surface.paths):
            place = f"{entry}.paths[{position}]"
            if uri_path.table not in tables and uri_path.table != UNKNOWN_TABLE:
                raise error_at(path, f"{place}.table", f"no table is called '{uri_path.table}'")
            if uri_path.authority not in {None, *surface.authorities}:
                raise error_at(path, f"{place}.authority", f"'{uri_path.authority}' is not an authority of the surface")
            if (uri_path.path, uri_path.authority) in seen:
                raise error_at(path, place, f"'{uri_path.path}' stands twice")
            seen.add((uri_path.path, uri_path.authority))
    return tuple(surface for _, _, surface in placed)


def _load_script_entries(files: CatalogFiles) -> tuple[ScriptEntry, ...]:
    placed = files.placed("script-entries.yaml", "script_entries", ScriptEntry, *KINDS)
    for path, place, each in placed:
        if len(each.kinds) != 1:
            raise error_at(
                path, place, "exactly one of 'annotation', 'method', 'class', 'made_in', 'file' and 'below' is needed"
            )
        if (each.class_name is None) != (not each.takes):
            raise error_at(path, place, "'class' and 'takes' belong together")
        if (each.below is None) != (not each.ending):
            raise error_at(path, place, "'below' and 'ending' belong together")
    return tuple(each for _, _, each in placed)


def _load_callbacks(files: CatalogFiles, scripts: tuple[ScriptEntry, ...]) -> tuple[Callback, ...]:
    callbacks = [_callback(each.method, each.trigger) for each in scripts if each.method is not None]
    seen: set[str | None] = {each.method for each in scripts}
    groups = files.placed("callbacks.yaml", "callbacks", CallbackGroup)
    for written in files.paths("callbacks.yaml"):  # a pack adds to the groups of the shipped file
        refuse_twice((each for each in groups if each[0] == written), ("trigger",))
    for path, place, group in groups:
        for position, method in enumerate(group.methods):
            if method in seen:
                raise error_at(path, f"{place}.methods[{position}]", f"'{method}' stands twice")
            seen.add(method)
            callbacks.append(_callback(method, group.trigger))
    return tuple(callbacks)


def _callback(method: str, trigger: Trigger) -> Callback:
    class_name, _, signature = method.partition("->")
    name, bracket, rest = signature.partition("(")
    return Callback(class_name, name, bracket + rest, trigger)


class _ComponentFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    lifecycle: tuple[LifecycleEntry, ...]
    action_triggers: tuple[ActionTrigger, ...]


def _load_components(files: CatalogFiles) -> ComponentCatalog:
    parts = files.parts("components.yaml", _ComponentFile)
    refuse_twice(parts.placed("lifecycle"), ("component",))
    refuse_twice(parts.placed("action_triggers"), ("action",))
    file = parts.joined()
    return ComponentCatalog(
        lifecycle={entry.component: tuple(map(_shape, entry.methods)) for entry in file.lifecycle},
        action_triggers={entry.action: entry.trigger for entry in file.action_triggers},
    )


def _shape(signature: str) -> MethodShape:
    name, bracket, rest = signature.partition("(")
    return MethodShape(name, bracket + rest)
