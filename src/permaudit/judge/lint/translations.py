"""Translations that no longer fit: of texts that are gone, or whose English has changed since."""

from __future__ import annotations

from pathlib import Path

from permaudit.errors import RuleError
from permaudit.judge.clause_file import read_clause
from permaudit.judge.loader import clause_paths, rule_paths
from permaudit.judge.problems import Problems
from permaudit.judge.rule_file import read_rule
from permaudit.words.catalogue import load_catalogue_sentences
from permaudit.words.language import Language
from permaudit.words.translations import fingerprint, load_translations

RULE_TEXTS = ("title", "why", "advice")
CLAUSE_TEXTS = ("title", "applies_to", "says", "note")
Texts = dict[tuple[str, str, str], str]


def check_translations(language: Language, folder: Path) -> list[RuleError]:
    """What is wrong with the translations of a rules directory.

    Raises:
        RuleError: the file cannot be read at all.
    """
    file = load_translations(language, folder)
    problems = Problems(folder / "locales" / f"{language}.yaml")
    texts = english_texts(folder)
    for kind, names in file.translations.items():
        for name, fields in names.items():
            for field, entry in fields.items():
                english = texts.get((kind, name, field))
                place = f"translations.{kind}.{name}.{field}"
                if english is None:
                    problems.add("translation-of-nothing", place, name=f"{kind} {name} {field}")
                elif entry.of != fingerprint(english):
                    problems.add("translation-is-stale", place, name=f"{kind} {name} {field}", now=fingerprint(english))
    return problems.found


def english_texts(folder: Path) -> Texts:
    """All English texts below a rules directory, by kind, id and field; files with mistakes are left out."""
    texts: Texts = {}
    for path in rule_paths(folder):
        rule, _ = read_rule(path)
        if rule is not None:
            texts |= {("rule", rule.id, field): getattr(rule, field) for field in RULE_TEXTS}
    for path in clause_paths(folder):
        clause, _ = read_clause(path)
        if clause is not None:
            texts |= {
                ("clause", clause.id, field): text
                for field in CLAUSE_TEXTS
                if (text := getattr(clause, field)) is not None
            }
    for kind, sentences in load_catalogue_sentences(folder).items():
        texts |= {(kind, name, "sentence"): english for name, english in sentences.items()}
    return texts
