"""Whose code a class is."""

from __future__ import annotations

from permaudit.catalog.catalog import Catalog
from permaudit.model.place import Owner


def outermost(descriptor: str) -> str:
    """The descriptor of the outermost class around a class, without its end."""
    return descriptor.partition("$")[0].rstrip(";")


def owner_of(catalog: Catalog, package: str, class_name: str) -> Owner:
    """Whose code a class is: the app's own below its package name, a library of the catalogue, else the app's own."""
    if class_name.startswith("L" + package.replace(".", "/") + "/"):
        return Owner("app")
    library = catalog.owner_of(class_name)
    return Owner("library", library.name) if library is not None else Owner("app")
