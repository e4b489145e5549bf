"""What is wrong with a file of rules: each problem with its line, the check that found it, and the words to mend it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import msgspec

from permaudit.documents import line_of
from permaudit.errors import RuleError

T = TypeVar("T")
_TAKEN_FOR = ("got `bool`", "got `int`", "got `float`", "got `date`")


class Problems:
    """Collects the problems of one file, in the order they are met."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.found: list[RuleError] = []

    def add(self, check: str, where: str = "", **arguments: str | int) -> None:
        """Note a problem at a place, `when.all[0].read`; `check` names its sentence, `lint-<check>`, in `words/`."""
        line = line_of(self.path, f"$.{where}") if where else 1
        self.found.append(RuleError(f"lint-{check}", file=str(self.path), line=line, **arguments))

    def include(self, error: RuleError) -> None:
        """Note a problem that was raised elsewhere."""
        self.found.append(error)

    def refuse(self) -> None:
        """Raise the first problem, if there is any.

        Raises:
            RuleError: the file cannot be used as written.
        """
        if self.found:
            raise self.found[0]


def convert_fields(written: object, kind: type[msgspec.Struct], problems: Problems, where: str = "") -> dict[str, Any]:
    """The fields of a mapping as the type has them, each for itself: whatever is wrong with one hides no other.

    Fields that are missing or of the wrong type are left out of the result, and noted.
    """
    if not isinstance(written, dict):
        problems.add("not-a-mapping", where)
        return {}
    fields = {each.encode_name: each for each in msgspec.structs.fields(kind)}
    for name in written:
        if name not in fields:
            problems.add("unknown-field", _join(where, str(name)), name=str(name), known=", ".join(fields))
    converted: dict[str, Any] = {}
    for name, field in fields.items():
        if name not in written:
            if field.required:
                problems.add("missing-field", where, name=name)
            continue
        try:
            converted[field.name] = msgspec.convert(written[name], field.type)
        except msgspec.ValidationError as error:
            problem, _, place = str(error).partition(" - at `$")
            problems.add("wrong-type", _join(where, name) + place.rstrip("`"), name=name, problem=with_remedy(problem))
    return converted


def with_remedy(problem: str) -> str:
    """What does not fit a type; YAML takes yes, no, numbers and dates for something else than text."""
    if problem.startswith(("Expected `str", "Expected `array")) and problem.endswith(_TAKEN_FOR):
        return f'{problem}; yes, no, numbers and dates need quotes, such as "yes"'
    return problem


def _join(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name
