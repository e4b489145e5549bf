"""Files of the app that somebody asks for by name, read piece by piece, also from archives inside the APK."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Generic, TypeVar

from permaudit.apk.contents import Contents, UnreadableError
from permaudit.apk.package import Part

BETWEEN_ARCHIVES = "!/"
"""Stands between the name of an archive and that of a file in it."""

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class NamedFile(Generic[V]):
    """One file, not read yet; `choice` is what the caller chose it for.

    It can be read only while the iterator that gave it has not gone on.
    """

    part: str
    file: str
    choice: V
    _contents: Contents
    _name: str

    @property
    def size(self) -> int:
        """The declared size in bytes."""
        return self._contents.size(self._name)

    def pieces(self) -> Iterator[bytes]:
        """Read it piece by piece.

        Raises:
            UnreadableError: it is damaged, or its declared size is not its real one.
        """
        return self._contents.pieces(self._name)

    def read(self, limit: int) -> bytes:
        """Read it whole.

        Raises:
            UnreadableError: as `pieces`; or it is larger than `limit` bytes (`too-large`).
        """
        if self.size > limit:
            raise UnreadableError("too-large")
        return b"".join(self.pieces())

    def head(self, count: int) -> bytes:
        """Read its first bytes, fewer or none where it is damaged."""
        return self._contents.head(self._name, count)

    def opened(self, limit: int) -> AbstractContextManager[Contents]:
        """Open it as an archive of at most `limit` bytes.

        Raises:
            UnreadableError: it cannot be read, is too large or no archive.
        """
        return self._contents.opened(self._name, limit, limit)


def find_named_files(parts: Iterable[Part], choose: Callable[[str], V | None]) -> Iterator[NamedFile[V]]:
    """Find the files that `choose` gives a value for, in the order of the parts and their directories."""
    for part in parts:
        with part.archive.stretch.opened() as reader:
            yield from named_files_in(Contents(part.archive, reader), part.name, "", choose)


def named_files_in(
    contents: Contents, part: str, inside: str, choose: Callable[[str], V | None]
) -> Iterator[NamedFile[V]]:
    """As `find_named_files`, for one open archive; `inside` is its name where it is a file of the part."""
    for name in contents.names:
        choice = choose(name)
        if choice is not None:
            yield NamedFile(part, inside + name, choice, contents, name)
