"""What is stored under a name and read again elsewhere: preferences, files, tables of the app's own database."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from permaudit.catalog.flows import StoreEntry
from permaudit.dex.symbols import bounds_of
from permaudit.evidence.flows.changes import Change
from permaudit.evidence.flows.facts import Carry, RegisterFact, StoreFact
from permaudit.evidence.values import UNKNOWN_PIECE, Made, Site, Text, Value

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
        for name in self._names(entry.store, fact.method, place, entry.name):
            stored = StoreFact(entry.store, name, fact.hashed)
            self._follower.trail.add(
                stored, bits, fact, Carry(carry.method, carry.index, "store", name, carry.transform)
            )

    def written(self, store: str, position: int, made: Site, change: Change) -> None:
        """Data is written into something that has a name, such as a file."""
        for name in self._names(store, made.method, made.index, position):
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
                names = self._names(entry.store, method, index, entry.get_name)
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

    def _names(self, store: str, method: int, index: int, position: int) -> list[str]:
        frame = self._follower.resolver.open_frame(method)
        body = self._code.body(method)
        if frame is None or body is None:
            return []
        found: set[str] = set()
        register = self._follower.resolver.argument_register(body, index, position)
        if register >= 0:
            for value in self._follower.resolver.bounded_register(frame, index, register, _NAME_STEPS):
                match value:
                    # in a statement `*` may be SQL, or a piece that is not known; neither is the name of a table
                    case Text(text) if store != "file" and (store == "database" or UNKNOWN_PIECE not in text):
                        found.add(text)
                    case _:
                        found.update(self._name_of(value, 0))
        return sorted(found)

    def _name_of(self, value: Value, depth: int) -> list[str]:
        """The text a name is given as, or the last text that a File was made of."""
        match value:
            case Text(text) if text and UNKNOWN_PIECE not in text:
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
    """Whether a name is the one stored under; a statement names its table among other words, in any case."""
    if fact.store != "database":
        return text == fact.name
    words, table = _words(text), _words(fact.name)
    if len(table) > 1:
        return bool(_tables(table) & (_tables(words) if len(words) > 1 else set(words)))
    return bool(table) and UNKNOWN_PIECE not in table[0] and table[0] in words


def _words(text: str) -> list[str]:
    for mark in "`\"'[](),;":
        text = text.replace(mark, " ")
    return text.lower().split()


def _tables(words: list[str]) -> set[str]:
    """The words of a statement that follow INTO, FROM or UPDATE, as far as they are known."""
    named = {after for before, after in pairwise(words) if before in ("into", "from", "update")}
    return {each for each in named if UNKNOWN_PIECE not in each}
