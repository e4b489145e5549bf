"""The class hierarchy on arrays: definitions, supertypes, and which definition a reference means."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from permaudit.dex.symbols import Symbols, find_sorted
from permaudit.dex.tables import NO_INDEX, DexTables

Int64s = npt.NDArray[np.int64]

ACC_PRIVATE, ACC_STATIC, ACC_INTERFACE, ACC_ABSTRACT = 0x2, 0x8, 0x200, 0x400
_MOST_ANCESTOR_PAIRS = 8_000_000
_MOST_DEPTH = 500


class Hierarchy:
    """Types and what the app defines of them; -1 stands for none.

    `superclass` and `class_rows` are indexed by global type number: a class defined in several files counts where it
    comes first in class path order, as Android's class loader finds it. `pairs` are (type, ancestor) with the type
    itself left out. `truncated` says that the ancestor closure was cut off, because the app has more than any real one.
    """

    def __init__(self, files: Sequence[DexTables], symbols: Symbols) -> None:
        count = len(symbols.types)
        self.superclass = np.full(count, -1, np.int64)
        self.class_files = np.full(count, -1, np.int64)
        self.class_rows = np.full(count, -1, np.int64)
        self.class_flags = np.zeros(count, np.int64)
        children: list[Int64s] = []
        parents: list[Int64s] = []
        for number, (tables, type_map) in enumerate(zip(files, symbols.type_maps, strict=True)):
            kept = self._define(number, tables, type_map)
            lengths, interfaces = tables.interface_lists()
            child = np.repeat(type_map[tables.classes["type"]].astype(np.int64), lengths)
            wanted = np.repeat(kept, lengths)
            children.append(child[wanted])
            parents.append(type_map[interfaces][wanted].astype(np.int64))
        with_super = np.flatnonzero(self.superclass >= 0)
        self.children = np.concatenate([with_super, *children])
        self.parents = np.concatenate([self.superclass[with_super], *parents])
        self.pairs, self.truncated = _close(self.children, self.parents, count)

    def is_defined(self, type_number: int) -> bool:
        """Whether the app defines this type itself."""
        return type_number >= 0 and int(self.class_files[type_number]) >= 0

    def ancestors(self, type_number: int) -> Int64s:
        """All supertypes of a type, nearest or not, without itself; in order of number."""
        low, high = np.searchsorted(self.pairs[0], (type_number, type_number + 1))
        return self.pairs[1][low:high]

    def superclasses(self, type_number: int) -> list[int]:
        """The chain of superclasses from the next one up, as far as the app defines them; cycles end it."""
        chain: list[int] = []
        seen = {type_number}
        current = int(self.superclass[type_number])
        while current >= 0 and current not in seen:
            seen.add(current)
            chain.append(current)
            current = int(self.superclass[current])
        return chain

    def _define(self, number: int, tables: DexTables, type_map: npt.NDArray[np.int32]) -> npt.NDArray[np.bool_]:
        """Enter the classes of one file that no earlier file (or row) defines; returns which rows those are."""
        types = type_map[tables.classes["type"]].astype(np.int64)
        rows = np.arange(len(types))
        fresh = self.class_files[types] < 0
        first_row = np.full(len(self.class_rows), -1, np.int64)
        first_row[types[::-1]] = rows[::-1]
        kept: npt.NDArray[np.bool_] = fresh & (first_row[types] == rows)
        chosen, numbers = np.flatnonzero(kept), types[kept]
        self.class_files[numbers] = number
        self.class_rows[numbers] = chosen
        self.class_flags[numbers] = tables.classes["flags"][chosen]
        supers = tables.classes["superclass"][chosen].astype(np.int64)
        there = supers != NO_INDEX
        self.superclass[numbers[there]] = type_map[supers[there]]
        return kept


def _close(children: Int64s, parents: Int64s, count: int) -> tuple[tuple[Int64s, Int64s], bool]:
    """All (type, ancestor) pairs, sorted; cycles end because a pair already held is not followed again."""
    step = max(count, 1)
    edge_order = np.argsort(children, kind="stable")
    edges_child, edges_parent = children[edge_order], parents[edge_order]
    held = _distinct(children * step + parents)
    frontier = held
    for _ in range(_MOST_DEPTH):
        if not frontier.size:
            return (held // step, held % step), False
        tops = frontier % step
        low, high = np.searchsorted(edges_child, tops), np.searchsorted(edges_child, tops, side="right")
        lengths = high - low
        if len(held) + int(lengths.sum()) > _MOST_ANCESTOR_PAIRS:
            break
        grown = np.repeat(frontier // step, lengths) * step
        ends = np.cumsum(lengths)
        positions = np.repeat(low - (ends - lengths), lengths) + np.arange(int(lengths.sum()))
        candidates = _distinct(grown + edges_parent[positions])
        frontier = candidates[find_sorted(held, candidates) < 0]
        held = np.sort(np.concatenate([held, frontier]))
    return (held // step, held % step), True


def _distinct(keys: Int64s) -> Int64s:
    ordered = np.sort(keys)
    return ordered[np.append(True, ordered[1:] != ordered[:-1])] if ordered.size else ordered


def resolve_methods(symbols: Symbols, hierarchy: Hierarchy, defined: Int64s) -> Int64s:
    """For every method number the definition it means: itself or the nearest inherited one; -1 if none is in the app.

    First up the superclasses, then among the interfaces (default methods), as Android resolves a reference.
    `defined` are the numbers of defined methods, sorted.
    """
    count = len(symbols.method_keys)
    result = np.full(count, -1, np.int64)
    result[defined] = defined
    pending = np.flatnonzero(result < 0)
    pending = pending[hierarchy.class_files[symbols.method_types[pending]] >= 0]
    unresolved = pending
    current = symbols.method_types[pending]
    is_defined = np.zeros(count, np.bool_)
    is_defined[defined] = True
    for _ in range(_MOST_DEPTH):
        current = hierarchy.superclass[current]
        alive = current >= 0
        pending, current = pending[alive], current[alive]
        if not pending.size:
            break
        found = symbols.method_numbers(current, symbols.method_signatures[pending])
        hit = (found >= 0) & is_defined[found]
        result[pending[hit]] = found[hit]
        pending, current = pending[~hit], current[~hit]
    _resolve_defaults(symbols, hierarchy, is_defined, unresolved[result[unresolved] < 0], result)
    return result


def _resolve_defaults(
    symbols: Symbols, hierarchy: Hierarchy, is_defined: npt.NDArray[np.bool_], pending: Int64s, result: Int64s
) -> None:
    types = symbols.method_types[pending]
    low = np.searchsorted(hierarchy.pairs[0], types)
    lengths = np.searchsorted(hierarchy.pairs[0], types, side="right") - low
    ends = np.cumsum(lengths)
    total = int(lengths.sum())
    positions = np.repeat(low - (ends - lengths), lengths) + np.arange(total)
    owners = np.repeat(pending, lengths)
    found = symbols.method_numbers(hierarchy.pairs[1][positions], symbols.method_signatures[owners])
    hit = np.flatnonzero((found >= 0) & is_defined[found])
    result[owners[hit][::-1]] = found[hit][::-1]
