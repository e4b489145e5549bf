"""What other tools say about a file: dexdump's listing and androguard's reading."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from androguard.core.dex import DEX
from loguru import logger

logger.disable("androguard")

needs_dexdump = pytest.mark.skipif(shutil.which("dexdump") is None, reason="dexdump is not installed")
needs_aapt = pytest.mark.skipif(shutil.which("aapt") is None, reason="aapt is not installed")

_CODE_LINE = re.compile(r"\|([0-9a-f]{4}): (.*)$")


def run_dexdump(folder: Path, dex: bytes, *options: str) -> tuple[int, str]:
    """dexdump verifies the file before it prints; the exit code and what it printed, errors included."""
    file = folder / "classes.dex"
    file.write_bytes(dex)
    done = subprocess.run(["dexdump", *(options or ("-d",)), file], capture_output=True, check=False)
    return done.returncode, (done.stdout + done.stderr).decode(errors="replace")


def list_code(listing: str, method: str) -> list[tuple[int, str]]:
    """(offset, text) of one method such as `x.A.b:()V`, with the comment that dexdump adds cut off."""
    lines = iter(listing.splitlines())
    for line in lines:
        if line.endswith(f"] {method}"):
            break
    rows = []
    for line in lines:
        match = _CODE_LINE.search(line)
        if match is None:
            break
        rows.append((int(match[1], 16), match[2].partition(" // ")[0]))
    return rows


def read_mnemonics(dex: bytes) -> dict[str, list[str]]:
    """androguard's mnemonics of every method with code."""
    return {
        f"{method.get_class_name()}->{method.get_name()}{method.get_descriptor().replace(' ', '')}": [
            instruction.get_name() for instruction in method.get_instructions()
        ]
        for method in DEX(dex).get_encoded_methods()
        if method.get_code()
    }
