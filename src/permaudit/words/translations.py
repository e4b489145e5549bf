"""Translations of the English in the rules: by kind, id and field, each tied to the English it was made from."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from permaudit.documents import convert_document, line_of, read_document
from permaudit.errors import RuleError
from permaudit.words.language import Language

_DIGITS = 12


class Translation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A translated text, and the fingerprint of the English it was made from."""

    of: str
    text: str


class TranslationFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`rules/locales/<language>.yaml`: kind (rule, permission, door), then id, then field."""

    language: Language
    translations: dict[str, dict[str, dict[str, Translation]]]

    def find(self, kind: str, id: str, field: str) -> Translation | None:  # noqa: A002  the brief word in the files
        """The translation of one field, whether or not its English is still the same."""
        return self.translations.get(kind, {}).get(id, {}).get(field)


class _Outline(msgspec.Struct, frozen=True):
    """The same file with its entries unchecked."""

    translations: dict[str, dict[str, dict[str, object]]]


def fingerprint(english: str) -> str:
    """The first 12 hex digits of the SHA-256 of an English text; breaking its lines elsewhere changes nothing."""
    return hashlib.sha256(" ".join(english.split()).encode()).hexdigest()[:_DIGITS]


def load_translations(language: Language, rules: Path) -> TranslationFile:
    """Read the translations below a rules directory; a directory without any for this language has none.

    Raises:
        RuleError: the file is not as the types above say; names the line.
    """
    path = translations_path(language, rules)
    if not path.is_file():
        return TranslationFile(language, {})
    document = read_document(path)
    try:
        return convert_document(document, TranslationFile, path)
    except RuleError as error:
        raise _locate(document, path) or error from error


def translations_path(language: Language, rules: Path) -> Path:
    """Where the translations of one language stand."""
    return rules / "locales" / f"{language}.yaml"


def _locate(document: object, path: Path) -> RuleError | None:
    """Find the entry that is wrong: an error about the whole file cannot name the keys of its mappings."""
    try:
        entries = msgspec.convert(document, _Outline).translations
    except msgspec.ValidationError:
        return None
    for kind, names in entries.items():
        for name, fields in names.items():
            for field, entry in fields.items():
                try:
                    msgspec.convert(entry, Translation)
                except msgspec.ValidationError as problem:
                    line = line_of(path, f"$.translations.{kind}.{name}.{field}")
                    text = f"{kind} {name} {field}: {problem}"
                    return RuleError("rule-file", file=str(path), line=line, problem=text)
    return None
