"""The files of a catalogue, and those of packs that add to its lists: entries with their places, errors with theirs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import GenericAlias
from typing import Any, Generic, TypeVar, get_origin

import msgspec

from permaudit.documents import line_of, load_document
from permaudit.errors import RuleError

V = TypeVar("V", bound=msgspec.Struct)
Placed = tuple[Path, str, V]
"""An entry with its file and its place there."""

_JOINED: dict[Any, Any] = {tuple: (), frozenset: frozenset(), dict: {}}
"""Kinds of attributes that a pack can add to, each with what it is where nothing is added."""


@dataclass(frozen=True, slots=True)
class Parts(Generic[V]):
    """One file of several lists: the shipped one, and those of packs, which have any of its lists."""

    shipped: V
    paths: tuple[Path, ...]
    files: tuple[msgspec.Struct, ...]

    def placed(self, key: str) -> list[Placed[Any]]:
        """The entries of one list in all files, each with its place."""
        return [each for path, file in zip(self.paths, self.files, strict=True) for each in place(path, key, file)]

    def joined(self) -> V:
        """The shipped file with what the packs add to it.

        Raises:
            RuleError: a pack adds an entry that is there already.
        """
        if len(self.files) == 1:
            return self.shipped
        changed = {}
        for name, kind in _joinable(type(self.shipped)):
            if kind is tuple:
                refuse_repeated(self.placed(name))
                changed[name] = tuple(entry for *_, entry in self.placed(name))
            else:
                changed[name] = kind()
                for file in self.files:
                    changed[name] |= getattr(file, name)
        return msgspec.structs.replace(self.shipped, **changed)


class CatalogFiles:
    """The files of one catalogue, and of packs that add to its lists."""

    def __init__(self, directory: Path, packs: Sequence[Path] = ()) -> None:
        self._directories = (directory, *packs)

    def paths(self, name: str) -> list[Path]:
        """The shipped file, then those of packs that have it."""
        shipped, *packs = (directory / name for directory in self._directories)
        return [shipped, *(path for path in packs if path.is_file())]

    def entries(self, name: str, key: str, kind: type[V], *identity: str) -> tuple[V, ...]:
        """The list in all files of a name; no two entries may agree in all attributes of `identity`."""
        return tuple(entry for _, _, entry in self.placed(name, key, kind, *identity))

    def placed(self, name: str, key: str, kind: type[V], *identity: str) -> list[Placed[V]]:
        """As `entries`, each with its file and its place there."""
        file_type = msgspec.defstruct(
            "CatalogFile", [(key, GenericAlias(tuple, (kind, ...)))], forbid_unknown_fields=True
        )
        found = [each for path in self.paths(name) for each in place(path, key, load_document(path, file_type))]
        if identity:
            refuse_twice(found, identity)
        return found

    def parts(self, name: str, kind: type[V]) -> Parts[V]:
        """A file of several lists; one of a pack has any of these and nothing else."""
        shipped, *packs = self.paths(name)
        whole = load_document(shipped, kind)
        added = [load_document(path, _addition_to(kind)) for path in packs]
        return Parts(whole, (shipped, *packs), (whole, *added))


def place(path: Path, key: str, file: msgspec.Struct) -> list[Placed[Any]]:
    """The entries of a list of a file, each with its place."""
    return [(path, f".{key}[{index}]", entry) for index, entry in enumerate(getattr(file, key))]


def refuse_twice(entries: Iterable[Placed[Any]], identity: tuple[str, ...]) -> None:
    """Refuse two entries that agree in all these attributes."""
    seen = set()
    for path, where, entry in entries:
        name = tuple(getattr(entry, attribute) for attribute in identity)
        if name in seen:
            shown = ", ".join(str(part) for part in name if part is not None)
            raise error_at(path, where, f"'{shown}' stands twice")
        seen.add(name)


def refuse_repeated(entries: Iterable[Placed[Any]]) -> None:
    """Refuse an entry of a pack that the shipped file, or a pack before it, has word for word."""
    before: list[Any] = []
    shipped: Path | None = None
    for path, where, entry in entries:
        shipped = shipped or path
        if path != shipped and entry in before:
            raise error_at(path, where, "this stands in the catalogue already")
        before.append(entry)


def error_at(path: Path, where: str, problem: str) -> RuleError:
    """What is wrong at one place of a file."""
    return RuleError("rule-file", file=str(path), line=line_of(path, where), problem=problem)


def _joinable(kind: type[msgspec.Struct]) -> list[tuple[str, Any]]:
    fields = ((each.name, get_origin(each.type)) for each in msgspec.structs.fields(kind))
    return [(name, origin) for name, origin in fields if origin in _JOINED]


def _addition_to(kind: type[V]) -> type[msgspec.Struct]:
    types = {each.name: each.type for each in msgspec.structs.fields(kind)}
    lists = [(name, types[name], _JOINED[origin]) for name, origin in _joinable(kind)]
    return msgspec.defstruct(kind.__name__, lists, forbid_unknown_fields=True, frozen=True)
