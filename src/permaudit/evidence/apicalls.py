"""Calls of methods that rules ask for by a name of the catalogue, and reading calls of the URIs it names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from permaudit.catalog.operations import Selections
from permaudit.catalog.signs import CallCatalog, CallEntry
from permaudit.dex.descriptors import parameters
from permaudit.dex.opcodes import INVOKES
from permaudit.dex.symbols import sorted_distinct
from permaudit.evidence.arguments import argument
from permaudit.evidence.callees import callees_of
from permaudit.evidence.code import Code
from permaudit.evidence.deeds import Deed, decided
from permaudit.evidence.frames import Context, Frame
from permaudit.evidence.launcherparts import LauncherParts
from permaudit.evidence.reads import OtherUri
from permaudit.evidence.resolver import Resolver
from permaudit.evidence.selections import scope_of_selection
from permaudit.evidence.values import UNKNOWN_PIECE, Site, Text
from permaudit.model.manifest import Manifest

MOST_CALLS = 32
"""Calls that are told of one api, the app's own first: enough to judge by, and too few to fill a report with."""
_MOST_CALLERS, _MOST_CANDIDATES = 512, 10_000
_TEXTS = ("Ljava/lang/String;", "Ljava/lang/CharSequence;")


@dataclass(frozen=True, slots=True, kw_only=True)
class RawCall(Deed):
    """One call: what is called, the `api` it is in the catalogue, and permissions of which Android wants any."""

    api: str
    called: str
    permissions: tuple[str, ...] = ()


class CallFinder:
    """Finds the calls of all entries; `is_own` tells of a method whether it is the app's own."""

    def __init__(
        self,
        code: Code,
        catalog: CallCatalog,
        selections: Selections,
        resolver: Resolver,
        manifest: Manifest,
        is_own: Callable[[int], bool],
    ) -> None:
        self._code, self._catalog, self._selections = code, catalog, selections
        self._resolver, self._is_own = resolver, is_own
        self._parts = LauncherParts(resolver, manifest)

    def find(self, others: Iterable[OtherUri]) -> list[RawCall]:
        """The calls of each api, and of `others` those URIs that are one; of each method the first, in bounds."""
        found: dict[str, list[RawCall]] = {name: [] for name in self._catalog.apis}
        callers: dict[str, dict[int, list[tuple[CallEntry, int]]]] = {}
        for entry in self._catalog.calls:
            if entry.only != "when-refused":
                for number in callees_of(self._code, entry):
                    for caller in self._callers(number):
                        callers.setdefault(entry.api, {}).setdefault(caller, []).append((entry, number))
        for other in others:
            if not self._asks_for_one(other):
                found[other.entry.api].append(_uri_call(other))
        for api, by_caller in callers.items():
            known = {each.method for each in found[api]}
            found[api].extend(self._first_calls(by_caller, known))
        return [each for api in sorted(found) for each in chosen(found[api], self._is_own)]

    def _asks_for_one(self, other: OtherUri) -> bool:
        """Whether a query is for one row by its number, as where the path of a picked file is looked up."""
        position = other.site.api.selection
        frame = self._resolver.open_frame(other.site.method)
        if position is None or frame is None:
            return False
        values = argument(self._resolver, frame, other.site, position, other.context)
        return all(scope_of_selection(each.value, self._selections)[0] == "lookup" for each in values)

    def _callers(self, number: int) -> list[int]:
        """The methods that call one number, in order, the app's own first; so many that any rule can be judged."""
        rows = self._code.calls.callers[self._code.calls.rows(number)]
        return self._ordered(sorted_distinct(rows.astype(np.int64))[:_MOST_CANDIDATES].tolist())[:_MOST_CALLERS]

    def _ordered(self, methods: Iterable[int]) -> list[int]:
        return sorted(methods, key=lambda method: (not self._is_own(method), method))

    def _first_calls(self, by_caller: dict[int, list[tuple[CallEntry, int]]], known: set[int]) -> Iterator[RawCall]:
        """The first call in each calling method."""
        count = 0
        for caller in self._ordered(by_caller)[:_MOST_CALLERS]:
            call = self._first_call(caller, by_caller[caller]) if caller not in known else None
            if call is not None:
                count += 1
                yield call
            if count == MOST_CALLS:
                break

    def _first_call(self, caller: int, wanted: list[tuple[CallEntry, int]]) -> RawCall | None:
        code = self._code
        body = code.body(caller)
        entries: dict[int, list[CallEntry]] = {}
        for entry, number in wanted:
            entries.setdefault(number, []).append(entry)
        for index, each in enumerate(body.instructions if body is not None else ()):
            callee = code.callee(body, index) if body is not None and each.opcode in INVOKES else -1
            for entry in entries.get(callee, ()):
                deed = self._deed(caller, index, entry)
                if deed is not None:
                    called = code.method(callee)
                    return RawCall(
                        method=caller,
                        index=index,
                        seeds=deed.seeds,
                        carriers=deed.carriers,
                        api=entry.api,
                        called=f"{entry.class_name}->{called.name}{called.descriptor}",
                        permissions=entry.permissions,
                    )
        return None

    def _deed(self, caller: int, index: int, entry: CallEntry) -> Deed | None:
        """The call as a deed, if it is given what an entry wants."""
        if entry.text is None and entry.only is None:
            return Deed(method=caller, index=index)
        frame = self._resolver.open_frame(caller)
        assert frame is not None
        contexts = self._told(frame, index, entry.text) if entry.text else self._parts.switched_off(frame, index)
        if not contexts:
            return None
        sides = [decided(self._code, frame, each) for each in contexts]
        return Deed(
            method=caller, index=index, seeds=_all_of(s for s, _ in sides), carriers=_all_of(c for _, c in sides)
        )

    def _told(self, frame: Frame, index: int, text: str) -> list[Context]:
        """The contexts in which a call is given a text."""
        contexts: list[Context] = []
        descriptor = self._code.method(self._code.callee(frame.body, index)).descriptor
        for position, kind in enumerate(parameters(descriptor)):
            if kind in _TEXTS:
                values = self._resolver.argument(frame, index, position, Context())
                contexts.extend(
                    each.context
                    for each in values
                    if isinstance(each.value, Text) and matches_text(text, each.value.text)
                )
        return contexts


