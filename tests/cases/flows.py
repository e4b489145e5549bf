"""What `expect.yaml` says about flows, and how those of an audit are compared with it (tests/apps/README.md)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import msgspec
from cases.mapping import Mapping

from permaudit.model.evidence import Surface
from permaudit.model.flow import Flow, Role, Sink, Transform
from permaudit.model.observations import Observations

LEAVING_SINKS: frozenset[Sink] = frozenset({"network", "sms", "email"})


class ExpectedFlow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"where": "in"}):
    """One flow, in the words of tests/apps/README.md; what is left out is None here."""

    surface: Surface
    fields: tuple[str, ...]
    sink: Sink
    role: Role
    where: str | None = None
    or_in: str | None = None
    hosts: tuple[str, ...] | None = None
    cleartext: bool | None = None
    transforms: tuple[Transform, ...] | None = None
    leaves_phone: bool | None = None
    user_confirmed: bool | None = None

    def __str__(self) -> str:
        place = f" in {self.where}" if self.where else ""
        return f"{self.surface} ({', '.join(self.fields)}) to {self.sink}{place}"

    def details(self) -> Iterator[tuple[str, object]]:
        """What an audit must say, by name. Cases without a place are older: they say only what stands in them."""
        old = self.where is None
        confirmed = bool(self.user_confirmed)
        leaves = self.sink in LEAVING_SINKS or (self.sink == "other-app" and not confirmed)
        plain: tuple[tuple[str, object, object], ...] = (
            ("hosts", _sorted(self.hosts), ()),
            ("cleartext", self.cleartext, False),
            ("transforms", self.transforms, ()),
            ("leaves_phone", self.leaves_phone, leaves),
            ("user_confirmed", self.user_confirmed, False),
        )
        yield "fields", tuple(sorted(self.fields))
        for name, stated, default in plain:
            if stated is not None or not old:
                yield name, default if stated is None else stated


class FoundFlow(msgspec.Struct, frozen=True):
    """What an audit says about a flow, in the same words; flows that agree in all of it are one."""

    surface: str
    sink: str
    role: str
    places: frozenset[str]
    fields: tuple[str, ...]
    hosts: tuple[str, ...]
    transforms: tuple[str, ...]
    cleartext: bool = False
    leaves_phone: bool = False
    user_confirmed: bool = False

    def __str__(self) -> str:
        return f"{self.surface} ({', '.join(self.fields)}) to {self.sink} in {' or '.join(sorted(self.places))}"


@dataclass(slots=True)
class Comparison:
    """What an audit got right, what it missed, and what it made up.

    A flow is right if surface, sink, role and place are; `wrong_details` says what else it got wrong.
    """

    right: list[ExpectedFlow] = field(default_factory=list)
    missed: list[ExpectedFlow] = field(default_factory=list)
    made_up: list[FoundFlow] = field(default_factory=list)
    wrong_details: list[tuple[ExpectedFlow, str]] = field(default_factory=list)

    def differences(self) -> Iterator[str]:
        """Everything that differs from the truth, one line each."""
        for missed in self.missed:
            yield f"flow missing: {missed}"
        for made_up in self.made_up:
            yield f"flow not expected: {made_up}"
        for flow, detail in self.wrong_details:
            yield f"flow {flow}: {detail}"


def compare_flows(expected: Sequence[ExpectedFlow], seen: Observations, mapping: Mapping) -> Comparison:
    """Pair each expected flow with what is most like it, exact ones first; what nothing starts is no flow."""
    left = _found_flows(seen, mapping)
    result = Comparison()
    waiting = list(dict.fromkeys(expected))
    for pick in (_exact, _in_parts, _nearest):
        for wanted in list(waiting):
            picked = pick(wanted, [each for each in left if _is_same_way(wanted, each)])
            if picked:
                waiting.remove(wanted)
                left = [each for each in left if each not in picked]
                result.right.append(wanted)
                if pick is _nearest:
                    result.wrong_details += [(wanted, detail) for detail in _wrong_details(wanted, picked[0])]
    result.missed, result.made_up = waiting, left
    return result


def _exact(wanted: ExpectedFlow, near: Sequence[FoundFlow]) -> list[FoundFlow]:
    exact = [each for each in near if not list(_wrong_details(wanted, each))]
    # an older case does not say where: one entry of it stands for every place
    return exact if wanted.where is None else exact[:1]


def _in_parts(wanted: ExpectedFlow, near: Sequence[FoundFlow]) -> list[FoundFlow]:
    """Names of one read and numbers of another that go the same way are one entry of the truth."""
    together = tuple(sorted(wanted.fields))
    parts = [
        each
        for each in near
        if set(each.fields) <= set(together)
        and not list(_wrong_details(wanted, msgspec.structs.replace(each, fields=together)))
    ]
    return parts if {name for each in parts for name in each.fields} == set(together) else []


def _nearest(wanted: ExpectedFlow, near: Sequence[FoundFlow]) -> list[FoundFlow]:
    return sorted(near, key=lambda each: len(list(_wrong_details(wanted, each))))[:1]


def _is_same_way(wanted: ExpectedFlow, found: FoundFlow) -> bool:
    same = (wanted.surface, wanted.sink, wanted.role) == (found.surface, found.sink, found.role)
    return same and (wanted.where is None or not {wanted.where, wanted.or_in}.isdisjoint(found.places))


def _wrong_details(wanted: ExpectedFlow, found: FoundFlow) -> Iterator[str]:
    for name, truth in wanted.details():
        actual = getattr(found, name)
        if actual != truth:
            yield f"{name} {_shown(actual)} instead of {_shown(truth)}"


def _found_flows(seen: Observations, mapping: Mapping) -> list[FoundFlow]:
    surfaces = {read.id: read.surface for read in seen.reads if read.reachable != "no"}
    found: dict[tuple[object, ...], FoundFlow] = {}
    for flow in seen.flows:
        if flow.reachable != "no" and flow.read in surfaces:
            each = _found_flow(flow, surfaces[flow.read], mapping)
            same = (each.surface, each.sink, each.role, each.places, each.fields, each.hosts, each.transforms)
            found.setdefault(same, each)
    return list(found.values())


def _found_flow(flow: Flow, surface: str, mapping: Mapping) -> FoundFlow:
    return FoundFlow(
        surface=surface,
        sink=flow.sink,
        role=flow.role,
        places=frozenset(mapping.places(flow.at)),
        fields=tuple(sorted(flow.fields)),
        hosts=flow.hosts,
        transforms=flow.transforms,
        cleartext=flow.cleartext,
        leaves_phone=flow.leaves_phone,
        user_confirmed=flow.user_confirmed,
    )


def _sorted(names: Sequence[str] | None) -> tuple[str, ...] | None:
    return None if names is None else tuple(sorted(names))


def _shown(value: object) -> str:
    return f"[{', '.join(value)}]" if isinstance(value, tuple) else str(value).lower()
