"""Libraries of the catalogue whose classes the package defines. Having one is not using it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from permaudit.catalog.catalog import Catalog
from permaudit.catalog.libraries import Library
from permaudit.facts.definitions import DefinedClasses
from permaudit.model.package_facts import LibrarySeen


def find_libraries(defined: DefinedClasses, package: str, catalog: Catalog) -> tuple[LibrarySeen, ...]:
    """Find them by their prefixes, in the order of the catalogue; several prefixes of one name and kind are one.

    A class belongs to the longest prefix it has, and classes below the app's own package name are the app's.
    """
    own = "L" + package.replace(".", "/") + "/"
    found: dict[tuple[str, str], LibrarySeen] = {}
    for library in catalog.libraries:
        known = found.get((library.name, library.kind))
        if known is not None and (known.reads_people or not library.reads_people):
            continue
        if any(_has_classes(library, run, own, catalog) for run in defined.runs):
            prefix = known.prefix if known is not None else library.prefix
            seen = LibrarySeen(library.name, library.kind, prefix, library.reads_people)
            found[library.name, library.kind] = seen
    return tuple(found.values())


def _has_classes(library: Library, run: Sequence[bytes], own: str, catalog: Catalog) -> bool:
    """Look for a class of the library itself, leaping over those of the app and of libraries with longer prefixes."""
    prefix = library.prefix.encode()
    at = bisect_left(run, prefix)
    while at < len(run) and run[at].startswith(prefix):
        descriptor = run[at].decode("utf-8", "replace")
        if descriptor.startswith(own):
            other = own
        else:
            owner = catalog.owner_of(descriptor)
            other = owner.prefix if owner is not None else library.prefix
        if other == library.prefix and other != own:
            return True
        at = bisect_left(run, other[:-1].encode() + b"0", at + 1)  # the letter behind the slash
    return False
