"""The call graph as paths are searched in it: nodes are methods, some of them told apart by how they were entered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from permaudit.dex.symbols import Int64s
from permaudit.evidence.branches import Branches, Live
from permaudit.evidence.callgraph import ALLOCATION, CALL, VIAS, VIRTUAL, CallGraph, Edges
from permaudit.evidence.code import Code
from permaudit.evidence.entries import Entry, Subject
from permaudit.evidence.receivers import Receivers
from permaudit.evidence.subtypes import Known
from permaudit.model.evidence import Trigger

_MOST_EDGES_IN, _MOST_VARIANTS = 512, 64
_MOST_ENTRIES = 5_000  # some tenths of a second; what is left is not told apart

Subjects = tuple[Subject, ...]
Tracked = Mapping[int, Subjects]
"""The methods to tell apart, each with what is asked of its arguments."""
Given = dict[Subject, Known]
Key = tuple[tuple[Subject, Known], ...]


@dataclass(frozen=True, slots=True)
class Fork:
    """One kind of object that a callback is called on: what its fields hold, and the callback's trigger, if any."""

    given: Given
    trigger: Trigger | None


Forks = Mapping[int, Sequence[Fork]]
"""Methods that are always called on one of several kinds of objects."""


@dataclass(frozen=True, slots=True)
class PathGraph:
    """Edges between nodes; `methods` names the method of each node.

    The first nodes are the graph's methods in order, entered in a way that nothing is known of; further ones are
    `variants`, of which `given` is known. `edges` hold node numbers, ordered by source, plain calls first. `triggers`
    are those of variants that are callbacks of their own.
    """

    methods: Int64s
    edges: Edges
    plain: int
    variants: dict[int, list[int]] = field(default_factory=dict)
    given: dict[int, Given] = field(default_factory=dict)
    triggers: dict[int, Trigger] = field(default_factory=dict)

    def node(self, method: int) -> int:
        """The node of a method entered in any way, or -1."""
        plain = self.methods[: self.plain]
        where = int(np.searchsorted(plain, method))
        return where if where < self.plain and int(plain[where]) == method else -1

    def nodes(self, method: int) -> list[int]:
        """All nodes of a method."""
        node = self.node(method)
        return [node, *self.variants.get(method, ())] if node >= 0 else []

    def entry(self, node: int) -> Entry:
        """What is known of how the method of a node was entered."""
        return Entry(int(self.methods[node]), given=self.given.get(node, {}))


def plain_graph(code: Code, graph: CallGraph) -> PathGraph:
    """One node for every method of the call graph."""
    edges = graph.edges
    number = np.full(len(code.symbols.method_keys) + 1, -1, np.int64)
    number[graph.nodes] = np.arange(len(graph.nodes))
    # edges alike in source and via keep the order in which the walk found them
    order = np.argsort(number[edges.sources] * len(VIAS) + edges.vias, kind="stable")
    return PathGraph(
        graph.nodes,
        Edges(
            number[edges.sources[order]].astype(np.int32),
            number[edges.targets[order]].astype(np.int32),
            edges.vias[order].astype(np.int8),
            edges.positions[order],
            edges.files[order],
        ),
        len(graph.nodes),
    )


def step(code: Code, source: Entry, method: int, via: int, index: int) -> Entry:
    """How `method` is entered from instruction `index` of a method."""
    known = index >= 0 and via in (CALL, VIRTUAL, ALLOCATION) and code.body(source.method) is not None
    return Entry(method, source, index) if known else Entry(method)


def index_of(code: Code, method: int, position: int, file: int) -> int:
    """The instruction of a method at a position of a DEX file, or -1."""
    body = code.body(method)
    if body is None or body.file != file:
        return -1
    return body.index_at(position - int(code.program.code[file].items.starts[body.item]))


