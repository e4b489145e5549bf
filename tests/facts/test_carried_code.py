"""Code among the other files of a package is named by where it lies; what was not looked into is named as well."""

import hashlib
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
from support.dexfile import Class, Method, assemble
from support.instructions import Code

from permaudit.apk.package import Package
from permaudit.catalog.hidden_code import LibraryCode
from permaudit.facts import carried_code
from permaudit.facts.carried_code import Sought, carried_code_limitations
from permaudit.facts.mentions import Mentions
from permaudit.facts.quiet_code import Harmless
from permaudit.model.limitation import Limitation

URI = "content://com.android.contacts"
DEX = b"dex\n035\0" + bytes(200)
LIBRARY = LibraryCode("Ads", "assets/ads*.dex", "Lcom/ads/", "known", "test")
MEMBER = 0x5A
PERMISSION = "android.permission.READ_CONTACTS"
HARMLESS = Harmless(["Landroid/app/Activity;"], ["forName"])
SOUGHT = Sought(Mentions([URI]), HARMLESS, Mentions([PERMISSION], wide=True))
SHOW = Code(2, "invoke-virtual {v1}, Landroid/app/Activity;->finish()V\nreturn-void")
QUIET = assemble([Class("Lcom/y/Hello;", [Method("onCreate", "()V", 0x1, SHOW)], superclass="Landroid/app/Activity;")])
READER = assemble([Class("Lcom/y/Reader;", [Method("take", "(Landroid/database/Cursor;)V", 0x401)])])


def zipped(*names: str, content: bytes = DEX) -> bytes:
    return zip_of(dict.fromkeys(names, content))


def zip_of(files: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def seen(package: Package, *classes: str, asks_for_people: bool = True) -> list[Limitation]:
    return carried_code_limitations(package, defining(*classes), [LIBRARY], SOUGHT, asks_for_people=asks_for_people)


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
        (zipped("classes.dex", content=b"encrypted" * 20), "classes.dex"),
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


def test_a_file_that_holds_more_than_it_declares_is_read_or_counted(tmp_path: Path) -> None:
    noise = hashlib.shake_128(b"noise").digest(5000)
    code = RawEntry("assets/code", DEX + noise, DEFLATED, declared_size=10)
    other = RawEntry("assets/other", noise, DEFLATED, declared_size=10)

    assert told(seen(package_of_entries(tmp_path, code, other))) == [
        ("carried-code", "assets/code", True),
        ("files-unread", "None", True),
    ]


@pytest.mark.parametrize("content", [b"", b"x", b"x" * 200, hashlib.shake_128(b"x").digest(300)])
def test_a_small_file_holds_what_it_declares(tmp_path: Path, content: bytes) -> None:
    assert seen(package_of_entries(tmp_path, RawEntry("assets/x", content, DEFLATED))) == []


def test_code_whose_first_bytes_are_wiped_out_is_known(tmp_path: Path) -> None:
    assert told(seen(package_of(tmp_path, {"assets/x": bytes(8) + QUIET[8:]}))) == [
        ("carried-code-keyed", "assets/x", True)
    ]


def test_an_archive_that_holds_itself_again_and_again_ends(tmp_path: Path) -> None:
    inner = RawEntry("a.zip", zipped("x.txt", content=b"x" * 300))
    outer = RawEntry("assets/a.zip", build_zip([inner]))
    package = package_of_entries(tmp_path, outer)
    (part,) = package.parts
    same = part.archive.entries["assets/a.zip"]
    part.archive.entries.update({f"assets/{number}.zip": same for number in range(500)})

    names = {each.detail.id for each in seen(package)}

    assert names == {"limitation-archive-unsearched", "limitation-more-archives-unsearched"}


def test_archives_that_cannot_be_opened_use_up_the_allowance_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carried_code, "MOST_INFLATED_BYTES", 1000)
    package = package_of(tmp_path, {f"assets/{number}.zip": b"PK\3\4" + bytes(396) for number in range(5)})

    assert [name for name, _, _ in told(seen(package))] == ["archive-unsearched"] * 3 + ["archives-unopened"]


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


@pytest.mark.parametrize("content", [QUIET, zip_of({"classes.dex": QUIET}), zip_of({"a": zip_of({"x.bin": QUIET})})])
def test_code_without_means_to_come_by_people_is_said_and_hides_nothing(tmp_path: Path, content: bytes) -> None:
    ((sentence, _, material),) = told(seen(package_of(tmp_path, {"assets/plugin": content})))

    assert (sentence, material) == ("carried-code-quiet", False)


