"""CLDR plural categories of the languages we speak."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from permaudit.words.language import Language

Category = Literal["one", "other"]


def _one_and_other(count: int) -> Category:
    return "one" if count == 1 else "other"


def _only_other(_: int) -> Category:
    return "other"


CATEGORIES: dict[Language, tuple[Category, ...]] = {
    "en": ("one", "other"),
    "zh-Hans": ("other",),
    "zh-Hant": ("other",),
}
_CHOOSERS: dict[Language, Callable[[int], Category]] = {
    "en": _one_and_other,
    "zh-Hans": _only_other,
    "zh-Hant": _only_other,
}


def plural_category(language: Language, count: int) -> Category:
    """The CLDR category of a whole number, the key under which a sentence stands."""
    return _CHOOSERS[language](count)
