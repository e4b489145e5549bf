"""The shortest call path for every trigger, from where the system enters the app to the method that reads."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import get_args

import numpy as np
import numpy.typing as npt

from permaudit.dex.symbols import Int64s, Integers, bounds_of
from permaudit.evidence.callgraph import VIAS, CallGraph
from permaudit.evidence.code import Code
from permaudit.evidence.roots import Roots
from permaudit.evidence.values import Site
from permaudit.model.evidence import CallPath, Entry, Step, Trigger

TRIGGERS: tuple[Trigger, ...] = get_args(Trigger)
_INTENT = VIAS.index("intent")
_VIRTUAL = VIAS.index("virtual")
_SCREEN_TRIGGERS = ("app-start", "screen-open")
Mask = npt.NDArray[np.bool_]
_NOT_REACHED = -2
_SOURCE = -1


@dataclass(frozen=True, slots=True)
class _Reached:
    """A breadth-first search: for every node the edge it was first reached by, _SOURCE or _NOT_REACHED."""

    by: Int64s

    def has(self, node: int) -> bool:
        return int(self.by[node]) != _NOT_REACHED


class PathFinder:
    """Searches a call graph once per trigger, then answers for any method in it."""

    def __init__(self, code: Code, graph: CallGraph, roots: Roots, scheduled: dict[int, Trigger]) -> None:
        self._code, self._graph, self._roots = code, graph, roots
        edges = graph.edges
        number = np.full(len(code.symbols.method_keys) + 1, -1, np.int64)
        number[graph.nodes] = np.arange(len(graph.nodes))
        # by source, plain calls first; edges alike in both keep the order in which the walk found them
        order = np.argsort(number[edges.sources] * len(VIAS) + edges.vias, kind="stable")
        self._sources = number[edges.sources[order]].astype(np.int32)
        self._targets = number[edges.targets[order]].astype(np.int32)
        self._vias = edges.vias[order].astype(np.int8)
        self._positions, self._files = edges.positions[order], edges.files[order]
        self._first = np.searchsorted(self._sources, np.arange(len(graph.nodes) + 1))
        timed = np.isin(edges.sources[order], np.array(sorted(scheduled), np.int64)) & (self._vias == _INTENT)
        self._onward: dict[int, _Reached] = {}
        self._callback = {self._index(method): each for method, each in roots.callbacks.items()}
        root_nodes = [self._index(method) for method in sorted(roots.triggers)]
        allowed = np.ones(len(self._sources), np.bool_)
        self._any = self._search(root_nodes, allowed)
        self._by_trigger = {trigger: self._search_trigger(trigger, timed) for trigger in self._wanted(timed)}

    def reached(self, method: int) -> bool:
        """Whether any root leads to a method."""
        node = self._index(method)
        return node >= 0 and self._any.has(node)

    def paths(self, method: int, index: int, seeds: Collection[Site], carriers: Collection[Site]) -> list[CallPath]:
        """The shortest path for every trigger to a read at instruction `index` of `method`, in order of trigger.

        `seeds` are the calls in which what is read was decided: paths go through one of them where they can.
        `carriers` made the object that carries the query to a reader, which may wait for it: then the path is theirs.
        """
        node = self._index(method)
        if node < 0 or not self._any.has(node):
            return []
        found: dict[Trigger, list[int]] = {}
        deciding = sorted(carriers or seeds)
        for seed in deciding:
            self._through(seed.method, node, found)
        if not found and carriers:
            return self._carried(sorted(carriers), method, index)
        if not found and (not deciding or any(self.reached(seed.method) for seed in deciding)):
            for trigger, search in self._by_trigger.items():
                if search.has(node):
                    found[trigger] = self._edges_to(node, trigger)
        return [self._build(trigger, found[trigger], node, index) for trigger in sorted(found)]

    def _carried(self, carriers: list[Site], method: int, index: int) -> list[CallPath]:
        """Paths to where the carrying object is made; its allocation leads on to the reader that waits for it."""
        best: dict[Trigger, CallPath] = {}
        for carrier in carriers:
            start = self._index(carrier.method)
            for trigger, search in self._by_trigger.items():
                if start < 0 or not search.has(start):
                    continue
                made = self._build(trigger, self._edges_to(start, trigger), start, carrier.index)
                *before, last = made.steps
                body = self._code.body(method)
                reader = Step(self._code.method(method), body.instructions[index].offset if body else None, "call")
                steps = (*before, Step(last.method, last.offset, "allocation"), reader)
                if trigger not in best or len(steps) < len(best[trigger].steps):
                    best[trigger] = CallPath(trigger, made.entry, steps)
        return [best[trigger] for trigger in sorted(best)]

    def _through(self, seed: int, node: int, found: dict[Trigger, list[int]]) -> None:
        """Paths that pass a seed on their way to the read, if the graph joins the two."""
        start = self._index(seed)
        if start < 0 or not self._any.has(start):
            return
        if start not in self._onward:
            self._onward[start] = self._search([start], np.ones(len(self._sources), np.bool_))
        onward = self._onward[start]
        if not onward.has(node):
            return
        tail = _walk_back(onward, self._sources, node)
        waits = [
            self._callback[int(self._targets[edge])] for edge in tail if int(self._targets[edge]) in self._callback
        ]
        if waits:
            path = _walk_back(self._any, self._sources, start) + tail
            _keep_shorter(found, waits[-1], path)
            return
        for trigger, search in self._by_trigger.items():
            if search.has(start):
                _keep_shorter(found, trigger, self._edges_to(start, trigger) + tail)

    def _edges_to(self, node: int, trigger: Trigger) -> list[int]:
        """Edges from a root to `node`: to where the trigger begins, then on."""
        tail = _walk_back(self._by_trigger[trigger], self._sources, node)
        begin = int(self._sources[tail[0]]) if tail else node
        return _walk_back(self._any, self._sources, begin) + tail

    def _build(self, trigger: Trigger, edges: list[int], node: int, index: int) -> CallPath:
        steps = [
            Step(
                self._code.method(int(self._graph.nodes[self._sources[edge]])),
                self._offset(edge),
                VIAS[int(self._vias[edge])],
            )
            for edge in edges
        ]
        last = int(self._graph.nodes[node])
        body = self._code.body(last)
        steps.append(Step(self._code.method(last), body.instructions[index].offset if body else None, "call"))
        first = int(self._graph.nodes[self._sources[edges[0]]]) if edges else last
        return CallPath(trigger, Entry(self._code.method(first), self._component(first, trigger)), tuple(steps))

    def _component(self, method: int, trigger: Trigger) -> str | None:
        """The component that is entered by a method: the one with this trigger, if there are several."""
        components = self._roots.components_of.get(method, {})
        return components.get(trigger) or next((components[each] for each in sorted(components)), None)

    def _offset(self, edge: int) -> int | None:
        method, file = int(self._graph.nodes[self._sources[edge]]), int(self._files[edge])
        body = self._code.body(method)
        if body is None or body.file != file:
            return None
        return int(self._positions[edge]) - int(self._code.program.code[file].items.starts[body.item])

    def _index(self, method: int) -> int:
        where = int(np.searchsorted(self._graph.nodes, method))
        return where if where < len(self._graph.nodes) and int(self._graph.nodes[where]) == method else -1

    def _wanted(self, timed: Mask) -> list[Trigger]:
        used = {each for triggers in self._roots.triggers.values() for each in triggers} | set(self._callback.values())
        if bool(np.any(timed)):
            used.add("schedule")
        return [trigger for trigger in TRIGGERS if trigger in used]

    def _search_trigger(self, trigger: Trigger, timed: Mask) -> _Reached:
        """Nodes that a trigger leads to: callbacks with another trigger stop it, because they wait for their own."""
        sources = [
            self._index(method)
            for method, triggers in sorted(self._roots.triggers.items())
            if trigger in triggers and self._callback.get(self._index(method), trigger) == trigger
        ]
        sources += [node for node, own in sorted(self._callback.items()) if own == trigger and self._any.has(node)]
        blocked = np.zeros(len(self._graph.nodes), np.bool_)
        blocked[[node for node in self._callback if node >= 0]] = True
        allowed = ~blocked[self._targets] & ~self._foreign(trigger)
        if trigger == "schedule":
            sources += [
                int(self._targets[edge]) for edge in np.flatnonzero(timed) if self._any.has(int(self._sources[edge]))
            ]
        return self._search(sorted(set(sources)), allowed & ~timed)

    def _foreign(self, trigger: Trigger) -> Mask:
        """Calls on `this` in a base class that would run another component's override under this trigger.

        A launcher that inherits `onCreate` from a base screen runs its own `load()`, never that of another screen.
        """
        foreign = np.zeros(len(self._sources), np.bool_)
        if trigger not in _SCREEN_TRIGGERS:
            return foreign
        edges = np.flatnonzero(self._vias == _VIRTUAL)
        types = self._code.symbols.method_types[self._graph.nodes]
        edges = edges[np.argsort(types[self._targets[edges]], kind="stable")]
        targets, sources = types[self._targets[edges]], types[self._sources[edges]]
        for number, triggers in sorted(self._roots.class_triggers.items()):
            low, high = bounds_of(targets, number)
            if trigger not in triggers and low < high:
                above = self._code.hierarchy.superclasses(number)
                foreign[edges[low:high][np.isin(sources[low:high], above)]] = True
        return foreign

    def _search(self, sources: list[int], allowed: Mask) -> _Reached:
        by = np.full(max(len(self._graph.nodes), 1), _NOT_REACHED, np.int64)
        frontier = np.array([node for node in sources if node >= 0], np.int64)
        by[frontier] = _SOURCE
        while frontier.size:
            low, high = self._first[frontier], self._first[frontier + 1]
            lengths = high - low
            ends = np.cumsum(lengths)
            edges = np.repeat(low - (ends - lengths), lengths) + np.arange(int(lengths.sum()))
            edges = edges[allowed[edges]]
            edges = edges[by[self._targets[edges]] == _NOT_REACHED]
            by[self._targets[edges][::-1]] = edges[::-1]  # of several edges to one node, the first in order stays
            reached = np.sort(self._targets[edges])
            frontier = reached[np.append(True, reached[1:] != reached[:-1])] if reached.size else reached
        return _Reached(by)


def _walk_back(reached: _Reached, sources: Integers, node: int) -> list[int]:
    """The edges by which a search first reached `node`, in walking order."""
    edges: list[int] = []
    edge = int(reached.by[node])
    while edge >= 0:
        edges.append(edge)
        edge = int(reached.by[int(sources[edge])])
    return edges[::-1]


def _keep_shorter(found: dict[Trigger, list[int]], trigger: Trigger, path: list[int]) -> None:
    if trigger not in found or len(path) < len(found[trigger]):
        found[trigger] = path
