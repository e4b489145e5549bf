"""Methods of Android and of libraries that mean something: they read, call back, start components or load code."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from permaudit.catalog.references import (
    MethodPattern,
    MethodReference,
    MethodSignature,
)
from permaudit.catalog.surfaces import Field
from permaudit.model.evidence import Scope, Trigger
from permaudit.model.evidence import Surface as SurfaceName

_PARAMETER = re.compile(r"\[*(?:[ZBSCIJFD]|L[^;]+;)")


class MethodEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
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


class ExactMethodEntry(MethodEntry, frozen=True, forbid_unknown_fields=True):
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


class Starter(MethodEntry, frozen=True, forbid_unknown_fields=True):
    """A method by which code has another component or job run; `trigger` is None where the start is immediate."""

    starts: Literal["service", "activity", "receiver", "job", "alarm"]
    trigger: Trigger | None = None
    inherited: bool = False

    @property
    def descriptor(self) -> str | None:
        """Parameters and return type, or None for all overloads."""
        _, bracket, rest = self.method.partition("(")
        return bracket + rest if bracket else None


class Loader(ExactMethodEntry, frozen=True, forbid_unknown_fields=True):
    """A constructor or method that brings code from outside the package's class path.

    Declared parameters say where from: `file` names a file, `content` holds the code itself, `package` names another
    app, whose code comes with it only if the number in `flags` has CONTEXT_INCLUDE_CODE, and `split` another part of
    the app. What an `interpreter` runs is text, and the names of its classes, which call one another, begin so.
    `native` marks machine code, of which only what is not the package's own counts. `inherited`: an app's subclass may
    stand as its class.
    """

    file: int | None = None
    content: int | None = None
    package: int | None = None
    flags: int | None = None
    split: int | None = None
    interpreter: str | None = None
    native: bool = False
    inherited: bool = False
