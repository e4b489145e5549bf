"""A small writer of Android's binary XML, for manifests and layouts.

Chunks and values follow frameworks/base/libs/androidfw/include/androidfw/ResourceTypes.h: a string pool, a resource map
that gives the first strings their attribute ids, then start and end nodes.
"""

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from support.encoding import align

ANDROID = "http://schemas.android.com/apk/res/android"

ATTRIBUTE_IDS = {
    "theme": 0x01010000, "label": 0x01010001, "icon": 0x01010002, "name": 0x01010003, "permission": 0x01010006,
    "readPermission": 0x01010007, "writePermission": 0x01010008, "protectionLevel": 0x01010009,
    "sharedUserId": 0x0101000B, "hasCode": 0x0101000C, "enabled": 0x0101000E, "debuggable": 0x0101000F,
    "exported": 0x01010010, "process": 0x01010011, "taskAffinity": 0x01010012, "authorities": 0x01010018,
    "grantUriPermissions": 0x0101001B, "priority": 0x0101001C, "launchMode": 0x0101001D, "value": 0x01010024,
    "resource": 0x01010025, "mimeType": 0x01010026, "scheme": 0x01010027, "host": 0x01010028, "path": 0x0101002A,
    "id": 0x010100D0, "targetActivity": 0x01010202, "minSdkVersion": 0x0101020C, "versionCode": 0x0101021B,
    "versionName": 0x0101021C, "onClick": 0x0101026F, "targetSdkVersion": 0x01010270, "maxSdkVersion": 0x01010271,
    "testOnly": 0x01010272, "allowBackup": 0x01010280, "usesCleartextTraffic": 0x010104EC,
    "networkSecurityConfig": 0x01010527,
    "isFeatureSplit": 0x0101055B, "appComponentFactory": 0x0101057A,
    "foregroundServiceType": 0x01010599, "usesPermissionFlags": 0x01010644,
}  # fmt: skip
"""Resource ids of `android:` attributes (frameworks/base/core/res/res/values/public-final.xml)."""

