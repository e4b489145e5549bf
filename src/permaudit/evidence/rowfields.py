"""From column names to what they mean to people: names, numbers, addresses."""

from __future__ import annotations

from collections.abc import Iterable

from permaudit.catalog.catalog import Catalog

_DATA_COLUMNS = frozenset(f"data{number}" for number in range(1, 16))


def fields_of_columns(catalog: Catalog, table: str, columns: Iterable[str], mime_types: Iterable[str]) -> set[str]:
    """The human fields that `columns` of a catalogue table name.

    In a table whose rows are of many kinds, dataN means what the MIME types that the code names say it means.
    """
    known = catalog.tables.get(table)
    fields: set[str] = set()
    kinds = [catalog.mime_rows[each] for each in mime_types if each in catalog.mime_rows]
    for column in columns:
        plain = column.strip().rpartition(".")[2]
        if known is not None:
            fields.update(known.columns.get(plain) or known.columns.get(plain.lower(), ()))
        if plain in _DATA_COLUMNS and known is not None and known.mime:
            for kind in kinds:
                fields.update(kind.columns.get(plain, ()))
    return fields
