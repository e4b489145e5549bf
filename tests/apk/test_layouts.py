"""What XML files name is found by their content, wherever they lie."""

from support.apkfile import build_apk, build_manifest
from support.axml import Element, Reference, encode_axml

from permaudit.apk.archive import open_archive
from permaudit.apk.layouts import LARGEST_LAYOUT_BYTES, LayoutFacts, scan_layouts
from permaudit.apk.stretch import in_memory
from permaudit.model.manifest import LayoutHandler

BUTTON = Element("Button", {"android:onClick": "harvest"})
LAYOUT = Element("com.x.PullView", {"android:id": Reference(0x7F010001)}, [Element("LinearLayout", {}, [BUTTON])])


def scan(files: dict[str, bytes]) -> LayoutFacts:
    return scan_layouts(open_archive(in_memory(build_apk(manifest=build_manifest(), files=files))), "base.apk")


def test_a_handler_is_found_in_a_file_whose_name_says_nothing() -> None:
    facts = scan({"r/a.png": encode_axml(LAYOUT), "r/b": b"\x89PNG" + (0x0101026F).to_bytes(4, "little")})

    assert facts.handlers == (LayoutHandler("base.apk", "r/a.png", "harvest"),)
    assert facts.unread == 0


def test_a_handler_is_found_when_attribute_names_are_blank() -> None:
    facts = scan({"r/a": encode_axml(LAYOUT, blank_names=True)})

    assert [handler.method_name for handler in facts.handlers] == ["harvest"]


def test_custom_views_and_fragments_are_named_in_both_encodings() -> None:
    fragment = Element("fragment", {"android:name": "com.x.ListFragment"})
    facts = scan({"res/a.xml": encode_axml(LAYOUT), "res/b.xml": encode_axml(fragment, utf8=True)})

    assert {"com.x.PullView", "com.x.ListFragment"} <= facts.classes


def test_the_manifest_is_no_layout() -> None:
    assert "com.example.loan" not in scan({}).classes


def test_files_come_in_order_of_their_names() -> None:
    facts = scan({"res/z.xml": encode_axml(BUTTON), "res/a.xml": encode_axml(BUTTON)})

    assert [handler.file for handler in facts.handlers] == ["res/a.xml", "res/z.xml"]


def test_a_file_too_large_is_counted_as_unread() -> None:
    facts = scan({"res/a.xml": encode_axml(LAYOUT) + bytes(LARGEST_LAYOUT_BYTES)})

    assert (facts.handlers, facts.unread) == ((), 1)


def test_a_damaged_file_with_a_handler_is_counted_as_unread() -> None:
    data = encode_axml(LAYOUT)

    facts = scan({"res/a.xml": data[:4] + b"\xff\xff\xff\x7f" + data[8:]})

    assert (facts.handlers, facts.unread) == ((), 1)
