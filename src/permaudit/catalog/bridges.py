"""How scripts reach the code of an app: methods that they call by name, and files that name the classes with them."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from permaudit.catalog.references import Descriptor, MethodReference
from permaudit.catalog.signs import SignId
from permaudit.model.evidence import Trigger

PackagePrefix = Annotated[str, msgspec.Meta(pattern=r"^L[\w$/-]+/$")]
"""The beginning of class descriptors up to a slash: `Luts/sdk/modules/`."""

KINDS = ("annotation", "method", "class_name", "made_in", "file", "below")
"""The attributes of a ScriptEntry of which exactly one is given."""


class ScriptEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"class_name": "class"}):
    """Methods that a script calls, or what the framework calls for it; or a file of names.

    One of these: methods with an `annotation`; those that override `method`, or with `native` that method itself,
    which native code calls; public methods of subclasses of `class` that take one of `takes`, in classes where no
    method has an annotation; functions of classes that overrides of `made_in` make, except those whose names begin
    with `besides`; classes named in `file` of the package, which are made by name, and if they are `annotated` their
    public methods with any annotation, whatever R8 has renamed it to; public methods of the classes `below` a package
    (static ones, too) whose names end with `ending`.

    `inherited`: a method that overrides an annotated one counts too. `returns`: the script gets what the method
    returns; as a script of the framework `engine`, where it is no page in a web view. `trigger` is another one where it
    is not the script that calls.
    """

    framework: str
    certainty: Literal["source", "seen", "known"]
    source: str
    annotation: Descriptor | None = None
    method: MethodReference | None = None
    class_name: Descriptor | None = None
    made_in: MethodReference | None = None
    file: str | None = None
    below: PackagePrefix | None = None
    ending: str | None = None
    takes: tuple[Descriptor, ...] = ()
    besides: str | None = None
    annotated: bool = False
    inherited: bool = False
    native: bool = False
    returns: bool = False
    engine: SignId | None = None
    trigger: Trigger = "script"

    @property
    def kinds(self) -> list[str]:
        """Those of KINDS that are given."""
        return [each for each in KINDS if getattr(self, each) is not None]
