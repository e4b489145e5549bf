"""What the exit code says, so that a script need not read the report."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.command import APPS, ASKS_ONLY, CLEAN, DEMO, UNSEEN, run

MISSING = Path("missing.apk")


def test_an_app_without_findings_is_0() -> None:
    ran = run("check", CLEAN)

    assert (ran.exit_code, ran.error) == (0, "")
    assert "Overall: nothing found" in ran.out


def test_a_picker_is_no_finding() -> None:
    assert run("check", APPS / "picker-only" / "app.apk").exit_code == 0


def test_a_high_finding_is_1() -> None:
    ran = run("check", DEMO)

    assert (ran.exit_code, ran.error) == (1, "")
    assert "Overall: critical" in ran.out


@pytest.mark.parametrize(
    ("app", "level", "exit_code"),
    [
        (DEMO, "critical", 1),
        (DEMO, "high", 1),
        (DEMO, "low", 1),
        (ASKS_ONLY, "high", 0),
        (ASKS_ONLY, "medium", 1),
        (CLEAN, "low", 0),
    ],
)
def test_fail_on_sets_the_level_that_counts(app: Path, level: str, exit_code: int) -> None:
    assert run("check", app, "--fail-on", level).exit_code == exit_code


def test_cannot_tell_is_5_where_nothing_counts_as_a_finding() -> None:
    assert run("check", UNSEEN).exit_code == 5


def test_a_finding_wins_over_cannot_tell() -> None:
    assert run("check", UNSEEN, "--fail-on", "medium").exit_code == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("check", DEMO, "--format", "nonsense"),
        ("check", DEMO, "--fail-on", "none"),
        ("check", DEMO, "--rules", "missing-folder"),
        ("check", "--no-such-option"),
        ("check", "-", "-"),
        ("no-such-command",),
        (),
    ],
    ids=lambda arguments: " ".join(str(each) for each in arguments)[-40:],
)
def test_a_command_line_that_makes_no_sense_is_2(arguments: tuple[str | Path, ...]) -> None:
    ran = run(*arguments)

    assert (ran.exit_code, ran.out) == (2, "")
    assert ran.error.startswith("Usage: permaudit")


def test_an_app_that_cannot_be_audited_is_3() -> None:
    assert run("check", MISSING).exit_code == 3


def test_rules_that_cannot_be_used_are_4(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "own-rule.yaml").write_text("schema: permaudit/rule/1\nid: own-rule\nseverity: enormous\n")

    ran = run("check", DEMO, "--rules", tmp_path)

    assert (ran.exit_code, ran.out) == (4, "")
    assert len(ran.error_lines) == 1
    assert ran.error.startswith(f"{tmp_path / 'mine' / 'own-rule.yaml'}:")


@pytest.mark.parametrize(
    ("apps", "exit_code"),
    [
        ((CLEAN, MISSING, DEMO, UNSEEN), 3),
        ((CLEAN, UNSEEN, DEMO), 1),
        ((CLEAN, UNSEEN), 5),
        ((CLEAN, APPS / "query-media" / "app.apk"), 0),
    ],
)
def test_of_several_apps_3_wins_over_1_over_5_over_0(apps: tuple[Path, ...], exit_code: int) -> None:
    assert run("check", *apps).exit_code == exit_code


def test_a_bug_is_70_and_does_not_hide_the_other_apps(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import permaudit.pipeline as pipeline\n"
        "whole = pipeline.audit\n"
        "def audit(package, *rest):\n"
        "    if package.app.package.endswith('demoloan'):\n"
        "        raise ZeroDivisionError\n"
        "    return whole(package, *rest)\n"
        "pipeline.audit = audit\n"
    )

    ran = run("check", DEMO, CLEAN, python_path=[tmp_path])

    assert ran.exit_code == 70
    assert "Overall: nothing found" in ran.out
    assert "this is a bug with app.apk; please report it" in ran.error_lines[-1]


def test_the_demo_succeeds_when_it_shows_what_the_sample_does() -> None:
    ran = run("demo")

    assert (ran.exit_code, ran.error) == (0, "")
    assert "Overall: critical" in ran.out
