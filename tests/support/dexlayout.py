"""Where everything of one DEX file goes: id tables, data items, map list."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, TypeVar

from support.classdata import encode_class_data, encode_static_values, spell_method
from support.encoding import align, count_utf16_units, encode_mutf8, encode_uleb128
from support.references import HANDLE_KINDS, FieldReference, Pool, Proto

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from support.dexfile import Class, Damage, Method

_Item = TypeVar("_Item")

_WORDS = (
    "file_size", "header_size", "endian_tag", "link_size", "link_off", "map_off", "string_ids_size", "string_ids_off",
    "type_ids_size", "type_ids_off", "proto_ids_size", "proto_ids_off", "field_ids_size", "field_ids_off",
    "method_ids_size", "method_ids_off", "class_defs_size", "class_defs_off", "data_size", "data_off",
    "container_size", "header_offset",
)  # fmt: skip

HEADER_FIELDS: dict[str, tuple[int, str]] = {
    "magic": (0, "8s"),
    "checksum": (8, "<I"),
    "signature": (12, "20s"),
    **{name: (32 + 4 * position, "<I") for position, name in enumerate(_WORDS)},
}
"""Offset and struct format of each header field; the last two exist from version 041 on."""

CODE_FIELDS = {
    "registers_size": (0, "<H"), "ins_size": (2, "<H"), "outs_size": (4, "<H"), "tries_size": (6, "<H"),
    "debug_info_off": (8, "<I"), "insns_size": (12, "<I"),
}  # fmt: skip

NO_INDEX = 0xFFFFFFFF
_STRING, _TYPE, _PROTO, _FIELD, _METHOD, _CLASS, _CALL_SITE, _HANDLE = range(1, 9)
_MAP, _TYPE_LIST, _SET, _CLASS_DATA, _CODE, _STRING_DATA, _ANNOTATION, _ARRAY, _DIRECTORY = (
    0x1000, 0x1001, 0x1003, 0x2000, 0x2001, 0x2002, 0x2004, 0x2005, 0x2006,
)  # fmt: skip


class Layout:
    """Collects every name in a first pass, then writes the file; offsets count from `base` before it."""

    def __init__(self, classes: Sequence[Class], header_size: int, base: int, damage: Damage) -> None:
        self.classes = classes
        self.header_size = header_size
        self.base = base
        self.damage = damage
        self.pool = Pool()
        self.out = bytearray()
        self.map_items: list[tuple[int, int, int]] = [(0, 1, base)]
        self.data_start = 0
        self.type_lists: dict[tuple[str, ...], int] = {}
        self.code_offsets: dict[str, int] = {}

    def header(self, version: int, file_size: int) -> dict[str, int | bytes]:
        """The header of the finished file, by field name."""
        header: dict[str, int | bytes] = {
            "magic": b"dex\n%03d\0" % version,
            "file_size": file_size,
            "header_size": self.header_size,
            "endian_tag": 0x12345678,
            "data_size": file_size - self.data_start,
            "data_off": self.base + self.data_start,
        }
        names = {_STRING: "string_ids", _TYPE: "type_ids", _PROTO: "proto_ids"}
        names |= {_FIELD: "field_ids", _METHOD: "method_ids", _CLASS: "class_defs"}
        for kind, size, offset in self.map_items:
            if kind in names:
                header |= {f"{names[kind]}_size": size, f"{names[kind]}_off": offset}
            elif kind == _MAP:
                header["map_off"] = offset
        return header

    def write(self) -> bytearray:
        """The whole file, with zeros for a header."""
        self._collect()
        self.pool.freeze()
        pool = self.pool
        sizes = (
            (_STRING, len(pool.strings), 4), (_TYPE, len(pool.types), 4), (_PROTO, len(pool.protos), 12),
            (_FIELD, len(pool.fields), 8), (_METHOD, len(pool.methods), 8), (_CLASS, len(self.classes), 32),
            (_CALL_SITE, len(pool.call_sites), 4), (_HANDLE, len(pool.method_handles), 8),
        )  # fmt: skip
        self.out = bytearray(self.header_size)
        tables: dict[int, int] = {}
        for kind, count, width in sizes:
            tables[kind] = len(self.out)
            if count:
                self.map_items.append((kind, count, self._here()))
            self.out += bytes(count * width)
        self.data_start = len(self.out)
        self._write_data(tables)
        self._write_map()
        return self.out

    def _here(self) -> int:
        return self.base + len(self.out)

    def _collect(self) -> None:
        pool = self.pool
        for text in self.damage.extra_strings:
            pool.string_index(text)
        for item in self.classes:
            for descriptor in (item.name, item.superclass, *item.interfaces):
                if descriptor:
                    pool.type_index(descriptor)
            if item.source:
                pool.string_index(item.source)
            for member in item.fields:
                pool.field_index(FieldReference(item.name, member.name, member.type))
                pool.encode_value(member.value, member.type)
            for method in item.methods:
                pool.method_index(method.reference(item.name))
                for annotation in method.annotations:
                    pool.type_index(annotation)
                if method.code:
                    method.code.encode(pool, method.parameter_words)

    def _write_data(self, tables: dict[int, int]) -> None:
        pool = self.pool
        self._write_code()
        protos = [proto.parameters for proto in pool.protos]
        interface_lists = [tuple(item.interfaces) for item in self.classes]
        self._items(_TYPE_LIST, [*protos, *interface_lists], self._write_type_list, 4)
        directories = self._write_annotations()
        self._write_strings(tables[_STRING])
        class_data = self._items(
            _CLASS_DATA, self.classes, lambda item: encode_class_data(item, pool, self.code_offsets), 1
        )
        sites = self._items(_ARRAY, pool.call_sites, pool.encode_call_site, 1)
        arrays = self._items(_ARRAY, self.classes, lambda item: encode_static_values(item, pool), 1)
        self._write_id_tables(tables)
        for position, offset in enumerate(sites):
            struct.pack_into("<I", self.out, tables[_CALL_SITE] + 4 * position, offset)
        for position, item in enumerate(self.classes):
            words = self._class_words(item, directories[position], class_data[position], arrays[position])
            struct.pack_into("<8I", self.out, tables[_CLASS] + 32 * position, *words)

    def _items(
        self, kind: int, items: Iterable[_Item], encode: Callable[[_Item], bytes | None], boundary: int
    ) -> list[int]:
        """Append the items that have bytes; their offsets, 0 where there are none; one map entry a kind."""
        offsets = []
        for item in items:
            encoded = encode(item)
            if encoded is None:
                offsets.append(0)
                continue
            align(self.out, boundary)
            offsets.append(self._here())
            self.out += encoded
        self._map(kind, [offset for offset in offsets if offset])
        return offsets

    def _map(self, kind: int, offsets: list[int]) -> None:
        if not offsets:
            return
        if self.map_items[-1][0] == kind:
            _, count, first = self.map_items.pop()
            self.map_items.append((kind, count + len(offsets), first))
        else:
            self.map_items.append((kind, len(offsets), offsets[0]))

    def _write_code(self) -> None:
        bodies = [(item, method) for item in self.classes for method in item.methods if method.code]
        offsets = self._items(_CODE, bodies, lambda pair: self._encode_code(*pair), 4)
        for (item, method), offset in zip(bodies, offsets, strict=True):
            self.code_offsets[spell_method(item, method)] = offset

    def _encode_code(self, item: Class, method: Method) -> bytes | None:
        if method.code is None:
            return None
        code = bytearray(method.code.encode(self.pool, method.parameter_words))
        for name, value in self.damage.code_items.get(spell_method(item, method), {}).items():
            offset, form = CODE_FIELDS[name]
            struct.pack_into(form, code, offset, value)
        return bytes(code)

    def _write_type_list(self, descriptors: tuple[str, ...]) -> bytes | None:
        if not descriptors or descriptors in self.type_lists:
            return None
        align(self.out, 4)
        self.type_lists[descriptors] = self._here()
        indices = [self.pool.types[descriptor] for descriptor in descriptors]
        return struct.pack(f"<I{len(indices)}H", len(indices), *indices)

    def _write_annotations(self) -> list[int]:
        """Annotation items, one set a method, one directory a class; the offsets of the directories."""
        pool = self.pool
        types = sorted({name for item in self.classes for method in item.methods for name in method.annotations})
        runtime_visible = 1
        items = self._items(
            _ANNOTATION, types, lambda name: bytes((runtime_visible,)) + encode_uleb128(pool.types[name]) + b"\0", 1
        )
        item_offsets = dict(zip(types, items, strict=True))

        def encode_set(method: Method) -> bytes:
            names = sorted(method.annotations, key=pool.types.__getitem__)
            return struct.pack(f"<I{len(names)}I", len(names), *(item_offsets[name] for name in names))

        marked = [(item, method) for item in self.classes for method in item.methods if method.annotations]
        sets = self._items(_SET, marked, lambda pair: encode_set(pair[1]), 4)
        set_offsets = {spell_method(*pair): offset for pair, offset in zip(marked, sets, strict=True)}

        def encode_directory(item: Class) -> bytes | None:
            rows = sorted(
                (pool.methods[method.reference(item.name)], set_offsets[spell_method(item, method)])
                for method in item.methods
                if method.annotations
            )
            flat = [word for row in rows for word in row]
            return struct.pack(f"<4I{len(flat)}I", 0, 0, len(rows), 0, *flat) if rows else None

        return self._items(_DIRECTORY, self.classes, encode_directory, 4)

    def _write_strings(self, table: int) -> None:
        def encode(text: str) -> bytes:
            return encode_uleb128(count_utf16_units(text)) + encode_mutf8(text) + b"\0"

        offsets = self._items(_STRING_DATA, self.pool.strings, encode, 1)
        struct.pack_into(f"<{len(offsets)}I", self.out, table, *offsets)

    def _write_id_tables(self, tables: dict[int, int]) -> None:
        pool = self.pool
        strings, types = pool.strings, pool.types
        protos = [(strings[item.shorty], types[item.return_type], self._parameters_off(item)) for item in pool.protos]
        fields = [(types[item.owner], types[item.type], strings[item.name]) for item in pool.fields]
        methods = [(types[item.owner], pool.protos[item.proto], strings[item.name]) for item in pool.methods]
        handles = [
            (HANDLE_KINDS.index(item.kind), 0, pool.handle_target_index(item), 0) for item in pool.method_handles
        ]
        self._fill(tables[_TYPE], "<I", [(strings[name],) for name in types])
        self._fill(tables[_PROTO], "<3I", protos)
        self._fill(tables[_FIELD], "<HHI", fields)
        self._fill(tables[_METHOD], "<HHI", methods)
        self._fill(tables[_HANDLE], "<4H", handles)

    def _fill(self, table: int, form: str, rows: Iterable[tuple[int, ...]]) -> None:
        for position, row in enumerate(rows):
            struct.pack_into(form, self.out, table + struct.calcsize(form) * position, *row)

    def _parameters_off(self, proto: Proto) -> int:
        return self.type_lists.get(proto.parameters, 0)

    def _class_words(self, item: Class, directory: int, class_data: int, array: int) -> list[int]:
        pool = self.pool
        words = [
            pool.types[item.name],
            item.flags,
            pool.types[item.superclass] if item.superclass else NO_INDEX,
            self.type_lists.get(tuple(item.interfaces), 0),
            pool.strings[item.source] if item.source else NO_INDEX,
            directory,
            class_data,
            array,
        ]
        for position, value in self.damage.class_defs.get(item.name, {}).items():
            words[position] = value
        return words

    def _write_map(self) -> None:
        align(self.out, 4)
        self.map_items.append((_MAP, 1, self._here()))
        self.out += struct.pack("<I", len(self.map_items))
        for kind, size, offset in self.map_items:
            told = self.damage.map_items.get(kind, (size, offset))
            self.out += struct.pack("<HHII", kind, 0, *told)
