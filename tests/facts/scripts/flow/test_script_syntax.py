"""JavaScript is parsed as far as it matters, and text that was made to cost much is given up."""

from __future__ import annotations

import pytest
from facts.scripts.flow.following import followed

from permaudit.facts.scripts.flow.graph import MOST_STEPS, Graph
from permaudit.facts.scripts.flow.syntax import LARGEST_REGION_BYTES, MOST_NODES, parse

CALL = "fetch('https://api.example.com', {body: Native.people()});"


def test_parts_know_what_they_are_to_what_they_are_in() -> None:
    syntax = parse(b"var a = b + c", 0)

    assert syntax is not None
    (sum_of_two,) = [each for each in syntax.nodes if each.kind == "binary_expression"]
    assert (sum_of_two.field, sum_of_two.operator) == ("value", "+")
    assert [syntax.text_of(each) for each in sum_of_two.children] == ["b", "c"]


def test_broken_text_gives_what_can_be_made_out_of_it() -> None:
    found = followed("}}) ] " + CALL + " ]] } }")

    assert found is not None
    assert found.sends


def test_of_a_long_text_the_parts_around_the_place_are_taken_whole() -> None:
    filler = b"a(1);" * LARGEST_REGION_BYTES
    text = filler + CALL.encode() + filler

    syntax = parse(text, len(filler) + 8)

    assert syntax is not None
    assert any(syntax.text_of(each) == "Native.people()" for each in syntax.nodes)
    assert len(syntax.nodes) <= MOST_NODES
    assert syntax.nodes[-1].end - syntax.nodes[1].start <= 2 * LARGEST_REGION_BYTES


@pytest.mark.parametrize(
    "hostile",
    [
        "(" * 25_000,
        "[" * 12_000 + "]" * 12_000,
        "a" + ".a" * 12_000,
        "f" + "(1)" * 7_000,
        "x=" + "a?b:" * 6_000 + "1",
        "if(a){" * 3_000 + "var x=1;" + "}" * 3_000,
        "(function(){var a;a;" * 1_000 + "})" * 1_000,
        "var v=v;" * 3_000,
        "Native.people()" + ".then(function(x){return x})" * 1_000,
        "function f(a){return a} var p=Native.people();" + "p=f(p);" * 3_000,
        "x=[" + "{m:function(a){y.m(a)}}," * 1_000 + "];x.m(Native.people());",
        "var o=Native.people();" + "o={a:o,b:o,c:o};" * 1_000,
        "function f(e){switch(e.next){" + "case 1:return e.next=1,Native.people();" * 1_000 + "}}",
    ],
    ids=range(13),
)
def test_no_script_keeps_following_from_ending(hostile: str) -> None:
    found = followed(CALL + hostile)

    assert found is None or found.at == CALL.index("Native")  # that it ends, and soon, is what matters


def test_text_that_is_lexed_over_and_over_is_given_up() -> None:
    assert parse(b"/a[" * 40_000, 0) is None


def test_following_ends_when_its_steps_are_used_up() -> None:
    graph = Graph(frozenset())
    values = [graph.new() for _ in range(10)]
    for name in map(str, range(40)):
        for each in values:
            graph.join(each, values[int(name) % 10])
    for first in values:
        graph.put(first, tuple("abc"))
    graph.steps = 50

    graph.run()

    assert -100 < graph.steps <= 0 < MOST_STEPS
