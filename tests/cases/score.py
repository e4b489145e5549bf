"""Counts how right the flows of an audit are over all case apps: `python tests/cases/score.py`.

    python tests/cases/score.py [CASE...] [--write]

Prints every miss with its case, then precision and recall, as text and as the lines that stand in README.md;
`--write` puts them there. A flow is found if its surface, sink, role and place are right; its details (fields, hosts,
transforms and whether it leaves the phone) are counted apart. Every build of a case counts.
"""

from __future__ import annotations

import argparse
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from cases.expectation import Build, builds, load_expectation
from cases.flows import Comparison, compare_flows
from cases.mapping import Mapping

from permaudit.apk.opening import open_packages
from permaudit.apk.package import Package
from permaudit.documents import rules_directory
from permaudit.pipeline import observe
from permaudit.rulebook import RuleBook, load_rule_book

README = Path(__file__).resolve().parents[2] / "README.md"
_BLOCK = re.compile(r"(?<=<!-- score:begin -->\n).*?(?=<!-- score:end -->)", re.DOTALL)
_HEAD = ("builds", "flows in the truth", "found", "missed", "made up", "precision", "recall", "found with every detail")


@dataclass(slots=True)
class Score:
    """The counts over several builds, and one row for each thing that is wrong."""

    builds: int = 0
    right: int = 0
    missed: int = 0
    made_up: int = 0
    with_wrong_details: int = 0
    rows: list[tuple[str, str, str]] = field(default_factory=list)

    def add(self, name: str, comparison: Comparison) -> None:
        """Count one build."""
        self.builds += 1
        self.right += len(comparison.right)
        self.missed += len(comparison.missed)
        self.made_up += len(comparison.made_up)
        self.with_wrong_details += len({flow for flow, _ in comparison.wrong_details})
        self.rows += [("missed", name, str(flow)) for flow in comparison.missed]
        self.rows += [("made up", name, text) for text in sorted(str(flow) for flow in comparison.made_up)]
        self.rows += [("detail", name, f"{flow}: {detail}") for flow, detail in comparison.wrong_details]

    @property
    def precision(self) -> str:
        """How many of the flows that were told are true."""
        return _share(self.right, self.right + self.made_up)

    @property
    def recall(self) -> str:
        """How many of the true flows were told."""
        return _share(self.right, self.right + self.missed)


def as_text(score: Score) -> str:
    """Every miss, false alarm and wrong detail in a row of its own, then the counts."""
    order = ("missed", "made up", "detail")
    rows = sorted(score.rows, key=lambda row: order.index(row[0]))
    wrong = score.with_wrong_details
    counts = f"{score.right + score.missed} flows in the truth: {score.right} found, {score.missed} missed"
    details = f"{wrong} of those found {'has' if wrong == 1 else 'have'} a wrong detail"
    return "\n".join(
        [
            *(f"{kind:<10} {name}  {text}" for kind, name, text in rows),
            "",
            f"{score.builds} builds, {counts}, {score.made_up} made up; {details}",
            f"precision {score.precision}, recall {score.recall}",
        ]
    )


def as_markdown(score: Score) -> str:
    """The table that stands in README.md."""
    counts = (score.builds, score.right + score.missed, score.right, score.missed, score.made_up)
    cells = (*map(str, counts), score.precision, score.recall, str(score.right - score.with_wrong_details))
    return "\n".join([_row(_HEAD), "|" + "---|" * len(_HEAD), _row(cells)])


def measure(build: Build, book: RuleBook) -> Comparison:
    """Audit one build and compare its flows with the truth."""
    (package,) = open_packages([build.path])
    assert isinstance(package, Package)
    return compare_flows(load_expectation(build.case).flows, observe(package, book), Mapping(build.mapping))


def main() -> None:
    """Measure all cases, or those that are named."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("cases", nargs="*", metavar="CASE", help="only these cases")
    parser.add_argument("--write", action="store_true", help="put the table into README.md")
    options = parser.parse_args()
    book = load_rule_book(rules_directory())
    score = Score()
    for build in builds():
        if not options.cases or build.case in options.cases:
            score.add(f"{build.case}/{build.path.name}", measure(build, book))
    sys.stdout.write(f"{as_text(score)}\n\n{as_markdown(score)}\n")
    if options.write:
        text = README.read_text(encoding="utf-8")
        README.write_text(_BLOCK.sub(as_markdown(score) + "\n", text), encoding="utf-8", newline="\n")


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
