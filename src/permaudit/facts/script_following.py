"""Follows what the calls of a script file give, within what may still be parsed for the app."""

from __future__ import annotations

from dataclasses import dataclass, field

from permaudit.apk.contents import UnreadableError
from permaudit.apk.named_files import NamedFile
from permaudit.catalog.script_values import ScriptValues
from permaudit.catalog.scripts import ScriptFiles
from permaudit.facts.script_texts import wide_encoding
from permaudit.facts.scriptflow.following import Asked, follow
from permaudit.facts.scriptflow.texts import is_page, modules_with, page_script

MOST_PARSED_BYTES = 2 << 20
"""No more text than this is parsed for one app; a module that makes a call has some ten thousand bytes."""

_HEAD_BYTES = 4096


@dataclass(frozen=True, slots=True)
class SentOn:
    """Where people whom a script got go: whether into a request, and to which servers."""

    sends: bool = False
    hosts: frozenset[str] = frozenset()


@dataclass(slots=True)
class ScriptFollower:
    """Follows calls in the scripts of one app."""

    values: ScriptValues
    left: int = MOST_PARSED_BYTES
    _file: tuple[str, str] = ("", "")
    _text: bytes = field(default=b"", repr=False)

    def follow(self, content: NamedFile[ScriptFiles], asked: Asked, largest: int) -> SentOn:
        """Follow the calls that are asked for in one file of at most so many bytes."""
        try:
            text = self._script_of(content, largest)
        except UnreadableError:
            return SentOn()
        sends, hosts = False, frozenset[str]()
        for module in modules_with(text, [each.encode() for each in (*asked.texts, *sorted(asked.methods))]):
            self.left -= len(module)
            followed = follow(module, asked, self.values) if self.left > 0 else None
            if followed is not None:
                sends, hosts = sends or followed.sends, hosts | followed.hosts
        return SentOn(sends, hosts)

    def _script_of(self, content: NamedFile[ScriptFiles], largest: int) -> bytes:
        """The text of a file, and of a page what it runs; the last one is kept, because several calls may stand in it."""
        if self._file != (content.part, content.file):
            data = content.read(largest)
            wide = wide_encoding(data[:_HEAD_BYTES])
            if wide is not None:
                data = data.decode(wide, "replace").encode("utf-8", "replace")
            self._file = (content.part, content.file)
            self._text = page_script(data) if is_page(content.file, data[:_HEAD_BYTES]) else data
        return self._text
