"""Method bodies: instruction tuples or smali-like text into the 16-bit code units of a code item."""

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from support.encoding import encode_sleb128, encode_uleb128
from support.opcodes import FORMAT_UNITS, OPCODES, Opcode
from support.references import CallSite, MethodHandle, Pool, parse_field, parse_method, parse_proto
from support.smali import Instruction, Operand, Try, parse_text


@dataclass(frozen=True, slots=True)
class Code:
    """The body of one method.

    `body` is a list of tuples `("invoke-virtual", [0, "p1"], "La;->b(I)V")` and labels `":again"`, or text, one
    instruction a line, spelled as smali does:

        :again
        const-string v0, "text"
        invoke-virtual {v0, p1}, La;->b(I)V         # also {v0 .. v5} for the /range forms
        packed-switch v0, 5, :one, :two             # first key, then the targets; the payload is added at the end
        sparse-switch v0, 3 -> :one, 900 -> :two
        fill-array-data v0, 4, 1, 2, 3              # bytes an element, then the elements
        invoke-custom {v0}, @name                   # a CallSite or MethodHandle from `named`
        .catch Ljava/lang/Exception; {:from .. :to} :handler
        .catchall {:from .. :to} :handler
        raw 0x00ff, 0x1234                          # code units as they are

    `pN` are the parameters. `registers` counts all registers; `ins` and `outs` follow from the method unless given.
    """

    registers: int
    body: str | Sequence[Instruction]
    tries: tuple[Try, ...] = ()
    named: Mapping[str, CallSite | MethodHandle] = field(default_factory=dict)
    ins: int | None = None
    outs: int | None = None

    def encode(self, pool: Pool, parameter_words: int) -> bytes:
        """The whole code_item; `parameter_words` counts the registers of `this` and the parameters."""
        ins = parameter_words if self.ins is None else self.ins
        body, tries = parse_text(self.body, self.named) if isinstance(self.body, str) else (self.body, ())
        assembly = _Assembly(pool, self.registers - ins, list(body))
        units = assembly.encode()
        tries = _merge_tries((*self.tries, *tries))
        table, handlers = _encode_tries(tries, assembly.labels, pool)
        outs = assembly.outs if self.outs is None else self.outs
        code = bytearray(struct.pack("<4H2I", self.registers, ins, outs, len(tries), 0, len(units) // 2) + units)
        if tries:
            code += bytes(len(units) % 4) + table + handlers
        return bytes(code)


class _Assembly:
    """Lays one body out: positions of labels first, then the code units, then the payloads."""

    def __init__(self, pool: Pool, locals_count: int, body: list[Instruction]) -> None:
        self.pool = pool
        self.locals_count = locals_count
        self.body = body
        self.labels: dict[str, int] = {}
        self.outs = 0
        self.payloads: list[tuple[int, tuple[str | Operand, ...]]] = []

    def encode(self) -> bytes:
        position = 0
        places: list[tuple[int, tuple[str | Operand, ...]]] = []
        for item in self.body:
            if isinstance(item, str):
                self.labels[item] = position
            else:
                places.append((position, item))
                position += len(item) - 1 if item[0] == "raw" else FORMAT_UNITS[OPCODES[str(item[0])].format]
        payload_positions = self._place_payloads(places, position)
        out = bytearray()
        for place, item in places:
            out += self._encode_one(place, item, payload_positions.get(place, 0))
        for place, item in places:
            if place in payload_positions:
                out += bytes((payload_positions[place] - len(out) // 2) * 2)
                out += self._encode_payload(place, item)
        return bytes(out)

    def _place_payloads(self, places: list[tuple[int, tuple[str | Operand, ...]]], position: int) -> dict[int, int]:
        positions = {}
        for place, item in places:
            if item[0] in ("packed-switch", "sparse-switch", "fill-array-data"):
                position += position % 2
                positions[place] = position
                position += len(self._encode_payload(place, item)) // 2
        return positions

    def _encode_one(self, place: int, item: tuple[str | Operand, ...], payload: int) -> bytes:
        if item[0] == "raw":
            return struct.pack(f"<{len(item) - 1}H", *item[1:])
        opcode = OPCODES[str(item[0])]
        operands = list(item[1:])
        if payload:
            return struct.pack("<BBi", opcode.value, self._register(operands[0]), payload - place)
        return self._encode_format(opcode, place, operands)

    def _encode_format(self, opcode: Opcode, place: int, operands: list[Operand]) -> bytes:  # noqa: C901, PLR0911, PLR0912 (one case a format)
        value, register, number = opcode.value, self._register, self._number
        match opcode.format:
            case "10x":
                return struct.pack("<H", value)
            case "12x":
                return struct.pack("<BB", value, register(operands[0]) | register(operands[1]) << 4)
            case "11n":
                return struct.pack("<BB", value, register(operands[0]) | (number(operands[1]) & 15) << 4)
            case "11x":
                return struct.pack("<BB", value, register(operands[0]))
            case "10t":
                return struct.pack("<Bb", value, self._distance(place, operands[0]))
            case "20t":
                return struct.pack("<Hh", value, self._distance(place, operands[0]))
            case "30t":
                return struct.pack("<Hi", value, self._distance(place, operands[0]))
            case "21t":
                return struct.pack("<BBh", value, register(operands[0]), self._distance(place, operands[1]))
            case "22x":
                return struct.pack("<BBH", value, register(operands[0]), register(operands[1]))
            case "32x":
                return struct.pack("<HHH", value, register(operands[0]), register(operands[1]))
            case "21s":
                return struct.pack("<BBh", value, register(operands[0]), number(operands[1]))
            case "21h":
                high = number(operands[1]) >> (48 if "wide" in opcode.mnemonic else 16)
                return struct.pack("<BBH", value, register(operands[0]), high & 0xFFFF)
            case "31i":
                return struct.pack("<BBI", value, register(operands[0]), number(operands[1]) & 0xFFFFFFFF)
            case "51l":
                return struct.pack("<BBQ", value, register(operands[0]), number(operands[1]) & (1 << 64) - 1)
            case "23x":
                return struct.pack("<4B", value, *(register(operand) for operand in operands[:3]))
            case "22b":
                return struct.pack("<3Bb", value, register(operands[0]), register(operands[1]), number(operands[2]))
            case "22t":
                pair = register(operands[0]) | register(operands[1]) << 4
                return struct.pack("<BBh", value, pair, self._distance(place, operands[2]))
            case "22s":
                return struct.pack(
                    "<BBh", value, register(operands[0]) | register(operands[1]) << 4, number(operands[2])
                )
            case _:
                return self._encode_reference(opcode, operands)

    def _encode_reference(self, opcode: Opcode, operands: list[Operand]) -> bytes:
        value, register = opcode.value, self._register
        if opcode.format in ("35c", "3rc", "45cc", "4rcc"):
            return self._encode_call(opcode, operands)
        index = self._index(opcode, operands[-1])
        if opcode.format == "22c":
            return struct.pack("<BBH", value, register(operands[0]) | register(operands[1]) << 4, index)
        return struct.pack("<BBI" if opcode.format == "31c" else "<BBH", value, register(operands[0]), index)

    def _encode_call(self, opcode: Opcode, operands: list[Operand]) -> bytes:
        listed = operands[0]
        if not isinstance(listed, list):
            raise TypeError(opcode.mnemonic)
        registers = [self._register(operand) for operand in listed]
        index = self._index(opcode, operands[1])
        if opcode.mnemonic.startswith("invoke"):
            self.outs = max(self.outs, len(registers))
        extra = b""
        if opcode.format in ("45cc", "4rcc"):
            extra = struct.pack("<H", self.pool.proto_index(parse_proto(str(operands[2]))))
        if opcode.format in ("3rc", "4rcc"):
            return struct.pack("<BBHH", opcode.value, len(registers), index, (registers or [0])[0]) + extra
        c, d, e, f, g = (*registers, *[0] * (5 - len(registers)))
        packed = struct.pack("<BBHBB", opcode.value, len(registers) << 4 | g, index, c | d << 4, e | f << 4)
        return packed + extra

    def _index(self, opcode: Opcode, operand: Operand) -> int:
        if isinstance(operand, int):
            return operand
        match opcode.reference, operand:
            case "string", str():
                return self.pool.string_index(operand)
            case "type", str():
                return self.pool.type_index(operand)
            case "field", str():
                return self.pool.field_index(parse_field(operand))
            case "method", str():
                return self.pool.method_index(parse_method(operand))
            case "proto", str():
                return self.pool.proto_index(parse_proto(operand))
            case "call_site", CallSite():
                return self.pool.call_site_index(operand)
            case "method_handle", MethodHandle():
                return self.pool.method_handle_index(operand)
        raise TypeError(opcode.mnemonic, operand)

    def _encode_payload(self, place: int, item: tuple[str | Operand, ...]) -> bytes:
        match item:
            case ("packed-switch", _, int(first), list(labels)):
                targets = [self.labels[str(label)] - place for label in labels]
                return struct.pack(f"<HHi{len(targets)}i", 0x100, len(targets), first, *targets)
            case ("sparse-switch", _, dict(table)):
                keys = sorted(table)
                targets = [self.labels[table[key]] - place for key in keys]
                return struct.pack(f"<HH{len(keys) * 2}i", 0x200, len(keys), *keys, *targets)
            case ("fill-array-data", _, int(width), list(values)):
                data = b"".join(
                    (self._number(value) & (1 << width * 8) - 1).to_bytes(width, "little") for value in values
                )
                return struct.pack("<HHI", 0x300, width, len(values)) + data + bytes(len(data) % 2)
        raise TypeError(item)

    def _register(self, operand: Operand) -> int:
        if isinstance(operand, int):
            return operand
        if isinstance(operand, str) and operand[:1] in ("v", "p"):
            return int(operand[1:]) + (self.locals_count if operand[0] == "p" else 0)
        raise TypeError(operand)

    @staticmethod
    def _number(operand: Operand) -> int:
        if not isinstance(operand, int):
            raise TypeError(operand)
        return operand

    def _distance(self, place: int, operand: Operand) -> int:
        return operand if isinstance(operand, int) else self.labels[str(operand)] - place


def _encode_tries(tries: tuple[Try, ...], labels: Mapping[str, int], pool: Pool) -> tuple[bytes, bytes]:
    """The try_items and the encoded_catch_handler_list, one handler a range."""
    handlers = bytearray(encode_uleb128(len(tries)))
    table = bytearray()
    for guarded in sorted(tries, key=lambda item: labels[item.start]):
        start = labels[guarded.start]
        table += struct.pack("<IHH", start, labels[guarded.end] - start, len(handlers))
        handlers += encode_sleb128(-len(guarded.catches) if guarded.catch_all else len(guarded.catches))
        for descriptor, label in guarded.catches:
            handlers += encode_uleb128(pool.type_index(descriptor)) + encode_uleb128(labels[label])
        if guarded.catch_all:
            handlers += encode_uleb128(labels[guarded.catch_all])
    return bytes(table), bytes(handlers)


def _merge_tries(tries: tuple[Try, ...]) -> tuple[Try, ...]:
    """One Try for each range: several `.catch` lines may name the same one."""
    merged: dict[tuple[str, str], Try] = {}
    for guarded in tries:
        old = merged.get((guarded.start, guarded.end), Try(guarded.start, guarded.end))
        merged[guarded.start, guarded.end] = Try(
            guarded.start, guarded.end, old.catches + guarded.catches, guarded.catch_all or old.catch_all
        )
    return tuple(merged.values())
