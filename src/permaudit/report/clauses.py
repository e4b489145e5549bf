"""Laws and store policies that findings concern, as the report tells them: by place, briefly or whole."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from permaudit.model.clause import Concern
from permaudit.model.report import Report
from permaudit.report.explanations import say_place
from permaudit.report.page import Page
from permaudit.words.sentences import Words


def write_concerns(report: Report, words: Words, page: Page, *, whole: bool) -> None:
    """Write the clauses: only their titles for readers who asked for no place, whole for the others and with -v."""
    if not report.concerns:
        if report.places is not None:
            page.heading(words.say("section-clauses"))
            page.line(words.say("clauses-none"), indent=2)
        return
    page.heading(words.say("section-clauses"))
    page.line(words.say("clauses-meaning"), indent=2)
    if whole or report.places is not None:
        _write_whole(report, words, page)
    else:
        _write_titles(report, words, page)


def _write_titles(report: Report, words: Words, page: Page) -> None:
    """One row a place. What only stands as context, or was not verified, is counted."""
    told = [each for each in report.concerns if _is_told(each)]
    rows = []
    for place, concerns in _by_place(told):
        titles = dict.fromkeys(_say_title(each, words) for each in concerns)
        rows.append((say_place(place, words), "bold", words.enumerate(list(titles), "titles")))
    page.columns(rows, max((len(place) for place, _, _ in rows), default=0))
    others = len(report.concerns) - len(told)
    if others:
        page.line(words.say("clauses-more", count=others), indent=2)


def _write_whole(report: Report, words: Words, page: Page) -> None:
    titles = {each.rule: each.title for each in report.findings}
    for place, concerns in _by_place(report.concerns):
        page.line(say_place(place, words), "bold", indent=2)
        for concern in concerns:
            clause = concern.clause
            head = clause.title
            if clause.clause:
                head = words.say("clause-part", title=clause.title, part=clause.clause)
            if clause.original and words.language == "en" and page.can_write(clause.original):
                head = words.say("clause-original", title=head, original=clause.original)
            if clause.status == "not-verified":
                head = words.say("clause-not-verified", title=head)
            page.line(head, indent=4)
            page.line(clause.says, indent=6)
            for sentence in _say_details(concern, titles, words):
                page.line(sentence, indent=6)


def _say_details(concern: Concern, titles: dict[str, str], words: Words) -> Iterator[str]:
    clause = concern.clause
    findings = words.enumerate([titles[rule] for rule in concern.rules], "titles")
    yield words.say(f"clause-answer-{concern.answer}", findings=findings)
    status = words.say(f"clause-status-{clause.status}")
    if clause.since:
        yield words.say("clause-standing-since", status=status, since=clause.since, applies=clause.applies_to)
    else:
        yield words.say("clause-standing", status=status, applies=clause.applies_to)
    seen = words.say(f"clause-seen-{clause.seen}")
    yield words.say("clause-source", seen=seen, source=clause.source, id=clause.id)
    if clause.note:
        yield clause.note


def _say_title(concern: Concern, words: Words) -> str:
    """A title with its date; what does not bind, or not yet, says so even where space is short."""
    clause = concern.clause
    form = "clause-title" if clause.status == "in-force" else f"clause-title-{clause.status}"
    if clause.since:
        return words.say(f"{form}-since", title=clause.title, since=clause.since)
    return clause.title if clause.status == "in-force" else words.say(form, title=clause.title)


def _is_told(concern: Concern) -> bool:
    return concern.answer == "concerned" and concern.clause.status != "not-verified"


def _by_place(concerns: tuple[Concern, ...] | list[Concern]) -> Iterator[tuple[str, list[Concern]]]:
    """Stores, which stand in small letters, come first: what holds there holds for everybody who uses them."""
    ordered = sorted(concerns, key=lambda each: (not each.clause.where.islower(), each.clause.where))
    return ((place, list(group)) for place, group in groupby(ordered, key=lambda each: each.clause.where))
