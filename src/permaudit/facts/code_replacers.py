"""Frameworks that replace an app's code after it was installed: which is in use here, and of which a part is left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

import numpy as np

from permaudit.catalog.code_replacers import CodeReplacer
from permaudit.catalog.paths import fits
from permaudit.dex.opcodes import Reference
from permaudit.dex.program import Program
from permaudit.dex.symbols import bounds_of
from permaudit.facts.definitions import DefinedClasses
from permaudit.facts.files import EntryNames, first_places
from permaudit.model.limitation import Limitation
from permaudit.model.manifest import Manifest
from permaudit.model.message import message
from permaudit.model.place import descriptor_of, dotted

MOST_LENGTH = 120
"""Names of a manifest are shown up to this length."""


def code_replacer_limitations(
    manifest: Manifest,
    names: EntryNames,
    defined: DefinedClasses,
    program: Program,
    entries: Iterable[CodeReplacer],
) -> list[Limitation]:
    """One limitation for each framework, with its first sign.

    One that is in use hides code: nobody can see what it brings, the store neither. One of which only a part is there
    hides nothing: other libraries and old versions of the app leave such parts behind.
    """
    entries = tuple(entries)
    files = dict(first_places(names, (pattern for entry in entries for pattern in entry.starts.files)))
    found = []
    for entry in entries:
        written = (place.file or "" for pattern in entry.starts.files if (place := files.get(pattern)) is not None)
        sign = next(
            chain(
                _in_manifest(entry, manifest), written, _in_hierarchy(entry, manifest, program), _calls(entry, program)
            ),
            None,
        )
        if sign is not None:
            detail = message("limitation-code-replaced", name=entry.name, sign=sign[:MOST_LENGTH])
            found.append(Limitation("dynamic-code", detail, ("code",)))
        elif (left := _left_over(entry, defined, program)) is not None:
            detail = message("limitation-code-replacer-seen", name=entry.name, sign=left[:MOST_LENGTH])
            found.append(Limitation("dynamic-code", detail))
    return found


def stand_in_test(entries: Iterable[CodeReplacer]) -> Callable[[str], bool]:
    """Whether a component of this name stands for a class that a framework puts in its place."""
    patterns = [pattern.split("*") for entry in entries for pattern in entry.starts.stand_ins]
    return lambda name: any(fits(pattern, name) for pattern in patterns)


def _in_manifest(entry: CodeReplacer, manifest: Manifest) -> Iterator[str]:
    """Components, names of meta-data and of providers that are the framework's."""
    classes = [pattern.split("*") for pattern in (*entry.starts.components, *entry.starts.stand_ins)]
    authorities = [pattern.split("*") for pattern in entry.starts.authorities]
    told = [pattern.split("*") for pattern in entry.starts.meta_data]
    names = [each.class_name for each in manifest.components]
    names += [manifest.component_factory] if manifest.component_factory else []
    yield from (name for name in names if any(fits(pattern, name) for pattern in classes))
    data = (*manifest.meta_data, *(one for each in manifest.components for one in each.meta_data))
    yield from (each.name for each in data if any(fits(pattern, each.name) for pattern in told))
    for each in manifest.components:
        yield from (name for name in each.authorities if any(fits(pattern, name) for pattern in authorities))


def _in_hierarchy(entry: CodeReplacer, manifest: Manifest, program: Program) -> Iterator[str]:
    """Components whose class comes from one of the framework's."""
    wanted = {program.symbols.type_number(each.encode()) for each in entry.starts.extends} - {-1}
    for each in manifest.components if wanted else ():
        number = program.symbols.type_number(descriptor_of(each.class_name).encode())
        if number >= 0 and not wanted.isdisjoint(program.hierarchy.ancestors(number).tolist()):
            yield each.class_name


def _calls(entry: CodeReplacer, program: Program) -> Iterator[str]:
    """Methods of the framework in the package that start it, and are called from outside of it."""
    symbols = program.symbols
    inside = tuple(prefix.encode() for prefix in entry.leftovers.prefixes)
    for call in entry.starts.calls:
        owner, _, name = call.partition("->")
        of, wanted = symbols.type_number(owner.encode()), symbols.name_number(name.encode())
        if wanted < 0 or not program.hierarchy.is_defined(of):
            continue
        numbers = np.arange(*bounds_of(symbols.method_types, of))
        numbers = numbers[symbols.signature_names[symbols.method_signatures[numbers]] == wanted]
        if any(not caller.startswith(inside) for caller in _calling_classes(program, numbers.tolist())):
            yield f"{dotted(owner)}.{name}"


def _calling_classes(program: Program, methods: Iterable[int]) -> Iterator[bytes]:
    wanted = np.array(list(methods), np.int64)
    for file, numbers in enumerate(program.symbols.method_maps):
        for local in np.flatnonzero(np.isin(numbers, wanted)).tolist():
            _, callers = program.methods_of_items(file, program.users(Reference.METHOD, file, local).items)
            yield from (program.symbols.types[each] for each in program.symbols.method_types[callers].tolist())


def _left_over(entry: CodeReplacer, defined: DefinedClasses, program: Program) -> str | None:
    """A class of the framework, or a text of its code."""
    for prefix in entry.leftovers.prefixes:
        found = defined.first_below(prefix)
        if found is not None:
            return dotted(found.decode("utf-8", "replace"))
    for text in entry.leftovers.texts:
        if any(tables.strings.find(text.encode()) >= 0 for tables in program.files):
            return text
    return None
