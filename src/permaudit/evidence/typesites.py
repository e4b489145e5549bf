"""Where types are made, named or used statically: tables of instructions sorted by global type number."""

from __future__ import annotations

import numpy as np

from permaudit.dex.lockstep import Int32s
from permaudit.dex.opcodes import NEW_INSTANCE, Reference
from permaudit.dex.symbols import Int64s, Integers
from permaudit.evidence.code import Code

_FIRST_STATIC_FIELD_OPCODE = 0x60  # sget and sput
_Rows = tuple[Int32s, Int32s, Int32s, Int32s]


class TypeTable:
    """Rows (type, method, position in code units, DEX file number), sorted by type."""

    def __init__(self, parts: list[_Rows]) -> None:
        none = np.empty(0, np.int32)
        types = np.concatenate([part[0] for part in parts] or [none])
        order = np.argsort(types, kind="stable").astype(np.int32)
        self.types = types[order]
        self.methods, self.positions, self.files = (
            np.concatenate([part[column] for part in parts] or [none])[order] for column in (1, 2, 3)
        )

    def gather(self, types: Int64s) -> tuple[Int64s, Int64s]:
        """All rows of the given types: (index into `types`, row)."""
        return gather_rows(self.types, types)


class TypeSites(TypeTable):
    """Instructions of some opcodes that name a type."""

    def __init__(self, code: Code, kind: Reference, opcodes: tuple[int, ...]) -> None:
        parts = []
        for file, each in enumerate(code.program.code):
            column = each.columns[kind]
            rows = np.flatnonzero(np.isin(column.opcodes, opcodes))
            types = code.symbols.type_maps[file][column.ids[rows]]
            parts.append(_rows(code, file, types, column.items[rows], column.positions[rows]))
        super().__init__(parts)


class StaticUses(TypeTable):
    """Instructions that run a class's static initialiser: its allocation, static calls, static fields (JLS 12.4.1)."""

    def __init__(self, code: Code) -> None:
        parts = []
        for file, each in enumerate(code.program.code):
            column = each.columns[Reference.FIELD]
            rows = np.flatnonzero(column.opcodes >= _FIRST_STATIC_FIELD_OPCODE)
            classes = code.program.files[file].field_classes[column.ids[rows]]
            types = code.symbols.type_maps[file][classes]
            parts.append(_rows(code, file, types, column.items[rows], column.positions[rows]))
        made = TypeSites(code, Reference.TYPE, (NEW_INSTANCE,))
        parts.append((made.types, made.methods, made.positions, made.files))
        calls = code.calls
        called = np.flatnonzero(calls.statics)
        parts.append(
            (
                code.symbols.method_types[calls.callees[called]].astype(np.int32),
                calls.callers[called],
                calls.positions[called],
                calls.files[called].astype(np.int32),
            )
        )
        super().__init__(parts)


def gather_rows(keys: Integers, wanted: Integers) -> tuple[Int64s, Int64s]:
    """Rows of sorted `keys` that equal each wanted one: (index into `wanted`, row)."""
    wanted = wanted.astype(keys.dtype, copy=False)  # another type would have searchsorted copy all the keys
    low = np.searchsorted(keys, wanted)
    lengths = np.searchsorted(keys, wanted, side="right") - low
    which = np.repeat(np.arange(len(wanted)), lengths)
    ends = np.cumsum(lengths)
    return which, np.repeat(low - (ends - lengths), lengths) + np.arange(int(lengths.sum()))


def _rows(code: Code, file: int, types: Int32s, items: Integers, positions: Int32s) -> _Rows:
    which, methods = code.program.methods_of_items(file, items)
    return types[which], methods.astype(np.int32), positions[which], np.full(len(which), file, np.int32)
