"""Dalvik opcodes as tables: length, kind of reference, and name of every opcode.

Source: "Dalvik bytecode" and "Dalvik executable instruction formats",
https://source.android.com/docs/core/runtime/dalvik-bytecode. Lengths count 16-bit code units.
"""

from __future__ import annotations

import enum

import numpy as np
import numpy.typing as npt


class Reference(enum.IntEnum):
    """What the index operand of an instruction points at."""

    NONE = 0
    STRING = 1
    TYPE = 2
    FIELD = 3
    METHOD = 4
    CALL_SITE = 5
    METHOD_HANDLE = 6
    PROTO = 7


NOP = 0x00
CONST_WIDE_HIGH16 = 0x19
CONST_STRING = 0x1A
CONST_STRING_JUMBO = 0x1B
CONST_CLASS = 0x1C
NEW_INSTANCE = 0x22
PACKED_SWITCH = 0x2B
SPARSE_SWITCH = 0x2C
INVOKE_VIRTUAL = 0x6E
INVOKE_SUPER = 0x6F
INVOKE_DIRECT = 0x70
INVOKE_STATIC = 0x71
INVOKE_INTERFACE = 0x72
RANGE_SHIFT = 6  # invoke-kind/range is six opcodes after invoke-kind
INVOKES = frozenset([*range(0x6E, 0x73), *range(0x74, 0x79)])
"""invoke-virtual, -super, -direct, -static, -interface and their range forms."""
DIRECT_INVOKES = frozenset([INVOKE_DIRECT, INVOKE_DIRECT + RANGE_SHIFT])
STATIC_INVOKES = frozenset([INVOKE_STATIC, INVOKE_STATIC + RANGE_SHIFT])
INVOKE_POLYMORPHIC = 0xFA
INVOKE_POLYMORPHIC_RANGE = 0xFB
INVOKE_CUSTOM = 0xFC
INVOKE_CUSTOM_RANGE = 0xFD

PACKED_SWITCH_PAYLOAD = 0x0100
SPARSE_SWITCH_PAYLOAD = 0x0200
FILL_ARRAY_PAYLOAD = 0x0300
VARIABLE = 0  # in LENGTH_OF_UNIT: a payload, whose length is in its data

