"""Rules, clauses, permissions and doors explained one by one, for readers who met their names in a report."""

from __future__ import annotations

from collections.abc import Sequence

from permaudit.catalog.permissions import DoorShape, PlatformPermission
from permaudit.model.clause import Clause
from permaudit.model.rule import All, AnyOf, Condition, Count, Not, Rule, RuleIs
from permaudit.model.wording import describe
from permaudit.report.android_versions import name_android
from permaudit.report.page import Page
from permaudit.words.sentences import Words


def write_rule(rule: Rule, clauses: Sequence[str], words: Words, page: Page) -> None:
    """A rule: what it says, why it matters, what to do, and when it speaks."""
    page.line(words.translate("rule", rule.id, "title", rule.title), "bold")
    severity, confidence = words.say(f"severity-{rule.severity}"), words.say(f"confidence-{rule.confidence}")
    page.line(words.say("explain-rule", id=rule.id, severity=severity, confidence=confidence, category=rule.category))
    page.line()
    page.line(words.translate("rule", rule.id, "why", rule.why))
    page.line()
    page.line(words.translate("rule", rule.id, "advice", rule.advice))
    page.heading(words.say("explain-when"))
    for depth, line in _condition_lines(rule.when, 0):
        page.fact(line, 2 + 2 * depth)
    for heading, items in (("explain-clauses", clauses), ("explain-references", rule.references)):
        if items:
            page.heading(words.say(heading))
            for item in items:
                page.fact(item, 2)


def write_clause(clause: Clause, words: Words, page: Page) -> None:
    """A clause: whom it binds, what it says, since when, and how well its source was seen."""
    page.line(words.translate("clause", clause.id, "title", clause.title), "bold")
    page.line(
        words.say("explain-clause", id=clause.id, where=say_place(clause.where, words), authority=clause.authority)
    )
    page.line()
    page.line(words.translate("clause", clause.id, "says", clause.says))
    page.line()
    rows = [
        ("explain-applies", words.translate("clause", clause.id, "applies_to", clause.applies_to)),
        ("explain-type", words.say(f"clause-type-{clause.type}")),
        ("explain-status", words.say(f"clause-status-{clause.status}")),
        ("explain-original", clause.original if clause.original and page.can_write(clause.original) else ""),
        ("explain-part", clause.clause or ""),
        ("explain-since", clause.since or ""),
        ("explain-seen", words.say(f"clause-seen-{clause.seen}")),
        ("explain-source", clause.source),
        ("explain-review", clause.review),
        ("explain-note", words.translate("clause", clause.id, "note", clause.note) if clause.note else ""),
        ("explain-concerns", words.enumerate(clause.concerns, "names")),
    ]
    page.columns([(words.say(name), "bold", text) for name, text in rows if text], 14)


def write_permission(permission: PlatformPermission, words: Words, page: Page) -> None:
    """A permission: what it gives, how it is granted, and since when."""
    page.line(permission.name, "bold")
    page.line(words.describe("permission", permission.name) or words.say("permission-not-described"))
    page.line()
    page.line(words.say(f"protection-{permission.protection}"))
    if permission.group is not None:
        page.line(words.say("explain-group", group=permission.group))
    page.line(words.say("explain-since-android", android=name_android(words, permission.since_sdk)))
    if permission.note:
        page.line()
        page.line(permission.note)


def write_door(door: DoorShape, words: Words, page: Page) -> None:
    """A special service or role: what it shows, and what comes with it."""
    page.line(words.say(f"door-{door.door}"), "bold")
    page.line(words.describe("door", door.door) or "")
    if door.grants:
        page.heading(words.say("explain-grants"))
        for name in door.grants:
            page.fact(name, 2)


def say_place(place: str, words: Words) -> str:
    """The name of a country or store; its code where nobody has named it yet."""
    name = f"where-{place.lower()}"
    return words.say(name) if words.knows(name) else place


def _condition_lines(condition: Condition, depth: int) -> list[tuple[int, str]]:
    """A condition as an indented list."""
    match condition:
        case All(parts) | AnyOf(parts):
            word = "all" if isinstance(condition, All) else "any"
            return [(depth, f"{word}:"), *(line for part in parts for line in _condition_lines(part, depth + 1))]
        case Not(part):
            return [(depth, "not:"), *_condition_lines(part, depth + 1)]
        case Count(of):
            inner = [line for part in of for line in _condition_lines(part, depth + 1)]
            return [(depth, f"count {describe(condition)}:"), *inner]
        case RuleIs():
            return [(depth, f"rule: {condition.id}")]
        case _:
            return [(depth, f"{condition.__struct_config__.tag}: {describe(condition) or '{}'}")]
