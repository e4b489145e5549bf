"""Files in which a script framework looks up the classes that it makes."""

from support.apkfile import build_apk, build_manifest

from permaudit.apk.archive import open_archive
from permaudit.apk.pluginlists import LARGEST_LIST_BYTES, MOST_NAMES, find_listed_classes
from permaudit.apk.stretch import in_memory

LIST = "assets/capacitor.plugins.json"
FEATURES = "assets/data/dcloud_properties.xml"


def listed(files: dict[str, bytes]) -> tuple[dict[str, list[str]], int]:
    archive = open_archive(in_memory(build_apk(manifest=build_manifest(), files=files)))
    return find_listed_classes(archive, {LIST, FEATURES})


def test_classes_are_found_in_json_and_in_xml() -> None:
    names, unread = listed(
        {
            LIST: b'[{"pkg": "@own/book", "classpath": "com.x.BookPlugin"}]',
            FEATURES: b'<feature name="Book" value="com.x.Outer$BookFeature" />',
        }
    )

    assert names == {LIST: ["com.x.BookPlugin"], FEATURES: ["com.x.Outer$BookFeature"]}
    assert unread == 0


def test_other_files_are_not_read() -> None:
    assert listed({"assets/other.json": b'"com.x.BookPlugin"'}) == ({}, 0)


def test_a_list_that_is_too_large_is_counted() -> None:
    assert listed({LIST: b" " * (LARGEST_LIST_BYTES + 1)}) == ({}, 1)


def test_a_list_with_more_names_than_plugins_is_counted_and_cut() -> None:
    names, unread = listed({LIST: "".join(f"a.B{number} " for number in range(MOST_NAMES + 1)).encode()})

    assert (len(names[LIST]), unread) == (MOST_NAMES, 1)


def test_a_list_that_is_no_text_names_nothing() -> None:
    assert listed({LIST: bytes(range(128, 256)) + b"a" * 100_000}) == ({LIST: []}, 0)
