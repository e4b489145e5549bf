"""`permaudit demo`: audit the sample app that ships with permaudit."""

from __future__ import annotations

from pathlib import Path

import click

from permaudit.cli.exit_code import ExitCode
from permaudit.cli.options import report_options, words_for
from permaudit.model.rule import Severity

_SHOWN = (ExitCode.AUDITED, ExitCode.FINDINGS, ExitCode.CANNOT_TELL)
"""The demo succeeded when it showed what the sample does, whatever that is."""


@click.command(name="demo")
@report_options
def command(
    *,
    form: str,
    target: str | None,
    verbosity: int,
    fail_on: Severity,
    packs: tuple[Path, ...],
    where: tuple[str, ...],
    lang: str | None,
) -> int:
    """Audit a small sample loan app, written for permaudit, that ships with it."""
    from permaudit.cli.auditing import Request, audit_paths  # noqa: PLC0415  the heavy imports, once they are needed

    request = Request(form, target, verbosity, fail_on, packs, where)
    code = audit_paths([demo_app()], words_for(lang, form, target), request)
    return 0 if code in _SHOWN else code


def demo_app() -> Path:
    """The sample's APK: inside the wheel, or the case app of the checkout."""
    package = Path(__file__).resolve().parents[1]
    packaged = package / "_demo" / "demo-loan" / "app.apk"
    return packaged if packaged.is_file() else package.parents[1] / "tests" / "apps" / "demo-loan" / "app.apk"
