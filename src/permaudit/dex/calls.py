"""All calls of the app as one table sorted by what is called: "who calls m, and where" is a slice."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from permaudit.dex.columns import Column
from permaudit.dex.encoded import method_of_handle
from permaudit.dex.lockstep import Int32s
from permaudit.dex.opcodes import INVOKE_STATIC, INVOKE_SUPER, RANGE_SHIFT, Reference
from permaudit.dex.program import Program
from permaudit.dex.symbols import Int64s, Integers, bounds_of
from permaudit.dex.tables import ragged


class Calls(Struct, frozen=True):
    """One row a call: the method number named by the instruction, the calling method, and where.

    `positions` are code units of the DEX file `files`; `supers` marks invoke-super, `statics` invoke-static. Sorted by
    `callees`.
    Method handles of invoke-custom and const-method-handle count as calls of the method they name.
    """

    callees: Int32s
    callers: Int32s
    positions: Int32s
    files: npt.NDArray[np.int16]
    supers: npt.NDArray[np.bool_]
    statics: npt.NDArray[np.bool_]

    def rows(self, method: int) -> slice:
        """The rows that call one method number."""
        low, high = bounds_of(self.callees, method)
        return slice(int(low), int(high))


def collect_calls(program: Program) -> Calls:
    """Gather the calls of all DEX files; linear in their number."""
    parts: list[tuple[Integers, ...]] = []
    for file, code in enumerate(program.code):
        column = code.columns[Reference.METHOD]
        parts.append(_expand(program, file, column.ids, column, np.arange(len(column))))
        parts.append(_expand_handles(program, file, Reference.CALL_SITE))
        parts.append(_expand_handles(program, file, Reference.METHOD_HANDLE))
    if not parts:
        none = np.empty(0, np.int32)
        return Calls(none, none, none, np.empty(0, np.int16), np.empty(0, np.bool_), np.empty(0, np.bool_))
    callees, callers, positions, files, opcodes = (np.concatenate(each) for each in zip(*parts, strict=True))
    order = np.argsort(callees, kind="stable")
    statics = (opcodes == INVOKE_STATIC) | (opcodes == INVOKE_STATIC + RANGE_SHIFT)
    supers = (opcodes == INVOKE_SUPER) | (opcodes == INVOKE_SUPER + RANGE_SHIFT)
    return Calls(
        callees[order].astype(np.int32),
        callers[order].astype(np.int32),
        positions[order].astype(np.int32),
        files[order].astype(np.int16),
        supers[order],
        statics[order],
    )


def _expand(program: Program, file: int, ids: Integers, column: Column, rows: Int64s) -> tuple[Integers, ...]:
    """One row for every method whose code holds an instruction; `ids` are the method ids that `rows` call."""
    which, callers = program.methods_of_items(file, column.items[rows])
    rows = rows[which]
    return (
        program.symbols.method_maps[file][ids[which]],
        callers.astype(np.int32),
        column.positions[rows],
        np.full(len(which), file, np.int16),
        column.opcodes[rows],
    )


def _expand_handles(program: Program, file: int, kind: Reference) -> tuple[Integers, ...]:
    """Calls through method handles: the implementation methods that invoke-custom and method handle constants name."""
    tables, code = program.files[file], program.code[file]
    column = code.columns[kind]
    pairs = (
        [(number, method) for number, site in sorted(code.call_sites.items()) for method in site.methods]
        if kind is Reference.CALL_SITE
        else [(number, method_of_handle(tables, number)) for number in sorted(set(column.ids.tolist()))]
    )
    named = np.array([pair for pair in pairs if pair[1] >= 0], np.int64).reshape(-1, 2)
    first = np.searchsorted(column.ids, named[:, 0])
    lengths = np.searchsorted(column.ids, named[:, 0], side="right") - first
    return _expand(program, file, np.repeat(named[:, 1], lengths), column, ragged(first, lengths))


def lambda_bodies(program: Program) -> list[tuple[int, int, bytes]]:
    """Lambdas kept as invoke-custom: (method number of the body, interface type number, name of its method)."""
    found: list[tuple[int, int, bytes]] = []
    for file, (tables, code) in enumerate(zip(program.files, program.code, strict=True)):
        for _, site in sorted(code.call_sites.items()):
            if not 0 <= site.proto < len(tables.proto_returns) or not 0 <= site.name < len(tables.strings):
                continue
            interface = int(program.symbols.type_maps[file][int(tables.proto_returns[site.proto])])
            name = tables.strings.raw(site.name)
            found.extend((int(program.symbols.method_maps[file][method]), interface, name) for method in site.methods)
    return found
