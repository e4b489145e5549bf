"""A shell is told by all of its signs together, and an ordinary app has not all of them."""

import hashlib
from pathlib import Path

import pytest
from dex.programs import static_method
from support.apkfile import build_apk, build_manifest
from support.dexfile import Class, Method, assemble
from support.instructions import Code

from permaudit.apk.opening import open_packages
from permaudit.apk.package import Package
from permaudit.catalog.load import load_catalog
from permaudit.dex.program import load_program
from permaudit.documents import rules_directory
from permaudit.facts.packed_shells import LEAST_PAYLOAD_BYTES, MOST_OWN_METHODS, packed_shell_limitations
from permaudit.model.limitation import Limitation

CATALOG = load_catalog(rules_directory() / "catalog")
NOISE = hashlib.shake_128(b"noise").digest(LEAST_PAYLOAD_BYTES)
LOAD = Code(2, "invoke-static {v0}, Ljava/lang/System;->loadLibrary(Ljava/lang/String;)V\nreturn-void")
SHELL = Class("Lcom/x/Shell;", [Method("attachBaseContext", "()V", 0x1, LOAD)], superclass="Landroid/app/Application;")


def seen(
    folder: Path,
    classes: list[Class],
    files: dict[str, bytes],
    application: str = "com.x.Shell",
    stored: tuple[str, ...] = (),
    dex: bytes = b"",
) -> list[Limitation]:
    manifest = build_manifest("com.x", application={"android:name": application})
    build_apk(folder / "a.apk", manifest=manifest, dex=[dex or assemble(classes)], files=files, stored=stored)
    (package,) = open_packages([folder / "a.apk"])
    assert isinstance(package, Package)
    program = load_program((each.part, each.name, each.data) for each in package.dex_files())
    return packed_shell_limitations(package, program, CATALOG)


def test_little_code_that_starts_with_native_code_beside_a_blob_hides_code(tmp_path: Path) -> None:
    (limitation,) = seen(tmp_path, [SHELL], {"assets/a0": NOISE})

    assert (limitation.kind, limitation.hides) == ("packed", ("code",))
    assert dict(limitation.detail.arguments)["file"] == "assets/a0"


def test_the_loading_may_stand_in_a_class_within_or_above_the_application(tmp_path: Path) -> None:
    load = Method("go", "()V", 0x1, LOAD)
    below = [Class("Lcom/x/Shell;", [], superclass="Lcom/x/Base;"), Class("Lcom/x/Base;", [load])]
    within = [Class("Lcom/x/Shell;", []), Class("Lcom/x/Shell$1;", [load])]

    assert len(seen(tmp_path, below, {"assets/a0": NOISE})) == 1
    assert len(seen(tmp_path, within, {"assets/a0": NOISE})) == 1


def test_several_files_together_are_as_much_as_one(tmp_path: Path) -> None:
    files = {f"assets/a{at}": NOISE[at::5] for at in range(5)}

    assert len(seen(tmp_path, [SHELL], files)) == 1


def test_a_blob_may_stand_in_a_native_library(tmp_path: Path) -> None:
    header = b"\x7fELF" + bytes(60)

    assert len(seen(tmp_path, [SHELL], {"lib/x86/liba.so": header + NOISE}, stored=("lib/x86/liba.so",))) == 1
    assert seen(tmp_path, [SHELL], {"lib/x86/liba.so": header + b"ordinary code " * 50_000}) == []


def test_a_blob_may_stand_behind_the_code_in_its_file(tmp_path: Path) -> None:
    code = assemble([SHELL])
    long_code = code + b"plain text of a shell " * 5000

    assert len(seen(tmp_path, [SHELL], {}, dex=long_code + NOISE)) == 1
    assert seen(tmp_path, [SHELL], {}, dex=long_code * 8) == []


def test_an_engine_that_a_screen_loads_is_no_shell(tmp_path: Path) -> None:
    classes = [Class("Lcom/x/Shell;", []), Class("Lcom/x/Game;", [Method("onCreate", "()V", 0x1, LOAD)])]

    assert seen(tmp_path, classes, {"assets/a0": NOISE}) == []


def test_an_app_without_an_application_class_is_no_shell(tmp_path: Path) -> None:
    assert seen(tmp_path, [SHELL], {"assets/a0": NOISE}, application="android.app.Application") == []


def test_an_app_with_code_of_its_own_is_no_shell(tmp_path: Path) -> None:
    many = Class("Lcom/x/Screens;", [static_method(f"m{at}") for at in range(MOST_OWN_METHODS)])

    assert seen(tmp_path, [SHELL, many], {"assets/a0": NOISE}) == []


def test_code_of_known_libraries_does_not_count_as_its_own(tmp_path: Path) -> None:
    many = Class("Lokhttp3/OkHttpClient;", [static_method(f"m{at}") for at in range(MOST_OWN_METHODS)])

    assert len(seen(tmp_path, [SHELL, many], {"assets/a0": NOISE})) == 1


@pytest.mark.parametrize(
    "content",
    [
        NOISE[: LEAST_PAYLOAD_BYTES // 2],
        b"text " * (LEAST_PAYLOAD_BYTES // 5 + 1),
        bytes(LEAST_PAYLOAD_BYTES),
        bytes(byte & 0x7F for byte in NOISE),
        *(
            magic + NOISE
            for magic in (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"OggS", b"\0\0\0\x18ftypmp42", b"wOF2", b"PK\3\4")
        ),
    ],
)
def test_small_plain_and_known_files_are_no_packed_code(tmp_path: Path, content: bytes) -> None:
    assert seen(tmp_path, [SHELL], {"assets/a0": content}) == []


def test_an_uncompressed_file_counts_by_how_even_its_bytes_are(tmp_path: Path) -> None:
    seven_bits = bytes(byte & 0x7F for byte in NOISE)

    assert len(seen(tmp_path, [SHELL], {"assets/a0": NOISE}, stored=("assets/a0",))) == 1
    assert seen(tmp_path, [SHELL], {"assets/a0": seven_bits}, stored=("assets/a0",)) == []


@pytest.mark.parametrize(("above", "count"), [(10, 1), (1000, 0)])
def test_classes_far_above_the_application_are_not_looked_at(tmp_path: Path, above: int, count: int) -> None:
    """No app has so many; one that has would be searched for as many names within as many names."""
    load = Method("go", "()V", 0x1, LOAD)
    chain = [Class("Lcom/x/Shell;", [], superclass="Lcom/x/A0x;")]
    chain += [Class(f"Lcom/x/A{number}x;", [], superclass=f"Lcom/x/A{number + 1}x;") for number in range(above)]
    chain.append(Class(f"Lcom/x/A{above}x;", [load]))

    assert len(seen(tmp_path, chain, {"assets/a0": NOISE})) == count


def test_a_file_that_could_be_compressed_is_not_encrypted_whatever_it_begins_with(tmp_path: Path) -> None:
    beginning = NOISE[: 128 << 10]

    assert seen(tmp_path, [SHELL], {"assets/a0": beginning + bytes(LEAST_PAYLOAD_BYTES)}) == []
