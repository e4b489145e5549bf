"""What Android itself defines: permissions, those that imply others, and services and roles as doors."""

from __future__ import annotations

from typing import Literal

import msgspec

from permaudit.model.permission import Door


class PlatformPermission(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A permission that Android itself defines.

    `group` is the effective one on a current phone, None where Android shows none. Where `install_time_below_sdk` is
    stated, an app with a lower target SDK (or any app on an older phone) gets it at installation without a question.
    """

    name: str
    protection: Literal["normal", "dangerous", "signature", "appop", "role", "internal"]
    sentence: str
    group: str | None = None
    since_sdk: int = 1
    install_time_below_sdk: int | None = None
    note: str | None = None


class SplitPermission(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Declaring one permission implies others: always, or below a target SDK."""

    declared: str
    implies: tuple[str, ...]
    below_target_sdk: int | None = None


class DoorComponent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A manifest component: its kind, the permission that guards it, and actions and meta-data, one of each needed."""

    kind: Literal["activity", "service", "receiver"]
    permission: str | None = None
    actions: tuple[str, ...] = ()
    meta_data: tuple[str, ...] = ()


class DoorShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a manifest shows a special service or role.

    It is shown by any one of `components`, or by requesting any one of `permissions`. `grants` are the permissions
    that come with a role without a further question; only those that the manifest declares count.
    """

    door: Door
    sentence: str
    role: str | None = None
    components: tuple[DoorComponent, ...] = ()
    permissions: tuple[str, ...] = ()
    grants: tuple[str, ...] = ()
