"""The answer: what the app could read, what its code does, and how bad the findings are (DESIGN.md section 1)."""

from __future__ import annotations

from collections.abc import Sequence

from permaudit.model.evidence import ADDRESS_BOOK
from permaudit.model.finding import Could, Does, Finding, Level, Verdict
from permaudit.model.observations import Observations
from permaudit.model.rule import SEVERITIES

READ_CONTACTS = "android.permission.READ_CONTACTS"
_SOME_PERMISSIONS = frozenset(
    {
        "android.permission.READ_CALL_LOG",
        "android.permission.PROCESS_OUTGOING_CALLS",
        "android.permission.READ_SMS",
        "android.permission.RECEIVE_SMS",
        "android.permission.RECEIVE_MMS",
        "android.permission.RECEIVE_WAP_PUSH",
        "android.permission.GET_ACCOUNTS",
    }
)
_SOME_DOORS = frozenset({"accessibility", "notification-listener"})
_BELOW_ALL: frozenset[Does] = frozenset({"reads-some", "picks", "not-seen"})


def judge_verdict(seen: Observations, findings: Sequence[Finding]) -> Verdict:
    """Sum up: the level is the highest severity among findings that are yes; hidden code makes it unknown."""
    could, does = find_could(seen), find_does(seen)
    cannot_tell = does in _BELOW_ALL and could != "nothing" and bool(seen.hides("code", "script"))
    certain = [each for each in findings if each.outcome == "yes" and each.severity != "none"]
    highest = max((SEVERITIES.index(each.severity) for each in certain), default=0)
    level: Level = SEVERITIES[highest] if highest else ("unknown" if cannot_tell else "none")
    because = tuple(sorted(each.rule for each in certain if SEVERITIES.index(each.severity) == highest))
    return Verdict(could, does, level, cannot_tell, because)


def find_could(seen: Observations) -> Could:
    """The most that Android would let the app read once the person taps Allow."""
    held = {each.name for each in seen.permissions if each.held_now}
    held |= {name for each in seen.special_access for name in each.grants}
    if READ_CONTACTS in held:
        return "whole-book"
    if held & _SOME_PERMISSIONS or any(each.door in _SOME_DOORS for each in seen.special_access):
        return "some"
    if any(each.reachable != "no" for each in seen.pickers):
        return "picked-only"
    return "nothing"


def find_does(seen: Observations) -> Does:
    """What the code was seen to do with contacts, legacy contacts and the SIM.

    A digest that leaves the phone counts as sent: who receives it can still recognise numbers they know.
    """
    reads = [each for each in seen.reads if each.surface in ADDRESS_BOOK and each.can_happen]
    wide = {each.id for each in reads if each.scope != "picked"}
    if any(flow.leaves_phone and flow.reachable != "no" and flow.read in wide for flow in seen.flows):
        return "sends"
    scopes = {each.scope for each in reads}
    if "all" in scopes:
        return "reads-all"
    if scopes - {"picked"}:
        return "reads-some"
    return "picks" if scopes else "not-seen"
