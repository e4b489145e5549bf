"""Code items: where each method's instructions are, and how many registers it has."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from permaudit.dex.tables import DexTables
from permaudit.dex.uleb import Int64s

_HEADER_UNITS = 8
_MOST_SHARING = 4  # code may be shared, but all methods together do not hold more than this many files


class CodeItems(Struct, frozen=True):
    """One row a distinct code item, in file order; several methods may share one.

    `starts` and `ends` are positions of the first instruction and behind the last, in code units of the file.
    `item_of` gives for every defined method its code item, or -1 (abstract, native, or damaged).
    """

    starts: Int64s
    ends: Int64s
    registers: Int64s
    ins: Int64s
    tries: Int64s
    item_of: Int64s
    damaged: int


def read_code_items(tables: DexTables) -> CodeItems:
    """Locate the code of every defined method; items that lie outside the file are counted as damaged.

    So are the largest of those that overlap or are shared by more methods than the file has room for.
    """
    offsets, units = tables.class_data.code_offsets, tables.units
    distinct = np.sort(offsets[offsets > 0])
    if distinct.size:
        distinct = distinct[np.append(True, distinct[1:] != distinct[:-1])]
    coded = np.flatnonzero(offsets > 0)
    places = np.searchsorted(distinct, offsets[coded])
    heads = distinct // 2
    sound = ((distinct & 1) == 0) & (heads + _HEADER_UNITS <= len(units))
    heads = np.where(sound, heads, 0)
    sizes = units[heads + 6].astype(np.int64) | (units[heads + 7].astype(np.int64) << 16)
    starts = heads + _HEADER_UNITS
    sound &= starts + sizes <= len(units)
    sound &= units[heads + 1] <= units[heads]
    sound &= _affordable(np.where(sound, sizes, 0), np.bincount(places, minlength=len(distinct)), len(units))
    kept = np.flatnonzero(sound)
    row_of = np.full(len(distinct), -1, np.int64)
    row_of[kept] = np.arange(len(kept))
    item_of = np.full(len(offsets), -1, np.int64)
    item_of[coded] = row_of[places]
    return CodeItems(
        starts=starts[kept],
        ends=(starts + sizes)[kept],
        registers=units[heads[kept]].astype(np.int64),
        ins=units[heads[kept] + 1].astype(np.int64),
        tries=units[heads[kept] + 3].astype(np.int64),
        item_of=item_of,
        damaged=len(distinct) - len(kept),
    )


def _affordable(sizes: Int64s, methods: Int64s, units: int) -> npt.NDArray[np.bool_]:
    """Which items to keep so that the work on them stays linear in the file: the smallest first."""
    costs = sizes * methods
    if int(costs.sum()) <= _MOST_SHARING * units:
        return np.ones(len(costs), np.bool_)
    order = np.argsort(costs, kind="stable")
    result = np.empty(len(costs), np.bool_)
    result[order] = np.cumsum(costs[order]) <= _MOST_SHARING * units
    return result
