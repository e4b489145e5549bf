"""Texts looked for in scripts, and what kind of bytes a script is."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from permaudit.facts.assemblies import DamagedError, TooMuchError, split_assemblies
from permaudit.facts.assembly_names import read_names
from permaudit.facts.hermes import HEADER_BYTES, HermesStrings, bytes_needed, read_strings, read_version

NEAR_BYTES = 16 << 10
"""A request or an address this near to a call, before or behind it, is said to stand beside it."""

LARGEST_TABLES_BYTES = 32 << 20
"""Hermes string tables that end behind this are not read; those of large apps end before 8 MB."""

_CONTROL = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f]")
_MOST_STRANGE_SHARE = 50  # one letter in so many: scripts hold a few, encrypted bytes one in nine
_ENCODED = re.compile(rb"[A-Za-z0-9+/=\r\n]{512,}")
_GZIP = 16 + zlib.MAX_WBITS  # with its header and no other
_PIECE_BYTES = 256 << 10
_RAM_BUNDLE = bytes.fromhex("e5d10bfb")  # React Native's indexed bundle: a table, then modules as text


class TextSearch:
    """Finds where each of some texts first stands in a file that is read piece by piece."""

    def __init__(self, wanted: Iterable[bytes]) -> None:
        self._left = sorted(set(wanted))
        self._kept = b""
        self._position = 0
        self.found: dict[bytes, int] = {}
        self.around: dict[bytes, bytes] = {}

    def feed(self, piece: bytes) -> None:
        """Go on with the next piece."""
        data = self._kept + piece
        start = self._position - len(self._kept)
        for text in self._left:
            at = data.find(text)
            if at >= 0:
                self.found[text] = start + at
                self.around[text] = data[max(0, at - NEAR_BYTES) : at + NEAR_BYTES]
        self._left = [text for text in self._left if text not in self.found]
        self._position += len(piece)
        self._kept = data[-NEAR_BYTES:]


def is_script_text(head: bytes) -> bool:
    """Whether a file that begins so is text that a person could have written, or a bundle of such text."""
    if head.startswith(_RAM_BUNDLE):
        return True
    strange = len(_CONTROL.findall(head))
    return strange * _MOST_STRANGE_SHARE <= len(head) and not _ENCODED.fullmatch(head)


def is_gzip(head: bytes) -> bool:
    """Whether a file that begins so is compressed by gzip."""
    return head.startswith(b"\x1f\x8b")


def inflate_gzip(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Decompress a file that is read piece by piece, giving pieces of bounded size.

    Raises:
        DamagedError: it is not compressed by gzip, or ends too early.
    """
    inflater = zlib.decompressobj(_GZIP)
    try:
        for piece in pieces:
            left = piece
            while left and not inflater.eof:
                yield inflater.decompress(left, _PIECE_BYTES)
                left = inflater.unconsumed_tail
    except zlib.error:
        raise DamagedError from None
    if not inflater.eof:
        raise DamagedError


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
