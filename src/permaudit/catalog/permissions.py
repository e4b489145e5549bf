"""What Android itself defines: permissions, those that imply others, and services and roles as doors."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

import msgspec

from permaudit.model.permission import Door

Protection = Literal["normal", "dangerous", "signature", "appop", "role", "internal"]


class PermissionPhase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a permission is protected and grouped from one SDK on."""

    since_sdk: int
    protection: Protection
    group: str | None = None


class PlatformPermission(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A permission that Android itself defines.

    `group` is the effective one on a current phone, None where Android shows none. Where `install_time_below_sdk` is
    stated, an app with a lower target SDK (or any app on an older phone) gets it at installation without a question.
    `history` holds the phases of one whose level changed, or whose group changed while it was dangerous; its last is
    the present. Where it is empty, the permission has been as it is now since `since_sdk`.
    """

    name: str
    protection: Protection
    sentence: str
    group: str | None = None
    since_sdk: int = 1
    install_time_below_sdk: int | None = None
    history: tuple[PermissionPhase, ...] = ()
    note: str | None = None

    def __post_init__(self) -> None:
        if not self.history:
            return
        if self.history[0].since_sdk != self.since_sdk:
            raise ValueError("'history' does not begin with 'since_sdk'")
        if any(later.since_sdk <= earlier.since_sdk for earlier, later in pairwise(self.history)):
            raise ValueError("the phases of 'history' do not go up")
        if (self.history[-1].protection, self.history[-1].group) != (self.protection, self.group):
            raise ValueError("the last phase of 'history' is not what 'protection' and 'group' say")

    def phase_at(self, sdk: int) -> PermissionPhase | None:
        """How it is protected and grouped on phones of that SDK; None on those older than the permission."""
        phases = self.history or (PermissionPhase(self.since_sdk, self.protection, self.group),)
        return next((phase for phase in reversed(phases) if phase.since_sdk <= sdk), None)


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
