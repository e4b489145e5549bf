"""Where output goes: stdout or a file, never half written, never crashing on a console that lacks a character."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import click

from permaudit.errors import InputError, PermauditError
from permaudit.report.escaping import escape_terminal
from permaudit.words.language import choose_language
from permaudit.words.sentences import Words, load_words


def say_error(error: PermauditError, words: Words | None = None, name: str | None = None) -> None:
    """Print one clear line on stderr: what is wrong, where, and what to do."""
    words = words or load_words(choose_language(_language_option(), os.environ))
    line = words.say(error.message_id, **error.arguments)
    click.echo(escape_terminal(f"{name}: {line}" if name else line).encode(_encoding(sys.stderr), "replace"), err=True)


def write_text(text: str, target: str | None) -> None:
    """Write a whole report to stdout (None or `-`), or to a file that appears only when complete.

    Raises:
        InputError: the file cannot be written.
    """
    if target is None or target == "-":
        data = text.encode(_encoding(sys.stdout), "replace")
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    path = Path(target)
    if path.exists() and not path.is_file():  # /dev/null and pipes are written to, never replaced
        with _explained(target), path.open("w", encoding="utf-8") as stream:
            stream.write(text)
        return
    with _explained(target):
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
            Path(temporary).chmod(0o666 & ~_umask())
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise


@contextlib.contextmanager
def _explained(target: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InputError("output-unwritable", file=target, problem=error.strerror or str(error)) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _encoding(stream: object) -> str:
    return getattr(stream, "encoding", None) or "utf-8"


def _language_option() -> str | None:
    """`--lang` as given, also where the command line failed before it was parsed."""
    arguments = sys.argv[1:]
    for place, argument in enumerate(arguments):
        if argument == "--lang" and place + 1 < len(arguments):
            return arguments[place + 1]
        if argument.startswith("--lang="):
            return argument.partition("=")[2]
    return None
