"""The id tables and class definitions of one DEX file, as numpy views on the inflated bytes."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from permaudit.dex.classdata import ClassData, read_class_data
from permaudit.dex.damage import DexDamageError
from permaudit.dex.header import Header, Section
from permaudit.dex.strings import StringTable

Uint32s = npt.NDArray[np.uint32]
Int64s = npt.NDArray[np.int64]

NO_INDEX = 0xFFFFFFFF
_MEMBER = np.dtype([("type", "<u2"), ("second", "<u2"), ("name", "<u4")])
_PROTO = np.dtype([("shorty", "<u4"), ("returns", "<u4"), ("parameters", "<u4")])
_CLASS = np.dtype(
    [
        (name, "<u4")
        for name in ("type", "flags", "superclass", "interfaces", "source", "annotations", "data", "static_values")
    ]
)
_MOST_PARAMETERS = 255  # a method may take at most 255 argument words


class DexTables:
    """One logical DEX file; row numbers are the file's own ids.

    `part` and `name` say where it came from; `units` is the whole file as 16-bit code units.
    """

    def __init__(self, data: bytes, header: Header, part: str, name: str) -> None:
        self.part, self.name = part, name
        self.data, self.header = data, header
        self.octets = np.frombuffer(data, np.uint8)
        self.units = np.frombuffer(data, "<u2", len(data) // 2)
        self.strings = StringTable(data, self._words(header.string_ids))
        self.type_names = self._words(header.type_ids)
        protos = self._rows(header.proto_ids, _PROTO)
        self.proto_returns, self.proto_parameters = protos["returns"], protos["parameters"]
        fields, methods = self._rows(header.field_ids, _MEMBER), self._rows(header.method_ids, _MEMBER)
        self.field_classes, self.field_types, self.field_names = fields["type"], fields["second"], fields["name"]
        self.method_classes, self.method_protos, self.method_names = methods["type"], methods["second"], methods["name"]
        self.classes = self._rows(header.class_defs, _CLASS)
        self._check_ids()
        self.class_data: ClassData = read_class_data(
            self.octets, self.classes["data"].astype(np.int64), header.map_offsets, len(methods)
        )

    @property
    def place(self) -> str:
        """How a Limitation names this file."""
        return f"{self.part}:{self.name}"

    def _words(self, section: Section) -> Uint32s:
        return np.frombuffer(self.data, "<u4", section.count, section.offset) if section.count else np.empty(0, "<u4")

    def _rows(self, section: Section, dtype: np.dtype[np.void]) -> npt.NDArray[np.void]:
        if not section.count:
            return np.empty(0, dtype)
        return np.frombuffer(self.data, dtype, section.count, section.offset)

    def _check_ids(self) -> None:
        """Refuse a file whose tables point outside each other; Android's verifier refuses it as well."""
        strings, types, protos = len(self.strings), len(self.type_names), len(self.proto_returns)
        for column, limit in (
            (self.type_names, strings),
            (self.proto_returns, types),
            (self.field_classes, types),
            (self.field_types, types),
            (self.field_names, strings),
            (self.method_classes, types),
            (self.method_protos, protos),
            (self.method_names, strings),
            (self.classes["type"], types),
        ):
            if column.size and int(column.max()) >= limit:
                raise DexDamageError("an id points outside its table")
        if bool(np.any(np.diff(np.sort(self.type_names)) == 0)):
            raise DexDamageError("two types have one name")
        supers = self.classes["superclass"]
        if supers.size and bool(np.any((supers >= types) & (supers != NO_INDEX))):
            raise DexDamageError("a superclass points outside its table")

    def type_lists(self, offsets: Int64s) -> tuple[Int64s, Int64s]:
        """Read the type_list items at byte `offsets` (0 is the empty list): their lengths, and all ids in order.

        Raises:
            DexDamageError: a list lies outside the file, or an id outside the type table.
        """
        lengths = np.zeros(len(offsets), np.int64)
        there = np.flatnonzero(offsets)
        places = offsets[there]
        if places.size and (int(places.max()) + 4 > len(self.data) or bool(np.any(places & 1))):
            raise DexDamageError("a type list lies outside the file")
        at = places // 2
        lengths[there] = self.units[at].astype(np.int64) | (self.units[at + 1].astype(np.int64) << 16)
        if lengths.size and int(lengths.sum()) > len(self.data):  # lists may be shared, but not without end
            raise DexDamageError("the type lists are longer than the file")
        first = np.zeros(len(offsets), np.int64)
        first[there] = at + 2
        positions = ragged(first, lengths)
        if positions.size and int(positions.max()) >= len(self.units):
            raise DexDamageError("a type list lies outside the file")
        ids = self.units[positions].astype(np.int64)
        if ids.size and int(ids.max()) >= len(self.type_names):
            raise DexDamageError("a type list points outside the type table")
        return lengths, ids

    def parameter_lists(self) -> tuple[Int64s, Int64s]:
        """Parameter types of all protos, as lengths and ids in order."""
        lengths, ids = self.type_lists(self.proto_parameters.astype(np.int64))
        if lengths.size and int(lengths.max()) > _MOST_PARAMETERS:
            raise DexDamageError("a method takes more than 255 parameters")
        return lengths, ids

    def interface_lists(self) -> tuple[Int64s, Int64s]:
        """Direct interfaces of all class definitions, as lengths and ids in order."""
        return self.type_lists(self.classes["interfaces"].astype(np.int64))


def ragged(first: Int64s, lengths: Int64s) -> Int64s:
    """Positions `first[i], first[i]+1, … first[i]+lengths[i]-1` for every i, one run after another."""
    total = int(lengths.sum())
    if not total:
        return np.empty(0, np.int64)
    ends = np.cumsum(lengths)
    return np.repeat(first - (ends - lengths), lengths) + np.arange(total)
