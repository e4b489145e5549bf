"""Exceptions as helpers use them that take their key from who calls: the methods that are running, innermost first."""

from __future__ import annotations

from permaudit.evidence.evaluation.library.calls import Call, Function
from permaudit.evidence.evaluation.operands import UNSEEN, Array, Instance, Operand, UndecidedError
from permaudit.model.place import dotted

_ELEMENT = "Ljava/lang/StackTraceElement;"
_THROWABLES = ("Throwable", "Exception", "RuntimeException", "Error", "IllegalStateException")


def _made(call: Call) -> Operand:
    """An exception without a message; its trace is that of the moment it is made."""
    if call.kinds:
        raise UndecidedError("overload")
    machine = call.machine
    running = [machine.code.method(each.method) for each in reversed(machine.stack)]
    elements = [Instance(_ELEMENT, content=(dotted(each.class_name), each.name)) for each in running]
    call.instance(0).content = Array("L", list(elements))
    return UNSEEN


def _trace(call: Call) -> Operand:
    """The elements that are known; who called the outermost of them is not."""
    content = call.instance(0).content
    if not isinstance(content, Array) or content.is_lost:
        raise UndecidedError("trace")
    return Array("L", list(content.items))


def _part(position: int) -> Function:
    def function(call: Call) -> Operand:
        match call.instance(0).content:
            case (str() as class_name, str() as name):
                return (class_name, name)[position]
            case _:
                raise UndecidedError("trace")

    return function


TRACES: dict[str, Function] = {
    **{f"Ljava/lang/{name};-><init>": _made for name in _THROWABLES},
    "Ljava/lang/Throwable;->getStackTrace": _trace,
    f"{_ELEMENT}->getClassName": _part(0),
    f"{_ELEMENT}->getMethodName": _part(1),
}
