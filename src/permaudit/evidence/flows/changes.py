"""What an object that was changed is called elsewhere: its other registers, fields, callers, and what it wraps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from permaudit.dex.body import ENTRY, MOVES, MethodBody
from permaudit.dex.descriptors import parameters
from permaudit.dex.opcodes import INVOKES
from permaudit.dex.strings import decode_mutf8
from permaudit.evidence.flows.facts import Carry, Fact, FieldFact, Form, RegisterFact
from permaudit.evidence.targets import targets_of
from permaudit.evidence.values import Site

if TYPE_CHECKING:
    from permaudit.evidence.flows.follower import Follower

_MOST_DEPTH = 14
_MOST_WRITERS = 6
_NEW_INSTANCE = 0x22
_MOVE_RESULT_OBJECT = 0x0C
_AGET_OBJECT = 0x46
_IGET_OBJECT, _SGET_OBJECT = 0x54, 0x62
_DIRECT_INVOKES = (0x70, 0x76)
_VIRTUAL_INVOKES = (0x6E, 0x72, 0x74, 0x78)


class Change(Struct, frozen=True):
    """Data came into an object: in what form, because of which fact, and by which instruction.

    `at` is the instruction that put it there; `carry` the one by which the object came to be known where it is.
    """

    form: Form
    bits: int
    before: Fact
    carry: Carry
    hashed: bool
    key: str | None = None
    at: Carry | None = None


class Changes:
    """Walks from a changed object back to where it is from, and notes everybody who sees it."""

    def __init__(self, follower: Follower) -> None:
        self._follower, self._code = follower, follower.code
        self._seen: set[tuple[int, int, int, tuple[Site, ...], Change]] = set()

    def note(self, method: int, index: int, register: int, stack: tuple[Site, ...], change: Change) -> None:
        """Data came into the object in `register` at instruction `index`."""
        self._change(method, index, register, stack, replace(change, at=change.carry), 0)

    def _change(
        self, method: int, index: int, register: int, stack: tuple[Site, ...], change: Change, depth: int
    ) -> None:
        key = (method, index, register, stack, change)
        body = self._code.body(method)
        if body is None or depth > _MOST_DEPTH or key in self._seen or not self._follower.spend(2):
            return
        self._seen.add(key)
        for definition in body.definitions(index, register)[0]:
            self._hold(method, definition, register, stack, change, index)
            self._from(method, body, definition, register, stack, change, depth + 1)

    def _hold(
        self, method: int, definition: int, register: int, stack: tuple[Site, ...], change: Change, since: int
    ) -> None:
        fact = RegisterFact(method, definition, register, change.form, stack, since, change.hashed, change.key)
        self._follower.trail.add(fact, change.bits, change.before, change.carry)

    def _from(
        self,
        method: int,
        body: MethodBody,
        index: int,
        register: int,
        stack: tuple[Site, ...],
        change: Change,
        depth: int,
    ) -> None:
        if index == ENTRY:
            self._parameter(method, body, register, stack, change, depth)
            return
        each = body.instructions[index]
        if each.opcode in MOVES:
            self._change(method, index, each.registers[1], stack, change, depth)
        elif each.opcode == _NEW_INSTANCE:
            self._made(method, body, index, stack, change, depth)
        elif each.opcode in (_IGET_OBJECT, _SGET_OBJECT):
            self._field(method, body, index, stack, change, depth)
        elif each.opcode == _AGET_OBJECT:
            self._change(method, index, each.registers[1], stack, change, depth)
        elif each.opcode == _MOVE_RESULT_OBJECT and index > 0:
            self._given(method, body, index - 1, stack, change, depth)

    def _parameter(
        self, method: int, body: MethodBody, register: int, stack: tuple[Site, ...], change: Change, depth: int
    ) -> None:
        """The caller's object is the same one."""
        word = body.parameter_of(register)
        owner = int(self._code.symbols.method_types[method])
        if word < 0 or (word == 0 and not self._code.is_static(method) and self._follower.keeps_nothing_itself(owner)):
            return
        sites = self._follower.called_from(method, stack)
        for site, outer in sites:
            caller = self._code.body(site.method)
            registers = caller.instructions[site.index].registers if caller is not None else ()
            if word < len(registers):
                onward = replace(change, carry=self._passed(site, method, change))
                self._change(site.method, site.index, registers[word], outer, onward, depth)
        if not sites and not stack and word > 0:
            self._follower.sinks.put_into(method, word, change)
            self._follower.callbacks.give_back(method, change.bits, change.before, change.carry, hashed=change.hashed)

    def _passed(self, site: Site, method: int, change: Change) -> Carry:
        return Carry(site.method, site.index, "call", self._follower.named(method), change.carry.transform)

    def _made(
        self, method: int, body: MethodBody, index: int, stack: tuple[Site, ...], change: Change, depth: int
    ) -> None:
        """A stream made around another one hands on what is written into it; some streams lead out."""
        class_name = self._code.type_name(max(self._code.type_at(body, body.instructions[index].reference), 0))
        wrap, stream = self._follower.library.wrap(class_name), self._follower.library.stream_class(class_name)
        register = body.instructions[index].registers[0]
        for use in body.uses(index, register)[0]:
            self._code.walks.steps += 2
            each = body.instructions[use]
            if each.opcode not in _DIRECT_INVOKES or each.registers[0] != register:
                continue
            if stream is not None:
                self._follower.sinks.written(stream, Site(method, use), change)
            elif self._follower.library.is_opaque(self._code.callee(body, use)):
                transform = wrap.transform if wrap is not None else None
                carry = replace(change.carry, transform=transform or change.carry.transform)
                self._let_out(method, body, use, stack, replace(change, carry=carry), depth)
        self._outlets_set(method, body, index, register, stack, change, depth)

    def _let_out(
        self, method: int, body: MethodBody, call: int, stack: tuple[Site, ...], change: Change, depth: int
    ) -> None:
        """What a library made around streams writes into them."""
        callee = self._code.callee(body, call)
        if callee < 0:
            return
        for position, kind in enumerate(parameters(self._code.method(callee).descriptor)):
            if self._follower.library.is_outlet(kind):
                register = self._follower.resolver.argument_register(body, call, position)
                if register >= 0:
                    self._change(method, call, register, stack, change, depth)

    def _outlets_set(
        self,
        method: int,
        body: MethodBody,
        index: int,
        register: int,
        stack: tuple[Site, ...],
        change: Change,
        depth: int,
    ) -> None:
        """A stream that an object was told to write into after it was made."""
        for use in body.uses(index, register)[0]:
            each = body.instructions[use]
            callee = self._code.callee(body, use) if each.opcode in INVOKES else -1
            if callee >= 0 and each.registers[0] == register and self._follower.library.sets_outlet(callee):
                self._let_out(method, body, use, stack, change, depth)

    def _field(
        self, method: int, body: MethodBody, index: int, stack: tuple[Site, ...], change: Change, depth: int
    ) -> None:
        """The object is in a field: all who read it there see it changed."""
        each = body.instructions[index]
        named = self._code.field_at(body, each.reference)
        if named is None:
            return
        owner = self._follower.resolver.field_owner(named)
        static = each.opcode == _SGET_OBJECT
        if not self._code.hierarchy.is_defined(owner):
            reference = f"{self._code.type_name(owner)}->{decode_mutf8(named[1])}"
            stream = self._follower.library.stream_field(reference)
            if stream is not None:
                self._follower.sinks.written(stream, Site(method, index), change)
            elif not static:
                self._change(method, index, each.registers[1], stack, change, depth)
            return
        objects = None if static else self._follower.origins.within(method, index, each.registers[1], stack)
        fact = FieldFact(owner, named[1], named[2], objects, change.form, change.hashed, change.key)
        self._follower.trail.add(fact, change.bits, change.before, change.carry)
        writers = self._follower.resolver.field_writers(named, static=static)
        for writer, write in writers if len(writers) <= _MOST_WRITERS else ():
            inner = self._code.body(writer)
            if inner is not None:
                self._change(writer, write, inner.instructions[write].registers[0], (), change, depth)

    def _given(
        self, method: int, body: MethodBody, call: int, stack: tuple[Site, ...], change: Change, depth: int
    ) -> None:
        """The object came out of a call: of the app's own, or a builder's, or a view of another object."""
        each = body.instructions[call]
        callee = self._code.callee(body, call)
        if callee < 0:
            return
        if not self._follower.library.is_opaque(callee):
            site = Site(method, call)
            for target in targets_of(self._code, callee, virtual=each.opcode in _VIRTUAL_INVOKES):
                inner = self._code.body(target)
                entered = self._follower.enter(stack, site)
                for index in inner.object_returns() if inner is not None else ():
                    register = inner.instructions[index].registers[0] if inner is not None else -1
                    self._change(target, index, register, entered, change, depth)
            return
        stream = self._follower.library.stream(callee)
        if stream is not None:
            self._follower.sinks.written(stream, Site(method, call), change)
            return
        self._let_out(method, body, call, stack, change, depth)
        result = body.result_of(call)
        if result >= 0:
            self._outlets_set(method, body, result, body.instructions[result].registers[0], stack, change, depth)
        if each.registers and (self._follower.origins.is_fluent(callee) or self._follower.is_part(callee)):
            self._change(method, call, each.registers[0], stack, change, depth)
