"""What library methods and arithmetic give, against the answers of a real virtual machine (java/Answers.java)."""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from evidence.evaluation.running import App, plain
from support.dexfile import Class

from permaudit.dex.opcodes import NAME
from permaudit.evidence.evaluation.arithmetic import BOXES, calculate, compare, convert
from permaudit.evidence.evaluation.library.charsets import CHARSET
from permaudit.evidence.evaluation.operands import UNSEEN, Array, Instance, Operand, UndecidedError, to_units
from permaudit.model.place import Method

FOLDER = Path(__file__).parent
OPCODE = {name: number for number, name in enumerate(NAME)}
STRING = "Ljava/lang/String;"
NOT_ANSWERED = [
    "Ljava/lang/String;->lastIndexOf(II)I",
    "Ljava/lang/String;->lastIndexOf(Ljava/lang/String;I)I",
    "Ljava/lang/StringBuffer;->insert(ILjava/lang/CharSequence;II)Ljava/lang/StringBuffer;",
]
"""Overloads that no helper was seen to use: not known is an answer, a wrong one is not."""

Script = list[dict[str, Any]]


@cache
def scripts() -> list[Script]:
    return [json.loads(line) for line in (FOLDER / "answers.jsonl").read_text("ascii").splitlines()]


@cache
def app() -> App:
    return App(Class("Lx/Any;"))


def operand(shown: object, results: list[Operand], kind: str) -> Operand:
    match shown:
        case {"ref": int(number)}:
            return results[number]
        case {"null": True}:
            return 0
        case {"charset": str(name)}:
            return Instance(CHARSET, content=name)
        case {"locale": str(name)}:
            return Instance("Ljava/util/Locale;", content=name)
        case {"L": [*items]}:
            return Array("L", [to_units(str(each)) for each in items])
        case dict() as array:
            ((letter, numbers),) = array.items()
            return Array(str(letter), list(numbers))
        case str(text):
            return to_units(text)
        case int(number):
            return number
        case _:
            raise AssertionError(kind)


def replay(script: Script) -> tuple[int, list[tuple[str, object, object]]]:
    """Make the calls of a script; how many were answered, and every one that was answered wrongly."""
    machine = app().machine()
    results: list[Operand] = []
    wrong: list[tuple[str, object, object]] = []
    for number, step in enumerate(script):
        owner, _, signature = step["call"].partition("->")
        name, _, rest = signature.partition("(")
        given = [operand(each, results, step["call"]) for each in step["takes"]]
        fresh = Instance(owner)
        if name == "<init>":
            given.insert(0, fresh)
        try:
            result = app().library.call(machine, Method(owner, name, f"({rest}"), given)
        except UndecidedError:
            return number, wrong
        if given and isinstance(given[0], Array | Instance) and given[0].is_lost:
            return number, wrong  # not known
        if step.get("throws"):
            return number, [*wrong, (step["call"], step["takes"], "throws")]
        if name == "<init>":
            result = result if isinstance(result, str) else fresh
        results.append(result)
        expected = step["gives"]
        if isinstance(expected, dict | str | int) and not (isinstance(expected, dict) and "object" in expected):
            wanted = plain(operand(expected, results, step["call"]))
            if result is not UNSEEN and data(result) != wanted:
                wrong.append((f"{step['call']} {step['takes']}", data(result), wanted))
    return len(script), wrong


def data(result: Operand) -> object:
    if isinstance(result, Instance) and result.class_name in BOXES:
        return result.content
    return plain(result)


def test_no_answer_is_another_than_that_of_the_machine() -> None:
    wrong = [each for script in scripts() for each in replay(script)[1]]

    assert wrong == []


def test_all_calls_but_these_are_answered_at_least_once() -> None:
    answered: dict[str, list[bool]] = defaultdict(list)
    for script in scripts():
        count, _ = replay(script)
        for number, step in enumerate(script):
            if not step.get("throws"):
                answered[step["call"]].append(number < count)
    never = {call for call, times in answered.items() if not any(times)}

    assert sorted(never) == NOT_ANSWERED


@pytest.mark.parametrize("form", ["plain", "two-address", "literal"])
def test_arithmetic_is_that_of_the_machine(form: str) -> None:
    wrong = []
    for line in (FOLDER / "arithmetic.jsonl").read_text("ascii").splitlines():
        each = json.loads(line)
        name = {"plain": each["op"], "two-address": f"{each['op']}/2addr", "literal": f"{each['op']}/lit16"}[form]
        opcode = OPCODE.get(name)
        if opcode is None:
            continue
        try:
            if "right" not in each:
                found = convert(opcode, each["left"])
            elif name == "cmp-long":
                found = compare(opcode, each["left"], each["right"])
            else:
                found = calculate(opcode, each["left"], each["right"])
        except UndecidedError:
            found = None
        if found != each["gives"]:
            wrong.append((name, each, found))

    assert wrong == []
