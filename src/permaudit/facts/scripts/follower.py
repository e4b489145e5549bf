"""Follows what the calls of a script file give, within what may still be parsed for the app."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from permaudit.apk.contents import UnreadableError
from permaudit.apk.named_files import NamedFile
from permaudit.catalog.script_values import ScriptValues
from permaudit.catalog.scripts import ScriptFiles
from permaudit.facts.scripts.flow.bundles import together
from permaudit.facts.scripts.flow.following import Asked, Followed, follow
from permaudit.facts.scripts.flow.module import Part
from permaudit.facts.scripts.flow.texts import is_page, modules_with, page_script
from permaudit.facts.scripts.texts import is_script_text, wide_encoding

MOST_PARSED_BYTES = 1 << 20
"""No more text than this is parsed for one app; a module that makes a call has some ten thousand bytes."""

_HEAD_BYTES = 4096


@dataclass(frozen=True, slots=True)
class SentOn:
    """Where people whom a script got go: whether into a request, and to which servers.

    `at` is where the text of the call stands first in the file, `object_name` that of the object which was asked for.
    """

    sends: bool = False
    hosts: frozenset[str] = frozenset()
    at: int = 0
    object_name: str = ""


@dataclass(slots=True)
class ScriptFollower:
    """Follows calls in the scripts of one app."""

    values: ScriptValues
    left: int = MOST_PARSED_BYTES
    _file: tuple[str, str] = ("", "")
    _data: bytes = field(default=b"", repr=False)
    _script: bytes | None = field(default=None, repr=False)

    def follow(self, content: NamedFile[ScriptFiles], asked: Asked, largest: int) -> SentOn:
        """Follow the calls that are asked for in one file of at most so many bytes."""
        wanted = [each.encode() for each in (*asked.texts, *sorted(asked.methods))]
        try:
            self._open(content, largest)
        except UnreadableError:
            return SentOn()
        places = [place for each in wanted if (place := self._data.find(each)) >= 0]
        if not places or not _names_any(self._data, asked):
            return SentOn()
        sends, hosts = False, frozenset[str]()
        script = self._script_of(content)
        for place, module in modules_with(script, wanted):
            followed = self._follow(module, asked=asked)
            if followed is not None and not followed.sends:
                related = together(script, place)
                followed = self._follow(*related, asked=asked) if related is not None else None
            if followed is not None:
                sends, hosts = sends or followed.sends, hosts | followed.hosts
        name = next((each for each in sorted(asked.objects) if each.encode() in self._data), "")
        return SentOn(sends, hosts, min(places), name)

    def _follow(self, module: bytes, bundle: Sequence[Part] = (), *, asked: Asked) -> Followed | None:
        self.left -= len(module)
        return follow(module, asked, self.values, bundle) if self.left > 0 else None

    def _open(self, content: NamedFile[ScriptFiles], largest: int) -> None:
        """Read a file as text of one byte a letter; the last one is kept, because several calls may stand in it."""
        if self._file == (content.part, content.file):
            return
        self._file, self._data, self._script = (content.part, content.file), b"", None
        data = content.read(largest)
        if not is_script_text(data[:_HEAD_BYTES]):
            return
        wide = wide_encoding(data[:_HEAD_BYTES])
        self._data = data.decode(wide, "replace").encode("utf-8", "replace") if wide is not None else data

    def _script_of(self, content: NamedFile[ScriptFiles]) -> bytes:
        if self._script is None:
            page = is_page(content.file, self._data[:_HEAD_BYTES])
            self._script = page_script(self._data) if page else self._data
        return self._script


def _names_any(data: bytes, asked: Asked) -> bool:
    """Whether a text names what the calls are made on, as far as that is asked for."""
    if asked.texts:
        return True
    return any(each.rpartition(".")[2].encode() in data for each in (*asked.objects, *asked.got_by))
