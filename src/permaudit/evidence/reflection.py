"""Reflection by names that can be resolved: classes made and methods called through texts, as call graph edges."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from permaudit.catalog.catalog import Catalog
from permaudit.catalog.reflection import NamingMethod
from permaudit.dex.symbols import bounds_of
from permaudit.evidence.callgraph import REFLECTION, Edges
from permaudit.evidence.code import Code
from permaudit.evidence.dispatch import Dispatch
from permaudit.evidence.frames import Frame
from permaudit.evidence.owners import owner_of
from permaudit.evidence.reflectedsites import READING, Overloads
from permaudit.evidence.resolver import Resolver
from permaudit.evidence.sites import ApiSite, numbers_of
from permaudit.evidence.values import UNKNOWN_PIECE, ClassName, MethodName, Text

_STEPS_A_SITE = 15
_MOST_SITES = 150
_Row = tuple[int, int, int, int, int]


class Reflection:
    """Edges that names resolve to; `unresolved` are methods of the app's own code where they do not.

    `types` are classes named by text: their objects may exist. `readers` are methods of the app's own that call
    something of a class that reads by URI, without it being seen what: by a name that is not known, or in a place that
    is none of `followed`.
    """

    def __init__(
        self,
        code: Code,
        dispatch: Dispatch,
        catalog: Catalog,
        package: str,
        resolver: Resolver,
        followed: Iterable[ApiSite],
    ) -> None:
        self._code, self._dispatch, self._resolver = code, dispatch, resolver
        self._catalog, self._package = catalog, package
        self._overloads = Overloads(code, catalog)
        self._followed = {(site.api.class_name, site.api.name) for site in followed}
        self.types: set[int] = set()
        self.unresolved: list[int] = []
        self.readers: list[int] = []
        self._rows: set[_Row] = set()
        for naming in catalog.reflection.names:
            for method, index in self._sites(naming):
                frame = resolver.open_frame(method)
                if frame is None:
                    continue
                if naming.gives == "class":
                    self._name_class(frame, index, naming)
                elif naming.named_by is None:
                    self._name_all(frame, index, naming)
                else:
                    self._name_method(frame, index, naming)

    def edges(self) -> Edges:
        """One edge from every resolved site to every method it may run."""
        rows = np.array(sorted(self._rows), np.int32).reshape(-1, 5)
        return Edges(*rows.T)

    def _sites(self, naming: NamingMethod) -> list[tuple[int, int]]:
        sites = [
            site for number in numbers_of(self._code, naming, inherited=True) for site in self._code.invokes(number)
        ]
        own = [site for site in sites if not self._is_library(site[0])]
        if naming.named_by is not None:
            self.unresolved.extend(method for method, _ in own[_MOST_SITES:])
        return own[:_MOST_SITES]

    def _name_class(self, frame: Frame, index: int, naming: NamingMethod) -> None:
        names, whole = self._texts(frame, index, naming)
        if not whole:
            self.unresolved.append(frame.method)
        for name in names:
            number = self._code.symbols.type_number(b"L" + name.replace(".", "/").encode("utf-8", "replace") + b";")
            if self._code.hierarchy.is_defined(number):
                self.types.add(number)
                self._lead(frame, index, self._made_by_name(number))

    def _name_method(self, frame: Frame, index: int, naming: NamingMethod) -> None:
        names, all_named = self._texts(frame, index, naming)
        owners, all_owned = self._owners(frame, index, naming)
        if not (all_named and all_owned):
            self.unresolved.append(frame.method)
        if not all_named and not self._overloads.readers.isdisjoint(owners):
            self.readers.append(frame.method)
        meant = {api for owner in owners for name in names for api in self._overloads.of(MethodName(owner, name))}
        if any(api.kind in READING and (api.class_name, api.name) not in self._followed for api in meant):
            self.readers.append(frame.method)
        for owner in owners:
            number = self._code.symbols.type_number(owner.encode("utf-8", "replace"))
            if self._code.hierarchy.is_defined(number):
                for name in names:
                    self._lead(frame, index, self._methods_named(number, name))

    def _name_all(self, frame: Frame, index: int, naming: NamingMethod) -> None:
        owners, _ = self._owners(frame, index, naming)
        if not self._overloads.readers.isdisjoint(owners):
            self.readers.append(frame.method)

    def _texts(self, frame: Frame, index: int, naming: NamingMethod) -> tuple[list[str], bool]:
        """The names that a class or method is looked up by, and whether there can be no others."""
        values = self._resolver.bounded(frame, index, naming.named_by or 0, _STEPS_A_SITE)
        # a text with an unknown piece names nothing
        names = [each.text for each in values if isinstance(each, Text) and UNKNOWN_PIECE not in each.text]
        return names, 0 < len(names) == len(values)

    def _owners(self, frame: Frame, index: int, naming: NamingMethod) -> tuple[list[str], bool]:
        """The classes that a method is looked up in, and whether there can be no others."""
        if naming.of is None:
            receiver = frame.body.instructions[index].registers[0]
            values = self._resolver.bounded_register(frame, index, receiver, _STEPS_A_SITE)
        else:
            values = self._resolver.bounded(frame, index, naming.of, _STEPS_A_SITE)
        owners = [each.descriptor for each in values if isinstance(each, ClassName)]
        return owners, 0 < len(owners) == len(values)

    def _made_by_name(self, type_number: int) -> list[int]:
        """What making an object by name sets going: constructors, the static initialiser, and platform callbacks."""
        low, high = bounds_of(self._code.symbols.method_types, type_number)
        numbers = np.arange(low, high)
        numbers = numbers[self._code.program.row_of[numbers] >= 0]
        called = numbers[self._dispatch.overrides_platform(numbers)].tolist()
        return [*self._methods_named(type_number, "<init>"), *self._methods_named(type_number, "<clinit>"), *called]

    def _methods_named(self, type_number: int, name: str) -> list[int]:
        low, high = bounds_of(self._code.symbols.method_types, type_number)
        return [
            number
            for number in range(int(low), int(high))
            if int(self._code.program.row_of[number]) >= 0 and self._code.method(number).name == name
        ]

    def _lead(self, frame: Frame, index: int, targets: list[int]) -> None:
        body = frame.body
        start = int(self._code.program.code[body.file].items.starts[body.item])
        position = start + body.instructions[index].offset
        self._rows.update((frame.method, target, REFLECTION, position, body.file) for target in targets)

    def _is_library(self, method: int) -> bool:
        """Whether a method is a named library's, which are full of reflection and mean nothing by it."""
        return owner_of(self._catalog, self._package, self._code.method(method).class_name).kind == "library"
