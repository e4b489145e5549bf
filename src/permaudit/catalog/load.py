"""Reading `rules/catalog/`: every file checked, names between files followed, and errors with file and line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from types import GenericAlias
from typing import TypeVar

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
from permaudit.documents import line_of, load_document
from permaudit.errors import RuleError
from permaudit.model.evidence import Trigger

__all__ = ["Catalog", "load_catalog"]

V = TypeVar("V", bound=msgspec.Struct)
UNKNOWN_TABLE = "unknown"
_LISTS = (
    "apis",
    "calls",
    "code-replacers",
    "doors",
    "files",
    "frameworks",
    "libraries",
    "loaders",
    "mime-rows",
    "packers",
    "permissions",
    "public-keys",
    "script-entries",
    "split-permissions",
    "starters",
    "strings",
    "surfaces",
    "uri-methods",
    "uris",
)
"""The files that are one list of entries each, so that a pack can add to them."""


def load_catalog(directory: Path, packs: Sequence[Path] = ()) -> Catalog:
    """Load the catalogue from `directory` (`rules/catalog`), and what the catalogues of packs add to its lists.

    Raises:
        RuleError: a file is missing or wrong, an entry stands twice, or names a table that does not exist; or a pack
            has a file that is no list of the catalogue.
    """
    files = _Files(directory, packs)
    tables = _load_tables(directory / "tables.yaml")
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
        components=_load_components(directory / "components.yaml"),
        starters=files.entries("starters.yaml", "starters", Starter, "method"),
        pickers=load_document(directory / "pickers.yaml", PickerCatalog),
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
        code_sources=_load_code_sources(directory / "code-sources.yaml"),
        reflection=_load_reflection(directory / "reflection.yaml"),
        calls=_load_calls(files),
        texts=files.entries("strings.yaml", "strings", TextEntry, "id", "text"),
        files=files.entries("files.yaml", "files", FileEntry, "id", "name"),
        frameworks=files.entries("frameworks.yaml", "frameworks", ScriptFramework, "id"),
        script_values=load_document(directory / "script-values.yaml", ScriptValues),
        packers=files.entries("packers.yaml", "packers", PackerEntry, "id"),
        public_keys=files.entries("public-keys.yaml", "public_keys", PublicKey, "name"),
        hidden_code=load_document(directory / "hidden-code.yaml", HiddenCodeCatalog),
        places=load_document(directory / "places.yaml", PlaceFile).members,
    )


class _Files:
    """The files of one catalogue, and of packs that add to its lists."""

    def __init__(self, directory: Path, packs: Sequence[Path]) -> None:
        self._directories = (directory, *packs)
        for pack in packs:
            for path in sorted(pack.iterdir()):
                if path.suffix != ".yaml" or path.stem not in _LISTS:
                    problem = f"a pack may add to {', '.join(f'{name}.yaml' for name in _LISTS)}, and to nothing else"
                    raise RuleError("rule-file", file=str(path), line=1, problem=problem)

    def paths(self, name: str) -> list[Path]:
        """The shipped file, then those of packs that have it."""
        shipped, *packs = (directory / name for directory in self._directories)
        return [shipped, *(path for path in packs if path.is_file())]

    def entries(self, name: str, key: str, kind: type[V], *identity: str) -> tuple[V, ...]:
        """The list in all files of a name; no two entries may agree in all attributes of `identity`."""
        return tuple(entry for _, _, entry in self.placed(name, key, kind, *identity))

    def placed(self, name: str, key: str, kind: type[V], *identity: str) -> list[tuple[Path, str, V]]:
        """As `entries`, each with its file and its place there."""
        file_type = msgspec.defstruct(
            "CatalogFile", [(key, GenericAlias(tuple, (kind, ...)))], forbid_unknown_fields=True
        )
        found = []
        for path in self.paths(name):
            entries: tuple[V, ...] = getattr(load_document(path, file_type), key)
            found += [(path, f".{key}[{index}]", entry) for index, entry in enumerate(entries)]
        _refuse_twice(found, identity)
        return found


def _refuse_twice(entries: Iterable[tuple[Path, str, msgspec.Struct]], identity: tuple[str, ...]) -> None:
    seen = set()
    for path, place, entry in entries:
        name = tuple(getattr(entry, attribute) for attribute in identity)
        if name in seen:
            shown = ", ".join(str(part) for part in name if part is not None)
            raise _error(path, place, f"'{shown}' stands twice")
        seen.add(name)


def _placed(path: Path, key: str, entries: tuple[V, ...]) -> list[tuple[Path, str, V]]:
    return [(path, f".{key}[{index}]", entry) for index, entry in enumerate(entries)]


def _error(path: Path, place: str, problem: str) -> RuleError:
    return RuleError("rule-file", file=str(path), line=line_of(path, place), problem=problem)


def _load_apis(files: _Files) -> tuple[Api, ...]:
    placed = files.placed("apis.yaml", "apis", Api, "id")
    _refuse_twice(placed, ("method",))
    for path, place, api in placed:
        if api.kind == "direct" and (api.surface is None or api.scope is None):
            raise _error(path, place, "a 'direct' API needs 'surface' and 'scope'")
        if api.result == "callback" and api.callback is None:
            raise _error(path, place, "the result comes in a callback, but 'callback' is missing")
        _refuse_positions(api, POSITIONS, path, place)
    return tuple(api for _, _, api in placed)


def _refuse_positions(entry: ExactMethodEntry, names: tuple[str, ...], path: Path, place: str) -> None:
    count = len(entry.parameters)
    for name in names:
        position = getattr(entry, name)
        if position is not None and not 0 <= position < count:
            raise _error(path, f"{place}.{name}", f"the method has no parameter {position}")


def _load_reflection(path: Path) -> ReflectionCatalog:
    file = load_document(path, ReflectionCatalog)
    _refuse_twice(_placed(path, "names", file.names), ("method",))
    _refuse_twice(_placed(path, "calls", file.calls), ("method",))
    for index, each in enumerate(file.names):
        _refuse_positions(each, ("named_by", "of"), path, f".names[{index}]")
    for index, call in enumerate(file.calls):
        _refuse_positions(call, ("receiver", "arguments"), path, f".calls[{index}]")
    return file


def _load_loaders(files: _Files) -> tuple[Loader, ...]:
    placed = files.placed("loaders.yaml", "loaders", Loader, "method")
    for path, place, each in placed:
        _refuse_positions(each, ("file", "content", "package", "flags"), path, place)
    return tuple(each for *_, each in placed)


def _load_code_sources(path: Path) -> CodeSources:
    file = load_document(path, CodeSources)
    _refuse_twice(_placed(path, "folders", file.folders), ("method",))
    _refuse_twice(_placed(path, "writes", file.writes), ("method",))
    for index, each in enumerate(file.writes):
        _refuse_positions(each, ("file", "content"), path, f".writes[{index}]")
    return file


def _load_calls(files: _Files) -> CallCatalog:
    found = [(path, load_document(path, CallCatalog)) for path in files.paths("calls.yaml")]
    apis = {name: text for _, file in found for name, text in file.apis.items()}
    calls = [each for path, file in found for each in _placed(path, "calls", file.calls)]
    uris = [each for path, file in found for each in _placed(path, "uris", file.uris)]
    asks = [each for path, file in found for each in _placed(path, "asks", file.asks)]
    answers = [each for path, file in found for each in _placed(path, "answers", file.answers)]
    _refuse_twice(calls, ("api", "method", "text"))
    _refuse_twice(uris, ("api", "uri"))
    _refuse_twice(asks, ("method", "text"))
    _refuse_twice(answers, ("method",))
    named = [(path, place, each.api) for path, place, each in calls] + [(p, place, each.api) for p, place, each in uris]
    for path, place, api in named:
        if api not in apis:
            raise _error(path, f"{place}.api", f"'apis' does not say what '{api}' does")
    for path, place, answer in answers:
        _refuse_positions(answer, ("answer",), path, place)
    return CallCatalog(
        apis,
        tuple(each for *_, each in calls),
        tuple(each for *_, each in uris),
        tuple(each for *_, each in asks),
        tuple(each for *_, each in answers),
    )


class _TableFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    groups: tuple[ColumnGroup, ...]
    tables: tuple[TableEntry, ...]


def _load_tables(path: Path) -> dict[str, Table]:
    file = load_document(path, _TableFile)
    _refuse_twice(_placed(path, "groups", file.groups), ("name",))
    _refuse_twice(_placed(path, "tables", file.tables), ("name",))
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


def _load_surfaces(files: _Files, tables: dict[str, Table]) -> tuple[Surface, ...]:
    placed = files.placed("surfaces.yaml", "surfaces", Surface, "id")
    for path, entry, surface in placed:
        seen = set()
        for position, uri_path in enumerate(surface.paths):
            place = f"{entry}.paths[{position}]"
            if uri_path.table not in tables and uri_path.table != UNKNOWN_TABLE:
                raise _error(path, f"{place}.table", f"no table is called '{uri_path.table}'")
            if uri_path.authority not in {None, *surface.authorities}:
                raise _error(path, f"{place}.authority", f"'{uri_path.authority}' is not an authority of the surface")
            if (uri_path.path, uri_path.authority) in seen:
                raise _error(path, place, f"'{uri_path.path}' stands twice")
            seen.add((uri_path.path, uri_path.authority))
    return tuple(surface for _, _, surface in placed)


def _load_script_entries(files: _Files) -> tuple[ScriptEntry, ...]:
    placed = files.placed("script-entries.yaml", "script_entries", ScriptEntry, *KINDS)
    for path, place, each in placed:
        if len(each.kinds) != 1:
            raise _error(
                path, place, "exactly one of 'annotation', 'method', 'class', 'made_in', 'file' and 'below' is needed"
            )
        if (each.class_name is None) != (not each.takes):
            raise _error(path, place, "'class' and 'takes' belong together")
        if (each.below is None) != (not each.ending):
            raise _error(path, place, "'below' and 'ending' belong together")
    return tuple(each for _, _, each in placed)


def _load_callbacks(files: _Files, scripts: tuple[ScriptEntry, ...]) -> tuple[Callback, ...]:
    callbacks = [_callback(each.method, each.trigger) for each in scripts if each.method is not None]
    seen: set[str | None] = {each.method for each in scripts}
    for path, place, group in files.placed("callbacks.yaml", "callbacks", CallbackGroup, "trigger"):
        for position, method in enumerate(group.methods):
            if method in seen:
                raise _error(path, f"{place}.methods[{position}]", f"'{method}' stands twice")
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


def _load_components(path: Path) -> ComponentCatalog:
    file = load_document(path, _ComponentFile)
    _refuse_twice(_placed(path, "lifecycle", file.lifecycle), ("component",))
    _refuse_twice(_placed(path, "action_triggers", file.action_triggers), ("action",))
    return ComponentCatalog(
        lifecycle={entry.component: tuple(map(_shape, entry.methods)) for entry in file.lifecycle},
        action_triggers={entry.action: entry.trigger for entry in file.action_triggers},
    )


def _shape(signature: str) -> MethodShape:
    name, bracket, rest = signature.partition("(")
    return MethodShape(name, bracket + rest)