_STRING_POOL, _XML, _RESOURCE_MAP = 0x0001, 0x0003, 0x0180
_START_NAMESPACE, _END_NAMESPACE, _START, _END, _TEXT = 0x0100, 0x0101, 0x0102, 0x0103, 0x0104
_TYPE_REFERENCE, _TYPE_STRING, _TYPE_DECIMAL, _TYPE_HEX, _TYPE_BOOLEAN = 0x01, 0x03, 0x10, 0x11, 0x12
_NONE = 0xFFFFFFFF
_UTF8_POOL = 1 << 8


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to a resource, such as `@0x7f0a0001`."""

    resource_id: int


@dataclass(frozen=True, slots=True)
class Flags:
    """A number written as hexadecimal, as flag attributes are."""

    bits: int


@dataclass(frozen=True, slots=True)
class RawValue:
    """A typed value as it stands in the file, for values no compiler writes."""

    type: int
    data: int


AttributeValue: TypeAlias = str | int | bool | Reference | Flags | RawValue


@dataclass(frozen=True, slots=True)
class Element:
    """An element; attribute names are `android:name` or, without a namespace, `package`."""

    tag: str
    attributes: Mapping[str, AttributeValue] = field(default_factory=dict)
    children: Sequence["Element"] = ()
    text: str | None = None


def encode_axml(root: Element, *, blank_names: bool = False, utf8: bool = False) -> bytes:
    """Binary XML of one document.

    With `blank_names` the names of attributes that have a resource id are empty strings, as obfuscators of manifests
    leave them: the platform reads attributes by id alone. `utf8` writes the string pool as UTF-8 instead of UTF-16.
    """
    writer = _Writer(root, blank_names=blank_names)
    body = writer.encode()
    pool = _encode_pool(writer.strings, utf8=utf8)
    ids = struct.pack(f"<{len(writer.ids)}I", *writer.ids)
    resource_map = struct.pack("<HHI", _RESOURCE_MAP, 8, 8 + len(ids)) + ids
    size = 8 + len(pool) + len(resource_map) + len(body)
    return struct.pack("<HHI", _XML, 8, size) + pool + resource_map + body


class _Writer:
    """Numbers the strings (attribute names with an id come first, in the order of their ids) and writes the nodes."""

    def __init__(self, root: Element, *, blank_names: bool) -> None:
        self.root = root
        names = {name.removeprefix("android:") for item in _walk(root) for name in item.attributes if ":" in name}
        known = sorted((name for name in names if name in ATTRIBUTE_IDS), key=ATTRIBUTE_IDS.__getitem__)
        self.ids = [ATTRIBUTE_IDS[name] for name in known]
        self.named = {name: number for number, name in enumerate(known)}
        self.strings = ["" if blank_names else name for name in known]
        self.numbers: dict[str, int] = {}

    def encode(self) -> bytes:
        namespace = struct.pack("<II", self._string("android"), self._string(ANDROID))
        opening = _node(_START_NAMESPACE, namespace)
        return opening + self._element(self.root) + _node(_END_NAMESPACE, namespace)

    def _string(self, text: str) -> int:
        if text not in self.numbers:
            self.numbers[text] = len(self.strings)
            self.strings.append(text)
        return self.numbers[text]

    def _element(self, item: Element) -> bytes:
        tag = self._string(item.tag)
        rows = sorted((self._attribute(name, value) for name, value in item.attributes.items()), key=self._order)
        head = struct.pack("<IIHHHHHH", _NONE, tag, 20, 20, len(rows), 0, 0, 0)
        out = _node(_START, head + b"".join(struct.pack("<IIIHBBI", *row) for row in rows))
        if item.text is not None:
            text = self._string(item.text)
            out += _node(_TEXT, struct.pack("<IHBBI", text, 8, 0, _TYPE_STRING, text))
        out += b"".join(self._element(child) for child in item.children)
        return out + _node(_END, struct.pack("<II", _NONE, tag))

    def _order(self, row: tuple[int, ...]) -> tuple[int, int]:
        return (0, self.ids[row[1]]) if row[1] < len(self.ids) else (1, row[1])

    def _attribute(self, name: str, value: AttributeValue) -> tuple[int, ...]:
        prefix, _, local = name.rpartition(":")
        namespace = self._string(ANDROID) if prefix else _NONE
        number = self.named[local] if prefix and local in self.named else self._string(local)
        kind, data = self._value(value)
        return namespace, number, data if kind == _TYPE_STRING else _NONE, 8, 0, kind, data

    def _value(self, value: AttributeValue) -> tuple[int, int]:
        match value:
            case str():
                return _TYPE_STRING, self._string(value)
            case bool():
                return _TYPE_BOOLEAN, 0xFFFFFFFF if value else 0
            case int():
                return _TYPE_DECIMAL, value & 0xFFFFFFFF
            case Reference():
                return _TYPE_REFERENCE, value.resource_id
            case Flags():
                return _TYPE_HEX, value.bits
            case RawValue():
                return value.type, value.data


def _walk(item: Element) -> Iterator[Element]:
    yield item
    for child in item.children:
        yield from _walk(child)


def _node(kind: int, body: bytes) -> bytes:
    line_number = 1
    return struct.pack("<HHIII", kind, 16, 16 + len(body), line_number, _NONE) + body


def _encode_pool(strings: Sequence[str], *, utf8: bool) -> bytes:
    data = bytearray()
    offsets = []
    for text in strings:
        offsets.append(len(data))
        data += _encode_utf8(text) if utf8 else _encode_utf16(text)
    align(data, 4)
    start = 28 + 4 * len(offsets)
    flags = _UTF8_POOL if utf8 else 0
    head = struct.pack("<HHIIIIII", _STRING_POOL, 28, start + len(data), len(offsets), 0, flags, start, 0)
    return head + struct.pack(f"<{len(offsets)}I", *offsets) + data


def _encode_utf16(text: str) -> bytes:
    raw = text.encode("utf-16-le", "surrogatepass")
    units = len(raw) // 2
    length = struct.pack("<H", units) if units < 0x8000 else struct.pack("<HH", units >> 16 | 0x8000, units & 0xFFFF)
    return length + raw + b"\0\0"


def _encode_utf8(text: str) -> bytes:
    raw = text.encode("utf-8", "surrogatepass")
    return _length8(len(text.encode("utf-16-le", "surrogatepass")) // 2) + _length8(len(raw)) + raw + b"\0"


def _length8(length: int) -> bytes:
    return bytes((length,)) if length < 0x80 else bytes((length >> 8 | 0x80, length & 0xFF))