class Splitter:
    """Makes variants of tracked methods: one for each way of being entered that answers their subjects differently."""

    def __init__(self, code: Code, plain: PathGraph, branches: Branches, forks: Forks) -> None:
        self._code, self._plain, self._forks = code, plain, forks
        self._branches, self._arguments = branches, branches.arguments
        self._receivers = Receivers(code, branches.arguments)
        self._indices: dict[int, int] = {}
        self._entered: dict[tuple[int, Key], Entry] = {}
        self._live: dict[tuple[int, Key], Live | None] = {}

    def split(self, tracked: Tracked) -> PathGraph:
        """The plain graph with the tracked methods split, and without edges that cannot be walked."""
        plain = self._plain
        wanted = self._countable(tracked)
        is_tracked = np.isin(plain.methods, np.array(sorted(wanted), np.int64))
        sources, targets = plain.edges.sources, plain.edges.targets
        touched = is_tracked[sources] | is_tracked[targets]
        growth = _Growth(plain, wanted)
        for edge in np.flatnonzero(touched & ~is_tracked[sources]).tolist():
            source = int(sources[edge])
            self._lead(growth, edge, source, plain.entry(source))
        for method in sorted(wanted):
            self._expand(growth, plain.node(method))
        node = plain.plain
        while node < growth.count:
            self._expand(growth, node)
            node += 1
        return growth.graph(touched, self._forks)

    def _countable(self, tracked: Tracked) -> dict[int, Subjects]:
        """Without methods that are entered from too many places."""
        nodes = np.array([self._plain.node(method) for method in sorted(tracked)], np.int64)
        entered = np.bincount(self._plain.edges.targets, minlength=len(self._plain.methods))
        return {
            int(self._plain.methods[node]): tracked[int(self._plain.methods[node])]
            for node in nodes.tolist()
            if node >= 0 and int(entered[node]) <= _MOST_EDGES_IN
        }

    def _expand(self, growth: _Growth, node: int) -> None:
        """Add the edges that a node of a tracked method has, as far as its instructions can run."""
        entry = growth.entry(node)
        known = entry.method, _key(entry.given)
        if known not in self._live:
            self._live[known] = self._branches.live(entry)
        live = self._live[known]
        base = self._plain.node(entry.method)
        low, high = np.searchsorted(self._plain.edges.sources, [base, base + 1])
        for edge in range(int(low), int(high)):
            index = self._index(edge)
            target = int(self._plain.methods[self._plain.edges.targets[edge]])
            if live is not None and index >= 0 and index not in live.instructions:
                continue
            if not self._receivers.exclude(entry, index, target)[0]:
                self._lead(growth, edge, node, entry)

    def _lead(self, growth: _Growth, edge: int, node: int, source: Entry) -> None:
        """Add an edge from a node, entered in one way, to the node or nodes that it leads to."""
        target = int(self._plain.edges.targets[edge])
        method = int(self._plain.methods[target])
        subjects = growth.tracked.get(method, ())
        given = self._given(source, edge, method, subjects) if subjects else {}
        kinds = [each.given for each in self._forks.get(method, ()) if _agree(each.given, given)]
        for each in kinds or [{}]:
            together = {**given, **each}
            growth.add(edge, node, growth.variant(method, target, {s: together[s] for s in subjects if s in together}))

    def _given(self, source: Entry, edge: int, method: int, subjects: Subjects) -> Given:
        """What is known of the subjects of a method that an edge enters; the same edges are asked in every round."""
        key = edge, _key(source.given)
        if key not in self._entered:
            if len(self._entered) >= _MOST_ENTRIES:
                return {}
            via = int(self._plain.edges.vias[edge])
            self._entered[key] = step(self._code, source, method, via, self._index(edge))
        answers = {subject: self._arguments.subject(self._entered[key], subject)[0] for subject in subjects}
        return {subject: known for subject, known in answers.items() if known is not None}

    def _index(self, edge: int) -> int:
        if edge not in self._indices:
            edges = self._plain.edges
            method = int(self._plain.methods[edges.sources[edge]])
            self._indices[edge] = index_of(self._code, method, int(edges.positions[edge]), int(edges.files[edge]))
        return self._indices[edge]


class _Growth:
    """A graph while it is split."""

    def __init__(self, plain: PathGraph, tracked: dict[int, Subjects]) -> None:
        self._plain, self.tracked = plain, tracked
        self._methods: list[int] = []
        self._given: dict[int, Given] = {}
        self._variants: dict[int, list[int]] = {}
        self._by_key: dict[tuple[int, Key], int] = {}
        self._rows: list[tuple[int, int, int]] = []

    @property
    def count(self) -> int:
        """How many nodes there are by now."""
        return self._plain.plain + len(self._methods)

    def entry(self, node: int) -> Entry:
        """What is known of how the method of a node was entered."""
        if node < self._plain.plain:
            return self._plain.entry(node)
        return Entry(self._methods[node - self._plain.plain], given=self._given[node])

    def add(self, edge: int, source: int, target: int) -> None:
        """Enter a plain edge between two nodes."""
        self._rows.append((source, edge, target))

    def variant(self, method: int, base: int, given: Given) -> int:
        """The node of a method entered so; that of any way if nothing is known, or too many are told apart."""
        key = method, _key(given)
        if not given:
            return base
        if key not in self._by_key:
            held = self._variants.setdefault(method, [])
            if len(held) >= _MOST_VARIANTS:
                return base
            node = self._plain.plain + len(self._methods)
            self._by_key[key] = node
            self._methods.append(method)
            self._given[node] = given
            held.append(node)
        return self._by_key[key]

    def graph(self, touched: npt.NDArray[np.bool_], forks: Forks) -> PathGraph:
        """All untouched edges and those entered, in the order of plain graphs."""
        edges = self._plain.edges
        kept = np.flatnonzero(~touched)
        rows = np.array(self._rows, np.int64).reshape(-1, 3)
        origin = np.concatenate([kept, rows[:, 1]])
        sources = np.concatenate([edges.sources[kept], rows[:, 0]]).astype(np.int32)
        targets = np.concatenate([edges.targets[kept], rows[:, 2]]).astype(np.int32)
        order = np.lexsort((origin, edges.vias[origin], sources))
        origin = origin[order]
        methods = np.concatenate([self._plain.methods, np.array(self._methods, np.int64)])
        joined = Edges(sources[order], targets[order], edges.vias[origin], edges.positions[origin], edges.files[origin])
        triggers = {
            node: fork.trigger
            for node, given in self._given.items()
            for fork in forks.get(int(methods[node]), ())
            if fork.trigger is not None and fork.given.items() <= given.items()
        }
        return PathGraph(methods, joined, self._plain.plain, self._variants, self._given, triggers)


def _key(given: Mapping[Subject, Known]) -> Key:
    return tuple(given.items())


def _agree(first: Given, second: Given) -> bool:
    """Whether both can hold of one object."""
    return all(second.get(subject, known) == known for subject, known in first.items())
