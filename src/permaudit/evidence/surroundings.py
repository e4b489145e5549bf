"""What the other stages know of an app that the evidence stage needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from permaudit.model.manifest import LayoutHandler, Manifest


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What other stages know that evidence needs: the manifest, layouts, permissions held on a current phone.

    `layout_classes` are names in layouts and other XML, `listed_classes` those in files of script frameworks, by file:
    the classes of these names are made by name. `files` are the names of all files in the package, `splits` those of
    its parts but the base; `read_file` gives a file by its name, if it is there and small, and `read_strings` the text
    of a string resource, or those of an array. `first_pages` are the script frameworks whose settings have the app
    start with a page from outside.
    """

    manifest: Manifest
    layout_handlers: Sequence[LayoutHandler]
    layout_classes: Sequence[str]
    listed_classes: Mapping[str, frozenset[str]]
    held: frozenset[str]
    hides_code: bool
    files: frozenset[str] = frozenset()
    splits: frozenset[str] = frozenset()
    read_file: Callable[[str], bytes | None] = lambda _: None
    read_strings: Callable[[int], tuple[str, ...] | None] = lambda _: None
    first_pages: frozenset[str] = frozenset()

    @property
    def settings(self) -> dict[str, str]:
        """The texts of `meta-data` elements by their names, of the application and its components, without a doubt."""
        manifest = self.manifest
        every = (*manifest.meta_data, *(each for component in manifest.components for each in component.meta_data))
        found: dict[str, set[str | None]] = {}
        for each in every:
            found.setdefault(each.name, set()).add(each.value)
        single = {name: next(iter(values)) for name, values in found.items() if len(values) == 1}
        return {name: value for name, value in single.items() if value is not None}

    @property
    def made_by_name(self) -> tuple[str, ...]:
        """All of these names, sorted."""
        return tuple(sorted(frozenset(self.layout_classes).union(*self.listed_classes.values())))
