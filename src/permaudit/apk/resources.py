"""Single values out of a resource table, found by following offsets instead of parsing the table.

androguard turns the whole table into objects: 2.6 s and 320 MB for one of 32 MB, and longer for a hostile one. A label
needs one string. The layout is that of AOSP `libs/androidfw/include/androidfw/ResourceTypes.h`; androguard is the
oracle in the tests. Which of several configurations counts: the asked language, then the default one, then any;
among them the highest platform version.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from msgspec import Struct

from permaudit.apk.resource_chunks import COMPACT, NO_ENTRY, NO_ENTRY_16, OFFSETS_16, SPARSE, UTF8, ResourceChunks

_COMPLEX = 0x0001
_APP = 0x7F  # the package of the app itself, which ids may leave out
_REFERENCE, _STRING, _DYNAMIC_REFERENCE = 0x01, 0x03, 0x07
_CONFIGURATION_BYTES = 40  # what is read of it
_MODERN_CODES = {"in": "id", "iw": "he", "ji": "yi", "tl": "fil"}  # Android keeps the codes of old Java
_USUAL_SCRIPTS = {("zh", "TW"): "Hant", ("zh", "HK"): "Hant", ("zh", "MO"): "Hant", ("zh", "CN"): "Hans"}
_LONGEST_CHAIN = 16
_MOST_IN_ARRAY = 4096


class Value(Struct, frozen=True):
    """A resolved value: Res_value's type and data, and the text if it is a string."""

    kind: int
    data: int
    text: str | None = None


class _Locale(Struct, frozen=True):
    """Language, script and region of a configuration, each empty where it is not stated."""

    language: str
    script: str
    region: str


class _Candidate(Struct, frozen=True):
    locale: _Locale
    sdk: int
    value: Value


