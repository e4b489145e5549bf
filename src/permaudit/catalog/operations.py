"""What library methods do to values, how selections and cursors are read: `rules/catalog/operations.yaml`."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from permaudit.documents import load_document

Does = Literal[
    "parse-uri",
    "append-path",
    "append-segment",
    "append-query",
    "append-text",
    "set-scheme",
    "set-authority",
    "set-path",
    "build",
    "same",
    "concat",
    "format",
    "replace",
    "row",
    "class-for-name",
    "field-of-class",
    "field-value",
    "picked",
    "unknown",
]


class OperationEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One library method (`class->name` for all overloads) and what it does."""

    method: str
    does: Does


class Selections(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Columns whose conditions keep most rows, and columns that name one person."""

    keep_most: frozenset[str]
    name_one: frozenset[str]


class Contracts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Activity result contracts that ask for a permission: their classes, and texts their code holds."""

    permission: frozenset[str]
    marks: frozenset[str]


class CursorMethods(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Cursor types, and the names of methods that hand out values, look up columns, say nothing, or step on."""

    types: frozenset[str]
    values: frozenset[str]
    columns: frozenset[str]
    neutral: frozenset[str]
    next: frozenset[str]


class Operations(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    operations: tuple[OperationEntry, ...]
    selections: Selections
    contracts: Contracts
    subscribers: frozenset[str]
    cursor: CursorMethods

    def by_method(self) -> dict[str, Does]:
        """Operations by `class->name`."""
        return {entry.method: entry.does for entry in self.operations}


def load_operations(directory: Path) -> Operations:
    """Read `operations.yaml` from the catalogue directory."""
    return load_document(directory / "operations.yaml", Operations)
