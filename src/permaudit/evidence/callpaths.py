"""Call paths as a report shows them, written from routes through the call graph."""

from __future__ import annotations

from permaudit.evidence.callgraph import VIAS
from permaudit.evidence.code import Code
from permaudit.evidence.pathgraph import PathGraph, index_of
from permaudit.evidence.paths import Route
from permaudit.evidence.roots import Roots
from permaudit.evidence.values import Site
from permaudit.model.evidence import CallPath, Entry, Step, Trigger


class PathWriter:
    """Writes the routes of one path graph."""

    def __init__(self, code: Code, graph: PathGraph, roots: Roots) -> None:
        self._code, self._graph, self._roots = code, graph, roots

    def write(self, route: Route, read: Site) -> CallPath:
        """The steps of a route to a reading call, and the method by which the app is entered."""
        edges = self._graph.edges
        steps = [
            Step(self._code.method(self._method(int(edges.sources[edge]))), self._offset(edge), VIAS[edges.vias[edge]])
            for edge in route.edges
        ]
        last = self._method(route.node)
        steps.append(self._at(Site(last, route.index), carried=route.carried))
        if route.carried:
            steps.append(self._at(read))
        first = self._method(int(edges.sources[route.edges[0]])) if route.edges else last
        entry = Entry(self._code.method(first), self._component(first, route.trigger))
        return CallPath(route.trigger, entry, tuple(steps))

    def _at(self, site: Site, *, carried: bool = False) -> Step:
        body = self._code.body(site.method)
        offset = body.instructions[site.index].offset if body else None
        return Step(self._code.method(site.method), offset, "allocation" if carried else "call")

    def _component(self, method: int, trigger: Trigger) -> str | None:
        """The component that is entered by a method: the one with this trigger, if there are several."""
        components = self._roots.components_of.get(method, {})
        return components.get(trigger) or next((components[each] for each in sorted(components)), None)

    def _offset(self, edge: int) -> int | None:
        edges = self._graph.edges
        method = self._method(int(edges.sources[edge]))
        body = self._code.body(method)
        index = index_of(self._code, method, int(edges.positions[edge]), int(edges.files[edge]))
        return body.instructions[index].offset if body is not None and index >= 0 else None

    def _method(self, node: int) -> int:
        return int(self._graph.methods[node])
