"""Libraries whose classes were renamed, known again by texts that only they hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from permaudit.catalog.flows import RenamedLibrary
from permaudit.dex.opcodes import Reference
from permaudit.dex.symbols import Int64s
from permaudit.evidence.code import Code

_INTERFACE = 0x200


class RenamedLibraries:
    """Classes of renamed libraries, and the packages they fill.

    A shrinker that renames leaves the classes of a package together: where one of them is a library's, all are, unless
    the package also holds a class of the app's own (`own` types: components, and classes with reads). And what a
    library's code makes, what its classes extend, and the interfaces it calls are no app's either: libraries do not
    know the apps they are in. (A class it calls may be the app's: a shrinker that knows which function is given to a
    library names it there.)
    """

    def __init__(self, code: Code, libraries: Sequence[RenamedLibrary], own: Iterable[int]) -> None:
        self._code = code
        self._types: dict[int, RenamedLibrary] = {}
        packages: dict[str, RenamedLibrary] = {}
        kept = {_package(code.type_name(each)) for each in own} | {""}
        for library, owner in self._holders(libraries):
            package = _package(code.type_name(owner))
            if package in kept and package:
                continue  # inlined into the app's own code, or shared with it
            self._types.setdefault(owner, library)
            if package not in kept:
                packages.setdefault(package, library)
        self._packages = packages
        self._within = self._needed_by({*self._types}, own) if self._types else None

    def library_of(self, type_number: int) -> RenamedLibrary | None:
        """The renamed library that a class of the app belongs to, by the texts in it or in its package."""
        known = self._types.get(type_number)
        return known or self._packages.get(_package(self._code.type_name(type_number)))

    def is_needed(self, type_number: int) -> bool:
        """Whether a class is one that renamed libraries need: a part of them, or another library."""
        return self._within is not None and bool(self._within[type_number])

    def _needed_by(self, types: set[int], own: Iterable[int]) -> npt.NDArray[np.bool_]:
        """All classes of the app that these make or extend, and so on."""
        code = self._code
        count = len(code.symbols.types)
        own_types = np.zeros(count, np.bool_)
        own_types[sorted(own)] = True
        callers, callees = self._makings()
        below, above = code.hierarchy.pairs
        found = np.zeros(count, np.bool_)
        found[sorted(types)] = True
        before = -1
        while before != (before := int(np.count_nonzero(found))):
            found[callees[found[callers]]] = True
            found[above[found[below]]] = True
            found &= ~own_types
        return found

    def _makings(self) -> tuple[Int64s, Int64s]:
        """(type that calls, type called) of calls of constructors and of interfaces that the app defines."""
        code = self._code
        of, types = code.program.definition_of, code.symbols.method_types
        known = np.maximum(of, 0)
        is_made = code.symbols.signature_names[code.symbols.method_signatures[known]] == code.symbols.name_number(
            b"<init>"
        )
        is_interface = code.hierarchy.class_flags[types[known]] & _INTERFACE != 0
        wanted = (of >= 0) & (is_made | is_interface)
        rows = np.flatnonzero(wanted[code.calls.callees])
        return types[code.calls.callers[rows]], types[of[code.calls.callees[rows]]]

    def _holders(self, libraries: Sequence[RenamedLibrary]) -> list[tuple[RenamedLibrary, int]]:
        """Every class whose code holds a text of a library, in the order of the libraries' texts."""
        named = [(library, text.encode()) for library in libraries for text in library.texts]
        found: dict[tuple[int, int], None] = {}
        for file, tables in enumerate(self._code.program.files):
            string_ids = tables.strings.find_many([text for _, text in named])
            for position in np.flatnonzero(string_ids >= 0).tolist():
                items = self._code.program.users(Reference.STRING, file, int(string_ids[position])).items
                _, methods = self._code.program.methods_of_items(file, items)
                for owner in self._code.symbols.method_types[methods].tolist():
                    found[position, owner] = None
        return [(named[position][0], owner) for position, owner in sorted(found)]


def _package(class_name: str) -> str:
    return class_name[1:].rpartition("/")[0]
