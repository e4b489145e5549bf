"""Archives are read as Android reads them, however they were made to fool a scanner."""

import io
import struct
import tracemalloc
import zipfile
import zlib
from pathlib import Path

import pytest
from apk.zips import DEFLATED, ENCRYPTED, RawEntry, build_zip, directory_record

from permaudit.apk.archive import ArchiveError, EntryError, open_archive
from permaudit.apk.stretch import in_memory, whole_file


def read(data: bytes, name: str, limit: int = 1 << 20) -> bytes:
    return open_archive(in_memory(data)).read(name, limit)


def problem_of(data: bytes, name: str, limit: int = 1 << 20) -> str:
    with pytest.raises(EntryError) as caught:
        read(data, name, limit)
    return caught.value.problem


def test_what_zipfile_writes_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("stored", b"one", zipfile.ZIP_STORED)
        archive.writestr("dir/deflated", b"two" * 1000, zipfile.ZIP_DEFLATED)

    opened = open_archive(whole_file(path))

    assert list(opened.entries) == ["stored", "dir/deflated"]
    assert opened.read("stored") == b"one"
    assert opened.read("dir/deflated") == b"two" * 1000


def test_a_name_matches_exactly_or_not_at_all() -> None:
    data = build_zip([RawEntry("AndroidManifest.xml/", b"no"), RawEntry("androidmanifest.xml", b"no")])

    assert problem_of(data, "AndroidManifest.xml") == "absent"


def test_the_directory_is_where_the_end_record_says_and_not_just_before_it() -> None:
    real, decoy = RawEntry("classes.dex", b"the code that runs"), RawEntry("classes.dex", b"harmless")
    hidden = build_zip([decoy])[: -22 - len(directory_record(decoy, 0))]
    # zipfile shifts offsets by the gap it takes for a prefix of the archive
    shifted = 30 + len(real.name) + len(real.data) - len(directory_record(decoy, 0))
    data = build_zip([real], before_directory=hidden, after_directory=directory_record(decoy, shifted))

    assert read(data, "classes.dex") == b"the code that runs"
    with zipfile.ZipFile(io.BytesIO(data)) as fooled:
        assert [entry.file_size for entry in fooled.infolist()] == [len(b"harmless")]


def test_the_encryption_flag_is_ignored_where_the_bytes_are_plain() -> None:
    data = build_zip([RawEntry("a", b"plain" * 50, DEFLATED, ENCRYPTED)])

    assert read(data, "a") == b"plain" * 50


def test_an_entry_that_is_really_encrypted_is_said_to_be() -> None:
    data = build_zip([RawEntry("a", b"x" * 50, DEFLATED, ENCRYPTED, packed=b"\xff\x13\x37 not a deflate stream")])

    assert problem_of(data, "a") == "encrypted"


def test_an_unknown_compression_method_means_stored() -> None:
    data = build_zip([RawEntry("a", b"plain bytes", method=0x1234)])

    assert read(data, "a") == b"plain bytes"


def test_a_wrong_checksum_does_not_matter() -> None:
    data = build_zip([RawEntry("a", b"the writer puts 0 as CRC")])

    assert read(data, "a") == b"the writer puts 0 as CRC"


def test_of_two_entries_with_one_name_the_first_is_read_and_the_name_is_noted() -> None:
    opened = open_archive(in_memory(build_zip([RawEntry("a", b"first"), RawEntry("a", b"second")])))

    assert opened.read("a") == b"first"
    assert opened.duplicates == ("a",)


@pytest.mark.parametrize("declared", [10, 999_999])
def test_a_lying_size_is_refused(declared: int) -> None:
    data = build_zip([RawEntry("a", b"x" * 5000, DEFLATED, declared_size=declared)])

    assert problem_of(data, "a") == "size"


def test_a_bomb_is_refused_by_its_declared_size() -> None:
    data = build_zip([RawEntry("a", bytes(4 << 20), DEFLATED)])

    assert problem_of(data, "a") == "too-large"


