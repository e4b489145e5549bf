"""A sentence not yet spoken: an id in the locale catalogues and the arguments that fill it."""

from __future__ import annotations

import msgspec


class Message(msgspec.Struct, frozen=True, order=True):
    """`id` names a sentence in `words/`; `arguments` are (placeholder, value) pairs in a fixed order."""

    id: str
    arguments: tuple[tuple[str, str | int], ...] = ()


def message(message_id: str, **arguments: str | int) -> Message:
    """Build a Message with its arguments sorted by name, so that equal messages are equal bytes."""
    return Message(message_id, tuple(sorted(arguments.items())))
