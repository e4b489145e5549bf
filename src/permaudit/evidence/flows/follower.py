"""Follows data forward, from the instructions that yield it to all that may come to hold it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from permaudit.catalog.catalog import Catalog
from permaudit.catalog.flows import FlowCatalog
from permaudit.dex.body import ENTRY, MOVES, MethodBody
from permaudit.dex.opcodes import INVOKES, Reference
from permaudit.dex.strings import decode_mutf8
from permaudit.evidence.budget import Budget
from permaudit.evidence.code import Code
from permaudit.evidence.dispatch import Dispatch
from permaudit.evidence.flows.arrivals import Sinks
from permaudit.evidence.flows.callbacks import Callbacks
from permaudit.evidence.flows.calls import Calls
from permaudit.evidence.flows.changes import Change, Changes
from permaudit.evidence.flows.facts import Carry, FieldFact, Form, RegisterFact, StoreFact
from permaudit.evidence.flows.library import Library
from permaudit.evidence.flows.origins import Origins, may_be_same
from permaudit.evidence.flows.rows import Rows
from permaudit.evidence.flows.stores import Stores
from permaudit.evidence.flows.trail import Trail
from permaudit.evidence.resolver import Resolver
from permaudit.evidence.values import Site

MOST_READERS = 300
"""Places where one field is read; more are not followed."""
_MOST_CALLERS = 24
_MOST_STACK = 6
_CARRIED_ARITHMETIC = range(0x7B, 0xE3)
_GET_ELEMENT, _PUT_ELEMENT = range(0x44, 0x4B), range(0x4B, 0x52)
_GET_FIELD, _PUT_FIELD = range(0x52, 0x59), range(0x59, 0x60)
_PUT_STATIC = range(0x67, 0x6E)
_PUTS = frozenset([*_PUT_ELEMENT, *_PUT_FIELD, *_PUT_STATIC])
_READS = frozenset([*range(0x52, 0x59), *range(0x60, 0x67)])
_FILLED_ARRAYS = (0x24, 0x25)
_RETURNS = (0x0F, 0x10, 0x11)
_RETURN_OBJECT = 0x11
_THROW, _MOVE_EXCEPTION = 0x27, 0x0D
_Asking = tuple[RegisterFact, int, int, Carry]
Sites = list[tuple[Site, tuple[Site, ...]]]


@dataclass(frozen=True, slots=True)
class Tools:
    """What following needs to know of the app.

    `subscribed` are methods that an event bus calls; `reflected` what a method calls by constant names.
    """

    code: Code
    resolver: Resolver
    dispatch: Dispatch
    catalog: Catalog
    flows: FlowCatalog
    package: str
    budget: Budget
    puts: frozenset[str]
    subscribed: tuple[int, ...]
    reflected: dict[int, list[int]]


class Follower:
    """One search, for one read: add the facts it begins with to `trail`, then `run`.

    `cut` counts what was not followed because there was too much of it.
    """

    def __init__(self, tools: Tools, library: Library, origins: Origins, rows: Rows) -> None:
        self.code, self.resolver, self.dispatch = tools.code, tools.resolver, tools.dispatch
        self.tools, self.library, self.origins, self.rows = tools, library, origins, rows
        self.trail = Trail()
        self.cut = 0
        self.callbacks = Callbacks(self)
        self.changes = Changes(self)
        self.sinks = Sinks(self)
        self.stores = Stores(self)
        self._calls = Calls(self)
        self._asking: dict[tuple[int, bytes, bytes], dict[_Asking, None]] = {}
        self._held: dict[tuple[int, bytes, bytes], dict[tuple[Form, bool], tuple[Form, bool, int]]] = {}
        self._reached: dict[tuple[int, int, int], set[int]] = {}

    def run(self) -> None:
        """Look at every fact until nothing new is found or the budget is spent."""
        while (taken := self.trail.take()) is not None:
            if not self.spend(4):
                self.cut += 1
                return
            match taken:
                case (RegisterFact() as fact, bits):
                    self._register(fact, bits)
                case (FieldFact() as fact, bits):
                    self._field(fact, bits)
                case (StoreFact() as fact, bits):
                    self.stores.read_again(fact, bits)

    def spend(self, steps: int) -> bool:
        """Pay for some work; false when there is nothing left to pay with."""
        return self.tools.budget.spend(steps)

    def named(self, method: int) -> str:
        """A method as a report names it."""
        return str(self.code.method(method))

    def is_part(self, callee: int) -> bool:
        """Whether a library method gives a part of its object."""
        method = self.code.method(callee)
        return any(
            f"{each}->{method.name}" in self.library.summaries.parts
            for each in self.code.platform_ancestors(method.class_name)
        )

    def keeps_nothing_itself(self, type_number: int) -> bool:
        """Whether objects of the app's class are screens, services or functions, which carry data only in fields."""
        return self.library.is_callback(type_number) or self.library.keeps_nothing(self.code.type_name(type_number))

    def keeps_nothing_named(self, descriptor: bytes) -> bool:
        """Whether objects of a type hold nothing of what they are handed."""
        return self.library.keeps_nothing(decode_mutf8(descriptor))

    def enter(self, stack: tuple[Site, ...], site: Site) -> tuple[Site, ...]:
        """The stack inside a call; recursion comes back to where it was."""
        if site in stack:
            return stack[: stack.index(site) + 1]
        return (*stack, site)[-_MOST_STACK:]

    def called_from(self, method: int, stack: tuple[Site, ...]) -> Sites:
        """Where a method returns to: the call it was entered by, or else every caller; with the stack there.

        Calls in libraries that are not looked into are left out: what they do with it is summed up.
        """
        if stack and not self.library.is_opaque(stack[-1].method):
            return [(stack[-1], stack[:-1])]
        sites = self.resolver.callers(method)
        if sites is None:
            self.cut += 1
        return [(Site(*each), ()) for each in sites or () if not self.library.is_opaque(each[0])]

    def _register(self, fact: RegisterFact, bits: int) -> None:
        body = self.code.body(fact.method)
        if body is None:
            return
        places, steps = body.uses(fact.index, fact.register)
        self.spend(steps // 4)
        after = self._after(fact, body) if fact.since >= 0 else None
        for place in places:
            # the object may have got another name, or a place in another one, before it was changed
            if after is None or place in after or self._keeps(body, place, fact.register):
                self._use(fact, bits, body, place)

    def _keeps(self, body: MethodBody, place: int, register: int) -> bool:
        """Whether an instruction gives an object another name, or puts it into a field, an array or a collection."""
        each = body.instructions[place]
        if each.opcode in MOVES or (each.opcode in _PUTS and each.registers[0] == register):
            return True
        if each.opcode not in INVOKES or register not in each.registers[1:]:
            return False
        callee = self.code.callee(body, place)
        return callee >= 0 and self.code.method(callee).name in self.tools.puts and self.library.is_opaque(callee)

    def _after(self, fact: RegisterFact, body: MethodBody) -> set[int]:
        """Instructions that may run after the object was changed, and before it is emptied again."""
        key = (fact.method, fact.since, fact.register)
        if key not in self._reached:
            seen: set[int] = set()
            waiting = body.successors(fact.since)
            while waiting:
                current = waiting.pop()
                if current in seen:
                    continue
                seen.add(current)
                if not self._calls.empties(body, current, fact.register):
                    waiting.extend(body.successors(current))
            self.spend(len(seen) // 4)
            self._reached[key] = seen
        return self._reached[key]

    def _use(self, fact: RegisterFact, bits: int, body: MethodBody, place: int) -> None:
        """What one instruction does with the data in a register."""
        each = body.instructions[place]
        opcode, registers = each.opcode, each.registers
        carry = Carry(fact.method, place, "value", "")
        if opcode in MOVES:
            since = -1 if fact.since < 0 or place in self._after(fact, body) else fact.since
            self.trail.add(replace(fact, index=place, register=registers[0], since=since), bits, fact, carry)
        elif opcode in INVOKES:
            self._calls.use(fact, bits, body, place)
        elif opcode in _RETURNS:
            self._return(fact, bits, opcode)
        elif opcode in _PUT_FIELD and registers[0] == fact.register:
            self._put_field(fact, bits, body, place)
        elif opcode in _PUT_STATIC:
            self._put_field(fact, bits, body, place, static=True)
        elif opcode in _GET_FIELD:
            self._get_field(fact, bits, body, place)
        elif opcode in _PUT_ELEMENT and registers[0] == fact.register:
            change = Change(fact.form, bits, fact, replace(carry, via="container", what="[]"), fact.hashed)
            self.changes.note(fact.method, place, registers[1], fact.stack, change)
        elif opcode in _GET_ELEMENT and registers[1] == fact.register:
            self._give(fact, bits, place, registers[0], replace(carry, via="container", what="[]"))
        elif opcode in _FILLED_ARRAYS:
            result = body.result_of(place)
            if result >= 0:
                self._give(fact, bits, result, body.instructions[result].registers[0], carry)
        elif opcode in _CARRIED_ARITHMETIC and fact.form == "value":
            self._give(fact, bits, place, registers[0], carry)
        elif opcode == _THROW:
            self._thrown(fact, bits, fact.method, place, fact.stack, 0)

    def _give(self, fact: RegisterFact, bits: int, index: int, register: int, carry: Carry) -> None:
        given = RegisterFact(fact.method, index, register, fact.form, fact.stack, -1, fact.hashed, None)
        self.trail.add(given, bits, fact, carry)

    def _return(self, fact: RegisterFact, bits: int, opcode: int) -> None:
        """The data goes to the callers, or to whoever outside the app calls a callback."""
        carry = Carry(fact.method, fact.index if fact.index != ENTRY else 0, "return", self.named(fact.method))
        for site, stack in self.called_from(fact.method, fact.stack):
            body = self.code.body(site.method)
            result = body.result_of(site.index) if body is not None else -1
            if body is not None and result >= 0:
                register = body.instructions[result].registers[0]
                given = RegisterFact(site.method, result, register, fact.form, stack, -1, fact.hashed, fact.key)
                self.trail.add(given, bits, fact, replace(carry, method=site.method, index=site.index))
        if not fact.stack or self.library.is_opaque(fact.stack[-1].method):
            self.sinks.returned(fact, bits, carry)
            if opcode == _RETURN_OBJECT:
                self.callbacks.give_back(fact.method, bits, fact, replace(carry, via="callback"), hashed=fact.hashed)

    def _put_field(self, fact: RegisterFact, bits: int, body: MethodBody, place: int, *, static: bool = False) -> None:
        each = body.instructions[place]
        named = self.code.field_at(body, each.reference)
        if named is None:
            return
        owner = self.resolver.field_owner(named)
        what = f"{self.code.type_name(max(owner, 0))}->{decode_mutf8(named[1])}"
        carry = Carry(fact.method, place, "field", what)
        if not self.code.hierarchy.is_defined(owner):
            if not static:  # a field of a platform object, such as Message.obj: the object holds the data
                change = Change(fact.form, bits, fact, carry, fact.hashed)
                self.changes.note(fact.method, place, each.registers[1], fact.stack, change)
            return
        objects = None if static else self.origins.within(fact.method, place, each.registers[1], fact.stack)
        is_data = not static and fact.form in ("value", "carrier") and not self.keeps_nothing_itself(owner)
        carried = is_data and objects is not None
        stored = FieldFact(owner, named[1], named[2], objects, fact.form, fact.hashed, fact.key, carried)
        self.trail.add(stored, bits, fact, carry)
        if is_data:
            change = Change("carrier", bits, fact, carry, fact.hashed)
            self.changes.note(fact.method, place, each.registers[1], fact.stack, change)

    def _get_field(self, fact: RegisterFact, bits: int, body: MethodBody, place: int) -> None:
        """A field of an object that holds data: what the app's own fields hold is followed by field."""
        each = body.instructions[place]
        named = self.code.field_at(body, each.reference)
        if named is None or each.registers[1] != fact.register or fact.form not in ("value", "carrier"):
            return
        owner = self.resolver.field_owner(named)
        carry = Carry(fact.method, place, "field", f"{self.code.type_name(max(owner, 0))}->{decode_mutf8(named[1])}")
        if fact.form == "value" or not self.code.hierarchy.is_defined(owner):
            self._give(fact, bits, place, each.registers[0], carry)
            return
        key = (owner, named[1], named[2])
        asking = (fact, place, each.registers[0], carry)
        self._asking.setdefault(key, {})[asking] = None
        for form, hashed, held in self._held.get(key, {}).values():
            self._tell(asking, form, held, hashed=hashed)

    def _tell(self, asking: _Asking, form: Form, bits: int, *, hashed: bool) -> None:
        """The field of an object that is carried holds data: who asks it of the carrier has it."""
        fact, place, register, carry = asking
        given = RegisterFact(fact.method, place, register, form, fact.stack, -1, hashed)
        self.trail.add(given, bits, fact, carry)

    def _field(self, fact: FieldFact, bits: int) -> None:
        """All who read a field of the objects meant: by the objects where they are carried along, else anybody."""
        if fact.carried:
            key = (fact.owner, fact.name, fact.kind)
            held = self._held.setdefault(key, {})
            before = held.get((fact.form, fact.hashed), (fact.form, fact.hashed, 0))
            held[fact.form, fact.hashed] = (fact.form, fact.hashed, before[2] | bits)
            for asking in list(self._asking.get(key, ())):
                self._tell(asking, fact.form, before[2] | bits, hashed=fact.hashed)
            return
        readers = self._readers(fact)
        if len(readers) > MOST_READERS:
            self.cut += 1
        what = f"{self.code.type_name(fact.owner)}->{decode_mutf8(fact.name)}"
        for method, index in readers[:MOST_READERS]:
            body = self.code.body(method)
            if body is None or not self.spend(1):
                continue
            each = body.instructions[index]
            static = each.opcode >= 0x60  # noqa: PLR2004  sget
            for stack in [()] if static else self._stacks(method, index, each.registers[1], body, fact):
                read = RegisterFact(method, index, each.registers[0], fact.form, stack, -1, fact.hashed, fact.key)
                self.trail.add(read, bits, fact, Carry(method, index, "field", what))

    def _readers(self, fact: FieldFact) -> list[tuple[int, int]]:
        found: set[tuple[int, int]] = set()
        family = [fact.owner, *self.code.descendants(fact.owner)]
        for file, field_id in self.code.field_ids(family, fact.name, fact.kind):
            users = self.code.program.users(Reference.FIELD, file, field_id)
            for position, item, opcode in zip(users.positions, users.items, users.opcodes, strict=True):
                if int(opcode) in _READS:
                    found.update(self.code.at_position(file, int(item), int(position)))
            if len(found) > MOST_READERS:
                break
        return sorted(found)

    def _stacks(
        self, method: int, index: int, register: int, body: MethodBody, fact: FieldFact
    ) -> list[tuple[Site, ...]]:
        """In which calls the object read from may be one of those meant: known by caller for a getter's `this`."""
        definitions = body.definitions(index, register)[0]
        word = body.parameter_of(register)
        sites = self.resolver.callers(method) if definitions == [ENTRY] and word >= 0 else None
        sites = [each for each in sites or () if not self.library.is_opaque(each[0])]
        if not sites or len(sites) > _MOST_CALLERS:
            return [()] if may_be_same(fact.objects, self.origins.of(method, index, register)) else []
        stacks = []
        for caller, call in sites:
            outer = self.code.body(caller)
            registers = outer.instructions[call].registers if outer is not None else ()
            if word < len(registers) and may_be_same(fact.objects, self.origins.of(caller, call, registers[word])):
                stacks.append((Site(caller, call),))
        return stacks

    def _thrown(
        self, fact: RegisterFact, bits: int, method: int, index: int, stack: tuple[Site, ...], depth: int
    ) -> None:
        """An exception that holds data is caught, here or by a caller."""
        body = self.code.body(method)
        if body is None or depth > _MOST_STACK:
            return
        caught = False
        for handler in body.handlers_of(index):
            each = body.instructions[handler]
            if each.opcode == _MOVE_EXCEPTION:
                caught = True
                held = RegisterFact(method, handler, each.registers[0], fact.form, stack, -1, fact.hashed)
                self.trail.add(held, bits, fact, Carry(method, index, "value", "throw"))
        if not caught:
            for site, outer in self.called_from(method, stack):
                self._thrown(fact, bits, site.method, site.index, outer, depth + 1)
