"""What the evidence stage could not see: bounds that were reached, names not resolved, damaged code."""

from __future__ import annotations

from permaudit.catalog.catalog import Catalog
from permaudit.dex.program import Program
from permaudit.evidence.code import Code
from permaudit.evidence.owners import owner_of
from permaudit.evidence.rawread import RawRead
from permaudit.evidence.reads import Found
from permaudit.evidence.reflection import Reflection
from permaudit.evidence.scriptentries import ScriptEntries
from permaudit.evidence.surroundings import Surroundings
from permaudit.model.limitation import Limitation
from permaudit.model.message import Message, message
from permaudit.model.place import dotted


def cut_flows(code: Code, reads: list[RawRead]) -> list[Limitation]:
    """Reads whose data goes on where it was not followed: too many callers, readers, or steps."""
    if not reads:
        return []
    where = code.method(min(each.method for each in reads))
    name = f"{dotted(where.class_name)}.{where.name}"
    return [Limitation("budget", message("limitation-budget-flows", count=len(reads), method=name))]


def spent_budgets(
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


def unresolved_reflection(code: Code, reflection: Reflection) -> list[Limitation]:
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


def calls_named_by_pages(code: Code, reflection: Reflection, scripts: ScriptEntries) -> list[Limitation]:
    """Methods for scripts that call what the script names: a page from outside may call whatever the app may."""
    doors = sorted(set(reflection.unresolved) & scripts.triggers.keys())
    if not doors:
        return []
    where = code.method(doors[0])
    detail = message("limitation-page-names-calls", method=f"{dotted(where.class_name)}.{where.name}")
    return [Limitation("script-code", detail, ("script",))]


def damaged_code(program: Program) -> list[Limitation]:
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
