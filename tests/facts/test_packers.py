"""A packer is known by what starts first, by files, or by classes; whether it hides the code depends on which."""

from collections.abc import Mapping, Sequence

import pytest
from facts.defined import CODE, defining

from permaudit.catalog.signs import PackerEntry
from permaudit.facts.definitions import DefinedClasses
from permaudit.facts.packers import find_packers, packer_limitations
from permaudit.model.limitation import Limitation
from permaudit.model.manifest import Component, Manifest
from permaudit.model.message import message
from permaudit.model.package_facts import PackerSeen
from permaudit.model.place import Place

PACKER = PackerEntry(
    name="Packer",
    id="packer",
    kind="packer",
    certainty="known",
    source="test",
    files=("*/libpack*.so", "assets/pack.dat"),
    applications=("Lcom/pack/Stub*;", "L*/MyWrapper;"),
    classes=("Lcom/pack/inner/*;",),
)
PROTECTOR = PackerEntry(
    name="Protector",
    id="protector",
    kind="protector",
    certainty="known",
    source="test",
    files=("*/libguard.so",),
    applications=("Lcom/guard/App;",),
    classes=("Lcom/guard/rt/*;",),
)
PLAIN = Manifest("com.loan", (Component("application", "com.loan.App", "base.apk"),))
IN_MANIFEST = Place("base.apk", file="AndroidManifest.xml")


def started_by(class_name: str) -> Manifest:
    return Manifest("com.loan", (Component("application", class_name, "base.apk"),))


def seen(
    manifest: Manifest = PLAIN,
    files: Sequence[str] = (),
    defined: DefinedClasses | None = None,
    names: Mapping[str, Sequence[str]] | None = None,
) -> tuple[PackerSeen, ...]:
    return find_packers(manifest, names or {"base.apk": files}, defined or defining(), [PACKER, PROTECTOR])


@pytest.mark.parametrize("class_name", ["com.pack.Stub", "com.pack.StubApp1053578832", "com.loan.MyWrapper"])
def test_an_application_class_of_the_packer_hides_the_code(class_name: str) -> None:
    assert seen(started_by(class_name)) == (PackerSeen("packer", "Packer", IN_MANIFEST, class_name, hides_code=True),)


def test_a_component_factory_of_the_packer_hides_the_code() -> None:
    manifest = Manifest("com.loan", component_factory="com.pack.StubFactory")

    assert seen(manifest) == (PackerSeen("packer", "Packer", IN_MANIFEST, "com.pack.StubFactory", hides_code=True),)


@pytest.mark.parametrize("file", ["lib/x86/libpack.so", "assets/libpack_x86.so", "assets/pack.dat"])
def test_a_file_alone_is_a_sign_that_hides_nothing_for_sure(file: str) -> None:
    at = Place("base.apk", file=file)

    assert seen(files=["classes.dex", file]) == (PackerSeen("packer", "Packer", at, file),)


def test_a_file_in_a_split_is_found_there() -> None:
    names = {"base.apk": ["a"], "config.arm64_v8a.apk": ["lib/arm64-v8a/libpack.so"]}

    assert [each.at.part for each in seen(names=names)] == ["config.arm64_v8a.apk"]


def test_a_class_alone_is_a_sign_that_hides_nothing_for_sure() -> None:
    assert seen(defined=defining("com.pack.inner.A")) == (PackerSeen("packer", "Packer", CODE, "com.pack.inner.A"),)


@pytest.mark.parametrize("class_name", ["com.pack.inner.A", "com.pack.StubApp"])
def test_a_class_together_with_the_native_library_hides_the_code(class_name: str) -> None:
    (packer,) = seen(files=["lib/x86/libpack.so"], defined=defining(class_name))

    assert packer.hides_code
    assert packer.sign == "lib/x86/libpack.so"


def test_a_class_together_with_a_file_that_is_no_library_does_not() -> None:
    (packer,) = seen(files=["assets/pack.dat"], defined=defining("com.pack.inner.A"))

    assert not packer.hides_code


def test_a_pattern_that_leaves_the_package_open_is_only_looked_for_in_the_manifest() -> None:
    assert seen(defined=defining("com.loan.MyWrapper", "com.loan.Main")) == ()


def test_a_protector_never_hides_the_code() -> None:
    found = seen(started_by("com.guard.App"), ["lib/x86/libguard.so"], defining("com.guard.rt.A"))

    assert found == (PackerSeen("protector", "Protector", IN_MANIFEST, "com.guard.App"),)


def test_an_activity_of_the_packers_name_does_not_start_first() -> None:
    manifest = Manifest("com.loan", (Component("activity", "com.pack.Stub", "base.apk"),))

    assert seen(manifest) == ()


def test_an_app_without_signs_has_no_packer() -> None:
    assert seen(files=["lib/x86/libother.so"], defined=defining("com.packer.A")) == ()


def test_what_a_packer_hides_is_code_and_a_mere_sign_hides_nothing() -> None:
    hiding = PackerSeen("packer", "Packer", IN_MANIFEST, "com.pack.Stub", hides_code=True)
    sign = PackerSeen("protector", "Protector", CODE, "com.guard.rt.A")

    assert packer_limitations([hiding, sign]) == (
        Limitation("packed", message("limitation-packed", name="Packer"), ("code",)),
        Limitation("packed", message("limitation-protector-seen", name="Protector", sign="com.guard.rt.A")),
    )
