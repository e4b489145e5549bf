"""What would be published works by itself, far from the checkout."""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from cli.command import ROOT, run

SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source archive."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(folder)], cwd=ROOT, check=True, capture_output=True
    )
    return folder


def _wheel(built: Path) -> zipfile.ZipFile:
    (path,) = built.glob("*.whl")
    return zipfile.ZipFile(path)


def test_a_wheel_carries_rules_sample_and_sentences(built: Path) -> None:
    with _wheel(built) as wheel:
        inside = set(wheel.namelist())

    rules = {path.relative_to(ROOT / "rules").as_posix() for path in (ROOT / "rules").rglob("*") if path.is_file()}
    assert {f"permaudit/_rules/{name}" for name in rules} <= inside
    assert {f"permaudit/words/locales/{language}.yaml" for language in ("en", "zh-Hans", "zh-Hant")} <= inside
    assert "permaudit/_demo/demo-loan/app.apk" in inside
    assert not [name for name in inside if name.startswith("tests/") or "__pycache__" in name]


def test_an_unpacked_wheel_audits_its_sample_as_the_checkout_does(built: Path, tmp_path: Path) -> None:
    with _wheel(built) as wheel:
        wheel.extractall(tmp_path)  # noqa: S202  our own

    ran = run("demo", "-vv", python_path=[tmp_path], folder=Path(tmp_path.anchor))

    assert (ran.exit_code, ran.error) == (0, "")
    assert ran.out == run("demo", "-vv").out
    where = run("-c", "import permaudit.documents as d; print(d.rules_directory())", python=(), python_path=[tmp_path])
    assert where.out.strip() == str(tmp_path / "permaudit" / "_rules")


def test_a_source_archive_carries_all_that_tests_and_wheel_need(built: Path) -> None:
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        inside = {name.partition("/")[2] for name in archive.getnames()}

    needed = ("README.md", "LICENSE", "CHANGELOG.md", "Makefile", ".ci/run", "tools/build_framework_index.py")
    assert {*needed, "tests/apps/demo-loan/app.apk", "tests/cli/command.py", "rules/README.md"} <= inside


def test_the_version_stands_in_one_piece() -> None:
    assert run("--version").out == f"permaudit, version {SETTINGS['version']}\n"


def _imported(folder: str) -> Iterator[str]:
    for path in (ROOT / folder).rglob("*.py"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if found := re.match(r"\s*(?:from|import) (\w+)", line):
                yield found[1]


def test_every_library_that_the_code_imports_is_declared() -> None:
    declared = {re.split(r"[<>=!~ ]", each)[0].lower() for each in SETTINGS["dependencies"]}
    known = packages_distributions()

    imported = set(_imported("src/permaudit")) - sys.stdlib_module_names - {"permaudit", "__future__"}

    assert imported
    assert {name for name in imported if not {each.lower() for each in known.get(name, [])} & declared} == set()


def test_no_library_is_declared_for_nothing() -> None:
    declared = {re.split(r"[<>=!~ ]", each)[0].lower() for each in SETTINGS["dependencies"]}
    known = packages_distributions()

    used = {each.lower() for name in _imported("src/permaudit") for each in known.get(name, [])}

    assert declared - used == set()
