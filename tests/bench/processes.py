"""Runs whole processes and measures them from outside: wall time and peak memory."""

import compileall
import contextlib
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

DEX_NAME = re.compile(r"classes\d*\.dex")
_RSS_UNIT_BYTES = 1 if sys.platform == "darwin" else 1024
_REPORT_CODES = (0, 1, 5)
_EXCEPTION = re.compile(r"[\w.]*(Error|Exception|Interrupt)\b")

_ANDROGUARD = """
import sys
from loguru import logger
logger.disable("androguard")
from androguard.misc import AnalyzeAPK
AnalyzeAPK(sys.argv[1])
"""
_IMPORTS = "import click, numpy, msgspec, rich, yaml, androguard.core.apk, androguard.core.axml"
_IMPORTS_INSIDE = f"""
import time
start = time.perf_counter()
{_IMPORTS}
print(time.perf_counter() - start)
"""
_RULES = """
import sys, time
import permaudit.pipeline, permaudit.report.terminal
from permaudit.documents import rules_directory
from permaudit.rulebook import load_rule_book
from permaudit.words.sentences import load_words
start = time.perf_counter()
book = load_rule_book(rules_directory())
words = load_words(sys.argv[1])
rule = book.rule_set.rules[0]
words.say("more-with-v"), words.translate("rule", rule.id, "title", rule.title)
words.describe("permission", "android.permission.READ_CONTACTS")
print(time.perf_counter() - start)
"""
_INFLATE = """
import re, sys, time
from zipfile import ZipFile
start = time.perf_counter()
with ZipFile(sys.argv[1]) as archive:
    names = [name for name in archive.namelist() if bool(re.fullmatch(r"classes\\d*\\.dex", name)) == {dex}]
    kept = [archive.read(name) for name in names]
print(time.perf_counter() - start)
"""
_SCAN = """
import sys, time
from pathlib import Path
import permaudit.pipeline as pipeline
from permaudit.apk.opening import open_packages
from permaudit.documents import rules_directory
from permaudit.rulebook import load_rule_book
spent = 0
def timed(stage):
    def run(*arguments, **named):
        global spent
        start = time.perf_counter()
        result = stage(*arguments, **named)
        spent += time.perf_counter() - start
        return result
    return run
pipeline.hidden_code_limitations = timed(pipeline.hidden_code_limitations)
pipeline.read_scripts = timed(pipeline.read_scripts)
(package,) = open_packages([Path(sys.argv[1])])
pipeline.observe(package, load_rule_book(rules_directory()))
print(spent)
"""
_RESOURCES = """
import sys, time
from zipfile import ZipFile
from loguru import logger
logger.disable("androguard")
from androguard.core.axml import ARSCParser
with ZipFile(sys.argv[1]) as archive:
    table = archive.read("resources.arsc") if "resources.arsc" in archive.namelist() else None
start = time.perf_counter()
if table:
    ARSCParser(table)
print(time.perf_counter() - start)
"""


@dataclass(frozen=True, slots=True)
class Measurement:
    """One run of one process. `failure` says in a line why it does not count; `output` is a hash of what it wrote."""

    seconds: float
    memory_bytes: int
    failure: str | None = None
    output: str = ""


def measure_process(argv: Sequence[str]) -> tuple[Measurement, int, str, str]:
    """Run to the end; the measurement, the exit code (negative for a signal), and what it printed.

    The peak counts this one process only. A peak below this parent's own size cannot be seen: the kernel hands that
    high-water mark on at exec. So this module imports nothing large.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=out, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        errors.seek(0)
        printed, complained = out.read().decode(errors="replace"), errors.read().decode(errors="replace")
    return Measurement(seconds, usage.ru_maxrss * _RSS_UNIT_BYTES), process.returncode, printed, complained


def measure_python(code: str, *arguments: str) -> Measurement:
    """A whole Python process."""
    measured, exit_code, _, errors = measure_process([sys.executable, "-c", code, *arguments])
    return _with_failure(measured, exit_code, errors) if exit_code else measured


def measure_inside(code: str, *arguments: str) -> Measurement:
    """A Python process that prints how long its one job took, without the start of the interpreter."""
    measured, exit_code, text, errors = measure_process([sys.executable, "-c", code, *arguments])
    if exit_code:
        return _with_failure(measured, exit_code, errors)
    return Measurement(float(text), measured.memory_bytes)


def measure_permaudit(app: Path) -> Measurement:
    """`permaudit check --format json`; counts only when it left a report: a crash of Python exits with 1 too."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "report.json"
        argv = [sys.executable, "-m", "permaudit", "check", str(app), "--format", "json", "-o", str(target)]
        measured, exit_code, _, errors = measure_process(argv)
        report = target.read_bytes() if target.exists() else b""
    if exit_code not in _REPORT_CODES or not _is_report(report):
        return _with_failure(measured, exit_code, errors)
    return Measurement(measured.seconds, measured.memory_bytes, None, hashlib.sha256(report).hexdigest())


