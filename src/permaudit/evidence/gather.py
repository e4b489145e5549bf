"""The order of the evidence stage: sites, values, reads, graph, paths; and what could not be seen on the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
import numpy as np

from permaudit.catalog.catalog import Catalog
from permaudit.catalog.framework import Framework
from permaudit.catalog.operations import Operations
from permaudit.dex.program import Program
from permaudit.dex.symbols import Int64s
from permaudit.evidence.budget import Budget
from permaudit.evidence.callgraph import BackwardWalk, join_edges
from permaudit.evidence.code import Code
from permaudit.evidence.contracts import permission_callbacks
from permaudit.evidence.deliveries import Deliveries
from permaudit.evidence.dispatch import Dispatch
from permaudit.evidence.events import event_edges
from permaudit.evidence.intents import IntentEdges
from permaudit.evidence.loading import dynamic_code
from permaudit.evidence.namings import find_namings
from permaudit.evidence.operations import LibraryOperations
from permaudit.evidence.overloads import Overloads
from permaudit.evidence.owners import owner_of
from permaudit.evidence.paths import PathFinder
from permaudit.evidence.pickers import PickerFinder
from permaudit.evidence.rawread import RawRead
from permaudit.evidence.reads import Found, ReadFinder
from permaudit.evidence.reflectedsites import find_reflected_sites
from permaudit.evidence.reflection import Reflection
from permaudit.evidence.resolver import Resolver
from permaudit.evidence.roots import RootFinder
from permaudit.evidence.sites import find_api_sites
from permaudit.model.app import Tristate
from permaudit.model.evidence import CallPath, CodeCoverage, Picker, Read
from permaudit.model.limitation import Limitation
from permaudit.model.manifest import LayoutHandler, Manifest
from permaudit.model.message import Message, message
from permaudit.model.place import dotted

STEPS = 3_000_000
"""Work allowed for resolving values: some 10 to 20 seconds at the very worst, milliseconds in most apps."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What other stages know that evidence needs: the manifest, layouts, permissions held on a current phone."""

    manifest: Manifest
    layout_handlers: Sequence[LayoutHandler]
    layout_classes: Sequence[str]
    held: frozenset[str]
    hides_code: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the code does, as far as it was seen."""

    reads: tuple[Read, ...]
    watches: tuple[Read, ...]
    pickers: tuple[Picker, ...]
    limitations: tuple[Limitation, ...]
    coverage: CodeCoverage


def gather_evidence(
    program: Program, catalog: Catalog, operations: Operations, framework: Framework, around: Surroundings
) -> Evidence:
    """Find every read of the address book and its neighbours, and how it is reached."""
    code = Code(program, framework)
    budget = Budget(STEPS)
    explain = LibraryOperations(code, operations, catalog.uri_methods, catalog.uri_fields)
    resolver = Resolver(code, budget, explain, catalog.uri_fields, operations)
    finder = RootFinder(code, catalog, around.manifest)
    dispatch = Dispatch(code, catalog.callbacks, finder.component_types())
    dispatch.enliven(finder.live_types(around.layout_classes))
    code.is_live = dispatch.is_live
    explain.deliveries = Deliveries(code, dispatch)
    pickers = PickerFinder(code, catalog, resolver)
    overloads = Overloads(code, catalog)
    namings = find_namings(code, catalog, around.manifest.package, resolver)
    reflected, followed = find_reflected_sites(code, catalog, resolver, overloads, namings.found)
    found = ReadFinder(code, catalog, operations, resolver, pickers).find([*find_api_sites(code, catalog), *reflected])
    seeds = _seeds(found, pickers)
    # also where no read was seen: a read may be what the unknown names stand for
    reflection = Reflection(code, dispatch, overloads, namings, followed)
    reader = _Paths(code, catalog, operations, reflection, dispatch, finder, around, seeds) if seeds.size else None
    limitations = [
        *_damage(program),
        *dynamic_code(code, catalog, around.manifest.package, resolver),
        *_spent(code, catalog, around, found, budget, paths_truncated=reader is not None and reader.truncated),
    ]
    limitations.extend(_reflection(code, reflection))
    hidden = bool(reflection.unresolved) or around.hides_code or any("code" in each.hides for each in limitations)
    reads = [_finish(code, catalog, around, raw, reader, hidden=hidden) for raw in found.reads]
    numbered = _number([each for each in reads if not each.watches], "r")
    return Evidence(
        reads=numbered,
        watches=_number([each for each in reads if each.watches], "w"),
        pickers=_pickers(code, pickers, reader, hidden=hidden),
        limitations=tuple(limitations),
        coverage=CodeCoverage(
            len(program.files), program.method_count, program.instruction_count, code.methods_decoded, found.uri_calls
        ),
    )


class _Paths:
    """The call graph around the reads and the searches in it."""

    def __init__(
        self,
        code: Code,
        catalog: Catalog,
        operations: Operations,
        reflection: Reflection,
        dispatch: Dispatch,
        finder: RootFinder,
        around: Surroundings,
        seeds: Int64s,
    ) -> None:
        intents = IntentEdges(code, dispatch, catalog, around.manifest)
        dispatch.reflect(np.array(sorted(reflection.types), np.int64))
        events = event_edges(code, dispatch, operations.subscribers)
        known = join_edges(join_edges(intents.edges, reflection.edges()), events)
        graph = BackwardWalk(code, dispatch, known).walk(seeds)
        roots = finder.find(
            dispatch,
            graph.nodes,
            around.layout_handlers,
            around.layout_classes,
            permission_callbacks(code, dispatch, operations.contracts),
            intents.started,
        )
        self.truncated = graph.truncated
        self._finder = PathFinder(code, graph, roots, intents.scheduled)

    def paths(self, raw: RawRead) -> list[CallPath]:
        return self._finder.paths(raw.method, raw.index, raw.seeds, raw.carriers)

    def reached(self, method: int) -> bool:
        return self._finder.reached(method)


def _seeds(found: Found, pickers: PickerFinder) -> Int64s:
    methods = {raw.method for raw in found.reads}
    methods |= {seed.method for raw in found.reads for seed in (*raw.seeds, *raw.carriers)}
    methods |= {site.method for site in pickers.sites}
    return np.array(sorted(methods), np.int64)


def _finish(
    code: Code, catalog: Catalog, around: Surroundings, raw: RawRead, reader: _Paths | None, *, hidden: bool
) -> Read:
    paths = tuple(reader.paths(raw)) if reader is not None else ()
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


def _number(reads: list[Read], prefix: str) -> tuple[Read, ...]:
    """Give ids in an order that does not depend on how the app was compiled: by place and content."""
    ordered = sorted(
        reads,
        key=lambda each: (
            str(each.at.method),
            each.at.offset or 0,
            each.surface,
            each.uri or "",
            each.scope,
            each.at.part,
        ),
    )
    return tuple(msgspec.structs.replace(each, id=f"{prefix}{number}") for number, each in enumerate(ordered, 1))


def _pickers(code: Code, pickers: PickerFinder, reader: _Paths | None, *, hidden: bool) -> tuple[Picker, ...]:
    return tuple(
        Picker(
            code.place(site.method, site.index),
            site.action,
            site.many,
            _reachable(reader is not None and reader.reached(site.method), hidden=hidden),
        )
        for site in pickers.sites
    )


def _spent(
    code: Code, catalog: Catalog, around: Surroundings, found: Found, budget: Budget, *, paths_truncated: bool
) -> list[Limitation]:
    """Limits of work that were reached, each of which may hide code."""
    package = around.manifest.package
    own_cut = [each for each in found.cut if owner_of(catalog, package, code.method(each).class_name).kind == "app"]
    reached = [
        (budget.spent, message("limitation-budget-values")),
        (code.truncated_bodies > 0, message("limitation-budget-branches", count=code.truncated_bodies)),
        (code.hierarchy.truncated, message("limitation-budget-hierarchy")),
        (paths_truncated, message("limitation-budget-paths")),
    ]
    limitations = [Limitation("budget", detail, ("code",)) for is_reached, detail in reached if is_reached]
    if own_cut:  # one query left unresolved is said; it hides no more than any other that cannot be resolved
        limitations.append(Limitation("budget", message("limitation-budget-queries", count=len(own_cut))))
    return limitations


def _reflection(code: Code, reflection: Reflection) -> list[Limitation]:
    """Reflection of the app's own that could not be resolved.

    In general it is said, but no proof that anything is hidden; calls of a class that reads by URI do hide something.
    """

    def told(detail: str, methods: set[int]) -> Message:
        where = code.method(min(methods))
        return message(detail, count=len(methods), method=f"{dotted(where.class_name)}.{where.name}")

    readers = set(reflection.readers)
    others = set(reflection.unresolved) - readers
    limitations = []
    if readers:
        limitations.append(Limitation("reflection", told("limitation-reflected-readers", readers), ("code",)))
    if others:
        limitations.append(Limitation("reflection", told("limitation-reflection", others)))
    return limitations


def _damage(program: Program) -> list[Limitation]:
    """DEX files that could not be read, and code in those that could which makes no sense."""
    limitations = [
        Limitation(
            "unreadable-part",
            message("limitation-unreadable-dex", part=each.part, file=each.name, problem=each.problem),
            ("code",),
        )
        for each in program.damaged
    ]
    for tables, each in zip(program.files, program.code, strict=True):
        if each.undefined or each.dangling:
            count = each.undefined + each.dangling
            detail = message("limitation-odd-opcodes", part=tables.part, file=tables.name, count=count)
            limitations.append(Limitation("damaged", detail, ("code",)))
        if each.items.damaged or each.cut_off:
            detail = message(
                "limitation-damaged-code", part=tables.part, file=tables.name, count=each.items.damaged + each.cut_off
            )
            limitations.append(Limitation("damaged", detail, ("code",)))
    return limitations
