"""The one place that catches: what a user can mend is one line on stderr; anything else is a bug of ours."""

from __future__ import annotations

import traceback

import click

from permaudit import __version__
from permaudit.cli.exit_code import ExitCode
from permaudit.errors import PermauditError


def run(cli: click.Group) -> int:
    """Run the command line and turn whatever happens into an exit code."""
    try:
        result = cli.main(standalone_mode=False, prog_name="permaudit")
    except (click.Abort, KeyboardInterrupt):
        return ExitCode.INTERRUPTED
    except Exception as error:  # noqa: BLE001  the last boundary: whatever is left is our bug
        return _explain(error)
    return int(result) if isinstance(result, int) else ExitCode.AUDITED


def say_bug(name: str | None = None) -> ExitCode:
    """Show the exception that is being handled, and that it is our fault; `name` is the app it happened with."""
    traceback.print_exc()
    where = f" with {name}" if name else ""
    click.echo(f"permaudit {__version__}: this is a bug{where}; please report it with the lines above.", err=True)
    return ExitCode.BUG


def _explain(error: Exception) -> int:
    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, click.ClickException):
        error.show()
        return ExitCode.USAGE
    if isinstance(error, PermauditError):
        from permaudit.cli.output import say_error  # noqa: PLC0415

        say_error(error)
        return error.exit_code
    if isinstance(error, BrokenPipeError):
        from permaudit.cli.output import drop_stdout  # noqa: PLC0415

        drop_stdout()
        return ExitCode.AUDITED
    return say_bug()
