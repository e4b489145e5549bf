"""Tells which instructions may give a text that code has put together, so that running it may tell more."""

from __future__ import annotations

from permaudit.catalog.operations import Operations
from permaudit.dex.body import MethodBody
from permaudit.dex.opcodes import INVOKES
from permaudit.evidence.code import Code
from permaudit.evidence.evaluation.alterations import Alterations
from permaudit.evidence.evaluation.letterwork import LetterWork
from permaudit.evidence.evaluation.library import Library
from permaudit.evidence.evaluation.library.calls import is_pure

STRING = "Ljava/lang/String;"
TEXT_TYPES = (STRING, "Ljava/lang/CharSequence;", "Ljava/lang/Object;", "[Ljava/lang/String;")
_BUILDERS = ("Ljava/lang/StringBuilder;", "Ljava/lang/StringBuffer;")


class Candidates:
    """Answers for single instructions; all but a few of an ordinary app's are none."""

    def __init__(self, code: Code, library: Library, alterations: Alterations, operations: Operations) -> None:
        self._code, self._library = code, library
        self._work = LetterWork(code, library, alterations, operations)

    def is_call_of_decoder(self, body: MethodBody, call: int) -> bool:
        """Whether an instruction calls a method of the app that itself changes bits of letters, or is native."""
        callee = self._code.callee(body, call) if body.instructions[call].opcode in INVOKES else -1
        definition = int(self._code.program.definition_of[callee]) if callee >= 0 else -1
        return definition >= 0 and self._work.changes_bits(definition)

    def may_be_text(self, body: MethodBody, method: int, index: int) -> bool:
        """Whether an instruction gives a text that code may have put together."""
        each = body.instructions[index]
        match each.opcode:
            case 0x46:  # aget-object
                return self._work.is_in(method)
            case 0x62:  # sget-object
                named = self._code.field_at(body, each.reference)
                is_text = named is not None and named[2].decode("utf-8", "replace") in TEXT_TYPES
                return is_text and self._work.is_in(method)
            case 0x22:  # new-instance
                number = self._code.type_at(body, each.reference)
                return number >= 0 and self._code.type_name(number) == STRING
            case 0x0C:  # move-result-object
                return self._call_may_give_text(body, method, index - 1)
            case _:
                return False

    def _call_may_give_text(self, body: MethodBody, within: int, call: int) -> bool:
        callee = self._code.callee(body, call) if call >= 0 and body.instructions[call].opcode in INVOKES else -1
        if callee < 0:
            return False
        method = self._code.method(callee)
        if method.descriptor.partition(")")[2] not in TEXT_TYPES:
            return False
        definition = int(self._code.program.definition_of[callee])
        if definition >= 0:
            targets = [definition] if self._code.body(definition) is not None else self._code.overriders(callee, 1)
            joins = method.descriptor.endswith(f"){STRING}") and self._work.is_at(within)
            return joins or any(self._work.is_in(each) for each in targets or [definition])
        if not self._library.knows(method):
            return is_pure(method.class_name) and method.descriptor.endswith(")Ljava/lang/String;")
        return method.class_name not in _BUILDERS or self._work.is_in(within)
