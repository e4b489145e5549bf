"""`--where`: whose laws and store rules a report speaks of."""

from __future__ import annotations

import json

import pytest
from cli.command import ROOT, run

LOAN = ROOT / "tests" / "apps" / "demo-loan" / "app.apk"


def places(*options: str) -> set[str]:
    ran = run("check", LOAN, "--format", "json", *options)
    assert ran.exit_code == 1, ran.error
    return {clause["where"] for clause in json.loads(ran.out)["clauses"]}


def test_without_it_all_places_are_told() -> None:
    told = places()

    assert {"google-play", "CN", "IN", "PH", "KE"} <= told
    assert told == places("--where", "all") == places("--where", "IN,all")


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--where", "IN"), {"IN"}),
        (("--where", "in, Google-Play"), {"IN", "google-play"}),
        (("--where", "CN", "--where", "IN"), {"CN", "IN"}),
        (("--where", "DE"), {"EU"}),
        (("--where", "EU"), {"EU"}),
    ],
)
def test_only_places_that_were_asked_for_are_told(options: tuple[str, ...], expected: set[str]) -> None:
    assert places(*options) == expected


def test_a_place_without_clauses_is_a_mistake_that_names_the_others() -> None:
    ran = run("check", LOAN, "--where", "XX")

    assert (ran.exit_code, ran.out) == (2, "")
    assert "XX" in ran.error
    assert "google-play" in ran.error


def test_a_finding_names_its_clauses_and_a_clause_its_rules() -> None:
    document = json.loads(run("check", LOAN, "--format", "json", "--where", "IN").out)

    clause = next(each for each in document["clauses"] if each["id"] == "in.rbi-digital-lending.contacts")
    finding = next(each for each in document["findings"] if each["rule"] == "whole-book-read")
    assert (clause["type"], clause["answer"], clause["checked"]) == ("access", "concerned", "official")
    assert "whole-book-read" in clause["rules"]
    assert clause["id"] in finding["clauses"]
    assert all(name.startswith("in.") for name in finding["clauses"])


def test_what_no_package_can_show_is_told_as_context() -> None:
    document = json.loads(run("check", LOAN, "--format", "json").out)

    answers = {each["answer"] for each in document["clauses"] if each["type"] in ("use", "minimisation")}
    assert answers == {"context"}
