"""Method descriptors taken apart."""

from __future__ import annotations


def parameter_words(descriptor: str) -> list[int]:
    """How many argument words each declared parameter of `(params)ret` takes: 2 for long and double, else 1."""
    words: list[int] = []
    place = 1
    while place < len(descriptor) and descriptor[place] != ")":
        wide = descriptor[place] in "JD"
        while place < len(descriptor) and descriptor[place] == "[":
            place += 1
        if place < len(descriptor) and descriptor[place] == "L":
            place = descriptor.find(";", place)
            if place < 0:
                break
        place += 1
        words.append(2 if wide else 1)
    return words


def parameters(descriptor: str) -> list[str]:
    """The type descriptors of the declared parameters of `(params)ret`; stops where it is broken."""
    found: list[str] = []
    place = begin = 1
    while place < len(descriptor) and descriptor[place] != ")":
        while place < len(descriptor) and descriptor[place] == "[":
            place += 1
        if place < len(descriptor) and descriptor[place] == "L":
            place = descriptor.find(";", place)
            if place < 0:
                break
        place += 1
        found.append(descriptor[begin:place])
        begin = place
    return found
