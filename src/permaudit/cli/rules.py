"""`permaudit rules`: list the rules and check rule files."""

from __future__ import annotations

from pathlib import Path

import click

from permaudit.cli.options import language_option, words_for


@click.group(name="rules")
def command() -> None:
    """Show and check the rules."""


@command.command(name="list")
@language_option
@click.option(
    "--rules", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="DIR", help="Rules of your own."
)
def list_rules(lang: str | None, rules: Path | None) -> int:
    """List all rules: severity, id and title."""
    from permaudit.cli.output import write_text  # noqa: PLC0415
    from permaudit.documents import rules_directory  # noqa: PLC0415
    from permaudit.judge.loader import load_rules  # noqa: PLC0415

    words = words_for(lang)
    found = {rule.id: rule for rule in load_rules(rules_directory())}
    if rules is not None:
        found |= {rule.id: rule for rule in load_rules(rules)}
    rules_by_id = [found[name] for name in sorted(found)]
    severities = [words.say("severity-" + rule.severity) for rule in rules_by_id]
    width, id_width = max(map(len, severities)), max(map(len, found))
    lines = [
        f"{severity:{width}}  {rule.id:{id_width}}  {words.translate('rule', rule.id, 'title', rule.title)}"
        for severity, rule in zip(severities, rules_by_id, strict=True)
    ]
    write_text("\n".join(lines) + "\n", None)
    return 0


@command.command(name="lint")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@language_option
def lint(paths: tuple[Path, ...], lang: str | None) -> int:
    """Check rules, catalogue and translations (default: the shipped ones); every problem with its file and line."""
    from permaudit.cli import linting  # noqa: PLC0415  the heavy imports, once they are needed
    from permaudit.cli.exit_code import ExitCode  # noqa: PLC0415
    from permaudit.cli.output import say_error, write_text  # noqa: PLC0415
    from permaudit.documents import rules_directory  # noqa: PLC0415

    words = words_for(lang)
    result = linting.lint(paths or (rules_directory(),))
    for problem in result.problems:
        say_error(problem, words)
    write_text(words.say("lint-done", count=result.files, broken=len(result.problems)) + "\n", None)
    return ExitCode.RULES_INVALID if result.problems else ExitCode.AUDITED
