"""Where the app calls the catalogue's reading APIs by known names: through reflection or a method handle."""

from __future__ import annotations

import msgspec

from permaudit.catalog.catalog import Catalog
from permaudit.catalog.reflection import CallingMethod
from permaudit.catalog.values import POSITIONS, Api
from permaudit.dex.descriptors import parameter_words
from permaudit.dex.opcodes import INVOKE_POLYMORPHIC, INVOKE_POLYMORPHIC_RANGE
from permaudit.evidence.arguments import argument_counts, words_passed
from permaudit.evidence.code import Code
from permaudit.evidence.frames import Context, Frame
from permaudit.evidence.resolver import Resolver
from permaudit.evidence.sites import ApiSite, ByReflection, numbers_of
from permaudit.evidence.values import MethodName

_MOST_SITES = 400
_STEPS_A_SITE = 150
READING = frozenset({"query", "open", "photo", "call"})
"""Kinds of APIs that hand out rows or files of the provider that a URI names."""
_CONTRACT = "Landroid/provider/ContactsContract"


def find_reflected_sites(code: Code, catalog: Catalog, resolver: Resolver) -> list[ApiSite]:
    """All calls of catalogue APIs through a Method, Constructor or MethodHandle whose name is known, in order.

    One call is several sites where its callers choose what it calls: each with the context in which it does.
    """
    overloads = Overloads(code, catalog)
    found: dict[tuple[int, int, str, Context], ApiSite] = {}
    for calling in catalog.reflection.calls:
        sites = [
            site for number in numbers_of(code, calling, inherited=False) for site in _sites(code, number, calling)
        ]
        for method, index in sites[:_MOST_SITES]:
            frame = resolver.open_frame(method)
            if frame is None:
                continue
            called = frame.body.instructions[index].registers[0]
            for got in resolver.narrowly(frame, index, called, _STEPS_A_SITE):
                if not isinstance(got.value, MethodName):
                    continue
                fitting = overloads.of(got.value, _Passed(resolver, frame, index, calling, got.context))
                if fitting:
                    by = ByReflection(calling, bool(got.value.descriptor), len(fitting) > 1)
                    site = ApiSite(method, index, _common(fitting), by=by, context=got.context)
                    found.setdefault((method, index, site.api.id, got.context), site)
    return sorted(found.values(), key=lambda site: (site.method, site.index, site.api.id))


def _sites(code: Code, number: int, calling: CallingMethod) -> list[tuple[int, int]]:
    """Call sites of a calling method; a method handle's are instructions of their own."""
    sites = code.invokes(number)
    if calling.handle:
        for method, index in code.call_sites(number):
            body = code.body(method)
            each = body.instructions[index] if body is not None else None
            if each is not None and each.opcode in (INVOKE_POLYMORPHIC, INVOKE_POLYMORPHIC_RANGE) and each.registers:
                sites.append((method, index))
    return sites


class _Passed:
    """How many arguments a call may pass; asked only where the names leave several overloads."""

    def __init__(self, resolver: Resolver, frame: Frame, index: int, calling: CallingMethod, context: Context) -> None:
        self._asked = resolver, frame, index, calling, context

    def fits(self, api: Api) -> bool:
        """Whether an overload may take them; a method handle passes the receiver among them."""
        resolver, frame, index, calling, context = self._asked
        receivers = {0, 1} if calling.handle else {0}
        words = parameter_words(api.descriptor)
        passed = words_passed(frame.body, index)
        if passed is not None:
            return passed - sum(words) in receivers
        counts = argument_counts(resolver, frame, index, calling.arguments, context)
        return counts is None or any(count - len(words) in receivers for count in counts)


class Overloads:
    """The APIs that a name and a class may stand for; `readers` are classes whose business it is to read by URI."""

    def __init__(self, code: Code, catalog: Catalog) -> None:
        self._code = code
        self.readers = frozenset(api.class_name for api in catalog.apis if api.kind in READING and not api.inherited)
        self._by_name: dict[str, list[Api]] = {}
        for api in catalog.apis:
            self._by_name.setdefault(api.name, []).append(api)

    def of(self, named: MethodName, passed: _Passed | None = None) -> list[Api]:
        """The overloads of one class that a method may be; more than one where parameters do not tell them apart."""
        known = self._by_name.get(named.name, [])
        if named.descriptor:
            candidates = [api for api in known if self._is_of(named.descriptor, api)]
        else:
            # of no known class: believed only where a URI is handed over, see ReadFinder
            candidates = [api for api in known if api.uri is not None and not api.class_name.startswith(_CONTRACT)]
        for class_name in dict.fromkeys(api.class_name for api in candidates):
            fitting = [api for api in candidates if api.class_name == class_name and _takes(api, named.parameters)]
            if passed is not None and len(fitting) > 1:
                fitting = [api for api in fitting if passed.fits(api)]
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


def _common(apis: list[Api]) -> Api:
    """What several overloads have in common: the positions on which they agree."""
    first = apis[0]
    differing = {name: None for name in POSITIONS if len({getattr(api, name) for api in apis}) > 1}
    return msgspec.structs.replace(first, **differing) if differing else first
