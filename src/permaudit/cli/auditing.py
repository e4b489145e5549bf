"""What `check` and `demo` share: audit packages one after another and hand each report to a format."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from permaudit.apk.opening import FailedInput, open_packages
from permaudit.apk.package import Package
from permaudit.cli.exit_code import ExitCode, code_of, worst
from permaudit.cli.output import say_error, write_text
from permaudit.documents import rules_directory
from permaudit.model.report import Report
from permaudit.model.rule import Severity
from permaudit.pipeline import Stage, audit, load_rule_book
from permaudit.words.sentences import Words

_QUIET_SECONDS = 1.0


def audit_paths(
    paths: Sequence[Path],
    words: Words,
    *,
    form: str,
    target: str | None,
    verbosity: int,
    fail_on: Severity,
    rules: Path | None,
) -> ExitCode:
    """Audit everything given; one app that fails does not hide the others."""
    book = load_rule_book(rules_directory(), rules)
    opened = open_packages(paths, words.language)
    progress = _Progress(words)
    codes: list[ExitCode] = []
    rendered: list[str] = []
    whole = len(opened) == 1
    for each in opened:
        if isinstance(each, FailedInput):
            say_error(each.error, words)
            codes.append(ExitCode.NOT_AUDITED)
            continue
        report = audit(each, book, words.translate, progress.show(each))
        progress.clear()
        codes.append(code_of(report, fail_on))
        rendered.append(_render(report, words, form, verbosity, whole=whole, plain=target not in (None, "-")))
    if rendered:
        write_text("".join(rendered), target)
    return worst(codes)


def _render(report: Report, words: Words, form: str, verbosity: int, *, whole: bool, plain: bool) -> str:
    if form == "json":
        from permaudit.report import json_v1  # noqa: PLC0415  a format is loaded when it is asked for

        return json_v1.render(report, words) if whole else json_v1.render_line(report, words)
    from permaudit.report import terminal  # noqa: PLC0415

    return terminal.render_text(report, words, verbosity=verbosity, stream=None if plain else sys.stdout)


class _Progress:
    """A line on the terminal while an audit takes longer than a second; nothing in a pipe."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._started = time.monotonic()
        self._shown = False

    def show(self, package: Package) -> Callable[[Stage], None]:
        """A callback for the pipeline that names the stage it enters."""
        self._started = time.monotonic()

        def on_stage(stage: Stage) -> None:
            if sys.stderr.isatty() and time.monotonic() - self._started > _QUIET_SECONDS:
                line = self._words.say("progress-" + stage, name=package.source.name)
                click.echo("\r\x1b[K" + line, err=True, nl=False)
                self._shown = True

        return on_stage

    def clear(self) -> None:
        """Take the line away again."""
        if self._shown:
            click.echo("\r\x1b[K", err=True, nl=False)
            self._shown = False
