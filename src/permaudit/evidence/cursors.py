"""Follows a cursor from the query that gave it: which columns are asked of it, and whether any value is taken out."""

from __future__ import annotations

from dataclasses import dataclass, field

from permaudit.catalog.operations import CursorMethods
from permaudit.dex.body import ENTRY, MOVES, MethodBody
from permaudit.dex.opcodes import INVOKES, STATIC_INVOKES, Reference
from permaudit.dex.symbols import bounds_of
from permaudit.evidence.frames import Context, Frame
from permaudit.evidence.resolver import MOST_CALLERS, Resolver
from permaudit.evidence.values import UNKNOWN_PIECE, Text

_MOST_PLACES = 400
_CURSOR = b"Landroid/database/Cursor;"
_RETURN_OBJECT = 0x11
_IPUT_OBJECT, _SPUT_OBJECT = 0x5B, 0x69
_GETS = frozenset([*range(0x52, 0x59), *range(0x60, 0x67)])
_HARMLESS = frozenset([0x1D, 0x1E, 0x1F, 0x20, 0x38, 0x39, 0x32, 0x33])
_Start = tuple[int, int, int]


@dataclass(slots=True)
class CursorUse:
    """What becomes of a cursor.

    `columns` are the names asked of it; `values` whether anything in a row is taken out; `stepped` whether it is
    moved on in a loop; `escapes` whether it went where it was not followed; `methods` those it passed through.
    """

    columns: set[str] = field(default_factory=set)
    values: bool = False
    stepped: bool = False
    escapes: bool = False
    methods: set[int] = field(default_factory=set)

    @property
    def reveals_rows(self) -> bool:
        """Whether more than the number of rows may be learnt."""
        return self.values or self.escapes


