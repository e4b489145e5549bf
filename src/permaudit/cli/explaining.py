"""What `permaudit explain` and `permaudit rules show` print: rules, permissions, clauses and doors in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path

from permaudit.documents import rules_directory
from permaudit.errors import UsageError
from permaudit.judge.loader import rule_paths
from permaudit.model.rule import Rule
from permaudit.report.explanations import write_clause, write_door, write_permission, write_rule
from permaudit.report.page import Page, console_for
from permaudit.rulebook import RuleBook, load_rule_book
from permaudit.words.sentences import Words

_PREFIX = "android.permission."


def show_rule(id: str, words: Words, packs: Sequence[Path]) -> str:  # noqa: A002  as in the files
    """One rule whole, its condition as the file has it.

    Raises:
        UsageError: there is no such rule.
    """
    book = load_rule_book(rules_directory(), packs)
    rule = book.rule_set.by_id.get(id)
    if rule is None:
        raise _nothing(id, book.rule_set.by_id)
    page = Page(console_for(None))
    write_rule(rule, _clauses_of(rule, book), words, page)
    file = next((path for path in _files(packs) if path.stem == id), None)
    if file is not None:
        page.heading(words.say("explain-file"))
        for line in file.read_text(encoding="utf-8").rstrip().splitlines():
            page.fact(line, 2)
    return page.content


def explain(id: str, words: Words, packs: Sequence[Path]) -> str:  # noqa: A002  as in the files
    """What an id means: of a rule, a clause or a door, or the name of a permission, with or without its prefix.

    Raises:
        UsageError: nothing has this id.
    """
    book = load_rule_book(rules_directory(), packs)
    page = Page(console_for(None))
    rules, clauses = book.rule_set.by_id, {each.id: each for each in book.rule_set.clauses}
    doors = {str(each.door): each for each in book.catalog.doors}
    permissions = {each.name: each for each in book.catalog.permissions.values()}
    permissions |= {each.name.removeprefix(_PREFIX): each for each in book.catalog.permissions.values()}
    if id in rules:
        write_rule(rules[id], _clauses_of(rules[id], book), words, page)
    elif id in clauses:
        write_clause(clauses[id], words, page)
    elif id.upper() in permissions or id in permissions:
        write_permission(permissions.get(id) or permissions[id.upper()], words, page)
    elif id in doors:
        write_door(doors[id], words, page)
    else:
        raise _nothing(id, [*rules, *clauses, *doors, *permissions])
    return page.content


def _clauses_of(rule: Rule, book: RuleBook) -> list[str]:
    return [each.id for each in book.rule_set.clauses if each.id in rule.clauses or rule.id in each.concerns]


def _files(packs: Sequence[Path]) -> list[Path]:
    """Rule files, those of later packs first: they replace the others."""
    return [path for folder in (*reversed(packs), rules_directory()) for path in rule_paths(folder)]


def _nothing(id: str, known: Iterable[str]) -> UsageError:  # noqa: A002  as in the files
    near = get_close_matches(id, sorted(known), 3, 0.5) or ["-"]
    return UsageError("explain-nothing", name=id, near=", ".join(near))
