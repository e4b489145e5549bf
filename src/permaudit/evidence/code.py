"""The program as the evidence stage asks it: bodies on demand, call sites, names, and the fields of classes."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from permaudit.catalog.framework import Framework
from permaudit.dex.body import MethodBody
from permaudit.dex.calls import Calls, collect_calls
from permaudit.dex.damage import DexDamageError
from permaudit.dex.descriptors import parameter_words
from permaudit.dex.encoded import Encoded, declared_fields, static_field_values, static_fields
from permaudit.dex.opcodes import DIRECT_INVOKES, INVOKES, STATIC_INVOKES, Reference
from permaudit.dex.program import Program
from permaudit.dex.strings import decode_mutf8
from permaudit.dex.symbols import Int64s, bounds_of
from permaudit.model.place import Method, Place

_MOST_MAKERS = 32
_FIELD_READS = frozenset([*range(0x52, 0x59), *range(0x60, 0x67)])


class Code:
    """Caches in front of a Program; everything is addressed by method and type numbers.

    `is_live`, once set, tells of which types objects may exist: methods of others cannot be what a virtual call runs.
    """

    def __init__(self, program: Program, framework: Framework) -> None:
        self.program = program
        self.symbols = program.symbols
        self.hierarchy = program.hierarchy
        self.framework = framework
        self.calls: Calls = collect_calls(program)
        self._bodies: dict[int, MethodBody | None] = {}
        self.is_live: Callable[[Int64s], npt.NDArray[np.bool_]] | None = None
        self._meaning: tuple[Int64s, Int64s] | None = None
        self._pairs_by_ancestor: tuple[Int64s, Int64s] | None = None
        self._overriders: dict[int, Int64s] = {}
        self._fields_at: dict[tuple[int, int], tuple[int, bytes, bytes] | None] = {}
        self._field_ids: dict[tuple[tuple[int, ...], bytes, bytes], list[tuple[int, int]]] = {}
        self._field_reads: dict[tuple[int, bytes, bytes], list[tuple[int, int]]] = {}
        self._init = self.symbols.name_number(b"<init>")
        self._methods: dict[int, Method] = {}
        self._named: dict[tuple[int, int], tuple[int, bool, int]] = {}
        self._strings: dict[int, frozenset[str]] = {}
        self._ancestors: dict[str, frozenset[str]] = {}
        self._fields: dict[int, set[tuple[bytes, bytes]]] = {}
        self._statics: dict[int, dict[tuple[bytes, bytes], tuple[int, Encoded]]] = {}

    @property
    def methods_decoded(self) -> int:
        """How many methods were looked into so far."""
        return sum(body is not None for body in self._bodies.values())

    @property
    def truncated_bodies(self) -> int:
        """How many methods had more branches than were followed."""
        return sum(body is not None and body.truncated for body in self._bodies.values())

    def body(self, method: int) -> MethodBody | None:
        """The decoded code of a method the app defines, or None (abstract, native, outside the app)."""
        if method not in self._bodies:
            row = int(self.program.row_of[method])
            item = int(self.program.definitions.items[row]) if row >= 0 else -1
            file = int(self.program.definitions.files[row]) if row >= 0 else -1
            self._bodies[method] = (
                MethodBody(self.program.files[file], self.program.code[file].items, item, file) if item >= 0 else None
            )
        return self._bodies[method]

    def is_static(self, method: int) -> bool:
        """Whether a method the app defines is static."""
        row = int(self.program.row_of[method])
        return row >= 0 and bool(self.program.definitions.flags[row] & 0x8)

    def type_name(self, type_number: int) -> str:
        """A type's descriptor as text."""
        return decode_mutf8(self.symbols.types[type_number])

    def method(self, number: int) -> Method:
        """A method by its names."""
        known = self._methods.get(number)
        if known is None:
            signature = int(self.symbols.method_signatures[number])
            known = self._methods[number] = Method(
                self.type_name(int(self.symbols.method_types[number])),
                decode_mutf8(self.symbols.names[int(self.symbols.signature_names[signature])]),
                decode_mutf8(self.symbols.descriptor(signature)),
            )
        return known

    def place(self, method: int, index: int) -> Place:
        """Where an instruction is, as a report names it."""
        row = int(self.program.row_of[method])
        tables = self.program.files[int(self.program.definitions.files[row])]
        body = self.body(method)
        offset = body.instructions[index].offset if body else None
        return Place(part=tables.part, dex=tables.name, method=self.method(method), offset=offset)

    def callee(self, body: MethodBody, index: int) -> int:
        """The method number that the invoke at `index` names, or -1 if its id or its registers are broken."""
        instruction = body.instructions[index]
        named = self._named.get((body.file, instruction.reference))
        if named is None:
            named = self._named[body.file, instruction.reference] = self._name(body.file, instruction.reference)
        callee, is_constructor, words = named
        if is_constructor and instruction.opcode not in DIRECT_INVOKES:
            return -1
        receiver = 0 if instruction.opcode in STATIC_INVOKES else 1
        return callee if len(instruction.registers) == receiver + words else -1

    def _name(self, file: int, method_id: int) -> tuple[int, bool, int]:
        """What a method id names: the method number or -1, whether it is a constructor, the registers it takes."""
        method_map = self.symbols.method_maps[file]
        if not 0 <= method_id < len(method_map):
            return -1, False, 0
        callee = int(method_map[method_id])
        signature = int(self.symbols.method_signatures[callee])
        is_constructor = int(self.symbols.signature_names[signature]) == self._init
        return callee, is_constructor, sum(parameter_words(decode_mutf8(self.symbols.descriptor(signature))))

    def invokes(self, callee: int) -> list[tuple[int, int]]:
        """Call sites of a method that hold all its arguments: plain invokes, not method handles or broken code."""
        return [
            (method, index)
            for method, index in self.call_sites(callee)
            if (body := self.body(method)) is not None
            and body.instructions[index].opcode in INVOKES
            and self.callee(body, index) == callee
        ]

    def call_count(self, callee: int) -> int:
        """How many calls name exactly this method number."""
        rows = self.calls.rows(callee)
        return int(rows.stop) - int(rows.start)

    def call_sites(self, callee: int) -> list[tuple[int, int]]:
        """All (calling method, instruction index) of calls that name exactly this method number, in order."""
        rows = self.calls.rows(callee)
        found = []
        columns = (self.calls.callers, self.calls.positions, self.calls.files)
        for caller, position, file in zip(*(each[rows].tolist() for each in columns), strict=True):
            body = self.body(caller)
            if body is not None and body.file == file:
                start = int(self.program.code[file].items.starts[body.item])
                index = body.index_at(position - start)
                if index >= 0:
                    found.append((caller, index))
        return sorted(found)

    def names_meaning(self, definition: int) -> Int64s:
        """The method numbers that resolve to a definition: itself, and names through subclasses that inherit it."""
        if self._meaning is None:
            of = self.program.definition_of
            order = np.argsort(of, kind="stable")
            self._meaning = (of[order], order)
        low, high = bounds_of(self._meaning[0], definition)
        return self._meaning[1][low:high]

    def text(self, body: MethodBody, string_id: int) -> str:
        """A string of the DEX file a body is in."""
        return body.tables.strings.text(string_id) if 0 <= string_id < len(body.tables.strings) else ""

    def own_callees(self, method: int) -> list[int]:
        """Methods of the same class that a method calls."""
        body = self.body(method)
        owner = int(self.symbols.method_types[method])
        callees = (
            {self.callee(body, index) for index, each in enumerate(body.instructions) if each.opcode in INVOKES}
            if body is not None
            else set()
        )
        return sorted(each for each in callees if each >= 0 and int(self.symbols.method_types[each]) == owner)

    def strings_of(self, method: int) -> frozenset[str]:
        """All string constants in a method."""
        if method not in self._strings:
            body = self.body(method)
            self._strings[method] = (
                frozenset(self.text(body, each.reference) for each in body.instructions if each.opcode in (0x1A, 0x1B))
                if body is not None
                else frozenset()
            )
        return self._strings[method]

    def type_at(self, body: MethodBody, type_id: int) -> int:
        """The global type number of a type id of the body's DEX file, or -1."""
        type_map = self.symbols.type_maps[body.file]
        return int(type_map[type_id]) if 0 <= type_id < len(type_map) else -1

    def field_at(self, body: MethodBody, field_id: int) -> tuple[int, bytes, bytes] | None:
        """A field reference as (global type number of its class, name, type descriptor)."""
        key = (body.file, field_id)
        if key not in self._fields_at:
            tables, known = body.tables, None
            if 0 <= field_id < len(tables.field_names):
                kind_id = int(tables.type_names[int(tables.field_types[field_id])])
                name, kind = tables.strings.raw_many([int(tables.field_names[field_id]), kind_id])
                known = (self.type_at(body, int(tables.field_classes[field_id])), name, kind)
            self._fields_at[key] = known
        return self._fields_at[key]

    def field_ids(self, types: list[int], name: bytes, kind: bytes) -> list[tuple[int, int]]:
        """All (DEX file number, field id) of references to a field of that name and type in any of `types`."""
        key = (tuple(types), name, kind)
        if key not in self._field_ids:
            self._field_ids[key] = self._find_field_ids(types, name, kind)
        return self._field_ids[key]

    def _find_field_ids(self, types: list[int], name: bytes, kind: bytes) -> list[tuple[int, int]]:
        found = []
        for file, tables in enumerate(self.program.files):
            wanted = np.flatnonzero(np.isin(self.symbols.type_maps[file], types))
            for local in wanted.tolist():
                low, high = bounds_of(tables.field_classes, local)
                for field in range(int(low), int(high)):
                    if tables.strings.raw(int(tables.field_names[field])) == name:
                        type_name = int(tables.type_names[int(tables.field_types[field])])
                        if tables.strings.raw(type_name) == kind:
                            found.append((file, field))
        return found

    def field_reads(self, body: MethodBody, index: int) -> list[tuple[int, int]]:
        """Where the field that an instruction names is read: (method, instruction index), in order."""
        named = self.field_at(body, body.instructions[index].reference)
        if named is None:
            return []
        if named not in self._field_reads:
            self._field_reads[named] = self._find_field_reads(*named)
        return self._field_reads[named]

    def _find_field_reads(self, owner: int, name: bytes, kind: bytes) -> list[tuple[int, int]]:
        found: set[tuple[int, int]] = set()
        for file, field_id in self.field_ids([owner, *self.descendants(owner)], name, kind):
            users = self.program.users(Reference.FIELD, file, field_id)
            for position, item, opcode in zip(users.positions, users.items, users.opcodes, strict=True):
                if int(opcode) in _FIELD_READS:
                    found.update(self.at_position(file, int(item), int(position)))
        return sorted(found)

    def static_value(self, type_number: int, name: bytes, kind: bytes) -> tuple[int, Encoded] | None:
        """The initial value of a static field that the app defines: (DEX file number, value), or None."""
        if type_number not in self._statics:
            self._statics[type_number] = self._read_statics(type_number)
        return self._statics[type_number].get((name, kind))

    def declares_field(self, type_number: int, name: bytes, kind: bytes) -> bool:
        """Whether a class of the app itself declares a field of that name and type."""
        if type_number not in self._fields:
            file, row = int(self.hierarchy.class_files[type_number]), int(self.hierarchy.class_rows[type_number])
            names: set[tuple[bytes, bytes]] = set()
            if file >= 0:
                tables = self.program.files[file]
                for field in declared_fields(tables, row):
                    type_name = int(tables.type_names[int(tables.field_types[field])])
                    names.add((tables.strings.raw(int(tables.field_names[field])), tables.strings.raw(type_name)))
            self._fields[type_number] = names
        return (name, kind) in self._fields[type_number]

    def platform_ancestors(self, descriptor: str) -> frozenset[str]:
        """A type with all its supertypes, the platform's own ones included, as descriptors."""
        if descriptor not in self._ancestors:
            names = {descriptor}
            number = self.symbols.type_number(descriptor.encode())
            if number >= 0:
                names.update(self.type_name(int(each)) for each in self.hierarchy.ancestors(number))
            for name in sorted(names):
                names.update(each.decode() for each in self.framework.ancestors(name.encode()))
            self._ancestors[descriptor] = frozenset(names)
        return self._ancestors[descriptor]

    def descendants(self, type_number: int) -> list[int]:
        """All types of the app below a type, in order of number."""
        return [int(each) for each in self._below(type_number)]

    def overriders(self, method: int, most: int) -> list[int]:
        """Definitions in subtypes that override a method; at most `most` + 1, so that "too many" shows."""
        if method not in self._overriders:
            below = self._below(int(self.symbols.method_types[method]))
            signature = int(self.symbols.method_signatures[method])
            numbers = self.symbols.method_numbers(below, np.full(len(below), signature))
            numbers = numbers[numbers >= 0]
            self._overriders[method] = numbers[self.program.row_of[numbers] >= 0]
        numbers = self._overriders[method]
        if self.is_live is not None:
            numbers = numbers[self.is_live(self.symbols.method_types[numbers])]
        return [int(each) for each in numbers[: most + 1]]

    def makers_of(self, type_number: int) -> list[tuple[int, int]]:
        """Where objects of exactly this class are made: (method, index of its constructor call), in order."""
        numbers = np.arange(*bounds_of(self.symbols.method_types, type_number))
        constructors = numbers[self.symbols.signature_names[self.symbols.method_signatures[numbers]] == self._init]
        if sum(self.call_count(int(each)) for each in constructors) > _MOST_MAKERS:
            return []
        below = {type_number, *self.descendants(type_number)}
        return sorted(
            site
            for each in constructors.tolist()
            for site in self.invokes(int(each))
            if int(self.symbols.method_types[site[0]]) not in below
        )

    def _below(self, type_number: int) -> Int64s:
        if self._pairs_by_ancestor is None:
            types, ancestors = self.hierarchy.pairs
            order = np.argsort(ancestors, kind="stable")
            self._pairs_by_ancestor = (ancestors[order], types[order])
        low, high = bounds_of(self._pairs_by_ancestor[0], type_number)
        return self._pairs_by_ancestor[1][low:high]

    def definitions_with(self, signature: int) -> list[int]:
        """All methods the app defines with a signature, in order of number."""
        numbers = np.flatnonzero(self.symbols.method_signatures == signature)
        return [int(each) for each in numbers[self.program.row_of[numbers] >= 0]]

    def at_position(self, file: int, item: int, position: int) -> list[tuple[int, int]]:
        """The (method, instruction index) pairs at a code unit position of a DEX file."""
        _, methods = self.program.methods_of_items(file, np.array([item]))
        found = []
        for method in methods.tolist():
            body = self.body(method)
            if body is not None:
                index = body.index_at(position - int(self.program.code[file].items.starts[item]))
                if index >= 0:
                    found.append((method, index))
        return found

    def _read_statics(self, type_number: int) -> dict[tuple[bytes, bytes], tuple[int, Encoded]]:
        file, row = int(self.hierarchy.class_files[type_number]), int(self.hierarchy.class_rows[type_number])
        if file < 0:
            return {}
        tables = self.program.files[file]
        try:
            fields = static_fields(tables, row)
        except DexDamageError:
            return {}
        values = static_field_values(tables, row)
        found = {}
        for field in fields:
            name, kind = tables.strings.raw_many(
                [int(tables.field_names[field]), int(tables.type_names[int(tables.field_types[field])])]
            )
            found[name, kind] = (file, values.get(field, Encoded("null")))
        return found
