"""The order of the evidence stage: sites, values, reads, graph, paths; and what could not be seen on the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
from permaudit.evidence.evaluation.unscrambling import unscramble
from permaudit.evidence.finishing import finish_pickers, finish_read, number_reads
from permaudit.evidence.flows.finishing import FlowFinisher
from permaudit.evidence.flows.follower import Tools
from permaudit.evidence.flows.following import follow_flows
from permaudit.evidence.flows.tracing import STEPS as FLOW_STEPS
from permaudit.evidence.loading import dynamic_code
from permaudit.evidence.loadingbyname import loading_by_name
from permaudit.evidence.marks import marked_methods
from permaudit.evidence.namings import Naming, find_namings
from permaudit.evidence.nativecomponents import native_components
from permaudit.evidence.operations import LibraryOperations
from permaudit.evidence.overloads import Overloads
from permaudit.evidence.pickers import PickerFinder
from permaudit.evidence.rawread import RawRead
from permaudit.evidence.reaching import Reaching
from permaudit.evidence.reads import Found, ReadFinder
from permaudit.evidence.reflectedsites import find_reflected_sites
from permaudit.evidence.reflection import Reflection
from permaudit.evidence.resolver import Resolver
from permaudit.evidence.roots import RootFinder
from permaudit.evidence.scrambledtexts import scrambled_address_limitations, scrambled_text_limitations
from permaudit.evidence.scriptdoors import ScriptDoors
from permaudit.evidence.scriptentries import ScriptEntries
from permaudit.evidence.sites import find_api_sites
from permaudit.evidence.surroundings import Surroundings
from permaudit.evidence.unseen import (
    calls_named_by_pages,
    cut_flows,
    damaged_code,
    spent_budgets,
    unresolved_reflection,
)
from permaudit.model.behaviour import ApiCall, PermissionAsk, TextSeen
from permaudit.model.evidence import CodeCoverage, Picker, Read, ScriptDoor
from permaudit.model.flow import Flow
from permaudit.model.limitation import Limitation, hide_any
from permaudit.model.outside import OutsidePage

STEPS = 3_000_000
"""Work allowed for resolving values: some 10 to 20 seconds at the very worst, milliseconds in most apps."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the code does, as far as it was seen."""

    reads: tuple[Read, ...]
    watches: tuple[Read, ...]
    pickers: tuple[Picker, ...]
    flows: tuple[Flow, ...]
    pages: tuple[OutsidePage, ...]
    calls: tuple[ApiCall, ...]
    asks: tuple[PermissionAsk, ...]
    texts: tuple[TextSeen, ...]
    doors: tuple[ScriptDoor, ...]
    limitations: tuple[Limitation, ...]
    coverage: CodeCoverage


@dataclass(frozen=True, slots=True)
class _Looked:
    """What was found by looking at single methods, and the tools that found it."""

    code: Code
    resolver: Resolver
    explain: LibraryOperations
    finder: RootFinder
    dispatch: Dispatch
    pickers: PickerFinder
    found: Found
    reflection: Reflection
    namings: Sequence[Naming]


def gather_evidence(
    program: Program,
    catalog: Catalog,
    operations: Operations,
    framework: Framework,
    flow_catalog: FlowCatalog,
    around: Surroundings,
) -> Evidence:
    """Find every read of the address book and its neighbours, how it is reached, and where its data goes."""
    looked = _look(program, catalog, operations, framework, around)
    code, found, reflection, resolver = looked.code, looked.found, looked.reflection, looked.resolver
    limitations = _hidden_code(program, looked, catalog, operations, around)
    missing = around.hides_code or hide_any(limitations, "code")
    branches = Branches(code, Arguments(code))
    scripts = ScriptEntries(code, looked.dispatch, catalog.script_entries, around.listed_classes)
    reaching = Reaching(
        code, resolver, catalog, operations, reflection, looked.dispatch, looked.finder, scripts, around, branches
    )
    behaviour = _behaviour(looked, catalog, operations, around, reaching)
    seeds = sorted_distinct(np.concatenate([_seeds(found, looked.pickers), behaviour.seeds()]))
    tools = _flow_tools(looked, catalog, operations, flow_catalog, around, branches, scripts)
    counting = [each for each in found.reads if _counts(each, around)]
    followed, reader = follow_flows(tools, operations.cursor, counting, seeds, reaching.find, missing=missing)
    values_cut, paths_cut = resolver.budget.spent or behaviour.spent, reader is not None and reader.truncated
    limitations += spent_budgets(code, catalog, around, found, values=values_cut, paths_truncated=paths_cut)
    limitations += cut_flows(code, followed.cut)
    hidden = missing or bool(reflection.unresolved) or hide_any(limitations, "code")
    paths = reader.paths(found.reads) if reader is not None else [[] for _ in found.reads]
    finished = [
        (raw, finish_read(code, catalog, around, raw, tuple(own), hidden=hidden))
        for raw, own in zip(found.reads, paths, strict=True)
    ]
    numbered = number_reads([each for each in finished if not each[1].watches], "r")
    behaved = behaviour.finish(reader, hidden=hidden)
    finisher = FlowFinisher(tools)
    flows = finisher.finish(followed.flows, [(raw, each.id) for raw, each in numbered])
    limitations += scrambled_address_limitations(code, finisher.scrambled)
    if finisher.pages.come_from_outside(None):
        limitations += calls_named_by_pages(code, reflection, scripts)
    return Evidence(
        reads=tuple(each for _, each in numbered),
        watches=tuple(each for _, each in number_reads([each for each in finished if each[1].watches], "w")),
        pickers=finish_pickers(code, looked.pickers, reader, hidden=hidden),
        flows=flows,
        pages=finisher.pages.of_frameworks,
        doors=ScriptDoors(code, resolver, scripts).find(flows),
        calls=behaved.calls,
        asks=behaved.asks,
        texts=behaved.texts,
        limitations=tuple(limitations),
        coverage=CodeCoverage(
            len(program.files), program.method_count, program.instruction_count, code.methods_decoded, found.uri_calls
        ),
    )


