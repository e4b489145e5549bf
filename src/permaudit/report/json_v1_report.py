"""The whole of a published report, and the clauses in it."""

from __future__ import annotations

from typing import Literal

import msgspec

from permaudit.model.clause import ClauseAnswer, ClauseStatus, ClauseType, Concern, Seen
from permaudit.report.json_v1_behaviour import ApiCallV1, PermissionAskV1, TextSeenV1
from permaudit.report.json_v1_package import PackageV1
from permaudit.report.json_v1_values import (
    AppV1,
    BridgeV1,
    CoverageV1,
    FindingV1,
    FlowV1,
    InputV1,
    LimitationV1,
    PermissionV1,
    PickerV1,
    ReadV1,
    SpecialAccessV1,
    ToolV1,
    VerdictV1,
)


class ClauseV1(msgspec.Struct, frozen=True):
    """A clause of a law or a store policy that findings concern; texts in the reader's language.

    `checked` says how well its source was seen. Only clauses of type `access` can be answered from a package; the
    others have the answer `context`. `rules` are those whose findings it is about.
    """

    id: str
    where: str
    title: str
    original: str | None
    clause: str | None
    authority: str
    type: ClauseType
    status: ClauseStatus
    since: str | None
    applies_to: str
    says: str
    note: str | None
    source: str
    checked: Seen
    review: str
    answer: ClauseAnswer
    rules: list[str]


class ReportV1(msgspec.Struct, frozen=True):
    """One app's report. Lists are empty, never null.

    `watches` are observers that are told of changes; they hand over no row, so they are not reads. `requests` are
    questions for permissions, `calls` what else the code does that rules ask for.
    """

    schema: Literal["permaudit/report/1"]
    tool: ToolV1
    input: InputV1
    app: AppV1
    verdict: VerdictV1
    permissions: list[PermissionV1]
    special_access: list[SpecialAccessV1]
    reads: list[ReadV1]
    watches: list[ReadV1]
    pickers: list[PickerV1]
    flows: list[FlowV1]
    bridges: list[BridgeV1]
    calls: list[ApiCallV1]
    requests: list[PermissionAskV1]
    texts: list[TextSeenV1]
    package: PackageV1
    limitations: list[LimitationV1]
    coverage: CoverageV1
    findings: list[FindingV1]
    clauses: list[ClauseV1]


def clause_v1(concern: Concern) -> ClauseV1:
    """Publish a clause."""
    clause = concern.clause
    return ClauseV1(
        id=clause.id,
        where=clause.where,
        title=clause.title,
        original=clause.original,
        clause=clause.clause,
        authority=clause.authority,
        type=clause.type,
        status=clause.status,
        since=clause.since,
        applies_to=clause.applies_to,
        says=clause.says,
        note=clause.note,
        source=clause.source,
        checked=clause.seen,
        review=clause.review,
        answer=concern.answer,
        rules=list(concern.rules),
    )
