"""The program as the evidence stage asks it: bodies on demand, call sites, names, and the fields of classes."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
import numpy.typing as npt

from permaudit.catalog.framework import Framework
from permaudit.dex.body import MethodBody, Walks
from permaudit.dex.calls import Calls, collect_calls
from permaudit.dex.descriptors import parameter_words
from permaudit.dex.opcodes import DIRECT_INVOKES, INVOKES, STATIC_INVOKES, Reference
from permaudit.dex.program import Program
from permaudit.dex.strings import decode_mutf8
from permaudit.dex.symbols import Int64s, bounds_of
from permaudit.evidence.programfields import ProgramFields
from permaudit.model.place import Method, Place

_MOST_MAKERS = 32
_FIELD_READS = frozenset([*range(0x52, 0x59), *range(0x60, 0x67)])


class Code(ProgramFields):
    """Caches in front of a Program; everything is addressed by method and type numbers.

    `is_live`, once set, tells of which types objects may exist: methods of others cannot be what a virtual call runs.
    """

    def __init__(self, program: Program, framework: Framework) -> None:
        super().__init__(program)
        self.framework = framework
        self.calls: Calls = collect_calls(program)
        self._bodies: dict[int, MethodBody | None] = {}
        self.walks = Walks()
        self.is_live: Callable[[Int64s], npt.NDArray[np.bool_]] | None = None
        self._meaning: tuple[Int64s, Int64s] | None = None
        self._pairs_by_ancestor: tuple[Int64s, Int64s] | None = None
        self._overriders: dict[int, Int64s] = {}
        self._field_reads: dict[tuple[int, bytes, bytes], list[tuple[int, int]]] = {}
        self._init = self.symbols.name_number(b"<init>")
        self._methods: dict[int, Method] = {}
        self._named: dict[tuple[int, int], tuple[int, bool, int]] = {}
        self._strings: dict[int, frozenset[str]] = {}
        self._ancestors: dict[str, frozenset[str]] = {}

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
                MethodBody(self.program.files[file], self.program.code[file].items, item, file, self.walks)
                if item >= 0
                else None
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

    def invokes(self, callee: int, within: Callable[[int], bool] | None = None) -> list[tuple[int, int]]:
        """Call sites of a method that hold all its arguments: plain invokes, not method handles or broken code."""
        return [
            (method, index)
            for method, index in self.call_sites(callee, within)
            if (body := self.body(method)) is not None
            and body.instructions[index].opcode in INVOKES
            and self.callee(body, index) == callee
        ]

    def call_count(self, callee: int) -> int:
        """How many calls name exactly this method number."""
        rows = self.calls.rows(callee)
        return int(rows.stop) - int(rows.start)

    def call_sites(self, callee: int, within: Callable[[int], bool] | None = None) -> list[tuple[int, int]]:
        """All (calling method, instruction index) of calls that name exactly this method number, in order.

        Only calling methods of which `within` is true are looked into.
        """
        rows = self.calls.rows(callee)
        found = []
        columns = (self.calls.callers, self.calls.positions, self.calls.files)
        for caller, position, file in zip(*(each[rows].tolist() for each in columns), strict=True):
            body = self.body(caller) if within is None or within(caller) else None
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

    def field_reads(self, body: MethodBody, index: int) -> list[tuple[int, int]]:
        """Where the field that an instruction names is read: (method, instruction index), in order."""
        named = self.field_at(body, body.instructions[index].reference)
        return self.reads_of_field(*named) if named is not None else []

    def reads_of_field(self, owner: int, name: bytes, kind: bytes) -> list[tuple[int, int]]:
        """Where a field of a class or of those below it is read: (method, instruction index), in order."""
        named = (owner, name, kind)
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

    def platform_ancestors(self, descriptor: str) -> frozenset[str]:
        """A type with all its supertypes, the platform's own ones included, as descriptors."""
        if descriptor not in self._ancestors:
            names = {descriptor}
            number = self.symbols.type_number(descriptor.encode("utf-8", "surrogatepass"))
            if number >= 0:
                names.update(self.type_name(int(each)) for each in self.hierarchy.ancestors(number))
            for name in sorted(names):
                names.update(each.decode() for each in self.framework.ancestors(name.encode("utf-8", "surrogatepass")))
            self._ancestors[descriptor] = frozenset(names)
        return self._ancestors[descriptor]

    def descendants(self, type_number: int) -> list[int]:
        """All types of the app below a type, in order of number."""
        return [int(each) for each in self._below(type_number)]

    def method_of(self, type_number: int, signature: int) -> int:
        """The definition that a call with a signature runs on an object of exactly a type, or -1."""
        for each in (type_number, *self.hierarchy.superclasses(type_number)):
            number = self.symbols.method_number(each, signature)
            if number >= 0 and int(self.program.row_of[number]) >= 0:
                return number
        return -1

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

    def methods_mentioning(self, texts: Iterable[str]) -> set[int]:
        """Methods that hold one of the texts as a constant; none of them is decoded."""
        found: set[int] = set()
        for file, tables in enumerate(self.program.files):
            column = self.program.code[file].columns[Reference.STRING]
            for text in sorted(texts):
                string = tables.strings.find(text.encode())
                rows = column.rows(string) if string >= 0 else slice(0, 0)
                found.update(self.program.methods_of_items(file, column.items[rows])[1].tolist())
        return found

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
