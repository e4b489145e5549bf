"""`rules/verdict.yaml` into Answers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from permaudit.documents import convert_document, read_document
from permaudit.judge.condition_file import read_condition
from permaudit.judge.problems import Problems
from permaudit.model.answers import Answers, CannotTellWhen, CouldWhen, DoesWhen
from permaudit.model.finding import Could, Does
from permaudit.model.rule import Condition

FILE_NAME = "verdict.yaml"
SCHEMA = "permaudit/verdict/1"


class _Could(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    answer: Could
    when: object = None


class _Does(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    answer: Does
    when: object = None


class _CannotTell(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    could: tuple[Could, ...]
    does: tuple[Does, ...]
    when: object


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    schema: str
    could: tuple[_Could, ...]
    does: tuple[_Does, ...]
    cannot_tell: _CannotTell


def load_answers(path: Path) -> Answers:
    """Read the file.

    Raises:
        RuleError: it cannot be used as written; names the line.
    """
    written = convert_document(read_document(path), _File, path)
    problems = Problems(path)
    if written.schema != SCHEMA:
        problems.add("wrong-schema", "schema", name=written.schema, known=SCHEMA)
    for name, entries in (("could", written.could), ("does", written.does)):
        ends = [each.when is None for each in entries]
        if ends != [False] * (len(ends) - 1) + [True]:
            problems.add("answers-do-not-end", name, name=name)
    could = [CouldWhen(each.answer, _when(each, problems, f"could[{n}].when")) for n, each in enumerate(written.could)]
    does = [DoesWhen(each.answer, _when(each, problems, f"does[{n}].when")) for n, each in enumerate(written.does)]
    blind = written.cannot_tell
    when = read_condition(blind.when, problems, "cannot_tell.when")
    problems.refuse()
    assert when is not None  # a condition without problems is one
    return Answers(tuple(could), tuple(does), CannotTellWhen(blind.could, blind.does, when))


def _when(entry: Any, problems: Problems, where: str) -> Condition | None:  # noqa: ANN401  either kind of entry
    return None if entry.when is None else read_condition(entry.when, problems, where)
