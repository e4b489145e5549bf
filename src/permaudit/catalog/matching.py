"""Which surface and table a content URI addresses, read the way Android reads it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote

import msgspec

from permaudit.catalog.surfaces import Surface, UriMatch, UriPath

RUN_TIME = "*"
"""Stands in a URI for a piece that is built at run time."""

_SCHEME = "content://"
_AUTHORITY_ENDS = re.compile(r"[/?#\\]")
_USER_ID = re.compile(r"(?:\d+|\*)@")
_RANK = {"#": 1, "*": 2, "**": 3}

Segments = tuple[str, ...]
Pattern = tuple[Segments, UriMatch]


class UriMatcher:
    """The patterns of every authority, the most literal first."""

    __slots__ = ("_patterns",)

    def __init__(self, surfaces: Iterable[Surface]) -> None:
        patterns: dict[str, list[Pattern]] = {}
        for surface in surfaces:
            for authority in surface.authorities:
                known = patterns.setdefault(authority, [])
                known.extend(
                    (tuple(path.path.split("/")) if path.path else (), _match(surface, path))
                    for path in surface.paths
                    if path.authority in {None, authority}
                )
        for known in patterns.values():
            known.sort(key=lambda pattern: _specificity(pattern[0]))
        self._patterns = {
            authority: (tuple(known), _unknown(authority, surfaces)) for authority, known in patterns.items()
        }

    def match(self, uri: str) -> UriMatch | None:
        """Find what `uri` addresses, or None if it is no content URI of a known authority.

        As on a phone, the scheme and all names are case-sensitive, percent-encoded letters are the letters they
        stand for, and empty segments do not count.
        """
        if not uri.startswith(_SCHEME):
            return None
        authority, segments, query = _take_apart(uri)
        known = self._patterns.get(authority)
        if known is None:
            return None
        patterns, found = known
        for pattern, match in patterns:
            if _fits(segments, pattern):
                found = match
                break
        return msgspec.structs.replace(found, query=query) if query else found


def _match(surface: Surface, path: UriPath) -> UriMatch:
    return UriMatch(
        surface=surface.id,
        path=path.path,
        table=path.table,
        scope=path.scope,
        permission=surface.permission,
        people=path.people,
        own=surface.own,
        opens=path.opens,
        stream_fields=path.stream_fields,
    )


def _unknown(authority: str, surfaces: Iterable[Surface]) -> UriMatch:
    """The answer for a path that no surface of the authority lists; the first surface in the file stands for it."""
    surface = next(each for each in surfaces if authority in each.authorities)
    return UriMatch(
        surface=surface.id,
        path="**",
        table="unknown",
        scope="unknown",
        permission=surface.permission,
        own=surface.own,
    )


def _take_apart(uri: str) -> tuple[str, Segments, str]:
    """Authority, path segments and query, as android.net.Uri splits them: a backslash ends the authority only."""
    rest = uri[len(_SCHEME) :].partition("#")[0]
    rest, _, query = rest.partition("?")
    end = _AUTHORITY_ENDS.search(rest)
    authority, path = (rest[: end.start()], rest[end.start() :]) if end else (rest, "")
    authority = unquote(authority)
    user_id = _USER_ID.match(authority)
    if user_id:
        authority = authority[user_id.end() :]
    segments = tuple(unquote(segment) for segment in path.split("/") if segment)
    return authority, segments, query


def _specificity(pattern: Segments) -> list[tuple[int, str]]:
    """Sort key: at each segment a literal comes before `#`, that before `*`, and an open end last."""
    return [(_RANK.get(segment, 0), segment) for segment in pattern]


def _fits(segments: Segments, pattern: Segments) -> bool:
    if pattern and pattern[-1] == "**":
        pattern = pattern[:-1]
        if len(segments) < len(pattern):
            return False
        segments = segments[: len(pattern)]
    return len(segments) == len(pattern) and all(map(_segment_fits, segments, pattern))


def _segment_fits(segment: str, pattern: str) -> bool:
    if pattern == "#":
        return RUN_TIME in segment or (segment.isascii() and segment.isdigit())
    return pattern in {"*", segment}
