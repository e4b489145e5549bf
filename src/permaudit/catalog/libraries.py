"""Third-party code known by its package."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec


class Library(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Third-party code known by its package, `Lcom/squareup/picasso/`.

    `source` says where the prefix was read, `certainty` how well. An `account-scraper` signs in to other services with
    the person's password. `reads_people` says whether the vendor's own documents or code show that it reads contacts,
    calls or messages.
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
        "account-scraper",
        "anti-fraud",
        "identity",
        "packer",
        "tools",
    ]
    certainty: Literal["source", "documented", "seen", "known"]
    source: Annotated[str, msgspec.Meta(pattern=r"\S")]
    reads_people: bool = False
