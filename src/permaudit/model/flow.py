"""Where the data of a read goes: from the call that reads to the call that hands it over, step by step."""

from __future__ import annotations

from typing import Literal

import msgspec

from permaudit.model.app import Tristate
from permaudit.model.place import Owner, Place

Sink = Literal[
    "network",
    "sms",
    "email",
    "other-app",
    "script",
    "file",
    "database",
    "preferences",
    "log",
    "clipboard",
    "notification",
]
Role = Literal["content", "recipient"]
Transform = Literal["json", "xml", "csv", "form", "gzip", "zip", "base64", "encrypted", "hashed"]
FlowVia = Literal[
    "read", "value", "call", "return", "field", "container", "library", "callback", "intent", "store", "sink"
]


class Address(msgspec.Struct, frozen=True):
    """A URL that a network sink was seen to use; `exact` is false where only its beginning is in the app.

    `told` is false where no call on the way takes it: it stands in the code next to what sends.
    """

    url: str
    host: str
    exact: bool = True
    cleartext: bool = False
    told: bool = True


class FlowStep(msgspec.Struct, frozen=True):
    """One instruction that carries the data on; `what` names the method, field or key it goes through."""

    at: Place
    via: FlowVia
    what: str


class Flow(msgspec.Struct, frozen=True):
    """One way of a read's data to a sink.

    `fields` are the human fields that reach it; none if which ones could not be told. `transforms` are what happened
    to the data, in order. `at` is the instruction that hands it over, `api` what that calls. `steps` begin with the
    read and end with the sink. `addresses` are empty where the address is built at run time. `sent_by_script`: a
    script in the package was seen sending what it is handed, and that alone is why the data leaves the phone.
    """

    id: str
    read: str
    fields: tuple[str, ...]
    sink: Sink
    role: Role
    leaves_phone: bool
    user_confirmed: bool
    api: str
    at: Place
    addresses: tuple[Address, ...]
    transforms: tuple[Transform, ...]
    owner: Owner
    reachable: Tristate = "unknown"
    steps: tuple[FlowStep, ...] = ()
    sent_by_script: bool = False

    @property
    def hosts(self) -> tuple[str, ...]:
        """The hosts of all addresses, each once, in order."""
        return tuple(sorted({each.host for each in self.addresses if each.host}))

    @property
    def cleartext(self) -> bool:
        """Whether any address is known to be unencrypted HTTP."""
        return any(each.cleartext for each in self.addresses)
