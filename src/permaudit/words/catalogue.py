"""The sentences that the catalogue of the Android surface holds about permissions and other doors, in English."""

from __future__ import annotations

from pathlib import Path

import msgspec

from permaudit.documents import load_document


class _Permission(msgspec.Struct, frozen=True):
    name: str
    sentence: str


class _Door(msgspec.Struct, frozen=True):
    door: str
    sentence: str


class _Permissions(msgspec.Struct, frozen=True):
    permissions: tuple[_Permission, ...]


class _Doors(msgspec.Struct, frozen=True):
    doors: tuple[_Door, ...]


CATALOGUE_FILES = ("catalog/permissions.yaml", "catalog/doors.yaml")
"""Where they stand, below a rules directory."""

CatalogueSentences = dict[str, dict[str, str]]
"""English by kind (`permission`, `door`), then by permission name or door."""


def load_catalogue_sentences(rules: Path) -> CatalogueSentences:
    """Read only the sentences of `catalog/permissions.yaml` and `catalog/doors.yaml` below a rules directory.

    A directory of rules alone, without a catalogue, has none.

    Raises:
        RuleError: a file is not as the catalogue has it; names the line.
    """
    permissions, doors = (rules / name for name in CATALOGUE_FILES)
    return {
        "permission": {each.name: each.sentence for each in load_document(permissions, _Permissions).permissions}
        if permissions.is_file()
        else {},
        "door": {each.door: each.sentence for each in load_document(doors, _Doors).doors} if doors.is_file() else {},
    }
