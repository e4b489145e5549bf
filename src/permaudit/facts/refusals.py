"""What Android would refuse the app whatever its code tries, because the manifest asks for nothing that opens it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from permaudit.catalog.catalog import Catalog
from permaudit.model.limitation import Limitation, hide_any
from permaudit.model.package_facts import ManifestFlags, Refusals
from permaudit.model.permission import Permission

Doors = Mapping[str, list[frozenset[str]]]
"""By id of a surface or call: for each way to it the permissions of which Android wants one; empty if it wants none."""


def find_refusals(
    permissions: Iterable[Permission], flags: ManifestFlags, limitations: Iterable[Limitation], catalog: Catalog
) -> Refusals:
    """Surfaces and calls all of whose ways, as far as the catalogue knows them, want a permission that is not held.

    Code from anywhere runs with the permissions of the app, so this holds of code that was not seen as well. It is
    empty where the manifest was not seen whole, and where permissions may come from apps with the same user id.
    """
    if flags.shared_user or hide_any(limitations, "manifest"):
        return Refusals()
    held = frozenset(each.name for each in permissions if each.held_now)
    return Refusals(_shut(_doors_to_surfaces(catalog), held), _shut(_doors_to_calls(catalog), held))


def _shut(doors: Doors, held: frozenset[str]) -> frozenset[str]:
    return frozenset(name for name, ways in doors.items() if all(way and way.isdisjoint(held) for way in ways))


def _doors_to_surfaces(catalog: Catalog) -> Doors:
    doors: dict[str, list[frozenset[str]]] = defaultdict(list)
    for surface in catalog.surfaces:
        if surface.authorities:
            doors[surface.id].append(frozenset((surface.permission,) if surface.permission else ()))
    for api in catalog.apis:
        if api.surface is not None:
            doors[api.surface].append(frozenset(api.permissions))
    return doors


def _doors_to_calls(catalog: Catalog) -> Doors:
    doors: dict[str, list[frozenset[str]]] = defaultdict(list)
    for call in catalog.calls.calls:
        doors[call.api].append(frozenset(call.permissions))
    for uri in catalog.calls.uris:
        doors[uri.api].append(frozenset(uri.permissions))
    return doors
