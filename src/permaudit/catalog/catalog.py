"""The whole catalogue as one value, with the look-ups the stages ask for."""

from __future__ import annotations

from functools import cached_property

import msgspec

from permaudit.catalog.bridges import ScriptEntry
from permaudit.catalog.code_replacers import CodeReplacer
from permaudit.catalog.code_sources import CodeSources
from permaudit.catalog.hidden_code import HiddenCodeCatalog, native_mentions
from permaudit.catalog.libraries import Library
from permaudit.catalog.matching import UriMatcher
from permaudit.catalog.methods import Api, Callback, ComponentCatalog, Loader, Starter
from permaudit.catalog.permissions import DoorShape, PlatformPermission, SplitPermission
from permaudit.catalog.pickers import PickerCatalog
from permaudit.catalog.reflection import ReflectionCatalog
from permaudit.catalog.script_values import ScriptValues
from permaudit.catalog.scripts import ScriptFramework
from permaudit.catalog.signs import CallCatalog, FileEntry, PackerEntry, PublicKey, TextEntry
from permaudit.catalog.surfaces import MimeRow, Surface, Table, UriMatch, UriMethod
from permaudit.model.evidence import Surface as SurfaceName


class Catalog(msgspec.Struct, frozen=True, dict=True):
    """The Android surface as loaded from `rules/catalog/`; tuples keep the order of the files."""

    uri_fields: dict[str, str]
    uri_methods: dict[str, UriMethod]
    apis: tuple[Api, ...]
    surfaces: tuple[Surface, ...]
    tables: dict[str, Table]
    mime_rows: dict[str, MimeRow]
    callbacks: tuple[Callback, ...]
    script_entries: tuple[ScriptEntry, ...]
    components: ComponentCatalog
    starters: tuple[Starter, ...]
    pickers: PickerCatalog
    permissions: dict[str, PlatformPermission]
    split_permissions: tuple[SplitPermission, ...]
    doors: tuple[DoorShape, ...]
    libraries: tuple[Library, ...]
    loaders: tuple[Loader, ...]
    code_sources: CodeSources
    code_replacers: tuple[CodeReplacer, ...]
    reflection: ReflectionCatalog
    calls: CallCatalog
    texts: tuple[TextEntry, ...]
    files: tuple[FileEntry, ...]
    frameworks: tuple[ScriptFramework, ...]
    script_values: ScriptValues
    packers: tuple[PackerEntry, ...]
    public_keys: tuple[PublicKey, ...]
    hidden_code: HiddenCodeCatalog
    places: dict[str, tuple[str, ...]]

    @cached_property
    def plugin_lists(self) -> frozenset[str]:
        """Files of the package that name classes which a script framework makes."""
        return frozenset(each.file for each in self.script_entries if each.file is not None)

    def permission_of(self, surface: SurfaceName) -> str | None:
        """The permission that guards reading a surface; None where there is none."""
        return next((each.permission for each in self.surfaces if each.id == surface), None)

    @cached_property
    def _uris(self) -> UriMatcher:
        return UriMatcher(self.surfaces)

    @cached_property
    def _libraries_by_prefix(self) -> dict[str, Library]:
        return {each.prefix: each for each in self.libraries}

    @cached_property
    def _library_depth(self) -> int:
        return max((each.prefix.count("/") for each in self.libraries), default=0)

    @cached_property
    def native_mentions(self) -> tuple[str, ...]:
        """Texts that count as a mention of people's data where a native library holds them."""
        return native_mentions(self.hidden_code, self.surfaces, self.uri_fields)

    def match_uri(self, uri: str) -> UriMatch | None:
        """What a content URI addresses, `*` standing for pieces built at run time; None if it is no known surface."""
        return self._uris.match(uri)

    def owner_of(self, class_name: str) -> Library | None:
        """The library with the longest prefix of a class descriptor, `Lcom/squareup/picasso/Picasso;`."""
        owner = None
        end = 0
        for _ in range(self._library_depth):
            end = class_name.find("/", end) + 1
            if not end:
                break
            owner = self._libraries_by_prefix.get(class_name[:end], owner)
        return owner
