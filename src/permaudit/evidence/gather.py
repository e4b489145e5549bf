"""The order of the evidence stage: sites, values, reads, graph, paths; and what could not be seen on the way."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
import numpy as np

from permaudit.catalog.catalog import Catalog
from permaudit.catalog.flows import FlowCatalog
from permaudit.catalog.framework import Framework
from permaudit.catalog.operations import Operations
from permaudit.dex.program import Program
from permaudit.dex.symbols import Int64s, sorted_distinct
from permaudit.evidence.behaviour import STEPS as BEHAVIOUR_STEPS
from permaudit.evidence.behaviour import BehaviourFinder
from permaudit.evidence.branches import Branches
from permaudit.evidence.budget import Budget
from permaudit.evidence.code import Code
from permaudit.evidence.deliveries import Deliveries
from permaudit.evidence.dispatch import Dispatch
from permaudit.evidence.entries import Arguments
from permaudit.evidence.flows.finishing import FlowFinisher
from permaudit.evidence.flows.follower import Tools
from permaudit.evidence.flows.following import follow_flows
from permaudit.evidence.flows.tracing import STEPS as FLOW_STEPS
from permaudit.evidence.loading import dynamic_code
from permaudit.evidence.marks import marked_methods
from permaudit.evidence.namings import find_namings
from permaudit.evidence.operations import LibraryOperations
from permaudit.evidence.overloads import Overloads
from permaudit.evidence.owners import owner_of
from permaudit.evidence.pickers import PickerFinder
from permaudit.evidence.rawread import RawRead
from permaudit.evidence.reaching import ReachedMethods, Reaching
from permaudit.evidence.reads import Found, ReadFinder
from permaudit.evidence.reflectedsites import find_reflected_sites
from permaudit.evidence.reflection import Reflection
from permaudit.evidence.resolver import Resolver
from permaudit.evidence.roots import RootFinder
from permaudit.evidence.scriptentries import ScriptEntries
from permaudit.evidence.sites import find_api_sites
from permaudit.evidence.surroundings import Surroundings
from permaudit.model.app import Tristate
from permaudit.model.behaviour import ApiCall, PermissionAsk, TextSeen
from permaudit.model.evidence import CallPath, CodeCoverage, Picker, Read
from permaudit.model.flow import Flow
from permaudit.model.limitation import Limitation, hide_any
from permaudit.model.message import Message, message
from permaudit.model.place import dotted

STEPS = 3_000_000
"""Work allowed for resolving values: some 10 to 20 seconds at the very worst, milliseconds in most apps."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the code does, as far as it was seen."""

    reads: tuple[Read, ...]
    watches: tuple[Read, ...]
    pickers: tuple[Picker, ...]
    flows: tuple[Flow, ...]
    calls: tuple[ApiCall, ...]
    asks: tuple[PermissionAsk, ...]
    texts: tuple[TextSeen, ...]
    limitations: tuple[Limitation, ...]
    coverage: CodeCoverage


