"""What judging gives: outcomes with their evidence, findings, and the verdict."""

from __future__ import annotations

from typing import Literal

import msgspec

from permaudit.model.app import Tristate
from permaudit.model.rule import Confidence, Severity

Could = Literal["whole-book", "some", "picked-only", "nothing"]
Does = Literal["sends", "reads-all", "reads-some", "picks", "not-seen"]
Level = Literal["none", "low", "medium", "high", "critical", "unknown"]


class Match(msgspec.Struct, frozen=True):
    """Why a condition came out as it did: its kind, outcome, the ids of what supports it, its parts, what it asks."""

    condition: str
    outcome: Tristate
    evidence: tuple[str, ...] = ()
    parts: tuple[Match, ...] = ()
    asks: str = ""


class Finding(msgspec.Struct, frozen=True):
    """A rule that came out yes or unknown for this app; texts in the reader's language."""

    rule: str
    title: str
    severity: Severity
    confidence: Confidence
    outcome: Tristate
    why: str
    advice: str
    evidence: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    match: Match | None = None
    category: str = ""


class Verdict(msgspec.Struct, frozen=True):
    """The answer: the two lines, the overall level, and the rules it rests on."""

    could: Could
    does: Does
    level: Level
    cannot_tell: bool
    because: tuple[str, ...] = ()
