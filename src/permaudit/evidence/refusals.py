"""Code that leaves the app only because the person refused a permission."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from permaudit.catalog.methods import Callback
from permaudit.catalog.signs import AnswerEntry, CallCatalog, CallEntry
from permaudit.dex.body import MethodBody
from permaudit.dex.descriptors import parameter_words
from permaudit.dex.opcodes import INVOKES, NEW_INSTANCE
from permaudit.dex.symbols import bounds_of
from permaudit.evidence.apicalls import RawCall
from permaudit.evidence.branches import Branches
from permaudit.evidence.budget import Budget
from permaudit.evidence.code import Code
from permaudit.evidence.dispatch import Dispatch
from permaudit.evidence.entries import Entry
from permaudit.evidence.permissionanswers import ANSWER, RESULTS, YES, Known
from permaudit.evidence.reaching import Heard
from permaudit.evidence.supposing import Run, Supposing, only_target
from permaudit.evidence.values import Site
from permaudit.model.evidence import Trigger

_STEPS = 300_000
_MOST_DEPTH = 3
_MOST_LISTENERS, _MOST_METHODS = 64, 64
_TAP: Trigger = "tap"
_GRANTED: Trigger = "permission-granted"
_RUN = "run()V"
_LEAVES_A_SCREEN = frozenset({"finish", "finishAfterTransition", "moveTaskToBack"})
"""These leave the app only if no other screen is opened beside them."""
_OPENS_SCREEN = "startActivity"
_BUTTONS = frozenset({"setPositiveButton", "setNegativeButton", "setNeutralButton"})
"""Of android.app.AlertDialog.Builder, and of dialogs of libraries that are made as it is."""
Given = Mapping[int, Known]


@dataclass(slots=True)
class _Refused:
    """Calls of the app's methods that run only after a refusal, and quits found behind them that are theirs alone."""

    calls: set[Site] = field(default_factory=set)
    quits: list[RawCall] = field(default_factory=list)
    behind: dict[int, list[RawCall]] = field(default_factory=dict)


