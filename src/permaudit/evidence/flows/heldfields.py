"""Fields that hold data: who puts it there, and who reads it of the same objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from permaudit.dex.body import ENTRY, MethodBody
from permaudit.dex.opcodes import INVOKES, Reference
from permaudit.dex.strings import decode_mutf8
from permaudit.evidence.flows.changes import Change
from permaudit.evidence.flows.facts import Carry, FieldFact, Form, RegisterFact
from permaudit.evidence.flows.origins import may_be_same
from permaudit.evidence.values import Site

if TYPE_CHECKING:
    from permaudit.evidence.flows.follower import Follower

_MOST_READERS = 300
"""Places where one field is read; more are not followed."""
_MOST_CALLERS = 24
_READS = frozenset([*range(0x52, 0x59), *range(0x60, 0x67)])
_ENDS = frozenset([0x0E, 0x0F, 0x10, 0x11, 0x27])
_Named = tuple[int, bytes, bytes]
_Asking = tuple[RegisterFact, int, int, Carry]


class HeldFields:
    """Follows data through the fields of objects and classes."""

    def __init__(self, follower: Follower) -> None:
        self._follower, self._code = follower, follower.code
        self._asking: dict[_Named, dict[_Asking, None]] = {}
        self._held: dict[_Named, dict[tuple[Form, bool], tuple[Form, bool, int]]] = {}

    def put(self, fact: RegisterFact, bits: int, body: MethodBody, place: int, *, static: bool = False) -> None:
        """Into a field of the app's own, or of a platform object, which then holds the data itself."""
        each = body.instructions[place]
        named = self._code.field_at(body, each.reference)
        if named is None:
            return
        owner = self._follower.resolver.field_owner(named)
        what = f"{self._code.type_name(max(owner, 0))}->{decode_mutf8(named[1])}"
        carry = Carry(fact.method, place, "field", what)
        if not self._code.hierarchy.is_defined(owner):
            if not static:  # a field of a platform object, such as Message.obj: the object holds the data
                change = Change(fact.form, bits, fact, carry, fact.hashed)
                self._follower.changes.note(fact.method, place, each.registers[1], fact.stack, change)
            return
        objects = None if static else self._follower.origins.within(fact.method, place, each.registers[1], fact.stack)
        if self._is_overwritten(body, place):
            return
        is_data = not static and fact.form in ("value", "carrier") and not self._follower.keeps_nothing_itself(owner)
        carried = is_data and objects is not None
        stored = FieldFact(owner, named[1], named[2], objects, fact.form, fact.hashed, fact.key, carried)
        self._follower.trail.add(stored, bits, fact, carry)
        if is_data:
            change = Change("carrier", bits, fact, carry, fact.hashed)
            self._follower.changes.note(fact.method, place, each.registers[1], fact.stack, change)

    def _is_overwritten(self, body: MethodBody, place: int) -> bool:
        """Whether the field gets another value before the method ends or calls code of the app, which may read it.

        What this method itself reads of it until then is lost with that; it has the value in a register as well.
        """
        each = body.instructions[place]
        seen: set[int] = set()
        waiting = body.successors(place)
        while waiting:
            current = waiting.pop()
            if current in seen:
                continue
            seen.add(current)
            self._code.walks.steps += 1
            other = body.instructions[current]
            same = other.opcode == each.opcode and other.reference == each.reference
            if same and other.registers[1:] == each.registers[1:]:
                continue
            if other.opcode in _ENDS or (other.opcode in INVOKES and self._runs_own_code(body, current)):
                return False
            if any(body.writes(current, register) for register in each.registers[1:]):
                return False
            if other.opcode in _READS and other.reference == each.reference:
                return False
            waiting.extend(body.successors(current))
        return True

    def _runs_own_code(self, body: MethodBody, place: int) -> bool:
        callee = self._code.callee(body, place)
        return callee < 0 or not self._follower.library.is_opaque(callee)

    def get(self, fact: RegisterFact, bits: int, body: MethodBody, place: int) -> None:
        """A field of an object that holds data: what the app's own fields hold is followed by field."""
        each = body.instructions[place]
        named = self._code.field_at(body, each.reference)
        if named is None or each.registers[1] != fact.register or fact.form not in ("value", "carrier"):
            return
        owner = self._follower.resolver.field_owner(named)
        carry = Carry(fact.method, place, "field", f"{self._code.type_name(max(owner, 0))}->{decode_mutf8(named[1])}")
        if fact.form == "value" or not self._code.hierarchy.is_defined(owner):
            self._follower.give(fact, bits, place, each.registers[0], carry)
            return
        key = (owner, named[1], named[2])
        asking = (fact, place, each.registers[0], carry)
        self._asking.setdefault(key, {})[asking] = None
        for form, hashed, held in list(self._held.get(key, {}).values()):
            self._tell(asking, form, held, hashed=hashed)

    def _tell(self, asking: _Asking, form: Form, bits: int, *, hashed: bool) -> None:
        """The field of an object that is carried holds data: who asks it of the carrier has it."""
        if not self._follower.spend(1):
            return
        fact, place, register, carry = asking
        given = RegisterFact(fact.method, place, register, form, fact.stack, -1, hashed)
        self._follower.trail.add(given, bits, fact, carry)

    def read(self, fact: FieldFact, bits: int) -> None:
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
        if len(readers) > _MOST_READERS:
            self._follower.cut += 1
        what = f"{self._code.type_name(fact.owner)}->{decode_mutf8(fact.name)}"
        for method, index in readers[:_MOST_READERS]:
            body = self._code.body(method)
            if body is None or not self._follower.spend(1):
                continue
            each = body.instructions[index]
            static = each.opcode >= 0x60  # noqa: PLR2004  sget
            for stack in [()] if static else self._stacks(method, index, each.registers[1], body, fact):
                read = RegisterFact(method, index, each.registers[0], fact.form, stack, -1, fact.hashed, fact.key)
                self._follower.trail.add(read, bits, fact, Carry(method, index, "field", what))

    def _readers(self, fact: FieldFact) -> list[tuple[int, int]]:
        found: set[tuple[int, int]] = set()
        family = [fact.owner, *self._code.descendants(fact.owner)]
        for file, field_id in self._code.field_ids(family, fact.name, fact.kind):
            users = self._code.program.users(Reference.FIELD, file, field_id)
            for position, item, opcode in zip(users.positions, users.items, users.opcodes, strict=True):
                if int(opcode) in _READS:
                    found.update(self._code.at_position(file, int(item), int(position)))
            if len(found) > _MOST_READERS:
                break
        return sorted(found)

    def _stacks(
        self, method: int, index: int, register: int, body: MethodBody, fact: FieldFact
    ) -> list[tuple[Site, ...]]:
        """In which calls the object read from may be one of those meant: known by caller for a getter's `this`."""
        definitions = body.definitions(index, register)[0]
        word = body.parameter_of(register)
        sites = self._follower.resolver.callers(method) if definitions == [ENTRY] and word >= 0 else None
        sites = [each for each in sites or () if not self._follower.library.is_opaque(each[0])]
        if not sites or len(sites) > _MOST_CALLERS:
            if not may_be_same(fact.objects, self._follower.origins.of(method, index, register)):
                return []
            own = definitions == [ENTRY] and word == 0 and fact.objects is not None
            run = not own or any(self._follower.may_run(method, index, each) for each in sorted(fact.objects or ()))
            return [()] if run else []
        stacks: list[tuple[Site, ...]] = []
        for caller, call in sites:
            if not self._follower.spend(1):
                break
            outer = self._code.body(caller)
            registers = outer.instructions[call].registers if outer is not None else ()
            if word < len(registers) and may_be_same(
                fact.objects, self._follower.origins.of(caller, call, registers[word])
            ):
                stacks.append((Site(caller, call),))
        return stacks
