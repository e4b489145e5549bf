"""`permaudit rules`: what there is, and what is wrong with it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from cli.command import ROOT, run

RULES = ROOT / "rules"
RULE = RULES / "reading" / "notes-read.yaml"


def _copy_of_rules(folder: Path) -> Path:
    return Path(shutil.copytree(RULES, folder / "rules"))


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_all_rules_are_listed_with_severity_and_title() -> None:
    lines = run("rules", "list").out.splitlines()

    files = [path for path in RULES.glob("*/*.yaml") if path.parent.name not in ("catalog", "locales", "clauses")]
    assert [re.split(r" {2,}", line)[1] for line in lines] == sorted(
        path.stem for path in files if not path.name.endswith(".cases.yaml")
    )
    split = [re.split(r" {2,}", line) for line in lines]
    assert ["Medium", "notes-read", "It reads the notes you wrote about people"] in split


def test_rules_of_ones_own_are_listed_beside_the_shipped_ones(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "my-rule.yaml").write_text(
        RULE.read_text(encoding="utf-8").replace("id: notes-read", "id: my-rule").replace("medium", "low"),
        encoding="utf-8",
    )

    lines = run("rules", "list", "--rules", tmp_path).out.splitlines()

    assert sorted(line.split()[:2] for line in lines if "the notes you wrote" in line) == [
        ["Low", "my-rule"],
        ["Medium", "notes-read"],
    ]


def test_the_shipped_rules_are_in_order() -> None:
    ran = run("rules", "lint")

    assert (ran.exit_code, ran.error) == (0, "")
    assert ran.out.endswith(" rule files checked, 0 with problems.\n")


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "problem"),
    [
        ("reading/notes-read.yaml", "severity: medium", "severity: enormous", 4, "enormous"),
        ("reading/notes-read.yaml", "scope: [all,", "scope: [everything,", 13, "everything"),
        ("reading/notes-read.yaml", "id: notes-read", "id: another", 2, "file name"),
        ("reading/notes-read.yaml", "title:", "titel:", 3, "titel"),
        ("reading/notes-read.yaml", "confidence: high", "confidence: high\nid: twice", 6, "stands twice"),
        ("catalog/uris.yaml", "- {field: Landroid", "- {feild: Landroid", 6, "feild"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(
    tmp_path: Path, file: str, old: str, new: str, line: int, problem: str
) -> None:
    rules = _copy_of_rules(tmp_path)
    _replace(rules / file, old, new)

    ran = run("rules", "lint", rules)

    assert ran.exit_code == 4
    assert ran.out.endswith(" rule files checked, 1 with problems.\n")
    assert len(ran.error_lines) == 1
    assert ran.error.startswith(f"{rules / file}:{line}: "), ran.error
    assert problem in ran.error


def test_every_broken_file_is_told_in_one_run(tmp_path: Path) -> None:
    rules = _copy_of_rules(tmp_path)
    _replace(rules / "reading" / "notes-read.yaml", "severity: medium", "severity: enormous")
    _replace(rules / "locales" / "zh-Hant.yaml", "language: zh-Hant", "language: zh-Hant\nlanguage: en")

    ran = run("rules", "lint", rules)

    assert ran.exit_code == 4
    assert len(ran.error_lines) == 2


def test_two_rules_of_one_id_are_told(tmp_path: Path) -> None:
    rules = _copy_of_rules(tmp_path)
    shutil.copy(RULE, rules / "asking" / "notes-read.yaml")

    ran = run("rules", "lint", rules)

    assert ran.exit_code == 4
    assert "also in" in ran.error


def test_one_file_can_be_checked_by_itself(tmp_path: Path) -> None:
    broken = tmp_path / "notes-read.yaml"
    broken.write_text("schema: permaudit/rule/1\n\tid: notes-read\n", encoding="utf-8")

    assert run("rules", "lint", RULE).out == "1 rule file checked, 0 with problems.\n"
    assert run("rules", "lint", RULES / "catalog" / "apis.yaml").exit_code == 0
    ran = run("rules", "lint", broken)
    assert ran.exit_code == 4
    assert ran.error.startswith(f"{broken}:2: ")


def test_a_folder_without_rules_is_not_called_good(tmp_path: Path) -> None:
    ran = run("rules", "lint", tmp_path)

    assert ran.exit_code == 4
    assert "no rule files" in ran.error
