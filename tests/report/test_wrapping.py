"""Where a line may end."""
# ruff: noqa: RUF001  Chinese has its own punctuation

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from permaudit.report.wrapping import wrap


def test_latin_words_stay_whole() -> None:
    assert wrap("one two three", 7) == "one two\nthree"


def test_chinese_breaks_between_any_two_characters_and_fills_the_line() -> None:
    assert wrap("代码向 Android 索取的是全部条目", 20) == "代码向 Android 索取\n的是全部条目"


def test_a_line_does_not_begin_with_a_full_stop_or_end_with_an_opening_bracket() -> None:
    assert wrap("全部条目。", 8) == "全部条\n目。"
    assert wrap("全部条（目）", 8) == "全部条\n（目）"


def test_what_is_longer_than_a_line_is_cut() -> None:
    assert wrap("see content://com.android.contacts", 12) == "see\ncontent://co\nm.android.co\nntacts"


@given(st.text(alphabet="ab 中文。（）,/"), st.integers(min_value=4, max_value=30))
def test_no_line_is_too_wide_and_nothing_but_blanks_is_lost(text: str, width: int) -> None:
    wrapped = wrap(text, width)

    assert all(cell_len(line) <= width for line in wrapped.split("\n"))
    assert "".join(wrapped.split()) == "".join(text.split())
