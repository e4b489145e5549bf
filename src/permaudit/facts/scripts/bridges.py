"""The calls for people that the scripts of one framework make, and the ways by which those bring in other scripts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from permaudit.apk.named_files import NamedFile
from permaudit.catalog.scripts import ScriptCall, ScriptFiles, ScriptFramework
from permaudit.facts.scripts.calls import SCRAMBLED_LIST, find_call, text_of_chain
from permaudit.facts.scripts.flow.following import Asked
from permaudit.facts.scripts.follower import ScriptFollower, SentOn
from permaudit.facts.scripts.surroundings import hosts_in, requests_in
from permaudit.model.app import Tristate
from permaudit.model.evidence import Bridge, SeenAs
from permaudit.model.place import Place

LARGEST_SCRIPT_BYTES = 64 << 20
"""A script is not opened if it states a size above this; bundles of large apps have about 20 MB, Dart code 40 MB."""

_MOST_HOSTS = 16


@dataclass(frozen=True, slots=True)
class AnsweredCall:
    """A call of the catalogue that something in the app answers, or may answer."""

    call: ScriptCall
    wired: Tristate


@dataclass(slots=True)
class BridgeFinder:
    """Finds the calls of one framework in its scripts, one script at a time.

    `documents` are servers whose addresses are names and documents; `origins_met` names the ways of other scripts into
    the app whose texts stand in one of them. With a `follower`, it is told where what a call gives goes.
    """

    framework: ScriptFramework
    answered: Sequence[AnsweredCall]
    documents: frozenset[str] = frozenset()
    follower: ScriptFollower | None = None
    origins_met: set[str] = field(default_factory=set)
    _found: dict[str, Bridge] = field(default_factory=dict)

    @property
    def bridges(self) -> list[Bridge]:
        """The first place of each call, in the order of the catalogue."""
        return [self._found[each.call.call] for each in self.answered if each.call.call in self._found]

    def texts(self, *, with_chains: bool = False) -> list[bytes]:
        """All texts to look for in a script; `with_chains` where nothing is kept of what stands around."""
        others = [text for each in self.answered for text in (*each.call.together, *each.call.unless)]
        others += [text for each in self.framework.elsewhere for text in (*each.text, *each.beside)]
        if with_chains:
            others += [chain for each in self.answered for chain in each.call.chains]
        return [SCRAMBLED_LIST, *self.call_texts(), *map(str.encode, others)]

    def call_texts(self) -> list[bytes]:
        """Texts at whose places what stands around tells whether they are a call, or what it is for."""
        calls = [each.call for each in self.answered]
        return [text.encode() for each in calls for text in (*each.text, *map(text_of_chain, each.chains))]

    def names(self) -> list[bytes]:
        """The whole strings to look for in bytecode."""
        return [
            text.encode()
            for each in self.answered
            if each.call.names
            for text in (*each.call.names, *each.call.together, *each.call.unless)
        ]

    def judge(
        self,
        content: NamedFile[ScriptFiles],
        found: Mapping[bytes, int],
        around: Mapping[bytes, Sequence[bytes]] | None = None,
        *,
        in_bytecode: bool = False,
    ) -> None:
        """Note each call that one script makes, if no script before it did, and how it brings in other scripts.

        `found` is the first place of each text in it; `around` is None if it is no source.
        """
        for origin in self.framework.elsewhere:
            texts, beside = (any(each.encode() in found for each in group) for group in (origin.text, origin.beside))
            if texts and (beside or not origin.beside):
                self.origins_met.add(origin.name)
        for each in self.answered:
            call = each.call
            made = find_call(call, found, around, in_bytecode=in_bytecode)
            if made is None:
                continue
            first, near = made
            seen_as: SeenAs = "strings" if around is None else "source"
            place = Place(content.part, file=content.file, offset=found[first])
            bridge = Bridge(self.framework.id, call.call, place, call.scope, each.wired, seen_as, surface=call.surface)
            bridge = self._with_surroundings(self._found.get(call.call, bridge), near)
            self._found[call.call] = self._with_requests(bridge, call, content) if around is not None else bridge

    def _with_surroundings(self, bridge: Bridge, near: Sequence[bytes]) -> Bridge:
        """Add what stands beside one more place of a call."""
        met = {*bridge.requests, *requests_in(near, self.framework.requests)}
        hosts = {*bridge.hosts, *hosts_in(near, self.documents, _MOST_HOSTS)}
        return msgspec.structs.replace(
            bridge,
            requests=tuple(each for each in self.framework.requests if each in met),
            hosts=tuple(sorted(hosts)[:_MOST_HOSTS]),
        )

    def _with_requests(self, bridge: Bridge, call: ScriptCall, content: NamedFile[ScriptFiles]) -> Bridge:
        """Add where what a call gives is seen going in one more script."""
        chains = [chain.split(".") for chain in call.chains]
        asked = Asked(
            (*call.text, *call.chains),
            frozenset((*call.objects, *(names[-2] for names in chains))),
            frozenset((*call.methods, *(names[-1] for names in chains))),
        )
        sent = self.follower.follow(content, asked, LARGEST_SCRIPT_BYTES) if self.follower else SentOn()
        hosts = sorted({*bridge.sent_to, *sent.hosts.difference(self.documents)})
        sends: Tristate = "yes" if sent.sends else bridge.sends
        return msgspec.structs.replace(bridge, sends=sends, sent_to=tuple(hosts[:_MOST_HOSTS]))
