"""The app as a thing: its files, names, versions and signers."""

from __future__ import annotations

from typing import Literal

import msgspec

InputKind = Literal["apk", "apks", "xapk", "apkm", "zip", "folder", "splits"]
Tristate = Literal["yes", "no", "unknown"]


class PartFile(msgspec.Struct, frozen=True):
    """One APK of the app: its name inside the bundle or its file name, size in bytes, and SHA-256 in hex."""

    name: str
    size: int
    sha256: str


class InputFile(msgspec.Struct, frozen=True):
    """What the user gave; for a folder or several splits `size` is the sum, `sha256` that of the sorted part hashes."""

    name: str
    kind: InputKind
    size: int
    sha256: str
    parts: tuple[PartFile, ...]


class Signer(msgspec.Struct, frozen=True):
    """A signing certificate the package carries; `verified` says whether the signature was checked."""

    sha256: str
    subject: str
    schemes: tuple[int, ...]  # 1, 2, 3, or 31 for v3.1
    verified: Tristate = "unknown"


class App(msgspec.Struct, frozen=True):
    """Who the app says it is."""

    package: str
    label: str | None = None
    version_name: str | None = None
    version_code: int | None = None
    min_sdk: int | None = None
    target_sdk: int | None = None
    signers: tuple[Signer, ...] = ()
