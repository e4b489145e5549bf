"""Builds a large real app: D8 over large jars from Maven Central, plus one class that reads and uploads the contacts.

    python tests/bench/build_large.py [--r8]

Prints the path of the APK, which stays in $PERMAUDIT_CACHE (or ~/.cache/permaudit). `--r8` builds the obfuscated
variant instead. Either takes minutes and 6 GB of memory. The tools come from the case apps' toolchain.
"""

import argparse
import hashlib
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from apps.build.toolchain import FRAMEWORK_RESOURCES, Toolchain
from bench.cache import cache_folder
from support.apkfile import build_apk

HERE = Path(__file__).resolve().parent
_MIN_SDK = "26"  # groovy invokes method handles, which no older phone can
_STRING_RESOURCES, _LOCALES = 6000, ("", "-de", "-hi", "-in", "-vi")


def fetch_jars() -> dict[int, list[Path]]:
    """The jars that large_jars.yaml names, by group, through Maven's own client; each is checked by its hash."""
    folder = cache_folder("large-jars")
    jars: dict[int, list[Path]] = defaultdict(list)
    for entry in yaml.safe_load((HERE / "large_jars.yaml").read_text()):
        jar = folder / entry["file"]
        if not jar.exists():
            copy = ["mvn", "-q", "-B", "dependency:copy", f"-Dartifact={entry['artifact']}"]
            _run([*copy, f"-DoutputDirectory={folder}"])
        if hashlib.sha256(jar.read_bytes()).hexdigest() != entry["sha256"]:
            sys.exit(f"{jar.name} is not the file that large_jars.yaml names")
        jars[entry["group"]].append(jar)
    return jars


def compile_app(work: Path, tools: Toolchain) -> list[Path]:
    """The class files of the app's own code."""
    classes = work / "classes"
    source = HERE / "large_app" / "MainActivity.java"
    _run(["javac", "-nowarn", "--release", "8", "-cp", str(tools.android), "-d", str(classes), str(source)])
    return sorted(classes.rglob("*.class"))


def dex_all(work: Path, tools: Toolchain, own: Sequence[Path], jars: dict[int, list[Path]]) -> list[bytes]:
    """D8 over everything at once."""
    everything = [*own, *(jar for group in jars.values() for jar in group)]
    return _run_r8(work / "dex", tools, "D8", [], everything)


def obfuscate_groups(work: Path, tools: Toolchain, own: Sequence[Path], jars: dict[int, list[Path]]) -> list[bytes]:
    """R8 over one group after the other; each group's classes go into a package of their own, so that names differ."""
    dex = []
    for group, members in sorted(jars.items()):
        rules = work / f"rules-{group}.pro"
        repackage = f"-repackageclasses {chr(96 + group)}\n"
        rules.write_text(repackage + (HERE / "large_app" / "keep.pro").read_text("utf-8"), "utf-8")
        programs = [*own, *members] if group == 1 else members
        dex += _run_r8(work / f"dex-r8-{group}", tools, "R8", ["--pg-conf", str(rules)], programs)
    return dex


def _run_r8(out: Path, tools: Toolchain, tool: str, rules: list[str], programs: Sequence[Path]) -> list[bytes]:
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    libraries = [argument for jar in tools.dex_libraries for argument in ("--lib", str(jar))]
    common = ["--release", "--min-api", _MIN_SDK, *libraries, "--output", str(out), *map(str, programs)]
    _run(["java", "-Xmx6g", "-cp", str(tools.r8), f"com.android.tools.r8.{tool}", *rules, *common])
    files = sorted(out.glob("classes*.dex"), key=lambda file: (len(file.name), file.name))
    return [file.read_bytes() for file in files]


def link_resources(work: Path) -> dict[str, bytes]:
    """The binary manifest and a resource table of a few megabytes."""
    for locale in _LOCALES:
        folder = work / "res" / f"values{locale}"
        folder.mkdir(parents=True, exist_ok=True)
        rows = (f'<string name="text_{n}">Sentence number {n}{locale}</string>' for n in range(_STRING_RESOURCES))
        (folder / "strings.xml").write_text("<resources>\n" + "\n".join(rows) + "\n</resources>\n", "utf-8")
    compiled, linked = work / "compiled.zip", work / "linked.apk"
    manifest = HERE / "large_app" / "AndroidManifest.xml"
    _run(["aapt2", "compile", "--dir", str(work / "res"), "-o", str(compiled)])
    sdk = ["--min-sdk-version", _MIN_SDK, "--target-sdk-version", "34", "--version-code", "1", "--version-name", "1.0"]
    base = ["aapt2", "link", "--manifest", str(manifest), "-I", str(FRAMEWORK_RESOURCES)]
    _run([*base, "-o", str(linked), *sdk, str(compiled)])
    with ZipFile(linked) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _run(command: Sequence[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--r8", action="store_true", help="obfuscate with R8 instead of only dexing with D8")
    arguments = parser.parse_args()
    work = cache_folder("large-work")
    target = cache_folder() / ("large-r8.apk" if arguments.r8 else "large-d8.apk")
    if not target.exists():
        tools = Toolchain.find()
        build = obfuscate_groups if arguments.r8 else dex_all
        dex = build(work, tools, compile_app(work, tools), fetch_jars())
        build_apk(target, dex=dex, files=link_resources(work), stored=("resources.arsc",))
    sys.stdout.write(f"{target}\n")


if __name__ == "__main__":
    main()
