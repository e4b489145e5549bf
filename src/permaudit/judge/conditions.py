"""Answers a condition for one app, keeping the evidence; what was hidden turns a no into unknown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import assert_never

from permaudit.judge.truth import all_of, any_of, opposite
from permaudit.model.app import Tristate
from permaudit.model.evidence import Read
from permaudit.model.finding import Match
from permaudit.model.flow import Flow
from permaudit.model.observations import Observations
from permaudit.model.permission import Permission
from permaudit.model.rule import (
    AccessIs,
    All,
    AnyOf,
    Condition,
    FlowIs,
    LimitationIs,
    Not,
    PermissionIs,
    PickerIs,
    ReadIs,
)

Leaf = PermissionIs | ReadIs | FlowIs | LimitationIs | AccessIs | PickerIs


def evaluate(condition: Condition, seen: Observations) -> Match:
    """Answer `condition`; the match tree says why."""
    match condition:
        case All(parts):
            matches = tuple(evaluate(part, seen) for part in parts)
            return _joined("all", all_of([each.outcome for each in matches]), matches)
        case AnyOf(parts):
            matches = tuple(evaluate(part, seen) for part in parts)
            return _joined("any", any_of([each.outcome for each in matches]), matches)
        case Not(part):
            inner = evaluate(part, seen)
            return Match("not", opposite(inner.outcome), (), (inner,))
        case _:
            return _evaluate_leaf(condition, seen)


def _evaluate_leaf(condition: Leaf, seen: Observations) -> Match:
    code_hidden, manifest_hidden = bool(seen.hides("code", "script")), bool(seen.hides("manifest"))
    match condition:
        case PermissionIs():
            answers = [(each.name, _permission(condition, each)) for each in seen.permissions]
            return _match("permission", answers, hidden=manifest_hidden)
        case ReadIs():
            found = seen.watches if condition.watches else seen.reads
            answers = [(each.id, _read(condition, each, refusal_is_sure=not manifest_hidden)) for each in found]
            return _match("read", answers, hidden=code_hidden)
        case FlowIs():
            reads = {each.id: each for each in seen.reads}
            answers = []
            for each in seen.flows:
                if each.read in reads:
                    answer = _flow(condition, each, reads[each.read], refusal_is_sure=not manifest_hidden)
                    answers += [(each.read, answer), (each.id, answer)]
            return _match("flow", answers, hidden=code_hidden)
        case PickerIs(many):
            answers = [(each.action, all_of([_stated(many, each.many), each.reachable])) for each in seen.pickers]
            return _match("picker", answers, hidden=code_hidden)
        case AccessIs(door):
            answers = [(each.door, _one_of(door, each.door)) for each in seen.special_access]
            return _match("access", answers, hidden=manifest_hidden)
        case LimitationIs(of, hides):
            answers = [
                (each.kind, all_of([_one_of(of, each.kind), _any_in(hides, each.hides)])) for each in seen.limitations
            ]
            return _match("limitation", answers, hidden=False)
        case _:
            assert_never(condition)


def _match(kind: str, answers: Sequence[tuple[str, Tristate]], *, hidden: bool) -> Match:
    outcome = any_of([answer for _, answer in answers])
    if outcome == "no" and hidden:
        # Not finding something proves absence only where nothing was hidden.
        outcome = "unknown"
    evidence = dict.fromkeys(name for name, answer in answers if answer == outcome != "no")
    return Match(kind, outcome, tuple(evidence))


def _joined(kind: str, outcome: Tristate, parts: tuple[Match, ...]) -> Match:
    evidence = dict.fromkeys(name for part in parts if part.outcome == outcome for name in part.evidence)
    return Match(kind, outcome, tuple(evidence), parts)


def _permission(asked: PermissionIs, each: Permission) -> Tristate:
    return all_of(
        [
            _one_of(asked.name, each.name),
            _stated(asked.group, each.group),
            _one_of(asked.source, each.source),
            _stated(asked.held_now, each.held_now),
            _stated(asked.install_time, each.install_time),
            _unless_unknown(asked.used, each.used),
            _stated(asked.silent, bool(each.silent_with)),
        ]
    )


def _read(asked: ReadIs, each: Read, *, refusal_is_sure: bool) -> Tristate:
    """A read is not refused for sure while the permission may stand in a manifest that could not be read."""
    answers: list[Tristate] = [
        _one_of(asked.surface, each.surface),
        _unless_unknown(asked.scope, each.scope),
        _fields(asked.fields, each),
        _stated(asked.all_fields, each.all_fields),
        _unless_unknown(asked.owner, each.owner.kind),
        _triggers(asked.trigger, each),
        "unknown" if not (each.permitted or refusal_is_sure) else _stated(asked.permitted is not False, each.permitted),
        _unless_unknown(asked.reachable, each.reachable) if asked.reachable else each.reachable,
    ]
    if asked.reveals:
        answers.append(_unless_unknown(asked.reveals, each.reveals))
    elif not asked.watches:
        answers.append("no" if each.reveals == "nobody" else "yes")
    return all_of(answers)


def _flow(asked: FlowIs, each: Flow, read: Read, *, refusal_is_sure: bool) -> Tristate:
    """A flow happens if its read does and something starts it; see _read about a permission that is not there."""
    return all_of(
        [
            _one_of(asked.surface, read.surface),
            _unless_unknown(asked.scope, read.scope),
            _flow_fields(asked.fields, each, read),
            _one_of(asked.sink, each.sink),
            _one_of(asked.role, each.role),
            _stated(asked.leaves_phone, each.leaves_phone),
            _stated(asked.user_confirmed, each.user_confirmed),
            _any_in(asked.transforms, each.transforms),
            _cleartext(asked, each),
            _address_known(asked, each),
            _unless_unknown(asked.owner, each.owner.kind),
            _triggers(asked.trigger, read),
            "yes" if read.permitted else "no" if refusal_is_sure else "unknown",
            "no" if read.reveals == "nobody" else "yes",
            read.reachable,
            each.reachable,
        ]
    )


def _flow_fields(asked: tuple[str, ...], each: Flow, read: Read) -> Tristate:
    if not asked or set(asked) & set(each.fields):
        return "yes"
    # which fields reach the sink could not be told, but it is none that was not read
    could_be = not each.fields and set(asked) & {*read.fields, *read.carried}
    return "unknown" if could_be else "no"


def _cleartext(asked: FlowIs, each: Flow) -> Tristate:
    if asked.cleartext is None or each.sink != "network":
        return _stated(asked.cleartext, None)
    known = bool(each.addresses) and all("://" in address.url for address in each.addresses)
    return _stated(asked.cleartext, each.cleartext) if each.cleartext or known else "unknown"


def _address_known(asked: FlowIs, each: Flow) -> Tristate:
    return _stated(asked.address_known, bool(each.hosts) if each.sink == "network" else None)


def _fields(asked: tuple[str, ...], each: Read) -> Tristate:
    return "yes" if not asked or set(asked) & {*each.fields, *each.carried} else "no"


def _triggers(asked: tuple[str, ...], each: Read) -> Tristate:
    if not asked or any(path.trigger in asked for path in each.paths):
        return "yes"
    return "unknown" if each.reachable == "unknown" else "no"


def _stated(asked: object, actual: object) -> Tristate:
    return "yes" if asked is None or asked == actual else "no"


def _one_of(asked: Iterable[str], actual: str) -> Tristate:
    wanted = tuple(asked)
    return "yes" if not wanted or actual in wanted else "no"


def _any_in(asked: Iterable[str], actual: Iterable[str]) -> Tristate:
    wanted = set(asked)
    return "yes" if not wanted or wanted & set(actual) else "no"


def _unless_unknown(asked: tuple[str, ...], actual: str) -> Tristate:
    """As _one_of, but an attribute that is itself unknown leaves the answer unknown, unless unknown is asked for."""
    if not asked or actual in asked:
        return "yes"
    return "unknown" if actual == "unknown" else "no"
