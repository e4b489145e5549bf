"""Whatever is given instead of an app is named in one line, and never hides the apps beside it."""

from __future__ import annotations

import json
import os
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from apk.zips import DEFLATED, ENCRYPTED, RawEntry, build_zip
from cli.command import APPS, CLEAN, DEMO, Ran, run
from support.apkfile import build_apk, build_manifest

FEATURE_BUNDLE = APPS / "reader-in-feature-split" / "app.apks"


def _write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def _no_zip(folder: Path) -> Path:
    return _write(folder / "bad.apk", b"%PDF-1.7 a brochure of the lender, not an app\n" * 50)


def _empty(folder: Path) -> Path:
    return _write(folder / "bad.apk", b"")


def _cut_off(folder: Path) -> Path:
    return _write(folder / "bad.apk", DEMO.read_bytes()[:-2000])


def _without_manifest(folder: Path) -> Path:
    return _write(folder / "bad.apk", build_apk(files={"readme.txt": b"hello"}))


def _text_manifest(folder: Path) -> Path:
    return _write(folder / "bad.apk", build_apk(manifest=b"<manifest/>"))


def _with_password(folder: Path) -> Path:
    locked = RawEntry("AndroidManifest.xml", os.urandom(400), DEFLATED, flags=ENCRYPTED, packed=bytes(range(200)))
    return _write(folder / "bad.apk", build_zip([locked]))


def _folder_without_apk(folder: Path) -> Path:
    (folder / "bad.apk").mkdir()
    return folder / "bad.apk"


def _link_to_itself(folder: Path) -> Path:
    (folder / "bad.apk").symlink_to(folder / "bad.apk")
    return folder / "bad.apk"


def _inside_a_file(folder: Path) -> Path:
    return _write(folder / "file", b"x") / "bad.apk"


def _missing(folder: Path) -> Path:
    return folder / "bad.apk"


BAD_INPUTS: dict[Callable[[Path], Path], str] = {
    _no_zip: "this is not an APK",
    _empty: "is empty",
    _cut_off: "ends too early",
    _without_manifest: "no AndroidManifest.xml",
    _text_manifest: "AndroidManifest.xml",
    _with_password: "password",
    _folder_without_apk: "no APK in this folder",
    _link_to_itself: "cannot be read",
    _inside_a_file: "cannot be read",
    _missing: "no such file",
}


def _assert_one_line(ran: Ran, problem: str) -> None:
    assert len(ran.error_lines) == 1, ran.error
    assert ran.error.startswith("bad.apk: "), ran.error
    assert problem in ran.error


@pytest.mark.parametrize("make", BAD_INPUTS, ids=lambda make: make.__name__.strip("_"))
def test_a_bad_input_is_one_line_with_its_name_and_its_problem(make: Callable[[Path], Path], tmp_path: Path) -> None:
    target = tmp_path / "report.json"

    ran = run("check", make(tmp_path), "--format", "json", "-o", target)

    assert (ran.exit_code, ran.out) == (3, "")
    _assert_one_line(ran, BAD_INPUTS[make])
    assert not target.exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_to_read_is_named(tmp_path: Path) -> None:
    path = _write(tmp_path / "bad.apk", DEMO.read_bytes())
    path.chmod(0)

    _assert_one_line(run("check", path), "cannot be read")


def test_a_bad_app_among_good_ones_hides_none_of_them(tmp_path: Path) -> None:
    ran = run("check", DEMO, _no_zip(tmp_path), CLEAN, "--format", "json")

    assert ran.exit_code == 3
    _assert_one_line(ran, "this is not an APK")
    packages = [json.loads(line)["app"]["package"] for line in ran.out.splitlines()]
    assert len(packages) == 2
    assert packages[0] == "com.example.permaudit.demoloan"


def _with_bad_dex(app: Path, target: Path) -> Path:
    target.write_bytes(app.read_bytes())
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("classes2.dex", b"dex\n035\0" + bytes(200))
    return target


@pytest.mark.parametrize(("app", "exit_code"), [(DEMO, 1), (APPS / "picker-only" / "app.apk", 5)])
def test_a_bad_code_file_is_a_limitation_and_the_rest_is_judged(app: Path, exit_code: int, tmp_path: Path) -> None:
    ran = run("check", _with_bad_dex(app, tmp_path / "app.apk"), "--format", "json")

    assert (ran.exit_code, ran.error) == (exit_code, "")
    limitations = json.loads(ran.out)["limitations"]
    assert [(each["kind"], each["hides"]) for each in limitations] == [("unreadable-part", ["code"])]
    assert "classes2.dex" in limitations[0]["detail"]


def test_a_false_mark_of_encryption_hides_nothing(tmp_path: Path) -> None:
    with zipfile.ZipFile(DEMO) as plain:
        entries = [RawEntry(name, plain.read(name), DEFLATED, flags=ENCRYPTED) for name in plain.namelist()]

    ran = run("check", _write(tmp_path / "app.apk", build_zip(entries)), "--format", "json")

    assert (ran.exit_code, ran.error) == (1, "")
    assert json.loads(ran.out)["verdict"] == json.loads(run("check", DEMO, "--format", "json").out)["verdict"]


def test_split_files_on_one_command_line_are_one_app(tmp_path: Path) -> None:
    with zipfile.ZipFile(FEATURE_BUNDLE) as bundle:
        parts = [bundle.extract(name, tmp_path) for name in sorted(bundle.namelist()) if name.endswith(".apk")]

    ran = run("check", *parts, "--format", "json")

    report = json.loads(ran.out)
    assert len(parts) > 1
    assert (report["input"]["kind"], len(report["input"]["parts"])) == ("splits", len(parts))
    assert report["verdict"]["does"] == "reads-all"
    assert {read["at"]["part"] for read in report["reads"]} == {"split_book.apk"}


def test_a_split_without_its_base_is_named(tmp_path: Path) -> None:
    manifest = build_manifest("com.x", attributes={"split": "feature"}, application={})

    ran = run("check", _write(tmp_path / "bad.apk", build_apk(manifest=manifest)))

    assert ran.exit_code == 3
    _assert_one_line(ran, "only a split of com.x")


def test_a_dash_reads_the_app_from_stdin() -> None:
    ran = run("check", "-", "--format", "json", stdin=DEMO.read_bytes())

    report = json.loads(ran.out)
    assert (ran.exit_code, report["input"]["name"]) == (1, "stdin")
    assert report["app"]["package"] == "com.example.permaudit.demoloan"


def test_an_empty_stdin_is_named() -> None:
    ran = run("check", "-")

    assert (ran.exit_code, ran.out) == (3, "")
    assert ran.error_lines == ["stdin: the file is empty."]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_an_app_may_come_through_a_named_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "app.apk"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_bytes(CLEAN.read_bytes()), daemon=True)
    writer.start()

    ran = run("check", pipe)

    assert (ran.exit_code, ran.error) == (0, "")


def test_terminal_escapes_in_a_file_name_are_shown_not_sent(tmp_path: Path) -> None:
    ran = run("check", tmp_path / "\x1b[2Jbad.apk")

    assert ran.error == "\\x1b[2Jbad.apk: there is no such file or folder.\n"