class RefusalFinder:
    """Looks at each method that hears an answer twice: as if all had been granted, and as if all had been refused."""

    def __init__(
        self,
        code: Code,
        catalog: CallCatalog,
        callbacks: tuple[Callback, ...],
        dispatch: Dispatch,
        branches: Branches,
        is_own: Callable[[int], bool],
    ) -> None:
        self._code, self._dispatch, self._branches, self._is_own = code, dispatch, branches, is_own
        self._answers = catalog.answers
        self._quits: dict[str, list[CallEntry]] = {}
        for each in catalog.calls:
            if each.only == "when-refused":
                self._quits.setdefault(each.name, []).append(each)
        self._listeners: dict[str, set[str]] = {_RUN: {"Ljava/lang/Runnable;"}}
        for callback in callbacks:
            if callback.trigger == _TAP:
                self._listeners.setdefault(callback.name + callback.descriptor, set()).add(callback.class_name)
        self.budget = Budget(_STEPS)
        self._if_granted, self._if_refused = (Supposing(code, self.budget, granted=each) for each in (True, False))
        self._found = _Refused()
        self._seen: set[object] = set()
        self._listeners_seen = 0

    def find(self, heard: Heard) -> list[RawCall]:
        """Every call that quits after a refusal and never after a grant, in order of place."""
        for method, given in self._hearing(heard):
            body = self._code.body(method)
            if body is not None and given:
                self._compare(method, body, given, given, frozenset(), 0)
            elif body is not None:
                self._refused_only(method, body, range(len(body.instructions)), set(), frozenset())
        for method, kinds in sorted(heard.forks.items()):
            for kind in kinds:
                body = self._code.body(method)
                live = self._branches.live(Entry(method, given=kind.given))
                if kind.trigger == _GRANTED and body is not None and live is not None and self._is_own(method):
                    narrow = body.along(live.ways, live.instructions)
                    self._compare(method, narrow, {1: ANSWER}, {1: ANSWER}, frozenset(), 0)
        return self._settled()

    def _hearing(self, heard: Heard) -> Iterator[tuple[int, dict[int, Known]]]:
        """Methods called with an answer, each with the argument words that hold it; none if that says it was no."""
        for entry in self._answers:
            signature = self._code.symbols.find_signature((entry.name + entry.descriptor).encode())
            for method in self._code.definitions_with(signature) if signature >= 0 else ():
                owner = self._code.type_name(int(self._code.symbols.method_types[method]))
                if self._is_own(method) and entry.class_name in self._code.platform_ancestors(owner):
                    yield method, _held(entry)
        for method in sorted(heard.answered):
            words = parameter_words(self._code.method(method).descriptor)
            if self._is_own(method) and words == [1]:
                yield method, {0 if self._code.is_static(method) else 1: ANSWER}

    def _compare(
        self, method: int, body: MethodBody, granted: Given, refused: Given, seeds: frozenset[Site], depth: int
    ) -> None:
        """Find what runs only after a refusal in a method that is told the answer, and in those it tells."""
        key = method, tuple(granted.items()), tuple(refused.items())
        if key in self._seen:
            return
        self._seen.add(key)
        yes, no = self._if_granted.run(body, granted), self._if_refused.run(body, refused)
        if yes is None or no is None:
            return
        shared = {only_target(self._code, body, index) for index in yes.states if _is_call(body, index)}
        self._refused_only(method, body, sorted(no.states.keys() - yes.states.keys()), shared, seeds)
        if depth < _MOST_DEPTH:
            for index in sorted(no.states.keys() & yes.states.keys()):
                self._hand_on(method, body, index, yes, no, seeds, depth)

    def _hand_on(
        self, method: int, body: MethodBody, index: int, yes: Run, no: Run, seeds: frozenset[Site], depth: int
    ) -> None:
        """Go on into a method that is told the answer."""
        if not _is_call(body, index):
            return
        granted, refused = yes.arguments(body, index), no.arguments(body, index)
        if granted == refused and not {ANSWER, RESULTS} & set(refused.values()):
            return
        target = only_target(self._code, body, index)
        inner = self._code.body(target) if target >= 0 and self._is_own(target) else None
        if inner is not None:
            self._compare(target, inner, granted, refused, seeds | {Site(method, index)}, depth + 1)

    def _refused_only(
        self, method: int, body: MethodBody, only: range | list[int], shared: set[int], seeds: frozenset[Site]
    ) -> None:
        """Quits among instructions that run only after a refusal, and in what they call and make."""
        self._found.quits.extend(self._quits_among(method, body, only, seeds))
        has_choice = self._offers_choice(body, only)
        for index in only:
            here = seeds | {Site(method, index)}
            if body.instructions[index].opcode == NEW_INSTANCE and not has_choice:
                self._found.quits.extend(self._listening(method, body, index, here))
            if not _is_call(body, index) or self._quit(self._code.callee(body, index)) is not None:
                continue
            target = only_target(self._code, body, index)
            if target < 0 or target in shared or not self._is_own(target):
                continue
            self._found.calls.add(Site(method, index))
            inner = self._code.body(target)
            if inner is not None and len(self._found.behind) < _MOST_METHODS:
                everything = range(len(inner.instructions))
                quits = self._quits_among(target, inner, everything, here)
                for made in everything if not self._offers_choice(inner, everything) else ():
                    if inner.instructions[made].opcode == NEW_INSTANCE:
                        quits.extend(self._listening(target, inner, made, here))
                self._found.behind.setdefault(target, []).extend(quits)

    def _settled(self) -> list[RawCall]:
        """The quits, without those in methods that are called for other reasons too and may return without quitting."""
        found = list(self._found.quits)
        for method, quits in sorted(self._found.behind.items()):
            names = {method, *(int(each) for each in self._code.names_meaning(method))}
            sites = {Site(*site) for name in names for site in self._code.call_sites(name)} if quits else set()
            found.extend(each for each in quits if sites <= self._found.calls or self._is_certain(method, each))
        return sorted(set(found), key=lambda each: (each.method, each.index, sorted(each.seeds)))

    def _is_certain(self, method: int, quit_: RawCall) -> bool:
        """Whether a method cannot return without quitting."""
        body = self._code.body(method)
        if quit_.method != method or body is None:
            return False
        seen: set[int] = set()
        waiting = [0]
        while waiting:
            index = waiting.pop()
            if index in seen or index == quit_.index:
                continue
            seen.add(index)
            waiting.extend(body.successors(index))
        return not any(body.instructions[index].opcode in (0x0E, 0x0F, 0x10, 0x11) for index in seen)

    def _quits_among(
        self, method: int, body: MethodBody, indices: range | list[int], seeds: frozenset[Site]
    ) -> list[RawCall]:
        """The calls that quit among some instructions of a method."""
        calls = [(index, self._code.callee(body, index)) for index in indices if _is_call(body, index)]
        named = [(index, callee, self._code.method(callee).name) for index, callee in calls if callee >= 0]
        moves_on = any(name.startswith(_OPENS_SCREEN) for _, _, name in named)
        found = []
        for index, callee, name in named:
            entry = self._quit(callee) if not (moves_on and name in _LEAVES_A_SCREEN) else None
            if entry is not None:
                called = f"{entry.class_name}->{name}{self._code.method(callee).descriptor}"
                found.append(RawCall(method=method, index=index, seeds=seeds, api=entry.api, called=called))
        return found

    def _quit(self, callee: int) -> CallEntry | None:
        """The entry that a called method is, also where the app overrides it and calls its own."""
        if callee < 0:
            return None
        called = self._code.method(callee)
        for entry in self._quits.get(called.name, ()):
            _, bracket, descriptor = entry.method.partition("(")
            if bracket and bracket + descriptor != called.descriptor:
                continue
            if entry.class_name == called.class_name or (
                entry.inherited and entry.class_name in self._code.platform_ancestors(called.class_name)
            ):
                return entry
        return None

    def _listening(self, maker: int, body: MethodBody, made: int, seeds: frozenset[Site]) -> list[RawCall]:
        """Quits of a listener that is made at one place: of a button's, say, in a dialog shown after a refusal."""
        owner = self._code.type_at(body, body.instructions[made].reference)
        if owner < 0 or self._listeners_seen >= _MOST_LISTENERS:
            return []
        self._listeners_seen += 1
        _, rows = self._dispatch.allocations.gather(np.array([owner]))
        is_only = len(rows) == 1
        found: list[RawCall] = []
        for method in self._heard_by(owner):
            inner = self._code.body(method)
            live = self._branches.live(Entry(method, Entry(maker), made))
            if inner is None or (live is None and not is_only):
                continue
            indices = sorted(live.instructions) if live is not None else range(len(inner.instructions))
            found.extend(self._quits_behind(method, inner, indices, seeds, 0))
        return found

    def _quits_behind(
        self, method: int, body: MethodBody, indices: range | list[int], seeds: frozenset[Site], depth: int
    ) -> list[RawCall]:
        """Quits of a listener and of what it calls: the code of a lambda stands in a method of its own."""
        found = self._quits_among(method, body, indices, seeds)
        for index in indices if depth < _MOST_DEPTH else ():
            target = only_target(self._code, body, index) if _is_call(body, index) else -1
            further = self._code.body(target) if target >= 0 and self._is_own(target) else None
            if further is not None and target != method:
                found.extend(self._quits_behind(target, further, range(len(further.instructions)), seeds, depth + 1))
        return found

    def _offers_choice(self, body: MethodBody, only: range | list[int]) -> bool:
        """Whether a dialog with more than one button is shown: then the person may stay."""
        called = [self._code.callee(body, index) for index in only if _is_call(body, index)]
        return sum(self._code.method(each).name in _BUTTONS for each in called if each >= 0) > 1

    def _heard_by(self, owner: int) -> list[int]:
        """The methods of a class that a tap or a handler calls."""
        ancestors = self._code.platform_ancestors(self._code.type_name(owner))
        low, high = bounds_of(self._code.symbols.method_types, owner)
        found = []
        for number in range(low, high)[:_MOST_METHODS]:
            called = self._code.method(number)
            classes = self._listeners.get(called.name + called.descriptor, set[str]())
            if int(self._code.program.row_of[number]) >= 0 and not ancestors.isdisjoint(classes):
                found.append(number)
        return found


def _is_call(body: MethodBody, index: int) -> bool:
    return body.instructions[index].opcode in INVOKES


def _held(entry: AnswerEntry) -> dict[int, Known]:
    """The argument word that holds the answer, behind `this`, and its form; none if there is none."""
    if entry.answer is None:
        return {}
    word = 1 + sum(parameter_words(entry.descriptor)[: entry.answer])
    return {word: {"[I": RESULTS, "Z": YES}.get(entry.parameters[entry.answer], ANSWER)}
