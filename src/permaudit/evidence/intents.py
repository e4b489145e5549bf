"""How components, jobs and workers start one another: through class constants next to a call that starts."""

from __future__ import annotations

import numpy as np

from permaudit.catalog.catalog import Catalog
from permaudit.dex.symbols import Int64s
from permaudit.evidence.callgraph import Edges, no_edges
from permaudit.evidence.code import Code
from permaudit.evidence.dispatch import Dispatch
from permaudit.model.evidence import Trigger
from permaudit.model.manifest import Manifest
from permaudit.model.place import descriptor_of

_INTENT_VIA = 4
_STARTED_KINDS = ("service", "receiver")


class IntentEdges:
    """Edges from methods that name a service or receiver class to the methods the system then calls.

    `scheduled` are methods that hand the start to an alarm or a job: what they start has the trigger `schedule`.
    """

    def __init__(self, code: Code, dispatch: Dispatch, catalog: Catalog, manifest: Manifest) -> None:
        self._code, self._dispatch, self._catalog = code, dispatch, catalog
        self.scheduled: dict[int, Trigger] = {}
        self.started: set[int] = set()
        self.edges = self._build(manifest)

    def _build(self, manifest: Manifest) -> Edges:
        code = self._code
        starters = self._methods_that_start()
        rows: list[tuple[int, int, int, int, int]] = []
        for component in manifest.components:
            number = code.symbols.type_number(descriptor_of(component.class_name).encode())
            if component.kind not in _STARTED_KINDS or not code.hierarchy.is_defined(number):
                continue
            _, sites = self._dispatch.mentions.gather(np.array([number]))
            entries = self._entries(number)
            for site in sites.tolist():
                source = int(self._dispatch.mentions.methods[site])
                if not self._starts(source, starters):
                    continue
                self.started.add(number)
                position, file = int(self._dispatch.mentions.positions[site]), int(self._dispatch.mentions.files[site])
                rows.extend((source, entry, _INTENT_VIA, position, file) for entry in entries)
        if not rows:
            return no_edges()
        return Edges(*np.array(sorted(rows), np.int64).T)

    def _methods_that_start(self) -> dict[int, str]:
        """Methods that call a starter of the catalogue, and what the starter starts (alarms and jobs win)."""
        code = self._code
        found: dict[int, str] = {}
        for starter in self._catalog.starters:
            for signature in code.symbols.signatures_named(starter.name.encode()).tolist():
                numbers = np.flatnonzero(code.symbols.method_signatures == signature)
                for number in numbers.tolist():
                    if int(code.program.definition_of[number]) >= 0 or not self._names(number, starter.class_name):
                        continue
                    if starter.descriptor is not None and code.method(number).descriptor != starter.descriptor:
                        continue
                    for caller in np.unique(code.calls.callers[code.calls.rows(number)]).tolist():
                        if starter.trigger == "schedule":
                            found[caller] = "schedule"
                        found.setdefault(caller, starter.starts)
        return found

    def _names(self, number: int, class_name: str) -> bool:
        """Whether a reference names a method of a platform class, directly or through an app subclass."""
        owner = int(self._code.symbols.method_types[number])
        return class_name in self._code.platform_ancestors(self._code.type_name(owner))

    def _starts(self, source: int, starters: dict[int, str]) -> bool:
        """Whether a method that names the class starts something, itself or in a method of the same class."""
        if source in starters:
            if starters[source] == "schedule":
                self.scheduled[source] = "schedule"
            return True
        owner = int(self._code.symbols.method_types[source])
        low, high = np.searchsorted(self._code.symbols.method_types, (owner, owner + 1))
        near = [method for method in range(int(low), int(high)) if method in starters]
        if any(starters[method] == "schedule" for method in near):
            self.scheduled[source] = "schedule"
        return bool(near)

    def _entries(self, type_number: int) -> list[int]:
        """The methods of a component class that the system calls."""
        code = self._code
        chain = [type_number, *code.hierarchy.superclasses(type_number)]
        methods: list[int] = []
        for each in chain:
            low, high = np.searchsorted(code.symbols.method_types, (each, each + 1))
            numbers: Int64s = np.arange(low, high)
            numbers = numbers[code.program.row_of[numbers] >= 0]
            methods.extend(int(n) for n in numbers[self._dispatch.overrides_platform(numbers)])
        return methods
