"""What starts a method: the call graph around methods that are asked for, its roots, and the paths to reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from permaudit.catalog.catalog import Catalog
from permaudit.catalog.operations import Operations
from permaudit.dex.symbols import Int64s
from permaudit.evidence.answers import answered_methods
from permaudit.evidence.branches import Branches
from permaudit.evidence.callgraph import BackwardWalk, CallGraph, join_edges
from permaudit.evidence.code import Code
from permaudit.evidence.contracts import ContractReader
from permaudit.evidence.deeds import Deed
from permaudit.evidence.dispatch import Dispatch
from permaudit.evidence.events import event_edges
from permaudit.evidence.feasibility import FeasiblePaths
from permaudit.evidence.forks import ForkFinder
from permaudit.evidence.intents import IntentEdges
from permaudit.evidence.pathgraph import Fork
from permaudit.evidence.reflection import Reflection
from permaudit.evidence.resolver import Resolver
from permaudit.evidence.roots import RootFinder, Roots
from permaudit.evidence.scriptentries import ScriptEntries
from permaudit.evidence.surroundings import Surroundings
from permaudit.model.evidence import CallPath


@dataclass(frozen=True, slots=True)
class Heard:
    """Methods called with the answer to a permission request; `forks` are those that some objects hear it by."""

    answered: set[int]
    forks: dict[int, list[Fork]]


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
        scripts: ScriptEntries,
        around: Surroundings,
        branches: Branches,
    ) -> None:
        self.code, self.resolver, self.dispatch, self._operations = code, resolver, dispatch, operations
        self._catalog, self._reflection, self._finder, self._around = catalog, reflection, finder, around
        self._scripts = scripts
        self.branches = branches
        self._walker: BackwardWalk | None = None
        self._heard: Heard | None = None

    def find(self, seeds: Int64s) -> ReachedMethods:
        """The graph of all that leads to `seeds`, and what the system enters of it."""
        if self._walker is None:
            self._prepare()
        assert self._walker is not None
        graph = self._walker.walk(seeds)
        roots = self._finder.find(
            self.dispatch,
            self._scripts,
            graph.nodes,
            self._around.layout_handlers,
            self._around.made_by_name,
            self.heard.answered - set(self.forks),
            self._intents.started,
        )
        return ReachedMethods(self, graph, roots)

    def _prepare(self) -> None:
        code, dispatch = self.code, self.dispatch
        self._intents = IntentEdges(code, dispatch, self._catalog, self._around.manifest)
        self.schedules = self._intents.schedules
        dispatch.reflect(np.array(sorted(self._reflection.types), np.int64))
        events = event_edges(code, dispatch, self._operations.subscribers)
        known = join_edges(join_edges(self._intents.edges, self._reflection.edges()), events)
        self._walker = BackwardWalk(code, dispatch, known)

    @property
    def forks(self) -> dict[int, list[Fork]]:
        """Callbacks of merged classes, of which some hear about permissions."""
        return self.heard.forks

    @property
    def heard(self) -> Heard:
        """Who is called with the answer to a permission request."""
        if self._walker is None:
            self._prepare()
        if self._heard is None:
            code, contracts = self.code, self._operations.contracts
            self._heard = Heard(answered_methods(code, contracts), {})
            heard = ContractReader(code, self.dispatch, contracts, self.branches).callbacks()
            kinds = ForkFinder(code, self.dispatch, self.branches)
            for method, triggers in sorted(heard.triggers.items()):
                found = kinds.find(method, triggers)
                if len({each.trigger for each in found}) > 1:
                    self._heard.forks[method] = found
                else:
                    self._heard.answered.add(method)
        return self._heard


class ReachedMethods:
    """Which methods are started, and by what."""

    def __init__(self, reaching: Reaching, graph: CallGraph, roots: Roots) -> None:
        self.truncated = graph.truncated
        own = reaching
        self._finder = FeasiblePaths(own.code, own.resolver, own.branches, graph, roots, own.forks, own.schedules)

    def reached(self, method: int) -> bool:
        """Whether anything starts a method."""
        return self._finder.reached(method)

    def paths(self, deeds: Sequence[Deed], *, careful: bool = True) -> list[list[CallPath]]:
        """The paths of each read or other deed, in order of trigger; `careful` leaves out what cannot be walked."""
        return self._finder.paths(deeds, careful=careful)
