"""Single values that a package holds in JSON files, XML and string resources, as script frameworks read them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from permaudit.apk.archive import Archive, EntryError
from permaudit.apk.binary_xml import BinaryXmlError, Element, read_binary_xml
from permaudit.apk.resource_chunks import LARGEST_TABLE_BYTES, read_table
from permaudit.apk.resource_names import ResourceNames
from permaudit.apk.resources import Resources

LARGEST_SETTINGS_BYTES = 1 << 20
"""Larger files of settings are not read; those of large apps have some ten KB."""

_MOST_VALUES = 64


class SettingsError(Exception):
    """A file of settings is there and cannot be read."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


class Settings:
    """The settings in one APK; files are read when first asked for, and once. A larger resource table is left alone."""

    def __init__(self, archive: Archive, most_table_bytes: int = LARGEST_TABLE_BYTES) -> None:
        self._archive, self._most_table_bytes = archive, most_table_bytes
        self._json: dict[str, object] = {}
        self._xml: dict[str, Element | None] = {}
        self._table: Resources | None = None
        self._names: ResourceNames | None = None
        self._is_damaged = False

    @property
    def table_bytes(self) -> int:
        """How much of a resource table is kept."""
        return len(self._table.table) if self._table is not None else 0

    def json_values(self, file: str, key: str) -> list[str]:
        """The values under a key (names joined by dots) of a JSON file, as text; in each object of a list on the way.

        Raises:
            SettingsError: the file is damaged, too large, or no JSON.
        """
        if file not in self._json:
            try:
                # whatever depth somebody gives it, the parser stops with an error of its own
                self._json[file] = json.loads(self._archive.read(file, LARGEST_SETTINGS_BYTES).decode("utf-8-sig"))
            except (EntryError, ValueError, RecursionError):
                raise SettingsError(file) from None
        values: list[Any] = [self._json[file]]
        for name in key.split("."):
            values = _each([each.get(name) for each in values if isinstance(each, dict)])
        return [_text(each) for each in values if each is not None][:_MOST_VALUES]

    def xml_values(self, resource: str, tag: str, attribute: str, named: str | None) -> list[str]:
        """The attribute of each element `tag` of an XML resource that states it.

        With `named`, only of elements whose attribute `name` is this one, in capitals or not.

        Raises:
            SettingsError: the file is damaged, too large, or no XML.
        """
        root = self._xml_root(resource)
        found = [
            _value(element, attribute)
            for element in (root.walk() if root is not None else ())
            if element.tag == tag and (named is None or _value(element, "name").lower() == named.lower())
        ]
        return [each for each in found if each][:_MOST_VALUES]

    def string_values(self, name: str) -> list[str]:
        """The value of a string resource; empty if there is none.

        Raises:
            SettingsError: the resource table cannot be read.
        """
        value = self._resource("string", name)
        return [value] if value else []

    def _xml_root(self, resource: str) -> Element | None:
        if resource not in self._xml:
            file = self._resource("xml", resource)
            try:
                data = self._archive.read(file, LARGEST_SETTINGS_BYTES) if file else b""
                self._xml[resource] = read_binary_xml(data) if data else None
            except (EntryError, BinaryXmlError):
                raise SettingsError(file or resource) from None
        return self._xml[resource]

    def _resource(self, kind: str, name: str) -> str | None:
        if "resources.arsc" not in self._archive.entries:
            return None
        if self._table is None or self._names is None:
            self._table, self._names = self._read_table()
        number = self._names.find_id(kind, name)
        return None if number is None else self._table.string(number)

    def _read_table(self) -> tuple[Resources, ResourceNames]:
        if self._is_damaged or self._archive.entries["resources.arsc"].size > self._most_table_bytes:
            raise SettingsError("resources.arsc")
        try:
            table = read_table(self._archive)
        except EntryError:
            self._is_damaged = True
            raise SettingsError("resources.arsc") from None
        return Resources(table), ResourceNames(table)


def _value(element: Element, name: str) -> str:
    found = element.find_named(name)
    return found.string or "" if found is not None else ""


def _each(values: Iterable[Any]) -> list[Any]:
    """The values, and in the place of a list its members."""
    return [one for each in values for one in (each if isinstance(each, list) else [each])]


def _text(value: object) -> str:
    """What a script framework takes a value for: `true` and `false` as JSON writes them, no objects."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if isinstance(value, dict | list) else str(value)
