"""Where the data goes, in one sentence a flow: whose data, what is done to it, where it goes, and when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from permaudit.model.evidence import ADDRESS_BOOK, Read
from permaudit.model.flow import Flow, Sink
from permaudit.model.report import Report
from permaudit.report.escaping import shorten
from permaudit.report.fields import FIELDS_SPOKEN, say_triggers
from permaudit.report.happening import flows_with_reads
from permaudit.words.sentences import Words

_HOSTS_SPOKEN = 4
_HOST_LENGTH = 80
_SINKS: tuple[Sink, ...] = (
    "network",
    "sms",
    "email",
    "script",
    "other-app",
    "file",
    "database",
    "preferences",
    "log",
    "clipboard",
    "notification",
)
_FIELDS = (*FIELDS_SPOKEN, "call-direction", "call-time", "call-duration", "message-text")
_WITH_RECIPIENTS = frozenset({"sms", "email", "other-app"})


class FlowLine(msgspec.Struct, frozen=True):
    """One way of the data, spoken, with what there is to add."""

    sentence: str
    leaves_phone: bool
    remarks: tuple[str, ...]


def flow_lines(report: Report, words: Words) -> tuple[FlowLine, ...]:
    """One line for each way of the data: first those that leave the phone, each said once."""
    found = sorted(
        flows_with_reads(report.observations),
        key=lambda each: (not each[0].leaves_phone, _SINKS.index(each[0].sink), each[0].role),
    )
    lines = [
        FlowLine(_say_flow(flow, read, words), flow.leaves_phone, _say_remarks(flow, words)) for flow, read in found
    ]
    return tuple(dict.fromkeys(lines))


def say_hosts(hosts: Iterable[str], words: Words) -> str:
    """Name the servers that data goes to, the first few if there are many; empty for none."""
    names = [shorten(host, _HOST_LENGTH) for host in hosts]
    more = len(names) - _HOSTS_SPOKEN
    if more > 1:
        names = [*names[:_HOSTS_SPOKEN], words.say("flow-more-addresses", count=more)]
    return words.enumerate(names, "names")


def say_flow_fields(fields: Sequence[str], words: Words) -> str:
    """Name the fields that reach a sink, in the order people read them; empty where they could not be told."""
    # the internal number of a contact says nothing about a person, unless it is all there is
    spoken = [field for field in _FIELDS if field in fields] or list(fields)
    return words.enumerate([words.say(f"fields-{field}") for field in spoken])


def _say_flow(flow: Flow, read: Read, words: Words) -> str:
    data = _say_data(flow, read, words)
    moves = [words.say(f"transform-{each}") for each in dict.fromkeys(flow.transforms)]
    steps = words.enumerate([*moves, _say_sink(flow, words)], "steps")
    if not read.paths:
        return words.say("flow-line-confirmed" if flow.user_confirmed else "flow-line", data=data, steps=steps)
    when = say_triggers([read], words)
    sentence = "flow-line-confirmed-when" if flow.user_confirmed else "flow-line-when"
    return words.say(sentence, data=data, steps=steps, when=when)


def _say_data(flow: Flow, read: Read, words: Words) -> str:
    fields = say_flow_fields(flow.fields, words)
    if read.surface == "sim" or read.surface not in ADDRESS_BOOK:
        if fields:
            return words.say(f"flow-data-{read.surface}", fields=fields)
        return words.say(f"flow-data-{read.surface}-unnamed")
    if not fields:
        return words.say("flow-data-picked-unnamed" if read.scope == "picked" else "flow-data-unnamed")
    return words.say(f"flow-data-{read.scope}", fields=fields)


def _say_sink(flow: Flow, words: Words) -> str:
    if flow.sink == "network":
        return _say_network(flow, words)
    if flow.role == "recipient" and flow.sink in _WITH_RECIPIENTS:
        return words.say(f"flow-recipient-{flow.sink}")
    if flow.sent_by_script:
        return words.say("flow-script-sends")
    if flow.sink == "script" and flow.leaves_phone:
        return words.say("flow-script-outside")
    return words.say(f"flow-sink-{flow.sink}")


def _say_network(flow: Flow, words: Words) -> str:
    addresses = say_hosts(flow.hosts, words)
    if not addresses:
        return words.say("flow-network-hidden-cleartext" if flow.cleartext else "flow-network-hidden")
    if not flow.cleartext:
        return words.say("flow-network", addresses=addresses)
    entirely = all(each.cleartext for each in flow.addresses)
    return words.say("flow-network-cleartext" if entirely else "flow-network-partly-cleartext", addresses=addresses)


def _say_remarks(flow: Flow, words: Words) -> tuple[str, ...]:
    remarks = []
    if flow.owner.kind == "library":
        name = flow.owner.name
        remarks.append(words.say("flow-by-library", name=name) if name else words.say("flow-by-library-unnamed"))
    if "hashed" in flow.transforms:
        remarks.append(words.say("flow-of-digest"))
    if flow.addresses and not any(each.told for each in flow.addresses):
        remarks.append(words.say("flow-address-near"))
    if flow.reachable == "unknown":
        remarks.append(words.say("flow-not-sure"))
    return tuple(remarks)
