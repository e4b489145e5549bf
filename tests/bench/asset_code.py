"""Apps with many files beside their code, one for each form in which such files come; they ask for the contacts."""

from __future__ import annotations

import io
import random
import zipfile
from typing import Literal, get_args

from support.apkfile import build_apk, build_manifest, launcher_activity
from support.dexfile import Class, assemble

AssetForm = Literal["pictures", "data", "libraries", "archives"]
FORMS: tuple[AssetForm, ...] = get_args(AssetForm)
_MEGABYTE = 1_000_000
_FILE_BYTES = 50_000
_HEADS: dict[AssetForm, bytes] = {
    "pictures": b"\x89PNG\r\n\x1a\n",
    "data": b"",
    "libraries": b"\x7fELF",
    "archives": b"",
}


def build_asset_app(form: AssetForm, megabytes: int) -> bytes:
    """An app that holds the permission, so that all of its files are searched."""
    manifest = build_manifest(
        "com.bench.assets",
        permissions=["android.permission.READ_CONTACTS"],
        components=[launcher_activity("com.bench.assets.Main")],
    )
    files = {_name(form, number): _file(form, number) for number in range(megabytes * _MEGABYTE // _FILE_BYTES)}
    stored = list(files) if form == "pictures" else []
    return build_apk(dex=[assemble([Class("Lcom/bench/assets/Main;")])], manifest=manifest, files=files, stored=stored)


def _name(form: AssetForm, number: int) -> str:
    return f"lib/arm64-v8a/lib{number}.so" if form == "libraries" else f"assets/{number}.bin"


def _file(form: AssetForm, number: int) -> bytes:
    chosen = random.Random(number)  # noqa: S311  the same bytes each time
    if form == "pictures":
        return _HEADS[form] + chosen.randbytes(_FILE_BYTES)
    words = [chosen.randbytes(chosen.randint(2, 9)) for _ in range(300)]  # packs to about a third, as code and text do
    content = b"".join(chosen.choices(words, k=_FILE_BYTES // 5))[:_FILE_BYTES]
    return _archive(content) if form == "archives" else _HEADS[form] + content


def _archive(content: bytes) -> bytes:
    """Files of five kilobytes in an archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for at in range(0, len(content), 5000):
            archive.writestr(zipfile.ZipInfo(f"{at}.txt"), content[at : at + 5000])
    return out.getvalue()
