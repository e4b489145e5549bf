"""Files inside an APK are read piece by piece, also in archives inside it; a lie about a size is seen."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from support.apkfile import build_apk

from permaudit.apk.archive import open_archive
from permaudit.apk.contents import UnreadableError
from permaudit.apk.named_files import find_named_files, named_files_in
from permaudit.apk.package import Part
from permaudit.apk.stretch import in_memory, whole_file


def part_with(files: Mapping[str, bytes], *stored: str) -> Part:
    return Part("base.apk", open_archive(in_memory(build_apk(files=files, stored=stored))))


def scripts(name: str) -> str | None:
    return "script" if name.endswith(".js") else None


def test_only_files_that_are_chosen_come_with_what_they_were_chosen_for() -> None:
    part = part_with({"assets/a.js": b"a", "assets/b.png": b"b", "assets/c.js": b"c"})

    found = [(each.part, each.file, each.size, each.choice) for each in find_named_files([part], scripts)]

    assert found == [("base.apk", "assets/a.js", 1, "script"), ("base.apk", "assets/c.js", 1, "script")]


@pytest.mark.parametrize("stored", [(), ("a.js",)])
@pytest.mark.parametrize("size", [0, 10, 3_000_000])
def test_pieces_are_the_file(stored: tuple[str, ...], size: int, tmp_path: Path) -> None:
    data = bytes(range(256)) * (size // 256) + bytes(size % 256)
    path = tmp_path / "app.apk"
    build_apk(path, files={"a.js": data}, stored=stored)

    for part in (part_with({"a.js": data}, *stored), Part("base.apk", open_archive(whole_file(path)))):
        (pieces,) = [list(each.pieces()) for each in find_named_files([part], scripts)]

        assert b"".join(pieces) == data
        assert max(map(len, pieces), default=0) <= 1 << 20 or stored


def test_files_of_an_archive_inside_are_named_with_it() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("inner.js", "hello")
    part = part_with({"outer.zip": out.getvalue()})

    for outer in find_named_files([part], lambda name: name if name.endswith(".zip") else None):
        with outer.opened(1000) as inside:
            found = [(each.file, each.read(10)) for each in named_files_in(inside, "base.apk", "outer.zip!/", scripts)]

    assert found == [("outer.zip!/inner.js", b"hello")]


@pytest.mark.parametrize(("data", "limit"), [(b"no archive", 100), (b"x" * 200, 100)])
def test_what_is_no_archive_or_too_large_is_said(data: bytes, limit: int) -> None:
    for each in find_named_files([part_with({"a.js": data})], scripts):
        with pytest.raises(UnreadableError), each.opened(limit):
            pass


def test_a_stated_size_that_is_not_the_real_one_is_seen() -> None:
    packed = bytearray(build_apk(files={"a.js": b"x" * 5000}))
    directory = packed.rindex(b"PK\1\2")
    packed[directory + 24 : directory + 28] = (100).to_bytes(4, "little")
    part = Part("base.apk", open_archive(in_memory(bytes(packed))))

    for each in find_named_files([part], scripts):
        with pytest.raises(UnreadableError):
            list(each.pieces())


@pytest.mark.parametrize(("count", "expected"), [(4, b"abcd"), (40, b"abcd" * 10), (400, b"abcd" * 50)])
def test_as_many_first_bytes_are_read_as_are_asked_for(count: int, expected: bytes) -> None:
    (head,) = [each.head(count) for each in find_named_files([part_with({"a.js": b"abcd" * 50})], scripts)]

    assert head == expected
