"""Whatever a user gives becomes apps, and whatever cannot be opened is named without hiding the rest."""

import hashlib
from pathlib import Path

import pytest
from apk.zips import DEFLATED, ENCRYPTED, RawEntry, build_zip, directory_record, end_record
from support.apkfile import build_apk, build_manifest, component

from permaudit.apk.opening import FailedInput, open_packages
from permaudit.apk.package import Package

BASE = build_apk(dex=[b"base code"], manifest=build_manifest("com.x", ["android.permission.READ_CONTACTS"]))


def split(name: str, package: str = "com.x", **parts: object) -> bytes:
    components = [component("service", ".Extra")] if parts.pop("service", False) else []
    manifest = build_manifest(package, ["p." + name], components, attributes={"split": name}, application={})
    return build_apk(manifest=manifest, dex=[b"code of " + name.encode()] if name.startswith("feature") else [])


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def bundle(path: Path, parts: dict[str, bytes], method: int = 0) -> Path:
    return write(path, build_zip([RawEntry(name, data, method) for name, data in parts.items()]))


def only_package(*paths: Path) -> Package:
    (opened,) = open_packages(paths)
    assert isinstance(opened, Package), opened
    return opened


def failure(*paths: Path) -> tuple[str, dict[str, str | int]]:
    (opened,) = open_packages(paths)
    assert isinstance(opened, FailedInput), opened
    return opened.error.message_id, opened.error.arguments


def code_of(package: Package) -> list[tuple[str, str, bytes]]:
    return [(dex.part, dex.name, dex.data) for dex in package.dex_files()]


def test_a_plain_apk_is_one_part_named_by_its_file(tmp_path: Path) -> None:
    package = only_package(write(tmp_path / "loan.apk", BASE))

    digest = hashlib.sha256(BASE).hexdigest()
    assert (package.source.name, package.source.kind, package.source.size) == ("loan.apk", "apk", len(BASE))
    assert package.source.sha256 == digest
    assert [(part.name, part.size, part.sha256) for part in package.source.parts] == [("loan.apk", len(BASE), digest)]
    assert (package.app.package, package.app.label, package.limitations) == ("com.x", "Loan", ())
    assert package.manifest.permission_requests[0].part == "loan.apk"


@pytest.mark.parametrize("method", [0, DEFLATED])
@pytest.mark.parametrize(("suffix", "kind"), [(".xapk", "xapk"), (".apks", "apks"), (".APKM", "apkm"), (".zip", "zip")])
def test_a_bundle_is_one_app_of_all_its_parts(tmp_path: Path, suffix: str, kind: str, method: int) -> None:
    parts = {
        "manifest.json": b"{}",
        "z_base.apk": BASE,
        "feature.apk": split("feature_pay", service=True),
        "config.de.apk": split("config.de"),
        "main.1.obb": build_zip([RawEntry("data", b"x")]),
    }
    path = bundle(tmp_path / f"loan{suffix}", parts, method)

    package = only_package(path)

    assert (package.source.kind, package.source.size) == (kind, path.stat().st_size)
    assert package.source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert [part.name for part in package.source.parts] == ["z_base.apk", "config.de.apk", "feature.apk"]
    assert code_of(package) == [
        ("z_base.apk", "classes.dex", b"base code"),
        ("feature.apk", "classes.dex", b"code of feature_pay"),
    ]
    assert [(each.name, each.part) for each in package.manifest.permission_requests] == [
        ("android.permission.READ_CONTACTS", "z_base.apk"),
        ("p.config.de", "config.de.apk"),
        ("p.feature_pay", "feature.apk"),
    ]
    assert [each.class_name for each in package.manifest.components] == ["com.x.Extra"]
    assert package.limitations == ()


def test_apks_in_a_bundle_are_known_by_content_and_not_by_name(tmp_path: Path) -> None:
    package = only_package(bundle(tmp_path / "a.zip", {"readme.txt": BASE, "config.bin": split("config.de")}))

    assert [part.name for part in package.source.parts] == ["readme.txt", "config.bin"]


def test_a_folder_of_splits_is_one_app(tmp_path: Path) -> None:
    folder = tmp_path / "com.x"
    folder.mkdir()
    write(folder / "base.apk", BASE)
    write(folder / "config.de.apk", split("config.de"))
    write(folder / "notes.txt", b"not an app")

    package = only_package(folder)

    assert (package.source.name, package.source.kind) == ("com.x", "folder")
    assert package.source.size == sum(part.size for part in package.source.parts)
    assert [part.name for part in package.source.parts] == ["base.apk", "config.de.apk"]


