"""What the system hands to a method that nobody in the app calls, because the app gave it to somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from permaudit.catalog.operations import Handover, Operations
from permaudit.dex.opcodes import INVOKES, STATIC_INVOKES
from permaudit.evidence.collections import elements
from permaudit.evidence.frames import Context, Frame, Resolved
from permaudit.evidence.targets import MOST_IMPLEMENTERS
from permaudit.evidence.values import Unknown

if TYPE_CHECKING:
    from permaudit.evidence.resolver import Resolver

_MOST_DEPTH = 20


class Handovers:
    """Answers for the parameters of callbacks."""

    def __init__(self, resolver: Resolver, operations: Operations) -> None:
        self._resolver, self._puts = resolver, operations.puts
        self._by_taker: dict[str, list[Handover]] = {}
        for each in operations.handovers:
            self._by_taker.setdefault(each.takes, []).append(each)

    def given(self, frame: Frame, word: int, context: Context, depth: int) -> list[Resolved]:
        """What argument word `word` of an open frame may be; nothing if that is not known."""
        return self._handed_over(frame, word, context, depth) or self._taken_in(frame, word, context, depth)

    def _handed_over(self, frame: Frame, word: int, context: Context, depth: int) -> list[Resolved]:
        """What the system hands to a method because the app gave it to another one of the same object."""
        code = self._resolver.code
        method = code.method(frame.method)
        results: list[Resolved] = []
        for each in self._by_taker.get(method.name + method.descriptor, ()):
            if each.word != word or each.of not in code.platform_ancestors(method.class_name):
                continue
            family = {int(code.symbols.method_types[frame.method])}
            family |= set(code.hierarchy.superclasses(next(iter(family)))) | set(code.descendants(next(iter(family))))
            for text in each.given_by:
                signature = code.symbols.find_signature(text.encode())
                for owner in sorted(family) if signature >= 0 else ():
                    number = code.symbols.method_number(owner, signature)
                    for caller, index in code.invokes(number) if number >= 0 else ():
                        body = code.body(caller)
                        if body is not None:
                            giver = Frame(caller, body, (*frame.key, ("given", caller, index)))
                            chosen = context.with_caller(frame, giver, index)
                            results.extend(self._resolver.argument(giver, index, each.position, chosen, depth))
        return results

    def _taken_in(self, frame: Frame, word: int, context: Context, depth: int) -> list[Resolved]:
        """What a function object is called with by the collection that it was given to (forEach, map, stream)."""
        code = self._resolver.code
        if word != 1 or depth > _MOST_DEPTH:
            return []
        results: list[Resolved] = []
        for method, made in code.makers_of(int(code.symbols.method_types[frame.method]))[:MOST_IMPLEMENTERS]:
            body = code.body(method)
            if body is None:
                continue
            giver = Frame(method, body, (*frame.key, ("function", method, made)))
            function = body.instructions[made].registers[0]
            for use in body.uses(made, function)[0]:
                each = body.instructions[use]
                if each.opcode in INVOKES - STATIC_INVOKES and function in each.registers[1:]:
                    for got in self._resolver.values(giver, use, each.registers[0], context, depth + 1):
                        held = elements(self._resolver, got.value, got.context, self._puts, depth + 1)
                        results.extend(one for one in held if not isinstance(one.value, Unknown))
        return results
