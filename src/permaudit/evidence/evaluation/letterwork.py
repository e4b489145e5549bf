"""Tells code that may put a text together from what does not: only such code is worth evaluating."""

from __future__ import annotations

from permaudit.catalog.operations import Operations
from permaudit.dex.opcodes import INVOKES
from permaudit.evidence.code import Code
from permaudit.evidence.evaluation.alterations import Alterations
from permaudit.evidence.evaluation.arithmetic import XORS
from permaudit.evidence.evaluation.library import Library

_MOST_DEPTH = 3
_MOST_METHODS = 60
_BYTE_AND_CHAR_ELEMENTS = frozenset((0x48, 0x49, 0x4F, 0x50))  # aget and aput of bytes, booleans apart, and chars
_SGET_OBJECT = 0x62


class LetterWork:
    """Answers `is_in` for methods, each looked into once, with the methods of the app that it calls."""

    def __init__(self, code: Code, library: Library, alterations: Alterations, operations: Operations) -> None:
        self._code, self._library, self._alterations = code, library, alterations
        self._telling, self._plain = operations.letter_classes, operations.plain_text_methods
        self._own: dict[int, bool] = {}
        self._known: dict[int, bool] = {}
        self._following: dict[int, list[int]] = {}
        self._clinit = code.symbols.find_signature(b"<clinit>()V")

    def is_in(self, method: int) -> bool:
        """Whether a method, or one it calls, works on single letters or bytes, decodes, or leaves it to native code."""
        if method not in self._known:
            self._known[method] = self._search(method)
        return self._known[method]

    def is_at(self, method: int) -> bool:
        """Whether a method itself works on single letters: what it calls then may join them."""
        return self._works(method)

    def changes_bits(self, method: int) -> bool:
        """Whether a method itself holds an exclusive or, or has no code here."""
        body = self._code.body(method)
        return body is None or any(each.opcode in XORS for each in body.instructions)

    def _search(self, method: int) -> bool:
        seen = {method}
        level = [method]
        for _ in range(_MOST_DEPTH):
            following: list[int] = []
            for each in level:
                if self._works(each):
                    return True
                if len(seen) < _MOST_METHODS:
                    fresh = [callee for callee in self._next(each) if callee not in seen][: _MOST_METHODS - len(seen)]
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
        telling = method.class_name.startswith(self._telling) and method.name not in self._plain
        return telling and self._library.knows(method)

    def _next(self, method: int) -> list[int]:
        """The first of the app's methods that a method calls, or that make or fill a static field which it reads."""
        if method not in self._following:
            self._following[method] = self._find_next(method)[:_MOST_METHODS]
        return self._following[method]

    def _find_next(self, method: int) -> list[int]:
        body = self._code.body(method)
        found: dict[int, None] = {}
        for index, each in enumerate(body.instructions) if body is not None else ():
            if body is not None and each.opcode in INVOKES:
                callee = self._code.callee(body, index)
                definition = int(self._code.program.definition_of[callee]) if callee >= 0 else -1
                found |= {definition: None} if definition >= 0 else {}
            elif body is not None and each.opcode == _SGET_OBJECT:
                named = self._code.field_at(body, each.reference)
                found |= dict.fromkeys(self._makers(named) if named is not None else ())
        return list(found)

    def _makers(self, named: tuple[int, bytes, bytes]) -> list[int]:
        sites = self._alterations.sites(named) if self._code.hierarchy.is_defined(named[0]) else None
        initialiser = self._code.symbols.method_number(named[0], self._clinit) if self._clinit >= 0 else -1
        is_own = initialiser >= 0 and int(self._code.program.row_of[initialiser]) >= 0
        return [*([initialiser] if is_own else []), *sorted({method for method, _ in sites or ()})]
