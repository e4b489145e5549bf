"""The addresses that a network sink uses, as far as the app holds them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from permaudit.dex.body import MethodBody
from permaudit.dex.opcodes import INVOKES
from permaudit.dex.symbols import bounds_of
from permaudit.evidence.flows.connections import calls_behind
from permaudit.evidence.frames import Context
from permaudit.evidence.resolver import Resolver
from permaudit.evidence.values import UNKNOWN_PIECE, Site, Text, Uri, Value
from permaudit.model.flow import Address

_URL = re.compile(r"^(?P<scheme>[a-zA-Z][a-zA-Z0-9+.-]{1,11})://(?P<host>[^/?#\\*\s]*)(?P<rest>.*)$", re.DOTALL)
_NAMED = re.compile(r"(?:\[(?P<six>[0-9A-Fa-f:.]+)\]|(?P<name>[\w-]+(?:\.[\w-]+)*)\.?)(?::\d*)?")
_HOST = re.compile(r"(?=.{4,253}$)[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_SENDING = frozenset({"http", "https", "ws", "wss", "tcp", "ssl", "mqtt", "mqtts", "ftp", "sftp"})
_CLEARTEXT = frozenset({"http", "ws", "tcp", "mqtt", "ftp"})
_MOST_METHODS = 12
_MOST_SEARCHED = 80
_MOST_ADDRESSES = 8
_MOST_LENGTH = 200


class Addresses:
    """Looks for addresses near a sink: in its method, then back along the way the data came."""

    def __init__(self, resolver: Resolver, methods: Iterable[str], documents: frozenset[str]) -> None:
        self._resolver, self._code = resolver, resolver.code
        self._names, self._documents = frozenset(methods), documents
        self._simple = frozenset(each.rpartition("->")[2] for each in self._names)

    def near(self, methods: list[int], sink: Site | None = None) -> tuple[Address, ...]:
        """The addresses told in the first of `methods` that tells any; then any text in them that is one.

        Where the method of the `sink` tells several, those count that its own connection was made with.
        """
        for method in methods[:_MOST_METHODS]:
            found = self._told_in(method, sink if sink is not None and sink.method == method else None)
            if found:
                return found
        called = self._called_by(methods)
        return self._written_in(methods) or self._written_in(called) or self._written_in(self._called_by(called))

    def _written_in(self, methods: list[int]) -> tuple[Address, ...]:
        """The addresses among the texts of the first of `methods` that has any."""
        for method in methods[:_MOST_SEARCHED]:
            texts = (Text(each) for each in sorted(self._code.strings_of(method)))
            found = (replace(each, told=False) for each in _addresses(texts))
            sending = tuple(each for each in found if each.host not in self._documents)
            if sending:
                return sending
        return ()

    def _called_by(self, methods: list[int]) -> list[int]:
        """The methods in the app that these call: a shrinker moves a constant into the only method that takes it."""
        found: dict[int, None] = {}
        for method in methods[:_MOST_SEARCHED]:
            body = self._code.body(method)
            for index, each in enumerate(body.instructions if body is not None else ()):
                callee = self._code.callee(body, index) if body is not None and each.opcode in INVOKES else -1
                if callee >= 0 and int(self._code.program.definition_of[callee]) >= 0:
                    found[int(self._code.program.definition_of[callee])] = None
        return list(found)

    def base(self, reference: str) -> tuple[Address, ...]:
        """The addresses given to one library method anywhere in the app, such as Retrofit's base.

        A subclass of the app may stand as the class of the call.
        """
        owner, _, name = reference.partition("->")
        symbols = self._code.symbols
        of, number = symbols.type_number(owner.encode()), symbols.name_number(name.encode())
        if of < 0 or number < 0:
            return ()
        values: list[Value] = []
        for each in (of, *self._code.descendants(of)):
            for method in range(*bounds_of(symbols.method_types, each)):
                if int(symbols.signature_names[symbols.method_signatures[method]]) == number:
                    for caller, call in self._code.invokes(method)[:_MOST_METHODS]:
                        values.extend(self._given(caller, call))
        return _addresses(values)

    def _told_in(self, method: int, sink: Site | None) -> tuple[Address, ...]:
        body = self._code.body(method)
        if body is None:
            return ()
        taking = [
            index
            for index, each in enumerate(body.instructions)
            if each.opcode in INVOKES and self._takes_address(body, index)
        ]
        if sink is not None and len(taking) > 1:
            behind = calls_behind(body, sink.index) | {sink.index}
            taking = [index for index in taking if index in behind] or taking
        return _addresses((value for index in taking for value in self._given(method, index)), hosts=True)

    def _takes_address(self, body: MethodBody, index: int) -> bool:
        callee = self._code.callee(body, index)
        if callee < 0:
            return False
        method = self._code.method(callee)
        return method.name in self._simple and any(
            f"{each}->{method.name}" in self._names for each in self._code.platform_ancestors(method.class_name)
        )

    def _given(self, method: int, call: int) -> list[Value]:
        """What the parameters of a call may be, as far as they are text."""
        frame = self._resolver.open_frame(method)
        if frame is None:
            return []
        values: list[Value] = []
        for register in frame.body.instructions[call].registers:
            got = self._resolver.values(frame, call, register, Context())
            values.extend(each.value for each in got if isinstance(each.value, Text | Uri))
        return values


def _addresses(values: Iterable[Value], *, hosts: bool = False) -> tuple[Address, ...]:
    found = {}
    for value in values:
        text = value.text if isinstance(value, Text | Uri) else ""
        address = read_address(text, bare_host=hosts)
        if address is not None:
            found[address.url] = address
    return tuple(found[url] for url in sorted(found))[:_MOST_ADDRESSES]


def read_address(text: str, *, bare_host: bool = False) -> Address | None:
    """A text as an address; with `bare_host` also a host name alone. None if it is none, or its host is not known."""
    shown = text[:_MOST_LENGTH]
    matched = _URL.match(shown)
    if matched is None:
        return Address(text, text) if bare_host and _HOST.fullmatch(text) else None
    scheme, rest = matched["scheme"].lower(), matched["rest"]
    is_open = rest.startswith(UNKNOWN_PIECE) or (not rest and len(text) > len(shown))
    named = _NAMED.fullmatch(matched["host"].rpartition("@")[2])
    if scheme not in _SENDING or named is None or is_open:
        return None
    host = (named["six"] or named["name"]).lower()
    known, cut, _ = shown.partition(UNKNOWN_PIECE)
    return Address(known, host, exact=not cut and shown == text, cleartext=scheme in _CLEARTEXT)
