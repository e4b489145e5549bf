"""Conditions on what the code does: reads, flows, pickers, calls, questions for permissions, texts and scripts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from ipaddress import ip_address

from permaudit.judge.attributes import any_in, fits, one_of, stated, unless_unknown
from permaudit.judge.truth import all_of, any_of
from permaudit.model.app import Tristate
from permaudit.model.behaviour import ApiCall, PermissionAsk, TextSeen
from permaudit.model.evidence import Bridge, CallPath, Picker, Read
from permaudit.model.flow import Flow
from permaudit.model.rule import ApiIs, BridgeIs, FlowIs, PickerIs, ReadIs, RequestIs, StringIs

Kinds = Mapping[str, str]
"""The kind of each component that the manifest declares, by its class name."""
BARE_IP = "bare-ip"
"""Stands among the hosts of a condition for every server that is named by an IPv4 or IPv6 address."""


def answer_read(asked: ReadIs, each: Read, kinds: Kinds, *, refusal_is_sure: bool) -> Tristate:
    """A read is not refused for sure while the permission may stand in a manifest that could not be read."""
    answers: list[Tristate] = [
        one_of(asked.surface, each.surface),
        unless_unknown(asked.scope, each.scope),
        any_in(asked.fields, (*each.fields, *each.carried)),
        stated(asked.all_fields, each.all_fields),
        unless_unknown(asked.owner, each.owner.kind),
        _starts(asked.trigger, asked.entry, each.paths, each.reachable, kinds),
        _permitted(asked.permitted, each.permitted, refusal_is_sure=refusal_is_sure),
        _reachable(asked.reachable, each.reachable),
    ]
    if asked.reveals:
        answers.append(unless_unknown(asked.reveals, each.reveals))
    elif not asked.watches:
        answers.append("no" if each.reveals == "nobody" else "yes")
    return all_of(answers)


def answer_flow(asked: FlowIs, each: Flow, read: Read, *, refusal_is_sure: bool) -> Tristate:
    """A flow happens if its read does and something starts it."""
    return all_of(
        [
            one_of(asked.surface, read.surface),
            unless_unknown(asked.scope, read.scope),
            _flow_fields(asked.fields, each, read),
            one_of(asked.sink, each.sink),
            one_of(asked.role, each.role),
            stated(asked.leaves_phone, each.leaves_phone),
            stated(asked.sent_by_script, each.sent_by_script),
            stated(asked.user_confirmed, each.user_confirmed),
            any_in(asked.transforms, each.transforms),
            _cleartext(asked, each),
            stated(asked.address_known, bool(each.hosts) if each.sink == "network" else None),
            _host(asked.host, each),
            unless_unknown(asked.owner, each.owner.kind),
            _starts(asked.trigger, (), read.paths, read.reachable, {}),
            _permitted(None, read.permitted, refusal_is_sure=refusal_is_sure),
            "no" if read.reveals == "nobody" else "yes",
            _reachable(asked.reachable, read.reachable),
            _reachable(asked.reachable, each.reachable),
        ]
    )


def answer_picker(asked: PickerIs, each: Picker) -> Tristate:
    """Whether the person is asked to tick somebody, or several."""
    return all_of([stated(asked.many, each.many), _reachable(asked.reachable, each.reachable)])


def answer_api(asked: ApiIs, each: ApiCall, *, refusal_is_sure: bool) -> Tristate:
    """A call that Android refuses, or that nothing starts, gives nothing."""
    return all_of(
        [
            one_of(asked.name, each.api),
            unless_unknown(asked.owner, each.owner.kind),
            _starts(asked.trigger, (), each.paths, each.reachable, {}),
            _permitted(asked.permitted, each.permitted, refusal_is_sure=refusal_is_sure),
            _reachable(asked.reachable, each.reachable),
        ]
    )


def answer_request(asked: RequestIs, each: PermissionAsk) -> Tristate:
    """Names that could not be resolved may be any."""
    names = any_in(asked.permission, each.permissions)
    return all_of(
        [
            "unknown" if names == "no" and not each.complete else names,
            unless_unknown(asked.owner, each.owner.kind),
            _starts(asked.trigger, (), each.paths, each.reachable, {}),
            _reachable(asked.reachable, each.reachable),
        ]
    )


def answer_string(asked: StringIs, each: TextSeen) -> Tristate:
    """Whether the code holds a text."""
    return all_of([one_of(asked.name, each.id), unless_unknown(asked.owner, each.owner.kind)])


def answer_bridge(asked: BridgeIs, each: Bridge) -> Tristate:
    """Whether a script calls for contacts, or what else is stated; where nothing answers it, it gets none."""
    return all_of(
        [
            one_of(asked.framework, each.framework),
            one_of(asked.surface or ("contacts",), each.surface),
            unless_unknown(asked.scope, each.scope),
            unless_unknown(asked.wired, each.wired) if asked.wired else each.wired,
            one_of(asked.seen_as, each.seen_as),
            unless_unknown(asked.sends, each.sends),
        ]
    )


def _permitted(asked: bool | None, permitted: bool, *, refusal_is_sure: bool) -> Tristate:  # noqa: FBT001
    if not permitted and not refusal_is_sure:
        return "unknown"
    return stated(asked is not False, permitted)


def _reachable(asked: tuple[str, ...], actual: Tristate) -> Tristate:
    return unless_unknown(asked, actual) if asked else actual


def _starts(
    triggers: tuple[str, ...], entries: tuple[str, ...], paths: Sequence[CallPath], reachable: Tristate, kinds: Kinds
) -> Tristate:
    """Whether one way to the code has one of the triggers, and begins in one of the kinds of components."""
    if not triggers and not entries:
        return "yes"
    for path in paths:
        if (not triggers or path.trigger in triggers) and (not entries or _entry_kind(path, kinds) in entries):
            return "yes"
    return "unknown" if reachable == "unknown" else "no"


def _entry_kind(path: CallPath, kinds: Kinds) -> str:
    """The kind of the component by which a way begins."""
    component = path.entry.component
    if component is None:
        return ""
    # androidx.startup has its provider make initialisers, which the manifest does not declare as components
    kind = kinds.get(component, "provider")
    return "activity" if kind == "activity-alias" else kind


def _flow_fields(asked: tuple[str, ...], each: Flow, read: Read) -> Tristate:
    if not asked or set(asked) & set(each.fields):
        return "yes"
    # which fields reach the sink could not be told, but it is none that was not read
    could_be = not each.fields and set(asked) & {*read.fields, *read.carried}
    return "unknown" if could_be else "no"


def _cleartext(asked: FlowIs, each: Flow) -> Tristate:
    if asked.cleartext is None or each.sink != "network":
        return stated(asked.cleartext, None)
    known = bool(each.addresses) and all("://" in address.url for address in each.addresses)
    return stated(asked.cleartext, each.cleartext) if each.cleartext or known else "unknown"


def _host(asked: tuple[str, ...], each: Flow) -> Tristate:
    """A server that is named only while the app runs may be any."""
    if not asked:
        return "yes"
    if each.sink != "network":
        return "no"
    found = any_of(["yes" for host in each.hosts if any(_is_named_by(pattern, host) for pattern in asked)])
    all_told = bool(each.addresses) and all(address.host for address in each.addresses)
    return found if found == "yes" or all_told else "unknown"


def _is_named_by(pattern: str, host: str) -> bool:
    if pattern != BARE_IP:
        return fits(pattern, host)
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
