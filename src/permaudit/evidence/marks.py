"""Annotations that make a method callable from outside Dalvik code: `@JavascriptInterface`.

Layout: annotations_directory_item, annotation_set_item, annotation_item in the DEX format description.
"""

from __future__ import annotations

import struct
from collections.abc import Collection

import numpy as np

from permaudit.dex.damage import DexDamageError
from permaudit.dex.symbols import Int64s
from permaudit.dex.tables import DexTables
from permaudit.dex.uleb import read_uleb
from permaudit.evidence.code import Code

_SCRIPT_MARKS = ("Landroid/webkit/JavascriptInterface;",)
_MOST_MARKS = 64


def script_bridge_methods(code: Code, nodes: Int64s) -> list[int]:
    """Methods among `nodes` that a page in a WebView may call, in order of number."""
    inside = np.zeros(len(code.symbols.method_keys), np.bool_)
    inside[nodes] = True
    return [method for method in marked_methods(code, _SCRIPT_MARKS) if inside[method]]


def marked_methods(code: Code, marks: Collection[str]) -> list[int]:
    """Methods with one of the annotations `marks` (descriptors), in order of number."""
    wanted = {number for number in (code.symbols.type_number(mark.encode()) for mark in marks) if number >= 0}
    if not wanted:
        return []
    found: set[int] = set()
    for file, tables in enumerate(code.program.files):
        type_map, method_map = code.symbols.type_maps[file], code.symbols.method_maps[file]
        local = {int(each) for each in np.flatnonzero(np.isin(type_map, sorted(wanted)))}
        for offset in _directories_with_methods(tables):
            for method, types in _marked_methods(tables, offset):
                if method < len(method_map) and not local.isdisjoint(types):
                    found.add(int(method_map[method]))
    return sorted(found)


def _directories_with_methods(tables: DexTables) -> list[int]:
    """Offsets of the annotation directories that annotate methods at all, most of which do not."""
    offsets = tables.classes["annotations"].astype(np.int64)
    offsets = offsets[(offsets > 0) & (offsets % 4 == 0) & (offsets + 16 <= len(tables.data))]
    counts = tables.units[offsets // 2 + 4].astype(np.int64) | (tables.units[offsets // 2 + 5].astype(np.int64) << 16)
    return sorted(set(offsets[counts > 0].tolist()))


def _marked_methods(tables: DexTables, offset: int) -> list[tuple[int, list[int]]]:
    """(method id, type ids of its annotations) of one class; broken directories give what could be read."""
    data = tables.data
    if not offset or offset + 16 > len(data):
        return []
    _, fields, methods, _ = struct.unpack_from("<4I", data, offset)
    start = offset + 16 + 8 * fields
    count = min(methods, max(0, (len(data) - start) // 8))
    return [
        (method, _annotation_types(data, place))
        for method, place in struct.iter_unpack("<II", data[start : start + 8 * count])
    ]


def _annotation_types(data: bytes, offset: int) -> list[int]:
    if offset + 4 > len(data):
        return []
    (size,) = struct.unpack_from("<I", data, offset)
    types = []
    for number in range(min(size, _MOST_MARKS, (len(data) - offset - 4) // 4)):
        (place,) = struct.unpack_from("<I", data, offset + 4 + 4 * number)
        try:
            types.append(read_uleb(data, place + 1)[0])
        except DexDamageError:
            break
    return types
