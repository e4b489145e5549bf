"""Which language the reader wants, from an option or the environment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

Language = Literal["en", "zh-Hans", "zh-Hant"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

_SAMPLES: dict[Language, str] = {"en": "a", "zh-Hans": "\u8bfb\u7801", "zh-Hant": "\u8b80\u78bc"}
_TRADITIONAL_REGIONS = frozenset({"tw", "hk", "mo"})
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")  # the order in which POSIX lets one override the next


def choose_language(option: str | None, environ: Mapping[str, str]) -> Language:
    """Take the option if there is one, else the first locale variable that is set, else English."""
    if option:
        return match_language(option)
    return match_language(next((environ[name] for name in _VARIABLES if environ.get(name)), ""))


def match_language(tag: str) -> Language:
    """Find the language we speak for a tag such as `zh_TW.UTF-8`, `zh-Hant-HK` or `fr`; English where we have none.

    A script in the tag wins over its region: `zh-Hans-HK` reads simplified characters.
    """
    subtags = tag.partition(".")[0].partition("@")[0].replace("_", "-").lower().split("-")
    if subtags[0] != "zh":
        return "en"
    if "hans" in subtags:
        return "zh-Hans"
    return "zh-Hant" if "hant" in subtags or _TRADITIONAL_REGIONS & set(subtags) else "zh-Hans"


def writable_language(language: Language, encoding: str) -> Language:
    """Fall back to English where a console's encoding cannot write the language, so that it shows no question marks."""
    try:
        _SAMPLES[language].encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return "en"
    return language
