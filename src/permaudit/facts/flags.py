"""Settings of the manifest that change what others can do with the app.

Defaults are those of AOSP `ParsingPackageUtils` and `NetworkSecurityConfig.getDefaultBuilder`; that a network security
configuration overrules the flag: developer.android.com, Network security configuration.
"""

from __future__ import annotations

from permaudit.model.app import Tristate
from permaudit.model.manifest import Manifest, NetworkSecurity
from permaudit.model.package_facts import ManifestFlags

_OLDEST_TARGET = 1
_ENCRYPTED_SINCE = 28  # Android 9: without encryption only where the app says so
_ADDED_CERTIFICATES_UNTIL = 24  # Android 7: certificates added to the phone only where the app says so


def find_flags(manifest: Manifest, target_sdk: int | None, security: NetworkSecurity | None) -> ManifestFlags:
    """Work out the settings as a current phone takes them.

    `security` is what the configuration says that `manifest.network_config` names, None if it could not be read.
    """
    target_sdk = target_sdk or _OLDEST_TARGET
    return ManifestFlags(
        debuggable=manifest.debuggable,
        test_only=manifest.test_only,
        cleartext=_cleartext(manifest, target_sdk, security),
        trusts_user_certificates=_trusts_user(manifest, target_sdk, security),
        backup=manifest.allow_backup is not False,
        has_icon=any(
            each.is_launcher and each.enabled and each.kind in ("activity", "activity-alias")
            for each in manifest.components
        ),
        shared_user=bool(manifest.shared_user_id),
    )


def _cleartext(manifest: Manifest, target_sdk: int, security: NetworkSecurity | None) -> Tristate:
    by_default = target_sdk < _ENCRYPTED_SINCE
    if manifest.network_config is None:
        return _yes_or_no(_stated_or(manifest.uses_cleartext, by_default))
    if security is None:
        return "unknown"
    return _yes_or_no(_stated_or(security.cleartext, by_default) or security.domains_cleartext)


def _trusts_user(manifest: Manifest, target_sdk: int, security: NetworkSecurity | None) -> Tristate:
    by_default = target_sdk < _ADDED_CERTIFICATES_UNTIL
    if manifest.network_config is None:
        return _yes_or_no(by_default)
    if security is None:
        return "unknown"
    return _yes_or_no(
        _stated_or(security.trusts_user, by_default)
        or security.domains_trust_user
        or (manifest.debuggable and security.debug_trusts_user)
    )


def _stated_or(stated: bool | None, default: bool) -> bool:  # noqa: FBT001  two answers of one kind
    return default if stated is None else stated


def _yes_or_no(answer: bool) -> Tristate:  # noqa: FBT001  its only argument
    return "yes" if answer else "no"
