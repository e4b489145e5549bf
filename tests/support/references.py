"""What code and values refer to by name, and the pools that turn names into table indices."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple, TypeAlias, TypeVar

from support.encoding import (
    VALUE_ARRAY,
    VALUE_BOOLEAN,
    VALUE_BYTE,
    VALUE_CHAR,
    VALUE_DOUBLE,
    VALUE_ENUM,
    VALUE_FIELD,
    VALUE_FLOAT,
    VALUE_INT,
    VALUE_LONG,
    VALUE_METHOD,
    VALUE_METHOD_HANDLE,
    VALUE_METHOD_TYPE,
    VALUE_NULL,
    VALUE_SHORT,
    VALUE_STRING,
    VALUE_TYPE,
    encode_index_value,
    encode_real_value,
    encode_signed_value,
    encode_uleb128,
    utf16_order,
)  # fmt: skip

_Key = TypeVar("_Key")


class Proto(NamedTuple):
    """A method prototype: return type and parameter types, as descriptors."""

    return_type: str
    parameters: tuple[str, ...]

    @property
    def shorty(self) -> str:
        """One letter a type; every reference is `L`."""
        return "".join("L" if name[0] in "L[" else name for name in (self.return_type, *self.parameters))

    @property
    def parameter_words(self) -> int:
        """Registers that the parameters take, without `this`."""
        return sum(2 if name in "JD" else 1 for name in self.parameters)


class FieldReference(NamedTuple):
    """`Lcom/x/A;->name:Type`."""

    owner: str
    name: str
    type: str


class MethodReference(NamedTuple):
    """`Lcom/x/A;->name(Params)Return`."""

    owner: str
    name: str
    proto: Proto


@dataclass(frozen=True, slots=True)
class MethodHandle:
    """`kind` is one of HANDLE_KINDS; `target` a field or method reference as smali spells it."""

    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class TypeValue:
    """A class constant, in a static field or a call site."""

    descriptor: str


@dataclass(frozen=True, slots=True)
class ProtoValue:
    """A method type constant, such as `()V`."""

    descriptor: str


@dataclass(frozen=True, slots=True)
class MemberValue:
    """A field, enum or method constant; `kind` is `field`, `enum` or `method`."""

    kind: str
    target: str


Value: TypeAlias = (
    "bool | int | float | str | TypeValue | ProtoValue | MemberValue | MethodHandle | tuple[Value, ...] | None"
)


@dataclass(frozen=True, slots=True)
class CallSite:
    """An invoke-custom target: bootstrap handle, method name, method type and extra bootstrap arguments."""

    bootstrap: MethodHandle
    name: str
    proto: str
    arguments: tuple[Value, ...] = ()


HANDLE_KINDS = (
    "static-put", "static-get", "instance-put", "instance-get",
    "invoke-static", "invoke-instance", "invoke-constructor", "invoke-direct", "invoke-interface",
)  # fmt: skip


@lru_cache(maxsize=65536)
def parse_proto(text: str) -> Proto:
    """Read `(ILjava/lang/String;[J)V`."""
    closing = text.index(")")
    parameters, position = [], 1
    while position < closing:
        start = position
        while text[position] == "[":
            position += 1
        position = text.index(";", position) + 1 if text[position] == "L" else position + 1
        parameters.append(text[start:position])
    return Proto(text[closing + 1 :], tuple(parameters))


@lru_cache(maxsize=65536)
def parse_field(text: str) -> FieldReference:
    """Read `Lcom/x/A;->name:Type`."""
    owner, _, member = text.partition("->")
    name, _, descriptor = member.partition(":")
    return FieldReference(owner, name, descriptor)


@lru_cache(maxsize=65536)
def parse_method(text: str) -> MethodReference:
    """Read `Lcom/x/A;->name(Params)Return`."""
    owner, _, member = text.partition("->")
    opening = member.index("(")
    return MethodReference(owner, member[:opening], parse_proto(member[opening:]))


@dataclass(slots=True)
class Pool:
    """Names to indices: first every name is asked for once (answers are 0), then `freeze` sorts and numbers them."""

    strings: dict[str, int] = field(default_factory=dict)
    types: dict[str, int] = field(default_factory=dict)
    protos: dict[Proto, int] = field(default_factory=dict)
    fields: dict[FieldReference, int] = field(default_factory=dict)
    methods: dict[MethodReference, int] = field(default_factory=dict)
    call_sites: dict[CallSite, int] = field(default_factory=dict)
    method_handles: dict[MethodHandle, int] = field(default_factory=dict)

    def string_index(self, text: str) -> int:
        return self.strings.setdefault(text, 0)

    def type_index(self, descriptor: str) -> int:
        self.string_index(descriptor)
        return self.types.setdefault(descriptor, 0)

    def proto_index(self, proto: Proto) -> int:
        self.string_index(proto.shorty)
        for descriptor in (proto.return_type, *proto.parameters):
            self.type_index(descriptor)
        return self.protos.setdefault(proto, 0)

    def field_index(self, reference: FieldReference) -> int:
        self.type_index(reference.owner)
        self.string_index(reference.name)
        self.type_index(reference.type)
        return self.fields.setdefault(reference, 0)

    def method_index(self, reference: MethodReference) -> int:
        self.type_index(reference.owner)
        self.string_index(reference.name)
        self.proto_index(reference.proto)
        return self.methods.setdefault(reference, 0)

    def method_handle_index(self, handle: MethodHandle) -> int:
        self.handle_target_index(handle)
        return self.method_handles.setdefault(handle, 0)

    def handle_target_index(self, handle: MethodHandle) -> int:
        """The field or method index that the handle points to."""
        if HANDLE_KINDS.index(handle.kind) < 4:
            return self.field_index(parse_field(handle.target))
        return self.method_index(parse_method(handle.target))

    def call_site_index(self, site: CallSite) -> int:
        self.encode_call_site(site)
        return self.call_sites.setdefault(site, 0)

    def encode_call_site(self, site: CallSite) -> bytes:
        """The call_site_item: an encoded array of handle, name, type and the extra arguments."""
        values: tuple[Value, ...] = (site.bootstrap, site.name, ProtoValue(site.proto), *site.arguments)
        return encode_uleb128(len(values)) + b"".join(self.encode_value(value) for value in values)

    def encode_value(self, value: Value, descriptor: str = "") -> bytes:  # noqa: PLR0911 (one case a kind)
        """An encoded_value; the field's descriptor decides the width of a number."""
        match value:
            case None:
                return bytes((VALUE_NULL,))
            case bool():
                return bytes((value << 5 | VALUE_BOOLEAN,))
            case int() if descriptor not in ("F", "D"):
                return _encode_integer(value, descriptor)
            case int() | float():
                return encode_real_value(VALUE_FLOAT if descriptor == "F" else VALUE_DOUBLE, value)
            case str():
                return encode_index_value(VALUE_STRING, self.string_index(value))
            case TypeValue():
                return encode_index_value(VALUE_TYPE, self.type_index(value.descriptor))
            case ProtoValue():
                return encode_index_value(VALUE_METHOD_TYPE, self.proto_index(parse_proto(value.descriptor)))
            case MethodHandle():
                return encode_index_value(VALUE_METHOD_HANDLE, self.method_handle_index(value))
            case MemberValue(kind="method"):
                return encode_index_value(VALUE_METHOD, self.method_index(parse_method(value.target)))
            case MemberValue():
                kind = VALUE_ENUM if value.kind == "enum" else VALUE_FIELD
                return encode_index_value(kind, self.field_index(parse_field(value.target)))
            case tuple():
                items = b"".join(self.encode_value(item, descriptor[1:]) for item in value)
                return bytes((VALUE_ARRAY,)) + encode_uleb128(len(value)) + items

    def freeze(self) -> None:
        """Sort every table in the order the format demands and number it; later questions get these numbers."""
        _number(self.strings, sorted(self.strings, key=utf16_order))
        _number(self.types, sorted(self.types, key=self.strings.__getitem__))
        _number(self.protos, sorted(self.protos, key=self._proto_order))
        _number(self.fields, sorted(self.fields, key=self._field_order))
        _number(self.methods, sorted(self.methods, key=self._method_order))
        _number(self.method_handles, list(self.method_handles))
        _number(self.call_sites, list(self.call_sites))

    def _proto_order(self, proto: Proto) -> tuple[int, list[int]]:
        return self.types[proto.return_type], [self.types[name] for name in proto.parameters]

    def _field_order(self, reference: FieldReference) -> tuple[int, int, int]:
        return self.types[reference.owner], self.strings[reference.name], self.types[reference.type]

    def _method_order(self, reference: MethodReference) -> tuple[int, int, int]:
        return self.types[reference.owner], self.strings[reference.name], self.protos[reference.proto]


def _number(table: dict[_Key, int], keys: list[_Key]) -> None:
    table.clear()
    table.update((key, number) for number, key in enumerate(keys))


def _encode_integer(value: int, descriptor: str) -> bytes:
    match descriptor:
        case "J":
            return encode_signed_value(VALUE_LONG, value)
        case "B":
            return bytes((VALUE_BYTE, value & 0xFF))
        case "S":
            return encode_signed_value(VALUE_SHORT, value)
        case "C":
            return encode_index_value(VALUE_CHAR, value)
        case _:
            return encode_signed_value(VALUE_INT, value)
