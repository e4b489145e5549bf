"""Files made to cost much: whatever lies among the files of an app, it is read within bounds, and the rest is named."""

import tracemalloc
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from apk.zips import DEFLATED, RawEntry, build_zip, directory_record, end_record
from facts.defined import defining
from facts.opened import MANIFEST, package_of, package_of_entries
from support.dexfile import Class, assemble

from permaudit.apk.opening import open_packages
from permaudit.apk.package import Package
from permaudit.dex.program import load_program
from permaudit.facts import carried_code
from permaudit.facts.buried_code import buried_code_limitations
from permaudit.facts.carried_code import Sought, carried_code_limitations
from permaudit.facts.mentions import Mentions
from permaudit.facts.native_code import native_code_limitations
from permaudit.facts.quiet_code import Harmless

DEX = assemble([Class("Lcom/x/A;")])
MEGABYTE = 1 << 20
MOST_MEMORY_BYTES = 64 * MEGABYTE
TEXTS = Mentions(["content://com.android.contacts"], wide=True)
SOUGHT = Sought(TEXTS, Harmless(["Ljava/lang/Object;"], []), Mentions(["android.permission.READ_CONTACTS"]))


def inflating_to(megabytes: int, start: bytes = b"") -> RawEntry:
    """An entry of so many megabytes, zeros but for its start, whose packed form is small and soon made."""
    stream = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    first = stream.compress(start + bytes(MEGABYTE - len(start))) + stream.flush(zlib.Z_FULL_FLUSH)
    other = stream.compress(bytes(MEGABYTE)) + stream.flush(zlib.Z_FULL_FLUSH)
    packed = first + other * (megabytes - 1) + stream.flush()
    return RawEntry("assets/x", b"", DEFLATED, declared_size=megabytes * MEGABYTE, packed=packed)


def named(name: str, entry: RawEntry) -> RawEntry:
    return RawEntry(name, entry.data, entry.method, declared_size=entry.declared_size, packed=entry.packed)


def zipped(files: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def told(package: Package) -> list[tuple[str, object]]:
    """The sentences and the files that they name, found with little memory."""
    tracemalloc.start()
    found = native_code_limitations(package, TEXTS, asks_for_people=True)
    found += carried_code_limitations(package, defining(), [], SOUGHT, asks_for_people=True)
    found += buried_code_limitations(package, load_program([]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < MOST_MEMORY_BYTES
    return [
        (each.detail.id.removeprefix("limitation-"), dict(each.detail.arguments).get("file"))
        for each in found
        if each.material
    ]


@pytest.mark.parametrize(
    ("start", "sentence", "file"),
    [
        (b"", "files-unsearched", None),
        (b"\x7fELF", "native-unsearched", "assets/x"),
        (b"PK\3\4", "archive-unsearched", "assets/x"),
        (b"dex\n035\0", "carried-code", "assets/x"),
    ],
)
def test_half_a_gigabyte_that_was_packed_into_little_is_not_inflated(
    tmp_path: Path, start: bytes, sentence: str, file: str | None
) -> None:
    package = package_of_entries(tmp_path, inflating_to(500, start))

    assert (sentence, file) in told(package)


@pytest.mark.parametrize("start", [b"\x7fELF", b"PK\3\4", b"dex\n035\0"])
def test_half_a_gigabyte_that_says_it_is_small_is_not_inflated(tmp_path: Path, start: bytes) -> None:
    entry = inflating_to(500, start)
    lying = RawEntry(entry.name, b"", DEFLATED, declared_size=5000, packed=entry.packed)

    told(package_of_entries(tmp_path, lying))


def test_a_stored_file_that_is_larger_than_the_app_is_not_read(tmp_path: Path) -> None:
    entry = RawEntry("assets/x", b"\x7fELF" + bytes(300), declared_size=500 * MEGABYTE)

    assert told(package_of_entries(tmp_path, entry)) == [
        ("native-unsearched", "assets/x"),
        ("files-unsearched", None),
    ]


def test_a_long_stored_file_is_read_piece_by_piece(tmp_path: Path) -> None:
    """It is sparse on disk, with code at its end."""
    size = 500 * MEGABYTE
    entry = RawEntry("assets/x", declared_size=size, packed=b"")
    start = build_zip([MANIFEST, entry], before_directory=b"")[:-22]
    directory = b"".join(directory_record(each, at) for each, at in ((MANIFEST, 0), (entry, 30 + 19 + MANIFEST.size)))
    start = start[: len(start) - len(directory)]
    with (tmp_path / "a.apk").open("wb") as file:
        file.write(start)
        file.seek(len(start) + size - len(DEX))
        file.write(DEX + directory + end_record(2, len(directory), len(start) + size))
    (package,) = open_packages([tmp_path / "a.apk"])
    assert isinstance(package, Package)

    assert told(package) == [("carried-code-buried", "assets/x")]


def test_archives_within_archives_end_at_a_depth(tmp_path: Path) -> None:
    content = zipped({"classes.dex": b"dex\n035\0" + bytes(300)})
    for _ in range(50):
        content = zipped({"a.zip": content + bytes(100)})

    assert told(package_of(tmp_path, {"assets/a.zip": content})) == [("archive-unsearched", "assets/a.zip!a.zip!a.zip")]


def test_archives_that_each_hold_the_same_many_archives_end(tmp_path: Path) -> None:
    """Two hundred in two hundred in two hundred: eight million, if all were opened."""
    content = zipped({"x": bytes(300)})
    for _ in range(3):
        content = build_zip([RawEntry(f"{number}.zip", content, DEFLATED) for number in range(200)])

    sentences = {sentence for sentence, _ in told(package_of(tmp_path, {"assets/a.zip": content}))}

    assert sentences == {"archive-unsearched", "more-archives-unsearched"}


@pytest.mark.parametrize("name", ["classes.dex", "x.bin"])
def test_a_bomb_within_an_archive_is_not_inflated(tmp_path: Path, name: str) -> None:
    bomb = build_zip([named(name, inflating_to(1000, b"dex\n035\0"))])

    assert told(package_of_entries(tmp_path, RawEntry("assets/a.zip", bomb, DEFLATED))) == [
        ("carried-code", f"assets/a.zip!{name}")
    ]


def test_a_bomb_within_archives_is_named(tmp_path: Path) -> None:
    bomb = build_zip([named("b.zip", inflating_to(1000, b"PK\3\4"))])

    assert told(package_of_entries(tmp_path, RawEntry("assets/a.zip", bomb, DEFLATED))) == [
        ("archive-unsearched", "assets/a.zip!b.zip")
    ]


def test_a_thousand_archives_are_looked_into_and_the_rest_of_their_files_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archives = {f"assets/{number:04}.zip": zipped({"a.txt": bytes(200)}) for number in range(1000)}
    package = package_of(tmp_path, archives)

    assert told(package) == []
    monkeypatch.setattr(carried_code, "MOST_INNER_FILES", 900)
    sentences = [sentence for sentence, _ in told(package)]
    assert sentences == ["archive-unsearched"] * carried_code.MOST_NAMED + ["more-archives-unsearched"]


def test_an_archive_of_very_many_files_is_left_at_a_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(carried_code, "MOST_INNER_FILES", 500)
    content = zipped({str(number): bytes(200) for number in range(600)})

    assert told(package_of(tmp_path, {"assets/a.zip": content})) == [("archive-unsearched", "assets/a.zip")]
