"""Classes that the manifest names and the code does not define: a sign of code that comes from elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from permaudit.model.limitation import Limitation
from permaudit.model.manifest import ComponentKind, Manifest
from permaudit.model.message import message

MOST_NAMED = 20
"""So many missing classes are named one by one; the rest is counted."""

_STARTED_BY_ANDROID: frozenset[ComponentKind] = frozenset(
    {"application", "activity", "activity-alias", "service", "receiver", "provider"}
)
_BUNDLED_THOUGH_ANDROID = ("android.support.", "android.arch.")  # libraries that apps carry themselves


def missing_class_limitations(
    manifest: Manifest, defined: Callable[[str], bool], stands_in: Callable[[str], bool] = lambda _: False
) -> tuple[Limitation, ...]:
    """Name the classes Android would start that no DEX file defines.

    `defined` is asked for dotted names. Disabled components count, because the app can enable them; classes of the
    framework do not, and neither do components that stand for classes of plug-ins, because what brings those in is
    said. Each limitation hides code.
    """
    named = {name for name in _named_classes(manifest) if not _is_framework(name)}
    missing = sorted(name for name in named if not defined(name) and not stands_in(name))
    found = [
        Limitation("missing-class", message("limitation-missing-class", name=name), ("code",))
        for name in missing[:MOST_NAMED]
    ]
    if len(missing) > MOST_NAMED:
        detail = message("limitation-more-missing-classes", count=len(missing) - MOST_NAMED)
        found.append(Limitation("missing-class", detail, ("code",)))
    return tuple(found)


def count_components(manifest: Manifest, defined: Callable[[str], bool]) -> tuple[int, int]:
    """How many classes of the app's own Android would start, and how many of them no DEX file defines."""
    named = {name for name in _named_classes(manifest) if not _is_framework(name)}
    return len(named), sum(not defined(name) for name in named)


def _named_classes(manifest: Manifest) -> Iterator[str]:
    for component in manifest.components:
        if component.kind in _STARTED_BY_ANDROID:
            yield component.class_name
    for name in (manifest.component_factory, manifest.backup_agent):
        if name is not None:
            yield name


def _is_framework(name: str) -> bool:
    return name.startswith("android.") and not name.startswith(_BUNDLED_THOUGH_ANDROID)
