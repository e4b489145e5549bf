"""Conditions that never hold, or always do, whatever an app is like.

Parts are true or false, as far as one does not follow from another: a read with more attributes stated implies one
with fewer. Every combination is tried; a condition with too many parts is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from permaudit.catalog.catalog import Catalog
from permaudit.judge.problems import Problems
from permaudit.judge.references import leaves
from permaudit.model.rule import (
    All,
    AnyOf,
    Condition,
    Count,
    FlowIs,
    Leaf,
    ManifestIs,
    Not,
    PermissionIs,
    ReadIs,
    Rule,
    RuleIs,
    SigningIs,
    TargetSdkIs,
)

_MOST_ATOMS = 12
_ONLY_ONE = (ManifestIs, SigningIs, TargetSdkIs)
_STAYS = frozenset({"file", "database", "preferences", "log", "clipboard", "notification"})
_LEAVES = frozenset({"network", "sms", "email"})
Atom = Leaf | RuleIs | Count


def check_logic(rule: Rule, catalog: Catalog, problems: Problems) -> None:
    """Note what can never be, and what is always so."""
    before = len(problems.found)
    for where, leaf in leaves(rule.when):
        why = None if isinstance(leaf, RuleIs) else _contradiction(leaf, catalog)
        if why is not None:
            problems.add("never-holds", where, why=why)
        if isinstance(leaf, _ONLY_ONE) and _asks_nothing(leaf):
            problems.add("always-holds", where)
    _check_parts(rule.when, problems, "when")
    if len(problems.found) > before:
        return
    values = set(_outcomes(rule.when))
    if values == {False}:
        problems.add("never-holds", "when", why="its parts contradict each other")
    elif values == {True}:
        problems.add("always-holds", "when")


def _asks_nothing(leaf: Leaf) -> bool:
    """Whether whatever there is one of, in every app, is as stated."""
    if isinstance(leaf, TargetSdkIs):
        return _range(leaf)[0] <= 1 and leaf.below is None
    return all(getattr(leaf, name) is None for name in leaf.__struct_fields__)


def _outcomes(condition: Condition) -> Iterator[bool]:
    atoms = list(dict.fromkeys(_atoms(condition)))
    if len(atoms) > _MOST_ATOMS:
        yield from (True, False)
        return
    implied = [(a, b) for a in range(len(atoms)) for b in range(len(atoms)) if a != b and _implies(atoms[a], atoms[b])]
    apart = [(a, b) for a in range(len(atoms)) for b in range(a) if _excludes(atoms[a], atoms[b])]
    for values in product((False, True), repeat=len(atoms)):
        if any(values[a] and not values[b] for a, b in implied) or any(values[a] and values[b] for a, b in apart):
            continue
        yield _holds(condition, dict(zip(atoms, values, strict=True)))


def _holds(condition: Condition, known: Mapping[Atom, bool]) -> bool:
    match condition:
        case All(parts):
            return all(_holds(part, known) for part in parts)
        case AnyOf(parts):
            return any(_holds(part, known) for part in parts)
        case Not(part):
            return not _holds(part, known)
        case Count(of) if len(of) > 1:
            found = sum(_holds(part, known) for part in of)
            return (condition.at_least is None or found >= condition.at_least) and (
                condition.below is None or found < condition.below
            )
        case _:
            return known[condition]


def _atoms(condition: Condition) -> Iterator[Atom]:
    match condition:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from _atoms(part)
        case Not(part):
            yield from _atoms(part)
        case Count(of) if len(of) > 1:
            for part in of:
                yield from _atoms(part)
        case _:
            yield condition


def _implies(first: Atom, second: Atom) -> bool:
    """Whether whatever matches the first matches the second too: it states nothing that the first leaves open."""
    if type(first) is not type(second) or isinstance(first, RuleIs | Count):
        return False
    if isinstance(first, TargetSdkIs) and isinstance(second, TargetSdkIs):
        return _range(first)[0] >= _range(second)[0] and _range(first)[1] <= _range(second)[1]
    for name in first.__struct_fields__:
        mine, theirs = getattr(first, name), getattr(second, name)
        if theirs in ((), None):
            if name in ("permitted", "reachable", "reveals", "watches") and mine not in ((), None):
                return False  # stated, these let in what cannot happen
            continue
        if isinstance(theirs, tuple):
            if not mine or not {*mine} <= {*theirs}:
                return False
        elif mine != theirs:
            return False
    return True


def _excludes(first: Atom, second: Atom) -> bool:
    """Whether there is only one of what both are about, and they want it different."""
    if type(first) is not type(second) or not isinstance(first, _ONLY_ONE):
        return False
    if isinstance(first, TargetSdkIs) and isinstance(second, TargetSdkIs):
        (low, high), (other_low, other_high) = _range(first), _range(second)
        return high <= other_low or other_high <= low
    pairs = [(getattr(first, name), getattr(second, name)) for name in first.__struct_fields__]
    return any(None not in pair and pair[0] != pair[1] for pair in pairs)


def _range(asked: TargetSdkIs) -> tuple[int, float]:
    return asked.at_least or 0, float("inf") if asked.below is None else asked.below


def _contradiction(leaf: Leaf, catalog: Catalog) -> str | None:
    """Why nothing can have all that a condition states, if that is so."""
    match leaf:
        case FlowIs():
            return _contradiction_of_flow(leaf)
        case ReadIs() if leaf.watches and leaf.reveals and "nobody" not in leaf.reveals:
            return "an observer is told of changes, and reveals nobody"
        case ReadIs() if leaf.reachable == ("no",) and (leaf.trigger or leaf.entry):
            return "code that nothing starts has no trigger"
        case TargetSdkIs() if _range(leaf)[0] >= _range(leaf)[1]:
            return "no Android version is in this range"
        case PermissionIs(name, group) if group is not None and name:
            groups = {catalog.permissions[each].group for each in name if each in catalog.permissions}
            return None if group in groups or not groups else f"none of these permissions is in the group '{group}'"
        case _:
            return None


def _contradiction_of_flow(asked: FlowIs) -> str | None:
    sinks = {*asked.sink}
    of_network = asked.cleartext is not None or asked.address_known is not None or asked.host
    if sinks and "network" not in sinks and of_network:
        return "only what goes over the network has an address"
    if asked.sent_by_script and (asked.leaves_phone is False or (sinks and "script" not in sinks)):
        return "what a script sends was handed to a script, and leaves the phone"
    if sinks and sinks <= _STAYS and asked.leaves_phone:
        return "what goes there stays on the phone"
    if sinks and sinks <= _LEAVES and asked.leaves_phone is False:
        return "what goes there leaves the phone"
    return None


def _check_parts(condition: Condition, problems: Problems, where: str) -> None:
    """Lists of one part, parts that stand twice, and counts that no number can change."""
    match condition:
        case All(parts) | AnyOf(parts):
            word = "all" if isinstance(condition, All) else "any"
            if len(parts) == 1:
                problems.add("one-part", f"{where}.{word}", word=word)
            for number, part in enumerate(parts):
                place = f"{where}.{word}[{number}]"
                if part in parts[:number]:
                    problems.add("part-twice", place, word=word)
                _check_parts(part, problems, place)
        case Not(part):
            _check_parts(part, problems, f"{where}.not")
        case Count(of, at_least, below):
            most = len(of) if len(of) > 1 else None
            if (at_least or 0) >= (below or float("inf")) or (most is not None and (at_least or 0) > most):
                problems.add("never-holds", f"{where}.count", why="no number is in this range")
            elif most is not None and at_least is None and below is not None and below > most:
                problems.add("always-holds", f"{where}.count")
        case _:
            pass
