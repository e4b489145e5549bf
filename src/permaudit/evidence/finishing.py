"""Reads and pickers as a report names them: places, owners, permissions, and numbers in a lasting order."""

from __future__ import annotations

import msgspec

from permaudit.catalog.catalog import Catalog
from permaudit.evidence.code import Code
from permaudit.evidence.owners import owner_of
from permaudit.evidence.pickers import PickerFinder
from permaudit.evidence.rawread import RawRead
from permaudit.evidence.reaching import ReachedMethods
from permaudit.evidence.surroundings import Surroundings
from permaudit.model.app import Tristate
from permaudit.model.evidence import CallPath, Picker, Read


def finish_read(
    code: Code, catalog: Catalog, around: Surroundings, raw: RawRead, paths: tuple[CallPath, ...], *, hidden: bool
) -> Read:
    """A read without its number; `paths` lead to it, and where code is hidden, none may still be one."""
    permission = next((each for each in raw.permissions if each in around.held), next(iter(raw.permissions), None))
    place = code.place(raw.method, raw.index)
    assert place.method is not None
    return Read(
        id="",
        surface=raw.surface,
        uri=raw.uri,
        exact=raw.exact,
        scope=raw.scope,
        fields=tuple(sorted(raw.fields)),
        all_fields=raw.all_fields,
        reveals=raw.reveals,
        api=f"{raw.api.method}",
        at=place,
        owner=owner_of(catalog, around.manifest.package, place.method.class_name),
        permission=permission,
        permitted=not raw.permissions or permission in around.held,
        reachable=_reachable(bool(paths), hidden=hidden),
        paths=paths,
        watches=raw.watches,
        carried=tuple(sorted(raw.carried)),
    )


def _reachable(found: bool, *, hidden: bool) -> Tristate:  # noqa: FBT001
    if found:
        return "yes"
    return "unknown" if hidden else "no"


def number_reads(reads: list[tuple[RawRead, Read]], prefix: str) -> list[tuple[RawRead, Read]]:
    """Give ids in an order that does not depend on how the app was compiled: by place and content."""
    ordered = sorted(
        reads,
        key=lambda each: (
            str(each[1].at.method),
            each[1].at.offset or 0,
            each[1].surface,
            each[1].uri or "",
            each[1].scope,
            each[1].at.part,
        ),
    )
    return [
        (raw, msgspec.structs.replace(each, id=f"{prefix}{number}")) for number, (raw, each) in enumerate(ordered, 1)
    ]


def finish_pickers(
    code: Code, pickers: PickerFinder, reader: ReachedMethods | None, *, hidden: bool
) -> tuple[Picker, ...]:
    """The pickers, in the order of their places in the code."""
    return tuple(
        Picker(
            code.place(site.method, site.index),
            site.action,
            site.many,
            _reachable(reader is not None and reader.reached(site.method), hidden=hidden),
        )
        for site in pickers.sites
    )
