"""Measures permaudit against androguard, the floor and itself, side by side in one run.

    python tests/bench/compare.py APK... [--runs 3] [--no-androguard]
    python tests/bench/compare.py --growth [--runs 3]
    python tests/bench/compare.py --flow-growth [--runs 3]
    python tests/bench/compare.py --scripts [--runs 3]
    python tests/bench/compare.py --assets [--runs 3]

Whole processes, interleaved, medians. AnalyzeAPK is repeated only while its first run was short. Measures the
permaudit that the running interpreter imports, compiled as pip would leave it; set PYTHONPATH=src to measure a
checkout. Apps made for `--growth` and `--flow-growth` are kept in $PERMAUDIT_CACHE, or in ~/.cache/permaudit.
"""

import argparse
import platform
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.asset_code import FORMS as ASSET_FORMS
from bench.asset_code import build_asset_app
from bench.bars import (
    MEGABYTE,
    Summary,
    judge_app,
    judge_growth,
    judge_help,
    judge_rules,
    show_bars,
    show_summaries,
    show_table,
    summarise,
)
from bench.cache import cache_folder
from bench.flow_code import STAGE_STEPS, build_flow_app
from bench.processes import (
    Measurement,
    count_dex_bytes,
    installed_permaudit,
    measure_androguard,
    measure_click,
    measure_help,
    measure_imports,
    measure_imports_inside,
    measure_inflate,
    measure_other_files,
    measure_permaudit,
    measure_resources,
    measure_rules,
    measure_scan,
)
from bench.script_code import FORMS, build_script_app

_SHORT_SECONDS = 20.0
_GROWTH_STEPS = (1, 2, 4, 8)
_GROWTH_METHODS, _GROWTH_MEGABYTES = 37_500, 6.25
_FLOW_STAGES = (10, 100, 1000)
_SCRIPT_MEGABYTES = (1, 10, 20)
LANGUAGES = ("en", "zh-Hans", "zh-Hant")
_SUBJECTS: dict[str, Callable[[Path], Measurement]] = {
    "permaudit check": measure_permaudit,
    "AnalyzeAPK": measure_androguard,
    "library imports": measure_imports,
    "inflate DEX": measure_inflate,
    "inflate other files": measure_other_files,
    "scan of other files": measure_scan,
    "resource table": measure_resources,
}


def compare_app(app: Path, runs: int, *, androguard: bool) -> dict[str, Summary]:
    """Every subject on one app, one after the other, `runs` times over."""
    measured: dict[str, list[Measurement]] = defaultdict(list)
    for _ in range(runs):
        for name, measure in _SUBJECTS.items():
            if name == "AnalyzeAPK" and not (androguard and _is_short(measured[name])):
                continue
            measured[name].append(measure(app))
    return {name: summarise(done) for name, done in measured.items() if done}


def _is_short(done: list[Measurement]) -> bool:
    return not done or (done[0].failure is None and done[0].seconds < _SHORT_SECONDS)


def compare_growth(runs: int) -> list[tuple[int, Summary]]:
    """(DEX bytes, summary) of generated apps of 1, 2, 4 and 8 times one size."""
    apps = [_generate(step) for step in _GROWTH_STEPS]
    summaries = _measure_apps(apps, runs)
    return [(count_dex_bytes(app), summary) for app, summary in zip(apps, summaries, strict=True)]


def compare_flow_growth(runs: int) -> list[tuple[int, Summary]]:
    """(steps on the way of the data, summary) of apps in which it goes 1, 10 and 100 times as far."""
    apps = []
    for stages in _FLOW_STAGES:
        target = cache_folder() / f"flow-{stages}.apk"
        target.write_bytes(build_flow_app(stages)[0])
        apps.append(target)
    return [(stages * STAGE_STEPS, each) for stages, each in zip(_FLOW_STAGES, _measure_apps(apps, runs), strict=True)]


def compare_assets(runs: int) -> list[tuple[str, int, Summary]]:
    """(form, megabytes of files, summary) of apps with little else than files beside their code, in each form."""
    sizes = [(form, megabytes) for form in ASSET_FORMS for megabytes in _SCRIPT_MEGABYTES]
    apps = []
    for form, megabytes in sizes:
        target = cache_folder() / f"assets-{form}-{megabytes}.apk"
        if not target.exists():
            target.write_bytes(build_asset_app(form, megabytes))
        apps.append(target)
    return [(*size, summary) for size, summary in zip(sizes, _measure_apps(apps, runs), strict=True)]


def compare_scripts(runs: int) -> list[tuple[str, int, Summary]]:
    """(form, megabytes of script, summary) of apps with little else than script, in each form of it."""
    sizes = [(form, megabytes) for form in FORMS for megabytes in _SCRIPT_MEGABYTES]
    apps = []
    for form, megabytes in sizes:
        target = cache_folder() / f"script-{form}-{megabytes}.apk"
        if not target.exists():
            target.write_bytes(build_script_app(form, megabytes))
        apps.append(target)
    return [(*size, summary) for size, summary in zip(sizes, _measure_apps(apps, runs), strict=True)]


def _measure_apps(apps: list[Path], runs: int) -> list[Summary]:
    measured: dict[Path, list[Measurement]] = defaultdict(list)
    for _ in range(runs):
        for app in apps:
            measured[app].append(measure_permaudit(app))
    return [summarise(measured[app]) for app in apps]


def _generate(step: int) -> Path:
    target = cache_folder() / f"growth-{step}x.apk"
    if not target.exists():
        unfinished = target.with_suffix(".part")
        generator = Path(__file__).with_name("generate.py")
        size = ["--methods", str(step * _GROWTH_METHODS), "--dex-mb", str(step * _GROWTH_MEGABYTES)]
        subprocess.run([sys.executable, str(generator), *size, "-o", str(unfinished)], check=True, stdout=sys.stderr)
        unfinished.replace(target)
    return target


