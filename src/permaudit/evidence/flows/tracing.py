"""Traces the data of every read that counts, and sums up where it went."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from permaudit.catalog.operations import CursorMethods
from permaudit.evidence.flows.facts import Arrival, Carry, Fact
from permaudit.evidence.flows.follower import Follower, Tools
from permaudit.evidence.flows.library import Library
from permaudit.evidence.flows.origins import Origins
from permaudit.evidence.flows.renamed import RenamedLibraries
from permaudit.evidence.flows.rows import Rows, fields_of
from permaudit.evidence.flows.sources import Sources
from permaudit.evidence.rawread import RawRead

STEPS = 200_000
"""Work allowed for following data, in all reads together."""


_Arrived = tuple[int, Fact, Carry]


@dataclass(frozen=True, slots=True)
class RawFlow:
    """One read's data at one sink, before it is known whether anything starts it."""

    read: RawRead
    arrival: Arrival
    fields: tuple[str, ...]
    way: tuple[Carry, ...]

    @property
    def methods(self) -> set[int]:
        """All methods on the way."""
        return {each.method for each in self.way}


class Tracer:
    """Follows reads one by one with the same tools."""

    def __init__(self, tools: Tools, cursor: CursorMethods) -> None:
        self._tools, self._cursor = tools, cursor
        self._library: Library | None = None
        self._origins = Origins(tools.resolver, tools.budget)
        self._sources = Sources(tools.resolver, cursor)
        self.cut: list[RawRead] = []

    def trace(self, reads: Iterable[RawRead], banned: frozenset[int] = frozenset()) -> list[RawFlow]:
        """All flows of these reads, not through `banned` methods, which nothing starts."""
        reads = list(reads)
        library = self._library_for(reads) if reads else None
        return [flow for read in reads if library is not None for flow in self._trace(read, banned, library)]

    def _library_for(self, reads: list[RawRead]) -> Library:
        """What is known of libraries; packages with components or reads in them are the app's own."""
        if self._library is None:
            tools = self._tools
            own = {int(tools.code.symbols.method_types[each.method]) for each in reads}
            own.update(tools.dispatch.components.tolist())
            renamed = RenamedLibraries(tools.code, tools.flows.renamed, own)
            self._library = Library(tools.code, tools.catalog, tools.flows, tools.package, renamed)
        return self._library

    def _trace(self, read: RawRead, banned: frozenset[int], library: Library) -> Sequence[RawFlow]:
        rows = Rows(self._tools.resolver, self._tools.catalog, self._cursor, read)
        follower = Follower(self._tools, library, self._origins, rows)
        follower.trail.banned = banned
        if not library.is_opaque(read.method):
            follower.trail.is_left_out = library.is_opaque
        begin = Carry(read.method, read.index, "read", f"{read.api.method}")
        facts = self._sources.of(read)
        for fact in facts or ():
            follower.trail.add(fact, rows.bits, None, begin)
        follower.run()
        if (facts is None or follower.cut) and read not in self.cut:
            self.cut.append(read)
        trail = follower.trail
        return [
            RawFlow(read, arrival, fields_of(bits), (*trail.way_to(before), carry))
            for arrival, (bits, before, carry) in _best_known(trail.arrivals).items()
        ]


def _best_known(arrivals: dict[Arrival, _Arrived]) -> dict[Arrival, _Arrived]:
    """What is handed to a renamed library is one flow: at the method known to take it away, or the last one called."""
    known = {each.library for each in arrivals if each.known}
    kept: dict[Arrival, _Arrived] = {}
    last: dict[tuple[str, int, bool], Arrival] = {}
    together: dict[tuple[str, int, bool], int] = {}
    for arrival, arrived in arrivals.items():
        if arrival.library is None or arrival.known:
            kept[arrival] = arrived
        elif arrival.library not in known:
            key = (arrival.library, arrival.site.method, arrival.hashed)
            together[key] = together.get(key, 0) | arrived[0]
            if key not in last or last[key].site.index < arrival.site.index:
                last[key] = arrival
    return kept | {each: (together[key], *arrivals[each][1:]) for key, each in last.items()}
