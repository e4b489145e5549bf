"""How components, jobs and workers start one another: through class constants next to a call that starts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from permaudit.catalog.catalog import Catalog
from permaudit.catalog.methods import Starter
from permaudit.dex.opcodes import INVOKES
from permaudit.dex.symbols import Int64s, bounds_of
from permaudit.evidence.callgraph import Edges, no_edges
from permaudit.evidence.code import Code
from permaudit.evidence.dispatch import Dispatch
from permaudit.model.manifest import Manifest
from permaudit.model.place import descriptor_of

_INTENT_VIA = 4
_STARTED_KINDS = ("service", "receiver")


@dataclass(frozen=True, slots=True)
class Schedules:
    """Who has something run later: methods that hand a start to an alarm or a job, and types that are run as work.

    To name a type of work is to hand it over: it runs when its time has come.
    """

    starters: Int64s
    workers: Int64s


class IntentEdges:
    """Edges from methods that name a service or receiver class to the methods the system then calls."""

    def __init__(self, code: Code, dispatch: Dispatch, catalog: Catalog, manifest: Manifest) -> None:
        self._code, self._dispatch, self._catalog = code, dispatch, catalog
        self._scheduled: set[int] = set()
        self._known: dict[int, set[str]] = {}
        self._starters: dict[str, list[Starter]] = {}
        for each in catalog.starters:
            self._starters.setdefault(each.name, []).append(each)
        self.started: set[int] = set()
        self.edges = self._build(manifest)

    @property
    def schedules(self) -> Schedules:
        """What the starts and the work of the app are scheduled by."""
        return Schedules(np.array(sorted(self._scheduled), np.int64), self._workers())

    def _workers(self) -> Int64s:
        """Types below a library's class that only a schedule calls back, also where its methods were renamed."""
        triggers: dict[str, set[str]] = {}
        for each in self._catalog.callbacks:
            triggers.setdefault(each.class_name, set()).add(each.trigger)
        found: set[int] = set()
        for name, own in triggers.items():
            number = self._code.symbols.type_number(name.encode())
            if own == {"schedule"} and self._code.hierarchy.is_defined(number):
                found.update(self._dispatch.subtypes(number).tolist())
        return np.array(sorted(found), np.int64)

    def _build(self, manifest: Manifest) -> Edges:
        code = self._code
        rows: list[tuple[int, int, int, int, int]] = []
        for component in manifest.components:
            number = code.symbols.type_number(descriptor_of(component.class_name).encode())
            if component.kind not in _STARTED_KINDS or not code.hierarchy.is_defined(number):
                continue
            _, sites = self._dispatch.mentions.gather(np.array([number]))
            entries = self._entries(number)
            for site in sites.tolist():
                source = int(self._dispatch.mentions.methods[site])
                if not self._starts(source):
                    continue
                self.started.add(number)
                position, file = int(self._dispatch.mentions.positions[site]), int(self._dispatch.mentions.files[site])
                rows.extend((source, entry, _INTENT_VIA, position, file) for entry in entries)
        if not rows:
            return no_edges()
        return Edges(*np.array(sorted(rows), np.int64).T)

    def _starts(self, source: int) -> bool:
        """Whether a method that names the class starts something, itself or in a method of the same class."""
        own = self._started_by(source)
        owner = int(self._code.symbols.method_types[source])
        low, high = bounds_of(self._code.symbols.method_types, owner)
        near = own or {what for method in range(int(low), int(high)) for what in self._started_by(method)}
        if "schedule" in near:
            self._scheduled.add(source)
        return bool(near)

    def _started_by(self, method: int) -> set[str]:
        """What the starters that a method calls start; `schedule` for alarms, jobs and work."""
        if method not in self._known:
            found: set[str] = set()
            body = self._code.body(method)
            for index, each in enumerate(body.instructions if body else ()):
                callee = self._code.callee(body, index) if body and each.opcode in INVOKES else -1
                if callee >= 0:
                    found.update(self._what_starts(callee))
            self._known[method] = found
        return self._known[method]

    def _what_starts(self, callee: int) -> set[str]:
        """What calling a method starts, if a starter of the catalogue is meant: by its class or an app's subclass."""
        method = self._code.method(callee)
        starters = self._starters.get(method.name, ())
        if not starters:
            return set()
        definition = int(self._code.program.definition_of[callee])
        # a support library's starter is part of the app; any other method that the app defines is none
        names = (
            {self._code.method(definition).class_name}
            if definition >= 0
            else self._code.platform_ancestors(method.class_name)
        )
        return {
            each.trigger or each.starts
            for each in starters
            if each.class_name in names and each.descriptor in (None, method.descriptor)
        }

    def _entries(self, type_number: int) -> list[int]:
        """The methods of a component class that the system calls."""
        code = self._code
        chain = [type_number, *code.hierarchy.superclasses(type_number)]
        methods: list[int] = []
        for each in chain:
            low, high = bounds_of(code.symbols.method_types, each)
            numbers: Int64s = np.arange(low, high)
            numbers = numbers[code.program.row_of[numbers] >= 0]
            methods.extend(int(n) for n in numbers[self._dispatch.overrides_platform(numbers)])
        return methods
