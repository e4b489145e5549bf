"""Code among the other files of a package is named by where it lies; what was not looked into is named as well."""

import zipfile
from base64 import b64encode
from io import BytesIO
from pathlib import Path

import pytest
from apk.zips import DEFLATED, RawEntry, build_zip
from facts.defined import defining
from facts.opened import package_of, package_of_entries
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from permaudit.apk.package import Package
from permaudit.catalog.hidden_code import LibraryCode
from permaudit.facts import carried_code
from permaudit.facts.carried_code import carried_code_limitations
from permaudit.facts.mentions import Mentions
from permaudit.model.limitation import Limitation

URI = "content://com.android.contacts"
DEX = b"dex\n035\0" + bytes(200)
LIBRARY = LibraryCode("Ads", "assets/ads*.dex", "Lcom/ads/", "known", "test")
MEMBER = 0x5A


def zipped(*names: str, content: bytes = DEX) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, content)
    return out.getvalue()


def seen(package: Package, *classes: str, asks_for_people: bool = True) -> list[Limitation]:
    return carried_code_limitations(
        package, defining(*classes), [LIBRARY], Mentions([URI]), asks_for_people=asks_for_people
    )


def told(limitations: list[Limitation]) -> list[tuple[str, str, bool]]:
    return [
        (each.detail.id.removeprefix("limitation-"), str(dict(each.detail.arguments).get("file")), each.material)
        for each in limitations
    ]


@pytest.mark.parametrize("name", ["assets/plugin.dex", "assets/a/logo.png", "res/raw/x", "lib/x86/libx.so", "x"])
def test_a_dex_file_among_other_files_hides_code_whatever_its_name(tmp_path: Path, name: str) -> None:
    assert told(seen(package_of(tmp_path, {name: DEX}))) == [("carried-code", name, True)]


def test_the_code_files_of_the_package_are_not_among_them(tmp_path: Path) -> None:
    assert seen(package_of(tmp_path, {}, dex=[DEX, DEX])) == []


@given(key=st.integers(1, 255))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
def test_a_dex_file_is_known_under_any_one_byte_key(tmp_path: Path, key: int) -> None:
    hidden = bytes(byte ^ key for byte in DEX)

    assert told(seen(package_of(tmp_path, {"assets/t": hidden}))) == [("carried-code-keyed", "assets/t", True)]


@given(key=st.integers(1, 255))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
def test_an_archive_with_code_is_known_under_any_one_byte_key(tmp_path: Path, key: int) -> None:
    hidden = bytes(byte ^ key for byte in zipped("a.txt", "classes.dex"))

    assert told(seen(package_of(tmp_path, {"assets/t": hidden}))) == [
        ("carried-code-keyed", "assets/t!classes.dex", True)
    ]


def test_an_archive_of_data_under_a_key_is_not_spoken_of(tmp_path: Path) -> None:
    hidden = bytes(byte ^ MEMBER for byte in zipped("a.txt", content=b"text" * 99))

    assert seen(package_of(tmp_path, {"assets/t": hidden})) == []


def test_code_as_base64_is_code(tmp_path: Path) -> None:
    assert told(seen(package_of(tmp_path, {"assets/t": b64encode(DEX)}))) == [("carried-code-keyed", "assets/t", True)]


@given(data=st.binary(min_size=200, max_size=300))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_random_bytes_are_no_code(tmp_path: Path, data: bytes) -> None:
    assert not any(each.material for each in seen(package_of(tmp_path, {"assets/x": data})))


def test_what_carried_code_mentions_is_told_also_under_a_key(tmp_path: Path) -> None:
    hidden = bytes(byte ^ MEMBER for byte in DEX + URI.encode())

    (limitation,) = seen(package_of(tmp_path, {"assets/t": hidden}))

    assert limitation.detail.id == "limitation-carried-code-mentions"
    assert dict(limitation.detail.arguments)["text"] == URI


@pytest.mark.parametrize(
    "content",
    [b"", b"dex", b"dex\n", b"dex\n035\0", b"dexter\n\0" + bytes(200), b"PK\3\4", b"PK\3\4" + bytes(300), bytes(300)],
)
def test_what_only_begins_alike_is_no_code(tmp_path: Path, content: bytes) -> None:
    assert not any(each.material for each in seen(package_of(tmp_path, {"assets/x": content})))


@pytest.mark.parametrize(
    ("content", "inner"),
    [
        (zipped("classes.dex"), "classes.dex"),
        (zipped("readme.txt", "classes2.dex"), "classes2.dex"),
        (zipped("x.bin"), "x.bin"),
        (zipped("classes.dex", content=b"encrypted"), "classes.dex"),
        (zipped("in.jar", content=zipped("classes.dex")), "in.jar!classes.dex"),
    ],
)
@pytest.mark.parametrize("stored", [True, False])
def test_code_in_an_archive_is_named_with_the_archives_around_it(
    tmp_path: Path, content: bytes, inner: str, *, stored: bool
) -> None:
    package = package_of(tmp_path, {"assets/a.zip": content}, stored=["assets/a.zip"] if stored else [])

    assert told(seen(package)) == [("carried-code", f"assets/a.zip!{inner}", True)]


