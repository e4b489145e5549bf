"""Which override a virtual call runs, where the type of the object it is made on is known."""

from __future__ import annotations

from permaudit.dex.hierarchy import ACC_INTERFACE
from permaudit.evidence.code import Code
from permaudit.evidence.entries import NO_TRACE, Arguments, Entry, Trace
from permaudit.evidence.subtypes import Typed

_VIRTUAL_INVOKES = (0x6E, 0x72, 0x74, 0x78)
_SEEN_OUTSIDE_PACKAGE = 0x1 | 0x4  # public or protected: others may be overridden in their own package only
_MOST_SUBTYPES = 64


class Receivers:
    """Tells of calls which definitions they cannot run."""

    def __init__(self, code: Code, arguments: Arguments) -> None:
        self._code, self._arguments = code, arguments
        self._runs: dict[tuple[Typed, int], bool] = {}

    def exclude(self, source: Entry, index: int, method: int) -> tuple[bool, Trace]:
        """Whether the call at `index` of an entered method cannot run `method`, and what says so."""
        body = self._code.body(source.method)
        if body is None or index < 0 or body.instructions[index].opcode not in _VIRTUAL_INVOKES:
            return False, NO_TRACE
        callee = self._code.callee(body, index)
        if callee < 0 or (callee == method and not self._code.overriders(method, 1)):
            return False, NO_TRACE
        held = self._arguments.expressions.of(source.method, index, body.instructions[index].registers[0])
        known, trace = self._arguments.evaluate(source, held)
        if not isinstance(known, Typed) or self._may_run(known, method):
            return False, NO_TRACE
        return True, trace

    def _may_run(self, known: Typed, method: int) -> bool:
        key = known, method
        if key not in self._runs:
            self._runs[key] = self._find(known, method)
        return self._runs[key]

    def _find(self, known: Typed, method: int) -> bool:
        code = self._code
        own, row = known.type_number, int(code.program.row_of[method])
        if not code.hierarchy.is_defined(own) or code.hierarchy.truncated or row < 0:
            return True
        if not int(code.program.definitions.flags[row]) & _SEEN_OUTSIDE_PACKAGE:
            return True
        if not known.exact and int(code.hierarchy.class_flags[own]) & ACC_INTERFACE:
            return True  # Android does not check that an object has the interface it is declared with
        family = [own] if known.exact else [own, *code.descendants(own)]
        return len(family) > _MOST_SUBTYPES or any(self._resolve(each, method) in (method, -1) for each in family)

    def _resolve(self, type_number: int, method: int) -> int:
        """The definition that an object of exactly this type runs, or -1 if its superclasses have none."""
        symbols = self._code.symbols
        signature = int(symbols.method_signatures[method])
        for owner in (type_number, *self._code.hierarchy.superclasses(type_number)):
            number = symbols.method_number(owner, signature)
            if number >= 0 and int(self._code.program.row_of[number]) >= 0:
                return number
        return -1
