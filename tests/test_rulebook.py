"""Rules, clauses and catalogue as one value: with packs, and compiled as a wheel carries them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from permaudit.documents import rules_directory
from permaudit.errors import RuleError
from permaudit.rulebook import COMPILED, RuleBook, compile_book, load_rule_book
from permaudit.words.compiled import compile_words, load_compiled
from permaudit.words.language import LANGUAGES, Language
from permaudit.words.sentences import load_words

SHIPPED = rules_directory()
RULE = """\
schema: permaudit/rule/1
id: {id}
title: {title}
severity: low
confidence: high
why: Because.
advice: Look.
when: {when}
since: "0.1.0"
"""
TWICE = "libraries:\n  - {prefix: Lokhttp3/, name: Mine, kind: tools, certainty: known, source: x}\n"


@pytest.fixture(scope="module")
def shipped() -> RuleBook:
    return load_rule_book(SHIPPED)


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def write_rule(pack: Path, id: str, when: str, title: str = "It does") -> None:  # noqa: A002  as in the files
    write(pack / "own" / f"{id}.yaml", RULE.format(id=id, title=title, when=when))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "rules", ignore=shutil.ignore_patterns("compiled")))


def test_a_pack_adds_rules_and_replaces_those_of_the_same_id(tmp_path: Path, shipped: RuleBook) -> None:
    write_rule(tmp_path, "own-rule", "{rule: notes-read}")
    write_rule(tmp_path, "notes-read", "{picker: {}}", "It reads notes in another way")

    book = load_rule_book(SHIPPED, [tmp_path])

    assert set(book.rule_set.by_id) - set(shipped.rule_set.by_id) == {"own-rule"}
    assert book.rule_set.by_id["notes-read"].title == "It reads notes in another way"
    assert book.rules_sha256.partition("+")[0] == shipped.rules_sha256
    assert len(book.rules_sha256) == 2 * len(shipped.rules_sha256) + 1


def test_a_later_pack_wins(tmp_path: Path) -> None:
    write_rule(tmp_path / "a", "own-rule", "{picker: {}}", "first")
    write_rule(tmp_path / "b", "own-rule", "{picker: {}}", "second")

    book = load_rule_book(SHIPPED, [tmp_path / "a", tmp_path / "b"])

    assert book.rule_set.by_id["own-rule"].title == "second"


def test_a_pack_adds_to_the_catalogue_what_its_rules_ask_for(tmp_path: Path) -> None:
    write_rule(tmp_path, "own-rule", "{api: phone-torch}")
    write(
        tmp_path / "catalog" / "calls.yaml",
        "apis: {phone-torch: it switches the light on}\n"
        "calls:\n  - {api: phone-torch, method: 'Landroid/hardware/camera2/CameraManager;->setTorchMode'}\n",
    )
    write(
        tmp_path / "catalog" / "libraries.yaml",
        "libraries:\n  - {prefix: Lcom/example/sdk/, name: Example SDK, kind: tools, certainty: known, source: here}\n",
    )

    book = load_rule_book(SHIPPED, [tmp_path])

    assert "phone-torch" in book.catalog.calls.apis
    assert "installed-apps" in book.catalog.calls.apis
    owner = book.catalog.owner_of("Lcom/example/sdk/A;")
    assert owner is not None
    assert owner.name == "Example SDK"


def test_a_pack_adds_to_files_of_several_lists(tmp_path: Path, shipped: RuleBook) -> None:
    write(
        tmp_path / "catalog" / "hidden-code.yaml",
        "native_texts: [{text: vnd.example.people, source: here}]\ndense_formats: [{name: Own, hex: 4f574e31}]\n",
    )
    write(tmp_path / "catalog" / "sinks.yaml", "sinks: [{method: 'Lx/Post;->send', sink: network}]\n")
    write(tmp_path / "catalog" / "summaries.yaml", "own_page_hosts: [intranet.example]\n")
    write(tmp_path / "catalog" / "operations.yaml", "operations: [{method: 'Lx/Text;->join', does: concat}]\n")
    write(tmp_path / "catalog" / "components.yaml", "action_triggers: [{action: x.WAKE, trigger: push}]\n")
    write(tmp_path / "catalog" / "callbacks.yaml", "callbacks: [{trigger: tap, methods: ['Lx/Tap;->on()V']}]\n")

    book = load_rule_book(SHIPPED, [tmp_path])

    assert [each.text for each in book.catalog.hidden_code.native_texts][-1] == "vnd.example.people"
    assert len(book.catalog.hidden_code.native_texts) == len(shipped.catalog.hidden_code.native_texts) + 1
    assert book.catalog.hidden_code.harmless_classes == shipped.catalog.hidden_code.harmless_classes
    assert book.catalog.hidden_code.dense_formats[-1].name == "Own"
    assert book.flows.sinks.sinks[:-1] == shipped.flows.sinks.sinks
    assert book.flows.sinks.proxies == shipped.flows.sinks.proxies
    assert book.flows.summaries.own_page_hosts - shipped.flows.summaries.own_page_hosts == {"intranet.example"}
    assert book.operations.by_method()["Lx/Text;->join"] == "concat"
    assert book.catalog.components.action_triggers["x.WAKE"] == "push"
    assert book.catalog.callbacks[-1].class_name == "Lx/Tap;"


def test_a_table_of_a_pack_is_one_that_its_surfaces_may_name(tmp_path: Path) -> None:
    write(
        tmp_path / "catalog" / "tables.yaml",
        "groups: [{name: own, columns: {who: [name]}}]\ntables: [{name: own-people, includes: [own]}]\n",
    )

    book = load_rule_book(SHIPPED, [tmp_path])

    assert book.catalog.tables["own-people"].columns == {"who": ("name",)}


def test_two_packs_add_to_one_list_and_not_the_same(tmp_path: Path) -> None:
    for name in "ab":
        write(tmp_path / name / "catalog" / "hidden-code.yaml", f"people_permissions: [com.example.{name}]\n")
    again = write(tmp_path / "c" / "catalog" / "hidden-code.yaml", "people_permissions:\n  - com.example.b\n")

    both = load_rule_book(SHIPPED, [tmp_path / "a", tmp_path / "b"])

    assert both.catalog.hidden_code.people_permissions[-2:] == ("com.example.a", "com.example.b")
    with pytest.raises(RuleError) as caught:
        load_rule_book(SHIPPED, [tmp_path / "a", tmp_path / "b", tmp_path / "c"])
    assert (caught.value.arguments["file"], caught.value.arguments["line"]) == (str(again), 2)


def test_a_pack_adds_clauses(tmp_path: Path, shipped: RuleBook) -> None:
    write(
        tmp_path / "clauses" / "xx.act.yaml",
        "schema: permaudit/clause/1\nid: xx.act\nwhere: XX\ntitle: Act\nauthority: A\ntype: access\nstatus: in-force\n"
        "applies_to: All.\nsays: Not to read.\nsource: here\nseen: official\nreview: '2027-01-01'\n"
        "concerns: [notes-read]\n",
    )

    clauses = {each.id for each in load_rule_book(SHIPPED, [tmp_path]).rule_set.clauses}

    assert clauses - {each.id for each in shipped.rule_set.clauses} == {"xx.act"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("own/own-rule.yaml", RULE.format(id="own-rule", title="x", when="{rule: gone}")),
        ("own/own-rule.yaml", RULE.format(id="own-rule", title="x", when="{api: gone}")),
        ("own/notes-read.yaml", RULE.format(id="notes-read", title="x", when="{not: {rule: notes-read}}")),
        ("catalog/places.yaml", "members: {XX: [YY]}\n"),
        ("catalog/wording.yaml", "words: []\n"),
        ("catalog/sinks.yaml", "proxies: {sink: network, annotations: []}\n"),
        ("catalog/operations.yaml", "selections: {keep_most: [], name_one: []}\n"),
        ("catalog/hidden-code.yaml", "native_loads: ['Ljava/lang/System;->load(Ljava/lang/String;)V']\n"),
        ("catalog/summaries.yaml", "copies: [{method: 'Lx/A;->f', from: [0]}]\n"),
        ("catalog/libraries.yaml", TWICE),
    ],
)
def test_what_a_pack_has_wrong_is_told_with_its_file(tmp_path: Path, name: str, text: str) -> None:
    write_rule(tmp_path, "another", "{picker: {}}")
    path = write(tmp_path / name, text)

    with pytest.raises(RuleError) as caught:
        load_rule_book(SHIPPED, [tmp_path])

    assert caught.value.arguments["file"] == str(path)


def test_the_compiled_form_is_the_same_book(copy: Path, shipped: RuleBook) -> None:
    (copy / "compiled").mkdir()
    (copy / COMPILED).write_bytes(compile_book(copy))

    book = load_rule_book(copy)

    assert (book.rule_set, book.catalog, book.operations, book.flows) == (
        shipped.rule_set,
        shipped.catalog,
        shipped.operations,
        shipped.flows,
    )
    assert book.rules_sha256 == shipped.rules_sha256


def test_the_compiled_form_is_what_is_read_while_it_fits(copy: Path) -> None:
    other = write(copy / "own" / "another.yaml", RULE.format(id="another", title="x", when="{picker: {}}"))
    compiled = compile_book(copy)
    other.unlink()
    digest = len(load_rule_book(copy).rules_sha256)
    (copy / "compiled").mkdir()
    # the hash of what is there, before a book with one rule more
    (copy / COMPILED).write_bytes(load_rule_book(copy).rules_sha256.encode() + compiled[digest:])

    assert "another" in load_rule_book(copy).rule_set.by_id


def test_a_compiled_form_of_other_files_is_left_aside(copy: Path) -> None:
    (copy / "compiled").mkdir()
    (copy / COMPILED).write_bytes(compile_book(copy))
    write(copy / "own" / "another.yaml", RULE.format(id="another", title="x", when="{picker: {}}"))

    assert "another" in load_rule_book(copy).rule_set.by_id


def test_a_pack_joins_a_compiled_book(copy: Path, tmp_path: Path) -> None:
    (copy / "compiled").mkdir()
    (copy / COMPILED).write_bytes(compile_book(copy))
    write_rule(tmp_path / "pack", "own-rule", "{rule: notes-read}")

    assert "own-rule" in load_rule_book(copy, [tmp_path / "pack"]).rule_set.by_id


@pytest.mark.parametrize("language", LANGUAGES)
def test_compiled_words_are_the_same_words(copy: Path, language: Language) -> None:
    plain = load_words(language, copy)
    expected = (plain.say("more-with-v"), plain.describe("permission", "android.permission.READ_CONTACTS"))
    (copy / "compiled").mkdir()
    (copy / "compiled" / language).write_bytes(compile_words(language, copy))

    words = load_words(language, copy)

    assert load_compiled(language, copy) is not None
    assert (words.say("more-with-v"), words.describe("permission", "android.permission.READ_CONTACTS")) == expected


def test_compiled_words_of_other_files_are_left_aside(copy: Path) -> None:
    (copy / "compiled").mkdir()
    (copy / "compiled" / "zh-Hant").write_bytes(compile_words("zh-Hant", copy))
    with (copy / "locales" / "zh-Hant.yaml").open("a", encoding="utf-8") as file:
        file.write("# one line more\n")

    assert load_compiled("zh-Hant", copy) is None


def test_a_compiled_form_that_is_cut_off_is_not_used(copy: Path, shipped: RuleBook) -> None:
    (copy / "compiled").mkdir()
    (copy / COMPILED).write_bytes(compile_book(copy)[:5_000])
    (copy / "compiled" / "en").write_bytes(compile_words("en", copy)[:70])

    book, spoken = load_rule_book(copy), load_compiled("en", copy)

    assert book.rule_set == shipped.rule_set
    assert spoken is None
