"""The class_data items of a DEX file: which methods each class defines, and where their code is.

Layout: class_data_item, encoded_method in the DEX format description; all numbers are ULEB128 and method ids are
differences, so the whole section is decoded at once on arrays.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from permaudit.dex.damage import DexDamageError
from permaudit.dex.uleb import Bytes, Int64s, decode_between

_HEAD = 4  # numbers before the lists: static fields, instance fields, direct methods, virtual methods
_SLACK_BYTES = 1 << 16


class ClassData(Struct, frozen=True):
    """One row a defined method, in file order; `rows` says which class definition it belongs to."""

    rows: Int64s
    methods: Int64s
    flags: Int64s
    code_offsets: Int64s
    virtual: npt.NDArray[np.bool_]


def read_class_data(octets: Bytes, offsets: Int64s, map_offsets: tuple[int, ...], method_count: int) -> ClassData:
    """Decode the class_data items at `offsets` (0: the class has none).

    Raises:
        DexDamageError: an item lies outside the file, or its numbers do not fit in it.
    """
    rows = np.flatnonzero(offsets)
    places = offsets[rows]
    if not places.size:
        none = np.empty(0, np.int64)
        return ClassData(none, none, none, none, np.empty(0, np.bool_))
    if int(places.max()) >= len(octets):
        raise DexDamageError("class data lies outside the file")
    behind = [offset for offset in map_offsets if offset > int(places.max())]
    guess = min(len(octets), behind[0] if behind else int(places.max()) + _SLACK_BYTES)
    for end in (guess, len(octets)):  # the map may lie about where the section ends; the file cannot
        numbers = _Numbers(octets, places, end)
        counts = numbers.heads()
        if counts is not None and numbers.fits(counts):
            return _expand(numbers, counts, rows, method_count)
    raise DexDamageError("class data is longer than the file")


class _Numbers:
    """Random access to the n-th number behind each item's start."""

    def __init__(self, octets: Bytes, places: Int64s, end: int) -> None:
        low = int(places.min())
        self._octets = octets
        self._places = places
        self._ends = np.flatnonzero(octets[low:end] < 0x80) + low  # noqa: PLR2004  the continuation bit
        self._first = np.searchsorted(self._ends, places)

    def at(self, items: Int64s, index: Int64s) -> Int64s:
        """The number `index[i]` of item `items[i]`."""
        which = self._first[items] + index
        starts = np.where(index > 0, self._ends[np.maximum(which - 1, 0)] + 1, self._places[items])
        return decode_between(self._octets, starts, self._ends[which])

    def heads(self) -> Int64s | None:
        """The four sizes of every item, or None if the numbers run out."""
        if int(self._first.max()) + _HEAD > len(self._ends):
            return None
        items = np.arange(len(self._places))
        return np.stack([self.at(items, np.full(len(items), index)) for index in range(_HEAD)])

    def fits(self, counts: Int64s) -> bool:
        """Whether every item's numbers are there, and all items together (they may overlap) no more than the file."""
        wanted = _HEAD + 2 * (counts[0] + counts[1]) + 3 * (counts[2] + counts[3])
        return int((self._first + wanted).max()) <= len(self._ends) and int(wanted.sum()) <= len(self._octets)


def _expand(numbers: _Numbers, counts: Int64s, rows: Int64s, method_count: int) -> ClassData:
    directs, virtuals = counts[2], counts[3]
    totals = directs + virtuals
    items = np.repeat(np.arange(len(rows)), totals)
    nth = np.arange(len(items)) - np.repeat(np.cumsum(totals) - totals, totals)
    base = np.repeat(_HEAD + 2 * (counts[0] + counts[1]), totals) + 3 * nth
    differences = numbers.at(items, base)
    virtual = nth >= np.repeat(directs, totals)
    methods = _sum_differences(differences, nth, np.repeat(directs, totals))
    if methods.size and int(methods.max()) >= method_count:
        raise DexDamageError("class data points outside the method table")
    return ClassData(rows[items], methods, numbers.at(items, base + 1), numbers.at(items, base + 2), virtual)


def _sum_differences(differences: Int64s, nth: Int64s, directs: Int64s) -> Int64s:
    """Turn differences into ids: each list (direct, then virtual) begins again from zero."""
    begins = np.flatnonzero((nth == 0) | (nth == directs))
    sums = np.cumsum(differences)
    before = sums[begins] - differences[begins]
    lengths = np.diff(np.append(begins, len(differences)))
    result: Int64s = sums - np.repeat(before, lengths)
    return result
