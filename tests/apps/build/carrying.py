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
_PNG_MAGIC = b"\x89PNG\r\n\x1a\n"
_MACHINES = {"arm64-v8a": 183, "armeabi-v7a": 40, "x86_64": 62, "x86": 3}  # e_machine, from AOSP bionic's elf.h
_WIDE = frozenset({"arm64-v8a", "x86_64"})


def carried_files(case: Case, dex: bytes, manifest: bytes) -> dict[str, bytes]:
    """Make the files of `carried`; `dex` holds the classes of `second_dex`, `manifest` is that of the app within."""
    app = _zip({"AndroidManifest.xml": manifest, "classes.dex": dex})
    return {each["file"]: _make(each, {"dex": dex, "app": app}) for each in case.carried}


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


def _make(each: Mapping[str, Any], code: Mapping[str, bytes]) -> bytes:
    content = code.get(each["holds"]) or _noise(each["file"], each["size"])
    if each["holds"] == "text":
        content = (each["text"] * (1 + each["size"] // len(each["text"])))[: each["size"]].encode()
    for name in each.get("inside", ()):
        content = _zip({name: content})
    key = bytes.fromhex(each["key"]) if "key" in each else bytes([each.get("xor", 0)])
    content = bytes(byte ^ key[at % len(key)] for at, byte in enumerate(content))
    return _picture(each["file"], each["behind"]) + content if "behind" in each else content


def _picture(seed: str, size: int) -> bytes:
    """What begins as a PNG and goes on as pixels do."""
    return _PNG_MAGIC + _noise(seed, size)


def _noise(seed: str, size: int) -> bytes:
    """Bytes that look encrypted, the same each time."""
    return hashlib.shake_128(seed.encode()).digest(size)


def _zip(entries: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in entries.items():
            info = zipfile.ZipInfo(name, _FIXED_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return buffer.getvalue()
