"""Android's own classes: what they extend and implement, and which of their methods an app's class overrides.

Everything is bytes, as in a DEX file: classes are descriptors (`b"Landroid/app/Activity;"`), methods are name and
signature (`b"run()V"`). The index is built by tools/build_framework_index.py, whose first line says from what.
"""

from __future__ import annotations

import zlib
from bisect import bisect_left
from itertools import pairwise
from pathlib import Path

from permaudit.errors import RuleError

FILE_NAME = "framework-index.txt.zz"
"""The index's name in the catalogue's folder."""

_NONE = b"-"


class Framework:
    """Android's classes by descriptor; a class's line is parsed when first asked for, its answers are kept."""

    __slots__ = ("_ancestors", "_lines", "_overridable", "_parsed", "_path")

    def __init__(self, lines: list[bytes], path: Path) -> None:
        """Take the sorted lines of the index, without its header; `path` is for errors."""
        self._lines = lines
        self._path = path
        self._parsed: dict[bytes, tuple[tuple[bytes, ...], bytes]] = {}
        self._ancestors: dict[bytes, tuple[bytes, ...]] = {}
        self._overridable: dict[bytes, frozenset[bytes]] = {}

    def __len__(self) -> int:
        return len(self._lines)

    def __contains__(self, descriptor: bytes) -> bool:
        return self._find(descriptor) is not None

    def supertypes(self, descriptor: bytes) -> tuple[bytes, ...]:
        """The superclass, then the interfaces as declared; () for a class that is not Android's.

        An interface's superclass is java.lang.Object, as in a DEX file.
        """
        return self._entry(descriptor)[0]

    def ancestors(self, descriptor: bytes) -> tuple[bytes, ...]:
        """All that the class is a subtype of, without itself, nearest first; () for a class that is not Android's."""
        known = self._ancestors.get(descriptor)
        if known is None:
            seen = {descriptor: None}
            pending = [descriptor]
            for current in pending:
                for supertype in self.supertypes(current):
                    if supertype not in seen:
                        seen[supertype] = None
                        pending.append(supertype)
            known = self._ancestors[descriptor] = tuple(pending[1:])
        return known

    def overridable(self, descriptor: bytes) -> frozenset[bytes]:
        """Methods, declared or inherited, that a class of an app which extends or implements this one can override.

        Empty for a class that is not Android's. A class that apps cannot extend (final, or without a constructor
        that they can call) declares none, but still inherits. A method that a class in between made final stays in.
        """
        known = self._overridable.get(descriptor)
        if known is None:
            lineage = (descriptor, *self.ancestors(descriptor))
            known = frozenset(method for name in lineage for method in self._entry(name)[1].split())
            self._overridable[descriptor] = known
        return known

    def is_subtype(self, descriptor: bytes, of: bytes) -> bool:
        """Whether the first class is the second, or extends or implements it."""
        return descriptor == of or of in self.ancestors(descriptor)

    def _find(self, descriptor: bytes) -> int | None:
        """The position of a class's line. The tab sorts before everything that a descriptor may contain."""
        start = descriptor + b"\t"
        position = bisect_left(self._lines, start)
        found = position < len(self._lines) and self._lines[position].startswith(start)
        return position if found else None

    def _entry(self, descriptor: bytes) -> tuple[tuple[bytes, ...], bytes]:
        """The supertypes of a class and its own methods, still one text."""
        entry = self._parsed.get(descriptor)
        if entry is None:
            position = self._find(descriptor)
            entry = ((), b"") if position is None else self._parse(position)
            self._parsed[descriptor] = entry
        return entry

    def _parse(self, position: int) -> tuple[tuple[bytes, ...], bytes]:
        try:
            _, superclass, interfaces, methods = self._lines[position].split(b"\t")
        except ValueError:
            raise _broken(self._path, position + 2, "not four fields") from None
        supertypes = [] if superclass == _NONE else [superclass]
        if interfaces != _NONE:
            supertypes += interfaces.split(b",")
        return tuple(supertypes), methods


def load_framework(path: Path, *, is_sorted: bool = False) -> Framework:
    """Read the index at `path` (`FILE_NAME` in the catalogue's folder); `is_sorted`: that was checked before.

    Raises:
        RuleError: the file cannot be read, is damaged, or its lines are not sorted.
    """
    try:
        text = zlib.decompress(path.read_bytes())
    except (OSError, zlib.error) as error:
        raise _broken(path, 1, str(error)) from error
    lines = text.splitlines()
    if not lines or not lines[0].startswith(b"#"):
        raise _broken(path, 1, "no header")
    del lines[0]
    if not is_sorted and lines != sorted(lines):  # an unsorted index would hide classes from the binary search
        misplaced = next(number for number, (line, following) in enumerate(pairwise(lines), 3) if line > following)
        raise _broken(path, misplaced, "lines not sorted")
    return Framework(lines, path)


def _broken(path: Path, line: int, problem: str) -> RuleError:
    return RuleError("rule-file", file=str(path), line=line, problem=problem)
