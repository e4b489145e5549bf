"""What is stored under a name and read again elsewhere: preferences, files, tables of the app's own database."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from permaudit.catalog.flows import StoreEntry
from permaudit.dex.symbols import bounds_of
from permaudit.evidence.flows.changes import Change
from permaudit.evidence.flows.facts import Carry, RegisterFact, StoreFact
from permaudit.evidence.values import Made, Site, Text, Value

if TYPE_CHECKING:
    from permaudit.evidence.flows.follower import Follower

_NAME_STEPS = 60
_MOST_READERS = 48
_MOST_DEPTH = 4
_DIRECT_INVOKES = (0x70, 0x76)


class Stores:
    """Joins what is put to what is got, where both are under the same constant name."""

    def __init__(self, follower: Follower) -> None:
        self._follower, self._code = follower, follower.code

    def put(self, entry: StoreEntry, fact: RegisterFact, bits: int, place: int, carry: Carry) -> None:
        """A value that holds data is stored by a call."""
        for name in self._names(fact.method, place, entry.name):
            stored = StoreFact(entry.store, name, fact.hashed)
            self._follower.trail.add(
                stored, bits, fact, Carry(carry.method, carry.index, "store", name, carry.transform)
            )

    def written(self, store: str, position: int, made: Site, change: Change) -> None:
        """Data is written into something that has a name, such as a file."""
        for name in self._names(made.method, made.index, position):
            fact = StoreFact(store, name, change.hashed)
            at = change.at or change.carry
            carry = Carry(at.method, at.index, "store", name, change.carry.transform)
            self._follower.trail.add(fact, change.bits, change.before, carry)

    def read_again(self, fact: StoreFact, bits: int) -> None:
        """Everybody who reads under the same name gets the data."""
        for entry in self._follower.library.summaries.stores:
            if entry.store != fact.store:
                continue
            for method, index in self._sites(entry.gets):
                names = self._names(method, index, entry.get_name)
                if any(_is_named(fact, each) for each in names):
                    self._got(fact, bits, method, index)

    def _got(self, fact: StoreFact, bits: int, method: int, index: int) -> None:
        body = self._code.body(method)
        if body is None:
            return
        carry = Carry(method, index, "store", fact.name)
        result = body.result_of(index)
        if body.instructions[index].opcode in _DIRECT_INVOKES and result < 0:
            change = Change("value", bits, fact, carry, fact.hashed)
            self._follower.changes.note(method, index, body.instructions[index].registers[0], (), change)
        elif result >= 0:
            register = body.instructions[result].registers[0]
            self._follower.trail.add(
                RegisterFact(method, result, register, "value", (), -1, fact.hashed), bits, fact, carry
            )

    def _sites(self, methods: tuple[str, ...]) -> list[tuple[int, int]]:
        """Calls of library methods given as `class->name`, through subclasses too."""
        found: set[tuple[int, int]] = set()
        symbols = self._code.symbols
        for text in methods:
            owner, _, name = text.partition("->")
            number = symbols.name_number(name.encode())
            of = symbols.type_number(owner.encode())
            if number < 0:
                continue
            for each in [of, *self._code.descendants(of)] if of >= 0 else ():
                for method in range(*bounds_of(symbols.method_types, each)):
                    if int(symbols.signature_names[symbols.method_signatures[method]]) == number:
                        found.update(self._code.invokes(method)[:_MOST_READERS])
        return sorted(found)[:_MOST_READERS]

    def _names(self, method: int, index: int, position: int) -> list[str]:
        frame = self._follower.resolver.open_frame(method)
        body = self._code.body(method)
        if frame is None or body is None:
            return []
        found: set[str] = set()
        register = self._follower.resolver.argument_register(body, index, position)
        if register >= 0:
            for value in self._follower.resolver.bounded_register(frame, index, register, _NAME_STEPS):
                found.update(self._name_of(value, 0))
        return sorted(found)

    def _name_of(self, value: Value, depth: int) -> list[str]:
        """The text a name is given as, or the last text that a File was made of."""
        match value:
            case Text(text) if "*" not in text and text:
                return [text.rpartition("/")[2] or text]
            case Made(_, site) if depth < _MOST_DEPTH:
                return self._made_of(site, depth + 1)
            case _:
                return []

    def _made_of(self, made: Site, depth: int) -> list[str]:
        body, frame = self._code.body(made.method), self._follower.resolver.open_frame(made.method)
        if body is None or frame is None:
            return []
        register = body.instructions[made.index].registers[0]
        for use in body.uses(made.index, register)[0]:
            each = body.instructions[use]
            if each.opcode in _DIRECT_INVOKES and each.registers[0] == register:
                for argument in reversed(each.registers[1:]):
                    names = [
                        name
                        for value in self._follower.resolver.bounded_register(frame, use, argument, _NAME_STEPS)
                        for name in self._name_of(value, depth)
                    ]
                    if names:
                        return names
        return []


def _is_named(fact: StoreFact, text: str) -> bool:
    """Whether a name is the one stored under; a statement names its table among other words."""
    if fact.store != "database" or text == fact.name:
        return text == fact.name
    words, table = _words(text), _words(fact.name)
    return (
        len(words) > 1
        and bool(table)
        and (table <= words if len(table) == 1 else bool(_tables(fact.name) & _tables(text)))
    )


def _words(text: str) -> set[str]:
    for mark in "`\"'[](),;":
        text = text.replace(mark, " ")
    return set(text.split())


def _tables(statement: str) -> set[str]:
    """The words of a statement that follow INTO, FROM, UPDATE or TABLE."""
    for mark in "`\"'[](),;":
        statement = statement.replace(mark, " ")
    words = statement.split()
    return {after for before, after in pairwise(words) if before.upper() in ("INTO", "FROM", "UPDATE")}
