"""`--where`: the places whose laws and store policies a reader wants to see."""

from __future__ import annotations

from collections.abc import Sequence

from permaudit.errors import UsageError
from permaudit.rulebook import RuleBook

_ALL = "all"


def find_places(written: Sequence[str], book: RuleBook) -> frozenset[str] | None:
    """The places named, each in a text of its own or several joined by commas; None for all.

    A country of a union, such as the EU, brings the union's clauses with it.

    Raises:
        UsageError: there is no clause for a place.
    """
    names = [name.strip() for each in written for name in each.split(",") if name.strip()]
    if not names or _ALL in [name.lower() for name in names]:
        return None
    known = {each.where.lower(): each.where for each in book.rule_set.clauses}
    found: set[str] = set()
    for name in names:
        unions = [place for place, members in book.catalog.places.items() if name.upper() in members]
        places = [known[name.lower()]] if name.lower() in known else []
        places += [place for place in unions if place in known.values()]
        if not places:
            raise UsageError("where-unknown", name=name, known=", ".join(sorted(known.values())))
        found.update(places)
    return frozenset(found)
