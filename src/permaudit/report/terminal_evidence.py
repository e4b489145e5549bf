"""The evidence behind a report: each read and flow with its place, each rule with its reasons, each path by steps."""

from __future__ import annotations

from collections.abc import Iterator

from permaudit.model.evidence import Bridge, Picker, Read
from permaudit.model.finding import Match
from permaudit.model.permission import SpecialAccess
from permaudit.model.report import Report
from permaudit.report.fields import say_owner, say_triggers
from permaudit.report.flows import say_hosts
from permaudit.report.page import Page
from permaudit.report.places import say_place
from permaudit.report.terminal_behaviour import write_behaviour
from permaudit.report.terminal_flows import write_flow
from permaudit.report.terminal_paths import write_path
from permaudit.words.sentences import Words

_DEEPEST = 20


def write_evidence(report: Report, words: Words, page: Page, *, with_paths: bool) -> None:
    """Write reads, flows, pickers and doors, then why each rule spoke."""
    seen = report.observations
    if not (seen.reads or seen.watches or seen.pickers or seen.bridges or seen.special_access or report.findings):
        return
    named = frozenset(name for finding in report.findings for name in finding.evidence)
    page.heading(words.say("section-evidence"))
    for read in seen.reads:
        _write_read(read, words, page, with_paths=with_paths)
    for flow in seen.flows:
        write_flow(flow, words, page, with_offsets=with_paths)
    for watch in seen.watches:
        _write_read(watch, words, page, with_paths=with_paths)
    for picker in seen.pickers:
        _write_picker(picker, words, page)
    for bridge in seen.bridges:
        page.fact(_say_bridge(bridge, words), 2)
    for access in seen.special_access:
        page.fact(_say_access(access, words), 2)
    write_behaviour(seen, named, words, page, with_paths=with_paths)
    for finding in report.findings:
        page.fact(words.say("evidence-rule", rule=finding.rule), 2)
        if finding.clauses:
            page.fact(words.say("evidence-clauses", names=words.enumerate(finding.clauses, "names")), 4)
        if finding.match:
            _write_match(finding.match, words, page, 4)
    if seen.reads or seen.watches or seen.pickers:
        page.line(words.say("evidence-how-to-check"), indent=2)


def _write_read(read: Read, words: Words, page: Page, *, with_paths: bool) -> None:
    surface = words.say(f"surface-{read.surface}")
    if read.uri is None:
        page.fact(words.say("evidence-read-plain", id=read.id, surface=surface), 2)
    else:
        page.fact(words.say("evidence-read", id=read.id, surface=surface, uri=read.uri), 2)
    for sentence in _say_read(read, words):
        page.fact(sentence, 6)
    if with_paths:
        for path in read.paths:
            write_path(path, words, page)


def _say_read(read: Read, words: Words) -> Iterator[str]:
    yield say_place(read.at, words)
    yield words.say("evidence-api", api=read.api)
    if not read.exact and read.uri is not None:
        yield words.say("evidence-inexact")
    yield _say_fields(read, words)
    scope, reveals = words.say(f"scope-{read.scope}"), words.say(f"reveals-{read.reveals}")
    yield words.say("evidence-scope", scope=scope, reveals=reveals)
    if read.watches:
        yield words.say("evidence-watches")
    yield words.say("evidence-owner", owner=say_owner(read.owner, words))
    if read.permission:
        sentence = "evidence-permission" if read.permitted else "evidence-permission-missing"
        yield words.say(sentence, permission=read.permission)
    yield words.say(f"evidence-reachable-{read.reachable}")
    if read.paths:
        yield words.say("evidence-triggers", triggers=say_triggers([read], words))


def _say_fields(read: Read, words: Words) -> str:
    fields = words.enumerate([words.say(f"fields-{field}") for field in read.fields])
    if read.all_fields:
        return words.say("evidence-all-fields-named", fields=fields) if fields else words.say("evidence-all-fields")
    return words.say("evidence-fields", fields=fields) if fields else words.say("evidence-no-fields")


def _write_picker(picker: Picker, words: Words, page: Page) -> None:
    page.fact(words.say("evidence-picker", action=picker.action), 2)
    page.fact(say_place(picker.at, words), 6)


def _say_bridge(bridge: Bridge, words: Words) -> str:
    sentence = "evidence-bridge" if bridge.seen_as == "source" else "evidence-bridge-compiled"
    if bridge.sends == "yes":
        sentence = "evidence-bridge-sends-to" if bridge.sent_to else "evidence-bridge-sends"
    place, hosts = say_place(bridge.at, words), say_hosts(bridge.sent_to, words)
    return words.say(sentence, call=bridge.call, framework=bridge.framework, place=place, hosts=hosts)


def _say_access(access: SpecialAccess, words: Words) -> str:
    door = words.say(f"door-{access.door}")
    if access.component is None:
        return door
    return words.say("evidence-door", door=door, component=access.component)


def _write_match(match: Match, words: Words, page: Page, indent: int) -> None:
    outcome = words.say(f"outcome-{match.outcome}")
    condition = f"{match.condition} {match.asks}".rstrip()
    if match.evidence:
        evidence = words.enumerate(match.evidence, "names")
        sentence = words.say("evidence-match-with", outcome=outcome, condition=condition, evidence=evidence)
    else:
        sentence = words.say("evidence-match", outcome=outcome, condition=condition)
    page.fact(sentence, indent)
    if indent < 2 * _DEEPEST:
        for part in match.parts:
            _write_match(part, words, page, indent + 2)
