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


class ScriptObject(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The name of the object in a script on which it calls a method by the method's own name.

    One of these: the second argument of calls `handed_to`; what the method `returned_by` of its class returns; with
    `class_name`, the name of the class, without `Plugin` at its end or with it; or any name, of what one of the
    functions `got_by` of the script gives.
    """

    handed_to: tuple[Annotated[str, msgspec.Meta(pattern=r"^L[\w$/-]+;->\w+$")], ...] = ()
    returned_by: Annotated[str, msgspec.Meta(pattern=r"^\w+\(.*\).+$")] | None = None
    class_name: bool = False
    got_by: tuple[Annotated[str, msgspec.Meta(pattern=r"^[\w$.]+$")], ...] = ()

    def __post_init__(self) -> None:
        if sum(map(bool, (self.handed_to, self.returned_by, self.class_name, self.got_by))) != 1:
            raise ValueError("exactly one of handed_to, returned_by, class_name and got_by is needed")


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
    is not the script that calls. `object`: the script calls it by its own name, on an object that is named so.
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
    object: ScriptObject | None = None

    @property
    def kinds(self) -> list[str]:
        """Those of KINDS that are given."""
        return [each for each in KINDS if getattr(self, each) is not None]
