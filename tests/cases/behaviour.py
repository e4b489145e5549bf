"""What `expect.yaml` may say beside reads and flows, and how an audit is compared with it where it does."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Members

import msgspec
from cases.mapping import Mapping

from permaudit.model.behaviour import ApiCall
from permaudit.model.observations import Observations


class ExpectedCall(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"where": "in"}):
    """A call of a method that the catalogue names; without `triggers`, what starts it does not matter."""

    api: str
    where: str
    triggers: list[str] | None = None
    reachable: str = "yes"
    or_in: str | None = None


class ExpectedAsk(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question for permissions, and what makes the app ask it."""

    permissions: list[str]
    triggers: list[str]


def call_differences(expected: list[ExpectedCall], seen: Observations, mapping: Mapping) -> Iterator[str]:
    """Calls in the app's own code; several of one kind in one method are one."""
    left = [each for each in seen.calls if each.owner.kind == "app"]
    for wanted in expected:
        same = [each for each in left if each.api == wanted.api and _stands_in(wanted, each, mapping)]
        left = [each for each in left if each not in same]
        if not same:
            yield f"call missing: {wanted.api} in {wanted.where}"
            continue
        triggers = sorted({path.trigger for each in same for path in each.paths})
        if wanted.triggers is not None and triggers != sorted(wanted.triggers):
            yield f"call {wanted.api} in {wanted.where}: triggers {triggers} instead of {sorted(wanted.triggers)}"
        if wanted.reachable not in {each.reachable for each in same}:
            yield f"call {wanted.api} in {wanted.where}: reachable {same[0].reachable} instead of {wanted.reachable}"
    for each in left:
        yield f"call not expected: {each.api} in {each.at.method}"


def ask_differences(expected: list[ExpectedAsk], seen: Observations) -> Iterator[str]:
    """Questions by what is asked for, whoever's code asks; a library that hands a question on is not a second one."""
    found: dict[frozenset[str], set[str]] = {}
    for each in seen.asks:
        if each.reachable != "no" and (each.permissions or not expected):
            found.setdefault(frozenset(each.permissions), set()).update(path.trigger for path in each.paths)
    for wanted in expected:
        triggers = found.pop(frozenset(wanted.permissions), None)
        if triggers is None:
            yield f"question missing: {', '.join(sorted(wanted.permissions))}"
        elif triggers != set(wanted.triggers):
            names = ", ".join(sorted(wanted.permissions))
            yield f"question for {names}: triggers {sorted(triggers)} instead of {sorted(wanted.triggers)}"
    for unexpected in found:
        yield f"question not expected: {', '.join(sorted(unexpected)) or 'names not resolved'}"


def library_differences(expected: list[str], seen: Observations) -> Iterator[str]:
    """Libraries that must be among those seen."""
    missing = set(expected) - {each.name for each in seen.libraries}
    if missing:
        yield f"libraries missing: {sorted(missing)}"


class ExpectedBridge(msgspec.Struct, frozen=True, forbid_unknown_fields=True, order=True):
    """A call by a script, for contacts if nothing else is said; what stands beside it says nothing where left out."""

    framework: str
    call: str
    scope: str
    wired: str
    seen_as: str
    surface: str = "contacts"
    requests: tuple[str, ...] | None = None
    hosts: tuple[str, ...] | None = None
    sends: str = "unknown"
    sent_to: tuple[str, ...] = ()

    @property
    def bare(self) -> ExpectedBridge:
        """The call without what stands beside it and where its people go."""
        return msgspec.structs.replace(self, requests=None, hosts=None, sends="unknown", sent_to=())


def bridge_differences(expected: list[ExpectedBridge], seen: Observations) -> Iterator[str]:
    """Calls by scripts that are missing, made up, or wrong in a detail."""
    found = {
        ExpectedBridge(each.framework, each.call, each.scope, each.wired, each.seen_as, each.surface): each
        for each in seen.bridges
    }
    for wanted in expected:
        if wanted.bare not in found:
            yield f"bridge is missing: {wanted}"
            continue
        bridge = found.pop(wanted.bare)
        for name, stated, actual in (
            ("requests", wanted.requests, bridge.requests),
            ("hosts", wanted.hosts, bridge.hosts),
            ("sends", wanted.sends, bridge.sends),
            ("sent_to", wanted.sent_to, bridge.sent_to),
        ):
            if stated is not None and stated != actual:
                yield f"{name} of or beside {bridge.call}: {actual} instead of {stated}"
    for left in found:
        yield f"bridge is not in the truth: {left}"


def packer_differences(expected: list[str], seen: Observations) -> Iterator[str]:
    """Exactly these packers."""
    found = {each.id for each in seen.packers}
    if found != set(expected):
        yield f"packers: {sorted(found)} instead of {sorted(expected)}"


def member_differences(kind: str, expected: Members[str, object], seen: msgspec.Struct) -> Iterator[str]:
    """Members of the manifest's flags or of the signing that are stated; lists in any order."""
    for name, truth in expected.items():
        actual = getattr(seen, name)
        differs = sorted(actual) != sorted(truth) if isinstance(truth, list) else actual != truth
        if differs:
            yield f"{kind}: {name} {actual} instead of {truth}"


def _stands_in(wanted: ExpectedCall, call: ApiCall, mapping: Mapping) -> bool:
    return not {wanted.where, wanted.or_in}.isdisjoint(mapping.places(call.at))
