"""Settings of the manifest as a current phone takes them, with Android's defaults where nothing is stated."""

import pytest

from permaudit.facts.flags import find_flags
from permaudit.model.app import Tristate
from permaudit.model.manifest import Component, IntentFilter, Manifest, NetworkSecurity
from permaudit.model.package_facts import ManifestFlags

HOME = IntentFilter(("android.intent.action.MAIN",), ("android.intent.category.LAUNCHER",))
CONFIG = "res/xml/network.xml"


def icon(component: Component) -> bool:
    return find_flags(Manifest("com.x", (component,)), 34, None).has_icon


def configured(security: NetworkSecurity | None, target_sdk: int = 34, *, debuggable: bool = False) -> ManifestFlags:
    manifest = Manifest("com.x", debuggable=debuggable, uses_cleartext=True, network_config=CONFIG)
    return find_flags(manifest, target_sdk, security)


def test_a_plain_manifest_for_a_current_android() -> None:
    assert find_flags(Manifest("com.x"), 34, None) == ManifestFlags(
        debuggable=False,
        test_only=False,
        cleartext="no",
        trusts_user_certificates="no",
        backup=True,
        has_icon=False,
        shared_user=False,
    )


def test_what_the_manifest_states_is_taken_over() -> None:
    manifest = Manifest("com.x", shared_user_id="u.x", debuggable=True, test_only=True, allow_backup=False)

    flags = find_flags(manifest, 34, None)

    assert (flags.debuggable, flags.test_only, flags.backup, flags.shared_user) == (True, True, False, True)


@pytest.mark.parametrize("kind", ["activity", "activity-alias"])
def test_a_launcher_activity_shows_an_icon(kind: str) -> None:
    component = Component("activity" if kind == "activity" else "activity-alias", "com.x.A", "b", filters=(HOME,))

    assert icon(component)


@pytest.mark.parametrize(
    "component",
    [
        Component("activity", "com.x.A", "b", enabled=False, filters=(HOME,)),
        Component("activity", "com.x.A", "b", filters=(IntentFilter(HOME.actions),)),
        Component("service", "com.x.A", "b", filters=(HOME,)),
    ],
)
def test_what_no_home_screen_shows_is_no_icon(component: Component) -> None:
    assert not icon(component)


@pytest.mark.parametrize(
    ("target_sdk", "stated", "cleartext"),
    [
        (None, None, "yes"),
        (27, None, "yes"),
        (28, None, "no"),
        (27, False, "no"),
        (34, True, "yes"),
    ],
)
def test_without_a_configuration_the_flag_counts_and_then_the_target(
    *, target_sdk: int | None, stated: bool | None, cleartext: Tristate
) -> None:
    assert find_flags(Manifest("com.x", uses_cleartext=stated), target_sdk, None).cleartext == cleartext


@pytest.mark.parametrize(
    ("target_sdk", "security", "cleartext"),
    [
        (34, NetworkSecurity(), "no"),
        (27, NetworkSecurity(), "yes"),
        (34, NetworkSecurity(cleartext=True), "yes"),
        (27, NetworkSecurity(cleartext=False), "no"),
        (34, NetworkSecurity(cleartext=False, domains_cleartext=True), "yes"),
    ],
)
def test_a_configuration_overrules_the_flag(target_sdk: int, security: NetworkSecurity, cleartext: Tristate) -> None:
    assert configured(security, target_sdk).cleartext == cleartext


@pytest.mark.parametrize(("target_sdk", "trusts"), [(None, "yes"), (23, "yes"), (24, "no")])
def test_added_certificates_are_trusted_by_default_before_android_7(target_sdk: int | None, trusts: Tristate) -> None:
    assert find_flags(Manifest("com.x"), target_sdk, None).trusts_user_certificates == trusts


@pytest.mark.parametrize(
    ("target_sdk", "security", "trusts"),
    [
        (34, NetworkSecurity(), "no"),
        (23, NetworkSecurity(), "yes"),
        (23, NetworkSecurity(trusts_user=False), "no"),
        (34, NetworkSecurity(trusts_user=True), "yes"),
        (34, NetworkSecurity(trusts_user=False, domains_trust_user=True), "yes"),
        (34, NetworkSecurity(debug_trusts_user=True), "no"),
    ],
)
def test_a_configuration_says_whether_added_certificates_are_trusted(
    target_sdk: int, security: NetworkSecurity, trusts: Tristate
) -> None:
    assert configured(security, target_sdk).trusts_user_certificates == trusts


def test_what_a_configuration_allows_for_debugging_holds_in_a_debuggable_app() -> None:
    flags = configured(NetworkSecurity(debug_trusts_user=True), debuggable=True)

    assert flags.trusts_user_certificates == "yes"


def test_a_configuration_that_cannot_be_read_leaves_both_unknown() -> None:
    flags = configured(None)

    assert (flags.cleartext, flags.trusts_user_certificates) == ("unknown", "unknown")


def test_a_configuration_that_is_named_and_not_found_leaves_both_unknown() -> None:
    flags = find_flags(Manifest("com.x", network_config=""), 34, None)

    assert (flags.cleartext, flags.trusts_user_certificates) == ("unknown", "unknown")
