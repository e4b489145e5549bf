"""Code inside another file is found wherever it stands, and nothing else is taken for it."""

import hashlib
import lzma
import zipfile
from base64 import b64encode, encodebytes, urlsafe_b64encode
from io import BytesIO
from pathlib import Path

import pytest
from apk.zips import DEFLATED, RawEntry, build_zip
from facts.opened import MANIFEST, package_of, package_of_archive, package_of_entries
from hypothesis import given
from hypothesis import strategies as st
from support.dexfile import Class, assemble
from support.gzipped import gzipped

from permaudit.apk.package import Package
from permaudit.dex.program import load_program
from permaudit.facts import buried_code
from permaudit.facts.buried_code import buried_code_limitations
from permaudit.facts.buried_forms import hold_code

DEX = assemble([Class("Lcom/x/A;")])
OWN_FILES = [MANIFEST, RawEntry("classes.dex", DEX)]
ZIPPED = gzipped(DEX)
PICTURE = b"\x89PNG\r\n\x1a\n" + hashlib.shake_128(b"pixels").digest(3000)


def archived(name: str) -> bytes:
    """An archive in which the bytes of code do not stand in the clear."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, DEX)
    return out.getvalue()


def found(package: Package) -> list[tuple[str, object, bool]]:
    program = load_program((each.part, each.name, each.data) for each in package.dex_files())
    return [
        (
            each.detail.id.removeprefix("limitation-"),
            dict(each.detail.arguments).get("file") or dict(each.detail.arguments)["count"],
            each.material,
        )
        for each in buried_code_limitations(package, program)
    ]


@pytest.mark.parametrize("stored", [True, False])
@pytest.mark.parametrize(
    "content",
    [
        PICTURE + DEX,
        PICTURE + DEX + PICTURE,
        b"\x7fELF" + PICTURE + DEX,
        DEX[::-1],
        PICTURE + DEX[::-1] + PICTURE,
        b'{"x": "' + b64encode(DEX) + b'"}',
        b"<x>\n" + encodebytes(DEX) + b"</x>",
        b"x = " + urlsafe_b64encode(DEX),
        b"x = " + DEX.hex().encode(),
        PICTURE + bytes(8) + DEX[8:],
        PICTURE + bytes(8) + DEX[8:] + PICTURE,
        PICTURE + archived("classes.dex"),
        PICTURE + archived("a/classes2.dex"),
    ],
    ids=[
        "behind",
        "between",
        "in-elf",
        "reversed",
        "reversed-between",
        "base64",
        "base64-lines",
        "base64-addresses",
        "hex",
        "no-magic",
        "no-magic-between",
        "zip",
        "zip-deeper",
    ],
)
def test_code_among_other_data_hides_code(tmp_path: Path, content: bytes, *, stored: bool) -> None:
    package = package_of(tmp_path, {"assets/splash.png": content}, stored=["assets/splash.png"] if stored else [])

    assert found(package) == [("carried-code-buried", "assets/splash.png", True)]


@pytest.mark.parametrize(
    "content",
    [
        PICTURE,
        PICTURE + DEX[:111],
        PICTURE + b"dex\n035\0" + PICTURE,
        PICTURE + DEX[:36] + bytes(4) + DEX[40:],
        PICTURE + DEX[:100],
        PICTURE + b"classes.dex",
        PICTURE + archived("readme.txt"),
        b'"ZGV4CjAz" is how it begins ' * 50,
        b"dex\n0" * 1000,
        b"0\nxed" * 1000,
    ],
)
def test_what_only_names_code_or_begins_alike_is_not_spoken_of(tmp_path: Path, content: bytes) -> None:
    assert found(package_of(tmp_path, {"assets/x": content})) == []


@pytest.mark.parametrize("content", [ZIPPED, lzma.compress(DEX), b64encode(ZIPPED)])
def test_a_file_of_compressed_code_is_disguised_code(tmp_path: Path, content: bytes) -> None:
    assert found(package_of(tmp_path, {"assets/x": content})) == [("carried-code-keyed", "assets/x", True)]


def test_compressed_data_is_not_spoken_of(tmp_path: Path) -> None:
    assert found(package_of(tmp_path, {"assets/x.json.gz": gzipped(b'{"rate": 12}' * 900)})) == []


def test_compressed_data_that_there_is_no_room_to_undo_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(buried_code, "MOST_UNDONE_BYTES", 100_000)
    package = package_of(tmp_path, {"assets/x": gzipped(bytes(5_000_000))})

    assert found(package) == [("files-unsearched", 1, True)]


@pytest.mark.parametrize(
    "archive",
    [
        build_zip(OWN_FILES, before_directory=PICTURE + DEX),
        build_zip(OWN_FILES, after_directory=PICTURE + DEX),
        build_zip(OWN_FILES, comment=PICTURE + DEX),
        build_zip([*OWN_FILES, RawEntry("x", extra=b"\xfe\xca" + len(DEX).to_bytes(2, "little") + DEX)]),
    ],
    ids=["before-directory", "after-directory", "comment", "extra-field"],
)
def test_code_between_the_files_hides_code(tmp_path: Path, archive: bytes) -> None:
    (limitation,) = buried_code_limitations(package_of_archive(tmp_path, archive), load_program([]))

    assert limitation.detail.id == "limitation-code-between-files"
    assert limitation.material


def test_a_signature_between_the_files_is_not_spoken_of(tmp_path: Path) -> None:
    archive = build_zip(OWN_FILES, before_directory=PICTURE, comment=b"made by us" * 20)

    assert found(package_of_archive(tmp_path, archive)) == []


def test_the_names_of_the_app_s_own_code_files_are_no_code_between_the_files(tmp_path: Path) -> None:
    archive = BytesIO(build_zip(OWN_FILES, before_directory=PICTURE))
    with zipfile.ZipFile(archive, "a") as package:
        for name in ("classes2.dex", "classes3.dex"):
            entry = zipfile.ZipInfo(name)
            entry.extra = b"\x35\xd9" + (120).to_bytes(2, "little") + bytes(120)
            package.writestr(entry, DEX)

    assert found(package_of_archive(tmp_path, archive.getvalue())) == []


def test_the_header_of_the_app_s_own_code_is_not_spoken_of_wherever_it_stands(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.apk", "w") as archive:
        for entry in OWN_FILES:
            archive.writestr(entry.name, entry.data)
            archive.fp.write(bytes(300))  # type: ignore[union-attr]  # padding, as a signer may leave it
            archive.start_dir = archive.fp.tell()  # type: ignore[union-attr]
        archive.writestr("classes2.dex", DEX)

    assert found(package_of_archive(tmp_path, (tmp_path / "x.apk").read_bytes())) == []


def test_a_file_that_holds_more_than_it_declares_is_counted(tmp_path: Path) -> None:
    entry = RawEntry("assets/x", PICTURE + bytes(90_000), DEFLATED, declared_size=4000)

    assert found(package_of_entries(tmp_path, entry)) == [("files-damaged", 1, True)]


def test_code_in_an_array_of_the_app_s_own_code_hides_code(tmp_path: Path) -> None:
    holder = DEX + bytes(20) + b64encode(DEX)
    sized = holder[:32] + len(holder).to_bytes(4, "little") + holder[36:]

    assert found(package_of(tmp_path, {}, dex=[sized])) == [("carried-code-buried", "classes.dex", True)]


def test_code_behind_the_end_of_the_app_s_own_code_hides_code(tmp_path: Path) -> None:
    assert found(package_of(tmp_path, {}, dex=[DEX, DEX + bytes(20) + DEX])) == [
        ("carried-code-buried", "classes2.dex", True)
    ]


@given(st.integers(0, 700), st.integers(20, 300))
def test_code_is_found_wherever_the_pieces_are_cut(before: int, size: int) -> None:
    for content in (DEX, DEX[::-1], b64encode(DEX), encodebytes(DEX), DEX.hex().encode(), archived("classes.dex")):
        data = b"x" * before + content
        pieces = [data[at : at + size] for at in range(0, len(data), size)]

        assert hold_code(pieces, len(data))


@given(st.binary(max_size=2000))
def test_random_bytes_hold_no_code(data: bytes) -> None:
    assert not hold_code([data], len(data))


def test_a_file_full_of_what_could_be_headers_ends_early() -> None:
    doubt = b"dex\n035\0" + b"\xff" * 28 + b"\x70\0\0\0\x78\x56\x34\x12"

    assert hold_code([doubt * 5000], len(doubt) * 5000)


def test_files_that_there_is_no_room_for_are_counted_after_the_small_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(buried_code, "MOST_INFLATED_BYTES", 5000)
    files = {"assets/a": PICTURE * 9 + DEX, "assets/b": PICTURE + DEX, "assets/c": PICTURE * 9}

    assert found(package_of(tmp_path, files)) == [
        ("carried-code-buried", "assets/b", True),
        ("files-unsearched", 2, True),
    ]


def test_a_damaged_file_hides_code_since_what_unpacks_its_own_package_may_read_on(tmp_path: Path) -> None:
    """Its stated size is wrong: Android refuses such a file, and a reader of archives need not look at the size."""
    whole = RawEntry("assets/x", PICTURE + DEX, DEFLATED)
    lying = RawEntry("assets/x", b"", DEFLATED, declared_size=len(PICTURE), packed=whole.pack())

    assert found(package_of_entries(tmp_path, lying)) == [("files-damaged", 1, True)]
