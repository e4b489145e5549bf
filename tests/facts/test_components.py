"""A class the manifest names and nobody defines hides code."""

import pytest

from permaudit.facts.components import MOST_NAMED, count_components, missing_class_limitations
from permaudit.model.limitation import Limitation
from permaudit.model.manifest import Component, ComponentKind, Manifest
from permaudit.model.message import message


def missing(manifest: Manifest, *defined: str) -> tuple[Limitation, ...]:
    return missing_class_limitations(manifest, set(defined).__contains__)


def names(limitations: tuple[Limitation, ...]) -> list[str | int]:
    return [dict(each.detail.arguments)["name"] for each in limitations]


def manifest_of(*class_names: str, kind: ComponentKind = "activity") -> Manifest:
    return Manifest("com.x", tuple(Component(kind, name, "base.apk") for name in class_names))


@pytest.mark.parametrize("kind", ["application", "activity", "activity-alias", "service", "receiver", "provider"])
def test_a_component_without_a_class_is_named_and_hides_code(kind: ComponentKind) -> None:
    assert missing(manifest_of("com.x.Gone", kind=kind)) == (
        Limitation("missing-class", message("limitation-missing-class", name="com.x.Gone"), ("code",)),
    )


def test_a_class_that_is_there_is_not_missing() -> None:
    assert missing(manifest_of("com.x.Main"), "com.x.Main") == ()


def test_the_component_factory_and_the_backup_agent_count() -> None:
    manifest = Manifest("com.x", component_factory="com.x.Factory", backup_agent="com.x.Backup")

    assert names(missing(manifest)) == ["com.x.Backup", "com.x.Factory"]


def test_classes_of_the_framework_are_not_missing_but_bundled_libraries_are() -> None:
    manifest = manifest_of("android.app.NativeActivity", "android.support.v4.content.FileProvider")

    assert names(missing(manifest)) == ["android.support.v4.content.FileProvider"]


def test_a_disabled_component_counts_and_instrumentation_does_not() -> None:
    disabled = Component("service", "com.x.Later", "base.apk", enabled=False)
    test = Component("instrumentation", "com.x.Test", "base.apk")

    assert names(missing(Manifest("com.x", (disabled, test)))) == ["com.x.Later"]


def test_one_class_named_twice_is_missing_once() -> None:
    assert names(missing(manifest_of("com.x.Gone", "com.x.Gone"))) == ["com.x.Gone"]


def test_a_component_that_stands_for_a_plug_in_is_not_missing_besides() -> None:
    manifest = manifest_of("com.x.stand.A1", "com.x.Gone", "com.x.stand.Here")

    found = missing_class_limitations(manifest, {"com.x.stand.Here"}.__contains__, lambda name: ".stand." in name)

    assert names(found) == ["com.x.Gone"]


def test_many_missing_classes_are_counted_beyond_the_bound() -> None:
    found = missing(manifest_of(*(f"com.x.A{number:03}" for number in range(MOST_NAMED + 5))))

    assert len(found) == MOST_NAMED + 1
    assert found[-1] == Limitation("missing-class", message("limitation-more-missing-classes", count=5), ("code",))


def test_classes_that_android_starts_are_counted_once_without_the_frameworks_own() -> None:
    manifest = manifest_of("com.x.Main", "com.x.Main", "com.x.Gone", "android.app.NativeActivity")

    assert count_components(manifest, {"com.x.Main"}.__contains__) == (2, 1)
