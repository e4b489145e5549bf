"""Code that comes from elsewhere at run time: class loaders of the app's own are a limitation, a library's are said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from permaudit.catalog.catalog import Catalog
from permaudit.catalog.methods import Loader
from permaudit.catalog.operations import Operations
from permaudit.dex.opcodes import Reference
from permaudit.evidence.budget import Budget
from permaudit.evidence.code import Code
from permaudit.evidence.codeorigins import Origin, OriginFinder, package_of
from permaudit.evidence.evaluation.unscrambling import unscramble
from permaudit.evidence.filepaths import PathResolver
from permaudit.evidence.frames import Context, Frame
from permaudit.evidence.namings import Naming
from permaudit.evidence.overloads import CONSTRUCTOR
from permaudit.evidence.owners import owner_of
from permaudit.evidence.resolver import Operation
from permaudit.evidence.sites import numbers_of
from permaudit.evidence.surroundings import Surroundings
from permaudit.evidence.values import UNKNOWN_PIECE, Items, MethodName, Number, Result, Text
from permaudit.model.limitation import Limitation, name_some
from permaudit.model.message import Message, message
from permaudit.model.place import descriptor_of, dotted

STEPS = 20_000
"""Work allowed for resolving where loaded code comes from."""

MOST_NAMED = 20
"""So many methods are named one by one; the rest is counted."""

_MOST_RESOLVED = 64
_MOST_LENGTH = 160
_INCLUDES_CODE = 1  # Context.CONTEXT_INCLUDE_CODE
_OWN_NAME = "->getPackageName()Ljava/lang/String;"


@dataclass(frozen=True, slots=True)
class _Site:
    """A call that loads code: of which entry, in which method, and whether that is a named or a renamed library's.

    `by_name` tells that the loader is made through reflection, with its parameters in an array.
    """

    loader: Loader
    method: int
    index: int
    library: bool = False
    renamed: bool = False
    by_name: bool = False


def dynamic_code(
    code: Code,
    catalog: Catalog,
    around: Surroundings,
    explain: Operation,
    operations: Operations,
    namings: Sequence[Naming],
) -> list[Limitation]:
    """One limitation for each method that brings in code which is not in the package's DEX files, and where from.

    Inside a named library it is informational: libraries carry such code without it running (DESIGN.md section 1).
    """
    resolver = PathResolver(code, Budget(STEPS), explain, operations, catalog.code_sources)
    unscramble(resolver, around, operations)
    found_sites = (*_sites(code, catalog, around), *_sites_by_name(code, catalog, resolver, namings))
    sites = sorted(found_sites, key=lambda each: (each.library, each.method, each.index))
    if not sites:
        return []
    near = frozenset(package_of(code.method(each.method).class_name) for each in sites)
    describing = _Describing(code, catalog, around, resolver, near)
    found = {
        told
        for number, site in enumerate(sites)
        if (told := describing.limitation(site, resolve=number < _MOST_RESOLVED)) is not None
    }
    # what is known of where the code comes from is told first
    ordered = sorted(found, key=lambda each: (not each.hides, each.detail.id == "limitation-dynamic-code", each.detail))
    return name_some(ordered, MOST_NAMED, "limitation-more-loaded-code")


def _sites(code: Code, catalog: Catalog, around: Surroundings) -> Iterator[_Site]:
    marked = _marked_types(code, catalog)
    package = around.manifest.package

    def is_library(method: int) -> bool:
        return owner_of(catalog, package, code.method(method).class_name).kind == "library"

    def is_renamed(method: int) -> bool:
        callers = code.calls.callers[code.calls.rows(method)][:_MOST_RESOLVED]
        return not marked.isdisjoint(code.symbols.method_types[[method, *callers.tolist()]].tolist())

    for loader in catalog.loaders:
        for number in numbers_of(code, loader, inherited=loader.inherited):
            for method, index in code.invokes(number):
                inside = loader.interpreter
                if inside is not None and code.method(method).class_name.startswith(inside):
                    continue
                library = is_library(method)
                if not (loader.native and library):  # libraries with machine code of their own bring it in as they like
                    yield _Site(loader, method, index, library, is_renamed(method))


def _sites_by_name(code: Code, catalog: Catalog, resolver: PathResolver, namings: Sequence[Naming]) -> Iterator[_Site]:
    """Loaders that the app's own code makes by the names of their classes."""
    loaders = {each.class_name: each for each in reversed(catalog.loaders) if each.name == CONSTRUCTOR}
    naming = {
        int(code.symbols.method_types[each.frame.method])
        for each in namings
        if each.own and any(descriptor_of(name) in loaders for name in each.names)
    }
    for calling in catalog.reflection.calls if naming else ():
        for number in numbers_of(code, calling, inherited=False) if calling.of == "constructor" else ():
            sites = code.invokes(number, lambda caller: int(code.symbols.method_types[caller]) in naming)
            for method, index in sites[:_MOST_RESOLVED]:
                frame = resolver.open_frame(method)
                got = resolver.receiver(frame, index, Context()) if frame is not None else []
                made = sorted({each.value.descriptor for each in got if isinstance(each.value, MethodName)})
                yield from (_Site(loaders[each], method, index, by_name=True) for each in made if each in loaders)


