"""The entries of the catalogue: one frozen value for each kind of fact about the Android surface."""

from __future__ import annotations

import re
from typing import Annotated, Literal

import msgspec

from permaudit.catalog.references import (
    AnyMimeType,
    ContentUri,
    Descriptor,
    MethodPattern,
    MethodReference,
    MethodSignature,
)
from permaudit.model.evidence import Scope, Trigger
from permaudit.model.evidence import Surface as SurfaceName
from permaudit.model.permission import Door

_PARAMETER = re.compile(r"\[*(?:[ZBSCIJFD]|L[^;]+;)")

Field = Literal[
    "name",
    "phone",
    "email",
    "address",
    "organization",
    "birthday",
    "event",
    "relation",
    "note",
    "nickname",
    "photo",
    "im",
    "website",
    "sip",
    "group",
    "account",
    "contact-id",
    "starred",
    "contact-frequency",
    "ringtone",
    "message-text",
    "call-time",
    "call-duration",
    "call-direction",
]
"""Human names of what a column shows (DESIGN.md section 6)."""


class UriMethod(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A static method of the framework that returns a content URI.

    `{n}` in `uri` stands for declared parameter n; `names` gives the text for a number of a parameter, where it is not
    the number itself.
    """

    method: MethodReference
    uri: ContentUri
    names: dict[str, dict[str, str]] = {}


class UriPath(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A path that a provider answers.

    In `path`, `#` is one segment with a number (or one built at run time), `*` is one segment, `**` any rest, and an
    empty path is the bare authority. `authority` limits the path to one authority of the surface. `people` is false
    where the rows name nobody. `opens` says that the path can also be opened as a file, which yields `stream_fields`.
    """

    path: str
    table: str
    scope: Scope
    people: bool = True
    opens: bool = False
    stream_fields: tuple[Field, ...] = ()
    authority: str | None = None


class Surface(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place where people's data lies.

    `permission` guards reading its URIs. `own` is true where the rows are about the owner of the phone only.
    A surface without authorities is read through plain methods (`Api` of kind `direct`).
    """

    id: SurfaceName
    permission: str | None
    authorities: tuple[str, ...] = ()
    own: bool = False
    paths: tuple[UriPath, ...] = ()


class Table(msgspec.Struct, frozen=True):
    """What each column of a table shows about a person; an empty tuple is a column that shows nothing.

    With `mime`, `data1` to `data15` mean what the row's MIME type says (`MimeRow`), and stand here as empty.
    """

    name: str
    columns: dict[str, tuple[Field, ...]]
    mime: bool = False

    @property
    def fields(self) -> tuple[Field, ...]:
        """Everything the whole table shows, sorted; without what MIME rows add."""
        return tuple(sorted({field for fields in self.columns.values() for field in fields}))


class MimeRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of data row: what it shows altogether and in which columns."""

    mime_type: AnyMimeType
    fields: tuple[Field, ...]
    columns: dict[str, tuple[Field, ...]]


class _MethodEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An entry about one method, taken apart on demand."""

    method: MethodPattern

    @property
    def class_name(self) -> str:
        """The class descriptor."""
        return self.method.partition("->")[0]

    @property
    def name(self) -> str:
        """The method's name."""
        return self.method.partition("->")[2].partition("(")[0]


class ExactMethodEntry(_MethodEntry, frozen=True, forbid_unknown_fields=True):
    """An entry about exactly one overload."""

    method: MethodReference

    @property
    def descriptor(self) -> str:
        """Parameters and return type."""
        return self.method[self.method.index("(") :]

    @property
    def parameters(self) -> tuple[str, ...]:
        """The types of the declared parameters."""
        return tuple(_PARAMETER.findall(self.descriptor.partition(")")[0]))


POSITIONS = ("uri", "projection", "selection", "selection_args", "order", "bundle", "authority", "command")
"""The attributes of an Api that are positions of parameters."""


class Api(ExactMethodEntry, frozen=True, forbid_unknown_fields=True):
    """A framework or library method that reads people's data, or watches it.

    Positions count the declared parameters from 0, without the receiver; None where the method has no such
    parameter. `inherited`: an app's subclass may stand as the class of the call, or the method is a super
    constructor. `result` says where the data comes out: the return value, a `callback` (name and descriptor), or the
    receiver (a loader). `fields` are given where the method itself fixes what is read. Kind `direct` has no URI:
    `surface`, `scope` and `permissions` (any of them) stand here; `people` is false if the result names nobody.
    """

    id: str
    kind: Literal["query", "open", "photo", "watch", "call", "client", "direct"]
    uri: int | None = None
    projection: int | None = None
    selection: int | None = None
    selection_args: int | None = None
    order: int | None = None
    bundle: int | None = None
    authority: int | None = None
    command: int | None = None
    inherited: bool = False
    result: Literal["return", "callback", "receiver"] = "return"
    callback: MethodSignature | None = None
    surface: SurfaceName | None = None
    scope: Scope | None = None
    fields: tuple[Field, ...] = ()
    permissions: tuple[str, ...] = ()
    people: bool = True


class Callback(msgspec.Struct, frozen=True):
    """A method that Android or a library calls when something outside the app happens."""

    class_name: str
    name: str
    descriptor: str
    trigger: Trigger


ComponentName = Literal[
    "application",
    "activity",
    "service",
    "receiver",
    "provider",
    "instrumentation",
    "backup-agent",
    "component-factory",
    "initializer",
    "fragment",
]


class MethodShape(msgspec.Struct, frozen=True):
    """A method by name and descriptor, whatever class has it."""

    name: str
    descriptor: str


class ComponentCatalog(msgspec.Struct, frozen=True):
    """How Android enters the app: methods by kind of component, and triggers by intent action."""

    lifecycle: dict[ComponentName, tuple[MethodShape, ...]]
    action_triggers: dict[str, Trigger]


class Starter(_MethodEntry, frozen=True, forbid_unknown_fields=True):
    """A method by which code has another component or job run; `trigger` is None where the start is immediate."""

    starts: Literal["service", "activity", "receiver", "job", "alarm"]
    trigger: Trigger | None = None
    inherited: bool = False

    @property
    def descriptor(self) -> str | None:
        """Parameters and return type, or None for all overloads."""
        _, bracket, rest = self.method.partition("(")
        return bracket + rest if bracket else None


class PickerAction(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An intent action that lets the person pick.

    `contacts_only` is true where the action itself means contacts, so that no MIME type or URI need show it;
    `many` where several people can be ticked at once without a further extra.
    """

    action: str
    contacts_only: bool = False
    many: bool = False


class PickerCatalog(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the contact picker is asked for, and how its answer is fetched."""

    actions: tuple[PickerAction, ...]
    mime_types: tuple[AnyMimeType, ...]
    multiple_extras: tuple[str, ...]
    contract_classes: tuple[Descriptor, ...]
    result_getters: tuple[MethodReference, ...]


class PlatformPermission(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A permission that Android itself defines.

    `group` is the effective one on a current phone, None where Android shows none. Where `install_time_below_sdk` is
    stated, an app with a lower target SDK (or any app on an older phone) gets it at installation without a question.
    """

    name: str
    protection: Literal["normal", "dangerous", "signature", "appop", "role", "internal"]
    sentence: str
    group: str | None = None
    since_sdk: int = 1
    install_time_below_sdk: int | None = None
    note: str | None = None


class SplitPermission(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Declaring one permission implies others: always, or below a target SDK."""

    declared: str
    implies: tuple[str, ...]
    below_target_sdk: int | None = None


class DoorComponent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A manifest component: its kind, the permission that guards it, and actions and meta-data, one of each needed."""

    kind: Literal["activity", "service", "receiver"]
    permission: str | None = None
    actions: tuple[str, ...] = ()
    meta_data: tuple[str, ...] = ()


class DoorShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a manifest shows a special service or role.

    It is shown by any one of `components`, or by requesting any one of `permissions`. `grants` are the permissions
    that come with a role without a further question; only those that the manifest declares count.
    """

    door: Door
    sentence: str
    role: str | None = None
    components: tuple[DoorComponent, ...] = ()
    permissions: tuple[str, ...] = ()
    grants: tuple[str, ...] = ()


class Library(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Third-party code known by its package, `Lcom/squareup/picasso/`.

    `reads_people` says whether the vendor's own documents or code show that it reads contacts, calls or messages.
    """

    prefix: Annotated[str, msgspec.Meta(pattern=r"^L[^;()]+/$")]
    name: str
    kind: Literal[
        "platform",
        "language",
        "image",
        "network",
        "data",
        "reactive",
        "permissions",
        "storage",
        "interface",
        "events",
        "analytics",
        "advertising",
        "push",
        "payment",
        "maps",
        "social",
        "contacts",
        "hybrid",
        "scoring",
        "anti-fraud",
        "identity",
        "packer",
        "tools",
    ]
    certainty: Literal["source", "documented", "seen", "known"]
    source: str = ""
    reads_people: bool = False


class Loader(ExactMethodEntry, frozen=True, forbid_unknown_fields=True):
    """A constructor or method that brings code from outside the package's class path."""


class UriMatch(msgspec.Struct, frozen=True):
    """What a content URI addresses; an unknown path of a known authority has table and scope `unknown`."""

    surface: SurfaceName
    path: str
    table: str
    scope: Scope
    permission: str | None
    people: bool = True
    own: bool = False
    opens: bool = False
    stream_fields: tuple[Field, ...] = ()
    query: str = ""
