"""Tells code that may put a text together from what does not: only such code is worth evaluating."""

from __future__ import annotations

from permaudit.dex.opcodes import INVOKES
from permaudit.evidence.code import Code
from permaudit.evidence.evaluation.arithmetic import XORS
from permaudit.evidence.evaluation.library import Library
from permaudit.evidence.frames import Frame

_MOST_DEPTH = 3
_MOST_METHODS = 60
_BYTE_AND_CHAR_ELEMENTS = frozenset((0x48, 0x49, 0x4F, 0x50))  # aget and aput of bytes, booleans apart, and chars
_SGET_OBJECT = 0x62
TEXT_TYPES = ("Ljava/lang/String;", "Ljava/lang/CharSequence;", "Ljava/lang/Object;", "[Ljava/lang/String;")
_BUILDERS = ("Ljava/lang/StringBuilder;", "Ljava/lang/StringBuffer;")
_PLAIN_TEXT_METHODS = frozenset(
    ("<init>", "append", "toString", "length", "equals", "isEmpty", "valueOf", "concat", "hashCode", "contains", "trim")
)
_TELLING_CLASSES = (
    "Ljava/lang/String;",
    "Ljava/lang/StringBuilder;",
    "Ljava/lang/StringBuffer;",
    "Landroid/util/Base64;",
    "Ljava/util/Base64",
    "Ljavax/crypto/",
    "Landroid/content/res/",
)


class LetterWork:
    """Answers `is_in` for methods, each looked into once, with the methods of the app that it calls."""

    def __init__(self, code: Code, library: Library) -> None:
        self._code, self._library = code, library
        self._own: dict[int, bool] = {}
        self._known: dict[int, bool] = {}
        self._clinit = code.symbols.find_signature(b"<clinit>()V")

    def is_in(self, method: int) -> bool:
        """Whether a method, or one it calls, works on single letters or bytes, decodes, or leaves it to native code."""
        if method not in self._known:
            self._known[method] = self._search(method)
        return self._known[method]

    def may_give_text(self, frame: Frame, index: int) -> bool:
        """Whether an instruction gives a text that code may have put together."""
        each = frame.body.instructions[index]
        match each.opcode:
            case 0x46:  # aget-object
                return self.is_in(frame.method)
            case 0x62:  # sget-object
                named = self._code.field_at(frame.body, each.reference)
                is_text = named is not None and named[2].decode("utf-8", "replace") in TEXT_TYPES
                return is_text and self.is_in(frame.method)
            case 0x22:  # new-instance
                number = self._code.type_at(frame.body, each.reference)
                return number >= 0 and self._code.type_name(number) == TEXT_TYPES[0]
            case 0x0C:  # move-result-object
                return index > 0 and self._call_gives_text(frame, index - 1)
            case _:
                return False

    def is_call(self, frame: Frame, index: int) -> bool:
        """Whether an instruction calls a method."""
        return frame.body.instructions[index].opcode in INVOKES

    def _call_gives_text(self, frame: Frame, call: int) -> bool:
        callee = self._code.callee(frame.body, call) if self.is_call(frame, call) else -1
        if callee < 0:
            return False
        method = self._code.method(callee)
        if method.descriptor.partition(")")[2] not in TEXT_TYPES:
            return False
        definition = int(self._code.program.definition_of[callee])
        if definition >= 0:
            targets = [definition] if self._code.body(definition) is not None else self._code.overriders(callee, 1)
            return any(self.is_in(each) for each in targets or [definition])
        if not self._library.knows(method):
            return False
        return method.class_name not in _BUILDERS or self.is_in(frame.method)

    def _search(self, method: int) -> bool:
        seen = {method}
        level = [method]
        for _ in range(_MOST_DEPTH):
            following: list[int] = []
            for each in level:
                if self._works(each):
                    return True
                if len(seen) < _MOST_METHODS:
                    fresh = [callee for callee in self._next(each) if callee not in seen]
                    seen.update(fresh)
                    following.extend(fresh)
            level = following
        return False

    def _works(self, method: int) -> bool:
        if method not in self._own:
            body = self._code.body(method)
            self._own[method] = body is None or any(
                each.opcode in XORS
                or each.opcode in _BYTE_AND_CHAR_ELEMENTS
                or (each.opcode in INVOKES and self._is_telling(self._code.callee(body, index)))
                for index, each in enumerate(body.instructions)
            )
        return self._own[method]

    def _is_telling(self, callee: int) -> bool:
        if callee < 0 or int(self._code.program.definition_of[callee]) >= 0:
            return False
        method = self._code.method(callee)
        if method.name == "append" and method.descriptor.startswith("(C)"):
            return True
        telling = method.class_name.startswith(_TELLING_CLASSES) and method.name not in _PLAIN_TEXT_METHODS
        return telling and self._library.knows(method)

    def _next(self, method: int) -> list[int]:
        """The app's methods that a method calls, and the initialisers of classes whose fields it reads."""
        body = self._code.body(method)
        found: dict[int, None] = {}
        for index, each in enumerate(body.instructions) if body is not None else ():
            if each.opcode in INVOKES:
                callee = self._code.callee(body, index) if body is not None else -1
                definition = int(self._code.program.definition_of[callee]) if callee >= 0 else -1
                if definition >= 0:
                    found[definition] = None
            elif each.opcode == _SGET_OBJECT and body is not None and self._clinit >= 0:
                named = self._code.field_at(body, each.reference)
                initialiser = self._code.symbols.method_number(named[0], self._clinit) if named is not None else -1
                if initialiser >= 0 and int(self._code.program.row_of[initialiser]) >= 0:
                    found[initialiser] = None
        return list(found)
