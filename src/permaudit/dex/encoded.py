"""Encoded values: what static fields hold before any code runs.

Layout: encoded_array_item and encoded_value in the DEX format description.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from permaudit.dex.damage import DexDamageError
from permaudit.dex.tables import DexTables
from permaudit.dex.uleb import read_uleb

_STRING, _TYPE, _ARRAY, _ANNOTATION, _NULL, _BOOLEAN = 0x17, 0x18, 0x1C, 0x1D, 0x1E, 0x1F
_INTEGERS = {0x00, 0x02, 0x03, 0x04, 0x06}
_METHOD_TYPE = 0x15
_METHOD_HANDLE = 0x16
_KINDS = {_STRING: "string", _TYPE: "type", _METHOD_TYPE: "method type", _METHOD_HANDLE: "method handle"}
_MOST_ARGUMENTS = 32  # of a call site: a lambda has six or a few more


class Encoded(Struct, frozen=True):
    """One value; `value` is an id or a number.

    `kind` is string, type, method type, method handle, integer, null, boolean or other.
    """

    kind: str
    value: int = 0


def static_field_values(tables: DexTables, row: int) -> dict[int, Encoded]:
    """Initial values of the static fields of class definition `row`, by field id; those not stated are null or 0.

    What stands behind a break in broken data is "other".
    """
    try:
        fields = static_fields(tables, row)
    except DexDamageError:
        return {}
    stated, rest = [], Encoded("null")
    try:
        for value in read_array(tables, int(tables.classes["static_values"][row]), len(fields)):
            stated.append(_within(tables, value))  # noqa: PERF401  those before a break are kept
    except DexDamageError:
        rest = Encoded("other")
    return {field: stated[number] if number < len(stated) else rest for number, field in enumerate(fields)}


def _within(tables: DexTables, value: Encoded) -> Encoded:
    """The value, or "other" for an id outside its table."""
    sizes = {"string": len(tables.strings), "type": len(tables.type_names)}
    return value if value.value < sizes.get(value.kind, value.value + 1) else Encoded("other")


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


def read_array(tables: DexTables, offset: int, most: int) -> Iterator[Encoded]:
    """Read an encoded_array_item at `offset` (0: none), at most `most` values.

    Raises:
        DexDamageError: it runs over the end of the file, or holds an array or annotation (no field begins with one).
    """
    if not offset:
        return
    size, offset = read_uleb(tables.data, offset)
    for _ in range(min(size, most)):
        value, offset = _read_value(tables.data, offset)
        yield value


def _read_value(data: bytes, offset: int) -> tuple[Encoded, int]:
    if offset >= len(data):
        raise DexDamageError("an encoded value runs over its end")
    head = data[offset]
    kind, argument = head & 0x1F, head >> 5
    offset += 1
    if kind == _NULL:
        return Encoded("null"), offset
    if kind == _BOOLEAN:
        return Encoded("boolean", argument), offset
    if kind in (_ARRAY, _ANNOTATION):
        raise DexDamageError("an encoded value nests others")
    raw = data[offset : offset + argument + 1]
    if len(raw) <= argument:
        raise DexDamageError("an encoded value runs over its end")
    offset += argument + 1
    if kind in _INTEGERS:
        return Encoded("integer", int.from_bytes(raw, "little", signed=kind != 0x03)), offset  # noqa: PLR2004  char
    number = int.from_bytes(raw, "little")
    return Encoded(_KINDS.get(kind, "other"), number), offset


class CallSite(Struct, frozen=True):
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
        DexDamageError: the call site lies outside the file, or holds what no call site can.
    """
    at = tables.header.call_sites.offset + 4 * call_site
    offset = int.from_bytes(tables.data[at : at + 4], "little")
    size, offset = read_uleb(tables.data, offset)
    arguments = []
    for _ in range(min(size, _MOST_ARGUMENTS)):
        argument, offset = _read_value(tables.data, offset)
        arguments.append(argument)
    name, proto = (
        arguments[place].value if place < len(arguments) and arguments[place].kind == kind else -1
        for place, kind in ((1, "string"), (2, "method type"))
    )
    handles = (method_of_handle(tables, each.value) for each in arguments[3:] if each.kind == "method handle")
    return CallSite(name, proto, tuple(dict.fromkeys(method for method in handles if method >= 0)))


def method_of_handle(tables: DexTables, handle: int) -> int:
    """The method id a method handle invokes, or -1 for a field handle or one outside the table."""
    section = tables.header.method_handles
    if handle >= section.count:
        return -1
    at = section.offset + 8 * handle
    kind, _, target = (int.from_bytes(tables.data[at + n : at + n + 2], "little") for n in (0, 2, 4))
    return target if kind >= 0x04 and target < len(tables.method_names) else -1  # noqa: PLR2004  0..3 are fields
