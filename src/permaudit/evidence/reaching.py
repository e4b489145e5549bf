"""What starts a method: the call graph around methods that are asked for, its roots, and the paths to reads."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from permaudit.catalog.catalog import Catalog
from permaudit.catalog.operations import Operations
from permaudit.dex.symbols import Int64s
from permaudit.evidence.answers import answered_methods
from permaudit.evidence.branches import Branches
from permaudit.evidence.callgraph import BackwardWalk, CallGraph, join_edges
from permaudit.evidence.code import Code
from permaudit.evidence.contracts import ContractReader
from permaudit.evidence.dispatch import Dispatch
from permaudit.evidence.events import event_edges
from permaudit.evidence.feasibility import FeasiblePaths
from permaudit.evidence.forks import ForkFinder
from permaudit.evidence.intents import IntentEdges
from permaudit.evidence.pathgraph import Fork
from permaudit.evidence.rawread import RawRead
from permaudit.evidence.reflection import Reflection
from permaudit.evidence.resolver import Resolver
from permaudit.evidence.roots import RootFinder, Roots
from permaudit.evidence.surroundings import Surroundings
from permaudit.model.evidence import CallPath


class Reaching:
    """What is the same for all questions: edges that no call shows, and callbacks that wait for a permission."""

    def __init__(
        self,
        code: Code,
        resolver: Resolver,
        catalog: Catalog,
        operations: Operations,
        reflection: Reflection,
        dispatch: Dispatch,
        finder: RootFinder,
        around: Surroundings,
        branches: Branches,
    ) -> None:
        self.code, self.resolver, self._dispatch, self._operations = code, resolver, dispatch, operations
        self._catalog, self._reflection, self._finder, self._around = catalog, reflection, finder, around
        self.branches = branches
        self._walker: BackwardWalk | None = None

    def find(self, seeds: Int64s) -> ReachedMethods:
        """The graph of all that leads to `seeds`, and what the system enters of it."""
        if self._walker is None:
            self._prepare()
        assert self._walker is not None
        graph = self._walker.walk(seeds)
        roots = self._finder.find(
            self._dispatch,
            graph.nodes,
            self._around.layout_handlers,
            self._around.layout_classes,
            self._answered - set(self.forks),
            self._intents.started,
        )
        return ReachedMethods(self, graph, roots)

    def _prepare(self) -> None:
        code, dispatch = self.code, self._dispatch
        self._intents = IntentEdges(code, dispatch, self._catalog, self._around.manifest)
        self.schedules = self._intents.schedules
        dispatch.reflect(np.array(sorted(self._reflection.types), np.int64))
        events = event_edges(code, dispatch, self._operations.subscribers)
        known = join_edges(join_edges(self._intents.edges, self._reflection.edges()), events)
        self._walker = BackwardWalk(code, dispatch, known)
        self._answered = answered_methods(code, self._operations.contracts)
        self.forks: dict[int, list[Fork]] = {}
        heard = ContractReader(code, dispatch, self._operations.contracts, self.branches).callbacks()
        kinds = ForkFinder(code, dispatch, self.branches)
        for method, triggers in sorted(heard.triggers.items()):
            found = kinds.find(method, triggers)
            if len({each.trigger for each in found}) > 1:
                self.forks[method] = found
            else:
                self._answered.add(method)


class ReachedMethods:
    """Which methods are started, and by what."""

    def __init__(self, reaching: Reaching, graph: CallGraph, roots: Roots) -> None:
        self.truncated = graph.truncated
        own = reaching
        self._finder = FeasiblePaths(own.code, own.resolver, own.branches, graph, roots, own.forks, own.schedules)

    def reached(self, method: int) -> bool:
        """Whether anything starts a method."""
        return self._finder.reached(method)

    def paths(self, reads: Sequence[RawRead]) -> list[list[CallPath]]:
        """The paths of each read, in order of trigger."""
        return self._finder.paths(reads)
