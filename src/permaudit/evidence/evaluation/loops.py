"""Tells what gives the same text in every round of a loop from what reads or changes something between the rounds."""

from __future__ import annotations

from collections.abc import Callable

from permaudit.dex.body import MethodBody

_MOST_NEEDED = 100
_CONSTANTS = range(0x12, 0x1D)
_MOVE_RESULT_OBJECT = 0x0C
_MAKING = (0x22, 0x23)  # new-instance, new-array


def gives_the_same(body: MethodBody, index: int, gives_text: Callable[[int], bool]) -> bool:
    """Whether an instruction that runs in a loop leaves the same each time; true of one in no loop.

    It may not where a value was left by a later instruction, in the round before, or where an object made before the
    loop can change in it, such as a stream that is read line by line. `gives_text` tells whether a call gives a text.
    """
    if not body.in_loop(index):
        return True
    seen: set[tuple[int, int]] = set()
    waiting = [(index, register) for register in body.instructions[index].registers]
    while waiting:
        asked = waiting.pop()
        if asked in seen:
            continue
        seen.add(asked)
        if len(seen) > _MOST_NEEDED:
            return False
        for definition in body.definitions(*asked)[0]:
            if definition < 0:
                continue
            each = body.instructions[definition]
            if definition >= asked[0]:
                return False
            if each.opcode in _CONSTANTS:
                continue
            giving = definition - 1 if each.opcode == _MOVE_RESULT_OBJECT and definition else definition
            changeable = each.opcode in _MAKING or (giving != definition and not gives_text(giving))
            if changeable and not body.in_loop(definition):
                return False
            waiting.extend((giving, register) for register in body.instructions[giving].registers)
    return True
