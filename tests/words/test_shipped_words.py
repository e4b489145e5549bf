"""What we ship is complete: every sentence in every language, every translation fresh, and no accusation anywhere."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
import yaml

from permaudit.documents import rules_directory
from permaudit.judge.loader import load_rule_set
from permaudit.model.clause import ClauseAnswer, ClauseStatus, ClauseType, Seen
from permaudit.model.evidence import Reveals, Scope, Surface, Trigger, Via
from permaudit.model.finding import Does, Level
from permaudit.model.flow import FlowVia, Sink, Transform
from permaudit.model.limitation import Hidden
from permaudit.model.permission import Door
from permaudit.model.rule import Confidence, Severity
from permaudit.report.fields import FIELDS_SPOKEN
from permaudit.words.catalogue import load_catalogue_sentences
from permaudit.words.language import LANGUAGES, Language
from permaudit.words.locale_file import Sentence, load_locale_file
from permaudit.words.plurals import CATEGORIES
from permaudit.words.sentences import PLACEHOLDER, load_words
from permaudit.words.translations import fingerprint, load_translations

SOURCE = Path(__file__).parents[2] / "src" / "permaudit"
OTHERS: tuple[Language, ...] = tuple(language for language in LANGUAGES if language != "en")
ENGLISH = load_locale_file("en").sentences
SPEAKERS = {"InputError", "RuleError", "UsageError", "PermauditError", "ArchiveError", "message", "say"}
PROBLEMS = {"EntryError", "DexDamageError"}
ACCUSATIONS = re.compile(
    r"\b(illegal|unlawful|malware|malicious|spyware|virus|steal|stolen|thief|scam|fraud|criminal)|"
    r"违法|非法|恶意|窃取|盗取|偷|病毒|诈骗|犯罪|違法|惡意|竊取|盜取|詐騙|犯罪",
    re.IGNORECASE,
)
_CALL_FIELDS = {"contact-id", "message-text", "call-time", "call-duration", "call-direction"}
FIELDS_OF = {"rule": ("title", "why", "advice"), "clause": ("title", "applies_to", "says", "note")}
FAMILIES: dict[str, tuple[str, ...]] = {
    "surface": get_args(Surface),
    "scope": get_args(Scope),
    "reveals": get_args(Reveals),
    "trigger": get_args(Trigger),
    "via": get_args(Via),
    "level": get_args(Level),
    "severity": get_args(Severity),
    "hides": get_args(Hidden),
    "door": get_args(Door),
    "outcome": ("yes", "no", "unknown"),
    "evidence-reachable": ("yes", "no", "unknown"),
    "sink": get_args(Sink),
    "flow-sink": tuple(set(get_args(Sink)) - {"network"}),
    "flow-recipient": ("sms", "email", "other-app"),
    "flow-via": get_args(FlowVia),
    "transform": get_args(Transform),
    "flow-data": (
        *get_args(Scope),
        *(set(get_args(Surface)) - {"contacts", "legacy-contacts"}),
        *(f"{surface}-unnamed" for surface in set(get_args(Surface)) - {"contacts", "legacy-contacts"}),
    ),
    "field": (*FIELDS_SPOKEN, *_CALL_FIELDS),
    "fields": (*FIELDS_SPOKEN, *_CALL_FIELDS),
    "could": ("whole-book", "some", "picked-only", "nothing"),
    "progress": ("manifest", "code", "evidence", "rules"),
    "confidence": get_args(Confidence),
    "clause-type": get_args(ClauseType),
    "clause-status": get_args(ClauseStatus),
    "clause-seen": get_args(Seen),
    "clause-title": ("since", "standard", "standard-since", "announced", "announced-since"),
    "clause-answer": tuple(set(get_args(ClauseAnswer)) - {"not-concerned"}),
    "protection": ("normal", "dangerous", "signature", "appop", "role", "internal"),
    "where": tuple({each.where.lower() for each in load_rule_set(rules_directory()).clauses}),
}


def rule_texts() -> dict[tuple[str, str, str], str]:
    texts: dict[tuple[str, str, str], str] = {}
    for path in rules_directory().glob("*/*.yaml"):
        if path.parent.name in {"catalog", "locales", "compiled"} or path.name.endswith(".cases.yaml"):
            continue
        written = yaml.safe_load(path.read_text(encoding="utf-8"))
        kind = "clause" if path.parent.name == "clauses" else "rule"
        for field in FIELDS_OF[kind]:
            if field in written:
                texts[kind, written["id"], field] = " ".join(written[field].split())
    for kind, sentences in load_catalogue_sentences(rules_directory()).items():
        texts |= {(kind, name, "sentence"): english for name, english in sentences.items()}
    return texts


def calls_in_source(names: set[str]) -> Iterator[tuple[str, ast.Call]]:
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                function = ast.unparse(node.func)
                if not function.startswith("click.") and function.rpartition(".")[2] in names:
                    yield path.name, node


def ids_in(expression: ast.expr) -> list[str]:
    """The sentence ids that an argument may stand for: a constant, or either side of a conditional."""
    match expression:
        case ast.Constant(str(text)):
            return [text]
        case ast.IfExp(_, chosen, other):
            return ids_in(chosen) + ids_in(other)
    return []


def spoken(sentence: Sentence) -> tuple[str, ...]:
    return (sentence,) if isinstance(sentence, str) else tuple(sentence.values())


def placeholders(sentence: Sentence) -> set[str]:
    return {name for text in spoken(sentence) for name in PLACEHOLDER.findall(text)}


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_is_translated_and_none_is_left_over(language: Language) -> None:
    assert set(load_locale_file(language).sentences) == set(ENGLISH)


@pytest.mark.parametrize("language", OTHERS)
def test_placeholders_are_the_same_in_every_language(language: Language) -> None:
    sentences = load_locale_file(language).sentences

    different = [name for name in ENGLISH if placeholders(sentences[name]) != placeholders(ENGLISH[name])]
    assert different == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_sentence_has_exactly_the_forms_of_its_language(language: Language) -> None:
    plural = [each for each in load_locale_file(language).sentences.values() if not isinstance(each, str)]

    assert plural
    assert {tuple(each) for each in plural} == {CATEGORIES[language]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_has_no_brace_that_is_not_a_placeholder(language: Language) -> None:
    for name, sentence in load_locale_file(language).sentences.items():
        for text in spoken(sentence):
            assert not re.search(r"[{}]", PLACEHOLDER.sub("", text)), name


@pytest.mark.parametrize("family", FAMILIES)
def test_every_closed_list_has_a_name_for_each_of_its_members(family: str) -> None:
    assert {f"{family}-{member}" for member in FAMILIES[family]} <= set(ENGLISH)


def test_every_answer_has_a_sentence() -> None:
    details = ("", "-fields", "-to", "-fields-to")
    sends = (*details, *(f"-all{detail}" for detail in details), "-recipients", "-other-app")
    variants = {"reads-all": ("", "-fields", "-whole"), "sends": sends}
    names = {f"does-{does}{end}" for does in get_args(Does) for end in variants.get(does, ("",))}

    assert names <= set(ENGLISH)


def test_everything_the_source_says_has_a_sentence() -> None:
    found = [(file, text) for file, call in calls_in_source(SPEAKERS) for text in ids_in(call.args[0])]

    assert len(found) > 100
    assert [each for each in found if each[1] not in ENGLISH] == []


def test_the_source_fills_every_placeholder_of_what_it_says() -> None:
    unfilled = []
    for file, call in calls_in_source(SPEAKERS - {"ArchiveError"}):
        given = {keyword.arg for keyword in call.keywords}
        for text in ids_in(call.args[0]):
            if None not in given and text in ENGLISH:
                unfilled += [(file, text, name) for name in placeholders(ENGLISH[text]) - given]

    assert unfilled == []


def test_every_problem_inside_a_file_has_a_sentence() -> None:
    problems = {text for _, call in calls_in_source(PROBLEMS) for text in ids_in(call.args[0])}
    ids = {"problem-" + re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") for text in problems}

    assert len(ids) > 15
    assert ids - set(ENGLISH) == set()


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_of_the_rules_is_translated_from_its_present_english(language: Language) -> None:
    translations = load_translations(language, rules_directory())
    missing, stale = [], []
    for (kind, name, field), english in rule_texts().items():
        found = translations.find(kind, name, field)
        if found is None:
            missing.append((kind, name, field))
        elif found.of != fingerprint(english):
            stale.append((kind, name, field, fingerprint(english)))

    assert missing == []
    assert stale == []


@pytest.mark.parametrize("language", OTHERS)
def test_no_translation_is_of_something_that_is_gone(language: Language) -> None:
    translations = load_translations(language, rules_directory()).translations
    texts = rule_texts()

    assert [
        (kind, name, field)
        for kind, names in translations.items()
        for name, fields in names.items()
        for field in fields
        if (kind, name, field) not in texts
    ] == []


def test_nothing_we_say_accuses_anybody() -> None:
    # an instrument keeps its name, whatever words are in it
    texts = [text for (kind, _, field), text in rule_texts().items() if (kind, field) != ("clause", "title")]
    for language in LANGUAGES:
        texts += [text for each in load_locale_file(language).sentences.values() for text in spoken(each)]
    for language in OTHERS:
        kinds = load_translations(language, rules_directory()).translations.items()
        texts += [
            each.text
            for kind, names in kinds
            for fields in names.values()
            for field, each in fields.items()
            if (kind, field) != ("clause", "title")
        ]

    assert [text for text in texts if ACCUSATIONS.search(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_permissions_and_doors_are_described(language: Language) -> None:
    words = load_words(language)

    described = words.describe("permission", "android.permission.READ_CONTACTS")
    assert described
    assert described.isascii() == (language == "en")
