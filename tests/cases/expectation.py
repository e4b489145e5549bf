"""What `expect.yaml` says about a case app, and how an audit of one of its builds is compared with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import yaml
from cases.behaviour import (
    ExpectedAsk,
    ExpectedBridge,
    ExpectedCall,
    ask_differences,
    bridge_differences,
    call_differences,
    library_differences,
    member_differences,
    packer_differences,
)
from cases.flows import ExpectedFlow, compare_flows
from cases.mapping import Mapping
from judge.answering import verdict_of

from permaudit.model.evidence import ADDRESS_BOOK, Read
from permaudit.model.observations import Observations

APPS = Path(__file__).resolve().parents[1] / "apps"

FLOWS_ARE_BUILT = True
"""Until flows are followed, what an app sends shows as what it reads; `flows` of the expectations wait."""

COMPARED_WHOLE = frozenset({"encrypted-strings"})
"""Kinds of limitation that are compared also where they hide nothing that an answer rests on."""


class ExpectedRead(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"where": "in"}):
    """One read, in the words of tests/apps/README.md."""

    surface: str
    uri: str | None
    scope: str
    fields: list[str]
    all_fields: bool
    reveals: str
    where: str
    permitted: bool
    reachable: str
    owner: str
    triggers: list[str]
    exact: bool = True
    or_in: str | None = None


class ExpectedVerdict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The two lines of the answer."""

    could: str
    does: str
    cannot_tell: bool


class Expectation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    verdict: ExpectedVerdict
    permissions: list[str]
    reads: list[ExpectedRead]
    pickers: list[str]
    flows: list[ExpectedFlow]
    limitations: list[dict[str, Any]]
    implied: list[str] = []
    calls: list[ExpectedCall] | None = None
    asks: list[ExpectedAsk] | None = None
    libraries: list[str] | None = None
    packers: list[str] | None = None
    bridges: list[ExpectedBridge] | None = None
    flags: dict[str, Any] = {}
    signing: dict[str, Any] = {}
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Build:
    """One committed APK of a case."""

    case: str
    path: Path

    @property
    def mapping(self) -> Path:
        """The obfuscator's mapping file beside it; absent for plain builds."""
        return self.path.with_name(self.path.stem + ".mapping.txt")


def builds() -> Iterator[Build]:
    """All builds of all cases, in order of name."""
    for folder in sorted(APPS.iterdir()):
        if (folder / "expect.yaml").is_file():
            for path in sorted(folder.iterdir()):
                if path.suffix in (".apk", ".apks", ".xapk"):
                    yield Build(folder.name, path)


def load_expectation(case: str) -> Expectation:
    """Read a case's `expect.yaml`."""
    return msgspec.convert(yaml.safe_load((APPS / case / "expect.yaml").read_text(encoding="utf-8")), Expectation)


def differences(build: Build, seen: Observations) -> list[str]:
    """Everything in which an audit differs from the truth, one line each."""
    expected = load_expectation(build.case)
    found = list(_verdict_differences(expected, seen))
    declared = {each.name for each in seen.permissions if each.source in ("declared", "sdk-23")}
    implied = {each.name for each in seen.permissions if each.source == "implied"}
    if declared != set(expected.permissions):
        found.append(f"permissions: {sorted(declared)} instead of {sorted(expected.permissions)}")
    if not set(expected.implied) <= implied:
        found.append(f"implied: {sorted(implied)} lacks {sorted(set(expected.implied) - implied)}")
    if any(each.reachable != "no" for each in seen.pickers) != bool(expected.pickers):
        found.append(f"pickers: {[each.action for each in seen.pickers]} instead of {expected.pickers}")
    found.extend(_limitation_differences(expected, seen))
    mapping = Mapping(build.mapping)
    found.extend(_read_differences(expected, seen, mapping))
    if FLOWS_ARE_BUILT:
        found.extend(compare_flows(expected.flows, seen, mapping).differences())
    found.extend(_stated_differences(expected, seen, mapping))
    return found


def _stated_differences(expected: Expectation, seen: Observations, mapping: Mapping) -> Iterator[str]:
    if expected.calls is not None:
        yield from call_differences(expected.calls, seen, mapping)
    if expected.asks is not None:
        yield from ask_differences(expected.asks, seen)
    if expected.libraries is not None:
        yield from library_differences(expected.libraries, seen)
    if expected.packers is not None:
        yield from packer_differences(expected.packers, seen)
    if expected.bridges is not None:
        yield from bridge_differences(expected.bridges, seen)
    yield from member_differences("flags", expected.flags, seen.flags)
    yield from member_differences("signing", expected.signing, seen.signing)


