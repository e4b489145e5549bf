"""Texts looked for in scripts, and what kind of bytes a script is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from permaudit.facts.scripts.assemblies import DamagedError, TooMuchError, split_assemblies
from permaudit.facts.scripts.assembly_names import read_names
from permaudit.facts.scripts.hermes import HEADER_BYTES, HermesStrings, bytes_needed, read_strings, read_version
from permaudit.facts.scripts.surroundings import module_around

NEAR_BYTES = 16 << 10
"""A request or an address this near to a call, before or behind it, is said to stand beside it."""

MOST_PLACES = 8
"""So many places of a text are looked at for what stands beside it."""

LARGEST_TABLES_BYTES = 32 << 20
"""Hermes string tables that end behind this are not read; those of large apps end before 8 MB."""

_CONTROL = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f]")
_MOST_STRANGE_SHARE = 50  # one letter in so many: scripts hold a few, encrypted bytes one in nine
_ENCODED = re.compile(rb"[A-Za-z0-9+/=\r\n]{512,}")
_RAM_BUNDLE = bytes.fromhex("e5d10bfb")  # React Native's indexed bundle: a table, then modules as text
_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
# Of wide letters, one half of the bytes is zero in most (behind a mark in some: a comment may be all Chinese, but no
# script is), the other in hardly any; of noise, one in 256.
_FEWEST_ZEROS, _FEWEST_BEHIND_MARK, _MOST_OTHERS = 2, 16, 50
_LETTER_BYTES = 2


class TextSearch:
    """Finds where each of some texts stands in a file that is read piece by piece; `finish` it behind the last.

    `found` is the first place of each. Of those of `keeps_around`, `around` is what stands beside it at its first
    places, as far as the module of a bundle goes. With the name of a `wide` encoding, the file holds two bytes for each
    letter of the texts; `around` is narrow again.
    """

    def __init__(self, wanted: Iterable[bytes], wide: str | None = None, *, keeps_around: Iterable[bytes] = ()) -> None:
        self._left = {text: text.decode().encode(wide) if wide else text for text in sorted(set(wanted))}
        self._wide, self._keeps_around = wide, frozenset(keeps_around)
        self._data = b""
        self._start = 0  # where in the file the data begins
        self._next = 0  # from where in the file is not searched yet
        self.found: dict[bytes, int] = {}
        self.around: dict[bytes, list[bytes]] = {}

    def feed(self, piece: bytes) -> None:
        """Go on with the next piece."""
        self._data += piece
        self._search(len(self._data) - NEAR_BYTES)

    def finish(self) -> None:
        """Search the end, too, which was held back because more could stand behind it."""
        self._search(len(self._data))

    def _search(self, limit: int) -> None:
        """Search for texts that begin before `limit`, where enough stands behind them."""
        if limit <= 0:
            return
        for text, letters in list(self._left.items()):
            at = self._next - self._start
            while (at := self._data.find(letters, at, limit + len(letters) - 1)) >= 0:
                self.found.setdefault(text, self._start + at)
                if text not in self._keeps_around:
                    del self._left[text]
                    break
                places = self.around.setdefault(text, [])
                places.append(self._near(at))
                if len(places) == MOST_PLACES:
                    del self._left[text]
                    break
                at += len(letters)
        self._next = max(self._next, self._start + limit)
        cut = max(0, limit - NEAR_BYTES)
        self._data, self._start = self._data[cut:], self._start + cut

    def _near(self, at: int) -> bytes:
        first = max(at % _LETTER_BYTES if self._wide else 0, at - NEAR_BYTES)
        before, behind = self._data[first:at], self._data[at : at + NEAR_BYTES]
        if self._wide is not None:
            before, behind = (
                each.decode(self._wide, "replace").encode("utf-8", "replace") for each in (before, behind)
            )
        return module_around(before + behind, len(before))


def is_script_text(head: bytes) -> bool:
    """Whether a file that begins so is text that a person could have written, or a bundle of such text."""
    if head.startswith(_RAM_BUNDLE):
        return True
    wide = wide_encoding(head)
    if wide is not None:
        head = head.decode(wide, "ignore").encode("utf-8", "ignore")
    strange = len(_CONTROL.findall(head))
    return strange * _MOST_STRANGE_SHARE <= len(head) and not _ENCODED.fullmatch(head)


def is_gzip(head: bytes) -> bool:
    """Whether a file that begins so is compressed by gzip."""
    return head.startswith(b"\x1f\x8b")


def wide_encoding(head: bytes) -> str | None:
    """The encoding of text that begins so and has two bytes for each letter; None for all other bytes."""
    marked, letters = _MARKS.get(head[:_LETTER_BYTES]), len(head) // _LETTER_BYTES
    for encoding, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        zeros, others = head[first::2].count(0), head[1 - first :: 2].count(0)
        fewest = _FEWEST_BEHIND_MARK if encoding == marked else _FEWEST_ZEROS
        if zeros * fewest > letters and others * _MOST_OTHERS <= letters:
            return encoding
    return None


class HermesRead:
    """Hermes bytecode that is read piece by piece, as far as its strings go."""

    def __init__(self) -> None:
        self._data = bytearray()

    def feed(self, piece: bytes) -> bool:
        """Take the next piece; False when no more are needed."""
        self._data += piece
        needed = bytes_needed(self._data) if len(self._data) >= HEADER_BYTES else HEADER_BYTES
        return len(self._data) < min(needed, LARGEST_TABLES_BYTES)

    @property
    def version(self) -> int:
        """The version that the file states."""
        return read_version(self._data)

    def strings(self) -> HermesStrings:
        """The strings.

        Raises:
            HermesError: the version is not known, or the tables do not fit the file.
        """
        return read_strings(bytes(self._data))


@dataclass(slots=True)
class AssembliesRead:
    """What was found in each assembly of a file that holds any of the texts: its place in the file, by the text.

    What is compressed has no place of its own, so that it is where its assembly begins. `size` is how much was
    decompressed, and `problem` why not all could be.
    """

    found: list[dict[bytes, int]]
    size: int = 0
    problem: Literal["too-large", "unreadable"] | None = None


def find_in_assemblies(data: bytes, wanted: Iterable[bytes], limit: int) -> AssembliesRead:
    """Look in each assembly of a file for texts, as UTF-8 or UTF-16, and for names of what it uses of others.

    At most `limit` bytes are decompressed. What is no assembly beside others that are is one's data.
    """
    read, is_any_named = AssembliesRead([]), False
    encodings = {text: text.decode().encode("utf-16-le") for text in wanted}
    try:
        for start, assembly in split_assemblies(data, limit):
            read.size += len(assembly)
            names = read_names(assembly)
            is_any_named |= bool(names)
            hits = {
                text: start
                for text, wide in encodings.items()
                if text in assembly or wide in assembly or any(each.uses(text.decode()) for each in names)
            }
            if hits:
                read.found.append(hits)
    except TooMuchError:
        read.problem = "too-large"
    except DamagedError:
        read.problem = "unreadable"
        read.size += len(data)  # what was tried in vain took work too
    if not is_any_named and read.problem is None:
        read.problem = "unreadable"
    return read
