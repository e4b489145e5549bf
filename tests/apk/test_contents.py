"""Files are read in bounded pieces, archives within are opened within bounds, and nothing that lies gets through."""

from pathlib import Path

import pytest
from apk.zips import DEFLATED, RawEntry, build_zip

from permaudit.apk.archive import open_archive
from permaudit.apk.contents import Contents, UnreadableError, read_heads
from permaudit.apk.stretch import CHUNK_BYTES, in_memory, whole_file

LONG = bytes(range(256)) * (CHUNK_BYTES // 100)
MEGABYTE = 1 << 20


def read(entry: RawEntry) -> list[bytes]:
    archive = open_archive(in_memory(build_zip([entry])))
    with archive.stretch.opened() as reader:
        return list(Contents(archive, reader).pieces(entry.name))


@pytest.mark.parametrize("method", [0, DEFLATED])
def test_a_long_file_comes_in_pieces_that_join_to_it(method: int) -> None:
    pieces = read(RawEntry("x", LONG, method))

    assert b"".join(pieces) == LONG
    assert max(map(len, pieces)) <= CHUNK_BYTES


@pytest.mark.parametrize(
    "entry",
    [
        RawEntry("x", LONG, DEFLATED, declared_size=10),
        RawEntry("x", LONG, DEFLATED, declared_size=len(LONG) + 1),
        RawEntry("x", LONG, DEFLATED, packed=b"\xff\xff"),
        RawEntry("x", b"short", 0, declared_size=10_000),
    ],
)
def test_a_file_that_lies_is_unreadable(entry: RawEntry) -> None:
    with pytest.raises(UnreadableError):
        read(entry)


def test_heads_are_those_of_every_file_also_of_damaged_ones() -> None:
    entries = [
        RawEntry("a", b"short"),
        RawEntry("b", LONG, DEFLATED),
        RawEntry("c", b"x", DEFLATED, packed=b"\xff\xff"),
    ]

    heads = read_heads(open_archive(in_memory(build_zip(entries))))

    assert heads == {"a": b"short", "b": LONG[:112], "c": b""}


@pytest.mark.parametrize("method", [0, DEFLATED])
def test_an_archive_within_is_opened_in_its_place_or_as_a_copy(tmp_path: Path, method: int) -> None:
    inner = build_zip([RawEntry("y", b"text")])
    (tmp_path / "a.zip").write_bytes(build_zip([RawEntry("x.zip", inner, method)]))
    archive = open_archive(whole_file(tmp_path / "a.zip"))

    with archive.stretch.opened() as reader, Contents(archive, reader).opened("x.zip", MEGABYTE, MEGABYTE) as contents:
        assert list(contents.pieces("y")) == [b"text"]
        assert contents.is_in_memory == (method == DEFLATED)


@pytest.mark.parametrize(("method", "in_place", "inflated"), [(0, 10, MEGABYTE), (DEFLATED, MEGABYTE, 10)])
def test_an_archive_above_its_bound_is_too_large(tmp_path: Path, method: int, in_place: int, inflated: int) -> None:
    (tmp_path / "a.zip").write_bytes(build_zip([RawEntry("x.zip", build_zip([]), method)]))
    archive = open_archive(whole_file(tmp_path / "a.zip"))

    with (
        archive.stretch.opened() as reader,
        pytest.raises(UnreadableError) as caught,
        Contents(archive, reader).opened("x.zip", in_place, inflated),
    ):
        pass

    assert caught.value.problem == "too-large"


def test_what_is_no_archive_is_unreadable() -> None:
    archive = open_archive(in_memory(build_zip([RawEntry("x.zip", b"PK\3\4" + bytes(100))])))

    with (
        archive.stretch.opened() as reader,
        pytest.raises(UnreadableError),
        Contents(archive, reader).opened("x.zip", MEGABYTE, MEGABYTE),
    ):
        pass


@pytest.mark.parametrize(
    ("entry", "share"),
    [
        (RawEntry("x", bytes(1000), DEFLATED, packed=bytes(250)), 0.25),
        (RawEntry("x", bytes(1000)), 1.0),
        (RawEntry("x", b"", declared_size=1000, packed=bytes(10)), 1.0),
        (RawEntry("x", b"", DEFLATED), 1.0),
    ],
    ids=["deflated", "stored", "stored, and the directory lies", "empty"],
)
def test_only_what_is_compressed_has_been_made_smaller(entry: RawEntry, share: float) -> None:
    archive = open_archive(in_memory(build_zip([entry])))

    with archive.stretch.opened() as reader:
        assert Contents(archive, reader).packed_share("x") == share
