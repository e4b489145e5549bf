"""A small DEX assembler: classes written as Python values into whole files, valid or damaged on purpose.

`assemble` writes versions 035 to 040 (header 0x70). `assemble_container` writes version 041: several logical DEX files
behind one another, each with a 0x78-byte header whose last two words are the size of the container and the offset of
that header in it. All offsets of such a header, of its map list and of its data count from the start of the container,
not from the header, and `data_size` and `data_off` are zero; `file_size`, checksum and signature cover one logical file
(ART: libdexfile/dex/dex_file.h `HeaderV41`; dex_file.cc `GetDataRange`, `GetSection`, `SetDexContainer`;
dex_file_verifier.cc `CheckHeader`, `CheckValidOffsetAndSize`).
"""

import hashlib
import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from support.dexlayout import HEADER_FIELDS, Layout
from support.references import MethodReference, Pool, Value, parse_proto

PUBLIC, PRIVATE, PROTECTED, STATIC, FINAL, SYNCHRONIZED = 0x1, 0x2, 0x4, 0x8, 0x10, 0x20
BRIDGE, VARARGS, NATIVE, INTERFACE, ABSTRACT, SYNTHETIC = 0x40, 0x80, 0x100, 0x200, 0x400, 0x1000
ANNOTATION, ENUM, CONSTRUCTOR = 0x2000, 0x4000, 0x10000

OBJECT = "Ljava/lang/Object;"


class Body(Protocol):
    """Anything that encodes itself as a code_item: `support.instructions.Code`, or ready-made bytes with references."""

    def encode(self, pool: Pool, parameter_words: int) -> bytes:
        """The whole code_item; `parameter_words` counts the registers of `this` and the parameters."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field; a static one may have an initial `value` (see `static_field`)."""

    name: str
    type: str
    flags: int = PUBLIC
    value: Value = field(default=None)
    has_value: bool = False


def static_field(name: str, descriptor: str, value: Value, flags: int = PUBLIC | STATIC | FINAL) -> Field:
    """A static field with an initial value in the class's encoded array."""
    return Field(name, descriptor, flags, value, has_value=True)


@dataclass(frozen=True, slots=True)
class Method:
    """A method; `descriptor` as `(I)V`. Without `code` it is abstract or native as its flags say.

    `same_code_as` names another method as `Lcom/x/A;->b()V`: both then point to one code item, as optimisers leave it.
    `code_off` overrides the offset in the class data with a lie. `annotations` are runtime-visible annotation types.
    Constructors get their flag from their name.
    """

    name: str
    descriptor: str
    flags: int = PUBLIC
    code: Body | None = None
    same_code_as: str | None = None
    annotations: tuple[str, ...] = ()
    code_off: int | None = None

    @property
    def access_flags(self) -> int:
        """The flags as written, with the constructor bit for `<init>` and `<clinit>`."""
        return self.flags | (CONSTRUCTOR if self.name in ("<init>", "<clinit>") else 0)

    @property
    def is_direct(self) -> bool:
        """Whether the method stands in the direct list: static, private or a constructor."""
        return bool(self.access_flags & (STATIC | PRIVATE | CONSTRUCTOR))

    @property
    def parameter_words(self) -> int:
        """Registers of `this` and the parameters."""
        return parse_proto(self.descriptor).parameter_words + (0 if self.flags & STATIC else 1)

    def reference(self, owner: str) -> MethodReference:
        """The method as its class's member."""
        return MethodReference(owner, self.name, parse_proto(self.descriptor))


@dataclass(frozen=True, slots=True)
class Class:
    """A class definition; `methods` and `fields` may stand in any order."""

    name: str
    methods: Sequence[Method] = ()
    fields: Sequence[Field] = ()
    superclass: str | None = OBJECT
    interfaces: Sequence[str] = ()
    flags: int = PUBLIC
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Damage:
    """Lies to write into a file that is otherwise right; they are written before checksum and signature.

    `header` overrides header fields by name (HEADER_FIELDS), also `checksum` and `signature`. `map_items` overrides
    (size, offset) by item type. `class_defs` overrides the eight words of a definition by class name and position.
    `code_items` overrides registers_size, ins_size, outs_size, tries_size, debug_info_off or insns_size of a method
    given as `La;->b()V`. `extra_strings` adds strings nobody refers to. `patches` writes bytes at an offset.
    `truncate_to` cuts the finished file.
    """

    header: Mapping[str, int | bytes] = field(default_factory=dict)
    map_items: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    class_defs: Mapping[str, Mapping[int, int]] = field(default_factory=dict)
    code_items: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    extra_strings: tuple[str, ...] = ()
    patches: Mapping[int, bytes] = field(default_factory=dict)
    truncate_to: int | None = None


def assemble(classes: Sequence[Class], version: int = 35, damage: Damage | None = None) -> bytes:
    """One DEX file of version 35 to 40 (or a container of one for 41)."""
    damage = damage or Damage()
    if version >= 41:
        return assemble_container([classes], version, [damage])
    out, layout = _lay_out(classes, 0x70, 0, damage)
    _seal(out, layout.header(version, len(out)), damage)
    return bytes(out[: damage.truncate_to])


def assemble_container(
    parts: Sequence[Sequence[Class]], version: int = 41, damages: Sequence[Damage | None] = ()
) -> bytes:
    """A version 041 container with one logical DEX file for each part, in order."""
    padded = [*damages, *[None] * (len(parts) - len(damages))]
    sealed: list[tuple[bytearray, Layout, Damage]] = []
    offset = 0
    for classes, damage in zip(parts, padded, strict=True):
        out, layout = _lay_out(classes, 0x78, offset, damage or Damage())
        sealed.append((out, layout, damage or Damage()))
        offset += len(out)
    for out, layout, damage in sealed:
        header = layout.header(version, len(out))
        header |= {"data_size": 0, "data_off": 0, "container_size": offset, "header_offset": layout.base}
        _seal(out, header, damage)
    cut = min((item.truncate_to for _, _, item in sealed if item.truncate_to is not None), default=None)
    return b"".join(out for out, _, _ in sealed)[:cut]


def _lay_out(classes: Sequence[Class], header_size: int, base: int, damage: Damage) -> tuple[bytearray, Layout]:
    layout = Layout(_supertypes_first(classes), header_size, base, damage)
    return layout.write(), layout


def _seal(out: bytearray, header: dict[str, int | bytes], damage: Damage) -> None:
    """Write the header, then the patches, then signature and checksum (unless they too are overridden)."""
    header |= damage.header
    for name, (offset, form) in HEADER_FIELDS.items():
        if name in header:
            struct.pack_into(form, out, offset, header[name])
    for offset, patch in damage.patches.items():
        out[offset : offset + len(patch)] = patch
    if "signature" not in damage.header:
        out[12:32] = hashlib.sha1(out[32:], usedforsecurity=False).digest()
    if "checksum" not in damage.header:
        struct.pack_into("<I", out, 8, zlib.adler32(out[12:]))


def _supertypes_first(classes: Sequence[Class]) -> list[Class]:
    """The given order, but each class after its superclass and interfaces, as the verifier demands; cycles just end."""
    by_name = {item.name: item for item in classes}
    ordered: dict[int, Class] = {}
    seen: set[int] = set()
    for root in classes:
        stack = [(root, False)]
        while stack:
            item, done = stack.pop()
            if done:
                ordered.setdefault(id(item), item)
            elif id(item) not in seen:
                seen.add(id(item))
                stack.append((item, True))
                supertypes = (item.superclass, *item.interfaces)
                stack.extend((by_name[name], False) for name in reversed(supertypes) if name in by_name)
    return list(ordered.values())
