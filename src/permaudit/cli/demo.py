"""`permaudit demo`: audit the sample app that ships with permaudit."""

from __future__ import annotations

from pathlib import Path

import click

from permaudit.cli.options import report_options, words_for
from permaudit.model.rule import Severity


@click.command(name="demo")
@report_options
def command(
    *, form: str, target: str | None, verbosity: int, fail_on: Severity, rules: Path | None, lang: str | None
) -> int:
    """Audit a small sample loan app, written for permaudit, that ships with it."""
    from permaudit.cli.auditing import audit_paths  # noqa: PLC0415  the heavy imports, once they are needed

    audit_paths(
        [demo_app()], words_for(lang), form=form, target=target, verbosity=verbosity, fail_on=fail_on, rules=rules
    )
    return 0  # the demo succeeded when it showed what the sample does


def demo_app() -> Path:
    """The sample's APK: inside the wheel, or the case app of the checkout."""
    package = Path(__file__).resolve().parents[1]
    packaged = package / "_demo" / "demo-loan" / "app.apk"
    return packaged if packaged.is_file() else package.parents[1] / "tests" / "apps" / "demo-loan" / "app.apk"
