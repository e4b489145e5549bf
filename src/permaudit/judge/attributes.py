"""Compares what a condition states of one thing with what was seen of it, in three values."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from permaudit.judge.truth import any_of
from permaudit.model.app import Tristate


def stated(asked: object, actual: object) -> Tristate:
    """Whether an attribute has the value that is stated, if one is."""
    return "yes" if asked is None or asked == actual else "no"


def stated_of_tristate(asked: bool | None, actual: Tristate) -> Tristate:  # noqa: FBT001  an attribute of a condition
    """As `stated`, for an attribute that may itself be unknown."""
    if asked is None:
        return "yes"
    return actual if actual == "unknown" else stated(asked, actual == "yes")


def one_of(asked: Iterable[str], actual: str | None) -> Tristate:
    """Whether an attribute has one of the values that are stated, if any are."""
    wanted = tuple(asked)
    return "yes" if not wanted or actual in wanted else "no"


def any_in(asked: Iterable[str], actual: Iterable[str]) -> Tristate:
    """Whether a list has one of the values that are stated, if any are."""
    wanted = set(asked)
    return "yes" if not wanted or wanted & set(actual) else "no"


def unless_unknown(asked: tuple[str, ...], actual: str) -> Tristate:
    """As `one_of`, but an attribute that is itself unknown leaves the answer unknown, unless unknown is asked for."""
    if not asked or actual in asked:
        return "yes"
    return "unknown" if actual == "unknown" else "no"


def like_one_of(patterns: Iterable[str], actual: Iterable[str]) -> Tristate:
    """Whether a list has a text that one of the patterns fits, in which `*` stands for any letters."""
    wanted = tuple(patterns)
    if not wanted:
        return "yes"
    return any_of(["yes" for each in actual if any(fits(pattern, each) for pattern in wanted)])


def fits(pattern: str, text: str) -> bool:
    """Whether a text is as a pattern says; capital letters do not matter, as in names of servers."""
    return _compiled(pattern).fullmatch(text) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    # stars that stand together are one: otherwise each of them would be tried at every place
    pieces = re.split(r"\*+", pattern)
    return re.compile(".*".join(re.escape(piece) for piece in pieces), re.IGNORECASE | re.DOTALL)
