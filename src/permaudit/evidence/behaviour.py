"""What else the code does: calls, questions and texts that rules ask for by names of the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import msgspec
import numpy as np

from permaudit.catalog.catalog import Catalog
from permaudit.catalog.operations import Operations
from permaudit.dex.symbols import Int64s
from permaudit.evidence.apicalls import CallFinder, RawCall, chosen
from permaudit.evidence.branches import Branches
from permaudit.evidence.code import Code
from permaudit.evidence.deeds import Deed
from permaudit.evidence.entries import Arguments
from permaudit.evidence.heldtexts import find_texts
from permaudit.evidence.owners import owner_of
from permaudit.evidence.permissionasks import AskFinder, RawAsk
from permaudit.evidence.reaching import ReachedMethods, Reaching
from permaudit.evidence.reads import OtherUri
from permaudit.evidence.refusals import RefusalFinder
from permaudit.evidence.resolver import Resolver
from permaudit.evidence.surroundings import Surroundings
from permaudit.model.app import Tristate
from permaudit.model.behaviour import ApiCall, PermissionAsk, TextSeen
from permaudit.model.evidence import CallPath
from permaudit.model.place import Owner

STEPS = 400_000
"""Work allowed for resolving what calls are given: a second or two at the very worst."""

T = TypeVar("T", ApiCall, PermissionAsk)


@dataclass(frozen=True, slots=True)
class Behaviour:
    """Calls and questions with their ids, and texts; in order of place."""

    calls: tuple[ApiCall, ...]
    asks: tuple[PermissionAsk, ...]
    texts: tuple[TextSeen, ...]


class BehaviourFinder:
    """Finds all of it, then says how it is reached."""

    def __init__(self, code: Code, catalog: Catalog, around: Surroundings) -> None:
        self._code, self._catalog, self._around = code, catalog, around
        self._owners: dict[int, Owner] = {}
        self._calls: list[RawCall] = []
        self._asks: list[RawAsk] = []
        self._spent = False

    def find(self, resolver: Resolver, operations: Operations, others: Sequence[OtherUri], reaching: Reaching) -> None:
        """Look for calls and questions; `others` are calls that read what rules ask for by a URI."""
        code, catalog = self._code, self._catalog
        manifest = self._around.manifest
        finder = CallFinder(code, catalog.calls, operations.selections, resolver, manifest, self.is_own)
        calls = finder.find(others)
        branches = Branches(code, Arguments(code))
        refusals = RefusalFinder(code, catalog.calls, catalog.callbacks, reaching.dispatch, branches, self.is_own)
        by_api: dict[str, list[RawCall]] = {}
        for each in refusals.find(reaching.heard):  # by api, so that each is told in bounds
            by_api.setdefault(each.api, []).append(each)
        calls.extend(each for api in sorted(by_api) for each in chosen(by_api[api], self.is_own))
        self._calls = calls
        self._asks = AskFinder(code, resolver, operations, self.is_own).find(catalog.calls.asks)
        self._spent = resolver.budget.spent or refusals.budget.spent

    @property
    def spent(self) -> bool:
        """Whether a limit of work was reached, so that something may be missing."""
        return self._spent

    def seeds(self) -> Int64s:
        """The methods whose callers are wanted."""
        methods = {each.method for each in self._deeds}
        methods |= {seed.method for each in self._deeds for seed in (*each.seeds, *each.carriers)}
        return np.array(sorted(methods), np.int64)

    @property
    def _deeds(self) -> list[Deed]:
        return [*self._calls, *self._asks]

    def finish(self, reader: ReachedMethods | None, *, hidden: bool) -> Behaviour:
        """Everything found, with how it is reached; `hidden` says that code may be missing which leads there.

        Libraries hold many such calls, and each is looked at only as far as it costs little.
        """
        paths: dict[int, list[CallPath]] = {}
        for own in (True, False):
            deeds = [each for each in self._deeds if self.is_own(each.method) is own]
            if reader is not None:
                paths.update(zip(map(id, deeds), reader.paths(deeds, careful=own), strict=True))

        def reach(deed: Deed) -> tuple[Tristate, tuple[CallPath, ...]]:
            found = tuple(paths.get(id(deed), ()))
            return ("yes" if found else "unknown" if hidden else "no"), found

        return Behaviour(
            calls=_number([self._call(each, *reach(each)) for each in self._calls], "c", lambda each: each.api),
            asks=_number([self._ask(each, *reach(each)) for each in self._asks], "a", lambda each: each.method),
            texts=tuple(find_texts(self._code, self._catalog.texts, self.owner)),
        )

    def _call(self, raw: RawCall, reachable: Tristate, paths: tuple[CallPath, ...]) -> ApiCall:
        held = self._around.held
        return ApiCall(
            id="",
            api=raw.api,
            method=raw.called,
            at=self._code.place(raw.method, raw.index),
            owner=self.owner(raw.method),
            permission=next((each for each in raw.permissions if each in held), next(iter(raw.permissions), None)),
            permitted=not raw.permissions or not held.isdisjoint(raw.permissions),
            reachable=reachable,
            paths=paths,
        )

    def _ask(self, raw: RawAsk, reachable: Tristate, paths: tuple[CallPath, ...]) -> PermissionAsk:
        return PermissionAsk(
            id="",
            permissions=tuple(sorted(raw.names)),
            complete=raw.complete,
            method=raw.called,
            at=self._code.place(raw.method, raw.index),
            owner=self.owner(raw.method),
            reachable=reachable,
            paths=paths,
        )

    def owner(self, method: int) -> Owner:
        """Whose code a method is."""
        number = int(self._code.symbols.method_types[method])
        known = self._owners.get(number)
        if known is None:
            name = self._code.type_name(number)
            known = self._owners[number] = owner_of(self._catalog, self._around.manifest.package, name)
        return known

    def is_own(self, method: int) -> bool:
        """Whether a method is not that of a library which the catalogue names."""
        return self.owner(method).kind == "app"


def _number(found: list[T], prefix: str, kind: Callable[[T], str]) -> tuple[T, ...]:
    """Give ids in an order that does not depend on how the app was compiled: by place and content."""
    ordered = sorted(found, key=lambda each: (str(each.at.method), each.at.offset or 0, kind(each), each.at.part))
    return tuple(msgspec.structs.replace(each, id=f"{prefix}{number}") for number, each in enumerate(ordered, 1))
