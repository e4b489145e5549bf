"""Pages and scripts from outside that an app's code asks for by their address."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutsidePage:
    """Where a framework gets its page or script; `api` is the class that is given the address.

    `framework` is its id in the catalogue, None for a page in a web view of no framework.
    """

    framework: str | None
    api: str
    hosts: tuple[str, ...]
