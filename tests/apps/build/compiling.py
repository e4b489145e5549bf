"""Turns the sources of cases into DEX files, all in one JVM."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.apps.build.cases import SHARED, Case, Part
from tests.apps.build.toolchain import HERE, Toolchain

_KOTLIN_COMPILER = (
    "kotlin-compiler kotlin-stdlib kotlin-reflect kotlin-script-runtime kotlinx-coroutines-core-jvm annotations-13.0"
).split()
_PLUGINS = {"serialization": "kotlinx-serialization-compiler-plugin.jar"}
"""Plugins of the Kotlin compiler, by the library that needs one."""
_SHRINK_ONLY = ("-dontobfuscate", "-dontoptimize")
_EVERY_BUILD = ("-dontwarn **", "-dontnote **", "-keepattributes SourceFile,LineNumberTable,*Annotation*")


def compile_cases(cases: list[Case], tools: Toolchain) -> None:
    """Write the classes.dex (and mapping) of every build of `cases` below the tools' work folder."""
    plan = tools.work / "plan.txt"
    plan.write_text("".join(_case_jobs(case, tools) for case in cases), "utf-8")
    class_path = [tools.r8]
    if any(case.language == "kotlin" for case in cases):
        class_path += [tools.kotlin / f"{name}.jar" for name in _KOTLIN_COMPILER]
    command = [
        "java",
        "-Xmx3g",
        "-cp",
        os.pathsep.join(map(str, class_path)),
        str(HERE / "CompileCases.java"),
        str(plan),
    ]
    subprocess.run(command, check=True)


def dex_folder(case: Case, part: Part, build: str, tools: Toolchain) -> Path:
    """Where the DEX files of one part of one build are."""
    return tools.work / case.id / part.name / build


def mapping_file(case: Case, tools: Toolchain) -> Path:
    """Where R8 writes what it renamed."""
    return tools.work / case.id / "app-r8.mapping.txt"


def packed_jars(case: Case, tools: Toolchain) -> list[Path]:
    """The libraries that go into the app, shrunk."""
    return [jar for name in _library_names(case) for jar in tools.packed_library(name)]


def source_package(case: Case) -> str:
    """The package of the case's own classes, which the shrunk build keeps whole."""
    part = case.parts[0]
    sources = part.sources(".java") + part.sources(".kt")
    return ".".join(sources[0].relative_to(part.folder / "src").parent.parts)


def _case_jobs(case: Case, tools: Toolchain) -> str:
    return "".join(_part_jobs(case, part, tools) for part in case.parts)


def _part_jobs(case: Case, part: Part, tools: Toolchain) -> str:
    classes = _classes(case, part, tools)
    jars = [jar for name in _library_names(case) for jar in tools.library(name)]
    base = _classes(case, case.parts[0], tools)
    class_path = [tools.android, *jars, *([base] if part.name != "base" else [])]
    jobs = ""
    if java := part.sources(".java") + [SHARED / name for name in case.stubs]:
        roots = [part.folder / "src", SHARED, tools.work / case.id / part.name / "generated"]
        jobs += _job("javac", case, classpath=class_path, sourcepath=roots, out=[classes], source=java)
    if kotlin := part.sources(".kt"):
        plugins = [tools.kotlin / _PLUGINS[name] for name in case.libraries if name in _PLUGINS]
        compiled = [*class_path, classes] if java else class_path
        jobs += _job("kotlinc", case, classpath=compiled, plugin=plugins, out=[classes], source=kotlin)
    packed = packed_jars(case, tools)
    return jobs + "".join(_dex_job(case, part, build, packed, tools) for build in case.builds) if jobs else ""


def _dex_job(case: Case, part: Part, build: str, jars: list[Path], tools: Toolchain) -> str:
    out, classes = dex_folder(case, part, build, tools), _classes(case, part, tools)
    common: dict[str, Sequence[object]] = {"min": [case.min_sdk], "library": tools.dex_libraries, "out": [out]}
    common["program"] = [classes, *jars]
    if build == "r8":
        rules = [*_EVERY_BUILD, *_own_rules(case, tools)]
        return _job("r8", case, **common, rule=rules, mapping=[mapping_file(case, tools)])
    if jars:  # a library whole would be megabytes: R8 leaves out what nothing uses and changes nothing else
        keep = f"-keep class {source_package(case)}.** {{ *; }}"
        return _job("r8", case, **common, rule=[*_EVERY_BUILD, *_SHRINK_ONLY, keep, *_own_rules(case, tools)])
    if case.second_dex:
        return _second_dex_jobs(case, part, out, tools)
    reference = [_classes(case, case.parts[0], tools)] if part.name != "base" else []
    return _job("d8", case, **common, reference=reference, raw=[] if case.desugar else ["lambdas"])


def _second_dex_jobs(case: Case, part: Part, out: Path, tools: Toolchain) -> str:
    """Two D8 runs: the named classes become classes2.dex. Jobs run in order, so paths may not exist yet."""
    classes = _classes(case, part, tools)
    second = [classes / name for name in case.second_dex]
    first = [
        classes / source.relative_to(part.folder / "src").with_suffix(".class")
        for source in part.sources(".java")
        if classes / source.relative_to(part.folder / "src").with_suffix(".class") not in second
    ]
    common: dict[str, Sequence[object]] = {"min": [case.min_sdk], "library": tools.dex_libraries}
    common["reference"] = [classes]
    return _job("d8", case, **common, program=first, out=[out]) + _job(
        "d8", case, **common, program=second, out=[out / "second"]
    )


def _own_rules(case: Case, tools: Toolchain) -> list[str]:
    """The rules aapt2 derives from manifest and layouts, then the case's own."""
    files = [tools.work / case.id / "base" / "manifest-rules.pro", case.folder / "r8.pro"]
    return [line for file in files if file.exists() for line in file.read_text("utf-8").splitlines()]


def _library_names(case: Case) -> list[str]:
    return [*(["kotlin-stdlib"] if case.language == "kotlin" else []), *case.libraries]


def _classes(case: Case, part: Part, tools: Toolchain) -> Path:
    return tools.work / case.id / part.name / "classes"


def _job(kind: str, case: Case, **values: Sequence[object]) -> str:
    lines = [f"{key}\t{value}" for key, many in values.items() for value in many]
    return "\n".join([f"job {kind} {case.id}", *lines, "end"]) + "\n"
