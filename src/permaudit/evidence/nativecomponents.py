"""Screens and services whose own work was moved into machine code: tools turn methods of apps into such code."""

from __future__ import annotations

import numpy as np

from permaudit.catalog.catalog import Catalog
from permaudit.evidence.code import Code
from permaudit.evidence.dispatch import Dispatch
from permaudit.evidence.owners import owner_of
from permaudit.evidence.surroundings import Surroundings
from permaudit.model.limitation import Limitation
from permaudit.model.message import message
from permaudit.model.place import descriptor_of, dotted

_NATIVE = 0x100


def native_components(code: Code, dispatch: Dispatch, catalog: Catalog, around: Surroundings) -> list[Limitation]:
    """One limitation if Android calls machine code where the app's own component is declared to do its work.

    It is asked only of apps that ask for people's data, and not where the code is known to be packed: a packer's shell
    fills in such methods.
    """
    if around.hides_code or around.held.isdisjoint(catalog.hidden_code.people_permissions):
        return []
    found = sorted({code.type_name(each) for each in _types(code, dispatch, around)})
    found = [each for each in found if owner_of(catalog, around.manifest.package, each).kind != "library"]
    if not found:
        return []
    detail = message("limitation-native-components", count=len(found), name=dotted(found[0]))
    return [Limitation("native-code", detail, ("code",))]


def _types(code: Code, dispatch: Dispatch, around: Surroundings) -> set[int]:
    """Classes of components, and those above them, with a native method in the place of one that Android calls."""
    numbers = {code.symbols.type_number(descriptor_of(each.class_name).encode()) for each in around.manifest.components}
    wanted = {each for each in numbers if each >= 0 and code.hierarchy.is_defined(each)}
    wanted |= {int(above) for each in wanted for above in code.hierarchy.superclasses(each)}
    definitions = code.program.definitions
    native = definitions.methods[np.flatnonzero(definitions.flags & _NATIVE)]
    native = native[np.isin(code.symbols.method_types[native], sorted(wanted))]
    called = native[dispatch.overrides_platform(native.astype(np.int64))]
    return {int(each) for each in code.symbols.method_types[called]}
