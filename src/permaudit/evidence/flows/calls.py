"""What a call does with the data it is given: the app's own methods are entered, library methods are summed up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from permaudit.catalog.flows import CopyEntry, Position
from permaudit.dex.body import ENTRY, MethodBody
from permaudit.dex.descriptors import parameter_words, parameters
from permaudit.dex.opcodes import INVOKES, STATIC_INVOKES
from permaudit.evidence.flows.changes import Change
from permaudit.evidence.flows.facts import Carry, Form, RegisterFact
from permaudit.evidence.flows.intents import Intents
from permaudit.evidence.targets import targets_of
from permaudit.evidence.values import Site, Text

if TYPE_CHECKING:
    from permaudit.evidence.flows.follower import Follower

_VIRTUAL_INVOKES = (0x6E, 0x72, 0x74, 0x78)
_SUPER_INVOKES = (0x6F, 0x75)
_KEY_STEPS = 40
_METHOD_INVOKE = "Ljava/lang/reflect/Method;->invoke(Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;"
_TEXT_LIKE = ("Ljava/lang/String;", "Ljava/lang/CharSequence;", "[B", "[C", "I", "J", "C", "B", "S", "F", "D")


class Calls:
    """Handles every invoke that takes a register which holds data."""

    def __init__(self, follower: Follower) -> None:
        self._follower, self._code, self._library = follower, follower.code, follower.library
        self._intents = Intents(follower)

    def use(self, fact: RegisterFact, bits: int, body: MethodBody, place: int) -> None:
        """Follow the data into, through and past the call at `place`."""
        callee = self._code.callee(body, place)
        if callee < 0:
            return
        if fact.form == "rows" and self._follower.rows.take(self._follower, fact, bits, body, place, callee):
            return
        if self._library.is_opaque(callee):
            if self._follower.sinks.marked(fact, bits, body, place, callee):
                return
            self._through(fact, bits, body, place, callee)
        else:
            self._into(fact, bits, body, place, callee)

    def empties(self, body: MethodBody, place: int, register: int) -> bool:
        """Whether an instruction takes everything out of the object in a register."""
        each = body.instructions[place]
        if each.opcode not in INVOKES or not each.registers or each.registers[0] != register:
            return False
        callee = self._code.callee(body, place)
        return callee >= 0 and self._code.method(callee).name in self._library.summaries.empties

    def _into(self, fact: RegisterFact, bits: int, body: MethodBody, place: int, callee: int) -> None:
        """Into the methods of the app that the call may run."""
        registers = body.instructions[place].registers
        carry = Carry(fact.method, place, "call", self._follower.named(callee))
        targets = self._targets(fact, body, place, callee)
        if not targets:
            self._follower.cut += 1  # so many may run that the call names none of them
        if all(self._code.body(each) is None for each in targets):
            self._follower.sinks.proxied(fact, bits, body, place, callee)
        stack = self._follower.enter(fact.stack, Site(fact.method, place))
        for target in targets:
            inner = self._code.body(target)
            if inner is None:
                continue
            if self._follower.sinks.marked(fact, bits, body, place, target):
                continue
            for word, register in enumerate(registers):
                if register == fact.register and word < inner.ins:
                    parameter = inner.registers - inner.ins + word
                    entered = replace(
                        fact, method=target, index=ENTRY, register=parameter, stack=stack, since=-1, of=None
                    )
                    self._follower.trail.add(entered, bits, fact, carry)

    def _targets(self, fact: RegisterFact, body: MethodBody, place: int, callee: int) -> list[int]:
        """What a call may run: by the classes of the object where they are known, else by the hierarchy."""
        each = body.instructions[place]
        if each.opcode in _VIRTUAL_INVOKES and each.registers:
            made = self._follower.origins.types(self._follower.origins.of(fact.method, place, each.registers[0]))
            signature = int(self._code.symbols.method_signatures[callee])
            found = {self._implementation(owner, signature) for owner in made} - {-1}
            if found:
                return sorted(found)
        return targets_of(self._code, callee, virtual=each.opcode in _VIRTUAL_INVOKES)

    def _implementation(self, owner: int, signature: int) -> int:
        """The method that runs when an object of exactly this class is called."""
        for each in [owner, *self._code.hierarchy.superclasses(owner)]:
            number = self._code.symbols.method_number(each, signature)
            if number >= 0 and int(self._code.program.row_of[number]) >= 0:
                return number
        return -1

    def _through(self, fact: RegisterFact, bits: int, body: MethodBody, place: int, callee: int) -> None:
        """Past a library call: to a sink, into its object, into its result, into functions given with it."""
        method = self._code.method(callee)
        words = _words(body, place, fact.register)
        positions = [self._position(body, place, callee, word) for word in words]
        transform = self._library.transform(callee)
        carry = Carry(fact.method, place, "library", str(method), transform)
        put = self._library.put(callee)
        if put is not None and put.value in positions and fact.form != "function":
            self._follower.stores.put(put, fact, bits, place, carry)
        if self._into_sink(fact, bits, body, place, callee, positions):
            return
        if str(method) == _METHOD_INVOKE and fact.form != "function":
            self._reflected(fact, bits, carry)
        if method.name in self._library.summaries.drops or self._library.is_read(str(method)):
            return
        if self._follower.sinks.renamed(fact, bits, body, place, callee):
            return
        copy = self._library.copy(callee)
        if copy is not None:
            self._copied(copy, fact, bits, body, place, callee, positions, carry)
            return
        hashed = fact.hashed or transform == "hashed"
        self._stored(fact, bits, body, place, callee, carry, hashed=hashed)
        if self._library.key_method(callee) == "get" and words == [0] and self._is_other_key(fact, place):
            return
        if fact.form == "function" or not self._is_mapped(fact, body, place, callee):
            self._result(fact, bits, body, place, method.descriptor, carry, hashed=hashed)
        self._follower.callbacks.post(fact, bits, body, place, replace(carry, via="callback"))
        if fact.form != "rows":
            self._follower.callbacks.call_with(fact, bits, body, place, replace(carry, via="callback"), hashed=hashed)

    def _into_sink(
        self, fact: RegisterFact, bits: int, body: MethodBody, place: int, callee: int, positions: list[Position]
    ) -> bool:
        """Whether the data is handed to a sink of the catalogue, and so is not followed any further."""
        sink = self._library.sink(callee)
        if sink is None or (fact.form == "function" and sink.sink != "network"):
            return False
        taken = [at for at in positions if at in sink.takes or (not sink.takes and at != "this")]
        if taken and sink.sink == "other-app":
            self._intents.deliver(fact, bits, body, place, taken)
        elif taken:
            self._follower.sinks.called(sink, fact, bits, place, callee, taken)
        return bool(taken)

    def _stored(
        self, fact: RegisterFact, bits: int, body: MethodBody, place: int, callee: int, carry: Carry, *, hashed: bool
    ) -> None:
        """The object the method is called on may keep what it is given, or what it is given to write into."""
        each, method = body.instructions[place], self._code.method(callee)
        receiver = each.registers[0] if each.registers and each.opcode not in STATIC_INVOKES else -1
        if receiver not in (-1, fact.register) and self._may_store(fact, method.class_name, method.name):
            keyed = self._library.key_method(callee) == "put"
            key = self._constant(fact, place) if keyed else None
            form: Form = "carrier" if fact.form == "value" and keyed else fact.form
            change = Change(form, bits, fact, carry, hashed, key)
            self._follower.changes.note(fact.method, place, receiver, fact.stack, change)
        if method.descriptor.endswith(")V"):
            self._written_into(fact, bits, body, place, callee, replace(carry, via="container"), hashed=hashed)

    def _is_other_key(self, fact: RegisterFact, place: int) -> bool:
        """Whether something is got under another key than the one under which the data was put."""
        return fact.key is not None and self._constant(fact, place) not in (None, fact.key)

    def _written_into(
        self, fact: RegisterFact, bits: int, body: MethodBody, place: int, callee: int, carry: Carry, *, hashed: bool
    ) -> None:
        """A library method without a result writes what it is given into a stream that it is given too."""
        if fact.form == "function":
            return
        for position, kind in enumerate(parameters(self._code.method(callee).descriptor)):
            register = self._follower.resolver.argument_register(body, place, position)
            if register >= 0 and register != fact.register and self._library.is_outlet(kind):
                change = Change("value", bits, fact, carry, hashed)
                self._follower.changes.note(fact.method, place, register, fact.stack, change)

    def _reflected(self, fact: RegisterFact, bits: int, carry: Carry) -> None:
        """Into the methods that are called by constant names here."""
        for target in self._follower.tools.reflected.get(fact.method, ()):
            if self._code.method(target).name not in ("<init>", "<clinit>"):
                self._follower.callbacks.call(target, bits, fact, replace(carry, via="call"), hashed=fact.hashed)

    def _is_mapped(self, fact: RegisterFact, body: MethodBody, place: int, callee: int) -> bool:
        """Whether the result of a call with functions is not what it is called on, nor made of it.

        It is only what a function gives, as of `map`; or a handle to cancel with, where the functions give nothing.
        """
        callbacks = self._follower.callbacks
        results = {
            self._code.method(each).descriptor[-1]
            for register in dict.fromkeys(body.instructions[place].registers)
            if register != fact.register
            for owner in callbacks.functions_in(fact.method, place, register)
            for each in callbacks.methods(owner)
        }
        if results == {"V"}:
            return not self._follower.origins.is_fluent(callee)
        method = self._code.method(callee)
        renamed = self._library.renamed(method.class_name)
        maps = method.name in self._library.summaries.maps
        return results == {";"} and (maps or (renamed is not None and not renamed.name.startswith("Kotlin")))

    def _may_store(self, fact: RegisterFact, class_name: str, name: str) -> bool:
        """Whether the receiver may keep a parameter: constructors, and methods of what can hold something."""
        if fact.form == "function":
            return name == "<init>" and not self._library.keeps_nothing(class_name)
        return not self._library.keeps_nothing(class_name) and not name.startswith(("is", "contains", "remove"))

    def _result(
        self,
        fact: RegisterFact,
        bits: int,
        body: MethodBody,
        place: int,
        descriptor: str,
        carry: Carry,
        *,
        hashed: bool,
    ) -> None:
        """The result comes from what was given; a yes or no says nothing."""
        result = body.result_of(place)
        kind = descriptor.rpartition(")")[2]
        if result < 0 or kind == "Z" or self._library.keeps_nothing(kind):
            return
        form: Form = fact.form
        if fact.form in ("rows", "function") or (fact.form == "carrier" and kind in _TEXT_LIKE):
            form = "value"
        register = body.instructions[result].registers[0]
        given = RegisterFact(fact.method, result, register, form, fact.stack, -1, hashed)
        self._follower.trail.add(given, bits, fact, carry)

    def _copied(
        self,
        copy: CopyEntry,
        fact: RegisterFact,
        bits: int,
        body: MethodBody,
        place: int,
        callee: int,
        positions: list[Position],
        carry: Carry,
    ) -> None:
        if not any(at in copy.source for at in positions):
            return
        keyed = self._library.key_method(callee)
        if keyed == "get" and self._is_other_key(fact, place):
            return
        for target in copy.to:
            if target == "result":
                self._result(fact, bits, body, place, self._code.method(callee).descriptor, carry, hashed=fact.hashed)
                continue
            register = self._register_at(body, place, target)
            if register >= 0:
                key = self._constant(fact, place) if keyed == "put" and target == "this" else None
                change = Change(fact.form, bits, fact, replace(carry, via="container"), fact.hashed, key)
                self._follower.changes.note(fact.method, place, register, fact.stack, change)

    def _register_at(self, body: MethodBody, place: int, position: Position) -> int:
        if position == "this":
            return body.instructions[place].registers[0]
        return self._follower.resolver.argument_register(body, place, position) if isinstance(position, int) else -1

    def _position(self, body: MethodBody, place: int, callee: int, word: int) -> Position:
        """Which declared parameter a word of a call belongs to."""
        if body.instructions[place].opcode not in STATIC_INVOKES:
            if word == 0:
                return "this"
            word -= 1
        for position, width in enumerate(parameter_words(self._code.method(callee).descriptor)):
            if word < width:
                return position
            word -= width
        return "others"

    def _constant(self, fact: RegisterFact, place: int) -> str | None:
        """The first parameter of a call, if it is always the same text."""
        frame = self._follower.resolver.open_frame(fact.method)
        if frame is None:
            return None
        values = self._follower.resolver.bounded(frame, place, 0, _KEY_STEPS)
        texts = {each.text for each in values if isinstance(each, Text) and "*" not in each.text}
        return texts.pop() if len(texts) == 1 and len(values) == 1 else None


def _words(body: MethodBody, place: int, register: int) -> list[int]:
    return [word for word, each in enumerate(body.instructions[place].registers) if each == register]
