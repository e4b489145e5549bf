"""Packs DEX files, manifest and resources into signed APKs and bundles, the same bytes each time."""

import io
import json
import shutil
import subprocess
import zipfile
from pathlib import Path

from tests.apps.build.carrying import as_library, carried_files
from tests.apps.build.cases import Case, Part
from tests.apps.build.compiling import dex_folder
from tests.apps.build.signing import sign
from tests.apps.build.toolchain import FRAMEWORK_RESOURCES, Toolchain

_FIXED_TIME = (2020, 1, 1, 0, 0, 0)
_STORED = (".arsc", ".so")


def link_resources(case: Case, part: Part, tools: Toolchain) -> None:
    """Compile manifest and resources; leaves resources.apk, R.java and the manifest's keep rules in the work folder."""
    folder = tools.work / case.id / part.name
    folder.mkdir(parents=True, exist_ok=True)
    command = ["aapt2", "link", "--manifest", part.manifest, "-I", FRAMEWORK_RESOURCES, "-o", folder / "resources.apk"]
    command += ["--proguard", folder / "manifest-rules.pro", "--version-code", "1", "--version-name", "1.0"]
    command += ["--min-sdk-version", str(case.min_sdk), "--target-sdk-version", str(case.target_sdk)]
    if (part.folder / "res").exists():
        _run(["aapt2", "compile", "--dir", part.folder / "res", "-o", folder / "compiled.zip"])
        command += ["--java", folder / "generated", folder / "compiled.zip"]
    _run(command)


def pack_part(case: Case, part: Part, build: str, tools: Toolchain) -> dict[str, bytes]:
    """Return the entries of one APK, unsigned, by name."""
    entries: dict[str, bytes] = {}
    with zipfile.ZipFile(tools.work / case.id / part.name / "resources.apk") as linked:
        entries |= {name: linked.read(name) for name in sorted(linked.namelist())}
    for folder in ("assets", "lib", "assemblies"):
        for file in sorted((part.folder / folder).rglob("*")):
            if file.is_file():
                name, content = file.relative_to(part.folder).as_posix(), file.read_bytes()
                entries[name] = as_library(name, content) if folder == "lib" and name.endswith(".so") else content
    dex = dex_folder(case, part, build, tools)
    second = sorted((dex / "second").glob("*.dex"))
    if case.carried:
        dex_bytes = b"".join(file.read_bytes() for file in second)
        entries |= carried_files(case, dex_bytes, _manifest_within(case, tools))
        second = []
    for number, file in enumerate([*sorted(dex.glob("*.dex")), *second], start=1):
        entries["classes.dex" if number == 1 else f"classes{number}.dex"] = file.read_bytes()
    return entries


def _manifest_within(case: Case, tools: Toolchain) -> bytes:
    if case.within is None:
        return b""
    with zipfile.ZipFile(tools.work / case.id / case.within.name / "resources.apk") as linked:
        return linked.read("AndroidManifest.xml")


def committed_parts(case: Case, build: str) -> dict[str, dict[str, bytes]]:
    """Return the committed app's entries by part, without signatures; nothing when there is no app yet."""
    app = case.built(build)
    if not app.exists():
        return {}
    if case.container == "apk":
        return {"base": _read_entries(app.read_bytes())}
    with zipfile.ZipFile(app) as bundle:
        names = [name for name in bundle.namelist() if name.endswith(".apk")]
        return {Path(name).stem.removeprefix("split_"): _read_entries(bundle.read(name)) for name in names}


def write_app(case: Case, build: str, parts: dict[str, dict[str, bytes]], tools: Toolchain) -> None:
    """Sign the parts and put them where they are committed."""
    signed = {
        name: sign(_aligned(entries, tools.work / case.id / name), case.key_of(name), case.signature_schemes, tools)
        for name, entries in parts.items()
    }
    if case.container == "apk":
        shutil.copyfile(signed["base"], case.built(build))
        return
    members = {"base.apk" if name == "base" else f"split_{name}.apk": file for name, file in signed.items()}
    bundle = {name: file.read_bytes() for name, file in sorted(members.items())}
    if case.container == "xapk":
        splits = [{"file": name, "id": Path(name).stem} for name in sorted(members)]
        manifest = {"xapk_version": 2, "package_name": _package(case), "name": case.id, "split_apks": splits}
        bundle["manifest.json"] = json.dumps(manifest, indent=1).encode()
    case.built(build).write_bytes(_zip_bytes(bundle))


def _aligned(entries: dict[str, bytes], folder: Path) -> Path:
    plain, aligned = folder / "plain.apk", folder / "aligned.apk"
    plain.write_bytes(_zip_bytes(entries))
    _run(["zipalign", "-f", "-p", "4", plain, aligned])
    return aligned


def _zip_bytes(entries: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in entries.items():
            info = zipfile.ZipInfo(name, _FIXED_TIME)
            info.compress_type = zipfile.ZIP_STORED if name.endswith(_STORED) else zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return buffer.getvalue()


def _read_entries(apk: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(apk)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.startswith("META-INF/")}


def _package(case: Case) -> str:
    text = case.parts[0].manifest.read_text("utf-8")
    return text.split('package="', 1)[1].split('"', 1)[0]


def _run(command: list[object] | list[str | Path]) -> None:
    subprocess.run([str(word) for word in command], check=True, stdout=subprocess.DEVNULL)
