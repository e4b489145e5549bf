"""Apps with much script and little else, one for each form in which scripts are kept."""

from __future__ import annotations

import random
import struct
from typing import Literal, get_args

from support.apkfile import build_apk, build_manifest, launcher_activity
from support.dexfile import Class, assemble

ScriptForm = Literal["javascript", "hermes", "dart", "assemblies"]
FORMS: tuple[ScriptForm, ...] = get_args(ScriptForm)
_MEGABYTE = 1_000_000
_FILE_BYTES = 20_000
_CLASSES: dict[ScriptForm, tuple[str, ...]] = {
    "javascript": ("Lorg/apache/cordova/contacts/ContactManager;",),
    "hermes": ("Lcom/rt2zz/reactnativecontacts/ContactsManager;",),
    "dart": ("Lco/quis/flutter_contacts/FlutterContactsPlugin;",),
    "assemblies": ("Lmono/MonoRuntimeProvider;",),
}


def build_script_app(form: ScriptForm, megabytes: int) -> bytes:
    """An app that holds the permission and what would answer a call, so that all of its scripts are read."""
    manifest = build_manifest(
        "com.bench.scripts",
        permissions=["android.permission.READ_CONTACTS"],
        components=[launcher_activity("com.bench.scripts.Main")],
    )
    classes = [Class(name) for name in ("Lcom/bench/scripts/Main;", *_CLASSES[form])]
    files = _files(form, _text(megabytes * _MEGABYTE))
    return build_apk(dex=[assemble(classes)], manifest=manifest, files=files)


def _files(form: ScriptForm, text: bytes) -> dict[str, bytes]:
    if form == "javascript":
        pages = [text[at : at + _FILE_BYTES] for at in range(0, len(text), _FILE_BYTES)]
        return {"assets/www/cordova.js": b""} | {f"assets/www/js/{n}.js": page for n, page in enumerate(pages)}
    if form == "dart":
        return {"lib/arm64-v8a/libapp.so": b"\x7fELF" + text}
    if form == "assemblies":
        pieces = [text[at : at + _MEGABYTE] for at in range(0, len(text), _MEGABYTE)]
        return {f"assemblies/A{n}.dll": _compressed(piece) for n, piece in enumerate(pieces)}
    return {"assets/index.android.bundle": _bytecode(text)}


def _text(size: int) -> bytes:
    chosen = random.Random(1)  # noqa: S311  the same text each time
    words = ["".join(chosen.choices("abcdefghijklmnopqrstuvwxyz(){};=.", k=chosen.randint(3, 14))) for _ in range(9999)]
    line = " ".join(chosen.choices(words, k=min(size, 4 * _MEGABYTE) // 4)).encode()
    return (line * (size // len(line) + 1))[:size]


def _bytecode(text: bytes) -> bytes:
    """Hermes bytecode of version 96: a quarter of it strings, the rest what stands for code."""
    storage = text[: len(text) // 4]
    table = [at << 1 | 20 << 24 for at in range(0, min(len(storage) - 20, 1 << 23), 20)]
    numbers = (128 + 4 * len(table) + len(text), 0, 0, 0, 0, len(table), 0, len(storage))
    header = struct.pack("<QI20x8I", 0x1F1903C103BC1FC6, 96, *numbers).ljust(128, b"\0")
    return header + struct.pack(f"<{len(table)}I", *table) + text


def _compressed(text: bytes) -> bytes:
    """An assembly as one LZ4 block of twelve letters and a match of eight, over and over: as dense as real ones."""
    starts = range(0, len(text) - 20, 20)
    block = b"".join(b"\xc4" + text[at : at + 12] + b"\x0c\x00" for at in starts)
    return b"XALZ" + struct.pack("<II", 0, 20 * len(starts)) + block
