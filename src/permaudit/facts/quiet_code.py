"""Code that was brought along and can be read: whether it has any means at all to come by people's data.

The question decides whether code that Android does not run by itself leaves the answer open, so somebody will try to
make a reader look quiet. That is why it is not asked what the code does, but whether the means are there, by an
exhaustive test of the bytes:

* To use a class the file has to name it, in one piece and in the clear: Android looks it up by these bytes, and no
  obfuscator can rename what belongs to Android. So every class named in it has to be one of its own, or one that the
  catalogue lists as harmless, because whoever has only those and their methods gets no rows, no streams, no other
  classes and no services. Texts may be scrambled; without further classes there is nothing to hand them to.
* None may be one that the app defines, because Android asks the app's class loader first.
* Code that is unpacked over this file, or out of it, would be seen neither: so the whole has to be one well-formed
  DEX file that ends where it says, in which every table and instruction can be read.

In doubt it is not quiet. Ordinary libraries fail this test (they reflect, keep a database, load native code), and so
does anything larger; it is for what only shows a screen.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Collection, Iterable

import numpy as np
import numpy.typing as npt

from permaudit.dex.columns import read_code
from permaudit.dex.damage import DexDamageError
from permaudit.dex.header import Header, read_headers
from permaudit.dex.tables import DexTables
from permaudit.facts.definitions import DefinedClasses

MOST_BYTES = 16 << 20
"""A larger file is not looked at; real DEX files stay below it."""

_MOST_TYPES = 0x10000  # as many as instructions can name
_CONTAINER_VERSION = 41
_NATIVE = 0x100
_FILE_SIZE_AT = 32
_DESCRIPTOR = re.compile(rb"\[*(?:[VZBSCIJFD]|L[^;.\[\0]+;)")


class Harmless:
    """What code may name and still cannot come by people's data: classes by descriptor, and not their methods `but`."""

    def __init__(self, classes: Iterable[str], but: Iterable[str]) -> None:
        self.classes = frozenset(each.encode() for each in classes)
        self._but = [each.encode() + b"\0" for each in but]  # a string ends so; what it begins with may differ

    def is_left(self, data: bytes) -> bool:
        """Whether the bytes name a method for which that does not hold."""
        return any(data.find(name) >= 0 for name in self._but)


def is_quiet(data: bytes, harmless: Harmless, defined: DefinedClasses) -> bool:
    """Whether this is a whole DEX file in the clear that has no means to come by people's data, see above."""
    if len(data) > MOST_BYTES or harmless.is_left(data):
        return False
    try:
        (header,) = read_headers(data)
        return _is_whole(data, header) and _keeps_to_itself(DexTables(data, header, "", ""), harmless, defined)
    except (DexDamageError, ValueError):  # a container has several
        return False


def _is_whole(data: bytes, header: Header) -> bool:
    (file_size,) = struct.unpack_from("<I", data, _FILE_SIZE_AT)
    return header.version < _CONTAINER_VERSION and file_size == len(data) and header.string_ids.count > 0


def _keeps_to_itself(tables: DexTables, harmless: Harmless, defined: DefinedClasses) -> bool:
    if len(tables.type_names) > _MOST_TYPES or bool((tables.class_data.flags & _NATIVE).any()):
        return False
    tables.parameter_lists()
    tables.interface_lists()
    code = read_code(tables)
    if code.items.damaged or code.undefined or code.dangling or code.cut_off:
        return False
    own = harmless.classes.union(_texts(tables, tables.type_names[tables.classes["type"]]))
    return all(
        _DESCRIPTOR.fullmatch(each) and _is_known(each.lstrip(b"["), own, defined)
        for each in _texts(tables, tables.type_names)
    )


def _texts(tables: DexTables, strings: npt.NDArray[np.uint32]) -> list[bytes]:
    return tables.strings.raw_many(strings.astype(np.int64)) if len(strings) else []


def _is_known(descriptor: bytes, known: Collection[bytes], defined: DefinedClasses) -> bool:
    """Whether it is clear whose class this is: not the app's, also not under a name of Android's that no phone has."""
    if descriptor[:1] != b"L":
        return True
    return descriptor in known and defined.first_below(descriptor.decode("utf-8", "surrogateescape")) is None
