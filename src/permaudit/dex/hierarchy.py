"""The class hierarchy on arrays: definitions, supertypes, and which definition a reference means."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from permaudit.dex.symbols import Symbols, bounds_of, find_sorted
from permaudit.dex.tables import NO_INDEX, DexTables, ragged

Int64s = npt.NDArray[np.int64]

ACC_PRIVATE, ACC_STATIC, ACC_INTERFACE, ACC_ABSTRACT = 0x2, 0x8, 0x200, 0x400
_PAIRS_PER_EDGE, _PAIRS_AT_LEAST = 64, 100_000
_LOOKUPS_PER_METHOD, _LOOKUPS_AT_LEAST, _LOOKUPS_AT_ONCE = 64, 100_000, 100_000
_DEEP = 64  # steps up after which a circle is looked for; real classes are not that deep


class Hierarchy:
    """Types and what the app defines of them; -1 stands for none.

    `superclass` and `class_rows` are indexed by global type number: a class defined in several files counts where it
    comes first in class path order, as Android's class loader finds it. `pairs` are (type, ancestor) with the type
    itself left out. `truncated` says that the ancestors, or the methods inherited from them, were not followed to the
    end, because there are more than in any real app.
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
        low, high = bounds_of(self.pairs[0], type_number)
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
        order = np.argsort(types, kind="stable")
        first = np.append(True, np.diff(types[order]) != 0)[: len(types)]
        kept = np.zeros(len(types), np.bool_)
        kept[order[first]] = True
        kept &= self.class_files[types] < 0
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
    most = _PAIRS_PER_EDGE * len(children) + _PAIRS_AT_LEAST
    edge_order = np.argsort(children, kind="stable")
    edges_child, edges_parent = children[edge_order], parents[edge_order]
    held = _distinct((children * step + parents)[children != parents])
    frontier, truncated = held, False
    while frontier.size:
        tops = frontier % step
        low, high = np.searchsorted(edges_child, tops), np.searchsorted(edges_child, tops, side="right")
        lengths = high - low
        if len(held) + int(lengths.sum()) > most:
            truncated = True
            break
        descendants = np.repeat(frontier // step, lengths)
        ancestors = edges_parent[ragged(low, lengths)]
        candidates = _distinct((descendants * step + ancestors)[descendants != ancestors])
        frontier = candidates[find_sorted(held, candidates) < 0]
        held = np.sort(np.concatenate([held, frontier]), kind="stable")  # merges the two runs
    return (held // step, held % step), truncated


def _distinct(keys: Int64s) -> Int64s:
    ordered = np.sort(keys)
    return ordered[np.append(True, ordered[1:] != ordered[:-1])] if ordered.size else ordered


def resolve_methods(symbols: Symbols, hierarchy: Hierarchy, defined: Int64s, flags: Int64s) -> Int64s:
    """For every method number the definition it means: itself or the nearest inherited one; -1 if none is in the app.

    First up the superclasses, then among the interfaces, as Android resolves a reference: there a default method before
    an abstract one, and that of a sub-interface before that of its parent. `defined` are the numbers of defined
    methods, sorted, and `flags` their access flags.
    """
    count = len(symbols.method_keys)
    result = np.full(count, -1, np.int64)
    result[defined] = defined
    flags_of = np.full(count, -1, np.int64)
    flags_of[defined] = flags
    pending = np.flatnonzero(result < 0)
    pending = pending[hierarchy.class_files[symbols.method_types[pending]] >= 0]
    _resolve_in_superclasses(symbols, hierarchy, pending, result, flags_of >= 0)
    _resolve_in_interfaces(symbols, hierarchy, pending[result[pending] < 0], result, flags_of)
    return result


def _resolve_in_superclasses(
    symbols: Symbols, hierarchy: Hierarchy, pending: Int64s, result: Int64s, is_defined: npt.NDArray[np.bool_]
) -> None:
    lookups = _LOOKUPS_PER_METHOD * len(result) + _LOOKUPS_AT_LEAST
    superclass, current, steps = hierarchy.superclass, symbols.method_types[pending], 0
    while pending.size:
        current = superclass[current]
        alive = current >= 0
        pending, current = pending[alive], current[alive]
        found = symbols.method_numbers(current, symbols.method_signatures[pending])
        hit = (found >= 0) & is_defined[found]
        result[pending[hit]] = found[hit]
        pending, current = pending[~hit], current[~hit]
        steps += 1
        if steps == _DEEP:
            superclass = _without_cycles(superclass)
        lookups -= len(pending)
        if lookups < 0:
            hierarchy.truncated = True
            return


def _without_cycles(superclass: Int64s) -> Int64s:
    """The superclasses, but none for a class whose chain runs in a circle (Android cannot load it)."""
    top = np.append(superclass, -1)  # the last entry stands for "none", which -1 indexes
    for _ in range(len(top).bit_length()):
        top = top[top]
    return np.where(top[:-1] < 0, superclass, -1)


def _resolve_in_interfaces(
    symbols: Symbols, hierarchy: Hierarchy, pending: Int64s, result: Int64s, flags_of: Int64s
) -> None:
    types = symbols.method_types[pending]
    low = np.searchsorted(hierarchy.pairs[0], types)
    lengths = np.searchsorted(hierarchy.pairs[0], types, side="right") - low
    order = np.argsort(lengths, kind="stable")
    totals = np.cumsum(lengths[order])
    most = _LOOKUPS_PER_METHOD * len(result) + _LOOKUPS_AT_LEAST
    if totals.size and int(totals[-1]) > most:
        hierarchy.truncated = True
        order = order[totals <= most]
    inherited = (flags_of >= 0) & (flags_of & (ACC_PRIVATE | ACC_STATIC) == 0)
    for some in np.split(order, np.flatnonzero(np.diff(totals[: len(order)] // _LOOKUPS_AT_ONCE)) + 1):
        owners = np.repeat(pending[some], lengths[some])
        ancestors = hierarchy.pairs[1][ragged(low[some], lengths[some])]
        found = symbols.method_numbers(ancestors, symbols.method_signatures[owners])
        hit = np.flatnonzero((found >= 0) & inherited[found])
        owners, found = owners[hit], found[hit]
        own = ancestors[hit]  # an interface has more ancestors than any of them
        rank = np.searchsorted(hierarchy.pairs[0], own) - np.searchsorted(hierarchy.pairs[0], own, side="right")
        best = np.lexsort((found, rank, flags_of[found] & ACC_ABSTRACT, owners))[::-1]
        result[owners[best]] = found[best]  # of several, the last one written stays
