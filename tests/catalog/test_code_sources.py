"""Where loaded code comes from, and frameworks that replace it: the shipped lists, and who can put a file where."""

from __future__ import annotations

import pytest

from permaudit.catalog.code_sources import fill_shown
from permaudit.catalog.load import load_catalog
from permaudit.documents import rules_directory

CATALOG = load_catalog(rules_directory() / "catalog")


@pytest.mark.parametrize(
    ("path", "holder"),
    [
        ("getFilesDir()/core.dex", "app"),
        ("getDir(modules)/core.jar", "app"),
        ("getExternalStorageDirectory()/loan/p.apk", "shared"),
        ("getExternalFilesDir()/p.apk", "shared"),
        ("/sdcard/p.apk", "shared"),
        ("/system/framework/x.jar", "system"),
        ("sourceDir", "package"),
        ("dataDir/files/x.so", "app"),
        ("dataDir/lib/x.so", "package"),
        ("/data/data/com.loan/files/x.dex", None),
        ("*/x.dex", None),
    ],
)
def test_a_path_tells_who_can_put_a_file_there(path: str, holder: str | None) -> None:
    assert CATALOG.code_sources.holder_of(path) == holder


def test_parameters_are_put_into_what_is_shown_of_a_folder() -> None:
    assert fill_shown("getDir({0})", ["plugins"]) == "getDir(plugins)"
    assert fill_shown("getDir({0})", []) == "getDir()"


def test_every_loader_tells_where_its_code_comes_from_or_was_opened_by_one_that_does() -> None:
    silent = [
        each.method
        for each in CATALOG.loaders
        if each.file is None and each.content is None and each.package is None and each.split is None
    ]

    assert silent == ["Ldalvik/system/DexFile;->loadClass(Ljava/lang/String;Ljava/lang/ClassLoader;)Ljava/lang/Class;"]


def test_what_is_left_of_a_framework_is_code_of_a_named_library() -> None:
    for entry in CATALOG.code_replacers:
        for prefix in entry.leftovers.prefixes:
            assert CATALOG.owner_of(f"{prefix}A;") is not None, prefix


def test_every_framework_says_where_its_signs_were_read() -> None:
    assert len(CATALOG.code_replacers) >= 18
    assert all(each.source.strip() for each in CATALOG.code_replacers)
