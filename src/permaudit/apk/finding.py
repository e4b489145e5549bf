"""The APKs inside what a user gave: a file, a bundle or a folder, known by their content and not by their names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from permaudit.apk.archive import Archive, EntryError
from permaudit.apk.nested import find_nested
from permaudit.apk.parts import LARGEST_MANIFEST_BYTES, MANIFEST, OpenedPart, open_directory, open_part
from permaudit.apk.stretch import Stretch, whole_file
from permaudit.errors import InputError
from permaudit.model.app import InputKind

LARGEST_NESTED_BYTES = 1 << 30
"""All compressed APKs of a bundle together are inflated up to this size; stored ones are read in place."""

MOST_NESTED_PARTS = 500
"""APKs beyond this number are not opened; a bundle for all phones in all languages has about 200."""

MOST_MANIFEST_BYTES = 2 * LARGEST_MANIFEST_BYTES
"""The manifests of one input together are read up to this size; those of splits have a few thousand bytes."""

APP_BUNDLE = frozenset({"BundleConfig.pb", "base/manifest/AndroidManifest.xml"})
"""Files of every App Bundle (.aab), which store and build tools make APKs from; its manifest is of another form."""

_BUNDLE_KINDS: dict[str, InputKind] = {".xapk": "xapk", ".apks": "apks", ".apkm": "apkm"}


@dataclass(slots=True)
class Findings:
    """The parts found in one input; `problems` are those of parts that could not be opened.

    `app_bundle` is the name of an App Bundle among them, which is no part of an app.
    """

    name: str
    path: Path
    kind: InputKind
    parts: list[OpenedPart] = field(default_factory=list)
    problems: list[InputError] = field(default_factory=list)
    app_bundle: str | None = None
    manifest_bytes_left: int = MOST_MANIFEST_BYTES

    def add(self, name: str, archive: Archive, locale: str | None) -> None:
        """Open a part, or note why it cannot be."""
        try:
            limit = min(self.manifest_bytes_left, LARGEST_MANIFEST_BYTES)
            self.parts.append(open_part(name, archive, locale, limit))
            self.manifest_bytes_left -= archive.entries[MANIFEST].size
        except InputError as error:
            self.problems.append(error)


def find_parts(path: Path, name: str, locale: str | None) -> Findings:
    """Find the APKs in a file or folder; `name` stands for it in errors and facts.

    Raises:
        InputError: the path cannot be read, is no archive, or holds no APK.
    """
    try:
        return _search_folder(path, name, locale) if path.is_dir() else _search_file(path, name, locale)
    except OSError as error:
        raise _explain(error, name) from error


def _explain(error: OSError, name: str) -> InputError:
    if isinstance(error, FileNotFoundError):
        return InputError("input-not-found", part=name)
    return InputError("input-unreadable", part=name, problem=error.strerror or "")


def _search_file(path: Path, name: str, locale: str | None) -> Findings:
    archive = open_directory(name, whole_file(path))
    if MANIFEST in archive.entries:
        findings = Findings(name, path, "apk")
        findings.add(name, archive, locale)
    elif archive.entries.keys() >= APP_BUNDLE:
        raise InputError("input-app-bundle", part=name)
    else:
        findings = Findings(name, path, _BUNDLE_KINDS.get(path.suffix.lower(), "zip"))
        for part, nested in _find_nested(archive, findings):
            findings.add(part, nested, locale)
    return _refuse_nothing(findings, "input-no-manifest")


def _search_folder(path: Path, name: str, locale: str | None) -> Findings:
    findings = Findings(name, path, "folder")
    for child in sorted(each for each in path.iterdir() if each.is_file()):
        try:
            archive = _open_candidate(child.name, whole_file(child), findings)
        except OSError as error:
            findings.problems.append(_explain(error, child.name))
            continue
        if archive is not None:
            findings.add(child.name, archive, locale)
    return _refuse_nothing(findings, "input-no-apk-in-folder")


def _refuse_nothing(findings: Findings, message_id: str) -> Findings:
    if findings.parts:
        return findings
    if findings.problems:
        raise findings.problems[0]
    if findings.app_bundle is not None:
        raise InputError("input-app-bundle", part=findings.app_bundle)
    raise InputError(message_id, part=findings.name)


def _open_candidate(name: str, stretch: Stretch, findings: Findings) -> Archive | None:
    """Open what may be an APK; what is none is passed over, unless its name claims to be one."""
    try:
        archive = open_directory(name, stretch)
    except InputError as error:
        if name.lower().endswith(".apk"):
            findings.problems.append(error)
        return None
    if MANIFEST in archive.entries:
        return archive
    if archive.entries.keys() >= APP_BUNDLE:
        findings.app_bundle = name
    return None


def _find_nested(bundle: Archive, findings: Findings) -> Iterator[tuple[str, Archive]]:
    # stored APKs that do not overlap are together no larger than the bundle
    left_in_place, left_inflated = bundle.stretch.size, LARGEST_NESTED_BYTES
    found = 0
    with bundle.stretch.opened() as reader:
        for name in sorted(bundle.entries):
            if bundle.peek(reader, name, 4) != b"PK\3\4":
                if name.lower().endswith(".apk"):
                    problem = "input-encrypted" if bundle.entries[name].is_marked_encrypted else "input-not-a-zip"
                    findings.problems.append(InputError(problem, part=name))
                continue
            if found == MOST_NESTED_PARTS:
                findings.problems.append(InputError("input-too-many-parts", part=name, most=MOST_NESTED_PARTS))
                return
            try:
                stretch = find_nested(bundle, reader, name, left_in_place, left_inflated)
            except EntryError as error:
                findings.problems.append(InputError("input-unreadable-part", part=name, problem=error.problem))
                continue
            if stretch.path == bundle.stretch.path:
                left_in_place -= stretch.size
            else:
                left_inflated -= stretch.size
            archive = _open_candidate(name, stretch, findings)
            if archive is not None:
                found += 1
                yield name, archive
