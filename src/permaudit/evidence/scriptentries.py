"""Methods that a script calls by name, as far as no override of a catalogue callback shows them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

import numpy as np

from permaudit.catalog.bridges import ScriptEntry
from permaudit.dex.symbols import Int32s, Int64s, sorted_distinct
from permaudit.evidence.code import Code
from permaudit.evidence.dispatch import Dispatch
from permaudit.evidence.marks import marked_methods
from permaudit.model.evidence import Trigger
from permaudit.model.place import descriptor_of

_PUBLIC = 1
_NOTHING = np.empty(0, np.int64)


class ScriptEntries:
    """What the catalogue's entries mean in one app: `triggers` by method, and the methods whose result is handed on.

    `entries` says which entry a method is one of. Those `without_object` are static, or the script makes their objects
    itself.
    """

    def __init__(
        self, code: Code, dispatch: Dispatch, entries: Sequence[ScriptEntry], listed: Mapping[str, frozenset[str]]
    ) -> None:
        self._code, self._dispatch, self._listed = code, dispatch, listed
        self.triggers: dict[int, Trigger] = {}
        self.entries: dict[int, ScriptEntry] = {}
        returning: set[int] = set()
        without_object: set[int] = set()
        for each, methods in self._found(entries):
            numbers = methods.tolist()
            self.triggers = dict.fromkeys(numbers, each.trigger) | self.triggers  # what is said first, stays
            self.entries = dict.fromkeys(numbers, each) | self.entries
            if each.returns:
                returning.update(numbers)
            if each.below is not None:
                without_object.update(numbers)
        self.returning, self.without_object = frozenset(returning), frozenset(without_object)

    def _found(self, entries: Sequence[ScriptEntry]) -> Iterable[tuple[ScriptEntry, Int64s]]:
        """Each entry with its methods; annotated ones come first, because they say which classes need no others."""
        marked = [(each, self._marked(each)) for each in entries if each.annotation is not None]
        yield from marked
        types = self._code.symbols.method_types[np.concatenate([_NOTHING, *(methods for _, methods in marked)])]
        for each in entries:
            if each.method is not None and each.native:
                yield each, self._named(each.method)
            elif each.class_name is not None:
                yield each, self._taking(each.class_name, each.takes, types)
            elif each.made_in is not None:
                yield each, self._made_in(each.made_in, each.besides)
            elif each.below is not None and each.ending:
                yield each, self._ending(each.below, each.ending)
            elif each.annotated and each.file is not None and each.file in self._listed:
                yield each, self._annotated(self._listed[each.file])

    def _marked(self, entry: ScriptEntry) -> Int64s:
        marked = np.array(marked_methods(self._code, [entry.annotation or ""]), np.int64)
        return self._dispatch.with_overriding(marked) if entry.inherited and marked.size else marked

    def _named(self, reference: str) -> Int64s:
        """A method that the app itself has."""
        owner, signature = self._split(reference)
        number = self._code.symbols.method_number(owner, signature) if min(owner, signature) >= 0 else -1
        return self._defined(np.array([number] if number >= 0 else [], np.int64))

    def _taking(self, class_name: str, takes: Sequence[str], marked: Int64s) -> Int64s:
        """Public methods below a class that take one of these types, in classes without annotated methods."""
        symbols = self._code.symbols
        methods = self._public(self._methods_of(self._below(class_name), marked))
        wanted = np.array([symbols.type_number(each.encode()) for each in takes], np.int64)
        signatures = symbols.method_signatures[methods]
        fitting = [
            each
            for each in sorted_distinct(signatures).tolist()
            if np.any(np.isin(symbols.parameter_types(each), wanted[wanted >= 0]))
        ]
        result: Int64s = methods[np.isin(signatures, np.array(fitting, np.int64))]
        return result

    def _annotated(self, names: Iterable[str]) -> Int64s:
        """Public methods with any annotation in classes of these names."""
        numbers = [self._code.symbols.type_number(descriptor_of(each).encode()) for each in sorted(names)]
        methods = self._public(self._methods_of(np.array([each for each in numbers if each >= 0], np.int64), _NOTHING))
        if not methods.size:
            return _NOTHING
        result: Int64s = methods[np.isin(methods, np.array(marked_methods(self._code, None), np.int64))]
        return result

    def _public(self, methods: Int64s) -> Int64s:
        flags = self._code.program.definitions.flags[self._code.program.row_of[methods]]
        result: Int64s = methods[(flags & _PUBLIC != 0) & self._dispatch.is_virtual(methods)]
        return result

    def _ending(self, package: str, ending: str) -> Int64s:
        """Public methods, static ones too, of the classes of a package and those below whose names end so."""
        symbols, program = self._code.symbols, self._code.program
        prefix, tail = package.encode(), ending.encode()
        types = [number for numbers in symbols.type_maps for number in _beginning(numbers, symbols.types, prefix)]
        methods = self._methods_of(np.array(sorted(set(types)), np.int64), _NOTHING)
        methods = methods[program.definitions.flags[program.row_of[methods]] & _PUBLIC != 0]
        names = symbols.signature_names[symbols.method_signatures[methods]].tolist()
        result: Int64s = methods[np.array([symbols.names[each].endswith(tail) for each in names], bool)]
        return result

    def _made_in(self, reference: str, besides: str | None) -> Int64s:
        """Overriding methods of the classes that are made where a class of the app overrides a method."""
        _, signature = self._split(reference)
        if signature < 0:
            return _NOTHING
        symbols, made = self._code.symbols, self._dispatch.allocations
        below = self._below(reference.partition("->")[0])
        numbers = symbols.method_numbers(below, np.full(len(below), signature))
        makers = self._defined(numbers[numbers >= 0])
        types = sorted_distinct(made.types[np.isin(made.methods, makers)].astype(np.int64))
        own = [each for each in types.tolist() if besides is None or not self._code.type_name(each).startswith(besides)]
        methods = self._methods_of(np.array(own, np.int64), _NOTHING)
        methods = methods[self._dispatch.is_virtual(methods)]
        which, _, _ = self._dispatch.overridden(methods)
        return methods[sorted_distinct(which)]

    def _methods_of(self, types: Int64s, besides: Int64s) -> Int64s:
        """The methods with code of these types, and none of the types `besides`."""
        if not types.size:
            return _NOTHING
        owners = self._code.symbols.method_types
        return self._defined(np.flatnonzero(np.isin(owners, types) & ~np.isin(owners, besides)))

    def _defined(self, methods: Int64s) -> Int64s:
        result: Int64s = methods[self._code.program.row_of[methods] >= 0]
        return result

    def _below(self, class_name: str) -> Int64s:
        number = self._code.symbols.type_number(class_name.encode())
        return self._dispatch.subtypes(number) if number >= 0 else _NOTHING

    def _split(self, reference: str) -> tuple[int, int]:
        owner, _, signature = reference.partition("->")
        return self._code.symbols.type_number(owner.encode()), self._code.symbols.find_signature(signature.encode())


def _beginning(numbers: Int32s, types: Sequence[bytes], prefix: bytes) -> Iterator[int]:
    """The types of one DEX file, which are sorted by their names, that begin so."""
    first = bisect_left(range(len(numbers)), prefix, key=lambda at: types[int(numbers[at])])
    following = map(int, numbers[first:])
    return takewhile(lambda number: types[number].startswith(prefix), following)
