"""Binary XML that a phone accepts is read, whatever a packer did to its headers, and bounded where one lies."""

import struct

import pytest
from support.axml import Element, encode_axml

from permaudit.apk.binary_xml import BinaryXmlError, read_binary_xml

DOCUMENT = Element("manifest", {"package": "com.x"}, [Element("a", {"android:name": "n"}), Element("b")])
PLAIN = encode_axml(DOCUMENT)


def tags(data: bytes) -> list[str]:
    return [element.tag for element in read_binary_xml(data).walk()]


def chunk_at(data: bytes, kind: int) -> int:
    """Offset of the first chunk of a kind."""
    at = 8
    while struct.unpack_from("<H", data, at)[0] != kind:
        at += struct.unpack_from("<I", data, at + 4)[0]
    return at


def resized(data: bytes) -> bytes:
    return data[:4] + struct.pack("<I", len(data)) + data[8:]


def test_the_tree_is_read_in_document_order() -> None:
    root = read_binary_xml(PLAIN)

    assert [element.tag for element in root.walk()] == ["manifest", "a", "b"]
    assert [child.tag for child in root.children] == ["a", "b"]


def test_an_odd_file_type_does_not_matter() -> None:
    assert tags(b"\0\0" + PLAIN[2:]) == ["manifest", "a", "b"]


def test_a_longer_file_header_is_skipped() -> None:
    data = resized(PLAIN[:2] + struct.pack("<H", 16) + PLAIN[4:8] + b"whatever" + PLAIN[8:])

    assert tags(data) == ["manifest", "a", "b"]


def test_a_foreign_chunk_before_the_strings_is_skipped() -> None:
    data = resized(PLAIN[:8] + struct.pack("<2HI", 0x7777, 8, 16) + b"nonsense" + PLAIN[8:])

    assert tags(data) == ["manifest", "a", "b"]


def test_a_foreign_chunk_between_elements_is_skipped() -> None:
    at = chunk_at(PLAIN, 0x0102)
    data = resized(PLAIN[:at] + struct.pack("<2HI", 0x0199, 8, 16) + b"nonsense" + PLAIN[at:])

    assert tags(data) == ["manifest", "a", "b"]


def test_attributes_that_start_late_are_found() -> None:
    at = chunk_at(PLAIN, 0x0102)
    size = struct.unpack_from("<I", PLAIN, at + 4)[0]
    chunk = PLAIN[at : at + size]
    moved = chunk[:4] + struct.pack("<I", size + 8) + chunk[8:24] + struct.pack("<H", 28) + chunk[26:36]
    data = resized(PLAIN[:at] + moved + b"\xee" * 8 + chunk[36:] + PLAIN[at + size :])

    attribute = read_binary_xml(data).find_named("package")

    assert attribute is not None
    assert attribute.string == "com.x"


def test_bytes_appended_to_the_document_do_not_matter() -> None:
    assert tags(PLAIN + b"appended") == ["manifest", "a", "b"]


def test_a_count_of_attributes_that_does_not_fit_is_refused() -> None:
    second = PLAIN.index(struct.pack("<H", 0x0102), chunk_at(PLAIN, 0x0102) + 2)
    data = PLAIN[: second + 28] + b"\x02\0" + PLAIN[second + 30 :]

    with pytest.raises(BinaryXmlError):
        read_binary_xml(data)


def test_what_follows_the_end_of_the_root_does_not_matter() -> None:
    assert tags(resized(PLAIN + b"no chunk")) == ["manifest", "a", "b"]


def test_a_document_that_just_ends_is_read_as_far_as_it_goes() -> None:
    data = resized(PLAIN[: chunk_at(PLAIN, 0x0103)])

    assert tags(data) == ["manifest", "a"]


def test_a_document_cut_inside_a_chunk_is_refused() -> None:
    with pytest.raises(BinaryXmlError):
        read_binary_xml(resized(PLAIN[: chunk_at(PLAIN, 0x0103) + 12]))


def test_many_elements_that_claim_many_attributes_cost_nothing() -> None:
    at = chunk_at(PLAIN, 0x0102)
    liar = struct.pack("<2HI2I", 0x0102, 16, 36, 0, 0xFFFFFFFF) + struct.pack("<2I6H", 0, 0, 20, 0, 0xFFFF, 0, 0, 0)
    data = resized(PLAIN[:at] + liar * 20_000)

    with pytest.raises(BinaryXmlError):
        read_binary_xml(data)


def test_more_end_tags_than_elements_end_the_document() -> None:
    end = PLAIN[chunk_at(PLAIN, 0x0103) :][:24]
    at = chunk_at(PLAIN, 0x0102)

    assert tags(resized(PLAIN[:at] + end + PLAIN[at:])) == ["manifest", "a", "b"]


@pytest.mark.parametrize("data", [b"", b"<?xml version='1.0'?><manifest/>", PLAIN[:40], bytes(200)])
def test_what_is_no_binary_xml_is_refused(data: bytes) -> None:
    with pytest.raises(BinaryXmlError):
        read_binary_xml(data)


def test_a_damaged_byte_gives_a_tree_or_a_refusal_and_nothing_else() -> None:
    for at in range(len(PLAIN)):
        for value in (0x00, 0x80, 0xFF):
            try:
                root = read_binary_xml(PLAIN[:at] + bytes([value]) + PLAIN[at + 1 :])
            except BinaryXmlError:
                continue

            assert all(isinstance(element.tag, str) for element in root.walk())
