"""A read as it is found, before its call paths are known; and how reads that differ only in their caller are joined."""

from __future__ import annotations

from dataclasses import dataclass, replace

from permaudit.catalog.methods import Api
from permaudit.evidence.deeds import Deed
from permaudit.evidence.sites import ByReflection
from permaudit.evidence.values import UNKNOWN_PIECE, Items, Row, Site, Text, Uri, Value
from permaudit.model.evidence import Reveals, Scope, Surface

REVEALS: dict[Scope, Reveals] = {
    "all": "everyone",
    "filtered": "some",
    "lookup": "one",
    "picked": "one",
    "unknown": "unknown",
}
"""Whom a scope reveals, if any value of a row is taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawRead(Deed):
    """One read at one call.

    `rows` are the cursors whose rows went into the query. Any one of `permissions` allows it. `is_alternative` says
    that the reading method itself may ask for something else instead. `by` is set where the API is called by
    reflection.
    """

    api: Api
    surface: Surface
    uri: str | None = None
    exact: bool = True
    scope: Scope = "unknown"
    fields: frozenset[str] = frozenset()
    all_fields: bool = False
    carried: frozenset[str] = frozenset()
    reveals: Reveals = "unknown"
    permissions: tuple[str, ...] = ()
    rows: frozenset[Site] = frozenset()
    watches: bool = False
    is_alternative: bool = False
    by: ByReflection | None = None


def shown_uri(text: str) -> tuple[str, bool]:
    """A URI as a report shows it: without query, up to the first piece built at run time; and whether that is all."""
    plain = text.partition("?")[0]
    known, cut, _ = plain.partition(UNKNOWN_PIECE)
    return (known.rstrip("/:"), False) if cut else (plain, True)


def rows_in(value: Value) -> frozenset[Site]:
    """The cursors whose rows went into a value."""
    match value:
        case Items(items):
            return frozenset[Site]().union(*(rows_in(item) for item in items))
        case Row(source):
            return frozenset({source})
        case Text(_, rows) | Uri(_, rows):
            return rows
        case _:
            return frozenset()


def merge_reads(reads: list[RawRead]) -> list[RawRead]:
    """Join reads that differ only in who called; in order of place, then URI and scope."""
    merged: dict[tuple[object, ...], RawRead] = {}
    for each in reads:
        key = (each.method, each.index, each.surface, each.uri, each.exact, each.scope, each.reveals, each.watches)
        before = merged.get(key)
        merged[key] = each if before is None else _join(before, each)
    return sorted(merged.values(), key=lambda each: (each.method, each.index, each.surface, each.uri or "", each.scope))


def _join(first: RawRead, second: RawRead) -> RawRead:
    """Together; where one of them was decided anywhere, both are."""
    return replace(
        first,
        seeds=first.seeds | second.seeds if first.seeds and second.seeds else frozenset(),
        carriers=first.carriers | second.carriers if first.carriers and second.carriers else frozenset(),
        fields=first.fields | second.fields,
        all_fields=first.all_fields or second.all_fields,
        carried=first.carried | second.carried,
        rows=first.rows | second.rows,
        is_alternative=first.is_alternative and second.is_alternative,
    )