_FORMATS: tuple[tuple[int, int, str, tuple[str, ...]], ...] = (
    # first opcode, units, format, names in opcode order
    (0x00, 1, "10x", ("nop",)),
    (0x01, 1, "12x", ("move",)),
    (0x02, 2, "22x", ("move/from16",)),
    (0x03, 3, "32x", ("move/16",)),
    (0x04, 1, "12x", ("move-wide",)),
    (0x05, 2, "22x", ("move-wide/from16",)),
    (0x06, 3, "32x", ("move-wide/16",)),
    (0x07, 1, "12x", ("move-object",)),
    (0x08, 2, "22x", ("move-object/from16",)),
    (0x09, 3, "32x", ("move-object/16",)),
    (0x0A, 1, "11x", ("move-result", "move-result-wide", "move-result-object", "move-exception")),
    (0x0E, 1, "10x", ("return-void",)),
    (0x0F, 1, "11x", ("return", "return-wide", "return-object")),
    (0x12, 1, "11n", ("const/4",)),
    (0x13, 2, "21s", ("const/16",)),
    (0x14, 3, "31i", ("const",)),
    (0x15, 2, "21h", ("const/high16",)),
    (0x16, 2, "21s", ("const-wide/16",)),
    (0x17, 3, "31i", ("const-wide/32",)),
    (0x18, 5, "51l", ("const-wide",)),
    (0x19, 2, "21h", ("const-wide/high16",)),
    (0x1A, 2, "21c", ("const-string",)),
    (0x1B, 3, "31c", ("const-string/jumbo",)),
    (0x1C, 2, "21c", ("const-class",)),
    (0x1D, 1, "11x", ("monitor-enter", "monitor-exit")),
    (0x1F, 2, "21c", ("check-cast",)),
    (0x20, 2, "22c", ("instance-of",)),
    (0x21, 1, "12x", ("array-length",)),
    (0x22, 2, "21c", ("new-instance",)),
    (0x23, 2, "22c", ("new-array",)),
    (0x24, 3, "35c", ("filled-new-array",)),
    (0x25, 3, "3rc", ("filled-new-array/range",)),
    (0x26, 3, "31t", ("fill-array-data",)),
    (0x27, 1, "11x", ("throw",)),
    (0x28, 1, "10t", ("goto",)),
    (0x29, 2, "20t", ("goto/16",)),
    (0x2A, 3, "30t", ("goto/32",)),
    (0x2B, 3, "31t", ("packed-switch", "sparse-switch")),
    (0x2D, 2, "23x", ("cmpl-float", "cmpg-float", "cmpl-double", "cmpg-double", "cmp-long")),
    (0x32, 2, "22t", ("if-eq", "if-ne", "if-lt", "if-ge", "if-gt", "if-le")),
    (0x38, 2, "21t", ("if-eqz", "if-nez", "if-ltz", "if-gez", "if-gtz", "if-lez")),
    (0x44, 2, "23x", ("aget", "aget-wide", "aget-object", "aget-boolean", "aget-byte", "aget-char", "aget-short")),
    (0x4B, 2, "23x", ("aput", "aput-wide", "aput-object", "aput-boolean", "aput-byte", "aput-char", "aput-short")),
    (0x52, 2, "22c", ("iget", "iget-wide", "iget-object", "iget-boolean", "iget-byte", "iget-char", "iget-short")),
    (0x59, 2, "22c", ("iput", "iput-wide", "iput-object", "iput-boolean", "iput-byte", "iput-char", "iput-short")),
    (0x60, 2, "21c", ("sget", "sget-wide", "sget-object", "sget-boolean", "sget-byte", "sget-char", "sget-short")),
    (0x67, 2, "21c", ("sput", "sput-wide", "sput-object", "sput-boolean", "sput-byte", "sput-char", "sput-short")),
    (0x6E, 3, "35c", ("invoke-virtual", "invoke-super", "invoke-direct", "invoke-static", "invoke-interface")),
    (
        0x74,
        3,
        "3rc",
        (
            "invoke-virtual/range",
            "invoke-super/range",
            "invoke-direct/range",
            "invoke-static/range",
            "invoke-interface/range",
        ),
    ),
    (0x7B, 1, "12x", ("neg-int", "not-int", "neg-long", "not-long", "neg-float", "neg-double")),
    (0x81, 1, "12x", ("int-to-long", "int-to-float", "int-to-double", "long-to-int", "long-to-float")),
    (0x86, 1, "12x", ("long-to-double", "float-to-int", "float-to-long", "float-to-double", "double-to-int")),
    (0x8B, 1, "12x", ("double-to-long", "double-to-float", "int-to-byte", "int-to-char", "int-to-short")),
    (0x90, 2, "23x", tuple(f"{op}-int" for op in "add sub mul div rem and or xor shl shr ushr".split())),
    (0x9B, 2, "23x", tuple(f"{op}-long" for op in "add sub mul div rem and or xor shl shr ushr".split())),
    (0xA6, 2, "23x", tuple(f"{op}-float" for op in "add sub mul div rem".split())),
    (0xAB, 2, "23x", tuple(f"{op}-double" for op in "add sub mul div rem".split())),
    (0xB0, 1, "12x", tuple(f"{op}-int/2addr" for op in "add sub mul div rem and or xor shl shr ushr".split())),
    (0xBB, 1, "12x", tuple(f"{op}-long/2addr" for op in "add sub mul div rem and or xor shl shr ushr".split())),
    (0xC6, 1, "12x", tuple(f"{op}-float/2addr" for op in "add sub mul div rem".split())),
    (0xCB, 1, "12x", tuple(f"{op}-double/2addr" for op in "add sub mul div rem".split())),
    (0xD0, 2, "22s", ("add-int/lit16", "rsub-int", *(f"{op}-int/lit16" for op in "mul div rem and or xor".split()))),
    (0xD8, 2, "22b", tuple(f"{op}-int/lit8" for op in "add rsub mul div rem and or xor shl shr ushr".split())),
    (0xFA, 4, "45cc", ("invoke-polymorphic",)),
    (0xFB, 4, "4rcc", ("invoke-polymorphic/range",)),
    (0xFC, 3, "35c", ("invoke-custom",)),
    (0xFD, 3, "3rc", ("invoke-custom/range",)),
    (0xFE, 2, "21c", ("const-method-handle",)),
    (0xFF, 2, "21c", ("const-method-type",)),
)

NAME: list[str] = [f"unused-{opcode:02x}" for opcode in range(256)]
FORMAT: list[str] = ["10x"] * 256
_LENGTH = np.ones(256, np.uint8)
DEFINED = np.zeros(256, np.bool_)
for _first, _units, _format, _names in _FORMATS:
    for _opcode, _name in enumerate(_names, _first):
        NAME[_opcode], FORMAT[_opcode] = _name, _format
        _LENGTH[_opcode] = _units
        DEFINED[_opcode] = True

REFERENCE: npt.NDArray[np.uint8] = np.zeros(256, np.uint8)
REFERENCE[[0x1A, 0x1B]] = Reference.STRING
REFERENCE[[0x1C, 0x1F, 0x20, 0x22, 0x23, 0x24, 0x25]] = Reference.TYPE
REFERENCE[0x52:0x6E] = Reference.FIELD
REFERENCE[0x6E:0x73] = REFERENCE[0x74:0x79] = Reference.METHOD
REFERENCE[[0xFA, 0xFB]] = Reference.METHOD
REFERENCE[[0xFC, 0xFD]] = Reference.CALL_SITE
REFERENCE[0xFE] = Reference.METHOD_HANDLE
REFERENCE[0xFF] = Reference.PROTO

LENGTH_OF_UNIT: npt.NDArray[np.uint8] = np.tile(_LENGTH, 256)
"""Length of the instruction that begins with a 16-bit code unit; VARIABLE for the three payloads."""
LENGTH_OF_UNIT[[PACKED_SWITCH_PAYLOAD, SPARSE_SWITCH_PAYLOAD, FILL_ARRAY_PAYLOAD]] = VARIABLE


def is_payload(unit: int) -> bool:
    """Whether a code unit begins a switch or array payload, which linear sweeps step over."""
    return unit in (PACKED_SWITCH_PAYLOAD, SPARSE_SWITCH_PAYLOAD, FILL_ARRAY_PAYLOAD)
