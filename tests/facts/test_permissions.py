"""What a current phone makes of the permissions a manifest asks for."""

import pytest
from facts.catalogs import make_catalog

from permaudit.catalog.permissions import PlatformPermission, SplitPermission
from permaudit.facts.permissions import find_permissions
from permaudit.model.app import App
from permaudit.model.manifest import Manifest, PermissionDefinition, PermissionRequest
from permaudit.model.permission import Permission

READ, WRITE, ACCOUNTS = "p.READ_CONTACTS", "p.WRITE_CONTACTS", "p.GET_ACCOUNTS"
CALLS, STORE, MEDIA, NET = "p.READ_CALL_LOG", "p.STORE", "p.MEDIA", "p.INTERNET"


def dangerous(name: str, group: str, install_time_below_sdk: int = 23) -> PlatformPermission:
    return PlatformPermission(name, "dangerous", "s", group, install_time_below_sdk=install_time_below_sdk)


CATALOG = make_catalog(
    [
        *(dangerous(name, "contacts") for name in (READ, WRITE, ACCOUNTS)),
        dangerous(CALLS, "call-log"),
        PlatformPermission(NET, "normal", "s"),
    ],
    [
        SplitPermission(READ, (CALLS,), below_target_sdk=16),
        SplitPermission(CALLS, (STORE,)),
        SplitPermission(STORE, (MEDIA, CALLS)),
    ],
)


def request(
    name: str, *, max_sdk: int | None = None, min_sdk: int | None = None, sdk_23: bool = False
) -> PermissionRequest:
    return PermissionRequest(name, "base.apk", sdk_23, min_sdk, max_sdk)


def find(
    *requests: PermissionRequest | str, target_sdk: int | None = 34, definitions: tuple[PermissionDefinition, ...] = ()
) -> dict[str, Permission]:
    full = tuple(request(each) if isinstance(each, str) else each for each in requests)
    manifest = Manifest("com.x", permission_requests=full, permission_definitions=definitions)
    return {each.name: each for each in find_permissions(manifest, App("com.x", target_sdk=target_sdk), CATALOG)}


def test_a_declared_permission_is_held_with_its_group_and_protection() -> None:
    assert find(READ) == {
        READ: Permission(READ, "base.apk", "declared", group="contacts", protection="dangerous", held_now=True)
    }


@pytest.mark.parametrize(("max_sdk", "held"), [(22, False), (35, False), (36, True), (99, True)])
def test_a_bound_ends_a_permission_only_on_newer_phones(max_sdk: int, *, held: bool) -> None:
    found = find(request(READ, max_sdk=max_sdk))[READ]

    assert (found.max_sdk, found.held_now) == (max_sdk, held)


def test_an_entry_without_a_bound_lifts_the_bound_of_another() -> None:
    found = find(request(READ, max_sdk=22), request(READ))[READ]

    assert (found.max_sdk, found.held_now) == (None, True)


def test_of_two_bounds_the_later_counts() -> None:
    assert find(request(READ, max_sdk=22), request(READ, max_sdk=30))[READ].max_sdk == 30


def test_an_entry_for_android_6_is_held_now_from_there() -> None:
    found = find(request(READ, sdk_23=True))[READ]

    assert (found.source, found.min_sdk, found.held_now) == ("sdk-23", 23, True)


def test_a_plain_entry_beside_one_for_android_6_makes_it_declared() -> None:
    found = find(request(READ, sdk_23=True), request(READ, max_sdk=22))[READ]

    assert (found.source, found.min_sdk, found.max_sdk, found.held_now) == ("declared", None, None, True)


def test_two_entries_that_both_miss_the_current_phone_do_not_add_up() -> None:
    found = find(request(READ, max_sdk=22), request(READ, min_sdk=38))[READ]

    assert not found.held_now


def test_an_old_target_implies_and_what_is_implied_implies_again() -> None:
    found = find(READ, target_sdk=15)

    assert [(each.name, each.source, each.implied_by) for each in found.values()] == [
        (READ, "declared", None),
        (CALLS, "implied", READ),
        (STORE, "implied", CALLS),
        (MEDIA, "implied", STORE),
    ]
    assert list(find(READ, target_sdk=16)) == [READ]


def test_what_ends_on_old_phones_implies_only_there() -> None:
    implied = find(request(READ, max_sdk=22), target_sdk=15)[CALLS]

    assert (implied.max_sdk, implied.held_now) == (22, False)


def test_a_permission_ended_by_its_own_entry_is_still_implied_by_one_that_is_held() -> None:
    found = find(READ, request(CALLS, max_sdk=22), target_sdk=15)[CALLS]

    assert (found.source, found.implied_by, found.held_now) == ("implied", READ, True)


@pytest.mark.parametrize("target_sdk", [3, None])
def test_the_oldest_apps_get_storage_and_phone_state(target_sdk: int | None) -> None:
    names = set(find(NET, target_sdk=target_sdk))

    assert {"android.permission.WRITE_EXTERNAL_STORAGE", "android.permission.READ_PHONE_STATE"} <= names
    assert set(find(NET, target_sdk=4)) == {NET}


@pytest.mark.parametrize(("target_sdk", "granted"), [(22, True), (23, False), (None, True)])
def test_an_old_target_is_granted_without_a_question(target_sdk: int | None, *, granted: bool) -> None:
    found = find(READ, NET, target_sdk=target_sdk)

    assert found[READ].install_time is granted
    assert not found[NET].install_time


def test_one_tap_may_also_grant_the_rest_of_the_group() -> None:
    found = find(WRITE, READ, ACCOUNTS, CALLS)

    assert found[READ].silent_with == (ACCOUNTS, WRITE)
    assert found[CALLS].silent_with == ()


def test_a_permission_not_held_grants_nothing_silently() -> None:
    found = find(request(ACCOUNTS, max_sdk=22), READ)

    assert found[READ].silent_with == ()
    assert found[ACCOUNTS].silent_with == ()


def test_a_permission_nobody_defines_has_no_group_and_no_protection() -> None:
    assert find("com.other.UNKNOWN")["com.other.UNKNOWN"] == Permission("com.other.UNKNOWN", "base.apk", "declared")


def test_a_permission_of_the_app_itself_follows_its_definition() -> None:
    own = PermissionDefinition("com.x.OWN", "base.apk", 0x11, "android.permission-group.CONTACTS")

    found = find("com.x.OWN", READ, definitions=(own,))

    assert (found["com.x.OWN"].protection, found["com.x.OWN"].group) == ("dangerous", "contacts")
    assert found[READ].silent_with == ("com.x.OWN",)


def test_an_app_cannot_redefine_what_android_defines() -> None:
    fake = PermissionDefinition(READ, "base.apk", 0, None)

    assert find(READ, definitions=(fake,))[READ].protection == "dangerous"


def test_requests_of_all_parts_count_and_keep_their_part() -> None:
    manifest = Manifest("com.x", permission_requests=(request(NET), PermissionRequest(READ, "feature.apk")))

    found = find_permissions(manifest, App("com.x", target_sdk=34), CATALOG)

    assert [(each.name, each.part) for each in found] == [(NET, "base.apk"), (READ, "feature.apk")]
