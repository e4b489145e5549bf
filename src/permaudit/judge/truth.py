"""Kleene's three-valued logic: yes, no and unknown, with the evidence that supports an answer."""

from __future__ import annotations

from collections.abc import Sequence

from permaudit.model.app import Tristate

_OPPOSITE: dict[Tristate, Tristate] = {"yes": "no", "no": "yes", "unknown": "unknown"}


def all_of(parts: Sequence[Tristate]) -> Tristate:
    """And: one no decides, else one unknown does."""
    if "no" in parts:
        return "no"
    return "unknown" if "unknown" in parts else "yes"


def any_of(parts: Sequence[Tristate]) -> Tristate:
    """Or: one yes decides, else one unknown does."""
    if "yes" in parts:
        return "yes"
    return "unknown" if "unknown" in parts else "no"


def opposite(part: Tristate) -> Tristate:
    """Not: what is unknown stays unknown."""
    return _OPPOSITE[part]
