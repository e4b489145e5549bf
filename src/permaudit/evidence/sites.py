"""Where the app calls the catalogue's reading APIs, by their own name or through a class that inherits them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from permaudit.catalog.catalog import Catalog
from permaudit.catalog.methods import Api, ExactMethodEntry
from permaudit.catalog.reflection import CallingMethod
from permaudit.evidence.code import Code
from permaudit.evidence.frames import Context

_NO_CONTEXT = Context()


@dataclass(frozen=True, slots=True)
class ByReflection:
    """That an API is called through what was found by its name.

    `owner_known` tells whether the class was known too; `ambiguous` that several overloads may be meant.
    """

    call: CallingMethod
    owner_known: bool = True
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class ApiSite:
    """One call of a catalogue API: the calling method, the index of the invoke, and which API it is.

    `by` is set where it is called by reflection, and `context` is the one in which the call means this API.
    """

    method: int
    index: int
    api: Api
    wrapper: bool = False
    by: ByReflection | None = None
    context: Context = _NO_CONTEXT


def find_api_sites(code: Code, catalog: Catalog) -> list[ApiSite]:
    """All calls of catalogue APIs, in order of method and instruction.

    A support library's wrapper compiled into the app is an API itself: what its callers decide is left to them, but
    what it decides itself is a read like any other.
    """
    found: list[ApiSite] = []
    for api in catalog.apis:
        for number in numbers_of(code, api, inherited=api.inherited):
            found.extend(ApiSite(method, index, api) for method, index in code.invokes(number))
    wrappers = {api.class_name for api in catalog.apis}
    inside = {site.method for site in found if code.type_name(int(code.symbols.method_types[site.method])) in wrappers}
    marked = [ApiSite(site.method, site.index, site.api, wrapper=site.method in inside) for site in found]
    return sorted(marked, key=lambda site: (site.method, site.index, site.api.id))


def numbers_of(code: Code, entry: ExactMethodEntry, *, inherited: bool) -> list[int]:
    """The method numbers that mean an entry's method: its own class, or a subclass of it that does not override it."""
    signature = code.symbols.find_signature((entry.name + entry.descriptor).encode())
    if signature < 0:
        return []
    numbers = np.flatnonzero(code.symbols.method_signatures == signature).tolist()
    return [number for number in numbers if _means(code, number, entry.class_name, inherited=inherited)]


def _means(code: Code, number: int, class_name: str, *, inherited: bool) -> bool:
    owner = code.type_name(int(code.symbols.method_types[number]))
    if owner == class_name:
        return True
    if not inherited or int(code.program.definition_of[number]) >= 0:
        return False
    return class_name in code.platform_ancestors(owner)
