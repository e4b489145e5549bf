"""A zip directory read the way Android reads it, from a stretch of a file or from bytes, inflated only when asked.

Neither `zipfile` nor apkInspector sees what a phone sees in an archive made to fool scanners, so the rules here are
those of AOSP `system/libziparchive/zip_archive.cc` and `libs/androidfw/AssetsProvider.cpp`:

* the central directory starts at the offset the end record states (`zipfile` looks just before the end record, where a
  second, harmless directory can stand), and has as many entries as the end record counts;
* the encryption flag and the CRC are never looked at; only method 8 is inflated, every other method is read as stored;
* Android refuses an archive with two entries of one name (`kDuplicateEntry`); old phones ran the first. The first
  is read here too, and `duplicates` names the others.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from permaudit.apk.stretch import CHUNK_BYTES, Reader, Stretch

LARGEST_ENTRY_BYTES = 256 << 20
"""No entry is inflated beyond this; real DEX files stay below 16 MB, resource tables below 64 MB."""

LARGEST_DIRECTORY_BYTES = 16 << 20
"""Central directories above this are refused: over a hundred thousand entries; real apps stay below half of it."""

_END = struct.Struct("<4s4H2IH")  # signature, disk numbers, entries here, entries, size, offset, comment length
_END_64_LOCATOR = struct.Struct("<4sIQI")
_END_64 = struct.Struct("<4sQ2H2I4Q")
_RECORD = struct.Struct("<4s6H3I5H2I")  # one entry of the central directory, 46 bytes
_LOCAL = struct.Struct("<4s5H3I2H")  # the header before the bytes of an entry, 30 bytes
_IN_ZIP64 = 0xFFFFFFFF
_LONGEST_COMMENT = 0xFFFF
_DEFLATED = 8
_MOST_BEFORE_FIRST_BYTE = 4 << 10  # no compressor leaves any; it is read again for every entry that shares it
_ENCRYPTED = 0x1


class ArchiveError(Exception):
    """The bytes are no archive that Android would open; `problem` is a message id."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


class EntryError(Exception):
    """One entry cannot be read; `problem` is one of absent, header, truncated, too-large, damaged, size, encrypted."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


class Entry(NamedTuple):
    """One line of the central directory; sizes in bytes, `offset` that of the local header."""

    name: str
    method: int
    flags: int
    packed_size: int
    size: int
    offset: int

    @property
    def is_marked_encrypted(self) -> bool:
        """Whether the encryption flag is set; Android ignores it, so it only explains a failure."""
        return bool(self.flags & _ENCRYPTED)


class Archive(Struct, frozen=True):
    """A zip directory: entries by exact name, in the order of the directory; holds no open file."""

    stretch: Stretch
    entries: dict[str, Entry]
    duplicates: tuple[str, ...]
    directory_offset: int

    def read(self, name: str, limit: int = LARGEST_ENTRY_BYTES) -> bytes:
        """Read one entry by its exact name.

        Raises:
            EntryError: it is absent, cannot be inflated, or its declared size is above `limit` or not its real one.
        """
        with self.stretch.opened() as reader:
            return self.read_from(reader, name, limit)

    def read_from(self, reader: Reader, name: str, limit: int = LARGEST_ENTRY_BYTES) -> bytes:
        """Read like `read`, for many entries of one opened stretch."""
        entry = self.entries.get(name)
        if entry is None:
            raise EntryError("absent")
        try:
            return _read_entry(reader, entry, limit)
        except EntryError:
            if entry.is_marked_encrypted:
                raise EntryError("encrypted") from None
            raise

    def peek(self, reader: Reader, name: str, count: int) -> bytes:
        """Read the first `count` bytes of an entry, fewer or none where it is damaged."""
        entry = self.entries[name]
        try:
            start = _find_data(reader, entry)
            if entry.method != _DEFLATED:
                return reader.read_at(start, min(count, entry.size))
            return _inflate_start(reader, entry, start, count)
        except (EntryError, zlib.error):
            return b""

    def is_deflated(self, name: str) -> bool:
        """Whether an entry is compressed; every method but that of deflate is read as stored."""
        return self.entries[name].method == _DEFLATED

    def pieces_from(self, reader: Reader, name: str) -> Iterator[bytes]:
        """Read one entry piece by piece, to exactly its declared size.

        Raises:
            EntryError: the entry is damaged, truncated, or its declared size is not its real one.
        """
        entry = self.entries[name]
        if entry.method == _DEFLATED:
            yield from inflate_in_chunks(reader, entry)
            return
        start = _find_data(reader, entry)
        for offset in range(0, entry.size, CHUNK_BYTES):
            wanted = min(CHUNK_BYTES, entry.size - offset)
            data = reader.read_at(start + offset, wanted)
            yield data
            if len(data) < wanted:
                raise EntryError("truncated")

    def locate_packed(self, reader: Reader, name: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """Where an entry's header with its name, and its packed bytes, begin and end; None if it has no header."""
        entry = self.entries[name]
        local = reader.read_at(entry.offset, _LOCAL.size)
        if len(local) < _LOCAL.size or local[:4] != b"PK\3\4":
            return None
        *_, name_size, extra_size = _LOCAL.unpack(local)
        named = entry.offset + _LOCAL.size + int(name_size)
        start = named + int(extra_size)
        return (entry.offset, named), (start, start + (entry.packed_size if entry.method == _DEFLATED else entry.size))

    def locate_stored(self, reader: Reader, name: str) -> Stretch | None:
        """Find the bytes of an uncompressed entry of an archive on disk, so that they need no copy; None for others.

        Raises:
            EntryError: the entry reaches beyond the archive, or has no local header.
        """
        entry = self.entries[name]
        if entry.method == _DEFLATED or self.stretch.path is None:
            return None
        start = _find_data(reader, entry)
        if start + entry.size > self.stretch.size:
            raise EntryError("truncated")
        return Stretch(self.stretch.path, self.stretch.start + start, entry.size, keeper=self.stretch.keeper)


