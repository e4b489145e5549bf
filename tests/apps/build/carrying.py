"""Makes the files that a case app carries beside its code: more code, archives, blobs, native libraries."""

import hashlib
import io
import struct
import zipfile
from collections.abc import Mapping
from typing import Any

from tests.apps.build.cases import Case

_FIXED_TIME = (2020, 1, 1, 0, 0, 0)
_ELF_MAGIC = b"\x7fELF"
_MACHINES = {"arm64-v8a": 183, "armeabi-v7a": 40, "x86_64": 62, "x86": 3}  # e_machine, from AOSP bionic's elf.h
_WIDE = frozenset({"arm64-v8a", "x86_64"})


def carried_files(case: Case, dex: bytes) -> dict[str, bytes]:
    """Make the files of `carried`; `dex` holds the classes of `second_dex`."""
    return {each["file"]: _make(each, dex) for each in case.carried}


def as_library(name: str, text: bytes) -> bytes:
    """Put an ELF header for the ABI of `lib/<abi>/…` before a text, which stands for the library's read-only data."""
    abi = name.split("/")[1]
    if text.startswith(_ELF_MAGIC) or abi not in _MACHINES:
        return text
    wide = abi in _WIDE
    identity = _ELF_MAGIC + bytes([2 if wide else 1, 1, 1]) + bytes(9)
    size = 64 if wide else 52
    form = "<2HI3QI6H" if wide else "<2HI3II6H"
    shared_object, version = 3, 1
    fields = (shared_object, _MACHINES[abi], version, 0, 0, 0, 0, size, 0, 0, 0, 0, 0)
    lines = b"\0".join(line for line in text.splitlines() if line)
    return identity + struct.pack(form, *fields) + lines + b"\0"


def _make(each: Mapping[str, Any], dex: bytes) -> bytes:
    content = dex if each["holds"] == "dex" else _noise(each["file"], each["size"])
    if each["holds"] == "text":
        content = (each["text"] * (1 + each["size"] // len(each["text"])))[: each["size"]].encode()
    for name in each.get("inside", ()):
        content = _zip(name, content)
    key = each.get("xor", 0)
    return content.translate(bytes(byte ^ key for byte in range(256)))


def _noise(seed: str, size: int) -> bytes:
    """Bytes that look encrypted, the same each time."""
    return hashlib.shake_128(seed.encode()).digest(size)


def _zip(name: str, content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        info = zipfile.ZipInfo(name, _FIXED_TIME)
        info.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(info, content)
    return buffer.getvalue()
