"""How the command starts: quickly, without the network, and where a shell can complete it."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.command import DEMO, run

import permaudit

HEAVY = {"androguard", "asn1crypto", "cryptography", "loguru", "numpy", "rich", "yaml"}


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("check", "--help")])
def test_help_imports_nothing_heavy(arguments: tuple[str, ...]) -> None:
    ran = run(*arguments, python=("-X", "importtime", "-m", "permaudit"))

    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in ran.error_lines}
    assert "click" in imported
    allowed = {"yaml"} if arguments[0] == "check" else set()
    assert imported & HEAVY <= allowed
    assert ran.exit_code == 0


def test_help_lists_the_commands_that_work() -> None:
    ran = run("--help")

    commands = [line.split()[0] for line in ran.out.partition("Commands:\n")[2].splitlines()]
    assert commands == ["check", "demo", "rules", "explain"]
    assert all(run(command, "--help").exit_code == 0 for command in commands)


def test_the_version_is_that_of_the_package() -> None:
    assert run("--version").out == f"permaudit, version {permaudit.__version__}\n"


def test_nothing_opens_a_connection(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import os, sys\n"
        "def forbid(event, arguments):\n"
        "    if event.startswith(('socket.', 'subprocess.', 'os.system', 'os.posix_spawn', 'urllib.')):\n"
        "        print('forbidden:', event, file=sys.stderr, flush=True)\n"
        "        os._exit(99)\n"
        "sys.addaudithook(forbid)\n"
    )
    blocked = run("-c", "import socket; socket.socket()", python=(), python_path=[tmp_path])
    assert blocked.exit_code == 99

    ran = run("check", DEMO, "-vv", python_path=[tmp_path])

    assert (ran.exit_code, ran.error) == (1, "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_can_load_the_completion(shell: str) -> None:
    ran = run(environment={"_PERMAUDIT_COMPLETE": f"{shell}_source"})

    assert ran.exit_code == 0
    assert f"_PERMAUDIT_COMPLETE={shell}_complete" in ran.out


@pytest.mark.parametrize(
    ("typed", "offered"), [("permaudit ch", "plain,check"), ("permaudit check --format j", "plain,json")]
)
def test_a_shell_is_offered_commands_and_values(typed: str, offered: str) -> None:
    words = {"COMP_WORDS": typed, "COMP_CWORD": str(len(typed.split()) - 1)}

    ran = run(environment={"_PERMAUDIT_COMPLETE": "bash_complete", **words})

    assert ran.out.split() == [offered]
