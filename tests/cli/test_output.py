"""Where reports go and in which form, on every kind of console."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from cli.command import APPS, CLEAN, DEMO, ROOT, run

ESCAPE = b"\x1b"


def test_one_app_is_one_json_object_and_several_are_json_lines() -> None:
    one, two = run("check", DEMO, "--format", "json"), run("check", DEMO, CLEAN, "--format", "json")

    assert json.loads(one.out)["app"]["package"] == "com.example.permaudit.demoloan"
    lines = two.out.splitlines()
    assert len(lines) == 2
    assert json.loads(lines[0])["verdict"] == json.loads(one.out)["verdict"]
    assert json.loads(lines[1])["verdict"]["level"] == "none"


def test_reports_of_several_apps_are_told_apart_by_an_empty_line() -> None:
    both = run("check", DEMO, CLEAN).out

    assert both.startswith(run("check", DEMO).out + "\n")
    assert both.endswith(run("check", CLEAN).out.partition("SHA-256")[2])


@pytest.mark.parametrize(
    "case", ["demo-loan", "picker-only", "code-loaded-at-run-time", "call-log", "accessibility-service"]
)
def test_json_is_valid_by_the_schema_that_the_command_prints(case: str) -> None:
    schema = json.loads(run("check", "--json-schema").out)
    jsonschema.Draft202012Validator.check_schema(schema)

    report = json.loads(run("check", APPS / case / "app.apk", "--format", "json").out)

    jsonschema.Draft202012Validator(schema).validate(report)


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_file_holds_what_stdout_would_show(form: str, tmp_path: Path) -> None:
    target = tmp_path / "report"

    ran = run("check", DEMO, "--format", form, "-o", target)

    assert (ran.exit_code, ran.raw_out) == (1, b"")
    assert target.read_bytes() == run("check", DEMO, "--format", form).raw_out
    assert [each.name for each in tmp_path.iterdir()] == ["report"]


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    ran = run("check", DEMO, "-o", tmp_path / "no-folder" / "report.txt")

    assert (ran.exit_code, ran.out) == (2, "")
    assert ran.error_lines == [
        f"{tmp_path / 'no-folder' / 'report.txt'}: cannot be written (No such file or directory)."
    ]


def test_an_older_report_stays_when_there_is_no_new_one(tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    target.write_text("of last week")

    assert run("check", tmp_path / "missing.apk", "-o", target).exit_code == 3
    assert target.read_text() == "of last week"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_behind_stdout_is_said_in_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "permaudit", "demo"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env={"PYTHONPATH": str(ROOT / "src")},
        )

    assert done.returncode == 2
    assert done.stderr.startswith(b"stdout: cannot be written")
    assert done.stderr.count(b"\n") == 1


def test_the_exit_code_stays_true_when_the_reader_of_the_pipe_goes_away() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "permaudit", "check", str(DEMO)],
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
        env={"PYTHONPATH": str(ROOT / "src")},
    )
    os.close(writer)

    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.parametrize(
    "environment",
    [{}, {"NO_COLOR": "1"}, {"TERM": "xterm-256color", "COLORTERM": "truecolor"}, {"COLUMNS": "40"}],
    ids=["plain", "no-color", "colour-terminal", "narrow"],
)
def test_a_pipe_gets_the_same_plain_text_everywhere(environment: dict[str, str]) -> None:
    ran = run("check", DEMO, "-vv", environment=environment)

    assert ESCAPE not in ran.raw_out
    assert ran.raw_out == run("check", DEMO, "-vv").raw_out


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals here")
@pytest.mark.parametrize(
    ("environment", "coloured"), [({"TERM": "xterm"}, True), ({"TERM": "xterm", "NO_COLOR": "1"}, False)]
)
def test_a_terminal_gets_colours_unless_it_asks_for_none(environment: dict[str, str], *, coloured: bool) -> None:
    import pty  # noqa: PLC0415  not on Windows

    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "permaudit", "check", str(CLEAN)],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env={"PYTHONPATH": str(ROOT / "src"), **environment},
    )
    os.close(follower)
    shown = b""
    try:
        while chunk := os.read(leader, 4096):
            shown += chunk
    except OSError:  # Linux ends a pseudo-terminal like this
        pass
    os.close(leader)

    assert process.wait() == 0
    assert b"nothing found" in shown
    assert (b"\x1b[32m" in shown) is coloured


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "latin-1", "cp1252", "utf-16"])
@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_no_console_encoding_makes_it_crash(encoding: str, language: str) -> None:
    ran = run("check", DEMO, "-v", "--lang", language, environment={"PYTHONIOENCODING": encoding})

    assert (ran.exit_code, ran.error) == (1, "")
    text = ran.raw_out.decode(encoding)
    assert "com.example.permaudit.demoloan" in text
    # a language that the console cannot write becomes English, not question marks; addresses have some of their own
    assert text.count("?") in {run("check", DEMO, "-v", "--lang", each).out.count("?") for each in (language, "en")}


def test_json_means_the_same_on_a_console_that_cannot_show_it() -> None:
    plain = run("check", DEMO, "--format", "json", "--lang", "zh-Hans")

    narrow = run("check", DEMO, "--format", "json", "--lang", "zh-Hans", environment={"PYTHONIOENCODING": "ascii"})

    assert not plain.out.isascii()
    assert narrow.out.isascii()
    assert json.loads(narrow.out) == json.loads(plain.out)


def test_an_error_is_readable_on_a_console_that_cannot_show_its_name(tmp_path: Path) -> None:
    ran = run("check", tmp_path / "借款.apk", "--lang", "zh-Hans", environment={"PYTHONIOENCODING": "ascii"})

    assert (ran.exit_code, ran.error) == (3, "??.apk: there is no such file or folder.\n")


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_same_input_gives_the_same_bytes(form: str, tmp_path: Path) -> None:
    moved = tmp_path / "app.apk"
    moved.write_bytes(DEMO.read_bytes())

    first = run("check", DEMO, "-vv", "--format", form, environment={"PYTHONHASHSEED": "1"})
    second = run("check", moved, "-vv", "--format", form, environment={"PYTHONHASHSEED": "2"}, folder=tmp_path)

    assert first.raw_out == second.raw_out
