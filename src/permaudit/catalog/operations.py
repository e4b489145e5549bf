"""What library methods do to values, how selections and cursors are read: `rules/catalog/operations.yaml`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import msgspec

from permaudit.catalog.files import CatalogFiles

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
    "lower-case",
    "percent-decode",
    "form-decode",
    "lower-case-scheme",
    "parse-intent",
    "concat",
    "format",
    "replace",
    "row",
    "class-for-name",
    "field-of-class",
    "field-value",
    "class-of-object",
    "method-of-class",
    "constructor-of-class",
    "method-of-lookup",
    "last-argument",
    "picked",
    "collect",
    "items",
    "element",
    "first-element",
    "intent",
    "data",
    "extra",
    "unknown",
]


class OperationEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One library method (`class->name` for all overloads) and what it does."""

    method: str
    does: Does


class Handover(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"given_by": "from"}):
    """The system gives argument word `word` of a method what was given to another method of the same object.

    `of` is the class both belong to; `given_by` are name and descriptor, `position` counts declared parameters.
    """

    takes: str
    word: int
    of: str
    given_by: tuple[str, ...]
    position: int


class CarryingField(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"given_by": "from"}):
    """A platform field (`class->name`) that a method sets from one of its declared parameters."""

    field: str
    given_by: str
    position: int


class Selections(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Columns whose conditions keep most rows, and columns that name one person."""

    keep_most: frozenset[str]
    name_one: frozenset[str]


class Contracts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Activity result contracts that ask for a permission: their classes, and texts in what they ask and hear."""

    permission: frozenset[str]
    marks: frozenset[str]
    answers: frozenset[str]


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
    puts: frozenset[str]
    changes: frozenset[str]
    changes_arguments: frozenset[str]
    letter_classes: tuple[str, ...]
    plain_text_methods: frozenset[str]
    handovers: tuple[Handover, ...]
    carrying_fields: tuple[CarryingField, ...]
    cursor: CursorMethods

    def by_method(self) -> dict[str, Does]:
        """Operations by `class->name`."""
        return {entry.method: entry.does for entry in self.operations}


def load_operations(directory: Path, packs: Sequence[Path] = ()) -> Operations:
    """Read `operations.yaml` from the catalogue directory, and what the catalogues of packs add to its lists."""
    return CatalogFiles(directory, packs).parts("operations.yaml", Operations).joined()
