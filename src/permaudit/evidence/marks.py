"""Methods with annotations: what calls them by name does not show in code.

Layout: annotations_directory_item, annotation_set_item, annotation_item in the DEX format description.
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import numpy.typing as npt

from permaudit.dex.symbols import Int64s
from permaudit.dex.tables import DexTables, ragged
from permaudit.evidence.code import Code

_MOST_MARKS = 64
_NOTHING = (np.empty(0, np.int64), np.empty(0, np.int64))


def marked_methods(code: Code, marks: Collection[str] | None) -> list[int]:
    """Methods with one of the annotations `marks` (descriptors), in order of number; None: with any at all."""
    named = (code.symbols.type_number(mark.encode()) for mark in marks or ())
    wanted = {number for number in named if number >= 0}
    if marks is not None and not wanted:
        return []
    found: set[int] = set()
    for file, tables in enumerate(code.program.files):
        type_map, method_map = code.symbols.type_maps[file], code.symbols.method_maps[file]
        methods, types = _annotated_methods(tables)
        known = (methods < len(method_map)) & (types < len(type_map))
        marked = np.isin(type_map[types[known]], sorted(wanted)) if marks is not None else slice(None)
        found.update(int(each) for each in method_map[methods[known][marked]])
    return sorted(found)


def _annotated_methods(tables: DexTables) -> tuple[Int64s, Int64s]:
    """(method id, type id of an annotation) of a whole DEX file, one row an annotation; broken offsets are left out.

    Directories and sets may overlap in a hostile file: more rows than the file has words are not looked at.
    """
    words = np.frombuffer(tables.data, "<u4", len(tables.data) // 4).astype(np.int64)
    offsets = tables.classes["annotations"].astype(np.int64)
    at = offsets[(offsets > 0) & (offsets % 4 == 0) & (offsets + 16 <= len(words) * 4)] // 4
    first = at + 4 + 2 * words[at + 1]
    counts = np.where(first < len(words), np.minimum(words[at + 2], (len(words) - first) // 2), 0)
    if int(counts.sum()) > len(words):
        return _NOTHING
    rows = ragged(first, 2 * counts)
    methods, sets = words[rows[::2]], words[rows[1::2]]
    there = (sets % 4 == 0) & (sets + 4 <= len(words) * 4)
    methods, sets = methods[there], sets[there] // 4
    sizes = np.minimum(words[sets], np.minimum(_MOST_MARKS, len(words) - sets - 1))
    if int(sizes.sum()) > len(words):
        return _NOTHING
    items = words[ragged(sets + 1, sizes)]
    methods = np.repeat(methods, sizes)
    inside = items + 1 < len(tables.octets)
    return methods[inside], _read_numbers(tables.octets, items[inside] + 1)


def _read_numbers(octets: npt.NDArray[np.uint8], at: Int64s) -> Int64s:
    """The ULEB128 number at each place, at most three bytes, as type ids have; longer ones come out too large."""
    values = np.zeros(len(at), np.int64)
    open_ended = np.ones(len(at), np.bool_)
    for index in range(4):
        octet = octets[np.minimum(at + index, len(octets) - 1)].astype(np.int64)
        values += np.where(open_ended, (octet & 0x7F) << (7 * index), 0)
        open_ended &= octet >= 0x80  # noqa: PLR2004  the continuation bit
    return values
