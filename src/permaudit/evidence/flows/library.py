"""What the catalogue says about the method that a call names, looked up once for each method."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from permaudit.catalog.catalog import Catalog
from permaudit.catalog.flows import (
    CopyEntry,
    FlowCatalog,
    RenamedLibrary,
    ReturnEntry,
    SinkEntry,
    StoreEntry,
    StreamEntry,
    WrapEntry,
)
from permaudit.evidence.code import Code
from permaudit.evidence.flows.renamed import RenamedLibraries
from permaudit.model.flow import Transform

V = TypeVar("V")


class Library:
    """Answers about methods and classes outside the app, and about libraries inside it that keep their names."""

    def __init__(
        self, code: Code, catalog: Catalog, flows: FlowCatalog, package: str, renamed: RenamedLibraries
    ) -> None:
        self._code, self._catalog, self._renamed = code, catalog, renamed
        self._own = "L" + package.replace(".", "/") + "/"
        self.summaries, self.sinks = flows.summaries, flows.sinks
        self._sinks = {each.method: each for each in flows.sinks.sinks}
        self._copies = {each.method: each for each in flows.summaries.copies}
        self._streams = {each.method: each for each in flows.sinks.streams if each.method}
        self._stream_classes = {each.class_name: each for each in flows.sinks.streams if each.class_name}
        self._wraps = {each.class_name: each for each in flows.summaries.wraps}
        self._transforms: dict[str, Transform] = {
            method: each.transform for each in flows.summaries.transforms for method in each.methods
        }
        self._puts = {method: each for each in flows.summaries.stores for method in each.puts}
        self._returns = {each.method: each for each in flows.sinks.returns if each.method}
        self._names: dict[int, list[str]] = {}
        self._opaque: dict[int, bool] = {}
        self._callbacks: dict[int, bool] = {}
        self._holders: dict[str, bool] = {}
        self._libraries: dict[str, bool] = {}
        entries = (*self._sinks, *self._streams, *self._transforms, *self._puts)
        self._named = frozenset(each.partition("->")[0] for each in entries)
        self._reads = frozenset(each.method for each in catalog.apis)

    def is_opaque(self, callee: int) -> bool:
        """Whether a called method is not looked into: outside the app, or of a library that keeps its names."""
        if callee not in self._opaque:
            definition = int(self._code.program.definition_of[callee])
            self._opaque[callee] = definition < 0 or self.is_library_class(self._code.method(definition).class_name)
        return self._opaque[callee]

    def is_library_class(self, class_name: str) -> bool:
        """Whether a class belongs to a library of a kind that is not looked into."""
        if class_name not in self._libraries:
            owner = self._catalog.owner_of(class_name) if not class_name.startswith(self._own) else None
            known = (
                class_name in self._named
                or self._is_listed(class_name)
                or (owner is not None and owner.kind in self.summaries.opaque)
            )
            self._libraries[class_name] = known or self._is_renamed(class_name)
        return self._libraries[class_name]

    def _is_listed(self, class_name: str) -> bool:
        listed = self.summaries.opaque_classes
        return class_name in listed or class_name.rpartition("/")[0] + "/" in listed

    def _is_renamed(self, class_name: str) -> bool:
        number = self._code.symbols.type_number(class_name.encode("utf-8", "replace"))
        if not self._code.hierarchy.is_defined(number) or class_name.startswith(self._own):
            return False
        return self._renamed.library_of(number) is not None or self._renamed.is_needed(number)

    def renamed(self, class_name: str) -> RenamedLibrary | None:
        """The renamed library that a class belongs to; none for those that keep their names."""
        if self._catalog.owner_of(class_name) is not None:
            return None
        number = self._code.symbols.type_number(class_name.encode("utf-8", "replace"))
        return self._renamed.library_of(number) if self._code.hierarchy.is_defined(number) else None

    def is_read(self, method: str) -> bool:
        """Whether a method is a read of its own, whose result is not made of what it is given."""
        return method in self._reads

    def sink(self, callee: int) -> SinkEntry | None:
        """What takes the data away in a call of this method."""
        return self._find(self._sinks, callee)

    def copy(self, callee: int) -> CopyEntry | None:
        """Where the data goes in a call of this method, if not everywhere."""
        return self._find(self._copies, callee)

    def stream(self, callee: int) -> StreamEntry | None:
        """What happens to what is written into the object that this method gives."""
        return self._find(self._streams, callee)

    def stream_field(self, reference: str) -> StreamEntry | None:
        """What happens to what is written into the object of a platform field, `class->name`."""
        return self._streams.get(reference)

    def put(self, callee: int) -> StoreEntry | None:
        """Where this method stores what it is given."""
        return self._find(self._puts, callee)

    def transform(self, callee: int) -> Transform | None:
        """What form this method gives to the data."""
        known = self._find(self._transforms, callee)
        if known is None and self.is_opaque(callee):
            method = self._code.method(callee)
            renamed = self.renamed(method.class_name)
            if renamed is not None and method.descriptor.endswith((")Ljava/lang/String;", ")[B", ")V")):
                return renamed.transform
        return known

    def made_by_override(self, method: int) -> Transform | None:
        """What form somebody gives to the result of a method that the app overrides."""
        return self._find(self._transforms, method)

    def override(self, method: int) -> ReturnEntry | None:
        """Where the result of a method goes that the app overrides."""
        return self._find(self._returns, method)

    def stream_class(self, class_name: str) -> StreamEntry | None:
        """What happens to what is written into objects of a class."""
        return self._of_class(self._stream_classes, class_name)

    def is_outlet(self, descriptor: str) -> bool:
        """Whether what is put into an object of a type goes on: a stream, or what a renamed library writes with."""
        if not descriptor.startswith("L"):
            return False
        if not self.summaries.outlets.isdisjoint(self._code.platform_ancestors(descriptor)):
            return True
        renamed = self.renamed(descriptor)
        return renamed is not None and (renamed.outlets or renamed.transform is not None)

    def sets_outlet(self, callee: int) -> bool:
        """Whether a method gives its object the stream it writes into."""
        method = self._code.method(callee)
        return any(
            f"{each}->{method.name}" in self.summaries.set_outlets
            for each in self._code.platform_ancestors(method.class_name)
        )

    def wrap(self, class_name: str) -> WrapEntry | None:
        """Around what objects of a class are made."""
        return self._of_class(self._wraps, class_name)

    def key_method(self, callee: int) -> str | None:
        """`put` or `get` if a method of an object that keeps values under keys does that."""
        method = self._code.method(callee)
        for each in self.summaries.keyed:
            named = method.name in each.puts or method.name in each.gets
            if named and not each.classes.isdisjoint(self._code.platform_ancestors(method.class_name)):
                return "put" if method.name in each.puts else "get"
        return None

    def keeps_nothing(self, class_name: str) -> bool:
        """Whether objects of a class do not hold what they are handed."""
        if class_name not in self._holders:
            above = self._code.platform_ancestors(class_name)
            self._holders[class_name] = not self.summaries.keeps_nothing.isdisjoint(above)
        return self._holders[class_name]

    def is_callback(self, type_number: int) -> bool:
        """Whether code outside the app may call methods of a class because of what it implements or extends."""
        if type_number not in self._callbacks:
            name = self._code.type_name(type_number)
            above = self._code.platform_ancestors(name) - self.summaries.data_types
            self._callbacks[type_number] = any(each != name and not self._is_own(each) for each in above)
        return self._callbacks[type_number]

    def _is_own(self, class_name: str) -> bool:
        """Whether the app defines a class itself, and it is not a library's."""
        number = self._code.symbols.type_number(class_name.encode("utf-8", "replace"))
        return self._code.hierarchy.is_defined(number) and not self.is_library_class(class_name)

    def _find(self, table: Mapping[str, V], callee: int) -> V | None:
        if callee not in self._names:
            method = self._code.method(callee)
            above = sorted(self._code.platform_ancestors(method.class_name)) if method.name != "<init>" else ()
            self._names[callee] = [f"{each}->{method.name}" for each in (method.class_name, *above)]
        return _first(table, self._names[callee])

    def _of_class(self, table: Mapping[str, V], class_name: str) -> V | None:
        return _first(table, (class_name, *sorted(self._code.platform_ancestors(class_name))))


def _first(table: Mapping[str, V], names: Iterable[str]) -> V | None:
    return next((table[each] for each in names if each in table), None)
