"""A clause of a law or a store's policy as data, and what an audit has to say to it."""

from __future__ import annotations

from typing import Literal

import msgspec

from permaudit.model.rule import TargetSdkIs

ClauseType = Literal["access", "use", "minimisation"]
ClauseStatus = Literal["in-force", "standard", "announced", "not-verified"]
Seen = Literal["official", "secondary", "unverified"]
ClauseAnswer = Literal["concerned", "unknown", "context", "not-concerned"]


class Clause(msgspec.Struct, frozen=True):
    """One clause file, schema `permaudit/clause/1`; texts are English, translated by `rules/locales/`.

    `original` is the instrument's name in its own language. `where` is a country, `EU`, or a store. Of the types only
    `access` speaks of reading, which a package can show; `use` (whom a lender may call) and `minimisation` (a general
    duty) are told as context. `seen` says how well the source was seen, `review` when somebody should look again.
    `concerns` are rules whose findings it is about.
    """

    id: str
    where: str
    title: str
    authority: str
    type: ClauseType
    status: ClauseStatus
    applies_to: str
    says: str
    source: str
    seen: Seen
    review: str
    concerns: tuple[str, ...]
    original: str | None = None
    clause: str | None = None
    since: str | None = None
    target_sdk: TargetSdkIs | None = None
    note: str | None = None


class Concern(msgspec.Struct, frozen=True):
    """One clause that findings of an app concern, in the reader's language, and the rules that say so.

    `answer` is `concerned` for an access clause with a finding that is yes, `unknown` where the finding or what the
    clause applies to is unknown, and `context` for clauses that no package can answer.
    """

    clause: Clause
    answer: ClauseAnswer
    rules: tuple[str, ...]
