"""An app that is hardly more than a shell: little code, which starts with native code, next to a file without a form.

This is what packers leave that the catalogue does not name. Each sign alone is ordinary (games have large files of
unknown form, small apps have little code), so all have to come together, and the app has to ask for people's data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from permaudit.apk.contents import Contents, UnreadableError
from permaudit.apk.package import Package
from permaudit.catalog.catalog import Catalog
from permaudit.catalog.hidden_code import DenseFormat
from permaudit.dex.opcodes import Reference
from permaudit.dex.program import Program
from permaudit.model.limitation import Limitation
from permaudit.model.manifest import Manifest
from permaudit.model.message import message
from permaudit.model.place import descriptor_of

MOST_METHODS = 3000
"""Code with more methods than this is no shell, whoever's they are."""

MOST_OWN_METHODS = 300
"""Shells of packers have some dozens of methods; an app with one screen and a form has more than this."""

LEAST_PAYLOAD_BYTES = 512 << 10
"""Packed code is seldom smaller; files below are licences, keys and models."""

_LEAST_FILE_BYTES = 64 << 10
_SAMPLE_BYTES = 64 << 10
_LEAST_BITS_A_BYTE = 7.95  # random bytes have 7.997 in a sample of this size
_LEAST_PACKED_SHARE = 0.95
_MOST_SAMPLES = 200
_MOST_STARTED, _MOST_ABOVE = 8, 32  # classes that Android makes first, and classes above one; an app has one or two


def packed_shell_limitations(package: Package, program: Program, catalog: Catalog) -> list[Limitation]:
    """One limitation that hides code if the app looks like a shell; only for apps that ask for people's data."""
    if program.method_count > MOST_METHODS or _count_own_methods(program, catalog) > MOST_OWN_METHODS:
        return []
    if not _starts_native_code(package.manifest, program, catalog):
        return []
    payload = sorted(
        {*_dense_files(package, catalog.hidden_code.dense_formats), *_dense_code_files(program)}, reverse=True
    )
    if sum(size for size, _, _ in payload) < LEAST_PAYLOAD_BYTES:
        return []
    _, part, file = payload[0]
    return [Limitation("packed", message("limitation-packed-shell", file=file, part=part), ("code",))]


def _starts_native_code(manifest: Manifest, program: Program, catalog: Catalog) -> bool:
    """Whether the class that Android makes first, one within it or above it loads native code or a class loader."""
    first = set(_first_types(manifest, program))
    if not first:
        return False
    loads = (*catalog.hidden_code.native_loads, *(each.method for each in catalog.loaders))
    return any(caller in first for method in loads for caller in _calling_types(program, method))


def _first_types(manifest: Manifest, program: Program) -> Iterator[int]:
    names = [each.class_name for each in manifest.components if each.kind == "application"]
    names += [manifest.component_factory] if manifest.component_factory else []
    first: list[int] = []
    for name in names[:_MOST_STARTED]:
        number = program.symbols.type_number(descriptor_of(name).encode())
        if program.hierarchy.is_defined(number):
            first += [number, *program.hierarchy.superclasses(number)[:_MOST_ABOVE]]
    yield from first
    inner = tuple(program.symbols.types[each][:-1] + b"$" for each in first)
    yield from (at for at, text in enumerate(program.symbols.types) if text.startswith(inner))


def _calling_types(program: Program, method: str) -> Iterator[int]:
    """The classes with a method that calls this one, by type number."""
    class_name, _, signature = method.partition("->")
    symbols = program.symbols
    number = symbols.method_number(symbols.type_number(class_name.encode()), symbols.find_signature(signature.encode()))
    for file, numbers in enumerate(symbols.method_maps) if number >= 0 else ():
        for local in np.flatnonzero(numbers == number).tolist():
            _, callers = program.methods_of_items(file, program.users(Reference.METHOD, file, local).items)
            yield from symbols.method_types[callers].tolist()


def _count_own_methods(program: Program, catalog: Catalog) -> int:
    """How many methods with code are in no class of a named library; bounded by MOST_METHODS."""
    rows = program.definitions.methods[program.definitions.items >= 0]
    types = [program.symbols.types[number].decode("utf-8", "replace") for number in program.symbols.method_types[rows]]
    return sum(catalog.owner_of(name) is None for name in types)


def _dense_files(package: Package, formats: Sequence[DenseFormat]) -> Iterator[tuple[int, str, str]]:
    """Size, part and name of the files that look encrypted, of at most some hundred samples."""
    samples = _MOST_SAMPLES
    for part in package.parts:
        with package.contents(part.name) as contents:
            for name in contents.names:
                if not _may_be_dense(contents, name, formats):
                    continue
                samples -= 1
                if samples < 0:
                    return
                if _bits_a_byte(_sample(contents, name)) >= _LEAST_BITS_A_BYTE:
                    yield contents.size(name), part.name, name


def _dense_code_files(program: Program) -> Iterator[tuple[int, str, str]]:
    """Size, part and name of the package's own code files of which most looks encrypted: no code looks like that."""
    for tables in program.files:
        size = len(tables.data)
        samples = (bytes(tables.data[at : at + _SAMPLE_BYTES]) for at in (size // 2, size * 3 // 4))
        if size >= LEAST_PAYLOAD_BYTES and all(_bits_a_byte(each) >= _LEAST_BITS_A_BYTE for each in samples):
            yield size, tables.part, tables.name


def _may_be_dense(contents: Contents, name: str, formats: Iterable[DenseFormat]) -> bool:
    head = contents.head(name)
    return (
        contents.size(name) >= _LEAST_FILE_BYTES
        and contents.packed_share(name) >= _LEAST_PACKED_SHARE
        and len(head) > 0
        and not any(each.fits(head) for each in formats)
    )


def _sample(contents: Contents, name: str) -> bytes:
    try:
        return next(contents.pieces(name), b"")[:_SAMPLE_BYTES]
    except UnreadableError:
        return b""


def _bits_a_byte(data: bytes) -> float:
    """Shannon's entropy of single bytes; 8 is the most."""
    if not data:
        return 0.0
    counts = np.bincount(np.frombuffer(data, np.uint8), minlength=256)
    shares = counts[counts > 0] / len(data)
    return float(-(shares * np.log2(shares)).sum())