def _all_of(sides: Iterable[frozenset[Site]]) -> frozenset[Site]:
    """Where something was decided in several contexts; nowhere in particular if one of them decides it in place."""
    known = list(sides)
    return frozenset[Site]().union(*known) if all(known) else frozenset()


def _uri_call(other: OtherUri) -> RawCall:
    return RawCall(
        method=other.site.method,
        index=other.site.index,
        seeds=other.seeds,
        carriers=other.carriers,
        api=other.entry.api,
        called=str(other.site.api.method),
        permissions=other.entry.permissions,
    )


def chosen(calls: Iterable[RawCall], is_own: Callable[[int], bool]) -> list[RawCall]:
    """The first call of each method, joined with later ones for what decides it; so many as are told of one api."""
    first: dict[int, RawCall] = {}
    for each in sorted(calls, key=lambda call: (call.method, call.index)):
        known = first.get(each.method)
        if known is None:
            first[each.method] = each
        elif known.index == each.index:
            first[each.method] = replace(
                known,
                seeds=_all_of((known.seeds, each.seeds)),
                carriers=_all_of((known.carriers, each.carriers)),
            )
    return sorted(first.values(), key=lambda call: (not is_own(call.method), call.method))[:MOST_CALLS]


def matches_text(pattern: str, text: str) -> bool:
    """Whether a text is what an entry asks for; `*` at an end stands for any letters there."""
    part = pattern.strip(UNKNOWN_PIECE)
    before, behind = pattern.startswith(UNKNOWN_PIECE), pattern.endswith(UNKNOWN_PIECE)
    if before and behind:
        return part in text
    return text.endswith(part) if before else text.startswith(part) if behind else text == part