class Resources(ResourceChunks):
    """A resource table kept as bytes; damaged places give None, never an error."""

    def string(self, resource_id: int, locale: str | None = None) -> str | None:
        """Resolve a string resource; None if it is absent, damaged or no string (never a raw id)."""
        value = self.resolve(resource_id, locale)
        return value.text if value else None

    def resolve(self, resource_id: int, locale: str | None = None) -> Value | None:
        """Follow references from `resource_id` to a plain value; `locale` like `de`, `de-AT` or `zh-Hant`."""
        for _ in range(_LONGEST_CHAIN):
            candidates = list(self._find(resource_id))
            if not candidates:
                return None
            value = max(candidates, key=lambda each: _rank(each, locale)).value
            if value.kind not in (_REFERENCE, _DYNAMIC_REFERENCE):
                return value
            resource_id = value.data
        return None

    def texts(self, resource_id: int) -> frozenset[tuple[str, ...]]:
        """What a string resource or a string array may be: its text or texts, as each configuration has them.

        An entry that is no plain text, such as a reference to another, is an empty tuple.
        """
        return frozenset(self._find_texts(resource_id))

    def count_configurations(self, resource_id: int) -> int:
        """In how many configurations a resource may stand: what it costs to look for its texts."""
        return len(self.types.get(resource_id >> 24 or _APP, {}).get(resource_id >> 16 & 0xFF, ()))

    def _find_texts(self, resource_id: int) -> Iterator[tuple[str, ...]]:
        for start, end, entry in self._places(resource_id):
            try:
                if self._entry_at(start, entry) is not None:
                    yield self._read_texts(start, end, entry)
            except (struct.error, IndexError):
                yield ()

    def _read_texts(self, start: int, end: int, entry: int) -> tuple[str, ...]:
        """The texts of one entry, all of them strings; none where it is something else."""
        at = self._entry_at(start, entry)
        if at is None or at + 8 > end:
            return ()
        size, flags, _ = struct.unpack_from("<2HI", self.table, at)
        if not flags & _COMPLEX or flags & COMPACT:
            candidate = self._read_entry(start, end, entry)
            return (candidate.value.text,) if candidate and candidate.value.text is not None else ()
        if at + 16 > end:
            return ()
        count = struct.unpack_from("<I", self.table, at + 12)[0]
        values = []
        for place in range(at + size, min(at + size + 12 * min(count, _MOST_IN_ARRAY), end - 11), 12):
            kind, data = struct.unpack_from("<7x B I", self.table, place)
            text = self._read_string(data) if kind == _STRING else None
            if text is None:
                return ()
            values.append(text)
        return tuple(values) if len(values) == count else ()

    def _find(self, resource_id: int) -> Iterator[_Candidate]:
        for start, end, entry in self._places(resource_id):
            try:
                candidate = self._read_entry(start, end, entry)
            except (struct.error, IndexError):
                continue
            if candidate:
                yield candidate

    def _places(self, resource_id: int) -> Iterator[tuple[int, int, int]]:
        """The type chunks that may hold a resource (start, end), and which of their entries it is."""
        package_number, type_number, entry = resource_id >> 24 or _APP, resource_id >> 16 & 0xFF, resource_id & 0xFFFF
        for package, type_chunks in self.types.items():
            if package != package_number:
                continue
            for start, end in type_chunks.get(type_number, ()):
                yield start, end, entry

    def _read_entry(self, start: int, end: int, entry: int) -> _Candidate | None:
        table = self.table
        at = self._entry_at(start, entry)
        if at is None:
            return None
        header_size = struct.unpack_from("<2x H", table, start)[0]
        size, entry_flags, key = struct.unpack_from("<2HI", table, at)
        if at + 8 > end or (entry_flags & _COMPLEX and not entry_flags & COMPACT):
            return None
        if entry_flags & COMPACT:  # the value itself stands where the size and the key would
            kind, data = entry_flags >> 8, key
        else:
            kind, data = struct.unpack_from("<3x B I", table, at + size)
        text = self._read_string(data) if kind == _STRING else None
        locale, sdk = _read_configuration(table[start + 20 : start + header_size])
        return _Candidate(locale, sdk, Value(kind, data, text))

    def _entry_at(self, start: int, entry: int) -> int | None:
        """Where an entry of the type chunk at `start` begins."""
        header_size, flags = struct.unpack_from("<2x H 4x x B", self.table, start)
        count, entries_start = struct.unpack_from("<2I", self.table, start + 12)
        offset = self._find_entry(start + header_size, count, entry, flags)
        return None if offset is None else start + int(entries_start) + offset

    def _find_entry(self, offsets: int, count: int, entry: int, flags: int) -> int | None:
        """Find the offset of an entry in one type chunk; the offsets come in three forms."""
        if flags & SPARSE:
            low, high = 0, count
            while low < high:
                middle = (low + high) // 2
                index, offset = struct.unpack_from("<2H", self.table, offsets + 4 * middle)
                if index == entry:
                    return int(offset) * 4
                low, high = (middle + 1, high) if index < entry else (low, middle)
            return None
        if entry >= count:
            return None
        if flags & OFFSETS_16:
            offset = struct.unpack_from("<H", self.table, offsets + 2 * entry)[0]
            return None if offset == NO_ENTRY_16 else int(offset) * 4
        offset = struct.unpack_from("<I", self.table, offsets + 4 * entry)[0]
        return None if offset == NO_ENTRY else int(offset)

    def _read_string(self, index: int) -> str | None:
        start, end = self.pool
        header_size, count, flags, strings_start = struct.unpack_from("<2x H 4x I 4x 2I", self.table, start)
        if index >= count:
            return None
        at = start + strings_start + struct.unpack_from("<I", self.table, start + header_size + 4 * index)[0]
        if at >= end:
            return None
        return self._read_utf8(at, end) if flags & UTF8 else self._read_utf16(at, end)

    def _read_utf8(self, at: int, end: int) -> str | None:
        at += 2 if self.table[at] & 0x80 else 1  # the length in UTF-16 units
        size = self.table[at]
        at += 1
        if size & 0x80:
            size = (size & 0x7F) << 8 | self.table[at]
            at += 1
        return self.table[at : at + size].decode("utf-8", "replace") if at + size < end else None

    def _read_utf16(self, at: int, end: int) -> str | None:
        size = struct.unpack_from("<H", self.table, at)[0]
        at += 2
        if size & 0x8000:
            size = (size & 0x7FFF) << 16 | struct.unpack_from("<H", self.table, at)[0]
            at += 2
        return self.table[at : at + 2 * size].decode("utf-16-le", "replace") if at + 2 * size < end else None


def _read_configuration(config: bytes) -> tuple[_Locale, int]:
    """Read locale and platform version out of a ResTable_config; short ones leave out what they do not state."""
    config = config[: struct.unpack_from("<I", config)[0]].ljust(_CONFIGURATION_BYTES, b"\0")
    language = _unpack(config[8:10], ord("a"))
    script = config[36:40].rstrip(b"\0").decode("ascii", "replace")
    locale = _Locale(_MODERN_CODES.get(language, language), script, _unpack(config[10:12], ord("0")))
    return locale, struct.unpack_from("<H", config, 24)[0]


def _unpack(code: bytes, base: int) -> str:
    """Unpack a language or region: two letters, or three packed in 15 bits."""
    if code[0] & 0x80:
        packed = code[0] << 8 | code[1]
        return "".join(chr((packed >> shift & 0x1F) + base) for shift in (0, 5, 10))
    return code.rstrip(b"\0").decode("ascii", "replace")


def _rank(candidate: _Candidate, wanted: str | None) -> tuple[int, int, int]:
    is_text = candidate.value.text is not None or candidate.value.kind != _STRING
    return int(is_text), _closeness(candidate.locale, wanted), candidate.sdk


def _closeness(found: _Locale, wanted: str | None) -> int:
    """Order locales: script or region as wanted, the bare language, the default, the language otherwise, any other."""
    language, _, detail = (wanted or "").partition("-")
    if not found.language:
        return 2
    if found.language != language:
        return 0
    details = {found.script, found.region, _USUAL_SCRIPTS.get((language, found.region), "")} - {""}
    if not details:
        return 3
    return 4 if detail in details else 1
