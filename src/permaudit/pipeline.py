"""One app from its bytes to its report: the only module that knows the order of the stages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from permaudit import __version__
from permaudit.apk.package import Package
from permaudit.catalog.catalog import Catalog
from permaudit.catalog.flows import FlowCatalog, load_flow_catalog
from permaudit.catalog.framework import FILE_NAME, Framework, load_framework
from permaudit.catalog.load import load_catalog
from permaudit.catalog.operations import Operations, load_operations
from permaudit.dex.program import Program, load_program
from permaudit.evidence.gather import Evidence, gather_evidence
from permaudit.evidence.surroundings import Surroundings
from permaudit.facts.components import missing_class_limitations
from permaudit.facts.permissions import find_permissions
from permaudit.facts.special_access import find_special_access
from permaudit.judge.judging import Translate, judge
from permaudit.judge.loader import load_rules, rules_hash
from permaudit.model.app import Tristate
from permaudit.model.limitation import Limitation, sort_key
from permaudit.model.observations import LookedFor, Observations
from permaudit.model.permission import Permission
from permaudit.model.place import descriptor_of
from permaudit.model.report import Report
from permaudit.model.rule import Rule

Stage = Literal["manifest", "code", "evidence", "rules"]
OnStage = Callable[[Stage], None]


@dataclass(frozen=True, slots=True)
class RuleBook:
    """Everything that `rules/` says, loaded once for any number of apps."""

    rules: tuple[Rule, ...]
    rules_sha256: str
    catalog: Catalog
    operations: Operations
    framework: Framework
    flows: FlowCatalog


def load_rule_book(shipped: Path, own: Path | None = None) -> RuleBook:
    """Load the catalogue and the rules; rules of `own` are added, or replace a shipped rule of the same id.

    Raises:
        RuleError: a file cannot be used as written.
    """
    rules = {rule.id: rule for rule in load_rules(shipped)}
    digest = rules_hash(shipped)
    if own is not None:
        rules |= {rule.id: rule for rule in load_rules(own)}
        digest = f"{digest}+{rules_hash(own)}"
    catalog_directory = shipped / "catalog"
    return RuleBook(
        rules=tuple(rules[name] for name in sorted(rules)),
        rules_sha256=digest,
        catalog=load_catalog(catalog_directory),
        operations=load_operations(catalog_directory),
        framework=load_framework(catalog_directory / FILE_NAME),
        flows=load_flow_catalog(catalog_directory),
    )


def observe(package: Package, book: RuleBook, on_stage: OnStage = lambda _: None) -> Observations:
    """Everything seen in one app and everything not seen."""
    on_stage("manifest")
    permissions = find_permissions(package.manifest, package.app, book.catalog)
    access = find_special_access(package.manifest, permissions, book.catalog)
    on_stage("code")
    dex_files = package.dex_files()
    program = load_program((each.part, each.name, each.data) for each in dex_files)
    limitations = [*package.limitations, *dex_files.limitations, *package.layout_limitations()]
    limitations += missing_class_limitations(package.manifest, _definition_test(program))
    on_stage("evidence")
    evidence = gather_evidence(
        program,
        book.catalog,
        book.operations,
        book.framework,
        book.flows,
        _surroundings(package, permissions, limitations),
    )
    limitations += evidence.limitations
    return Observations(
        source=package.source,
        app=package.app,
        permissions=_mark_used(permissions, evidence, book.catalog, limitations),
        special_access=access,
        reads=evidence.reads,
        watches=evidence.watches,
        pickers=evidence.pickers,
        flows=evidence.flows,
        calls=evidence.calls,
        asks=evidence.asks,
        texts=evidence.texts,
        looked_for=_looked_for(book.catalog),
        limitations=tuple(sorted(set(limitations), key=sort_key)),
        coverage=evidence.coverage,
    )


def audit(package: Package, book: RuleBook, translate: Translate, on_stage: OnStage = lambda _: None) -> Report:
    """The report of one app; `translate` gives rule texts in the reader's language."""
    seen = observe(package, book, on_stage)
    on_stage("rules")
    findings, verdict = judge(book.rules, seen, translate)
    return Report(__version__, book.rules_sha256, seen, verdict, findings)


def _surroundings(package: Package, permissions: tuple[Permission, ...], limitations: list[Limitation]) -> Surroundings:
    return Surroundings(
        manifest=package.manifest,
        layout_handlers=package.layout_handlers(),
        layout_classes=package.layout_classes(),
        held=frozenset(each.name for each in permissions if each.held_now),
        hides_code=any("code" in each.hides for each in limitations),
    )


def _looked_for(catalog: Catalog) -> LookedFor:
    return LookedFor(
        apis=frozenset(catalog.calls.apis),
        strings=frozenset(each.id for each in catalog.texts),
        files=frozenset(each.id for each in catalog.files),
        packers=frozenset(each.id for each in catalog.packers),
    )


def _definition_test(program: Program) -> Callable[[str], bool]:
    def is_defined(class_name: str) -> bool:
        return program.hierarchy.is_defined(program.symbols.type_number(descriptor_of(class_name).encode()))

    return is_defined


def _mark_used(
    permissions: tuple[Permission, ...], evidence: Evidence, catalog: Catalog, limitations: list[Limitation]
) -> tuple[Permission, ...]:
    """Say whether code uses a permission: yes where a read needs it, no only where its surface was fully seen."""
    used = {each.permission for each in evidence.reads if each.permitted and each.reachable == "yes"}
    maybe = {each.permission for each in evidence.reads if each.permitted and each.reachable == "unknown"}
    followed = {surface.permission for surface in catalog.surfaces} - {None}
    hidden = any("code" in each.hides or "script" in each.hides for each in limitations)

    def answer(name: str) -> Tristate:
        if name in used:
            return "yes"
        return (
            "no"
            if name in followed - maybe and not hidden and not evidence.coverage.uri_calls.unresolved
            else "unknown"
        )

    return tuple(msgspec.structs.replace(each, used=answer(each.name)) for each in permissions)
