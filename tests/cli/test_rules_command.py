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
    assert ran.out.endswith(" rule files checked, problems found: 0.\n")


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "problem"),
    [
        ("reading/notes-read.yaml", "severity: medium", "severity: enormous", 4, "enormous"),
        ("reading/notes-read.yaml", "scope: [all,", "scope: [everything,", 13, "everything"),
        ("reading/notes-read.yaml", "id: notes-read", "id: another", 2, "file name"),
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
    # what was read from the file before, such as its translations, may be missed elsewhere
    (told,) = [each for each in ran.error_lines if each.startswith(f"{rules / file}:")]
    assert told.startswith(f"{rules / file}:{line}: ")
    assert problem in told


def test_every_mistake_of_every_file_is_told_in_one_run(tmp_path: Path) -> None:
    rules = _copy_of_rules(tmp_path)
    _replace(
        rules / "reading" / "notes-read.yaml", "severity: medium\nconfidence: high", "severity: vast\nconfidence: vast"
    )
    _replace(rules / "locales" / "zh-Hant.yaml", "language: zh-Hant", "language: zh-Hant\nlanguage: en")

    ran = run("rules", "lint", rules)

    assert ran.exit_code == 4
    assert sum(line.startswith(str(rules / "reading" / "notes-read.yaml")) for line in ran.error_lines) == 2
    assert any("zh-Hant.yaml:" in line for line in ran.error_lines)


def test_two_rules_of_one_id_are_told(tmp_path: Path) -> None:
    rules = _copy_of_rules(tmp_path)
    shutil.copy(RULE, rules / "asking" / "notes-read.yaml")

    ran = run("rules", "lint", rules)

    assert ran.exit_code == 4
    assert "also in" in ran.error


def test_one_file_can_be_checked_by_itself(tmp_path: Path) -> None:
    broken = tmp_path / "notes-read.yaml"
    broken.write_text("schema: permaudit/rule/1\n\tid: notes-read\n", encoding="utf-8")

    assert run("rules", "lint", RULE).out == "1 rule file checked, problems found: 0.\n"
    assert run("rules", "lint", RULES / "catalog" / "apis.yaml").exit_code == 0
    ran = run("rules", "lint", broken)
    assert ran.exit_code == 4
    assert ran.error.startswith(f"{broken}:2: ")


def test_a_folder_without_rules_is_not_called_good(tmp_path: Path) -> None:
    ran = run("rules", "lint", tmp_path)

    assert ran.exit_code == 4
    assert "no rules are here" in ran.error
    assert ran.out == "0 rule files checked, problems found: 1.\n"


def test_a_new_rule_passes_lint_and_its_cases_and_shows_in_a_report(tmp_path: Path) -> None:
    begun = run("rules", "new", "notes-at-a-tap", "--category", "timing", folder=tmp_path)
    linted = run("rules", "lint", "my-rules", folder=tmp_path)
    tried = run("rules", "test", "my-rules", folder=tmp_path)
    listed = run("rules", "list", "--rules", "my-rules", folder=tmp_path)

    assert (begun.exit_code, begun.error) == (0, "")
    assert (tmp_path / "my-rules" / "timing" / "notes-at-a-tap.yaml").is_file()
    assert (linted.exit_code, linted.out) == (0, "1 rule file checked, problems found: 0.\n")
    assert (tried.exit_code, tried.out) == (0, "3 cases tried, problems found: 0.\n")
    assert "notes-at-a-tap" in listed.out


@pytest.mark.parametrize("name", ["Notes", "notes read", "../notes", "catalog", ""])
def test_a_name_that_cannot_be_a_file_is_refused(tmp_path: Path, name: str) -> None:
    ran = run("rules", "new", "fine", "--category", name, folder=tmp_path)

    assert (ran.exit_code, len(ran.error_lines)) == (2, 1)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("arguments", [("x" * 300,), ("fine", "--category", "x" * 300)])
def test_a_name_too_long_for_a_file_is_told(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    ran = run("rules", "new", *arguments, folder=tmp_path)

    assert (ran.exit_code, len(ran.error_lines)) == (2, 1)
    assert "cannot be written" in ran.error


def test_nothing_that_is_there_is_overwritten(tmp_path: Path) -> None:
    run("rules", "new", "mine", folder=tmp_path)
    rule = tmp_path / "my-rules" / "reading" / "mine.yaml"
    rule.write_text("my work", encoding="utf-8")

    ran = run("rules", "new", "mine", folder=tmp_path)

    assert ran.exit_code == 2
    assert rule.read_text(encoding="utf-8") == "my work"


def test_a_case_that_comes_out_otherwise_is_told_with_its_line(tmp_path: Path) -> None:
    run("rules", "new", "mine", folder=tmp_path)
    cases = tmp_path / "my-rules" / "reading" / "mine.cases.yaml"
    _replace(cases, 'expect: "no"', 'expect: "yes"')

    ran = run("rules", "test", "my-rules", folder=tmp_path)

    assert ran.exit_code == 4
    assert ran.error.startswith("my-rules/reading/mine.cases.yaml:7: the case 'names only' expects yes, but")
    assert ran.out == "3 cases tried, problems found: 1.\n"


def test_a_case_may_be_a_whole_app(tmp_path: Path) -> None:
    run("rules", "new", "mine", folder=tmp_path)
    shutil.copy(ROOT / "tests" / "apps" / "picker-only" / "app.apk", tmp_path / "my-rules" / "reading" / "mine.apk")
    with (tmp_path / "my-rules" / "reading" / "mine.cases.yaml").open("a", encoding="utf-8") as cases:
        cases.write('- {name: beside the cases, app: mine.apk, expect: "no"}\n')
        cases.write('- {name: the sample, app: demo-loan, expect: "no"}\n')

    ran = run("rules", "test", "my-rules", folder=tmp_path)

    assert (ran.exit_code, ran.out, ran.error) == (0, "5 cases tried, problems found: 0.\n", "")


def _with_apps(folder: Path, *names: str) -> None:
    """A new rule with cases about whole apps, which begin in line 11."""
    run("rules", "new", "mine", folder=folder)
    with (folder / "my-rules" / "reading" / "mine.cases.yaml").open("a", encoding="utf-8") as cases:
        cases.writelines(f'- {{name: case {name}, app: {name}, expect: "no"}}\n' for name in names)


def test_an_app_that_is_nowhere_is_told_with_the_names_near_it(tmp_path: Path) -> None:
    _with_apps(tmp_path, "demo-laon", "mime.apk")
    shutil.copy(ROOT / "tests" / "apps" / "picker-only" / "app.apk", tmp_path / "my-rules" / "reading" / "mine.apk")

    ran = run("rules", "test", "my-rules", folder=tmp_path)

    assert (ran.exit_code, ran.out) == (4, "5 cases tried, problems found: 2.\n")
    assert [line.split(" ", 1)[0] for line in ran.error_lines] == [
        "my-rules/reading/mine.cases.yaml:11:",
        "my-rules/reading/mine.cases.yaml:12:",
    ]
    assert "'demo-laon'" in ran.error_lines[0]
    assert "near it: demo-loan" in ran.error_lines[0]
    assert "near it: mine.apk" in ran.error_lines[1]


def test_an_app_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    _with_apps(tmp_path, "broken.apk")
    (tmp_path / "my-rules" / "reading" / "broken.apk").write_bytes(b"no archive")

    ran = run("rules", "test", "my-rules", folder=tmp_path)

    assert ran.exit_code == 4
    (told,) = ran.error_lines
    assert told.startswith("my-rules/reading/mine.cases.yaml:11: the app 'broken.apk' cannot be opened.")


def test_where_no_case_apps_are_installed_they_are_left_out_and_counted(tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    shutil.copytree(ROOT / "src" / "permaudit", installed / "permaudit", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(RULES, installed / "permaudit" / "_rules")
    _with_apps(tmp_path, "picker-only")

    ran = run("rules", "test", "my-rules", folder=tmp_path, python_path=[installed])

    assert (ran.exit_code, ran.out) == (0, "3 cases tried, problems found: 0.\n")
    assert ran.error == "Left out, because 1 app is not on this machine: picker-only.\n"


def test_a_case_without_observations_is_told_when_it_is_tried(tmp_path: Path) -> None:
    run("rules", "new", "mine", folder=tmp_path)
    cases = tmp_path / "my-rules" / "reading" / "mine.cases.yaml"
    _replace(cases, "observations: {limitations: [{kind: packed, hides: [code]}]}", "observations:")

    ran = run("rules", "test", "my-rules", folder=tmp_path)

    assert ran.exit_code == 4
    assert ran.error.startswith("my-rules/reading/mine.cases.yaml:8: ")


@pytest.mark.parametrize("file", ["mine.yaml", "mine.cases.yaml"])
def test_one_rule_can_be_tried_by_itself_or_by_its_cases(tmp_path: Path, file: str) -> None:
    run("rules", "new", "mine", folder=tmp_path)

    ran = run("rules", "test", f"my-rules/reading/{file}", folder=tmp_path)

    assert (ran.exit_code, ran.out) == (0, "3 cases tried, problems found: 0.\n")


def test_a_rule_tried_by_itself_that_refers_to_another_of_its_pack_is_told(tmp_path: Path) -> None:
    run("rules", "new", "other", folder=tmp_path)
    run("rules", "new", "mine", folder=tmp_path)
    condition = "read: {surface: [contacts, legacy-contacts], scope: all, fields: note, trigger: tap}"
    _replace(tmp_path / "my-rules" / "reading" / "mine.yaml", condition, "rule: other")

    ran = run("rules", "test", "my-rules/reading/mine.yaml", folder=tmp_path)

    assert ran.exit_code == 4
    assert "there is no rule 'other'" in ran.error


def test_a_rule_is_shown_whole() -> None:
    ran = run("rules", "show", "notes-read")

    assert ran.exit_code == 0
    for part in ("It reads the notes you wrote", "Severity: Medium", "read: {surface:", "schema: permaudit/rule/1"):
        assert part in ran.out


def test_a_rule_that_is_not_there_is_named_with_those_near_it() -> None:
    ran = run("rules", "show", "note-read")

    assert (ran.exit_code, ran.out) == (2, "")
    assert "notes-read" in ran.error
