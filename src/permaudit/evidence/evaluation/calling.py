"""Instructions that call methods: which one runs, and what it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from permaudit.dex.descriptors import parameter_words
from permaudit.dex.instructions import Instruction
from permaudit.dex.opcodes import STATIC_INVOKES
from permaudit.evidence.evaluation.activations import Activation
from permaudit.evidence.evaluation.arrays import Handler
from permaudit.evidence.evaluation.operands import UNSEEN, Instance, Operand, UndecidedError, lose

if TYPE_CHECKING:
    from permaudit.evidence.evaluation.machine import Machine

_CALLS_CIPHER = ("Ljavax/crypto/", "Ljava/security/")
_VIRTUAL = (0x6E, 0x72, 0x74, 0x78)


def _invoke(machine: Machine, activation: Activation, index: int, each: Instruction) -> None:
    callee = machine.code.callee(activation.body, index)
    if callee < 0:
        raise UndecidedError("callee")
    arguments = _arguments(machine, activation, callee, each)
    if each.opcode not in STATIC_INVOKES and arguments[0] == 0:
        raise UndecidedError("null")
    definition = _definition(machine, callee, each.opcode, arguments)
    if definition is not None:
        activation.result = machine.call(definition, arguments)
        return
    method = machine.code.method(callee)
    activation.result = result = machine.library.call(machine, method, arguments)
    if result is UNSEEN and method.class_name.startswith(_CALLS_CIPHER):
        machine.is_scrambled = True
    if method.name == "<init>" and isinstance(result, str):  # new String(…): the object is the text
        for register in range(activation.body.registers):
            if register == each.registers[0] or activation.written(register) is arguments[0]:
                activation.write(register, result)


def _invoke_unknown(machine: Machine, activation: Activation, _: int, each: Instruction) -> None:
    machine.may_throw()
    for register in each.registers:
        lose(activation.read(register))
    activation.result = UNSEEN


def _arguments(machine: Machine, activation: Activation, callee: int, each: Instruction) -> list[Operand]:
    words = [] if each.opcode in STATIC_INVOKES else [1]
    words += parameter_words(machine.code.method(callee).descriptor)
    arguments, place = [], 0
    for count in words:
        arguments.append(activation.read(each.registers[place]))
        place += count
    return arguments


def _definition(machine: Machine, callee: int, opcode: int, arguments: list[Operand]) -> int | None:
    """The method of the app that a call runs; None for one of a library."""
    code = machine.code
    named = int(code.program.definition_of[callee])
    if opcode not in _VIRTUAL:
        return named if named >= 0 else None
    receiver = arguments[0]
    if isinstance(receiver, Instance):
        return _of_instance(machine, callee, named, receiver)
    if named < 0 or receiver is not UNSEEN:  # of a library's method, all the library's classes are overriders
        return None
    candidates = {*([named] if code.body(named) is not None else []), *code.overriders(callee, 1)}
    if len(candidates) > 1:
        raise UndecidedError("receiver")
    return candidates.pop() if candidates else named


def _of_instance(machine: Machine, callee: int, named: int, receiver: Instance) -> int | None:
    code = machine.code
    number = code.symbols.type_number(receiver.class_name.encode("utf-8", "surrogatepass"))
    if number < 0 or not code.hierarchy.is_defined(number):
        return None
    signature = int(code.symbols.method_signatures[callee])
    machine.spend(len(code.hierarchy.superclasses(number)))
    found = code.method_of(number, signature)
    if found >= 0:
        return found
    ancestors = code.hierarchy.ancestors(number).tolist()
    machine.spend(len(ancestors))
    defaults = {
        method
        for each in ancestors
        if (method := code.symbols.method_number(int(each), signature)) >= 0 and code.body(method) is not None
    }
    if len(defaults) > 1:
        raise UndecidedError("receiver")
    if defaults:
        return defaults.pop()
    return named if named >= 0 else None


HANDLERS: dict[int, Handler] = {
    **dict.fromkeys((*range(0x6E, 0x73), *range(0x74, 0x79)), _invoke),
    **dict.fromkeys(range(0xFA, 0xFE), _invoke_unknown),
}
