"""Calls of the app's own methods in its scripts: whether what they hand over goes into a request."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import msgspec

from permaudit.apk.named_files import NamedFile, find_named_files
from permaudit.apk.package import Part
from permaudit.catalog.paths import fits
from permaudit.catalog.script_values import ScriptValues
from permaudit.catalog.scripts import ScriptFiles, ScriptFramework
from permaudit.facts.scripts.flow.following import Asked
from permaudit.facts.scripts.follower import ScriptFollower
from permaudit.model.evidence import ADDRESS_BOOK, Bridge, BridgeScope, BridgeSurface, Read, ScriptDoor
from permaudit.model.flow import Flow
from permaudit.model.place import Place

MOST_FILES = 4_000
"""No more scripts and pages than this are searched for one app."""

MOST_BYTES = 64 << 20
"""So many bytes of them are read, and of one file at most the fourth part."""

_MOST_CALLS = 40  # different methods that are looked for
_MOST_HOSTS = 16
_SURFACES: dict[str, BridgeSurface] = {"call-log": "call-log", "sms": "sms"}
_SCOPES: dict[str, BridgeScope] = {"all": "all", "picked": "picked"}


@dataclass(frozen=True, slots=True)
class OwnCallSent:
    """A call whose people a script was seen sending on, with the flows that they come by."""

    flows: frozenset[str]
    framework: str
    call: str
    at: Place
    hosts: tuple[str, ...]


@dataclass(slots=True)
class _Wanted:
    """One method as scripts call it; `hosts` are None until it was seen that what it gives is sent."""

    door: ScriptDoor
    flows: set[str]
    hosts: set[str] | None = None
    call: str = ""
    at: Place | None = None


def follow_own_calls(
    parts: Iterable[Part],
    doors: Iterable[ScriptDoor],
    frameworks: Sequence[ScriptFramework],
    values: ScriptValues,
    documents: frozenset[str] = frozenset(),
) -> tuple[OwnCallSent, ...]:
    """Follow what the methods give in the scripts and pages of the package; `documents` are no servers to send to."""
    wanted = _wanted(doors)
    if not wanted:
        return ()
    follower, files, left = ScriptFollower(values), MOST_FILES, MOST_BYTES
    for content in find_named_files(parts, _chooser(wanted, frameworks, values)):
        if not files or content.size > min(left, MOST_BYTES // 4):
            continue
        files, left = files - 1, left - content.size
        for each in wanted:
            _look(each, content, follower)
    ids = {each.name: each.id for each in frameworks}
    return tuple(
        OwnCallSent(
            frozenset(each.flows),
            ids.get(each.door.framework, each.door.framework),
            each.call,
            each.at,
            tuple(sorted(each.hosts - documents)[:_MOST_HOSTS]),
        )
        for each in wanted
        if each.hosts is not None and each.at is not None
    )


def mark_sent(flows: Iterable[Flow], sent: Iterable[OwnCallSent]) -> tuple[Flow, ...]:
    """The flows; what a script in the package sends on leaves the phone, if it did not do so before."""
    names = {name for each in sent for name in each.flows}
    return tuple(
        msgspec.structs.replace(each, leaves_phone=True, sent_by_script=True)
        if each.id in names and not each.leaves_phone
        else each
        for each in flows
    )


def bridges_of(sent: Iterable[OwnCallSent], flows: Iterable[Flow], reads: Iterable[Read]) -> tuple[Bridge, ...]:
    """A bridge for each call and surface; who is looked up one by one shows in the flow alone."""
    by_id = {read.id: read for read in reads}
    read_of = {flow.id: by_id[flow.read] for flow in flows if flow.read in by_id}
    found: dict[tuple[str, str, str], Bridge] = {}
    for each in sent:
        for read in (read_of[name] for name in sorted(each.flows) if name in read_of):
            surface = "contacts" if read.surface in ADDRESS_BOOK else _SURFACES.get(read.surface)
            if surface is None or read.scope == "lookup" or not read.can_happen:
                continue
            bridge = Bridge(
                each.framework,
                each.call,
                each.at,
                _SCOPES.get(read.scope, "unknown"),
                wired="yes",
                hosts=(),
                surface=surface,
                sends="yes",
                sent_to=each.hosts,
            )
            before = found.get((each.framework, each.call, surface))
            if before is None or (bridge.scope == "all" and before.scope != "all"):
                found[each.framework, each.call, surface] = bridge
    return tuple(found.values())


def _wanted(doors: Iterable[ScriptDoor]) -> list[_Wanted]:
    found: dict[tuple[object, ...], _Wanted] = {}
    for each in doors:
        key = (each.framework, each.method, each.objects, each.got_by)
        found.setdefault(key, _Wanted(each, set())).flows.add(each.flow)
    return list(found.values())[:_MOST_CALLS]


def _chooser(
    wanted: Iterable[_Wanted], frameworks: Iterable[ScriptFramework], values: ScriptValues
) -> Callable[[str], ScriptFiles | None]:
    """Scripts of the frameworks that the methods are of, and pages and scripts anywhere for those of a web page."""
    names = {each.door.framework for each in wanted}
    known = [each for each in frameworks if each.name in names]
    patterns = [files for each in known for files in each.scripts if files.form == "javascript"]
    if names - {each.name for each in known}:
        patterns += [ScriptFiles(name=each, form="javascript") for each in values.pages]
    split = [(each.name.split("*"), each) for each in patterns]
    return lambda name: next((each for pieces, each in split if fits(pieces, name)), None)


def _look(wanted: _Wanted, content: NamedFile[ScriptFiles], follower: ScriptFollower) -> None:
    door = wanted.door
    asked = Asked(
        objects=frozenset(door.objects),
        methods=frozenset({door.method}),
        got_by=frozenset(door.got_by),
        only_callback=True,
    )
    sent = follower.follow(content, asked, MOST_BYTES)
    if not sent.sends:
        return
    if wanted.hosts is None:
        wanted.hosts = set()
        wanted.call = f"{sent.object_name}.{door.method}" if sent.object_name else door.method
        wanted.at = Place(content.part, file=content.file, offset=sent.at)
    wanted.hosts |= sent.hosts
