"""Rebuilds the case apps: python tests/apps/build [--cases ID ...] [--check]."""
# ruff: noqa: T201 - a command prints

import argparse
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from tests.apps.build.cases import Case, all_cases
from tests.apps.build.compiling import compile_cases, mapping_file, packed_jars, source_package
from tests.apps.build.mapping import own_part
from tests.apps.build.packing import committed_parts, link_resources, pack_part, write_app
from tests.apps.build.toolchain import Toolchain, ToolMissing

Parts = dict[str, dict[str, bytes]]


def main() -> int:
    """Build, or with --check compare; 1 when a committed DEX file is not what its sources give."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", nargs="+", metavar="ID", help="only these cases")
    parser.add_argument("--check", action="store_true", help="compare DEX bytes with the committed apps, write nothing")
    arguments = parser.parse_args()
    cases = [case for case in all_cases() if not arguments.cases or case.id in arguments.cases]
    try:
        tools = Toolchain.find()
        built = _build(cases, tools)
    except ToolMissing as missing:
        print(f"case apps not rebuilt: {missing}")
        return 0 if arguments.check else 1
    except subprocess.CalledProcessError as failed:
        print(f"case apps not rebuilt: {failed.cmd[0]} failed, see above")
        return 1
    stale = [(case, build, parts) for case, build, parts in built if _differs(case, build, parts, arguments.check)]
    for case, build, parts in stale:
        if not arguments.check:
            write_app(case, build, parts, tools)
            _copy_mapping(case, build, tools)
        print(f"{'differs' if arguments.check else 'written'}: {case.built(build).relative_to(case.folder.parent)}")
    print(f"{len(built)} builds of {len(cases)} cases, {len(stale)} {'differ' if arguments.check else 'written'}")
    return 1 if arguments.check and stale else 0


def _build(cases: list[Case], tools: Toolchain) -> list[tuple[Case, str, Parts]]:
    for case in cases:
        for part in [*case.parts, *([case.within] if case.within else [])]:
            link_resources(case, part, tools)
    compile_cases(cases, tools)
    return [
        (case, build, {part.name: pack_part(case, part, build, tools) for part in case.parts})
        for case in cases
        for build in case.builds
    ]


def _differs(case: Case, build: str, parts: Parts, only_dex: bool) -> bool:  # noqa: FBT001 - mirrors --check
    old = committed_parts(case, build)
    if only_dex:
        return _dex_only(old) != _dex_only(parts)
    return old != parts


def _dex_only(parts: Parts) -> Parts:
    return {
        part: {name: content for name, content in entries.items() if name.endswith(".dex")}
        for part, entries in parts.items()
    }


def _copy_mapping(case: Case, build: str, tools: Toolchain) -> None:
    if build == "r8":
        text = mapping_file(case, tools).read_text("utf-8")
        text = own_part(text, source_package(case), packed_jars(case, tools))
        (case.folder / "app-r8.mapping.txt").write_text(text, "utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
