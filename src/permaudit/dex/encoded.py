"""Encoded values: what static fields hold before any code runs.

Layout: encoded_array_item and encoded_value in the DEX format description.
"""

from __future__ import annotations

from dataclasses import dataclass

from permaudit.dex.damage import DexDamageError
from permaudit.dex.tables import DexTables
from permaudit.dex.uleb import read_uleb

_STRING, _TYPE, _ARRAY, _ANNOTATION, _NULL, _BOOLEAN = 0x17, 0x18, 0x1C, 0x1D, 0x1E, 0x1F
_INTEGERS = {0x00, 0x02, 0x03, 0x04, 0x06}
_METHOD_TYPE = 0x15
_METHOD_HANDLE = 0x16


@dataclass(frozen=True, slots=True)
class Encoded:
    """One value: `kind` is string, type, integer, null, boolean or other; `value` an id or a number."""

    kind: str
    value: int = 0


def static_field_values(tables: DexTables, row: int) -> dict[int, Encoded]:
    """Initial values of the static fields of class definition `row`, by field id; those not stated are null or 0.

    Broken data gives what could be read before the break.
    """
    values: dict[int, Encoded] = {}
    try:
        fields = static_fields(tables, row)
        stated = read_array(tables, int(tables.classes["static_values"][row]), len(fields))
    except DexDamageError:
        return values
    for number, field in enumerate(fields):
        values[field] = stated[number] if number < len(stated) else Encoded("null")
    return values


def static_fields(tables: DexTables, row: int) -> list[int]:
    """Field ids of the static fields that a class definition declares, in order.

    Raises:
        DexDamageError: the class data runs over the end of the file.
    """
    return _read_fields(tables, row)[0]


def declared_fields(tables: DexTables, row: int) -> list[int]:
    """Field ids of all fields that a class definition declares; none if its class data is broken."""
    try:
        statics, instances = _read_fields(tables, row)
    except DexDamageError:
        return []
    return statics + instances


def _read_fields(tables: DexTables, row: int) -> tuple[list[int], list[int]]:
    offset = int(tables.classes["data"][row])
    if not offset:
        return [], []
    counts = []
    for _ in range(4):
        count, offset = read_uleb(tables.data, offset)
        counts.append(count)
    lists: list[list[int]] = []
    for count in counts[:2]:
        fields: list[int] = []
        field = 0
        for _ in range(min(count, len(tables.field_names))):
            difference, offset = read_uleb(tables.data, offset)
            _, offset = read_uleb(tables.data, offset)
            field += difference
            if field >= len(tables.field_names):
                raise DexDamageError("class data points outside the field table")
            fields.append(field)
        lists.append(fields)
    return lists[0], lists[1]


def read_array(tables: DexTables, offset: int, most: int) -> list[Encoded]:
    """Read an encoded_array_item at `offset` (0: none), at most `most` values.

    Raises:
        DexDamageError: it runs over the end of the file or nests too deeply.
    """
    if not offset:
        return []
    size, offset = read_uleb(tables.data, offset)
    result = []
    for _ in range(min(size, most)):
        value, offset = _read_value(tables.data, offset, 0)
        result.append(value)
    return result


def _read_value(data: bytes, offset: int, depth: int) -> tuple[Encoded, int]:
    if offset >= len(data) or depth > 16:  # noqa: PLR2004  deeper nesting is an attack
        raise DexDamageError("an encoded value runs over its end")
    head = data[offset]
    kind, argument = head & 0x1F, head >> 5
    offset += 1
    if kind == _NULL:
        return Encoded("null"), offset
    if kind == _BOOLEAN:
        return Encoded("boolean", argument), offset
    if kind == _ARRAY:
        return Encoded("other"), _skip_list(data, offset, depth, named=False)
    if kind == _ANNOTATION:
        _, offset = read_uleb(data, offset)
        return Encoded("other"), _skip_list(data, offset, depth, named=True)
    raw = data[offset : offset + argument + 1]
    if len(raw) <= argument:
        raise DexDamageError("an encoded value runs over its end")
    offset += argument + 1
    if kind in _INTEGERS:
        return Encoded("integer", int.from_bytes(raw, "little", signed=kind != 0x03)), offset  # noqa: PLR2004  char
    number = int.from_bytes(raw, "little")
    return Encoded({_STRING: "string", _TYPE: "type"}.get(kind, "other"), number), offset


def _skip_list(data: bytes, offset: int, depth: int, *, named: bool) -> int:
    size, offset = read_uleb(data, offset)
    for _ in range(min(size, len(data))):
        if named:
            _, offset = read_uleb(data, offset)
        _, offset = _read_value(data, offset, depth + 1)
    return offset


@dataclass(frozen=True, slots=True)
class CallSite:
    """An invoke-custom call site: the name and proto ids of what it makes, and the methods its handles name.

    For a lambda `name` is the interface's method, the proto's return type the interface, and the last method the
    lambda's body. The bootstrap method is left out.
    """

    name: int
    proto: int
    methods: tuple[int, ...]


def read_call_site(tables: DexTables, call_site: int) -> CallSite:
    """Read a call_site_item (call_site_id_item in the DEX format description).

    Raises:
        DexDamageError: the call site lies outside the file.
    """
    at = tables.header.call_sites.offset + 4 * call_site
    offset = int.from_bytes(tables.data[at : at + 4], "little")
    size, offset = read_uleb(tables.data, offset)
    name = proto = -1
    methods = []
    for number in range(min(size, 256)):
        head = tables.data[offset] if offset < len(tables.data) else 0
        operand = int.from_bytes(tables.data[offset + 1 : offset + 2 + (head >> 5)], "little")
        if number == 1 and head & 0x1F == _STRING:
            name = operand
        elif number == 2 and head & 0x1F == _METHOD_TYPE:  # noqa: PLR2004  third of the three fixed arguments
            proto = operand
        elif number > 2 and head & 0x1F == _METHOD_HANDLE:  # noqa: PLR2004
            methods.append(method_of_handle(tables, operand))
        _, offset = _read_value(tables.data, offset, 0)
    return CallSite(name, proto, tuple(method for method in methods if method >= 0))


def method_of_handle(tables: DexTables, handle: int) -> int:
    """The method id a method handle invokes, or -1 for a field handle or one outside the table."""
    section = tables.header.method_handles
    if handle >= section.count:
        return -1
    at = section.offset + 8 * handle
    kind, _, target = (int.from_bytes(tables.data[at + n : at + n + 2], "little") for n in (0, 2, 4))
    return target if kind >= 0x04 and target < len(tables.method_names) else -1  # noqa: PLR2004  0..3 are fields
