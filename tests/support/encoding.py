"""The small encodings of a DEX file: LEB128, MUTF-8, alignment and encoded values."""

import struct


def encode_uleb128(value: int) -> bytes:
    """Encode an unsigned number, seven bits a byte, the last byte below 0x80."""
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def encode_sleb128(value: int) -> bytes:
    """Encode a signed number; the sign is bit 6 of the last byte."""
    out = bytearray()
    while True:
        byte = value & 0x7F
        value >>= 7
        if (value == 0 and not byte & 0x40) or (value == -1 and byte & 0x40):
            out.append(byte)
            return bytes(out)
        out.append(byte | 0x80)


def encode_mutf8(text: str) -> bytes:
    """Encode as Modified UTF-8 without the closing zero: U+0000 is two bytes, a surrogate pair is six."""
    out = bytearray()
    for (unit,) in struct.iter_unpack("<H", text.encode("utf-16-le", "surrogatepass")):
        if 0 < unit < 0x80:
            out.append(unit)
        elif unit < 0x800:
            out += bytes((0xC0 | unit >> 6, 0x80 | unit & 0x3F))
        else:
            out += bytes((0xE0 | unit >> 12, 0x80 | unit >> 6 & 0x3F, 0x80 | unit & 0x3F))
    return bytes(out)


def count_utf16_units(text: str) -> int:
    """The length that a string_data_item records: UTF-16 code units, not bytes."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf16_order(text: str) -> bytes:
    """A sort key that orders strings by UTF-16 code units, as the string table must be."""
    return text.encode("utf-16-be", "surrogatepass")


def align(out: bytearray, boundary: int) -> None:
    """Pad with zero bytes until the length is a multiple of `boundary`."""
    out.extend(bytes(-len(out) % boundary))


VALUE_BYTE, VALUE_SHORT, VALUE_CHAR, VALUE_INT, VALUE_LONG = 0x00, 0x02, 0x03, 0x04, 0x06
VALUE_FLOAT, VALUE_DOUBLE = 0x10, 0x11
VALUE_METHOD_TYPE, VALUE_METHOD_HANDLE, VALUE_STRING, VALUE_TYPE = 0x15, 0x16, 0x17, 0x18
VALUE_FIELD, VALUE_METHOD, VALUE_ENUM, VALUE_ARRAY = 0x19, 0x1A, 0x1B, 0x1C
VALUE_NULL, VALUE_BOOLEAN = 0x1E, 0x1F


def encode_index_value(kind: int, index: int) -> bytes:
    """An encoded_value holding a table index or another unsigned number, in as few bytes as it needs."""
    raw = index.to_bytes(max(1, (index.bit_length() + 7) // 8), "little")
    return bytes(((len(raw) - 1) << 5 | kind,)) + raw


def encode_signed_value(kind: int, value: int) -> bytes:
    """An encoded_value holding a sign-extended number."""
    raw = value.to_bytes((value.bit_length() + 8) // 8, "little", signed=True)
    return bytes(((len(raw) - 1) << 5 | kind,)) + raw


def encode_real_value(kind: int, value: float) -> bytes:
    """An encoded_value holding a float or a double; all bytes are written (zero-extension is to the right)."""
    raw = struct.pack("<f" if kind == VALUE_FLOAT else "<d", value)
    return bytes(((len(raw) - 1) << 5 | kind,)) + raw
