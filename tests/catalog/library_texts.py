"""Finds the texts by which a library is known again after its classes were renamed, from its published jars.

    python tests/catalog/library_texts.py NAME=FILE.jar[,FILE.jar] ...

Prints the `texts` lists of `rules/catalog/renamed-libraries.yaml`: string constants that stand in one package of one
library only, from its largest classes, at most _MOST_TEXTS a package. Jars come from Maven Central.
"""

from __future__ import annotations

import struct
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

_MOST_TEXTS = 7
_SHORTEST, _LONGEST = 12, 80
_SIZES = {3: 4, 4: 4, 5: 8, 6: 8, 7: 2, 8: 2, 9: 4, 10: 4, 11: 4, 12: 4, 15: 3, 16: 2, 17: 4, 18: 4, 19: 2, 20: 2}
_UTF8, _STRING, _LONG, _DOUBLE = 1, 8, 5, 6


def read_texts(data: bytes) -> set[str]:
    """The string constants of a class file (JVM specification, section 4.4)."""
    count = struct.unpack_from(">H", data, 8)[0]
    place, number = 10, 1
    names: dict[int, str] = {}
    texts: list[int] = []
    while number < count:
        tag = data[place]
        if tag == _UTF8:
            length = struct.unpack_from(">H", data, place + 1)[0]
            names[number] = data[place + 3 : place + 3 + length].decode("utf-8", "replace")
            place += 3 + length
        else:
            if tag == _STRING:
                texts.append(struct.unpack_from(">H", data, place + 1)[0])
            place += 1 + _SIZES[tag]
        number += 2 if tag in (_LONG, _DOUBLE) else 1
    return {names[each] for each in texts}


def read_jar(path: Path) -> Iterator[tuple[str, int, set[str]]]:
    """(package, size, texts) of every class in a jar."""
    with zipfile.ZipFile(path) as jar:
        for info in jar.infolist():
            if info.filename.endswith(".class") and not info.filename.startswith("META-INF"):
                yield info.filename.rpartition("/")[0], info.file_size, read_texts(jar.read(info))


def main() -> None:
    classes: dict[str, list[tuple[str, int, set[str]]]] = {}
    places: dict[str, set[str]] = defaultdict(set)
    for argument in sys.argv[1:]:
        name, _, files = argument.partition("=")
        classes[name] = [each for file in files.split(",") for each in read_jar(Path(file))]
        for package, _, texts in classes[name]:
            for text in texts:
                places[text].add(package)
    for name, found in classes.items():
        print(f"  - name: {name}\n    texts:")  # noqa: T201
        chosen: dict[str, list[str]] = defaultdict(list)
        for package, _, texts in sorted(found, key=lambda each: (-each[1], each[0], sorted(each[2]))):
            fitting = sorted(text for text in texts if _fits(text) and len(places[text]) == 1)
            if fitting and len(chosen[package]) < _MOST_TEXTS:
                chosen[package].append(max(fitting, key=lambda text: (len(text), text)))
        for package in sorted(chosen):
            print(f"      # {package.replace('/', '.')}")  # noqa: T201
            for text in dict.fromkeys(chosen[package]):
                print(f"      - {_quoted(text)}")  # noqa: T201


def _fits(text: str) -> bool:
    return len(text.strip()) >= _SHORTEST and len(text) <= _LONGEST and text.isascii() and text.isprintable()


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


if __name__ == "__main__":
    main()
