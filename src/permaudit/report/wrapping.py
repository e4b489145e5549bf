"""Breaks lines as Latin and Chinese text want it: between words, and between any two Chinese characters."""

from __future__ import annotations

from rich.cells import cell_len

_NEVER_FIRST = frozenset("。，、；：！？）」』】》〉”’％…—,.;:!?)]}")  # noqa: RUF001  Chinese has its own punctuation
_NEVER_LAST = frozenset("（「『【《〈“‘([{")  # noqa: RUF001


def wrap(text: str, width: int) -> str:
    """Break text into lines of at most `width` cells; what is longer than a line is cut in the middle."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if cell_len((line + piece).rstrip()) <= width:
            line += piece
            continue
        if line.strip():
            lines.append(line.rstrip())
        *full, line = _cut(piece.lstrip(), width)
        lines += full
    return "\n".join([*lines, line.rstrip()])


def _pieces(text: str) -> list[str]:
    """Split text where a line may end; a blank stays at the end of its piece."""
    pieces: list[str] = []
    for character in text:
        if pieces and not _may_break(pieces[-1][-1], character):
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def _may_break(before: str, after: str) -> bool:
    if after.isspace() or after in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    return before.isspace() or cell_len(before) == 2 or cell_len(after) == 2  # noqa: PLR2004  a wide character


def _cut(piece: str, width: int) -> list[str]:
    parts = [""]
    for character in piece:
        if cell_len(parts[-1] + character) > width:
            parts.append("")
        parts[-1] += character
    return parts
