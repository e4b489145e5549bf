"""The reads and flows that the answer speaks about."""

from __future__ import annotations

from collections.abc import Iterable

from permaudit.model.evidence import ADDRESS_BOOK, Bridge, Read
from permaudit.model.flow import Flow
from permaudit.model.observations import Observations


def address_book_reads(reads: Iterable[Read]) -> tuple[Read, ...]:
    """The reads of the address book that count."""
    return tuple(read for read in reads if read.surface in ADDRESS_BOOK and read.can_happen)


def flows_with_reads(seen: Observations) -> tuple[tuple[Flow, Read], ...]:
    """The flows that count, each with the read its data comes from: none that nothing starts."""
    reads = {read.id: read for read in seen.reads if read.can_happen}
    return tuple((flow, reads[flow.read]) for flow in seen.flows if flow.reachable != "no" and flow.read in reads)


def sending_flows(seen: Observations) -> tuple[tuple[Flow, Read], ...]:
    """The flows on which the answer `sends` rests, each with its read."""
    return tuple(
        (flow, read)
        for flow, read in flows_with_reads(seen)
        if flow.leaves_phone and read.surface in ADDRESS_BOOK and read.scope != "picked"
    )


def sending_bridges(seen: Observations) -> tuple[Bridge, ...]:
    """The calls of scripts on which the answer `sends` rests."""
    return tuple(
        each
        for each in seen.bridges
        if each.surface == "contacts" and each.scope != "picked" and each.wired == "yes" and each.sends == "yes"
    )


def unanswered_bridges(seen: Observations) -> tuple[Bridge, ...]:
    """The calls of scripts for everyone, or for whom is not known, of which it is not known whether the app answers."""
    return tuple(
        each
        for each in seen.bridges
        if each.surface == "contacts"
        and each.scope != "picked"
        and each.wired == "unknown"
        and each.seen_as == "source"
    )