@contextlib.contextmanager
def installed_permaudit() -> Iterator[None]:
    """Leave permaudit as pip would: its modules compiled, and its rules, which a wheel carries compiled.

    Without it, where PYTHONDONTWRITEBYTECODE is set, every run of a checkout compiles all modules again. The compiled
    rules of a checkout are taken away afterwards, because its modules may change.
    """
    package = importlib.util.find_spec("permaudit")
    for folder in (package and package.submodule_search_locations) or ():
        compileall.compile_dir(folder, quiet=2)
    root = Path(__file__).resolve().parents[2]
    compiled = root / "rules" / "compiled"
    subprocess.run([sys.executable, str(root / "tools" / "compile_rules.py"), str(compiled)], check=True)
    try:
        yield
    finally:
        shutil.rmtree(compiled)


def measure_rules(language: str) -> Measurement:
    """Loading rules, catalogue, clauses and one language, without imports."""
    return measure_inside(_RULES, language)


def measure_imports_inside() -> Measurement:
    """The bare import of the libraries that permaudit uses, without the start of the interpreter."""
    return measure_inside(_IMPORTS_INSIDE)


def measure_help() -> Measurement:
    """`permaudit --help`."""
    measured, exit_code, _, errors = measure_process([sys.executable, "-m", "permaudit", "--help"])
    return _with_failure(measured, exit_code, errors) if exit_code else measured


def measure_androguard(app: Path) -> Measurement:
    """androguard's `AnalyzeAPK`."""
    return measure_python(_ANDROGUARD, str(app))


def measure_imports(_app: Path) -> Measurement:
    """The bare import of the libraries that permaudit uses."""
    return measure_python(_IMPORTS)


def measure_click() -> Measurement:
    """A bare Python that imports click."""
    return measure_python("import click")


def measure_inflate(app: Path) -> Measurement:
    """Inflating the DEX files, without the start of the interpreter."""
    return measure_inside(_INFLATE.format(dex=True), str(app))


def measure_other_files(app: Path) -> Measurement:
    """Inflating everything else: what a scan of assets cannot do without."""
    return measure_inside(_INFLATE.format(dex=False), str(app))


def measure_scan(app: Path) -> Measurement:
    """What permaudit spends on the files beside the code: native libraries, code among the files, scripts."""
    return measure_inside(_SCAN, str(app))


def measure_resources(app: Path) -> Measurement:
    """androguard's reading of the resource table, without imports."""
    return measure_inside(_RESOURCES, str(app))


def count_dex_bytes(app: Path) -> int:
    """The inflated size of the DEX files."""
    with ZipFile(app) as archive:
        return sum(entry.file_size for entry in archive.infolist() if DEX_NAME.fullmatch(entry.filename))


def _is_report(report: bytes) -> bool:
    try:
        document = json.loads(report)
    except ValueError:
        return False
    return isinstance(document, dict) and str(document.get("schema", "")).startswith("permaudit/report/")


def _with_failure(measured: Measurement, exit_code: int, errors: str) -> Measurement:
    lines = errors.strip().splitlines() or ["no report"]
    telling = [line for line in lines if _EXCEPTION.match(line)] or lines
    return Measurement(measured.seconds, measured.memory_bytes, f"exit {exit_code}: {telling[-1][:160]}")
