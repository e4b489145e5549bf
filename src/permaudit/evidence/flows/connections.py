"""What a call that sends was made with: the calls of its method that made, opened or told the objects it is given.

A shrinker may put several uploads into one method, each with its own connection and address.
"""

from __future__ import annotations

from permaudit.dex.body import ENTRY, MOVES, MethodBody
from permaudit.dex.opcodes import INVOKES, NEW_INSTANCE

_RESULTS = (0x0A, 0x0B, 0x0C)
_MOST_STEPS = 2_000


def calls_behind(body: MethodBody, call: int) -> frozenset[int]:
    """The calls in a method from which the receiver and the arguments of one of its calls come."""
    found: set[int] = set()
    seen: set[tuple[int, int]] = set()
    waiting = [(call, register) for register in body.instructions[call].registers]
    steps = 0
    while waiting and steps < _MOST_STEPS:
        index, register = waiting.pop()
        definitions, walked = body.definitions(index, register)
        steps += 1 + walked
        for definition in definitions:
            if definition == ENTRY or (definition, register) in seen:
                continue
            seen.add((definition, register))
            each = body.instructions[definition]
            if each.opcode in MOVES:
                waiting.append((definition, each.registers[1]))
            elif each.opcode in _RESULTS and definition and body.instructions[definition - 1].opcode in INVOKES:
                waiting.extend(_into(body, definition - 1, found))
            elif each.opcode == NEW_INSTANCE:
                uses, walked = body.uses(definition, register)
                steps += walked
                for use in uses:
                    told = body.instructions[use]
                    if use != call and told.opcode in INVOKES and told.registers[:1] == (register,):
                        waiting.extend(_into(body, use, found))
    return frozenset(found)


def _into(body: MethodBody, call: int, found: set[int]) -> list[tuple[int, int]]:
    """Note a call, and give what it was made with to be followed as well."""
    if call in found:
        return []
    found.add(call)
    return [(call, register) for register in body.instructions[call].registers]
