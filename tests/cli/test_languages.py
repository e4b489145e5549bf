"""The report speaks the language that the reader asked for, or that of the machine."""

from __future__ import annotations

import json

import pytest
from cli.command import DEMO, run

SIMPLIFIED, TRADITIONAL, ENGLISH = "通讯录", "通訊錄", "address book"


@pytest.mark.parametrize(
    ("option", "environment", "word"),
    [
        ("zh-Hans", {}, SIMPLIFIED),
        ("zh-Hant", {}, TRADITIONAL),
        ("zh-HK", {}, TRADITIONAL),
        ("en", {"LANG": "zh_CN.UTF-8"}, ENGLISH),
        ("fr", {}, ENGLISH),
        (None, {"LANG": "zh_TW"}, TRADITIONAL),
        (None, {"LANG": "zh_CN.UTF-8"}, SIMPLIFIED),
        (None, {"LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"}, ENGLISH),
        (None, {}, ENGLISH),
    ],
)
def test_the_report_speaks_the_language_asked_for(option: str | None, environment: dict[str, str], word: str) -> None:
    given = ("--lang", option) if option else ()

    ran = run("check", DEMO, *given, environment={"PYTHONUTF8": "1", **environment})

    assert [each for each in (SIMPLIFIED, TRADITIONAL, ENGLISH) if each in ran.out] == [word]


def test_findings_in_json_are_translated_and_its_words_for_machines_are_not() -> None:
    english, chinese = (
        json.loads(run("check", DEMO, "--format", "json", "--lang", language).out) for language in ("en", "zh-Hans")
    )

    assert [each["title"] for each in english["findings"]] != [each["title"] for each in chinese["findings"]]
    assert [each["rule"] for each in english["findings"]] == [each["rule"] for each in chinese["findings"]]
    assert english["verdict"] == chinese["verdict"]
    assert english["reads"] == chinese["reads"]


@pytest.mark.parametrize(
    ("arguments", "environment"), [(("--lang", "zh-Hant"), {}), (("--lang=zh-Hant",), {}), ((), {"LANG": "zh_TW"})]
)
def test_errors_are_told_in_the_same_language(arguments: tuple[str, ...], environment: dict[str, str]) -> None:
    ran = run("check", "missing.apk", *arguments, environment={"PYTHONUTF8": "1", **environment})

    assert ran.error.startswith("missing.apk")
    assert "沒有這個檔案或資料夾" in ran.error
