"""Files of the package in which a framework looks up the classes that it makes by name."""

from __future__ import annotations

import re
from collections.abc import Collection

from permaudit.apk.archive import Archive, EntryError

LARGEST_LIST_BYTES = 1 << 20
"""Larger lists are left aside: the largest seen is below 100 KB."""

MOST_NAMES = 10_000

# words without a dot are found too and passed over, because to look for none would begin anew at their every letter
_WORD = re.compile(rb"[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*")


def find_listed_classes(archive: Archive, files: Collection[str]) -> tuple[dict[str, list[str]], int]:
    """Every dotted name in those of `files` that one part holds, and how many of these cannot be read.

    More than classes may be found, which does no harm where names are compared with classes the package defines.
    """
    names: dict[str, list[str]] = {}
    unread = 0
    for file in sorted(files):
        if file not in archive.entries:
            continue
        try:
            data = archive.read(file, LARGEST_LIST_BYTES)
        except EntryError:
            unread += 1
            continue
        found = sorted({each.decode("ascii", "ignore") for each in _WORD.findall(data) if b"." in each})
        unread += len(found) > MOST_NAMES
        names[file] = found[:MOST_NAMES]
    return names, unread
