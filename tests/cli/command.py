"""Runs the real command as a user would: a process of its own, with an environment that holds nothing by accident."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APPS = ROOT / "tests" / "apps"
DEMO = APPS / "demo-loan" / "app.apk"
CLEAN = APPS / "image-picker" / "app.apk"
UNSEEN = APPS / "code-loaded-at-run-time" / "app.apk"
ASKS_ONLY = APPS / "permission-but-no-read" / "app.apk"

_KEPT = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR")


@dataclass(frozen=True, slots=True)
class Ran:
    """What one run printed, as bytes and as UTF-8 text, and its exit code."""

    exit_code: int
    raw_out: bytes
    raw_error: bytes

    @property
    def out(self) -> str:
        return self.raw_out.decode()

    @property
    def error(self) -> str:
        return self.raw_error.decode()

    @property
    def error_lines(self) -> list[str]:
        return self.error.splitlines()


def run(
    *arguments: str | Path,
    stdin: bytes = b"",
    environment: Mapping[str, str] | None = None,
    python_path: Sequence[Path] = (),
    python: Sequence[str] = ("-m", "permaudit"),
    folder: Path | None = None,
) -> Ran:
    """Run `permaudit` with these arguments; `environment` is added to one without a language."""
    scrubbed = {name: os.environ[name] for name in _KEPT if name in os.environ}
    scrubbed["PYTHONPATH"] = os.pathsep.join(str(path) for path in (*python_path, ROOT / "src"))
    done = subprocess.run(
        [sys.executable, *python, *map(str, arguments)],
        input=stdin,
        capture_output=True,
        check=False,
        env=scrubbed | dict(environment or {}),
        cwd=folder,
        timeout=120,
    )
    return Ran(done.returncode, done.stdout, done.stderr)
