"""Native libraries are searched for mentions of people's data, within bounds, and what was left out is named."""

from pathlib import Path

import pytest
from apk.zips import DEFLATED, RawEntry
from facts.opened import package_of, package_of_entries

from permaudit.apk.package import Package
from permaudit.facts import native_code
from permaudit.facts.mentions import Mentions
from permaudit.facts.native_code import native_code_limitations
from permaudit.model.limitation import Limitation

URI = "content://com.android.contacts"
ELF = b"\x7fELF" + bytes(60)
NAMING = ELF + URI.encode() + b"/data"


def found(package: Package, *, asks_for_people: bool = True) -> list[tuple[str, str, tuple[str, ...]]]:
    limitations = native_code_limitations(package, Mentions([URI], wide=True), asks_for_people=asks_for_people)
    return [(each.kind, _argument(each, "file"), each.hides) for each in limitations]


def _argument(limitation: Limitation, name: str) -> str:
    return str(dict(limitation.detail.arguments).get(name))


@pytest.mark.parametrize("stored", [True, False])
def test_a_library_that_mentions_the_address_book_hides_code(tmp_path: Path, *, stored: bool) -> None:
    name = "lib/arm64-v8a/libx.so"
    package = package_of(tmp_path, {name: NAMING}, stored=[name] if stored else [])

    assert found(package) == [("native-code", name, ("code",))]


def test_what_the_library_mentions_is_told(tmp_path: Path) -> None:
    package = package_of(tmp_path, {"lib/x86/libx.so": NAMING})

    (limitation,) = native_code_limitations(package, Mentions([URI]), asks_for_people=True)

    assert _argument(limitation, "text") == URI


def test_a_library_without_a_mention_is_not_spoken_of(tmp_path: Path) -> None:
    assert found(package_of(tmp_path, {"lib/arm64-v8a/libsqlite.so": ELF + b"SELECT name FROM contacts"})) == []


def test_a_file_counts_by_its_first_bytes_and_not_by_its_name(tmp_path: Path) -> None:
    files = {"lib/arm64-v8a/libtext.so": URI.encode(), "assets/model.bin": NAMING, "kotlin/x": ELF}

    assert found(package_of(tmp_path, files)) == [("native-code", "assets/model.bin", ("code",))]


def test_a_library_for_several_processors_is_searched_once(tmp_path: Path) -> None:
    files = {f"lib/{abi}/libx.so": NAMING for abi in ("x86", "armeabi-v7a", "arm64-v8a", "x86_64")}

    assert found(package_of(tmp_path, files)) == [("native-code", "lib/arm64-v8a/libx.so", ("code",))]


def test_a_library_for_one_processor_only_is_searched_too(tmp_path: Path) -> None:
    files = {"lib/arm64-v8a/libx.so": ELF, "lib/x86/liby.so": NAMING, "lib/mips/libx.so": NAMING}

    assert [file for _, file, _ in found(package_of(tmp_path, files))] == ["lib/mips/libx.so", "lib/x86/liby.so"]


def test_large_compressed_libraries_are_left_out_after_the_small_ones_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(native_code, "MOST_INFLATED_BYTES", 1000)
    files = {"lib/x86/liblarge.so": NAMING + bytes(990), "lib/x86/libsmall.so": NAMING}
    package = package_of(tmp_path, files)

    assert found(package) == [
        ("native-code", "lib/x86/libsmall.so", ("code",)),
        ("budget", "lib/x86/liblarge.so", ("code",)),
    ]
    assert found(package, asks_for_people=False)[1] == ("budget", "lib/x86/liblarge.so", ())


def test_a_library_that_lies_about_its_size_is_named_as_unreadable(tmp_path: Path) -> None:
    entry = RawEntry("lib/x86/libx.so", ELF + bytes(5000), DEFLATED, declared_size=100)

    assert found(package_of_entries(tmp_path, entry)) == [("unreadable-part", "lib/x86/libx.so", ("code",))]


def test_libraries_that_lie_on_top_of_each_other_are_not_read_again_and_again(tmp_path: Path) -> None:
    library = RawEntry("lib/x86/lib0.so", ELF + bytes(20_000))
    package = package_of_entries(tmp_path, library)
    (part,) = package.parts
    same = part.archive.entries["lib/x86/lib0.so"]
    part.archive.entries.update({f"lib/x86/lib{number}.so": same for number in range(50)})

    kinds = [kind for kind, _, _ in found(package)]

    assert kinds == ["budget"] * (native_code.MOST_NAMED + 1)


def test_libraries_that_are_not_named_one_by_one_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(native_code, "MOST_NAMED", 2)
    package = package_of(tmp_path, {f"lib/x86/lib{number}.so": NAMING for number in range(5)})

    last = native_code_limitations(package, Mentions([URI]), asks_for_people=True)[-1]

    assert (last.detail.id, _argument(last, "count"), last.hides) == ("limitation-more-native-code", "3", ("code",))


def test_a_text_with_two_bytes_a_letter_is_a_mention_too(tmp_path: Path) -> None:
    package = package_of(tmp_path, {"lib/x86/libx.so": ELF + b"\1" + URI.encode("utf-16-le") + b"\0\0"})

    assert found(package) == [("native-code", "lib/x86/libx.so", ("code",))]


def test_headers_of_a_library_may_lie(tmp_path: Path) -> None:
    lying = b"\x7fELF" + b"\xff" * 200 + URI.encode()

    assert found(package_of(tmp_path, {"lib/x86/libx.so": lying})) == [("native-code", "lib/x86/libx.so", ("code",))]
