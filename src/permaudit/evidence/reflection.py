"""Reflection by names that can be resolved: classes made and methods called through texts, as call graph edges."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from permaudit.dex.symbols import bounds_of
from permaudit.evidence.callgraph import REFLECTION, Edges
from permaudit.evidence.code import Code
from permaudit.evidence.dispatch import Dispatch
from permaudit.evidence.frames import Frame
from permaudit.evidence.namings import Naming, Namings
from permaudit.evidence.overloads import READING, Overloads
from permaudit.evidence.values import MethodName, Site

_Row = tuple[int, int, int, int, int]


class Reflection:
    """Edges that names resolve to; `unresolved` are methods of the app's own code where they do not.

    `types` are classes named by text: their objects may exist. `readers` are methods of the app's own that call
    something of a class that reads by URI, without it being seen what: by a name that is not known, or by a look-up
    that is none of `followed`. `scrambled` are those of the app's own that look up a
    name which other code of it unscrambles.
    """

    def __init__(
        self,
        code: Code,
        dispatch: Dispatch,
        overloads: Overloads,
        namings: Namings,
        followed: set[Site],
        doors: Collection[str] = (),
    ) -> None:
        self._doors = frozenset(doors)
        self._code, self._dispatch, self._overloads, self._followed = code, dispatch, overloads, followed
        self.types: set[int] = set()
        self.unresolved = list(namings.passed_over)
        self.readers: list[int] = []
        self.scrambled = {each.frame.method for each in namings.found if each.own and each.scrambled}
        self._rows: set[_Row] = set()
        for naming in namings.found:
            if naming.own and naming.by.gives == "class":
                self._name_class(naming)
            elif naming.own and naming.by.gives in ("method", "handle"):
                self._name_method(naming)

    def edges(self) -> Edges:
        """One edge from every resolved site to every method it may run."""
        rows = np.array(sorted(self._rows), np.int32).reshape(-1, 5)
        return Edges(*rows.T)

    def targets(self) -> dict[int, list[int]]:
        """The methods that each method calls by constant names."""
        found: dict[int, list[int]] = {}
        for source, target, *_ in sorted(self._rows):
            found.setdefault(source, []).append(target)
        return found

    def _name_class(self, naming: Naming) -> None:
        if not naming.all_named:
            self.unresolved.append(naming.frame.method)
        for name in naming.names:
            number = self._code.symbols.type_number(b"L" + name.replace(".", "/").encode("utf-8", "replace") + b";")
            if self._code.hierarchy.is_defined(number):
                self.types.add(number)
                self._lead(naming.frame, naming.index, self._made_by_name(number))

    def _name_method(self, naming: Naming) -> None:
        if naming.by.named_by is not None and not (naming.all_named and naming.all_owned):
            self.unresolved.append(naming.frame.method)
        if self._hides_reader(naming):
            self.readers.append(naming.frame.method)
        for owner in naming.owners:
            number = self._code.symbols.type_number(owner.encode("utf-8", "replace"))
            if self._code.hierarchy.is_defined(number):
                for name in naming.names:
                    self._lead(naming.frame, naming.index, self._found_by_name(number, name))

    def _hides_reader(self, naming: Naming) -> bool:
        """Whether something of a class that reads by URI is looked up that is not known, or not seen to be called."""
        if naming.by.gives == "handle" and naming.by.named_by is None:
            return False  # of a method that is looked up elsewhere
        if not naming.all_named and not self._overloads.readers.isdisjoint(naming.owners):
            return True
        if not self._doors.isdisjoint(naming.names):
            return not naming.all_owned or not self._overloads.readers.isdisjoint(naming.owners)
        names = (MethodName(owner, name) for owner in naming.owners for name in naming.names)
        reads = any(api.kind in READING for name in names for api in self._overloads.of(name))
        return reads and Site(naming.frame.method, naming.index) not in self._followed

    def _made_by_name(self, type_number: int) -> list[int]:
        """What making an object by name sets going: constructors, the static initialiser, and platform callbacks."""
        low, high = bounds_of(self._code.symbols.method_types, type_number)
        numbers = np.arange(low, high)
        numbers = numbers[self._code.program.row_of[numbers] >= 0]
        called = numbers[self._dispatch.overrides_platform(numbers)].tolist()
        return [*self._methods_named(type_number, "<init>"), *self._methods_named(type_number, "<clinit>"), *called]

    def _found_by_name(self, type_number: int, name: str) -> list[int]:
        """Methods that a look-up in a class may find: its own, and those it inherits."""
        family = [type_number, *self._code.hierarchy.ancestors(type_number).tolist()]
        return sorted({number for each in family for number in self._methods_named(int(each), name)})

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
