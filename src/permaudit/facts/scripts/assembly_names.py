"""Which types and members of other assemblies a .NET assembly uses, by its metadata tables (ECMA-335, II.22 and II.24).

Names cannot be searched for as text: compilers let a name that ends another one begin within it.
"""

from __future__ import annotations

import re
import struct
from contextlib import suppress
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Column = npt.NDArray[np.uint32]

BETWEEN_MEMBERS = "::"
"""Stands between a type and its member, as in `Android.Net.Uri::Parse`."""

_MOST_ROOTS = 8  # an assembly may carry others, and letters like those that begin metadata may stand there by chance
_ROOT = struct.Struct("<4sHHII")
_STREAM = struct.Struct("<II12s")  # the name is shorter or is cut; no stream that is asked for has a longer one
_MOST_STREAMS = 16
_HEAD = struct.Struct("<IBBBBQQ")
_WIDE_STRINGS, _WIDE_GUIDS, _WIDE_BLOBS, _EXTRA = 1, 2, 4, 0x40
_MODULE, _TYPE_REF, _TYPE_DEF, _FIELD_PTR, _FIELD, _METHOD_PTR, _METHOD, _PARAM_PTR, _PARAM = range(9)
_INTERFACE_IMPL, _MEMBER_REF, _MODULE_REF, _TYPE_SPEC, _ASSEMBLY_REF = 9, 10, 0x1A, 0x1B, 0x23
_PARENT_BITS, _PARENT_IS_TYPE_REF = 3, 1
_NARROW, _WIDE = 2, 4


@dataclass(frozen=True, slots=True)
class AssemblyNames:
    """Types and members that an assembly uses of others; names are places in `strings`, where each ends with a nul."""

    strings: memoryview
    type_names: Column
    namespaces: Column
    member_parents: Column
    member_names: Column

    def uses(self, text: str) -> bool:
        """Whether the assembly uses `Namespace.Type`, or the member in `Namespace.Type::Member`."""
        name, _, member = text.partition(BETWEEN_MEMBERS)
        namespace, _, name = name.rpartition(".")
        types = self._are(self.type_names, name) & self._are(self.namespaces, namespace)
        if not member or not types.any():
            return bool(types.any())
        parents = (np.flatnonzero(types) + 1) << _PARENT_BITS | _PARENT_IS_TYPE_REF
        return bool((self._are(self.member_names, member) & np.isin(self.member_parents, parents)).any())

    def _are(self, column: Column, name: str) -> npt.NDArray[np.bool_]:
        """Which entries of a column are a name, also where it begins within a longer one."""
        places = [found.start() for found in re.finditer(re.escape(name.encode()) + b"\0", self.strings)]
        return np.isin(column, np.array(places, np.uint32))


def read_names(assembly: bytes) -> list[AssemblyNames]:
    """Read what an assembly uses, and what assemblies use that it carries; nothing where no metadata can be read."""
    found, at = [], -1
    whole = memoryview(assembly)
    for _ in range(_MOST_ROOTS):
        at = assembly.find(b"BSJB", at + 1)
        if at < 0:
            break
        with suppress(struct.error, ValueError, KeyError):
            found.append(_read_tables(*_streams(whole[at:])))
    return found


def _streams(metadata: memoryview) -> tuple[memoryview, memoryview]:
    """The tables and the names."""
    version_bytes = _ROOT.unpack_from(metadata)[-1]
    at = _ROOT.size + version_bytes
    (count,) = struct.unpack_from("<2xH", metadata, at)
    at += 4
    streams = {}
    for _ in range(min(count, _MOST_STREAMS)):
        start, size, name = _STREAM.unpack_from(metadata, at)
        name = name.partition(b"\0")[0]
        at += 8 + (len(name) // 4 + 1) * 4
        streams[b"#~" if name == b"#-" else name] = metadata[start : start + size]
    return streams[b"#~"], streams[b"#Strings"]


def _read_tables(tables: memoryview, strings: memoryview) -> AssemblyNames:
    _, _, _, heaps, _, valid, _ = _HEAD.unpack_from(tables)
    present = [number for number in range(64) if valid >> number & 1]
    counts = struct.unpack_from(f"<{len(present)}I", tables, _HEAD.size)
    rows = dict(zip(present, counts, strict=True))
    at = _HEAD.size + 4 * len(present) + (4 if heaps & _EXTRA else 0)
    sizes = _columns(rows, heaps)
    columns: dict[int, list[Column]] = {}
    for number in range(_MEMBER_REF + 1):
        count = rows.get(number, 0)
        size = sum(sizes[number])
        if number in (_TYPE_REF, _MEMBER_REF):
            columns[number] = _split(tables[at : at + count * size], count, sizes[number])
        at += count * size
    _, type_names, namespaces = columns[_TYPE_REF]
    parents, member_names, _ = columns[_MEMBER_REF]
    return AssemblyNames(strings, type_names, namespaces, parents, member_names)


def _columns(rows: dict[int, int], heaps: int) -> dict[int, tuple[int, ...]]:
    """The widths of the columns of each table up to the members."""
    text = _WIDE if heaps & _WIDE_STRINGS else _NARROW
    guid = _WIDE if heaps & _WIDE_GUIDS else _NARROW
    blob = _WIDE if heaps & _WIDE_BLOBS else _NARROW

    def index(*tables: int, bits: int = 0) -> int:
        return _WIDE if max(rows.get(table, 0) for table in tables) >= 1 << (16 - bits) else _NARROW

    scope = index(_MODULE, _MODULE_REF, _ASSEMBLY_REF, _TYPE_REF, bits=2)
    any_type = index(_TYPE_DEF, _TYPE_REF, _TYPE_SPEC, bits=2)
    parent = index(_TYPE_DEF, _TYPE_REF, _MODULE_REF, _METHOD, _TYPE_SPEC, bits=_PARENT_BITS)
    return {
        _MODULE: (2, text, guid, guid, guid),
        _TYPE_REF: (scope, text, text),
        _TYPE_DEF: (4, text, text, any_type, index(_FIELD), index(_METHOD)),
        _FIELD_PTR: (index(_FIELD),),
        _FIELD: (2, text, blob),
        _METHOD_PTR: (index(_METHOD),),
        _METHOD: (4, 2, 2, text, blob, index(_PARAM)),
        _PARAM_PTR: (index(_PARAM),),
        _PARAM: (2, 2, text),
        _INTERFACE_IMPL: (index(_TYPE_DEF), any_type),
        _MEMBER_REF: (parent, text, blob),
    }


def _split(data: memoryview, count: int, widths: tuple[int, ...]) -> list[Column]:
    cells = np.frombuffer(data, np.uint8).reshape(count, sum(widths))
    columns, at = [], 0
    for width in widths:
        kind = "<u4" if width == _WIDE else "<u2"
        columns.append(np.ascontiguousarray(cells[:, at : at + width]).view(kind).reshape(count).astype(np.uint32))
        at += width
    return columns
