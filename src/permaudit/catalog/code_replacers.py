"""Frameworks with which an app replaces its code, or adds some, after it was installed."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from permaudit.catalog.references import Descriptor
from permaudit.catalog.signs import PathPattern, SignId

NamePattern = Annotated[str, msgspec.Meta(min_length=6, pattern=r"^[\w.$*]*\w{3}[\w.$*]*$")]
"""A name in the manifest; a `*` stands for any letters."""


class StartSigns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Signs that the framework is in use, of which one is enough.

    `components` are class names of components, `stand_ins` of those that no class belongs to until the framework puts a
    plug-in's in its place, `extends` superclasses of such classes, `meta_data` and `authorities`
    names in the manifest, `files` what its build plug-in writes, and `calls` methods, all overloads, that others call.
    """

    components: tuple[NamePattern, ...] = ()
    stand_ins: tuple[NamePattern, ...] = ()
    extends: tuple[Descriptor, ...] = ()
    meta_data: tuple[NamePattern, ...] = ()
    authorities: tuple[NamePattern, ...] = ()
    files: tuple[PathPattern, ...] = ()
    calls: tuple[Annotated[str, msgspec.Meta(pattern=r"^L[^;]+;->(<init>|\w+)$")], ...] = ()

    def __post_init__(self) -> None:
        if not any(getattr(self, name) for name in self.__struct_fields__):
            raise ValueError("it has no sign")


class Leftovers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What shows that a part of the framework is in the package: prefixes of its classes, texts of its code."""

    prefixes: Annotated[tuple[Annotated[str, msgspec.Meta(pattern=r"^L[^;()]+/$")], ...], msgspec.Meta(min_length=1)]
    texts: tuple[Annotated[str, msgspec.Meta(min_length=8)], ...] = ()


class CodeReplacer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One framework; `starts` makes code that nobody can see likely, `leftovers` only that it may have been there."""

    name: str
    id: SignId
    kind: Literal["hot-fix", "plug-in"]
    certainty: Literal["source", "documented", "seen", "known"]
    source: Annotated[str, msgspec.Meta(pattern=r"\S")]
    starts: StartSigns
    leftovers: Leftovers
