"""Small resource tables (resources.arsc) with one package, for labels and booleans in several configurations.

The layout follows frameworks/base/libs/androidfw/include/androidfw/ResourceTypes.h.
"""

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

REFERENCE, STRING, BOOLEAN = 0x01, 0x03, 0x12
_NO_ENTRY = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Config:
    """A configuration: language, region and platform version; all empty is the default one."""

    language: bytes = b"\0\0"
    region: bytes = b"\0\0"
    sdk: int = 0
    script: bytes = b""

    def encode(self) -> bytes:
        tail = self.script.ljust(4, b"\0") + bytes(8) if self.script else b""
        head = struct.pack("<2I", 36 + len(tail), 0) + self.language + self.region
        return head + bytes(12) + struct.pack("<2H", self.sdk, 0) + bytes(8) + tail


Entries = Mapping[int, "str | bool | int | tuple[str, ...]"]
"""Entry number to a text, a boolean, the id of the resource it refers to, or the texts of an array."""


def build_table(
    types: Mapping[int, Sequence[tuple[Config, Entries]]],
    *,
    utf8: bool = True,
    form: str = "plain",
    package: int = 0x7F,
    kinds: Sequence[str] = (),
    names: Sequence[str] = (),
) -> bytes:
    """The bytes of a table; `form` is how entries are indexed: plain, sparse, narrow (16-bit offsets) or compact.

    `kinds` names the types from 1 on; `names` the entries by their number, the same in each type.
    """
    strings: list[str] = []
    chunks = b"".join(
        _encode_type(number, config, entries, strings, form, is_named=bool(names))
        for number, configs in types.items()
        for config, entries in configs
    )
    pool = _encode_pool(strings, utf8=utf8)
    kind_pool, name_pool = _encode_pool(kinds, utf8=utf8), _encode_pool(names, utf8=utf8)
    head = struct.pack("<I256s5I", package, b"", 288, 0, 288 + len(kind_pool), 0, 0)
    inner = kind_pool + name_pool + chunks
    package_chunk = struct.pack("<2HI", 0x0200, 288, 288 + len(inner)) + head + inner
    size = 12 + len(pool) + len(package_chunk)
    return struct.pack("<2H2I", 0x0002, 12, size, 1) + pool + package_chunk


def _encode_type(
    number: int, config: Config, entries: Entries, strings: list[str], form: str, *, is_named: bool
) -> bytes:
    count = max(entries) + 1
    offsets: dict[int, int] = {}
    body = b""
    for entry, value in sorted(entries.items()):
        offsets[entry] = len(body)
        name = entry if is_named else 0
        if isinstance(value, tuple):
            body += struct.pack("<2H3I", 16, 1, name, 0, len(value))
            for place, text in enumerate(value):
                kind, data = _encode_value(text, strings)
                body += struct.pack("<IHBBI", 0x02000000 + place, 8, 0, kind, data)
            continue
        kind, data = _encode_value(value, strings)
        if form == "compact":
            body += struct.pack("<2HI", name, kind << 8 | 0x0008, data)
        else:
            body += struct.pack("<2HI", 8, 0, name) + struct.pack("<HBBI", 8, 0, kind, data)
    if form == "sparse":
        index = b"".join(struct.pack("<2H", entry, offset // 4) for entry, offset in sorted(offsets.items()))
        count, flags = len(offsets), 0x01
    elif form == "narrow":
        index = b"".join(struct.pack("<H", offsets[at] // 4 if at in offsets else 0xFFFF) for at in range(count))
        index += bytes(-len(index) % 4)
        flags = 0x02
    else:
        index = b"".join(struct.pack("<I", offsets.get(at, _NO_ENTRY)) for at in range(count))
        flags = 0
    encoded_config = config.encode()
    header_size = 20 + len(encoded_config)
    size = header_size + len(index) + len(body)
    header = struct.pack("<2HI2BH2I", 0x0201, header_size, size, number, flags, 0, count, header_size + len(index))
    return header + encoded_config + index + body


def _encode_value(value: str | bool | int, strings: list[str]) -> tuple[int, int]:  # noqa: FBT001
    if isinstance(value, bool):
        return BOOLEAN, 0xFFFFFFFF if value else 0
    if isinstance(value, int):
        return REFERENCE, value
    strings.append(value)
    return STRING, len(strings) - 1


def _encode_pool(strings: Sequence[str], *, utf8: bool) -> bytes:
    offsets: list[int] = []
    body = b""
    for text in strings:
        offsets.append(len(body))
        encoded = text.encode("utf-8" if utf8 else "utf-16-le")
        if utf8:
            body += bytes([len(text), len(encoded)]) + encoded + b"\0"
        else:
            body += struct.pack("<H", len(text)) + encoded + b"\0\0"
    body += bytes(-len(body) % 4)
    start = 28 + 4 * len(offsets)
    flags = 0x100 if utf8 else 0
    header = struct.pack("<2HI5I", 0x0001, 28, start + len(body), len(offsets), 0, flags, start, 0)
    return header + struct.pack(f"<{len(offsets)}I", *offsets) + body