@pytest.mark.parametrize("declared", [10, 200 << 20])
def test_a_lying_size_costs_no_memory(declared: int) -> None:
    content = bytes(32 << 20) if declared == 10 else b"x"
    data = build_zip([RawEntry("a", content, DEFLATED, declared_size=declared)])
    del content

    tracemalloc.start()
    problem = problem_of(data, "a", limit=1 << 30)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert problem == "size"
    assert peak < 4 << 20


def test_a_stored_entry_longer_than_the_file_is_truncated() -> None:
    data = build_zip([RawEntry("a", b"short", declared_size=500_000)])

    assert problem_of(data, "a") == "truncated"


def test_broken_deflate_data_is_damaged() -> None:
    data = build_zip([RawEntry("a", b"x" * 50, DEFLATED, packed=b"\xff\xff\xff\xff")])

    assert problem_of(data, "a") == "damaged"


def test_an_entry_without_a_local_header_cannot_be_read() -> None:
    data = bytearray(build_zip([RawEntry("first", b"x"), RawEntry("a", b"y")]))
    at = data.index(b"PK\3\4", 4)
    data[at : at + 4] = b"none"

    assert problem_of(bytes(data), "a") == "header"


def test_a_comment_that_imitates_an_end_record_does_not_hide_the_directory() -> None:
    directory_offset = 30 + len("a") + len(b"x")
    data = build_zip(
        [RawEntry("a", b"x")], comment=b"PK\5\6" + struct.pack("<4H2IH", 0, 0, 9, 9, 0xFFFFFF, directory_offset, 0)
    )

    assert read(data, "a") == b"x"


def test_bytes_behind_the_end_record_are_tolerated() -> None:
    assert read(build_zip([RawEntry("a", b"x")], tail=b"appended"), "a") == b"x"


def test_sizes_and_offsets_of_zip64_are_understood() -> None:
    data = build_zip([RawEntry("pad", b"p"), RawEntry("a", b"wide" * 30, DEFLATED, wide=True)])

    assert read(data, "a") == b"wide" * 30


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "input-empty"),
        (b"hello, this is text", "input-not-a-zip"),
        (build_zip([RawEntry("a", b"x" * 99)])[:60], "input-truncated"),
    ],
)
def test_what_is_no_archive_is_named(data: bytes, problem: str) -> None:
    with pytest.raises(ArchiveError) as caught:
        open_archive(in_memory(data))

    assert caught.value.problem == problem


def test_a_directory_shorter_than_its_count_is_damaged() -> None:
    data = bytearray(build_zip([RawEntry("a", b"x")]))
    data[-12:-10] = struct.pack("<H", 2)

    with pytest.raises(ArchiveError) as caught:
        open_archive(in_memory(bytes(data)))

    assert caught.value.problem == "input-damaged-zip"


def test_a_stored_archive_inside_a_file_is_read_in_place(tmp_path: Path) -> None:
    inner = build_zip([RawEntry("deep", b"found", DEFLATED)])
    path = tmp_path / "outer.zip"
    path.write_bytes(build_zip([RawEntry("pad", b"p" * 100), RawEntry("inner.apk", inner)]))

    outer = open_archive(whole_file(path))
    with outer.stretch.opened() as reader:
        stretch = outer.locate_stored(reader, "inner.apk")

    assert stretch is not None
    assert (stretch.path, stretch.size, stretch.data) == (path, len(inner), b"")
    assert open_archive(stretch).read("deep") == b"found"


def test_a_peek_sees_the_first_bytes_of_stored_and_deflated_entries() -> None:
    data = build_zip([RawEntry("s", b"stored text"), RawEntry("d", b"deflated text", DEFLATED)])
    archive = open_archive(in_memory(data))

    with archive.stretch.opened() as reader:
        assert archive.peek(reader, "s", 4) == b"stor"
        assert archive.peek(reader, "d", 4) == b"defl"


def test_the_raw_writer_agrees_with_zipfile() -> None:
    entry = RawEntry("a", b"x" * 50, DEFLATED)
    data = bytearray(build_zip([entry]))
    crc = struct.pack("<I", zlib.crc32(entry.data))
    data[14:18] = crc
    at = data.index(b"PK\1\2") + 16
    data[at : at + 4] = crc

    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        assert archive.read("a") == entry.data
