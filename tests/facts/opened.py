"""A package made of the files that a test names."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from apk.zips import RawEntry, build_zip
from support.apkfile import build_apk, build_manifest
from support.axml import encode_axml

from permaudit.apk.opening import open_packages
from permaudit.apk.package import Package

MANIFEST = RawEntry("AndroidManifest.xml", encode_axml(build_manifest("com.x")))


def package_of(
    folder: Path, files: Mapping[str, bytes], stored: Sequence[str] = (), dex: Sequence[bytes] = ()
) -> Package:
    build_apk(folder / "a.apk", manifest=build_manifest("com.x"), files=files, stored=stored, dex=dex)
    return _open(folder / "a.apk")


def package_of_entries(folder: Path, *entries: RawEntry) -> Package:
    return package_of_archive(folder, build_zip([MANIFEST, *entries]))


def package_of_archive(folder: Path, archive: bytes) -> Package:
    (folder / "a.apk").write_bytes(archive)
    return _open(folder / "a.apk")


def _open(path: Path) -> Package:
    (package,) = open_packages([path])
    assert isinstance(package, Package), package
    return package
