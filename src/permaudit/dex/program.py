"""The whole app as columns: all DEX files with their symbols, hierarchy, definitions and call edges together."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from msgspec import Struct

from permaudit.dex.columns import Column, DexCode, read_code
from permaudit.dex.damage import DexDamageError
from permaudit.dex.header import Header, iterate_headers
from permaudit.dex.hierarchy import Hierarchy, resolve_methods
from permaudit.dex.opcodes import Reference
from permaudit.dex.symbols import Int64s, Integers, Symbols
from permaudit.dex.tables import DexTables

_MOST_FILES = 4096
_MOST_OVERLAP = 4  # logical DEX files of a container may share bytes, but not without end


class DamagedDex(Struct, frozen=True):
    """A DEX file that could not be read, and why."""

    part: str
    name: str
    problem: str


class Definitions(Struct, frozen=True):
    """One row a method the app defines (first definition in class path order), sorted by method number.

    `files` and `items` say where its code is: DEX file number and code item, -1 where it has none.
    """

    methods: Int64s
    files: Int64s
    items: Int64s
    flags: Int64s
    virtual: Int64s


class Program:
    """Everything the code of an app says, addressed by global numbers (see Symbols)."""

    def __init__(self, files: list[DexTables], code: list[DexCode], damaged: list[DamagedDex]) -> None:
        self.files, self.code, self.damaged = files, code, tuple(damaged)
        self.symbols = Symbols(files)
        self.hierarchy = Hierarchy(files, self.symbols)
        self.definitions = _collect_definitions(files, code, self.symbols, self.hierarchy)
        self.definition_of = resolve_methods(
            self.symbols, self.hierarchy, self.definitions.methods, self.definitions.flags
        )
        self.row_of = np.full(len(self.symbols.method_keys), -1, np.int64)
        self.row_of[self.definitions.methods] = np.arange(len(self.definitions.methods))
        self._methods_of_items = [self._group_by_item(number) for number in range(len(files))]

    @property
    def method_count(self) -> int:
        """How many methods with code the app defines."""
        return int(np.count_nonzero(self.definitions.items >= 0))

    @property
    def instruction_count(self) -> int:
        """How many instructions the app has, payloads not counted."""
        return sum(each.instructions for each in self.code)

    def methods_of_items(self, file: int, items: Integers) -> tuple[Int64s, Int64s]:
        """The methods whose code is in `items`: (index into `items`, method number); shared code gives several."""
        first, methods = self._methods_of_items[file]
        low, high = first[items], first[items + 1]
        lengths = high - low
        if bool(np.all(lengths == 1)):
            return np.arange(len(items)), methods[low]
        ends = np.cumsum(lengths)
        positions = np.repeat(low - (ends - lengths), lengths) + np.arange(int(lengths.sum()))
        return np.repeat(np.arange(len(items)), lengths), methods[positions]

    def users(self, kind: Reference, file: int, wanted: int) -> Column:
        """The instructions of one DEX file that refer to its id `wanted`."""
        column = self.code[file].columns[kind]
        rows = column.rows(wanted)
        return Column(column.positions[rows], column.items[rows], column.ids[rows], column.opcodes[rows])

    def _group_by_item(self, file: int) -> tuple[Int64s, Int64s]:
        rows = np.flatnonzero((self.definitions.files == file) & (self.definitions.items >= 0))
        items = self.definitions.items[rows]
        order = np.argsort(items, kind="stable")
        count = len(self.code[file].items.starts)
        first = np.searchsorted(items[order], np.arange(count + 1))
        return first, self.definitions.methods[rows[order]]


def load_program(dex_files: Iterable[tuple[str, str, bytes]]) -> Program:
    """Read (part, name, bytes) of all DEX files in class path order; a damaged one is named and left out."""
    files: list[DexTables] = []
    code: list[DexCode] = []
    damaged: list[DamagedDex] = []
    for part, name, data in dex_files:
        headers, problem = _read_headers(data)
        several = len(headers) + (problem is not None) > 1
        room = _MOST_OVERLAP * len(data)
        for number, header in enumerate(headers, 1):
            label = f"{name}!{number}" if several else name
            try:
                _check_room(len(files), room)
                tables, columns = _read_one(data, header, part, label)
            except DexDamageError as error:
                damaged.append(DamagedDex(part, label, str(error)))
                continue
            files.append(tables)
            code.append(columns)
            room -= _bytes_read(tables, columns)
        if problem is not None:
            damaged.append(DamagedDex(part, f"{name}!{len(headers) + 1}" if several else name, problem))
    return Program(files, code, damaged)


def _read_headers(data: bytes) -> tuple[list[Header], str | None]:
    """The headers before the first damaged one, and what is wrong with that one."""
    headers: list[Header] = []
    try:
        for header in iterate_headers(data):
            headers.append(header)  # noqa: PERF402  those before a damaged one are kept
    except DexDamageError as error:
        return headers, str(error)
    return headers, None


def _check_room(files: int, room: int) -> None:
    if files >= _MOST_FILES:
        raise DexDamageError(f"the app has more than {_MOST_FILES} DEX files")
    if room < 0:
        raise DexDamageError("the DEX files of the container overlap")


def _read_one(data: bytes, header: Header, part: str, label: str) -> tuple[DexTables, DexCode]:
    tables = DexTables(data, header, part, label)
    tables.parameter_lists()
    tables.interface_lists()
    return tables, read_code(tables)


def _bytes_read(tables: DexTables, code: DexCode) -> int:
    """How much of the file one logical DEX file makes use of; several may share their strings."""
    rows = 4 * len(tables.type_names) + 12 * len(tables.proto_returns) + 32 * len(tables.classes)
    members = 8 * (len(tables.field_names) + len(tables.method_names)) + 3 * len(tables.class_data.methods)
    return rows + members + len(tables.strings) + 2 * int((code.items.ends - code.items.starts).sum())


def _collect_definitions(
    files: list[DexTables], code: list[DexCode], symbols: Symbols, hierarchy: Hierarchy
) -> Definitions:
    parts: list[tuple[Int64s, ...]] = []
    for number, (tables, columns, method_map, type_map) in enumerate(
        zip(files, code, symbols.method_maps, symbols.type_maps, strict=True)
    ):
        data = tables.class_data
        types = type_map[tables.classes["type"]].astype(np.int64)
        row_is_kept = (hierarchy.class_files[types] == number) & (hierarchy.class_rows[types] == np.arange(len(types)))
        numbers = method_map[data.methods].astype(np.int64)
        owned = symbols.method_types[numbers] == types[data.rows]
        kept = np.flatnonzero(row_is_kept[data.rows] & owned)
        parts.append(
            (
                numbers[kept],
                np.full(len(kept), number),
                columns.items.item_of[kept],
                data.flags[kept],
                data.virtual[kept].astype(np.int64),
            )
        )
    if not parts:
        none = np.empty(0, np.int64)
        return Definitions(none, none, none, none, none)
    joined = [np.concatenate(column) for column in zip(*parts, strict=True)]
    order = np.argsort(joined[0], kind="stable")
    fresh = np.append(True, np.diff(joined[0][order]) != 0) if len(order) else np.empty(0, np.bool_)
    return Definitions(*(column[order[fresh]] for column in joined))
