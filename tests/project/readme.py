"""Runs what README.md shows: `python tests/project/readme.py` writes its outputs anew.

A comment before a code block says what becomes of it:

    <!-- file: PATH -->         the block is written to PATH
    <!-- appends to: PATH -->   the block is added to the end of PATH, a file of this repository
    <!-- runs -->               lines after `$ ` are run; the others must be what they print

`permaudit COMMAND` and `echo $?` can be run. A line `...` stands for any lines. All happens in a folder of its own.
"""

from __future__ import annotations

import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from cli.command import ROOT, run

README = ROOT / "README.md"
_BLOCK = re.compile(r"<!-- (file|appends to|runs)(?:: (\S+))? -->\n```\w*\n(.*?)```\n", re.DOTALL)
_RULES = re.compile(r"\brules [0-9a-f]{16}\b")
ANY = "..."


@dataclass(frozen=True, slots=True)
class Step:
    """One command of a block, with what README says it prints and what it printed."""

    command: str
    shown: str
    printed: str

    @property
    def agrees(self) -> bool:
        """Whether README tells the truth; the hash of the rules is left out, since every new rule changes it."""
        pattern = "".join(
            r"(?:.*\n)*" if line == ANY + "\n" else re.escape(line)
            for line in _plain(self.shown).splitlines(keepends=True)
        )
        return re.fullmatch(pattern, _plain(self.printed)) is not None


def steps(text: str) -> Iterator[Step]:
    """Do what the blocks of README say, in their order."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "rules", folder / "rules")
        (folder / "tests").symlink_to(ROOT / "tests", target_is_directory=True)
        (folder / "brochure.pdf").write_text("%PDF-1.7\n" * 40)
        for kind, path, body in _BLOCK.findall(text):
            if kind == "runs":
                yield from _run_block(body, folder)
                continue
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("w" if kind == "file" else "a", encoding="utf-8") as file:
                file.write(body)


def rewritten(text: str) -> str:
    """README with the outputs of today, except where `...` leaves some out."""
    done = iter(list(steps(text)))

    def renew(found: re.Match[str]) -> str:
        if found[1] != "runs":
            return found[0]
        body = ""
        for _ in _commands(found[3]):
            step = next(done)
            cut = ANY + "\n" in step.shown.splitlines(keepends=True)
            body += f"$ {step.command}\n{step.shown if cut else step.printed}"
        return found[0].replace(found[3], body)

    return _BLOCK.sub(renew, text)


def _run_block(body: str, folder: Path) -> Iterator[Step]:
    exit_code = 0
    for command, shown in _commands(body):
        if command == "echo $?":
            yield Step(command, shown, f"{exit_code}\n")
            continue
        program, *arguments = shlex.split(command)
        assert program == "permaudit", command
        ran = run(*arguments, folder=folder)
        exit_code = ran.exit_code
        yield Step(command, shown, ran.out + ran.error)


def _commands(body: str) -> Iterator[tuple[str, str]]:
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        yield command, shown


def _plain(text: str) -> str:
    return _RULES.sub("rules 0000000000000000", text)


if __name__ == "__main__":
    README.write_text(rewritten(README.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
