"""What could not be seen, and which kinds of content that hides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from permaudit.model.message import Message, message

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


def hide_any(limitations: Iterable[Limitation], *kinds: Hidden) -> bool:
    """Whether any of them hides content of one of the kinds."""
    return any(not set(kinds).isdisjoint(each.hides) for each in limitations)


def sort_key(limitation: Limitation) -> tuple[str, Message, tuple[str, ...]]:
    """Order limitations by kind, then by what they say."""
    return (limitation.kind, limitation.detail, limitation.hides)


def name_some(limitations: Sequence[Limitation], most: int, more: str, **arguments: str) -> list[Limitation]:
    """The first of them, and one for each kind of the rest that counts it by the sentence `more`."""
    rest = Counter((each.kind, each.hides) for each in limitations[most:])
    counted = (
        Limitation(kind, message(more, count=count, **arguments), hides) for (kind, hides), count in rest.items()
    )
    return [*limitations[:most], *counted]