def test_files_on_one_command_line_are_grouped_by_package(tmp_path: Path) -> None:
    other = write(tmp_path / "other.apk", build_apk(manifest=build_manifest("com.y")))
    base = write(tmp_path / "base.apk", BASE)
    config = write(tmp_path / "config.apk", split("config.de"))

    opened = open_packages([config, other, base])

    found = [
        (package.source.name, package.source.kind, [part.name for part in package.source.parts])
        for package in opened
        if isinstance(package, Package)
    ]
    assert found == [("base.apk", "splits", ["base.apk", "config.apk"]), ("other.apk", "apk", ["other.apk"])]


def test_splits_come_by_name_in_whatever_order_they_are_given(tmp_path: Path) -> None:
    paths = [write(tmp_path / f"{name}.apk", split(name)) for name in ("b", "a")]

    package = only_package(*paths, write(tmp_path / "z.apk", BASE))

    assert [part.name for part in package.source.parts] == ["z.apk", "a.apk", "b.apk"]


def test_two_bases_of_one_package_are_two_apps_and_a_split_follows_its_version(tmp_path: Path) -> None:
    new = build_apk(manifest=build_manifest("com.x", attributes={"android:versionCode": 2}))
    config = build_apk(manifest=build_manifest("com.x", attributes={"android:versionCode": 2, "split": "config.de"}))
    paths = [write(tmp_path / name, data) for name, data in (("1.apk", BASE), ("2.apk", new), ("c.apk", config))]

    opened = [package for package in open_packages(paths) if isinstance(package, Package)]

    assert [[part.name for part in package.source.parts] for package in opened] == [["1.apk"], ["2.apk", "c.apk"]]


