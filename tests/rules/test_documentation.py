"""What rules/README.md says of the language, the answers and the levels is so."""

from __future__ import annotations

import re

import pytest
from rules.tables import README, rewritten

from permaudit.judge.condition_file import KINDS
from permaudit.judge.hiding import HIDDEN_BY
from permaudit.judge.truth import all_of, any_of, opposite
from permaudit.model.app import Tristate
from permaudit.model.rule import LEAVES
from permaudit.model.wording import WRITTEN_AS

TEXT = README.read_text(encoding="utf-8")


def part(name: str) -> str:
    return TEXT.partition(f"<!-- {name}:begin -->\n")[2].partition(f"<!-- {name}:end -->")[0]


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.strip("| ").split("|")] for line in table.splitlines() if "---" not in line]


def test_the_tables_of_answers_and_levels_are_those_of_the_rules() -> None:
    assert rewritten(TEXT) == TEXT, "look at the rules, then run: python tests/rules/tables.py"


def test_what_hides_an_answer_is_told_of_every_condition() -> None:
    told = {
        name: () if hidden == "never" else tuple(hidden.split(", "))
        for names, hidden in rows(part("hidden"))[1:]
        for name in re.findall(r"`(\w+)`", names)
    }

    assert told == {str(kind.__struct_config__.tag): hidden for kind, hidden in HIDDEN_BY.items()}


@pytest.mark.parametrize("word", ["all", "any"])
def test_the_logic_of_lists_is_as_told(word: str) -> None:
    table = rows(part("logic").partition("\n\n")[0])
    outcomes = next(row for row in table if row[0] == f"`{word}`")[1:]
    join = all_of if word == "all" else any_of
    known: dict[str, Tristate] = {"yes": "yes", "no": "no", "unknown": "unknown"}

    joined = [join([known[each] for each in pair.split(", ")]) for pair in "|".join(table[0]).strip("|").split("|")]

    assert joined == outcomes


def test_the_logic_of_not_is_as_told() -> None:
    head, outcomes = rows(part("logic").partition("\n\n")[2])
    known: dict[str, Tristate] = {"yes": "yes", "no": "no", "unknown": "unknown"}

    assert [opposite(known[each]) for each in head if each] == outcomes[1:]


def test_every_condition_and_attribute_is_explained() -> None:
    missing = [kind for kind in KINDS if f"`{kind}: " not in TEXT and f"`{kind}" not in TEXT]
    for kind in LEAVES:
        tag = str(kind.__struct_config__.tag)
        for field in kind.__struct_fields__:
            name = WRITTEN_AS.get(field, field)
            if not re.search(rf"`(?:{tag}\.)?{name}`", TEXT):
                missing.append(f"{tag}.{name}")

    assert missing == []
