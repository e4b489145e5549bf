"""The shortest route for every trigger, from where the system enters the app to the method that reads."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import get_args

import numpy as np
import numpy.typing as npt

from permaudit.dex.symbols import Int64s, Integers, bounds_of
from permaudit.evidence.callgraph import INTENT, REFLECTION, VIRTUAL
from permaudit.evidence.code import Code
from permaudit.evidence.intents import Schedules
from permaudit.evidence.pathgraph import PathGraph
from permaudit.evidence.roots import Roots
from permaudit.evidence.values import Site
from permaudit.model.evidence import Trigger

TRIGGERS: tuple[Trigger, ...] = get_args(Trigger)
_SCREEN_TRIGGERS = ("app-start", "screen-open")
Mask = npt.NDArray[np.bool_]
_NOT_REACHED = -2
_SOURCE = -1


@dataclass(frozen=True, slots=True)
class Route:
    """Edges of a path graph from a root to `node`, whose instruction `index` reads.

    With `carried` that instruction makes the object that carries the query to the read.
    """

    trigger: Trigger
    edges: tuple[int, ...]
    node: int
    index: int
    carried: bool = False


@dataclass(frozen=True, slots=True)
class _Reached:
    """A breadth-first search: for every node the edge it was first reached by, _SOURCE or _NOT_REACHED."""

    by: Int64s

    def has(self, node: int) -> bool:
        return int(self.by[node]) != _NOT_REACHED


class PathFinder:
    """Searches a path graph once per trigger, then answers for any method in it."""

    def __init__(self, code: Code, graph: PathGraph, roots: Roots, schedules: Schedules) -> None:
        self._code, self.graph, self._roots = code, graph, roots
        self._sources, self._targets, self._vias = graph.edges.sources, graph.edges.targets, graph.edges.vias
        self._first = np.searchsorted(self._sources, np.arange(len(graph.methods) + 1))
        timed = np.isin(graph.methods, schedules.starters)[self._sources] & (self._vias == INTENT)
        workers = np.isin(code.symbols.method_types[graph.methods], schedules.workers)
        timed |= workers[self._targets] & (self._vias == REFLECTION)
        self._onward: dict[int, _Reached] = {}
        self._callback = {node: each for method, each in roots.callbacks.items() for node in graph.nodes(method)}
        self._callback.update(graph.triggers)
        root_nodes = [graph.node(method) for method in sorted(roots.triggers)]
        allowed = np.ones(len(self._sources), np.bool_)
        self._any = self._search(root_nodes, allowed)
        self._by_trigger = {trigger: self._search_trigger(trigger, timed) for trigger in self._wanted(timed)}

    def reached(self, method: int) -> bool:
        """Whether any root leads to a method."""
        return any(self._any.has(node) for node in self.graph.nodes(method))

    def routes(
        self,
        site: Site,
        seeds: Collection[Site],
        carriers: Collection[Site],
        may_run: Callable[[int, int], bool],
        reads: Callable[[int], bool],
    ) -> list[Route]:
        """The shortest route for every trigger to a reading call, in order of trigger.

        `seeds` are the calls in which what is read was decided: routes go through one of them where they can.
        `carriers` made the object that carries the query to a reader, which may wait for it: then the route is theirs.
        `may_run` tells whether an instruction can run in the method of a node, `reads` whether it is read in one.
        """
        nodes = [node for node in self._reached(site.method) if reads(node)]
        if not nodes:
            return []
        found: dict[Trigger, Route] = {}
        deciding = sorted(carriers or seeds)
        for seed in deciding:
            starts = [node for node in self._reached(seed.method) if may_run(node, seed.index)]
            for start in starts:
                self._through(start, nodes, site.index, found)
        if not found and carriers:
            self._carried(sorted(carriers), may_run, found)
        elif not found and (not deciding or any(self.reached(seed.method) for seed in deciding)):
            self._straight(nodes, site.index, found)
        return [found[trigger] for trigger in sorted(found)]

    def _reached(self, method: int) -> list[int]:
        return [node for node in self.graph.nodes(method) if self._any.has(node)]

    def _straight(
        self, nodes: Sequence[int], index: int, found: dict[Trigger, Route], *, carried: bool = False
    ) -> None:
        for node in nodes:
            for trigger, search in self._by_trigger.items():
                if search.has(node):
                    _keep_shorter(found, Route(trigger, self._edges_to(node, trigger), node, index, carried))

    def _carried(self, carriers: list[Site], may_run: Callable[[int, int], bool], found: dict[Trigger, Route]) -> None:
        """Routes to where the carrying object is made; its allocation leads on to the reader that waits for it."""
        for carrier in carriers:
            nodes = [node for node in self.graph.nodes(carrier.method) if may_run(node, carrier.index)]
            self._straight(nodes, carrier.index, found, carried=True)

    def _through(self, start: int, nodes: Sequence[int], index: int, found: dict[Trigger, Route]) -> None:
        """Routes that pass a seed on their way to the read, if the graph joins the two."""
        if start not in self._onward:
            self._onward[start] = self._search([start], np.ones(len(self._sources), np.bool_))
        onward = self._onward[start]
        for node in nodes:
            if not onward.has(node):
                continue
            tail = _walk_back(onward, self._sources, node)
            waits = [
                self._callback[int(self._targets[edge])] for edge in tail if int(self._targets[edge]) in self._callback
            ]
            if waits:
                path = _walk_back(self._any, self._sources, start) + tail
                _keep_shorter(found, Route(waits[-1], path, node, index))
                continue
            for trigger, search in self._by_trigger.items():
                if search.has(start):
                    _keep_shorter(found, Route(trigger, self._edges_to(start, trigger) + tail, node, index))

    def _edges_to(self, node: int, trigger: Trigger) -> tuple[int, ...]:
        """Edges from a root to `node`: to where the trigger begins, then on."""
        tail = _walk_back(self._by_trigger[trigger], self._sources, node)
        begin = int(self._sources[tail[0]]) if tail else node
        return _walk_back(self._any, self._sources, begin) + tail

    def _wanted(self, timed: Mask) -> list[Trigger]:
        used = {each for triggers in self._roots.triggers.values() for each in triggers} | set(self._callback.values())
        if bool(np.any(timed)):
            used.add("schedule")
        return [trigger for trigger in TRIGGERS if trigger in used]

    def _search_trigger(self, trigger: Trigger, timed: Mask) -> _Reached:
        """Nodes that a trigger leads to: callbacks with another trigger stop it, because they wait for their own."""
        sources = [
            self.graph.node(method)
            for method, triggers in sorted(self._roots.triggers.items())
            if trigger in triggers and self._callback.get(self.graph.node(method), trigger) == trigger
        ]
        sources += [node for node, own in sorted(self._callback.items()) if own == trigger and self._any.has(node)]
        blocked = np.zeros(len(self.graph.methods), np.bool_)
        blocked[list(self._callback)] = True
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
        edges = np.flatnonzero(self._vias == VIRTUAL)
        types = self._code.symbols.method_types[self.graph.methods]
        edges = edges[np.argsort(types[self._targets[edges]], kind="stable")]
        targets, sources = types[self._targets[edges]], types[self._sources[edges]]
        for number, triggers in sorted(self._roots.class_triggers.items()):
            low, high = bounds_of(targets, number)
            if trigger not in triggers and low < high:
                above = self._code.hierarchy.superclasses(number)
                foreign[edges[low:high][np.isin(sources[low:high], above)]] = True
        return foreign

    def _search(self, sources: list[int], allowed: Mask) -> _Reached:
        by = np.full(max(len(self.graph.methods), 1), _NOT_REACHED, np.int64)
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


def _walk_back(reached: _Reached, sources: Integers, node: int) -> tuple[int, ...]:
    """The edges by which a search first reached `node`, in walking order."""
    edges: list[int] = []
    edge = int(reached.by[node])
    while edge >= 0:
        edges.append(edge)
        edge = int(reached.by[int(sources[edge])])
    return tuple(edges[::-1])


def _keep_shorter(found: dict[Trigger, Route], route: Route) -> None:
    before = found.get(route.trigger)
    if before is None or len(route.edges) < len(before.edges):
        found[route.trigger] = route
