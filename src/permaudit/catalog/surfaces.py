"""Where people's data lies: surfaces with their URIs and paths, tables with their columns, kinds of data rows."""

from __future__ import annotations

from typing import Literal

import msgspec

from permaudit.catalog.references import (
    AnyMimeType,
    ContentUri,
    MethodReference,
)
from permaudit.model.evidence import Scope
from permaudit.model.evidence import Surface as SurfaceName

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
