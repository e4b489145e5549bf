"""Questions for permissions: which are asked for, and in which call that is decided."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from permaudit.catalog.operations import Operations
from permaudit.catalog.signs import AskEntry
from permaudit.dex.body import MOVES
from permaudit.evidence.callees import callees_of
from permaudit.evidence.code import Code
from permaudit.evidence.collections import elements
from permaudit.evidence.deeds import Deed, decided
from permaudit.evidence.frames import Context, Frame, Resolved
from permaudit.evidence.resolver import Resolver
from permaudit.evidence.values import UNKNOWN_PIECE, Items, Made, Number, Text, Value

_MOST_SITES, _MOST_CANDIDATES = 256, 10_000
"""Calls that are looked into of one method, the app's own first."""
_MOST_ASKS = 64
_MOST_DEPTH = 4
_NEW_ARRAY, _APUT_OBJECT = 0x23, 0x4D
_PERMISSION = re.compile(r"[A-Za-z]\w*(?:\.\w+)*\.permission\.[A-Z]\w*")


@dataclass(frozen=True, slots=True, kw_only=True)
class RawAsk(Deed):
    """One question: the method called, the names that are known, and whether all are.

    It stands where the names are told: in the caller of a wrapper, not in the wrapper.
    """

    called: str
    names: frozenset[str]
    complete: bool


class AskFinder:
    """Finds questions; `is_own` tells the app's own methods."""

    def __init__(self, code: Code, resolver: Resolver, operations: Operations, is_own: Callable[[int], bool]) -> None:
        self._code, self._resolver, self._is_own = code, resolver, is_own
        self._puts, self._marks = operations.puts, operations.contracts.marks

    def find(self, entries: Collection[AskEntry]) -> list[RawAsk]:
        """All questions, one for each place that decides what is asked for; the app's own first, in bounds."""
        found: dict[tuple[int, int], RawAsk] = {}
        for entry in entries:
            for number in callees_of(self._code, entry):
                for method, index in self._sites(number, entry):
                    for ask in self._asks_at(method, index, entry):
                        _add(found, ask, in_place=(ask.method, ask.index) == (method, index))
        ordered = sorted(found.values(), key=lambda ask: (not self._is_own(ask.method), ask.method, ask.index))
        return ordered[:_MOST_ASKS]

    def _sites(self, number: int, entry: AskEntry) -> list[tuple[int, int]]:
        callers = set(self._code.calls.callers[self._code.calls.rows(number)][:_MOST_CANDIDATES].tolist())
        if entry.text is not None:
            callers &= self._code.methods_mentioning({entry.text})
        chosen = set(sorted(callers, key=lambda method: (not self._is_own(method), method))[:_MOST_SITES])
        return self._code.invokes(number, chosen.__contains__)[:_MOST_SITES]

    def _asks_at(self, method: int, index: int, entry: AskEntry) -> list[RawAsk]:
        """The questions of one call, each where its names are told.

        A library's own wrapper that is told the names by its callers says nothing where they are not known: what the
        callers call is an entry itself, or they were renamed and the wrapper counts as the app's own.
        """
        frame = self._resolver.open_frame(method)
        if frame is None or not self._is_meant(frame, index, entry):
            return []
        asks: dict[tuple[int, int], RawAsk] = {}
        called = str(self._code.method(self._code.callee(frame.body, index)))
        for each in self._resolver.argument(frame, index, entry.names, Context()):
            names, complete = self._names(frame, index, each, entry)
            if not names and (entry.only_names or entry.text or not self._is_own(method)):
                continue
            top, call = each.context.top(frame)
            at = (top.method, call) if call >= 0 else (method, index)
            seeds, carriers = decided(self._code, frame, each.context) if call < 0 else (frozenset(), frozenset())
            ask = RawAsk(
                method=at[0],
                index=at[1],
                seeds=seeds,
                carriers=carriers,
                called=f"{entry.class_name}->{called.partition('->')[2]}",
                names=names,
                complete=complete,
            )
            _add(asks, ask, in_place=False)
        return list(asks.values())

    def _is_meant(self, frame: Frame, index: int, entry: AskEntry) -> bool:
        """Whether the first argument is the text that an entry wants; the contract of androidx is known by it."""
        if entry.text is None:
            return not self._hands_on_a_contract(frame)
        texts = self._resolver.bounded(frame, index, 0, 16)
        return any(isinstance(each, Text) and each.text == entry.text for each in texts)

    def _hands_on_a_contract(self, frame: Frame) -> bool:
        """Whether a method asks what an intent of androidx's contract says; that is found where the intent is made."""
        return bool(self._marks & self._code.strings_of(frame.method))

    def _names(self, frame: Frame, index: int, told: Resolved, entry: AskEntry) -> tuple[frozenset[str], bool]:
        names: set[str] = set()
        complete = self._collect(told.value, told.context, names, 0)
        if isinstance(told.value, Items) and told.context == Context():
            stored = self._all_stored(frame, index, entry, names)
            complete = complete if stored is None else stored
        if entry.only_names or entry.text:
            names = {each for each in names if _PERMISSION.fullmatch(each)}
        return frozenset(names), complete

    def _collect(self, value: Value, context: Context, names: set[str], depth: int) -> bool:
        """Add the names that a value holds; whether all of them are known."""
        match value:
            case Text(text) if UNKNOWN_PIECE not in text and text:
                names.add(text)
                return True
            case Items(items) if depth < _MOST_DEPTH:
                known = [self._collect(each, context, names, depth + 1) for each in items]
                return all(known)
            case Made() if depth < _MOST_DEPTH:
                held = elements(self._resolver, value, context, self._puts, depth + 1)
                known = [self._collect(each.value, each.context, names, depth + 1) for each in held]
                return all(known)
            case Number(0):
                return True
            case _:
                return False

    def _all_stored(self, frame: Frame, index: int, entry: AskEntry, names: set[str]) -> bool | None:
        """Add every name that a new array of the same method may hold at any place; whether all are known.

        The value of an array tells only the first of each, but what is asked may differ by the version of Android. None
        if it is no such array.
        """
        body = frame.body
        register = self._resolver.argument_register(body, index, entry.names)
        made = [each for each in body.definitions(index, register)[0] if each >= 0] if register >= 0 else []
        if len(made) != 1 or body.instructions[made[0]].opcode != _NEW_ARRAY:
            return None
        array = body.instructions[made[0]].registers[0]
        complete = True
        for use in body.uses(made[0], array)[0]:
            each = body.instructions[use]
            if each.opcode == _APUT_OBJECT and each.registers[1] == array:
                for got in self._resolver.values(frame, use, each.registers[0], Context()):
                    complete &= self._collect(got.value, got.context, names, 1)
            elif each.opcode in MOVES:
                return None
        return complete


def _add(found: dict[tuple[int, int], RawAsk], ask: RawAsk, *, in_place: bool) -> None:
    """Enter a question, or what else is known of one; what is called in that very place names it."""
    at = ask.method, ask.index
    known = found.setdefault(at, ask)
    if known is not ask:
        found[at] = replace(
            ask if in_place else known,
            seeds=known.seeds | ask.seeds if known.seeds and ask.seeds else frozenset(),
            carriers=known.carriers | ask.carriers if known.carriers and ask.carriers else frozenset(),
            names=known.names | ask.names,
            complete=known.complete and ask.complete,
        )
