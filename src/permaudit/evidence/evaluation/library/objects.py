"""What every object has, as compilers call it: constructors without effect, and checks that something is not null."""

from __future__ import annotations

from permaudit.evidence.evaluation.library.calls import Call, Function
from permaudit.evidence.evaluation.operands import UNSEEN, Instance, Operand, UndecidedError


def _class_of(call: Call) -> Operand:
    operand = call.arguments[0]
    if operand == 0:
        raise UndecidedError("null")  # R8 calls it for that
    return Instance("Ljava/lang/Class;", content=operand.class_name if isinstance(operand, Instance) else "")


def _required(call: Call) -> Operand:
    if call.arguments[0] == 0:
        raise UndecidedError("null")
    return call.arguments[0]


OBJECTS: dict[str, Function] = {
    "Ljava/lang/Object;->getClass": _class_of,
    "Ljava/util/Objects;->requireNonNull": _required,
    "Ljava/lang/Object;->hashCode": lambda _: UNSEEN,
}
