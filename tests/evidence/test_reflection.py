"""Methods called by names: followed where the names are known, and said where any of them is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from evidence.app import CONTACTS, LAUNCHED, audit, constructor, main, method, query, static, text
from support.dexfile import Class

from permaudit.evidence.gather import Evidence

HIDDEN = Class("Lx/Hidden;", [constructor(), method("load", query(static(CONTACTS)))])
STRING = "Ljava/lang/String;"
FOR_NAME = f"""
    invoke-static {{v8}}, Ljava/lang/Class;->forName({STRING})Ljava/lang/Class;
    move-result-object v8
"""
GET_METHOD = f"""
    const/4 v10, 0
    invoke-virtual {{v8, v9, v10}}, Ljava/lang/Class;->getMethod({STRING}[Ljava/lang/Class;)Ljava/lang/reflect/Method;
    move-result-object v9
"""
UNSEEN = f"""
    invoke-static {{}}, Ljava/lang/System;->lineSeparator(){STRING}
    move-result-object v11
"""


def either(register: str) -> str:
    """Put a text that is not known into a register, on one of two ways there."""
    return f"if-eqz v11, :kept_{register}\nmove-object {register}, v11\n:kept_{register}\n"


def half_known(register: str) -> str:
    """Put a text whose end is not known behind the one in a register."""
    return f"""
        invoke-virtual {{{register}, v11}}, {STRING}->concat({STRING}){STRING}
        move-result-object {register}
    """


def call(class_name: str = "", method_name: str = "") -> Evidence:
    """What is found when the screen calls x.Hidden.load by name; the arguments are done to either name first."""
    body = f"{UNSEEN}{text('x.Hidden', 'v8')}\n{class_name}{FOR_NAME}{text('load', 'v9')}\n{method_name}{GET_METHOD}"
    return audit(main(body), HIDDEN, components=(LAUNCHED,))


def kinds(found: Evidence) -> list[str]:
    return [each.kind for each in found.limitations]


def test_a_method_called_by_known_names_is_reached_and_nothing_is_hidden() -> None:
    found = call()

    assert [read.reachable for read in found.reads] == ["yes"]
    assert kinds(found) == []


@pytest.mark.parametrize("hide", [either, half_known])
def test_a_class_name_that_is_not_wholly_known_is_a_limitation(hide: Callable[[str], str]) -> None:
    assert kinds(call(class_name=hide("v8"))) == ["reflection"]


@pytest.mark.parametrize("hide", [either, half_known])
def test_a_method_name_that_is_not_wholly_known_is_a_limitation(hide: Callable[[str], str]) -> None:
    assert kinds(call(method_name=hide("v9"))) == ["reflection"]


def test_a_read_that_an_unknown_name_may_lead_to_is_not_called_unreachable() -> None:
    assert [read.reachable for read in call(method_name=half_known("v9")).reads] == ["unknown"]


def test_an_unknown_name_is_said_also_where_no_read_was_seen() -> None:
    body = f"{UNSEEN}{text('x.Hid', 'v8')}\n{half_known('v8')}{FOR_NAME}"

    found = audit(main(body), components=(LAUNCHED,))

    assert found.reads == ()
    assert kinds(found) == ["reflection"]


def test_a_method_that_a_class_inherits_is_found_by_name() -> None:
    derived = Class("Lx/Derived;", [constructor()], superclass="Lx/Hidden;")
    body = f"{text('x.Derived', 'v8')}\n{FOR_NAME}{text('load', 'v9')}\n{GET_METHOD}"

    found = audit(main(body), HIDDEN, derived, components=(LAUNCHED,))

    assert [read.reachable for read in found.reads] == ["yes"]


def test_the_class_of_an_object_may_be_one_below_its_declared_type() -> None:
    base = Class("Lx/Base;", [constructor()])
    derived = Class("Lx/Derived;", [constructor(), method("load", query(static(CONTACTS)))], superclass="Lx/Base;")
    body = f"""
        invoke-static {{}}, Lx/Elsewhere;->make()Lx/Base;
        move-result-object v8
        invoke-virtual {{v8}}, Ljava/lang/Object;->getClass()Ljava/lang/Class;
        move-result-object v8
        {text("load", "v9")}\n{GET_METHOD}
    """

    found = audit(main(body), base, derived, components=(LAUNCHED,))

    assert [read.reachable for read in found.reads] == ["yes"]
