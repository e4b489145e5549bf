"""`permaudit rules`: list and show the rules, check rule files, try their cases, and begin a new one."""

from __future__ import annotations

from pathlib import Path

import click

from permaudit.cli.options import language_option, rules_option, words_for

_MOST_NAMED = 5


@click.group(name="rules")
def command() -> None:
    """Show, check and write rules."""


@command.command(name="list")
@language_option
@rules_option
def list_rules(lang: str | None, packs: tuple[Path, ...]) -> int:
    """List all rules: severity, id and title."""
    from permaudit.cli.output import write_text  # noqa: PLC0415
    from permaudit.documents import rules_directory  # noqa: PLC0415
    from permaudit.rulebook import load_rule_book  # noqa: PLC0415

    words = words_for(lang)
    rules = load_rule_book(rules_directory(), packs).rule_set.rules
    severities = [words.say("severity-" + rule.severity) for rule in rules]
    width, id_width = max(map(len, severities)), max(len(rule.id) for rule in rules)
    lines = [
        f"{severity:{width}}  {rule.id:{id_width}}  {words.translate('rule', rule.id, 'title', rule.title)}"
        for severity, rule in zip(severities, rules, strict=True)
    ]
    write_text("\n".join(lines) + "\n", None)
    return 0


@command.command(name="show")
@click.argument("id")
@language_option
@rules_option
def show(id: str, lang: str | None, packs: tuple[Path, ...]) -> int:  # noqa: A002  the word of the rule files
    """Show one rule whole: its texts, its condition as it is read, and the clauses it concerns."""
    from permaudit.cli.explaining import show_rule  # noqa: PLC0415  the heavy imports, once they are needed
    from permaudit.cli.output import write_text  # noqa: PLC0415

    write_text(show_rule(id, words_for(lang), packs), None)
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


@command.command(name="test")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@language_option
def test(paths: tuple[Path, ...], lang: str | None) -> int:
    """Try the cases of rules (default: the shipped ones): what was seen, or a whole app, and what the rule says."""
    from permaudit.cli.exit_code import ExitCode  # noqa: PLC0415  the heavy imports, once they are needed
    from permaudit.cli.output import say_error, say_line, write_text  # noqa: PLC0415
    from permaudit.cli.trying import try_cases  # noqa: PLC0415
    from permaudit.documents import rules_directory  # noqa: PLC0415

    words = words_for(lang)
    tried = try_cases(paths or (rules_directory(),))
    for failure in tried.failures:
        say_error(failure, words)
    if tried.apps_not_here:
        names = ", ".join(tried.apps_not_here[:_MOST_NAMED]) + (", …" if len(tried.apps_not_here) > _MOST_NAMED else "")
        say_line(words.say("cases-not-here", count=len(tried.apps_not_here), names=names))
    write_text(words.say("cases-done", count=tried.cases, broken=len(tried.failures)) + "\n", None)
    return ExitCode.RULES_INVALID if tried.failures else ExitCode.AUDITED


@command.command(name="new")
@click.argument("id")
@click.option("--category", default="reading", show_default=True, help="The folder that the rule belongs to.")
@click.option(
    "--in",
    "folder",
    default=Path("my-rules"),
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Where the rules of your own are.",
)
@language_option
def new(id: str, category: str, folder: Path, lang: str | None) -> int:  # noqa: A002  the word of the rule files
    """Begin a rule: a file that passes lint, with cases beside it, both to be changed."""
    from permaudit.cli.beginning import begin_rule  # noqa: PLC0415
    from permaudit.cli.output import write_text  # noqa: PLC0415

    words = words_for(lang)
    rule, cases = begin_rule(id, category, folder)
    write_text(words.say("rule-begun", rule=str(rule), cases=str(cases), folder=str(folder)) + "\n", None)
    return 0
