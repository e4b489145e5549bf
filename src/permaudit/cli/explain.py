"""`permaudit explain ID`: a rule, a permission, a clause or a door, in plain words."""

from __future__ import annotations

from pathlib import Path

import click

from permaudit.cli.options import language_option, rules_option, words_for


@click.command(name="explain")
@click.argument("id")
@language_option
@rules_option
def command(id: str, lang: str | None, packs: tuple[Path, ...]) -> int:  # noqa: A002  the word of the rule files
    """Say in plain words what a rule, a permission, a clause or a special service is: the ID as a report shows it."""
    from permaudit.cli.explaining import explain  # noqa: PLC0415  the heavy imports, once they are needed
    from permaudit.cli.output import write_text  # noqa: PLC0415

    write_text(explain(id, words_for(lang), packs), None)
    return 0
