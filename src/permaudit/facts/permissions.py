"""The permissions an app gets or may ask for: declared, implied, grouped, and ended by SDK bounds.

Sources: AOSP `ParsingPackageUtils` (duplicates, implied permissions), `platform.xml` (split permissions, in the
catalogue), PermissionController's `PermissionMapping.kt` (groups, in the catalogue).
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from permaudit.catalog.catalog import Catalog
from permaudit.catalog.permissions import PlatformPermission
from permaudit.model.app import App
from permaudit.model.manifest import Manifest, PermissionDefinition, PermissionRequest
from permaudit.model.permission import Permission

CURRENT_SDKS = (36, 37)
"""Android 16 and 17: what holds on one of these is held now."""

_RUNTIME_QUESTIONS_SINCE = 23  # Android 6: dangerous permissions are asked for, if the target SDK is as new
_OLDEST_TARGET = 1  # Android's reading of a manifest without uses-sdk
_IMPLIED_BELOW_SDK_4 = ("android.permission.WRITE_EXTERNAL_STORAGE", "android.permission.READ_PHONE_STATE")
_PROTECTION_LEVELS = {0: "normal", 1: "dangerous", 2: "signature", 3: "signature", 4: "internal"}  # PermissionInfo
_PROTECTION_MASK = 0xF
_PLATFORM_GROUP = "android.permission-group."


def find_permissions(manifest: Manifest, app: App, catalog: Catalog) -> tuple[Permission, ...]:
    """Work out what a current phone makes of the manifest's requests.

    Declared permissions come in the order of the manifest, implied ones behind them. `used` is left unknown: the code
    decides that.
    """
    target_sdk = app.target_sdk or _OLDEST_TARGET
    found = {name: _merge(requests) for name, requests in _by_name(manifest.permission_requests).items()}
    _add_implied(found, manifest, target_sdk, catalog)
    definitions = {each.name: each for each in reversed(manifest.permission_definitions)}
    described = [
        _describe(permission, catalog.permissions.get(permission.name), definitions.get(permission.name), target_sdk)
        for permission in found.values()
    ]
    return _join_groups(described)


def _by_name(requests: Iterable[PermissionRequest]) -> dict[str, list[PermissionRequest]]:
    grouped: dict[str, list[PermissionRequest]] = {}
    for request in requests:
        grouped.setdefault(request.name, []).append(request)
    return grouped


def _merge(requests: list[PermissionRequest]) -> Permission:
    """Merge the entries for one permission: each adds the phones it names, so one without a bound lifts it."""
    lows = [max(each.min_sdk or 0, _RUNTIME_QUESTIONS_SINCE if each.sdk_23 else 0) for each in requests]
    highs = [each.max_sdk for each in requests if each.max_sdk is not None]
    return Permission(
        name=requests[0].name,
        part=requests[0].part,
        source="sdk-23" if all(each.sdk_23 for each in requests) else "declared",
        min_sdk=min(lows) or None,
        max_sdk=max(highs) if len(highs) == len(requests) else None,
        held_now=any(_holds_now(low, each.max_sdk) for low, each in zip(lows, requests, strict=True)),
    )


def _holds_now(min_sdk: int, max_sdk: int | None) -> bool:
    return min_sdk <= CURRENT_SDKS[-1] and (max_sdk is None or max_sdk >= CURRENT_SDKS[0])


def _add_implied(found: dict[str, Permission], manifest: Manifest, target_sdk: int, catalog: Catalog) -> None:
    """Add what Android adds by itself, again and again until nothing is new.

    A permission that its own entry ends on old phones is implied all the same where the one that implies it is held.
    """
    if target_sdk < 4:  # noqa: PLR2004  AOSP CompatibilityPermissionInfo
        part = _first_part(manifest)
        for name in _IMPLIED_BELOW_SDK_4:
            found.setdefault(name, Permission(name=name, part=part, source="implied"))
    splits = [each for each in catalog.split_permissions if target_sdk < (each.below_target_sdk or target_sdk + 1)]
    implies: dict[str, list[str]] = {}
    for split in splits:
        implies.setdefault(split.declared, []).extend(split.implies)
    waiting = list(found.values())
    for parent in waiting:  # grows while it is walked; each name is added at most twice
        for name in implies.get(parent.name, ()):
            known = found.get(name)
            if known is None or (parent.held_now and not known.held_now):
                implied = msgspec.structs.replace(parent, name=name, source="implied", implied_by=parent.name)
                found[name] = implied
                waiting.append(implied)


def _first_part(manifest: Manifest) -> str:
    """Name the base by the first fact that carries it; empty where the manifest declares nothing at all."""
    named = [each.part for each in manifest.components[:1]] + [each.part for each in manifest.permission_requests[:1]]
    return next(iter(named), "")


def _describe(
    permission: Permission, platform: PlatformPermission | None, own: PermissionDefinition | None, target_sdk: int
) -> Permission:
    """Add group, protection and whether an old target SDK makes Android grant it at installation."""
    if platform is not None:
        group, protection = platform.group, str(platform.protection)
        asked_since = platform.install_time_below_sdk
    elif own is not None:
        group = _shorten_group(own.group)
        protection = _PROTECTION_LEVELS.get((own.protection or 0) & _PROTECTION_MASK, "normal")
        asked_since = _RUNTIME_QUESTIONS_SINCE if protection == "dangerous" else None
    else:
        return permission
    install_time = asked_since is not None and target_sdk < asked_since
    return msgspec.structs.replace(permission, group=group, protection=protection, install_time=install_time)


def _shorten_group(group: str | None) -> str | None:
    """Name one of Android's own groups as the catalogue does; an app may put its permission into one."""
    if group is None or not group.startswith(_PLATFORM_GROUP):
        return group
    return group.removeprefix(_PLATFORM_GROUP).lower().replace("_", "-")


def _join_groups(permissions: list[Permission]) -> tuple[Permission, ...]:
    """Name for each dangerous permission the others of its group: where one is granted, they need no new question."""
    members: dict[str, list[str]] = {}
    for each in permissions:
        if _is_grouped(each):
            members.setdefault(each.group or "", []).append(each.name)
    return tuple(
        msgspec.structs.replace(
            each, silent_with=tuple(sorted(name for name in members[each.group or ""] if name != each.name))
        )
        if _is_grouped(each)
        else each
        for each in permissions
    )


def _is_grouped(permission: Permission) -> bool:
    return permission.held_now and permission.group is not None and permission.protection == "dangerous"
