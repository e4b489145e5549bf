"""What keeps a condition from saying no: the kinds of content that, when hidden, may hold what it asks for."""

from __future__ import annotations

from permaudit.model.limitation import Hidden
from permaudit.model.observations import Observations
from permaudit.model.rule import (
    AccessIs,
    ApiIs,
    AssetIs,
    BridgeIs,
    ComponentIs,
    FlowIs,
    Leaf,
    LibraryIs,
    LimitationIs,
    ManifestIs,
    PackerIs,
    PermissionIs,
    PickerIs,
    ReadIs,
    RequestIs,
    SigningIs,
    StringIs,
    TargetSdkIs,
)

HIDDEN_BY: dict[type[Leaf], tuple[Hidden, ...]] = {
    PermissionIs: ("manifest",),
    AccessIs: ("manifest",),
    ComponentIs: ("manifest",),
    ManifestIs: ("manifest",),
    TargetSdkIs: ("manifest",),
    ReadIs: ("code", "script"),
    FlowIs: ("code", "script"),
    PickerIs: ("code", "script"),
    ApiIs: ("code", "script"),
    RequestIs: ("code", "script"),
    StringIs: ("code",),
    LibraryIs: ("code",),
    BridgeIs: ("script",),
    AssetIs: ("assets",),
    PackerIs: ("code", "assets"),
    SigningIs: (),
    LimitationIs: (),
}
"""By kind of condition; the table stands in `rules/README.md` too, and a test compares them."""

_PICKED_FROM = "contacts"


def was_looked_for(condition: Leaf, seen: Observations) -> bool:
    """Whether the audit looked for all that a condition names: another catalogue may not have had it yet."""
    looked_for = seen.looked_for
    if looked_for is None:
        return True
    match condition:
        case ApiIs(name):
            return looked_for.apis.issuperset(name)
        case StringIs(name):
            return looked_for.strings.issuperset(name)
        case AssetIs(name):
            return looked_for.files.issuperset(name)
        case PackerIs(name):
            return looked_for.packers.issuperset(name)
        case BridgeIs(framework):
            return bool(looked_for.frameworks) and looked_for.frameworks.issuperset(framework)
        case _:
            return True


def is_refused(condition: Leaf, seen: Observations) -> bool:
    """Whether Android refuses all that a condition asks for, so that it cannot happen in code that was not seen either.

    A contact that the person picks comes without a permission.
    """
    match condition:
        case ReadIs(permitted=False) | ApiIs(permitted=False):
            return False
        case ReadIs(surface=surfaces, scope=scopes) | FlowIs(surface=surfaces, scope=scopes):
            may_be_picked = _PICKED_FROM in surfaces and (not scopes or "picked" in scopes)
            return bool(surfaces) and not may_be_picked and seen.refused.surfaces.issuperset(surfaces)
        case ApiIs(name):
            return bool(name) and seen.refused.apis.issuperset(name)
        case _:
            return False
