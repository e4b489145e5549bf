"""What is known to hold a read's data at some point: a register, a field, or something stored under a name."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from permaudit.evidence.values import Site
from permaudit.model.flow import FlowVia, Transform

Form = Literal["rows", "value", "carrier", "function"]
"""`rows` is a cursor over them; `value` the data itself or something made of it; `carrier` an object one of whose
fields or elements holds it; `function` an object whose call gives it."""
Objects = frozenset[Site] | None
"""Where an object may have been made; None if that is not known: it may be any."""


class RegisterFact(Struct, frozen=True):
    """The value that instruction `index` (or ENTRY) of `method` left in `register` holds data.

    `stack` are the calls by which the method was entered, the innermost last; where it is empty, by any. Uses count
    only where control may come to them from `since`, and where the method may run for one of the objects `of`, if
    those are known. `key` is the constant under which the data is in the object.
    """

    method: int
    index: int
    register: int
    form: Form
    stack: tuple[Site, ...] = ()
    since: int = -1
    hashed: bool = False
    key: str | None = None
    of: Objects = None


class FieldFact(Struct, frozen=True):
    """A field of these objects (or a static field) holds data; `owner` is the class that declares it.

    `carried`: the objects are facts of their own wherever they go, so that only who has one of them can read it.
    """

    owner: int
    name: bytes
    kind: bytes
    objects: Objects
    form: Form
    hashed: bool = False
    key: str | None = None
    carried: bool = False


class StoreFact(Struct, frozen=True):
    """What the app stored under a name on the phone, to be read again by anybody in it."""

    store: str
    name: str
    hashed: bool = False


Fact = RegisterFact | FieldFact | StoreFact


class Carry(Struct, frozen=True):
    """How one fact led to the next: the instruction, and what the data went through."""

    method: int
    index: int
    via: FlowVia
    what: str
    transform: Transform | None = None


class Arrival(Struct, frozen=True):
    """Data handed to a sink at an instruction; `api` is what is called there.

    `library` is the renamed library it is handed to; `known` that this method of it is known to take data away;
    `proxy` the interface that a library implements at run time; `engine` the framework whose script gets it, if that is
    no page in a web view.
    """

    sink: str
    role: str
    site: Site
    api: str
    hashed: bool
    confirmed: bool = False
    leaves: bool | None = None
    library: str | None = None
    known: bool = False
    proxy: int | None = None
    engine: str | None = None
