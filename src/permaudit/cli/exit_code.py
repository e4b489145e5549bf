"""What each exit code says; findings and failures never share one."""

from __future__ import annotations

import enum
from collections.abc import Iterable

from permaudit.model.report import Report
from permaudit.model.rule import SEVERITIES, Severity


class ExitCode(enum.IntEnum):
    """The closed list of exit codes."""

    AUDITED = 0
    FINDINGS = 1
    USAGE = 2
    NOT_AUDITED = 3
    RULES_INVALID = 4
    CANNOT_TELL = 5
    BUG = 70
    INTERRUPTED = 130


_PRECEDENCE = (ExitCode.BUG, ExitCode.NOT_AUDITED, ExitCode.FINDINGS, ExitCode.CANNOT_TELL, ExitCode.AUDITED)


def code_of(report: Report, fail_on: Severity) -> ExitCode:
    """The code for one app: findings at or above `fail_on`, else whether it could be told at all."""
    level = report.verdict.level
    if level in SEVERITIES and level != "none" and SEVERITIES.index(level) >= SEVERITIES.index(fail_on):
        return ExitCode.FINDINGS
    return ExitCode.CANNOT_TELL if report.verdict.cannot_tell else ExitCode.AUDITED


def worst(codes: Iterable[ExitCode]) -> ExitCode:
    """The code for several apps: a bug wins over 3, 3 over 1, 1 over 5, 5 over 0."""
    given = set(codes)
    return next((code for code in _PRECEDENCE if code in given), ExitCode.AUDITED)
