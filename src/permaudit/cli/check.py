"""`permaudit check APP…`: the main job."""

from __future__ import annotations

import contextlib
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from permaudit.cli.options import report_options, words_for
from permaudit.model.rule import Severity


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
    rules: Path | None,
    lang: str | None,
) -> int:
    """Audit apps: .apk, .xapk, .apks or .apkm files, a zip or folder of split APKs, or the split files themselves.

    Files of one app may be given together: they are put together by package name. `-` reads one file from stdin.
    """
    from permaudit.cli.auditing import audit_paths  # noqa: PLC0415  the heavy imports, once they are needed
    from permaudit.cli.output import write_text  # noqa: PLC0415

    if json_schema:
        from permaudit.report.json_v1 import render_schema  # noqa: PLC0415

        write_text(render_schema(), target)
        return 0
    if not apps:
        raise click.UsageError("Which app? Give the path of an .apk, .xapk, .apks or .apkm file.")
    with _with_stdin(apps) as paths:
        return audit_paths(
            paths, words_for(lang), form=form, target=target, verbosity=verbosity, fail_on=fail_on, rules=rules
        )


@contextlib.contextmanager
def _with_stdin(apps: Sequence[Path]) -> Iterator[list[Path]]:
    """Replace `-` by a temporary file with what stdin holds."""
    if Path("-") not in apps:
        yield list(apps)
        return
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "stdin"
        copy.write_bytes(sys.stdin.buffer.read())
        yield [copy if app == Path("-") else app for app in apps]
