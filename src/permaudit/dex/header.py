"""The header and map of a DEX file, versions 035 to 041.

Layout: "Dalvik executable format", https://source.android.com/docs/core/runtime/dex-format (header_item, map_list).
Version 041 puts several logical DEX files into one container; its header (HeaderV41 in
art/libdexfile/dex/dex_file.h) adds `container_size` and `header_offset`, and all offsets count from the start of the
container.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from msgspec import Struct

from permaudit.dex.damage import DexDamageError

HEADER_SIZE = 0x70
HEADER_SIZE_V41 = 0x78
_VERSIONS = {b"035", b"036", b"037", b"038", b"039", b"040", b"041"}
_CONTAINER_VERSION = 41
_LITTLE_ENDIAN = 0x12345678
_MAP_ENTRY = struct.Struct("<HHII")
_MOST_LOGICAL_FILES = 256
_TABLES = (
    ("string_ids", 4),
    ("type_ids", 4),
    ("proto_ids", 12),
    ("field_ids", 8),
    ("method_ids", 8),
    ("class_defs", 32),
)

TYPE_CALL_SITE_ID = 0x0007
TYPE_METHOD_HANDLE = 0x0008


class Section(Struct, frozen=True):
    """A table in the file: how many items, and the byte offset of the first."""

    count: int
    offset: int


class Header(Struct, frozen=True):
    """Where the tables of one logical DEX file are, in bytes from the start of `data`."""

    version: int
    start: int
    end: int
    string_ids: Section
    type_ids: Section
    proto_ids: Section
    field_ids: Section
    method_ids: Section
    class_defs: Section
    call_sites: Section
    method_handles: Section
    map_offsets: tuple[int, ...]


def read_headers(data: bytes) -> tuple[Header, ...]:
    """Read every logical DEX file in `data`: one, or for version 041 as many as the container holds.

    Raises:
        DexDamageError: this is not a DEX file, or a table lies outside the file.
    """
    return tuple(iterate_headers(data))


def iterate_headers(data: bytes) -> Iterator[Header]:
    """Read one logical DEX file after the other, so that those before a damaged one are not lost.

    Raises:
        DexDamageError: as `read_headers`, when the damaged header's turn comes.
    """
    start = 0
    for _ in range(_MOST_LOGICAL_FILES):
        header = _read_header(data, start)
        yield header
        start = header.end
        if header.version < _CONTAINER_VERSION or start >= len(data):
            return
    raise DexDamageError(f"the container holds more than {_MOST_LOGICAL_FILES} DEX files")


def _read_header(data: bytes, start: int) -> Header:
    version, words = _read_words(data, start)
    end = len(data)
    if version >= _CONTAINER_VERSION:
        end = _container_end(data, start, file_size=words[0])
    elif words[0] > len(data):
        raise DexDamageError(f"the file is cut off: {len(data)} of {words[0]} bytes are there")
    sections = [Section(words[index], words[index + 1]) for index in range(6, 18, 2)]
    for section, (name, item_size) in zip(sections, _TABLES, strict=True):
        if section.count and section.offset < HEADER_SIZE:
            raise DexDamageError(f"{name} lies in the header")
        _bounded(section, name, item_size, data)
    entries = _read_map(data, words[5])
    empty = Section(0, 0)
    strings, types, protos, fields, methods, classes = sections
    return Header(
        version,
        start,
        end,
        string_ids=strings,
        type_ids=types,
        proto_ids=protos,
        field_ids=fields,
        method_ids=methods,
        class_defs=classes,
        call_sites=_bounded(entries.get(TYPE_CALL_SITE_ID, empty), "call_site_ids", 4, data),
        method_handles=_bounded(entries.get(TYPE_METHOD_HANDLE, empty), "method_handles", 8, data),
        map_offsets=tuple(sorted(section.offset for section in entries.values())),
    )


def _read_words(data: bytes, start: int) -> tuple[int, tuple[int, ...]]:
    """The version, and the header's words from `file_size` on."""
    magic = data[start : start + 8]
    if not magic:
        raise DexDamageError("the file is empty")
    if not b"dex\n".startswith(magic[:4]):
        raise DexDamageError("not a DEX file")
    if len(data) - start < HEADER_SIZE:
        raise DexDamageError("the header is cut off")
    if magic[4:7] not in _VERSIONS:
        raise DexDamageError(f"unknown DEX version {magic[4:7].decode('ascii', 'backslashreplace')}")
    words = struct.unpack_from("<20I", data, start + 32)
    if words[2] != _LITTLE_ENDIAN:
        raise DexDamageError("unknown byte order")
    return int(magic[4:7]), words


def _container_end(data: bytes, start: int, file_size: int) -> int:
    """The end of this logical file inside its container; `file_size` reaches to the next header (version 041)."""
    if len(data) - start < HEADER_SIZE_V41:
        raise DexDamageError("the container header is cut off")
    container_size, header_offset = struct.unpack_from("<2I", data, start + HEADER_SIZE)
    if header_offset != start or file_size < HEADER_SIZE_V41:
        raise DexDamageError("the container header lies about its place")
    if container_size > len(data) or start + file_size > len(data):
        raise DexDamageError(f"the container is cut off: {len(data)} of {container_size} bytes are there")
    return start + file_size


def _read_map(data: bytes, offset: int) -> dict[int, Section]:
    if not offset or offset + 4 > len(data):
        return {}
    (count,) = struct.unpack_from("<I", data, offset)
    count = min(count, (len(data) - offset - 4) // _MAP_ENTRY.size)
    entries: dict[int, Section] = {}
    for kind, _, size, place in _MAP_ENTRY.iter_unpack(data[offset + 4 : offset + 4 + count * _MAP_ENTRY.size]):
        entries.setdefault(kind, Section(size, place))
    return entries


def _bounded(section: Section, name: str, item_size: int, data: bytes) -> Section:
    if not section.count:
        return Section(0, 0)
    if section.offset + section.count * item_size > len(data):
        raise DexDamageError(f"{name} lies outside the file")
    return section
