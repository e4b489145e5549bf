"""Which method numbers mean a method of the catalogue that rules ask for."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from permaudit.catalog.methods import MethodEntry
from permaudit.catalog.signs import AskEntry, CallEntry
from permaudit.dex.symbols import bounds_of
from permaudit.evidence.code import Code


def callees_of(code: Code, entry: CallEntry | AskEntry) -> list[int]:
    """The numbers by which calls name an entry's method: all overloads if it has no descriptor.

    With `inherited`, also those of subclasses that do not override it.
    """
    signatures = _signatures(code, entry)
    if not signatures:
        return []
    if entry.inherited:
        numbers = np.flatnonzero(np.isin(code.symbols.method_signatures, np.array(signatures, np.int64)))
        return [number for number in numbers.tolist() if means(code, number, (entry.class_name,))]
    owner = code.symbols.type_number(entry.class_name.encode())
    low, high = bounds_of(code.symbols.method_types, owner) if owner >= 0 else (0, 0)
    own = code.symbols.method_signatures[low:high]
    return [low + where for where in np.flatnonzero(np.isin(own, np.array(signatures, np.int64))).tolist()]


def means(code: Code, number: int, class_names: Collection[str]) -> bool:
    """Whether a call of this method runs one that a class of these names declares."""
    definition = int(code.program.definition_of[number])
    if definition >= 0:
        return code.type_name(int(code.symbols.method_types[definition])) in class_names
    owner = code.type_name(int(code.symbols.method_types[number]))
    return owner in class_names or not code.platform_ancestors(owner).isdisjoint(class_names)


def _signatures(code: Code, entry: MethodEntry) -> list[int]:
    signature = entry.method.partition("->")[2]
    if "(" in signature:
        number = code.symbols.find_signature(signature.encode())
        return [number] if number >= 0 else []
    named: list[int] = code.symbols.signatures_named(signature.encode()).tolist()
    return named
