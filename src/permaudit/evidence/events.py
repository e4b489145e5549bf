"""Event buses: an annotated method runs when somebody makes the event that it takes."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from permaudit.dex.symbols import Int64s
from permaudit.evidence.callgraph import REFLECTION, Edges, no_edges
from permaudit.evidence.code import Code
from permaudit.evidence.dispatch import Dispatch
from permaudit.evidence.marks import marked_methods


def event_edges(code: Code, dispatch: Dispatch, marks: Collection[str]) -> Edges:
    """Edges from where an event object is made to every method with one of `marks` that takes such an object."""
    rows: set[tuple[int, int, int, int, int]] = set()
    for method in marked_methods(code, marks):
        signature = int(code.symbols.method_signatures[method])
        for event in _parameters(code, signature):
            types = np.append(dispatch.subtypes(event), event)
            _, sites = dispatch.allocations.gather(types)
            table = dispatch.allocations
            rows.update(
                (int(table.methods[n]), method, REFLECTION, int(table.positions[n]), int(table.files[n]))
                for n in sites.tolist()
            )
    return Edges(*np.array(sorted(rows), np.int32).T) if rows else no_edges()


def _parameters(code: Code, signature: int) -> Int64s:
    """Types of the declared parameters that the app defines itself."""
    types = code.symbols.parameter_types(signature)
    return types[code.hierarchy.class_files[types] >= 0]
