"""Loading the catalogue, and what its errors say."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from permaudit.catalog.flows import load_flow_catalog
from permaudit.catalog.load import load_catalog
from permaudit.catalog.operations import load_operations
from permaudit.documents import rules_directory
from permaudit.errors import RuleError


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    copy = tmp_path / "catalog"
    shutil.copytree(rules_directory() / "catalog", copy)
    return copy


def line_with(path: Path, text: str) -> int:
    """The 1-based line of the only line that contains `text`."""
    lines = [
        number for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1) if text in line
    ]
    assert len(lines) == 1, lines
    return lines[0]


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, text.count(old)
    path.write_text(text.replace(old, new), encoding="utf-8")


def append(path: Path, text: str) -> int:
    """Add lines at the end of a file whose last thing is its list; returns the line on which `text` starts."""
    before = path.read_text(encoding="utf-8")
    path.write_text(before + text, encoding="utf-8")
    return before.count("\n") + 1


def error_of(directory: Path) -> RuleError:
    with pytest.raises(RuleError) as caught:
        load_all(directory)
    return caught.value


def load_all(directory: Path) -> None:
    """Everything that an audit loads of the catalogue."""
    load_catalog(directory)
    load_operations(directory)
    load_flow_catalog(directory)


OF_LINT = {"wording.yaml"}
REPLACER = "id: x, name: X, kind: hot-fix, certainty: known, source: test"
FILES = sorted({path.name for path in (rules_directory() / "catalog").glob("*.yaml")} - OF_LINT)


def _elsewhere(attributes: str) -> str:
    origin = f"{{name: y, certainty: known, source: test, {attributes}}}"
    return f"  - {{id: x, name: X, source: test, files: [a], scripts: [], calls: [], elsewhere: [{origin}]}}\n"


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(directory: Path, name: str) -> None:
    (directory / name).unlink()

    error = error_of(directory)

    assert error.arguments["file"] == str(directory / name)


@pytest.mark.parametrize("name", FILES)
def test_a_line_that_is_no_yaml_is_named(directory: Path, name: str) -> None:
    line = append(directory / name, "]broken\n")

    error = error_of(directory)

    assert (error.arguments["file"], error.arguments["line"]) == (str(directory / name), line)


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("uris.yaml", "  - {field: 'Lx/A;->U:Landroid/net/Uri;', uri: 'content://x', colour: red}\n"),
        ("uris.yaml", "  - {field: not-a-field, uri: 'content://x'}\n"),
        ("uris.yaml", "  - {field: 'Lx/A;->U:Landroid/net/Uri;', uri: 'file://x'}\n"),
        ("uri-methods.yaml", "  - {method: 'Lx/A;->f', uri: 'content://x'}\n"),
        ("apis.yaml", "  - {id: x, kind: guess, method: 'Lx/A;->f()V'}\n"),
        ("apis.yaml", "  - {id: x, kind: query, uri: first, method: 'Lx/A;->f()V'}\n"),
        ("apis.yaml", "  - {id: x, kind: direct, method: 'Lx/A;->f()V'}\n"),
        ("apis.yaml", "  - {id: x, kind: query, uri: 1, method: 'Lx/A;->f(I)V'}\n"),
        ("apis.yaml", "  - {id: x, kind: query, result: callback, method: 'Lx/A;->f(I)V'}\n"),
        ("apis.yaml", "  - {id: resolver-query, kind: query, method: 'Lx/A;->f()V'}\n"),
        ("apis.yaml", "  - {id: x, kind: direct, surface: diary, scope: all, method: 'Lx/A;->f()V'}\n"),
        ("starters.yaml", "  - {method: 'Lx/A;->f', starts: rocket}\n"),
        ("starters.yaml", "  - {method: 'Landroid/content/Context;->startService', starts: service}\n"),
        ("mime-rows.yaml", "  - {mime_type: 'vnd.x/y', fields: [shoe-size], columns: {}}\n"),
        ("split-permissions.yaml", "  - {declared: a.B}\n"),
        ("permissions.yaml", "  - {name: a.B, protection: magic, sentence: It does.}\n"),
        ("permissions.yaml", "  - {name: android.permission.CAMERA, protection: normal, sentence: It does.}\n"),
        ("doors.yaml", "  - {door: chimney, sentence: It opens.}\n"),
        ("libraries.yaml", "  - {prefix: com.dotted, name: X, kind: tools, certainty: known}\n"),
        ("libraries.yaml", "  - {prefix: Lokhttp3/, name: X, kind: tools, certainty: known}\n"),
        ("loaders.yaml", "  - {method: 'Lx/A;->f'}\n"),
        ("loaders.yaml", "  - {method: 'Lx/A;->f(I)V', file: 1}\n"),
        ("code-sources.yaml", "  - {type: com.x.A, library: X, source: test}\n"),
        ("code-replacers.yaml", "  - {id: x, name: X, kind: hot-fix, certainty: known, source: test}\n"),
        ("code-replacers.yaml", f"  - {{{REPLACER}, starts: {{}}, leftovers: {{prefixes: [Lx/y/]}}}}\n"),
        ("code-replacers.yaml", f"  - {{{REPLACER}, starts: {{files: [assets/xy]}}, leftovers: {{}}}}\n"),
        ("reflection.yaml", "  - {of: method, arguments: 0, method: 'Lx/A;->f'}\n"),
        ("reflection.yaml", "  - {of: method, arguments: 1, method: 'Lx/A;->f(I)V'}\n"),
        ("reflection.yaml", "  - {of: method, arguments: 0, receiver: 1, method: 'Lx/A;->f(I)V'}\n"),
        ("files.yaml", "  - {id: x, name: '*.*', source: test}\n"),
        ("files.yaml", "  - {id: Not An Id, name: assets/x.bin, source: test}\n"),
        ("frameworks.yaml", "  - {id: x, name: X, source: test, files: [assets/x], scripts: [], calls: [{call: x}]}\n"),
        ("frameworks.yaml", "  - {id: x, name: X, source: test, scripts: [], calls: []}\n"),
        ("frameworks.yaml", _elsewhere("how: page")),
        ("frameworks.yaml", _elsewhere("how: update")),
        ("frameworks.yaml", _elsewhere("how: page, servers: [{string: a, meta_data: b}]")),
        ("frameworks.yaml", _elsewhere("how: page, servers: [{file: assets/a.json}]")),
        ("frameworks.yaml", _elsewhere("how: page, servers: [{xml: config, tag: content}]")),
        ("frameworks.yaml", _elsewhere("how: page, servers: [{string: a, key: b}]")),
        ("frameworks.yaml", "  - {id: x, name: X, source: test, classes: [com.x], scripts: [], calls: []}\n"),
        ("packers.yaml", "  - {id: x, name: X, kind: packer, certainty: known, source: test}\n"),
        ("packers.yaml", "  - {id: x, name: X, kind: packer, certainty: known, source: test, classes: [com.x.A]}\n"),
        ("packers.yaml", "  - {id: x, name: X, kind: shell, certainty: known, source: test, files: [assets/x]}\n"),
        ("public-keys.yaml", "  - {name: x, source: test}\n"),
        ("public-keys.yaml", "  - {name: x, source: test, sha256: a40da80a}\n"),
        ("callbacks.yaml", "  - {trigger: sunrise, methods: []}\n"),
        ("callbacks.yaml", "  - {trigger: tap, methods: []}\n"),
        ("components.yaml", "  - {action: a.B, trigger: sunrise}\n"),
        ("components.yaml", "  - {action: android.intent.action.BOOT_COMPLETED, trigger: boot}\n"),
        ("pickers.yaml", "  - not a method\n"),
        ("tables.yaml", "  - {name: x, columns: {data1: [shoe-size]}}\n"),
        ("tables.yaml", "  - {name: x, includes: [nobody]}\n"),
        ("tables.yaml", "  - {name: contacts}\n"),
        ("script-entries.yaml", "  - {framework: X, certainty: known, source: test}\n"),
        (
            "script-entries.yaml",
            "  - {framework: X, certainty: known, source: test, annotation: 'La/B;', file: assets/x}\n",
        ),
        ("script-entries.yaml", "  - {framework: X, certainty: known, source: test, class: 'La/B;'}\n"),
        ("script-entries.yaml", "  - {framework: X, certainty: known, source: test, below: La/b/}\n"),
        ("script-entries.yaml", "  - {framework: X, certainty: known, source: test, annotation: 'La/B;', ending: x}\n"),
        ("script-entries.yaml", "  - {framework: X, certainty: guess, source: test, annotation: 'La/B;'}\n"),
        (
            "script-entries.yaml",
            "  - {framework: X, certainty: known, source: test, annotation: 'Lcom/getcapacitor/PluginMethod;'}\n",
        ),
        ("surfaces.yaml", "      - {path: x, table: nowhere, scope: all}\n"),
        ("surfaces.yaml", "      - {path: x, table: nothing, scope: some}\n"),
        ("surfaces.yaml", "      - {path: x, table: nothing, scope: all, authority: elsewhere}\n"),
        ("surfaces.yaml", "      - {path: colors, table: nothing, scope: all}\n"),
    ],
)
def test_a_wrong_entry_is_named_by_file_and_line(directory: Path, name: str, entry: str) -> None:
    line = append(directory / name, entry)

    error = error_of(directory)

    assert (error.arguments["file"], error.arguments["line"]) == (str(directory / name), line), error


def test_a_callback_that_stands_under_two_triggers_is_named(directory: Path) -> None:
    file = directory / "callbacks.yaml"
    known = "Landroid/app/job/JobService;->onStartJob(Landroid/app/job/JobParameters;)Z"
    line = append(file, f"  - trigger: other\n    methods:\n      - {known}\n") + 2

    error = error_of(directory)

    assert (error.arguments["file"], error.arguments["line"]) == (str(file), line)


def test_a_key_that_stands_twice_is_named(directory: Path) -> None:
    file = directory / "mime-rows.yaml"
    replace(file, "columns: {data1: [note]}", "columns: {data1: [note], data1: []}")
    line = line_with(file, "data1: [note], data1")

    error = error_of(directory)

    assert (error.arguments["file"], error.arguments["line"]) == (str(file), line)


def test_a_new_reading_method_needs_yaml_only(directory: Path) -> None:
    reference = "Lcom/new/Reader;->everyone(ILandroid/net/Uri;)Landroid/database/Cursor;"
    append(directory / "apis.yaml", f'  - {{id: new-reader, kind: query, uri: 1, method: "{reference}"}}\n')

    added = load_catalog(directory).apis[-1]

    assert (added.id, added.class_name, added.name, added.uri) == ("new-reader", "Lcom/new/Reader;", "everyone", 1)
    assert added.descriptor == "(ILandroid/net/Uri;)Landroid/database/Cursor;"


@pytest.mark.parametrize("entry", ["named_by: 1", "named_by: 0, of: 1"])
def test_a_method_that_names_by_a_parameter_it_does_not_have_is_named(directory: Path, entry: str) -> None:
    file = directory / "reflection.yaml"
    known = '  - {gives: method, method: "Ljava/lang/Class;->getMethods()[Ljava/lang/reflect/Method;"}\n'
    replace(file, known, f"{known}  - {{gives: class, {entry}, method: 'Lx/A;->f(Ljava/lang/String;)V'}}\n")
    line = line_with(file, "Lx/A;")

    error = error_of(directory)

    assert (error.arguments["file"], error.arguments["line"]) == (str(file), line)


def test_a_new_surface_path_needs_yaml_only(directory: Path) -> None:
    append(directory / "surfaces.yaml", "      - {path: 'guests/#', table: attendees, scope: lookup}\n")

    found = load_catalog(directory).match_uri("content://com.android.calendar/guests/4")

    assert found is not None
    assert (found.table, found.scope) == ("attendees", "lookup")


def test_files_of_other_stages_in_the_folder_are_left_alone(directory: Path) -> None:
    (directory / "sinks.yaml").write_text("]not yaml", encoding="utf-8")

    catalog = load_catalog(directory)

    assert catalog.apis


def test_a_tables_own_column_wins_over_one_it_includes(directory: Path) -> None:
    append(
        directory / "tables.yaml", "  - {name: mine, includes: [row, contact-names], columns: {sort_key: [phone]}}\n"
    )

    table = load_catalog(directory).tables["mine"]

    assert table.columns["sort_key"] == ("phone",)
    assert table.columns["display_name"] == ("name",)
    assert table.fields == ("name", "phone")
