"""The reads that the answer speaks about."""

from __future__ import annotations

from collections.abc import Iterable

from permaudit.model.evidence import ADDRESS_BOOK, Read


def address_book_reads(reads: Iterable[Read]) -> tuple[Read, ...]:
    """The reads of the address book that count."""
    return tuple(read for read in reads if read.surface in ADDRESS_BOOK and read.can_happen)