def open_archive(stretch: Stretch) -> Archive:
    """Read the central directory.

    Raises:
        ArchiveError: `input-empty`, `input-not-a-zip`, `input-truncated` or `input-damaged-zip`.
    """
    with stretch.opened() as reader:
        if reader.size == 0:
            raise ArchiveError("input-empty")
        count, size, offset = _find_directory(reader)
        if size > LARGEST_DIRECTORY_BYTES:
            raise ArchiveError("input-damaged-zip")
        directory = reader.read_at(offset, size)
    entries: dict[str, Entry] = {}
    duplicates: set[str] = set()
    for entry in _walk_directory(directory, count):
        if entries.setdefault(entry.name, entry) is not entry:
            duplicates.add(entry.name)
    return Archive(stretch, entries, tuple(sorted(duplicates)), offset)


def _find_directory(reader: Reader) -> tuple[int, int, int]:
    """Find entry count, size and offset of the central directory, by the last end record that fits."""
    tail_start = max(0, reader.size - _END.size - _LONGEST_COMMENT)
    tail = reader.read_at(tail_start, reader.size - tail_start)
    at = len(tail)
    while (at := tail.rfind(b"PK\5\6", 0, at)) >= 0:
        if at + _END.size > len(tail):
            continue
        _, _, _, _, count, size, offset, _ = _END.unpack_from(tail, at)
        if _IN_ZIP64 in (size, offset):
            count, size, offset = _find_directory_64(reader, tail_start + at)
        if offset + size <= tail_start + at and (count == 0 or reader.read_at(offset, 4) == b"PK\1\2"):
            return count, size, offset
    raise ArchiveError("input-truncated" if reader.read_at(0, 4) == b"PK\3\4" else "input-not-a-zip")


def _find_directory_64(reader: Reader, end_offset: int) -> tuple[int, int, int]:
    locator = reader.read_at(end_offset - _END_64_LOCATOR.size, _END_64_LOCATOR.size)
    if locator[:4] != b"PK\6\7" or len(locator) < _END_64_LOCATOR.size:
        raise ArchiveError("input-damaged-zip")
    record = reader.read_at(_END_64_LOCATOR.unpack(locator)[2], _END_64.size)
    if record[:4] != b"PK\6\6" or len(record) < _END_64.size:
        raise ArchiveError("input-damaged-zip")
    *_, count, size, offset = _END_64.unpack(record)
    return count, size, offset


