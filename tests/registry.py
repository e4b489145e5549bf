"""Real APKs from the public package registries, fetched by the ordinary clients into a cache outside the tree."""

import os
import subprocess
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True, slots=True)
class RegistryApk:
    """One APK inside a registry package."""

    client: str  # npm | pip
    package: str
    version: str
    member: str


API_DEMOS = RegistryApk("npm", "android-apidemos", "5.0.0", "package/apks/ApiDemos-debug.apk")
APPIUM_SETTINGS = RegistryApk("npm", "io.appium.settings", "8.0.10", "package/apks/settings_apk-debug.apk")
UIAUTOMATOR_SERVER = RegistryApk(
    "npm", "appium-uiautomator2-server", "10.6.6", "package/apks/appium-uiautomator2-server-v10.6.6.apk"
)
XPOSED_INSTALLER = RegistryApk(
    "pip", "mobsf", "3.9.7", "mobsf/DynamicAnalyzer/tools/onDevice/xposed/XposedInstaller_3.1.5.apk"
)
REMOTE_SHELL = RegistryApk("pip", "androcli", "1.0.0", "androcli/Android_Code/app/release/app-release.apk")
ALL = (API_DEMOS, APPIUM_SETTINGS, UIAUTOMATOR_SERVER, XPOSED_INSTALLER)


def cache_directory() -> Path:
    """Where fetched packages lie: PERMAUDIT_CACHE, or the user's cache."""
    return Path(os.environ.get("PERMAUDIT_CACHE") or Path.home() / ".cache" / "permaudit")


def fetch(apk: RegistryApk) -> Path:
    """The APK's path; skips the test, saying so, where the registry cannot be had."""
    folder = cache_directory() / "registry" / f"{apk.package}-{apk.version}"
    target = folder / Path(apk.member).name
    if not target.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        try:
            archive = _fetch_archive(apk, folder)
            _extract(archive, apk.member, target)
            archive.unlink()
        except (OSError, subprocess.SubprocessError, KeyError, StopIteration) as error:
            pytest.skip(f"the registry cannot be had for {apk.package} {apk.version}: {error}")
    return target


def _fetch_archive(apk: RegistryApk, folder: Path) -> Path:
    if apk.client == "npm":
        command = ["npm", "pack", "--silent", f"{apk.package}@{apk.version}", "--pack-destination", str(folder)]
    else:
        command = [
            "python3",
            "-m",
            "pip",
            "download",
            "-q",
            "--no-deps",
            "-d",
            str(folder),
            f"{apk.package}=={apk.version}",
        ]
    subprocess.run(command, check=True, capture_output=True, timeout=600, cwd=folder)
    return next(path for path in folder.iterdir() if path.suffix in (".tgz", ".whl"))


def _extract(archive: Path, member: str, target: Path) -> None:
    temporary = target.with_suffix(".part")
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            temporary.write_bytes(wheel.read(member))
    else:
        with tarfile.open(archive) as package:
            stream = package.extractfile(member)
            assert stream is not None
            temporary.write_bytes(stream.read())
    temporary.rename(target)
