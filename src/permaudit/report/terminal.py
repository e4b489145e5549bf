"""`--format text`: the report as a person reads it first, on a terminal or in a pipe."""

from __future__ import annotations

from typing import TextIO

from rich.console import Console

from permaudit.model.finding import Finding
from permaudit.model.report import Report
from permaudit.report.answer import say_beside, say_could, say_does
from permaudit.report.clauses import write_concerns
from permaudit.report.closing import advice, coverage, limits, reservations
from permaudit.report.escaping import shorten
from permaudit.report.fields import SEEN_AT_ALL, Row, field_rows, neighbour_rows
from permaudit.report.flows import flow_lines
from permaudit.report.page import Page, console_for
from permaudit.report.requests import count_other_requests, requests_about_people
from permaudit.report.terminal_evidence import write_evidence
from permaudit.words.sentences import Words

_HASH_DIGITS = 16
_LABEL_LENGTH = 80
_MOST_OPEN = 10
_LEVEL_STYLES = {
    "critical": "bold white on red",
    "high": "bold red",
    "medium": "yellow",
    "low": "cyan",
    "none": "green",
    "unknown": "bold magenta",
}
_STATE_STYLES = {
    "sent": "bold white on red",
    "read": "bold red",
    "possible": "yellow",
    "not-seen": "",
    "cannot-tell": "magenta",
}


def render(report: Report, words: Words, *, verbosity: int, console: Console) -> None:
    """Write one app's report to a console (see render_text); what it cannot write was replaced."""
    console.file.write(_compose(report, words, verbosity, Page(console)))


def render_text(report: Report, words: Words, *, verbosity: int, stream: TextIO | None = None) -> str:
    """One app's report as text, coloured and folded as suits the stream it is meant for.

    Verbosity 1 adds the evidence, 2 the call paths step by step.
    """
    return _compose(report, words, verbosity, Page(console_for(stream)))


def _compose(report: Report, words: Words, verbosity: int, page: Page) -> str:
    _write_head(report, words, page)
    _write_answer(report, words, page)
    _write_fields(report, words, page)
    _write_neighbours(report, words, page)
    _write_flows(report, words, page)
    _write_requests(report, words, page)
    _write_findings(report, words, page, all_open=verbosity > 0)
    _write_advice(report, words, page)
    write_concerns(report, words, page, whole=verbosity > 0)
    _write_limits(report, words, page)
    if verbosity:
        write_evidence(report, words, page, with_paths=verbosity > 1)
    page.line()
    page.line(words.say("made-by", version=report.version, rules=report.rules_sha256[:_HASH_DIGITS]))
    if not verbosity:
        page.line(words.say("more-with-v"))
    return page.content


def _write_head(report: Report, words: Words, page: Page) -> None:
    source, app = report.observations.source, report.observations.app
    page.line(shorten(app.label, _LABEL_LENGTH) if app.label else words.say("header-no-label"), "bold")
    page.line(_say_version(report, words))
    file = {"file": source.name, "hash": source.sha256}
    if len(source.parts) > 1:
        page.line(words.say("header-parts", count=len(source.parts), **file))
    else:
        page.line(words.say("header-file", **file))


def _say_version(report: Report, words: Words) -> str:
    app = report.observations.app
    package = shorten(app.package, _LABEL_LENGTH)
    name = shorten(app.version_name, _LABEL_LENGTH) if app.version_name else None
    if name and app.version_code is not None:
        return words.say("header-version", package=package, version=name, code=str(app.version_code))
    if name:
        return words.say("header-version-name", package=package, version=name)
    if app.version_code is not None:
        return words.say("header-version-code", package=package, code=str(app.version_code))
    return words.say("header-package", package=package)


