"""A page of plain lines and tables for a console of any width, colour or character set."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import StringIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from permaudit.report.escaping import escape, fit_encoding, shorten

WIDTH = 100
_LONGEST = 2_000


class Page:
    """Writes escaped text; in a pipe without colours, trailing blanks, or a width that depends on the machine.

    Text is shown as it is: Rich markup in it means nothing, and what the console cannot write is replaced.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self._piped = not console.is_terminal
        self._width = WIDTH if self._piped else min(console.width, WIDTH)

    def text(self, content: str, style: str = "") -> Text:
        """Make content safe to show."""
        safe = fit_encoding(escape(shorten(content, _LONGEST)), self._console.encoding)
        return Text(safe, style="" if self._piped else style, overflow="fold")

    def line(self, content: str = "", style: str = "", indent: int = 0) -> None:
        """Write one paragraph, wrapped."""
        self._write(Padding(self.text(content, style), (0, 0, 0, indent)))

    def fact(self, content: str, indent: int = 0) -> None:
        """Write one line that a script may search for: never wrapped in a pipe."""
        if not self._piped:
            self.line(content, indent=indent)
            return
        self._console.file.write(" " * indent + self.text(content).plain + "\n")

    def heading(self, content: str) -> None:
        """Start a section."""
        self.line()
        self.line(content, "bold underline")

    def columns(self, rows: Iterable[tuple[str, str, str]], width: int) -> None:
        """Write rows of a narrow first column with its style, and wrapped text."""
        grid = Table.grid(padding=(0, 2, 0, 0), expand=False)
        grid.add_column(min_width=width, no_wrap=True)
        grid.add_column(overflow="fold", ratio=1)
        for first, style, second in rows:
            grid.add_row(self.text(first, style), self.text(second, style))
        self._write(Padding(grid, (0, 0, 0, 2)))

    def table(self, head: Sequence[str], rows: Iterable[tuple[Sequence[str], str]]) -> None:
        """Write a table without lines; each row comes with its style."""
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="" if self._piped else "bold")
        for title in head:
            table.add_column(self.text(title), overflow="fold")
        for cells, style in rows:
            table.add_row(*(self.text(cell, style) for cell in cells))
        self._write(Padding(table, (0, 0, 0, 2)))

    def _write(self, content: RenderableType) -> None:
        if not self._piped:
            self._console.print(content, width=self._width, highlight=False)
            return
        # a console of our own, because the width of one that writes to a pipe comes from the environment
        written = StringIO()
        plain = Console(file=written, width=WIDTH, color_system=None, force_terminal=False, legacy_windows=False)
        plain.print(content, highlight=False)
        for line in written.getvalue().splitlines():
            self._console.file.write(line.rstrip() + "\n")
