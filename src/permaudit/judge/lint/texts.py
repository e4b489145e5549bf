"""How rules are worded: complete, in the form that reports need, and without a word that accuses anybody."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from permaudit.documents import load_document
from permaudit.judge.problems import Problems
from permaudit.model.clause import Clause
from permaudit.model.rule import All, AnyOf, BridgeIs, Condition, FlowIs, Rule

LONGEST_TITLE = 80
_VERSION = re.compile(r"\d+\.\d+\.\d+")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of `catalog/wording.yaml`: beginnings of words that accuse somebody."""

    accusations: tuple[str, ...]

    def accusation_in(self, text: str) -> str | None:
        """The first of them that stands in a text, if one does."""
        # Chinese runs its words together, so that none of them has a boundary
        patterns = (rf"\b{re.escape(each)}" if each.isascii() else re.escape(each) for each in self.accusations)
        found = re.search("|".join(patterns), text, re.IGNORECASE)
        return found[0] if found else None


def load_wording(shipped: Path) -> Wording:
    """Read the words from a rules directory."""
    return load_document(shipped / "catalog" / "wording.yaml", Wording)


def check_texts(rule: Rule, wording: Wording, problems: Problems) -> None:
    """Note what is missing from the texts of a rule, is too much, or accuses."""
    if not _ID.fullmatch(rule.id):
        problems.add("id-form", "id", name=rule.id)
    for name in ("title", "why", "advice"):
        text = getattr(rule, name)
        if not text.strip():
            problems.add("missing-text", name, name=name)
            continue
        accusation = wording.accusation_in(text)
        if accusation is not None:
            problems.add("accusation", name, name=name, word=accusation)
        if name != "title" and not text.rstrip().endswith((".", "?", "!", "。")):
            problems.add("no-full-stop", name, name=name)
    if rule.title.endswith((".", "。")) or "\n" in rule.title or len(rule.title) > LONGEST_TITLE:
        problems.add("title-form", "title", most=LONGEST_TITLE)
    if not _VERSION.fullmatch(rule.since):
        problems.add("since-form", "since", value=rule.since)
    for number, address in enumerate(rule.references):
        if not address.startswith("https://"):
            problems.add("reference-form", f"references[{number}]", value=address)
    if rule.severity == "critical" and not _needs_what_leaves(rule.when):
        problems.add("critical-without-flow", "severity")


def check_clause_texts(clause: Clause, wording: Wording, problems: Problems) -> None:
    """Note words of a clause that accuse."""
    # an instrument keeps its name, whatever words are in it
    for name in ("says", "applies_to", "note"):
        text = getattr(clause, name)
        accusation = wording.accusation_in(text) if text else None
        if accusation is not None:
            problems.add("accusation", name, name=name, word=accusation)


def _needs_what_leaves(condition: Condition) -> bool:
    """Whether a condition holds only where data that nobody ticked was seen to leave the phone."""
    match condition:
        case FlowIs():
            always = bool(condition.sink) and {*condition.sink} <= {"network", "sms", "email"}
            leaves = condition.leaves_phone or condition.sent_by_script or always
            return bool(leaves and condition.scope and "picked" not in condition.scope)
        case BridgeIs():
            return condition.sends == ("yes",) and bool(condition.scope) and "picked" not in condition.scope
        case All(parts):
            return any(_needs_what_leaves(part) for part in parts)
        case AnyOf(parts):
            return all(_needs_what_leaves(part) for part in parts)
        case _:
            return False
