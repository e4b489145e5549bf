"""Hermes bytecode for tests: a header and string tables, as `BytecodeFileFormat.h` lays them out, and no code."""

import struct
from collections.abc import Sequence

MAGIC = 0x1F1903C103BC1FC6


def hermes_file(
    *strings: str,
    version: int = 96,
    functions: int = 1,
    counts: dict[str, int] | None = None,
    joined: bytes | None = None,
    entries: Sequence[int] | None = None,
) -> bytes:
    """A file with these strings; long ones and those with letters beyond ASCII are stored as Hermes stores them.

    `counts` overrides numbers of the header with lies, `joined` the stored letters, `entries` the string table.
    """
    storage = b""
    table: list[int] = []
    overflow: list[tuple[int, int]] = []
    for text in strings:
        wide = not text.isascii()
        data = text.encode("utf-16-le" if wide else "ascii")
        if len(text) >= 255:
            table.append(int(wide) | len(overflow) << 1 | 255 << 24)
            overflow.append((len(storage), len(text)))
        else:
            table.append(int(wide) | len(storage) << 1 | len(text) << 24)
        storage += data
    storage = storage if joined is None else joined
    table = table if entries is None else list(entries)
    body = bytes((16 if version < 97 else 12) * functions)
    body += struct.pack(f"<{len(table)}I", *table)
    body += b"".join(struct.pack("<2I", *each) for each in overflow)
    body += storage
    numbers = {
        "file": 128 + len(body),
        "global": 0,
        "functions": functions,
        "kinds": 0,
        "identifiers": 0,
        "strings": len(table),
        "overflow": len(overflow),
        "storage": len(storage),
    }
    numbers |= counts or {}
    header = struct.pack("<QI20x8I", MAGIC, version, *numbers.values())
    return header.ljust(128, b"\0") + body
