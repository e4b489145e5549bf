"""Where output goes: stdout or a file, never half written, never crashing on a console that lacks a character."""

from __future__ import annotations

import contextlib
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import click

from permaudit.errors import PermauditError, UsageError
from permaudit.report.escaping import escape_terminal, fit_encoding
from permaudit.words.language import choose_language, writable_language
from permaudit.words.sentences import Words, load_words

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def say_error(error: PermauditError, words: Words | None = None) -> None:
    """Print one clear line on stderr: what is wrong, where, and what to do."""
    language = words.language if words else choose_language(_language_option(), os.environ)
    spoken = load_words(writable_language(language, encoding_of(sys.stderr)))
    say_line(escape_terminal(spoken.say(error.message_id, **error.arguments)))


def say_line(line: str) -> None:
    """Print one line on stderr, whatever its encoding."""
    click.echo(fit_encoding(line, encoding_of(sys.stderr)), err=True)


def write_text(text: str, target: str | None) -> None:
    """Write text for people: see write_document. What a console cannot show is replaced by what it can."""
    _write(text, fit_encoding(text, encoding_of(sys.stdout)), target)


def write_document(text: str, target: str | None) -> None:
    r"""Write JSON to stdout (None or `-`), or to a file that appears only when complete.

    Files are UTF-8. On a console or pipe of another encoding everything beyond ASCII becomes `\uNNNN`, which means the
    same to whatever reads it. A reader of stdout that went away is no error: the exit code still tells the result.

    Raises:
        UsageError: it cannot be written there.
    """
    is_utf8 = encoding_of(sys.stdout).replace("-", "").lower() == "utf8"
    _write(text, text if is_utf8 else _NOT_ASCII.sub(_escape, text), target)


def goes_to_stdout(target: str | None) -> bool:
    """Whether `-o` was left out or is `-`."""
    return target in (None, "-")


def encoding_of(stream: TextIO | None) -> str:
    """The encoding a stream writes."""
    return getattr(stream, "encoding", None) or "utf-8"


def _write(text: str, shown: str, target: str | None) -> None:
    if target is None or target == "-":
        _write_stdout(shown)
        return
    path = Path(target)
    with _explained(target):
        if path.exists() and not path.is_file():  # /dev/null and pipes are written to, never replaced
            path.write_text(text, encoding="utf-8", newline="\n")
        else:
            _replace_file(path, text)


def _write_stdout(text: str) -> None:
    with _explained("stdout"):
        if sys.stdout is None:
            raise OSError("closed")
        try:
            sys.stdout.flush()
            sys.stdout.buffer.write(text.encode(encoding_of(sys.stdout), "replace"))
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            drop_stdout()
        except OSError:
            drop_stdout()
            raise


def drop_stdout() -> None:
    """Send the rest of stdout nowhere, so that the interpreter does not complain when it closes it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _replace_file(path: Path, text: str) -> None:
    path = path.resolve()  # a link stays a link
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
        raise UsageError("output-unwritable", file=target, problem=error.strerror or str(error)) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _escape(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def _language_option() -> str | None:
    """`--lang` as given, also where the command line failed before it was parsed."""
    arguments = sys.argv[1:]
    for place, argument in enumerate(arguments):
        if argument == "--lang" and place + 1 < len(arguments):
            return arguments[place + 1]
        if argument.startswith("--lang="):
            return argument.partition("=")[2]
    return None
