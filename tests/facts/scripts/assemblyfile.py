"""A .NET assembly with as much metadata as is needed to tell what it uses of others."""

import struct
from collections.abc import Sequence

HEAD = b"MZ\x90\x00\x03\x00" + bytes(58)


def assembly_file(
    strings: bytes, types: Sequence[tuple[int, int]], members: Sequence[tuple[int, int]] = (), *, wide: bool = False
) -> bytes:
    """An assembly with these names: `types` are (name, namespace) and `members` (number of the type from 1, name).

    Names are places in `strings`; `wide`: they take four bytes each, as where there are many.
    """
    text = "I" if wide else "H"
    module = struct.pack(f"<H{text}HHH", 0, 0, 0, 0, 0)
    type_refs = b"".join(struct.pack(f"<H{text}{text}", 6, name, namespace) for name, namespace in types)
    member_refs = b"".join(struct.pack(f"<H{text}H", parent << 3 | 1, name, 0) for parent, name in members)
    valid = 1 | 1 << 1 | 1 << 10
    head = struct.pack("<IBBBBQQ", 0, 2, 0, 1 if wide else 0, 1, valid, 0)
    tables = head + struct.pack("<3I", 1, len(types), len(members)) + module + type_refs + member_refs
    root = struct.pack("<4sHHII12sHH", b"BSJB", 1, 1, 0, 12, b"v4.0.30319", 0, 2)
    start = len(root) + 12 + 20
    streams = struct.pack("<II4s", start, len(tables), b"#~") + struct.pack(
        "<II12s", start + len(tables), len(strings), b"#Strings"
    )
    return HEAD + root + streams + tables + strings
