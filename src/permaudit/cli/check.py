"""`permaudit check APP…`: the main job."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from permaudit.cli.options import report_options, words_for
from permaudit.model.rule import Severity

_STDIN = Path("-")


@click.command(name="check")
@click.argument("apps", nargs=-1, metavar="APP…", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--json-schema", is_flag=True, help="Print the JSON Schema of --format json and stop.")
@report_options
def command(
    apps: tuple[Path, ...],
    *,
    json_schema: bool,
    form: str,
    target: str | None,
    verbosity: int,
    fail_on: Severity,
    packs: tuple[Path, ...],
    where: tuple[str, ...],
    lang: str | None,
) -> int:
    """Audit apps: .apk, .xapk, .apks or .apkm files, a zip or folder of split APKs, or the split files themselves.

    Files of one app may be given together: they are put together by package name. `-` reads one file from stdin.
    """
    from permaudit.cli.auditing import Request, audit_paths  # noqa: PLC0415  the heavy imports, once they are needed
    from permaudit.cli.output import write_document  # noqa: PLC0415

    if json_schema:
        from permaudit.report.json_v1 import render_schema  # noqa: PLC0415

        write_document(render_schema(), target)
        return 0
    if not apps:
        raise click.UsageError("Which app? Give the path of an .apk, .xapk, .apks or .apkm file.")
    with _seekable(apps) as paths:
        request = Request(form, target, verbosity, fail_on, packs, where)
        return audit_paths(paths, words_for(lang, form, target), request)


@contextlib.contextmanager
def _seekable(apps: Sequence[Path]) -> Iterator[list[Path]]:
    """Replace `-`, and pipes such as `<(curl …)`, by copies on disk: an archive is read from its end."""
    if apps.count(_STDIN) > 1:
        raise click.UsageError("Only one '-' can be read from stdin.")
    if _STDIN in apps and sys.stdin is None:
        raise click.UsageError("There is no stdin to read '-' from.")
    with contextlib.ExitStack() as stack:
        yield [_copy(app, stack) if app == _STDIN or _is_readable_pipe(app) else app for app in apps]


def _copy(app: Path, stack: contextlib.ExitStack) -> Path:
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    copy = folder / ("stdin" if app == _STDIN else app.name)
    source = sys.stdin.buffer if app == _STDIN else stack.enter_context(app.open("rb"))
    with copy.open("wb") as written:
        shutil.copyfileobj(source, written)
    return copy


def _is_readable_pipe(app: Path) -> bool:
    try:
        return app.is_fifo() and os.access(app, os.R_OK)
    except OSError:  # a name that is too long, for one; what opens it will say so
        return False
