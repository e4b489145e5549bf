"""The code of one DEX file as columns: every instruction that refers to something, by kind of reference."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from permaudit.dex.codeitems import CodeItems, read_code_items
from permaudit.dex.damage import DexDamageError
from permaudit.dex.encoded import CallSite, read_call_site
from permaudit.dex.lockstep import Int32s, Units, find_boundaries
from permaudit.dex.opcodes import CONST_STRING_JUMBO, DEFINED, REFERENCE, Reference, is_payload
from permaudit.dex.symbols import bounds_of
from permaudit.dex.tables import DexTables


class Column(Struct, frozen=True):
    """One kind of reference: position and opcode of the instruction, its code item, and the id it names.

    Sorted by id, so that "who mentions id" is a slice (see `rows`).
    """

    positions: Int32s
    items: Int32s
    ids: Int32s
    opcodes: npt.NDArray[np.uint8]

    def rows(self, wanted: int) -> slice:
        """The rows that mention one id."""
        low, high = bounds_of(self.ids, wanted)
        return slice(int(low), int(high))

    def __len__(self) -> int:
        return len(self.ids)


class DexCode(Struct, frozen=True):
    """All code of one DEX file: code items, one column for each kind of reference, and what was odd.

    `instructions` counts payloads apart; `undefined` counts instructions whose opcode the format does not define
    (quickened or encrypted code); `dangling` those that name an id outside its table, or a broken call site; `cut_off`
    code items whose last instruction runs over their end. `call_sites` are the sound ones that code mentions, by id.
    """

    items: CodeItems
    columns: dict[Reference, Column]
    instructions: int
    undefined: int
    dangling: int
    cut_off: int
    call_sites: dict[int, CallSite]


def read_code(tables: DexTables) -> DexCode:
    """Decode every instruction of a DEX file and keep those that refer to something."""
    items = read_code_items(tables)
    found = find_boundaries(tables.units, items.starts, items.ends)
    units = tables.units[found.positions]
    opcodes = (units & 0xFF).astype(np.uint8)
    kinds = REFERENCE[opcodes]
    payloads = int(np.count_nonzero((opcodes == 0) & _PAYLOAD[units >> 8] & (units > 0)))
    undefined = int(np.count_nonzero(~DEFINED[opcodes]))
    columns: dict[Reference, Column] = {}
    dangling = 0
    sizes = _table_sizes(tables)
    for kind in Reference:
        if kind is not Reference.NONE:
            columns[kind], lost = _column(
                tables.units, found.positions, found.items, opcodes, kinds == kind, sizes[kind]
            )
            dangling += lost
    sites, broken = _read_call_sites(tables, columns[Reference.CALL_SITE])
    return DexCode(items, columns, len(opcodes) - payloads, undefined, dangling + broken, found.cut_off, sites)


_PAYLOAD = np.array([is_payload(high << 8) for high in range(256)])


def _table_sizes(tables: DexTables) -> dict[Reference, int]:
    return {
        Reference.STRING: len(tables.strings),
        Reference.TYPE: len(tables.type_names),
        Reference.FIELD: len(tables.field_names),
        Reference.METHOD: len(tables.method_names),
        Reference.CALL_SITE: tables.header.call_sites.count,
        Reference.METHOD_HANDLE: tables.header.method_handles.count,
        Reference.PROTO: len(tables.proto_returns),
    }


def _read_call_sites(tables: DexTables, column: Column) -> tuple[dict[int, CallSite], int]:
    """The call sites that code mentions, and how many instructions mention a broken one."""
    sites: dict[int, CallSite] = {}
    broken = 0
    for number in sorted(set(column.ids.tolist())):
        try:
            sites[number] = read_call_site(tables, number)
        except DexDamageError:
            rows = column.rows(number)
            broken += rows.stop - rows.start
    return sites, broken


def _column(
    units: Units,
    positions: Int32s,
    items: Int32s,
    opcodes: npt.NDArray[np.uint8],
    mask: npt.NDArray[np.bool_],
    table_size: int,
) -> tuple[Column, int]:
    where = np.flatnonzero(mask)
    at, codes = positions[where], opcodes[where]
    ids = units[at + 1].astype(np.int32)
    jumbo = np.flatnonzero(codes == CONST_STRING_JUMBO)
    if jumbo.size:
        ids[jumbo] = (ids[jumbo].astype(np.int64) | (units[at[jumbo] + 2].astype(np.int64) << 16)).astype(np.int32)
    sound = (ids >= 0) & (ids < table_size)
    lost = int(len(ids) - np.count_nonzero(sound))
    if lost:
        where, at, codes, ids = where[sound], at[sound], codes[sound], ids[sound]
    order = np.argsort(ids.astype(np.uint16) if table_size <= 1 << 16 else ids, kind="stable")
    return Column(at[order], items[where[order]], ids[order], codes[order]), lost
