"""Our own YAML files: read with exact line numbers, duplicate keys refused, checked against typed values."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from permaudit.errors import RuleError

T = TypeVar("T")

_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TEXT = "tag:yaml.org,2002:str"
_UNKNOWN_FIELD = re.compile(r"unknown field `([^`]+)`")
_PATH_STEP = re.compile(r"\.([\w-]+)|\[(\d+|\.\.\.)\]")


class _UniqueKeyLoader(_Loader):  # type: ignore[misc]
    """The safe loader, except that a key written twice is an error instead of a silent overwrite."""

    def construct_object(self, node: Any, deep: bool = False) -> Any:  # noqa: ANN401, FBT001, FBT002
        # nine nodes of ten are plain text, which is what it is: the way through all constructors takes twice as long
        if node.tag == _TEXT and isinstance(node, yaml.ScalarNode):
            return node.value
        return super().construct_object(node, deep=deep)

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:  # noqa: ANN401, FBT001, FBT002
        mapping: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        if len(mapping) != len(node.value):
            seen: set[Any] = set()
            for key_node, _ in node.value:
                key = self.construct_object(key_node, deep=True)
                if key in seen:
                    raise yaml.MarkedYAMLError(
                        problem=f"the key '{key}' stands twice", problem_mark=key_node.start_mark
                    )
                seen.add(key)
        return mapping


def rules_directory() -> Path:
    """Where the shipped rules are: inside the wheel, or the checkout's `rules/` for an editable install."""
    here = Path(__file__).resolve().parent
    packaged = here / "_rules"
    return packaged if packaged.is_dir() else here.parents[1] / "rules"


def read_document(path: Path) -> object:
    """Parse one YAML file into plain values.

    Raises:
        RuleError: the file cannot be read, is not UTF-8, or is not valid YAML; names the line.
    """
    try:
        return parse_document(path.read_text(encoding="utf-8"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError("rule-file", file=str(path), line=1, problem=str(error)) from error


def parse_document(text: str, name: str) -> object:
    """Parse YAML text; `name` stands for the file in errors (see read_document)."""
    try:
        return yaml.load(text, Loader=_UniqueKeyLoader)  # noqa: S506  a SafeLoader subclass
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise RuleError("rule-file", file=name, line=line, problem=error.problem or "not valid YAML") from error
    except yaml.YAMLError as error:
        raise RuleError("rule-file", file=name, line=1, problem=str(error)) from error


def convert_document(document: object, kind: type[T], path: Path) -> T:
    """Check a parsed document against a type.

    Raises:
        RuleError: a field is unknown, missing or of the wrong type; names the line it stands on.
    """
    try:
        return msgspec.convert(document, kind)
    except msgspec.ValidationError as error:
        problem, _, where = str(error).partition(" - at `")
        unknown = _UNKNOWN_FIELD.search(problem)
        line = line_of(path, where.rstrip("`") + (f".{unknown[1]}" if unknown else ""))
        raise RuleError("rule-file", file=str(path), line=line, problem=problem) from error


def load_document(path: Path, kind: type[T]) -> T:
    """Read and check one YAML file (see read_document and convert_document)."""
    return convert_document(read_document(path), kind, path)


def line_of(path: Path, json_path: str) -> int:
    """The 1-based line where the value at `$.a[3].b` stands, or that of its nearest parent."""
    try:
        node = _composed(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return 1
    line = 1
    for name, index in _PATH_STEP.findall(json_path):
        node, line = _child(node, name, index, line)
        if node is None:
            break
    return line


@lru_cache(maxsize=1)
def _composed(text: str) -> Any:  # noqa: ANN401
    """The nodes of a document: a file with many problems is asked for the lines of all of them."""
    return yaml.compose(text, Loader=_Loader)


def _child(node: Any, name: str, index: str, line: int) -> tuple[Any, int]:  # noqa: ANN401
    if isinstance(node, yaml.MappingNode) and name:
        for key, value in node.value:
            if key.value == name:
                return value, key.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode) and index.isdigit() and int(index) < len(node.value):
        child = node.value[int(index)]
        return child, child.start_mark.line + 1
    return None, line
