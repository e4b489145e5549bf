"""The one place that catches: what a user can mend is one line on stderr; anything else is a bug of ours."""

from __future__ import annotations

import os
import sys
import traceback

import click

from permaudit import __version__
from permaudit.cli.exit_code import ExitCode
from permaudit.errors import PermauditError


def run(cli: click.Group) -> int:
    """Run the command line and turn whatever happens into an exit code."""
    try:
        result = cli.main(standalone_mode=False, prog_name="permaudit")
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.Abort:
        return ExitCode.INTERRUPTED
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except click.ClickException as error:
        error.show()
        return ExitCode.USAGE
    except PermauditError as error:
        from permaudit.cli.output import say_error  # noqa: PLC0415

        say_error(error)
        return error.exit_code
    except BrokenPipeError:
        # the reader of a pipe went away; keep the interpreter from complaining while it closes stdout
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.AUDITED
    except Exception:  # noqa: BLE001  the last boundary: whatever is left is our bug
        traceback.print_exc()
        click.echo(f"permaudit {__version__}: this is a bug; please report it with the lines above.", err=True)
        return ExitCode.BUG
    return int(result) if isinstance(result, int) else ExitCode.AUDITED
