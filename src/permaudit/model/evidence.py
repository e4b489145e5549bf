"""What the code does: reads of the address book and its neighbours, with the call paths that reach them."""

from __future__ import annotations

from typing import Literal

import msgspec

from permaudit.model.app import Tristate
from permaudit.model.place import Method, Owner, Place

Surface = Literal[
    "contacts",
    "legacy-contacts",
    "profile",
    "sim",
    "call-log",
    "sms",
    "accounts",
    "voicemail",
    "own-number",
    "calendar",
]
Scope = Literal["all", "filtered", "lookup", "picked", "unknown"]
BridgeScope = Literal["all", "picked", "unknown"]
BridgeSurface = Literal["contacts", "call-log", "sms"]
SeenAs = Literal["source", "strings"]
Reveals = Literal["everyone", "some", "one", "nobody", "unknown"]
Trigger = Literal[
    "app-start",
    "screen-open",
    "tap",
    "permission-granted",
    "boot",
    "schedule",
    "push",
    "sms-received",
    "contacts-changed",
    "script",
    "other-app",
    "background",
    "other",
]
Via = Literal["call", "virtual", "allocation", "static-init", "intent", "layout", "reflection", "script"]

ADDRESS_BOOK: frozenset[str] = frozenset({"contacts", "legacy-contacts", "sim"})
"""The surfaces that `does` speaks about (DESIGN.md section 1)."""


class Step(msgspec.Struct, frozen=True):
    """One method of a path; `offset` and `via` say which instruction leads to the next step, and how.

    The last step is the method that reads; its offset is that of the read. `offset` is None where no instruction
    of the app leads on.
    """

    method: Method
    offset: int | None
    via: Via


class Entry(msgspec.Struct, frozen=True):
    """Where a path begins: a method Android itself calls, and the manifest component it belongs to."""

    method: Method
    component: str | None = None


class CallPath(msgspec.Struct, frozen=True):
    """The shortest way found for one trigger, from the entry to the method that reads."""

    trigger: Trigger
    entry: Entry
    steps: tuple[Step, ...]


class Read(msgspec.Struct, frozen=True):
    """One read of people's data.

    `uri` is the resolved content URI (None for a plain API such as getAccounts); `exact` is false where part of it
    is built at run time. `fields` are the human names of what the code names; `all_fields` says that it fetches every
    column, and `carried` what those rows then hold, whether the code names it or not.
    """

    id: str
    surface: Surface
    uri: str | None
    exact: bool
    scope: Scope
    fields: tuple[str, ...]
    all_fields: bool
    reveals: Reveals
    api: str
    at: Place
    owner: Owner
    permission: str | None
    permitted: bool
    reachable: Tristate
    paths: tuple[CallPath, ...] = ()
    watches: bool = False
    carried: tuple[str, ...] = ()

    @property
    def can_happen(self) -> bool:
        """Whether a read counts: permitted, not proven unreachable, and more than a count of rows."""
        return self.permitted and self.reachable != "no" and self.reveals != "nobody"


class Picker(msgspec.Struct, frozen=True):
    """Code that asks Android's contact picker: the person ticks whom to share. `many` if several can be ticked."""

    at: Place
    action: str
    many: bool = False
    reachable: Tristate = "unknown"


class UriCalls(msgspec.Struct, frozen=True):
    """How the calls that take a URI came out: the address book or a neighbour, something else, or unresolved."""

    surfaces: int = 0
    other: int = 0
    unresolved: int = 0


class CodeCoverage(msgspec.Struct, frozen=True):
    """How much code there was and how much of it was looked into.

    `components` are classes that the manifest has Android start, `missing_components` those that no code defines.
    """

    dex_files: int = 0
    methods: int = 0
    instructions: int = 0
    methods_decoded: int = 0
    uri_calls: UriCalls = UriCalls()
    components: int = 0
    missing_components: int = 0


class Bridge(msgspec.Struct, frozen=True):
    """A call on the script side of a hybrid app for contacts, or for the people of another surface.

    `scope` is what such a call is made for: everyone, those the person ticks, or not known. `wired` says whether the
    native part that answers it is in the app. `seen_as`: in the `source` of a script, or only among the `strings` of
    one that was compiled, so that it may never be called. `requests` and `hosts` stand beside the call in its source:
    texts by which scripts talk to servers, and names of servers. `sends` is "yes" where the script was seen putting
    what the call gives into a request, and `sent_to` are the servers that such requests name; it is never "no".
    """

    framework: str
    call: str
    at: Place
    scope: BridgeScope = "unknown"
    wired: Tristate = "unknown"
    seen_as: SeenAs = "source"
    requests: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    surface: BridgeSurface = "contacts"
    sends: Tristate = "unknown"
    sent_to: tuple[str, ...] = ()


class ScriptDoor(msgspec.Struct, frozen=True):
    """A method of the app by which a script is handed what a flow carries, as the script calls it.

    `objects` are the names that its object may have there; or it is given by one of the functions `got_by`.
    """

    flow: str
    framework: str
    method: str
    objects: tuple[str, ...] = ()
    got_by: tuple[str, ...] = ()
