"""What `permaudit rules new` writes: a rule that passes lint and its own cases, for its author to change."""

from __future__ import annotations

import re
from pathlib import Path

from permaudit import __version__
from permaudit.errors import UsageError
from permaudit.judge.case_file import cases_path
from permaudit.judge.loader import NOT_RULES
from permaudit.judge.rule_file import SCHEMA

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_RULE = """\
schema: {schema}
id: {id}
# One line, as a borrower would say it: what was seen.
title: It does what {id} is about
# critical, high, medium, low, or none for what is good to know (rules/README.md)
severity: medium
confidence: high
# What was seen, and what it means for the reader and for the people in the address book.
why: >-
  The code reads the notes of everyone in the address book when something is tapped.
# What the reader can do.
advice: >-
  Refuse the permission Contacts when the app asks.
# The condition; rules/README.md has all of them. Here: a read of everyone's notes, begun by a tap.
when:
  read: {{surface: [contacts, legacy-contacts], scope: all, fields: note, trigger: tap}}
references:
  - https://developer.android.com/guide/topics/providers/contacts-provider
clauses: []
since: "{version}"
"""
_CASES = """\
# When the rule says yes, no and unknown. `app` takes the path of an APK instead of `observations`.
- name: notes of everyone, after a tap
  observations: {reads: [{surface: contacts, scope: all, fields: [name, note], trigger: [tap]}]}
  expect: "yes"
- name: names only
  observations: {reads: [{surface: contacts, scope: all, fields: [name], trigger: [tap]}]}
  expect: "no"
- name: the code could not be seen
  observations: {limitations: [{kind: packed, hides: [code]}]}
  expect: unknown
"""


def begin_rule(id: str, category: str, folder: Path) -> tuple[Path, Path]:  # noqa: A002  as in the files
    """Write the two files; nothing that is there is overwritten.

    Raises:
        UsageError: the id or the category is no name for a file, the rule is there already, or cannot be written.
    """
    for name in (id, category):
        if not _NAME.fullmatch(name) or name in NOT_RULES:
            raise UsageError("rule-name-form", name=name)
    rule = folder / category / f"{id}.yaml"
    cases = cases_path(rule)
    try:
        for path in (rule, cases):
            if path.exists():
                raise UsageError("rule-is-there", file=str(path))
        rule.parent.mkdir(parents=True, exist_ok=True)
        rule.write_text(_RULE.format(schema=SCHEMA, id=id, version=__version__), encoding="utf-8", newline="\n")
        cases.write_text(_CASES, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError("output-unwritable", file=str(rule), problem=error.strerror or str(error)) from error
    return rule, cases
