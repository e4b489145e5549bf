"""What could not be seen, and which kinds of content that hides."""

from __future__ import annotations

from typing import Literal

import msgspec

from permaudit.model.message import Message

LimitationKind = Literal[
    "packed",
    "missing-class",
    "unreadable-part",
    "dynamic-code",
    "native-code",
    "script-code",
    "reflection",
    "encrypted-strings",
    "budget",
    "damaged",
]
Hidden = Literal["code", "script", "assets", "manifest", "resources"]


class Limitation(msgspec.Struct, frozen=True):
    """One thing the audit could not see. It is material if `hides` is not empty, else only said."""

    kind: LimitationKind
    detail: Message
    hides: tuple[Hidden, ...] = ()

    @property
    def material(self) -> bool:
        """Whether it may change an answer."""
        return bool(self.hides)


def sort_key(limitation: Limitation) -> tuple[str, Message, tuple[str, ...]]:
    """Order limitations by kind, then by what they say."""
    return (limitation.kind, limitation.detail, limitation.hides)
