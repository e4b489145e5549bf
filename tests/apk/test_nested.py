"""Large compressed APKs of a bundle are read from a copy that goes away with the package."""

import gc
import tempfile
from pathlib import Path

import pytest
from apk.zips import DEFLATED, RawEntry, build_zip

from permaudit.apk import nested
from permaudit.apk.archive import EntryError, open_archive
from permaudit.apk.nested import find_nested
from permaudit.apk.stretch import Stretch, whole_file

INNER = build_zip([RawEntry("deep", b"found" * 500)])


@pytest.fixture(autouse=True)
def _keep_little_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nested, "LARGEST_IN_MEMORY_BYTES", 1000)


def find(path: Path, entry: RawEntry, limit: int = 1 << 20) -> Stretch:
    path.write_bytes(build_zip([entry]))
    bundle = open_archive(whole_file(path))
    with bundle.stretch.opened() as reader:
        return find_nested(bundle, reader, entry.name, path.stat().st_size, limit)


def test_a_large_compressed_apk_is_copied_to_disk_and_the_copy_deleted(tmp_path: Path) -> None:
    stretch = find(tmp_path / "a.xapk", RawEntry("base.apk", INNER, DEFLATED))

    copy = stretch.path
    assert copy is not None
    assert copy.read_bytes() == INNER
    assert open_archive(stretch).read("deep") == b"found" * 500
    del stretch
    gc.collect()
    assert not copy.exists()


def test_a_small_compressed_apk_stays_in_memory(tmp_path: Path) -> None:
    stretch = find(tmp_path / "a.xapk", RawEntry("base.apk", b"small", DEFLATED))

    assert (stretch.path, stretch.data) == (None, b"small")


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        (RawEntry("b.apk", INNER, DEFLATED, declared_size=2000), "size"),
        (RawEntry("b.apk", INNER, DEFLATED, declared_size=9000), "size"),
        (RawEntry("b.apk", INNER, DEFLATED, packed=b"\xff" * 50), "damaged"),
        (RawEntry("b.apk", INNER, DEFLATED, declared_size=2 << 20), "too-large"),
        (RawEntry("b.apk", b"short", declared_size=9000), "truncated"),
    ],
)
def test_a_part_that_lies_is_refused_and_leaves_no_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, entry: RawEntry, problem: str
) -> None:
    copies = tmp_path / "copies"
    copies.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(copies))

    with pytest.raises(EntryError) as caught:
        find(tmp_path / "a.xapk", entry)

    assert caught.value.problem == problem
    del caught
    gc.collect()
    assert list(copies.iterdir()) == []
