"""The evidence behind each way of the data: the place that hands it over, addresses, and every step from the read."""

from __future__ import annotations

from collections.abc import Iterator

from permaudit.model.flow import Address, Flow, FlowStep
from permaudit.report.fields import say_owner
from permaudit.report.flows import say_flow_fields
from permaudit.report.page import Page
from permaudit.report.places import say_place
from permaudit.words.sentences import Words


def write_flow(flow: Flow, words: Words, page: Page, *, with_offsets: bool) -> None:
    """Write one flow and its steps by their methods, or also by file and offset."""
    page.fact(words.say("evidence-flow", id=flow.id, read=flow.read, sink=words.say(f"sink-{flow.sink}")), 2)
    for sentence in _say_flow(flow, words):
        page.fact(sentence, 6)
    for step in flow.steps:
        page.fact(_say_step(step, words, with_offsets=with_offsets), 8)


def _say_flow(flow: Flow, words: Words) -> Iterator[str]:
    yield say_place(flow.at, words)
    yield words.say("evidence-api", api=flow.api)
    fields = say_flow_fields(flow.fields, words)
    yield words.say("evidence-flow-fields", fields=fields) if fields else words.say("evidence-flow-no-fields")
    for address in flow.addresses:
        yield _say_address(address, words)
    if flow.sink == "network" and not flow.addresses:
        yield words.say("evidence-flow-no-address")
    if flow.role == "recipient":
        yield words.say("evidence-flow-recipient")
    if flow.transforms:
        transforms = words.enumerate([words.say(f"transform-{each}") for each in flow.transforms], "steps")
        yield words.say("evidence-flow-transforms", transforms=transforms)
    yield words.say("evidence-flow-leaves" if flow.leaves_phone else "evidence-flow-stays")
    if flow.user_confirmed:
        yield words.say("evidence-flow-confirmed")
    yield words.say("evidence-owner", owner=say_owner(flow.owner, words))
    yield words.say(f"evidence-reachable-{flow.reachable}")


def _say_address(address: Address, words: Words) -> str:
    if not address.url:
        return words.say("evidence-flow-no-address")
    return words.say("evidence-flow-address" if address.exact else "evidence-flow-address-begins", url=address.url)


def _say_step(step: FlowStep, words: Words, *, with_offsets: bool) -> str:
    move = words.say(f"flow-via-{step.via}", what=step.what) if step.what else ""
    method = step.at.method
    where = say_place(step.at, words) if with_offsets or method is None else str(method)
    return words.say("evidence-flow-step", where=where, move=move) if move else where
