"""Which of the catalogue's APIs a method may be that is known by its class, its name and its parameters."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from permaudit.catalog.catalog import Catalog
from permaudit.catalog.methods import POSITIONS, Api
from permaudit.evidence.code import Code
from permaudit.evidence.values import MethodName

READING = frozenset({"query", "open", "photo", "call"})
"""Kinds of APIs that hand out rows or files of the provider that a URI names."""
CONSTRUCTOR = "<init>"
_CONTRACT = "Landroid/provider/ContactsContract"


class Overloads:
    """The APIs by name; `readers` are classes whose business it is to read by URI."""

    def __init__(self, code: Code, catalog: Catalog) -> None:
        self._code = code
        self.readers = frozenset(api.class_name for api in catalog.apis if api.kind in READING and not api.inherited)
        self._by_name: dict[str, list[Api]] = {}
        for api in catalog.apis:
            self._by_name.setdefault(api.name, []).append(api)

    def of(self, named: MethodName, fits: Callable[[Api], bool] | None = None) -> list[Api]:
        """The overloads of one class that a method may be.

        More than one are left where neither the parameter types nor `fits` tell them apart. A method of no known class
        may be one that is given a URI; the URI has to show it.
        """
        known = self._by_name.get(named.name, [])
        if named.descriptor:
            candidates = [api for api in known if self._is_of(named.descriptor, api)]
        else:
            candidates = [api for api in known if api.uri is not None and not api.class_name.startswith(_CONTRACT)]
        for class_name in dict.fromkeys(api.class_name for api in candidates):
            fitting = [api for api in candidates if api.class_name == class_name and _takes(api, named.parameters)]
            if fits is not None and len(fitting) > 1:
                fitting = [api for api in fitting if fits(api)]
            if fitting:
                return fitting
        # overloads that only reflection can reach give what the public ones do
        return [api for api in candidates if api.kind == "direct"][:1]

    def _is_of(self, descriptor: str, api: Api) -> bool:
        """Whether an API is a method of a class, which may inherit it, but not if the app overrides it there."""
        if descriptor == api.class_name:
            return True
        name = descriptor.encode("utf-8", "replace")
        if api.class_name not in self._code.platform_ancestors(name.decode()):
            return False
        symbols = self._code.symbols
        owner, signature = symbols.type_number(name), symbols.find_signature((api.name + api.descriptor).encode())
        number = symbols.method_number(owner, signature) if owner >= 0 and signature >= 0 else -1
        return number < 0 or int(self._code.program.definition_of[number]) < 0


def _takes(api: Api, parameters: tuple[str, ...] | None) -> bool:
    """Whether an overload has these parameter types, as far as they are known."""
    if parameters is None:
        return True
    own = api.parameters
    return len(own) == len(parameters) and all(known in ("", each) for known, each in zip(parameters, own, strict=True))


def in_common(apis: list[Api]) -> Api:
    """What several overloads have in common: the positions on which they agree."""
    first = apis[0]
    differing = {name: None for name in POSITIONS if len({getattr(api, name) for api in apis}) > 1}
    return msgspec.structs.replace(first, **differing) if differing else first
