"""One app from its bytes to its report: the only module that knows the order of the stages."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Literal, get_args

import msgspec

from permaudit import __version__
from permaudit.apk.package import Package
from permaudit.catalog.catalog import Catalog
from permaudit.dex.program import Program, load_program
from permaudit.evidence.gather import Evidence, gather_evidence
from permaudit.evidence.surroundings import Surroundings
from permaudit.facts.code_replacers import code_replacer_limitations, stand_in_test
from permaudit.facts.components import count_components, missing_class_limitations
from permaudit.facts.definitions import DefinedClasses, defined_classes
from permaudit.facts.files import EntryNames, find_files
from permaudit.facts.flags import find_flags
from permaudit.facts.hidden_code import asks_for_people, hidden_code_limitations
from permaudit.facts.libraries import find_libraries
from permaudit.facts.packers import find_packers, packer_limitations
from permaudit.facts.permissions import find_permissions
from permaudit.facts.refusals import find_refusals
from permaudit.facts.scripts.frameworks import NativeSide, ScriptsSeen, read_scripts
from permaudit.facts.scripts.own_calls import bridges_of, follow_own_calls, mark_sent
from permaudit.facts.signing import find_signing
from permaudit.facts.special_access import find_special_access
from permaudit.judge.concerns import Translate
from permaudit.judge.judging import judge
from permaudit.model.app import Tristate
from permaudit.model.evidence import BridgeSurface
from permaudit.model.limitation import Limitation, hide_any, sort_key
from permaudit.model.observations import LookedFor, Observations
from permaudit.model.package_facts import PackerSeen
from permaudit.model.permission import Permission
from permaudit.model.place import descriptor_of
from permaudit.model.report import Report
from permaudit.rulebook import RuleBook

Stage = Literal["manifest", "code", "evidence", "rules"]
OnStage = Callable[[Stage], None]
_ASKED_BY_SCRIPTS: tuple[BridgeSurface, ...] = get_args(BridgeSurface)


def observe(package: Package, book: RuleBook, on_stage: OnStage = lambda _: None) -> Observations:
    """Everything seen in one app and everything not seen."""
    on_stage("manifest")
    permissions = find_permissions(package.manifest, package.app, book.catalog)
    access = find_special_access(package.manifest, permissions, book.catalog)
    on_stage("code")
    dex_files = package.dex_files()
    program = load_program((each.part, each.name, each.data) for each in dex_files)
    listed, unlisted = package.listed_classes(book.catalog.plugin_lists)
    limitations = [*package.limitations, *dex_files.limitations, *package.layout_limitations(), *unlisted]
    components, missing = count_components(package.manifest, _definition_test(program))
    defined, names = defined_classes(program), package.entry_names()
    packers = find_packers(package.manifest, names, defined, book.catalog.packers)
    asked = asks_for_people(package.manifest, permissions, access, book.catalog)
    limitations += _code_limitations(package, program, defined, names, packers, book.catalog, asks=asked)
    held, hides_code = _held(permissions), hide_any(limitations, "code")
    native = _native_side(package, program, defined, book.catalog, held, asks=asked, hides_code=hides_code)
    documents = book.flows.summaries.document_hosts
    frameworks, values = book.catalog.frameworks, book.catalog.script_values
    scripts = read_scripts(package.parts, names, native, frameworks, documents=documents, values=values)
    limitations += scripts.limitations
    on_stage("evidence")
    evidence = gather_evidence(
        program,
        book.catalog,
        book.operations,
        book.framework,
        book.flows,
        _surroundings(package, listed, permissions, limitations, scripts.first_pages),
    )
    limitations += evidence.limitations
    limitations += scripts.asked_for(evidence.pages, book.catalog.frameworks)
    sent = follow_own_calls(package.parts, evidence.doors, frameworks, values, documents)
    flags = find_flags(package.manifest, package.app.target_sdk, package.network_security())
    return Observations(
        source=package.source,
        app=package.app,
        permissions=_mark_used(permissions, evidence, scripts, book.catalog, limitations),
        special_access=access,
        reads=evidence.reads,
        watches=evidence.watches,
        pickers=evidence.pickers,
        flows=mark_sent(evidence.flows, sent),
        bridges=(*scripts.bridges, *bridges_of(sent, evidence.flows, evidence.reads)),
        calls=evidence.calls,
        asks=evidence.asks,
        texts=evidence.texts,
        looked_for=_looked_for(book.catalog),
        libraries=find_libraries(defined, package.app.package, book.catalog),
        packers=packers,
        files=find_files(names, book.catalog.files),
        components=package.manifest.components,
        flags=flags,
        refused=find_refusals(permissions, flags, limitations, book.catalog),
        signing=find_signing(package.part_signers(), book.catalog.public_keys),
        limitations=tuple(sorted(set(limitations), key=sort_key)),
        coverage=msgspec.structs.replace(evidence.coverage, components=components, missing_components=missing),
    )


def audit(
    package: Package,
    book: RuleBook,
    translate: Translate,
    on_stage: OnStage = lambda _: None,
    places: Collection[str] | None = None,
) -> Report:
    """The report of one app; `translate` gives the texts of rules in the reader's language.

    `places` are those whose laws and store policies the reader asks for; None for all.
    """
    seen = observe(package, book, on_stage)
    on_stage("rules")
    findings, verdict, concerns = judge(book.rule_set, seen, translate, places)
    asked = None if places is None else tuple(sorted(places))
    return Report(__version__, book.rules_sha256, seen, verdict, findings, concerns, asked)


def _code_limitations(
    package: Package,
    program: Program,
    defined: DefinedClasses,
    names: EntryNames,
    packers: tuple[PackerSeen, ...],
    catalog: Catalog,
    *,
    asks: bool,
) -> list[Limitation]:
    """Code that the package lacks, packs away, replaces later, or holds where it is not read."""
    stands_in = stand_in_test(catalog.code_replacers)
    return [
        *missing_class_limitations(package.manifest, _definition_test(program), stands_in),
        *packer_limitations(packers),
        *code_replacer_limitations(package.manifest, names, defined, program, catalog.code_replacers),
        *hidden_code_limitations(package, program, defined, catalog, asks_for_people=asks),
    ]


def _surroundings(
    package: Package,
    listed: dict[str, frozenset[str]],
    permissions: tuple[Permission, ...],
    limitations: list[Limitation],
    first_pages: frozenset[str],
) -> Surroundings:
    sources = package.text_sources()
    return Surroundings(
        manifest=package.manifest,
        layout_handlers=package.layout_handlers(),
        layout_classes=package.layout_classes(),
        listed_classes=listed,
        held=_held(permissions),
        hides_code=hide_any(limitations, "code"),
        splits=frozenset(each.split for each in package.parts if each.split),
        files=frozenset(name for names in package.entry_names().values() for name in names),
        read_file=sources.file,
        read_strings=sources.strings,
        first_pages=first_pages,
    )


def _native_side(
    package: Package,
    program: Program,
    defined: DefinedClasses,
    catalog: Catalog,
    held: frozenset[str],
    *,
    asks: bool,
    hides_code: bool,
) -> NativeSide:
    return NativeSide(
        defined,
        has_text=lambda text: any(tables.strings.find(text.encode()) >= 0 for tables in program.files),
        permits=frozenset(surface for surface in _ASKED_BY_SCRIPTS if catalog.permission_of(surface) in held),
        asks_for_people=asks,
        hides_code=hides_code,
        meta_data={each.name: each.value for each in reversed(package.manifest.meta_data) if each.value is not None},
    )


def _held(permissions: tuple[Permission, ...]) -> frozenset[str]:
    return frozenset(each.name for each in permissions if each.held_now)


def _looked_for(catalog: Catalog) -> LookedFor:
    return LookedFor(
        apis=frozenset(catalog.calls.apis),
        strings=frozenset(each.id for each in catalog.texts),
        files=frozenset(each.id for each in catalog.files),
        packers=frozenset(each.id for each in catalog.packers),
        frameworks=frozenset(each.id for each in catalog.frameworks),
    )


def _definition_test(program: Program) -> Callable[[str], bool]:
    def is_defined(class_name: str) -> bool:
        return program.hierarchy.is_defined(program.symbols.type_number(descriptor_of(class_name).encode()))

    return is_defined


def _mark_used(
    permissions: tuple[Permission, ...],
    evidence: Evidence,
    scripts: ScriptsSeen,
    catalog: Catalog,
    limitations: list[Limitation],
) -> tuple[Permission, ...]:
    """Say whether code uses a permission: yes where a read needs it, no only where its surface was fully seen."""
    used = {each.permission for each in evidence.reads if each.permitted and each.reachable == "yes"}
    maybe = {each.permission for each in evidence.reads if each.permitted and each.reachable == "unknown"}
    maybe |= {catalog.permission_of(each.surface) for each in scripts.bridges if each.scope != "picked"}
    followed = {surface.permission for surface in catalog.surfaces} - {None}
    hidden = hide_any(limitations, "code", "script")

    def answer(name: str) -> Tristate:
        if name in used:
            return "yes"
        return (
            "no"
            if name in followed - maybe and not hidden and not evidence.coverage.uri_calls.unresolved
            else "unknown"
        )

    return tuple(msgspec.structs.replace(each, used=answer(each.name)) for each in permissions)
