"""Speaks places in a package so that `dexdump -d` shows the same: offsets in hexadecimal, four digits or more."""

from __future__ import annotations

from permaudit.model.place import Place
from permaudit.words.sentences import Words


def say_place(place: Place, words: Words) -> str:
    """Where something is: a method and the offset in it, or a file."""
    if place.dex and place.method and place.offset is not None:
        where = {"method": str(place.method), "offset": say_offset(place.offset), "file": place.dex, "part": place.part}
        return words.say("evidence-place", **where)
    if place.file and place.offset is not None:
        return words.say("evidence-place-file", file=place.file, part=place.part, offset=str(place.offset))
    return words.say("evidence-place-unknown", part=place.part)


def say_offset(units: int) -> str:
    """An offset in 16-bit code units."""
    return f"{units:04x}"
