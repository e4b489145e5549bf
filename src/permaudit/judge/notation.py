"""The short notation of `<id>.cases.yaml` (rules/README.md, Cases) into Observations."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import msgspec

from permaudit.judge.written import (
    WrittenAsk,
    WrittenCall,
    WrittenComponent,
    WrittenFlow,
    WrittenObservations,
    WrittenRead,
)
from permaudit.model.app import App, InputFile
from permaudit.model.behaviour import ApiCall, PermissionAsk, TextSeen
from permaudit.model.evidence import (
    Bridge,
    CallPath,
    Entry,
    Picker,
    Read,
    Reveals,
    Scope,
    Trigger,
)
from permaudit.model.flow import Address, Flow, Sink
from permaudit.model.limitation import Limitation
from permaudit.model.manifest import Component, ComponentKind, IntentFilter
from permaudit.model.message import Message
from permaudit.model.observations import Observations
from permaudit.model.package_facts import FileSeen, LibrarySeen, PackerSeen
from permaudit.model.permission import Permission, SpecialAccess
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


def seen(**written: Any) -> Observations:  # noqa: ANN401  as YAML writes it
    """Observations in the short notation: `seen(reads=[{"surface": "contacts"}])`."""
    return observations_of(msgspec.convert(written, WrittenObservations))


def observations_of(written: WrittenObservations) -> Observations:
    """The Observations that the notation stands for."""
    reads = [_read(each, number) for number, each in enumerate(written.reads, 1)]
    entries = {each.entry for each in written.reads if each.entry is not None}
    components = [_component(each) for each in written.components]
    components += [Component(kind, _entry_name(kind), "base.apk") for kind in sorted(entries)]
    return Observations(
        source=InputFile("app.apk", "apk", 0, "", ()),
        app=App("com.example.loan", target_sdk=written.target_sdk),
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
        calls=tuple(_call(each, number) for number, each in enumerate(written.calls, 1)),
        asks=tuple(_ask(each, number) for number, each in enumerate(written.requests, 1)),
        texts=tuple(TextSeen(each.id, each.id, _place(), Owner(each.owner)) for each in written.strings),
        files=tuple(FileSeen(each, Place("base.apk", file=f"assets/{each}")) for each in written.assets),
        libraries=tuple(
            LibrarySeen(each.name, each.kind, None, reads_people=each.reads_people) for each in written.libraries
        ),
        packers=tuple(PackerSeen(each.id, each.id, _place(), "", each.hides_code) for each in written.packers),
        bridges=tuple(
            Bridge(
                each.framework,
                each.call,
                _place(),
                each.scope,
                each.wired,
                each.seen_as,
                surface=each.surface,
                sends=each.sends,
            )
            for each in written.bridges
        ),
        components=tuple(components),
        flags=written.manifest,
        signing=written.signing,
        limitations=tuple(Limitation(each.kind, Message("test"), each.hides) for each in written.limitations),
        looked_for=written.looked_for,
        refused=written.refused,
    )


def _component(written: WrittenComponent) -> Component:
    return Component(
        kind=written.kind,
        class_name=written.class_name,
        part="base.apk",
        exported=written.exported,
        enabled=written.enabled,
        permission=written.permission,
        filters=(IntentFilter(written.actions),) if written.actions else (),
    )


def _call(written: WrittenCall, number: int) -> ApiCall:
    return ApiCall(
        id=f"c{number}",
        api=written.api,
        method="",
        at=_place(),
        owner=Owner(written.owner),
        permitted=written.permitted,
        reachable=written.reachable,
        paths=_paths(written.trigger),
    )


def _ask(written: WrittenAsk, number: int) -> PermissionAsk:
    return PermissionAsk(
        id=f"a{number}",
        permissions=written.permissions,
        complete=written.complete,
        method="",
        at=_place(),
        owner=Owner(written.owner),
        reachable=written.reachable,
        paths=_paths(written.trigger),
    )


def _paths(triggers: tuple[Trigger, ...], entry: ComponentKind | None = None) -> tuple[CallPath, ...]:
    component = None if entry is None else _entry_name(entry)
    return tuple(CallPath(trigger, Entry(_SOMEWHERE, component), ()) for trigger in triggers)


def _entry_name(kind: ComponentKind) -> str:
    return f"com.example.loan.Entered{kind.title()}"


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
        paths=_paths(written.trigger, written.entry),
        watches=written.watches,
        carried=written.carried,
    )


def _flow(written: WrittenFlow, number: int) -> Flow:
    """A flow; where nothing is stated, it leaves the phone as its sink does (rules/README.md)."""
    leaves = written.leaves_phone
    if leaves is None:
        leaves = (written.sink in LEAVING_SINKS and not written.user_confirmed) or written.sent_by_script
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
        addresses=tuple(Address(url, _host(url), cleartext=url.startswith("http://")) for url in written.address),
        transforms=written.transforms,
        owner=Owner(written.owner),
        reachable=written.reachable,
        sent_by_script=written.sent_by_script,
    )


def _host(url: str) -> str:
    """The server of an address, without its port, and without the brackets of an IPv6 address."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _place() -> Place:
    return Place("base.apk", "classes.dex", _SOMEWHERE, None, 0)
