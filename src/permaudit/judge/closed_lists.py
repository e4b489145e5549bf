"""The words a condition may use for each attribute; a word on no list would make a rule that never speaks."""

from __future__ import annotations

from typing import get_args

from permaudit.catalog.surfaces import Field
from permaudit.model.app import Tristate
from permaudit.model.evidence import BridgeScope, BridgeSurface, Reveals, Scope, SeenAs, Surface, Trigger
from permaudit.model.flow import Role, Sink, Transform
from permaudit.model.limitation import Hidden, LimitationKind
from permaudit.model.manifest import ComponentKind
from permaudit.model.permission import Door, PermissionSource

_OWNERS = frozenset({"app", "library", "unknown"})
_COMPONENTS = frozenset(get_args(ComponentKind)) - {"activity-alias"}

CLOSED_LISTS: dict[tuple[str, str], frozenset[str]] = {
    ("permission", "source"): frozenset(get_args(PermissionSource)),
    ("permission", "used"): frozenset(get_args(Tristate)),
    ("read", "surface"): frozenset(get_args(Surface)),
    ("read", "scope"): frozenset(get_args(Scope)),
    ("read", "fields"): frozenset(get_args(Field)),
    ("read", "reveals"): frozenset(get_args(Reveals)),
    ("read", "trigger"): frozenset(get_args(Trigger)),
    ("read", "entry"): _COMPONENTS,
    ("read", "owner"): _OWNERS,
    ("read", "reachable"): frozenset(get_args(Tristate)),
    ("flow", "surface"): frozenset(get_args(Surface)),
    ("flow", "scope"): frozenset(get_args(Scope)),
    ("flow", "fields"): frozenset(get_args(Field)),
    ("flow", "sink"): frozenset(get_args(Sink)),
    ("flow", "role"): frozenset(get_args(Role)),
    ("flow", "transforms"): frozenset(get_args(Transform)),
    ("flow", "owner"): _OWNERS,
    ("flow", "trigger"): frozenset(get_args(Trigger)),
    ("flow", "reachable"): frozenset(get_args(Tristate)),
    ("bridge", "surface"): frozenset(get_args(BridgeSurface)),
    ("bridge", "scope"): frozenset(get_args(BridgeScope)),
    ("bridge", "wired"): frozenset(get_args(Tristate)),
    ("bridge", "seen_as"): frozenset(get_args(SeenAs)),
    ("bridge", "sends"): frozenset(get_args(Tristate)),
    ("picker", "reachable"): frozenset(get_args(Tristate)),
    ("api", "trigger"): frozenset(get_args(Trigger)),
    ("api", "owner"): _OWNERS,
    ("api", "reachable"): frozenset(get_args(Tristate)),
    ("request", "trigger"): frozenset(get_args(Trigger)),
    ("request", "owner"): _OWNERS,
    ("request", "reachable"): frozenset(get_args(Tristate)),
    ("string", "owner"): _OWNERS,
    ("component", "kind"): _COMPONENTS,
    ("access", "door"): frozenset(get_args(Door)),
    ("limitation", "of"): frozenset(get_args(LimitationKind)),
    ("limitation", "hides"): frozenset(get_args(Hidden)),
}
"""By condition and attribute, as rule files write them. What the catalogue names is checked against it (references)."""
