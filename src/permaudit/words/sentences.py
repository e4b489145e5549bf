"""Whole sentences by id, with named placeholders, plurals and lists, in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Literal

from permaudit.documents import rules_directory
from permaudit.model.message import Message
from permaudit.words.catalogue import CatalogueSentences, load_catalogue_sentences
from permaudit.words.compiled import Spoken, load_compiled
from permaudit.words.language import Language, match_language
from permaudit.words.locale_file import LocaleFile, Sentence, load_locale_file
from permaudit.words.plurals import plural_category
from permaudit.words.translations import TranslationFile, fingerprint, load_translations

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")
_GROUP_FROM = 10_000  # four digits stay together, as in a year or a line number


class WordsError(LookupError):
    """A sentence or one of its arguments does not exist: a mistake in this program, never in what it reads."""


class Words:
    """Speaks one language; files are read when first needed, English only where a sentence is missing."""

    def __init__(self, language: Language, rules: Path) -> None:
        self.language = language
        self._rules = rules

    def say(self, message_id: str, **arguments: str | int) -> str:
        """Speak a sentence.

        An argument `count` chooses the plural form. An argument `problem` that has a sentence of its own
        (`problem-<its words joined by hyphens>`) is spoken, any other stays as it is. Text from an app goes in
        raw: escaping is up to what prints it.

        Raises:
            WordsError: English has no such sentence, or an argument of it is missing.
        """
        locale = self._locale_of(message_id)
        text = _choose_form(locale.sentences[message_id], locale.language, arguments.get("count"), message_id)
        return PLACEHOLDER.sub(lambda found: self._fill(message_id, found[1], arguments), text)

    def speak(self, message: Message) -> str:
        """Speak a Message (see say)."""
        return self.say(message.id, **dict(message.arguments))

    def knows(self, message_id: str) -> bool:
        """Whether there is such a sentence, if only in English."""
        return message_id in self._locale.sentences or message_id in self._english.sentences

    def enumerate(self, items: Sequence[str], kind: str = "and") -> str:
        """Speak a list: `a`, `a and b`, `a, b and c`; empty for no items."""
        if not items:
            return ""
        pattern = self._locale.lists[kind]
        if len(items) < 3:  # noqa: PLR2004  a single item, or a pair
            return items[0] if len(items) == 1 else _join(pattern.pair, items[0], items[1])
        spoken = _join(pattern.start, items[0], items[1])
        for item in items[2:-1]:
            spoken = _join(pattern.middle, spoken, item)
        return _join(pattern.end, spoken, items[-1])

    def translate(self, kind: str, id: str, field: str, english: str) -> str:  # noqa: A002  as in the files
        """Give a text of a rule or the catalogue in this language; English where it is missing or stale."""
        if self.language == "en":
            return english
        found = self._translations.find(kind, id, field)
        return found.text if found and found.of == fingerprint(english) else english

    def describe(self, kind: Literal["permission", "door"], id: str) -> str | None:  # noqa: A002  as in the files
        """What the catalogue says about a permission (by name) or a door; None where it knows none."""
        english = self._catalogue[kind].get(id)
        return None if english is None else self.translate(kind, id, "sentence", english)

    @cached_property
    def _compiled(self) -> Spoken | None:
        return load_compiled(self.language, self._rules)

    @cached_property
    def _locale(self) -> LocaleFile:
        return self._compiled.locale if self._compiled else load_locale_file(self.language)

    @cached_property
    def _english(self) -> LocaleFile:
        return self._locale if self.language == "en" else load_locale_file("en")

    @cached_property
    def _catalogue(self) -> CatalogueSentences:
        return self._compiled.catalogue if self._compiled else load_catalogue_sentences(self._rules)

    @cached_property
    def _translations(self) -> TranslationFile:
        return self._compiled.translations if self._compiled else load_translations(self.language, self._rules)

    def _locale_of(self, message_id: str) -> LocaleFile:
        if message_id in self._locale.sentences:
            return self._locale
        if message_id in self._english.sentences:
            return self._english
        raise WordsError(f"no sentence '{message_id}'")

    def _fill(self, message_id: str, name: str, arguments: dict[str, str | int]) -> str:
        if name not in arguments:
            raise WordsError(f"the sentence '{message_id}' needs '{name}'")
        value = arguments[name]
        if isinstance(value, int):
            return f"{value:,}" if abs(value) >= _GROUP_FROM else str(value)
        problem_id = "problem-" + _NOT_IN_IDS.sub("-", value.lower()).strip("-") if name == "problem" else ""
        return self.say(problem_id) if problem_id and self.knows(problem_id) else value


def load_words(language: str, rules: Path | None = None) -> Words:
    """Speak the language nearest to a tag (see match_language), with translations from a rules directory."""
    return Words(match_language(language), rules or rules_directory())


def _choose_form(sentence: Sentence, language: Language, count: str | int | None, message_id: str) -> str:
    if isinstance(sentence, str):
        return sentence
    if not isinstance(count, int):
        raise WordsError(f"the sentence '{message_id}' needs a whole number 'count'")
    return sentence[plural_category(language, count)]


def _join(pattern: str, first: str, second: str) -> str:
    before, _, rest = pattern.partition("{0}")
    between, _, after = rest.partition("{1}")
    return f"{before}{first}{between}{second}{after}"
