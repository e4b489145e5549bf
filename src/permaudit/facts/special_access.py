"""Special services and roles the manifest asks for: other doors to the same people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from permaudit.catalog.catalog import Catalog
from permaudit.catalog.permissions import DoorComponent, DoorShape
from permaudit.model.manifest import Component, Manifest
from permaudit.model.permission import Permission, SpecialAccess


def find_special_access(
    manifest: Manifest, permissions: Sequence[Permission], catalog: Catalog
) -> tuple[SpecialAccess, ...]:
    """Find the doors of the catalogue that the manifest shows, in the catalogue's order.

    A service is named once for each of its classes, a role once. A disabled component counts: the app can enable it.
    `permissions` are those of `find_permissions`; `grants` keeps the ones a role brings and the manifest declares.
    """
    return tuple(access for shape in catalog.doors for access in _find(shape, manifest, permissions))


def _find(shape: DoorShape, manifest: Manifest, permissions: Sequence[Permission]) -> Iterator[SpecialAccess]:
    held = {each.name for each in permissions if each.held_now}
    grants = tuple(name for name in shape.grants if name in held)
    seen: set[str] = set()
    for component in manifest.components:
        if component.class_name in seen or not any(_matches(component, each) for each in shape.components):
            continue
        seen.add(component.class_name)
        yield SpecialAccess(shape.door, component.part, component.class_name, grants)
        if shape.role is not None:
            return
    for permission in permissions:
        if permission.name in shape.permissions and permission.held_now and not seen:
            yield SpecialAccess(shape.door, permission.part, None, grants)
            return


def _matches(component: Component, shape: DoorComponent) -> bool:
    kind = "activity" if component.kind == "activity-alias" else component.kind
    return (
        kind == shape.kind
        and shape.permission in (None, component.permission)
        and (not shape.actions or not component.actions.isdisjoint(shape.actions))
        and (not shape.meta_data or any(each.name in shape.meta_data for each in component.meta_data))
    )
