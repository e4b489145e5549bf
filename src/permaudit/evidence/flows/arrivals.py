"""Where data is handed over: calls of sinks, writing into streams that lead out, results for others to call for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from permaudit.catalog.flows import MarkedSink, Position, ReturnEntry, SinkEntry, StreamEntry
from permaudit.dex.body import MethodBody
from permaudit.dex.descriptors import parameters
from permaudit.dex.symbols import bounds_of
from permaudit.evidence.flows.changes import Change
from permaudit.evidence.flows.facts import Arrival, Carry, RegisterFact
from permaudit.evidence.marks import marked_methods
from permaudit.evidence.values import Site
from permaudit.model.flow import Transform

if TYPE_CHECKING:
    from permaudit.evidence.flows.follower import Follower

_MOST_IMPLEMENTERS = 8
_TO_SCRIPT = ReturnEntry("script")
_PLAIN = ("Ljava/lang/", "Lokhttp3/")


def _is_bean(descriptor: str) -> bool:
    """Whether a parameter is an object that a converter serialises: no text, number or ready body."""
    return descriptor.startswith("L") and not descriptor.startswith(_PLAIN)


class Sinks:
    """Notes arrivals on the trail."""

    def __init__(self, follower: Follower) -> None:
        self._follower, self._code, self._library = follower, follower.code, follower.library
        self._annotated: dict[str, frozenset[int]] = {}
        self._held: dict[tuple[int, tuple[str, ...]], bool] = {}

    def called(
        self,
        sink: SinkEntry,
        fact: RegisterFact,
        bits: int,
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
                engine=sink.engine,
            )
            self._follower.trail.arrive(arrival, bits, fact, Carry(fact.method, place, "sink", api))

    def written(self, stream: StreamEntry, made: Site, change: Change) -> None:
        """Data is written into an object that leads to a sink; `made` is where that came from."""
        if change.form == "function":
            return
        at = change.at or change.carry
        arrival = Arrival(
            stream.sink, "content", Site(at.method, at.index), at.what, change.hashed, leaves=stream.leaves
        )
        way = Carry(at.method, at.index, "sink", at.what, change.carry.transform)
        self._follower.trail.arrive(arrival, change.bits, change.before, way)
        if stream.name is not None:
            self._follower.stores.written(stream.sink, stream.name, made, change)

    def returned(self, fact: RegisterFact, bits: int, carry: Carry) -> None:
        """Data is the result of a method that somebody outside the app calls to get it."""
        if fact.form == "function":
            return
        entry = self._override(fact.method) if self._follower.callbacks.is_called_from_outside(fact.method) else None
        engine = None
        if entry is None and fact.method in self._follower.tools.returning:
            entry, engine = _TO_SCRIPT, self._follower.tools.returning[fact.method]
        if entry is not None:
            site = Site(fact.method, carry.index if carry.method == fact.method else 0)
            api = self._follower.named(fact.method)
            arrival = Arrival(entry.sink, "content", site, api, fact.hashed, leaves=entry.leaves, engine=engine)
            self._follower.trail.arrive(arrival, bits, fact, Carry(fact.method, site.index, "sink", api))

    def _override(self, method: int) -> ReturnEntry | None:
        entry = self._library.override(method)
        return entry if entry is not None and entry.parameter is None else None

    def put_into(self, method: int, word: int, change: Change) -> None:
        """Data is put into a parameter that the system gave, and takes back."""
        entry = self._library.override(method)
        if entry is None or entry.parameter is None or entry.parameter + 1 != word:
            return
        at = change.at or change.carry
        arrival = Arrival(entry.sink, "content", Site(at.method, at.index), at.what, change.hashed, leaves=entry.leaves)
        self._follower.trail.arrive(arrival, change.bits, change.before, Carry(at.method, at.index, "sink", at.what))

    def marked(self, fact: RegisterFact, bits: int, body: MethodBody, place: int, callee: int) -> bool:
        """Whether a method of a renamed library takes the data away, known by the texts in it."""
        definition = int(self._code.program.definition_of[callee])
        if definition < 0 or fact.form == "rows" or fact.register not in body.instructions[place].registers[1:]:
            return False
        for each in self._library.sinks.marked:
            if self._is_marked(each, definition):
                library = self._library.renamed(self._code.method(definition).class_name)
                name = library.name if library is not None else None
                arrival = Arrival(
                    each.sink, "content", Site(fact.method, place), each.api, fact.hashed, library=name, known=True
                )
                self._follower.trail.arrive(arrival, bits, fact, Carry(fact.method, place, "sink", each.api))
                return True
        return False

    def renamed(self, fact: RegisterFact, bits: int, body: MethodBody, place: int, callee: int) -> bool:
        """Note data that the call hands to a renamed library that sends; whether that is the end of it.

        Making one of its objects sends nothing; what is made goes on to a call that may.
        """
        method = self._code.method(callee)
        library = self._library.renamed(method.class_name)
        if library is None or library.sink is None or fact.form == "rows" or method.name == "<init>":
            return False
        api = f"{library.name} ({self._follower.named(callee)})"
        arrival = Arrival(library.sink, "content", Site(fact.method, place), api, fact.hashed, library=library.name)
        self._follower.trail.arrive(arrival, bits, fact, Carry(fact.method, place, "sink", api))
        return method.descriptor.endswith(")V") and fact.register != body.instructions[place].registers[0]

    def _is_marked(self, entry: MarkedSink, method: int) -> bool:
        if entry.descriptor is None:
            return self._code.strings_of(method).issuperset(entry.strings)
        if self._code.method(method).descriptor != entry.descriptor:
            return False
        owner = int(self._code.symbols.method_types[method])
        family = [owner, *self._code.descendants(owner)[:_MOST_IMPLEMENTERS]]
        return any(self._holds(each, entry.strings) for each in family)

    def _holds(self, type_number: int, texts: tuple[str, ...]) -> bool:
        """Whether the methods of a class together hold all these texts."""
        key = (type_number, texts)
        if key not in self._held:
            held: set[str] = set()
            for method in range(*bounds_of(self._code.symbols.method_types, type_number)):
                held |= self._code.strings_of(method)
            self._held[key] = held.issuperset(texts)
        return self._held[key]

    def proxied(self, fact: RegisterFact, bits: int, body: MethodBody, place: int, callee: int) -> None:
        """A method is called that a library implements at run time from its annotations."""
        definition = int(self._code.program.definition_of[callee])
        if definition < 0 or fact.form == "function" or fact.register == body.instructions[place].registers[0]:
            return
        proxies = self._library.sinks.proxies
        owner = int(self._code.symbols.method_types[definition])
        named = any(definition in self._marked(each) for each in sorted(proxies.annotations))
        if named or (not self._code.descendants(owner) and definition in self.annotated()):
            api = self._follower.named(callee)
            arrival = Arrival(proxies.sink, "content", Site(fact.method, place), api, fact.hashed, proxy=owner)
            words = [word for word, each in enumerate(body.instructions[place].registers) if each == fact.register]
            transform = self._serialised(definition, words)
            self._follower.trail.arrive(arrival, bits, fact, Carry(fact.method, place, "sink", api, transform))

    def _serialised(self, method: int, words: list[int]) -> Transform | None:
        """What a library makes of what is handed to such a method: by its annotations, or as objects go."""
        proxies = self._library.sinks.proxies
        for transform, marks in proxies.transforms.items():
            if any(method in self._marked(each) for each in sorted(marks)):
                return transform
        kinds = parameters(self._code.method(method).descriptor)
        return proxies.beans if any(0 < word <= len(kinds) and _is_bean(kinds[word - 1]) for word in words) else None

    def annotated(self) -> frozenset[int]:
        """Methods with any annotation that is kept for run time: a library may have been renamed."""
        if "" not in self._annotated:
            self._annotated[""] = frozenset(marked_methods(self._code, None))
        return self._annotated[""]

    def _marked(self, annotation: str) -> frozenset[int]:
        if annotation not in self._annotated:
            self._annotated[annotation] = frozenset(marked_methods(self._code, [annotation]))
        return self._annotated[annotation]
