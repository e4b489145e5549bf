"""The history of permissions against Android's own lists: those that androguard ships, one for each SDK."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest

from permaudit.catalog.load import load_catalog
from permaudit.catalog.permissions import PlatformPermission
from permaudit.documents import load_document, rules_directory
from permaudit.errors import RuleError

CATALOG = load_catalog(rules_directory() / "catalog")
PLATFORM = files("androguard").joinpath("core", "api_specific_resources", "aosp_permissions")
SDKS = [sdk for sdk in range(4, 37) if PLATFORM.joinpath(f"permissions_{sdk}.json").is_file()]
GROUPS_STATED_UP_TO = 28  # later lists call every group UNDEFINED
FIRST_SDK_WITH_QUESTIONS = 23

if not SDKS:
    pytest.skip("this androguard ships no lists of Android's permissions", allow_module_level=True)


@cache
def platform(sdk: int) -> dict[str, dict[str, str]]:
    document = json.loads(PLATFORM.joinpath(f"permissions_{sdk}.json").read_text(encoding="utf-8"))
    permissions: dict[str, dict[str, str]] = document["permissions"]
    return permissions


def base_level(stated: str) -> str:
    """`signature|privileged|appop` without its flags; nothing stated means normal."""
    first = stated.partition("|")[0] or "normal"
    return "signature" if first in {"system", "signatureOrSystem"} else first


def short_group(stated: str) -> str | None:
    return stated.removeprefix("android.permission-group.").lower().replace("_", "-") or None


def test_the_lists_cover_the_phones_that_people_use() -> None:
    assert {*range(21, 37)} <= set(SDKS)


@pytest.mark.parametrize("sdk", [sdk for sdk in SDKS if sdk >= FIRST_SDK_WITH_QUESTIONS])
def test_every_permission_that_asks_is_in_the_catalogue(sdk: int) -> None:
    asks = {name for name, stated in platform(sdk).items() if "dangerous" in stated["protectionLevel"].split("|")}

    assert asks <= set(CATALOG.permissions)


@pytest.mark.parametrize("sdk", SDKS)
def test_the_level_is_androids_at_every_sdk(sdk: int) -> None:
    compared = 0
    for name in sorted(CATALOG.permissions.keys() & platform(sdk).keys()):
        stated = platform(sdk)[name]["protectionLevel"]
        phase = CATALOG.permissions[name].phase_at(sdk)
        assert phase is not None, name
        if phase.protection == "appop":
            assert "appop" in stated.split("|"), name
            assert base_level(stated) == "signature", name
        else:
            assert phase.protection == base_level(stated), name
        compared += 1

    assert compared >= 80


@pytest.mark.parametrize("sdk", [sdk for sdk in SDKS if sdk <= GROUPS_STATED_UP_TO])
def test_the_group_is_androids_as_long_as_its_lists_state_one(sdk: int) -> None:
    compared = 0
    for name in sorted(CATALOG.permissions.keys() & platform(sdk).keys()):
        permission = CATALOG.permissions[name]
        phase = permission.phase_at(sdk)
        assert phase is not None, name
        if permission.history or phase.protection == "dangerous":
            assert phase.group == short_group(platform(sdk)[name]["permissionGroup"]), name
            compared += 1

    assert compared >= 40


@pytest.mark.parametrize("sdk", SDKS)
def test_a_permission_is_older_than_no_phone_that_has_it(sdk: int) -> None:
    earlier = [each for each in SDKS if each < sdk]

    for name, permission in CATALOG.permissions.items():
        if permission.since_sdk > sdk:
            assert name not in platform(sdk), name
        elif earlier and permission.since_sdk > earlier[-1]:
            assert name in platform(sdk) or name.startswith("android.permission.health."), name


def test_the_call_log_was_answered_with_the_phone_before_it_had_a_question_of_its_own() -> None:
    permission = CATALOG.permissions["android.permission.READ_CALL_LOG"]

    shown = [(phase.since_sdk, phase.protection, phase.group) for phase in permission.history]

    assert shown == [
        (16, "dangerous", "personal-info"),
        (17, "dangerous", "social-info"),
        (23, "dangerous", "phone"),
        (28, "dangerous", "call-log"),
    ]


@pytest.mark.parametrize(
    ("name", "sdk", "level", "group"),
    [
        ("android.permission.GET_ACCOUNTS", 22, "normal", "accounts"),
        ("android.permission.GET_ACCOUNTS", 23, "dangerous", "contacts"),
        ("android.permission.SYSTEM_ALERT_WINDOW", 22, "dangerous", "display"),
        ("android.permission.SYSTEM_ALERT_WINDOW", 23, "appop", None),
        ("android.permission.READ_MEDIA_IMAGES", 36, "dangerous", "media-visual"),
        ("android.permission.ACCESS_MEDIA_LOCATION", 32, "dangerous", "storage"),
        ("android.permission.health.READ_WEIGHT", 34, "dangerous", "health"),
    ],
)
def test_a_permission_at_one_sdk(name: str, sdk: int, level: str, group: str | None) -> None:
    phase = CATALOG.permissions[name].phase_at(sdk)

    assert phase is not None
    assert (phase.protection, phase.group) == (level, group)


def test_a_phone_older_than_a_permission_does_not_have_it() -> None:
    assert CATALOG.permissions["android.permission.READ_CALL_LOG"].phase_at(15) is None


@pytest.mark.parametrize(
    ("history", "problem"),
    [
        ("[{since_sdk: 2, protection: normal}, {since_sdk: 23, protection: dangerous, group: sms}]", "begin"),
        ("[{since_sdk: 1, protection: normal}, {since_sdk: 1, protection: dangerous, group: sms}]", "go up"),
        ("[{since_sdk: 1, protection: normal}, {since_sdk: 23, protection: normal}]", "last phase"),
        ("[{since_sdk: 1, protection: normal}, {since_sdk: 23, protection: dangerous, group: phone}]", "last phase"),
    ],
)
def test_a_history_that_contradicts_its_permission_is_refused(tmp_path: Path, history: str, problem: str) -> None:
    path = tmp_path / "permission.yaml"
    path.write_text(
        f"{{name: x.READ, protection: dangerous, group: sms, sentence: It reads., history: {history}}}\n",
        encoding="utf-8",
    )

    with pytest.raises(RuleError) as raised:
        load_document(path, PlatformPermission)

    assert problem in str(raised.value)
