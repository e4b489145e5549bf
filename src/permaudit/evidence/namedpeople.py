"""Where code holds the address of people's data in plain text: a query beside it that is not known may ask for it."""

from __future__ import annotations

from permaudit.catalog.catalog import Catalog
from permaudit.dex.opcodes import Reference
from permaudit.evidence.code import Code

_BEGIN = b"content://"
_MOST_TEXTS = 10_000


def types_naming_people(code: Code, catalog: Catalog) -> frozenset[int]:
    """The classes with a method that loads a text which holds such an address, by type number; none is decoded."""
    wanted = catalog.hidden_code.native_surfaces
    addresses = [
        _BEGIN + each.encode() for surface in catalog.surfaces if surface.id in wanted for each in surface.authorities
    ]
    found: set[int] = set()
    for file, tables in enumerate(code.program.files):
        column = code.program.code[file].columns[Reference.STRING]
        for string in tables.strings.find_holding(_BEGIN, _MOST_TEXTS):
            text = tables.strings.raw(string)
            if any(each in text for each in addresses):
                _, methods = code.program.methods_of_items(file, column.items[column.rows(string)])
                found.update(code.symbols.method_types[methods].tolist())
    return frozenset(found)
