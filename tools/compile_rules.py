"""Build hook of hatch: the wheel carries rules, catalogue and sentences compiled, each behind the hash of its YAML.

An editable install carries none: it reads the YAML, which may change at any time. By hand, for measuring:
`python tools/compile_rules.py FOLDER` writes the same files into a folder.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # by hand, without the builder
    BuildHookInterface = object


class CompiledRules(BuildHookInterface):  # type: ignore[misc]  # hatchling may be missing
    """Adds the compiled files to a wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before a wheel is packed; `version` is `editable` for an editable install."""
        if version == "editable":
            return
        self._folder = tempfile.TemporaryDirectory()
        for path in write_compiled(Path(self._folder.name)):
            build_data["force_include"][str(path)] = f"permaudit/_rules/compiled/{path.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002  hatch's own
        """Take the files away again."""
        if version != "editable":
            self._folder.cleanup()


def write_compiled(folder: Path) -> list[Path]:
    """Write the compiled book and one file a language into a folder."""
    sys.path.insert(0, str(ROOT / "src"))
    from permaudit.rulebook import compile_book  # noqa: PLC0415  not importable before the line above
    from permaudit.words.compiled import compile_words  # noqa: PLC0415
    from permaudit.words.language import LANGUAGES  # noqa: PLC0415

    rules = ROOT / "rules"
    folder.mkdir(parents=True, exist_ok=True)
    written = {"book": compile_book(rules)} | {language: compile_words(language, rules) for language in LANGUAGES}
    for name, content in written.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in written]


if __name__ == "__main__":
    write_compiled(Path(sys.argv[1]))
