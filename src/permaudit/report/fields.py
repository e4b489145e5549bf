"""The table of what the code takes about a person: each field, whether it was seen, of whom, when, and whose code."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import Literal

import msgspec

from permaudit.model.evidence import ADDRESS_BOOK, Read, Surface, Trigger
from permaudit.model.place import Owner
from permaudit.model.report import Report
from permaudit.report.happening import flows_with_reads
from permaudit.words.sentences import Words

Seen = Literal["sent", "read", "possible", "not-seen", "cannot-tell"]
SEEN_AT_ALL: frozenset[Seen] = frozenset({"sent", "read", "possible"})

ALWAYS_SHOWN = ("name", "phone", "email", "address", "organization", "birthday", "relation", "note", "photo")
SHOWN_IF_SEEN = (
    "nickname",
    "event",
    "im",
    "sip",
    "website",
    "group",
    "account",
    "starred",
    "contact-frequency",
    "ringtone",
)
FIELDS_SPOKEN = ALWAYS_SHOWN + SHOWN_IF_SEEN
"""Fields in the order people read them; the internal number of a contact says nothing about a person."""

_NEIGHBOURS = ("sim", "call-log", "sms", "accounts", "own-number", "profile", "voicemail", "calendar")
_TRIGGERS: tuple[Trigger, ...] = (
    "app-start",
    "permission-granted",
    "screen-open",
    "tap",
    "boot",
    "schedule",
    "background",
    "push",
    "sms-received",
    "contacts-changed",
    "script",
    "other-app",
    "other",
)
_OWN: frozenset[Surface] = frozenset({"own-number", "profile"})
"""What is kept there is about the owner of the phone and nobody else."""
_WHOM = ("everyone", "some", "unknown", "one", "picked", "you")
_CARDS = frozenset({"as_vcard", "as_multi_vcard"})


class Row(msgspec.Struct, frozen=True):
    """One line of a table, spoken; `when` and `owner` are empty where nothing was seen."""

    subject: str
    state: Seen
    seen: str
    whom: str
    when: str
    owner: str


def field_rows(report: Report, words: Words) -> tuple[Row, ...]:
    """One row for each field of the address book: the important ones always, others if seen."""
    reads = [read for read in report.observations.reads if read.surface in ADDRESS_BOOK and read.can_happen]
    unseen: Seen = "cannot-tell" if report.verdict.cannot_tell else "not-seen"
    leaving = _leaving_fields(report)
    rows = []
    for field in FIELDS_SPOKEN:
        sent = {name for name, fields in leaving.items() if field in fields}
        taking = [read for read in reads if takes(read, field) or read.id in sent]
        row = _row(words.say(f"field-{field}"), taking, field, unseen, sent, words)
        if row.state in SEEN_AT_ALL or field in ALWAYS_SHOWN:
            rows.append(row)
    return tuple(rows)


def neighbour_rows(report: Report, words: Words) -> tuple[Row, ...]:
    """One row for each other source of data about people that was seen."""
    reads = [read for read in report.observations.reads if read.can_happen]
    sent = set(_leaving_fields(report))
    rows = []
    for surface in _NEIGHBOURS:
        found = [read for read in reads if read.surface == surface]
        if found:
            rows.append(_row(words.say(f"surface-{surface}"), found, None, "not-seen", sent, words))
    return tuple(rows)


def takes(read: Read, field: str) -> bool:
    """Whether a read names a field, or fetches it with the rest."""
    return field in read.fields or field in read.carried


def say_triggers(reads: Iterable[Read], words: Words) -> str:
    """When reads start, in one phrase."""
    found = {path.trigger for read in reads for path in read.paths}
    spoken = [words.say(f"trigger-{trigger}") for trigger in _TRIGGERS if trigger in found]
    return words.enumerate(spoken) if spoken else words.say("trigger-none")


def say_owner(owner: Owner, words: Words) -> str:
    """Who wrote the code, in a word."""
    if owner.kind == "library":
        return words.say("owner-library", name=owner.name) if owner.name else words.say("owner-library-unnamed")
    return words.say("owner-app" if owner.kind == "app" else "owner-unknown")


def _leaving_fields(report: Report) -> dict[str, set[str]]:
    """By read: the fields that were seen to leave the phone, from a line that something starts."""
    leaving: dict[str, set[str]] = {}
    for flow, read in flows_with_reads(report.observations):
        if flow.leaves_phone and flow.reachable == read.reachable == "yes":
            leaving.setdefault(read.id, set()).update(flow.fields)
    return leaving


def _row(
    subject: str, reads: Sequence[Read], field: str | None, unseen: Seen, sent: AbstractSet[str], words: Words
) -> Row:
    if not reads:
        return Row(subject, unseen, words.say(f"seen-{unseen}"), "", "", "")
    surely = [read for read in reads if read.reachable == "yes" and (_is_named(read, field) or read.id in sent)]
    state: Seen = "read" if surely else "possible"
    widest = min((_whom(read) for read in surely or reads), key=_WHOM.index)
    # a picked contact beside a whole book must not make the whole book look picked
    shown = [read for read in surely or reads if _whom(read) == widest]
    if any(read.id in sent for read in shown):
        state = "sent"
        shown = [read for read in shown if read.id in sent]
    return Row(
        subject=subject,
        state=state,
        seen=words.say(f"seen-{state}"),
        whom=words.say(f"whom-{widest}"),
        when=say_triggers(shown, words),
        owner=words.enumerate(sorted({say_owner(read.owner, words) for read in shown})),
    )


def _is_named(read: Read, field: str | None) -> bool:
    return field is None or field in read.fields or not _CARDS.isdisjoint((read.uri or "").split("/"))


def _whom(read: Read) -> str:
    if read.surface in _OWN:
        return "you"
    if read.scope == "picked":
        return "picked"
    if read.scope == "all":
        return "everyone"
    if read.scope == "lookup":
        return "one"
    return "some" if read.scope == "filtered" else "unknown"
