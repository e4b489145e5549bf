"""Turns traced flows into the values of a report: places, addresses, and whether the data leaves the phone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import msgspec
import numpy as np

from permaudit.dex.symbols import bounds_of
from permaudit.evidence.flows.addresses import Addresses, read_address
from permaudit.evidence.flows.facts import Carry
from permaudit.evidence.flows.follower import Tools
from permaudit.evidence.flows.tracing import RawFlow
from permaudit.evidence.owners import owner_of
from permaudit.evidence.rawread import RawRead
from permaudit.model.app import Tristate
from permaudit.model.flow import Address, Flow, FlowStep, Role, Sink, Transform

_ALWAYS_LEAVES = frozenset({"network", "sms", "email"})


class FlowFinisher:
    """Finishes the flows of one app; `scrambled` are methods that send to an address which code keeps to itself."""

    def __init__(self, tools: Tools) -> None:
        self._tools, self._code = tools, tools.code
        self._addresses = Addresses(
            tools.resolver, tools.flows.summaries.addresses, tools.flows.summaries.document_hosts
        )
        self._pages: bool | None = None
        self.scrambled: set[int] = set()

    def finish(self, flows: list[tuple[RawFlow, Tristate]], reads: Sequence[tuple[RawRead, str]]) -> tuple[Flow, ...]:
        """The flows in order of read and place, numbered; `reads` gives the id of each read."""
        ids = {id(raw): name for raw, name in reads}
        finished = [self._finish(raw, reachable, ids[id(raw.read)]) for raw, reachable in flows]
        distinct: dict[tuple[object, ...], Flow] = {}
        for each in finished:
            where = (each.at.part, each.at.dex, each.at.method)
            key = (each.read, each.sink, each.role, where, each.transforms, each.user_confirmed, each.addresses)
            before = distinct.get(key)
            distinct[key] = each if before is None else _join(before, each)
        ordered = sorted(distinct.values(), key=_order)
        return tuple(msgspec.structs.replace(each, id=f"f{number}") for number, each in enumerate(ordered, 1))

    def _finish(self, raw: RawFlow, reachable: Tristate, read: str) -> Flow:
        arrival = raw.arrival
        at = self._code.place(arrival.site.method, arrival.site.index)
        assert at.method is not None
        return Flow(
            id="",
            read=read,
            fields=raw.fields,
            sink=cast("Sink", arrival.sink),
            role=cast("Role", arrival.role),
            leaves_phone=self._leaves(raw),
            user_confirmed=arrival.confirmed,
            api=arrival.api,
            at=at,
            addresses=self._where_to(raw) if arrival.sink == "network" else (),
            transforms=_transforms(raw.way),
            owner=owner_of(self._tools.catalog, self._tools.package, at.method.class_name),
            reachable=reachable,
            steps=tuple(FlowStep(self._code.place(each.method, each.index), each.via, each.what) for each in raw.way),
        )

    def _leaves(self, raw: RawFlow) -> bool:
        arrival = raw.arrival
        if arrival.leaves is not None:
            return arrival.leaves
        if arrival.sink == "other-app":
            return not arrival.confirmed
        if arrival.sink == "script":
            return self.loads_remote_page()
        return arrival.sink in _ALWAYS_LEAVES

    def loads_remote_page(self) -> bool:
        """Whether the app shows a page from outside in a WebView, so that its script has what it is handed."""
        if self._pages is None:
            methods = self._tools.flows.summaries.page_addresses
            self._pages = any(
                read_address(page.url) is not None for each in methods for page in self._addresses.base(each)
            )
        return self._pages

    def _where_to(self, raw: RawFlow) -> tuple[Address, ...]:
        before = self._tools.resolver.scrambled
        found = self._looked_for(raw)
        if self._tools.resolver.scrambled > before and not any(each.told for each in found):
            self.scrambled.add(raw.arrival.site.method)
        return found

    def _looked_for(self, raw: RawFlow) -> tuple[Address, ...]:
        methods = [raw.arrival.site.method, *(each.method for each in reversed(raw.way))]
        methods = list(dict.fromkeys(methods))
        near = self._addresses.near(methods, raw.arrival.site)
        if near:
            return near
        beside = self._addresses.near(self._same_classes(methods))
        if beside:
            return tuple(msgspec.structs.replace(each, told=False) for each in beside)
        for reference in self._tools.flows.summaries.base_addresses:
            found = self._addresses.base(reference)
            if found:
                return found

        if raw.arrival.proxy is not None:
            return self._addresses.near(self._makers_of_proxy(raw.arrival.proxy))
        return ()

    def _same_classes(self, methods: list[int]) -> list[int]:
        """All methods of the app's own classes that the data came through."""
        symbols = self._code.symbols
        owners = dict.fromkeys(int(symbols.method_types[each]) for each in methods)
        return [method for each in owners for method in range(*bounds_of(symbols.method_types, each))]

    def _makers_of_proxy(self, interface: int) -> list[int]:
        """Methods that ask a library for an implementation of an interface, then those of their classes."""
        mentions = self._tools.dispatch.mentions
        _, rows = mentions.gather(np.array([interface]))
        makers = [int(mentions.methods[row]) for row in rows.tolist()]
        return [*makers, *self._same_classes(makers)]


def _transforms(way: tuple[Carry, ...]) -> tuple[Transform, ...]:
    """What happened to the data, in order; the same thing twice running is once."""
    told: list[Transform] = []
    for each in way:
        if each.transform is not None and (not told or told[-1] != each.transform):
            told.append(each.transform)
    return tuple(told)


def _join(first: Flow, second: Flow) -> Flow:
    """One flow of what one method hands over in several calls; shown is the first of them."""
    first, second = sorted((first, second), key=lambda each: each.at.offset or 0)
    fields = tuple(sorted({*first.fields, *second.fields}))
    reachable: Tristate = "yes" if "yes" in (first.reachable, second.reachable) else first.reachable
    return msgspec.structs.replace(first, fields=fields, reachable=reachable)


def _order(flow: Flow) -> tuple[object, ...]:
    return (
        int(flow.read[1:]),
        str(flow.at.method),
        flow.at.offset or 0,
        flow.sink,
        flow.role,
        flow.transforms,
        flow.at.part,
    )
