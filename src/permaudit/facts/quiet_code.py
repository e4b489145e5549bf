"""Code that was brought along and can be read: whether it has any means at all to come by people's data.

The question decides whether code that Android does not run by itself leaves the answer open, so somebody will try to
make a reader look quiet. That is why it is not asked what the code does, but whether the means are there, by an
exhaustive test of the bytes:

* Rows of another app come to Dalvik code as a Cursor, or as a stream from a ContentResolver or a provider client; a
  message, a call or an account through classes of their own. To use one of these classes the file has to hold its
  descriptor, in one piece and in the clear: Android looks it up by these bytes, and no obfuscator can rename what
  belongs to Android. Texts may be scrambled; without these classes there is nothing to hand them to.
* What goes around that (reflection, class loaders, processes, machine code, raw binder calls) needs descriptors or
  names too, and these count the same. So a file that scrambles its texts and reflects is not quiet.
* Code that is unpacked over this file, or out of it, would be seen neither: so the whole has to be one well-formed
  DEX file that ends where it says, in which every table and instruction can be read.
* It might use code from elsewhere, by name: so every class named in it has to be one of its own or Android's, and none
  that the app defines, because Android asks the app's class loader first.

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
_OF_ANDROID = (b"Ljava/", b"Ljavax/", b"Landroid/", b"Ldalvik/", b"Lorg/json/", b"Lorg/xml/", b"Lorg/w3c/")
_DESCRIPTOR = re.compile(rb"\[*(?:[VZBSCIJFD]|L[^;.\[\0]+;)")


class Means:
    """What code needs to come by people's data: how descriptors begin, and names."""

    def __init__(self, descriptors: Iterable[str], names: Iterable[str]) -> None:
        self._texts = [each.encode() for each in descriptors]
        self._texts += [each.encode() + b"\0" for each in names]  # a string ends so; what it begins with may differ

    def stand_in(self, data: bytes) -> bool:
        """Whether any of them stands anywhere in the bytes."""
        return any(data.find(text) >= 0 for text in self._texts)


def is_quiet(data: bytes, means: Means, defined: DefinedClasses) -> bool:
    """Whether this is a whole DEX file in the clear that has no means to come by people's data, see above."""
    if len(data) > MOST_BYTES or means.stand_in(data):
        return False
    try:
        (header,) = read_headers(data)
        return _is_whole(data, header) and _keeps_to_itself(DexTables(data, header, "", ""), defined)
    except (DexDamageError, ValueError):  # a container has several
        return False


def _is_whole(data: bytes, header: Header) -> bool:
    (file_size,) = struct.unpack_from("<I", data, _FILE_SIZE_AT)
    return header.version < _CONTAINER_VERSION and file_size == len(data) and header.string_ids.count > 0


def _keeps_to_itself(tables: DexTables, defined: DefinedClasses) -> bool:
    if len(tables.type_names) > _MOST_TYPES or bool((tables.class_data.flags & _NATIVE).any()):
        return False
    tables.parameter_lists()
    tables.interface_lists()
    code = read_code(tables)
    if code.items.damaged or code.undefined or code.dangling or code.cut_off:
        return False
    own = {*_texts(tables, tables.type_names[tables.classes["type"]])}
    return all(
        _DESCRIPTOR.fullmatch(each) and _is_known(each.lstrip(b"["), own, defined)
        for each in _texts(tables, tables.type_names)
    )


def _texts(tables: DexTables, strings: npt.NDArray[np.uint32]) -> list[bytes]:
    return tables.strings.raw_many(strings.astype(np.int64)) if len(strings) else []


def _is_known(descriptor: bytes, own: Collection[bytes], defined: DefinedClasses) -> bool:
    """Whether it is clear whose class this is: not the app's, also not under a name of Android's that no phone has."""
    if descriptor[:1] != b"L":
        return True
    if descriptor not in own and not descriptor.startswith(_OF_ANDROID):
        return False
    return defined.first_below(descriptor.decode("utf-8", "surrogateescape")) is None
