"""Small apps that read a name and do something with it, and the flows that are found in them."""

from __future__ import annotations

from collections.abc import Sequence

from evidence.app import (
    CURSOR,
    PHONES,
    audit,
    main,
    query,
    static,
    strings,
)
from support.dexfile import Class, Field, Method

from permaudit.evidence.gather import Evidence
from permaudit.model.flow import Flow

STRING = "Ljava/lang/String;"
OBJECT = "Ljava/lang/Object;"
INTENT = "Landroid/content/Intent;"
ON_CREATE = "(Landroid/os/Bundle;)V"
SOCKET_SEND = f"Lokhttp3/WebSocket;->send({STRING})Z"
LOG = f"Landroid/util/Log;->i({STRING}{STRING})I"

READ = query(static(PHONES), strings("v2", "display_name", "data1"))
"""Ask for names and numbers; a name is in v7, the cursor in v6; v0 and v3 to v5 are null, v8 to v11 free."""


def lines(*parts: str) -> str:
    """Instructions one after another."""
    return "\n".join(parts)


def take(column: int, register: str) -> str:
    """Take the value of a column out of the cursor in v6."""
    return f"""
        const/4 v8, {column}
        invoke-interface {{v6, v8}}, {CURSOR}->getString(I){STRING}
        move-result-object {register}
    """


def send(register: str = "v7") -> str:
    """Send what is in a register over the network."""
    return f"invoke-interface {{v0, {register}}}, {SOCKET_SEND}"


def call(opcode: str, registers: str, reference: str, result: str | None = None) -> str:
    """One call, whose result goes to a register."""
    kind = "move-result" if reference.endswith((")I", ")Z")) else "move-result-object"
    after = f"\n{kind} {result}" if result is not None else ""
    return f"invoke-{opcode} {{{registers}}}, {reference}{after}"


def static_call(registers: str, reference: str, result: str | None = None) -> str:
    return call("static", registers, reference, result)


def virtual_call(registers: str, reference: str, result: str | None = None) -> str:
    return call("virtual", registers, reference, result)


def interface_call(registers: str, reference: str, result: str | None = None) -> str:
    return call("interface", registers, reference, result)


def make(register: str, name: str, arguments: str = "", descriptor: str = "()V") -> str:
    """A new object in a register, whose constructor is given the `arguments`."""
    given = f"{register}, {arguments}" if arguments else register
    return f"new-instance {register}, {name}\ninvoke-direct {{{given}}}, {name}-><init>{descriptor}"


def flows_of(body: str, *classes: Class, methods: Sequence[Method] = (), fields: Sequence[Field] = ()) -> list[Flow]:
    """The flows of an app whose launcher activity runs `body`."""
    return list(evidence_of(body, *classes, methods=methods, fields=fields).flows)


def evidence_of(body: str, *classes: Class, methods: Sequence[Method] = (), fields: Sequence[Field] = ()) -> Evidence:
    return audit(main(body, *methods, fields=fields), *classes)


def reached(body: str, *classes: Class, methods: Sequence[Method] = (), fields: Sequence[Field] = ()) -> list[str]:
    """The sinks that are reached, in order, each as often as there are flows."""
    return [each.sink for each in flows_of(body, *classes, methods=methods, fields=fields)]


def is_sent(body: str, *classes: Class, methods: Sequence[Method] = (), fields: Sequence[Field] = ()) -> bool:
    """Whether a name that `body` reads into v7 is sent over the network."""
    return "network" in reached(f"{READ}\n{body}", *classes, methods=methods, fields=fields)


def the_flow(body: str, *classes: Class, methods: Sequence[Method] = (), fields: Sequence[Field] = ()) -> Flow:
    """The one flow of such an app."""
    (flow,) = flows_of(body, *classes, methods=methods, fields=fields)
    return flow
