"""What methods of Java and Android give, as far as helpers that unscramble texts call them; all else is not known."""

from __future__ import annotations

from collections.abc import Callable

from permaudit.evidence.code import Code
from permaudit.evidence.evaluation.library.bignumbers import BIG_NUMBERS
from permaudit.evidence.evaluation.library.builders import BUILDERS
from permaudit.evidence.evaluation.library.calls import Library
from permaudit.evidence.evaluation.library.characters import CHARACTERS
from permaudit.evidence.evaluation.library.charsets import CHARSETS
from permaudit.evidence.evaluation.library.ciphers import CIPHERS
from permaudit.evidence.evaluation.library.collections import COLLECTIONS
from permaudit.evidence.evaluation.library.compression import COMPRESSION
from permaudit.evidence.evaluation.library.numbers import NUMBERS
from permaudit.evidence.evaluation.library.objects import OBJECTS
from permaudit.evidence.evaluation.library.octets import OCTETS
from permaudit.evidence.evaluation.library.packagefiles import STREAMS, from_package
from permaudit.evidence.evaluation.library.texts import TEXTS
from permaudit.evidence.evaluation.library.traces import TRACES

_FUNCTIONS = OBJECTS | CHARSETS | TEXTS | CHARACTERS | BUILDERS | NUMBERS | BIG_NUMBERS | OCTETS | CIPHERS | COLLECTIONS
_FUNCTIONS |= STREAMS | COMPRESSION | TRACES


def open_library(
    code: Code, read_file: Callable[[str], bytes | None], read_strings: Callable[[int], tuple[str, ...] | None]
) -> Library:
    """The library over an app's code, files and string resources."""
    return Library(code, _FUNCTIONS, from_package(read_file, read_strings))


__all__ = ["Library", "open_library"]
