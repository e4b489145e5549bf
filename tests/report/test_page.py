"""Lines and columns keep within the width of the page."""

from __future__ import annotations

from permaudit.report.page import Page, console_for


def test_the_text_beside_a_wide_number_leaves_no_word_alone_on_a_line() -> None:
    page = Page(console_for(None))

    page.columns([(f"{number}.", "", "word " * 36) for number in range(9, 12)], 2)

    counts = [line.split().count("word") for line in page.content.splitlines()]
    assert [count for count in counts if count] == [18] * 6