@pytest.mark.parametrize(
    "files",
    [
        {"classes.dex": QUIET, "classes2.dex": READER},
        {"classes.dex": READER, "classes2.dex": QUIET},
        {"classes.dex": QUIET, "assets/more": READER},
        {"classes.dex": QUIET, "assets/more.zip": zip_of({"classes.dex": READER})},
        {"classes.dex": QUIET, "lib/x86/libx.so": b"\x7fELF" + bytes(200)},
        {"classes.dex": QUIET, "assets/broken.zip": b"PK\3\4" + bytes(300)},
        {"classes.dex": QUIET, "a.zip": zip_of({"b.zip": zip_of({"c.zip": zip_of({"classes.dex": READER})})})},
        {"classes.dex": QUIET + bytes(8)},
        {"classes.dex": bytes(byte ^ MEMBER for byte in QUIET)},
    ],
    ids=",".join,
)
def test_one_thing_in_an_archive_that_is_not_quiet_is_enough(tmp_path: Path, files: dict[str, bytes]) -> None:
    limitations = seen(package_of(tmp_path, {"assets/plugin.apk": zip_of(files)}))

    assert [each.kind for each in limitations if each.material][:1] == ["dynamic-code"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_an_app_among_the_files_that_asks_for_people_hides_code(tmp_path: Path, encoding: str) -> None:
    files = {"classes.dex": QUIET, "AndroidManifest.xml": b"\3\0\x08\0" + PERMISSION.encode(encoding) + b"\0\0"}

    (limitation,) = seen(package_of(tmp_path, {"assets/update.apk": zip_of(files)}))

    assert told([limitation]) == [("carried-app-asks", "assets/update.apk", True)]
    assert dict(limitation.detail.arguments)["permission"] == PERMISSION


def test_an_app_among_the_files_whose_manifest_cannot_be_read_is_not_quiet(tmp_path: Path) -> None:
    lying = RawEntry("AndroidManifest.xml", bytes(900), DEFLATED, declared_size=10)
    app = build_zip([RawEntry("classes.dex", QUIET), lying])

    assert told(seen(package_of(tmp_path, {"assets/a.apk": app}))) == [
        ("carried-code", "assets/a.apk!classes.dex", True)
    ]


def test_two_files_of_one_name_in_an_archive_are_not_quiet(tmp_path: Path) -> None:
    app = build_zip([RawEntry("classes.dex", QUIET), RawEntry("classes.dex", READER)])

    assert told(seen(package_of(tmp_path, {"assets/a.apk": app}))) == [
        ("carried-code", "assets/a.apk!classes.dex", True)
    ]


def test_code_that_names_a_class_of_the_app_is_not_quiet(tmp_path: Path) -> None:
    package = package_of(tmp_path, {"assets/a.dex": QUIET})

    assert told(seen(package, "com.y.Hello")) == [("carried-code", "assets/a.dex", True)]
    assert told(seen(package, "com.y.HelloToo")) == [("carried-code-quiet", "assets/a.dex", False)]


def test_a_mention_in_any_code_of_an_archive_is_told(tmp_path: Path) -> None:
    app = zip_of({"classes.dex": QUIET, "classes2.dex": DEX + URI.encode()})

    assert told(seen(package_of(tmp_path, {"assets/a.apk": app}))) == [
        ("carried-code-mentions", "assets/a.apk!classes2.dex", True)
    ]


def test_code_beyond_the_allowance_is_not_quiet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(carried_code, "MOST_INFLATED_BYTES", len(QUIET))
    package = package_of(tmp_path, {"assets/a.dex": QUIET})

    assert told(seen(package)) == [("carried-code", "assets/a.dex", True)]


def test_what_is_not_named_one_by_one_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(carried_code, "MOST_NAMED", 2)
    files = {f"assets/{number}.dex": DEX for number in range(5)} | {"assets/quiet.dex": QUIET}

    limitations = seen(package_of(tmp_path, files))

    assert [(each.detail.id, dict(each.detail.arguments).get("count"), each.material) for each in limitations[2:]] == [
        ("limitation-more-carried-code", 3, True),
        ("limitation-more-carried-code", 1, False),
    ]


@pytest.mark.parametrize("length", range(2, 17))
def test_code_under_a_key_of_up_to_sixteen_bytes_is_known_and_searched(tmp_path: Path, length: int) -> None:
    key = bytes(range(0x31, 0x31 + length))
    hidden = bytes(byte ^ key[at % length] for at, byte in enumerate(READER))
    naming = assemble([Class("Lcom/y/Reader;", source=URI)])
    hidden_name = bytes(byte ^ key[at % length] for at, byte in enumerate(naming))

    assert told(seen(package_of(tmp_path, {"assets/t": hidden}))) == [("carried-code-keyed", "assets/t", True)]
    assert told(seen(package_of(tmp_path, {"assets/t": hidden_name}))) == [("carried-code-mentions", "assets/t", True)]


@pytest.mark.parametrize("name", ["classes.dex", "a/classes2.dex"])
def test_a_file_in_an_archive_that_is_too_short_for_code_is_none(tmp_path: Path, name: str) -> None:
    assert seen(package_of(tmp_path, {"assets/a.zip": zipped(name, content=b"")})) == []
    assert seen(package_of(tmp_path, {"assets/a.zip": zipped(name, content=DEX[:111])})) == []


def test_a_file_in_an_archive_that_cannot_be_read_is_not_said_to_be_disguised(tmp_path: Path) -> None:
    damaged = build_zip([RawEntry("classes.dex", b"", DEFLATED, declared_size=5000, packed=b"\xff" * 50)])

    (limitation,) = seen(package_of_entries(tmp_path, RawEntry("assets/a.zip", damaged)))

    assert (limitation.kind, limitation.detail.id) == ("unreadable-part", "limitation-files-unread")


def test_files_with_the_names_of_code_are_looked_at_up_to_a_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carried_code, "MOST_INNER_FILES", 10)
    many = zip_of({f"{number}/classes.dex": QUIET for number in range(11)})
    few = zip_of({f"{number}/classes.dex": QUIET for number in range(5)})

    assert told(seen(package_of(tmp_path, {"assets/a.zip": few}))) == [
        ("carried-code-quiet", "assets/a.zip!0/classes.dex", False)
    ]
    assert told(seen(package_of(tmp_path, {"assets/a.zip": many}))) == [
        ("carried-code", "assets/a.zip!0/classes.dex", True),
        ("archive-unsearched", "assets/a.zip", True),
    ]


def test_only_so_many_files_are_asked_whether_they_are_quiet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(carried_code, "MOST_CHECKED", 2)
    files = {f"assets/{number}": QUIET for number in range(3)}

    assert told(seen(package_of(tmp_path, files))) == [
        ("carried-code", "assets/2", True),
        ("carried-code-quiet", "assets/0", False),
        ("carried-code-quiet", "assets/1", False),
    ]
