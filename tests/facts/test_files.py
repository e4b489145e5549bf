"""Files are known by their whole path; the first that fits stands for its id."""

from permaudit.catalog.signs import FileEntry
from permaudit.facts.files import find_files
from permaudit.model.package_facts import FileSeen
from permaudit.model.place import Place

BUNDLE = FileEntry("script", "assets/index.android.bundle", "test")
DEX = FileEntry("dex-in-assets", "assets/*.dex", "test")
JAR = FileEntry("dex-in-assets", "assets/*.jar", "test")


def seen(part: str, file: str, name: str) -> FileSeen:
    return FileSeen(name, Place(part, file=file))


def test_a_file_is_found_with_its_part_and_path() -> None:
    names = {"base.apk": ("classes.dex", "assets/index.android.bundle")}

    assert find_files(names, [BUNDLE, DEX]) == (seen("base.apk", "assets/index.android.bundle", "script"),)


def test_one_id_is_told_once_with_the_first_file_in_order_of_parts_and_directory() -> None:
    names = {"base.apk": ("assets/z.jar", "assets/a.dex"), "split.apk": ("assets/a.jar",)}

    assert find_files(names, [DEX, JAR]) == (seen("base.apk", "assets/z.jar", "dex-in-assets"),)


def test_a_file_in_a_later_part_is_found() -> None:
    names = {"base.apk": ("a",), "split.apk": ("assets/p/a.jar",)}

    assert find_files(names, [DEX, JAR]) == (seen("split.apk", "assets/p/a.jar", "dex-in-assets"),)


def test_ids_come_in_the_order_of_the_catalogue() -> None:
    names = {"base.apk": ("assets/a.dex", "assets/index.android.bundle")}

    assert [each.id for each in find_files(names, [BUNDLE, DEX])] == ["script", "dex-in-assets"]


def test_two_ids_may_ask_for_the_same_path() -> None:
    again = FileEntry("other", "assets/*.dex", "test")

    assert [each.id for each in find_files({"base.apk": ("assets/a.dex",)}, [DEX, again])] == ["dex-in-assets", "other"]


def test_an_archive_without_such_files_has_none() -> None:
    assert find_files({"base.apk": ()}, [BUNDLE]) == ()
    assert find_files({}, [BUNDLE]) == ()
