"""The program's own sentences: one YAML file a language, next to this module."""

from __future__ import annotations

from pathlib import Path

import msgspec

from permaudit.documents import load_document
from permaudit.words.language import Language
from permaudit.words.plurals import Category

Sentence = str | dict[Category, str]
"""A sentence, or one for each plural category of its `{count}`."""


class ListPattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a list is spoken, after CLDR: a pair, the start of a longer list, its middle, and its end.

    Each pattern has `{0}` for what was said so far, or the first item, and `{1}` for the next.
    """

    pair: str
    start: str
    middle: str
    end: str


class LocaleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One language: its lists by kind (`and`, `or`), and its sentences by id."""

    language: Language
    lists: dict[str, ListPattern]
    sentences: dict[str, Sentence]


def load_locale_file(language: Language) -> LocaleFile:
    """Read the sentences of one language.

    Raises:
        RuleError: the file is not as the types above say; names the line.
    """
    return load_document(locale_path(language), LocaleFile)


def locale_path(language: Language) -> Path:
    """Where the sentences of one language stand."""
    return Path(__file__).with_name("locales") / f"{language}.yaml"
