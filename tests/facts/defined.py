"""Defined classes for tests: dotted names, in one run or in several, all of one DEX file."""

from permaudit.facts.definitions import DefinedClasses
from permaudit.model.place import Place, descriptor_of

CODE = Place("base.apk", "classes.dex")


def defining(*runs: str | tuple[str, ...]) -> DefinedClasses:
    """One run of the dotted names that stand alone, and one for each tuple of them."""
    alone = tuple(run for run in runs if isinstance(run, str))
    groups = [alone, *(run for run in runs if not isinstance(run, str))]
    return DefinedClasses([sorted(descriptor_of(name).encode() for name in group) for group in groups], lambda _: CODE)
