"""One app's report: the value every output format is made from."""

from __future__ import annotations

import msgspec

from permaudit.model.clause import Concern
from permaudit.model.finding import Finding, Verdict
from permaudit.model.observations import Observations


class Report(msgspec.Struct, frozen=True):
    """Observations, the verdict and the findings (highest severity first), made by which program and rules.

    `concerns` are the clauses that findings are about, `places` whose clauses were asked for; None for all.
    """

    version: str
    rules_sha256: str
    observations: Observations
    verdict: Verdict
    findings: tuple[Finding, ...] = ()
    concerns: tuple[Concern, ...] = ()
    places: tuple[str, ...] | None = None
