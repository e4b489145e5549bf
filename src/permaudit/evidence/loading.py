"""Code that comes from elsewhere at run time: class loaders of the app's own are a limitation, a library's are said."""

from __future__ import annotations

from permaudit.catalog.catalog import Catalog
from permaudit.evidence.code import Code
from permaudit.evidence.frames import Context
from permaudit.evidence.owners import owner_of
from permaudit.evidence.resolver import Resolver
from permaudit.evidence.sites import numbers_of
from permaudit.evidence.values import UNKNOWN_PIECE, Text
from permaudit.model.limitation import Limitation
from permaudit.model.message import message
from permaudit.model.place import dotted

_MOST_NAMED = 20


def dynamic_code(code: Code, catalog: Catalog, package: str, resolver: Resolver) -> list[Limitation]:
    """One limitation for each method that makes a class loader for code that is not in the package's DEX files.

    Inside a named library it is informational: libraries carry such code without it running (DESIGN.md section 1).
    """
    found: list[Limitation] = []
    for loader in catalog.loaders:
        sites = [site for number in numbers_of(code, loader, inherited=False) for site in code.invokes(number)]
        for method, index in sites:
            where = code.method(method)
            library = owner_of(catalog, package, where.class_name).kind == "library"
            detail = message(
                "limitation-dynamic-code",
                api=dotted(loader.class_name),
                method=f"{dotted(where.class_name)}.{where.name}",
                source=_source(resolver, method, index),
            )
            found.append(Limitation("dynamic-code", detail, () if library else ("code",)))
    return sorted(set(found), key=lambda each: (not each.hides, each.detail))[:_MOST_NAMED]


def _source(resolver: Resolver, method: int, index: int) -> str:
    """The path or address the code is loaded from, as far as it is a constant; `?` otherwise."""
    frame = resolver.open_frame(method)
    if frame is None:
        return "?"
    texts = [each.value.text for each in resolver.argument(frame, index, 0, Context()) if isinstance(each.value, Text)]
    known = sorted(text for text in texts if text.strip(UNKNOWN_PIECE))
    return known[0] if known else "?"
