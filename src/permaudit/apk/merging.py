"""The manifests of all parts as one: a bundle is one app, and each fact keeps the name of its part."""

from __future__ import annotations

from collections.abc import Sequence

from permaudit.apk.manifest import PartManifest
from permaudit.model.manifest import Manifest


def merge_manifests(parts: Sequence[PartManifest]) -> Manifest:
    """Merge the base's manifest, which comes first, with those of its splits.

    What an app has once (its Application class, component factory, backup agent, flags) is the base's.
    """
    base = parts[0]
    return Manifest(
        package=base.identity.package,
        components=tuple(
            component
            for part in parts
            for component in part.components
            if part is base or component.kind != "application"
        ),
        permission_requests=tuple(each for part in parts for each in part.permission_requests),
        permission_definitions=tuple(each for part in parts for each in part.permission_definitions),
        meta_data=tuple(each for part in parts for each in part.meta_data),
        component_factory=base.component_factory,
        backup_agent=base.backup_agent,
        shared_user_id=base.shared_user_id,
        debuggable=base.debuggable,
        test_only=base.test_only,
        allow_backup=base.allow_backup,
        uses_cleartext=base.uses_cleartext,
        network_config=base.network_config,
    )
