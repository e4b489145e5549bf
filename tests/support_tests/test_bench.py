"""The bench tools: the generator's files are valid, and a failing command is never taken for a result."""

import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from bench.bars import Summary, judge_app, judge_growth, show_bars, show_summaries, summarise
from bench.contact_code import build_bench_manifest
from bench.flow_code import build_flow_app
from bench.generate import generate_app
from bench.processes import Measurement, measure_inside, measure_permaudit, measure_process
from support.apkfile import build_apk
from support_tests.oracles import needs_dexdump, read_mnemonics, run_dexdump

from permaudit.apk.opening import open_packages
from permaudit.apk.package import Package
from permaudit.documents import rules_directory
from permaudit.pipeline import observe
from permaudit.rulebook import load_rule_book

_MEGABYTE = 1_000_000


def _summary(seconds: float, megabytes: float, failure: str | None = None, outputs: int = 1) -> Summary:
    return Summary(seconds, megabytes * _MEGABYTE, 3, failure, frozenset(map(str, range(outputs))))


def _results(audit: Summary) -> dict[str, Summary]:
    return {
        "permaudit check": audit,
        "AnalyzeAPK": _summary(100, 5000),
        "library imports": _summary(0.5, 60),
        "inflate DEX": _summary(0.2, 100),
    }


@needs_dexdump
def test_generated_dex_files_pass_the_verifier_and_have_the_size_asked_for(tmp_path: Path) -> None:
    files, instructions = generate_app(3000, 5 * _MEGABYTE, 1)

    refused = [listing for code, listing in (run_dexdump(tmp_path, dex, "-f") for dex in files) if code]

    assert refused == []
    assert len(files) == 2
    assert 5 * _MEGABYTE <= sum(map(len, files)) < 1.01 * 5 * _MEGABYTE
    assert 12 < instructions / 3000 < 17


def test_generated_instructions_are_counted_as_androguard_counts_them() -> None:
    (dex,), instructions = generate_app(500, 300_000, 1)

    listed = read_mnemonics(dex)
    special = re.compile(r"Lz/|Lcom/example/")
    generated = [
        name
        for method, names in listed.items()
        if not special.match(method)
        for name in names
        if name not in ("packed-switch-payload", "fill-array-data-payload")
    ]

    assert len(generated) == instructions


def test_the_same_seed_is_the_same_app_and_another_seed_is_not() -> None:
    apps = [generate_app(300, 200_000, seed)[0] for seed in (1, 1, 2)]

    assert apps[0] == apps[1]
    assert apps[0] != apps[2]


