"""Reflection by names that can be resolved: classes made and methods called through texts, as call graph edges."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from permaudit.catalog.catalog import Catalog
from permaudit.dex.symbols import bounds_of
from permaudit.evidence.callgraph import REFLECTION, Edges
from permaudit.evidence.code import Code
from permaudit.evidence.dispatch import Dispatch
from permaudit.evidence.frames import Frame
from permaudit.evidence.owners import owner_of
from permaudit.evidence.resolver import Resolver
from permaudit.evidence.values import UNKNOWN_PIECE, ClassName, Text, Value

_STEPS_A_SITE = 15
_MOST_SITES = 150
_CLASS_BY_NAME = (
    (b"Ljava/lang/Class;", b"forName(Ljava/lang/String;)Ljava/lang/Class;", 0),
    (b"Ljava/lang/Class;", b"forName(Ljava/lang/String;ZLjava/lang/ClassLoader;)Ljava/lang/Class;", 0),
    (b"Ljava/lang/ClassLoader;", b"loadClass(Ljava/lang/String;)Ljava/lang/Class;", 0),
)
_METHOD_BY_NAME = (
    b"getMethod(Ljava/lang/String;[Ljava/lang/Class;)Ljava/lang/reflect/Method;",
    b"getDeclaredMethod(Ljava/lang/String;[Ljava/lang/Class;)Ljava/lang/reflect/Method;",
)
_Row = tuple[int, int, int, int, int]


class Reflection:
    """Edges that names resolve to; `unresolved` are methods of the app's own code where they do not.

    `types` are classes named by text: their objects may exist.
    """

    def __init__(self, code: Code, dispatch: Dispatch, catalog: Catalog, package: str, resolver: Resolver) -> None:
        self._code, self._dispatch, self._resolver = code, dispatch, resolver
        self._catalog, self._package = catalog, package
        self.types: set[int] = set()
        self.unresolved: list[int] = []
        self._rows: set[_Row] = set()
        for owner, signature, position in _CLASS_BY_NAME:
            for method, index in self._sites(owner, signature):
                self._name_class(method, index, position)
        for signature in _METHOD_BY_NAME:
            for method, index in self._sites(b"Ljava/lang/Class;", signature):
                self._name_method(method, index)

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

    def _sites(self, owner: bytes, signature: bytes) -> list[tuple[int, int]]:
        symbols = self._code.symbols
        number = symbols.find_signature(signature)
        method = symbols.method_number(symbols.type_number(owner), number) if number >= 0 else -1
        sites = self._code.invokes(method) if method >= 0 else []
        own = [site for site in sites if not self._is_library(site[0])]
        self.unresolved.extend(method for method, _ in own[_MOST_SITES:])
        return own[:_MOST_SITES]

    def _name_class(self, method: int, index: int, position: int) -> None:
        frame = self._resolver.open_frame(method)
        if frame is None:
            return
        values = self._resolver.bounded(frame, index, position, _STEPS_A_SITE)
        names = _known_texts(values)
        if not names or len(names) < len(values):
            self.unresolved.append(method)
        for name in names:
            number = self._code.symbols.type_number(b"L" + name.replace(".", "/").encode("utf-8", "replace") + b";")
            if self._code.hierarchy.is_defined(number):
                self.types.add(number)
                self._lead(frame, index, self._made_by_name(number))

    def _name_method(self, method: int, index: int) -> None:
        frame = self._resolver.open_frame(method)
        if frame is None:
            return
        called = self._resolver.bounded(frame, index, 0, _STEPS_A_SITE)
        names = _known_texts(called)
        receiver = frame.body.instructions[index].registers[0]
        values = self._resolver.bounded_register(frame, index, receiver, _STEPS_A_SITE)
        owners = [got.descriptor for got in values if isinstance(got, ClassName)]
        if not (names and owners) or len(names) < len(called) or len(owners) < len(values):
            self.unresolved.append(method)
        for owner in owners:
            number = self._code.symbols.type_number(owner.encode("utf-8", "replace"))
            if self._code.hierarchy.is_defined(number):
                for name in names:
                    self._lead(frame, index, self._methods_named(number, name))

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


def _known_texts(values: Sequence[Value]) -> list[str]:
    """Those that are whole texts; a text with an unknown piece names nothing."""
    return [each.text for each in values if isinstance(each, Text) and UNKNOWN_PIECE not in each.text]
