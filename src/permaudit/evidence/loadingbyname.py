"""Code that is brought in without a class loader of its own: by hidden methods' names, or run in another process."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from permaudit.catalog.catalog import Catalog
from permaudit.evidence.code import Code
from permaudit.evidence.namings import Naming
from permaudit.evidence.owners import owner_of
from permaudit.model.limitation import Limitation
from permaudit.model.message import message
from permaudit.model.place import dotted


def loading_by_name(code: Code, catalog: Catalog, package: str, namings: Sequence[Naming]) -> list[Limitation]:
    """One limitation for each method of the app's own that brings in code in one of these ways."""
    found = dict.fromkeys((*_by_hidden_methods(code, catalog, namings), *_by_processes(code, catalog, package)))
    return [
        Limitation("dynamic-code", message("limitation-dynamic-code", method=_shown(code, method), api=api), ("code",))
        for method, api in sorted(found)
    ]


def _by_hidden_methods(code: Code, catalog: Catalog, namings: Sequence[Naming]) -> Iterator[tuple[int, str]]:
    loading = frozenset(catalog.reflection.loading)
    if code.methods_mentioning(catalog.reflection.own_loading):
        loading = frozenset()
    for each in namings:
        if each.own and each.by.gives in ("method", "handle"):
            yield from ((each.frame.method, name) for name in each.names if name in loading)


def _by_processes(code: Code, catalog: Catalog, package: str) -> Iterator[tuple[int, str]]:
    """Methods that name a program which runs code, in a class that starts programs and says where the code is."""
    mentioning = {each: code.methods_mentioning([each]) for each in catalog.reflection.starters}
    if not any(mentioning.values()):
        return
    types = code.symbols.method_types
    telling = {int(types[method]) for method in code.methods_mentioning(catalog.reflection.class_paths)}
    starting: set[int] = set()
    for reference in catalog.reflection.running:
        class_name, _, signature = reference.partition("->")
        owner, wanted = code.symbols.type_number(class_name.encode()), code.symbols.find_signature(signature.encode())
        number = code.symbols.method_number(owner, wanted) if owner >= 0 and wanted >= 0 else -1
        starting.update(int(types[method]) for method, _ in (code.invokes(number) if number >= 0 else ()))
    for starter, methods in mentioning.items():
        for method in sorted(methods):
            own = owner_of(catalog, package, code.method(method).class_name).kind != "library"
            if own and int(types[method]) in starting & telling:
                yield method, starter.rpartition("/")[2]


def _shown(code: Code, method: int) -> str:
    where = code.method(method)
    return f"{dotted(where.class_name)}.{where.name}"
