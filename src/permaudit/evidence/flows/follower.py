"""Follows data forward, from the instructions that yield it to all that may come to hold it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from msgspec.structs import replace

from permaudit.catalog.catalog import Catalog
from permaudit.catalog.flows import FlowCatalog
from permaudit.dex.body import ENTRY, MOVES, MethodBody
from permaudit.dex.opcodes import INVOKES
from permaudit.dex.strings import decode_mutf8
from permaudit.evidence.branches import Branches
from permaudit.evidence.budget import Budget
from permaudit.evidence.code import Code
from permaudit.evidence.dispatch import Dispatch
from permaudit.evidence.entries import Entry
from permaudit.evidence.flows.arrivals import Sinks
from permaudit.evidence.flows.callbacks import Callbacks
from permaudit.evidence.flows.calls import Calls
from permaudit.evidence.flows.changes import Change, Changes
from permaudit.evidence.flows.facts import Carry, FieldFact, RegisterFact, StoreFact
from permaudit.evidence.flows.heldfields import HeldFields
from permaudit.evidence.flows.library import Library
from permaudit.evidence.flows.origins import Origins
from permaudit.evidence.flows.rows import Rows
from permaudit.evidence.flows.stores import Stores
from permaudit.evidence.flows.trail import Trail
from permaudit.evidence.resolver import Resolver
from permaudit.evidence.values import Site

_MOST_STACK = 6
_CARRIED_ARITHMETIC = range(0x7B, 0xE3)
_GET_ELEMENT, _PUT_ELEMENT = range(0x44, 0x4B), range(0x4B, 0x52)
_GET_FIELD, _PUT_FIELD = range(0x52, 0x59), range(0x59, 0x60)
_PUT_STATIC = range(0x67, 0x6E)
_PUTS = frozenset([*_PUT_ELEMENT, *_PUT_FIELD, *_PUT_STATIC])
_FILLED_ARRAYS = (0x24, 0x25)
_ARRAYS = frozenset([*_GET_ELEMENT, *_PUT_ELEMENT, *_FILLED_ARRAYS])
_RETURNS = (0x0F, 0x10, 0x11)
_RETURN_OBJECT = 0x11
_THROW, _MOVE_EXCEPTION = 0x27, 0x0D
_WALKED_A_STEP = 16
"""Instructions walked over that cost as much as one step of following."""
Sites = list[tuple[Site, tuple[Site, ...]]]


@dataclass(frozen=True, slots=True)
class Tools:
    """What following needs to know of the app.

    `subscribed` are methods that an event bus calls; `reflected` what a method calls by constant names;
    `returning` give what they return to a script, of an engine if that is no page in a web view; `first_pages` are the
    frameworks whose settings have the app start with a page from outside.
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
    branches: Branches
    returning: Mapping[int, str | None]
    first_pages: frozenset[str]


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
        self._calls, self._fields = Calls(self), HeldFields(self)
        self._reached: dict[tuple[int, int, int], set[int]] = {}
        self._paid_walks, self._paid_values = self.code.walks.steps, self.resolver.budget.left

    def run(self) -> None:
        """Look at every fact until nothing new is found or the budget is spent."""
        while (taken := self.trail.take()) is not None:
            if not self.spend(4):
                break
            match taken:
                case (RegisterFact() as fact, bits):
                    self._register(fact, bits)
                case (FieldFact() as fact, bits):
                    self._fields.read(fact, bits)
                case (StoreFact() as fact, bits):
                    self.stores.read_again(fact, bits)
        if self.tools.budget.spent:
            self.cut += 1

    def spend(self, steps: int) -> bool:
        """Pay for some work, and for what was walked over and resolved since; false when nothing is left to pay with.

        Everything that may be asked for often pays, so that a hostile app can make nothing slow.
        """
        walked, left = self.code.walks.steps, self.resolver.budget.left
        steps += (walked - self._paid_walks) // _WALKED_A_STEP + max(self._paid_values - left, 0)
        self._paid_walks, self._paid_values = walked, left
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

    def may_run(self, method: int, index: int, made: Site) -> bool:
        """Whether an instruction of a callback may run for the object made at a place.

        A compiler makes one class of several functions, told apart by a number that the object is made with.
        """
        if index < 0:
            return True
        live = self.tools.branches.live(Entry(method, Entry(made.method), made.index))
        return live is None or index in live.instructions

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
        places = body.uses(fact.index, fact.register)[0]
        after = self._after(fact, body) if fact.since >= 0 else None
        for place in places:
            if not self.spend(1):
                return
            if fact.of is not None and not any(self.may_run(fact.method, place, each) for each in sorted(fact.of)):
                continue
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
            self.code.walks.steps += 2 * len(seen)
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
            self._fields.put(fact, bits, body, place)
        elif opcode in _PUT_STATIC:
            self._fields.put(fact, bits, body, place, static=True)
        elif opcode in _GET_FIELD:
            self._fields.get(fact, bits, body, place)
        elif opcode in _ARRAYS:
            self._array(fact, bits, body, place, replace(carry, via="container", what="[]"))
        elif opcode in _CARRIED_ARITHMETIC and fact.form == "value":
            self.give(fact, bits, place, registers[0], carry)
        elif opcode == _THROW:
            self._thrown(fact, bits, fact.method, place, fact.stack, 0)

    def _array(self, fact: RegisterFact, bits: int, body: MethodBody, place: int, carry: Carry) -> None:
        """Into an array, or out of one."""
        each = body.instructions[place]
        if each.opcode in _PUT_ELEMENT and each.registers[0] == fact.register:
            change = Change(fact.form, bits, fact, carry, fact.hashed)
            self.changes.note(fact.method, place, each.registers[1], fact.stack, change)
        elif each.opcode in _GET_ELEMENT and each.registers[1] == fact.register:
            self.give(fact, bits, place, each.registers[0], carry)
        elif each.opcode in _FILLED_ARRAYS and (result := body.result_of(place)) >= 0:
            self.give(fact, bits, result, body.instructions[result].registers[0], carry)

    def give(self, fact: RegisterFact, bits: int, index: int, register: int, carry: Carry) -> None:
        """What an instruction of the same method leaves in a register holds the data too."""
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
                handed = replace(carry, via="callback", transform=self.library.made_by_override(fact.method))
                self.callbacks.give_back(fact.method, bits, fact, handed, hashed=fact.hashed, given_at=fact.index)

    def _thrown(
        self, fact: RegisterFact, bits: int, method: int, index: int, stack: tuple[Site, ...], depth: int
    ) -> None:
        """An exception that holds data is caught, here or by a caller."""
        body = self.code.body(method)
        if body is None or depth > _MOST_STACK or not self.spend(2):
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
