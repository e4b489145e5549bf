"""The class_data_item and the static values of one class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.encoding import encode_uleb128
from support.references import FieldReference, Pool

if TYPE_CHECKING:
    from collections.abc import Mapping

    from support.dexfile import Class, Field, Method

_STATIC = 0x8


def spell_method(item: Class, method: Method) -> str:
    """The method as smali spells it, `Lcom/x/A;->b()V`."""
    return f"{item.name}->{method.name}{method.descriptor}"


def encode_class_data(item: Class, pool: Pool, code_offsets: Mapping[str, int]) -> bytes | None:
    """The four member lists, each sorted by id and written as differences; None for a class without members."""
    if not item.fields and not item.methods:
        return None
    fields = sorted((_field_index(item, entry, pool), entry.flags) for entry in item.fields)
    methods = {
        direct: sorted(
            (pool.methods[method.reference(item.name)], method.access_flags, _code_off(item, method, code_offsets))
            for method in item.methods
            if method.is_direct is direct
        )
        for direct in (True, False)
    }
    lists: tuple[list[tuple[int, ...]], ...] = (
        [row for row in fields if row[1] & _STATIC],
        [row for row in fields if not row[1] & _STATIC],
        [*methods[True]],
        [*methods[False]],
    )
    out = bytearray()
    for entries in lists:
        out += encode_uleb128(len(entries))
    for entries in lists:
        previous = 0
        for index, *rest in entries:
            out += b"".join(encode_uleb128(number) for number in (index - previous, *rest))
            previous = index
    return bytes(out)


def encode_static_values(item: Class, pool: Pool) -> bytes | None:
    """The encoded array: the first static fields in table order, up to the last that has a value."""
    static = [entry for entry in item.fields if entry.flags & _STATIC]
    static.sort(key=lambda entry: _field_index(item, entry, pool))
    while static and not static[-1].has_value:
        static.pop()
    if not static:
        return None
    values = [
        pool.encode_value(entry.value if entry.has_value else _default(entry.type), entry.type) for entry in static
    ]
    return encode_uleb128(len(values)) + b"".join(values)


def _field_index(item: Class, entry: Field, pool: Pool) -> int:
    return pool.fields[FieldReference(item.name, entry.name, entry.type)]


def _code_off(item: Class, method: Method, code_offsets: Mapping[str, int]) -> int:
    if method.code_off is not None:
        return method.code_off
    if method.same_code_as is not None:
        return code_offsets[method.same_code_as]
    return code_offsets.get(spell_method(item, method), 0)


def _default(descriptor: str) -> bool | int | None:
    if descriptor[0] in "L[":
        return None
    return False if descriptor == "Z" else 0
