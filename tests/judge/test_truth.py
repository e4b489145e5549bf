"""Kleene's three-valued logic, as tables and as laws."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from permaudit.judge.truth import all_of, any_of, opposite
from permaudit.model.app import Tristate

ANSWERS: tuple[Tristate, ...] = ("yes", "no", "unknown")
answers = st.sampled_from(ANSWERS)
many_answers = st.lists(answers, max_size=6)

AND: dict[tuple[Tristate, Tristate], Tristate] = {
    ("yes", "yes"): "yes",
    ("yes", "no"): "no",
    ("yes", "unknown"): "unknown",
    ("no", "no"): "no",
    ("no", "unknown"): "no",
    ("unknown", "unknown"): "unknown",
}
OR: dict[tuple[Tristate, Tristate], Tristate] = {
    ("yes", "yes"): "yes",
    ("yes", "no"): "yes",
    ("yes", "unknown"): "yes",
    ("no", "no"): "no",
    ("no", "unknown"): "unknown",
    ("unknown", "unknown"): "unknown",
}


@pytest.mark.parametrize(("first", "second"), list(product(ANSWERS, ANSWERS)))
def test_and_is_kleenes_table_in_either_order(first: Tristate, second: Tristate) -> None:
    expected = AND.get((first, second)) or AND[second, first]

    assert all_of([first, second]) == expected


@pytest.mark.parametrize(("first", "second"), list(product(ANSWERS, ANSWERS)))
def test_or_is_kleenes_table_in_either_order(first: Tristate, second: Tristate) -> None:
    expected = OR.get((first, second)) or OR[second, first]

    assert any_of([first, second]) == expected


@pytest.mark.parametrize(("answer", "expected"), [("yes", "no"), ("no", "yes"), ("unknown", "unknown")])
def test_not_turns_yes_and_no_and_leaves_unknown(answer: Tristate, expected: Tristate) -> None:
    assert opposite(answer) == expected


def test_and_of_nothing_holds_and_or_of_nothing_does_not() -> None:
    assert (all_of([]), any_of([])) == ("yes", "no")


@given(answers)
def test_not_twice_is_nothing(answer: Tristate) -> None:
    assert opposite(opposite(answer)) == answer


@given(many_answers)
def test_de_morgan_holds_for_and(parts: list[Tristate]) -> None:
    assert opposite(all_of(parts)) == any_of([opposite(part) for part in parts])


@given(many_answers)
def test_de_morgan_holds_for_or(parts: list[Tristate]) -> None:
    assert opposite(any_of(parts)) == all_of([opposite(part) for part in parts])


@given(many_answers, st.randoms(use_true_random=False))
def test_order_and_repetition_do_not_matter(parts: list[Tristate], random: object) -> None:
    shuffled = sorted([*parts, *parts], key=lambda _: random.random())  # type: ignore[attr-defined]

    assert (all_of(shuffled), any_of(shuffled)) == (all_of(parts), any_of(parts))


@given(many_answers, many_answers)
def test_and_and_or_may_be_nested(first: list[Tristate], second: list[Tristate]) -> None:
    assert all_of([all_of(first), all_of(second)]) == all_of([*first, *second])
    assert any_of([any_of(first), any_of(second)]) == any_of([*first, *second])


@given(answers, answers)
def test_a_part_within_its_whole_adds_nothing(first: Tristate, second: Tristate) -> None:
    assert all_of([first, any_of([first, second])]) == first
    assert any_of([first, all_of([first, second])]) == first


@given(st.lists(st.tuples(answers, st.booleans()), max_size=6))
def test_knowing_less_of_the_parts_never_overturns_the_whole(parts: list[tuple[Tristate, bool]]) -> None:
    known = [answer for answer, _ in parts]
    less: list[Tristate] = [answer if kept else "unknown" for answer, kept in parts]

    assert all_of(less) in (all_of(known), "unknown")
    assert any_of(less) in (any_of(known), "unknown")
