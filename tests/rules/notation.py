"""The short notation of `<id>.cases.yaml` (rules/README.md, Cases) into Observations."""

from __future__ import annotations

from pathlib import Path

import msgspec
import yaml

from permaudit.model.app import App, InputFile, Tristate
from permaudit.model.evidence import CallPath, Entry, Picker, Read, Reveals, Scope, Surface, Trigger
from permaudit.model.flow import Address, Flow, Role, Sink, Transform
from permaudit.model.limitation import Hidden, Limitation, LimitationKind
from permaudit.model.message import message
from permaudit.model.observations import Observations
from permaudit.model.permission import Door, Permission, PermissionSource, SpecialAccess
from permaudit.model.place import Method, Owner, Place

PLAIN_REVEALS: dict[Scope, Reveals] = {
    "all": "everyone",
    "filtered": "some",
    "lookup": "one",
    "picked": "one",
    "unknown": "unknown",
}
LEAVING_SINKS: frozenset[Sink] = frozenset({"network", "sms", "email", "other-app"})
_SOMEWHERE = Method("Lcom/example/loan/Main;", "run", "()V")


class _Written(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A notation in which a misspelt attribute is an error."""


class WrittenRead(_Written, frozen=True, forbid_unknown_fields=True):
    surface: Surface
    scope: Scope = "all"
    fields: tuple[str, ...] = ()
    all_fields: bool = False
    carried: tuple[str, ...] = ()
    reveals: Reveals | None = None
    trigger: tuple[Trigger, ...] = ()
    owner: str = "app"
    permitted: bool = True
    reachable: Tristate = "yes"
    watches: bool = False


class WrittenPermission(_Written, frozen=True, forbid_unknown_fields=True):
    name: str
    part: str = "base.apk"
    source: PermissionSource = "declared"
    implied_by: str | None = None
    max_sdk: int | None = None
    group: str | None = None
    used: Tristate = "unknown"
    held_now: bool = True
    install_time: bool = False
    silent_with: tuple[str, ...] = ()


class WrittenAccess(_Written, frozen=True, forbid_unknown_fields=True):
    door: Door
    part: str = "base.apk"
    grants: tuple[str, ...] = ()


class WrittenPicker(_Written, frozen=True, forbid_unknown_fields=True):
    action: str
    many: bool = False
    reachable: Tristate = "yes"


class WrittenFlow(_Written, frozen=True, forbid_unknown_fields=True):
    read: str = "r1"
    sink: Sink = "network"
    fields: tuple[str, ...] = ()
    role: Role = "content"
    leaves_phone: bool | None = None
    user_confirmed: bool = False
    transforms: tuple[Transform, ...] = ()
    address: tuple[str, ...] = ()
    owner: str = "app"
    reachable: Tristate = "yes"


class WrittenLimitation(_Written, frozen=True, forbid_unknown_fields=True):
    kind: LimitationKind
    hides: tuple[Hidden, ...] = ()


class WrittenObservations(_Written, frozen=True, forbid_unknown_fields=True):
    permissions: tuple[WrittenPermission, ...] = ()
    special_access: tuple[WrittenAccess, ...] = ()
    reads: tuple[WrittenRead, ...] = ()
    flows: tuple[WrittenFlow, ...] = ()
    pickers: tuple[WrittenPicker, ...] = ()
    limitations: tuple[WrittenLimitation, ...] = ()


class Case(_Written, frozen=True, forbid_unknown_fields=True):
    """One case: what was seen, and what the rule says to it."""

    name: str
    observations: WrittenObservations
    expect: Tristate


def load_cases(path: Path) -> tuple[Case, ...]:
    """All cases of one file."""
    return msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), tuple[Case, ...])


def observations_of(written: WrittenObservations) -> Observations:
    """The Observations that the notation stands for."""
    reads = [_read(each, number) for number, each in enumerate(written.reads, 1)]
    return Observations(
        source=InputFile("app.apk", "apk", 0, "", ()),
        app=App("com.example.loan"),
        permissions=tuple(
            Permission(**{name: getattr(each, name) for name in each.__struct_fields__}) for each in written.permissions
        ),
        special_access=tuple(
            SpecialAccess(door=each.door, part=each.part, grants=each.grants) for each in written.special_access
        ),
        reads=tuple(each for each in reads if not each.watches),
        watches=tuple(each for each in reads if each.watches),
        flows=tuple(_flow(each, number) for number, each in enumerate(written.flows, 1)),
        pickers=tuple(Picker(_place(), each.action, each.many, each.reachable) for each in written.pickers),
        limitations=tuple(Limitation(each.kind, message("test"), each.hides) for each in written.limitations),
    )


def _read(written: WrittenRead, number: int) -> Read:
    """A read; an observer hands over nobody (rules/README.md)."""
    return Read(
        id=f"{'w' if written.watches else 'r'}{number}",
        surface=written.surface,
        uri=None,
        exact=True,
        scope=written.scope,
        fields=written.fields,
        all_fields=written.all_fields,
        reveals=written.reveals or ("nobody" if written.watches else PLAIN_REVEALS[written.scope]),
        api="",
        at=_place(),
        owner=Owner(written.owner),
        permission=None,
        permitted=written.permitted,
        reachable=written.reachable,
        paths=tuple(CallPath(trigger, Entry(_SOMEWHERE), ()) for trigger in written.trigger),
        watches=written.watches,
        carried=written.carried,
    )


def _flow(written: WrittenFlow, number: int) -> Flow:
    """A flow; where nothing is stated, it leaves the phone as its sink does (rules/README.md)."""
    leaves = written.leaves_phone
    if leaves is None:
        leaves = written.sink in LEAVING_SINKS and not written.user_confirmed
    return Flow(
        id=f"f{number}",
        read=written.read,
        fields=written.fields,
        sink=written.sink,
        role=written.role,
        leaves_phone=leaves,
        user_confirmed=written.user_confirmed,
        api="",
        at=_place(),
        addresses=tuple(
            Address(url, url.partition("://")[2].partition("/")[0], cleartext=url.startswith("http://"))
            for url in written.address
        ),
        transforms=written.transforms,
        owner=Owner(written.owner),
        reachable=written.reachable,
    )


def _place() -> Place:
    return Place("base.apk", "classes.dex", _SOMEWHERE, None, 0)


def seen(**written: object) -> Observations:
    """Observations in the short notation: `seen(reads=[{"surface": "contacts"}])`."""
    return observations_of(msgspec.convert(written, WrittenObservations))
