"""Annotations that make a method callable from outside Dalvik code: `@JavascriptInterface`.

Layout: annotations_directory_item, annotation_set_item, annotation_item in the DEX format description.
"""

from __future__ import annotations

import struct

import numpy as np

from permaudit.dex.damage import DexDamageError
from permaudit.dex.symbols import Int64s
from permaudit.dex.tables import DexTables
from permaudit.dex.uleb import read_uleb
from permaudit.evidence.code import Code

_SCRIPT_MARKS = (b"Landroid/webkit/JavascriptInterface;",)
_MOST_MARKS = 64


def script_bridge_methods(code: Code, nodes: Int64s) -> list[int]:
    """Methods among `nodes` that a page in a WebView may call, in order of number."""
    wanted = {number for number in map(code.symbols.type_number, _SCRIPT_MARKS) if number >= 0}
    if not wanted:
        return []
    found: set[int] = set()
    inside = set(nodes.tolist())
    types = np.unique(code.symbols.method_types[nodes])
    for type_number in types[code.hierarchy.class_files[types] >= 0].tolist():
        file, row = int(code.hierarchy.class_files[type_number]), int(code.hierarchy.class_rows[type_number])
        tables = code.program.files[file]
        type_map = code.symbols.type_maps[file]
        for method, marks in _marked_methods(tables, int(tables.classes["annotations"][row])):
            if method < len(tables.method_names) and any(
                mark < len(type_map) and int(type_map[mark]) in wanted for mark in marks
            ):
                found.add(int(code.symbols.method_maps[file][method]))
    return sorted(found & inside)


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
