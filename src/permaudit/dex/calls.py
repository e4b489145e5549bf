"""All calls of the app as one table sorted by what is called: "who calls m, and where" is a slice."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from permaudit.dex.damage import DexDamageError
from permaudit.dex.encoded import method_of_handle, read_call_site
from permaudit.dex.lockstep import Int32s
from permaudit.dex.opcodes import INVOKE_STATIC, INVOKE_SUPER, RANGE_SHIFT, Reference
from permaudit.dex.program import Program
from permaudit.dex.symbols import Integers


@dataclass(frozen=True, slots=True)
class Calls:
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
        low, high = np.searchsorted(self.callees, (method, method + 1))
        return slice(int(low), int(high))


def collect_calls(program: Program) -> Calls:
    """Gather the calls of all DEX files; linear in their number."""
    parts: list[tuple[Integers, ...]] = []
    for file, code in enumerate(program.code):
        column = code.columns[Reference.METHOD]
        parts.append(_expand(program, file, column.ids, column.items, column.positions, column.opcodes))
        parts.extend(_handle_calls(program, file))
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


def _expand(
    program: Program, file: int, ids: Int32s, items: Int32s, positions: Int32s, opcodes: npt.NDArray[np.uint8]
) -> tuple[Integers, ...]:
    which, callers = program.methods_of_items(file, items)
    callees = program.symbols.method_maps[file][ids[which]]
    return callees, callers.astype(np.int32), positions[which], np.full(len(which), file, np.int16), opcodes[which]


def _handle_calls(program: Program, file: int) -> list[tuple[Integers, ...]]:
    """Calls through method handles: the implementation methods that invoke-custom and method handle constants name."""
    tables, columns = program.files[file], program.code[file].columns
    found: list[tuple[Integers, ...]] = []
    for kind in (Reference.CALL_SITE, Reference.METHOD_HANDLE):
        column = columns[kind]
        for wanted in sorted(set(column.ids.tolist())):
            rows = column.rows(wanted)
            for method in _methods_behind(program, kind, file, wanted):
                ids = np.full(rows.stop - rows.start, method, np.int32)
                if method < len(tables.method_names):
                    found.append(
                        _expand(program, file, ids, column.items[rows], column.positions[rows], column.opcodes[rows])
                    )
    return found


def _methods_behind(program: Program, kind: Reference, file: int, wanted: int) -> list[int]:
    tables = program.files[file]
    if kind is Reference.METHOD_HANDLE:
        method = method_of_handle(tables, wanted)
        return [method] if method >= 0 else []
    try:
        return list(read_call_site(tables, wanted).methods)
    except DexDamageError:
        return []


def lambda_bodies(program: Program) -> list[tuple[int, int, bytes]]:
    """Lambdas kept as invoke-custom: (method number of the body, interface type number, name of its method)."""
    found: list[tuple[int, int, bytes]] = []
    for file, tables in enumerate(program.files):
        for wanted in sorted(set(program.code[file].columns[Reference.CALL_SITE].ids.tolist())):
            try:
                site = read_call_site(tables, wanted)
            except DexDamageError:
                continue
            if not 0 <= site.proto < len(tables.proto_returns) or not 0 <= site.name < len(tables.strings):
                continue
            interface = int(program.symbols.type_maps[file][int(tables.proto_returns[site.proto])])
            name = tables.strings.raw(site.name)
            found.extend((int(program.symbols.method_maps[file][method]), interface, name) for method in site.methods)
    return found