def _write_answer(report: Report, words: Words, page: Page) -> None:
    verdict = report.verdict
    style = _LEVEL_STYLES[verdict.level]
    rows = [(words.say("label-could"), "bold", say_could(report, words))]
    rows += [("", "", sentence) for sentence in say_beside(report, words)]
    rows.append((words.say("label-does"), "bold", say_does(report, words)))
    if verdict.cannot_tell:
        rows.append((words.say("label-unseen"), "bold magenta", words.say("cannot-tell")))
    page.line()
    page.columns(rows, 7)
    page.line()
    page.line(words.say(f"level-{verdict.level}"), style, indent=2)


def _write_fields(report: Report, words: Words, page: Page) -> None:
    rows = field_rows(report, words)
    page.heading(words.say("section-fields"))
    if not any(row.state in SEEN_AT_ALL for row in rows):
        page.line(words.say("fields-cannot-tell" if report.verdict.cannot_tell else "fields-none"), indent=2)
        return
    _write_rows(rows, words.say("column-field"), words, page)
    if any(row.state == "possible" for row in rows):
        page.line(words.say("note-possible"), indent=2)


def _write_neighbours(report: Report, words: Words, page: Page) -> None:
    rows = neighbour_rows(report, words)
    if rows:
        page.heading(words.say("section-neighbours"))
        _write_rows(rows, words.say("column-surface"), words, page)


def _write_flows(report: Report, words: Words, page: Page) -> None:
    lines = flow_lines(report, words)
    if not lines:
        return
    page.heading(words.say("section-flows"))
    for line in lines:
        page.line(line.sentence, "bold red" if line.leaves_phone else "", indent=2)
        for remark in line.remarks:
            page.line(remark, indent=4)


def _write_rows(rows: tuple[Row, ...], subject: str, words: Words, page: Page) -> None:
    others = ("column-seen", "column-whom", "column-when", "column-owner")
    head = [subject, *(words.say(title) for title in others)]
    page.table(
        head, [((row.subject, row.seen, row.whom, row.when, row.owner), _STATE_STYLES[row.state]) for row in rows]
    )


def _write_requests(report: Report, words: Words, page: Page) -> None:
    requests = requests_about_people(report, words)
    page.heading(words.say("section-permissions"))
    for request in requests:
        page.line(request.name, "bold", indent=2)
        for sentence in request.sentences:
            page.line(sentence, indent=4)
    if not requests:
        page.line(words.say("permissions-none"), indent=2)
    others = count_other_requests(report)
    if others:
        page.line(words.say("permissions-other", count=others), indent=2)


def _write_findings(report: Report, words: Words, page: Page, *, all_open: bool) -> None:
    certain = [finding for finding in report.findings if finding.outcome == "yes"]
    page.heading(words.say("section-findings"))
    for finding in certain:
        _write_finding(finding, words, page)
    if not certain:
        page.line(words.say("findings-none"), indent=2)
    uncertain = [finding for finding in report.findings if finding.outcome == "unknown"]
    if uncertain:
        page.heading(words.say("section-unknown"))
        page.line(words.say("unknown-findings"), indent=2)
        # a packed app leaves every rule open, and a list of all says less than its worst
        shown = uncertain if all_open or len(uncertain) <= _MOST_OPEN + 1 else uncertain[:_MOST_OPEN]
        for finding in shown:
            page.line(finding.title, indent=4)
        if len(shown) < len(uncertain):
            page.line(words.say("unknown-more", count=len(uncertain) - len(shown)), indent=4)


def _write_finding(finding: Finding, words: Words, page: Page) -> None:
    severity = words.say(f"severity-{finding.severity}")
    page.line(words.say("finding-title", severity=severity, title=finding.title), _LEVEL_STYLES[finding.severity], 2)
    page.line(finding.why, indent=4)


def _write_advice(report: Report, words: Words, page: Page) -> None:
    page.heading(words.say("section-advice"))
    rows = [(f"{number}.", "", sentence) for number, sentence in enumerate(advice(report, words), start=1)]
    page.columns(rows, 2)


def _write_limits(report: Report, words: Words, page: Page) -> None:
    page.heading(words.say("section-limitations"))
    for sentence in (*limits(report, words), *reservations(report, words), coverage(report, words)):
        page.columns([("-", "", sentence)], 1)
