"""Intents that hold data: to a component of the app itself, or to another app."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from permaudit.catalog.flows import Position
from permaudit.dex.body import ENTRY, MOVES, MethodBody
from permaudit.dex.opcodes import INVOKES
from permaudit.dex.symbols import bounds_of
from permaudit.evidence.flows.facts import Carry, RegisterFact
from permaudit.evidence.values import ClassName, Made, Result, Site, Text, Value
from permaudit.model.place import descriptor_of

if TYPE_CHECKING:
    from permaudit.evidence.flows.follower import Follower

_INTENT = b"Landroid/content/Intent;"
_RECEIVER = b"Landroid/content/BroadcastReceiver;"
_COMPONENT_NAME = "Landroid/content/ComponentName;"
_DIRECT_INVOKES = (0x70, 0x76)
_STEPS = 40
_MOST_DEPTH = 8
_NEW_INSTANCE = 0x22


@dataclass(slots=True)
class Described:
    """What is known of an intent: the app's own classes it names, its actions, and who chooses who gets it.

    `inside`: it goes to nobody outside the app.
    """

    types: set[int] = field(default_factory=set)
    actions: set[str] = field(default_factory=set)
    chooser: bool = False
    inside: bool = False


class Intents:
    """Delivers what intents hold."""

    def __init__(self, follower: Follower) -> None:
        self._follower, self._code = follower, follower.code

    def deliver(self, fact: RegisterFact, bits: int, body: MethodBody, place: int, taken: Sequence[Position]) -> None:
        """Hand an intent to the components of the app that get it, or note that it goes to another app."""
        callee = self._code.callee(body, place)
        sink = self._follower.library.sink(callee)
        told = Described()
        self._describe(fact.method, place, fact.register, told, 0)
        carry = Carry(fact.method, place, "intent", self._follower.named(callee))
        if told.types:
            for number in sorted(told.types):
                self._hand_to(number, fact, bits, carry)
            return
        receivers = self._registered(told.actions)
        for number in receivers:
            self._hand_to(number, fact, bits, carry)
        if sink is None or sink.inside or told.inside:
            return
        confirmed = told.chooser or not told.actions.isdisjoint(self._follower.library.summaries.confirmed_actions)
        self._follower.sinks.called(sink, fact, bits, place, callee, taken, confirmed=confirmed)

    def _describe(self, method: int, index: int, register: int, told: Described, depth: int) -> None:
        """Look at how the intent in a register was made, here or by a caller."""
        body = self._code.body(method)
        if body is None or depth > _MOST_DEPTH or not self._follower.spend(2):
            return
        for definition in body.definitions(index, register)[0]:
            if definition == ENTRY:
                word = body.parameter_of(register)
                for caller, call in (self._follower.resolver.callers(method) or ())[:_MOST_DEPTH]:
                    outer = self._code.body(caller)
                    if outer is not None and 0 <= word < len(outer.instructions[call].registers):
                        self._describe(caller, call, outer.instructions[call].registers[word], told, depth + 1)
                continue
            each = body.instructions[definition]
            if each.opcode in MOVES:
                self._describe(method, definition, each.registers[1], told, depth + 1)
            else:
                self._describe_made(method, body, definition, register, told, depth)

    def _describe_made(
        self, method: int, body: MethodBody, definition: int, register: int, told: Described, depth: int
    ) -> None:
        each = body.instructions[definition]
        if each.opcode != _NEW_INSTANCE and definition > 0 and body.instructions[definition - 1].opcode in INVOKES:
            self._describe_given(method, body, definition - 1, told, depth)
        for use in body.uses(definition, register)[0]:
            called = body.instructions[use]
            callee = self._code.callee(body, use) if called.opcode in INVOKES else -1
            if (
                callee >= 0
                and called.registers[0] == register
                and self._code.symbols.types[int(self._code.symbols.method_types[callee])] == _INTENT
            ):
                self._told_by(method, use, called.registers[1:], told)

    def _describe_given(self, method: int, body: MethodBody, call: int, told: Described, depth: int) -> None:
        callee = self._code.callee(body, call)
        if callee < 0:
            return
        named = self._code.method(callee)
        registers = body.instructions[call].registers
        if named.name == "createChooser":
            told.chooser = True
        elif int(self._code.program.definition_of[callee]) >= 0:
            inner_method = int(self._code.program.definition_of[callee])
            inner = self._code.body(inner_method)
            for index in inner.object_returns() if inner is not None else ():
                register = inner.instructions[index].registers[0] if inner is not None else -1
                self._describe(inner_method, index, register, told, depth + 1)
        elif registers and self._follower.origins.is_fluent(callee):
            self._describe(method, call, registers[0], told, depth + 1)

    def _told_by(self, method: int, use: int, registers: tuple[int, ...], told: Described) -> None:
        """The class and action that a method of the intent is given; extras are no address."""
        body = self._code.body(method)
        frame = self._follower.resolver.open_frame(method)
        if body is None or frame is None:
            return
        name = self._code.method(self._code.callee(body, use)).name
        if not (name == "<init>" or name.startswith("set")):
            return
        for register in registers:
            values = self._follower.resolver.bounded_register(frame, use, register, _STEPS)
            if name == "setPackage":
                told.inside = any(self._is_own_package(each) for each in values)
                continue
            for value in values:
                match value:
                    case ClassName(descriptor):
                        self._names_class(descriptor, told)
                    case Text(text) if name == "setClassName":
                        self._names_class(descriptor_of(text), told)
                    case Text(text):
                        told.actions.add(text)
                    case Made(made, site) if name == "setComponent" and made == _COMPONENT_NAME:
                        self._names_component(site, told)
                    case _:
                        pass

    def _names_component(self, made: Site, told: Described) -> None:
        """The class that a ComponentName is made of, as a class or a text."""
        body, frame = self._code.body(made.method), self._follower.resolver.open_frame(made.method)
        if body is None or frame is None:
            return
        register = body.instructions[made.index].registers[0]
        for use in body.uses(made.index, register)[0]:
            each = body.instructions[use]
            if each.opcode in _DIRECT_INVOKES and each.registers[0] == register and each.registers[1:]:
                for value in self._follower.resolver.bounded_register(frame, use, each.registers[-1], _STEPS):
                    if isinstance(value, ClassName | Text):
                        named = value.descriptor if isinstance(value, ClassName) else descriptor_of(value.text)
                        self._names_class(named, told)

    def _names_class(self, descriptor: str, told: Described) -> None:
        number = self._code.symbols.type_number(descriptor.encode("utf-8", "replace"))
        if self._code.hierarchy.is_defined(number):
            told.types.add(number)

    def _is_own_package(self, value: Value) -> bool:
        match value:
            case Text(text):
                return text == self._follower.tools.package
            case Result(method, _):
                return method.endswith("->getPackageName()Ljava/lang/String;")
            case _:
                return False

    def _hand_to(self, component: int, fact: RegisterFact, bits: int, carry: Carry) -> None:
        """Everybody in a component who gets the intent: callbacks that take one, and whoever asks for it."""
        code = self._code
        intent = code.symbols.type_number(_INTENT)
        for owner in [component, *code.hierarchy.superclasses(component)]:
            if not code.hierarchy.is_defined(owner):
                continue
            for method in range(*bounds_of(code.symbols.method_types, owner)):
                body = code.body(method)
                if body is None:
                    continue
                self._parameters(method, body, intent, fact, bits, carry)
                for index, each in enumerate(body.instructions):
                    callee = code.callee(body, index) if each.opcode in INVOKES else -1
                    if callee >= 0 and code.method(callee).name == "getIntent":
                        result = body.result_of(index)
                        if result >= 0:
                            register = body.instructions[result].registers[0]
                            self._add(
                                RegisterFact(method, result, register, "carrier", key=fact.key), fact, bits, carry
                            )

    def _parameters(
        self, method: int, body: MethodBody, intent: int, fact: RegisterFact, bits: int, carry: Carry
    ) -> None:
        if not self._follower.callbacks.is_called_from_outside(method):
            return
        register = body.registers - body.ins + (0 if self._code.is_static(method) else 1)
        signature = int(self._code.symbols.method_signatures[method])
        for each in self._code.symbols.parameter_types(signature).tolist():
            if each == intent:
                self._add(RegisterFact(method, ENTRY, register, "carrier", key=fact.key), fact, bits, carry)
            register += 2 if self._code.symbols.types[each] in (b"J", b"D") else 1

    def _add(self, given: RegisterFact, fact: RegisterFact, bits: int, carry: Carry) -> None:
        self._follower.trail.add(given, bits, fact, carry)

    def _registered(self, actions: set[str]) -> list[int]:
        """Receivers made by code that mentions one of the actions."""
        if not actions:
            return []
        above = self._code.symbols.type_number(_RECEIVER)
        found = []
        for number in self._code.descendants(above) if above >= 0 else ():
            makers = {method for method, _ in self._code.makers_of(number)}
            owners = {int(self._code.symbols.method_types[each]) for each in makers}
            near = {method for owner in owners for method in range(*bounds_of(self._code.symbols.method_types, owner))}
            if any(not actions.isdisjoint(self._code.strings_of(method)) for method in near):
                found.append(number)
        return found
