"""Every check of `permaudit rules lint` finds its mistake, in the line where it stands, and nothing in what is good."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from permaudit.cli.linting import lint
from permaudit.errors import RuleError
from permaudit.words.locale_file import load_locale_file
from permaudit.words.sentences import load_words

RULE = """\
schema: permaudit/rule/1
id: sim-at-night
title: It reads the SIM card on a schedule
severity: medium
confidence: high
why: >-
  The numbers on the card are read again and again.
advice: Refuse the permission.
when:
  read: {surface: sim, scope: all, fields: name, trigger: schedule}
references: [https://example.com/sim]
since: "0.1.0"
"""
CASES = """\
- name: at night
  observations: {reads: [{surface: sim, fields: [name], trigger: [schedule]}]}
  expect: "yes"
- name: after a tap
  observations: {reads: [{surface: sim, fields: [name], trigger: [tap]}]}
  expect: "no"
- name: nobody could look
  observations: {limitations: [{kind: packed, hides: [code]}]}
  expect: unknown
"""
CLAUSE = """\
schema: permaudit/clause/1
id: xx.sim
where: XX
title: SIM Card Act
authority: The authority
type: access
status: in-force
since: "2020-01-31"
applies_to: All lenders.
says: Lenders may not read SIM cards.
source: https://example.com/act
seen: official
review: "2027-01-31"
concerns: [sim-at-night]
"""
ANSWERS = """\
schema: permaudit/verdict/1
could: [{answer: nothing, when: {picker: {}}}]
does: [{answer: not-seen}]
cannot_tell: {could: [some], does: [picks], when: {picker: {}}}
"""
Change = Callable[[Path], None]


def put(name: str, text: str | bytes) -> Change:
    def change(pack: Path) -> None:
        path = pack / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)

    return change


def rule(old: str, new: str) -> Change:
    assert old in RULE
    return put("timing/sim-at-night.yaml", RULE.replace(old, new))


def when(condition: str) -> Change:
    return rule("  read: {surface: sim, scope: all, fields: name, trigger: schedule}\n", condition)


def cases(old: str, new: str) -> Change:
    assert old in CASES
    return put("timing/sim-at-night.cases.yaml", CASES.replace(old, new))


def clause(old: str, new: str) -> Change:
    assert old in CLAUSE
    return put("clauses/xx.sim.yaml", CLAUSE.replace(old, new))


def translation(of: str) -> Change:
    text = f"language: zh-Hant\ntranslations:\n  rule:\n    {of}:\n      title: {{of: a, text: b}}\n"
    return put("locales/zh-Hant.yaml", text)


def a_pack(folder: Path) -> Path:
    put("timing/sim-at-night.yaml", RULE)(folder)
    put("timing/sim-at-night.cases.yaml", CASES)(folder)
    put("clauses/xx.sim.yaml", CLAUSE)(folder)
    return folder


def found(pack: Path) -> list[tuple[str, str, int]]:
    return [where(each) for each in lint([pack]).problems]


def where(error: RuleError) -> tuple[str, str, int]:
    check = error.message_id.removeprefix("lint-")
    return check, Path(str(error.arguments["file"])).name, int(error.arguments["line"])


R, C, L = "sim-at-night.yaml", "sim-at-night.cases.yaml", "xx.sim.yaml"
CHECKS: list[tuple[str, Change, tuple[str, int]]] = [
    ("rule-file", rule("title:", "\ttitle:"), (R, 3)),
    ("rule-file", rule("severity: medium", "severity: medium\nseverity: low"), (R, 5)),
    ("rule-file", put("timing/sim-at-night.yaml", b"\xff\xfe"), (R, 1)),
    ("rule-file", put("catalog/apis.yaml", "apis:\n  - {id: x}\n"), ("apis.yaml", 2)),
    ("rule-file", put("catalog/pickers.yaml", "pickers: []\n"), ("pickers.yaml", 1)),
    ("not-a-mapping", put("timing/sim-at-night.yaml", "- a\n- list\n"), (R, 1)),
    ("unknown-field", rule("severity:", "gravity: 1\nseverity:"), (R, 4)),
    ("missing-field", rule("advice: Refuse the permission.\n", ""), (R, 1)),
    ("wrong-type", rule("severity: medium", "severity: terrible"), (R, 4)),
    ("wrong-type", when("  read: {all_fields: maybe}\n"), (R, 10)),
    ("wrong-schema", rule("rule/1", "rule/7"), (R, 1)),
    ("id-is-not-the-file-name", rule("id: sim-at-night", "id: sim-by-day"), (R, 2)),
    ("id-twice", put("reading/sim-at-night.yaml", RULE), (R, 2)),
    ("condition-form", when("  picker: {}\n  access: {}\n"), (R, 9)),
    ("unknown-condition", when("  reed: {}\n"), (R, 10)),
    ("too-deep", when("  " + "{not: " * 30 + "{picker: {}}" + "}" * 30 + "\n"), (R, 10)),
    ("too-long", when("  any: &a\n    - any: *a\n    - any: *a\n"), (R, 9)),
    ("too-long", when("  any:\n" + "    - picker: {}\n" * 3_000), (R, 9)),
    ("no-parts", when("  all: []\n"), (R, 10)),
    ("count-form", when("  count: {of: {read: {}}}\n"), (R, 10)),
    ("attributes-form", when("  read: everyone\n"), (R, 10)),
    ("unknown-attribute", when("  read: {surfaces: sim}\n"), (R, 10)),
    ("empty-list", when("  read: {surface: []}\n"), (R, 10)),
    ("unknown-word", when("  read: {surface: phonebook}\n"), (R, 10)),
    ("unknown-name", when("  permission: android.permission.READ_EVERYTHING\n"), (R, 10)),
    ("unknown-name", when("  permission: READ_SMS\n"), (R, 10)),
    ("unknown-name", when("  request: {permission: android.permision.READ_SMS}\n"), (R, 10)),
    ("unknown-name", when("  api: mind-reading\n"), (R, 10)),
    ("unknown-name", when("  library: {kind: nonsense}\n"), (R, 10)),
    ("unknown-rule", when("  all:\n    - rule: no-such-rule\n    - picker: {}\n"), (R, 11)),
    ("unknown-clause", rule("references:", "clauses: [no-such.clause]\nreferences:"), (R, 11)),
    ("rule-asks-itself", when("  not: {rule: sim-at-night}\n"), (R, 9)),
    ("never-holds", when("  all:\n    - picker: {}\n    - not: {picker: {}}\n"), (R, 9)),
    ("never-holds", when("  flow: {sink: file, leaves_phone: true}\n"), (R, 10)),
    ("never-holds", when("  permission: {name: android.permission.READ_SMS, group: contacts}\n"), (R, 10)),
    ("always-holds", when("  any:\n    - picker: {}\n    - not: {picker: {}}\n"), (R, 9)),
    ("always-holds", when("  manifest: {}\n"), (R, 10)),
    ("always-holds", when("  all:\n    - picker: {}\n    - target_sdk: {at_least: 1}\n"), (R, 12)),
    ("one-part", when("  all: [{picker: {}}]\n"), (R, 10)),
    ("part-twice", when("  any: [{picker: {}}, {access: {}}, {picker: {}}]\n"), (R, 10)),
    ("condition-twice", put("reading/twin.yaml", RULE.replace("sim-at-night", "twin").replace("card", "chip")), (R, 9)),
    ("title-twice", put("reading/twin.yaml", RULE.replace("sim-at-night", "twin").replace("tap", "x")), (R, 3)),
    ("missing-text", rule("advice: Refuse the permission.", "advice: ' '"), (R, 8)),
    ("accusation", rule("Refuse the permission.", "They steal from you."), (R, 8)),
    ("accusation", clause("says: Lenders may not read SIM cards.", "says: It is illegal."), (L, 10)),
    ("no-full-stop", rule("Refuse the permission.", "Refuse it"), (R, 8)),
    ("title-form", rule("on a schedule", "on a schedule."), (R, 3)),
    ("since-form", rule('since: "0.1.0"', "since: soon"), (R, 12)),
    ("reference-form", rule("https://example.com/sim", "example.com"), (R, 11)),
    ("critical-without-flow", rule("severity: medium", "severity: critical"), (R, 4)),
    ("no-cases", lambda pack: (pack / "timing" / C).unlink(), (R, 1)),
    ("cases-form", put(f"timing/{C}", "name: x\n"), (C, 1)),
    ("case-form", cases("  observations: {limitations: [{kind: packed, hides: [code]}]}\n", ""), (C, 7)),
    ("case-form", cases("{limitations: [{kind: packed, hides: [code]}]}", ""), (C, 7)),
    ("case-twice", cases("after a tap", "at night"), (C, 4)),
    ("outcome-not-shown", cases("expect: unknown", 'expect: "no"'), (C, 1)),
    ("cases-of-nothing", put("timing/gone.cases.yaml", CASES), ("gone.cases.yaml", 1)),
    ("not-a-date", clause('since: "2020-01-31"', "since: lately"), (L, 8)),
    ("not-a-place", clause("where: XX", "where: Xanadu"), (L, 3)),
    ("law-nobody-saw", clause("seen: official", "seen: unverified"), (L, 7)),
    ("text-too-long", clause("says: Lenders may", "says: Lenders" + " of any kind" * 50 + " may"), (L, 10)),
    ("unknown-rule", clause("concerns: [sim-at-night]", "concerns: [sim-by-day]"), (L, 14)),
    ("id-form", put("timing/Sim_at.yaml", RULE.replace("sim-at-night", "Sim_at")), ("Sim_at.yaml", 2)),
    ("translation-of-nothing", translation("gone"), ("zh-Hant.yaml", 5)),
    ("translation-is-stale", translation("sim-at-night"), ("zh-Hant.yaml", 5)),
    ("not-read", put("sim-by-day.yaml", RULE), ("sim-by-day.yaml", 1)),
    ("not-read", put("timing/sim-by-day.yml", RULE), ("sim-by-day.yml", 1)),
    ("not-read", put("timing/night/sim-by-day.yaml", RULE), ("sim-by-day.yaml", 1)),
    ("not-read", put("locales/zh-Hant.yml", "language: zh-Hant\n"), ("zh-Hant.yml", 1)),
    ("answers-of-a-pack", put("verdict.yaml", ANSWERS), ("verdict.yaml", 1)),
    ("answers-do-not-end", put("verdict.yaml", ANSWERS), ("verdict.yaml", 2)),
]  # fmt: skip


@pytest.mark.parametrize(
    "change",
    [
        when("  read: {reachable: yes}\n"),
        when("  read: {reachable: [no, unknown]}\n"),
        rule('since: "0.1.0"', "since: 0.1"),
        cases('expect: "yes"', "expect: yes"),
        clause('since: "2020-01-31"', "since: 2020-01-31"),
    ],
)
def test_what_yaml_takes_for_something_else_than_text_is_said_to_need_quotes(tmp_path: Path, change: Change) -> None:
    pack = a_pack(tmp_path)
    change(pack)

    problems = lint([pack]).problems

    assert any("need quotes" in str(each.arguments.get("problem")) for each in problems)


def test_a_good_pack_has_no_problems(tmp_path: Path) -> None:
    result = lint([a_pack(tmp_path)])

    assert (result.files, result.problems) == (2, ())


@pytest.mark.parametrize(
    ("check", "change", "place"), CHECKS, ids=[f"{number}-{check[0]}" for number, check in enumerate(CHECKS)]
)
def test_a_check_finds_its_mistake_in_its_line(
    tmp_path: Path, check: str, change: Change, place: tuple[str, int]
) -> None:
    pack = a_pack(tmp_path)

    change(pack)

    assert (check, *place) in found(pack)


def test_every_check_is_shown_to_fire() -> None:
    sentences = {name.removeprefix("lint-") for name in load_locale_file("en").sentences if name.startswith("lint-")}
    not_of_files = {
        "done",
        "no-rules",
        "case-fails",
        "case-app-not-there",
        "case-app-unreadable",
    }  # these have tests of their own

    assert sentences - not_of_files == {check for check, _, _ in CHECKS} - {"rule-file"}
    assert len(sentences) > 25


@pytest.mark.parametrize("name", [".github/workflows/lint.yaml", ".pre-commit-config.yaml", "timing/notes.txt"])
def test_what_is_plainly_no_rule_may_stand_beside_them(tmp_path: Path, name: str) -> None:
    pack = a_pack(tmp_path)
    put(name, "on: push\n")(pack)

    assert found(pack) == []


def test_a_folder_without_anything_is_not_called_good(tmp_path: Path) -> None:
    assert found(tmp_path) == [("no-rules", tmp_path.name, 1)]


@pytest.mark.parametrize("check", sorted({check for check, _, _ in CHECKS}))
def test_every_problem_names_its_place_and_how_to_mend_it(tmp_path: Path, check: str) -> None:
    pack = a_pack(tmp_path)
    next(change for name, change, _ in CHECKS if name == check)(pack)

    problem = next(each for each in lint([pack]).problems if each.message_id in (check, f"lint-{check}"))

    said = load_words("en").say(problem.message_id, **problem.arguments)
    assert said.startswith(f"{problem.arguments['file']}:{problem.arguments['line']}: ")
    assert "{" not in said.replace("{}", "")


def test_all_mistakes_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    pack = a_pack(tmp_path)
    text = RULE.replace("severity: medium", "severity: terrible").replace("title:", "titel:").replace("sim,", "gin,")
    put("timing/sim-at-night.yaml", text)(pack)

    assert [check for check, file, _ in found(pack) if file == R] == [
        "missing-field",
        "unknown-field",
        "wrong-type",
        "unknown-word",
    ]


def test_single_files_are_checked_as_in_their_folder(tmp_path: Path) -> None:
    pack = a_pack(tmp_path)

    for name in (f"timing/{R}", f"timing/{C}"):
        assert lint([pack / name]).problems == ()
