"""The part of the call graph that can reach the reads, found backwards, level by level, on arrays.

The algorithm and its measured cost: every node and every edge once; a frontier is an array of method numbers.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from permaudit.dex.opcodes import Reference
from permaudit.dex.symbols import Int64s
from permaudit.evidence.code import Code
from permaudit.evidence.dispatch import Dispatch
from permaudit.model.evidence import Via

VIAS: tuple[Via, ...] = ("call", "virtual", "allocation", "static-init", "intent", "layout", "reflection", "script")
_CALL, _VIRTUAL, _ALLOCATION, _STATIC_INIT, _INTENT = 0, 1, 2, 3, 4
REFLECTION = 6
MOST_NODES = 2_000_000


@dataclass(frozen=True, slots=True)
class Edges:
    """One row an edge: the method that leads, the method led to, how (index into VIAS), and where in the first."""

    sources: Int64s
    targets: Int64s
    vias: Int64s
    positions: Int64s
    files: Int64s


@dataclass(frozen=True, slots=True)
class CallGraph:
    """All methods from which a seed can be reached, with the edges between them; `truncated` if the budget ended it."""

    nodes: Int64s
    edges: Edges
    truncated: bool


class BackwardWalk:
    """Grows the graph from the seeds towards the roots."""

    def __init__(self, code: Code, dispatch: Dispatch, extra: Edges) -> None:
        self._code, self._dispatch = code, dispatch
        calls = code.calls
        definitions = code.program.definition_of[calls.callees]
        self._call_rows = np.argsort(definitions, kind="stable")
        self._call_targets = definitions[self._call_rows]
        self._extra_order = np.argsort(extra.targets, kind="stable")
        self._extra, self._extra_targets = extra, extra.targets[self._extra_order]
        self._clinit = code.symbols.find_signature(b"<clinit>()V")

    def walk(self, seeds: Int64s) -> CallGraph:
        """The backward closure of `seeds`."""
        visited = np.zeros(len(self._code.symbols.method_keys), np.bool_)
        frontier = np.unique(seeds)
        visited[frontier] = True
        parts: list[tuple[Int64s, ...]] = []
        count = len(frontier)
        while frontier.size and count < MOST_NODES:
            found = self._leading_to(frontier)
            parts.extend(found)
            sources = np.concatenate([part[0] for part in found]) if found else np.empty(0, np.int64)
            fresh = np.sort(sources[~visited[sources]])
            frontier = fresh[np.append(True, fresh[1:] != fresh[:-1])] if fresh.size else fresh
            visited[frontier] = True
            count += len(frontier)
        columns = [np.concatenate(each) for each in zip(*parts, strict=True)] if parts else [np.empty(0, np.int64)] * 5
        return CallGraph(np.flatnonzero(visited), Edges(*columns), bool(frontier.size))

    def _leading_to(self, frontier: Int64s) -> list[tuple[Int64s, ...]]:
        virtual = frontier[self._dispatch.is_virtual(frontier)]
        virtual = virtual[self._dispatch.is_live(self._code.symbols.method_types[virtual])]
        return [
            self._direct(frontier),
            *self._overrides(virtual),
            self._static_uses(frontier),
            self._given(frontier),
        ]

    def _direct(self, frontier: Int64s) -> tuple[Int64s, ...]:
        """Calls that name the method itself (or inherit it)."""
        which, rows = _gather(self._call_targets, frontier)
        return self._calls(self._call_rows[rows], frontier[which], _CALL)

    def _overrides(self, virtual: Int64s) -> list[tuple[Int64s, ...]]:
        """Calls on an app supertype that may end here; and for platform callbacks and hubs, where objects are made."""
        if not virtual.size:
            return []
        dispatch, symbols = self._dispatch, self._code.symbols
        which, ancestors, signatures = dispatch.overridden(virtual)
        platform = dispatch.is_platform(ancestors, signatures)
        numbers = symbols.method_numbers(ancestors, signatures)
        declared = (numbers >= 0) & (self._code.program.row_of[np.maximum(numbers, 0)] >= 0) & ~platform
        hub = declared & dispatch.is_hub(ancestors)
        plain = np.flatnonzero(declared & ~hub)
        over, rows = _gather(self._call_targets, numbers[plain])
        edges = [self._calls(self._call_rows[rows], virtual[which[plain[over]]], _VIRTUAL, without_super=True)]
        reflected = dispatch.is_made_by_reflection(symbols.method_types[virtual])[which] & declared
        trusted = np.unique(which[platform | hub | reflected])
        if trusted.size:
            edges.extend(self._allocated(virtual[trusted]))
        return edges

    def _allocated(self, methods: Int64s) -> list[tuple[Int64s, ...]]:
        which, types = self._dispatch.inheritors(methods)
        edges: list[tuple[Int64s, ...]] = []
        for table, via in ((self._dispatch.allocations, _ALLOCATION), (self._dispatch.mentions, REFLECTION)):
            wanted = types
            if via == REFLECTION:  # what a component's class constant starts is an intent edge
                wanted = np.where(np.isin(types, self._dispatch.component_types), -1, types)
            over, rows = table.gather(wanted)
            edges.append(
                (
                    table.methods[rows],
                    methods[which[over]],
                    np.full(len(rows), via),
                    table.positions[rows],
                    table.files[rows],
                )
            )
        return edges

    def _static_uses(self, frontier: Int64s) -> tuple[Int64s, ...]:
        """Uses that run a static initialiser: static fields and methods of the class, and its allocation."""
        symbols = self._code.symbols
        initialisers = (
            frontier[symbols.method_signatures[frontier] == self._clinit] if self._clinit >= 0 else frontier[:0]
        )
        parts = [part for method in initialisers.tolist() for part in self._uses_of_class(int(method))]
        if not parts:
            return (np.empty(0, np.int64),) * 5
        return tuple(np.concatenate(each) for each in zip(*parts, strict=True))

    def _uses_of_class(self, initialiser: int) -> list[tuple[Int64s, ...]]:
        code = self._code
        owner = int(code.symbols.method_types[initialiser])
        parts: list[tuple[Int64s, ...]] = []
        _, rows = self._dispatch.allocations.gather(np.array([owner]))
        table = self._dispatch.allocations
        parts.append(_edges(table.methods[rows], initialiser, table.positions[rows], table.files[rows]))
        low, high = np.searchsorted(code.symbols.method_types, (owner, owner + 1))
        numbers = np.arange(low, high)
        for number in numbers[code.program.row_of[numbers] >= 0].tolist():
            if code.is_static(int(number)) and number != initialiser:
                calls = code.calls.rows(int(number))
                parts.append(
                    _edges(
                        code.calls.callers[calls].astype(np.int64),
                        initialiser,
                        code.calls.positions[calls].astype(np.int64),
                        code.calls.files[calls].astype(np.int64),
                    )
                )
        parts.extend(self._field_uses(owner, initialiser))
        return parts

    def _field_uses(self, owner: int, initialiser: int) -> list[tuple[Int64s, ...]]:
        code = self._code
        parts = []
        for file, tables in enumerate(code.program.files):
            for local in np.flatnonzero(code.symbols.type_maps[file] == owner).tolist():
                low, high = np.searchsorted(tables.field_classes, (local, local + 1))
                column = code.program.code[file].columns[Reference.FIELD]
                first, last = np.searchsorted(column.ids, (low, high))
                rows = np.arange(first, last)[column.opcodes[first:last] >= 0x60]  # noqa: PLR2004  sget and sput
                which, methods = code.program.methods_of_items(file, column.items[rows])
                parts.append(
                    _edges(
                        methods, initialiser, column.positions[rows[which]].astype(np.int64), np.full(len(which), file)
                    )
                )
        return parts

    def _given(self, frontier: Int64s) -> tuple[Int64s, ...]:
        """Edges found beforehand: intents, jobs, reflection."""
        _, rows = _gather(self._extra_targets, frontier)
        rows = self._extra_order[rows]
        extra = self._extra
        return extra.sources[rows], extra.targets[rows], extra.vias[rows], extra.positions[rows], extra.files[rows]

    def _calls(self, rows: Int64s, targets: Int64s, via: int, *, without_super: bool = False) -> tuple[Int64s, ...]:
        calls = self._code.calls
        if without_super:
            kept = ~calls.supers[rows]
            rows, targets = rows[kept], targets[kept]
        return (
            calls.callers[rows].astype(np.int64),
            targets,
            np.full(len(rows), via),
            calls.positions[rows].astype(np.int64),
            calls.files[rows].astype(np.int64),
        )


def _edges(sources: Int64s, target: int, positions: Int64s, files: Int64s) -> tuple[Int64s, ...]:
    count = len(sources)
    return sources, np.full(count, target), np.full(count, _STATIC_INIT), positions, files


def _gather(keys: Int64s, wanted: Int64s) -> tuple[Int64s, Int64s]:
    """Rows of sorted `keys` that equal each wanted one: (index into `wanted`, row)."""
    low = np.searchsorted(keys, wanted)
    lengths = np.searchsorted(keys, wanted, side="right") - low
    which = np.repeat(np.arange(len(wanted)), lengths)
    ends = np.cumsum(lengths)
    return which, np.repeat(low - (ends - lengths), lengths) + np.arange(int(lengths.sum()))


def no_edges() -> Edges:
    """No edges at all."""
    none = np.empty(0, np.int64)
    return Edges(none, none, none, none, none)