def test_files_of_one_name_get_parts_of_different_names(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    paths = [write(tmp_path / "a" / "x.apk", BASE), write(tmp_path / "b" / "x.apk", split("feature_pay"))]

    assert [dex.part for dex in only_package(*paths).dex_files()] == ["x.apk", "x.apk (2)"]


def test_of_the_variants_for_all_phones_one_is_audited_and_the_others_named(tmp_path: Path) -> None:
    parts = {
        "all/standalone-hdpi.apk": BASE,
        "splits/base-master.apk": BASE,
        "splits/base-de.apk": split("config.de"),
        "splits/base-de_2.apk": split("config.de"),
    }

    package = only_package(bundle(tmp_path / "all.apks", parts))

    assert [part.name for part in package.source.parts] == ["splits/base-master.apk", "splits/base-de.apk"]
    assert sorted(dict(each.detail.arguments)["part"] for each in package.limitations) == [
        "all/standalone-hdpi.apk",
        "splits/base-de_2.apk",
    ]
    assert not any(each.material for each in package.limitations)


def test_parts_that_disagree_about_the_package_are_both_named(tmp_path: Path) -> None:
    path = bundle(tmp_path / "a.xapk", {"base.apk": BASE, "pay.apk": split("feature_pay", "com.z")})

    assert failure(path) == (
        "input-parts-disagree",
        {"part": "pay.apk", "package": "com.z", "other_part": "base.apk", "other_package": "com.x"},
    )


def test_a_split_without_its_base_is_refused(tmp_path: Path) -> None:
    assert failure(write(tmp_path / "c.apk", split("config.de")))[0] == "input-no-base"


def test_a_part_that_cannot_be_opened_hides_code_of_the_others_app(tmp_path: Path) -> None:
    broken = build_zip([RawEntry("AndroidManifest.xml", b"no binary XML")])
    package = only_package(bundle(tmp_path / "a.xapk", {"base.apk": BASE, "b.apk": broken, "c.apk": b"PK\3\4 cut"}))

    found = [
        (each.kind, each.detail.id, dict(each.detail.arguments)["part"], each.hides) for each in package.limitations
    ]
    assert found == [
        ("unreadable-part", "input-damaged-manifest", "b.apk", ("code",)),
        ("unreadable-part", "input-truncated", "c.apk", ("code",)),
    ]


def test_apks_that_overlap_in_a_bundle_are_read_only_up_to_its_size(tmp_path: Path) -> None:
    """Many entries that name the same bytes would make a small file cost like a huge one."""
    inner = RawEntry("0.apk", BASE)
    plain = build_zip([inner])
    records = b"".join(directory_record(RawEntry(f"{number}.apk", BASE), 0) for number in range(9))
    body = plain[: plain.rindex(b"PK\1\2")]
    path = write(tmp_path / "a.xapk", body + records + end_record(9, len(records), len(body)))

    opened = only_package(path)

    assert [part.name for part in opened.source.parts] == ["0.apk"]
    assert [each.detail.id for each in opened.limitations] == ["input-unreadable-part"] * 8


def test_a_bundle_with_a_password_is_said_to_have_one(tmp_path: Path) -> None:
    entry = RawEntry("base.apk", BASE, DEFLATED, ENCRYPTED, packed=b"\x8f\x01 ciphertext")

    assert failure(write(tmp_path / "a.zip", build_zip([entry]))) == ("input-encrypted", {"part": "base.apk"})


def test_a_damaged_certificate_is_said_and_stops_nothing(tmp_path: Path) -> None:
    apk = build_apk(manifest=build_manifest(), files={"META-INF/CERT.RSA": b"\x30\x03abc"})

    package = only_package(write(tmp_path / "a.apk", apk))

    assert [(each.kind, each.detail.id, each.material) for each in package.limitations] == [
        ("damaged", "limitation-unreadable-certificate", False)
    ]


def test_one_bad_input_does_not_hide_the_others(tmp_path: Path) -> None:
    paths = [write(tmp_path / "bad.apk", b"text"), write(tmp_path / "good.apk", BASE), tmp_path / "missing.apk"]

    bad, good, missing = open_packages(paths)

    assert isinstance(bad, FailedInput)
    assert isinstance(good, Package)
    assert isinstance(missing, FailedInput)
    assert (bad.name, bad.error.message_id) == ("bad.apk", "input-not-a-zip")
    assert (missing.name, missing.error.message_id) == ("missing.apk", "input-not-found")


@pytest.mark.parametrize(
    ("data", "message_id"),
    [
        (b"", "input-empty"),
        (b"<html>not an app</html>", "input-not-a-zip"),
        (BASE[: len(BASE) // 2], "input-truncated"),
        (build_zip([RawEntry("classes.dex", b"x")]), "input-no-manifest"),
        (build_zip([RawEntry("AndroidManifest.xml/", b"x")]), "input-no-manifest"),
        (build_zip([RawEntry("AndroidManifest.xml", b"<manifest/>")]), "input-damaged-manifest"),
        (build_zip([RawEntry("AndroidManifest.xml", b"secret", flags=ENCRYPTED)]), "input-encrypted"),
        (
            build_zip([RawEntry("AndroidManifest.xml", b"secret", DEFLATED, ENCRYPTED, packed=b"\xff\xff\xff")]),
            "input-encrypted",
        ),
        (
            build_zip([RawEntry("AndroidManifest.xml", bytes(9 << 20), DEFLATED)]),
            "input-unreadable-manifest",
        ),
    ],
)
def test_what_is_no_app_is_named_by_its_problem(tmp_path: Path, data: bytes, message_id: str) -> None:
    path = write(tmp_path / "loan.apk", data)

    assert failure(path)[0] == message_id
    assert failure(path)[1]["part"] == "loan.apk"


def test_a_folder_without_an_app_says_so(tmp_path: Path) -> None:
    write(tmp_path / "notes.txt", b"nothing")

    assert failure(tmp_path)[0] == "input-no-apk-in-folder"


APP_BUNDLE = build_zip(
    [
        RawEntry("BundleConfig.pb", b"\x0a\x07"),
        RawEntry("base/manifest/AndroidManifest.xml", b"\x0a\x08manifest"),
        RawEntry("base/dex/classes.dex", b"dex\n035\0"),
        RawEntry("base/assets/other.apk", BASE),
    ]
)


@pytest.mark.parametrize("name", ["loan.aab", "loan.apk", "loan.zip"])
def test_an_app_bundle_is_told_apart_whatever_its_name_and_what_lies_in_it(tmp_path: Path, name: str) -> None:
    assert failure(write(tmp_path / name, APP_BUNDLE)) == ("input-app-bundle", {"part": name})


def test_an_app_bundle_is_told_apart_in_an_archive_and_in_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "apps"
    folder.mkdir()
    write(folder / "loan.aab", APP_BUNDLE)

    assert failure(bundle(tmp_path / "download.zip", {"loan.aab": APP_BUNDLE})) == (
        "input-app-bundle",
        {"part": "loan.aab"},
    )
    assert failure(folder) == ("input-app-bundle", {"part": "loan.aab"})


def test_an_app_bundle_beside_the_apk_made_from_it_changes_nothing(tmp_path: Path) -> None:
    write(tmp_path / "loan.aab", APP_BUNDLE)
    write(tmp_path / "loan.apk", BASE)

    package = only_package(tmp_path)

    assert (package.app.package, package.limitations) == ("com.x", ())


def test_an_apk_that_holds_the_files_of_an_app_bundle_is_an_apk(tmp_path: Path) -> None:
    files = {"BundleConfig.pb": b"", "base/manifest/AndroidManifest.xml": b""}
    data = build_apk(dex=[b"base code"], manifest=build_manifest("com.x", []), files=files)

    assert only_package(write(tmp_path / "loan.apk", data)).app.package == "com.x"


def test_a_package_can_be_opened_twice_with_the_same_result(tmp_path: Path) -> None:
    path = write(tmp_path / "loan.apk", BASE)

    assert open_packages([path]) == open_packages([path])
