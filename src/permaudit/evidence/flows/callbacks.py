"""What code outside the app does with functions it is given: it calls them with data, and hands on what they give."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from permaudit.dex.body import ENTRY, MethodBody
from permaudit.dex.opcodes import STATIC_INVOKES
from permaudit.dex.symbols import Int64s, bounds_of, sorted_distinct
from permaudit.evidence.flows.facts import Carry, Fact, Form, Objects, RegisterFact

if TYPE_CHECKING:
    from permaudit.evidence.flows.follower import Follower

_MOST_TYPES = 12
_DIRECT_INVOKES = (0x70, 0x76)
_MOST_DESCENDANTS = 6
_REFERENCE_TYPES = (b"L", b"[")


class Callbacks:
    """Finds the functions among the arguments of library calls, and those who were given a function."""

    def __init__(self, follower: Follower) -> None:
        self._follower, self._code = follower, follower.code
        self._methods: dict[int, list[int]] = {}
        self._called: dict[int, bool] = {}

    def call_with(
        self, fact: RegisterFact, bits: int, body: MethodBody, place: int, carry: Carry, *, hashed: bool
    ) -> None:
        """Functions given in the same library call may be called with the data."""
        each = body.instructions[place]
        receiver = each.registers[0] if each.opcode not in STATIC_INVOKES else -1
        for register in dict.fromkeys(each.registers):
            if register == fact.register and fact.form != "function":
                continue
            if register == receiver and self._is_screen(body, place):
                continue  # telling a screen or a receiver something does not call it back
            objects = self._follower.origins.of(fact.method, place, register)
            functions = self.functions_in(fact.method, place, register)
            for owner in functions or self._given_to_maker(fact.method, place, register):
                own = frozenset(
                    each for each in objects or () if self._follower.origins.types(frozenset({each})) == [owner]
                )
                for method in self.methods(owner):
                    self.call(method, bits, fact, carry, hashed=hashed, of=own or None)

    def _given_to_maker(self, method: int, index: int, register: int) -> list[int]:
        """The functions that a library object in a register was made with, such as a Handler's callback."""
        found: set[int] = set()
        for made in sorted(self._follower.origins.of(method, index, register) or ()):
            body = self._code.body(made.method)
            if body is None or not self._follower.spend(2):
                continue
            held = body.instructions[made.index].registers[0]
            for use in body.uses(made.index, held)[0]:
                each = body.instructions[use]
                if each.opcode in _DIRECT_INVOKES and each.registers[0] == held:
                    for given in each.registers[1:]:
                        found.update(self.functions_in(made.method, use, given))
        return sorted(found)[:_MOST_TYPES]

    def _is_screen(self, body: MethodBody, place: int) -> bool:
        above = self._code.platform_ancestors(self._code.method(self._code.callee(body, place)).class_name)
        return not self._follower.library.summaries.not_called_back.isdisjoint(above)

    def call(
        self,
        method: int,
        bits: int,
        before: Fact,
        carry: Carry,
        *,
        hashed: bool,
        form: Form = "value",
        of: Objects = None,
    ) -> None:
        """Parameters of a callback of these objects, as far as they are objects themselves, hold the data."""
        body = self._code.body(method)
        if body is None or not self._follower.spend(2):
            return
        signature = int(self._code.symbols.method_signatures[method])
        register = body.registers - body.ins + (0 if self._code.is_static(method) else 1)
        for each in self._code.symbols.parameter_types(signature).tolist():
            name = self._code.symbols.types[each]
            if name[:1] in _REFERENCE_TYPES and not self._follower.keeps_nothing_named(name):
                self._follower.trail.add(
                    RegisterFact(method, ENTRY, register, form, (), -1, hashed, None, of), bits, before, carry
                )
            register += 2 if name in (b"J", b"D") else 1

    def post(self, fact: RegisterFact, bits: int, body: MethodBody, place: int, carry: Carry) -> None:
        """An event that holds data, given to an event bus: methods that an annotation subscribes to it.

        A bus may have been renamed, with its annotations: any annotated method that takes only such an object.
        """
        if fact.form not in ("value", "carrier") or fact.register not in body.instructions[place].registers[1:]:
            return
        library = self._follower.library
        renamed = library.renamed(self._code.method(self._code.callee(body, place)).class_name) is not None
        subscribed = self._follower.sinks.annotated() if renamed else self._follower.tools.subscribed
        for owner in self.types_in(fact.method, place, fact.register) if subscribed else ():
            for method in sorted(subscribed):
                signature = int(self._code.symbols.method_signatures[method])
                if self._code.symbols.parameter_types(signature).tolist() == [owner]:
                    self.call(method, bits, fact, carry, hashed=fact.hashed, form=fact.form)

    def functions_in(self, method: int, index: int, register: int) -> list[int]:
        """The app's own classes with callbacks that an object in a register may be of."""
        library = self._follower.library
        return [
            each
            for each in self.types_in(method, index, register)
            if library.is_callback(each) and not library.is_library_class(self._code.type_name(each))
        ]

    def types_in(self, method: int, index: int, register: int) -> list[int]:
        """The app's own classes that an object in a register may be of; none if that is not known."""
        origins = self._follower.origins
        self._follower.spend(1)
        made = origins.types(origins.of(method, index, register))
        if not made:
            made = self._declared(method, index, register)
        return [each for each in made if self._code.hierarchy.is_defined(each)][:_MOST_TYPES]

    def _declared(self, method: int, index: int, register: int) -> list[int]:
        """By the type that `this`, a parameter or a field has in the code."""
        body = self._code.body(method)
        if body is None:
            return []
        found: set[int] = set()
        for each in body.definitions(index, register)[0]:
            number = self._type_of(method, body, each, register)
            if number >= 0 and self._code.hierarchy.is_defined(number):
                below = self._code.descendants(number)
                found.update([number, *below] if len(below) <= _MOST_DESCENDANTS else [number])
        return sorted(found)

    def _type_of(self, method: int, body: MethodBody, definition: int, register: int) -> int:
        if definition == ENTRY:
            if body.parameter_of(register) == 0 and not self._code.is_static(method):
                return int(self._code.symbols.method_types[method])
            return -1
        each = body.instructions[definition]
        if each.opcode in (0x54, 0x62):
            named = self._code.field_at(body, each.reference)
            return self._code.symbols.type_number(named[2]) if named is not None else -1
        return -1

    def methods(self, type_number: int) -> list[int]:
        """The methods of a class (its superclasses' included) that code outside the app may call."""
        if type_number not in self._methods:
            found: list[int] = []
            for owner in [type_number, *self._code.hierarchy.superclasses(type_number)]:
                if self._code.hierarchy.is_defined(owner) and not self._follower.library.is_library_class(
                    self._code.type_name(owner)
                ):
                    numbers = np.arange(*bounds_of(self._code.symbols.method_types, owner))
                    numbers = numbers[self._code.program.row_of[numbers] >= 0]
                    found.extend(self._overriding(numbers))
            drops = self._follower.library.summaries.drops
            self._methods[type_number] = [each for each in found if self._code.method(each).name not in drops]
        return self._methods[type_number]

    def is_called_from_outside(self, method: int) -> bool:
        """Whether code outside the app may call a method, as a callback."""
        if method not in self._called:
            self._called[method] = bool(self._overriding(np.array([method])))
        return self._called[method]

    def _overriding(self, methods: Int64s) -> list[int]:
        """Those that override a method of the platform, or of a library in the app that is not looked into."""
        dispatch = self._follower.dispatch
        virtual = methods[dispatch.is_virtual(methods)]
        which, ancestors, signatures = dispatch.overridden(virtual)
        hit = dispatch.is_platform(ancestors, signatures)
        numbers = self._code.symbols.method_numbers(ancestors, signatures)
        for row in np.flatnonzero((numbers >= 0) & ~hit).tolist():
            hit[row] = self._follower.library.is_library_class(self._code.type_name(int(ancestors[row])))
        found: list[int] = virtual[sorted_distinct(which[hit])].tolist()
        return found

    def give_back(
        self, method: int, bits: int, before: Fact, carry: Carry, *, hashed: bool, given_at: int = ENTRY
    ) -> None:
        """A callback gives data to whoever calls it: follow the function object to those it is given to.

        `given_at` is an instruction that must have run for that.
        """
        if not self.is_called_from_outside(method):
            return
        owner = int(self._code.symbols.method_types[method])
        for maker, call in self._code.makers_of(owner):
            made = self._follower.origins.allocation(maker, call)
            body = self._code.body(maker)
            if made is None or body is None or not self._follower.may_run(method, given_at, made):
                continue
            fact = RegisterFact(
                maker, made.index, body.instructions[made.index].registers[0], "function", (), -1, hashed
            )
            self._follower.trail.add(fact, bits, before, carry)
