"""Permissions as the borrower meets them: what is held, why, in which group, and whether code uses it."""

from __future__ import annotations

from typing import Literal

import msgspec

from permaudit.model.app import Tristate

PermissionSource = Literal["declared", "sdk-23", "implied", "role"]
Door = Literal[
    "accessibility",
    "notification-listener",
    "dialer-role",
    "sms-role",
    "assistant-role",
    "sync-adapter",
    "call-screening",
    "companion-device",
    "screen-capture",
]


class Permission(msgspec.Struct, frozen=True):
    """One permission the app gets or may ask for.

    `group` and `protection` are the effective ones on a current phone, None for unknown custom permissions.
    `held_now` says whether a current phone grants it at all (not ended by `maxSdkVersion`). `install_time` is true
    where an old target SDK makes Android grant it without asking. `silent_with` names the other requested members
    of the same group, which one tap may also grant.
    """

    name: str
    part: str
    source: PermissionSource
    implied_by: str | None = None
    min_sdk: int | None = None
    max_sdk: int | None = None
    group: str | None = None
    protection: str | None = None
    used: Tristate = "unknown"
    held_now: bool = True
    install_time: bool = False
    silent_with: tuple[str, ...] = ()


class SpecialAccess(msgspec.Struct, frozen=True):
    """Another door to the same people: a special service or role that the manifest asks for.

    `grants` are the permissions that come with it without a further question (only declared ones count).
    """

    door: Door
    part: str
    component: str | None = None
    grants: tuple[str, ...] = ()
