"""Zip archives with every field in the writer's hand: what `zipfile` refuses to write, hostile apps contain."""

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

DEFLATED = 8
ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class RawEntry:
    """One entry; `declared_size` and `packed` replace what would be true."""

    name: str
    data: bytes = b""
    method: int = 0
    flags: int = 0
    declared_size: int | None = None
    packed: bytes | None = None
    extra: bytes = b""
    wide: bool = False

    def pack(self) -> bytes:
        if self.packed is not None:
            return self.packed
        if self.method != DEFLATED:
            return self.data
        stream = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
        return stream.compress(self.data) + stream.flush()

    @property
    def size(self) -> int:
        return len(self.data) if self.declared_size is None else self.declared_size


def build_zip(
    entries: Sequence[RawEntry],
    *,
    before_directory: bytes = b"",
    after_directory: bytes = b"",
    comment: bytes = b"",
    tail: bytes = b"",
) -> bytes:
    """The archive; `after_directory` lies between the central directory and the end record."""
    body = b""
    directory = b""
    for entry in entries:
        directory += directory_record(entry, len(body))
        name = entry.name.encode()
        body += struct.pack(
            "<4s5H3I2H", b"PK\3\4", 20, entry.flags, entry.method, 0, 0, 0, len(entry.pack()), entry.size, len(name), 0
        )
        body += name + entry.pack()
    body += before_directory
    end = end_record(len(entries), len(directory), len(body), comment)
    return body + directory + after_directory + end + comment + tail


def directory_record(entry: RawEntry, offset: int) -> bytes:
    """One line of the central directory; `wide` moves sizes and offset into the ZIP64 field."""
    name = entry.name.encode()
    packed_size, size = len(entry.pack()), entry.size
    extra = entry.extra
    if entry.wide:
        extra += struct.pack("<2H3Q", 1, 24, size, packed_size, offset)
        packed_size = size = offset = 0xFFFFFFFF
    fields = (20, 20, entry.flags, entry.method, 0, 0, 0, packed_size, size, len(name), len(extra), 0, 0, 0, 0, offset)
    return struct.pack("<4s6H3I5H2I", b"PK\1\2", *fields) + name + extra


def end_record(count: int, size: int, offset: int, comment: bytes = b"") -> bytes:
    """The end of central directory record, without the comment's bytes."""
    return struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, count, count, size, offset, len(comment))