def test_archives_of_data_are_not_spoken_of(tmp_path: Path) -> None:
    files = {"assets/a.jar": zipped("cities.txt", "b.class", content=b"\xca\xfe\xba\xbe" * 99)}
    files["assets/b.zip"] = zipped("c.zip", content=zipped("d.txt", content=b"text" * 99))

    assert seen(package_of(tmp_path, files)) == []


def test_archives_are_opened_to_a_depth_and_what_lies_deeper_is_named(tmp_path: Path) -> None:
    content = zipped("c.zip", content=zipped("d.zip", content=zipped("classes.dex")))
    package = package_of(tmp_path, {"assets/b.zip": content})

    assert told(seen(package)) == [("archive-unsearched", "assets/b.zip!c.zip!d.zip", True)]
    assert told(seen(package, asks_for_people=False)) == [("archive-unsearched", "assets/b.zip!c.zip!d.zip", False)]


def test_a_file_of_a_library_is_said_where_the_library_is_there(tmp_path: Path) -> None:
    package = package_of(tmp_path, {"assets/ads1.dex": DEX})

    assert told(seen(package, "com.ads.Banner")) == [("carried-library", "assets/ads1.dex", False)]
    assert told(seen(package, "com.loan.Main")) == [("carried-code", "assets/ads1.dex", True)]


def test_a_file_under_the_name_of_a_library_that_mentions_contacts_is_held_against_the_app(tmp_path: Path) -> None:
    package = package_of(tmp_path, {"assets/ads1.dex": DEX + URI.encode()})

    assert told(seen(package, "com.ads.Banner")) == [("carried-code-mentions", "assets/ads1.dex", True)]


def test_a_compressed_archive_beyond_the_allowance_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(carried_code, "MOST_INFLATED_BYTES", 300)
    package = package_of(tmp_path, {"assets/a.zip": zipped(*(f"{n}.txt" for n in range(9)), content=b"x" * 200)})

    assert told(seen(package)) == [("archive-unsearched", "assets/a.zip", True)]


def test_a_bomb_is_not_inflated_beyond_what_it_declares(tmp_path: Path) -> None:
    bomb = RawEntry("assets/a.zip", b"PK\3\4" + bytes(50_000_000), DEFLATED, declared_size=1000)

    assert told(seen(package_of_entries(tmp_path, bomb))) == [("archives-unopened", "None", False)]


@pytest.mark.parametrize("blocks", [1, 200, 800])
def test_code_is_seen_behind_compressed_blocks_that_hold_nothing(tmp_path: Path, blocks: int) -> None:
    packed = b"\0\0\0\xff\xff" * blocks + RawEntry("x", DEX, DEFLATED).pack()
    package = package_of_entries(tmp_path, RawEntry("assets/x", DEX, DEFLATED, packed=packed))

    assert told(seen(package)) == [("carried-code", "assets/x", True)]


def test_a_file_whose_beginning_cannot_be_had_is_counted(tmp_path: Path) -> None:
    packed = b"\0\0\0\xff\xff" * 100_000 + RawEntry("x", DEX, DEFLATED).pack()
    package = package_of_entries(tmp_path, RawEntry("assets/x", DEX, DEFLATED, packed=packed))

    assert told(seen(package)) == [("files-unread", "None", True)]
    assert told(seen(package, asks_for_people=False)) == [("files-unread", "None", False)]


def test_an_archive_that_holds_itself_again_and_again_ends(tmp_path: Path) -> None:
    inner = RawEntry("a.zip", zipped("x.txt", content=b"x" * 300))
    outer = RawEntry("assets/a.zip", build_zip([inner]))
    package = package_of_entries(tmp_path, outer)
    (part,) = package.parts
    same = part.archive.entries["assets/a.zip"]
    part.archive.entries.update({f"assets/{number}.zip": same for number in range(500)})

    names = {each.detail.id for each in seen(package)}

    assert names == {"limitation-archive-unsearched"}


def test_files_within_archives_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(carried_code, "MOST_INNER_FILES", 10)
    package = package_of(tmp_path, {"assets/a.zip": zipped(*(f"{n}.txt" for n in range(20)), content=b"x" * 200)})

    assert told(seen(package)) == [("archive-unsearched", "assets/a.zip", True)]


@given(data=st.binary(max_size=400))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_whatever_stands_in_an_archive_it_is_read_or_named(tmp_path: Path, data: bytes) -> None:
    content = zipped("classes.dex")
    cut = content[: len(content) - len(data) % len(content)] + data

    limitations = seen(package_of(tmp_path, {"assets/a.zip": cut}))

    assert {each.kind for each in limitations} <= {"dynamic-code", "budget", "damaged"}
