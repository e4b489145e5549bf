"""What is taken out of a cursor over the read's rows: which column, and so which fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from permaudit.catalog.catalog import Catalog
from permaudit.catalog.operations import CursorMethods
from permaudit.catalog.surfaces import Field
from permaudit.dex.body import ENTRY, MethodBody
from permaudit.dex.opcodes import STATIC_INVOKES
from permaudit.evidence.flows.changes import Change
from permaudit.evidence.flows.facts import Carry, RegisterFact
from permaudit.evidence.frames import Context
from permaudit.evidence.rawread import RawRead
from permaudit.evidence.resolver import Resolver
from permaudit.evidence.rowfields import fields_of_columns
from permaudit.evidence.values import UNKNOWN_PIECE, Items, Number, Result, Text

if TYPE_CHECKING:
    from permaudit.evidence.flows.follower import Follower

FIELDS: tuple[str, ...] = tuple(sorted(get_args(Field)))
_BITS = {name: 2 << position for position, name in enumerate(FIELDS)}
DATA = 1
"""The bit that all data has, whatever its fields."""
_CURSOR = b"Landroid/database/Cursor;"


def bits_of(fields: frozenset[str] | set[str]) -> int:
    """Fields as bits."""
    bits = DATA
    for each in fields:
        bits |= _BITS.get(each, 0)
    return bits


def fields_of(bits: int) -> tuple[str, ...]:
    """The fields that bits stand for, in order."""
    return tuple(name for name in FIELDS if bits & _BITS[name])


class Rows:
    """The cursor of one read."""

    def __init__(self, resolver: Resolver, catalog: Catalog, cursor: CursorMethods, read: RawRead) -> None:
        self._resolver, self._code, self._catalog, self._cursor = resolver, resolver.code, catalog, cursor
        self._read = read
        addressed = catalog.match_uri(read.uri) if read.uri else None
        self._table = addressed.table if addressed is not None else ""
        self.bits = bits_of(read.fields)

    def take(
        self, follower: Follower, fact: RegisterFact, bits: int, body: MethodBody, place: int, callee: int
    ) -> bool:
        """Handle a call on or with the cursor; false if it is like any other call."""
        each, method = body.instructions[place], self._code.method(callee)
        is_receiver = each.registers[0] == fact.register and each.opcode not in STATIC_INVOKES
        if is_receiver and self._is_cursor(method.class_name) and int(self._code.program.definition_of[callee]) < 0:
            if method.name in self._cursor.values and method.name != "copyStringToBuffer":
                self._taken_out(follower, fact, bits, body, place, str(method))
                return True
            return method.name in self._cursor.neutral or method.name in self._cursor.columns
        if int(self._code.program.definition_of[callee]) >= 0 and not follower.library.is_opaque(callee):
            return False
        carry = Carry(fact.method, place, "library", str(method))
        if method.name == "<init>" and self._is_cursor(method.class_name) and not is_receiver:
            change = Change("rows", bits, fact, carry, fact.hashed)
            follower.changes.note(fact.method, place, each.registers[0], fact.stack, change)
            return True
        self._hand_on(follower, fact, bits, body, place, carry)
        return is_receiver and method.name in self._cursor.neutral

    def _taken_out(
        self, follower: Follower, fact: RegisterFact, bits: int, body: MethodBody, place: int, what: str
    ) -> None:
        result = body.result_of(place)
        held = self._bits_at(fact.method, place, bits)
        if result >= 0 and held:
            register = body.instructions[result].registers[0]
            given = RegisterFact(fact.method, result, register, "value", fact.stack, -1, fact.hashed)
            follower.trail.add(given, held, fact, Carry(fact.method, place, "value", what))

    def _bits_at(self, method: int, place: int, bits: int) -> int:
        """The fields of the column that a getter names; all of the read's where that is not known; 0 for none."""
        columns = self._columns(method, place)
        if columns is None:
            return bits
        held = 0
        for column in columns:
            if not self._table:
                held |= self._bits_in_any_table(column) or bits
                continue
            plain = column.strip().rpartition(".")[2].lower()
            fields = fields_of_columns(self._catalog, self._table, {column}, self._catalog.mime_rows)
            known = self._catalog.tables.get(self._table)
            if plain.startswith("data") and plain[4:].isdigit() and known is not None and known.mime:
                held |= bits_of(fields & self._read.fields or set(self._read.fields))
            elif fields:
                held |= bits_of(fields)
            elif known is None or plain not in known.columns:
                held |= bits
        return held

    def _bits_in_any_table(self, column: str) -> int:
        """What a column means where the table is not known, as of a picked row, among the read's fields."""
        fields: set[str] = set()
        for table in self._catalog.tables:
            fields |= fields_of_columns(self._catalog, table, {column}, self._catalog.mime_rows)
        fields &= self._read.fields
        if len(fields) > 1 and column.lower().startswith("data"):  # not what a column of another name means
            named = [each for each in self._projection() if not each.lower().startswith("data")]
            other = {
                name for table in self._catalog.tables for name in fields_of_columns(self._catalog, table, named, ())
            }
            fields = fields - other or fields
        return bits_of(fields) if fields else 0

    def _columns(self, method: int, place: int) -> set[str] | None:
        frame = self._resolver.open_frame(method)
        if frame is None:
            return None
        found: set[str] = set()
        for got in self._resolver.argument(frame, place, 0, Context()):
            match got.value:
                case Result(_, site):
                    asked = self._resolver.open_frame(site.method)
                    names = self._resolver.argument(asked, site.index, 0, Context()) if asked is not None else []
                    texts = [each.value.text for each in names if isinstance(each.value, Text)]
                    if not texts or len(texts) < len(names) or any(UNKNOWN_PIECE in each for each in texts):
                        return None
                    found.update(texts)
                case Number(number):
                    column = self._projected(number)
                    if column is None:
                        return None
                    found.add(column)
                case _:
                    return None
        return found or None

    def _projected(self, position: int) -> str | None:
        """The column at a position of the projection that the query was given."""
        columns = self._projection()
        return columns[position] if 0 <= position < len(columns) else None

    def _projection(self) -> list[str]:
        """The columns that the query asks for, in order; none if they are not known, or differ."""
        at = self._read.api.projection
        frame = self._resolver.open_frame(self._read.method)
        if at is None or frame is None:
            return []
        asked: set[tuple[str, ...]] = set()
        for got in self._resolver.argument(frame, self._read.index, at, Context()):
            items = got.value.items if isinstance(got.value, Items) else ()
            texts = tuple(each.text for each in items if isinstance(each, Text))
            if not texts or len(texts) < len(items):
                return []
            asked.add(texts)
        return list(asked.pop()) if len(asked) == 1 else []

    def _is_cursor(self, class_name: str) -> bool:
        return class_name in self._cursor.types or not self._cursor.types.isdisjoint(
            self._code.platform_ancestors(class_name)
        )

    def _hand_on(
        self, follower: Follower, fact: RegisterFact, bits: int, body: MethodBody, place: int, carry: Carry
    ) -> None:
        """A cursor given to the platform part of an app's own adapter: its methods that are handed a cursor."""
        cursor = self._code.symbols.type_number(_CURSOR)
        for register in dict.fromkeys(body.instructions[place].registers):
            if register == fact.register:
                continue
            for owner in follower.callbacks.functions_in(fact.method, place, register):
                for method in follower.callbacks.methods(owner):
                    self._hand_to(follower, fact, bits, method, cursor, carry)

    def _hand_to(
        self, follower: Follower, fact: RegisterFact, bits: int, method: int, cursor: int, carry: Carry
    ) -> None:
        inner = self._code.body(method)
        if inner is None:
            return
        register = inner.registers - inner.ins + (0 if self._code.is_static(method) else 1)
        signature = int(self._code.symbols.method_signatures[method])
        for each in self._code.symbols.parameter_types(signature).tolist():
            if each == cursor:
                given = RegisterFact(method, ENTRY, register, "rows", (), -1, fact.hashed)
                follower.trail.add(given, bits, fact, carry)
            register += 2 if self._code.symbols.types[each] in (b"J", b"D") else 1
