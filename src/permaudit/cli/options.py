"""Options that several commands share."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from permaudit.words.language import choose_language, writable_language
from permaudit.words.sentences import Words, load_words

F = TypeVar("F", bound=Callable[..., Any])


def language_option(function: F) -> F:
    """`--lang`."""
    return click.option("--lang", metavar="LANG", help="Language of the report: en, zh-Hans or zh-Hant.")(function)


def rules_option(function: F) -> F:
    """`--rules`."""
    return click.option(
        "--rules",
        "packs",
        multiple=True,
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        metavar="DIR",
        help="Add rules from DIR, or replace shipped ones of the same id; may be given more than once.",
    )(function)


def report_options(function: F) -> F:
    """Options of the commands that print a report."""
    for option in reversed(
        (
            click.option(
                "--format",
                "form",
                type=click.Choice(["text", "json"]),
                default="text",
                show_default=True,
                help="Form of the report.",
            ),
            click.option(
                "-o", "--output", "target", metavar="FILE", help="Write the report to FILE instead of the screen."
            ),
            click.option(
                "-v", "--verbose", "verbosity", count=True, help="Show the evidence; -vv shows whole call paths."
            ),
            click.option(
                "--fail-on",
                type=click.Choice(["low", "medium", "high", "critical"]),
                default="high",
                show_default=True,
                help="Exit with 1 if a finding is at least this severe.",
            ),
            rules_option,
            click.option(
                "--where",
                multiple=True,
                metavar="COUNTRY",
                help="Show laws and store rules of these places only: CN,IN,google-play or all (the default).",
            ),
        )
    ):
        function = option(function)
    return language_option(function)


def words_for(lang: str | None, form: str = "text", target: str | None = None) -> Words:
    """The words for `--lang`, or for the environment's locale; English where the console cannot write the language.

    JSON and files can hold every language.
    """
    language = choose_language(lang, os.environ)
    if form == "text" and target in (None, "-"):
        language = writable_language(language, getattr(sys.stdout, "encoding", None) or "utf-8")
    return load_words(language)
