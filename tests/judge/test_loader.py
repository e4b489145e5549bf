"""Rule files: what they become, and every mistake named with its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from permaudit.documents import rules_directory
from permaudit.errors import RuleError
from permaudit.judge.loader import load_rules, rule_paths, rules_hash
from permaudit.judge.rule_file import load_rule
from permaudit.model.rule import AccessIs, All, AnyOf, FlowIs, LimitationIs, Not, PermissionIs, PickerIs, ReadIs
from permaudit.words.sentences import load_words

GOOD = """\
schema: permaudit/rule/1
id: notes-read
title: It reads notes
severity: medium
confidence: high
why: >-
  Notes hold
  whatever people put there.
advice: Refuse.
when:
  read: {surface: contacts, fields: [note]}
references: [https://example.com]
clauses: [play.contacts]
since: "0.1.0"
"""


def write(directory: Path, text: str | bytes = GOOD, name: str = "reading/notes-read.yaml") -> Path:
    path = directory / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def with_condition(when: str) -> str:
    """The good rule with another condition; `when:` stands on line 10."""
    return GOOD.replace("  read: {surface: contacts, fields: [note]}\n", when)


def problem_of(path: Path) -> tuple[str, int, str]:
    with pytest.raises(RuleError) as caught:
        load_rule(path)
    assert caught.value.exit_code == 4
    return told(caught.value)


def told(error: RuleError) -> tuple[str, int, str]:
    """File, line, and what is said about them."""
    file, line = str(error.arguments["file"]), int(error.arguments["line"])
    said = load_words("en").say(error.message_id, **error.arguments)
    assert said.startswith(f"{file}:{line}: ")
    return file, line, said.removeprefix(f"{file}:{line}: ")


def test_a_rule_file_becomes_a_rule(tmp_path: Path) -> None:
    rule = load_rule(write(tmp_path))

    assert (rule.id, rule.category, rule.title) == ("notes-read", "reading", "It reads notes")
    assert (rule.severity, rule.confidence, rule.since) == ("medium", "high", "0.1.0")
    assert rule.why == "Notes hold whatever people put there."
    assert rule.when == ReadIs(surface=("contacts",), fields=("note",))
    assert (rule.references, rule.clauses) == (("https://example.com",), ("play.contacts",))


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("  permission: android.permission.CAMERA\n", PermissionIs(name=("android.permission.CAMERA",))),
        ("  permission: {group: contacts}\n", PermissionIs(group="contacts")),
        ("  permission: {}\n", PermissionIs()),
        ("  picker: {many: true}\n", PickerIs(many=True)),
        ("  access: {door: sms-role}\n", AccessIs(door=("sms-role",))),
        ("  limitation: {of: packed, hides: [code, script]}\n", LimitationIs(("packed",), ("code", "script"))),
        (
            "  flow: {surface: sim, sink: [network, sms], cleartext: true, scope: all}\n",
            FlowIs(surface=("sim",), sink=("network", "sms"), cleartext=True, scope=("all",)),
        ),
        ("  flow: {}\n", FlowIs()),
        ("  not: {picker: {}}\n", Not(PickerIs())),
        ("  all:\n    - picker: {}\n    - access: {}\n", All((PickerIs(), AccessIs()))),
        ("  any:\n    - not: {picker: {}}\n    - all: [{access: {}}]\n", AnyOf((Not(PickerIs()), All((AccessIs(),))))),
        ('  read: {reachable: "no", permitted: false}\n', ReadIs(reachable=("no",), permitted=False)),
    ],
)
def test_each_kind_of_condition_is_read(tmp_path: Path, when: str, expected: object) -> None:
    assert load_rule(write(tmp_path, with_condition(when))).when == expected


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        (GOOD.replace("advice:", "advise:"), 9, "advi"),
        (GOOD.replace("severity: medium", "severity: worst"), 4, "worst"),
        (GOOD.replace("severity: medium", "severity: 5"), 4, "str"),
        (GOOD.replace("clauses: [play.contacts]", "clauses: play.contacts"), 13, "array"),
        (GOOD.replace("references: [https://example.com]", "references: [https://example.com, 7]"), 12, "str"),
        (GOOD.replace("advice: Refuse.\n", ""), 1, "advice"),
        (GOOD.replace("rule/1", "rule/9"), 1, "permaudit/rule/9"),
        (GOOD.replace("id: notes-read", "id: notes"), 2, "notes-read"),
        (GOOD.replace("severity: medium", "severity: medium\nseverity: high"), 5, "severity"),
        (GOOD.replace("title: It reads notes", "title: It reads: notes"), 3, ""),
        (GOOD.replace("since:", "\tsince:"), 14, ""),
        (GOOD.replace("title: It reads notes", "title: *nowhere"), 3, "alias"),
        (GOOD.replace("title: It reads notes", "title: !!python/name:os.system ''"), 3, ""),
        ("- just\n- a list\n", 1, "fields"),
        ("", 1, "fields"),
        (b"\xff\xfe\x00 not text at all", 1, "utf-8"),
    ],
    ids=[
        "unknown field",
        "unknown severity",
        "number for a word",
        "word for a list",
        "number in a list",
        "missing field",
        "wrong schema",
        "id is not the file name",
        "key twice",
        "two colons",
        "tab",
        "unknown alias",
        "python tag",
        "a list",
        "empty file",
        "not UTF-8",
    ],
)
def test_a_mistake_in_a_rule_is_named_with_file_and_line(
    tmp_path: Path, text: str | bytes, line: int, problem: str
) -> None:
    path = write(tmp_path, text)

    named, at, what = problem_of(path)

    assert (named, at) == (str(path), line)
    assert what
    assert problem in what


@pytest.mark.parametrize(
    ("when", "line", "problem"),
    [
        ("  reads: {surface: contacts}\n", 11, "reads"),
        ("  read: {surfaces: contacts}\n", 11, "surfaces"),
        ("  read:\n    surface: contacts\n    scop: all\n", 13, "scop"),
        ("  read:\n    surface: contacts\n    kind: permission\n", 13, "kind"),
        ("  read:\n    surface: contacts\n    1: 2\n", 13, "1"),
        ("  read:\n    surface: contacts\n    all_fields: maybe\n", 13, "bool"),
        ("  read:\n    surface: contacts\n    scope: [all, 5]\n", 13, "str"),
        ("  read: contacts\n", 11, "attributes"),
        ("  permission: [android.permission.CAMERA]\n", 11, "attributes"),
        ("  all: []\n", 11, "list"),
        ("  any: []\n", 11, "list"),
        ("  all: {picker: {}}\n", 11, "list"),
        ("  all:\n    - picker: {}\n    - pikcer: {}\n", 13, "pikcer"),
        ("  any:\n    - picker: {}\n    - not:\n        read: {scop: all}\n", 14, "scop"),
        ("  picker: {}\n  access: {}\n", 10, "one word"),
        ("  {}\n", 10, "one word"),
        ("  true\n", 10, "one word"),
        ("  not:\n    - picker: {}\n", 11, "one word"),
        ("  read: {surface: contacts, surface: sim}\n", 11, "surface"),
    ],
    ids=[
        "unknown condition",
        "unknown attribute",
        "unknown attribute on its own line",
        "the tag of the values",
        "number for an attribute",
        "word for a truth value",
        "number in a list",
        "word for a mapping",
        "list for a mapping",
        "empty all",
        "empty any",
        "mapping for a list",
        "unknown condition inside",
        "unknown attribute deep inside",
        "two conditions",
        "no condition",
        "no mapping",
        "list for one condition",
        "attribute twice",
    ],
)
def test_a_mistake_in_a_condition_is_named_with_its_line(tmp_path: Path, when: str, line: int, problem: str) -> None:
    _, at, what = problem_of(write(tmp_path, with_condition(when)))

    assert at == line
    assert problem in what


@pytest.mark.parametrize(
    ("when", "name"),
    [
        ("  read: {surface: [contacts, phonebook]}\n", "phonebook"),
        ("  flow: {sink: [network, pigeon]}\n", "pigeon"),
        ("  flow: {transforms: rot13}\n", "rot13"),
        ("  read: {scope: everything}\n", "everything"),
        ("  read: {fields: [name, shoe-size]}\n", "shoe-size"),
        ("  read: {reveals: everybody}\n", "everybody"),
        ("  read: {trigger: midnight}\n", "midnight"),
        ("  read: {owner: someone}\n", "someone"),
        ("  read: {reachable: perhaps}\n", "perhaps"),
        ("  permission: {source: found}\n", "found"),
        ("  permission: {used: perhaps}\n", "perhaps"),
        ("  access: {door: window}\n", "window"),
        ("  limitation: {of: laziness}\n", "laziness"),
        ("  limitation: {hides: everything}\n", "everything"),
    ],
)
def test_a_word_that_is_on_no_list_is_a_mistake_and_not_a_rule_that_never_speaks(
    tmp_path: Path, when: str, name: str
) -> None:
    _, at, what = problem_of(write(tmp_path, with_condition(when)))

    assert at == 11
    assert name in what


def test_conditions_nested_without_end_are_refused(tmp_path: Path) -> None:
    when = "  " + "{not: " * 60 + "{picker: {}}" + "}" * 60 + "\n"

    _, at, _ = problem_of(write(tmp_path, with_condition(when)))

    assert at >= 10


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    named, at, _ = problem_of(tmp_path / "reading" / "gone.yaml")

    assert (Path(named).name, at) == ("gone.yaml", 1)


def test_two_rules_of_one_id_are_refused_naming_both_files(tmp_path: Path) -> None:
    first = write(tmp_path, GOOD, "asking/notes-read.yaml")
    second = write(tmp_path, GOOD)

    with pytest.raises(RuleError) as caught:
        load_rules(tmp_path)

    assert (caught.value.arguments["file"], caught.value.arguments["line"]) == (str(second), 2)
    assert str(first) in told(caught.value)[2]


def test_one_wrong_file_among_many_is_named(tmp_path: Path) -> None:
    write(tmp_path)
    wrong = write(tmp_path, GOOD.replace("id: notes-read", "id: other"), "timing/at-night.yaml")

    with pytest.raises(RuleError) as caught:
        load_rules(tmp_path)

    assert caught.value.arguments["file"] == str(wrong)


def test_a_folder_without_rules_is_said(tmp_path: Path) -> None:
    with pytest.raises(RuleError) as caught:
        load_rules(tmp_path)

    assert caught.value.arguments["file"] == str(tmp_path)


def test_rules_are_in_order_of_their_ids_whatever_their_folder(tmp_path: Path) -> None:
    for name in ("z/alpha", "a/gamma", "m/beta"):
        write(tmp_path, GOOD.replace("id: notes-read", f"id: {name[2:]}"), f"{name}.yaml")

    assert [rule.id for rule in load_rules(tmp_path)] == ["alpha", "beta", "gamma"]


def test_cases_and_data_are_no_rules(tmp_path: Path) -> None:
    rule = write(tmp_path)
    for name in ("reading/notes-read.cases.yaml", "catalog/apis.yaml", "clauses/play.yaml", "locales/zh-Hant.yaml"):
        write(tmp_path, "not: a rule", name)

    assert rule_paths(tmp_path) == [rule]


def _rule_book(directory: Path) -> Path:
    write(directory)
    write(directory, "- name: x\n", "reading/notes-read.cases.yaml")
    write(directory, "apis: []\n", "catalog/apis.yaml")
    write(directory, b"\x00\x01", "catalog/framework-index.txt.zz")
    write(directory, "language: zh-Hant\n", "locales/zh-Hant.yaml")
    return directory


@pytest.mark.parametrize(
    "name",
    [
        "reading/notes-read.yaml",
        "catalog/apis.yaml",
        "catalog/framework-index.txt.zz",
        "locales/zh-Hant.yaml",
    ],
)
def test_any_byte_of_any_file_changes_the_hash_of_the_rules(tmp_path: Path, name: str) -> None:
    _rule_book(tmp_path)
    path = tmp_path / name
    content = path.read_bytes()
    hashes = {rules_hash(tmp_path)}
    variants = [content[:n] + bytes([content[n] ^ 1]) + content[n + 1 :] for n in range(len(content))]
    variants += [content[:-1], content + b"\n"]

    for variant in variants:
        path.write_bytes(variant)
        hashes.add(rules_hash(tmp_path))

    assert len(hashes) == len(variants) + 1


def test_the_names_of_the_files_count_too(tmp_path: Path) -> None:
    _rule_book(tmp_path)
    before = rules_hash(tmp_path)

    (tmp_path / "catalog/apis.yaml").rename(tmp_path / "catalog/apis-of-old.yaml")

    assert rules_hash(tmp_path) != before


def test_bytes_moved_from_one_file_to_the_next_are_noticed(tmp_path: Path) -> None:
    first, second = write(tmp_path, "ab", "a/x.yaml"), write(tmp_path, "c", "a/y.yaml")
    before = rules_hash(tmp_path)

    first.write_text("a")
    second.write_text("bc")

    assert rules_hash(tmp_path) != before


def test_cases_do_not_change_the_hash_and_neither_does_the_place_of_the_folder(tmp_path: Path) -> None:
    one, other = _rule_book(tmp_path / "one"), _rule_book(tmp_path / "other")
    write(other, "- name: another\n", "reading/notes-read.cases.yaml")

    assert rules_hash(one) == rules_hash(other)


def test_the_shipped_rules_have_a_hash() -> None:
    digest = rules_hash(rules_directory())

    assert len(bytes.fromhex(digest)) == 32
