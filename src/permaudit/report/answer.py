"""The answer in sentences: what the app could see, what its code does, and what stands beside that."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import assert_never

from permaudit.model.evidence import Read
from permaudit.model.observations import Observations
from permaudit.model.permission import Door, Permission
from permaudit.model.report import Report
from permaudit.report.android_versions import name_android
from permaudit.report.fields import ALWAYS_SHOWN, FIELDS_SPOKEN
from permaudit.report.flows import say_flow_fields, say_hosts
from permaudit.report.happening import address_book_reads, sending_bridges, sending_flows, unanswered_bridges
from permaudit.words.sentences import Words

READ_CONTACTS = "android.permission.READ_CONTACTS"
_GET_ACCOUNTS = "android.permission.GET_ACCOUNTS"
_FIRST_SDK_THAT_ASKS = 23  # Android 6.0; older ones grant everything at installation
_THINGS_OF_GROUPS = {"call-log": "thing-call-log", "sms": "thing-sms"}
_THINGS_OF_DOORS: dict[Door, str] = {
    "dialer-role": "thing-calls",
    "call-screening": "thing-calls",
    "sms-role": "thing-sms",
    "accessibility": "thing-screen",
    "assistant-role": "thing-screen",
    "screen-capture": "thing-screen",
    "notification-listener": "thing-notifications",
    "companion-device": "thing-notifications",
}
_THINGS = ("thing-call-log", "thing-sms", "thing-calls", "thing-accounts", "thing-screen", "thing-notifications")


def say_could(report: Report, words: Words) -> str:
    """The most that Android would let the app read."""
    could = _say_could_alone(report, words)
    # Android gives permissions to a user id; only who has the whole book already gains nothing from the other apps
    if report.verdict.could != "whole-book" and report.observations.flags.shared_user:
        return words.say("could-shared-user", could=could)
    return could


def say_does(report: Report, words: Words) -> str:
    """What the code was seen to do with the address book."""
    reads = address_book_reads(report.observations.reads)
    match report.verdict.does:
        case "reads-all":
            return _say_reads_all([read for read in reads if read.scope == "all"], words)
        case "reads-some":
            return _say_reads_some({read.scope for read in reads} - {"picked"}, report.observations, words)
        case "sends":
            return _say_sends(report.observations, words)
        case "not-seen":
            return _say_not_seen(report.observations, words)
        case "picks":
            return words.say("does-picks")
        case never:
            assert_never(never)


def say_beside(report: Report, words: Words) -> tuple[str, ...]:
    """What changes the answer on some phones or for some people."""
    spoken: list[str] = []
    for permission in report.observations.permissions:
        if permission.name == READ_CONTACTS:
            spoken += _say_conditions(permission, words)
    return tuple(dict.fromkeys(spoken))


def _say_could_alone(report: Report, words: Words) -> str:
    """What the manifest of this app alone lets it read."""
    could = report.verdict.could
    if could != "some":
        return words.say(f"could-{could}")
    things = [words.say(thing) for thing in _things_shown(report.observations)]
    return words.say("could-some", things=words.enumerate(things)) if things else words.say("could-some-unnamed")


def _say_reads_all(reads: Sequence[Read], words: Words) -> str:
    named = {field for read in reads for field in read.fields}
    fields = [words.say(f"fields-{field}") for field in FIELDS_SPOKEN if field in named]
    if any(set(ALWAYS_SHOWN) <= set(read.carried) for read in reads):
        return words.say("does-reads-all-whole")
    if fields:
        return words.say("does-reads-all-fields", fields=words.enumerate(fields))
    return words.say("does-reads-all")


def _say_reads_some(scopes: Collection[str], seen: Observations, words: Words) -> str:
    """How much is read by the code; where only scripts ask, that is said, and whether more than names was seen."""
    if not scopes:
        asked = [each for each in seen.bridges if each.surface == "contacts" and each.scope != "picked"]
        called = any(each.seen_as == "source" for each in asked)
        return words.say("does-script-asks" if called else "does-script-names")
    return words.say("does-reads-unknown" if "unknown" in scopes else "does-reads-some")  # it may be everyone


def _say_not_seen(seen: Observations, words: Words) -> str:
    """That nothing was seen, unless a script asks for people and what would answer it is out of sight."""
    asked = unanswered_bridges(seen)
    if not asked:
        return words.say("does-not-seen")
    addresses = say_hosts(sorted({host for each in asked for host in each.sent_to}), words)
    return words.say("does-script-unanswered-to" if addresses else "does-script-unanswered", addresses=addresses)


def _say_sends(seen: Observations, words: Words) -> str:
    """Which fields of whom go where; the flows of everyone first, and what is handed over before who is written to."""
    found = sending_flows(seen)
    scripts = sending_bridges(seen)
    if not found and scripts:
        addresses = say_hosts(sorted({host for each in scripts for host in each.sent_to}), words)
        return words.say("does-script-sends-to" if addresses else "does-script-sends", addresses=addresses)
    handed = [(flow, read) for flow, read in found if flow.role == "content"]
    if found and not handed:
        return words.say("does-sends-recipients")
    if handed and all(flow.sink == "other-app" for flow, _ in handed):
        return words.say("does-sends-other-app")
    everyone = [flow for flow, read in handed if read.scope == "all"]
    flows = everyone or [flow for flow, _ in handed]
    fields = say_flow_fields(sorted({field for flow in flows for field in flow.fields}), words)
    hosts = {host for flow in flows for host in flow.hosts}
    if any(flow.sent_by_script for flow in flows):
        hosts |= {host for each in scripts for host in each.sent_to}
    addresses = say_hosts(sorted(hosts), words)
    whom = "does-sends-all" if everyone else "does-sends"
    match bool(fields), bool(addresses):
        case True, True:
            return words.say(f"{whom}-fields-to", fields=fields, addresses=addresses)
        case True, False:
            return words.say(f"{whom}-fields", fields=fields)
        case False, True:
            return words.say(f"{whom}-to", addresses=addresses)
        case _:
            return words.say(whom)


def _say_conditions(permission: Permission, words: Words) -> list[str]:
    spoken = []
    if not permission.held_now and permission.max_sdk is not None:
        asks = permission.max_sdk >= _FIRST_SDK_THAT_ASKS
        android = name_android(words, permission.max_sdk)
        spoken.append(words.say("beside-max-sdk" if asks else "beside-max-sdk-installed", android=android))
    if permission.install_time:
        spoken.append(words.say("beside-install-time"))
    if permission.source == "role":
        spoken.append(words.say("beside-role"))
    if permission.held_now and permission.silent_with and not permission.install_time:
        spoken.append(words.say("beside-silent"))
    return spoken


def _things_shown(seen: Observations) -> list[str]:
    things = {_THINGS_OF_GROUPS.get(each.group or "", "") for each in seen.permissions if each.held_now}
    things |= {"thing-accounts" for each in seen.permissions if each.name == _GET_ACCOUNTS and each.held_now}
    things |= {_THINGS_OF_DOORS.get(each.door, "") for each in seen.special_access}
    return [thing for thing in _THINGS if thing in things]
