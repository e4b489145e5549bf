"""How a report ends: what to do, what was looked at, and what could not be seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from permaudit.model.evidence import Bridge, BridgeSurface, Read
from permaudit.model.limitation import Limitation
from permaudit.model.observations import Observations
from permaudit.model.report import Report
from permaudit.report.flows import say_hosts
from permaudit.report.happening import flows_with_reads
from permaudit.words.sentences import Words

_ASKED_FOR: Mapping[BridgeSurface, str] = {
    "contacts": "bridges-found",
    "call-log": "bridges-found-call-log",
    "sms": "bridges-found-sms",
}


def advice(report: Report, words: Words) -> tuple[str, ...]:
    """What the reader can do: the advice of the findings, worst first, else what follows from the answer."""
    found = [each.advice for each in report.findings if each.outcome == "yes" and each.advice]
    verdict = report.verdict
    if not found and verdict.could == "whole-book":
        found = [words.say("advice-refuse-contacts"), words.say("advice-pick-by-hand"), words.say("advice-revoke")]
    if verdict.cannot_tell:
        found.append(words.say("advice-cannot-tell"))
    if not found:
        found.append(words.say("advice-nothing"))
    return tuple(dict.fromkeys(found))


def limits(report: Report, words: Words) -> tuple[str, ...]:
    """What could not be seen, the material first."""
    ordered = sorted(report.observations.limitations, key=lambda each: not each.material)
    return tuple(dict.fromkeys(_say_limitation(each, words) for each in ordered))


def reservations(report: Report, words: Words) -> tuple[str, ...]:
    """What was seen but does not count, and what not having seen a way out of the phone means."""
    seen = report.observations
    blocked = [read for read in seen.reads if not read.permitted]
    unreachable = [read for read in seen.reads if read.permitted and read.reachable == "no"]
    counting = [read for read in seen.reads if _only_counts(read)]
    unresolved = seen.coverage.uri_calls.unresolved
    counts = {
        "blocked-reads-shared-user" if seen.flags.shared_user else "blocked-reads": len(blocked),
        "unreachable-reads": len(unreachable),
        "counting-reads": len(counting),
        "unreachable-flows": len([flow for flow in seen.flows if flow.leaves_phone and flow.reachable == "no"]),
        "unresolved-calls": unresolved,
        "watches-found": len([watch for watch in seen.watches if watch.permitted and watch.reachable != "no"]),
        "pickers-found": len(seen.pickers),
    }
    spoken = [words.say(sentence, count=count) for sentence, count in counts.items() if count]
    spoken += _say_bridges(seen, words)
    may_happen = any(read.can_happen for read in seen.reads)
    if may_happen and not any(flow.leaves_phone for flow, _ in flows_with_reads(seen)):
        spoken.append(words.say("flows-none-found"))
    return tuple(spoken)


def _say_sent(bridges: Iterable[Bridge], words: Words) -> Iterator[str]:
    """The calls whose people a script was seen sending on, with where to, as far as the script says it."""
    sent = [each for each in bridges if each.sends == "yes"]
    if sent:
        calls = words.enumerate(sorted({each.call for each in sent}))
        hosts = say_hosts(sorted({host for each in sent for host in each.sent_to}), words)
        sentence = "bridges-sent-to" if hosts else "bridges-sent"
        yield words.say(sentence, calls=calls, hosts=hosts)


def _say_bridges(seen: Observations, words: Words) -> Iterator[str]:
    """The calls by which scripts ask for people, what stands near them, and those of which only the name was seen."""
    for surface, sentence in _ASKED_FOR.items():
        calls = [each.call for each in seen.bridges if each.surface == surface and each.seen_as == "source"]
        if calls:
            yield words.say(sentence, count=len(calls), calls=words.enumerate(sorted(set(calls))))
    yield from _say_sent(seen.bridges, words)
    beside = [each for each in seen.bridges if each.sends != "yes"]
    requests = sorted({request.rstrip("(") for each in beside for request in each.requests})
    if requests:
        yield words.say("bridges-requests", requests=words.enumerate(requests))
    hosts = sorted({host for each in beside for host in each.hosts})
    if hosts:
        yield words.say("bridges-hosts", count=len(hosts), hosts=words.enumerate(hosts))
    compiled = sorted({each.call for each in seen.bridges if each.seen_as == "strings"})
    if compiled:
        yield words.say("bridges-compiled", calls=words.enumerate(compiled))


def coverage(report: Report, words: Words) -> str:
    """How much code there was."""
    seen = report.observations.coverage
    if not seen.dex_files:
        return words.say("coverage-no-code")
    files = words.say("coverage-files", count=seen.dex_files)
    code = words.say("coverage-methods", count=seen.methods, files=files, decoded=seen.methods_decoded)
    if not seen.components:
        return code
    parts = words.say("coverage-components", count=seen.components, missing=seen.missing_components)
    return words.say("coverage-whole", code=code, parts=parts)


def _only_counts(read: Read) -> bool:
    return read.permitted and read.reachable != "no" and read.reveals == "nobody"


def _say_limitation(limitation: Limitation, words: Words) -> str:
    detail = words.speak(limitation.detail)
    if not limitation.material:
        return detail
    hidden = words.enumerate([words.say(f"hides-{each}") for each in limitation.hides])
    return words.say("limitation-material", detail=detail, hidden=hidden)
