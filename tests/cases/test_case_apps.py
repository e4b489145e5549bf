"""Every case app gives what its `expect.yaml` says, which was written before the engine first ran on it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from cases.expectation import Build, builds, differences

from permaudit.apk.opening import open_packages
from permaudit.apk.package import Package
from permaudit.documents import rules_directory
from permaudit.pipeline import observe
from permaudit.rulebook import RuleBook, load_rule_book

KNOWN_MISSES: dict[str, str] = (
    yaml.safe_load((Path(__file__).parent / "known_misses.yaml").read_text(encoding="utf-8")) or {}
)


@pytest.fixture(scope="session")
def book() -> RuleBook:
    return load_rule_book(rules_directory())


@pytest.mark.parametrize("build", list(builds()), ids=lambda build: f"{build.case}/{build.path.name}")
def test_a_case_app_is_read_as_its_truth_says(build: Build, book: RuleBook) -> None:
    (package,) = open_packages([build.path])
    assert isinstance(package, Package)

    found = differences(build, observe(package, book))

    known = KNOWN_MISSES.get(f"{build.case}/{build.path.name}")
    if known is not None:
        assert found, "this case is right now: take it off known_misses.yaml"
        pytest.xfail(known)
    assert not found, "\n".join(found)
