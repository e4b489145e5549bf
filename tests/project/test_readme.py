"""README.md stays true: its commands are run, its outputs compared, its paths opened."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from cli.command import ROOT
from project.readme import README, steps

from permaudit.catalog.load import load_catalog

TEXT = README.read_text(encoding="utf-8")
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "rules/README.md", "tests/apps/README.md", "tests/bench/README.md")


def test_what_readme_shows_is_what_the_commands_print() -> None:
    wrong = [f"$ {step.command}\n{step.printed}" for step in steps(TEXT) if not step.agrees]

    assert not wrong, "README.md is out of date; look, then run: python tests/project/readme.py\n" + "\n".join(wrong)


def test_readme_opens_with_one_sentence_and_the_report_of_the_demo() -> None:
    before, report, _ = TEXT.partition("$ permaudit demo\n")

    assert report
    assert before.startswith("# permaudit\n\npermaudit opens a loan app's APK and tells")
    assert before.count("\n#") == 0


def test_the_example_of_a_new_api_is_one(tmp_path: Path) -> None:
    entry = TEXT.partition("<!-- appends to: rules/catalog/apis.yaml -->\n```yaml\n")[2].partition("```")[0]
    catalog = ROOT / "rules" / "catalog"
    for file in catalog.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    with (tmp_path / "apis.yaml").open("a", encoding="utf-8") as apis:
        apis.write(entry)

    added = {each.id for each in load_catalog(tmp_path).apis} - {each.id for each in load_catalog(catalog).apis}

    assert added == {"phone-book-everyone"}


def test_every_exit_code_is_explained() -> None:
    source = (ROOT / "src/permaudit/cli/exit_code.py").read_text(encoding="utf-8")
    codes = re.findall(r"^    [A-Z_]+ = (\d+)$", source, re.MULTILINE)

    table = TEXT.partition("### Exit codes")[2].partition("\n\nWith several apps")[0]

    assert re.findall(r"^\| (\d+) \|", table, re.MULTILINE) == codes


def test_every_stage_is_on_the_map() -> None:
    table = TEXT.partition("| you look for | open |")[2].partition("\n\n")[0]
    stages = {path.name for path in (ROOT / "src/permaudit").iterdir() if (path / "__init__.py").is_file()}

    named = set(re.findall(r"src/permaudit/([a-z]+)/", table))

    assert stages - named - {"catalog"} == set()
    assert "rules/catalog/" in table


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_path_that_a_document_names_is_there(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text)
    paths = re.findall(r"`((?:src|rules|tests)/[\w./-]+)`", text)

    missing = [link for link in links if not (ROOT / document).parent.joinpath(link).exists()]
    missing += [path for path in paths if not (ROOT / path).exists()]

    assert missing == []


def test_the_table_of_measurements_has_its_marks() -> None:
    assert TEXT.index("<!-- bench:begin -->") < TEXT.index("<!-- bench:end -->")
