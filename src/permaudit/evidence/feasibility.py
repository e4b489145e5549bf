"""Routes that can be walked: one that asks a branch to go two ways is given up, and the next one is looked for.

A method on such a route is split by how it is entered; then the search begins anew. A route is given up only where it
is proven that it cannot be walked, and a read that would be left without any keeps what was found at first.
"""

from __future__ import annotations

from collections.abc import Sequence

from permaudit.evidence.alternatives import Alternatives
from permaudit.evidence.branches import Branches
from permaudit.evidence.callgraph import CallGraph
from permaudit.evidence.callpaths import PathWriter
from permaudit.evidence.code import Code
from permaudit.evidence.deeds import Deed
from permaudit.evidence.entries import NO_TRACE, Entry, Subject, Trace
from permaudit.evidence.intents import Schedules
from permaudit.evidence.pathgraph import Forks, PathGraph, Splitter, Subjects, index_of, plain_graph, step
from permaudit.evidence.paths import PathFinder, Route
from permaudit.evidence.receivers import Receivers
from permaudit.evidence.resolver import Resolver
from permaudit.evidence.roots import Roots
from permaudit.model.evidence import CallPath

_MOST_ROUNDS, _MOST_TRACKED = 8, 256


class FeasiblePaths:
    """Finds the call paths of all reads, or of other deeds, together."""

    def __init__(
        self,
        code: Code,
        resolver: Resolver,
        branches: Branches,
        graph: CallGraph,
        roots: Roots,
        forks: Forks,
        schedules: Schedules,
    ) -> None:
        self._code, self._roots, self._schedules = code, roots, schedules
        self._branches = branches
        self._receivers = Receivers(code, branches.arguments)
        self._alternatives = Alternatives(code, resolver, branches)
        plain = plain_graph(code, graph)
        self._splitter = Splitter(code, plain, branches, forks)
        self._tracked: dict[int, set[Subject]] = {
            method: {subject for kind in kinds for subject in kind.given} for method, kinds in sorted(forks.items())
        }
        self._graph = self._split() if forks else plain
        self._plain = PathFinder(code, self._graph, roots, schedules)

    def reached(self, method: int) -> bool:
        """Whether any root leads to a method."""
        return self._plain.reached(method)

    def paths(self, reads: Sequence[Deed], *, careful: bool = True) -> list[list[CallPath]]:
        """The paths of each read, in order of trigger; not `careful`: as the plain graph has them, for little work."""
        finder = self._plain
        first = routes = [self._routes(finder, each) for each in reads]
        for _ in range(_MOST_ROUNDS if careful else 0):
            if not self._learn(finder.graph, reads, routes):
                break
            finder = PathFinder(self._code, self._split(), self._roots, self._schedules)
            routes = [self._routes(finder, each) for each in reads]
        plain = PathWriter(self._code, self._graph, self._roots)
        writer = PathWriter(self._code, finder.graph, self._roots)
        return [
            [(writer if now else plain).write(route, read.site) for route in now or before]
            for read, now, before in zip(reads, routes, first, strict=True)
        ]

    def _split(self) -> PathGraph:
        tracked: dict[int, Subjects] = {
            method: tuple(sorted(subjects, key=_order)) for method, subjects in sorted(self._tracked.items())
        }
        return self._splitter.split(tracked)

    def _routes(self, finder: PathFinder, read: Deed) -> list[Route]:
        graph = finder.graph

        def may_run(node: int, index: int) -> bool:
            live = self._branches.live(graph.entry(node)) if node in graph.given else None
            return live is None or index in live.instructions

        def reads(node: int) -> bool:
            if not may_run(node, read.index):
                return False
            return node not in graph.given or self._alternatives.is_possible(read, graph.entry(node))[0]

        return finder.routes(read.site, read.seeds, read.carriers, may_run, reads)

    def _learn(self, graph: PathGraph, reads: Sequence[Deed], routes: list[list[Route]]) -> bool:
        """Note what tells apart the ways of entering the methods of routes that cannot be walked; whether it is new."""
        before = sum(len(each) + 1 for each in self._tracked.values())
        for read, found in zip(reads, routes, strict=True):
            for route in found:
                for method, subjects in sorted(self._contradiction(graph, read, route).items()):
                    if method in self._tracked or len(self._tracked) < _MOST_TRACKED:
                        self._tracked.setdefault(method, set()).update(subjects)
        return sum(len(each) + 1 for each in self._tracked.values()) > before

    def _contradiction(self, graph: PathGraph, read: Deed, route: Route) -> dict[int, set[Subject]]:
        """The methods, each with what is asked of its arguments, by which a route cannot be walked; none if it can."""
        edges = graph.edges
        entry = graph.entry(int(edges.sources[route.edges[0]]) if route.edges else route.node)
        for edge in route.edges:
            index = index_of(self._code, entry.method, int(edges.positions[edge]), int(edges.files[edge]))
            target = int(graph.methods[edges.targets[edge]])
            dead, trace = self._dead(entry, index)
            if not dead:
                dead, trace = self._receivers.exclude(entry, index, target)
            if dead:
                return _by_method(trace, entry.method)
            entry = step(self._code, entry, target, int(edges.vias[edge]), index)
        _, trace = self._dead(entry, route.index)
        if not trace and not route.carried:
            _, trace = self._alternatives.is_possible(read, entry)
        return _by_method(trace)

    def _dead(self, entry: Entry, index: int) -> tuple[bool, Trace]:
        """Whether an instruction of an entered method cannot run, and what keeps it from running."""
        live = self._branches.live(entry) if index >= 0 else None
        return (True, live.trace) if live is not None and index not in live.instructions else (False, NO_TRACE)


def _by_method(trace: Trace, *further: int) -> dict[int, set[Subject]]:
    found: dict[int, set[Subject]] = {method: set() for method in further}
    for method, subject in trace:
        found.setdefault(method, set()).add(subject)
    return found


def _order(subject: Subject) -> tuple[int, bool, tuple[int, bytes, bytes]]:
    word, named = subject
    return word, named is not None, named or (0, b"", b"")
