"""Frameworks that run scripts: how each is known, where its scripts lie, and how they ask for contacts."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from permaudit.catalog.script_origins import ClassPrefix, ScriptOrigin
from permaudit.catalog.signs import PathPattern, SignId
from permaudit.model.evidence import BridgeScope, BridgeSurface

ScriptText = Annotated[str, msgspec.Meta(min_length=4)]
ScriptChain = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)+$")]
ScriptForm = Literal["javascript", "texts", "gzip", "assemblies", "archive"]


class ScriptFiles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Files that hold scripts of a framework.

    `javascript` is text or Hermes bytecode; `texts` a compiled file in whose bytes its texts can be found, `gzip`
    one of these or many, compressed as one; `assemblies` are those of .NET, alone, compressed or many in one; an
    `archive` is a zip with JavaScript or Python in it. `begins`: a file that begins otherwise (in hexadecimal digits)
    cannot be read. `maybe`: others have such names too, so that one that cannot be read is not missed.
    """

    name: PathPattern
    form: ScriptForm
    begins: tuple[Annotated[str, msgspec.Meta(pattern=r"^([0-9a-f]{2})+$")], ...] = ()
    maybe: bool = False


class ScriptCall(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One call by which a script asks for contacts, calls or messages; `call` is what the report names it.

    A script makes it if it holds one of `text`, or, as source, has one of `chains` in whatever way it is written, or,
    as Hermes bytecode, has one of `names` as a whole string; and all of `together`, and none of `unless`. A chain that
    hands an object to a function counts only if the function asks it for one of `asked`. A module of Metro's that
    holds one of `own` is the plug-in's own script, which makes the call for whoever calls it. An assembly also holds
    `Namespace.Type` or `Namespace.Type::Member` of another assembly if it uses that. It is wired if the DEX code has a
    class of `classes` or a text of `code_texts`; where both are empty, the framework itself answers. What it gives is
    followed where it is called on one of `objects`; where `text` names no call but an object, `methods` are those of
    its methods that give people.
    """

    call: str
    scope: BridgeScope
    source: str
    text: tuple[ScriptText, ...] = ()
    chains: tuple[ScriptChain, ...] = ()
    asked: tuple[str, ...] = ()
    own: tuple[ScriptText, ...] = ()
    names: tuple[ScriptText, ...] = ()
    together: tuple[ScriptText, ...] = ()
    unless: tuple[ScriptText, ...] = ()
    classes: tuple[ClassPrefix, ...] = ()
    code_texts: tuple[ScriptText, ...] = ()
    surface: BridgeSurface = "contacts"
    objects: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not (self.text or self.chains or self.names):
            raise ValueError("it has neither text nor names")


class ScriptFramework(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A framework that runs scripts; a file of `files` or a class of `classes` shows that an app is made with it.

    `requests` are texts by which its scripts talk to servers; `elsewhere` are the ways by which it runs others.
    `fetched`: the package never holds its scripts.
    """

    id: SignId
    name: str
    source: str
    scripts: tuple[ScriptFiles, ...]
    calls: tuple[ScriptCall, ...]
    files: tuple[PathPattern, ...] = ()
    classes: tuple[ClassPrefix, ...] = ()
    requests: tuple[ScriptText, ...] = ()
    elsewhere: tuple[ScriptOrigin, ...] = ()
    fetched: bool = False

    def __post_init__(self) -> None:
        if not (self.files or self.classes):
            raise ValueError("it has no sign")
