"""Every opcode of the format, decoded as androguard decodes it and as it was written."""

import pytest
from dex.programs import load, one_class, static_method
from dex.test_oracle import assert_agrees_with_androguard
from support.dexfile import assemble
from support.instructions import Code
from support.opcodes import FORMAT_UNITS, OPCODES, Opcode
from support.references import CallSite, MethodHandle
from support.smali import Instruction

from permaudit.dex.body import MethodBody
from permaudit.dex.opcodes import DEFINED, FORMAT, LENGTH_OF_UNIT, NAME, REFERENCE, Reference

BOOT = MethodHandle("invoke-static", "Lx/A;->boot()Ljava/lang/invoke/CallSite;")
LAMBDA = MethodHandle("invoke-static", "Lx/A;->body()V")
REFERENCES: dict[str, str | CallSite | MethodHandle] = {
    "string": "text",
    "type": "[I",
    "field": "Lx/A;->f:I",
    "method": "Lx/A;->body()V",
    "proto": "(I)V",
    "call_site": CallSite(BOOT, "run", "()Ljava/lang/Runnable;", (LAMBDA,)),
    "method_handle": LAMBDA,
}
WRITTEN: dict[str, tuple[tuple[int, ...], tuple[int, ...], int, int]] = {
    # operands of the assembler; registers, literal and target that the decoder must give
    "10x": ((), (), 0, -1),
    "12x": ((3, 12), (3, 12), 0, -1),
    "11n": ((3, -8), (3,), -8, -1),
    "11x": ((200,), (200,), 0, -1),
    "10t": ((-1,), (), 0, 0),
    "20t": ((-1,), (), 0, 0),
    "30t": ((-1,), (), 0, 0),
    "22x": ((200, 40_000), (200, 40_000), 0, -1),
    "32x": ((50_000, 40_000), (50_000, 40_000), 0, -1),
    "21t": ((200, -1), (200,), 0, 0),
    "21s": ((200, -30_000), (200,), -30_000, -1),
    "23x": ((200, 201, 202), (200, 201, 202), 0, -1),
    "22b": ((200, 201, -128), (200, 201), -128, -1),
    "22t": ((3, 12, -1), (3, 12), 0, 0),
    "22s": ((3, 12, -30_000), (3, 12), -30_000, -1),
    "31i": ((200, -2_000_000_000), (200,), -2_000_000_000, -1),
    "51l": ((200, -(1 << 62) - 5), (200,), -(1 << 62) - 5, -1),
}
CALLS: dict[str, tuple[list[int | str], tuple[int, ...]]] = {
    "35c": ([1, 2, 3, 4, 5], (1, 2, 3, 4, 5)),
    "45cc": ([1, 2, 3, 4, 5], (1, 2, 3, 4, 5)),
    "3rc": (list(range(300, 320)), tuple(range(300, 320))),
    "4rcc": (list(range(300, 320)), tuple(range(300, 320))),
}


def instruction_of(row: Opcode) -> tuple[Instruction, tuple[int, ...], int | None, int]:
    """An instruction for the assembler, and the registers, literal (None: any) and target it must have."""
    if row.format in CALLS:
        listed, registers = CALLS[row.format]
        extra = ["(I)V"] if row.format in ("45cc", "4rcc") else []
        return (row.mnemonic, listed, REFERENCES[row.reference], *extra), registers, None, -1
    if row.reference:
        registers = (3, 12) if row.format == "22c" else (200,)
        if row.mnemonic == "const-method-type":
            registers = (0,)  # androguard takes any other for an unknown instruction
        return (row.mnemonic, *registers, REFERENCES[row.reference]), registers, 0, -1
    if row.format == "21h":
        shift = 48 if "wide" in row.mnemonic else 16
        return (row.mnemonic, 200, -30_000 << shift), (200,), -30_000 << shift, -1
    if row.mnemonic == "packed-switch":
        return (row.mnemonic, 200, -5, [":end", ":end"]), (200,), 0, 6
    if row.mnemonic == "sparse-switch":
        return (row.mnemonic, 200, {-5: ":end", 90_000: ":end"}), (200,), 0, 6
    if row.mnemonic == "fill-array-data":
        return (row.mnemonic, 200, 2, [1, -2, 3]), (200,), 0, 6
    operands, registers, literal, target = WRITTEN[row.format]
    return (row.mnemonic, *operands), registers, literal, target


@pytest.mark.parametrize("row", OPCODES.values(), ids=lambda row: row.mnemonic)
def test_an_opcode_is_decoded_as_written_and_as_androguard_decodes_it(row: Opcode) -> None:
    instruction, registers, literal, target = instruction_of(row)
    code = Code(60_000, [("nop",), instruction, ":end", ("return-void",)])
    data = assemble(one_class(static_method("m", code), static_method("body")), 39)

    compared = assert_agrees_with_androguard(data)

    program = load(data)
    decoded = MethodBody(program.files[0], program.code[0].items, 0, 0).instructions[1]
    assert compared == 4 + (row.format == "31t")  # a nop before the payload
    assert (decoded.opcode, decoded.registers) == (row.value, registers)
    assert literal is None or decoded.literal == literal
    assert decoded.target == target


def test_the_table_of_opcodes_is_that_of_the_format() -> None:
    kinds = {"": Reference.NONE} | {kind: Reference[kind.upper()] for kind in REFERENCES}

    for row in OPCODES.values():
        assert (NAME[row.value], FORMAT[row.value]) == (row.mnemonic, row.format)
        assert LENGTH_OF_UNIT[row.value | 0x4200] == FORMAT_UNITS[row.format]
        assert REFERENCE[row.value] == kinds[row.reference]
    assert int(DEFINED.sum()) == len(OPCODES)


def test_all_opcodes_in_many_methods_are_columns_as_androguard_reads_them() -> None:
    lines = [instruction_of(row)[0] for row in OPCODES.values() if row.format not in ("10t", "20t", "30t")]
    code = Code(60_000, [":end", *lines, ("return-void",)])
    methods = [static_method(f"m{number}", code) for number in range(260)]  # decoded on arrays beyond 250

    compared = assert_agrees_with_androguard(assemble(one_class(*methods, static_method("body")), 39))

    padding = 2  # nops before payloads

    assert compared == 260 * (len(lines) + 1 + padding) + 1
