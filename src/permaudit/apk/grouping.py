"""Which parts belong to one app: the same package name, one base, and each split once."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from permaudit.apk.parts import OpenedPart
from permaudit.errors import InputError
from permaudit.model.limitation import Limitation
from permaudit.model.message import message


class Group(Struct, frozen=True):
    """The parts of one app, base first, then splits by name; `left_out` are the variants for other phones."""

    parts: tuple[OpenedPart, ...]
    left_out: tuple[Limitation, ...] = ()


class Stray(Struct, frozen=True):
    """A split whose base is not there."""

    part: OpenedPart
    error: InputError


def group_parts(parts: Sequence[OpenedPart], *, one_delivery: bool) -> tuple[list[Group], list[Stray]]:
    """Sort parts into apps.

    In one delivery (a bundle) several bases of one version are variants of which a phone gets one, as in the archives
    that bundletool writes for all phones; elsewhere every base is an app of its own.
    """
    bases = [part for part in parts if part.manifest.identity.split is None]
    splits = [part for part in parts if part.manifest.identity.split is not None]
    chosen = _choose_bases(bases, splits) if one_delivery else bases
    members: list[list[OpenedPart]] = [[base] for base in chosen]
    strays: list[Stray] = []
    for split in sorted(splits, key=lambda part: part.name):
        home = _find_home(split, chosen)
        if home is None:
            strays.append(Stray(split, _explain_stray(split, bases)))
        else:
            members[home].append(split)
    groups = [_group(group) for group in members]
    if one_delivery:
        groups = [_with_left_out(group, bases) for group in groups]
    return groups, strays


def _choose_bases(bases: Sequence[OpenedPart], splits: Sequence[OpenedPart]) -> list[OpenedPart]:
    """Keep one base for each package and version: one beside splits if there is one, then the first by name."""
    beside = {_folder(split) for split in splits}
    chosen: dict[tuple[str, int | None], OpenedPart] = {}
    for base in sorted(bases, key=lambda part: (_folder(part) not in beside, part.name)):
        identity = base.manifest.identity
        chosen.setdefault((identity.package, identity.version_code), base)
    return sorted(chosen.values(), key=lambda part: part.name)


def _find_home(split: OpenedPart, bases: Sequence[OpenedPart]) -> int | None:
    """Find the base of a split: the same package, and the same version if there is a choice."""
    same = [at for at, base in enumerate(bases) if base.manifest.identity.package == split.manifest.identity.package]
    version = split.manifest.identity.version_code
    exact = [at for at in same if bases[at].manifest.identity.version_code == version]
    return next(iter(exact or same), None)


def _explain_stray(split: OpenedPart, bases: Sequence[OpenedPart]) -> InputError:
    package = split.manifest.identity.package
    if not bases:
        return InputError("input-no-base", part=split.name, package=package)
    other = bases[0]
    return InputError(
        "input-parts-disagree",
        part=split.name,
        package=package,
        other_part=other.name,
        other_package=other.manifest.identity.package,
    )


def _group(parts: Sequence[OpenedPart]) -> Group:
    """Keep the first of several splits with one name: the others are for other phones."""
    kept: dict[str | None, OpenedPart] = {}
    left_out = [part for part in parts if kept.setdefault(part.manifest.identity.split, part) is not part]
    return Group(tuple(kept.values()), tuple(_leave_out(part) for part in left_out))


def _with_left_out(group: Group, bases: Sequence[OpenedPart]) -> Group:
    base = group.parts[0]
    identity = base.manifest.identity
    others = [
        _leave_out(each)
        for each in bases
        if each is not base
        and (each.manifest.identity.package, each.manifest.identity.version_code)
        == (identity.package, identity.version_code)
    ]
    return Group(group.parts, (*group.left_out, *others))


def _leave_out(part: OpenedPart) -> Limitation:
    return Limitation("unreadable-part", message("limitation-variant-left-out", part=part.name))


def _folder(part: OpenedPart) -> str:
    return part.name.rpartition("/")[0]
