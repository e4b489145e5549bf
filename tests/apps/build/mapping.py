"""Cuts R8's mapping file down to what concerns the app: that of a library would be a megabyte."""

import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

_CLASS_LINE = re.compile(r"^(\S+) -> \S+:$")


def own_part(mapping: str, package: str, libraries: Iterable[Path]) -> str:
    """Drop the members of library classes, except where code of the app's `package` was moved into one."""
    foreign = {name for jar in libraries for name in _class_names(jar)}
    return "".join(f"{line}\n" for block in _blocks(mapping) for line in _kept(block, package, foreign))


def _kept(block: list[str], package: str, foreign: set[str]) -> list[str]:
    header = _CLASS_LINE.match(block[0])
    whole = header is None or header[1] not in foreign or any(f"{package}." in line for line in block)
    return block if whole else block[:1]


def _blocks(mapping: str) -> Iterator[list[str]]:
    """The lines before the first class, then those of each class."""
    block: list[str] = []
    for line in mapping.splitlines():
        if _CLASS_LINE.match(line) and block:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _class_names(jar: Path) -> list[str]:
    with zipfile.ZipFile(jar) as archive:
        names = archive.namelist()
    return [name.removesuffix(".class").replace("/", ".") for name in names if name.endswith(".class")]
