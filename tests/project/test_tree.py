"""The house rules that a tool can check: sizes, names, first sentences, layers, and nothing of one machine."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from cli.command import ROOT

SOURCE_LINES, TEST_LINES = 350, 500
BANNED_NAMES = {"util", "utils", "helper", "helpers", "common", "manager", "base", "misc"}
"""Modules that want to be split. Nothing may join them, and a module that became short enough leaves."""

_MACHINE_PATH = re.compile(r"(?<![\w.~}/])/(?:root|home/\w|Users/\w|work/(?:main|shared)|tmp/bash)")
_REGISTRY = re.compile(
    r"\b(?:[\w-]+\.)*(?:pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|maven\.org|maven\.apache\.org|jfrog\.io)\b"
    r"|\b(?:artifactory|nexus)\b",
    re.IGNORECASE,
)
_NOT_OURS = ("tests/apps/THIRD_PARTY.md", "LICENSE", "tests/project/test_tree.py")


def _tracked() -> list[str]:
    """All files of the repository; where there is no git to ask, all that lie in the folder."""
    git = shutil.which("git")
    if git and (ROOT / ".git").exists():
        listed = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
        return [name for name in listed.split("\0") if name and (ROOT / name).is_file()]
    fetched = re.compile(r"(^|/)(\.git|\.venv|__pycache__|\.\w+_cache|\.hypothesis|dist)/")
    files = (path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*") if path.is_file())
    return sorted(name for name in files if not fetched.search(name))


TRACKED = _tracked()
MODULES = [name for name in TRACKED if name.endswith(".py") and not re.match(r"tests/apps/[^/]+/src/", name)]


def _text(name: str) -> str | None:
    data = (ROOT / name).read_bytes()
    return None if b"\0" in data or name.endswith(".bin") else data.decode("utf-8")


def _is_too_long(name: str) -> bool:
    lines = (_text(name) or "").count("\n")
    return lines > (TEST_LINES if name.startswith("tests/") else SOURCE_LINES)


def test_there_is_a_tree_to_check() -> None:
    assert "src/permaudit/pipeline.py" in MODULES
    assert len(MODULES) > 100


def test_a_module_has_one_job_and_so_few_lines() -> None:
    assert {name for name in MODULES if _is_too_long(name)} == set()


def test_no_module_is_named_after_nothing() -> None:
    assert [name for name in MODULES if Path(name).stem in BANNED_NAMES or BANNED_NAMES & set(Path(name).parts)] == []


@pytest.mark.parametrize("name", MODULES)
def test_a_module_begins_with_a_sentence(name: str) -> None:
    docstring = ast.get_docstring(ast.parse(_text(name) or ""))

    assert docstring, "no docstring"
    first = docstring.partition("\n\n")[0].rstrip()
    assert first.endswith((".", ":", "?")), first


def test_nothing_of_one_machine_is_in_the_tree() -> None:
    texts = {name: text for name in TRACKED if name not in _NOT_OURS and (text := _text(name)) is not None}

    assert [name for name, text in texts.items() if _MACHINE_PATH.search(text)] == []
    assert [name for name, text in texts.items() if _REGISTRY.search(text)] == []


def test_what_is_fetched_or_built_elsewhere_is_not_in_the_tree() -> None:
    ours = re.compile(r"tests/apps/[\w-]+/app(-r8)?\.(apk|apks|xapk|apkm)")
    carried = [
        name for name in TRACKED if Path(name).suffix in {".apk", ".apks", ".xapk", ".apkm", ".jar", ".whl", ".dex"}
    ]

    assert [name for name in carried if not ours.fullmatch(name)] == []


def test_imports_point_down() -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))",
        ],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 kept, 0 broken" in done.stdout


def test_a_new_module_has_to_find_its_floor() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

    (contract,) = settings["tool"]["importlinter"]["contracts"]
    assert contract["exhaustive"] is True
    assert set(contract["exhaustive_ignores"]) == {"__main__"}


def test_the_changelog_has_a_place_for_what_comes_next() -> None:
    lines = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines()

    headings = [line for line in lines if line.startswith("## ")]
    assert headings[0] == "## [Unreleased]"
    sections = {line for line in lines if line.startswith("### ")}
    assert sections <= {f"### {name}" for name in ("Added", "Changed", "Deprecated", "Removed", "Fixed", "Security")}
