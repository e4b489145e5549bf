"""Frameworks that run scripts: which the app is made with, and whether a script asks for people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from permaudit.apk.named_files import find_named_files
from permaudit.apk.package import Part
from permaudit.catalog.paths import fits
from permaudit.catalog.script_values import ScriptValues
from permaudit.catalog.scripts import ScriptCall, ScriptFiles, ScriptFramework
from permaudit.facts.definitions import DefinedClasses
from permaudit.facts.files import EntryNames, first_places
from permaudit.facts.scripts.bridges import AnsweredCall
from permaudit.facts.scripts.follower import ScriptFollower
from permaudit.facts.scripts.origins import Held, OriginFinder, asked_for
from permaudit.facts.scripts.reading import Budget, FrameworkReading
from permaudit.model.app import Tristate
from permaudit.model.evidence import Bridge, BridgeSurface
from permaudit.model.limitation import Limitation
from permaudit.model.message import message
from permaudit.model.outside import OutsidePage


@dataclass(frozen=True, slots=True)
class NativeSide:
    """What the app offers its scripts: classes and texts of its DEX code, and what Android may let it see.

    `permits`: what it has the permission to read. `asks_for_people`: it could see people in one way or another.
    `hides_code`: some of the code is out of sight, so that a class that is not seen may be there. `meta_data` is that
    of the manifest's application, by name.
    """

    defined: DefinedClasses
    has_text: Callable[[str], bool]
    permits: frozenset[BridgeSurface]
    asks_for_people: bool
    hides_code: bool
    meta_data: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ScriptsSeen:
    """Calls for people in scripts, and scripts that could not be read though they might ask for people.

    `first_pages` are the frameworks whose settings have the app start with a page from outside, `for_everyone` those of
    which a call is answered that could get everyone.
    """

    bridges: tuple[Bridge, ...] = ()
    limitations: tuple[Limitation, ...] = ()
    first_pages: frozenset[str] = frozenset()
    for_everyone: frozenset[str] = frozenset()

    def asked_for(self, pages: Iterable[OutsidePage], frameworks: Iterable[ScriptFramework]) -> list[Limitation]:
        """What pages and scripts hide whose addresses stand in the code."""
        known = {each.id: each for each in frameworks}
        return [asked_for(known[each.framework], each) for each in pages if each.framework in self.for_everyone]


def read_scripts(
    parts: Iterable[Part],
    names: EntryNames,
    native: NativeSide,
    frameworks: Iterable[ScriptFramework],
    budget: Budget | None = None,
    documents: frozenset[str] = frozenset(),
    values: ScriptValues | None = None,
) -> ScriptsSeen:
    """Read the scripts of each framework that the app is made with, in the order of the catalogue.

    They are read only as far as it matters: calls that nothing answers, or that Android refuses, are not looked for.
    `documents` are servers whose addresses stand in code as names and documents. What a call gives is followed if
    `values` say what scripts do with values.
    """
    parts, frameworks = tuple(parts), tuple(frameworks)
    files = {pattern for pattern, _ in first_places(names, _file_signs(frameworks))}
    origins = OriginFinder(
        Held(parts, native.meta_data, lambda prefix: native.defined.first_below(prefix) is not None, files.__contains__)
    )
    bridges: list[Bridge] = []
    limitations: list[Limitation] = []
    first_pages, for_everyone = set(), set()
    budget = budget or Budget()
    follower = ScriptFollower(values) if values is not None else None
    for framework in frameworks:
        is_used = any(name in files for name in framework.files) or any(
            map(native.defined.first_below, framework.classes)
        )
        answered = _answered(framework, native) if is_used else ()
        if is_used and framework.fetched and "contacts" in native.permits:
            limitations.append(_not_in_package("limitation-script-fetched", framework))
        if not is_used or not (answered or native.asks_for_people):
            continue
        if native.asks_for_people and origins.starts_outside(framework):
            first_pages.add(framework.id)
        reading = FrameworkReading(framework, answered, budget, documents, follower)
        chosen = _chooser(framework.scripts)
        for content in find_named_files(parts, chosen):
            reading.take(content)
        bridges += reading.bridges
        if not native.asks_for_people:
            continue
        limitations += reading.limitations()
        if any(each.call.scope != "picked" for each in answered):
            for_everyone.add(framework.id)
            others = origins.limitations(framework, reading.origins_met)
            limitations += others
            if not reading.files_met and not others:
                limitations.append(_not_in_package("limitation-script-missing", framework))
    return ScriptsSeen(tuple(bridges), tuple(limitations), frozenset(first_pages), frozenset(for_everyone))


def _file_signs(frameworks: Iterable[ScriptFramework]) -> Iterator[str]:
    for framework in frameworks:
        yield from framework.files
        for origin in framework.elsewhere:
            yield from origin.files


def _answered(framework: ScriptFramework, native: NativeSide) -> tuple[AnsweredCall, ...]:
    """The calls that something in the app answers, or may answer, and that Android permits."""
    found = []
    for call in framework.calls:
        wired = _is_wired(call, native)
        if wired != "no" and (call.scope == "picked" or call.surface in native.permits):
            found.append(AnsweredCall(call, wired))
    return tuple(found)


def _is_wired(call: ScriptCall, native: NativeSide) -> Tristate:
    if not call.classes and not call.code_texts:
        return "yes"
    if any(map(native.defined.first_below, call.classes)) or any(map(native.has_text, call.code_texts)):
        return "yes"
    return "unknown" if native.hides_code else "no"


def _chooser(scripts: Iterable[ScriptFiles]) -> Callable[[str], ScriptFiles | None]:
    patterns = [(each.name.split("*"), each) for each in scripts]

    def choose(name: str) -> ScriptFiles | None:
        return next((each for pieces, each in patterns if fits(pieces, name)), None)

    return choose


def _not_in_package(sentence: str, framework: ScriptFramework) -> Limitation:
    return Limitation("script-code", message(sentence, name=framework.name), ("script",))
