"""The fields of the program's classes: what a reference names, who declares it, and its initial value."""

from __future__ import annotations

import numpy as np

from permaudit.dex.body import MethodBody
from permaudit.dex.damage import DexDamageError
from permaudit.dex.encoded import Encoded, declared_fields, static_field_values, static_fields
from permaudit.dex.program import Program
from permaudit.dex.symbols import bounds_of


class ProgramFields:
    """Looks fields up by name and type, each class once; classes are addressed by type numbers."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.symbols = program.symbols
        self.hierarchy = program.hierarchy
        self._fields_at: dict[tuple[int, int], tuple[int, bytes, bytes] | None] = {}
        self._field_ids: dict[tuple[tuple[int, ...], bytes, bytes], list[tuple[int, int]]] = {}
        self._fields: dict[int, set[tuple[bytes, bytes]]] = {}
        self._statics: dict[int, dict[tuple[bytes, bytes], tuple[int, Encoded]]] = {}

    def type_at(self, body: MethodBody, type_id: int) -> int:
        """The global type number of a type id of the body's DEX file, or -1."""
        type_map = self.symbols.type_maps[body.file]
        return int(type_map[type_id]) if 0 <= type_id < len(type_map) else -1

    def field_at(self, body: MethodBody, field_id: int) -> tuple[int, bytes, bytes] | None:
        """A field reference as (global type number of its class, name, type descriptor)."""
        key = (body.file, field_id)
        if key not in self._fields_at:
            tables, known = body.tables, None
            if 0 <= field_id < len(tables.field_names):
                kind_id = int(tables.type_names[int(tables.field_types[field_id])])
                name, kind = tables.strings.raw_many([int(tables.field_names[field_id]), kind_id])
                known = (self.type_at(body, int(tables.field_classes[field_id])), name, kind)
            self._fields_at[key] = known
        return self._fields_at[key]

    def field_ids(self, types: list[int], name: bytes, kind: bytes) -> list[tuple[int, int]]:
        """All (DEX file number, field id) of references to a field of that name and type in any of `types`."""
        key = (tuple(types), name, kind)
        if key not in self._field_ids:
            self._field_ids[key] = self._find_field_ids(types, name, kind)
        return self._field_ids[key]

    def _find_field_ids(self, types: list[int], name: bytes, kind: bytes) -> list[tuple[int, int]]:
        found = []
        for file, tables in enumerate(self.program.files):
            wanted = np.flatnonzero(np.isin(self.symbols.type_maps[file], types))
            for local in wanted.tolist():
                low, high = bounds_of(tables.field_classes, local)
                for field in range(int(low), int(high)):
                    if tables.strings.raw(int(tables.field_names[field])) == name:
                        type_name = int(tables.type_names[int(tables.field_types[field])])
                        if tables.strings.raw(type_name) == kind:
                            found.append((file, field))
        return found

    def declares_field(self, type_number: int, name: bytes, kind: bytes) -> bool:
        """Whether a class of the app itself declares a field of that name and type."""
        return (name, kind) in self.own_fields(type_number)

    def own_fields(self, type_number: int) -> set[tuple[bytes, bytes]]:
        """Name and type of the fields that a class of the app itself declares."""
        if type_number not in self._fields:
            file, row = int(self.hierarchy.class_files[type_number]), int(self.hierarchy.class_rows[type_number])
            names: set[tuple[bytes, bytes]] = set()
            if file >= 0:
                tables = self.program.files[file]
                for field in declared_fields(tables, row):
                    type_name = int(tables.type_names[int(tables.field_types[field])])
                    names.add((tables.strings.raw(int(tables.field_names[field])), tables.strings.raw(type_name)))
            self._fields[type_number] = names
        return self._fields[type_number]

    def static_value(self, type_number: int, name: bytes, kind: bytes) -> tuple[int, Encoded] | None:
        """The initial value of a static field that the app defines: (DEX file number, value), or None."""
        if type_number not in self._statics:
            self._statics[type_number] = self._read_statics(type_number)
        return self._statics[type_number].get((name, kind))

    def static_values(self, type_number: int) -> list[tuple[bytes, bytes, str | int | None]]:
        """Name, type and initial value of a class's own static fields; None for what is no text or number."""
        if type_number not in self._statics:
            self._statics[type_number] = self._read_statics(type_number)
        found: list[tuple[bytes, bytes, str | int | None]] = []
        for (name, kind), (file, stated) in self._statics[type_number].items():
            match stated.kind:
                case "string":
                    found.append((name, kind, self.program.files[file].strings.text(stated.value)))
                case "integer" | "boolean" | "null":
                    found.append((name, kind, stated.value))
                case _:
                    found.append((name, kind, None))
        return found

    def _read_statics(self, type_number: int) -> dict[tuple[bytes, bytes], tuple[int, Encoded]]:
        file, row = int(self.hierarchy.class_files[type_number]), int(self.hierarchy.class_rows[type_number])
        if file < 0:
            return {}
        tables = self.program.files[file]
        try:
            fields = static_fields(tables, row)
        except DexDamageError:
            return {}
        values = static_field_values(tables, row)
        found = {}
        for field in fields:
            name, kind = tables.strings.raw_many(
                [int(tables.field_names[field]), int(tables.type_names[int(tables.field_types[field])])]
            )
            found[name, kind] = (file, values.get(field, Encoded("null")))
        return found
