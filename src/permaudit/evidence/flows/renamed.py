"""Libraries whose classes were renamed, known again by texts that only they hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from permaudit.catalog.flows import RenamedLibrary
from permaudit.dex.opcodes import Reference
from permaudit.evidence.code import Code


class RenamedLibraries:
    """Classes of renamed libraries, and the packages they fill.

    A shrinker that renames leaves the classes of a package together: where one of them is a library's, all are, unless
    the package also holds a class of the app's own (`own` types: components, and classes with reads).
    """

    def __init__(self, code: Code, libraries: Sequence[RenamedLibrary], own: Iterable[int]) -> None:
        self._code = code
        self._types: dict[int, RenamedLibrary] = {}
        packages: dict[str, RenamedLibrary] = {}
        kept = {_package(code.type_name(each)) for each in own} | {""}
        for library in libraries:
            for text in library.strings:
                for owner in self._holders(text):
                    package = _package(code.type_name(owner))
                    if package in kept and package:
                        continue  # inlined into the app's own code, or shared with it
                    self._types.setdefault(owner, library)
                    if package not in kept:
                        packages.setdefault(package, library)
        self._packages = packages

    def library_of(self, type_number: int) -> RenamedLibrary | None:
        """The renamed library that a class of the app belongs to."""
        known = self._types.get(type_number)
        return known or self._packages.get(_package(self._code.type_name(type_number)))

    def _holders(self, text: str) -> set[int]:
        """The classes whose code holds a text."""
        found: set[int] = set()
        for file, tables in enumerate(self._code.program.files):
            string_id = tables.strings.find(text.encode())
            if string_id < 0:
                continue
            items = self._code.program.users(Reference.STRING, file, string_id).items
            _, methods = self._code.program.methods_of_items(file, items)
            found.update(self._code.symbols.method_types[methods].tolist())
        return found


def _package(class_name: str) -> str:
    return class_name[1:].rpartition("/")[0]