def compare_help(runs: int) -> tuple[Summary, Summary]:
    """`permaudit --help` and a bare Python that imports click."""
    pairs = [(measure_help(), measure_click()) for _ in range(max(runs, 5))]
    return summarise([pair[0] for pair in pairs]), summarise([pair[1] for pair in pairs])


def compare_rules(runs: int) -> list[tuple[str, Summary, Summary]]:
    """Loading the rules with each language, and the bare imports beside it."""
    rows = []
    for language in LANGUAGES:
        pairs = [(measure_rules(language), measure_imports_inside()) for _ in range(max(runs, 5))]
        rows.append((language, summarise([pair[0] for pair in pairs]), summarise([pair[1] for pair in pairs])))
    return rows


def show_growth(points: list[tuple[int, Summary]]) -> str:
    """Time and memory a megabyte at each size, and the bars."""
    rows = [("DEX", "time", "memory", "time a DEX MB", "memory a DEX MB")]
    for size, summary in points:
        megabytes, memory = size / MEGABYTE, summary.memory_bytes / MEGABYTE
        if summary.failure:
            rows.append((f"{megabytes:.1f} MB", f"failed: {summary.failure}", "-", "-", "-"))
            continue
        a_megabyte = (f"{summary.seconds / megabytes * 1000:.1f} ms", f"{memory / megabytes:.2f} MB")
        rows.append((f"{megabytes:.1f} MB", f"{summary.seconds:.3f} s", f"{memory:.0f} MB", *a_megabyte))
    return f"{show_table(rows)}\n{show_bars(judge_growth(points))}"


def show_flow_growth(points: list[tuple[int, Summary]]) -> str:
    """Time and memory at each length of the way, and the bars."""
    rows = [("steps of the flow", "time", "memory")]
    for steps, each in points:
        told = f"failed: {each.failure}" if each.failure else f"{each.seconds:.3f} s"
        rows.append((str(steps), told, f"{each.memory_bytes / MEGABYTE:.0f} MB"))
    return f"{show_table(rows)}\n{show_bars(judge_growth(points, each='step', grown='tenfold'))}"


def show_forms(points: list[tuple[str, int, Summary]], what: str) -> str:
    """Time and memory in each form at each size, and what a further megabyte of it costs."""
    rows = [("form", what, "time", "memory", "a further MB")]
    least: dict[str, tuple[int, float]] = {}
    for form, megabytes, each in points:
        before, seconds = least.setdefault(form, (megabytes, each.seconds))
        further = (each.seconds - seconds) / (megabytes - before) * 1000 if megabytes > before else None
        told = f"failed: {each.failure}" if each.failure else f"{each.seconds:.3f} s"
        cost = "-" if further is None else f"{further:.1f} ms"
        rows.append((form, f"{megabytes} MB", told, f"{each.memory_bytes / MEGABYTE:.0f} MB", cost))
    return show_table(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("apps", nargs="*", type=Path, metavar="APK")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--no-androguard", action="store_true", help="leave AnalyzeAPK out; it takes minutes")
    parser.add_argument("--growth", action="store_true", help="measure generated apps of 1x, 2x, 4x and 8x one size")
    parser.add_argument(
        "--flow-growth", action="store_true", help="measure apps with flows of 1x, 10x and 100x one length"
    )
    parser.add_argument("--scripts", action="store_true", help="measure apps of 1, 10 and 20 MB of script")
    parser.add_argument(
        "--assets", action="store_true", help="measure apps of 1, 10 and 20 MB of files beside the code"
    )
    parser.add_argument("--help-cost", action="store_true", help="measure only the start-up of `permaudit --help`")
    arguments = parser.parse_args()
    made = (arguments.growth, arguments.flow_growth, arguments.scripts, arguments.assets, arguments.help_cost)
    if not (arguments.apps or any(made)):
        parser.error("name an APK, or --growth, --flow-growth, --scripts, --assets, or --help-cost")
    with installed_permaudit():
        measure(arguments)


def measure(arguments: argparse.Namespace) -> None:
    """Measure what was asked for, and write it as it is known."""
    write = sys.stdout.write
    write(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {arguments.runs} runs\n")
    for app in arguments.apps:
        size = count_dex_bytes(app)
        results = compare_app(app, arguments.runs, androguard=not arguments.no_androguard)
        write(f"\n### {app.name}: {size / MEGABYTE:.1f} MB of DEX\n\n")
        write(show_summaries(results, "permaudit check") + "\n" + show_bars(judge_app(size, results)))
    if arguments.growth:
        write("\n### Growth\n\n" + show_growth(compare_growth(arguments.runs)))
    if arguments.flow_growth:
        write("\n### Growth of flows\n\n" + show_flow_growth(compare_flow_growth(arguments.runs)))
    if arguments.scripts:
        write("\n### Scripts\n\n" + show_forms(compare_scripts(arguments.runs), "script"))
    if arguments.assets:
        write("\n### Files beside the code\n\n" + show_forms(compare_assets(arguments.runs), "files"))
    audit, click = compare_help(arguments.runs)
    results = {"permaudit --help": audit, "python -c 'import click'": click}
    write("\n### Start-up\n\n" + show_summaries(results, "python -c 'import click'"))
    rules = [judge_rules(load, imports, language) for language, load, imports in compare_rules(arguments.runs)]
    write("\n" + show_bars([judge_help(audit, click), *rules]))


if __name__ == "__main__":
    main()
