"""Files of a rules folder that look as if they were read, and are not."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from permaudit.judge.answers_file import FILE_NAME as ANSWERS
from permaudit.judge.problems import Problems

_ENDINGS = (".yaml", ".yml")
_NOT_WRITTEN = "compiled"
"""What is made from the other files, and checked when it is made."""
_DEPTH_READ = 2


def check_strays(folder: Path) -> list[Problems]:
    """Note each YAML file that nothing reads: in the wrong place, with another ending, or answers of a pack."""
    found = []
    whole = (folder / "catalog").is_dir()
    for path in sorted(_written(folder)):
        parts = path.relative_to(folder).parts
        problems = Problems(path)
        if parts == (ANSWERS,):
            if not whole:
                problems.add("answers-of-a-pack")
        elif len(parts) != _DEPTH_READ or path.suffix != ".yaml":
            problems.add("not-read")
        found.append(problems)
    return found


def _written(folder: Path) -> Iterator[Path]:
    """All YAML files below a folder, except in hidden folders, which are somebody else's; links are not followed."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".") and name != _NOT_WRITTEN]
        yield from (Path(place, name) for name in names if name.endswith(_ENDINGS) and not name.startswith("."))
