"""Every Dalvik opcode by mnemonic, with its format and the kind of reference it carries (AOSP, Dalvik bytecode)."""

from dataclasses import dataclass
from typing import Literal

ReferenceKind = Literal["", "string", "type", "field", "method", "proto", "call_site", "method_handle"]

FORMAT_UNITS = {
    "10x": 1, "12x": 1, "11n": 1, "11x": 1, "10t": 1,
    "20t": 2, "22x": 2, "21t": 2, "21s": 2, "21h": 2, "21c": 2, "23x": 2, "22b": 2, "22t": 2, "22s": 2, "22c": 2,
    "32x": 3, "30t": 3, "31t": 3, "31i": 3, "31c": 3, "35c": 3, "3rc": 3,
    "45cc": 4, "4rcc": 4, "51l": 5,
}  # fmt: skip
"""Length of each format in 16-bit code units."""


@dataclass(frozen=True, slots=True)
class Opcode:
    """One row of the opcode table."""

    value: int
    mnemonic: str
    format: str
    reference: ReferenceKind = ""


_ACCESS_KINDS = ("", "-wide", "-object", "-boolean", "-byte", "-char", "-short")
_TESTS = ("eq", "ne", "lt", "ge", "gt", "le")
_INTEGER_MATHS = ("add", "sub", "mul", "div", "rem", "and", "or", "xor", "shl", "shr", "ushr")
_FLOAT_MATHS = ("add", "sub", "mul", "div", "rem")
_MATHS = (
    *(f"{name}-{kind}" for kind in ("int", "long") for name in _INTEGER_MATHS),
    *(f"{name}-{kind}" for kind in ("float", "double") for name in _FLOAT_MATHS),
)
_LITERAL_MATHS = ("add-int", "rsub-int", "mul-int", "div-int", "rem-int", "and-int", "or-int", "xor-int")
_INVOKES = ("invoke-virtual", "invoke-super", "invoke-direct", "invoke-static", "invoke-interface")
_UNARY = (
    "neg-int not-int neg-long not-long neg-float neg-double int-to-long int-to-float int-to-double long-to-int "
    "long-to-float long-to-double float-to-int float-to-long float-to-double double-to-int double-to-long "
    "double-to-float int-to-byte int-to-char int-to-short"
)

_ROWS: tuple[tuple[int, str, str, ReferenceKind], ...] = (
    (0x00, "nop", "10x", ""),
    (0x01, "move", "12x", ""), (0x02, "move/from16", "22x", ""), (0x03, "move/16", "32x", ""),
    (0x04, "move-wide", "12x", ""), (0x05, "move-wide/from16", "22x", ""), (0x06, "move-wide/16", "32x", ""),
    (0x07, "move-object", "12x", ""), (0x08, "move-object/from16", "22x", ""), (0x09, "move-object/16", "32x", ""),
    (0x0A, "move-result move-result-wide move-result-object move-exception", "11x", ""),
    (0x0E, "return-void", "10x", ""),
    (0x0F, "return return-wide return-object", "11x", ""),
    (0x12, "const/4", "11n", ""), (0x13, "const/16", "21s", ""), (0x14, "const", "31i", ""),
    (0x15, "const/high16", "21h", ""), (0x16, "const-wide/16", "21s", ""), (0x17, "const-wide/32", "31i", ""),
    (0x18, "const-wide", "51l", ""), (0x19, "const-wide/high16", "21h", ""),
    (0x1A, "const-string", "21c", "string"), (0x1B, "const-string/jumbo", "31c", "string"),
    (0x1C, "const-class", "21c", "type"),
    (0x1D, "monitor-enter monitor-exit", "11x", ""),
    (0x1F, "check-cast", "21c", "type"), (0x20, "instance-of", "22c", "type"), (0x21, "array-length", "12x", ""),
    (0x22, "new-instance", "21c", "type"), (0x23, "new-array", "22c", "type"),
    (0x24, "filled-new-array", "35c", "type"), (0x25, "filled-new-array/range", "3rc", "type"),
    (0x26, "fill-array-data", "31t", ""), (0x27, "throw", "11x", ""),
    (0x28, "goto", "10t", ""), (0x29, "goto/16", "20t", ""), (0x2A, "goto/32", "30t", ""),
    (0x2B, "packed-switch sparse-switch", "31t", ""),
    (0x2D, "cmpl-float cmpg-float cmpl-double cmpg-double cmp-long", "23x", ""),
    (0x32, " ".join(f"if-{test}" for test in _TESTS), "22t", ""),
    (0x38, " ".join(f"if-{test}z" for test in _TESTS), "21t", ""),
    (0x44, " ".join(f"aget{kind}" for kind in _ACCESS_KINDS), "23x", ""),
    (0x4B, " ".join(f"aput{kind}" for kind in _ACCESS_KINDS), "23x", ""),
    (0x52, " ".join(f"iget{kind}" for kind in _ACCESS_KINDS), "22c", "field"),
    (0x59, " ".join(f"iput{kind}" for kind in _ACCESS_KINDS), "22c", "field"),
    (0x60, " ".join(f"sget{kind}" for kind in _ACCESS_KINDS), "21c", "field"),
    (0x67, " ".join(f"sput{kind}" for kind in _ACCESS_KINDS), "21c", "field"),
    (0x6E, " ".join(_INVOKES), "35c", "method"),
    (0x74, " ".join(f"{name}/range" for name in _INVOKES), "3rc", "method"),
    (0x7B, _UNARY, "12x", ""),
    (0x90, " ".join(_MATHS), "23x", ""),
    (0xB0, " ".join(f"{name}/2addr" for name in _MATHS), "12x", ""),
    (0xD0, " ".join(name if name == "rsub-int" else f"{name}/lit16" for name in _LITERAL_MATHS), "22s", ""),
    (0xD8, " ".join(f"{name}/lit8" for name in (*_LITERAL_MATHS, "shl-int", "shr-int", "ushr-int")), "22b", ""),
    (0xFA, "invoke-polymorphic", "45cc", "method"), (0xFB, "invoke-polymorphic/range", "4rcc", "method"),
    (0xFC, "invoke-custom", "35c", "call_site"), (0xFD, "invoke-custom/range", "3rc", "call_site"),
    (0xFE, "const-method-handle", "21c", "method_handle"), (0xFF, "const-method-type", "21c", "proto"),
)  # fmt: skip

OPCODES: dict[str, Opcode] = {
    mnemonic: Opcode(first + position, mnemonic, form, reference)
    for first, mnemonics, form, reference in _ROWS
    for position, mnemonic in enumerate(mnemonics.split(" "))
}
"""The opcode of each mnemonic, as smali and dexdump spell it."""
