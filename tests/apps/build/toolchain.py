"""Fetches the build tools with their ordinary clients into a cache outside the tree, checked by SHA-256."""

import hashlib
import os
import shutil
import subprocess
import tarfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
SYSTEM_TOOLS = ("java", "javac", "keytool", "aapt2", "zipalign", "apksigner")
FRAMEWORK_RESOURCES = Path("/usr/share/android-framework-res/framework-res.apk")

# R8 and D8 read every class of their libraries, so they get the packages that the cases touch, not all of Android.
_ANDROID_PACKAGES = frozenset(
    f"android/{name}"
    for name in (
        "accessibilityservice accounts animation annotation app app/job app/role content content/pm content/res "
        "database database/sqlite graphics graphics/drawable net os preference provider service/notification telecom "
        "telephony text util view view/accessibility webkit widget"
    ).split()
) | {"android", "org/json"}


class ToolMissing(Exception):  # noqa: N818 - reads as what happened
    """A tool or a registry that the build needs cannot be had here."""


@dataclass(frozen=True)
class Toolchain:
    """The tools, each fetched when a build first asks for it."""

    cache: Path

    @classmethod
    def find(cls) -> "Toolchain":
        """Return the tools of this machine, or say which one is missing."""
        missing = [name for name in SYSTEM_TOOLS if shutil.which(name) is None]
        if missing or not FRAMEWORK_RESOURCES.exists():
            wanted = ", ".join(missing) or str(FRAMEWORK_RESOURCES)
            raise ToolMissing(f"not installed: {wanted} (Debian: aapt zipalign apksigner android-framework-res)")
        cache = Path(os.environ.get("PERMAUDIT_CACHE", "~/.cache/permaudit")).expanduser()
        cache.mkdir(parents=True, exist_ok=True)
        return cls(cache)

    @cached_property
    def work(self) -> Path:
        """Where classes and unsigned APKs go; emptied before each build."""
        work = self.cache / "case-apps"
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir()
        return work

    @cached_property
    def r8(self) -> Path:
        """The jar with D8 and R8."""
        entry = _tools()["r8"]
        wheel = self._fetch(entry)
        jar = self.cache / Path(entry["member"]).name
        if not jar.exists():
            with zipfile.ZipFile(wheel) as archive:
                jar.write_bytes(archive.read(entry["member"]))
        return jar

    @cached_property
    def kotlin(self) -> Path:
        """The folder of the Kotlin compiler's jars."""
        folder = self.cache / "kotlin-compiler"
        if not folder.exists():
            with tarfile.open(self._fetch(_tools()["kotlin"])) as archive:
                archive.extractall(folder, filter="data")
        return folder / "package" / "lib"

    @cached_property
    def android_test_key(self) -> tuple[Path, Path]:
        """The key that Android's source publishes for tests, which many tools sign with: private key, certificate."""
        entry, folder = _tools()["android_test_key"], self.cache / "android-test-key"
        if not folder.exists():
            with tarfile.open(self._fetch(entry)) as archive:
                archive.extractall(folder, filter="data")
        return folder / "package" / "keys" / "testkey.pk8", folder / "package" / "keys" / "testkey.x509.pem"

    @cached_property
    def android(self) -> Path:
        """Android's own classes, all of them: what javac and kotlinc compile against."""
        return self._fetch(_tools()["android"])

    @cached_property
    def dex_libraries(self) -> tuple[Path, Path]:
        """What D8 and R8 take for granted: the packages of Android that the cases touch, and Java 8."""
        android, java = self.cache / "android-packages-2.jar", self.cache / "java-8-2.jar"
        if not android.exists():
            _copy_classes(self.android, android, _android_class)
        if not java.exists():
            javac = shutil.which("javac") or "javac"
            symbols = Path(javac).resolve().parents[1] / "lib" / "ct.sym"
            _copy_classes(symbols, java, _java_8_class)
        return android, java

    def library(self, name: str) -> list[Path]:
        """Return the jars of one library that a case names."""
        return [self._jar(entry) for entry in _library_entries(name)]

    def packed_library(self, name: str) -> list[Path]:
        """Return those of its jars that go into the app."""
        return [self._jar(entry) for entry in _library_entries(name) if not entry.get("on_phone")]

    def _jar(self, entry: dict[str, Any]) -> Path:
        return self.kotlin / str(entry["in_kotlin"]) if "in_kotlin" in entry else self._fetch(entry)

    def _fetch(self, entry: dict[str, Any]) -> Path:
        file = self.cache / str(entry["file"])
        if not file.exists():
            _download(entry, self.cache)
        if not file.exists() or _sha256(file) != entry["sha256"]:
            raise ToolMissing(f"{entry['file']} is not the file that tools.yaml names")
        return file


def _tools() -> dict[str, dict[str, Any]]:
    tools: dict[str, dict[str, Any]] = yaml.safe_load((HERE / "tools.yaml").read_text())
    return tools


def _library_entries(name: str) -> list[dict[str, Any]]:
    libraries: dict[str, list[dict[str, Any]]] = yaml.safe_load((HERE / "libraries.yaml").read_text())
    return libraries[name]


def _download(entry: dict[str, Any], cache: Path) -> None:
    name, version = entry["name"], entry["version"]
    maven = [f"-Dartifact={name}:{version}", f"-DoutputDirectory={cache}"]
    command = {
        "pip": ["pip", "download", "--quiet", "--no-deps", "--dest", str(cache), f"{name}=={version}"],
        "npm": ["npm", "pack", "--silent", f"{name}@{version}"],
        "mvn": ["mvn", "-q", "-B", "-Dstyle.color=never", "dependency:copy", *maven],
    }[entry.get("client", "mvn")]
    if shutil.which(command[0]) is None:
        raise ToolMissing(f"{command[0]} is not installed, so {name} {version} cannot be fetched")
    if subprocess.run(command, cwd=cache, check=False, stdout=subprocess.DEVNULL).returncode != 0:
        raise ToolMissing(f"{command[0]} could not fetch {name} {version}")


def _copy_classes(source: Path, target: Path, wanted: Callable[[str], str | None]) -> None:
    with zipfile.ZipFile(source) as archive, zipfile.ZipFile(target, "w") as jar:
        for name in sorted(archive.namelist()):
            if class_name := wanted(name):
                jar.writestr(zipfile.ZipInfo(class_name), archive.read(name))


def _android_class(name: str) -> str | None:
    package, _, file = name.rpartition("/")
    return name if file.endswith(".class") and package in _ANDROID_PACKAGES else None


def _java_8_class(name: str) -> str | None:
    """A JDK keeps signatures of older releases as RELEASES/MODULE/CLASS.sig; 8 among the releases is Java 8."""
    releases, _, rest = name.partition("/")
    _, _, class_name = rest.partition("/")
    return class_name.removesuffix(".sig") + ".class" if "8" in releases and class_name.endswith(".sig") else None


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
