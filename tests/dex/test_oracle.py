"""androguard as the oracle: our columns must agree with it on every method, instruction and operand."""

import re
import shutil
import subprocess
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import registry
from androguard.core.dex import DEX, Operand
from androguard.core.dex import Instruction as TheirInstruction
from loguru import logger

from permaudit.dex.body import MethodBody
from permaudit.dex.columns import DexCode, read_code
from permaudit.dex.header import read_headers
from permaudit.dex.instructions import Instruction
from permaudit.dex.opcodes import FORMAT, REFERENCE, Reference
from permaudit.dex.tables import DexTables

APPS = Path(__file__).resolve().parents[1] / "apps"
CASES = sorted(APPS.glob("*/*.apk"))
PAYLOADS = ("PackedSwitch", "SparseSwitch", "FillArrayData")


def dex_files(path: Path) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(path) as archive:
        for name in sorted(archive.namelist()):
            if re.fullmatch(r"classes\d*\.dex", name):
                yield name, archive.read(name)


def tables_of(data: bytes) -> DexTables:
    return DexTables(data, read_headers(data)[0], "base.apk", "classes.dex")


def assert_agrees_with_androguard(data: bytes) -> int:
    """Compare one DEX file instruction by instruction; returns how many were compared."""
    logger.disable("androguard")
    tables = tables_of(data)
    code = read_code(tables)
    item_by_offset = dict(zip(tables.class_data.code_offsets.tolist(), code.items.item_of.tolist(), strict=True))
    theirs: Counter[tuple[int, int, int, int]] = Counter()
    compared = methods = 0
    seen: set[int] = set()
    for method in DEX(data).get_encoded_methods():
        methods += 1
        offset = method.get_code_off()
        if not offset or offset in seen:
            continue
        seen.add(offset)
        body = MethodBody(tables, code.items, item_by_offset[offset], 0)
        ours = iter(body.instructions)
        for place, instruction in method.get_instructions_idx():
            if type(instruction).__name__ in PAYLOADS:
                continue
            mine = next(ours)
            assert (mine.offset, mine.opcode) == (place // 2, instruction.get_op_value() & 0xFF)
            assert operands_of(mine) == their_operands(instruction, mine.opcode)
            compared += 1
            if REFERENCE[mine.opcode]:
                theirs[offset, place // 2, mine.opcode, reference_of(instruction)] += 1
        assert next(ours, None) is None
    assert methods == len(tables.class_data.methods)
    assert compared == code.instructions
    assert columns_of(code) == theirs
    return compared


def columns_of(code: DexCode) -> Counter[tuple[int, int, int, int]]:
    rows: Counter[tuple[int, int, int, int]] = Counter()
    for column in code.columns.values():
        starts = code.items.starts[column.items]
        for start, position, opcode, operand in zip(
            starts.tolist(), column.positions.tolist(), column.opcodes.tolist(), column.ids.tolist(), strict=True
        ):
            rows[start * 2 - 16, position - start, opcode, operand] += 1
    return rows


def operands_of(mine: Instruction) -> tuple[list[int], int]:
    return sorted(mine.registers), mine.reference


def their_operands(instruction: TheirInstruction, opcode: int) -> tuple[list[int], int]:
    if FORMAT[opcode] == "45cc":  # androguard gives the fields of this format, but no operand list
        five = [getattr(instruction, letter) for letter in "CDEFG"]
        return sorted(five[: instruction.A]), reference_of(instruction)
    if FORMAT[opcode] == "4rcc":
        return list(range(instruction.CCCC, instruction.CCCC + instruction.AA)), reference_of(instruction)
    operands = instruction.get_operands()
    registers = [each[1] for each in operands if each[0] == Operand.REGISTER]
    if FORMAT[opcode] == "3rc" and len(registers) == 1:
        registers = list(range(instruction.CCCC, instruction.CCCC + instruction.AA))
    reference = reference_of(instruction) if REFERENCE[opcode] else -1
    return sorted(registers), reference


def reference_of(instruction: TheirInstruction) -> int:
    kinds = {
        "21c": "BBBB",
        "22c": "CCCC",
        "31c": "BBBBBBBB",
        "35c": "BBBB",
        "3rc": "BBBB",
        "45cc": "BBBB",
        "4rcc": "BBBB",
    }
    return int(getattr(instruction, kinds[FORMAT[instruction.get_op_value() & 0xFF]]))


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_instruction_of_a_case_app_is_as_androguard_reads_it(path: Path) -> None:
    files = list(dex_files(path))

    compared = sum(assert_agrees_with_androguard(data) for _, data in files)

    assert compared or not files


@pytest.mark.parametrize("apk", registry.ALL, ids=lambda apk: apk.package)
def test_every_instruction_of_a_real_app_is_as_androguard_reads_it(apk: registry.RegistryApk) -> None:
    path = registry.fetch(apk)

    compared = sum(assert_agrees_with_androguard(data) for _, data in dex_files(path))

    assert compared > 10_000


def test_offsets_are_those_that_dexdump_prints(tmp_path: Path) -> None:
    if shutil.which("dexdump") is None:
        pytest.skip("dexdump is not installed here")
    path = APPS / "whole-book-at-start" / "app.apk"
    _, data = next(dex_files(path))
    dex = tmp_path / "classes.dex"
    dex.write_bytes(data)
    printed = subprocess.run(["dexdump", "-d", str(dex)], capture_output=True, text=True, check=True).stdout
    tables = tables_of(data)
    code = read_code(tables)

    theirs = sorted(
        (int(line[1], 16), int(line[2], 16))
        for line in re.finditer(r"^([0-9a-f]{6}):.*\|([0-9a-f]{4}): ", printed, re.MULTILINE)
    )
    ours = sorted(
        (int(code.items.starts[item] + each.offset) * 2, each.offset)
        for item in range(len(code.items.starts))
        for each in MethodBody(tables, code.items, item, 0).instructions
    )

    assert ours == theirs
    assert Reference.METHOD in code.columns
