"""The part of the call graph that can reach the reads, found backwards, level by level, on arrays.

The algorithm and its measured cost: every node and every edge once; a frontier is an array of method numbers.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from permaudit.dex.symbols import Int64s, Integers, sorted_distinct
from permaudit.evidence.code import Code
from permaudit.evidence.dispatch import Dispatch
from permaudit.evidence.typesites import StaticUses, gather_rows
from permaudit.model.evidence import Via

VIAS: tuple[Via, ...] = ("call", "virtual", "allocation", "static-init", "intent", "layout", "reflection", "script")
CALL, VIRTUAL, ALLOCATION, _STATIC_INIT, INTENT = 0, 1, 2, 3, 4
REFLECTION = 6
MOST_NODES = 2_000_000
_NO_ROWS = (np.empty(0, np.int32),) * 5


@dataclass(frozen=True, slots=True)
class Edges:
    """One row an edge: the method that leads, the method led to, how (index into VIAS), and where in the first."""

    sources: Integers
    targets: Integers
    vias: Integers
    positions: Integers
    files: Integers


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
        definitions = code.program.definition_of[calls.callees].astype(np.int32)
        self._call_rows = np.argsort(definitions, kind="stable").astype(np.int32)
        self._call_targets = definitions[self._call_rows]
        self._extra_order = np.argsort(extra.targets, kind="stable")
        self._extra, self._extra_targets = extra, extra.targets[self._extra_order]
        self._statics: StaticUses | None = None
        self._init = code.symbols.name_number(b"<init>")
        self._clinit = code.symbols.find_signature(b"<clinit>()V")

    def walk(self, seeds: Int64s) -> CallGraph:
        """The backward closure of `seeds`."""
        visited = np.zeros(len(self._code.symbols.method_keys), np.bool_)
        frontier = sorted_distinct(seeds)
        visited[frontier] = True
        parts: list[tuple[Integers, ...]] = []
        count = len(frontier)
        while frontier.size and count < MOST_NODES:
            found = self._leading_to(frontier)
            parts.extend(found)
            sources = np.concatenate([part[0] for part in found]) if found else np.empty(0, np.int64)
            fresh = np.sort(sources[~visited[sources]])
            frontier = fresh[np.append(True, fresh[1:] != fresh[:-1])] if fresh.size else fresh
            visited[frontier] = True
            count += len(frontier)
        columns = [np.concatenate([part[n] for part in parts] or [_NO_ROWS[n]]).astype(np.int32) for n in range(5)]
        return CallGraph(np.flatnonzero(visited), Edges(*columns), bool(frontier.size))

    def _leading_to(self, frontier: Int64s) -> list[tuple[Integers, ...]]:
        virtual = frontier[self._dispatch.is_virtual(frontier)]
        virtual = virtual[self._dispatch.is_live(self._code.symbols.method_types[virtual])]
        return [
            self._direct(frontier),
            *self._overrides(virtual),
            self._static_uses(frontier),
            self._made_by_reflection(frontier),
            self._given(frontier),
        ]

    def _direct(self, frontier: Int64s) -> tuple[Integers, ...]:
        """Calls that name the method itself (or inherit it)."""
        which, rows = gather_rows(self._call_targets, frontier)
        return self._calls(self._call_rows[rows], frontier[which], CALL)

    def _overrides(self, virtual: Int64s) -> list[tuple[Integers, ...]]:
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
        over, rows = gather_rows(self._call_targets, numbers[plain])
        edges = [self._calls(self._call_rows[rows], virtual[which[plain[over]]], VIRTUAL, without_super=True)]
        reflected = dispatch.is_made_by_reflection(symbols.method_types[virtual])[which] & declared
        trusted = sorted_distinct(which[platform | hub | reflected])
        if trusted.size:
            edges.extend(self._allocated(virtual[trusted]))
        return edges

    def _allocated(self, methods: Int64s) -> list[tuple[Integers, ...]]:
        which, types = self._dispatch.inheritors(methods)
        edges: list[tuple[Integers, ...]] = []
        for table, via in ((self._dispatch.allocations, ALLOCATION), (self._dispatch.mentions, REFLECTION)):
            wanted = types
            if via == REFLECTION:  # what a component's class constant starts is an intent edge
                wanted = np.where(self._dispatch.is_component(types), -1, types)
            over, rows = table.gather(wanted)
            edges.append(
                (
                    table.methods[rows],
                    methods[which[over]],
                    np.full(len(rows), via, np.int32),
                    table.positions[rows],
                    table.files[rows],
                )
            )
        return edges

    def _made_by_reflection(self, frontier: Int64s) -> tuple[Integers, ...]:
        """Where a class is named whose objects only reflection makes, such as a view model: its constructor runs."""
        symbols = self._code.symbols
        constructors = frontier[np.isin(symbols.signature_names[symbols.method_signatures[frontier]], [self._init])]
        constructors = constructors[self._dispatch.is_made_by_reflection(symbols.method_types[constructors])]
        which, rows = self._dispatch.mentions.gather(symbols.method_types[constructors])
        table = self._dispatch.mentions
        vias = np.full(len(rows), REFLECTION, np.int32)
        return table.methods[rows], constructors[which], vias, table.positions[rows], table.files[rows]

    def _static_uses(self, frontier: Int64s) -> tuple[Integers, ...]:
        """Uses that run a static initialiser: static fields and methods of the class, and its allocation."""
        if self._clinit < 0:
            return _NO_ROWS
        symbols = self._code.symbols
        initialisers = frontier[symbols.method_signatures[frontier] == self._clinit]
        if not initialisers.size:
            return _NO_ROWS
        if self._statics is None:
            self._statics = StaticUses(self._code)
        which, rows = self._statics.gather(symbols.method_types[initialisers])
        table = self._statics
        vias = np.full(len(rows), _STATIC_INIT, np.int32)
        return table.methods[rows], initialisers[which], vias, table.positions[rows], table.files[rows]

    def _given(self, frontier: Int64s) -> tuple[Integers, ...]:
        """Edges found beforehand: intents, jobs, reflection."""
        _, rows = gather_rows(self._extra_targets, frontier)
        rows = self._extra_order[rows]
        extra = self._extra
        return extra.sources[rows], extra.targets[rows], extra.vias[rows], extra.positions[rows], extra.files[rows]

    def _calls(
        self, rows: Integers, targets: Integers, via: int, *, without_super: bool = False
    ) -> tuple[Integers, ...]:
        calls = self._code.calls
        if without_super:
            kept = ~calls.supers[rows]
            rows, targets = rows[kept], targets[kept]
        return (
            calls.callers[rows],
            targets,
            np.full(len(rows), via, np.int32),
            calls.positions[rows],
            calls.files[rows].astype(np.int32),
        )


def join_edges(first: Edges, second: Edges) -> Edges:
    """Both sets of edges together."""
    return Edges(
        np.concatenate([first.sources, second.sources]),
        np.concatenate([first.targets, second.targets]),
        np.concatenate([first.vias, second.vias]),
        np.concatenate([first.positions, second.positions]),
        np.concatenate([first.files, second.files]),
    )


def no_edges() -> Edges:
    """No edges at all."""
    none = np.empty(0, np.int64)
    return Edges(none, none, none, none, none)
