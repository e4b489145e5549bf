"""Third-party code known by its package."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec


class Library(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Third-party code known by its package, `Lcom/squareup/picasso/`.

    `reads_people` says whether the vendor's own documents or code show that it reads contacts, calls or messages.
    """

    prefix: Annotated[str, msgspec.Meta(pattern=r"^L[^;()]+/$")]
    name: str
    kind: Literal[
        "platform",
        "language",
        "image",
        "network",
        "data",
        "reactive",
        "permissions",
        "storage",
        "interface",
        "events",
        "analytics",
        "advertising",
        "push",
        "payment",
        "maps",
        "social",
        "contacts",
        "hybrid",
        "scoring",
        "anti-fraud",
        "identity",
        "packer",
        "tools",
    ]
    certainty: Literal["source", "documented", "seen", "known"]
    source: str = ""
    reads_people: bool = False