class CursorFollower:
    """Follows values forward through registers, calls, returns and fields, in a bounded number of places."""

    def __init__(self, resolver: Resolver, cursor: CursorMethods) -> None:
        self._resolver, self._code, self._cursor = resolver, resolver.code, cursor

    def follow(self, starts: list[_Start]) -> CursorUse:
        """Follow from `starts`: (method, index of the writing instruction or ENTRY, register)."""
        use = CursorUse()
        seen = set(starts)
        waiting = list(starts)
        while waiting:
            if len(seen) > _MOST_PLACES or not self._resolver.budget.spend(4):
                use.escapes = True
                break
            method, index, register = waiting.pop()
            body = self._code.body(method)
            if body is None:
                use.escapes = True
                continue
            use.methods.add(method)
            places, steps = body.uses(index, register)
            self._resolver.budget.spend(steps // 4)
            for place in places:
                for following in self._use(use, method, body, place, register):
                    if following not in seen:
                        seen.add(following)
                        waiting.append(following)
        return use

    def result_start(self, method: int, call: int) -> list[_Start]:
        """Where the result of a call lands; empty if it is dropped."""
        body = self._code.body(method)
        result = body.result_of(call) if body else -1
        return [(method, result, body.instructions[result].registers[0])] if body and result >= 0 else []

    def _use(self, use: CursorUse, method: int, body: MethodBody, place: int, register: int) -> list[_Start]:
        each = body.instructions[place]
        if each.opcode in MOVES:
            return [(method, place, each.registers[0])]
        if each.opcode in INVOKES:
            return self._call(use, method, body, place, register)
        if each.opcode == _RETURN_OBJECT:
            return self._to_callers(use, method)
        if each.opcode in (_IPUT_OBJECT, _SPUT_OBJECT) and each.registers[0] == register:
            return self._to_readers(use, body, place)
        if each.opcode not in _HARMLESS:
            use.escapes = True
        return []

    def _call(self, use: CursorUse, method: int, body: MethodBody, place: int, register: int) -> list[_Start]:
        each = body.instructions[place]
        callee = self._code.callee(body, place)
        if callee < 0:
            use.escapes = True
            return []
        definition = int(self._code.program.definition_of[callee])
        named = self._code.method(callee)
        if definition >= 0:
            wraps = named.name == "<init>" and each.registers[0] != register and self._is_cursor(named.class_name)
            made = self._made(method, body, place, each.registers[0]) if wraps else []
            return made + self._into(use, each.registers, register, definition)
        if each.registers[0] == register and each.opcode not in STATIC_INVOKES and self._is_cursor(named.class_name):
            return self._cursor_call(use, method, body, place, named.name)
        if named.name == "<init>" and self._is_cursor(named.class_name) and each.registers[0] != register:
            return self._made(method, body, place, each.registers[0])
        handed = self._handed_on(method, named.class_name) if each.opcode not in STATIC_INVOKES else []
        if handed:
            return handed
        if named.name not in self._cursor.neutral:
            use.escapes = True
        return []

    def _handed_on(self, method: int, class_name: str) -> list[_Start]:
        """A cursor given to the platform part of an app's own adapter: its methods that are handed a cursor."""
        owner = self._code.symbols.type_number(class_name.encode())
        if not self._code.hierarchy.is_defined(owner):
            owner = int(self._code.symbols.method_types[method])
            if class_name not in self._code.platform_ancestors(self._code.type_name(owner)):
                return []
        cursor = self._code.symbols.type_number(_CURSOR)
        starts: list[_Start] = []
        for number in range(*bounds_of(self._code.symbols.method_types, owner)):
            body = self._code.body(number)
            name = self._code.method(number).name
            if body is None or name == "<init>" or self._code.is_static(number):
                continue
            word = 1
            signature = int(self._code.symbols.method_signatures[number])
            for each in self._code.symbols.parameter_types(signature).tolist():
                if each == cursor:
                    starts.append((number, ENTRY, body.registers - body.ins + word))
                word += 2 if self._code.symbols.types[each] in (b"J", b"D") else 1
        return starts

    def _is_cursor(self, class_name: str) -> bool:
        return class_name in self._cursor.types or not self._cursor.types.isdisjoint(
            self._code.platform_ancestors(class_name)
        )

    def _cursor_call(self, use: CursorUse, method: int, body: MethodBody, place: int, name: str) -> list[_Start]:
        if name in self._cursor.columns:
            frame = Frame(method, body, (("column", method, place),))
            for got in self._resolver.argument(frame, place, 0, Context()):
                if isinstance(got.value, Text) and UNKNOWN_PIECE not in got.value.text:
                    use.columns.add(got.value.text)
        elif name in self._cursor.values:
            use.values = True
        elif name not in self._cursor.neutral:
            use.escapes = True
        if name in self._cursor.next and body.in_loop(place):
            use.stepped = True
        return []

    def _made(self, method: int, body: MethodBody, place: int, wrapper: int) -> list[_Start]:
        """A cursor wrapped into another one: follow the wrapper, and inside a wrapper of the app's own, `this`."""
        starts = [(method, definition, wrapper) for definition in body.definitions(place, wrapper)[0]]
        if (method, ENTRY, wrapper) in starts and body.parameter_of(wrapper) == 0:
            owner = int(self._code.symbols.method_types[method])
            for number in range(*bounds_of(self._code.symbols.method_types, owner)):
                inner = self._code.body(number)
                if inner is not None and inner.ins and not self._code.is_static(number):
                    starts.append((number, ENTRY, inner.registers - inner.ins))
        return starts

    def _into(self, use: CursorUse, registers: tuple[int, ...], register: int, definition: int) -> list[_Start]:
        """Into the methods of the app that a call may run, as their parameter."""
        targets = [definition, *self._code.overriders(definition, 8)]
        starts = []
        for target in targets[:9]:
            inner = self._code.body(target)
            if inner is None:
                continue
            for word, each in enumerate(registers):
                if each == register and word < inner.ins:
                    starts.append((target, ENTRY, inner.registers - inner.ins + word))
        if not starts:
            use.escapes = True
        return starts

    def _to_callers(self, use: CursorUse, method: int) -> list[_Start]:
        sites = self._resolver.callers(method)
        if not sites:
            use.escapes = True
            return []
        return [start for caller, call in sites for start in self.result_start(caller, call)]

    def _to_readers(self, use: CursorUse, body: MethodBody, place: int) -> list[_Start]:
        """Where a field that takes the cursor is read again."""
        field_name = self._code.field_at(body, body.instructions[place].reference)
        if field_name is None:
            use.escapes = True
            return []
        owner, name, kind = field_name
        if not self._code.hierarchy.is_defined(owner):
            use.escapes = True
            return []
        starts: list[_Start] = []
        for file, field_id in self._code.field_ids([owner, *self._code.descendants(owner)], name, kind):
            users = self._code.program.users(Reference.FIELD, file, field_id)
            for position, item, opcode in zip(users.positions, users.items, users.opcodes, strict=True):
                if int(opcode) in _GETS:
                    for method, index in self._code.at_position(file, int(item), int(position)):
                        reader = self._code.body(method)
                        if reader is not None:
                            starts.append((method, index, reader.instructions[index].registers[0]))
        if len(starts) > MOST_CALLERS:
            use.escapes = True
            return []
        return starts
