"""What is said of texts that code makes or carries while it runs, in a way that could not be followed."""

from __future__ import annotations

from collections.abc import Collection

from permaudit.catalog.catalog import Catalog
from permaudit.evidence.code import Code
from permaudit.evidence.owners import owner_of
from permaudit.evidence.reads import Found
from permaudit.model.limitation import Hidden, Limitation
from permaudit.model.message import message
from permaudit.model.place import dotted


def scrambled_text_limitations(
    code: Code, catalog: Catalog, package: str, found: Found, names: Collection[int]
) -> list[Limitation]:
    """Scrambled names of data, of code, and of columns, each with the number of methods and the first of them.

    `names` are methods that look code up by such a name. Names of data and code hide code, unless only libraries with a
    name of their own do so; which columns a read that was seen asks for changes no answer. A name of data that is just
    not known counts only where the address of people's data stands beside it.
    """
    own = {each for each in found.scrambled if _is_own(code, catalog, package, each)}
    beside = {each for each in found.beside_people - found.scrambled if _is_own(code, catalog, package, each)}
    return [
        *_told(code, "limitation-scrambled-uris", own, ("code",)),
        *_told(code, "limitation-scrambled-uris-of-libraries", found.scrambled - own),
        *_told(code, "limitation-uris-beside-people", beside, ("code",)),
        *_told(code, "limitation-scrambled-names", names, ("code",)),
        *_told(code, "limitation-scrambled-columns", found.scrambled_columns),
    ]


def scrambled_address_limitations(code: Code, methods: Collection[int]) -> list[Limitation]:
    """Servers whose addresses are scrambled: data was seen to go to them all the same."""
    return _told(code, "limitation-scrambled-addresses", methods)


def _is_own(code: Code, catalog: Catalog, package: str, method: int) -> bool:
    return owner_of(catalog, package, code.method(method).class_name).kind != "library"


def _told(code: Code, text: str, methods: Collection[int], hides: tuple[Hidden, ...] = ()) -> list[Limitation]:
    if not methods:
        return []
    where = code.method(min(methods))
    detail = message(text, count=len(methods), method=f"{dotted(where.class_name)}.{where.name}")
    return [Limitation("encrypted-strings", detail, hides)]
