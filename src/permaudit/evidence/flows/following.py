"""Follows reads, and leaves out ways that nothing in the app starts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

import numpy as np

from permaudit.catalog.operations import CursorMethods
from permaudit.dex.symbols import Int64s, sorted_distinct
from permaudit.evidence.flows.follower import Tools
from permaudit.evidence.flows.tracing import RawFlow, Tracer
from permaudit.evidence.rawread import RawRead
from permaudit.model.app import Tristate

_MOST_ROUNDS = 4


class Reached(Protocol):
    """Answers whether anything starts a method."""

    def reached(self, method: int) -> bool:
        """Whether anything starts it."""


P = TypeVar("P", bound=Reached)


@dataclass(frozen=True, slots=True)
class Followed:
    """All flows with whether they are started, and reads whose data was not followed to the end."""

    flows: list[tuple[RawFlow, Tristate]]
    cut: list[RawRead]


def follow_flows(
    tools: Tools,
    cursor: CursorMethods,
    reads: Sequence[RawRead],
    seeds: Int64s,
    find_paths: Callable[[Int64s], P],
    *,
    missing: bool,
) -> tuple[Followed, P | None]:
    """The flows of `reads`, and the paths to `seeds` and to every method on the way of a flow.

    A way through a method that nothing starts is none, unless code is `missing` that may start it; another way to the
    same sink may be, so that it is looked for again without such methods.
    """
    tracer = Tracer(tools, cursor)
    banned: set[int] = set()
    paths: P | None = None
    for _ in range(_MOST_ROUNDS):
        flows = tracer.trace(reads, frozenset(banned))
        methods = np.array(sorted({method for flow in flows for method in flow.methods}), np.int64)
        wanted = sorted_distinct(np.concatenate([seeds, methods]))
        if not wanted.size:
            return Followed([], tracer.cut), None
        paths = find_paths(wanted)
        dead = {method for method in methods.tolist() if not paths.reached(method)}
        if missing or not dead:
            break
        banned |= dead
    known: list[tuple[RawFlow, Tristate]] = []
    for flow in flows:
        started = paths is not None and all(paths.reached(method) for method in flow.methods)
        if started or missing:
            known.append((flow, "yes" if started else "unknown"))
    return Followed(known, tracer.cut), paths
