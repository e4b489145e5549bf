"""Fields that keep the number with which their object was made, because nothing but constructors writes them."""

from __future__ import annotations

from permaudit.dex.opcodes import Reference
from permaudit.evidence.code import Code
from permaudit.evidence.expressions import Expressions, FieldName, Word

IPUTS = range(0x59, 0x60)
_MOST_WRITES = 64


class FixedFields:
    """Tells of fields whether they can change after construction; reflection and native code are not looked at."""

    def __init__(self, code: Code, expressions: Expressions) -> None:
        self._code, self._expressions = code, expressions
        self._known: dict[FieldName, bool] = {}

    def declared(self, field: FieldName) -> FieldName:
        """The field with the class that declares it, which a reference may name through a subclass."""
        owner, name, kind = field
        for each in (owner, *self._code.hierarchy.superclasses(owner)):
            if self._code.declares_field(each, name, kind):
                return each, name, kind
        return field

    def is_fixed(self, field: FieldName) -> bool:
        """Whether a declared field is written in constructors of its class only, into the object being made."""
        if field not in self._known:
            self._known[field] = self._written_by_constructors(field)
        return self._known[field]

    def _written_by_constructors(self, field: FieldName) -> bool:
        owner, name, kind = field
        code = self._code
        if not code.hierarchy.is_defined(owner) or not code.declares_field(owner, name, kind):
            return False
        writes = 0
        for file, field_id in code.field_ids([owner, *code.descendants(owner)], name, kind):
            users = code.program.users(Reference.FIELD, file, field_id)
            for position, item, opcode in zip(users.positions, users.items, users.opcodes, strict=True):
                if int(opcode) not in IPUTS:
                    continue
                writes += 1
                sites = code.at_position(file, int(item), int(position)) if writes <= _MOST_WRITES else []
                if not sites or not all(self._is_own(owner, method, index) for method, index in sites):
                    return False
        return writes > 0

    def _is_own(self, owner: int, method: int, index: int) -> bool:
        """Whether a write in a constructor of the class goes into `this`."""
        code = self._code
        body = code.body(method)
        if body is None or int(code.symbols.method_types[method]) != owner or code.method(method).name != "<init>":
            return False
        return self._expressions.of(method, index, body.instructions[index].registers[1]) == Word(0)
