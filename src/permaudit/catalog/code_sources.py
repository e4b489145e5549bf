"""Where code that is loaded while the app runs may come from: folders, what writes files, files of the package."""

from __future__ import annotations

import re
from typing import Annotated, Literal

import msgspec

from permaudit.catalog.methods import ExactMethodEntry, MethodEntry
from permaudit.catalog.references import Descriptor

Holder = Literal["app", "package", "shared", "system"]
"""Who can put a file there: the app itself, only its installation, other apps too, or Android's maker."""

_PARAMETER = re.compile(r"\{(\d)\}")


class Folder(MethodEntry, frozen=True, forbid_unknown_fields=True):
    """A method that gives a folder or file, all overloads; `shown` is how a path there begins.

    `{0}` in it stands for the first declared parameter.
    """

    shown: Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z(]")]
    holder: Holder

    @property
    def beginning(self) -> str:
        """What all paths there have in common."""
        return _PARAMETER.split(self.shown)[0]


class FolderField(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A field of Android that holds the path of a folder or file; `shown` and `holder` as for a method."""

    field: Annotated[str, msgspec.Meta(pattern=r"^L[^;]+;->\w+$")]
    shown: str
    holder: Holder


class Beginning(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who can put files where a path begins so."""

    text: Annotated[str, msgspec.Meta(min_length=4)]
    holder: Holder


class FileWrite(ExactMethodEntry, frozen=True, forbid_unknown_fields=True):
    """A method that opens or fills a file.

    `file` is the declared parameter that names it, below the folder that `under` shows, as a Folder does. `content` is
    the parameter that holds what is written, or with `receiver` the object that the call is made on; without either,
    what is made is a stream, and the content goes through that. `inherited` as elsewhere.
    """

    file: int
    under: str = ""
    content: int | None = None
    receiver: bool = False
    inherited: bool = False


class AssetOpen(MethodEntry, frozen=True, forbid_unknown_fields=True):
    """A method, all overloads, that opens a file of the package by its name below `folder`."""

    folder: str


class LibraryMark(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A class that keeps its name when a library is renamed: a class that names it in its code is of that library."""

    type: Descriptor
    library: str
    source: str


class CodeSources(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of `code-sources.yaml`.

    `joins` put a name behind a folder, `parents` give the folder, `same` a path in another form, `temporary` make a
    file of a new name, and `answers` open what a server answers. `code_providers` are packages of Android or Google
    whose code apps run as a matter of course.
    """

    folders: tuple[Folder, ...]
    fields: tuple[FolderField, ...]
    beginnings: tuple[Beginning, ...]
    same: tuple[str, ...]
    joins: tuple[str, ...]
    parents: tuple[str, ...]
    temporary: tuple[str, ...]
    writes: tuple[FileWrite, ...]
    assets: tuple[AssetOpen, ...]
    answers: tuple[str, ...]
    code_providers: tuple[str, ...]
    library_marks: tuple[LibraryMark, ...]

    def holder_of(self, path: str) -> Holder | None:
        """Who can put a file at a path; None where its beginning is not known."""
        for beginning, holder in self._beginnings():
            if path.startswith(beginning):
                return holder
        return None

    def _beginnings(self) -> list[tuple[str, Holder]]:
        """Longest first, so that the innermost folder decides."""
        found = [(each.text, each.holder) for each in self.beginnings]
        found += [(each.beginning, each.holder) for each in self.folders]
        found += [(each.shown, each.holder) for each in self.fields]
        return sorted(found, key=lambda each: (-len(each[0]), each))


def fill_shown(shown: str, parameters: list[str]) -> str:
    """The text of a folder with its parameters put in."""
    return _PARAMETER.sub(lambda found: parameters[int(found[1])] if int(found[1]) < len(parameters) else "", shown)
