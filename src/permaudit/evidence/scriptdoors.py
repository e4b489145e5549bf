"""Under which names scripts call the methods that hand people to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from permaudit.catalog.bridges import ScriptEntry, ScriptObject
from permaudit.dex.symbols import bounds_of
from permaudit.evidence.code import Code
from permaudit.evidence.frames import Context
from permaudit.evidence.resolver import Resolver
from permaudit.evidence.scriptentries import ScriptEntries
from permaudit.evidence.values import Text
from permaudit.model.evidence import ScriptDoor
from permaudit.model.flow import Flow
from permaudit.model.place import Method

_MOST_METHODS = 60  # between what hands over and what the script calls
_MOST_CALLS = 24
_LONGEST_NAME = 100
_PLUGIN = "Plugin"


class ScriptDoors:
    """Finds them for the flows of one app."""

    def __init__(self, code: Code, resolver: Resolver, entries: ScriptEntries) -> None:
        self._code, self._resolver, self._entries = code, resolver, entries
        self._handed: dict[tuple[str, ...], frozenset[str]] = {}

    def find(self, flows: Iterable[Flow]) -> tuple[ScriptDoor, ...]:
        """A door for each flow to a script and each method by which scripts get what it carries."""
        found: dict[ScriptDoor, None] = {}
        for flow in flows:
            if flow.sink != "script" or flow.at.method is None:
                continue
            for method, entry in self._starting(flow.at.method):
                door = self._door(flow, method, entry)
                if door is not None:
                    found[door] = None
        return tuple(found)

    def _door(self, flow: Flow, method: int, entry: ScriptEntry) -> ScriptDoor | None:
        if entry.object is None:
            return None
        name = self._code.method(method).name
        objects = self._objects(entry.object, method)
        if not (objects or entry.object.got_by) or len(name) > _LONGEST_NAME:
            return None
        return ScriptDoor(flow.id, entry.framework, name, tuple(sorted(objects)), entry.object.got_by)

    def _starting(self, handing: Method) -> Iterator[tuple[int, ScriptEntry]]:
        """The methods that scripts call, from which the one that hands over is called or its object is made."""
        first = self._number(handing)
        seen, pending = {first}, [first]
        for method in pending:
            if method < 0:
                continue
            entry = self._entries.entries.get(method)
            if entry is not None:
                yield method, entry
                continue
            before = self._resolver.callers(method)
            if not before:  # Android or a library calls it, on an object that was given to them
                before = self._code.makers_of(int(self._code.symbols.method_types[method]))
            for each, _ in before:
                if each not in seen and len(seen) < _MOST_METHODS:
                    seen.add(each)
                    pending.append(each)

    def _number(self, method: Method) -> int:
        symbols = self._code.symbols
        owner = symbols.type_number(method.class_name.encode())
        signature = symbols.find_signature(f"{method.name}{method.descriptor}".encode())
        return symbols.method_number(owner, signature) if min(owner, signature) >= 0 else -1

    def _objects(self, named: ScriptObject, method: int) -> frozenset[str]:
        if named.handed_to:
            if named.handed_to not in self._handed:
                self._handed[named.handed_to] = frozenset(
                    text for each in named.handed_to for text in self._texts_handed(each)
                )
            return self._handed[named.handed_to]
        owner = int(self._code.symbols.method_types[method])
        if named.returned_by is not None:
            return frozenset(self._texts_returned(owner, named.returned_by))
        if named.class_name:
            simple = self._code.type_name(owner).rstrip(";").rpartition("/")[2].rpartition("$")[2]
            return frozenset({simple, simple.removesuffix(_PLUGIN)} - {""})
        return frozenset()

    def _texts_handed(self, reference: str) -> Iterator[str]:
        """The texts that calls of a method, or of that of a subclass in the app, are given."""
        owner, _, name = reference.partition("->")
        symbols = self._code.symbols
        of, number = symbols.type_number(owner.encode()), symbols.name_number(name.encode())
        if min(of, number) < 0:
            return
        for each in (of, *self._code.descendants(of)):
            for method in range(*bounds_of(symbols.method_types, each)):
                if int(symbols.signature_names[symbols.method_signatures[method]]) == number:
                    for caller, call in self._code.invokes(method)[:_MOST_CALLS]:
                        yield from self._texts_given(caller, call)

    def _texts_given(self, caller: int, call: int) -> Iterator[str]:
        frame = self._resolver.open_frame(caller)
        if frame is None:
            return
        for each in self._resolver.argument(frame, call, 1, Context()):
            if isinstance(each.value, Text) and 0 < len(each.value.text) <= _LONGEST_NAME:
                yield each.value.text

    def _texts_returned(self, owner: int, signature: str) -> Iterator[str]:
        number = self._code.symbols.find_signature(signature.encode())
        method = self._code.method_of(owner, number) if number >= 0 else -1
        frame = self._resolver.open_frame(method) if method >= 0 else None
        if frame is None:
            return
        for each in self._resolver.returns(frame, Context(), 1):
            if isinstance(each.value, Text) and 0 < len(each.value.text) <= _LONGEST_NAME:
                yield each.value.text
