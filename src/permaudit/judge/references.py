"""What conditions refer to: other rules, clauses, and names of the catalogue, all of which have to be there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from permaudit.catalog.catalog import Catalog
from permaudit.judge.problems import Problems
from permaudit.model.clause import Clause
from permaudit.model.rule import All, AnyOf, Condition, Count, Leaf, Not, Rule, RuleIs

_ANDROID = "android.permission."
_SLIP = 0.95


@dataclass(frozen=True, slots=True)
class Known:
    """Names of the catalogue, by condition and attribute."""

    names: Mapping[tuple[str, str], frozenset[str]]


def known_names(catalog: Catalog) -> Known:
    """What rules may name of a catalogue."""
    platform = catalog.permissions.values()
    permissions = frozenset(each.name for each in platform)
    return Known(
        {
            ("permission", "name"): permissions,
            ("permission", "group"): frozenset(each.group for each in platform if each.group is not None),
            ("access", "grants"): permissions,
            ("request", "permission"): permissions,
            ("api", "name"): frozenset(catalog.calls.apis),
            ("string", "name"): frozenset(each.id for each in catalog.texts),
            ("asset", "name"): frozenset(each.id for each in catalog.files),
            ("packer", "name"): frozenset(each.id for each in catalog.packers),
            ("bridge", "framework"): frozenset(each.id for each in catalog.frameworks),
            ("library", "name"): frozenset(each.name for each in catalog.libraries),
            ("library", "is_a"): frozenset(each.kind for each in catalog.libraries),
        }
    )


def check_references(
    rule: Rule,
    rules: Mapping[str, Rule],
    clauses: Collection[str],
    known: Known | None,
    problems: Problems,
) -> Problems:
    """Note what a rule refers to and is not there, and a rule that comes back to itself."""
    for number, clause in enumerate(rule.clauses):
        if clause not in clauses:
            problems.add("unknown-clause", f"clauses[{number}]", name=clause)
    for where, leaf in leaves(rule.when):
        if isinstance(leaf, RuleIs):
            if leaf.id not in rules:
                problems.add("unknown-rule", where, name=leaf.id)
        elif known is not None:
            _check_names(leaf, known, problems, where)
    if not problems.found and _comes_back(rule, rules):
        problems.add("rule-asks-itself", "when", name=rule.id)
    return problems


def check_concerns(clause: Clause, rules: Collection[str], problems: Problems) -> Problems:
    """Note rules that a clause names and that are not there."""
    for number, name in enumerate(clause.concerns):
        if name not in rules:
            problems.add("unknown-rule", f"concerns[{number}]", name=name)
    return problems


def leaves(condition: Condition, where: str = "when") -> Iterator[tuple[str, Leaf | RuleIs]]:
    """The conditions without parts, each with its place."""
    match condition:
        case All(parts) | AnyOf(parts):
            word = "all" if isinstance(condition, All) else "any"
            for number, part in enumerate(parts):
                yield from leaves(part, f"{where}.{word}[{number}]")
        case Not(part):
            yield from leaves(part, f"{where}.not")
        case Count(of):
            for number, part in enumerate(of):
                yield from leaves(part, f"{where}.count.of[{number}]" if len(of) > 1 else f"{where}.count.of")
        case RuleIs():
            yield f"{where}.rule", condition
        case _:
            yield f"{where}.{condition.__struct_config__.tag}", condition


def _check_names(leaf: Leaf, known: Known, problems: Problems, where: str) -> None:
    tag = str(leaf.__struct_config__.tag)
    for field in leaf.__struct_fields__:
        there = known.names.get((tag, field))
        value = getattr(leaf, field)
        if there is None or value is None:
            continue
        for name in value if isinstance(value, tuple) else (value,):
            if name not in there and not (tag in ("permission", "request") and _may_be_an_apps_own(name, there)):
                near = ", ".join(get_close_matches(name, sorted(there), 3))
                problems.add("unknown-name", where, condition=tag, name=name, near=near or "-")


def _may_be_an_apps_own(permission: str, known: Collection[str]) -> bool:
    """Apps may define permissions: under a name of theirs, that is no slip of the pen for one of Android's."""
    slip = get_close_matches(permission, known, 1, _SLIP)
    return "." in permission and not permission.startswith(_ANDROID) and not slip


def _comes_back(rule: Rule, rules: Mapping[str, Rule]) -> bool:
    seen: set[str] = set()
    waiting = _asked(rule)
    while waiting:
        name = waiting.pop()
        if name == rule.id:
            return True
        if name not in seen:
            seen.add(name)
            waiting += _asked(rules[name]) if name in rules else []
    return False


def _asked(rule: Rule) -> list[str]:
    return [leaf.id for _, leaf in leaves(rule.when) if isinstance(leaf, RuleIs)]
