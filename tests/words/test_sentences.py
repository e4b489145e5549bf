"""How sentences are chosen and filled."""
# ruff: noqa: RUF001  Chinese has its own punctuation

from __future__ import annotations

from pathlib import Path

import pytest

from permaudit.errors import RuleError
from permaudit.model.message import message
from permaudit.words.language import Language, choose_language, match_language, writable_language
from permaudit.words.sentences import WordsError, load_words
from permaudit.words.translations import fingerprint

SHA256_OF_ABC = "ba7816bf8f01"  # FIPS 180-4, the example "abc"


def rules_with(folder: Path, text: str) -> Path:
    (folder / "locales").mkdir()
    (folder / "locales" / "zh-Hant.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("en_GB.UTF-8", "en"),
        ("C", "en"),
        ("", "en"),
        ("fr_FR", "en"),
        ("zha", "en"),
        ("zh", "zh-Hans"),
        ("zh_CN.GBK", "zh-Hans"),
        ("zh-SG", "zh-Hans"),
        ("zh_TW.UTF-8", "zh-Hant"),
        ("zh-hk", "zh-Hant"),
        ("zh_MO", "zh-Hant"),
        ("zh-Hant-CN", "zh-Hant"),
        ("zh-Hans-HK", "zh-Hans"),
        ("zh_TW@radical", "zh-Hant"),
    ],
)
def test_the_nearest_language_is_found_for_a_locale(tag: str, language: Language) -> None:
    assert match_language(tag) == language


def test_the_option_wins_over_the_environment() -> None:
    assert choose_language("zh-TW", {"LANG": "en_US.UTF-8"}) == "zh-Hant"


def test_posix_variables_override_one_another_in_their_order() -> None:
    assert choose_language(None, {"LC_ALL": "zh_CN", "LC_MESSAGES": "zh_TW", "LANG": "en_US"}) == "zh-Hans"
    assert choose_language(None, {"LC_ALL": "", "LC_MESSAGES": "zh_TW", "LANG": "en_US"}) == "zh-Hant"
    assert choose_language(None, {"LANG": "zh_CN.UTF-8"}) == "zh-Hans"
    assert choose_language(None, {}) == "en"


@pytest.mark.parametrize(
    ("language", "encoding", "expected"),
    [
        ("zh-Hans", "gbk", "zh-Hans"),
        ("zh-Hant", "big5", "zh-Hant"),
        ("zh-Hans", "big5", "en"),
        ("zh-Hans", "ascii", "en"),
        ("zh-Hant", "no-such-encoding", "en"),
        ("en", "ascii", "en"),
    ],
)
def test_a_console_that_cannot_write_a_language_gets_english(
    language: Language, encoding: str, expected: Language
) -> None:
    assert writable_language(language, encoding) == expected


def test_a_count_chooses_the_plural_form() -> None:
    words = load_words("en")

    assert words.say("coverage-files", count=1) == "1 code file"
    assert words.say("coverage-files", count=0) == "0 code files"
    assert words.say("coverage-files", count=2) == "2 code files"


def test_chinese_has_one_form_for_all_counts() -> None:
    words = load_words("zh-TW")

    assert words.say("coverage-files", count=1) == "1 個程式碼檔"
    assert words.say("coverage-files", count=5) == "5 個程式碼檔"


def test_large_numbers_are_grouped_and_line_numbers_are_not() -> None:
    words = load_words("en")

    assert words.say("coverage-files", count=299_581) == "299,581 code files"
    assert words.say("rule-file", file="a.yaml", line=1234, problem="odd") == "a.yaml:1234: odd"


def test_a_problem_that_has_a_sentence_is_translated_inside_another() -> None:
    words = load_words("zh-Hans")

    assert words.say("input-unreadable", part="a.apk", problem="too-large") == "a.apk：无法读取（太大）。"
    assert "有字符串位于文件之外" in words.say(
        "limitation-unreadable-dex", part="a", file="b", problem="a string lies outside the file"
    )
    assert words.say("input-unreadable", part="a.apk", problem="EIO") == "a.apk：无法读取（EIO）。"


