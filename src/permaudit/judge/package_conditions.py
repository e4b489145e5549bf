"""Conditions on what the package says of itself: permissions, components, settings, signing, libraries and files."""

from __future__ import annotations

from permaudit.judge.attributes import any_in, like_one_of, one_of, stated, stated_of_tristate, unless_unknown
from permaudit.judge.truth import all_of
from permaudit.model.app import App, Tristate
from permaudit.model.limitation import Limitation
from permaudit.model.manifest import Component
from permaudit.model.package_facts import FileSeen, LibrarySeen, ManifestFlags, PackerSeen, Signing
from permaudit.model.permission import Permission, SpecialAccess
from permaudit.model.rule import (
    AccessIs,
    AssetIs,
    ComponentIs,
    LibraryIs,
    LimitationIs,
    ManifestIs,
    PackerIs,
    PermissionIs,
    SigningIs,
    TargetSdkIs,
)

_OLDEST_TARGET = 1  # Android's reading of a manifest without uses-sdk


def answer_permission(asked: PermissionIs, each: Permission) -> Tristate:
    """Whether a permission is requested as stated."""
    return all_of(
        [
            one_of(asked.name, each.name),
            stated(asked.group, each.group),
            one_of(asked.source, each.source),
            stated(asked.held_now, each.held_now),
            stated(asked.install_time, each.install_time),
            unless_unknown(asked.used, each.used),
            stated(asked.silent, bool(each.silent_with)),
            stated(asked.sdk_limited, each.max_sdk is not None or each.min_sdk is not None),
        ]
    )


def answer_access(asked: AccessIs, each: SpecialAccess) -> Tristate:
    """Whether the manifest asks for a special service or role."""
    return all_of([one_of(asked.door, each.door), any_in(asked.grants, each.grants)])


def answer_limitation(asked: LimitationIs, each: Limitation) -> Tristate:
    """Whether something of this kind could not be seen."""
    return all_of([one_of(asked.of, each.kind), any_in(asked.hides, each.hides)])


def answer_component(asked: ComponentIs, each: Component) -> Tristate:
    """Whether the manifest declares such a component."""
    kind = "activity" if each.kind == "activity-alias" else each.kind
    return all_of(
        [
            one_of(asked.is_a, kind),
            any_in(asked.action, each.actions),
            one_of(asked.permission, each.permission),
            like_one_of(asked.class_name, [each.class_name]),
            stated(asked.exported, each.exported),
            stated(asked.enabled, each.enabled),
        ]
    )


def answer_manifest(asked: ManifestIs, flags: ManifestFlags) -> Tristate:
    """Whether the settings are as stated."""
    return all_of(
        [
            stated(asked.debuggable, flags.debuggable),
            stated(asked.test_only, flags.test_only),
            stated_of_tristate(asked.cleartext, flags.cleartext),
            stated_of_tristate(asked.trusts_user_certificates, flags.trusts_user_certificates),
            stated(asked.backup, flags.backup),
            stated(asked.has_icon, flags.has_icon),
            stated(asked.shared_user, flags.shared_user),
        ]
    )


def answer_signing(asked: SigningIs, signing: Signing) -> Tristate:
    """Whether the package is signed as stated; a certificate that could not be read may be any."""
    answers = [
        (asked.public_key, bool(signing.public_keys)),
        (asked.parts_differ, signing.parts_differ),
        (asked.unsigned, signing.unsigned),
        (asked.only_v1, signing.only_v1),
    ]
    return all_of(
        [
            "unknown" if wanted is not None and not actual and not signing.readable else stated(wanted, actual)
            for wanted, actual in answers
        ]
    )


def answer_target_sdk(asked: TargetSdkIs, app: App) -> Tristate:
    """Whether the app was made for an Android version of this range."""
    target = app.target_sdk or _OLDEST_TARGET
    above = asked.at_least is None or target >= asked.at_least
    return "yes" if above and (asked.below is None or target < asked.below) else "no"


def answer_library(asked: LibraryIs, each: LibrarySeen) -> Tristate:
    """Whether the package holds classes of a library."""
    return all_of(
        [
            one_of(asked.name, each.name),
            one_of(asked.is_a, each.kind),
            stated(asked.reads_people, each.reads_people),
        ]
    )


def answer_packer(asked: PackerIs, each: PackerSeen) -> Tristate:
    """Whether the package shows signs of a packer."""
    return all_of([one_of(asked.name, each.id), stated(asked.hides_code, each.hides_code)])


def answer_asset(asked: AssetIs, each: FileSeen) -> Tristate:
    """Whether the package holds a file."""
    return one_of(asked.name, each.id)
