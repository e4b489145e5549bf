"""A page of plain lines and tables, written as text for a console of any width, colour or character set."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Literal, TextIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from permaudit.report.escaping import escape_terminal, fit_encoding, shorten
from permaudit.report.wrapping import wrap

WIDTH = 100
_LONGEST = 2_000
_NARROWEST = 20
_COLOURS: dict[str, Literal["standard", "256", "truecolor"]] = {
    "standard": "standard",
    "256": "256",
    "truecolor": "truecolor",
}


class Page:
    """Collects escaped text; in a pipe without colours, trailing blanks, or a width that depends on the machine.

    Text is shown as it is: Rich markup in it means nothing, and what the console cannot write is replaced.
    """

    def __init__(self, target: Console) -> None:
        self._piped = not target.is_terminal
        self._encoding = target.encoding
        self._written = StringIO()
        # a console of our own: the width of one that writes to a pipe would come from the environment
        self._console = Console(
            file=self._written,
            width=WIDTH if self._piped else min(target.width, WIDTH),
            force_terminal=not self._piped,
            color_system=None if self._piped or target.legacy_windows else _COLOURS.get(target.color_system or ""),
            no_color=self._piped or target.no_color,
            legacy_windows=False,
            highlight=False,
        )

    @property
    def content(self) -> str:
        """Everything written so far, without blanks at the ends of lines."""
        return "\n".join(line.rstrip(" ") for line in self._written.getvalue().split("\n"))

    def can_write(self, content: str) -> bool:
        """Whether the console can show a text as it is."""
        return "?" in content or "?" not in fit_encoding(content, self._encoding)

    def text(self, content: str, style: str = "") -> Text:
        """Make content safe to show."""
        safe = fit_encoding(escape_terminal(shorten(content, _LONGEST)), self._encoding)
        return Text(safe, style=style, overflow="fold")

    def line(self, content: str = "", style: str = "", indent: int = 0) -> None:
        """Write one paragraph, wrapped."""
        self._write(Padding(self._paragraph(content, style, indent), (0, 0, 0, indent)))

    def fact(self, content: str, indent: int = 0) -> None:
        """Write one line that a script may search for: never wrapped in a pipe."""
        if self._piped:
            self._written.write(" " * indent + self.text(content).plain + "\n")
        else:
            self.line(content, indent=indent)

    def heading(self, content: str) -> None:
        """Start a section."""
        self.line()
        self.line(content, "bold underline")

    def columns(self, rows: Iterable[tuple[str, str, str]], width: int) -> None:
        """Write rows of a first column of `width` cells or more, a style for the row, and wrapped text."""
        written = [(self.text(first, style), style, second) for first, style, second in rows]
        width = max([width, *(first.cell_len for first, _, _ in written)])
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(min_width=width, no_wrap=True)
        grid.add_column()
        for first, style, second in written:
            grid.add_row(first, self._paragraph(second, style, indent=width + 4))
        self._write(Padding(grid, (0, 0, 0, 2)))

    def table(self, head: Sequence[str], rows: Iterable[tuple[Sequence[str], str]]) -> None:
        """Write a table without lines; each row comes with its style."""
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
        for title in head:
            table.add_column(self.text(title), overflow="fold")
        for cells, style in rows:
            table.add_row(*(self.text(cell, style) for cell in cells))
        self._write(Padding(table, (0, 0, 0, 2)))

    def _paragraph(self, content: str, style: str, indent: int) -> Text:
        text = self.text(content, style)
        return Text(wrap(text.plain, max(self._console.width - indent, _NARROWEST)), style=style, overflow="fold")

    def _write(self, content: RenderableType) -> None:
        self._console.print(content)


def console_for(stream: TextIO | None) -> Console:
    """The console that a report is written for: that of a stream, or a pipe in UTF-8 where there is none."""
    return Console(file=stream) if stream is not None else Console(file=StringIO(), force_terminal=False)
