"""Where data is handed over: calls of sinks, writing into streams that lead out, results for others to call for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from permaudit.catalog.flows import Position, SinkEntry, StreamEntry
from permaudit.dex.body import MethodBody
from permaudit.evidence.flows.changes import Change
from permaudit.evidence.flows.facts import Arrival, Carry, RegisterFact
from permaudit.evidence.marks import marked_methods
from permaudit.evidence.values import Site

if TYPE_CHECKING:
    from permaudit.evidence.flows.follower import Follower


class Sinks:
    """Notes arrivals on the trail."""

    def __init__(self, follower: Follower) -> None:
        self._follower, self._code, self._library = follower, follower.code, follower.library
        self._annotated: dict[str, frozenset[int]] = {}

    def called(
        self,
        sink: SinkEntry,
        fact: RegisterFact,
        bits: int,
        body: MethodBody,
        place: int,
        callee: int,
        taken: Sequence[Position],
        *,
        confirmed: bool = False,
    ) -> None:
        """A sink is called with data in these positions."""
        api = self._follower.named(callee)
        for position in taken:
            role = "recipient" if sink.recipient is not None and position == sink.recipient else "content"
            arrival = Arrival(
                sink.sink,
                role,
                Site(fact.method, place),
                api,
                fact.hashed,
                confirmed=confirmed or sink.confirmed,
                leaves=sink.leaves,
            )
            self._follower.trail.arrive(arrival, bits, fact, Carry(fact.method, place, "sink", api))

    def written(self, stream: StreamEntry, made: Site, change: Change) -> None:
        """Data is written into an object that leads to a sink; `made` is where that came from."""
        if change.form == "function":
            return
        at = change.at or change.carry
        arrival = Arrival(stream.sink, "content", Site(at.method, at.index), at.what, change.hashed, leaves=stream.leaves)
        way = Carry(at.method, at.index, "sink", at.what, change.carry.transform)
        self._follower.trail.arrive(arrival, change.bits, change.before, way)
        if stream.name is not None:
            self._follower.stores.written(stream.sink, stream.name, made, change)

    def returned(self, fact: RegisterFact, bits: int, carry: Carry) -> None:
        """Data is the result of a method that somebody outside the app calls to get it."""
        if fact.form == "function":
            return
        entry = self._library.override(fact.method) if self._follower.callbacks.is_called_from_outside(fact.method) else None
        entry = entry or next(
            (each for each in self._library.sinks.returns if each.annotation and fact.method in self._marked(each.annotation)),
            None,
        )
        if entry is not None:
            site = Site(fact.method, carry.index if carry.method == fact.method else 0)
            api = self._follower.named(fact.method)
            arrival = Arrival(entry.sink, "content", site, api, fact.hashed, leaves=entry.leaves)
            self._follower.trail.arrive(arrival, bits, fact, Carry(fact.method, site.index, "sink", api))

    def marked(self, fact: RegisterFact, bits: int, place: int, target: int) -> None:
        """A method of a renamed library is called, known by the texts in it."""
        if fact.form == "function" or not self._library.sinks.marked:
            return
        texts = self._code.strings_of(target)
        for each in self._library.sinks.marked:
            if texts and texts.issuperset(each.strings):
                arrival = Arrival(each.sink, "content", Site(fact.method, place), each.api, fact.hashed)
                self._follower.trail.arrive(arrival, bits, fact, Carry(fact.method, place, "sink", each.api))

    def proxied(self, fact: RegisterFact, bits: int, body: MethodBody, place: int, callee: int) -> None:
        """A method is called that a library implements at run time from its annotations."""
        definition = int(self._code.program.definition_of[callee])
        if definition < 0 or fact.form == "function" or fact.register == body.instructions[place].registers[0]:
            return
        proxies = self._library.sinks.proxies
        if any(definition in self._marked(each) for each in sorted(proxies.annotations)):
            api = self._follower.named(callee)
            arrival = Arrival(proxies.sink, "content", Site(fact.method, place), api, fact.hashed)
            self._follower.trail.arrive(arrival, bits, fact, Carry(fact.method, place, "sink", api))

    def _marked(self, annotation: str) -> frozenset[int]:
        if annotation not in self._annotated:
            self._annotated[annotation] = frozenset(marked_methods(self._code, [annotation]))
        return self._annotated[annotation]