def test_braces_in_an_argument_are_only_text() -> None:
    words = load_words("en")

    spoken = words.say(
        "input-parts-disagree", part="{package}", package="{0.__class__}", other_part="", other_package=""
    )

    assert spoken.startswith("{package} belongs to {0.__class__}, but")


def test_a_message_is_spoken_with_its_arguments() -> None:
    spoken = load_words("en").speak(message("limitation-missing-class", name="com.x.Main"))

    assert spoken == "The app declares com.x.Main, but the code for it is not in the package. It may be loaded later."


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_an_unknown_sentence_is_a_mistake_of_ours(language: str) -> None:
    with pytest.raises(WordsError, match="no-such-sentence"):
        load_words(language).say("no-such-sentence")


def test_a_missing_argument_is_a_mistake_of_ours() -> None:
    with pytest.raises(WordsError, match="part"):
        load_words("en").say("input-not-found")


def test_a_plural_sentence_without_a_count_is_a_mistake_of_ours() -> None:
    with pytest.raises(WordsError, match="count"):
        load_words("en").say("coverage-files", count="many")


@pytest.mark.parametrize(
    ("language", "items", "spoken"),
    [
        ("en", [], ""),
        ("en", ["a"], "a"),
        ("en", ["a", "b"], "a and b"),
        ("en", ["a", "b", "c"], "a, b and c"),
        ("en", ["a", "b", "c", "d"], "a, b, c and d"),
        ("zh-Hans", ["甲", "乙"], "甲和乙"),
        ("zh-Hant", ["甲", "乙", "丙"], "甲、乙和丙"),
        ("en", ["{1}", "{0}", "c"], "{1}, {0} and c"),
    ],
)
def test_lists_are_spoken_as_the_language_does(language: str, items: list[str], spoken: str) -> None:
    assert load_words(language).enumerate(items) == spoken


def test_a_list_of_choices_says_or() -> None:
    assert load_words("en").enumerate(["a", "b", "c"], "or") == "a, b or c"


def test_a_fingerprint_is_the_start_of_the_sha_256() -> None:
    assert fingerprint("abc") == SHA256_OF_ABC
    assert fingerprint("a\n b") == fingerprint("a b")


def test_a_fresh_translation_is_used(tmp_path: Path) -> None:
    rules = rules_with(
        tmp_path, f"language: zh-Hant\ntranslations: {{rule: {{x: {{title: {{of: {SHA256_OF_ABC}, text: 甲}}}}}}}}\n"
    )

    words = load_words("zh-HK", rules)

    assert words.translate("rule", "x", "title", "abc") == "甲"


def test_a_stale_or_missing_translation_gives_the_english(tmp_path: Path) -> None:
    rules = rules_with(
        tmp_path, f"language: zh-Hant\ntranslations: {{rule: {{x: {{title: {{of: {SHA256_OF_ABC}, text: 甲}}}}}}}}\n"
    )

    words = load_words("zh-HK", rules)

    assert words.translate("rule", "x", "title", "abc, mended") == "abc, mended"
    assert words.translate("rule", "x", "why", "abc") == "abc"
    assert words.translate("door", "x", "title", "abc") == "abc"


def test_rules_without_translations_are_told_in_english(tmp_path: Path) -> None:
    assert load_words("zh-HK", tmp_path).translate("rule", "x", "title", "abc") == "abc"
    assert load_words("zh-HK", tmp_path).describe("permission", "x") is None


def test_a_broken_translation_file_names_its_line(tmp_path: Path) -> None:
    rules = rules_with(tmp_path, "language: zh-Hant\ntranslations:\n  rule:\n    x:\n      title: {text: 甲}\n")

    with pytest.raises(RuleError) as caught:
        load_words("zh-HK", rules).translate("rule", "x", "title", "abc")

    assert caught.value.arguments["line"] == 5
