"""Reads what a case folder says about how its app is built."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

APPS = Path(__file__).resolve().parents[1]
SHARED = APPS / "shared"
_LISTS = ("builds", "libraries", "stubs", "second_dex", "features", "signature_schemes", "carried")


@dataclass(frozen=True)
class Part:
    """One APK of a case: the base, or a feature split with its own manifest and sources."""

    name: str
    folder: Path

    @property
    def manifest(self) -> Path:
        """The manifest in its source form."""
        return self.folder / "AndroidManifest.xml"

    def sources(self, suffix: str) -> list[Path]:
        """Return the part's source files that end in `suffix`, in a fixed order."""
        return sorted((self.folder / "src").rglob(f"*{suffix}"))


@dataclass(frozen=True)
class Case:
    """One case app as its case.yaml describes it."""

    id: str
    folder: Path
    about: str
    language: str
    builds: tuple[str, ...]
    min_sdk: int = 21
    target_sdk: int = 34
    pair: str | None = None
    libraries: tuple[str, ...] = ()
    stubs: tuple[str, ...] = ()
    """Java files of shared/ that Kotlin sources need; Java sources find them themselves."""
    second_dex: tuple[str, ...] = ()
    """Paths of classes, as in the jar, that go to classes2.dex."""
    carried: tuple[Mapping[str, Any], ...] = ()
    """Files that the build makes, see tests/apps/README.md; those that hold `dex` take the classes of second_dex."""
    desugar: bool = True
    """False leaves lambdas to Android itself, as invoke-custom instructions (Android 8 and later)."""
    container: str = "apk"
    """apk, apks or xapk."""
    features: tuple[str, ...] = field(default=())
    """Folders of feature splits."""
    key: str = "test"
    """Who signs: test (the key beside this file), android (the test key of Android's source), other (a key made for
    this build and thrown away), none."""
    feature_keys: Mapping[str, str] = field(default_factory=dict)
    """Another `key` for some of the features."""
    signature_schemes: tuple[int, ...] = (1, 2, 3)
    """Which of Android's signature schemes are used."""

    @property
    def parts(self) -> list[Part]:
        """The base first, then the features."""
        return [Part("base", self.folder), *(Part(name, self.folder / name) for name in self.features)]

    @property
    def within(self) -> Part | None:
        """The app among the files of the app, of which `inner` has the manifest."""
        folder = self.folder / "inner"
        return Part("inner", folder) if folder.exists() else None

    def key_of(self, part: str) -> str:
        """Return the key that signs one part."""
        return self.feature_keys.get(part, self.key)

    def built(self, build: str) -> Path:
        """Where the app of one build is committed."""
        stem = "app" if build == "d8" else f"app-{build}"
        return self.folder / f"{stem}.{self.container}"


def read_case(folder: Path) -> Case:
    """Read one case folder."""
    text: dict[str, Any] = yaml.safe_load((folder / "case.yaml").read_text("utf-8"))
    lists = {key: tuple(text[key]) for key in _LISTS if key in text}
    values: dict[str, Any] = text | lists
    return Case(id=folder.name, folder=folder, **values)


def all_cases() -> list[Case]:
    """Return every case of the suite, by id."""
    return [read_case(file.parent) for file in sorted(APPS.glob("*/case.yaml"))]
