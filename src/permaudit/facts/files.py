"""Files of the package that the catalogue names, known by their paths alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from permaudit.catalog.paths import PathPatterns
from permaudit.catalog.signs import FileEntry
from permaudit.model.package_facts import FileSeen
from permaudit.model.place import Place

EntryNames = Mapping[str, Iterable[str]]
"""Names of all entries, by part, in the order of the parts and of their directories."""


def find_files(names: EntryNames, entries: Iterable[FileEntry]) -> tuple[FileSeen, ...]:
    """Find for each id the first file that fits; ids come in the order of the catalogue."""
    entries = tuple(entries)
    ids: dict[str, list[str]] = {}
    for entry in entries:
        ids.setdefault(entry.name, []).append(entry.id)
    found: dict[str, Place] = {}
    for pattern, place in first_places(names, ids):
        for name in ids[pattern]:
            found.setdefault(name, place)
    return tuple(FileSeen(name, found[name]) for name in dict.fromkeys(entry.id for entry in entries) if name in found)


def first_places(names: EntryNames, patterns: Iterable[str]) -> Iterator[tuple[str, Place]]:
    """Give each pattern that some file fits with the first such file, in the order of the files."""
    search = PathPatterns(patterns)
    seen: set[str] = set()
    for part, paths in names.items():
        for pattern, path in search.find(paths).items():
            if pattern not in seen:
                seen.add(pattern)
                yield pattern, Place(part, file=path)
