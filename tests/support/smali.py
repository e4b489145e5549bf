"""The smali-like text of a method body into instruction tuples, labels and guarded ranges."""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from support.references import CallSite, MethodHandle

Operand: TypeAlias = int | str | list[int | str] | dict[int, str] | CallSite | MethodHandle
Instruction: TypeAlias = str | tuple[str | Operand, ...]


@dataclass(frozen=True, slots=True)
class Try:
    """A guarded range between two labels; `catches` are (type, label), `catch_all` a label."""

    start: str
    end: str
    catches: tuple[tuple[str, str], ...] = ()
    catch_all: str | None = None


def parse_text(text: str, named: Mapping[str, CallSite | MethodHandle]) -> tuple[list[Instruction], tuple[Try, ...]]:
    """Read the smali-like text that `Code` describes."""
    body: list[Instruction] = []
    tries: list[Try] = []
    for raw_line in text.splitlines():
        line = _without_comment(raw_line).strip()
        if not line:
            continue
        head, _, rest = line.partition(" ")
        if head.startswith(":"):
            body.append(head)
        elif head in (".catch", ".catchall"):
            tries.append(_parse_catch(line))
        else:
            body.append((head, *_fold_operands(head, [_parse_operand(part, named) for part in _split(rest)])))
    return body, tuple(tries)


def _without_comment(line: str) -> str:
    return re.sub(r'^((?:[^"#]|"(?:[^"\\]|\\.)*")*)#.*$', r"\1", line)


def _split(text: str) -> Iterator[str]:
    for part in re.findall(r'\s*((?:"(?:[^"\\]|\\.)*"|\{[^}]*\}|[^,"{])+)', text):
        if part.strip():
            yield part.strip()


def _parse_operand(text: str, named: Mapping[str, CallSite | MethodHandle]) -> Operand:
    if text.startswith('"'):
        return str(ast.literal_eval(text))
    if text.startswith("{"):
        return _parse_registers(text[1:-1])
    if text.startswith("@"):
        return named[text[1:]]
    if "->" in text and re.match(r"-?\w+ ->", text):
        key, _, label = text.partition(" ->")
        return {int(key, 0): label.strip()}
    return int(text, 0) if re.fullmatch(r"-?(0x[0-9a-fA-F]+|\d+)", text) else text


def _parse_registers(text: str) -> list[int | str]:
    first, separator, last = (part.strip() for part in text.partition(".."))
    if separator:
        return [f"{first[0]}{number}" for number in range(int(first[1:]), int(last[1:]) + 1)]
    return [part.strip() for part in text.split(",") if part.strip()]


def _parse_catch(line: str) -> Try:
    match = re.fullmatch(r"\.catch(?:all| (\S+)) \{(\S+) \.\. (\S+)\} (\S+)", line)
    if match is None:
        raise ValueError(line)
    descriptor, start, end, handler = match.groups()
    return Try(start, end, ((descriptor, handler),)) if descriptor else Try(start, end, (), handler)


def _fold_operands(mnemonic: str, operands: list[Operand]) -> list[Operand]:
    """Bring the flat operands of a payload instruction into the shape that tuples have."""
    if mnemonic == "sparse-switch":
        targets = {key: label for item in operands[1:] if isinstance(item, dict) for key, label in item.items()}
        return [operands[0], targets]
    if mnemonic in ("packed-switch", "fill-array-data"):
        return [*operands[:2], [item for item in operands[2:] if isinstance(item, int | str)]]
    return operands
