"""What an obfuscator renamed and inlined, read from its mapping file."""

from __future__ import annotations

import re
from pathlib import Path

from permaudit.model.place import Place, dotted


class Mapping:
    """What an obfuscator renamed and inlined: for a method of the build, the source methods whose code it holds."""

    def __init__(self, path: Path) -> None:
        self._methods: dict[tuple[str, str], set[str]] = {}
        if path.is_file():
            self._read(path.read_text(encoding="utf-8"))

    def originals(self, class_name: str, method: str) -> set[str]:
        """Source methods as `class#method`."""
        return self._methods.get((class_name, method), {f"{class_name}#{method}"})

    def places(self, at: Place) -> set[str]:
        """The source methods that an instruction may come from, or the file it stands in."""
        if at.method is None:
            return {at.file or ""}
        return self.originals(dotted(at.method.class_name), at.method.name)

    def _read(self, text: str) -> None:
        original = renamed = ""
        for line in text.splitlines():
            if line.startswith("#") or not line.strip():
                continue
            header = re.fullmatch(r"(\S+) -> (\S+):", line)
            if header:
                original, renamed = header[1], header[2]
                continue
            member = re.match(
                r"\s+(?:\d+:\d+:)?\S+ (?P<name>[^\s(]+)\([^)]*\)(?::\d+)*(?::\d+:\d+)? -> (?P<new>\S+)", line
            )
            if member:
                owner, _, name = member["name"].rpartition(".")
                self._methods.setdefault((renamed, member["new"]), set()).add(f"{owner or original}#{name}")