def _hidden_code(
    program: Program, looked: _Looked, catalog: Catalog, operations: Operations, around: Surroundings
) -> list[Limitation]:
    """Code that is damaged, comes later or from elsewhere, is called by unknown names, or keeps names to itself."""
    code, package = looked.code, around.manifest.package
    return [
        *damaged_code(program),
        *dynamic_code(code, catalog, around, looked.explain, operations, looked.namings),
        *loading_by_name(code, catalog, package, looked.namings),
        *native_components(code, looked.dispatch, catalog, around),
        *unresolved_reflection(code, looked.reflection),
        *scrambled_text_limitations(code, catalog, package, looked.found, looked.reflection.scrambled),
    ]


def _behaviour(
    looked: _Looked, catalog: Catalog, operations: Operations, around: Surroundings, reaching: Reaching
) -> BehaviourFinder:
    """What else the code does that rules ask for."""
    behaviour = BehaviourFinder(looked.code, catalog, around)
    asking = Resolver(looked.code, Budget(BEHAVIOUR_STEPS), looked.explain, catalog.uri_fields, operations)
    unscramble(asking, around, operations)
    behaviour.find(asking, operations, looked.found.others, reaching)
    return behaviour


def _look(
    program: Program, catalog: Catalog, operations: Operations, framework: Framework, around: Surroundings
) -> _Looked:
    """Find the reads, each in its method with the values it is given, before asking what reaches them."""
    code = Code(program, framework)
    explain = LibraryOperations(code, operations, catalog.uri_methods, catalog.uri_fields)
    resolver = Resolver(code, Budget(STEPS), explain, catalog.uri_fields, operations)
    unscramble(resolver, around, operations)
    finder = RootFinder(code, catalog, around.manifest)
    dispatch = Dispatch(code, catalog.callbacks, finder.component_types())
    dispatch.enliven(finder.live_types(around.made_by_name))
    code.is_live = dispatch.is_live
    explain.deliveries = Deliveries(code, dispatch)
    explain.meta_data = around.settings
    pickers = PickerFinder(code, catalog, resolver)
    overloads = Overloads(code, catalog)
    namings = find_namings(code, catalog, around.manifest.package, resolver)
    reflected, called = find_reflected_sites(code, catalog, resolver, overloads, namings.found)
    found = ReadFinder(code, catalog, operations, resolver, pickers).find([*find_api_sites(code, catalog), *reflected])
    # also where no read was seen: a read may be what the unknown names stand for
    reflection = Reflection(code, dispatch, overloads, namings, called, catalog.reflection.doors)
    return _Looked(code, resolver, explain, finder, dispatch, pickers, found, reflection, namings.found)


def _flow_tools(
    looked: _Looked,
    catalog: Catalog,
    operations: Operations,
    flow_catalog: FlowCatalog,
    around: Surroundings,
    branches: Branches,
    scripts: ScriptEntries,
) -> Tools:
    return Tools(
        looked.code,
        looked.resolver,
        looked.dispatch,
        catalog,
        flow_catalog,
        around.manifest.package,
        Budget(FLOW_STEPS),
        operations.puts,
        tuple(marked_methods(looked.code, operations.subscribers)),
        looked.reflection.targets(),
        branches,
        scripts.returning,
        around.first_pages,
    )


def _seeds(found: Found, pickers: PickerFinder) -> Int64s:
    methods = {raw.method for raw in found.reads}
    methods |= {seed.method for raw in found.reads for seed in (*raw.seeds, *raw.carriers)}
    methods |= {site.method for site in pickers.sites}
    return np.array(sorted(methods), np.int64)


def _counts(raw: RawRead, around: Surroundings) -> bool:
    """Whether a read may happen and tells of somebody, so that it matters where its data goes."""
    permitted = not raw.permissions or not around.held.isdisjoint(raw.permissions)
    return permitted and raw.reveals != "nobody" and not raw.watches
