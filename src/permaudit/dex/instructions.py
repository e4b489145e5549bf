"""One method's instructions as values, decoded on demand for the few methods that an answer needs."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from permaudit.dex.opcodes import (
    CONST_WIDE_HIGH16,
    FILL_ARRAY_PAYLOAD,
    FORMAT,
    LENGTH_OF_UNIT,
    PACKED_SWITCH,
    PACKED_SWITCH_PAYLOAD,
    SPARSE_SWITCH_PAYLOAD,
    is_payload,
)

_LENGTHS = LENGTH_OF_UNIT.tobytes()


class Instruction(Struct, frozen=True):
    """A decoded instruction.

    `offset` and `target` count code units from the start of the method. `registers` are in the order of the format's
    operands (destination first, where there is one); `reference` is an id of the DEX file's own tables.
    """

    offset: int
    opcode: int
    registers: tuple[int, ...] = ()
    literal: int = 0
    reference: int = -1
    target: int = -1


def decode_instructions(code: memoryview) -> list[Instruction]:
    """Decode `code` (16-bit units) from start to end, payloads left out; stops before one that is cut off."""
    result: list[Instruction] = []
    place, size = 0, len(code)
    while place < size:
        unit = code[place]
        length = _LENGTHS[unit] or payload_length(code, place)
        if place + length > size:
            break
        if not is_payload(unit):
            result.append(_DECODERS[FORMAT[unit & 0xFF]](code, place, unit))
        place += length
    return result


def payload_length(code: memoryview, place: int) -> int:
    """Length of the payload at `place` in code units; one that is cut off is longer than what is left."""
    kind, left = code[place], len(code) - place
    if left < 2 or (kind == FILL_ARRAY_PAYLOAD and left < 4):  # noqa: PLR2004  units of the payload's head
        return left + 1
    size = int(code[place + 1])
    if kind == FILL_ARRAY_PAYLOAD:
        return (size * (code[place + 2] | code[place + 3] << 16) + 1) // 2 + 4
    return size * 2 + 4 if kind == PACKED_SWITCH_PAYLOAD else size * 4 + 2


def switch_targets(code: memoryview, switch: Instruction) -> list[int]:
    """Where a packed-switch or sparse-switch may jump, from its payload; empty if the payload is broken."""
    place, packed = switch.target, switch.opcode == PACKED_SWITCH
    if not 0 <= place < len(code) - 1 or code[place] != (PACKED_SWITCH_PAYLOAD if packed else SPARSE_SWITCH_PAYLOAD):
        return []
    size = int(code[place + 1])
    first = place + (4 if packed else 2 + 2 * size)
    if first + 2 * size > len(code):
        return []
    return [switch.offset + _signed(code[at] | code[at + 1] << 16, 32) for at in range(first, first + 2 * size, 2)]


def switch_keys(code: memoryview, switch: Instruction) -> list[int]:
    """The values at which a packed-switch or sparse-switch jumps, in the order of its targets."""
    count, first = len(switch_targets(code, switch)), switch.target + 2
    if not count:
        return []
    if switch.opcode == PACKED_SWITCH:
        start = _signed(code[first] | code[first + 1] << 16, 32)
        return list(range(start, start + count))
    return [_signed(code[at] | code[at + 1] << 16, 32) for at in range(first, first + 2 * count, 2)]


def array_data(code: memoryview, fill: Instruction) -> tuple[int, bytes]:
    """The width of an element in bytes and the elements that a fill-array-data puts in; 0 and none if it is broken."""
    place = fill.target
    if not 0 <= place < len(code) - 3 or code[place] != FILL_ARRAY_PAYLOAD:
        return 0, b""
    width, count = int(code[place + 1]), code[place + 2] | code[place + 3] << 16
    raw = code[place + 4 : place + 4 + (width * count + 1) // 2].tobytes()
    return (width, raw[: width * count]) if width in (1, 2, 4, 8) and len(raw) >= width * count else (0, b"")


def _signed(value: int, bits: int) -> int:
    return value - (1 << bits) if value >> (bits - 1) else value


def _wide(code: memoryview, place: int) -> int:
    return int(code[place] | code[place + 1] << 16)


def _invoke_registers(code: memoryview, place: int, unit: int) -> tuple[int, ...]:
    count, packed = unit >> 12, code[place + 2]
    five = (packed & 0xF, packed >> 4 & 0xF, packed >> 8 & 0xF, packed >> 12, unit >> 8 & 0xF)
    return five[:count]


def _range_registers(code: memoryview, place: int, unit: int) -> tuple[int, ...]:
    first = code[place + 2]
    return tuple(range(first, first + (unit >> 8)))


_Decoder = Callable[[memoryview, int, int], Instruction]
_DECODERS: dict[str, _Decoder] = {
    "10x": lambda _, p, u: Instruction(p, u & 0xFF),
    "12x": lambda _, p, u: Instruction(p, u & 0xFF, (u >> 8 & 0xF, u >> 12)),
    "11n": lambda _, p, u: Instruction(p, u & 0xFF, (u >> 8 & 0xF,), _signed(u >> 12, 4)),
    "11x": lambda _, p, u: Instruction(p, u & 0xFF, (u >> 8,)),
    "10t": lambda _, p, u: Instruction(p, u & 0xFF, target=p + _signed(u >> 8, 8)),
    "20t": lambda c, p, u: Instruction(p, u & 0xFF, target=p + _signed(c[p + 1], 16)),
    "30t": lambda c, p, u: Instruction(p, u & 0xFF, target=p + _signed(_wide(c, p + 1), 32)),
    "22x": lambda c, p, u: Instruction(p, u & 0xFF, (u >> 8, c[p + 1])),
    "32x": lambda c, p, u: Instruction(p, u & 0xFF, (c[p + 1], c[p + 2])),
    "21t": lambda c, p, u: Instruction(p, u & 0xFF, (u >> 8,), target=p + _signed(c[p + 1], 16)),
    "21s": lambda c, p, u: Instruction(p, u & 0xFF, (u >> 8,), _signed(c[p + 1], 16)),
    "21h": lambda c, p, u: Instruction(
        p, u & 0xFF, (u >> 8,), _signed(c[p + 1], 16) << (48 if u & 0xFF == CONST_WIDE_HIGH16 else 16)
    ),
    "21c": lambda c, p, u: Instruction(p, u & 0xFF, (u >> 8,), reference=c[p + 1]),
    "23x": lambda c, p, u: Instruction(p, u & 0xFF, (u >> 8, c[p + 1] & 0xFF, c[p + 1] >> 8)),
    "22b": lambda c, p, u: Instruction(p, u & 0xFF, (u >> 8, c[p + 1] & 0xFF), _signed(c[p + 1] >> 8, 8)),
    "22t": lambda c, p, u: Instruction(p, u & 0xFF, (u >> 8 & 0xF, u >> 12), target=p + _signed(c[p + 1], 16)),
    "22s": lambda c, p, u: Instruction(p, u & 0xFF, (u >> 8 & 0xF, u >> 12), _signed(c[p + 1], 16)),
    "22c": lambda c, p, u: Instruction(p, u & 0xFF, (u >> 8 & 0xF, u >> 12), reference=c[p + 1]),
    "31i": lambda c, p, u: Instruction(p, u & 0xFF, (u >> 8,), _signed(_wide(c, p + 1), 32)),
    "31t": lambda c, p, u: Instruction(p, u & 0xFF, (u >> 8,), target=p + _signed(_wide(c, p + 1), 32)),
    "31c": lambda c, p, u: Instruction(p, u & 0xFF, (u >> 8,), reference=_wide(c, p + 1)),
    "51l": lambda c, p, u: Instruction(p, u & 0xFF, (u >> 8,), _signed(_wide(c, p + 1) | _wide(c, p + 3) << 32, 64)),
    "35c": lambda c, p, u: Instruction(p, u & 0xFF, _invoke_registers(c, p, u), reference=c[p + 1]),
    "3rc": lambda c, p, u: Instruction(p, u & 0xFF, _range_registers(c, p, u), reference=c[p + 1]),
    "45cc": lambda c, p, u: Instruction(p, u & 0xFF, _invoke_registers(c, p, u), c[p + 3], c[p + 1]),
    "4rcc": lambda c, p, u: Instruction(p, u & 0xFF, _range_registers(c, p, u), c[p + 3], c[p + 1]),
}
