"""The published shape of `--format json`, schema `permaudit/report/1`: fields may be added, none changes meaning."""

from __future__ import annotations

from typing import Literal

import msgspec

from permaudit.model.app import InputKind, Tristate
from permaudit.model.evidence import BridgeScope, BridgeSurface, Reveals, Scope, SeenAs, Surface, Trigger, Via
from permaudit.model.finding import Could, Does, Level
from permaudit.model.flow import FlowVia, Role, Sink, Transform
from permaudit.model.limitation import Hidden, LimitationKind
from permaudit.model.permission import Door, PermissionSource
from permaudit.model.rule import Confidence, Severity

Sha256 = str


class ToolV1(msgspec.Struct, frozen=True):
    """Which program and which rules made the report."""

    version: str
    rules_sha256: Sha256


class PartV1(msgspec.Struct, frozen=True):
    """One APK of the app; size in bytes."""

    name: str
    size: int
    sha256: Sha256


class InputV1(msgspec.Struct, frozen=True):
    """What was audited; size in bytes."""

    name: str
    kind: InputKind
    size: int
    sha256: Sha256
    parts: list[PartV1]


class SignerV1(msgspec.Struct, frozen=True):
    """A certificate the package carries; `verified` says whether the signature was checked."""

    sha256: Sha256
    subject: str
    schemes: list[int]
    verified: Tristate


class AppV1(msgspec.Struct, frozen=True):
    """Who the app says it is."""

    package: str
    label: str | None
    version_name: str | None
    version_code: int | None
    min_sdk: int | None
    target_sdk: int | None
    signers: list[SignerV1]


class VerdictV1(msgspec.Struct, frozen=True):
    """The answer; `because` names the rules it rests on."""

    could: Could
    does: Does
    level: Level
    cannot_tell: bool
    because: list[str]


class PermissionV1(msgspec.Struct, frozen=True):
    """A permission the app gets or may ask for, as a current phone sees it."""

    name: str
    part: str
    source: PermissionSource
    implied_by: str | None
    min_sdk: int | None
    max_sdk: int | None
    group: str | None
    protection: str | None
    used: Tristate
    held_now: bool
    install_time: bool
    silent_with: list[str]


class SpecialAccessV1(msgspec.Struct, frozen=True):
    """Another door to the same people: a special service or role."""

    door: Door
    part: str
    component: str | None
    grants: list[str]


class PlaceV1(msgspec.Struct, frozen=True):
    """An instruction, or a place in another file; null where a member does not apply.

    `offset` counts 16-bit code units from the start of the method as `dexdump -d` prints them, or bytes in `file`.
    """

    part: str
    dex: str | None
    class_name: str | None = msgspec.field(name="class")
    method: str | None
    descriptor: str | None
    file: str | None
    offset: int | None


class OwnerV1(msgspec.Struct, frozen=True):
    """Who wrote the code."""

    kind: Literal["app", "library", "unknown"]
    name: str | None


class EntryV1(msgspec.Struct, frozen=True):
    """Where a path begins: a method Android calls, and the component it belongs to."""

    class_name: str = msgspec.field(name="class")
    method: str
    descriptor: str
    component: str | None


class StepV1(msgspec.Struct, frozen=True):
    """One method of a path; `offset` and `via` say which instruction leads to the next step, or is the read."""

    class_name: str = msgspec.field(name="class")
    method: str
    descriptor: str
    offset: int | None
    via: Via


class PathV1(msgspec.Struct, frozen=True):
    """The shortest way found for one trigger."""

    trigger: Trigger
    entry: EntryV1
    steps: list[StepV1]


class ReadV1(msgspec.Struct, frozen=True):
    """One read of people's data."""

    id: str
    surface: Surface
    uri: str | None
    exact: bool
    scope: Scope
    fields: list[str]
    all_fields: bool
    reveals: Reveals
    api: str
    at: PlaceV1
    owner: OwnerV1
    permission: str | None
    permitted: bool
    reachable: Tristate
    watches: bool
    carried_fields: list[str]
    paths: list[PathV1]


class PickerV1(msgspec.Struct, frozen=True):
    """Code that opens Android's contact picker; `many` if several people can be ticked."""

    at: PlaceV1
    action: str
    many: bool
    reachable: Tristate


class AddressV1(msgspec.Struct, frozen=True):
    """Where a network sink sends: `url` is only the beginning of it unless `exact`, `cleartext` is http://.

    Unless `told`, it stands next to what sends, and the code that joins the two was not followed.
    """

    url: str
    host: str
    exact: bool
    cleartext: bool
    told: bool


class FlowStepV1(PlaceV1, frozen=True):
    """One instruction that carries the data on; `what` names the method, field or key it goes through."""

    via: FlowVia
    what: str


class FlowV1(msgspec.Struct, frozen=True):
    """One way of the data from a read to a sink; its triggers are those of the read.

    `fields` is empty where it could not be told which of them reach the sink, `addresses` and `hosts` where no
    address is visible in the app. `cleartext` says that any of the addresses is known to be http://.
    `sent_by_script`: it leaves the phone because a script in the package was seen sending what it is handed.
    """

    id: str
    read: str
    fields: list[str]
    sink: Sink
    role: Role
    leaves_phone: bool
    sent_by_script: bool
    user_confirmed: bool
    api: str
    at: PlaceV1
    addresses: list[AddressV1]
    hosts: list[str]
    cleartext: bool
    transforms: list[Transform]
    owner: OwnerV1
    reachable: Tristate
    steps: list[FlowStepV1]


class BridgeV1(msgspec.Struct, frozen=True):
    """A call on the script side of a hybrid app for contacts, or for what else `surface` says.

    `wired`: whether the native part that answers it is in the app. `seen_as`: in the `source` of a script, or only
    among the `strings` of a compiled one. `requests` and `hosts` stand beside it in its source. `sends`: "yes" where
    the script was seen putting what the call gives into a request, else "unknown"; `sent_to` are the servers of such
    requests.
    """

    framework: str
    call: str
    at: PlaceV1
    scope: BridgeScope
    wired: Tristate
    seen_as: SeenAs
    requests: list[str]
    hosts: list[str]
    surface: BridgeSurface
    sends: Tristate
    sent_to: list[str]


class LimitationV1(msgspec.Struct, frozen=True):
    """What could not be seen; material if `hides` is not empty. `detail` is in the reader's language."""

    kind: LimitationKind
    detail: str
    hides: list[Hidden]


class UriCallsV1(msgspec.Struct, frozen=True):
    """How the calls that take a URI came out: the address book or a neighbour, something else, or unresolved."""

    surfaces: int
    other: int
    unresolved: int


class CoverageV1(msgspec.Struct, frozen=True):
    """How much code there was and how much of it was looked into; `hidden` is what material limitations hide.

    `components` are classes that the manifest has Android start, `missing_components` those that no code defines.
    """

    dex_files: int
    methods: int
    instructions: int
    methods_decoded: int
    uri_calls: UriCallsV1
    components: int
    missing_components: int
    hidden: list[Hidden]


class FindingV1(msgspec.Struct, frozen=True):
    """A rule that came out yes or unknown; texts in the reader's language."""

    rule: str
    title: str
    category: str
    severity: Severity
    confidence: Confidence
    outcome: Tristate
    why: str
    advice: str
    evidence: list[str]
    clauses: list[str]
