"""What stands beside a call in the text of a script: texts by which scripts talk to servers, and names of servers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache

_HOST = re.compile(rb"https?:(?:\\?/){2}((?:[a-zA-Z0-9-]{1,63}\.){1,10}[a-zA-Z0-9-]{1,63})")
_WORD = rb"[\w$]"
# Where bundlers begin a module: Metro's `__d(function`, webpack's keys (numbers, four hexadecimal digits as of uni-app,
# paths) with a function, and its lists of functions with three parameters. Keys that an app itself may give a function
# (`success: function (t)`) are none.
_KEY = rb"\d{1,9}|[0-9a-f]{4}|\"(?:[0-9a-f]{4}|\.{1,2}/[\w./@?=&!-]{1,200}|[\w./@-]{1,200}\.(?:m?js|[jt]sx?|vue))\""
_MODULE = re.compile(
    rb"__d\(\(?function\b"
    rb"|(?<=[{,])\s{0,8}(?:/\*{1,3}/\s{0,8})?(?:" + _KEY + rb"):\s{0,8}(?:/\*{1,3}/\s{0,8})?"
    rb"(?:\(?function\s{0,4}\(\s?[\w$]|\([\w$, ]{0,80}\)\s{0,4}=>)"
    rb"|\},\s{0,8}(?:/\*{1,3}/\s{0,8})?function\s{0,4}\(\w,\s?\w,\s?\w\)"
)


def module_around(text: bytes, at: int) -> bytes:
    """As much of a text as belongs to the module of a bundle that the place `at` lies in; all of it if it has none."""
    start, end = module_bounds(text, at, 0, len(text))
    return text[start:end]


def module_bounds(text: bytes, at: int, first: int, last: int) -> tuple[int, int]:
    """Where the module that the place `at` lies in begins and ends, between two other places."""
    start = max((found.start() for found in _MODULE.finditer(text, first, at)), default=first)
    behind = _MODULE.search(text, at, last)
    return start, behind.start() if behind else last


def requests_in(places: Iterable[bytes], requests: Sequence[str]) -> tuple[str, ...]:
    """Those of the texts that stand in one of the places, in their order, and not as the end of a longer name."""
    places = tuple(places)
    return tuple(each for each in requests if any(_as_a_name(each).search(place) for place in places))


def hosts_in(places: Iterable[bytes], documents: Collection[str], most: int) -> tuple[str, ...]:
    """The first of the servers, sorted, that addresses in the places name; those of `documents` are sent nothing."""
    found = {host.decode().lower() for place in places for host in _HOST.findall(place)}
    return tuple(sorted(found.difference(documents))[:most])


@cache
def _as_a_name(request: str) -> re.Pattern[bytes]:
    before = rb"(?<!" + _WORD + rb")" if re.match(r"\w", request) else b""
    return re.compile(before + re.escape(request.encode()))
