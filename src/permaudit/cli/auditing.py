"""What `check` and `demo` share: audit packages one after another and hand each report to a format."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import click
from msgspec import Struct

from permaudit.apk.opening import FailedInput, open_packages
from permaudit.apk.package import Package
from permaudit.cli.exit_code import ExitCode, code_of, worst
from permaudit.cli.failure import say_bug
from permaudit.cli.output import goes_to_stdout, say_error, write_document, write_text
from permaudit.cli.places import find_places
from permaudit.documents import rules_directory
from permaudit.errors import InputError
from permaudit.model.report import Report
from permaudit.model.rule import Severity
from permaudit.pipeline import Stage, audit
from permaudit.rulebook import RuleBook, load_rule_book
from permaudit.words.sentences import Words

_QUIET_SECONDS = 1.0

# What an audit builds is frozen values that rarely form cycles: looking for cycles as often as
# Python does by default is a tenth of an audit's time and finds next to nothing.
_VALUES_BETWEEN_COLLECTIONS = 100_000


class Request(Struct, frozen=True):
    """What the command line asks for, beside the apps: how to show a report, and what counts as a finding.

    `packs` are folders of rules that are added; `where` are the places whose laws and store policies to show, as
    written.
    """

    form: str
    target: str | None
    verbosity: int
    fail_on: Severity
    packs: tuple[Path, ...]
    where: tuple[str, ...]


def audit_paths(paths: Sequence[Path], words: Words, request: Request) -> ExitCode:
    """Audit everything given; one app that fails does not hide the others.

    Reports appear on stdout as they are made; a file is written at the end, or not at all if nothing was audited.
    """
    gc.set_threshold(_VALUES_BETWEEN_COLLECTIONS)
    book = load_rule_book(rules_directory(), request.packs)
    places = find_places(request.where, book)
    opened = open_packages(paths, words.language)
    progress = _Progress(words)
    rendered: list[str] = []
    codes: list[ExitCode] = []
    for each in opened:
        report = _audit(each, book, words, progress, places)
        if isinstance(report, ExitCode):
            codes.append(report)
            continue
        codes.append(code_of(report, request.fail_on))
        text = _render(report, words, request, whole=len(opened) == 1)
        rendered.append(f"\n{text}" if rendered and request.form == "text" else text)
        if goes_to_stdout(request.target):
            _write(rendered[-1:], request)
    if rendered and not goes_to_stdout(request.target):
        _write(rendered, request)
    return worst(codes)


def _audit(
    opened: Package | FailedInput, book: RuleBook, words: Words, progress: _Progress, places: frozenset[str] | None
) -> Report | ExitCode:
    """One app's report, or why there is none, which was then said on stderr."""
    if isinstance(opened, FailedInput):
        say_error(opened.error, words)
        return ExitCode.NOT_AUDITED
    name = opened.source.name
    try:
        return audit(opened, book, words.translate, progress.show(opened), places)
    except InputError as error:
        problem = error
    except OSError as error:  # the file went away, or its disk failed, after it was opened
        problem = InputError("input-unreadable", part=name, problem=error.strerror or str(error))
    except Exception:  # noqa: BLE001  a bug that one app triggers must not hide the others
        progress.clear()
        return say_bug(name)
    finally:
        progress.clear()
    say_error(problem, words)
    return ExitCode.NOT_AUDITED


def _render(report: Report, words: Words, request: Request, *, whole: bool) -> str:
    if request.form == "json":
        from permaudit.report import json_v1  # noqa: PLC0415  a format is loaded when it is asked for

        return json_v1.render(report, words) if whole else json_v1.render_line(report, words)
    from permaudit.report import terminal  # noqa: PLC0415

    stream = sys.stdout if goes_to_stdout(request.target) else None
    return terminal.render_text(report, words, verbosity=request.verbosity, stream=stream)


def _write(rendered: Sequence[str], request: Request) -> None:
    write = write_document if request.form == "json" else write_text
    write("".join(rendered), request.target)


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
