"""Where the app calls the catalogue's reading APIs, by their own name or through a class that inherits them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from permaudit.catalog.catalog import Catalog
from permaudit.catalog.values import Api
from permaudit.evidence.code import Code


@dataclass(frozen=True, slots=True)
class ApiSite:
    """One call of a catalogue API: the calling method, the index of the invoke, and which API it is."""

    method: int
    index: int
    api: Api
    wrapper: bool = False


def find_api_sites(code: Code, catalog: Catalog) -> list[ApiSite]:
    """All calls of catalogue APIs, in order of method and instruction.

    A support library's wrapper compiled into the app is an API itself: what its callers decide is left to them, but
    what it decides itself is a read like any other.
    """
    found: list[ApiSite] = []
    for api in catalog.apis:
        signature = code.symbols.find_signature((api.name + api.descriptor).encode())
        if signature < 0:
            continue
        for number in np.flatnonzero(code.symbols.method_signatures == signature).tolist():
            if _names(code, number, api):
                found.extend(ApiSite(method, index, api) for method, index in code.invokes(number))
    wrappers = {api.class_name for api in catalog.apis}
    inside = {site.method for site in found if code.type_name(int(code.symbols.method_types[site.method])) in wrappers}
    marked = [ApiSite(site.method, site.index, site.api, wrapper=site.method in inside) for site in found]
    return sorted(marked, key=lambda site: (site.method, site.index, site.api.id))


def _names(code: Code, number: int, api: Api) -> bool:
    """Whether a method reference means the API: its own class, or a subclass of it that does not override it."""
    owner = code.type_name(int(code.symbols.method_types[number]))
    if owner == api.class_name:
        return True
    if not api.inherited or int(code.program.definition_of[number]) >= 0:
        return False
    return api.class_name in code.platform_ancestors(owner)
