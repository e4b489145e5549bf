"""Commercial packers and protectors by their signs: the class Android starts first, files, and classes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from permaudit.catalog.paths import fits
from permaudit.catalog.signs import PackerEntry
from permaudit.facts.definitions import DefinedClasses
from permaudit.facts.files import EntryNames, first_places
from permaudit.model.limitation import Limitation
from permaudit.model.manifest import Manifest
from permaudit.model.message import message
from permaudit.model.package_facts import PackerSeen
from permaudit.model.place import Place, descriptor_of, dotted

_MANIFEST_FILE = "AndroidManifest.xml"
_NATIVE = ".so"


def find_packers(
    manifest: Manifest, names: EntryNames, defined: DefinedClasses, entries: Iterable[PackerEntry]
) -> tuple[PackerSeen, ...]:
    """Find packers in the order of the catalogue, each with its first sign.

    A packer hides the code if the class that Android starts first is its own, or if one of its classes is there
    together with its native library. A protector changes code and leaves it where it is.
    """
    entries = tuple(entries)
    files = dict(first_places(names, (pattern for entry in entries for pattern in entry.files)))
    started = tuple(_started_first(manifest, next(iter(names), "")))
    return tuple(seen for entry in entries if (seen := _judge(entry, started, files, defined)) is not None)


def packer_limitations(packers: Iterable[PackerSeen]) -> tuple[Limitation, ...]:
    """Say what packers hide; one that was only seen by a file, or changes code in its place, hides nothing for sure."""
    return tuple(
        Limitation("packed", message("limitation-packed", name=each.name), ("code",))
        if each.hides_code
        else Limitation("packed", message("limitation-protector-seen", name=each.name, sign=each.sign))
        for each in packers
    )


def _started_first(manifest: Manifest, base: str) -> Iterator[tuple[str, Place]]:
    """Name the classes that Android makes before any other of the app: component factory and application."""
    if manifest.component_factory is not None:
        yield descriptor_of(manifest.component_factory), Place(base, file=_MANIFEST_FILE)
    for component in manifest.components:
        if component.kind == "application":
            yield descriptor_of(component.class_name), Place(component.part, file=_MANIFEST_FILE)


def _judge(
    entry: PackerEntry, started: Iterable[tuple[str, Place]], files: Mapping[str, Place], defined: DefinedClasses
) -> PackerSeen | None:
    stubs = [pattern.split("*") for pattern in entry.applications]
    first = next(((name, place) for name, place in started if any(fits(stub, name) for stub in stubs)), None)
    places = [files[pattern] for pattern in entry.files if pattern in files]
    own = next((each for pattern in (*entry.applications, *entry.classes) if (each := _find(pattern, defined))), None)
    is_loaded = own is not None and any((place.file or "").endswith(_NATIVE) for place in places)
    hides_code = entry.kind == "packer" and (first is not None or is_loaded)
    if first is not None:
        name, place = first
        return PackerSeen(entry.id, entry.name, place, dotted(name), hides_code)
    if places:
        return PackerSeen(entry.id, entry.name, places[0], places[0].file or "", hides_code)
    if own is not None:
        name = own.decode("utf-8", "replace")
        return PackerSeen(entry.id, entry.name, defined.place_of(own), dotted(name), hides_code)
    return None


def _find(pattern: str, defined: DefinedClasses) -> bytes | None:
    """Find a defined class by what stands before a `*`; a pattern that leaves the package open is not looked for."""
    prefix, star, _ = pattern.partition("*")
    return defined.first_below(prefix) if not star or "/" in prefix else None
