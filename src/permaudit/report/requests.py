"""What the app asks Android for, in plain sentences: permissions about people, and other doors to them."""

from __future__ import annotations

import msgspec

from permaudit.model.permission import Permission, SpecialAccess
from permaudit.model.report import Report
from permaudit.report.android_versions import name_android
from permaudit.words.sentences import Words

_GROUPS_ABOUT_PEOPLE = ("contacts", "call-log", "sms", "phone", "calendar")
_PREFIX = "android.permission."


class Request(msgspec.Struct, frozen=True):
    """One thing asked for: its name as Android writes it, shortened, and what there is to say about it."""

    name: str
    sentences: tuple[str, ...]


def requests_about_people(report: Report, words: Words) -> tuple[Request, ...]:
    """Permissions in groups about people, by group, then the special services and roles."""
    found = [each for each in report.observations.permissions if each.group in _GROUPS_ABOUT_PEOPLE]
    found.sort(key=lambda each: (_GROUPS_ABOUT_PEOPLE.index(each.group or ""), each.name, each.part))
    permissions = [Request(short_name(each.name), _say_permission(each, words)) for each in found]
    doors = [_door(each, words) for each in report.observations.special_access]
    return tuple(dict.fromkeys((*permissions, *doors)))  # two services are one door


def count_other_requests(report: Report) -> int:
    """How many permissions are not about people."""
    return sum(each.group not in _GROUPS_ABOUT_PEOPLE for each in report.observations.permissions)


def short_name(permission: str) -> str:
    """A platform permission without its long prefix."""
    return permission.removeprefix(_PREFIX)


def _say_permission(permission: Permission, words: Words) -> tuple[str, ...]:
    sentences = [words.describe("permission", permission.name) or words.say("permission-not-described")]
    if permission.source == "implied" and permission.implied_by:
        sentences.append(words.say("permission-implied", name=short_name(permission.implied_by)))
    if permission.source == "role":
        sentences.append(words.say("permission-role"))
    if permission.max_sdk is not None:
        sentences.append(words.say("permission-max-sdk", android=name_android(words, permission.max_sdk)))
    if permission.min_sdk is not None:
        sentences.append(words.say("permission-min-sdk", android=name_android(words, permission.min_sdk)))
    if permission.install_time and permission.protection == "dangerous":
        sentences.append(words.say("permission-install-time"))
    if permission.silent_with:
        names = words.enumerate([short_name(name) for name in permission.silent_with], "or")
        sentences.append(words.say("permission-silent", names=names))
    if permission.used == "no":
        sentences.append(words.say("permission-unused"))
    return tuple(sentences)


def _door(access: SpecialAccess, words: Words) -> Request:
    sentence = words.describe("door", access.door)
    return Request(words.say(f"door-{access.door}"), (sentence,) if sentence else ())
