"""Which reads count: those that can happen and show somebody."""

from __future__ import annotations

from collections.abc import Iterable

from permaudit.model.evidence import ADDRESS_BOOK, Read


def can_happen(read: Read) -> bool:
    """Whether a read counts: permitted, not proven unreachable, and more than a count of rows."""
    return read.permitted and read.reachable != "no" and read.reveals != "nobody"


def address_book_reads(reads: Iterable[Read]) -> tuple[Read, ...]:
    """The reads of the address book that count."""
    return tuple(read for read in reads if read.surface in ADDRESS_BOOK and can_happen(read))
