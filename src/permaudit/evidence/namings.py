"""Where code looks up classes and methods by text, and which names those texts may be."""

from __future__ import annotations

from dataclasses import dataclass

from permaudit.catalog.catalog import Catalog
from permaudit.catalog.reflection import NamingMethod
from permaudit.evidence.code import Code
from permaudit.evidence.frames import Frame
from permaudit.evidence.overloads import CONSTRUCTOR
from permaudit.evidence.owners import owner_of
from permaudit.evidence.resolver import Resolver
from permaudit.evidence.sites import numbers_of
from permaudit.evidence.values import UNKNOWN_PIECE, ClassName, Text, Value

_STEPS_A_SITE = 15
_MOST_SITES = 150


@dataclass(frozen=True, slots=True, eq=False)
class Naming:
    """One look-up: the names and the classes it may be about, and whether there can be no others.

    `own` is set for the app's own code; a library's look-ups are only those that may be about an API. `scrambled` tells
    that code which could not be followed makes a name.
    """

    frame: Frame
    index: int
    by: NamingMethod
    names: tuple[str, ...]
    all_named: bool
    owners: tuple[str, ...]
    all_owned: bool
    own: bool
    scrambled: bool = False


@dataclass(frozen=True, slots=True)
class Namings:
    """All look-ups; `passed_over` are methods of the app's own with some that are not looked into, being too many."""

    found: list[Naming]
    passed_over: list[int]


def find_namings(code: Code, catalog: Catalog, package: str, resolver: Resolver) -> Namings:
    """The look-ups of the app's own code, and those of libraries in methods that mention the name of an API."""
    mentioning = code.methods_mentioning({api.name for api in catalog.apis})
    constructed = frozenset(api.class_name for api in catalog.apis if api.name == CONSTRUCTOR)
    own: dict[int, bool] = {}

    def is_own(method: int) -> bool:
        owner = int(code.symbols.method_types[method])
        if owner not in own:
            own[owner] = owner_of(catalog, package, code.type_name(owner)).kind == "app"
        return own[owner]

    namings = Namings([], [])
    for by in catalog.reflection.names:
        if by.gives == "constructor" and not _is_made_by_name(code, namings.found, constructed):
            continue
        count = 0
        for number in numbers_of(code, by, inherited=True):
            for method, index in code.invokes(number, lambda caller: is_own(caller) or caller in mentioning):
                count += 1
                frame = resolver.open_frame(method) if count <= _MOST_SITES else None
                if frame is not None:
                    namings.found.append(_look_up(resolver, frame, index, by, own=is_own(method)))
                elif is_own(method) and by.named_by is not None:
                    namings.passed_over.append(method)
    return namings


def _is_made_by_name(code: Code, found: list[Naming], constructed: frozenset[str]) -> bool:
    """Whether one of these classes is mentioned, or named by a text: only then may it be made by reflection."""
    named = {f"L{name.replace('.', '/')};" for each in found if each.by.gives == "class" for name in each.names}
    return any(name in named or code.symbols.type_number(name.encode()) >= 0 for name in constructed)


def _look_up(resolver: Resolver, frame: Frame, index: int, by: NamingMethod, *, own: bool) -> Naming:
    names: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    all_named = all_owned = False
    scrambled = resolver.scrambled
    if by.named_by is not None:
        values = resolver.bounded(frame, index, by.named_by, _STEPS_A_SITE)
        # a text with an unknown piece names nothing
        names = tuple(each.text for each in values if isinstance(each, Text) and UNKNOWN_PIECE not in each.text)
        all_named = 0 < len(names) == len(values)
    if by.gives != "class":
        values = _owners(resolver, frame, index, by)
        owners = tuple(each.descriptor for each in values if isinstance(each, ClassName))
        all_owned = 0 < len(owners) == len(values)
    return Naming(frame, index, by, names, all_named, owners, all_owned, own, scrambled=resolver.scrambled > scrambled)


def _owners(resolver: Resolver, frame: Frame, index: int, by: NamingMethod) -> list[Value]:
    if by.of is not None:
        return resolver.bounded(frame, index, by.of, _STEPS_A_SITE)
    return resolver.bounded_register(frame, index, frame.body.instructions[index].registers[0], _STEPS_A_SITE)