def _marked_types(code: Code, catalog: Catalog) -> set[int]:
    """Renamed classes of libraries, known by a class they name that keeps its own name."""
    marked: set[int] = set()
    for mark in catalog.code_sources.library_marks:
        wanted = code.symbols.type_number(mark.type.encode())
        for file, numbers in enumerate(code.symbols.type_maps) if wanted >= 0 else ():
            for local in np.flatnonzero(numbers == wanted).tolist():
                items = code.program.users(Reference.TYPE, file, local).items
                _, methods = code.program.methods_of_items(file, items)
                marked.update(code.symbols.method_types[methods].tolist())
    return marked


class _Describing:
    """Says of a call that loads code where the code comes from, as exactly as that is certain."""

    def __init__(
        self, code: Code, catalog: Catalog, around: Surroundings, resolver: PathResolver, near: frozenset[str]
    ) -> None:
        self._code, self._around, self._resolver = code, around, resolver
        self._sources = catalog.code_sources
        self._reaching_words = catalog.reflection.reaching_words
        self._names = frozenset(name.rpartition("/")[2] for name in around.files)

        def is_own(method: int) -> bool:
            return owner_of(catalog, around.manifest.package, code.method(method).class_name).kind == "app"

        self._origins = OriginFinder(resolver, catalog.code_sources, is_own, near)

    def limitation(self, site: _Site, *, resolve: bool) -> Limitation | None:
        """What to say of one call, or None where it brings in nothing that is not the package's own."""
        where = self._code.method(site.method)
        told = {"api": dotted(site.loader.class_name), "method": f"{dotted(where.class_name)}.{where.name}"}
        frame = self._resolver.open_frame(site.method) if resolve else None
        if frame is None:
            detail: Message | None = message("limitation-dynamic-code", **told)
            is_material = not site.loader.native
        elif site.loader.package is not None:
            detail, is_material = self._other_app(site, frame, told)
        elif site.loader.split is not None:
            detail, is_material = self._split(site, frame, told)
        elif site.loader.interpreter is not None and self._is_constant(site, frame):
            detail, is_material = None, False
        elif site.loader.content is not None:
            position = 0 if site.by_name else site.loader.content
            origin = self._origins.of_argument(frame, site.index, position)
            detail, is_material = _in_memory(origin, told), True
        else:
            detail, is_material = self._file(site, frame, told)
        if detail is None:
            return None
        # a mark is believed only of a loader whose file nobody names: the libraries that have one are told theirs
        is_library = site.library or (site.renamed and detail.id == "limitation-dynamic-code")
        return Limitation("dynamic-code", detail, ("code",) if is_material and not is_library else ())

    def _is_constant(self, site: _Site, frame: Frame) -> bool:
        """Whether the text that an interpreter runs is known, and names nothing by which it could come to people."""
        values = self._resolver.argument(frame, site.index, site.loader.content or 0, Context())
        texts = [each.value.text for each in values if isinstance(each.value, Text)]
        return len(texts) == len(values) and not any(map(self._may_reach_people, texts))

    def _may_reach_people(self, text: str) -> bool:
        return UNKNOWN_PIECE in text or any(word in text.lower() for word in self._reaching_words)

    def _file(self, site: _Site, frame: Frame, told: dict[str, str]) -> tuple[Message | None, bool]:
        """Code in a file: by its path, who can put one there, and what is written to it."""
        paths = sorted({path for path in self._paths(site, frame) if path.strip(UNKNOWN_PIECE + "/")})
        # of several, the worst is said: where others can write, then what is known from its beginning
        paths.sort(key=lambda path: (self._sources.holder_of(path) != "shared", path.startswith(UNKNOWN_PIECE)))
        own = [path for path in paths if self._is_own(path, native=site.loader.native)]
        paths = [path for path in paths if path not in own]
        if not paths:
            return (None, False) if own else (message("limitation-dynamic-code", **told), not site.loader.native)
        holders = {self._sources.holder_of(path) for path in paths}
        for path in paths if not site.library else ():
            origin = self._origins.of_file(path)
            if origin.addresses or origin.answered or origin.assets:
                if site.loader.native and not (origin.addresses or origin.answered):
                    return None, False  # machine code of the package itself, which is looked at elsewhere
                return _written(origin, path[:_MOST_LENGTH], told), True
        path = paths[0][:_MOST_LENGTH]
        if "shared" in holders:
            return message("limitation-loads-shared", path=path, **told), True
        if site.loader.native and not path.rpartition("/")[2].strip(UNKNOWN_PIECE).removesuffix(".so"):
            return message("limitation-loads-file", path=path, **told), False
        return message("limitation-loads-file", path=path, **told), holders != {"system"}

    def _paths(self, site: _Site, frame: Frame) -> list[str]:
        position = site.loader.file
        if position is None:
            return []
        if not site.by_name:
            return [path for path, _ in self._resolver.paths(frame, site.index, position, Context())]
        arrays = [each.value for each in self._resolver.argument(frame, site.index, 0, Context())]
        given = [each.items[position] for each in arrays if isinstance(each, Items) and position < len(each.items)]
        return [each.text for each in given if isinstance(each, Text)]

    def _is_own(self, path: str, *, native: bool) -> bool:
        """Whether a path is the package itself, or a native library that lies in it.

        Where other apps can write, a library is none of the package's, whatever it is called.
        """
        holder = self._sources.holder_of(path)
        if holder == "package":
            return True
        return native and holder != "shared" and path.rpartition("/")[2] in self._names

    def _other_app(self, site: _Site, frame: Frame, told: dict[str, str]) -> tuple[Message | None, bool]:
        """The code of another app, unless it is not asked for, or is what apps run as a matter of course."""
        assert site.loader.package is not None
        flags = self._resolver.argument(frame, site.index, site.loader.flags or 0, Context())
        known = [each.value.number for each in flags if isinstance(each.value, Number)]
        if len(known) == len(flags) and not any(number & _INCLUDES_CODE for number in known):
            return None, False
        values = [each.value for each in self._resolver.argument(frame, site.index, site.loader.package, Context())]
        if all(isinstance(value, Result) and value.method.endswith(_OWN_NAME) for value in values):
            return None, False
        names = [value.text for value in values if isinstance(value, Text)]
        usual = {self._around.manifest.package, *self._sources.code_providers}
        others = sorted(name for name in names if name not in usual)
        if len(names) == len(values) and not others:
            return None, False
        package = others[0][:_MOST_LENGTH] if others and others[0].strip(UNKNOWN_PIECE) else None
        if package is None:
            return message("limitation-loads-some-app", **told), True
        return message("limitation-loads-app", package=package, **told), True

    def _split(self, site: _Site, frame: Frame, told: dict[str, str]) -> tuple[Message | None, bool]:
        """The code of another part of the app, unless that part is here; it is the store that brings one."""
        assert site.loader.split is not None
        values = [each.value for each in self._resolver.argument(frame, site.index, site.loader.split, Context())]
        names = sorted(value.text for value in values if isinstance(value, Text) and UNKNOWN_PIECE not in value.text)
        absent = [name for name in names if name not in self._around.splits]
        if len(names) == len(values) and not absent:
            return None, False
        if not absent:
            return message("limitation-loads-some-split", **told), False
        return message("limitation-loads-split", split=absent[0][:_MOST_LENGTH], **told), True


def _in_memory(origin: Origin, told: dict[str, str]) -> Message:
    if origin.addresses:
        return message("limitation-loads-answer", address=min(origin.addresses), **told)
    if origin.assets:
        return message("limitation-loads-asset", file=min(origin.assets)[:_MOST_LENGTH], **told)
    return message("limitation-loads-memory", **told)


def _written(origin: Origin, path: str, told: dict[str, str]) -> Message:
    if origin.addresses:
        return message("limitation-loads-download", path=path, address=min(origin.addresses), **told)
    if origin.assets:
        return message("limitation-loads-copy", path=path, file=min(origin.assets)[:_MOST_LENGTH], **told)
    return message("limitation-loads-received", path=path, **told)
