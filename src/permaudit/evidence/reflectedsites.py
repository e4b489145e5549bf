"""Where the app calls the catalogue's reading APIs by known names: through reflection or a method handle."""

from __future__ import annotations

from permaudit.catalog.catalog import Catalog
from permaudit.catalog.methods import Api
from permaudit.catalog.reflection import CallingMethod
from permaudit.dex.descriptors import parameter_words
from permaudit.dex.opcodes import INVOKE_POLYMORPHIC, INVOKE_POLYMORPHIC_RANGE
from permaudit.evidence.arguments import argument_counts, words_passed
from permaudit.evidence.code import Code
from permaudit.evidence.frames import Context, Frame
from permaudit.evidence.namings import Naming
from permaudit.evidence.overloads import CONSTRUCTOR, Overloads, in_common
from permaudit.evidence.owners import outermost
from permaudit.evidence.resolver import Resolver
from permaudit.evidence.sites import ApiSite, ByReflection, numbers_of
from permaudit.evidence.values import MethodName, Site

_MOST_SITES = 400
_STEPS_A_SITE = 60


def find_reflected_sites(
    code: Code, catalog: Catalog, resolver: Resolver, overloads: Overloads, namings: list[Naming]
) -> tuple[list[ApiSite], set[Site]]:
    """All calls of catalogue APIs through a Method, Constructor or MethodHandle whose name is known, in order.

    One call is several sites where its callers choose what it calls: each with the context in which it does. With them
    come the look-ups that were seen to lead to such a call.
    """
    suspects = _Suspects(code, catalog, resolver, overloads, namings)
    found: dict[tuple[int, int, str, Context], ApiSite] = {}
    followed: set[Site] = set()
    for calling in catalog.reflection.calls:
        for method, index in _sites(code, calling, suspects)[:_MOST_SITES]:
            frame = resolver.open_frame(method)
            if frame is None:
                continue
            called = frame.body.instructions[index].registers[0]
            for got in resolver.narrowly(frame, index, called, _STEPS_A_SITE):
                if not isinstance(got.value, MethodName):
                    continue
                passed = _Passed(resolver, frame, index, calling, got.context)
                fitting = overloads.of(got.value, passed.fits)
                if fitting:
                    followed.update({got.value.found_at} if got.value.found_at is not None else ())
                    by = ByReflection(calling, bool(got.value.descriptor), len(fitting) > 1)
                    site = ApiSite(method, index, in_common(fitting), by=by, context=got.context)
                    found.setdefault((method, index, site.api.id, got.context), site)
    return sorted(found.values(), key=lambda site: (site.method, site.index, site.api.id)), followed


class _Suspects:
    """Where to look: in all code of whoever looks up an API by name, and near each look-up of what may be one.

    Looking at every call by reflection would cost more than all the rest; nearly all of them are about other things.
    """

    def __init__(
        self, code: Code, catalog: Catalog, resolver: Resolver, overloads: Overloads, namings: list[Naming]
    ) -> None:
        self._code, self._catalog, self._overloads = code, catalog, overloads
        self._kinds: set[str] = set()
        self._whole: set[str] = set()
        self._near: set[str] = set()
        for each in namings:
            names_one, may_be_one = self._judge(each)
            method = each.frame.method
            if names_one or may_be_one:
                self._kinds.add(each.by.gives)
            if names_one:
                self._whole.add("" if each.own else self._library(method))
            elif may_be_one:
                callers = [caller for caller, _ in resolver.callers(method) or ()]
                self._near.update(outermost(self._class_of(each)) for each in (method, *callers))
        if any(each.by.gives == "handle" and each.by.named_by is None for each in namings):
            self._kinds.update({"handle"} if "method" in self._kinds else ())

    def may_be_called_by(self, calling: CallingMethod) -> bool:
        """Whether anything that may be an API is of the kind that a method calls."""
        return calling.of in self._kinds

    def include(self, method: int) -> bool:
        """Whether a method is to be looked into."""
        if outermost(self._class_of(method)) in self._near:
            return True
        return bool(self._whole) and self._library(method) in self._whole

    def _judge(self, naming: Naming) -> tuple[bool, bool]:
        """Whether a look-up names an API, and whether it may, as far as few steps could tell."""
        of = self._overloads.of
        match naming.by.gives:
            case "constructor":
                return any(of(MethodName(owner, CONSTRUCTOR)) for owner in naming.owners), False
            case "method" | "handle" if naming.by.named_by is not None:
                if any(of(MethodName(owner, name)) for owner in naming.owners for name in naming.names):
                    return True, True
                if not naming.all_named:
                    return False, not naming.all_owned or not self._overloads.readers.isdisjoint(naming.owners)
                return False, not naming.all_owned and any(of(MethodName("", name)) for name in naming.names)
            case _:
                return False, False

    def _class_of(self, method: int) -> str:
        return self._code.type_name(int(self._code.symbols.method_types[method]))

    def _library(self, method: int) -> str:
        """The library whose code a method is; nothing for the app's own."""
        library = self._catalog.owner_of(self._class_of(method))
        return library.prefix if library is not None else ""


def _sites(code: Code, calling: CallingMethod, suspects: _Suspects) -> list[tuple[int, int]]:
    """Call sites of a calling method that are to be looked at; a method handle's are instructions of their own."""
    sites: list[tuple[int, int]] = []
    for number in numbers_of(code, calling, inherited=False) if suspects.may_be_called_by(calling) else ():
        sites.extend(code.invokes(number, suspects.include))
        for method, index in code.call_sites(number, suspects.include) if calling.of == "handle" else ():
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
        receivers = {0, 1} if calling.of == "handle" else {0}
        words = parameter_words(api.descriptor)
        passed = words_passed(frame.body, index)
        if passed is not None:
            return passed - sum(words) in receivers
        counts = argument_counts(resolver, frame, index, calling.arguments, context)
        return counts is None or any(count - len(words) in receivers for count in counts)
