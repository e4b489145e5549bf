"""What a `<id>.cases.yaml` may write of an app, in the short notation (rules/README.md, Cases)."""

from __future__ import annotations

import msgspec

from permaudit.model.app import Tristate
from permaudit.model.evidence import (
    BridgeScope,
    BridgeSurface,
    Reveals,
    Scope,
    SeenAs,
    Surface,
    Trigger,
)
from permaudit.model.flow import Role, Sink, Transform
from permaudit.model.limitation import Hidden, LimitationKind
from permaudit.model.manifest import ComponentKind
from permaudit.model.observations import LookedFor
from permaudit.model.package_facts import ManifestFlags, Refusals, Signing
from permaudit.model.permission import Door, PermissionSource


class _Written(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A notation in which a misspelt attribute is an error."""


class WrittenRead(_Written, frozen=True, forbid_unknown_fields=True):
    """A read; its scope says what it reveals, unless that is stated."""

    surface: Surface
    scope: Scope = "all"
    fields: tuple[str, ...] = ()
    all_fields: bool = False
    carried: tuple[str, ...] = ()
    reveals: Reveals | None = None
    trigger: tuple[Trigger, ...] = ()
    entry: ComponentKind | None = None
    owner: str = "app"
    permitted: bool = True
    reachable: Tristate = "yes"
    watches: bool = False


class WrittenPermission(_Written, frozen=True, forbid_unknown_fields=True):
    """A permission that is requested."""

    name: str
    part: str = "base.apk"
    source: PermissionSource = "declared"
    implied_by: str | None = None
    min_sdk: int | None = None
    max_sdk: int | None = None
    group: str | None = None
    used: Tristate = "unknown"
    held_now: bool = True
    install_time: bool = False
    silent_with: tuple[str, ...] = ()


class WrittenCall(_Written, frozen=True, forbid_unknown_fields=True):
    """A call of a method that the catalogue names."""

    api: str
    trigger: tuple[Trigger, ...] = ()
    owner: str = "app"
    permitted: bool = True
    reachable: Tristate = "yes"


class WrittenAsk(_Written, frozen=True, forbid_unknown_fields=True):
    """A question for permissions; not `complete` if some of them are not known."""

    permissions: tuple[str, ...] = ()
    complete: bool = True
    trigger: tuple[Trigger, ...] = ()
    owner: str = "app"
    reachable: Tristate = "yes"


class WrittenText(_Written, frozen=True, forbid_unknown_fields=True):
    """A text of the catalogue that the code holds."""

    id: str
    owner: str = "app"


class WrittenLibrary(_Written, frozen=True, forbid_unknown_fields=True):
    """A library of the catalogue."""

    name: str
    kind: str = "tools"
    reads_people: bool = False


class WrittenPacker(_Written, frozen=True, forbid_unknown_fields=True):
    """A packer of the catalogue."""

    id: str
    hides_code: bool = False


class WrittenComponent(_Written, frozen=True, forbid_unknown_fields=True, rename={"class_name": "class"}):
    """A component of the manifest."""

    kind: ComponentKind
    class_name: str = "com.example.loan.Part"
    actions: tuple[str, ...] = ()
    permission: str | None = None
    exported: bool = False
    enabled: bool = True


class WrittenBridge(_Written, frozen=True, forbid_unknown_fields=True):
    """A call for people from a script."""

    framework: str = "uni-app"
    surface: BridgeSurface = "contacts"
    call: str = "contacts"
    scope: BridgeScope = "all"
    wired: Tristate = "yes"
    seen_as: SeenAs = "source"
    sends: Tristate = "unknown"


class WrittenAccess(_Written, frozen=True, forbid_unknown_fields=True):
    """A special service or role."""

    door: Door
    part: str = "base.apk"
    grants: tuple[str, ...] = ()


class WrittenPicker(_Written, frozen=True, forbid_unknown_fields=True):
    """Code that opens the contact list for somebody to be ticked."""

    action: str
    many: bool = False
    reachable: Tristate = "yes"


class WrittenFlow(_Written, frozen=True, forbid_unknown_fields=True):
    """A way of the data; that of the first read, unless another is stated."""

    read: str = "r1"
    sink: Sink = "network"
    fields: tuple[str, ...] = ()
    role: Role = "content"
    leaves_phone: bool | None = None
    sent_by_script: bool = False
    user_confirmed: bool = False
    transforms: tuple[Transform, ...] = ()
    address: tuple[str, ...] = ()
    owner: str = "app"
    reachable: Tristate = "yes"


class WrittenLimitation(_Written, frozen=True, forbid_unknown_fields=True):
    """Something that could not be seen."""

    kind: LimitationKind
    hides: tuple[Hidden, ...] = ()


class WrittenObservations(_Written, frozen=True, forbid_unknown_fields=True):
    """What was seen; whatever is not stated is the plain case. `not_looked_for` are ids that no audit looked for."""

    target_sdk: int | None = 34
    permissions: tuple[WrittenPermission, ...] = ()
    special_access: tuple[WrittenAccess, ...] = ()
    components: tuple[WrittenComponent, ...] = ()
    manifest: ManifestFlags = ManifestFlags(cleartext="no", trusts_user_certificates="no")
    signing: Signing = Signing()
    reads: tuple[WrittenRead, ...] = ()
    flows: tuple[WrittenFlow, ...] = ()
    pickers: tuple[WrittenPicker, ...] = ()
    calls: tuple[WrittenCall, ...] = ()
    requests: tuple[WrittenAsk, ...] = ()
    strings: tuple[WrittenText, ...] = ()
    assets: tuple[str, ...] = ()
    libraries: tuple[WrittenLibrary, ...] = ()
    packers: tuple[WrittenPacker, ...] = ()
    bridges: tuple[WrittenBridge, ...] = ()
    limitations: tuple[WrittenLimitation, ...] = ()
    looked_for: LookedFor | None = None
    refused: Refusals = Refusals()