def gather_evidence(
    program: Program,
    catalog: Catalog,
    operations: Operations,
    framework: Framework,
    flow_catalog: FlowCatalog,
    around: Surroundings,
) -> Evidence:
    """Find every read of the address book and its neighbours, how it is reached, and where its data goes."""
    code = Code(program, framework)
    budget = Budget(STEPS)
    explain = LibraryOperations(code, operations, catalog.uri_methods, catalog.uri_fields)
    resolver = Resolver(code, budget, explain, catalog.uri_fields, operations)
    finder = RootFinder(code, catalog, around.manifest)
    dispatch = Dispatch(code, catalog.callbacks, finder.component_types())
    dispatch.enliven(finder.live_types(around.made_by_name))
    code.is_live = dispatch.is_live
    explain.deliveries = Deliveries(code, dispatch)
    pickers = PickerFinder(code, catalog, resolver)
    overloads = Overloads(code, catalog)
    namings = find_namings(code, catalog, around.manifest.package, resolver)
    reflected, called = find_reflected_sites(code, catalog, resolver, overloads, namings.found)
    found = ReadFinder(code, catalog, operations, resolver, pickers).find([*find_api_sites(code, catalog), *reflected])
    # also where no read was seen: a read may be what the unknown names stand for
    reflection = Reflection(code, dispatch, overloads, namings, called)
    loaded = dynamic_code(code, catalog, around, explain, operations, namings.found)
    limitations = [*_damage(program), *loaded]
    limitations.extend(_reflection(code, reflection))
    missing = around.hides_code or hide_any(limitations, "code")
    branches = Branches(code, Arguments(code))
    scripts = ScriptEntries(code, dispatch, catalog.script_entries, around.listed_classes)
    reaching = Reaching(code, resolver, catalog, operations, reflection, dispatch, finder, scripts, around, branches)
    behaviour = BehaviourFinder(code, catalog, around)
    asking = Resolver(code, Budget(BEHAVIOUR_STEPS), explain, catalog.uri_fields, operations)
    behaviour.find(asking, operations, found.others, reaching)
    seeds = sorted_distinct(np.concatenate([_seeds(found, pickers), behaviour.seeds()]))
    tools = Tools(
        code,
        resolver,
        dispatch,
        catalog,
        flow_catalog,
        around.manifest.package,
        Budget(FLOW_STEPS),
        operations.puts,
        tuple(marked_methods(code, operations.subscribers)),
        reflection.targets(),
        branches,
        scripts.returning,
    )
    counting = [each for each in found.reads if _counts(each, around)]
    followed, reader = follow_flows(tools, operations.cursor, counting, seeds, reaching.find, missing=missing)
    limitations += _spent(
        code,
        catalog,
        around,
        found,
        values=budget.spent or behaviour.spent,
        paths_truncated=reader is not None and reader.truncated,
    )
    if followed.cut:
        limitations.append(_cut_flows(code, followed.cut))
    hidden = missing or bool(reflection.unresolved) or hide_any(limitations, "code")
    paths = reader.paths(found.reads) if reader is not None else [[] for _ in found.reads]
    finished = [
        (raw, _finish(code, catalog, around, raw, tuple(own), hidden=hidden))
        for raw, own in zip(found.reads, paths, strict=True)
    ]
    numbered = _number([each for each in finished if not each[1].watches], "r")
    flows = FlowFinisher(tools).finish(followed.flows, [(raw, each.id) for raw, each in numbered])
    behaved = behaviour.finish(reader, hidden=hidden)
    return Evidence(
        reads=tuple(each for _, each in numbered),
        watches=tuple(each for _, each in _number([each for each in finished if each[1].watches], "w")),
        pickers=_pickers(code, pickers, reader, hidden=hidden),
        flows=flows,
        calls=behaved.calls,
        asks=behaved.asks,
        texts=behaved.texts,
        limitations=tuple(limitations),
        coverage=CodeCoverage(
            len(program.files), program.method_count, program.instruction_count, code.methods_decoded, found.uri_calls
        ),
    )


def _seeds(found: Found, pickers: PickerFinder) -> Int64s:
    methods = {raw.method for raw in found.reads}
    methods |= {seed.method for raw in found.reads for seed in (*raw.seeds, *raw.carriers)}
    methods |= {site.method for site in pickers.sites}
    return np.array(sorted(methods), np.int64)


def _finish(
    code: Code, catalog: Catalog, around: Surroundings, raw: RawRead, paths: tuple[CallPath, ...], *, hidden: bool
) -> Read:
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


def _number(reads: list[tuple[RawRead, Read]], prefix: str) -> list[tuple[RawRead, Read]]:
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


def _counts(raw: RawRead, around: Surroundings) -> bool:
    """Whether a read may happen and tells of somebody, so that it matters where its data goes."""
    permitted = not raw.permissions or not around.held.isdisjoint(raw.permissions)
    return permitted and raw.reveals != "nobody" and not raw.watches


def _cut_flows(code: Code, reads: list[RawRead]) -> Limitation:
    """Reads whose data goes on where it was not followed: too many callers, readers, or steps."""
    where = code.method(min(each.method for each in reads))
    name = f"{dotted(where.class_name)}.{where.name}"
    return Limitation("budget", message("limitation-budget-flows", count=len(reads), method=name))


def _pickers(code: Code, pickers: PickerFinder, reader: ReachedMethods | None, *, hidden: bool) -> tuple[Picker, ...]:
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
    code: Code, catalog: Catalog, around: Surroundings, found: Found, *, values: bool, paths_truncated: bool
) -> list[Limitation]:
    """Limits of work that were reached, each of which may hide code."""
    package = around.manifest.package
    own_cut = [each for each in found.cut if owner_of(catalog, package, code.method(each).class_name).kind == "app"]
    reached = [
        (values, message("limitation-budget-values")),
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