def _verdict_differences(expected: Expectation, seen: Observations) -> Iterator[str]:
    could, does = verdict_of(seen).could, verdict_of(seen).does
    hidden = bool(seen.hides("code", "script"))
    wanted = expected.verdict.does
    if wanted == "sends" and not FLOWS_ARE_BUILT:
        wanted = _without_flows(expected)
    if could != expected.verdict.could:
        yield f"could: {could} instead of {expected.verdict.could}"
    if does != wanted:
        yield f"does: {does} instead of {wanted}"
    cannot_tell = does in ("reads-some", "picks", "not-seen") and could != "nothing" and hidden
    if cannot_tell != expected.verdict.cannot_tell:
        yield f"cannot_tell: {cannot_tell} instead of {expected.verdict.cannot_tell}"


def _without_flows(expected: Expectation) -> str:
    scopes = {each.scope for each in expected.reads if each.surface in ADDRESS_BOOK and each.permitted}
    return "reads-all" if "all" in scopes else "reads-some"


def _limitation_differences(expected: Expectation, seen: Observations) -> Iterator[str]:
    material = sorted(
        {(each.kind, tuple(each.hides)) for each in seen.limitations if each.material or each.kind in COMPARED_WHOLE}
    )
    wanted = sorted(
        {
            (each["kind"], tuple(each["hides"]))
            for each in expected.limitations
            if each["hides"] or each["kind"] in COMPARED_WHOLE
        }
    )
    if material != wanted:
        yield f"limitations: {material} instead of {wanted}"
    for each in expected.limitations:
        told = [str(value) for one in seen.limitations if one.kind == each["kind"] for _, value in one.detail.arguments]
        for name in each.get("names", []):
            if not any(name in value for value in told):
                yield f"limitations: {each['kind']} does not name {name}: {sorted(set(told))}"


def _read_differences(expected: Expectation, seen: Observations, mapping: Mapping) -> Iterator[str]:
    left = list(seen.reads)
    for wanted in expected.reads:
        match = next((each for each in left if not list(_one_read(wanted, each, mapping))), None)
        if match is not None:
            left.remove(match)
            continue
        near = [each for each in left if each.surface == wanted.surface and _stands_in(wanted, each, mapping)]
        if not near:
            yield f"read missing: {wanted.surface} {wanted.uri} in {wanted.where}"
            continue
        best = min(near, key=lambda each: len(list(_one_read(wanted, each, mapping))))
        left.remove(best)
        yield f"read in {wanted.where}: " + "; ".join(_one_read(wanted, best, mapping))
    for each in left:
        yield f"read not expected: {each.surface} {each.uri} {each.scope} in {each.at.method}"


def _one_read(wanted: ExpectedRead, read: Read, mapping: Mapping) -> Iterator[str]:
    owner = "app" if read.owner.kind == "app" else f"{read.owner.kind}:{read.owner.name}".lower()
    for name, actual, truth in (
        ("surface", read.surface, wanted.surface),
        ("uri", read.uri, wanted.uri),
        ("exact", read.exact or read.uri is None, wanted.exact),
        ("scope", read.scope, wanted.scope),
        ("fields", list(read.fields), sorted(wanted.fields)),
        ("all_fields", read.all_fields, wanted.all_fields),
        ("reveals", read.reveals, wanted.reveals),
        ("permitted", read.permitted, wanted.permitted),
        ("reachable", read.reachable, wanted.reachable),
        ("owner", owner, wanted.owner.lower()),
        ("triggers", sorted(path.trigger for path in read.paths), sorted(wanted.triggers)),
    ):
        if actual != truth:
            yield f"{name} {actual} instead of {truth}"
    if not _stands_in(wanted, read, mapping):
        yield f"in {read.at.method} instead of {wanted.where}"


def _stands_in(wanted: ExpectedRead, read: Read, mapping: Mapping) -> bool:
    return not {wanted.where, wanted.or_in}.isdisjoint(mapping.places(read.at))


def counts(seen: Observations) -> int:
    """How many reads of the address book count."""
    return sum(each.surface in ADDRESS_BOOK and each.can_happen for each in seen.reads)
