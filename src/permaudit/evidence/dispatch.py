"""Which methods may be reached without being named: overrides of the platform, of app types, and hubs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from permaudit.catalog.methods import Callback
from permaudit.dex.opcodes import CONST_CLASS, NEW_INSTANCE, Reference
from permaudit.dex.symbols import Int64s, Integers, bounds_of, find_sorted, sorted_distinct
from permaudit.evidence.code import Code
from permaudit.evidence.typesites import TypeSites, gather_rows

_MOST_SUBTYPES = 64
MOST_LIVE_IMPLEMENTERS = 16
"""Above this many classes an interface method says nothing about who calls whom; allocation sites do."""

_OBJECT = b"Ljava/lang/Object;"


class Dispatch:
    """Overriding, allocation and static use, answered for many methods or types at once."""

    def __init__(self, code: Code, callbacks: Sequence[Callback], component_types: Int64s) -> None:
        self._code, self._callbacks = code, callbacks
        self._symbols, self._hierarchy = code.symbols, code.hierarchy
        self._signature_count = max(len(self._symbols.signature_names), 1)
        self._pairs = self._hierarchy.pairs
        by_ancestor = np.argsort(self._pairs[1], kind="stable")
        self._below = (self._pairs[1][by_ancestor], self._pairs[0][by_ancestor])
        self.allocations = TypeSites(code, Reference.TYPE, (NEW_INSTANCE,))
        self.mentions = TypeSites(code, Reference.TYPE, (CONST_CLASS,))
        self._components = self._mask(component_types)
        self._reflected = self._made_only_by_reflection(self._mask(self.mentions.types))
        self._external_keys, self._open_types = self._find_platform_methods()
        self._live = np.zeros(max(len(self._symbols.types), 1), np.bool_)
        self.enliven(np.concatenate([self.allocations.types, self.mentions.types]))

    def enliven(self, types: Int64s) -> None:
        """Note that objects of these types may exist, because the manifest, a layout or a services file names them."""
        live = self._mask(types)
        live[self._pairs[1][live[self._pairs[0]]]] = True
        self._live |= live

    def reflect(self, types: Int64s) -> None:
        """Note classes that the app names by text: their objects may exist, made by reflection."""
        self.enliven(types)
        self._reflected |= self._made_only_by_reflection(self._mask(types))

    def is_made_by_reflection(self, types: Int64s) -> npt.NDArray[np.bool_]:
        """Whether a class is named by a class constant and never allocated: only reflection can make its objects."""
        result: npt.NDArray[np.bool_] = self._reflected[types]
        return result

    @property
    def components(self) -> Int64s:
        """The types that the manifest declares as components."""
        return np.flatnonzero(self._components)

    def is_component(self, types: Int64s) -> npt.NDArray[np.bool_]:
        """Whether the manifest names a type as a component's class."""
        result: npt.NDArray[np.bool_] = self._components[types]
        return result

    def is_live(self, types: Int64s) -> npt.NDArray[np.bool_]:
        """Whether an object of the type or of a subtype may exist."""
        result: npt.NDArray[np.bool_] = self._live[types]
        return result

    def is_virtual(self, methods: Int64s) -> npt.NDArray[np.bool_]:
        """Whether each method is an instance method that can override or be overridden."""
        rows = self._code.program.row_of[methods]
        result: npt.NDArray[np.bool_] = (rows >= 0) & (self._code.program.definitions.virtual[np.maximum(rows, 0)] == 1)
        return result

    def overridden(self, methods: Int64s) -> tuple[Int64s, Int64s, Int64s]:
        """For virtual methods what they override: (index into `methods`, ancestor type, signature).

        A method also stands for one that an interface of a subclass asks for, if the subclass inherits it.
        """
        own = np.arange(len(methods))
        types = self._symbols.method_types[methods]
        lent_index, lent_types = self._lent(methods)
        holders, held = np.concatenate([own, lent_index]), np.concatenate([types, lent_types])
        over, rows = gather_rows(self._pairs[0], held)
        which, ancestors = holders[over], self._pairs[1][rows]
        return which, ancestors, self._symbols.method_signatures[methods[which]]

    def _lent(self, methods: Int64s) -> tuple[Int64s, Int64s]:
        """Subtypes that inherit a method: (index, type); none for a class with very many, whose calls mean nothing."""
        types = self._symbols.method_types[methods]
        counts = np.searchsorted(self._below[0], types, side="right") - np.searchsorted(self._below[0], types)
        few = np.flatnonzero((counts > 0) & (counts <= _MOST_SUBTYPES))
        which, below = self.inheritors(methods[few])
        lent = np.arange(len(which)) >= len(few)  # the first ones are the methods' own classes
        return few[which[lent]], below[lent]

    def is_platform(self, types: Int64s, signatures: Int64s) -> npt.NDArray[np.bool_]:
        """Whether a type outside the app declares this method for others to override."""
        keys = types * np.int64(self._signature_count) + signatures
        known: npt.NDArray[np.bool_] = find_sorted(self._external_keys, keys) >= 0
        return known | self._open_types[types]

    def overrides_platform(self, methods: Int64s) -> npt.NDArray[np.bool_]:
        """Which of the methods the system (or code outside the app) may call because they override its own."""
        result = np.zeros(len(methods), np.bool_)
        virtual = np.flatnonzero(self.is_virtual(methods))
        which, ancestors, signatures = self.overridden(methods[virtual])
        hit = self.is_platform(ancestors, signatures)
        result[virtual[which[hit]]] = True
        return result

    def is_hub(self, types: Int64s) -> npt.NDArray[np.bool_]:
        """Whether a type of the app has so many subtypes that a call on it may mean anything."""
        counts = np.searchsorted(self._below[0], types, side="right") - np.searchsorted(self._below[0], types)
        result: npt.NDArray[np.bool_] = counts > MOST_LIVE_IMPLEMENTERS
        return result

    def subtypes(self, type_number: int) -> Int64s:
        """All types of the app below a type."""
        low, high = bounds_of(self._below[0], type_number)
        return self._below[1][low:high]

    def inheritors(self, methods: Int64s) -> tuple[Int64s, Int64s]:
        """Types whose objects run a method: its own class and subtypes without an own override: (index, type)."""
        types = self._symbols.method_types[methods]
        low = np.searchsorted(self._below[0], types)
        lengths = np.searchsorted(self._below[0], types, side="right") - low
        which = np.repeat(np.arange(len(methods)), lengths)
        ends = np.cumsum(lengths)
        below = self._below[1][np.repeat(low - (ends - lengths), lengths) + np.arange(int(lengths.sum()))]
        numbers = self._symbols.method_numbers(below, self._symbols.method_signatures[methods[which]])
        own = (numbers >= 0) & (self._code.program.row_of[np.maximum(numbers, 0)] >= 0)
        own_indices = np.arange(len(methods))
        return np.concatenate([own_indices, which[~own]]), np.concatenate([types, below[~own]])

    def with_overriding(self, methods: Int64s) -> Int64s:
        """Methods together with the definitions that override one of them."""
        symbols = self._symbols
        alike = np.isin(symbols.method_signatures, sorted_distinct(symbols.method_signatures[methods]))
        candidates = np.flatnonzero(alike & (self._code.program.row_of >= 0))
        which, rows = gather_rows(self._pairs[0], symbols.method_types[candidates])
        numbers = symbols.method_numbers(self._pairs[1][rows], symbols.method_signatures[candidates[which]])
        return sorted_distinct(np.concatenate([methods, candidates[which[np.isin(numbers, methods)]]]))

    def _made_only_by_reflection(self, named: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
        return named & ~self._mask(self.allocations.types) & ~self._components

    def _mask(self, types: Integers) -> npt.NDArray[np.bool_]:
        """True for these types, in an array over all."""
        mask = np.zeros(max(len(self._symbols.types), 1), np.bool_)
        mask[types] = True
        return mask

    def _find_platform_methods(self) -> tuple[Int64s, npt.NDArray[np.bool_]]:
        """Keys (type, signature) of overridable platform methods that app classes inherit, and types nobody knows.

        A supertype that neither the app nor the platform index has may declare anything: all its subtypes' virtual
        methods count as callbacks, because saying less would hide code.
        """
        symbols, framework = self._symbols, self._code.framework
        parents = np.sort(np.concatenate([self._pairs[1], np.empty(0, np.int64)]))
        distinct = parents[np.append(True, parents[1:] != parents[:-1])] if parents.size else parents
        external = distinct[self._hierarchy.class_files[distinct] < 0]
        open_types = np.zeros(max(len(symbols.types), 1), np.bool_)
        keys: list[int] = []
        signatures_of: dict[bytes, int] = {}
        objects_own = framework.overridable(_OBJECT)
        for number in external.tolist():
            raw = symbols.types[number]
            if raw == _OBJECT:  # toString and its like are called everywhere and by nobody in particular
                continue
            if raw not in framework:
                open_types[number] = True
                continue
            for text in framework.overridable(raw) - objects_own:
                signature = signatures_of.get(text)
                if signature is None:
                    signature = signatures_of[text] = symbols.find_signature(text)
                if signature >= 0:
                    keys.append(number * self._signature_count + signature)
        keys.extend(self._library_callbacks())
        return np.array(sorted(set(keys)), np.int64), open_types

    def _library_callbacks(self) -> list[int]:
        """Catalogue callbacks of libraries inside the app: those too are called from where nobody can see."""
        keys = []
        for callback in self._callbacks:
            owner = self._symbols.type_number(callback.class_name.encode())
            if owner >= 0 and self._hierarchy.is_defined(owner):
                signature = self._symbols.find_signature((callback.name + callback.descriptor).encode())
                if signature >= 0:
                    keys.append(owner * self._signature_count + signature)
        return keys