def _walk_directory(directory: bytes, count: int) -> Iterator[Entry]:
    """Yield the entries in order; a directory that ends early or leaves its form is damaged, as for Android."""
    at = 0
    for _ in range(count):
        if at + _RECORD.size > len(directory):
            raise ArchiveError("input-damaged-zip")
        fields = _RECORD.unpack_from(directory, at)
        signature, _, _, flags, method, _, _, _, packed_size, size, name_size, extra_size, comment_size = fields[:13]
        name_start = at + _RECORD.size
        extra_start = name_start + name_size
        at = extra_start + extra_size + comment_size
        if signature != b"PK\1\2" or at > len(directory):
            raise ArchiveError("input-damaged-zip")
        name = directory[name_start:extra_start].decode("utf-8", "backslashreplace")
        entry = Entry(name, method, flags, packed_size, size, fields[16])
        if _IN_ZIP64 in (packed_size, size, fields[16]):
            entry = _widen(entry, directory[extra_start : extra_start + extra_size])
        yield entry


def _widen(entry: Entry, extra: bytes) -> Entry:
    """Take the sizes and the offset that do not fit 32 bits from the ZIP64 extra field."""
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, at)
        at += 4
        if kind == 1:
            wide = list(struct.unpack_from(f"<{min(length, len(extra) - at) // 8}Q", extra, at))
            values = {
                field: wide.pop(0)
                for field in ("size", "packed_size", "offset")
                if wide and getattr(entry, field) == _IN_ZIP64
            }
            return entry._replace(**values)
        at += length
    return entry


def _find_data(reader: Reader, entry: Entry) -> int:
    """Find where the bytes of an entry start, behind its local header and the name and extra field that it states."""
    local = reader.read_at(entry.offset, _LOCAL.size)
    if len(local) < _LOCAL.size or local[:4] != b"PK\3\4":
        raise EntryError("header")
    *_, name_size, extra_size = _LOCAL.unpack(local)
    return entry.offset + _LOCAL.size + int(name_size) + int(extra_size)


def inflate_in_chunks(reader: Reader, entry: Entry) -> Iterator[bytes]:
    """Inflate an entry piece by piece, to exactly its declared size.

    Raises:
        EntryError: the entry is damaged, or its declared size is not its real one.
    """
    start = _find_data(reader, entry)
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    left = entry.size
    for offset in range(0, entry.packed_size, CHUNK_BYTES):
        packed = reader.read_at(start + offset, min(CHUNK_BYTES, entry.packed_size - offset))
        while packed and not stream.eof:
            try:
                data = stream.decompress(packed, CHUNK_BYTES)
            except zlib.error:
                raise EntryError("damaged") from None
            left -= len(data)
            if left < 0:
                raise EntryError("size")
            yield data
            packed = stream.unconsumed_tail
    if left or not stream.eof:
        raise EntryError("size")


def _inflate_start(reader: Reader, entry: Entry, start: int, count: int) -> bytes:
    """Inflate the first `count` bytes; blocks that hold nothing may stand before them, so more is read if need be."""
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    data = stream.decompress(reader.read_at(start, min(16 * count + 512, entry.packed_size)), count)
    if len(data) < min(count, entry.size) and not stream.eof:
        more = reader.read_at(start + 16 * count + 512, min(_MOST_BEFORE_FIRST_BYTE, entry.packed_size))
        data += stream.decompress(stream.unconsumed_tail + more, count - len(data))
    return data


def _read_entry(reader: Reader, entry: Entry, limit: int) -> bytes:
    start = _find_data(reader, entry)
    deflated = entry.method == _DEFLATED
    if entry.size > limit:
        raise EntryError("too-large")
    wanted = entry.packed_size if deflated else entry.size
    packed = reader.read_at(start, wanted)
    if len(packed) < wanted:
        raise EntryError("truncated")
    return _inflate(packed, entry.size) if deflated else packed


def _inflate(packed: bytes, size: int) -> bytes:
    """Inflate to exactly `size` bytes; asks zlib for one byte more, so that a lying size is seen and costs nothing."""
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        data = stream.decompress(packed, size + 1)
    except zlib.error:
        raise EntryError("damaged") from None
    if len(data) != size:
        raise EntryError("size")
    return data
