"""Which methods put something into the array or collection that a static field holds, besides its initialiser."""

from __future__ import annotations

from permaudit.dex.instructions import Instruction
from permaudit.dex.opcodes import INVOKES
from permaudit.evidence.code import Code

_APUTS = range(0x4B, 0x52)
_CHANGING = frozenset(
    ("add", "addAll", "addElement", "put", "putAll", "append", "set", "setValueAt", "remove", "clear", "push", "offer")
)
_CHANGING_ARGUMENTS = frozenset(("arraycopy", "fill", "read", "readFully", "nextBytes", "getChars", "doFinal"))
_PRIVATE_READS = 64


class Fillers:
    """Finds them through the places that read a field, each field once.

    A method of the app that is handed the array as an argument is not looked into: helpers are handed their keys.
    """

    def __init__(self, code: Code) -> None:
        self._code = code
        self._known: dict[tuple[int, bytes, bytes], frozenset[int] | None] = {}

    def of(self, field: tuple[int, bytes, bytes]) -> frozenset[int] | None:
        """The methods that change what a field of its own class holds; None if they cannot be told."""
        if field not in self._known:
            self._known[field] = self._find(field)
        return self._known[field]

    def _find(self, field: tuple[int, bytes, bytes]) -> frozenset[int] | None:
        if not field[2].startswith((b"[", b"Ljava/util/", b"Landroid/util/")):
            return frozenset()
        reads = self._code.reads_of_field(*field)
        if len(reads) > _PRIVATE_READS:
            reads = [each for each in reads if int(self._code.symbols.method_types[each[0]]) == field[0]]
        if len(reads) > _PRIVATE_READS:
            return None
        return frozenset(method for method, index in reads if self._changes(method, index))

    def _changes(self, method: int, index: int) -> bool:
        body = self._code.body(method)
        if body is None or self._code.method(method).name == "<clinit>":
            return False
        register = body.instructions[index].registers[0]
        for use in body.uses(index, register)[0]:
            each = body.instructions[use]
            if each.opcode in _APUTS and each.registers[1] == register:
                return True
            if each.opcode in INVOKES and self._is_change(self._code.callee(body, use), each, register):
                return True
        return False

    def _is_change(self, callee: int, each: Instruction, register: int) -> bool:
        if callee < 0 or int(self._code.program.definition_of[callee]) >= 0:
            return False
        name = self._code.method(callee).name
        return name in _CHANGING_ARGUMENTS or (name in _CHANGING and each.registers[0] == register)
