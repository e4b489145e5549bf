"""What the other stages know of an app that the evidence stage needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from permaudit.model.manifest import LayoutHandler, Manifest


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What other stages know that evidence needs: the manifest, layouts, permissions held on a current phone."""

    manifest: Manifest
    layout_handlers: Sequence[LayoutHandler]
    layout_classes: Sequence[str]
    held: frozenset[str]
    hides_code: bool
