"""All that is said in one language, as a wheel carries it: MessagePack behind the hash of its source files."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from permaudit.words.catalogue import CATALOGUE_FILES, CatalogueSentences, load_catalogue_sentences
from permaudit.words.language import Language
from permaudit.words.locale_file import LocaleFile, load_locale_file, locale_path
from permaudit.words.translations import TranslationFile, load_translations, translations_path

FOLDER = "compiled"


class Spoken(msgspec.Struct, frozen=True):
    """The program's own sentences, the translations of rules and catalogue, and the catalogue's English."""

    locale: LocaleFile
    translations: TranslationFile
    catalogue: CatalogueSentences


def compile_words(language: Language, rules: Path) -> bytes:
    """The compiled form of one language.

    Raises:
        RuleError: a file cannot be used as written.
    """
    spoken = Spoken(load_locale_file(language), load_translations(language, rules), load_catalogue_sentences(rules))
    return _hash(language, rules).encode() + msgspec.msgpack.encode(spoken)


def load_compiled(language: Language, rules: Path) -> Spoken | None:
    """The compiled form below a rules directory; None where there is none, a damaged one, or one of other files."""
    try:
        written = (rules / FOLDER / language).read_bytes()
    except OSError:
        return None
    key = _hash(language, rules).encode()
    if not written.startswith(key):
        return None
    try:
        return msgspec.msgpack.decode(memoryview(written)[len(key) :], type=Spoken)
    except (msgspec.MsgspecError, ValueError):
        return None  # damaged on the disk: the files that it was made from say the same


def _hash(language: Language, rules: Path) -> str:
    digest = hashlib.sha256()
    for path in (
        locale_path(language),
        translations_path(language, rules),
        *(rules / each for each in CATALOGUE_FILES),
    ):
        digest.update(hashlib.sha256(path.read_bytes() if path.is_file() else b"").digest())
    return digest.hexdigest()
