"""The command line: the only place that prints and exits. Commands are loaded when they are called."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from permaudit import __version__

_COMMANDS = {
    "check": ("permaudit.cli.check", "Audit apps: what could they read, what does their code read?"),
    "demo": ("permaudit.cli.demo", "Audit the sample app that ships with permaudit."),
    "rules": ("permaudit.cli.rules", "Show, check, try and write rules."),
    "explain": ("permaudit.cli.explain", "Say in plain words what a name in a report means."),
}


class _LazyGroup(click.Group):
    """Imports a command's module only when it is asked for, so that `--help` stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(_COMMANDS[cmd_name][0]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in _COMMANDS.items()])


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="permaudit")
def cli() -> None:
    """Tell what a loan app could read from your address book, before you install it.

    permaudit opens an app's APK and looks at it. It never runs the app, and never uses the network.
    """


def main() -> None:
    """Run the command line and exit with its code (DESIGN.md section 5)."""
    from permaudit.cli.failure import run  # noqa: PLC0415  keeps --help free of it

    sys.exit(run(cli))
