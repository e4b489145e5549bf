"""Reads the scripts of one framework under bounds: what they call, and which of them could not be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import InitVar, dataclass, field
from functools import partial

import msgspec

from permaudit.apk.contents import UnreadableError
from permaudit.apk.named_files import BETWEEN_ARCHIVES, NamedFile, named_files_in
from permaudit.catalog.scripts import ScriptFiles, ScriptFramework
from permaudit.facts.scripts.assemblies import is_assembly
from permaudit.facts.scripts.bridges import LARGEST_SCRIPT_BYTES, AnsweredCall, BridgeFinder
from permaudit.facts.scripts.calls import SCRAMBLED_NAME, is_scrambled
from permaudit.facts.scripts.follower import ScriptFollower
from permaudit.facts.scripts.hermes import KNOWN_VERSIONS, MAGIC, HermesError, HermesStrings
from permaudit.facts.scripts.texts import (
    HermesRead,
    TextSearch,
    find_in_assemblies,
    is_gzip,
    is_script_text,
    wide_encoding,
)
from permaudit.facts.streams import GZIP, StreamError, inflate
from permaudit.model.evidence import Bridge
from permaudit.model.limitation import Limitation
from permaudit.model.message import message

MOST_SCRIPT_BYTES = 96 << 20
"""No more script than this is inflated for one app; what is left is a limitation."""

MOST_SCRIPTS = 20_000
"""No more files than this are opened for one app; web pages of large apps have some thousands."""

LARGEST_ARCHIVE_BYTES = 16 << 20
"""Archives inside the APK are opened up to this size."""

MOST_DEPTH = 2
"""Archives in archives are opened so deep."""

_MOST_ASSEMBLY_BYTES = 32 << 20  # decompressed; takes seconds, and no app of that size is common
_MOST_PLACES = 500
_HEAD_BYTES = 4096
_INNER = (
    ((".js", ".mjs", ".html", ".htm", ".bundle", ".jsbundle", ".hbc"), ScriptFiles("inner/*.js", "javascript")),
    ((".py", ".pyc"), ScriptFiles("inner/*.pyc", "texts")),
    ((".wgt", ".zip"), ScriptFiles("inner/*.zip", "archive")),
)
_PROBLEMS = tuple(f"limitation-script-{each}" for each in ("unreadable", "too-large", "version", "scrambled"))


@dataclass(slots=True)
class Budget:
    """How much may still be read for the app.

    Scripts, bytes of them, decompressed bytes of assemblies, and places of calls at which what stands beside is told.
    """

    files: int = MOST_SCRIPTS
    script: int = MOST_SCRIPT_BYTES
    assemblies: int = _MOST_ASSEMBLY_BYTES
    places: int = _MOST_PLACES


@dataclass(slots=True)
class _NotRead:
    """Scripts that could not be read in one way: the first of them, and how many."""

    part: str
    file: str
    count: int = 0


@dataclass(slots=True)
class FrameworkReading:
    """What the scripts of one framework were found to call, as they are taken one by one.

    `documents` are servers whose addresses are names and documents. With a `follower`, it is told where what a call
    gives goes.
    """

    framework: ScriptFramework
    answered: Sequence[AnsweredCall]
    budget: Budget
    documents: InitVar[frozenset[str]] = frozenset()
    follower: InitVar[ScriptFollower | None] = None
    files_met: int = 0
    _finder: BridgeFinder = field(init=False)
    _not_read: dict[str, _NotRead] = field(default_factory=dict)

    def __post_init__(self, documents: frozenset[str], follower: ScriptFollower | None) -> None:
        self._finder = BridgeFinder(self.framework, self.answered, documents, follower)

    @property
    def bridges(self) -> list[Bridge]:
        """The first place of each call, in the order of the catalogue."""
        return self._finder.bridges

    @property
    def origins_met(self) -> set[str]:
        """The names of the ways of other scripts into the app whose texts stand in one that was read."""
        return self._finder.origins_met

    def limitations(self) -> list[Limitation]:
        """One for each way in which scripts could not be read; of a strange version only if a call might be in it."""
        return [
            Limitation(
                "script-code",
                message(
                    problem,
                    count=not_read.count,
                    name=self.framework.name,
                    part=not_read.part,
                    file=not_read.file,
                ),
                ("script",),
            )
            for problem in _PROBLEMS
            if (not_read := self._not_read.get(problem)) is not None
        ]

    def take(self, content: NamedFile[ScriptFiles], depth: int = 0) -> None:
        """Read one file, if any call could be in it; else only see whether it could be read."""
        self.files_met += not content.choice.maybe
        if not self.answered:
            self._look_at(content)
            return
        if content.size > min(LARGEST_SCRIPT_BYTES, self.budget.script) or not self.budget.files:
            self._note("too-large", content)
            return
        self.budget.script -= content.size
        self.budget.files -= 1
        readers: Mapping[str, Callable[[NamedFile[ScriptFiles]], None]] = {
            "javascript": self._read_javascript,
            "texts": self._read_texts,
            "gzip": self._read_gzip,
            "assemblies": self._read_assemblies,
            "archive": lambda archive: self._read_archive(archive, depth),
        }
        try:
            readers[content.choice.form](content)
        except UnreadableError as error:
            self._note("too-large" if error.problem == "too-large" else "unreadable", content)

    def _look_at(self, content: NamedFile[ScriptFiles]) -> None:
        head = content.head(_HEAD_BYTES)
        if not _is_readable(content.choice, head) and not (head.startswith(MAGIC) or not content.size):
            self._note("unreadable", content)
        elif content.choice.maybe and content.choice.form == "javascript":
            self.files_met += 1

    def _read_javascript(self, content: NamedFile[ScriptFiles]) -> None:
        search, bytecode, scrambled = TextSearch(self._finder.texts()), None, 0
        for number, piece in enumerate(content.pieces()):
            if not number:
                bytecode = HermesRead() if piece.startswith(MAGIC) else None
                places = self._finder.call_texts() if self.budget.places > 0 else ()
                texts = self._finder.texts(with_chains=not places)
                search = TextSearch(texts, wide_encoding(piece[:_HEAD_BYTES]), keeps_around=places)
                if bytecode is None and not is_script_text(piece[:_HEAD_BYTES]):
                    self._note("unreadable", content)
                    return
                self.files_met += content.choice.maybe
            if bytecode is not None and not bytecode.feed(piece):
                break
            if bytecode is None:
                search.feed(piece)
                scrambled += piece.count(SCRAMBLED_NAME)
        if bytecode is None:
            search.finish()
            if is_scrambled(scrambled, search.found) and any(each.call.scope != "picked" for each in self.answered):
                self._note("scrambled", content)
            self.budget.places -= sum(map(len, search.around.values()))
            self._finder.judge(content, search.found, search.around)
        else:
            self._judge_bytecode(content, bytecode)

    def _judge_bytecode(self, content: NamedFile[ScriptFiles], bytecode: HermesRead) -> None:
        try:
            strings: HermesStrings | None = bytecode.strings()
        except HermesError:
            self._note("version" if bytecode.version not in KNOWN_VERSIONS else "unreadable", content)
            strings = None
        found: dict[bytes, int] = {}
        if strings is not None:
            places = {text: strings.find(text) for text in self._finder.names()}
            found = {text: at for text, at in places.items() if at is not None}
        else:
            search = TextSearch(self._finder.names())
            for piece in content.pieces():
                search.feed(piece)
            search.finish()
            found = search.found
        self._finder.judge(content, found, in_bytecode=True)

    def _read_texts(self, content: NamedFile[ScriptFiles]) -> None:
        search = TextSearch(self._finder.texts())
        for number, piece in enumerate(content.pieces()):
            if not number and not _is_readable(content.choice, piece):
                self._note("unreadable", content)
                return
            search.feed(piece)
        search.finish()
        self._finder.judge(content, search.found)

    def _read_gzip(self, content: NamedFile[ScriptFiles]) -> None:
        search, left = TextSearch(self._finder.texts()), min(LARGEST_SCRIPT_BYTES, self.budget.script)
        try:
            for piece in inflate(content.pieces(), GZIP):
                left -= len(piece)
                self.budget.script -= len(piece)
                if left < 0:
                    self.budget.script = 0
                    self._note("too-large", content)
                    break
                search.feed(piece)
        except (StreamError, UnreadableError):
            self._note("unreadable", content)
        search.finish()
        self._finder.judge(content, search.found)

    def _read_assemblies(self, content: NamedFile[ScriptFiles]) -> None:
        data = content.read(LARGEST_SCRIPT_BYTES)
        if not is_assembly(data):
            self._note("unreadable", content)
            return
        read = find_in_assemblies(data, self._finder.texts(), self.budget.assemblies)
        self.budget.assemblies -= min(read.size, self.budget.assemblies)
        for texts in read.found:
            self._finder.judge(content, texts)
        if read.problem is not None:
            self._note(read.problem, content)

    def _read_archive(self, content: NamedFile[ScriptFiles], depth: int) -> None:
        if depth == MOST_DEPTH:
            self._note("unreadable", content)
            return
        inside = content.file + BETWEEN_ARCHIVES
        with content.opened(LARGEST_ARCHIVE_BYTES) as contents:
            chosen = partial(_choose_inner, maybe=content.choice.maybe)
            for inner in named_files_in(contents, content.part, inside, chosen):
                self.take(inner, depth + 1)

    def _note(self, problem: str, content: NamedFile[ScriptFiles]) -> None:
        if content.choice.maybe and problem == "unreadable":
            return
        self._not_read.setdefault(f"limitation-script-{problem}", _NotRead(content.part, content.file)).count += 1


def _is_readable(files: ScriptFiles, head: bytes) -> bool:
    if files.form == "javascript":
        return is_script_text(head[:_HEAD_BYTES])
    if files.form == "assemblies":
        return is_assembly(head)
    if files.form == "gzip":
        return is_gzip(head)
    return not files.begins or any(head.startswith(bytes.fromhex(each)) for each in files.begins)


def _choose_inner(name: str, *, maybe: bool) -> ScriptFiles | None:
    chosen = next((each for endings, each in _INNER if name.endswith(endings)), None)
    return msgspec.structs.replace(chosen, maybe=True) if chosen is not None and maybe else chosen
