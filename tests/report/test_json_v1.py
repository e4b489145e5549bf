"""The published JSON: its shape, its schema, and what hostile text does to it."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import msgspec
import pytest
from report.golden import FOLDER, compare, golden_words
from report.sample_reports import hidden, lender, picker_only, with_everything

from permaudit.model.report import Report
from permaudit.report.json_v1 import render, render_line, render_schema, schema

SAMPLES = {"lender": lender, "hidden": hidden, "picker": picker_only, "everything": with_everything}


@pytest.mark.parametrize("name", SAMPLES)
def test_json_is_as_the_golden_file_shows(name: str) -> None:
    compare(f"{name}.json", render(SAMPLES[name](), golden_words("en")))


@pytest.mark.parametrize("name", SAMPLES)
def test_the_golden_files_are_valid_by_the_published_schema(name: str) -> None:
    document = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))

    jsonschema.Draft202012Validator(schema()).validate(document)


def test_the_published_schema_does_not_change_unseen() -> None:
    compare("report-v1.schema.json", render_schema())


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), "permaudit/report/2"),
        (("verdict", "could"), "everything"),
        (("verdict", "because"), None),
        (("reads", 0, "scope"), "whole"),
        (("reads", 0, "fields"), None),
        (("reads", 0, "at", "part"), None),
        (("app", "signers"), None),
        (("app", "package"), None),
    ],
)
def test_the_schema_refuses_what_the_contract_does_not_allow(path: tuple[str | int, ...], value: object) -> None:
    document: Any = json.loads(render(lender(), golden_words("en")))
    inner = document
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema()).validate(document)


@pytest.mark.parametrize(
    "path", [("app", "label"), ("app", "version_code"), ("reads", 0, "uri"), ("reads", 0, "at", "offset")]
)
def test_the_schema_allows_null_where_something_may_not_apply(path: tuple[str | int, ...]) -> None:
    document: Any = json.loads(render(lender(), golden_words("en")))
    inner = document
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = None

    jsonschema.Draft202012Validator(schema()).validate(document)


def test_a_line_holds_the_same_report_in_one_line() -> None:
    line = render_line(lender(), golden_words("en"))

    assert line.count("\n") == 1
    assert line.endswith("}\n")
    assert json.loads(line) == json.loads(render(lender(), golden_words("en")))


def test_details_of_limitations_are_in_the_readers_language() -> None:
    document = json.loads(render(hidden(), golden_words("zh-Hans")))

    assert document["limitations"][0]["detail"].startswith("应用声明了 com.example.packed.Main")


def test_hostile_text_survives_escaped() -> None:
    document = render(_labelled("\x1b[31m\u202e\u2028</script>\x9b\ud800"), golden_words("en"))

    assert all(each == "\n" or each.isprintable() for each in document)
    assert json.loads(document)["app"]["label"] == "\x1b[31m\u202e\u2028</script>\x9b\\ud800"


def test_hidden_kinds_are_summed_up() -> None:
    document = json.loads(render(hidden(), golden_words("en")))

    assert document["coverage"]["hidden"] == ["code"]


def _labelled(label: str) -> Report:
    report = lender()
    app = msgspec.structs.replace(report.observations.app, label=label)
    return msgspec.structs.replace(report, observations=msgspec.structs.replace(report.observations, app=app))
