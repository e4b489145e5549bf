"""Where code changes what an array or collection in a field holds, in place: no write to the field shows it."""

from __future__ import annotations

from permaudit.catalog.operations import Operations
from permaudit.dex.opcodes import INVOKES, STATIC_INVOKES
from permaudit.evidence.code import Code

_MOST_READS = 64  # above, only those of the field's own class are looked at
_KINDS = (b"[", b"Ljava/util/", b"Landroid/util/")
_MOST_DEPTH = 3
_PUTS = frozenset(range(0x4B, 0x52))
_FILL, _AGET_OBJECT, _CHECK_CAST = 0x26, 0x46, 0x1F
_MOVES = frozenset((0x07, 0x08, 0x09))


class Alterations:
    """Answers `sites` for fields by declaring class, name and type, each looked for once."""

    def __init__(self, code: Code, operations: Operations) -> None:
        self._code = code
        self._changing, self._changing_arguments = operations.puts | operations.changes, operations.changes_arguments
        self._known: dict[tuple[int, bytes, bytes], list[tuple[int, int]] | None] = {}
        self._in_method: dict[tuple[int, int, int, int], list[int]] = {}

    def sites(self, field: tuple[int, bytes, bytes]) -> list[tuple[int, int]] | None:
        """Methods and instructions that change the array or collection in a field; None if it is read too often."""
        if field not in self._known:
            self._known[field] = self._find(field)
        return self._known[field]

    def _find(self, field: tuple[int, bytes, bytes]) -> list[tuple[int, int]] | None:
        if not field[2].startswith(_KINDS):
            return []
        reads = self._code.reads_of_field(*field)
        if len(reads) > _MOST_READS:
            reads = [each for each in reads if int(self._code.symbols.method_types[each[0]]) == field[0]]
        if len(reads) > _MOST_READS:
            return None
        found: set[tuple[int, int]] = set()
        for method, index in reads:
            body = self._code.body(method)
            if body is not None:
                register = body.instructions[index].registers[0]
                found.update((method, use) for use in self._changes(method, index, register, _MOST_DEPTH))
        return sorted(found)

    def _changes(self, method: int, definition: int, register: int, depth: int) -> list[int]:
        """The instructions of a method that change what one of them, or the call, left in a register."""
        key = (method, definition, register, depth)
        if key not in self._in_method:
            self._in_method[key] = self._find_changes(method, definition, register, depth)
        return self._in_method[key]

    def _find_changes(self, method: int, definition: int, register: int, depth: int) -> list[int]:
        body = self._code.body(method)
        if body is None or not depth:
            return []
        found = []
        for use in body.uses(definition, register)[0]:
            each = body.instructions[use]
            if (each.opcode in _PUTS and each.registers[1] == register) or each.opcode == _FILL:
                found.append(use)
            elif (each.opcode == _AGET_OBJECT and each.registers[1] == register) or each.opcode in _MOVES:
                found.extend(self._changes(method, use, each.registers[0], depth - 1))
            elif each.opcode in INVOKES and self._changed_by(method, use, register, depth):
                found.append(use)
        return found

    def _changed_by(self, method: int, call: int, register: int, depth: int) -> bool:
        """Whether a call changes an array that it gets in a register."""
        body = self._code.body(method)
        callee = self._code.callee(body, call) if body is not None else -1
        if body is None or callee < 0:
            return False
        each = body.instructions[call]
        definition = int(self._code.program.definition_of[callee])
        inner = self._code.body(definition) if definition >= 0 else None
        if inner is not None:
            places = (place for place, given in enumerate(each.registers) if given == register)
            first = inner.registers - inner.ins
            return any(self._changes(definition, -1, first + place, depth - 1) for place in places)
        name = self._code.method(callee).name
        if name == "arraycopy":
            return each.registers[2:3] == (register,)
        is_receiver = each.opcode not in STATIC_INVOKES and each.registers[0] == register
        return name in self._changing if is_receiver else name in self._changing_arguments
