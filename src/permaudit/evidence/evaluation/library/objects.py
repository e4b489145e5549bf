"""What every object has, as compilers call it: constructors without effect, and checks that something is not null."""

from __future__ import annotations

from permaudit.evidence.evaluation.library.calls import Call, Function
from permaudit.evidence.evaluation.operands import UNSEEN, Instance, Operand, UndecidedError


def _class_of(call: Call) -> Operand:
    operand = call.arguments[0]
    if operand == 0:
        raise UndecidedError("null")  # R8 calls it for that
    if isinstance(operand, str):
        return Instance("Ljava/lang/Class;", content="Ljava/lang/String;")
    return Instance("Ljava/lang/Class;", content=operand.class_name) if isinstance(operand, Instance) else UNSEEN


def _required(call: Call) -> Operand:
    if call.arguments[0] == 0:
        raise UndecidedError("null")
    return call.arguments[0]


_NAME, _ORDINAL = (-1, b"name", b""), (-1, b"ordinal", b"")


def _new_constant(call: Call) -> Operand:
    call.instance().fields |= {_NAME: call.text(1), _ORDINAL: call.number(2)}
    return UNSEEN


OBJECTS: dict[str, Function] = {
    "Ljava/lang/Object;->getClass": _class_of,
    "Ljava/util/Objects;->requireNonNull": _required,
    "Ljava/lang/Object;->hashCode": lambda _: UNSEEN,
    "Ljava/lang/Enum;-><init>": _new_constant,
    "Ljava/lang/Enum;->name": lambda call: call.instance().fields.get(_NAME, UNSEEN),
    "Ljava/lang/Enum;->toString": lambda call: call.instance().fields.get(_NAME, UNSEEN),
    "Ljava/lang/Enum;->ordinal": lambda call: call.instance().fields.get(_ORDINAL, UNSEEN),
}