def test_a_python_that_cannot_start_the_command_is_a_failure_though_it_exits_with_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = tmp_path / "app.apk"
    build_apk(app, manifest=build_bench_manifest())
    package = tmp_path / "permaudit"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text("raise SystemExit('broken')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    measured = measure_permaudit(app)

    assert measured.failure == "exit 1: broken"


@pytest.mark.parametrize(("exit_code", "failure"), [(0, None), (1, None), (5, None), (70, "exit 70: no report")])
def test_findings_and_cannot_tell_are_results_and_a_bug_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exit_code: int, failure: str | None
) -> None:
    package = tmp_path / "permaudit"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text(
        "import pathlib, sys\n"
        """pathlib.Path(sys.argv[-1]).write_text('{"schema": "permaudit/report/1"}')\n"""
        f"raise SystemExit({exit_code})\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    assert measure_permaudit(tmp_path / "app.apk").failure == failure


def test_peak_memory_is_the_childs_own() -> None:
    script = (
        "from bench.processes import measure_python\n"
        "small, large = measure_python('pass'), measure_python('x = bytearray(200_000_000)')\n"
        "print(large.memory_bytes - small.memory_bytes)"
    )
    folder = Path(__file__).resolve().parents[1]

    done = subprocess.run([sys.executable, "-c", script], cwd=folder, capture_output=True, check=True)

    assert 180 * _MEGABYTE < int(done.stdout) < 210 * _MEGABYTE


def test_an_inner_time_leaves_the_start_of_python_out() -> None:
    assert measure_inside("print(0.25)").seconds == 0.25


def test_a_killed_process_is_told_by_its_signal() -> None:
    _, exit_code, _, _ = measure_process(["/bin/sh", "-c", "kill -9 $$"])

    assert exit_code == -9


def test_bars_are_met_or_missed_by_their_limits() -> None:
    states = {bar.name: bar.state for bar in judge_app(50 * _MEGABYTE, _results(_summary(2.5, 150)))}

    assert states == {
        "time ≤ 3 % of AnalyzeAPK": "met",
        "memory ≤ 10 % of AnalyzeAPK": "met, aim reached",
        "time ≤ 2 x imports + 10 x inflate (with flows)": "met",
        "time ≤ 2 x imports + 6 x inflate (without flows)": "**missed**",
        "memory ≤ 130 MB + 5 bytes a DEX byte": "met, aim reached",
        "same input, same bytes out": "met",
    }


def test_a_failing_command_is_said_and_never_met() -> None:
    results = _results(_summary(0.1, 20, "exit 2: no such command"))

    assert {bar.state for bar in judge_app(50 * _MEGABYTE, results)} == {"permaudit check failed"}
    assert "failed: exit 2: no such command" in show_summaries(results, "permaudit check")


def test_different_outputs_of_one_input_miss_the_bar() -> None:
    bars = judge_app(_MEGABYTE, _results(_summary(1, 100, outputs=2)))

    assert bars[-1].state == "**missed**"


def test_one_failed_run_spoils_the_summary() -> None:
    runs = [Measurement(1, 1, None, "a"), Measurement(2, 2, "exit 70: x"), Measurement(3, 3, None, "a")]

    assert summarise(runs).failure == "exit 70: x"
    assert summarise(runs[::2]).seconds == 2


def test_growth_is_linear_when_a_further_megabyte_costs_the_same() -> None:
    sizes = [6, 12, 24, 48]
    linear = [(size * _MEGABYTE, _summary(1 + size * 0.02, 60 + size * 3)) for size in sizes]
    square = [(size * _MEGABYTE, _summary(1 + size * size * 0.02, 60 + size * 3)) for size in sizes]

    assert [bar.state for bar in judge_growth(linear)] == ["met", "met"]
    assert [bar.state for bar in judge_growth(square)] == ["**missed**", "met"]
    assert "4.00 x" in show_bars(judge_growth(square))


def test_a_generated_app_is_a_zip_with_manifest_and_dex() -> None:
    files, _ = generate_app(300, 200_000, 1)

    with ZipFile(BytesIO(build_apk(dex=files, manifest=build_bench_manifest()))) as archive:
        assert archive.namelist() == ["AndroidManifest.xml", "classes.dex"]


@pytest.mark.parametrize("stages", [1, 60])
def test_the_contacts_of_an_app_with_a_long_way_are_uploaded_once_and_its_decoys_never(
    stages: int, tmp_path: Path
) -> None:
    target = tmp_path / "flow.apk"
    target.write_bytes(build_flow_app(stages)[0])
    (package,) = open_packages([target])
    assert isinstance(package, Package)

    observations = observe(package, load_rule_book(rules_directory()))

    (flow,) = observations.flows
    assert (flow.sink, flow.fields, flow.leaves_phone) == ("network", ("phone",), True)
    assert flow.at.method is not None
    assert flow.at.method.class_name == "Lf/u;"
    assert [each for each in observations.limitations if each.kind == "budget"] == []


def test_growth_by_steps_of_a_flow_is_told_as_such() -> None:
    points = [(70, _summary(1, 60)), (700, _summary(2, 70)), (7000, _summary(50, 80))]

    time, memory = judge_growth(points, each="step", grown="tenfold")

    assert time.name == "growth of time: last tenfold a step / first tenfold a step"
    assert (time.state, memory.state) == ("**missed**", "met")
