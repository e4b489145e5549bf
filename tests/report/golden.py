"""Compares what is rendered with a file that people read; set WRITE_GOLDEN=1 to write the files anew."""

from __future__ import annotations

import os
from pathlib import Path

from permaudit.words.language import Language
from permaudit.words.sentences import Words

FOLDER = Path(__file__).parents[1] / "golden"
RULES = Path(__file__).with_name("rules")


def golden_words(language: Language) -> Words:
    """Words with a small catalogue of their own, so that golden files do not change with the shipped one."""
    return Words(language, RULES)


def compare(name: str, rendered: str) -> None:
    path = FOLDER / name
    if os.environ.get("WRITE_GOLDEN"):
        path.write_text(rendered, encoding="utf-8", newline="\n")

    assert rendered == path.read_text(encoding="utf-8")
