"""Files, bundles and folders on one command line become apps; one input that fails does not hide the others."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from permaudit.apk.finding import Findings, find_parts
from permaudit.apk.grouping import Group, group_parts
from permaudit.apk.merging import merge_manifests
from permaudit.apk.package import Package, Part, sorted_limitations
from permaudit.apk.parts import OpenedPart, hash_stretch
from permaudit.apk.signers import read_signers
from permaudit.apk.stretch import whole_file
from permaudit.errors import InputError
from permaudit.model.app import App, InputFile, InputKind, PartFile
from permaudit.model.limitation import Limitation
from permaudit.model.message import Message, message


class FailedInput(Struct, frozen=True):
    """An input that cannot be audited, by the name the user gave it."""

    name: str
    error: InputError


def open_packages(paths: Sequence[Path], locale: str | None = None) -> tuple[Package | FailedInput, ...]:
    """Open everything on one command line, in its order.

    A bundle or a folder is grouped by itself; plain APK files belong together if they name the same package. `locale`
    (like `de` or `zh-TW`) chooses the language of labels; the app's default stands in where it is None or missing.
    """
    placed: list[tuple[int, Package | FailedInput]] = []
    plain: list[tuple[int, Findings]] = []
    for place, (path, name) in enumerate(zip(paths, _distinct_names(paths), strict=True)):
        try:
            findings = find_parts(path, name, locale)
        except InputError as error:
            placed.append((place, FailedInput(name, error)))
            continue
        if findings.kind == "apk":
            plain.append((place, findings))
        else:
            placed.extend((place, each) for each in _open_delivery(findings))
    placed.extend(_open_plain(plain))
    return tuple(each for _, each in sorted(placed, key=lambda pair: pair[0]))


def _distinct_names(paths: Sequence[Path]) -> list[str]:
    """Name inputs by their file names; the second `base.apk` is `base.apk (2)`, because facts name their part."""
    seen: Counter[str] = Counter()
    names = []
    for path in paths:
        name = path.name or path.resolve().name
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return names


def _open_plain(plain: Sequence[tuple[int, Findings]]) -> list[tuple[int, Package | FailedInput]]:
    """Group the APK files that stand on the command line themselves."""
    places = {id(part): place for place, findings in plain for part in findings.parts}
    groups, strays = group_parts([part for _, findings in plain for part in findings.parts], one_delivery=False)
    placed: list[tuple[int, Package | FailedInput]] = [
        (places[id(stray.part)], FailedInput(stray.part.name, stray.error)) for stray in strays
    ]
    for group in groups:
        kind: InputKind = "apk" if len(group.parts) == 1 else "splits"
        place = min(places[id(part)] for part in group.parts)
        placed.append((place, _build_package(group, group.parts[0].name, kind)))
    return placed


def _open_delivery(findings: Findings) -> list[Package | FailedInput]:
    """Group what one bundle or folder holds; a part that could not be opened is a limitation of all its apps."""
    in_bundle = findings.kind != "folder"
    groups, strays = group_parts(findings.parts, one_delivery=in_bundle)
    if strays and (in_bundle or not groups):
        return [FailedInput(findings.name, strays[0].error)]
    whole = None
    if in_bundle:
        stretch = whole_file(findings.path)
        whole = PartFile(findings.name, stretch.size, hash_stretch(stretch))
    unread = [Limitation("unreadable-part", _describe(error), ("code",)) for error in findings.problems]
    opened: list[Package | FailedInput] = [
        _build_package(group, findings.name, findings.kind, whole, unread) for group in groups
    ]
    return [*opened, *(FailedInput(stray.part.name, stray.error) for stray in strays)]


def _describe(error: InputError) -> Message:
    """Turn the error of one part into the detail of a limitation, under the same message id."""
    return message(error.message_id, **error.arguments)


def _build_package(
    group: Group, name: str, kind: InputKind, whole: PartFile | None = None, unread: Sequence[Limitation] = ()
) -> Package:
    parts = group.parts
    base = parts[0]
    identity = base.manifest.identity
    with base.archive.stretch.opened() as reader:
        signers, unreadable_signers = read_signers(base.archive, reader)
    limitations = [*unread, *group.left_out, *_miss_splits(parts)]
    limitations += (each for part in parts for each in part.limitations)
    if unreadable_signers:
        limitations.append(Limitation("damaged", message("limitation-unreadable-certificate", part=base.name)))
    return Package(
        source=_describe_input(name, kind, tuple(part.measure() for part in parts), whole),
        app=App(
            package=identity.package,
            label=identity.label,
            version_name=identity.version_name,
            version_code=identity.version_code,
            min_sdk=identity.min_sdk,
            target_sdk=identity.target_sdk,
            signers=signers,
        ),
        manifest=merge_manifests([part.manifest for part in parts]),
        limitations=sorted_limitations(limitations),
        parts=tuple(Part(part.name, part.archive, part.manifest.identity.split) for part in parts),
    )


def _miss_splits(parts: Sequence[OpenedPart]) -> list[Limitation]:
    """Say that a base came without the splits it needs: they hold its texts, pictures and native libraries."""
    base = parts[0]
    if len(parts) > 1 or not base.manifest.requires_splits:
        return []
    detail = message("limitation-splits-missing", part=base.name)
    return [Limitation("unreadable-part", detail, ("assets", "resources"))]


def _describe_input(name: str, kind: InputKind, parts: tuple[PartFile, ...], whole: PartFile | None) -> InputFile:
    if whole is None and len(parts) == 1:
        whole = parts[0]
    if whole is not None:
        return InputFile(name, kind, whole.size, whole.sha256, parts)
    joined = "".join(sorted(part.sha256 for part in parts))
    return InputFile(name, kind, sum(part.size for part in parts), hashlib.sha256(joined.encode()).hexdigest(), parts)
