"""The classes that the package defines, sorted, so that those below a prefix stand together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import compress, pairwise

from permaudit.dex.program import Program
from permaudit.model.place import Place


@dataclass(frozen=True, slots=True)
class DefinedClasses:
    """Raw descriptors (`Lcom/x/A;`) of the classes that the DEX files define, and where each of them is.

    They come as several sorted runs: to merge those of a large app takes longer than all that is asked of them.
    """

    runs: Sequence[Sequence[bytes]]
    place_of: Callable[[bytes], Place]

    def first_below(self, prefix: str) -> bytes | None:
        """A descriptor that begins so, the same one each time; None if there is none."""
        wanted = prefix.encode()
        for run in self.runs:
            at = bisect_left(run, wanted)
            if at < len(run) and run[at].startswith(wanted):
                return run[at]
        return None


def defined_classes(program: Program) -> DefinedClasses:
    """Sort the descriptors of all classes that a program defines.

    One run holds those that are met first in one DEX file; they lie sorted there, which makes sorting them quick.
    """
    files, symbols = program.hierarchy.class_files, program.symbols
    is_defined = (files >= 0).tolist()
    ends = [0]
    for numbers in symbols.type_maps:
        ends.append(max(ends[-1], int(numbers.max()) + 1 if numbers.size else 0))

    def place_of(descriptor: bytes) -> Place:
        tables = program.files[int(files[symbols.type_number(descriptor)])]
        return Place(tables.part, tables.name)

    return DefinedClasses(
        [sorted(compress(symbols.types[low:high], is_defined[low:high])) for low, high in pairwise(ends)], place_of
    )
